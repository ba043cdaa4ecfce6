/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint nb_columns_measure (const char *text);
void nb_columns_append_padded (GString *out, const char *text, guint width);
void nb_columns_append_right (GString *out, const char *text, guint width);

G_END_DECLS
