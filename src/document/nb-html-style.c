/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a style attribute tells the reader: what is not seen, what stands apart from its neighbours, what
 * makes rows and cells. Style sheets are the matter of nb-html-sheet.
 *
 * Any thread.
 */

#include "nb-html-content.h"
#include "nb-html-length.h"
#include "nb-html-tag.h"
#include "nb-html-transform.h"

#include <math.h>
#include <string.h>

/* So far to the left or above that it is off every screen, in pixels. */
#define OFF_SCREEN (-999.0)
/* So far that it may be. */
#define AT_EDGE (-100.0)
/* So far may a box around the whole text be drawn over a banner. */
#define OVER_BANNER (-300.0)

/* A size of text that nobody sees, in pixels or points. */
#define SPECK 2

/* A part of the size of the text around that nobody sees. */
#define SMALLEST_SHARE 0.1
/* The same of the size that the page itself sets, which may be that of a large head. */
#define SMALLEST_ROOT 0.01
/* Rows are about so high, of which a share in pixels. */
#define ROW_PERCENT 0.2
/* As far as it gets. */
#define UNKNOWN 1000.0
/* So far from its place, or under its neighbour, in pixels: rows and columns of a table are no narrower. */
#define FAR 12.0
#define FAR_LEFT 40.0
/* What is moved less, with all its neighbours, is seen in its own row and column. */
#define ROW_HEIGHT 20.0
#define COLUMN_WIDTH 60.0
/* So close that one lies on the other, in pixels; letters, where boxes are set without gaps by them, are not. */
#define CLOSEST (-3.0)
#define TIGHTEST (-6.0)
/* Where less room is there than a digit needs, what does not fit is cut off. */
#define NARROWEST 12.0

#define DISPLAY_TRAITS                                                                             \
  (NB_HTML_HIDDEN | NB_HTML_ROW_NAME | NB_HTML_CELL_NAME | NB_HTML_APART | NB_HTML_FLEX)

/* What only counts together with another declaration. */
typedef struct
{
  guint traits;
  NbHtmlColors colors;
  gboolean is_absolute;
  gboolean is_relative;
  gboolean is_placed;  /* on the page, if absolute */
  double least;        /* the farthest to the left or above */
  double shift;        /* the most in any direction ... */
  double fall;         /* ... and up or down */
  double upper;        /* margin */
  double left;         /* margin, padding and indent together */
  gboolean is_cut;  /* what does not fit is not seen ... */
  gboolean is_flat; /* ... and nothing fits, */
  gboolean has_flat_lines; /* or only lines that tell their own height, */
  gboolean grows;          /* unless the box grows with what is in it */
} Style;

/* Whether @word stands in the declaration that @value is of. */
static gboolean
has_word (const char *value, const char *word)
{
  for (; *value != '\0' && *value != ';'; value++)
    if (nb_html_declares (value, word))
      return TRUE;
  return FALSE;
}

/* A size of which nothing is seen; what is relative has to be nothing at all. */
static gboolean
is_speck (const char *value)
{
  char *end;
  double size = g_ascii_strtod (value, &end);

  return end != value && size >= 0 &&
         (size == 0 || (size <= SPECK && (nb_html_declares (end, "px") || nb_html_declares (end, "pt"))));
}

static void
read_display (Style *style, const char *value)
{
  style->traits &= ~(guint) DISPLAY_TRAITS;
  /* What the page says elsewhere. */
  if (nb_html_declares (value, "var("))
    style->traits |= NB_HTML_RAISED;
  else if (nb_html_declares (value, "none"))
    style->traits |= NB_HTML_HIDDEN;
  /* Above or below all other rows, wherever it is written. */
  else if (nb_html_declares (value, "table-header-group") || nb_html_declares (value, "table-footer-group"))
    style->traits |= NB_HTML_APART | NB_HTML_MOVED;
  else if (nb_html_declares (value, "table-row"))
    style->traits |= NB_HTML_ROW_NAME | NB_HTML_APART;
  else if (nb_html_declares (value, "table-cell") || nb_html_declares (value, "inline-block"))
    style->traits |= NB_HTML_CELL_NAME | NB_HTML_APART;
  else if (has_word (value, "flex") || has_word (value, "grid"))
    style->traits |= NB_HTML_APART | NB_HTML_FLEX;
  else if (!nb_html_declares (value, "inline") && !nb_html_declares (value, "contents"))
    style->traits |= NB_HTML_APART;
}

