/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the attributes of a start tag say: traits and spans for its node, and where the texts stand that only certain
 * elements have a use for.
 *
 * Any thread.
 */

#include "nb-html-attributes.h"

#include "base/nb-limits.h"

#include <string.h>

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

static gboolean
is_tiny (const char *value)
{
  char *end;
  guint64 size = g_ascii_strtoull (value, &end, 10);

  return end != value && *end != '%' && size < 120;
}

static guint
hash_name (const char *value)
{
  return g_str_hash (value) | 1;
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
      node->traits |= nb_html_traits_of_style (value);
      attributes->style = value;
    }
  else if (g_str_equal (name, "hidden"))
    node->traits |= NB_HTML_HIDDEN;
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
    node->traits |= is_tiny (value) ? NB_HTML_SMALL : 0;
  else if (g_str_equal (name, "name") || g_str_equal (name, "property"))
    attributes->name = value;
  else if (g_str_equal (name, "content"))
    attributes->content = value;
  else if (g_str_equal (name, "type"))
    attributes->type = value;
  else if (g_str_equal (name, "color"))
    node->traits |= nb_html_traits_of_color (value);
  else if (g_str_equal (name, "media"))
    attributes->media = value;
  else if (g_str_equal (name, "dir"))
    attributes->direction = value;
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
