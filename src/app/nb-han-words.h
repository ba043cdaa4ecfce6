/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

gboolean nb_han_words_is_han (const char *text);
char *nb_han_words_dup_joined (const char *text);
void nb_han_words_keep_whole (PangoAttrList *attributes, const char *text);

G_END_DECLS
