/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the values of a chart are measured by. As an index the first value of each series is 100, so that
 * matters of different sizes can be held against each other; after a break the count begins anew, since
 * nothing reaches over it. A logarithmic scale has no place for nought and is refused where there is one.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>

#include "base/nb-error.h"
#include "series/nb-percent.h"

/* --- Index --- */

/* Lines, and bars over several years; what would be expected is of another series than its base. */
static gboolean
can_index (const NbChartPanel *panel)
{
  if (panel->kind != NB_PANEL_LINES && (panel->kind != NB_PANEL_BARS || panel->categories->len < 2))
    return FALSE;
  for (guint i = 0; i < panel->series->len; i++)
    if (((NbChartSeries *) panel->series->pdata[i])->is_ghost)
      return FALSE;
  return panel->series->len > 0;
}

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

static void
index_panels (NbChart *self)
{
  gboolean left_out = FALSE;

  for (guint i = 0; i < self->panels->len; i++)
    {
      NbChartPanel *panel = self->panels->pdata[i];

      if (!can_index (panel))
        continue;
      for (guint j = 0; j < panel->series->len; j++)
        left_out |= index_series (panel->series->pdata[j]);
      g_clear_pointer (&panel->unit, g_free);
      panel->scale = NB_CHART_SCALE_INDEX;
      panel->whole = FALSE;
    }
  g_ptr_array_add (self->notes,
                   g_strdup (_ ("Index: the first value of each series is 100, after a "
                                "break the first one behind it.")));
  if (left_out)
    g_ptr_array_add (
        self->notes,
        g_strdup (_ ("Noughts before the first value have no index and are left out.")));
}

/* --- Logarithm --- */

/* Says why, and what can be had instead. */
static gboolean
refuse_log (const NbChart *self, GError **error, const char *reason)
{
  if (nb_chart_can_index (self))
    g_set_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                 /* Translators: %s: why there is no logarithmic scale, without a full stop */
                 _ ("%s; an index (first year = 100) shows such changes as well"), reason);
  else
    g_set_error_literal (error, NB_ERROR, NB_ERROR_UNSUPPORTED, reason);
  return FALSE;
}

static gboolean
has_place_on_log (const NbChart *self, const NbChartPanel *panel, GError **error)
{
  for (guint i = 0; i < panel->series->len; i++)
    for (guint j = 0; j < panel->categories->len; j++)
      {
        const NbChartSeries *series = panel->series->pdata[i];
        const NbChartCell *cell = nb_chart_series_get (series, j);
        g_autofree char *number = NULL, *name = NULL, *reason = NULL;

        if (!nb_chart_cell_is_known (cell) ||
            nb_decimal_compare (cell->quantity.value, NB_DECIMAL_ZERO) > 0)
          continue;
        number = nb_cell_dup_number (cell);
        name = self->panels->len > 1 && panel->title != NULL
                   ? g_strdup_printf ("%s · %s", panel->title, series->label)
                   : g_strdup (series->label);
        /* Translators: a number that is 0 or below, a series, a year */
        reason = g_strdup_printf (
            _ ("a logarithmic scale has no place for %s, which “%s” is in %s"), number, name,
            g_array_index (panel->categories, NbChartCategory, j).label);
        return refuse_log (self, error, reason);
      }
  return TRUE;
}

static gboolean
apply_log (NbChart *self, GError **error)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      NbChartPanel *panel = self->panels->pdata[i];

      if (panel->kind == NB_PANEL_HEAT)
        return refuse_log (self, error, _ ("a heat map has no scale that could be logarithmic"));
      if (panel->kind != NB_PANEL_LINES)
        return refuse_log (self, error,
                           _ ("bars begin at nought, for which a logarithmic scale has no place"));
      if (!has_place_on_log (self, panel, error))
        return FALSE;
      panel->scale = NB_CHART_SCALE_LOG;
    }
  g_ptr_array_add (self->notes, g_strdup (_ ("Logarithmic scale: equal steps are equal ratios, and "
                                             "the axis does not begin at nought.")));
  return TRUE;
}

/**
 * nb_chart_can_index:
 * @self: a chart
 *
 * Returns: whether any of its panels can be drawn as an index
 */
gboolean
nb_chart_can_index (const NbChart *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    if (can_index (self->panels->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * nb_chart_apply_scale:
 * @self: a chart that has just been built
 * @scale: what its values are to be measured by
 * @error: why they cannot be, and what can be had instead
 *
 * Returns: whether they are
 */
gboolean
nb_chart_apply_scale (NbChart *self, NbChartScale scale, GError **error)
{
  if (scale == NB_CHART_SCALE_LOG)
    return apply_log (self, error);
  if (scale == NB_CHART_SCALE_LINEAR)
    return TRUE;
  if (!nb_chart_can_index (self))
    {
      g_set_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                   _ ("the chart %s has neither lines nor bars over several years, which an index "
                      "(first year = 100) needs"),
                   self->id);
      return FALSE;
    }
  index_panels (self);
  return TRUE;
}
