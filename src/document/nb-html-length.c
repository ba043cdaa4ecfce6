/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lengths of style sheets in pixels, as near as is needed to tell a nudge from another place.
 *
 * Any thread.
 */

#include "nb-html-length.h"

#include <string.h>

/* A letter is taken to be so high, and the screen so wide. */
#define PIXELS_OF_EM      16.0
#define PIXELS_OF_PERCENT 9.0

static const struct
{
  const char *name;
  double pixels;
} units[] = {
  { "px", 1 },
  { "pt", 4 / 3.0 },
  { "em", PIXELS_OF_EM },
  { "rem", PIXELS_OF_EM },
  { "ch", 8 },
  { "ex", 8 },
  { "%", PIXELS_OF_PERCENT },
  { "vw", PIXELS_OF_PERCENT },
  { "cm", 37.8 },
  { "mm", 3.78 },
  { "vh", PIXELS_OF_PERCENT },
  { "in", 96 },
  { "pc", 16 },
  { "ic", PIXELS_OF_EM },
};

/* Whether a word ends at @p that stands in no parentheses of its own; what follows is the matter of another. */
static gboolean
parts_words (char c)
{
  return g_ascii_isspace (c) || c == ',' || c == ')';
}

/* Behind what stands at @p, whatever it is, and what parts it from the next. */
static const char *
skip_word (const char *p)
{
  guint depth = 0;

  for (; *p != '\0' && *p != ';' && (depth > 0 || !parts_words (*p)); p++)
    if (*p == '(')
      depth++;
    else if (*p == ')')
      depth--;
  while (parts_words (*p))
    p++;
  return p;
}

/* The pixels of a unit; 0 for one that depends on what nobody knows here. */
static double
find_pixels (const char *unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strncasecmp (unit, units[i].name, strlen (units[i].name)) == 0)
      return units[i].pixels;
  return g_ascii_isalpha (*unit) ? 0 : 1;
}

/**
 * nb_html_length_is_known:
 * @text: a declaration, at one of its words
 *
 * Returns: whether that is a length that can be told in pixels, rather than "calc()" or a unit that depends on the page
 */
gboolean
nb_html_length_is_known (const char *text)
{
  char *unit;
  double number = g_ascii_strtod (text, &unit);

  return unit != text && (number == 0 || find_pixels (unit) > 0);
}

/**
 * nb_html_length_read:
 * @text: (inout): a declaration, at one of its words; moved to the next, or to the end of the declaration
 *
 * Returns: the length in pixels, 0 for what is no length
 */
double
nb_html_length_read (const char **text)
{
  char *unit;
  double number = g_ascii_strtod (*text, &unit);
  gboolean is_number = unit != *text;

  *text = skip_word (*text);
  return is_number ? number * find_pixels (unit) : 0;
}

/**
 * nb_html_length_is_zero:
 * @text: a declaration, at one of its words
 *
 * Returns: whether that is a zero, of whatever unit
 */
gboolean
nb_html_length_is_zero (const char *text)
{
  char *unit;

  return g_ascii_strtod (text, &unit) == 0 && unit != text;
}

/**
 * nb_html_declares:
 * @text: a declaration, at one of its words
 * @word: how a word begins
 *
 * Returns: whether that does, whatever the case of its letters
 */
gboolean
nb_html_declares (const char *text, const char *word)
{
  return g_ascii_strncasecmp (text, word, strlen (word)) == 0;
}
