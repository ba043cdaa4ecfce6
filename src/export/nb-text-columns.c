/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Columns of text for a terminal, in which a Chinese character takes two places. Any thread.
 */

#include "nb-text-columns.h"

#include <string.h>

/* Columns of a label that are left ahead of its last part, at least. */
#define LEAST_BEGINNING 12

static guint
measure_character (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * nb_columns_measure:
 * @text: UTF-8
 *
 * Returns: the columns that a terminal gives it
 */
guint
nb_columns_measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += measure_character (g_utf8_get_char (p));
  return width;
}

/* Where the last part of a label begins that has several; its end where it has one. What comes last tells rows apart. */
static const char *
find_last_part (const char *text)
{
  const char *found = g_strrstr (text, " › ");

  return found != NULL ? found : text + strlen (text);
}

/* As much of [text, end) as fits; returns its columns. */
static guint
append_beginning (GString *out, const char *text, const char *end, guint width)
{
  guint have = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      guint wide = measure_character (g_utf8_get_char (p));

      if (have + wide > width)
        break;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      have += wide;
    }
  return have;
}

/**
 * nb_columns_append_padded:
 * @out: what to append to
 * @text: UTF-8
 * @width: columns
 *
 * Writes @text in a column of @width. A longer one is cut with an ellipsis, ahead of what stands behind its last ›, or at its
 * end where that alone leaves no room.
 */
void
nb_columns_append_padded (GString *out, const char *text, guint width)
{
  const char *end = text + strlen (text), *last = find_last_part (text);
  guint tail = nb_columns_measure (last), have;

  if (nb_columns_measure (text) <= width)
    have = append_beginning (out, text, end, width);
  else
    {
      if (tail + LEAST_BEGINNING + 1 > width)
        {
          last = end;
          tail = 0;
        }
      have = append_beginning (out, text, last, width - tail - 1);
      g_string_append (out, "…");
      g_string_append (out, last);
      have += 1 + tail;
    }
  for (; have < width; have++)
    g_string_append_c (out, ' ');
}

/**
 * nb_columns_append_right:
 * @out: what to append to
 * @text: UTF-8
 * @width: columns
 *
 * Writes @text at the right end of a column of @width; a longer one is not cut.
 */
void
nb_columns_append_right (GString *out, const char *text, guint width)
{
  for (guint have = nb_columns_measure (text); have < width; have++)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
}
