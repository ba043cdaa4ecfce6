/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lines as an index: the first value is 100, so that matters of different sizes can be held against each
 * other. After a break the count begins anew, since nothing reaches over it.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>

#include "series/nb-percent.h"

/* Returns whether a value was left out. */
static gboolean
index_series (NbChartSeries *series)
{
  NbDecimal base = NB_DECIMAL_ZERO;
  gboolean left_out = FALSE;

  for (guint i = 0; i < series->cells->len; i++)
    {
      NbChartCell *cell = &g_array_index (series->cells, NbChartCell, i);
      NbDecimal value;

      if (i < series->breaks->len &&
          g_array_index (series->breaks, NbComparable, i) != NB_COMPARABLE_YES)
        base = NB_DECIMAL_ZERO;
      if (!nb_chart_cell_is_known (cell))
        continue;
      if (nb_decimal_compare (base, NB_DECIMAL_ZERO) <= 0)
        base = cell->quantity.value;
      if (nb_decimal_compare (base, NB_DECIMAL_ZERO) > 0 &&
          nb_percent (cell->quantity.value, base, &value))
        {
          cell->quantity.value = value;
          cell->quantity.state = nb_decimal_is_zero (value) ? NB_STATE_ZERO : NB_STATE_NUMBER;
          continue;
        }
      cell->is_gap = TRUE;
      left_out = TRUE;
    }
  return left_out;
}

/**
 * nb_chart_index_lines:
 * @self: a chart that has just been built
 *
 * Makes the values of its lines an index.
 */
void
nb_chart_index_lines (NbChart *self)
{
  gboolean left_out = FALSE, any = FALSE;

  for (guint i = 0; i < self->panels->len; i++)
    {
      NbChartPanel *panel = self->panels->pdata[i];

      if (panel->kind != NB_PANEL_LINES)
        continue;
      for (guint j = 0; j < panel->series->len; j++)
        left_out |= index_series (panel->series->pdata[j]);
      g_clear_pointer (&panel->unit, g_free);
      panel->is_index = any = TRUE;
      panel->whole = FALSE;
    }
  if (any)
    g_ptr_array_add (self->notes,
                     g_strdup (_ ("Index: the first value of each line is 100, after a "
                                  "break the first one behind it.")));
  if (left_out)
    g_ptr_array_add (
        self->notes,
        g_strdup (_ ("Noughts before the first value have no index and are left out.")));
}
