/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The names that others give to charsets: what a label means, and where a page declares one.
 * Nothing is kept; any thread.
 */

#include "nb-charset.h"

#include <string.h>
#include <unicode/ucnv.h>

#include "base/nb-limits.h"

/* The labels of the GB family are used without distinction, and gb18030 holds all of them. */
static const char *const gb_labels[] = {
  "gb18030",   "gb18030-2000", "gb18030-2005", "gb18030-2022", "gb2312",
  "gb_2312",   "gb_2312-80",   "gbk",          "x-gbk",        "cp936",
  "ms936",     "windows-936",  "936",          "gb-2312",      "euc-cn",
  "x-euc-cn",  "euccn",        "csgb2312",     "csgb231280",   "csiso58gb231280",
  "iso-ir-58", "chinese",      "gb",           NULL,
};

static const char *const big5_labels[] = {
  "big5",  "big5-hkscs",  "cn-big5", "x-x-big5",  "csbig5", "cp950",
  "ms950", "windows-950", "big-5",   "big5-eten", "950",    NULL,
};

/**
 * nb_charset_canonical:
 * @label: what somebody wrote
 *
 * Tells what a label means: "utf-8", "gb18030" or "big5" for their families, else the label in
 * lower case where ICU knows it. "unicode", which old browsers wrote into pages that they saved in
 * any charset, means nothing.
 *
 * Returns: (nullable): an interned name, or %NULL where the label is unknown
 */
const char *
nb_charset_canonical (const char *label)
{
  g_autofree char *name = g_ascii_strdown (label, -1);
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter;

  g_strstrip (name);
  if (strcmp (name, "utf-8") == 0 || strcmp (name, "utf8") == 0)
    return "utf-8";
  if (g_strv_contains (gb_labels, name))
    return "gb18030";
  if (g_strv_contains (big5_labels, name))
    return "big5";
  if (name[0] == '\0' || strcmp (name, "unicode") == 0)
    return NULL;

  converter = ucnv_open (name, &status);
  if (U_FAILURE (status))
    return NULL;
  ucnv_close (converter);
  return g_intern_string (name);
}

static gsize
skip_blank (const char *text, gsize length, gsize at)
{
  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return at;
}

/* The value behind "charset" and "=" in @text, with or without quotes. */
static char *
find_charset_value (const char *text, gsize length)
{
  const char key[] = "charset";
  const gsize key_length = sizeof key - 1;

  for (gsize i = 0; i + key_length < length; i++)
    {
      gsize start;
      gsize end;

      if (g_ascii_strncasecmp (text + i, key, key_length) != 0)
        continue;
      start = skip_blank (text, length, i + key_length);
      if (start >= length || text[start] != '=')
        continue;
      start = skip_blank (text, length, start + 1);
      while (start < length && strchr ("\"'", text[start]) != NULL)
        start++;
      end = start;
      while (end < length && (g_ascii_isalnum (text[end]) || strchr ("-_.:+", text[end]) != NULL))
        end++;
      if (end > start)
        return g_ascii_strdown (text + start, (gssize) (end - start));
    }
  return NULL;
}

/**
 * nb_charset_find_meta:
 * @bytes: a page
 * @size: its size
 *
 * Finds the charset that a page declares in a meta element among its first %NB_LIMIT_META_PRESCAN
 * bytes, outside comments.
 *
 * Returns: (nullable) (transfer full): the label in lower case
 */
char *
nb_charset_find_meta (const guint8 *bytes, gsize size)
{
  const char *text = (const char *) bytes;
  gsize length = MIN (size, NB_LIMIT_META_PRESCAN);

  for (gsize i = 0; i + 6 < length; i++)
    {
      if (text[i] != '<')
        continue;
      if (strncmp (text + i, "<!--", 4) == 0)
        {
          const char *end = g_strstr_len (text + i + 4, (gssize) (length - i - 4), "-->");

          if (end == NULL)
            return NULL;
          i = (gsize) (end - text) + 2;
        }
      else if (g_ascii_strncasecmp (text + i, "<meta", 5) == 0 && !g_ascii_isalnum (text[i + 5]))
        {
          const char *end = memchr (text + i, '>', length - i);
          gsize element = end != NULL ? (gsize) (end - text) - i : length - i;
          char *label = find_charset_value (text + i, element);

          if (label != NULL)
            return label;
        }
    }
  return NULL;
}

/**
 * nb_charset_find_xml:
 * @bytes: a page
 * @size: its size
 *
 * Finds the encoding of an XML declaration at the very beginning.
 *
 * Returns: (nullable) (transfer full): the label in lower case
 */
char *
nb_charset_find_xml (const guint8 *bytes, gsize size)
{
  const char key[] = "encoding";
  const char *text = (const char *) bytes;
  gsize length = MIN (size, 256);
  const char *end;
  const char *at;

  if (length < 6 || strncmp (text, "<?xml ", 6) != 0)
    return NULL;
  end = g_strstr_len (text, (gssize) length, "?>");
  at = end != NULL ? g_strstr_len (text, end - text, key) : NULL;
  if (at == NULL)
    return NULL;
  at += strlen (key);
  while (at < end && (g_ascii_isspace (*at) || strchr ("=\"'", *at) != NULL))
    at++;
  length = strcspn (at, "\"'? ");
  return length > 0 ? g_ascii_strdown (at, (gssize) length) : NULL;
}
