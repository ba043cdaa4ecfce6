/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The characters of a page on their way into the tree: white space is collapsed, what has no width is
 * left out, and what sort of characters they are is counted in the same pass.
 *
 * Any thread.
 */

#include "nb-html-text.h"

typedef enum
{
  SORT_LETTER,
  SORT_SPACE,
  SORT_NOTHING, /* no width: padding of editors */
  SORT_DIGIT,
  SORT_STROKE,
  SORT_SENTENCE,
  SORT_POINT, /* other punctuation */
} Sort;

static Sort
sort_of_ascii (guchar c)
{
  if (c <= ' ' || c == 0x7f)
    return SORT_SPACE;
  if (c >= '0' && c <= '9')
    return SORT_DIGIT;
  if (g_ascii_isalpha (c))
    return SORT_LETTER;
  return c == '-' || c == '/' ? SORT_STROKE : SORT_POINT;
}

static Sort
sort_of_general_punctuation (gunichar c)
{
  if ((c >= 0x200b && c <= 0x200e) || (c >= 0x2060 && c <= 0x2064))
    return SORT_NOTHING;
  if (c <= 0x200a || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f)
    return SORT_SPACE;
  return c >= 0x2010 && c <= 0x2015 ? SORT_STROKE : SORT_POINT;
}

static Sort
sort_of_wide (gunichar c)
{
  if (c >= 0xff10 && c <= 0xff19)
    return SORT_DIGIT;
  if (c == 0xff0d || c == 0xff0f)
    return SORT_STROKE;
  if (c == 0xff1b || c == 0xff01 || c == 0xff1f)
    return SORT_SENTENCE;
  return (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a) ? SORT_LETTER : SORT_POINT;
}

static Sort
sort_of (gunichar c)
{
  if (c >= 0x3400 && c <= 0x9fff)
    return SORT_LETTER;
  if (c >= 0x2000 && c <= 0x206f)
    return sort_of_general_punctuation (c);
  if (c >= 0x3000 && c <= 0x303f)
    return c == 0x3000   ? SORT_SPACE
           : c == 0x3002 ? SORT_SENTENCE
           : c == 0x3007 ? SORT_LETTER
                         : SORT_POINT;
  if (c >= 0xff01 && c <= 0xff5e)
    return sort_of_wide (c);
  if (c == 0xa0 || c == 0x85 || c == 0x1680)
    return SORT_SPACE;
  if (c == 0xad || c == 0xfeff || c == 0x180e)
    return SORT_NOTHING;
  return c == 0x2212 || c == 0x2500 || c == 0x2501 ? SORT_STROKE : SORT_LETTER;
}

static void
count (NbHtmlSums *sums, Sort sort)
{
  sums->chars++;
  sums->letters += sort == SORT_LETTER;
  sums->digits += sort == SORT_DIGIT;
  sums->strokes += sort == SORT_STROKE;
  sums->sentences += sort == SORT_SENTENCE;
}

/**
 * nb_html_text_append:
 * @out: where to
 * @text: valid UTF-8
 * @length: its length in bytes
 * @blanks: how many spaces stand before it; none more is written than @most_blanks
 * @most_blanks: 1, or 2 where a gap of blanks that a page does not collapse is kept as two
 * @sums: what to count in
 *
 * Appends @text with every run of white space, of any width, as one space; or, where it is a gap, as two.
 *
 * Returns: how many line feeds @text has
 */
guint
nb_html_text_append (GString *out,
                     const char *text,
                     gsize length,
                     guint blanks,
                     guint most_blanks,
                     NbHtmlSums *sums)
{
  gsize start = out->len;
  guint newlines = 0;
  char *to;

  /* Nothing grows: every character is kept, or becomes one space. */
  g_string_set_size (out, start + length);
  to = out->str + start;
  for (const char *p = text, *end = text + length; p < end;)
    {
      guint size = (guchar) *p < 0x80 ? 1 : (guint) (g_utf8_next_char (p) - p);
      Sort sort = size == 1 ? sort_of_ascii ((guchar) *p) : sort_of (g_utf8_get_char (p));

      newlines += *p == '\n';
      if (sort == SORT_SPACE)
        {
          if (blanks == 0 || (size > 1 && blanks < most_blanks))
            {
              *to++ = ' ';
              blanks++;
            }
        }
      else if (sort != SORT_NOTHING)
        {
          for (guint i = 0; i < size; i++)
            *to++ = p[i];
          count (sums, sort);
          blanks = 0;
        }
      p += size;
    }
  g_string_truncate (out, (gsize) (to - out->str));
  return newlines;
}

/**
 * nb_html_text_append_verbatim:
 * @out: where to
 * @text: valid UTF-8 without line feed
 * @length: its length in bytes
 * @sums: what to count in
 *
 * Appends @text with all its blanks and tabs, as preformatted text is shown.
 */
void
nb_html_text_append_verbatim (GString *out, const char *text, gsize length, NbHtmlSums *sums)
{
  for (const char *p = text, *end = text + length; p < end;)
    {
      guint size = (guchar) *p < 0x80 ? 1 : (guint) (g_utf8_next_char (p) - p);
      Sort sort = size == 1 ? sort_of_ascii ((guchar) *p) : sort_of (g_utf8_get_char (p));

      if (sort != SORT_NOTHING && *p != '\r')
        g_string_append_len (out, p, size);
      if (sort != SORT_SPACE && sort != SORT_NOTHING)
        count (sums, sort);
      p += size;
    }
}
