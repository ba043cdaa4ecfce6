/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a page is that shows next to nothing: a script that asks who reads it, or a way to the real page. The bytes are
 * looked at as they come, since all of this is ASCII. Nothing is kept; any thread.
 */

#include "nb-sniff.h"

#include <string.h>

/* Bytes of a page that is only a way elsewhere. */
#define LONGEST_PAGE (256 * 1024)
/* Seconds after which a page that goes on by itself is one to be read before. */
#define LONGEST_DELAY 30
/* Visible bytes: of a page that runs a script, of one that says that it has moved. */
#define MOST_VISIBLE 200
#define MOST_TOLD    600

static const char *const hidden[] = { "script", "style", "title", "noscript" };

static gboolean
is_element (const char *tag, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (tag + 1, name, length) == 0 && tag[1 + length] != '\0' &&
         (g_ascii_isspace (tag[1 + length]) || strchr (">/", tag[1 + length]) != NULL);
}

/* Where a comment, or an element whose content is not shown, ends; %NULL for any other tag. */
static const char *
skip_hidden (const char *tag)
{
  const char *end;

  /* Not g_str_has_prefix(): newer GLib measures the whole rest of the page first. */
  if (strncmp (tag, "<!--", strlen ("<!--")) == 0)
    return (end = strstr (tag, "-->")) != NULL ? end + 2 : tag + strlen (tag);
  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (is_element (tag, hidden[i]))
      {
        for (end = tag + 1; (end = strstr (end, "</")) != NULL; end++)
          if (g_ascii_strncasecmp (end + 2, hidden[i], strlen (hidden[i])) == 0)
            return strchr (end, '>') != NULL ? strchr (end, '>') : tag + strlen (tag);
        return tag + strlen (tag);
      }
  return NULL;
}

/* Visible bytes of a page: without elements, scripts, styles and comments. */
static gsize
count_visible (const char *text)
{
  gsize n = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      const char *end = *at == '<' ? skip_hidden (at) : NULL;

      if (*at == '<' && end == NULL)
        end = strchr (at, '>');
      if (*at == '<' && (end == NULL || *end == '\0'))
        return n;
      if (*at == '<')
        at = end;
      else
        n += !g_ascii_isspace (*at);
    }
  return n;
}

/* The value of an attribute of the element from @tag to @end. */
static char *
dup_attribute (const char *tag, const char *end, const char *name)
{
  gsize length = strlen (name);

  for (const char *p = tag; p + length < end; p++)
    {
      const char *value, *stop;

      if (!(g_ascii_isspace (p[0]) || strchr ("\"'/", p[0]) != NULL) ||
          g_ascii_strncasecmp (p + 1, name, length) != 0)
        continue;
      for (value = p + 1 + length; value < end && g_ascii_isspace (*value);)
        value++;
      if (value >= end || *value != '=')
        continue;
      for (value++; value < end && g_ascii_isspace (*value);)
        value++;
      stop = value < end && strchr ("\"'", *value) != NULL
                 ? memchr (value + 1, *value, (gsize) (end - value - 1))
                 : NULL;
      if (stop != NULL)
        return g_strndup (value + 1, (gsize) (stop - value - 1));
      for (stop = value; stop < end && !g_ascii_isspace (*stop);)
        stop++;
      return g_strndup (value, (gsize) (stop - value));
    }
  return NULL;
}

/* The address of "5; url=ADDRESS". */
static char *
parse_refresh (const char *content)
{
  char *rest;
  guint64 delay = g_ascii_strtoull (content, &rest, 10);
  gsize length;

  if (rest == content || delay > LONGEST_DELAY)
    return NULL;
  rest += strspn (rest, "0123456789.");
  rest += strspn (rest, " \t\r\n;,");
  if (g_ascii_strncasecmp (rest, "url", 3) != 0)
    return NULL;
  rest += 3;
  rest += strspn (rest, " \t\r\n");
  if (*rest != '=')
    return NULL;
  rest++;
  rest += strspn (rest, " \t\r\n'\"");
  length = strcspn (rest, "'\"");
  while (length > 0 && g_ascii_isspace (rest[length - 1]))
    length--;
  return length > 0 ? g_strndup (rest, length) : NULL;
}

/* The bytes as a string, where they may be a page that only leads elsewhere. */
static char *
dup_small_page (const guint8 *bytes, gsize size)
{
  return size <= LONGEST_PAGE && memchr (bytes, 0, size) == NULL
             ? g_strndup ((const char *) bytes, size)
             : NULL;
}

/**
 * nb_sniff_refresh:
 * @bytes: a page
 * @size: its size
 *
 * Tells a page that shows next to nothing and goes elsewhere by itself, through a meta element.
 *
 * Returns: (transfer full) (nullable): where to, as it is written there
 */
char *
nb_sniff_refresh (const guint8 *bytes, gsize size)
{
  g_autofree char *text = dup_small_page (bytes, size);

  for (const char *at = text; at != NULL && (at = strchr (at, '<')) != NULL; at++)
    {
      const char *end = skip_hidden (at);
      g_autofree char *kind = NULL;
      g_autofree char *content = NULL;

      if (end != NULL)
        {
          if (*end == '\0')
            return NULL;
          at = end;
          continue;
        }
      if (!is_element (at, "meta"))
        continue;
      /* Looked for once: no element ends behind the last bracket. */
      end = strchr (at, '>');
      if (end == NULL)
        return NULL;
      kind = dup_attribute (at + 5, end, "http-equiv");
      content = dup_attribute (at + 5, end, "content");
      if (kind != NULL && content != NULL && g_ascii_strcasecmp (kind, "refresh") == 0)
        return count_visible (text) <= MOST_TOLD ? parse_refresh (content) : NULL;
      at = end;
    }
  return NULL;
}

/**
 * nb_sniff_script:
 * @bytes: a page
 * @size: its size
 *
 * Tells a page that shows nothing and only runs a script which sets a cookie or goes elsewhere:
 * what sites answer to programs instead of the page.
 *
 * Returns: whether it is one
 */
gboolean
nb_sniff_script (const guint8 *bytes, gsize size)
{
  static const char *const marks[] = { "document.cookie", "location.", "location=", "$_ts",
                                       "eval(" };
  g_autofree char *page = dup_small_page (bytes, size);
  g_autofree char *text = page != NULL ? g_ascii_strdown (page, -1) : NULL;
  gboolean marked = FALSE;

  if (text == NULL || strstr (text, "<script") == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    marked |= strstr (text, marks[i]) != NULL;
  return marked && count_visible (text) < MOST_VISIBLE;
}
