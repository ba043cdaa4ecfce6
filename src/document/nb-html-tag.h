/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-html-color.h"

G_BEGIN_DECLS

/* What an element is to the reader. */
typedef enum
{
  NB_HTML_BLOCK = 1 << 0,   /* begins and ends a line */
  NB_HTML_DROPPED = 1 << 1, /* nothing in it is read */
  NB_HTML_HEADING = 1 << 2, /* h1 to h6 */
  NB_HTML_ASIDE = 1 << 3,   /* beside the article by its meaning */
  NB_HTML_BOX = 1 << 4,     /* may stand for a cell where there is no table */
  NB_HTML_REPLACED = 1 << 5, /* stands between the texts at its sides although it is not read */
} NbHtmlTagFlags;

/* Every element that is told from an unknown inline one, in the order of the names. */
/* clang-format off */
#define NB_HTML_TAGS(X)                                                                                                \
  X (A, "a", 0)                                                                                                        \
  X (ADDRESS, "address", NB_HTML_BLOCK)                                                                                \
  X (APPLET, "applet", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                             \
  X (ARTICLE, "article", NB_HTML_BLOCK)                                                                                \
  X (ASIDE_, "aside", NB_HTML_BLOCK | NB_HTML_ASIDE)                                                                   \
  X (AUDIO, "audio", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                               \
  X (B, "b", NB_HTML_BOX)                                                                                              \
  X (BDO, "bdo", NB_HTML_BOX)                                                                                          \
  X (BLOCKQUOTE, "blockquote", NB_HTML_BLOCK)                                                                          \
  X (BODY, "body", NB_HTML_BLOCK)                                                                                      \
  X (BR, "br", 0)                                                                                                      \
  X (BUTTON, "button", 0)                                                                                              \
  X (CANVAS, "canvas", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                             \
  X (CAPTION, "caption", NB_HTML_BLOCK)                                                                                \
  X (CENTER, "center", NB_HTML_BLOCK)                                                                                  \
  X (COL, "col", 0)                                                                                                    \
  X (COLGROUP, "colgroup", 0)                                                                                          \
  X (DATALIST, "datalist", NB_HTML_DROPPED)                                                                            \
  X (DD, "dd", NB_HTML_BLOCK | NB_HTML_BOX)                                                                            \
  X (DEL, "del", 0)                                                                                                    \
  X (DETAILS, "details", NB_HTML_BLOCK)                                                                                \
  X (DIALOG, "dialog", NB_HTML_BLOCK)                                                                                  \
  X (DIR, "dir", NB_HTML_BLOCK)                                                                                        \
  X (DIV, "div", NB_HTML_BLOCK | NB_HTML_BOX)                                                                          \
  X (DL, "dl", NB_HTML_BLOCK)                                                                                          \
  X (DT, "dt", NB_HTML_BLOCK | NB_HTML_BOX)                                                                            \
  X (EM, "em", NB_HTML_BOX)                                                                                            \
  X (EMBED, "embed", 0)                                                                                                \
  X (FIELDSET, "fieldset", NB_HTML_BLOCK)                                                                              \
  X (FIGCAPTION, "figcaption", NB_HTML_BLOCK)                                                                          \
  X (FIGURE, "figure", NB_HTML_BLOCK)                                                                                  \
  X (FOOTER, "footer", NB_HTML_BLOCK | NB_HTML_ASIDE)                                                                  \
  X (FORM, "form", NB_HTML_BLOCK)                                                                                      \
  X (H1, "h1", NB_HTML_BLOCK | NB_HTML_HEADING)                                                                        \
  X (H2, "h2", NB_HTML_BLOCK | NB_HTML_HEADING)                                                                        \
  X (H3, "h3", NB_HTML_BLOCK | NB_HTML_HEADING)                                                                        \
  X (H4, "h4", NB_HTML_BLOCK | NB_HTML_HEADING)                                                                        \
  X (H5, "h5", NB_HTML_BLOCK | NB_HTML_HEADING)                                                                        \
  X (H6, "h6", NB_HTML_BLOCK | NB_HTML_HEADING)                                                                        \
  X (HEADER, "header", NB_HTML_BLOCK | NB_HTML_ASIDE)                                                                  \
  X (HR, "hr", NB_HTML_BLOCK)                                                                                          \
  X (HTML, "html", NB_HTML_BLOCK)                                                                                      \
  X (I, "i", NB_HTML_BOX)                                                                                              \
  X (IFRAME, "iframe", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                             \
  X (IMG, "img", 0)                                                                                                    \
  X (INPUT, "input", 0)                                                                                                \
  X (LABEL, "label", NB_HTML_BOX)                                                                                      \
  X (LEGEND, "legend", NB_HTML_BLOCK)                                                                                  \
  X (LI, "li", NB_HTML_BLOCK | NB_HTML_BOX)                                                                            \
  X (LINK, "link", NB_HTML_DROPPED)                                                                                    \
  X (MAIN, "main", NB_HTML_BLOCK)                                                                                      \
  X (MENU, "menu", NB_HTML_BLOCK | NB_HTML_ASIDE)                                                                      \
  X (META, "meta", NB_HTML_DROPPED)                                                                                    \
  X (METER, "meter", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                               \
  X (MN, "mn", 0)                                                                                                      \
  X (NAV, "nav", NB_HTML_BLOCK | NB_HTML_ASIDE)                                                                        \
  X (NOEMBED, "noembed", NB_HTML_DROPPED)                                                                              \
  X (NOFRAMES, "noframes", NB_HTML_DROPPED)                                                                            \
  X (NOSCRIPT, "noscript", NB_HTML_DROPPED)                                                                            \
  X (OBJECT, "object", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                             \
  X (OL, "ol", NB_HTML_BLOCK)                                                                                          \
  X (OPTION, "option", 0)                                                                                              \
  X (P, "p", NB_HTML_BLOCK | NB_HTML_BOX)                                                                              \
  X (PRE, "pre", NB_HTML_BLOCK)                                                                                        \
  X (PROGRESS, "progress", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                         \
  X (RP, "rp", NB_HTML_DROPPED)                                                                                        \
  X (RT, "rt", NB_HTML_DROPPED)                                                                                        \
  X (RTC, "rtc", NB_HTML_DROPPED)                                                                                      \
  X (S, "s", 0)                                                                                                        \
  X (SCRIPT, "script", NB_HTML_DROPPED)                                                                                \
  X (SECTION, "section", NB_HTML_BLOCK)                                                                                \
  X (SELECT, "select", 0)                                                                                              \
  X (SMALL, "small", NB_HTML_BOX)                                                                                      \
  X (SPAN, "span", NB_HTML_BOX)                                                                                        \
  X (STRIKE, "strike", 0)                                                                                              \
  X (STRONG, "strong", NB_HTML_BOX)                                                                                    \
  X (STYLE, "style", NB_HTML_DROPPED)                                                                                  \
  X (SUB, "sub", 0)                                                                                                    \
  X (SUMMARY, "summary", NB_HTML_BLOCK)                                                                                \
  X (SUP, "sup", 0)                                                                                                    \
  X (SVG, "svg", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                                   \
  X (TABLE, "table", NB_HTML_BLOCK)                                                                                    \
  X (TBODY, "tbody", NB_HTML_BLOCK)                                                                                    \
  X (TD, "td", NB_HTML_BLOCK)                                                                                          \
  X (TEMPLATE, "template", NB_HTML_DROPPED)                                                                            \
  X (TEXTAREA, "textarea", 0)                                                                                          \
  X (TFOOT, "tfoot", NB_HTML_BLOCK)                                                                                    \
  X (TH, "th", NB_HTML_BLOCK)                                                                                          \
  X (THEAD, "thead", NB_HTML_BLOCK)                                                                                    \
  X (TITLE, "title", NB_HTML_BLOCK)                                                                                    \
  X (TR, "tr", NB_HTML_BLOCK)                                                                                          \
  X (UL, "ul", NB_HTML_BLOCK)                                                                                          \
  X (VIDEO, "video", NB_HTML_DROPPED | NB_HTML_REPLACED)                                                               \
  X (XML, "xml", NB_HTML_DROPPED)
/* clang-format on */

typedef enum
{
  NB_HTML_TAG_TEXT,  /* not an element: a run of text */
  NB_HTML_TAG_OTHER, /* an element of any other name: inline */
#define NB_HTML_TAG_MEMBER(id, name, flags) NB_HTML_TAG_##id,
  NB_HTML_TAGS (NB_HTML_TAG_MEMBER)
#undef NB_HTML_TAG_MEMBER
      NB_HTML_N_TAGS,
} NbHtmlTag;

/*
 * What the attributes of an element tell. Article and furniture are guesses from class and id; the
 * reader weighs them against what stands in the element.
 */
typedef enum
{
  NB_HTML_HIDDEN = 1 << 0,
  NB_HTML_ARTICLE_STRONG = 1 << 1, /* the container of a content system that is known by name */
  NB_HTML_ARTICLE_WEAK = 1 << 2,   /* "content", "detail" and the like */
  NB_HTML_PAGE_PART = 1 << 3,      /* head, menu or foot of the page */
  NB_HTML_TOOL = 1 << 4,           /* share bar, bread crumb, related links, counters */
  NB_HTML_TITLE_NAME = 1 << 5,
  NB_HTML_CENTRED = 1 << 6,
  NB_HTML_ROW_NAME = 1 << 7,
  NB_HTML_CELL_NAME = 1 << 8,
  NB_HTML_CLEAR = 1 << 9, /* ends floats, holds nothing */
  NB_HTML_HREF = 1 << 10,
  NB_HTML_SMALL = 1 << 11, /* a picture too small to be a table */
  NB_HTML_NO_SIZE = 1 << 12,   /* of a size of zero; what is in it may be of another */
  NB_HTML_INVISIBLE = 1 << 13, /* takes its room; what is in it may be visible */
  NB_HTML_STRUCK = 1 << 14,    /* struck out or not to be seen, with all that is in it */
  NB_HTML_SIZED = 1 << 15,     /* ends NB_HTML_NO_SIZE */
  NB_HTML_VISIBLE = 1 << 16,   /* ends NB_HTML_INVISIBLE */
  NB_HTML_RAISED = 1 << 17,    /* raised or lowered: no part of the number beside it */
  NB_HTML_APART = 1 << 18,     /* an inline element that is shown as a box */
  NB_HTML_FLEX = 1 << 19,      /* its children are shown as boxes */
  NB_HTML_SELECTED = 1 << 20,  /* the option that is shown */
  NB_HTML_VERBATIM = 1 << 21,  /* text whose blanks are all shown */
  NB_HTML_LEFTWARD = 1 << 22,  /* runs from right to left ... */
  NB_HTML_OVERRIDE = 1 << 23,  /* ... whatever its characters are */
  NB_HTML_MADE = 1 << 24,      /* a style sheet puts a number before or behind it, or may */
  NB_HTML_TURNED = 1 << 25,    /* mirrored, turned or masked with all that is in it */
  NB_HTML_FAINT = 1 << 26,     /* may not be seen, with all that is in it ... */
  NB_HTML_SPECK = 1 << 27,     /* ... or only what is of another size */
  NB_HTML_SHUFFLED = 1 << 28,  /* shows what is in it in another order */
  NB_HTML_MOVED = 1 << 29,     /* is shown at another place than between its neighbours */
  NB_HTML_RIGHTMOST = 1 << 30, /* is shown behind all that follows it */
  NB_HTML_OWN_FONT = 1u << 31, /* of a font that comes with the page */
} NbHtmlTraits;

/* What is not read, although its element is there. */
#define NB_HTML_UNREAD (NB_HTML_NO_SIZE | NB_HTML_INVISIBLE | NB_HTML_STRUCK)
/* What is said of an element and of all that is in it, so that no number there is known. */
#define NB_HTML_UNSURE (NB_HTML_TURNED | NB_HTML_FAINT | NB_HTML_SPECK)

NbHtmlTag nb_html_tag_lookup (const char *name);
const char *nb_html_tag_get_name (NbHtmlTag tag);
guint nb_html_tag_get_flags (NbHtmlTag tag);
guint nb_html_tag_get_rank (guint tag);
guint nb_html_traits_of_name (const char *value);
guint nb_html_traits_of_style (const char *declarations, guint tag, NbHtmlColors *colors, guint *move); /* nb-html-style.c */

G_END_DECLS
