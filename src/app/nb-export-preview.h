/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint nb_export_preview_count_rows (const char *text, gsize length);
GPtrArray *nb_export_preview_list_rows (const char *text, gsize length);
char *nb_export_preview_dup_lines  (const char *text, gsize length);

G_END_DECLS