static void
read_visibility (Style *style, const char *value)
{
  if (nb_html_declares (value, "var("))
    style->traits |= NB_HTML_RAISED;
  else if (nb_html_declares (value, "hidden") || nb_html_declares (value, "collapse"))
    style->traits |= NB_HTML_INVISIBLE;
  else if (nb_html_declares (value, "visible"))
    style->traits |= NB_HTML_VISIBLE;
}

/* Nothing of nothing is nothing: a relative size changes no size of zero. */
static void
read_font_size (Style *style, const char *value)
{
  char *end;
  double size = g_ascii_strtod (value, &end);

  if (end != value && size > 0 &&
      ((size <= SPECK && (nb_html_declares (end, "px") || nb_html_declares (end, "pt"))) ||
       (size <= SMALLEST_SHARE && nb_html_declares (end, "em")) ||
       (size <= SMALLEST_ROOT && nb_html_declares (end, "rem")) ||
       (size <= SMALLEST_SHARE * 100 && *end == '%')))
    style->traits |= NB_HTML_RAISED | NB_HTML_SPECK;
  if (end != value && size == 0)
    style->traits |= NB_HTML_NO_SIZE;
  else if (end == value ? !nb_html_declares (value, "inherit") && !nb_html_declares (value, "smaller") &&
                              !nb_html_declares (value, "larger")
                        : *end != '%' && !nb_html_declares (end, "em"))
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
  style->is_absolute = nb_html_declares (value, "absolute") || nb_html_declares (value, "fixed");
  style->is_relative = nb_html_declares (value, "relative");
  if (style->is_absolute)
    style->traits |= NB_HTML_APART;
}

static void
read_text_indent (Style *style, const char *value)
{
  double indent = nb_html_length_read (&value);

  style->left += indent;
  if (indent <= OFF_SCREEN)
    style->traits |= NB_HTML_STRUCK;
}

/* One offset, moved behind; a share is one of what holds it, which is as high as a row or as wide as the page. */
static void
read_one_offset (Style *style, const char **value, gboolean is_upright)
{
  gboolean is_told = !nb_html_declares (*value, "auto");
  gboolean is_share = (*value)[strspn (*value, "+-0123456789.")] == '%';
  double share = is_share && is_upright ? g_ascii_strtod (*value, NULL) * ROW_PERCENT : 0;
  gboolean is_known = !is_told || nb_html_length_is_known (*value);
  double length = nb_html_length_read (value);
  double offset = is_share && is_upright ? share : length;

  style->is_placed |= is_told;
  style->least = MIN (style->least, offset);
  offset = is_known ? fabs (offset) : UNKNOWN;
  style->shift = MAX (style->shift, offset);
  style->fall = MAX (style->fall, is_upright ? offset : 0);
}

static gboolean
ends_value (char c)
{
  return c == ';' || c == '!' || c == '\0';
}

/* "left: 3px", "inset-inline: 3px auto". */
static void
read_offset (Style *style, const char *value)
{
  while (!ends_value (*value))
    read_one_offset (style, &value, FALSE);
}

static void
read_upright_offset (Style *style, const char *value)
{
  while (!ends_value (*value))
    read_one_offset (style, &value, TRUE);
}

/* "inset: 3px auto": top, right, bottom, left. */
static void
read_inset (Style *style, const char *value)
{
  for (gboolean is_upright = TRUE; !ends_value (*value); is_upright = !is_upright)
    read_one_offset (style, &value, is_upright);
}

