/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the attributes of a start tag say: traits and spans for its node, and where the texts stand that only certain
 * elements have a use for.
 *
 * Any thread.
 */

#include "nb-html-attributes.h"

#include "base/nb-limits.h"
#include "nb-html-content.h"
#include "nb-html-selector.h"

#include <string.h>

/* Pixels of a picture too small to be a table, and of one that only keeps other things apart. */
#define SMALL 120
#define SPACER 2

/* A span as HTML reads it: leading digits, what is no number is @none. */
static guint16
parse_span (const char *value, guint none, guint most)
{
  guint64 number;
  char *end;

  while (g_ascii_isspace (*value))
    value++;
  if (*value == '+')
    value++;
  if (!g_ascii_isdigit (*value))
    return (guint16) none;
  number = g_ascii_strtoull (value, &end, 10);
  return (guint16) MIN (number, most);
}

/* What the width or height of an element tells. */
static void
read_extent (NbHtmlNode *node, const char *value)
{
  char *end;
  guint64 size = g_ascii_strtoull (value, &end, 10);

  if (end == value || *end == '%')
    return;
  node->traits |= size < SMALL ? NB_HTML_SMALL : 0;
  node->marks |= node->tag == NB_HTML_TAG_IMG && size <= SPACER ? NB_HTML_IS_SPACER : 0;
}

static guint
hash_name (const char *value)
{
  return g_str_hash (value) | 1;
}

/* Of a list several options are seen where it says so, and of an option its label rather than its text. */
static gboolean
is_list (guint tag)
{
  return tag == NB_HTML_TAG_SELECT || tag == NB_HTML_TAG_OPTION;
}

static void
read_attribute (NbHtmlAttributes *attributes, NbHtmlNode *node, const char *name, const char *value)
{
  if (g_str_equal (name, "class") || g_str_equal (name, "id"))
    {
      node->traits |= nb_html_traits_of_name (value);
      if (*name == 'c')
        node->name_hash = hash_name (value);
      *(*name == 'c' ? &attributes->classes : &attributes->id) = value;
    }
  else if (g_str_equal (name, "style"))
    {
      node->traits |= nb_html_traits_of_style (value, node->tag, &attributes->colors, &node->move);
      attributes->style = value;
    }
  else if (g_str_equal (name, "hidden"))
    node->traits |= NB_HTML_HIDDEN;
  else if (g_str_equal (name, "disabled"))
    node->traits |= node->tag == NB_HTML_TAG_OPTION ? NB_HTML_FAINT : 0;
  else if (g_str_equal (name, "selected"))
    node->traits |= NB_HTML_SELECTED;
  else if (g_str_equal (name, "align"))
    node->traits |= g_ascii_strcasecmp (value, "center") == 0 ? NB_HTML_CENTRED : 0;
  else if (g_str_equal (name, "rowspan"))
    node->row_span = parse_span (value, 1, NB_LIMIT_ROW_SPAN);
  else if (g_str_equal (name, "colspan"))
    node->column_span = MAX (parse_span (value, 1, NB_LIMIT_COLUMN_SPAN), 1);
  else if (g_str_equal (name, "href"))
    node->traits |= NB_HTML_HREF;
  else if (g_str_equal (name, "width") || g_str_equal (name, "height"))
    read_extent (node, value);
  else if (g_str_equal (name, "name") || g_str_equal (name, "property"))
    attributes->name = value;
  else if (g_str_equal (name, "content"))
    attributes->content = value;
  else if (g_str_equal (name, "type"))
    attributes->type = value;
  else if (g_str_equal (name, "color"))
    {
      node->traits |= nb_html_traits_of_color (value);
      node->colors.ink = nb_html_color_parse_old (value);
    }
  else if (g_str_equal (name, "bgcolor"))
    node->colors.paper = nb_html_color_parse_old (value);
  else if (g_str_equal (name, "background"))
    node->colors.paper = NB_HTML_COLOR_PICTURE;
  else if (g_str_equal (name, "src"))
    node->marks |= node->tag == NB_HTML_TAG_SCRIPT ? NB_HTML_IS_DRAWN : 0;
  else if (g_str_equal (name, "media"))
    attributes->media = value;
  else if (g_str_equal (name, "dir"))
    attributes->direction = value;
  else if (g_str_equal (name, "placeholder"))
    attributes->placeholder = value;
  else if (g_str_equal (name, "multiple") || g_str_equal (name, "label") ||
           (g_str_equal (name, "size") && g_ascii_strtoull (value, NULL, 10) > 1))
    node->traits |= is_list (node->tag) ? NB_HTML_MADE : 0;
  else if (g_str_equal (name, "alt") || g_str_equal (name, "value"))
    attributes->text = value;
}

/**
 * nb_html_attributes_read:
 * @self: (out caller-allocates): what only certain elements need; it points into @list
 * @node: the element's node
 * @list: (nullable): names and values in turn, ended by %NULL; a value may be %NULL
 *
 * Reads the attributes of an element.
 */
void
nb_html_attributes_read (NbHtmlAttributes *self, NbHtmlNode *node, const char *const *list)
{
  for (const char *const *p = list; p != NULL && p[0] != NULL; p += 2)
    read_attribute (self, node, p[0], p[1] != NULL ? p[1] : "");
}

/**
 * nb_html_traits_of_placeholder:
 * @self: attributes of a field
 *
 * Returns: #NbHtmlTraits of a field that is empty
 */
guint
nb_html_traits_of_placeholder (const NbHtmlAttributes *self)
{
  return self->placeholder != NULL && nb_html_makes_number (self->placeholder) ? NB_HTML_MADE : 0;
}

/**
 * nb_html_traits_of_input:
 * @self: attributes of an input
 *
 * Returns: #NbHtmlTraits that its type tells: whether its value is seen, and as it is written
 */
guint
nb_html_traits_of_input (const NbHtmlAttributes *self)
{
  static const char *const unseen[] = { "hidden", "checkbox", "radio", "file", "image" };
  static const char *const drawn[] = { "password", "range", "color", "date",
                                       "month",    "week",  "time",  "datetime-local" };

  for (gsize i = 0; self->type != NULL && i < G_N_ELEMENTS (unseen); i++)
    if (g_ascii_strcasecmp (self->type, unseen[i]) == 0)
      return NB_HTML_HIDDEN;
  for (gsize i = 0; self->type != NULL && i < G_N_ELEMENTS (drawn); i++)
    if (g_ascii_strcasecmp (self->type, drawn[i]) == 0)
      return NB_HTML_TURNED;
  return self->text == NULL || *self->text == '\0' ? nb_html_traits_of_placeholder (self) : 0;
}

/**
 * nb_html_attributes_name_sheet:
 * @element: name of an element
 * @list: (nullable): its attributes, names and values in turn, ended by %NULL
 *
 * Returns: whether they name a style sheet outside the page
 */
gboolean
nb_html_attributes_name_sheet (const char *element, const char *const *list)
{
  const char *relation = g_str_equal (element, "link") ? nb_html_find_attribute (list, "rel") : NULL;

  return relation != NULL && g_ascii_strcasecmp (relation, "stylesheet") == 0;
}
