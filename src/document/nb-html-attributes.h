/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-html-tree.h"

G_BEGIN_DECLS

/* Where the attributes of one start tag point to; NULL where there is no such attribute. */
typedef struct
{
  const char *name;
  const char *content;
  const char *type;
  const char *text; /* alt or value */
  const char *id;
  const char *classes;
  const char *style;
  const char *media;
  const char *direction;
  const char *placeholder;
  NbHtmlColors colors; /* of the style attribute; those of other attributes count for less and are the node's */
} NbHtmlAttributes;

void nb_html_attributes_read (NbHtmlAttributes *self, NbHtmlNode *node, const char *const *list);
guint nb_html_traits_of_input (const NbHtmlAttributes *self);
guint nb_html_traits_of_placeholder (const NbHtmlAttributes *self);
gboolean nb_html_attributes_name_sheet (const char *element, const char *const *list);

G_END_DECLS