static void
read_opacity (Style *style, const char *value)
{
  char *end;
  double opacity = g_ascii_strtod (value, &end);

  if (nb_html_length_is_zero (value))
    style->traits |= NB_HTML_STRUCK;
  else if (nb_html_declares (value, "var(") || (end != value && opacity < NB_HTML_FAINTEST))
    style->traits |= NB_HTML_RAISED | NB_HTML_FAINT;
}

/* What is drawn towards its neighbour lies on it, or takes its place. */
static void
read_upper_margin (Style *style, const char *value)
{
  double margin = nb_html_length_read (&value);

  if (margin <= OFF_SCREEN)
    style->traits |= NB_HTML_FAINT;
  style->upper = margin;
}

static void
read_right_margin (Style *style, const char *value)
{
  if (nb_html_length_read (&value) <= CLOSEST)
    style->traits |= NB_HTML_RAISED;
}

static void
read_left_margin (Style *style, const char *value)
{
  double margin = nb_html_length_read (&value);

  style->left += margin;
  if (margin <= OFF_SCREEN)
    style->traits |= NB_HTML_FAINT;
  if (margin <= CLOSEST)
    style->traits |= NB_HTML_RAISED;
}

/* "margin-inline: LEFT RIGHT". */
static void
read_margin_inline (Style *style, const char *value)
{
  const char *second = value;

  nb_html_length_read (&second);
  read_left_margin (style, value);
  read_right_margin (style, ends_value (*second) ? value : second);
}

static void
read_left_padding (Style *style, const char *value)
{
  style->left += nb_html_length_read (&value);
}

/* "margin: TOP RIGHT BOTTOM LEFT", of which each stands for another that is not told. */
static void
read_margin (Style *style, const char *value)
{
  const char *sides[4] = { value, value, value, value };
  guint n = 0;

  while (n < G_N_ELEMENTS (sides) && *value != ';' && *value != '\0')
    {
      sides[n++] = value;
      nb_html_length_read (&value);
    }
  read_upper_margin (style, sides[0]);
  read_right_margin (style, sides[n > 1 ? 1 : 0]);
  read_left_margin (style, sides[n > 3 ? 3 : n > 1 ? 1 : 0]);
}

static void
read_spacing (Style *style, const char *value)
{
  if (nb_html_length_read (&value) <= TIGHTEST)
    style->traits |= NB_HTML_FAINT;
}

static void
read_overflow (Style *style, const char *value)
{
  style->is_cut |= nb_html_declares (value, "hidden") || nb_html_declares (value, "clip");
}

static void
read_extent (Style *style, const char *value)
{
  gboolean is_share = value[strspn (value, "0123456789.")] == '%';

  style->is_flat |= is_speck (value) || (!is_share && strcspn (value, "0123456789.") == 0 &&
                                         nb_html_length_read (&value) < NARROWEST);
}

static void
read_line_height (Style *style, const char *value)
{
  style->has_flat_lines |= is_speck (value);
}

/* "flex: 1 1 0": takes the room that is left, whatever its width is said to be. */
static void
read_flex (Style *style, const char *value)
{
  style->grows |= nb_html_declares (value, "auto") || g_ascii_strtod (value, NULL) > 0;
}

static void
read_least_extent (Style *style, const char *value)
{
  style->grows |= !is_speck (value) && !nb_html_declares (value, "auto");
}

/* Boxes in another order than they are written in. */
static void
read_flow (Style *style, const char *value)
{
  if (has_word (value, "reverse"))
    style->traits |= NB_HTML_APART | NB_HTML_FLEX | NB_HTML_SHUFFLED;
}

/* Boxes that fill the columns before the rows, or gaps before what follows. */
static void
read_grid_flow (Style *style, const char *value)
{
  if (has_word (value, "column") || has_word (value, "dense"))
    style->traits |= NB_HTML_SHUFFLED;
}

