/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a chart of one organ shows, as a sentence: the first and the last value since the last break. What is
 * in doubt, keyed in, has a small base or was counted in another way is never spoken of.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>

#include "series/nb-percent.h"

typedef struct
{
  gboolean is_known;
  guint year;
  NbDecimal value;
  char *text; /* (owned) */
} Point;

static void
point_clear (Point *self)
{
  g_clear_pointer (&self->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Point, point_clear)

static guint
find_start (const NbChartPanel *panel)
{
  guint start = 0;

  for (guint i = 0; i < panel->categories->len; i++)
    if (g_array_index (panel->categories, NbChartCategory, i).boundary == NB_BOUNDARY_BREAK)
      start = i;
  return start;
}

/* The share of the first part of a bar all of which is known and out of doubt. */
static gboolean
read_share (const NbChartPanel *panel, guint i, NbDecimal *value)
{
  NbStackRow row = nb_stack_row (panel, i);
  const NbChartCell *total = panel->totals != NULL && i < panel->totals->len
                                 ? &g_array_index (panel->totals, NbChartCell, i)
                                 : NULL;

  if (row.n_unknown + row.n_not_in_form > 0 || !nb_percent_has_base (row.sum))
    return FALSE;
  for (guint j = 0; j < panel->series->len; j++)
    {
      const NbChartCell *cell = nb_chart_series_get (panel->series->pdata[j], i);

      if (cell->in_finding || cell->quantity.entered)
        return FALSE;
    }
  if (total != NULL && nb_chart_cell_is_known (total) &&
      nb_decimal_compare (total->quantity.value, row.sum) != 0)
    return FALSE;
  return nb_percent (nb_chart_series_get (panel->series->pdata[0], i)->quantity.value, row.sum,
                     value);
}

static gboolean
read_value (const NbChartCell *cell, NbDecimal *value)
{
  *value = cell->quantity.value;
  return nb_chart_cell_is_known (cell) && !cell->in_finding && !cell->is_pale &&
         !cell->quantity.entered;
}

static gboolean
read_point (const NbChartPanel *panel, guint i, Point *point)
{
  Point read = { .year = g_array_index (panel->categories, NbChartCategory, i).year };

  if (panel->can_share)
    read.is_known = read_share (panel, i, &read.value);
  else if (panel->totals != NULL && i < panel->totals->len)
    read.is_known = read_value (&g_array_index (panel->totals, NbChartCell, i), &read.value);
  else if (panel->totals == NULL)
    read.is_known = read_value (nb_chart_series_get (panel->series->pdata[0], i), &read.value);
  if (!read.is_known)
    return FALSE;
  read.text = nb_chart_dup_decimal (read.value);
  point_clear (point);
  *point = read;
  return TRUE;
}

static char *
dup_change (const char *name, const Point *first, const Point *last)
{
  int order = nb_decimal_compare (last->value, first->value);

  if (order > 0)
    /* Translators: a matter, its value, a year, its value later, that year */
    return g_strdup_printf (_ ("%1$s rose from %2$s in %3$u to %4$s in %5$u"), name, first->text,
                            first->year, last->text, last->year);
  if (order < 0)
    return g_strdup_printf (_ ("%1$s fell from %2$s in %3$u to %4$s in %5$u"), name, first->text,
                            first->year, last->text, last->year);
  return g_strdup_printf (_ ("%1$s: %2$s in %3$u as in %4$u"), name, last->text, last->year,
                          first->year);
}

static char *
dup_share_change (const char *name, const Point *first, const Point *last)
{
  int order = nb_decimal_compare (last->value, first->value);

  if (order > 0)
    /* Translators: a part, its share in per cent, a year, its share later, that year */
    return g_strdup_printf (_ ("The share of “%1$s” rose from %2$s%% in %3$u to %4$s%% in %5$u"),
                            name, first->text, first->year, last->text, last->year);
  if (order < 0)
    return g_strdup_printf (_ ("The share of “%1$s” fell from %2$s%% in %3$u to %4$s%% in %5$u"),
                            name, first->text, first->year, last->text, last->year);
  return g_strdup_printf (_ ("The share of “%1$s” is %2$s%% in %3$u as in %4$u"), name, last->text,
                          last->year, first->year);
}

static const char *
get_name (const NbChartPanel *panel)
{
  const NbChartSeries *series = panel->series->pdata[0];

  if (panel->totals != NULL)
    return panel->total_label;
  return series->full_label != NULL ? series->full_label : series->label;
}

/**
 * nb_chart_dup_headline:
 * @self: a chart of one organ, whose values in doubt are marked
 *
 * Returns: (transfer full) (nullable): what it shows; %NULL where nothing can be said
 */
char *
nb_chart_dup_headline (const NbChart *self)
{
  const NbChartPanel *panel = self->panels->pdata[0];
  g_auto (Point) first = { 0 }, last = { 0 };

  if ((panel->kind != NB_PANEL_LINES && panel->kind != NB_PANEL_BARS &&
       panel->kind != NB_PANEL_STACK) ||
      panel->scale == NB_CHART_SCALE_INDEX || panel->series->len == 0 ||
      panel->categories->len == 0 ||
      g_array_index (panel->categories, NbChartCategory, 0).sub != NULL)
    return NULL;
  for (guint i = find_start (panel); i < panel->categories->len; i++)
    {
      if (!first.is_known)
        read_point (panel, i, &first);
      else
        read_point (panel, i, &last);
    }
  if (!last.is_known)
    return NULL;
  if (panel->can_share)
    return dup_share_change (((NbChartSeries *) panel->series->pdata[0])->label, &first, &last);
  return dup_change (get_name (panel), &first, &last);
}
