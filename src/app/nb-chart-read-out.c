/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The card beside a chosen place of a chart: year and form, the value of each series there, and where the
 * chosen one stands in its report.
 */

#include "nb-chart-read-out.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "form/nb-label.h"

struct _NbChartReadOut
{
  GtkBox parent_instance;

  GtkLabel *head;
  GtkGrid *values;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (NbChartReadOut, nb_chart_read_out, GTK_TYPE_BOX)

static void
nb_chart_read_out_class_init (NbChartReadOutClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static GtkWidget *
create_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  nb_ui_mark_han (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
nb_chart_read_out_init (NbChartReadOut *self)
{
  self->head = GTK_LABEL (create_label (NULL, 0, "heading"));
  self->values = GTK_GRID (gtk_grid_new ());
  self->place = GTK_LABEL (create_label (NULL, 0, "caption"));
  gtk_label_set_max_width_chars (self->place, 56);
  gtk_grid_set_column_spacing (self->values, 12);
  gtk_grid_set_row_spacing (self->values, 2);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->values));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->place));
  gtk_widget_add_css_class (GTK_WIDGET (self), "nb-read-out");
  /* It must not take the pointer away from what it speaks of. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * nb_chart_read_out_new:
 *
 * Returns: (transfer full): a card that says nothing yet
 */
GtkWidget *
nb_chart_read_out_new (void)
{
  return g_object_new (NB_TYPE_CHART_READ_OUT, NULL);
}

static NbReport *
find_report (const NbChartPanel *panel, guint series, guint category)
{
  NbReport *report = nb_chart_panel_get_cell (panel, series, category)->report;

  for (guint i = 0; report == NULL && i < panel->series->len; i++)
    report = nb_chart_panel_get_cell (panel, i, category)->report;
  return report;
}

/* "2023 · form 2021"; a row of a ranking by its name. */
static char *
dup_head (const NbChartPanel *panel, guint series, guint category)
{
  NbReport *report = find_report (panel, series, category);
  const NbForm *form = report != NULL ? nb_report_get_form (report) : NULL;
  g_autofree char *name = nb_chart_category_dup_name (
      &g_array_index (panel->categories, NbChartCategory, category));

  if (panel->kind == NB_PANEL_HEAT)
    return g_strdup_printf ("%s · %s", ((NbChartSeries *) panel->series->pdata[series])->label,
                            name);
  if (form == NULL)
    return g_steal_pointer (&name);
  /* Translators: a year, the year of the form that its report is written in */
  return g_strdup_printf (_ ("%s · form %s"), name, form->id);
}

static char *
dup_value (const NbChartPanel *panel, guint series, guint category)
{
  const NbChartCell *cell = nb_chart_panel_get_cell (panel, series, category);
  g_autofree char *text = nb_chart_cell_dup_text (panel, cell);
  g_autofree char *share = NULL;

  if (panel->kind == NB_PANEL_HEAT || cell->is_gap || !nb_quantity_is_known (&cell->quantity))
    return g_steal_pointer (&text);
  if (cell->quantity.entered)
    {
      g_autofree char *number = g_steal_pointer (&text);

      /* Translators: a number that the user keyed in */
      text = g_strdup_printf (_ ("%s (entered by hand)"), number);
    }
  if (panel->unit == NULL)
    return g_steal_pointer (&text);
  share = nb_chart_panel_dup_share (panel, series, category);
  /* Translators: a number with its unit, its share */
  return share != NULL ? g_strdup_printf (_ ("%s %s, %s"), text, panel->unit, share)
                       : g_strdup_printf ("%s %s", text, panel->unit);
}

/* Where the chosen value is printed. */
static char *
dup_place (const NbChartCell *cell)
{
  const NbMetric *metric = cell->quantity.figure != NULL
                               ? nb_figure_get_metric (cell->quantity.figure)
                               : NULL;

  if (metric == NULL)
    return NULL;
  if (cell->quantity.summed)
    return g_strdup_printf (_ ("%s, a sum, not printed"),
                            nb_label_pick (metric->table->label_zh, metric->table->label_en));
  return g_strdup_printf ("%s › %s",
                          nb_label_pick (metric->table->label_zh, metric->table->label_en),
                          nb_ui_figure_label (cell->quantity.figure));
}

/**
 * nb_chart_read_out_show:
 * @self: a card
 * @panel: a panel
 * @series: number of the chosen series
 * @category: number of the chosen category
 */
void
nb_chart_read_out_show (NbChartReadOut *self,
                        const NbChartPanel *panel,
                        guint series,
                        guint category)
{
  g_autofree char *head = dup_head (panel, series, category);
  g_autofree char *place = dup_place (nb_chart_panel_get_cell (panel, series, category));
  GtkWidget *child;
  int row = 0;

  g_return_if_fail (NB_IS_CHART_READ_OUT (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    gtk_grid_remove (self->values, child);
  for (guint i = 0; i < panel->series->len; i++)
    {
      const NbChartSeries *other = panel->series->pdata[i];
      g_autofree char *value = NULL;

      if (other->is_hidden || (panel->kind == NB_PANEL_HEAT && i != series))
        continue;
      value = dup_value (panel, i, category);
      gtk_grid_attach (self->values,
                       create_label (other->label, 0, i == series ? "nb-strong" : NULL), 0, row, 1,
                       1);
      child = create_label (value, 1, "numeric");
      gtk_widget_set_hexpand (child, TRUE);
      gtk_widget_add_css_class (child, "nb-strong");
      gtk_grid_attach (self->values, child, 1, row++, 1, 1);
    }
  gtk_label_set_text (self->head, head);
  gtk_label_set_text (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);
}

/**
 * nb_chart_read_out_dup_text:
 * @panel: a panel
 * @series: number of a series
 * @category: number of a category
 *
 * Returns: (transfer full): what the card says, as one line for a screen reader
 */
char *
nb_chart_read_out_dup_text (const NbChartPanel *panel, guint series, guint category)
{
  g_autofree char *head = dup_head (panel, series, category);
  g_autofree char *place = dup_place (nb_chart_panel_get_cell (panel, series, category));
  g_autofree char *chosen = dup_value (panel, series, category);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s: %s", head,
                          ((NbChartSeries *) panel->series->pdata[series])->label, chosen);
  if (place != NULL)
    g_string_append_printf (text, ", %s", place);
  return g_string_free (text, FALSE);
}
