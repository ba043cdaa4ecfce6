/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a chart says in words where it is not drawn: its values as a table, a read-out or a line has them.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>

/**
 * nb_chart_panel_get_cell:
 * @self: a panel
 * @series: number of a series
 * @category: number of a category
 *
 * Returns: (transfer none): the value of that series there; a gap where there is none
 */
const NbChartCell *
nb_chart_panel_get_cell (const NbChartPanel *self, guint series, guint category)
{
  g_return_val_if_fail (series < self->series->len, NULL);
  return nb_chart_series_get (self->series->pdata[series], category);
}

/**
 * nb_chart_panel_dup_share:
 * @self: a panel
 * @series: number of a series
 * @category: number of a category
 *
 * Returns: (transfer full) (nullable): what share of its bar the value is, as the picture has it; %NULL in a
 *   panel without shares, and where there is none
 */
char *
nb_chart_panel_dup_share (const NbChartPanel *self, guint series, guint category)
{
  const NbChartCell *cell = nb_chart_panel_get_cell (self, series, category);
  NbStackRow row = nb_stack_row (self, category);

  if (!self->is_share || !nb_chart_cell_is_known (cell) || !nb_stack_row_is_drawn (self, &row))
    return NULL;
  return nb_chart_dup_percent (cell->quantity.value, row.sum);
}

/**
 * nb_chart_panel_is_told:
 * @chart: a chart
 * @self: one of its panels
 *
 * Returns: whether its values are told where the chart is a table; shares beside their numbers are not
 */
gboolean
nb_chart_panel_is_told (const NbChart *chart, const NbChartPanel *self)
{
  return !self->is_share || chart->panels->len == 1;
}

/**
 * nb_chart_has_shares:
 * @self: a chart
 *
 * Returns: whether it can be drawn as shares
 */
gboolean
nb_chart_has_shares (const NbChart *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    if (((NbChartPanel *) self->panels->pdata[i])->can_share)
      return TRUE;
  return FALSE;
}

/**
 * nb_chart_cell_dup_text:
 * @panel: the panel that it is of
 * @cell: a cell
 *
 * Returns: (transfer full): its number, or why there is none, in the user's language
 */
char *
nb_chart_cell_dup_text (const NbChartPanel *panel, const NbChartCell *cell)
{
  if (panel->kind == NB_PANEL_HEAT)
    return g_strdup (cell->text != NULL ? cell->text : _ ("no report"));
  if (cell->is_gap)
    return g_strdup (cell->report == NULL ? _ ("no report") : "–");
  if (nb_chart_cell_is_known (cell))
    return nb_cell_dup_number (cell);
  if (cell->quantity.not_in_form)
    return g_strdup (_ ("not in form"));
  if (cell->no_base)
    return g_strdup (_ ("of 0"));
  switch (cell->quantity.state)
    {
    case NB_STATE_BLANK:
      return g_strdup (_ ("blank"));
    case NB_STATE_PLACEHOLDER:
      return g_strdup (_ ("placeholder"));
    case NB_STATE_UNREADABLE:
      return g_strdup (_ ("unreadable"));
    default:
      return g_strdup (cell->quantity.no_unit ? _ ("without a unit") : _ ("missing"));
    }
}

/**
 * nb_chart_category_dup_name:
 * @category: a category
 *
 * Returns: (transfer full): what it is called
 */
char *
nb_chart_category_dup_name (const NbChartCategory *category)
{
  return category->sub != NULL ? g_strdup_printf ("%s %s", category->label, category->sub)
                               : g_strdup (category->label);
}
