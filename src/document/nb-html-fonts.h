/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *nb_html_fonts_new (void);
void        nb_html_fonts_add (GHashTable *fonts, const char *declarations);
char      **nb_html_fonts_dup_names (const char *declarations);
gboolean    nb_html_fonts_have (GHashTable *fonts, const char *const *names);
gboolean    nb_html_fonts_are_told (GHashTable *fonts, const char *style, const char *face);

G_END_DECLS
