/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean nb_json_text_looks_like  (const char *text, gsize length);
GString *nb_json_text_dup_article (const char *text, gsize length, gboolean *is_page);

G_END_DECLS
