/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0 where none is told; else one of the marks below, or NB_HTML_COLOR with eight bits each of red, green and blue. */
typedef guint32 NbHtmlColor;

#define NB_HTML_COLOR         (1u << 24)
#define NB_HTML_COLOR_BLACK   (NB_HTML_COLOR | 0x000000)
#define NB_HTML_COLOR_WHITE   (NB_HTML_COLOR | 0xffffff)
#define NB_HTML_COLOR_CLEAR   (2u << 24) /* no ink, no paper */
#define NB_HTML_COLOR_UNKNOWN (3u << 24) /* what is told elsewhere, or of many colours */
#define NB_HTML_COLOR_PICTURE (4u << 24) /* of a file */
#define NB_HTML_COLOR_PERHAPS (8u << 24) /* with a colour: it is that one if any, or the one around */

/**
 * NbHtmlColors:
 * @ink: of text; black where it is not told
 * @paper: of what is behind; white where it is not told
 *
 * The colours of an element.
 */
typedef struct
{
  NbHtmlColor ink;
  NbHtmlColor paper;
} NbHtmlColors;

NbHtmlColor nb_html_color_parse (const char *value);
NbHtmlColor nb_html_color_parse_old (const char *value);
NbHtmlColor nb_html_color_find (const char *value);
NbHtmlColor nb_html_color_settle (NbHtmlColor told, NbHtmlColor around, NbHtmlColor usual);
void nb_html_colors_put (NbHtmlColors *self, NbHtmlColors told);
void nb_html_colors_doubt (NbHtmlColors *self, NbHtmlColors others);
gboolean nb_html_colors_are_seen (NbHtmlColors self);
guint nb_html_traits_of_color (const char *value);

G_END_DECLS
