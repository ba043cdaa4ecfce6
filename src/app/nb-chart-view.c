/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart on the screen: the drawing list of the library, painted once for a size and kept as a node. The
 * pointer and the arrow keys choose a place in it, whose values are read out beside it; a click or Enter
 * leads to the cell. The colours are those of the theme, the sizes follow the user's text size.
 *
 * The widget owns the chart; main thread only.
 */

#include "nb-chart-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "nb-chart-read-out.h"
#include "nb-ui-text.h"

#define BAND_ALPHA 0.13

struct _NbChartView
{
  GtkWidget parent_instance;

  NbChart *chart;         /* (owned) (nullable) */
  NbDrawing *drawing;     /* (owned) (nullable): for the size that the widget has */
  GskRenderNode *picture; /* (owned) (nullable): what was painted of it */
  GtkWidget *read_out;    /* child: the values of the chosen place */
  gboolean has_point;
  NbSpot point;
  double scale; /* of the user's text */
  int measured_width;
  int measured_height;
};

G_DEFINE_FINAL_TYPE (NbChartView, nb_chart_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_POINT_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The theme of the library on the ground of the window; in high contrast nothing is dim. */
static NbChartTheme
get_theme (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  NbChartTheme theme = adw_style_manager_get_dark (style) ? nb_chart_theme_dark
                                                          : nb_chart_theme_light;
  GdkRGBA ground;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "view_bg_color",
                                      &ground))
    theme.ground = (NbColour) (ground.red * 255 + 0.5f) << 24 |
                   (NbColour) (ground.green * 255 + 0.5f) << 16 |
                   (NbColour) (ground.blue * 255 + 0.5f) << 8 | 0xff;
  if (adw_style_manager_get_high_contrast (style))
    {
      theme.grid = theme.dim;
      theme.dim = theme.ink;
    }
  return theme;
}

static void
drop_picture (NbChartView *self)
{
  g_clear_pointer (&self->drawing, nb_drawing_free);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
}

static void
redraw (NbChartView *self)
{
  drop_picture (self);
  self->measured_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static const NbDrawing *
need_drawing (NbChartView *self)
{
  NbChartTheme theme = get_theme (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / self->scale;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / self->scale;

  if (self->drawing == NULL && self->chart != NULL && width > 0 && height > 0)
    self->drawing = nb_chart_draw (self->chart, &theme, width, height);
  return self->drawing;
}

/* --- The chosen place --- */

static gboolean
is_lying (const NbChartPanel *panel)
{
  return panel->kind == NB_PANEL_STACK || panel->kind == NB_PANEL_RANKING;
}

static gboolean
is_same_place (const NbChartPanel *panel, const NbSpot *a, const NbSpot *b)
{
  return a->panel == b->panel && a->category == b->category &&
         (panel->kind != NB_PANEL_HEAT || a->series == b->series);
}

/* What is read out together lies in one band: the spots of a category. */
static graphene_rect_t
get_band (NbChartView *self)
{
  const NbChartPanel *panel = self->chart->panels->pdata[self->point.panel];
  graphene_rect_t band = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  gboolean first = TRUE;

  for (guint i = 0; i < self->drawing->spots->len; i++)
    {
      const NbSpot *spot = &g_array_index (self->drawing->spots, NbSpot, i);
      graphene_rect_t box = GRAPHENE_RECT_INIT (spot->x, spot->y, spot->width, spot->height);

      if (spot->is_label || !is_same_place (panel, spot, &self->point))
        continue;
      if (first)
        band = box;
      else
        graphene_rect_union (&band, &box, &band);
      first = FALSE;
    }
  graphene_rect_inset (&band, -4, -4);
  graphene_rect_scale (&band, self->scale, self->scale, &band);
  return band;
}

static void
update_read_out (NbChartView *self)
{
  g_autofree char *text = self->has_point ? nb_chart_view_dup_read_out (self) : NULL;

  gtk_widget_set_visible (self->read_out, self->has_point);
  if (self->has_point)
    nb_chart_read_out_show (NB_CHART_READ_OUT (self->read_out),
                            self->chart->panels->pdata[self->point.panel], self->point.series,
                            self->point.category);
  if (self->chart != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
        self->chart->headline != NULL ? self->chart->headline : self->chart->title,
        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : self->chart->summary, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_POINT_CHANGED], 0);
}

static void
set_point (NbChartView *self, const NbSpot *spot)
{
  if (spot == NULL && !self->has_point)
    return;
  if (spot != NULL && self->has_point && self->point.panel == spot->panel &&
      self->point.category == spot->category && self->point.series == spot->series)
    return;
  self->has_point = spot != NULL;
  if (spot != NULL)
    self->point = *spot;
  update_read_out (self);
}

/* How far a place is from a spot: along the bands first, so that a whole column answers. */
static double
measure_distance (const NbChartPanel *panel, const NbSpot *spot, double x, double y)
{
  double dx = MAX (MAX (spot->x - x, x - spot->x - spot->width), 0);
  double dy = MAX (MAX (spot->y - y, y - spot->y - spot->height), 0);

  if (panel->kind == NB_PANEL_HEAT)
    return dx > 0 || dy > 0 ? G_MAXDOUBLE : 0;
  return is_lying (panel) ? dy * 1000 + dx : dx * 1000 + dy;
}

/* Each panel answers within the rectangle that its spots span. */
static gboolean
is_in_panel (const NbDrawing *drawing, guint panel, double x, double y)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = 0, bottom = 0;

  for (guint i = 0; i < drawing->spots->len; i++)
    {
      const NbSpot *spot = &g_array_index (drawing->spots, NbSpot, i);

      if (spot->is_label || spot->panel != panel)
        continue;
      left = MIN (left, spot->x);
      top = MIN (top, spot->y);
      right = MAX (right, spot->x + spot->width);
      bottom = MAX (bottom, spot->y + spot->height);
    }
  return x >= left - 24 && x <= right + 24 && y >= top - 24 && y <= bottom + 24;
}