/* A row or column that is named takes the box there; a span does not. */
static void
read_grid_place (Style *style, const char *value)
{
  if (!nb_html_declares (value, "span") && !nb_html_declares (value, "auto"))
    style->traits |= NB_HTML_MOVED;
}

static void
read_order (Style *style, const char *value)
{
  if (!nb_html_length_is_zero (value))
    style->traits |= NB_HTML_RAISED | NB_HTML_MOVED;
}

static void
read_filter (Style *style, const char *value)
{
  style->traits |= nb_html_traits_of_filter (value);
}

/* Of what shape a mask leaves, nobody here knows. */
static void
read_mask (Style *style, const char *value)
{
  if (!nb_html_declares (value, "none"))
    style->traits |= NB_HTML_FAINT;
}

static void
read_zoom (Style *style, const char *value)
{
  char *end;
  double zoom = g_ascii_strtod (value, &end);

  if (end != value && zoom < (*end == '%' ? SMALLEST_SHARE * 100 : SMALLEST_SHARE))
    style->traits |= NB_HTML_RAISED | NB_HTML_FAINT;
}

static void
read_content_visibility (Style *style, const char *value)
{
  if (nb_html_declares (value, "hidden"))
    style->traits |= NB_HTML_RAISED | NB_HTML_FAINT;
}

/* Dots in the place of characters. */
static void
read_security (Style *style, const char *value)
{
  if (!nb_html_declares (value, "none"))
    style->traits |= NB_HTML_TURNED;
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
  if (nb_html_declares (value, "rect")
          ? is_empty_rectangle (open + 1)
          : nb_html_declares (value, "inset") && g_ascii_strtod (open + 1, &end) >= 50 && *end == '%')
    style->traits |= NB_HTML_STRUCK;
  /* Of what shape a path leaves, nobody here knows. */
  else if (!nb_html_declares (value, "rect") && !nb_html_declares (value, "inset"))
    style->traits |= NB_HTML_RAISED | NB_HTML_FAINT;
}

/* Word does not show it, and a browser does. */
static void
read_mso_hide (Style *style, const char *value)
{
  if (nb_html_declares (value, "all"))
    style->traits |= NB_HTML_RAISED;
}

static void
read_alignment (Style *style, const char *value)
{
  if (nb_html_declares (value, "center"))
    style->traits |= NB_HTML_CENTRED;
}

static void
read_vertical_alignment (Style *style, const char *value)
{
  if (nb_html_declares (value, "super") || nb_html_declares (value, "sub"))
    style->traits |= NB_HTML_RAISED;
}

static void
read_direction (Style *style, const char *value)
{
  if (nb_html_declares (value, "rtl"))
    style->traits |= NB_HTML_LEFTWARD;
}

static void
read_bidi (Style *style, const char *value)
{
  if (nb_html_declares (value, "bidi-override") || nb_html_declares (value, "isolate-override"))
    style->traits |= NB_HTML_OVERRIDE;
}

static void
read_color (Style *style, const char *value)
{
  style->traits |= nb_html_traits_of_color (value);
  style->colors.ink = nb_html_color_parse (value);
}

static void
read_transform (Style *style, const char *value)
{
  style->traits |= nb_html_traits_of_transform (value);
}

static void
read_scale (Style *style, const char *value)
{
  style->traits |= nb_html_traits_of_scale (value);
}

static void
read_rotate (Style *style, const char *value)
{
  style->traits |= nb_html_traits_of_rotate (value);
}

static void
read_translate (Style *style, const char *value)
{
  style->traits |= nb_html_traits_of_translate (value);
}

static void
read_float (Style *style, const char *value)
{
  if (nb_html_declares (value, "right"))
    style->traits |= NB_HTML_RIGHTMOST;
  if (nb_html_declares (value, "left") || nb_html_declares (value, "right"))
    style->traits |= NB_HTML_APART;
}

