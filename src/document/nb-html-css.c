/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rules of a style sheet one by one: those in blocks behind an @ and those within other rules too, without comments.
 * What is said for paper or for narrow screens alone is passed over; what counts only where the browser can do something,
 * where the screen is wide or another layer is silent is not sure. Any thread.
 */

#include "nb-html-css.h"

#include "base/nb-limits.h"

#include <string.h>

/* A screen that a sheet takes for narrow, in pixels, and pixels of an em. */
#define NARROW 1024.0
#define EM     16.0

typedef struct
{
  NbHtmlCssFunc func;
  gpointer data;
  gboolean is_stopped;
} Reader;

/* The sheet without its comments and the marks that hide it from very old browsers. */
static char *
strip_comments (const char *css, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (const char *p = css, *end = css + length; p < end;)
    {
      const char *close;

      if (end - p >= 2 && p[0] == '/' && p[1] == '*')
        {
          close = g_strstr_len (p + 2, end - p - 2, "*/");
          p = close != NULL ? close + 2 : end;
          g_string_append_c (out, ' ');
        }
      else if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
        p += 4;
      else if (end - p >= 3 && memcmp (p, "-->", 3) == 0)
        p += 3;
      else
        g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

/* Behind the string that begins at @p, or the character there. */
static const char *
skip_one (const char *p, const char *end)
{
  char quote = *p;

  if (quote == '\\')
    return MIN (p + 2, end);
  if (quote != '"' && quote != '\'')
    return p + 1;
  for (const char *q = p + 1; q < end && *q != '\n'; q++)
    if (*q == quote)
      return q + 1;
    else if (*q == '\\')
      q++;
  return p + 1;
}

/* The end of the block that begins with the brace at @p. */
static const char *
skip_block (const char *p, const char *end)
{
  guint depth = 0;

  while (p < end)
    {
      if (*p == '{')
        depth++;
      else if (*p == '}' && --depth == 0)
        return p + 1;
      p = skip_one (p, end);
    }
  return end;
}

/* The first of @marks in the text; @end where none is. */
static const char *
find_mark (const char *p, const char *end, const char *marks)
{
  while (p < end && strchr (marks, *p) == NULL)
    p = skip_one (p, end);
  return MIN (p, end);
}

/**
 * nb_html_css_split:
 * @list: selectors
 *
 * Returns: (transfer full) (element-type utf8): the parts between the commas that stand in no brackets
 */
GPtrArray *
nb_html_css_split (const char *list)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *end = list + strlen (list), *start = list;
  guint depth = 0;

  for (const char *p = list; p <= end;)
    {
      if (p == end || (*p == ',' && depth == 0))
        {
          g_ptr_array_add (parts, g_strstrip (g_strndup (start, (gsize) (p - start))));
          start = p + 1;
        }
      else if (*p == '(' || *p == '[')
        depth++;
      else if ((*p == ')' || *p == ']') && depth > 0)
        depth--;
      p = p == end ? p + 1 : skip_one (p, end);
    }
  return parts;
}

/* The width that @feature is told with, in pixels; 0 where it is not told. */
static double
find_width (const char *query, const char *feature)
{
  const char *p = strstr (query, feature);
  char *end;
  double width;

  if (p == NULL)
    return 0;
  p += strlen (feature);
  width = g_ascii_strtod (p + strspn (p, ": \t\r\n"), &end);
  return g_str_has_prefix (end, "em") || g_str_has_prefix (end, "rem") ? width * EM : width;
}

/* What one query of a list says of a screen of usual size. */
static gboolean
judge_query (const char *part, gboolean *is_sure)
{
  static const char *const elsewhere[] = { "print", "speech", "aural", "handheld", "braille" };
  g_autofree char *query = g_ascii_strdown (part, -1);
  double width = MAX (find_width (query, "max-width"), find_width (query, "max-device-width"));

  *is_sure = *query == '\0' || g_str_equal (query, "all") || g_str_equal (query, "screen") ||
             g_str_equal (query, "only screen");
  if (g_str_has_prefix (query, "not"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (g_str_has_prefix (query, elsewhere[i]))
      return FALSE;
  return width == 0 || width >= NARROW;
}

/**
 * nb_html_css_is_shown:
 * @media: for which media a sheet is, or a part of it
 * @is_sure: (out): whether it counts on a screen in any case
 *
 * Returns: whether it may count on a screen of usual size
 */
gboolean
nb_html_css_is_shown (const char *media, gboolean *is_sure)
{
  g_autoptr (GPtrArray) queries = nb_html_css_split (media);
  gboolean is_shown = FALSE;

  *is_sure = FALSE;
  for (guint i = 0; i < queries->len; i++)
    {
      gboolean is_sure_here;

      if (!judge_query (g_ptr_array_index (queries, i), &is_sure_here))
        continue;
      is_shown = TRUE;
      *is_sure |= is_sure_here;
    }
  return is_shown;
}

/* Whether the block behind "@name prelude" holds rules that may count. */
static gboolean
judge_block (const char *p, const char *end, gboolean *is_sure)
{
  static const char *const conditions[] = { "@supports", "@layer",         "@container",
                                            "@scope",    "@-moz-document", "@document" };

  *is_sure = FALSE;
  if (g_ascii_strncasecmp (p, "@media", 6) == 0)
    {
      g_autofree char *media = g_strstrip (g_strndup (p + 6, (gsize) (end - p - 6)));

      return nb_html_css_is_shown (media, is_sure);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (g_ascii_strncasecmp (p, conditions[i], strlen (conditions[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The selectors of a rule within another; not sure where that is too long to be put in its places. */
static char *
join_selectors (const char *outer, const char *inner, gboolean *is_sure)
{
  g_autoptr (GPtrArray) parts = nb_html_css_split (inner);
  gboolean is_short = strlen (outer) <= NB_LIMIT_STYLE_OUTER_BYTES &&
                      parts->len <= NB_LIMIT_STYLE_PLACES;
  g_autofree char *parent = is_short ? g_strdup_printf (":is(%s)", outer) : g_strdup ("*");
  GString *joined = g_string_new (NULL);

  *is_sure &= is_short;
  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (GString) part = g_string_new (g_ptr_array_index (parts, i));

      if (strchr (part->str, '&') == NULL)
        g_string_prepend (part, "* ");
      else
        g_string_replace (part, "&", parent, 1);
      g_string_append_printf (joined, "%s%s", i > 0 ? "," : "", part->str);
    }
  return g_string_free (joined, FALSE);
}

/* The declarations that stand in no block within the rule. */
static char *
collect_declarations (const char *p, const char *end)
{
  GString *out = g_string_new (NULL);

  while (p < end)
    {
      const char *stop = find_mark (p, end, "{;");

      if (stop < end && *stop == '{')
        {
          p = skip_block (stop, end);
          continue;
        }
      g_string_append_len (out, p, stop - p);
      g_string_append_c (out, ';');
      p = stop + 1;
    }
  return g_string_free (out, FALSE);
}

/* Reads the rules of a sheet, or those within the rule of @outer. */
static void
read_rules (Reader *self,
            const char *p,
            const char *end,
            const char *outer,
            gboolean is_sure,
            guint depth)
{
  if (outer != NULL)
    {
      g_autofree char *declarations = collect_declarations (p, end);

      self->is_stopped |= !self->func (outer, declarations, is_sure, self->data);
    }
  if (depth > NB_LIMIT_STYLE_BLOCKS)
    {
      self->is_stopped |= !self->func (NULL, NULL, FALSE, self->data);
      return;
    }
  while (p < end && !self->is_stopped)
    {
      gboolean is_at, is_sure_there = TRUE;
      const char *stop, *close, *inner;

      while (p < end && (g_ascii_isspace (*p) || *p == ';' || *p == '}'))
        p++;
      is_at = p < end && *p == '@';
      stop = find_mark (p, end, is_at || outer != NULL ? "{;" : "{");
      if (stop >= end)
        break;
      if (*stop == ';')
        {
          p = stop + 1;
          continue;
        }
      close = skip_block (stop, end);
      inner = close > stop + 1 && close[-1] == '}' ? close - 1 : close;
      if (!is_at)
        {
          g_autofree char *selectors = g_strndup (p, (gsize) (stop - p));
          gboolean is_sure_here = is_sure;
          g_autofree char *joined = outer != NULL
                                        ? join_selectors (outer, selectors, &is_sure_here)
                                        : NULL;

          read_rules (self, stop + 1, inner, joined != NULL ? joined : selectors, is_sure_here,
                      depth + 1);
        }
      else if (g_ascii_strncasecmp (p, NB_HTML_CSS_FONT, strlen (NB_HTML_CSS_FONT)) == 0)
        read_rules (self, stop + 1, inner, NB_HTML_CSS_FONT, is_sure, depth + 1);
      else if (judge_block (p, stop, &is_sure_there))
        read_rules (self, stop + 1, inner, outer, is_sure && is_sure_there, depth + 1);
      p = close;
    }
}

/**
 * nb_html_css_read:
 * @css: the text of a style element
 * @length: its length in bytes
 * @func: (scope call): called with each rule that may count on a screen
 * @data: (closure): for @func
 *
 * Reads a style sheet.
 */
void
nb_html_css_read (const char *css, gsize length, NbHtmlCssFunc func, gpointer data)
{
  g_autofree char *text = strip_comments (css, length);
  Reader self = { func, data, FALSE };

  read_rules (&self, text, text + strlen (text), NULL, TRUE, 0);
}
