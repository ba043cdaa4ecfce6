/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Text whose tables are HTML: Markdown that converters write, which know no merged cells in Markdown, and what programs
 * that read pictures of pages give out. Its line ends part paragraphs, which in a page they would not: so the text between
 * the tables is made preformatted, and the whole is read as a page.
 *
 * Any thread.
 */

#include "nb-html-mixed.h"

#include <string.h>

/* Lines without a tag that a text has at least. */
#define FEWEST_LINES 3

/* What only a page has between its tables. */
static const char *const page_tags[] = { "p",      "head",  "title", "meta",
                                         "script", "style", "pre",   "li" };

static gboolean
is_tag (const char *p, const char *end, const char *name)
{
  gsize n = strlen (name);

  return end - p > (gssize) n + 1 && *p == '<' && g_ascii_strncasecmp (p + 1, name, n) == 0 &&
         (p[n + 1] == '>' || p[n + 1] == '/' || g_ascii_isspace (p[n + 1]));
}

/* Where the table that begins at @p ends, tables within it included; @end where it does not. */
static const char *
find_table_end (const char *p, const char *end)
{
  guint depth = 0;

  for (; (p = memchr (p, '<', (gsize) (end - p))) != NULL; p++)
    {
      if (is_tag (p, end, "table"))
        depth++;
      else if (is_tag (p, end, "/table") && --depth == 0)
        {
          const char *close = memchr (p, '>', (gsize) (end - p));

          return close != NULL ? close + 1 : end;
        }
    }
  return end;
}

static const char *
find_table (const char *p, const char *end)
{
  for (; (p = memchr (p, '<', (gsize) (end - p))) != NULL; p++)
    if (is_tag (p, end, "table"))
      return p;
  return end;
}

static gboolean
has_page_tag (const char *p, const char *end)
{
  for (; (p = memchr (p, '<', (gsize) (end - p))) != NULL; p++)
    for (gsize i = 0; i < G_N_ELEMENTS (page_tags); i++)
      if (is_tag (p, end, page_tags[i]))
        return TRUE;
  return FALSE;
}

/* Lines that are not blank and hold no tag. */
static guint
count_bare_lines (const char *p, const char *end)
{
  guint n = 0;

  while (p < end)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));
      gboolean is_blank = TRUE;

      if (stop == NULL)
        stop = end;
      for (const char *q = p; q < stop && is_blank; q++)
        is_blank = g_ascii_isspace (*q);
      n += !is_blank && memchr (p, '<', (gsize) (stop - p)) == NULL;
      p = stop + 1;
    }
  return n;
}

/**
 * nb_html_mixed_to_page:
 * @text: a text
 * @length: its length in bytes
 * @page_length: (out): the length of what is returned
 *
 * Makes a page of a text whose tables are HTML.
 *
 * Returns: (transfer full) (nullable): the page; %NULL where the text is one already, or has no such table
 */
char *
nb_html_mixed_to_page (const char *text, gsize length, gsize *page_length)
{
  const char *end = text + length;
  g_autoptr (GString) page = NULL;
  guint n_bare = 0;

  if (find_table (text, end) == end)
    return NULL;
  page = g_string_sized_new (length + 256);
  for (const char *p = text; p < end;)
    {
      const char *table = find_table (p, end), *behind;

      if (has_page_tag (p, table))
        return NULL;
      n_bare += count_bare_lines (p, table);
      g_string_append (page, "<pre>");
      g_string_append_len (page, p, (gssize) (table - p));
      g_string_append (page, "</pre>");
      behind = table < end ? find_table_end (table, end) : end;
      g_string_append_len (page, table, (gssize) (behind - table));
      p = behind;
    }
  if (n_bare < FEWEST_LINES)
    return NULL;
  *page_length = page->len;
  return g_string_free (g_steal_pointer (&page), FALSE);
}