/* It counts for more than any colour. */
static void
read_fill (Style *style, const char *value)
{
  NbHtmlColor fill = nb_html_color_parse (value);

  style->traits |= nb_html_traits_of_color (value);
  if (!nb_html_colors_are_seen ((NbHtmlColors){ fill, 0 }))
    style->traits |= NB_HTML_FAINT;
}

static void
read_background (Style *style, const char *value)
{
  style->colors.paper = nb_html_color_find (value);
}

static void
read_content (Style *style, const char *value)
{
  style->traits |= nb_html_traits_of_content (value);
}

static const struct
{
  const char *property;
  void (*read) (Style *style, const char *value);
} properties[] = {
  { "-webkit-clip-path", read_clip },
  { "-webkit-mask", read_mask },
  { "-webkit-mask-image", read_mask },
  { "-webkit-text-fill-color", read_fill },
  { "-webkit-text-security", read_security },
  { "-webkit-transform", read_transform },
  { "background", read_background },
  { "background-color", read_background },
  { "background-image", read_background },
  { "bottom", read_upright_offset },
  { "clip", read_clip },
  { "clip-path", read_clip },
  { "color", read_color },
  { "content", read_content },
  { "content-visibility", read_content_visibility },
  { "direction", read_direction },
  { "display", read_display },
  { "filter", read_filter },
  { "flex", read_flex },
  { "flex-direction", read_flow },
  { "flex-flow", read_flow },
  { "flex-grow", read_flex },
  { "flex-wrap", read_flow },
  { "float", read_float },
  { "font", read_font },
  { "font-size", read_font_size },
  { "grid-area", read_grid_place },
  { "grid-auto-flow", read_grid_flow },
  { "grid-column", read_grid_place },
  { "grid-column-start", read_grid_place },
  { "grid-row", read_grid_place },
  { "grid-row-start", read_grid_place },
  { "height", read_extent },
  { "inset", read_inset },
  { "inset-block", read_upright_offset },
  { "inset-block-end", read_upright_offset },
  { "inset-block-start", read_upright_offset },
  { "inset-inline", read_offset },
  { "inset-inline-end", read_offset },
  { "inset-inline-start", read_offset },
  { "left", read_offset },
  { "letter-spacing", read_spacing },
  { "line-height", read_line_height },
  { "margin", read_margin },
  { "margin-block", read_upper_margin },
  { "margin-block-start", read_upper_margin },
  { "margin-inline", read_margin_inline },
  { "margin-inline-end", read_right_margin },
  { "margin-inline-start", read_left_margin },
  { "margin-left", read_left_margin },
  { "margin-right", read_right_margin },
  { "margin-top", read_upper_margin },
  { "mask", read_mask },
  { "mask-image", read_mask },
  { "max-height", read_extent },
  { "max-width", read_extent },
  { "min-height", read_least_extent },
  { "min-width", read_least_extent },
  { "mso-hide", read_mso_hide },
  { "opacity", read_opacity },
  { "order", read_order },
  { "overflow", read_overflow },
  { "overflow-x", read_overflow },
  { "overflow-y", read_overflow },
  { "padding-inline-start", read_left_padding },
  { "padding-left", read_left_padding },
  { "position", read_position },
  { "right", read_offset },
  { "rotate", read_rotate },
  { "scale", read_scale },
  { "text-align", read_alignment },
  { "text-decoration", read_decoration },
  { "text-decoration-line", read_decoration },
  { "text-indent", read_text_indent },
  { "top", read_upright_offset },
  { "transform", read_transform },
  { "translate", read_translate },
  { "unicode-bidi", read_bidi },
  { "vertical-align", read_vertical_alignment },
  { "visibility", read_visibility },
  { "width", read_extent },
  { "zoom", read_zoom },
};

/* A name that is written with escapes may be any. */
static gboolean
is_disguised (const char *declaration)
{
  return declaration[strcspn (declaration, "\\:;")] == '\\';
}

