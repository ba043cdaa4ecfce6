/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Markup that libxml2 reads otherwise than browsers do is mended before it sees it; nothing changes its place.
 *
 * Tags with more attributes than any page has: libxml2 compares each attribute of a tag with all before
 * it, so that 50 000 of them take seconds. Those past NB_LIMIT_ATTRIBUTES are blanked.
 *
 * "<!-->" and "<!--->" are comments of nothing; to libxml2 they begin one that swallows what follows. "<td/>" begins
 * a cell or a row as "<td>" does; to libxml2 it is an empty one, and what it holds would stand beside it. "</tr>" ends
 * a row that was never begun, where cells stand in one, "</tbody>" a group; libxml2 says nothing of an end without a
 * beginning, so that these become instructions, "<?tr>", which it tells of.
 *
 * And names of elements with characters that no element has in its name: libxml2 would end the name there, and take
 * "<s\357\277\275an>" for a strike. They become names that no element has (see nb_html_is_spoilt_name()).
 *
 * Any thread.
 */

#include "nb-html-mend.h"

#include "base/nb-limits.h"

#include <string.h>

/* libxml2 cuts longer names in pieces. */
#define LONGEST_NAME 100

typedef struct
{
  const char *html;
  gsize length;
  char *copy;         /* (owned) (nullable): once there is something to blank */
  GByteArray *tables; /* (owned): OpenParts of each open table */
} Scan;

/* What is open in a table. */
typedef enum
{
  ROW_IS_OPEN = 1 << 0,
  BODY_IS_OPEN = 1 << 1,
  HEAD_IS_OPEN = 1 << 2,
  FOOT_IS_OPEN = 1 << 3,
} OpenParts;

static const char *const groups[] = { "tbody", "thead", "tfoot" };

static gboolean
is_name (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == ':' || c == '-' || c == '.';
}

static gsize
skip_blanks (const Scan *self, gsize at)
{
  while (at < self->length && g_ascii_isspace (self->html[at]))
    at++;
  return at;
}

/* The end of the value that "=" at @at begins. */
static gsize
skip_value (const Scan *self, gsize at)
{
  at = skip_blanks (self, at + 1);
  if (at < self->length && (self->html[at] == '"' || self->html[at] == '\''))
    {
      const char *end = memchr (self->html + at + 1, self->html[at], self->length - at - 1);

      return end != NULL ? (gsize) (end - self->html) + 1 : self->length;
    }
  while (at < self->length && !g_ascii_isspace (self->html[at]) && self->html[at] != '>' &&
         self->html[at] != '<')
    at++;
  return at;
}

/* What is no attribute is passed over as libxml2 does it. */
static gsize
skip_bogus (const Scan *self, gsize at)
{
  while (at < self->length && !g_ascii_isspace (self->html[at]) && self->html[at] != '>')
    at++;
  return at;
}

static void
make_copy (Scan *self)
{
  if (self->copy != NULL)
    return;
  self->copy = g_malloc (self->length + 1);
  memcpy (self->copy, self->html, self->length);
  self->copy[self->length] = '\0';
}

static void
blank (Scan *self, gsize from, gsize to)
{
  make_copy (self);
  /* The numbers of the lines stay. */
  for (gsize i = from; i < to; i++)
    if (self->copy[i] != '\n')
      self->copy[i] = ' ';
}

/* Of a tag that ends at @at. */
static void
take_back_slash (Scan *self, gsize at)
{
  if (at < self->length && self->html[at - 1] == '/')
    blank (self, at - 1, at);
}

/* Goes over the attributes of a tag; @at is behind its name. Returns where it ends. */
static gsize
scan_tag (Scan *self, gsize at)
{
  guint n = 0;

  for (;;)
    {
      gsize from = at = skip_blanks (self, at);

      if (at >= self->length || self->html[at] == '>')
        return at;
      if (!is_name (self->html[at]) || g_ascii_isdigit (self->html[at]) || self->html[at] == '-')
        {
          at = skip_bogus (self, at);
          continue;
        }
      while (at < self->length && is_name (self->html[at]))
        at++;
      n += 1 + (guint) MIN ((at - from) / LONGEST_NAME, NB_LIMIT_ATTRIBUTES);
      if (skip_blanks (self, at) < self->length && self->html[skip_blanks (self, at)] == '=')
        at = skip_value (self, skip_blanks (self, at));
      if (n > NB_LIMIT_ATTRIBUTES)
        blank (self, from, at);
    }
}

/* The rest of a name that goes on at @at with what no name has. Returns its end. */
static gsize
mend_name (Scan *self, gsize at)
{
  make_copy (self);
  for (; at < self->length && ((guchar) self->html[at] >= 0x80 || is_name (self->html[at])); at++)
    if ((guchar) self->html[at] >= 0x80)
      self->copy[at] = '_';
  return at;
}

/**
 * nb_html_is_spoilt_name:
 * @name: name of an element, as libxml2 gives it
 *
 * Returns: whether characters stood in it that no name has
 */
gboolean
nb_html_is_spoilt_name (const char *name)
{
  return strstr (name, "__") != NULL;
}

static gboolean
is_named (const Scan *self, gsize at, gsize end, const char *name)
{
  return strlen (name) == end - at && g_ascii_strncasecmp (self->html + at, name, end - at) == 0;
}

