/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* 0xRRGGBBAA */
typedef guint32 NbColour;

#define NB_COLOUR_NONE 0u

typedef enum
{
  NB_DASH_SOLID,
  NB_DASH_LONG,   /* 7-4 */
  NB_DASH_DOTTED, /* 2-4 */
} NbDash;

typedef enum
{
  NB_MARK_CIRCLE,
  NB_MARK_SQUARE,
  NB_MARK_DIAMOND,
  NB_MARK_CROSS,
  NB_MARK_TRIANGLE,
} NbMark;

typedef enum
{
  NB_ANCHOR_START,
  NB_ANCHOR_MIDDLE,
  NB_ANCHOR_END,
} NbAnchor;

typedef enum
{
  NB_DRAW_RECT,
  NB_DRAW_LINE,
  NB_DRAW_MARK,
  NB_DRAW_TEXT,
} NbDrawKind;

/**
 * NbDraw:
 * @kind: what it is
 * @x: left edge; start of a line; centre of a mark; where a text is anchored
 * @y: top edge; start; centre; the baseline of a text
 * @x2: width of a rectangle; end of a line; radius of a mark
 * @y2: height; end
 * @fill: colour of the area or of the text
 * @stroke: colour of the outline
 * @width: width of the outline
 * @dash: how a line is broken
 * @mark: shape of a mark
 * @hatched: whether the area is hatched with @stroke instead of filled
 * @size: size of a text
 * @bold: whether a text is bold
 * @anchor: which end of a text stands at @x
 * @text: (nullable): a text; for other kinds what is read out of it
 *
 * One thing to be drawn. All lengths are points.
 */
typedef struct
{
  NbDrawKind kind;
  double x;
  double y;
  double x2;
  double y2;
  NbColour fill;
  NbColour stroke;
  double width;
  NbDash dash;
  NbMark mark;
  gboolean hatched;
  double size;
  gboolean bold;
  NbAnchor anchor;
  char *text;
} NbDraw;

/**
 * NbSpot:
 * @x: left edge
 * @y: top edge
 * @width: width
 * @height: height
 * @panel: number of the panel in the chart
 * @series: number of the series in the panel
 * @category: number of the category
 * @is_label: whether it is the name of the value, which stands apart from it
 *
 * Where a value is drawn, for the pointer and the keys of a window.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  guint panel;
  guint series;
  guint category;
  gboolean is_label;
} NbSpot;

/**
 * NbDrawing:
 * @width: points
 * @height: points
 * @background: colour under everything; %NB_COLOUR_NONE for none
 * @title: (nullable): what it shows
 * @description: (nullable): what can be seen in it, in words
 * @source: (nullable): where the numbers come from, in full
 * @items: (element-type NbDraw): from the back to the front
 * @spots: (element-type NbSpot): where the values are
 *
 * A picture before any format: what the back ends for cairo and SVG both draw from.
 */
typedef struct
{
  double width;
  double height;
  NbColour background;
  char *title;
  char *description;
  char *source;
  GArray *items;
  GArray *spots;
} NbDrawing;

NbDrawing *nb_drawing_new (double width, double height);
void nb_drawing_free (NbDrawing *self);

void
nb_drawing_rect (NbDrawing *self, double x, double y, double width, double height, NbColour fill);
void nb_drawing_hatch (NbDrawing *self,
                       double x,
                       double y,
                       double width,
                       double height,
                       NbColour stroke);
void nb_drawing_line (NbDrawing *self,
                      double x,
                      double y,
                      double x2,
                      double y2,
                      NbColour stroke,
                      double width,
                      NbDash dash);
void nb_drawing_mark (NbDrawing *self,
                      NbMark mark,
                      double x,
                      double y,
                      double radius,
                      NbColour fill,
                      NbColour stroke);
void nb_drawing_text (NbDrawing *self,
                      double x,
                      double y,
                      NbAnchor anchor,
                      double size,
                      gboolean bold,
                      NbColour fill,
                      const char *text);
void nb_drawing_spot (NbDrawing *self, NbSpot spot);

/* The back ends. */
void nb_drawing_paint (const NbDrawing *self, cairo_t *cr);
void nb_drawing_write_svg (const NbDrawing *self, GString *out);
GBytes *nb_drawing_to_png (const NbDrawing *self, double scale, GError **error);
GBytes *nb_drawing_to_pdf (const NbDrawing *self, GError **error);
GBytes *nb_drawings_to_pdf (GPtrArray *pages, GError **error);

/* Text, measured as the cairo back end sets it. Any thread. */
double nb_text_measure (const char *text, double size, gboolean bold);
char *nb_text_fit (const char *text, double size, gboolean bold, double width);
char **nb_text_wrap (const char *text, double size, gboolean bold, double width, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbDrawing, nb_drawing_free)

G_END_DECLS
