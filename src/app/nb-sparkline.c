/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A figure over the years of an organ, as a line from zero up to the year of the report, which has a point. A year
 * without a number is a gap; where the figure is counted in another way since, two dotted rules stand between two
 * lines. Its words are those of the card that it stands in. Main thread only.
 */

#include "nb-sparkline.h"

enum
{
  WIDTH = 82,
  LEAST_WIDTH = 40, /* narrower it says nothing */
  HEIGHT = 30,
  MOST_YEARS = 8,
  POINT = 3, /* radius of the last point */
};

typedef struct
{
  double value;
  gboolean known;
  gboolean breaks; /* cannot be compared with the year before */
} Point;

struct _NbSparkline
{
  GtkWidget parent_instance;

  GArray *points; /* (owned): of Point, one a year, the year of the report last */
};

G_DEFINE_FINAL_TYPE (NbSparkline, nb_sparkline, GTK_TYPE_WIDGET)

static double
get_top (NbSparkline *self)
{
  double top = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      top = point->known ? MAX (top, point->value) : top;
    }
  return top > 0 ? top : 1;
}

/* It takes what room is left, and of that no more than it needs. */
static int
get_drawn_width (NbSparkline *self)
{
  return MIN (gtk_widget_get_width (GTK_WIDGET (self)), WIDTH);
}

static double
get_x (NbSparkline *self, guint index)
{
  double width = get_drawn_width (self) - 2 * POINT;

  return POINT + (self->points->len > 1 ? width * index / (self->points->len - 1) : width);
}

static double
get_y (const Point *point, double top)
{
  const double height = HEIGHT - 2 * POINT;

  return POINT + height * (1 - MAX (point->value, 0) / top);
}

static void
draw_line (NbSparkline *self, cairo_t *cr)
{
  const double top = get_top (self);
  gboolean drawing = FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      if (!point->known)
        drawing = FALSE;
      else if (drawing && !point->breaks)
        cairo_line_to (cr, get_x (self, i), get_y (point, top));
      else
        {
          cairo_move_to (cr, get_x (self, i), get_y (point, top));
          /* A year between two gaps is a dot. */
          cairo_line_to (cr, get_x (self, i) + 0.01, get_y (point, top));
          drawing = TRUE;
        }
    }
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_breaks (NbSparkline *self, cairo_t *cr)
{
  const double dots[] = { 1, 2 };

  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_set_line_width (cr, 1);
  for (guint i = 1; i < self->points->len; i++)
    {
      double middle = (get_x (self, i - 1) + get_x (self, i)) / 2;

      if (!g_array_index (self->points, Point, i).breaks)
        continue;
      for (int side = -1; side <= 1; side += 2)
        {
          cairo_move_to (cr, (int) middle + 1.5 * side + 0.5, 0);
          cairo_line_to (cr, (int) middle + 1.5 * side + 0.5, HEIGHT);
        }
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
nb_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NbSparkline *self = NB_SPARKLINE (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width = get_drawn_width (self), left = gtk_widget_get_width (widget) - width;
  const Point *last = self->points->len > 0
                          ? &g_array_index (self->points, Point, self->points->len - 1)
                          : NULL;
  GdkRGBA line = { 0 }, rule = { 0 };
  cairo_t *cr;

  if (last == NULL || width < LEAST_WIDTH)
    return;
  gtk_style_context_lookup_color (style, "accent_color", &line);
  gtk_style_context_get_color (style, &rule);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) left, 0, (float) width, HEIGHT + 1));
  cairo_translate (cr, left, 0);
  rule.alpha *= 0.35f;
  gdk_cairo_set_source_rgba (cr, &rule);
  cairo_rectangle (cr, 0, HEIGHT, width, 1);
  cairo_fill (cr);
  rule.alpha *= 2;
  gdk_cairo_set_source_rgba (cr, &rule);
  draw_breaks (self, cr);
  gdk_cairo_set_source_rgba (cr, &line);
  draw_line (self, cr);
  if (last->known)
    {
      cairo_arc (cr, get_x (self, self->points->len - 1), get_y (last, get_top (self)), POINT, 0,
                 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
nb_sparkline_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  /* The cards are as wide as without it. */
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : HEIGHT + 1;
}

static void
nb_sparkline_finalize (GObject *object)
{
  g_array_unref (NB_SPARKLINE (object)->points);

  G_OBJECT_CLASS (nb_sparkline_parent_class)->finalize (object);
}

static void
nb_sparkline_class_init (NbSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nb_sparkline_finalize;
  widget_class->snapshot = nb_sparkline_snapshot;
  widget_class->measure = nb_sparkline_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nb_sparkline_init (NbSparkline *self)
{
  self->points = g_array_new (FALSE, TRUE, sizeof (Point));
}

GtkWidget *
nb_sparkline_new (void)
{
  return g_object_new (NB_TYPE_SPARKLINE, NULL);
}

/**
 * nb_sparkline_set_series:
 * @self: a line
 * @series: (nullable): a figure over the years
 * @year: of the report, where the line ends
 *
 * Shows the line, where there are two years to draw.
 */
void
nb_sparkline_set_series (NbSparkline *self, const NbSeries *series, guint year)
{
  guint n_known = 0;

  g_return_if_fail (NB_IS_SPARKLINE (self));

  g_array_set_size (self->points, 0);
  for (guint i = 0; series != NULL && i < series->points->len; i++)
    {
      const NbSeriesPoint *from = &g_array_index (series->points, NbSeriesPoint, i);
      Point point = { 0 };

      if (from->year > year || from->year + MOST_YEARS <= year)
        continue;
      point.known = from->report != NULL && nb_quantity_is_known (&from->quantity);
      point.value = point.known ? nb_decimal_to_double (from->quantity.value) : 0;
      point.breaks = self->points->len > 0 && from->report != NULL &&
                     from->link != NB_COMPARABLE_YES;
      n_known += point.known;
      if (point.known || self->points->len > 0)
        g_array_append_val (self->points, point);
    }
  if (n_known < 2)
    g_array_set_size (self->points, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->points->len > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nb_sparkline_get_n_points:
 * @self: a line
 *
 * Returns: how many years have a number
 */
guint
nb_sparkline_get_n_points (NbSparkline *self)
{
  guint n_known = 0;

  g_return_val_if_fail (NB_IS_SPARKLINE (self), 0);

  for (guint i = 0; i < self->points->len; i++)
    n_known += g_array_index (self->points, Point, i).known;
  return n_known;
}

guint
nb_sparkline_get_n_breaks (NbSparkline *self)
{
  guint n_breaks = 0;

  g_return_val_if_fail (NB_IS_SPARKLINE (self), 0);

  for (guint i = 0; i < self->points->len; i++)
    n_breaks += g_array_index (self->points, Point, i).breaks;
  return n_breaks;
}
