/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The back end for cairo: screen, PNG, PDF and paper. All text goes through Pango. Hinting is off, so
 * that text is as wide on every surface as it was measured. Pango's font map is one for each thread.
 */

#include "nb-drawing.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Texts that a thread remembers as they are set. */
#define MOST_LAYOUTS 512

#define FAMILY "Noto Sans CJK SC, Noto Sans, sans-serif"

static gboolean
has_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* A Chinese font sets quotation marks and apostrophes as wide as characters; in other texts they are narrow. */
static void
set_narrow (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("pwid=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* One for each thread, as the font map is. */
static PangoContext *
get_context (void)
{
  static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&contexts);
  cairo_font_options_t *options;

  if (context != NULL)
    return context;
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  /* Without a language Han characters may come in Japanese shapes. */
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_round_glyph_positions (context, FALSE);
  g_private_set (&contexts, context);
  return context;
}

static PangoLayout *
create_layout (const char *text, double size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);
  PangoLayout *layout = pango_layout_new (get_context ());

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (!has_han (text))
    set_narrow (layout);
  pango_font_description_free (font);
  return layout;
}

static double
get_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

/* (transfer none): a text on one line. Charts ask for the same years and numbers over and over, first to measure and then
 * to paint them. */
static PangoLayout *
get_layout (const char *text, double size, gboolean bold)
{
  static GPrivate caches = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *cache = g_private_get (&caches);
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) (size * 100), bold, text);
  PangoLayout *layout;

  if (cache == NULL)
    {
      cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_private_set (&caches, cache);
    }
  layout = g_hash_table_lookup (cache, key);
  if (layout == NULL)
    {
      if (g_hash_table_size (cache) >= MOST_LAYOUTS)
        g_hash_table_remove_all (cache);
      layout = create_layout (text, size, bold);
      g_hash_table_insert (cache, g_steal_pointer (&key), layout);
    }
  return layout;
}

/**
 * nb_text_measure:
 * @text: UTF-8 on one line
 * @size: size
 * @bold: whether it is bold
 *
 * Returns: its width in points
 */
double
nb_text_measure (const char *text, double size, gboolean bold)
{
  return get_layout_width (get_layout (text, size, bold));
}

/**
 * nb_text_fit:
 * @text: UTF-8 on one line
 * @size: size
 * @bold: whether it is bold
 * @width: how wide it may be
 *
 * Returns: (transfer full): @text, cut with an ellipsis where it is wider
 */