/* The name of a value answers as the value does. */
static const NbSpot *
find_label (const NbDrawing *drawing, double x, double y)
{
  for (guint i = 0; drawing != NULL && i < drawing->spots->len; i++)
    {
      const NbSpot *spot = &g_array_index (drawing->spots, NbSpot, i);

      if (spot->is_label && x >= spot->x && x <= spot->x + spot->width && y >= spot->y &&
          y <= spot->y + spot->height)
        return spot;
    }
  return NULL;
}

static const NbSpot *
find_spot (NbChartView *self, double x, double y)
{
  const NbDrawing *drawing = need_drawing (self);
  const NbSpot *best = find_label (drawing, x, y);
  double least = best != NULL ? -1 : G_MAXDOUBLE;

  for (guint i = 0; drawing != NULL && i < drawing->spots->len; i++)
    {
      const NbSpot *spot = &g_array_index (drawing->spots, NbSpot, i);
      double distance;

      if (spot->is_label || !is_in_panel (drawing, spot->panel, x, y))
        continue;
      distance = measure_distance (self->chart->panels->pdata[spot->panel], spot, x, y);
      if (distance < least)
        {
          least = distance;
          best = spot;
        }
    }
  return best;
}

/* --- Input --- */

static void
motion_cb (NbChartView *self, double x, double y)
{
  nb_chart_view_point_at (self, x, y);
}

static void
leave_cb (NbChartView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    nb_chart_view_clear_point (self);
}

