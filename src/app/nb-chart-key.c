/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The key to the colours of a chart: a toggle for each name of a series, with its colour, which shows or
 * hides the series of that name in every panel. The view is borrowed and outlives the toggles.
 */

#include "nb-chart-key.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"

enum
{
  SWATCH = 12,
};

static void
set_source (cairo_t *cr, NbColour colour)
{
  cairo_set_source_rgb (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xff) / 255.0,
                        (colour >> 8 & 0xff) / 255.0);
}

/* Filled while the series is shown, else its outline. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (
      gtk_widget_get_ancestor (GTK_WIDGET (area), GTK_TYPE_TOGGLE_BUTTON));
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "nb-place"));
  NbColour colour = nb_chart_view_get_colour (NB_CHART_VIEW (user_data), place >> 16,
                                              place & 0xffff);

  set_source (cr, colour);
  cairo_rectangle (cr, 1, 1, width - 2, height - 2);
  if (button != NULL && gtk_toggle_button_get_active (button))
    cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
toggled_cb (NbChartView *view, GtkToggleButton *button)
{
  nb_chart_view_set_shown (view, g_object_get_data (G_OBJECT (button), "nb-series"),
                           gtk_toggle_button_get_active (button));
}

static GtkWidget *
create_entry (NbChartView *view, const NbChartSeries *series, guint panel, guint number)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (swatch), "nb-place", GUINT_TO_POINTER (panel << 16 | number));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_cb, view, NULL);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (series->label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "nb-legend-entry");
  nb_ui_set_tooltip (button, _ ("Show or hide this series"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  series->label, -1);
  g_object_set_data_full (G_OBJECT (button), "nb-series", g_strdup (series->label), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), view, G_CONNECT_SWAPPED);
  return button;
}

/**
 * nb_chart_key_fill:
 * @box: where the toggles go; what is in it is thrown away
 * @view: a view
 *
 * Makes one toggle for each name of a series; a single one and the organs of a heat map need none.
 *
 * Returns: how many there are
 */
guint
nb_chart_key_fill (GtkBox *box, NbChartView *view)
{
  const NbChart *chart = nb_chart_view_get_chart (view);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; chart != NULL && i < chart->panels->len; i++)
    {
      const NbChartPanel *panel = chart->panels->pdata[i];

      if (panel->kind == NB_PANEL_HEAT || panel->series->len < 2)
        continue;
      for (guint j = 0; j < panel->series->len; j++)
        if (g_hash_table_add (seen, ((NbChartSeries *) panel->series->pdata[j])->label))
          gtk_box_append (box, create_entry (view, panel->series->pdata[j], i, j));
    }
  return g_hash_table_size (seen);
}

/**
 * nb_chart_key_update_scales:
 * @list: a list of scales
 * @chart: the chart that is shown
 *
 * Lets it be used where there is more than one scale, and says why where there is not.
 */
void
nb_chart_key_update_scales (GtkWidget *list, const NbChart *chart)
{
  gboolean can = nb_chart_can_index (chart);

  gtk_widget_set_sensitive (list, can);
  gtk_widget_set_tooltip_text (
      list,
      can ? _ ("Scale: linear, index (first year = 100) or logarithmic")
          : _ ("An index or a logarithmic scale is for lines, and for bars of several years"));
}
