/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a style attribute tells the reader: what is not seen, what stands apart from its neighbours, what
 * makes rows and cells. Style sheets are the matter of nb-html-sheet.
 *
 * Any thread.
 */

#include "nb-html-tag.h"

#include <string.h>

/* So far to the left or above that it is off every screen, in pixels. */
#define OFF_SCREEN (-999.0)

/* A size of text that nobody sees, in pixels or points. */
#define SPECK 2

#define DISPLAY_TRAITS                                                                             \
  (NB_HTML_HIDDEN | NB_HTML_ROW_NAME | NB_HTML_CELL_NAME | NB_HTML_APART | NB_HTML_FLEX)

/* What only counts together with another declaration. */
typedef struct
{
  guint traits;
  gboolean is_positioned;
  gboolean is_far;
} Style;

static gboolean
begins (const char *value, const char *word)
{
  return g_ascii_strncasecmp (value, word, strlen (word)) == 0;
}

/* Whether @word stands in the declaration that @value is of. */
static gboolean
has_word (const char *value, const char *word)
{
  for (; *value != '\0' && *value != ';'; value++)
    if (begins (value, word))
      return TRUE;
  return FALSE;
}

static gboolean
is_zero (const char *value)
{
  char *end;

  return g_ascii_strtod (value, &end) == 0 && end != value;
}

static void
read_display (Style *style, const char *value)
{
  style->traits &= ~(guint) DISPLAY_TRAITS;
  if (begins (value, "none"))
    style->traits |= NB_HTML_HIDDEN;
  else if (begins (value, "table-row"))
    style->traits |= NB_HTML_ROW_NAME | NB_HTML_APART;
  else if (begins (value, "table-cell") || begins (value, "inline-block"))
    style->traits |= NB_HTML_CELL_NAME | NB_HTML_APART;
  else if (has_word (value, "flex") || has_word (value, "grid"))
    style->traits |= NB_HTML_APART | NB_HTML_FLEX;
  else if (!begins (value, "inline") && !begins (value, "contents"))
    style->traits |= NB_HTML_APART;
}

static void
read_visibility (Style *style, const char *value)
{
  if (begins (value, "hidden") || begins (value, "collapse"))
    style->traits |= NB_HTML_INVISIBLE;
  else if (begins (value, "visible"))
    style->traits |= NB_HTML_VISIBLE;
}

/* Nothing of nothing is nothing: a relative size changes no size of zero. */
static void
read_font_size (Style *style, const char *value)
{
  char *end;
  double size = g_ascii_strtod (value, &end);

  if (end != value && size > 0 && size <= SPECK && (begins (end, "px") || begins (end, "pt")))
    style->traits |= NB_HTML_RAISED;
  if (end != value && size == 0)
    style->traits |= NB_HTML_NO_SIZE;
  else if (end == value ? !begins (value, "inherit") && !begins (value, "smaller") &&
                              !begins (value, "larger")
                        : *end != '%' && !begins (end, "em"))
    style->traits |= NB_HTML_SIZED;
}

static void
read_position (Style *style, const char *value)
{
  style->is_positioned = begins (value, "absolute") || begins (value, "fixed") ||
                         begins (value, "relative");
  if (style->is_positioned && !begins (value, "relative"))
    style->traits |= NB_HTML_APART;
}

static void
read_text_indent (Style *style, const char *value)
{
  if (g_ascii_strtod (value, NULL) <= OFF_SCREEN)
    style->traits |= NB_HTML_STRUCK;
}

static void
read_offset (Style *style, const char *value)
{
  style->is_far |= g_ascii_strtod (value, NULL) <= OFF_SCREEN;
}

static void
read_opacity (Style *style, const char *value)
{
  if (is_zero (value))
    style->traits |= NB_HTML_STRUCK;
}

static void
read_decoration (Style *style, const char *value)
{
  if (has_word (value, "line-through"))
    style->traits |= NB_HTML_STRUCK;
}

/* Whether a rectangle, "top, right, bottom, left", leaves nothing to see; a side that is "auto" cuts nothing off. */
static gboolean
is_empty_rectangle (const char *sides)
{
  double side[4];
  char *end;

  for (guint i = 0; i < G_N_ELEMENTS (side); i++)
    {
      sides += strspn (sides, ", \t\r\n");
      side[i] = g_ascii_strtod (sides, &end);
      if (end == sides)
        return FALSE;
      for (sides = end; g_ascii_isalpha (*sides);)
        sides++;
    }
  return side[2] - side[0] <= SPECK || side[1] - side[3] <= SPECK;
}

/* What is cut off on all sides: text for screen readers alone. */
static void
read_clip (Style *style, const char *value)
{
  const char *open = value + strcspn (value, "(;");
  char *end;

  if (*open != '(')
    return;
  if (begins (value, "rect")
          ? is_empty_rectangle (open + 1)
          : begins (value, "inset") && g_ascii_strtod (open + 1, &end) >= 50 && *end == '%')
    style->traits |= NB_HTML_STRUCK;
}