static void
pressed_cb (NbChartView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (nb_chart_view_point_at (self, x, y))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static gboolean
key_cb (NbChartView *self, guint key, guint code, GdkModifierType modifiers)
{
  const NbChartPanel *panel = self->has_point ? self->chart->panels->pdata[self->point.panel]
                                              : NULL;
  gboolean lying = panel != NULL && is_lying (panel);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->chart == NULL)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return nb_chart_view_move (self, lying ? 0 : 1, lying ? 1 : 0);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return nb_chart_view_move (self, lying ? 0 : -1, lying ? -1 : 0);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return nb_chart_view_move (self, lying ? 1 : 0, lying ? 0 : 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return nb_chart_view_move (self, lying ? -1 : 0, lying ? 0 : -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->has_point)
        g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
      return self->has_point;
    case GDK_KEY_Escape:
      if (!self->has_point)
        return FALSE;
      nb_chart_view_clear_point (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- The widget --- */

static GtkSizeRequestMode
nb_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nb_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  NbChartView *self = NB_CHART_VIEW (widget);
  int least = 0, wish = 0;

  /* The child is placed where there is room; it asks for none. */
  gtk_widget_measure (self->read_out, orientation, -1, &least, &wish, NULL, NULL);
  *minimum = *natural = 240;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->chart == NULL)
    return;
  if (for_size < 0)
    for_size = 600;
  if (for_size != self->measured_width)
    {
      self->measured_width = for_size;
      self->measured_height =
          (int) (nb_chart_measure_height (self->chart, for_size / self->scale) * self->scale + 1);
    }
  *minimum = *natural = self->measured_height;
}

/* Beside the band, where it covers none of its values. */
static void
place_read_out (NbChartView *self, int width, int height)
{
  graphene_rect_t band = get_band (self);
  GtkRequisition least, size;
  double x, y;
  GskTransform *transform;

  /* In a narrow window the place is cut, never a value. */
  gtk_widget_get_preferred_size (self->read_out, &least, &size);
  size.width = MAX (MIN (size.width, width), least.width);
  x = band.origin.x + band.size.width + 12;
  if (x + size.width > width)
    x = band.origin.x - size.width - 12;
  y = band.origin.y + band.size.height / 2 - size.height / 2.0;
  if (x < 0)
    {
      x = CLAMP (band.origin.x, 0, MAX (width - size.width, 0));
      y = band.origin.y + band.size.height + 8;
      if (y + size.height > height)
        y = band.origin.y - size.height - 8;
    }
  y = CLAMP (y, 0, MAX (height - size.height, 0));
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_widget_allocate (self->read_out, size.width, size.height, -1, transform);
}

static void
nb_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NbChartView *self = NB_CHART_VIEW (widget);

  if (self->drawing != NULL && ((int) (self->drawing->width * self->scale + 0.5) != width ||
                                (int) (self->drawing->height * self->scale + 0.5) != height))
    drop_picture (self);
  if (self->has_point && need_drawing (self) != NULL)
    place_read_out (self, width, height);
}

static void
paint (NbChartView *self, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, self->scale, self->scale);
  nb_drawing_paint (self->drawing, cr);
  cairo_destroy (cr);
  self->picture = gtk_snapshot_free_to_node (snapshot);
}

static void
nb_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NbChartView *self = NB_CHART_VIEW (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA accent = { 0.2f, 0.5f, 0.9f, 1 };

  if (need_drawing (self) == NULL)
    return;
  if (self->picture == NULL)
    paint (self, width, height);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  gtk_style_context_lookup_color (context, "accent_bg_color", &accent);
  if (self->has_point)
    {
      graphene_rect_t band = get_band (self);
      GskRoundedRect frame;

      accent.alpha = BAND_ALPHA;
      gtk_snapshot_append_color (snapshot, &accent, &band);
      accent.alpha = 1;
      gsk_rounded_rect_init_from_rect (&frame, &band, 3);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 1, 1, 1, 1 },
                                  (GdkRGBA[4]){ accent, accent, accent, accent });
      gtk_widget_snapshot_child (widget, self->read_out, snapshot);
    }
}

static void
nb_chart_view_dispose (GObject *object)
{
  NbChartView *self = NB_CHART_VIEW (object);

  g_clear_pointer (&self->read_out, gtk_widget_unparent);
  drop_picture (self);
  g_clear_pointer (&self->chart, nb_chart_free);

  G_OBJECT_CLASS (nb_chart_view_parent_class)->dispose (object);
}

