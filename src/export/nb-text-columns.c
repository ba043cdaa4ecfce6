/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Columns of text for a terminal, in which a Chinese character takes two places. Any thread.
 */

#include "nb-text-columns.h"

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

/**
 * nb_columns_append_padded:
 * @out: what to append to
 * @text: UTF-8
 * @width: columns
 *
 * Writes @text in a column of @width, cut with an ellipsis where it is longer.
 */
void
nb_columns_append_padded (GString *out, const char *text, guint width)
{
  gboolean fits = nb_columns_measure (text) <= width;
  guint have = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint wide = measure_character (g_utf8_get_char (p));

      if (!fits && have + wide >= width)
        {
          g_string_append (out, "…");
          have++;
          break;
        }
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      have += wide;
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