static void
read_mso_hide (Style *style, const char *value)
{
  if (begins (value, "all"))
    style->traits |= NB_HTML_STRUCK;
}

static void
read_alignment (Style *style, const char *value)
{
  if (begins (value, "center"))
    style->traits |= NB_HTML_CENTRED;
}

static void
read_vertical_alignment (Style *style, const char *value)
{
  if (begins (value, "super") || begins (value, "sub"))
    style->traits |= NB_HTML_RAISED;
}

static void
read_direction (Style *style, const char *value)
{
  if (begins (value, "rtl"))
    style->traits |= NB_HTML_LEFTWARD;
}

static void
read_bidi (Style *style, const char *value)
{
  if (begins (value, "bidi-override") || begins (value, "isolate-override"))
    style->traits |= NB_HTML_OVERRIDE;
}

/* Text in the colour of paper may be noise against copying, or a head on a dark ground: it is read, but it is no part of
 * the number beside it. */
static void
read_color (Style *style, const char *value)
{
  style->traits |= nb_html_traits_of_color (value);
}

/* What is turned, mirrored or shrunk may not look as it stands. */
static void
read_transform (Style *style, const char *value)
{
  if (!begins (value, "none"))
    style->traits |= NB_HTML_RAISED;
}

static void
read_float (Style *style, const char *value)
{
  if (begins (value, "left") || begins (value, "right"))
    style->traits |= NB_HTML_APART;
}

/* The character that the escape at @p stands for: "\\31 " is the digit 1. */
static gunichar
read_escape (const char **p)
{
  gunichar c = 0;

  for (guint n = 0; n < 6 && g_ascii_isxdigit ((*p)[1]); n++)
    c = c * 16 + (gunichar) g_ascii_xdigit_value (*++*p);
  return c;
}

/* A number that is put beside the text, or counted: what is shown is not what is written. */
static void
read_content (Style *style, const char *value)
{
  const char *end = value + strcspn (value, ";");

  if (has_word (value, "counter"))
    style->traits |= NB_HTML_MADE;
  for (const char *p = value; p < end; p++)
    {
      gunichar c = *p == '\\' ? read_escape (&p) : (gunichar) (guchar) *p;

      if (c < 0x80 && g_ascii_isdigit ((char) c))
        style->traits |= NB_HTML_MADE;
    }
}

static const struct
{
  const char *property;
  void (*read) (Style *style, const char *value);
} properties[] = {
  { "clip", read_clip },
  { "clip-path", read_clip },
  { "color", read_color },
  { "content", read_content },
  { "direction", read_direction },
  { "display", read_display },
  { "float", read_float },
  { "font-size", read_font_size },
  { "left", read_offset },
  { "mso-hide", read_mso_hide },
  { "opacity", read_opacity },
  { "position", read_position },
  { "text-align", read_alignment },
  { "text-decoration", read_decoration },
  { "text-decoration-line", read_decoration },
  { "text-indent", read_text_indent },
  { "top", read_offset },
  { "transform", read_transform },
  { "unicode-bidi", read_bidi },
  { "vertical-align", read_vertical_alignment },
  { "visibility", read_visibility },
};

static void
read_declaration (Style *style, const char *declaration)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const char *value = declaration;

      if ((*value | 0x20) != *properties[i].property || !begins (value, properties[i].property))
        continue;
      value += strlen (properties[i].property);
      while (g_ascii_isspace (*value))
        value++;
      if (*value != ':')
        continue;
      value++;
      while (g_ascii_isspace (*value))
        value++;
      properties[i].read (style, value);
      return;
    }
}

/**
 * nb_html_traits_of_color:
 * @value: a colour of text
 *
 * Returns: #NbHtmlTraits of text in that colour
 */
guint
nb_html_traits_of_color (const char *value)
{
  static const char *const unseen[] = { "#fff",
                                        "white",
                                        "transparent",
                                        "rgb(255,255,255",
                                        "rgb(255, 255, 255",
                                        "rgba(255,255,255",
                                        "rgba(255, 255, 255" };

  for (gsize i = 0; i < G_N_ELEMENTS (unseen); i++)
    if (begins (value, unseen[i]) && !g_ascii_isxdigit (value[strlen (unseen[i])]))
      return NB_HTML_RAISED;
  return begins (value, "#ffffff") ? NB_HTML_RAISED : 0;
}

/**
 * nb_html_traits_of_style:
 * @declarations: value of a style attribute
 *
 * Returns: #NbHtmlTraits that its declarations tell
 */
guint
nb_html_traits_of_style (const char *declarations)
{
  Style style = { 0 };

  for (const char *p = declarations; p != NULL; p = strchr (p, ';'))
    {
      while (*p == ';' || g_ascii_isspace (*p))
        p++;
      read_declaration (&style, p);
    }
  if (style.is_positioned && style.is_far)
    style.traits |= NB_HTML_HIDDEN;
  return style.traits;
}
