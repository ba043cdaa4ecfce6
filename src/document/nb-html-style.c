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

/* What parts numbers and functions. */
#define BLANKS ", \t\r\n"

/* A size of text that nobody sees, in pixels or points. */
#define SPECK 2

/* A part of the size of the text around that nobody sees. */
#define SMALLEST_SHARE 0.1
/* Less than that is no ink. */
#define FAINTEST 0.05

#define DISPLAY_TRAITS                                                                             \
  (NB_HTML_HIDDEN | NB_HTML_ROW_NAME | NB_HTML_CELL_NAME | NB_HTML_APART | NB_HTML_FLEX)

/* What only counts together with another declaration. */
typedef struct
{
  guint traits;
  gboolean is_positioned;
  gboolean is_relative;
  gboolean is_shifted; /* up or down */
  gboolean is_far;
  gboolean is_cut;  /* what does not fit is not seen ... */
  gboolean is_flat; /* ... and nothing fits */
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

/* A size of which nothing is seen; what is relative has to be nothing at all. */
static gboolean
is_speck (const char *value)
{
  char *end;
  double size = g_ascii_strtod (value, &end);

  return end != value && size >= 0 &&
         (size == 0 || (size <= SPECK && (begins (end, "px") || begins (end, "pt"))));
}

static void
read_display (Style *style, const char *value)
{
  style->traits &= ~(guint) DISPLAY_TRAITS;
  /* What the page says elsewhere. */
  if (begins (value, "var("))
    style->traits |= NB_HTML_RAISED;
  else if (begins (value, "none"))
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
  if (begins (value, "var("))
    style->traits |= NB_HTML_RAISED;
  else if (begins (value, "hidden") || begins (value, "collapse"))
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

  if (end != value && size > 0 &&
      ((size <= SPECK && (begins (end, "px") || begins (end, "pt"))) ||
       (size <= SMALLEST_SHARE && (begins (end, "em") || begins (end, "rem"))) ||
       (size <= SMALLEST_SHARE * 100 && *end == '%')))
    style->traits |= NB_HTML_RAISED;
  if (end != value && size == 0)
    style->traits |= NB_HTML_NO_SIZE;
  else if (end == value ? !begins (value, "inherit") && !begins (value, "smaller") &&
                              !begins (value, "larger")
                        : *end != '%' && !begins (end, "em"))
    style->traits |= NB_HTML_SIZED;
}

/* "0/0 a", "bold 12px/1.5 serif": the size stands before a slash or has a unit; a weight has none. */
static void
read_font (Style *style, const char *value)
{
  const char *end = value + strcspn (value, ";");

  for (const char *p = value; p < end;)
    {
      gsize n = strcspn (p, " \t;");
      char *behind;
      double size = g_ascii_strtod (p, &behind);

      if (behind != p &&
          (size == 0 || *behind == '/' || *behind == '%' || g_ascii_isalpha (*behind)))
        {
          read_font_size (style, p);
          return;
        }
      p += n;
      p += strspn (p, " \t");
    }
}

static void
read_position (Style *style, const char *value)
{
  style->is_positioned = begins (value, "absolute") || begins (value, "fixed") ||
                         begins (value, "relative");
  style->is_relative = begins (value, "relative");
  if (style->is_positioned && !style->is_relative)
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
read_height (Style *style, const char *value)
{
  char *end;
  double height = g_ascii_strtod (value, &end);

  style->is_shifted |= end != value && height != 0;
  read_offset (style, value);
}

static void
read_opacity (Style *style, const char *value)
{
  char *end;
  double opacity = g_ascii_strtod (value, &end);

  if (is_zero (value))
    style->traits |= NB_HTML_STRUCK;
  else if (begins (value, "var(") || (end != value && opacity < FAINTEST))
    style->traits |= NB_HTML_RAISED;
}

static void
read_margin (Style *style, const char *value)
{
  if (g_ascii_strtod (value, NULL) <= OFF_SCREEN)
    style->traits |= NB_HTML_RAISED;
}

static void
read_overflow (Style *style, const char *value)
{
  style->is_cut |= begins (value, "hidden") || begins (value, "clip");
}

static void
read_extent (Style *style, const char *value)
{
  style->is_flat |= is_speck (value);
}

/* Boxes in another order than they are written in. */
static void
read_flow (Style *style, const char *value)
{
  if (has_word (value, "reverse"))
    style->traits |= NB_HTML_APART | NB_HTML_FLEX;
}

static void
read_order (Style *style, const char *value)
{
  if (!is_zero (value))
    style->traits |= NB_HTML_RAISED;
}

static void
read_filter (Style *style, const char *value)
{
  if (has_word (value, "opacity"))
    style->traits |= NB_HTML_RAISED;
}

static void
read_zoom (Style *style, const char *value)
{
  char *end;
  double zoom = g_ascii_strtod (value, &end);

  if (end != value && zoom < (*end == '%' ? SMALLEST_SHARE * 100 : SMALLEST_SHARE))
    style->traits |= NB_HTML_RAISED;
}

static void
read_content_visibility (Style *style, const char *value)
{
  if (begins (value, "hidden"))
    style->traits |= NB_HTML_RAISED;
}

/* Dots in the place of characters. */
static void
read_security (Style *style, const char *value)
{
  if (!begins (value, "none"))
    style->traits |= NB_HTML_MADE;
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
  /* Of what shape a path leaves, nobody here knows. */
  else if (!begins (value, "rect") && !begins (value, "inset"))
    style->traits |= NB_HTML_RAISED;
}

/* Word does not show it, and a browser does. */
static void
read_mso_hide (Style *style, const char *value)
{
  if (begins (value, "all"))
    style->traits |= NB_HTML_RAISED;
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

/* The numbers that stand in a declaration, or between the parentheses of a function of it; 0 where anything else does. */
static guint
read_numbers (const char *text, double *numbers, guint most)
{
  guint n = 0;

  for (text += strspn (text, BLANKS); strchr (");!", *text) == NULL; text += strspn (text, BLANKS))
    {
      char *end;
      double number = g_ascii_strtod (text, &end);

      if (end == text || n == most)
        return 0;
      numbers[n++] = number;
      for (text = end; g_ascii_isalpha (*text) || *text == '%';)
        text++;
    }
  return n;
}

/* Whether these are sizes by which nothing is mirrored or made to vanish. */
static gboolean
are_sizes (const char *text)
{
  double sizes[3];
  guint n = read_numbers (text, sizes, G_N_ELEMENTS (sizes));

  for (guint i = 0; i < n; i++)
    if (sizes[i] <= 0)
      return FALSE;
  return n > 0;
}

static gboolean
is_straight (const char *text)
{
  double m[6];

  return read_numbers (text, m, G_N_ELEMENTS (m)) == G_N_ELEMENTS (m) && m[0] > 0 && m[1] == 0 &&
         m[2] == 0 && m[3] > 0;
}

/* Whether a number stays the number that it is under a function of a transformation. */
static gboolean
keeps_number (const char *function, const char *arguments)
{
  if (begins (function, "translate"))
    return TRUE;
  if (begins (function, "scale"))
    return are_sizes (arguments);
  if (begins (function, "rotate("))
    return is_zero (arguments);
  return begins (function, "matrix(") && is_straight (arguments);
}

/* Goes behind the parenthesis that closes the one before @p. */
static const char *
skip_arguments (const char *p)
{
  for (guint depth = 1; depth > 0 && *p != '\0' && *p != ';'; p++)
    depth = *p == '(' ? depth + 1 : *p == ')' ? depth - 1 : depth;
  return p;
}

/* What is turned or shrunk may not look as it stands; what is mirrored or upside down is another number. */
static void
read_transform (Style *style, const char *value)
{
  const char *open;

  if (begins (value, "none"))
    return;
  style->traits |= NB_HTML_RAISED;
  for (; *(open = value + strcspn (value, "(;")) == '('; value = skip_arguments (open + 1))
    {
      value += strspn (value, BLANKS);
      if (!keeps_number (value, open + 1))
        style->traits |= NB_HTML_MADE;
    }
}

static void
read_scale (Style *style, const char *value)
{
  if (!begins (value, "none"))
    style->traits |= are_sizes (value) ? NB_HTML_RAISED : NB_HTML_RAISED | NB_HTML_MADE;
}

static void
read_rotate (Style *style, const char *value)
{
  if (!begins (value, "none"))
    style->traits |= is_zero (value) ? NB_HTML_RAISED : NB_HTML_RAISED | NB_HTML_MADE;
}

static void
read_float (Style *style, const char *value)
{
  if (begins (value, "left") || begins (value, "right"))
    style->traits |= NB_HTML_APART;
}

/* The character that the escape at @p stands for: "\\31 " is the digit 1, "\\"" a quotation mark. */
static gunichar
read_escape (const char **p)
{
  gunichar c = 0;

  for (guint n = 0; n < 6 && g_ascii_isxdigit ((*p)[1]); n++)
    c = c * 16 + (gunichar) g_ascii_xdigit_value (*++*p);
  if (**p == '\\' && (*p)[1] != '\0')
    c = g_utf8_get_char (++*p);
  return c;
}

/* Whether a character put beside a number makes another one of it. */
static gboolean
makes_number (gunichar c)
{
  /* Minus, per mille, and the Chinese digits and powers of ten. */
  static const gunichar others[] = { '.',    '-',    '%',    0x2212, 0x2030, 0x96f6, 0x3007,
                                     0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03,
                                     0x516b, 0x4e5d, 0x5341, 0x767e, 0x5343, 0x4e07, 0x4ebf };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (c == others[i])
      return TRUE;
  return g_unichar_isdigit (c);
}

/**
 * nb_html_makes_number:
 * @shown: text that is put beside a number
 *
 * Returns: whether it makes another number of it
 */
gboolean
nb_html_makes_number (const char *shown)
{
  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    if (makes_number (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* A number that is put beside the text, or counted, or told elsewhere: what is shown is not what is written. What an
 * attribute tells is looked up where the element is known. */
static void
read_content (Style *style, const char *value)
{
  const char *end = value + strcspn (value, ";");
  char quote = '\0';

  if (has_word (value, "counter") || has_word (value, "var("))
    style->traits |= NB_HTML_MADE;
  for (const char *p = value; p < end; p = g_utf8_next_char (p))
    {
      gboolean is_escaped = *p == '\\';
      gunichar c = is_escaped ? read_escape (&p) : g_utf8_get_char (p);

      if (!is_escaped && c == (gunichar) quote)
        quote = '\0';
      else if (!is_escaped && quote == '\0' && (c == '"' || c == '\''))
        quote = (char) c;
      else if (quote != '\0' && makes_number (c))
        style->traits |= NB_HTML_MADE;
    }
}

static const struct
{
  const char *property;
  void (*read) (Style *style, const char *value);
} properties[] = {
  { "-webkit-clip-path", read_clip },
  { "-webkit-text-fill-color", read_color },
  { "-webkit-text-security", read_security },
  { "-webkit-transform", read_transform },
  { "bottom", read_height },
  { "clip", read_clip },
  { "clip-path", read_clip },
  { "color", read_color },
  { "content", read_content },
  { "content-visibility", read_content_visibility },
  { "direction", read_direction },
  { "display", read_display },
  { "filter", read_filter },
  { "flex-direction", read_flow },
  { "flex-flow", read_flow },
  { "float", read_float },
  { "font", read_font },
  { "font-size", read_font_size },
  { "height", read_extent },
  { "left", read_offset },
  { "line-height", read_extent },
  { "margin-left", read_margin },
  { "margin-top", read_margin },
  { "max-height", read_extent },
  { "max-width", read_extent },
  { "mso-hide", read_mso_hide },
  { "opacity", read_opacity },
  { "order", read_order },
  { "overflow", read_overflow },
  { "overflow-x", read_overflow },
  { "overflow-y", read_overflow },
  { "position", read_position },
  { "right", read_offset },
  { "rotate", read_rotate },
  { "scale", read_scale },
  { "text-align", read_alignment },
  { "text-decoration", read_decoration },
  { "text-decoration-line", read_decoration },
  { "text-indent", read_text_indent },
  { "top", read_height },
  { "transform", read_transform },
  { "translate", read_transform },
  { "unicode-bidi", read_bidi },
  { "vertical-align", read_vertical_alignment },
  { "visibility", read_visibility },
  { "width", read_extent },
  { "zoom", read_zoom },
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

/* "#0000", "#00000000", "rgba(0,0,0,0)", "rgb(0 0 0 / 0%)". */
static gboolean
has_no_ink (const char *value)
{
  gsize n = 0, length = strcspn (value, ";");
  const char *last;
  char *end;

  if (*value == '#')
    {
      while (g_ascii_isxdigit (value[1 + n]))
        n++;
      return (n == 4 && value[4] == '0') || (n == 8 && value[7] == '0' && value[8] == '0');
    }
  if (!begins (value, "rgb") && !begins (value, "hsl"))
    return FALSE;
  last = g_strrstr_len (value, (gssize) length, "/");
  if (last == NULL && (begins (value, "rgba") || begins (value, "hsla")))
    last = g_strrstr_len (value, (gssize) length, ",");
  return last != NULL && g_ascii_strtod (last + 1, &end) < FAINTEST && end != last + 1;
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
  return begins (value, "#ffffff") || has_no_ink (value) ? NB_HTML_RAISED : 0;
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
  if (style.is_cut && style.is_flat)
    style.traits |= NB_HTML_RAISED;
  if (style.is_relative && style.is_shifted)
    style.traits |= NB_HTML_RAISED;
  if (style.is_positioned && style.is_far)
    style.traits |= NB_HTML_HIDDEN;
  return style.traits;
}
