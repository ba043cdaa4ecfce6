/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands for the selectors of a rule that tells of a font. */
#define NB_HTML_CSS_FONT "@font-face"

/* @is_sure: whether the rule counts on a screen in any case. FALSE to read no further. */
typedef gboolean (*NbHtmlCssFunc) (const char *selectors,
                                   const char *declarations,
                                   gboolean is_sure,
                                   gpointer data);

void nb_html_css_read (const char *css, gsize length, NbHtmlCssFunc func, gpointer data);
GPtrArray *nb_html_css_split (const char *list);
gboolean nb_html_css_is_shown (const char *media, gboolean *is_sure);

G_END_DECLS
