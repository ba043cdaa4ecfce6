/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The back end for SVG, with text as text: it can be searched, copied and read aloud. Numbers have at
 * most two decimals and know no locale. Any thread.
 */

#include "nb-drawing.h"

#include <math.h>

/* Hatching is one pattern for each colour that hatches. */
#define HATCH "hatch-%08x"

static void
append_number (GString *out, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;

  /* No minus before nought. */
  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.10g", rounded + 0.0));
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

static void
append_colour (GString *out, const char *name, NbColour colour)
{
  if (colour == NB_COLOUR_NONE)
    {
      g_string_append_printf (out, " %s=\"none\"", name);
      return;
    }
  g_string_append_printf (out, " %s=\"#%06x\"", name, colour >> 8);
  if ((colour & 0xff) != 0xff)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      append_attribute (out, opacity, (colour & 0xff) / 255.0);
    }
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
write_rect (GString *out, const NbDraw *item)
{
  g_string_append (out, "<rect");
  append_attribute (out, "x", item->x);
  append_attribute (out, "y", item->y);
  append_attribute (out, "width", item->x2);
  append_attribute (out, "height", item->y2);
  if (item->hatched)
    {
      g_string_append_printf (out, " fill=\"url(#" HATCH ")\"", item->stroke);
      append_colour (out, "stroke", item->stroke);
    }
  else
    append_colour (out, "fill", item->fill);
  g_string_append (out, "/>\n");
}

static void
write_line (GString *out, const NbDraw *item)
{
  static const char *const dashes[] = { "", " stroke-dasharray=\"7 4\"",
                                        " stroke-dasharray=\"2 4\"" };

  g_string_append (out, "<line");
  append_attribute (out, "x1", item->x);
  append_attribute (out, "y1", item->y);
  append_attribute (out, "x2", item->x2);
  append_attribute (out, "y2", item->y2);
  append_colour (out, "stroke", item->stroke);
  append_attribute (out, "stroke-width", item->width);
  g_string_append_printf (out, "%s%s/>\n", dashes[item->dash],
                          item->dash == NB_DASH_SOLID ? " stroke-linecap=\"round\"" : "");
}

static void
append_path (GString *out, const double (*points)[2], const char *commands, const NbDraw *item)
{
  g_string_append (out, "<path d=\"");
  for (guint i = 0; commands[i] != '\0'; i++)
    {
      g_string_append_c (out, commands[i]);
      if (commands[i] == 'Z')
        continue;
      append_number (out, item->x + points[i][0] * item->x2);
      g_string_append_c (out, ' ');
      append_number (out, item->y + points[i][1] * item->x2);
    }
  g_string_append_c (out, '"');
}

static void
write_mark (GString *out, const NbDraw *item)
{
  static const double square[][2] = { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } };
  static const double diamond[][2] = { { 0, -1.25 }, { 1.25, 0 }, { 0, 1.25 }, { -1.25, 0 } };
  static const double triangle[][2] = { { 0, -1.25 }, { 1.25, 1 }, { -1.25, 1 } };
  static const double cross[][2] = { { -1, -1 }, { 1, 1 }, { -1, 1 }, { 1, -1 } };

  if (item->mark == NB_MARK_CIRCLE)
    {
      g_string_append (out, "<circle");
      append_attribute (out, "cx", item->x);
      append_attribute (out, "cy", item->y);
      append_attribute (out, "r", item->x2);
    }
  else if (item->mark == NB_MARK_SQUARE)
    append_path (out, square, "MLLLZ", item);
  else if (item->mark == NB_MARK_DIAMOND)
    append_path (out, diamond, "MLLLZ", item);
  else if (item->mark == NB_MARK_TRIANGLE)
    append_path (out, triangle, "MLLZ", item);
  else
    append_path (out, cross, "MLML", item);
  append_colour (out, "fill", item->fill);
  append_colour (out, "stroke", item->stroke);
  append_attribute (out, "stroke-width", item->width);
  g_string_append (out, "/>\n");
}

static void
write_text (GString *out, const NbDraw *item)
{
  static const char *const anchors[] = { "", " text-anchor=\"middle\"", " text-anchor=\"end\"" };

  g_string_append (out, "<text");
  append_attribute (out, "x", item->x);
  append_attribute (out, "y", item->y);
  append_attribute (out, "font-size", item->size);
  g_string_append_printf (out, "%s%s", item->bold ? " font-weight=\"bold\"" : "",
                          anchors[item->anchor]);
  append_colour (out, "fill", item->fill);
  g_string_append_c (out, '>');
  append_escaped (out, item->text);
  g_string_append (out, "</text>\n");
}

static void
write_hatches (const NbDrawing *self, GString *out)
{
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const NbDraw *item = &g_array_index (self->items, NbDraw, i);

      if (!item->hatched || !g_hash_table_add (written, GUINT_TO_POINTER (item->stroke)))
        continue;
      g_string_append_printf (
          out,
          "<defs><pattern id=\"" HATCH "\" width=\"6\" height=\"6\" "
          "patternUnits=\"userSpaceOnUse\"><path d=\"M-1 1L1 -1M0 6L6 0M5 7L7 5\"",
          item->stroke);
      append_colour (out, "stroke", item->stroke);
      g_string_append (out, "/></pattern></defs>\n");
    }
}

static void
write_element (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, "<%s>", name);
  append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

/**
 * nb_drawing_write_svg:
 * @self: a drawing
 * @out: what to append to
 *
 * Writes it as an SVG element that can stand alone or in HTML.
 */
void
nb_drawing_write_svg (const NbDrawing *self, GString *out)
{
  static void (*const write[]) (GString * out, const NbDraw *item) = {
    [NB_DRAW_RECT] = write_rect,
    [NB_DRAW_LINE] = write_line,
    [NB_DRAW_MARK] = write_mark,
    [NB_DRAW_TEXT] = write_text,
  };
  NbDraw background = { .x2 = self->width, .y2 = self->height, .fill = self->background };

  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"zh-CN\" "
                        "font-family=\"'Noto Sans CJK SC','Noto Sans',sans-serif\"");
  append_attribute (out, "width", self->width);
  append_attribute (out, "height", self->height);
  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, self->width);
  g_string_append_c (out, ' ');
  append_number (out, self->height);
  g_string_append (out, "\">\n");
  write_element (out, "title", self->title);
  write_element (out, "desc", self->description);
  write_element (out, "metadata", self->source);
  write_hatches (self, out);
  if (self->background != NB_COLOUR_NONE)
    write_rect (out, &background);
  for (guint i = 0; i < self->items->len; i++)
    {
      const NbDraw *item = &g_array_index (self->items, NbDraw, i);

      write[item->kind](out, item);
    }
  g_string_append (out, "</svg>\n");
}
