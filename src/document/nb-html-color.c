/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Colours of text and of what is behind it, as far as they tell whether the text is seen.
 *
 * Any thread.
 */

#include "nb-html-color.h"

#include "nb-html-length.h"
#include "nb-html-tag.h"

#include <math.h>
#include <string.h>

/* The least that two colours differ in, red, green and blue together. */
#define LEAST_CONTRAST 60

static const struct
{
  const char *name;
  guint32 rgb;
} names[] = {
  { "aliceblue", 0xf0f8ff },     { "aqua", 0x00ffff },       { "azure", 0xf0ffff },
  { "beige", 0xf5f5dc },         { "black", 0x000000 },      { "blue", 0x0000ff },
  { "cornsilk", 0xfff8dc },      { "cyan", 0x00ffff },       { "floralwhite", 0xfffaf0 },
  { "fuchsia", 0xff00ff },       { "gainsboro", 0xdcdcdc },  { "ghostwhite", 0xf8f8ff },
  { "gray", 0x808080 },          { "green", 0x008000 },      { "grey", 0x808080 },
  { "honeydew", 0xf0fff0 },      { "ivory", 0xfffff0 },      { "lavender", 0xe6e6fa },
  { "lavenderblush", 0xfff0f5 }, { "lightgray", 0xd3d3d3 },  { "lightgrey", 0xd3d3d3 },
  { "lightyellow", 0xffffe0 },   { "lime", 0x00ff00 },       { "linen", 0xfaf0e6 },
  { "magenta", 0xff00ff },       { "maroon", 0x800000 },     { "mintcream", 0xf5fffa },
  { "navy", 0x000080 },          { "oldlace", 0xfdf5e6 },    { "olive", 0x808000 },
  { "orange", 0xffa500 },        { "purple", 0x800080 },     { "red", 0xff0000 },
  { "seashell", 0xfff5ee },      { "silver", 0xc0c0c0 },     { "snow", 0xfffafa },
  { "teal", 0x008080 },          { "white", 0xffffff },      { "whitesmoke", 0xf5f5f5 },
  { "window", 0xffffff },        { "windowtext", 0x000000 }, { "yellow", 0xffff00 },
};

/* "#fff", "#ffff", "#ffffff", "#ffffffff". */
static NbHtmlColor
parse_hex (const char *digits)
{
  guint n = 0, values[8];

  for (; n < G_N_ELEMENTS (values) && g_ascii_isxdigit (digits[n]); n++)
    values[n] = (guint) g_ascii_xdigit_value (digits[n]);
  if ((n == 4 && values[3] == 0) || (n == 8 && values[6] == 0))
    return NB_HTML_COLOR_CLEAR;
  if (n == 3 || n == 4)
    return NB_HTML_COLOR | (values[0] * 0x11) << 16 | (values[1] * 0x11) << 8 | values[2] * 0x11;
  if (n != 6 && n != 8)
    return 0;
  return NB_HTML_COLOR | (values[0] << 4 | values[1]) << 16 | (values[2] << 4 | values[3]) << 8 |
         (values[4] << 4 | values[5]);
}

/* What stands between the parentheses of a colour: three numbers and perhaps a share of ink. Returns how many; a share of a
 * hundred is told as one of @whole. */
static guint
read_parts (const char *text, double parts[4], double whole)
{
  guint n = 0;

  while (n < 4)
    {
      char *end;

      text += strspn (text, ", \t\r\n/");
      parts[n] = g_ascii_strtod (text, &end);
      if (end == text)
        break;
      if (*end == '%')
        parts[n] *= (n < 3 ? whole : 1) / 100;
      n++;
      for (text = end; g_ascii_isalpha (*text) || *text == '%';)
        text++;
    }
  return n;
}

static guint32
to_byte (double value)
{
  return (guint32) CLAMP (value, 0, 255);
}