static void
nb_chart_view_class_init (NbChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nb_chart_view_dispose;
  widget_class->get_request_mode = nb_chart_view_get_request_mode;
  widget_class->measure = nb_chart_view_measure;
  widget_class->size_allocate = nb_chart_view_size_allocate;
  widget_class->snapshot = nb_chart_view_snapshot;

  /* Another place is chosen, or none. */
  signals[SIGNAL_POINT_CHANGED] = g_signal_new ("point-changed", G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                0);
  /* The user wants to see the cell of the chosen place. */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
style_changed_cb (NbChartView *self)
{
  self->scale = nb_ui_get_text_scale (GTK_WIDGET (self));
  redraw (self);
}

static void
nb_chart_view_init (NbChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->scale = 1;
  self->measured_width = -1;
  self->read_out = nb_chart_read_out_new ();
  gtk_widget_set_visible (self->read_out, FALSE);
  gtk_widget_set_parent (self->read_out, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->scale = nb_ui_get_text_scale (GTK_WIDGET (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * nb_chart_view_new:
 *
 * Returns: (transfer full): a view that shows no chart yet
 */
GtkWidget *
nb_chart_view_new (void)
{
  return g_object_new (NB_TYPE_CHART_VIEW, NULL);
}

/**
 * nb_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the chart that is shown
 */
const NbChart *
nb_chart_view_get_chart (NbChartView *self)
{
  g_return_val_if_fail (NB_IS_CHART_VIEW (self), NULL);
  return self->chart;
}

/**
 * nb_chart_view_take_chart:
 * @self: a view
 * @chart: (transfer full) (nullable): what to show
 */
void
nb_chart_view_take_chart (NbChartView *self, NbChart *chart)
{
  g_return_if_fail (NB_IS_CHART_VIEW (self));

  self->has_point = FALSE;
  drop_picture (self);
  g_clear_pointer (&self->chart, nb_chart_free);
  self->chart = chart;
  redraw (self);
  update_read_out (self);
}

/**
 * nb_chart_view_set_shown:
 * @self: a view with a chart
 * @label: name of series
 * @shown: whether they are drawn, in every panel
 */
void
nb_chart_view_set_shown (NbChartView *self, const char *label, gboolean shown)
{
  g_return_if_fail (NB_IS_CHART_VIEW (self));
  g_return_if_fail (self->chart != NULL);

  for (guint i = 0; i < self->chart->panels->len; i++)
    {
      NbChartPanel *panel = self->chart->panels->pdata[i];

      for (guint j = 0; j < panel->series->len; j++)
        if (g_strcmp0 (((NbChartSeries *) panel->series->pdata[j])->label, label) == 0)
          ((NbChartSeries *) panel->series->pdata[j])->is_hidden = !shown;
    }
  nb_chart_view_clear_point (self);
  redraw (self);
}

/**
 * nb_chart_view_get_colour:
 * @self: a view
 * @panel: number of a panel
 * @series: number of one of its series
 *
 * Returns: the colour that it is drawn in; none where there is no such series
 */
NbColour
nb_chart_view_get_colour (NbChartView *self, guint panel, guint series)
{
  NbChartTheme theme;
  const NbChartPanel *drawn;

  g_return_val_if_fail (NB_IS_CHART_VIEW (self), NB_COLOUR_NONE);

  if (self->chart == NULL || panel >= self->chart->panels->len)
    return NB_COLOUR_NONE;
  drawn = self->chart->panels->pdata[panel];
  theme = get_theme (GTK_WIDGET (self));
  return series < drawn->series->len ? nb_chart_panel_get_colour (drawn, &theme, series)
                                     : NB_COLOUR_NONE;
}

/**
 * nb_chart_view_draw:
 * @self: a view with a chart
 *
 * Returns: (transfer full): what is seen as a picture to take away: light, with all of its sources
 */
NbDrawing *
nb_chart_view_draw (NbChartView *self)
{
  NbChart whole;

  g_return_val_if_fail (NB_IS_CHART_VIEW (self), NULL);
  g_return_val_if_fail (self->chart != NULL, NULL);

  whole = *self->chart;
  whole.brief = FALSE;
  return nb_chart_draw (&whole, &nb_chart_theme_light, 0, 0);
}

/**
 * nb_chart_view_get_point:
 * @self: a view
 * @point: (out): the chosen place
 *
 * Returns: whether there is one
 */
gboolean
nb_chart_view_get_point (NbChartView *self, NbSpot *point)
{
  g_return_val_if_fail (NB_IS_CHART_VIEW (self), FALSE);

  if (self->has_point)
    *point = self->point;
  return self->has_point;
}

/**
 * nb_chart_view_point_at:
 * @self: a view
 * @x: from the left edge of the widget
 * @y: from its top
 *
 * Chooses the place that is nearest, if any is near.
 *
 * Returns: whether there is one
 */
gboolean
nb_chart_view_point_at (NbChartView *self, double x, double y)
{
  g_return_val_if_fail (NB_IS_CHART_VIEW (self), FALSE);

  set_point (self, find_spot (self, x / self->scale, y / self->scale));
  return self->has_point;
}

/* Whether a spot lies the wanted way of the chosen one, and how far. */
static gint64
measure_step (const NbSpot *from, const NbSpot *to, int categories, int series)
{
  gint64 panel = (gint64) to->panel - from->panel;
  gint64 category = (gint64) to->category - from->category;
  gint64 part = (gint64) to->series - from->series;

  if (categories != 0)
    return (panel * 1000000 + category * 1000) * categories + ABS (part);
  if (panel != 0 || category != 0)
    return -1;
  return part * series;
}

/**
 * nb_chart_view_move:
 * @self: a view with a chart
 * @categories: 1 for the next category, -1 for the one before, over the panels; else 0
 * @series: likewise for the series
 *
 * Chooses the next place; the first one where none is chosen.
 *
 * Returns: whether there is one
 */
gboolean
nb_chart_view_move (NbChartView *self, int categories, int series)
{
  const NbDrawing *drawing;
  const NbSpot *best = NULL;
  gint64 least = G_MAXINT64;

  g_return_val_if_fail (NB_IS_CHART_VIEW (self), FALSE);

  drawing = need_drawing (self);
  if (drawing == NULL || drawing->spots->len == 0)
    return FALSE;
  for (guint i = 0; i < drawing->spots->len; i++)
    {
      const NbSpot *spot = &g_array_index (drawing->spots, NbSpot, i);
      gint64 step = self->has_point
                        ? measure_step (&self->point, spot, categories, series)
                        : (gint64) spot->panel * 1000000 + spot->category * 1000 + spot->series + 1;

      if (spot->is_label || step <= 0 || step >= least ||
          (self->has_point && categories != 0 && spot->category == self->point.category &&
           spot->panel == self->point.panel))
        continue;
      least = step;
      best = spot;
    }
  if (best != NULL)
    set_point (self, best);
  return TRUE;
}

void
nb_chart_view_clear_point (NbChartView *self)
{
  g_return_if_fail (NB_IS_CHART_VIEW (self));
  set_point (self, NULL);
}

/**
 * nb_chart_view_get_figure:
 * @self: a view
 * @report: (out) (optional) (transfer none) (nullable): the report that the chosen value is of
 *
 * Returns: (transfer none) (nullable): its cell; none where it is of no single one
 */
NbFigure *
nb_chart_view_get_figure (NbChartView *self, NbReport **report)
{
  const NbChartPanel *panel;
  const NbChartCell *cell;

  g_return_val_if_fail (NB_IS_CHART_VIEW (self), NULL);

  if (report != NULL)
    *report = NULL;
  if (!self->has_point)
    return NULL;
  panel = self->chart->panels->pdata[self->point.panel];
  cell = nb_chart_panel_get_cell (panel, self->point.series, self->point.category);
  if (report != NULL)
    *report = cell->report;
  return cell->quantity.figure;
}

/**
 * nb_chart_view_dup_read_out:
 * @self: a view with a chosen place
 *
 * Returns: (transfer full): its values as one sentence
 */
char *
nb_chart_view_dup_read_out (NbChartView *self)
{
  g_return_val_if_fail (NB_IS_CHART_VIEW (self), NULL);
  g_return_val_if_fail (self->has_point, NULL);

  return nb_chart_read_out_dup_text (self->chart->panels->pdata[self->point.panel],
                                     self->point.series, self->point.category);
}