/* The innermost open table, NULL for none. */
static guint8 *
open_parts (const Scan *self)
{
  return self->tables->len > 0 ? &self->tables->data[self->tables->len - 1] : NULL;
}

static void
note_start (Scan *self, gsize at, gsize end)
{
  guint8 none = 0, *parts = open_parts (self);

  if (is_named (self, at, end, "table"))
    g_byte_array_append (self->tables, &none, 1);
  if (parts == NULL)
    return;
  if (is_named (self, at, end, "tr"))
    *parts |= ROW_IS_OPEN;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (is_named (self, at, end, groups[i]))
      *parts = (guint8) (BODY_IS_OPEN << i);
}

/* Whether what ends was begun, or means nothing where it was not. */
static gboolean
note_end (Scan *self, gsize at, gsize end)
{
  guint8 *parts = open_parts (self);

  if (parts == NULL)
    return TRUE;
  if (is_named (self, at, end, "table"))
    g_byte_array_set_size (self->tables, self->tables->len - 1);
  else if (is_named (self, at, end, "tr"))
    {
      gboolean was_open = (*parts & ROW_IS_OPEN) != 0;

      *parts &= (guint8) ~ROW_IS_OPEN;
      return was_open;
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (is_named (self, at, end, groups[i]) && (*parts & BODY_IS_OPEN << i) != 0)
      *parts = 0;
    else if (i == 0 && is_named (self, at, end, groups[i]))
      return *parts > ROW_IS_OPEN;
  return TRUE;
}

/* Where the name ends that begins at @at. */
static gsize
skip_name (const Scan *self, gsize at)
{
  gsize most = MIN (self->length, at + LONGEST_NAME);

  while (at < most && is_name (self->html[at]))
    at++;
  return at;
}

/* A start tag whose name begins at @name. Returns where to go on. */
static gsize
scan_start (Scan *self, gsize name)
{
  gsize name_end = skip_name (self, name), at = name_end, n = name_end - name;

  if (at < self->length && (guchar) self->html[at] >= 0x80)
    at = mend_name (self, at);
  at = scan_tag (self, at);
  note_start (self, name, name_end);
  if (is_named (self, name, name_end, "td") || is_named (self, name, name_end, "th") ||
      is_named (self, name, name_end, "tr"))
    take_back_slash (self, at);
  if (!is_named (self, name, name_end, "script") && !is_named (self, name, name_end, "style"))
    return at;
  /* To its own end they are nothing but text. */
  for (const char *p; (p = memchr (self->html + at, '<', self->length - at)) != NULL;)
    {
      at = (gsize) (p - self->html);
      if (self->length - at > n + 2 && p[1] == '/' &&
          g_ascii_strncasecmp (p + 2, self->html + name, n) == 0)
        return at;
      at++;
    }
  return self->length;
}

/* An end tag whose name begins at @name. Returns where to go on. */
static gsize
scan_end (Scan *self, gsize name)
{
  gsize at = skip_name (self, name);

  if (!note_end (self, name, at))
    {
      make_copy (self);
      self->copy[name - 1] = '?';
    }
  return at < self->length && (guchar) self->html[at] >= 0x80 ? mend_name (self, at) : at;
}

/* What "<!" begins, of which @at is behind. Returns where to go on. */
static gsize
scan_comment (Scan *self, gsize at)
{
  const char *text = self->html + at;
  gsize left = self->length - at;

  if (left < 3 || strncmp (text, "--", 2) != 0)
    return at;
  if (text[2] == '>' || (left > 3 && text[2] == '-' && text[3] == '>'))
    {
      gsize end = at + (text[2] == '>' ? 3 : 4);

      blank (self, at - 2, end);
      return end;
    }
  for (at += 2; (text = memchr (self->html + at, '-', self->length - at)) != NULL; at++)
    {
      at = (gsize) (text - self->html);
      left = self->length - at;
      if ((left > 2 && strncmp (text, "-->", 3) == 0) ||
          (left > 3 && strncmp (text, "--!>", 4) == 0))
        return at + 3;
    }
  return self->length;
}

/**
 * nb_html_mend:
 * @html: a page
 * @length: its length in bytes
 *
 * Looks for what libxml2 would read otherwise than a browser: names that it would cut short, comments of nothing, cells
 * that end with a slash, ends of rows that were not begun, and tags with more than NB_LIMIT_ATTRIBUTES attributes.
 *
 * Returns: (transfer full) (nullable): the page with these mended, of the same length and with the same lines; %NULL where
 *   there are none
 */
char *
nb_html_mend (const char *html, gsize length)
{
  g_autoptr (GByteArray) tables = g_byte_array_new ();
  Scan self = { .html = html, .length = length, .tables = tables };
  const char *p = html, *end = html + length;

  while (p < end && (p = memchr (p, '<', (gsize) (end - p))) != NULL && ++p < end)
    {
      gsize at = (gsize) (p - html);

      if (*p == '!')
        p = html + scan_comment (&self, at + 1);
      else if (g_ascii_isalpha (*p))
        p = html + scan_start (&self, at);
      else if (*p == '/' && p + 1 < end && g_ascii_isalpha (p[1]))
        p = html + scan_end (&self, at + 1);
    }
  return self.copy;
}