/* Only how light it is, and that it is some colour, counts. */
static NbHtmlColor
from_lightness (double hue, double saturation, double lightness)
{
  double spread = saturation * MIN (lightness, 1 - lightness);
  double parts[3];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double k = fmod ((i == 0 ? 0 : i == 1 ? 8 : 4) + hue / 30, 12);

      parts[i] = lightness - spread * MAX (-1, MIN (MIN (k - 3, 9 - k), 1));
    }
  return NB_HTML_COLOR | to_byte (parts[0] * 255) << 16 | to_byte (parts[1] * 255) << 8 |
         to_byte (parts[2] * 255);
}

static NbHtmlColor
parse_function (const char *value)
{
  gboolean is_hsl = g_ascii_strncasecmp (value, "hsl", 3) == 0;
  const char *open = value + strcspn (value, "(;");
  double parts[4];
  guint n;

  if (*open != '(')
    return NB_HTML_COLOR_UNKNOWN;
  n = read_parts (open + 1, parts, is_hsl ? 1 : 255);
  if (n < 3)
    return NB_HTML_COLOR_UNKNOWN;
  if (n == 4 && parts[3] < NB_HTML_FAINTEST)
    return NB_HTML_COLOR_CLEAR;
  if (is_hsl)
    return from_lightness (fmod (fmod (parts[0], 360) + 360, 360), CLAMP (parts[1], 0, 1),
                           CLAMP (parts[2], 0, 1));
  return NB_HTML_COLOR | to_byte (parts[0]) << 16 | to_byte (parts[1]) << 8 | to_byte (parts[2]);
}

static gboolean
is_word (const char *value, gsize length, const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (value, word, length) == 0;
}

/**
 * nb_html_color_parse:
 * @value: a colour
 *
 * Returns: the colour; 0 where it is that of what is around
 */
NbHtmlColor
nb_html_color_parse (const char *value)
{
  gsize length = strcspn (value, " \t\r\n;!");

  if (*value == '#')
    return parse_hex (value + 1);
  if (g_ascii_strncasecmp (value, "rgb", 3) == 0 || g_ascii_strncasecmp (value, "hsl", 3) == 0)
    return parse_function (value);
  if (is_word (value, length, "transparent"))
    return NB_HTML_COLOR_CLEAR;
  if (is_word (value, length, "inherit") || is_word (value, length, "currentcolor"))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_word (value, length, names[i].name))
      return NB_HTML_COLOR | names[i].rgb;
  return NB_HTML_COLOR_UNKNOWN;
}

/**
 * nb_html_color_parse_old:
 * @value: a colour told by an attribute of its own, which needs no mark before its digits
 *
 * Returns: the colour; 0 where it is that of what is around
 */
NbHtmlColor
nb_html_color_parse_old (const char *value)
{
  gsize n = strspn (value, "0123456789abcdefABCDEF");

  return (n == 3 || n == 6) && value[n] == '\0' ? parse_hex (value) : nb_html_color_parse (value);
}

static gboolean
has_function (const char *value, const char *name)
{
  return g_strstr_len (value, (gssize) strcspn (value, ";"), name) != NULL;
}

/**
 * nb_html_color_find:
 * @value: a background, which may tell other things as well
 *
 * Returns: its colour; 0 where it has none
 */
NbHtmlColor
nb_html_color_find (const char *value)
{
  static const char *const others[] = { "none",       "repeat",  "no-repeat", "repeat-x",
                                        "repeat-y",   "scroll",  "fixed",     "left",
                                        "right",      "top",     "bottom",    "center",
                                        "0",          "initial", "unset",     "inherit",
                                        "transparent" };

  if (has_function (value, "url(") || has_function (value, "image-set("))
    return NB_HTML_COLOR_PICTURE;
  if (has_function (value, "gradient(") || has_function (value, "var("))
    return NB_HTML_COLOR_UNKNOWN;
  while (*value != '\0' && *value != ';' && *value != '!')
    {
      gsize length = strcspn (value, " \t\r\n;!");
      gboolean is_other = g_ascii_isdigit (*value) || *value == '-';

      for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
        is_other |= is_word (value, length, others[i]);
      if (!is_other)
        {
          NbHtmlColor color = nb_html_color_parse (value);

          return color == NB_HTML_COLOR_CLEAR ? 0 : color;
        }
      value += length;
      value += strspn (value, " \t\r\n");
    }
  return 0;
}