char *
nb_text_fit (const char *text, double size, gboolean bold, double width)
{
  glong low = 0, high = g_utf8_strlen (text, -1);

  if (nb_text_measure (text, size, bold) <= width)
    return g_strdup (text);
  while (low < high)
    {
      glong middle = (low + high + 1) / 2;
      g_autofree char *head = g_utf8_substring (text, 0, middle);
      g_autofree char *cut = g_strconcat (head, "…", NULL);

      if (nb_text_measure (cut, size, bold) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  g_autofree char *head = g_utf8_substring (text, 0, low);
  return g_strconcat (head, "…", NULL);
}

static char *
dup_line (PangoLayout *layout, const char *text, guint i)
{
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
  char *copy = g_strndup (text + line->start_index, line->length);

  return g_strchomp (copy);
}

/**
 * nb_text_wrap:
 * @text: UTF-8
 * @size: size
 * @bold: whether it is bold
 * @width: how wide a line may be
 * @most: lines at most; the last one is cut with an ellipsis
 *
 * Returns: (transfer full): the lines
 */
char **
nb_text_wrap (const char *text, double size, gboolean bold, double width, guint most)
{
  g_autoptr (PangoLayout) layout = create_layout (text, size, bold);
  GPtrArray *lines = g_ptr_array_new ();
  guint n;

  pango_layout_set_width (layout, (int) (MAX (width, size) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  n = pango_layout_get_line_count (layout);
  for (guint i = 0; i < MIN (n, most); i++)
    {
      gboolean is_cut = i + 1 == most && n > most;
      int start = pango_layout_get_line_readonly (layout, i)->start_index;

      g_ptr_array_add (lines, is_cut ? nb_text_fit (text + start, size, bold, width)
                                     : dup_line (layout, text, i));
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

static void
set_colour (cairo_t *cr, NbColour colour)
{
  cairo_set_source_rgba (cr, (colour >> 24) / 255.0, ((colour >> 16) & 0xff) / 255.0,
                         ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
set_dash (cairo_t *cr, NbDash dash)
{
  static const double dashes[][2] = { { 0, 0 }, { 7, 4 }, { 2, 4 } };

  cairo_set_dash (cr, dashes[dash], dash == NB_DASH_SOLID ? 0 : 2, 0);
}

static void
paint_hatch (cairo_t *cr, const NbDraw *item)
{
  cairo_save (cr);
  cairo_rectangle (cr, item->x, item->y, item->x2, item->y2);
  cairo_clip_preserve (cr);
  set_colour (cr, item->stroke);
  cairo_set_line_width (cr, item->width);
  cairo_stroke (cr);
  for (double x = item->x - item->y2; x < item->x + item->x2; x += 6)
    {
      cairo_move_to (cr, x, item->y + item->y2);
      cairo_line_to (cr, x + item->y2, item->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_rect (cairo_t *cr, const NbDraw *item)
{
  if (item->hatched)
    {
      paint_hatch (cr, item);
      return;
    }
  cairo_rectangle (cr, item->x, item->y, item->x2, item->y2);
  set_colour (cr, item->fill);
  cairo_fill (cr);
}

static void
paint_line (cairo_t *cr, const NbDraw *item)
{
  cairo_set_line_width (cr, item->width);
  cairo_set_line_cap (cr, item->dash == NB_DASH_SOLID ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  set_dash (cr, item->dash);
  cairo_move_to (cr, item->x, item->y);
  cairo_line_to (cr, item->x2, item->y2);
  set_colour (cr, item->stroke);
  cairo_stroke (cr);
  set_dash (cr, NB_DASH_SOLID);
}

static void
trace_mark (cairo_t *cr, const NbDraw *item)
{
  double x = item->x, y = item->y, r = item->x2;

  switch (item->mark)
    {
    case NB_MARK_CIRCLE:
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    case NB_MARK_SQUARE:
      cairo_rectangle (cr, x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
      break;
    case NB_MARK_DIAMOND:
      cairo_move_to (cr, x, y - r * 1.25);
      cairo_line_to (cr, x + r * 1.25, y);
      cairo_line_to (cr, x, y + r * 1.25);
      cairo_line_to (cr, x - r * 1.25, y);
      cairo_close_path (cr);
      break;
    case NB_MARK_TRIANGLE:
      cairo_move_to (cr, x, y - r * 1.25);
      cairo_line_to (cr, x + r * 1.25, y + r);
      cairo_line_to (cr, x - r * 1.25, y + r);
      cairo_close_path (cr);
      break;
    default:
      cairo_move_to (cr, x - r, y - r);
      cairo_line_to (cr, x + r, y + r);
      cairo_move_to (cr, x - r, y + r);
      cairo_line_to (cr, x + r, y - r);
    }
}

static void
paint_mark (cairo_t *cr, const NbDraw *item)
{
  cairo_new_path (cr);
  trace_mark (cr, item);
  if (item->fill != NB_COLOUR_NONE)
    {
      set_colour (cr, item->fill);
      cairo_fill_preserve (cr);
    }
  set_colour (cr, item->stroke);
  cairo_set_line_width (cr, item->width);
  cairo_stroke (cr);
}

static void
paint_text (cairo_t *cr, const NbDraw *item)
{
  PangoLayout *layout = get_layout (item->text, item->size, item->bold);
  double width = item->anchor != NB_ANCHOR_START ? get_layout_width (layout) : 0;
  double x = item->x - (item->anchor == NB_ANCHOR_END      ? width
                        : item->anchor == NB_ANCHOR_MIDDLE ? width / 2
                                                           : 0);

  set_colour (cr, item->fill);
  cairo_move_to (cr, x, item->y - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

/**
 * nb_drawing_paint:
 * @self: a drawing
 * @cr: where to
 *
 * Paints it, its left upper corner at the origin.
 */
void
nb_drawing_paint (const NbDrawing *self, cairo_t *cr)
{
  static void (*const paint[]) (cairo_t * cr, const NbDraw *item) = {
    [NB_DRAW_RECT] = paint_rect,
    [NB_DRAW_LINE] = paint_line,
    [NB_DRAW_MARK] = paint_mark,
    [NB_DRAW_TEXT] = paint_text,
  };

  cairo_save (cr);
  if (self->background != NB_COLOUR_NONE)
    {
      set_colour (cr, self->background);
      cairo_rectangle (cr, 0, 0, self->width, self->height);
      cairo_fill (cr);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      const NbDraw *item = &g_array_index (self->items, NbDraw, i);

      paint[item->kind](cr, item);
    }
  cairo_restore (cr);
}