/* The declarations without comments; %NULL where they have none. */
static char *
strip_comments (const char *declarations)
{
  GString *out;

  if (strstr (declarations, "/*") == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (const char *open; (open = strstr (declarations, "/*")) != NULL;)
    {
      const char *close = strstr (open + 2, "*/");

      g_string_append_len (out, declarations, open - declarations);
      declarations = close != NULL ? close + 2 : "";
    }
  g_string_append (out, declarations);
  return g_string_free (out, FALSE);
}

static void
read_declaration (Style *style, const char *declaration)
{
  if (is_disguised (declaration))
    style->traits |= NB_HTML_FAINT;
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const char *value = declaration;

      if ((*value | 0x20) != *properties[i].property || !nb_html_declares (value, properties[i].property))
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

/* What a box that is cut leaves of its text: cells grow, and a box that may, or whose lines may tell a height, counts only
 * where it holds a value and no more. */
static guint
judge_box (const Style *style, guint tag)
{
  if (!style->is_cut || nb_html_tag_get_rank (tag) > 0)
    return 0;
  if (style->is_flat && !style->grows)
    return NB_HTML_RAISED | NB_HTML_FAINT;
  return style->is_flat || style->has_flat_lines ? NB_HTML_RAISED | NB_HTML_MOVED : 0;
}

/* What the offsets make of a box. */
static guint
judge_place (const Style *style, guint tag)
{
  gboolean is_wrapper = tag == NB_HTML_TAG_OTHER || (nb_html_tag_get_flags (tag) & NB_HTML_BLOCK) != 0;
  guint traits = 0;

  if (style->is_relative && style->shift != 0)
    traits |= NB_HTML_RAISED;
  if ((style->is_relative && style->shift >= FAR) || (style->is_absolute && style->is_placed) ||
      style->left <= -FAR_LEFT)
    traits |= NB_HTML_MOVED;
  if (style->upper <= -FAR)
    traits |= NB_HTML_RAISED | NB_HTML_MOVED;
  if (style->is_absolute && style->least <= (is_wrapper ? OVER_BANNER : AT_EDGE))
    traits |= NB_HTML_FAINT;
  if ((style->is_relative || style->is_absolute) && style->least <= OFF_SCREEN)
    traits |= NB_HTML_HIDDEN;
  return traits;
}

/* Tells moves apart that are less than a row or a column; 0 for any other. */
static guint
hash_move (const Style *style)
{
  const double ways[] = { style->shift, style->fall, style->least, style->left, style->upper };
  guint hash = style->is_absolute;

  if (style->shift >= COLUMN_WIDTH || style->fall >= ROW_HEIGHT || style->left <= -COLUMN_WIDTH || style->upper <= -ROW_HEIGHT)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    hash = hash * 31 + (guint) (int) round (CLAMP (ways[i], -UNKNOWN, UNKNOWN) * 4);
  return hash | 1;
}

/**
 * nb_html_traits_of_style:
 * @declarations: value of a style attribute
 * @tag: of the element, or %NB_HTML_TAG_OTHER where it is not known
 * @colors: (inout) (nullable): what it tells of colours is put in
 * @move: (out) (nullable): tells slight moves apart, 0 for none and for any other
 *
 * Returns: #NbHtmlTraits that its declarations tell
 */
guint
nb_html_traits_of_style (const char *declarations, guint tag, NbHtmlColors *colors, guint *move)
{
  g_autofree char *plain = strip_comments (declarations);
  Style style = { 0 };

  for (const char *p = plain != NULL ? plain : declarations; p != NULL; p = strchr (p, ';'))
    {
      while (*p == ';' || g_ascii_isspace (*p))
        p++;
      read_declaration (&style, p);
    }
  style.traits |= judge_box (&style, tag);
  if (move != NULL)
    *move = (style.traits & NB_HTML_MOVED) == 0 ? hash_move (&style) : 0;
  style.traits |= judge_place (&style, tag);
  if (colors != NULL)
    nb_html_colors_put (colors, style.colors);
  return style.traits;
}
