/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One panel of a chart: its years, its series, and what lies between the years.
 */

#include "nb-chart-private.h"

#include "form/nb-label.h"

static void
clear_category_cb (gpointer data)
{
  NbChartCategory *category = data;

  g_free (category->label);
  g_free (category->sub);
}

static void
clear_cell_cb (gpointer data)
{
  NbChartCell *cell = data;

  g_free (cell->text);
  g_clear_pointer (&cell->figures, g_ptr_array_unref);
}

static void
series_free_cb (gpointer data)
{
  NbChartSeries *series = data;

  g_free (series->label);
  g_array_unref (series->breaks);
  g_array_unref (series->cells);
  g_free (series);
}

static void
panel_free_cb (gpointer data)
{
  NbChartPanel *panel = data;

  g_free (panel->title);
  g_free (panel->total_label);
  g_free (panel->unit);
  g_array_unref (panel->categories);
  g_ptr_array_unref (panel->series);
  g_clear_pointer (&panel->totals, g_array_unref);
  g_free (panel);
}

/**
 * nb_chart_cells_new:
 *
 * Returns: (transfer full) (element-type NbChartCell): no cells yet
 */
GArray *
nb_chart_cells_new (void)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (NbChartCell));

  g_array_set_clear_func (cells, clear_cell_cb);
  return cells;
}

/**
 * nb_chart_add_panel:
 * @self: a chart
 * @kind: how it is drawn
 * @title: (nullable): its title
 * @unit: (nullable): its unit
 *
 * Returns: (transfer none): a panel without series
 */
NbChartPanel *
nb_chart_add_panel (NbChart *self, NbPanelKind kind, const char *title, const char *unit)
{
  NbChartPanel *panel = g_new0 (NbChartPanel, 1);

  if (self->panels == NULL)
    self->panels = g_ptr_array_new_with_free_func (panel_free_cb);
  panel->kind = kind;
  panel->title = g_strdup (title);
  panel->unit = g_strdup (unit);
  panel->whole = TRUE;
  panel->categories = g_array_new (FALSE, TRUE, sizeof (NbChartCategory));
  g_array_set_clear_func (panel->categories, clear_category_cb);
  panel->series = g_ptr_array_new_with_free_func (series_free_cb);
  g_ptr_array_add (self->panels, panel);
  return panel;
}

/**
 * nb_chart_panel_add_series:
 * @self: a panel
 * @label: its name
 *
 * Returns: (transfer none): a series without cells
 */
NbChartSeries *
nb_chart_panel_add_series (NbChartPanel *self, const char *label)
{
  NbChartSeries *series = g_new0 (NbChartSeries, 1);

  series->label = g_strdup (label);
  series->colour = self->series->len % 6;
  series->breaks = g_array_new (FALSE, TRUE, sizeof (NbComparable));
  series->cells = nb_chart_cells_new ();
  g_ptr_array_add (self->series, series);
  return series;
}

/**
 * nb_chart_add_years:
 * @self: a chart
 * @panel: a panel without categories
 * @organ: an organ
 *
 * Makes the years from the first to the last report the categories of @panel.
 */
void
nb_chart_add_years (NbChart *self, NbChartPanel *panel, const NbChartOrgan *organ)
{
  guint last = 0;

  for (guint i = 0; i < organ->reports->len; i++)
    {
      guint year = nb_report_get_year (organ->reports->pdata[i]);

      for (guint next = last > 0 ? last + 1 : year; next <= year; next++)
        {
          NbChartCategory category = { .label = g_strdup_printf ("%u", next), .year = next };

          category.before = last;
          g_array_append_val (panel->categories, category);
        }
      last = year;
    }
}

/**
 * nb_chart_category_mark:
 * @category: a year
 * @point: the same year of a series of its panel
 *
 * A break of one series is one of the panel; a new form is told where nothing breaks.
 */
void
nb_chart_category_mark (NbChartCategory *category, const NbSeriesPoint *point)
{
  if (!point->new_form)
    return;
  if (point->link == NB_COMPARABLE_BREAK)
    category->boundary = NB_BOUNDARY_BREAK;
  else if (point->link == NB_COMPARABLE_YES && category->boundary == NB_BOUNDARY_NONE)
    category->boundary = NB_BOUNDARY_FORM;
}

static gboolean
is_chosen (const NbSeries *series, const NbChartOptions *options)
{
  if (options->metrics == NULL)
    return TRUE;
  return g_strv_contains (options->metrics, series->id);
}

/**
 * nb_chart_panel_add_role:
 * @self: a panel whose categories are the years of @organ
 * @organ: an organ
 * @role: role of a metric
 * @label: (nullable): name of the series; %NULL for the one of the forms
 * @options: which metrics are wanted
 *
 * Adds the series of @role, where it is wanted.
 */
void
nb_chart_panel_add_role (NbChartPanel *self,
                         const NbChartOrgan *organ,
                         const char *role,
                         const char *label,
                         const NbChartOptions *options)
{
  g_autoptr (NbSeries) values = nb_series_new_for_role (organ->reports, role);
  NbChartSeries *series;

  if (values == NULL || !is_chosen (values, options))
    return;
  series = nb_chart_panel_add_series (
      self, label != NULL ? label : nb_label_pick (values->label_zh, values->label_en));
  series->metric = values->id;
  series->full_label = nb_label_pick (values->label_zh, values->label_en);
  if (self->unit == NULL)
    self->unit = g_strdup (nb_label_unit (values->unit));
  for (guint i = 0; i < values->points->len; i++)
    {
      const NbSeriesPoint *point = &g_array_index (values->points, NbSeriesPoint, i);
      NbChartCell cell = { .quantity = point->quantity,
                           .is_gap = point->report == NULL,
                           .report = point->report };

      if (point->report != NULL)
        cell.figures = nb_quantity_list_figures (point->report, point->expression);
      g_array_append_val (series->cells, cell);
      g_array_append_val (series->breaks, point->link);
      if (point->quantity.value.scale > 0)
        self->whole = FALSE;
      if (i < self->categories->len)
        nb_chart_category_mark (&g_array_index (self->categories, NbChartCategory, i), point);
    }
}

/**
 * nb_chart_series_get:
 * @series: a series
 * @i: number of a category
 *
 * Returns: (transfer none): its cell
 */
const NbChartCell *
nb_chart_series_get (const NbChartSeries *series, guint i)
{
  static const NbChartCell gap = { .quantity = { .state = NB_STATE_MISSING }, .is_gap = TRUE };

  return i < series->cells->len ? &g_array_index (series->cells, NbChartCell, i) : &gap;
}

/**
 * nb_chart_cell_is_known:
 * @cell: a cell
 *
 * Returns: whether there is a value to draw
 */
gboolean
nb_chart_cell_is_known (const NbChartCell *cell)
{
  return !cell->is_gap && nb_quantity_is_known (&cell->quantity);
}

/**
 * nb_chart_cell_get_value:
 * @cell: a cell that is known
 *
 * Returns: its value, for drawing only
 */
double
nb_chart_cell_get_value (const NbChartCell *cell)
{
  return nb_decimal_to_double (cell->quantity.value);
}

/**
 * nb_chart_panel_has_value:
 * @self: a panel
 *
 * Returns: whether there is any value to draw
 */
gboolean
nb_chart_panel_has_value (const NbChartPanel *self)
{
  for (guint i = 0; i < self->series->len; i++)
    for (guint j = 0; j < self->categories->len; j++)
      if (nb_chart_cell_is_known (nb_chart_series_get (self->series->pdata[i], j)))
        return TRUE;
  return FALSE;
}
