/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * JSON, as the interfaces of sites give it out: the article is one long string in it, a page or a text. That string is
 * taken, and the heading that stands in the same object under a name that ends in "title". Of the structure only the braces
 * are looked at, and no tree is made. Any thread.
 */

#define _GNU_SOURCE /* memmem */

#include "nb-json-text.h"

#include <string.h>

/* Bytes of a name that is looked at, and of a title. */
#define LONGEST_NAME  64
#define LONGEST_TITLE 600
#define TITLE         "title"
/* Objects within objects that are told apart. */
#define DEEPEST 64
/* The share of the longest string that another article has, at least. */
#define LEAST_SHARE 3

/* One string as it is written, without its quotes. */
typedef struct
{
  const char *start;
  gsize length;
} Slice;

/* Which object the place stands in. */
typedef struct
{
  guint depth;
  guint count;
  guint open[DEEPEST];
} Objects;

/* What has been found. */
typedef struct
{
  Slice longest, title;  /* of the article */
  guint object;          /* that they stand in */
  gsize other;           /* length of the longest string of another object */
  Slice titles[DEEPEST]; /* the first of each object that is open ... */
  guint owners[DEEPEST]; /* ... or was: which one */
} Article;

static void
follow_brace (Objects *self, char c)
{
  if (c == '{' && ++self->depth < DEEPEST)
    self->open[self->depth] = ++self->count;
  else if (c == '}' && self->depth > 0)
    self->depth--;
}

static guint
get_object (const Objects *self)
{
  return self->depth < DEEPEST ? self->open[self->depth] : 0;
}

static Slice
next_string (const char **p, const char *end, Objects *objects)
{
  const char *start = *p, *q;

  for (; start < end && *start != '"'; start++)
    follow_brace (objects, *start);
  if (start == end)
    start = NULL;
  q = start != NULL ? start + 1 : end;

  while (q < end && *q != '"')
    q += *q == '\\' && q + 1 < end ? 2 : 1;
  *p = q < end ? q + 1 : end;
  return start != NULL && q < end ? (Slice){ start + 1, (gsize) (q - start - 1) } : (Slice){ 0 };
}

static gboolean
is_name (const char *behind, const char *end)
{
  while (behind < end && g_ascii_isspace (*behind))
    behind++;
  return behind < end && *behind == ':';
}

static gboolean
is_title (Slice name)
{
  gsize n = strlen (TITLE);

  return name.length >= n && name.length <= LONGEST_NAME &&
         g_ascii_strncasecmp (name.start + name.length - n, TITLE, n) == 0;
}

/* "\u6559", of a pair the second half too. Returns the bytes read, 0 where it is none. */
static gsize
read_unit (const char *p, const char *end, gunichar *unit)
{
  *unit = 0;
  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return 0;
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
    }
  return 6;
}

static gsize
append_unit (GString *out, const char *p, const char *end)
{
  gunichar unit, low;
  gsize n = read_unit (p, end, &unit);

  if (n == 0)
    return 0;
  if (unit >= 0xd800 && unit < 0xdc00 && read_unit (p + n, end, &low) > 0 && low >= 0xdc00 &&
      low < 0xe000)
    {
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      n += 6;
    }
  g_string_append_unichar (out, unit == 0 || (unit >= 0xd800 && unit < 0xe000) ? 0xfffd : unit);
  return n;
}

static void
append_string (GString *out, Slice slice)
{
  static const char letters[] = "bfnrt", meanings[] = " \n\n\r\t";
  const char *end = slice.start + slice.length;

  for (const char *p = slice.start; p < end;)
    {
      const char *found = p + 1 < end && p[1] != '\0' ? strchr (letters, p[1]) : NULL;
      gsize n;

      if (*p != '\\' || p + 1 >= end)
        g_string_append_c (out, *p++);
      else if ((n = append_unit (out, p, end)) > 0)
        p += n;
      else
        {
          g_string_append_c (out, found != NULL ? meanings[found - letters] : p[1]);
          p += 2;
        }
    }
}

/* The title may stand before the text or behind it. */
static void
take_title (Article *self, Slice title, const Objects *objects)
{
  guint object = get_object (objects);

  if (object == 0 || self->owners[objects->depth] == object)
    return;
  self->titles[objects->depth] = title;
  self->owners[objects->depth] = object;
  if (object == self->object)
    self->title = title;
}

static void
take_text (Article *self, Slice text, const Objects *objects)
{
  guint object = get_object (objects);

  if (text.length <= self->longest.length)
    {
      self->other = MAX (self->other, object != self->object ? text.length : 0);
      return;
    }
  if (object != self->object)
    self->other = MAX (self->other, self->longest.length);
  self->title = object != 0 && self->owners[objects->depth] == object ? self->titles[objects->depth]
                                                                      : (Slice){ 0 };
  self->object = object;
  self->longest = text;
}

/**
 * nb_json_text_looks_like:
 * @text: the beginning of a text
 * @length: its length in bytes
 *
 * Returns: whether it is JSON: an object or a list of objects, whose first name stands in quotes
 */
gboolean
nb_json_text_looks_like (const char *text, gsize length)
{
  const char *p = text, *end = text + length;
  gboolean is_object = FALSE;
  Objects objects = { 0 };

  for (; p < end && (*p == '[' || *p == '{' || g_ascii_isspace (*p)); p++)
    is_object |= *p == '{';
  if (!is_object || p >= end || *p != '"')
    return FALSE;
  next_string (&p, end, &objects);
  return is_name (p, end);
}

/**
 * nb_json_text_dup_article:
 * @text: JSON
 * @length: its length in bytes
 * @is_page: (out): whether the article is a page
 *
 * Takes the article out of JSON.
 *
 * Returns: (transfer full) (nullable): the longest string in it, below its title; %NULL where it has none, or several
 */
GString *
nb_json_text_dup_article (const char *text, gsize length, gboolean *is_page)
{
  const char *p = text, *end = text + length;
  Slice longest, name = { 0 };
  Objects objects = { 0 };
  Article article = { 0 };
  GString *out;

  while (p < end)
    {
      Slice slice = next_string (&p, end, &objects);

      if (is_name (p, end))
        {
          name = slice;
          continue;
        }
      if (slice.length <= LONGEST_TITLE && is_title (name))
        take_title (&article, slice, &objects);
      else
        take_text (&article, slice, &objects);
    }
  longest = article.longest;
  if (longest.length == 0 || article.other > longest.length / LEAST_SHARE)
    return NULL;
  out = g_string_sized_new (longest.length + LONGEST_TITLE);
  *is_page = memmem (longest.start, longest.length, "</", 2) != NULL ||
             memmem (longest.start, longest.length, "<\\/", 3) != NULL;
  g_string_append (out, *is_page ? "<h1>" : "");
  append_string (out, article.title);
  g_string_append (out, *is_page ? "</h1>" : "\n");
  append_string (out, longest);
  return out;
}
