/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A change as a small bar beside a line in the middle: to the right where there is more, to the left where
 * there is less. The numbers stand beside it, so it says nothing to a screen reader.
 */

#include "nb-delta-bar.h"

#include <adwaita.h>

#include "chart/nb-chart.h"

struct _NbDeltaBar
{
  GtkWidget parent_instance;

  gboolean shown;
  double share; /* -1 to 1 */
};

G_DEFINE_FINAL_TYPE (NbDeltaBar, nb_delta_bar, GTK_TYPE_WIDGET)

static GdkRGBA
to_rgba (NbColour colour)
{
  return (GdkRGBA){ (float) ((colour >> 24) / 255.0), (float) (((colour >> 16) & 0xff) / 255.0),
                    (float) (((colour >> 8) & 0xff) / 255.0), 1 };
}

static void
nb_delta_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NbDeltaBar *self = NB_DELTA_BAR (widget);
  const NbChartTheme *theme = adw_style_manager_get_dark (adw_style_manager_get_default ())
                                  ? &nb_chart_theme_dark
                                  : &nb_chart_theme_light;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float middle = (float) (int) (width / 2);
  float length = (float) (self->share * (width / 2 - 2));
  GdkRGBA colour = to_rgba (theme->palette[self->share < 0 ? 1 : 0]);
  GdkRGBA line = to_rgba (theme->dim);

  if (!self->shown)
    return;
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (middle, height / 2 - 7, 1, 14));
  /* What has changed is seen, however little. */
  if (length > 0)
    gtk_snapshot_append_color (
        snapshot, &colour, &GRAPHENE_RECT_INIT (middle + 1, height / 2 - 5, MAX (length, 2), 10));
  else if (length < 0)
    gtk_snapshot_append_color (
        snapshot, &colour,
        &GRAPHENE_RECT_INIT (middle - MAX (-length, 2), height / 2 - 5, MAX (-length, 2), 10));
}

static void
nb_delta_bar_class_init (NbDeltaBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = nb_delta_bar_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "deltabar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nb_delta_bar_init (NbDeltaBar *self)
{
}

/**
 * nb_delta_bar_new:
 *
 * Returns: (transfer full): a bar of nothing
 */
GtkWidget *
nb_delta_bar_new (void)
{
  return g_object_new (NB_TYPE_DELTA_BAR, NULL);
}

/**
 * nb_delta_bar_set_share:
 * @self: a bar
 * @shown: whether there is a change to show
 * @share: how long, -1 to 1
 */
void
nb_delta_bar_set_share (NbDeltaBar *self, gboolean shown, double share)
{
  g_return_if_fail (NB_IS_DELTA_BAR (self));

  self->shown = shown;
  self->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
