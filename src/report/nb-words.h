/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize nb_words_prefix (const char *role, const char *text);
gsize nb_words_suffix (const char *role, const char *text, gsize length);
const char *nb_words_find (const char *role, const char *text, gsize length, gsize *found);
gboolean nb_words_has (const char *role, const char *text, gsize length);
gboolean nb_words_equal (const char *role, const char *text);

G_END_DECLS