/* What is known of a colour where another one may count in its place; 0 for none. */
static NbHtmlColor
doubt (NbHtmlColor told, NbHtmlColor other)
{
  if (other == 0 || told == NB_HTML_COLOR_PICTURE || (told & ~NB_HTML_COLOR_PERHAPS) == other)
    return told;
  return told == 0 && (other & ~(guint32) 0xffffff) == NB_HTML_COLOR ? other | NB_HTML_COLOR_PERHAPS
                                                            : NB_HTML_COLOR_UNKNOWN;
}

/**
 * nb_html_color_settle:
 * @told: the colour of an element; 0 for none
 * @around: that of what holds it; 0 for none
 * @usual: what stands for none
 *
 * Returns: the colour of the element, as far as it is known
 */
NbHtmlColor
nb_html_color_settle (NbHtmlColor told, NbHtmlColor around, NbHtmlColor usual)
{
  NbHtmlColor known = (around != 0 ? around : usual) & ~NB_HTML_COLOR_PERHAPS;

  if (told == 0)
    return around;
  if ((told & NB_HTML_COLOR_PERHAPS) == 0)
    return told;
  return (told & ~NB_HTML_COLOR_PERHAPS) == known ? around : NB_HTML_COLOR_UNKNOWN;
}

/**
 * nb_html_colors_put:
 * @self: colours
 * @told: what else is told of them, and counts for more
 *
 * Puts the others in where they are told.
 */
void
nb_html_colors_put (NbHtmlColors *self, NbHtmlColors told)
{
  self->ink = told.ink != 0 ? told.ink : self->ink;
  self->paper = told.paper != 0 ? told.paper : self->paper;
}

/**
 * nb_html_colors_doubt:
 * @self: colours
 * @others: those that may count in their place
 *
 * Leaves what is known of the colours.
 */
void
nb_html_colors_doubt (NbHtmlColors *self, NbHtmlColors others)
{
  self->ink = doubt (self->ink, others.ink & ~NB_HTML_COLOR_PERHAPS);
  self->paper = doubt (self->paper, others.paper & ~NB_HTML_COLOR_PERHAPS);
}

static guint
part_of (NbHtmlColor color, guint shift)
{
  return color >> shift & 0xff;
}

/**
 * nb_html_colors_are_seen:
 * @self: colours
 *
 * Returns: whether text of such an ink is told from such a paper, as far as both are known
 */
gboolean
nb_html_colors_are_seen (NbHtmlColors self)
{
  NbHtmlColor ink = (self.ink != 0 ? self.ink : NB_HTML_COLOR_BLACK) & ~NB_HTML_COLOR_PERHAPS;
  NbHtmlColor paper = (self.paper != 0 ? self.paper : NB_HTML_COLOR_WHITE) & ~NB_HTML_COLOR_PERHAPS;
  int contrast = 0;

  if (ink == NB_HTML_COLOR_CLEAR)
    return FALSE;
  if (ink == NB_HTML_COLOR_UNKNOWN || paper == NB_HTML_COLOR_UNKNOWN ||
      paper == NB_HTML_COLOR_PICTURE)
    return TRUE;
  for (guint shift = 0; shift < 24; shift += 8)
    contrast += ABS ((int) part_of (ink, shift) - (int) part_of (paper, shift));
  return contrast >= LEAST_CONTRAST;
}

/**
 * nb_html_traits_of_color:
 * @value: a colour of text
 *
 * Text in the colour of paper may be noise against copying, or a head on a dark ground: it is no part of the number beside
 * it.
 *
 * Returns: #NbHtmlTraits of text in that colour
 */
guint
nb_html_traits_of_color (const char *value)
{
  NbHtmlColor ink = nb_html_color_parse (value);

  return nb_html_colors_are_seen ((NbHtmlColors){ ink, 0 }) ? 0 : NB_HTML_RAISED;
}
