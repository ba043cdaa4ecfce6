/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The drawing list. Built on one thread, then only read.
 */

#include "nb-drawing.h"

static void
clear_item_cb (gpointer data)
{
  g_free (((NbDraw *) data)->text);
}

/**
 * nb_drawing_new:
 * @width: points
 * @height: points
 *
 * Returns: (transfer full): a drawing with nothing in it
 */
NbDrawing *
nb_drawing_new (double width, double height)
{
  NbDrawing *self = g_new0 (NbDrawing, 1);

  self->width = width;
  self->height = height;
  self->items = g_array_new (FALSE, FALSE, sizeof (NbDraw));
  g_array_set_clear_func (self->items, clear_item_cb);
  self->spots = g_array_new (FALSE, FALSE, sizeof (NbSpot));
  return self;
}

/**
 * nb_drawing_free:
 * @self: (transfer full): a drawing
 */
void
nb_drawing_free (NbDrawing *self)
{
  g_free (self->title);
  g_free (self->description);
  g_free (self->source);
  g_array_unref (self->items);
  g_array_unref (self->spots);
  g_free (self);
}

/**
 * nb_drawing_rect:
 * @self: a drawing
 * @x: left edge
 * @y: top edge
 * @width: width
 * @height: height
 * @fill: colour
 */
void
nb_drawing_rect (NbDrawing *self, double x, double y, double width, double height, NbColour fill)
{
  NbDraw item = { .kind = NB_DRAW_RECT, .x = x, .y = y, .x2 = width, .y2 = height, .fill = fill };

  g_array_append_val (self->items, item);
}

/**
 * nb_drawing_hatch:
 * @self: a drawing
 * @x: left edge
 * @y: top edge
 * @width: width
 * @height: height
 * @stroke: colour of the lines and of the outline
 */
void
nb_drawing_hatch (NbDrawing *self, double x, double y, double width, double height, NbColour stroke)
{
  NbDraw item = { .kind = NB_DRAW_RECT,
                  .x = x,
                  .y = y,
                  .x2 = width,
                  .y2 = height,
                  .stroke = stroke,
                  .width = 1,
                  .hatched = TRUE };

  g_array_append_val (self->items, item);
}

/**
 * nb_drawing_line:
 * @self: a drawing
 * @x: start
 * @y: start
 * @x2: end
 * @y2: end
 * @stroke: colour
 * @width: width
 * @dash: how it is broken
 */
void
nb_drawing_line (NbDrawing *self,
                 double x,
                 double y,
                 double x2,
                 double y2,
                 NbColour stroke,
                 double width,
                 NbDash dash)
{
  NbDraw item = { .kind = NB_DRAW_LINE,
                  .x = x,
                  .y = y,
                  .x2 = x2,
                  .y2 = y2,
                  .stroke = stroke,
                  .width = width,
                  .dash = dash };

  g_array_append_val (self->items, item);
}

/**
 * nb_drawing_mark:
 * @self: a drawing
 * @mark: shape
 * @x: centre
 * @y: centre
 * @radius: half its width
 * @fill: colour of its area
 * @stroke: colour of its outline
 */
void
nb_drawing_mark (NbDrawing *self,
                 NbMark mark,
                 double x,
                 double y,
                 double radius,
                 NbColour fill,
                 NbColour stroke)
{
  NbDraw item = { .kind = NB_DRAW_MARK,
                  .x = x,
                  .y = y,
                  .x2 = radius,
                  .fill = fill,
                  .stroke = stroke,
                  .width = 1.5,
                  .mark = mark };

  g_array_append_val (self->items, item);
}

/**
 * nb_drawing_text:
 * @self: a drawing
 * @x: where it is anchored
 * @y: its baseline
 * @anchor: which end of it stands at @x
 * @size: size
 * @bold: whether it is bold
 * @fill: colour
 * @text: UTF-8 on one line
 */
void
nb_drawing_text (NbDrawing *self,
                 double x,
                 double y,
                 NbAnchor anchor,
                 double size,
                 gboolean bold,
                 NbColour fill,
                 const char *text)
{
  NbDraw item = { .kind = NB_DRAW_TEXT,
                  .x = x,
                  .y = y,
                  .anchor = anchor,
                  .size = size,
                  .bold = bold,
                  .fill = fill,
                  .text = g_strdup (text) };

  if (*text == '\0')
    g_free (item.text);
  else
    g_array_append_val (self->items, item);
}

/**
 * nb_drawing_spot:
 * @self: a drawing
 * @spot: where a value is drawn
 */
void
nb_drawing_spot (NbDrawing *self, NbSpot spot)
{
  g_array_append_val (self->spots, spot);
}
