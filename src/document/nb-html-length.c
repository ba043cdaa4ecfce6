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

/* Behind what stands at @p, whatever it is, and the blanks behind that. */
static const char *
skip_word (const char *p)
{
  guint depth = 0;

  for (; *p != '\0' && *p != ';' && (depth > 0 || !g_ascii_isspace (*p)); p++)
    if (*p == '(')
      depth++;
    else if (*p == ')' && depth > 0)
      depth--;
  while (g_ascii_isspace (*p))
    p++;
  return p;
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
  for (gsize i = 0; is_number && i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strncasecmp (unit, units[i].name, strlen (units[i].name)) == 0)
      return number * units[i].pixels;
  return is_number ? number : 0;
}
