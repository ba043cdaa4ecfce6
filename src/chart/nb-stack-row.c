/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One bar of parts: which of them are known, and what has to be said behind it. A part that the form does
 * not ask for, one without a number, and parts that do not make the printed total are always told.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>

#include "series/nb-percent.h"

/**
 * nb_stack_row:
 * @panel: a panel of bars of parts
 * @category: number of a category
 *
 * Returns: what is known of its bar
 */
NbStackRow
nb_stack_row (const NbChartPanel *panel, guint category)
{
  NbStackRow row = { 0 };

  for (guint i = 0; i < panel->series->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (panel->series->pdata[i], category);

      if (cell->is_gap)
        continue;
      if (nb_chart_cell_is_known (cell))
        {
          row.n_known++;
          row.n_entered += cell->quantity.entered;
          row.value += MAX (nb_chart_cell_get_value (cell), 0);
          nb_decimal_add (row.sum, cell->quantity.value, &row.sum);
        }
      else if (cell->quantity.not_in_form)
        row.n_not_in_form++;
      else
        row.n_unknown++;
    }
  return row;
}

/**
 * nb_stack_row_is_drawn:
 * @panel: a panel of bars of parts
 * @row: one of its bars
 *
 * Returns: whether its known parts may be drawn; shares only where all parts are known
 */
gboolean
nb_stack_row_is_drawn (const NbChartPanel *panel, const NbStackRow *row)
{
  if (row->n_known == 0)
    return FALSE;
  return !panel->is_share || (row->n_unknown + row->n_not_in_form == 0 && row->value > 0);
}

static const NbChartCell *
get_total (const NbChartPanel *panel, guint category)
{
  const NbChartCell *total = panel->totals != NULL && category < panel->totals->len
                                 ? &g_array_index (panel->totals, NbChartCell, category)
                                 : NULL;

  return total != NULL && nb_chart_cell_is_known (total) ? total : NULL;
}

/* Why parts are missing from the bar. */
static char *
dup_missing (const NbStackRow *row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (row->n_not_in_form > 0)
    g_ptr_array_add (words,
                     g_strdup_printf (ngettext ("× %u part not in form", "× %u parts not in form",
                                                row->n_not_in_form),
                                      row->n_not_in_form));
  if (row->n_unknown > 0)
    g_ptr_array_add (words,
                     g_strdup_printf (ngettext ("○ %u part without a number",
                                                "○ %u parts without a number", row->n_unknown),
                                      row->n_unknown));
  g_ptr_array_add (words, NULL);
  return words->len > 1 ? g_strjoinv (", ", (char **) words->pdata) : NULL;
}

static void
say_number (NbStackTail *self, const NbChartPanel *panel, guint category, const NbStackRow *row)
{
  const NbChartCell *total = get_total (panel, category);
  g_autofree char *sum = nb_chart_dup_decimal (row->sum);
  g_autofree char *parts = g_strconcat (row->n_entered > 0 ? NB_ENTERED : "", sum, NULL);

  self->text = total != NULL ? nb_cell_dup_number (total) : g_strdup (parts);
  self->remark = dup_missing (row);
  if (self->remark != NULL || total == NULL ||
      nb_decimal_compare (total->quantity.value, row->sum) == 0)
    return;
  /* Translators: what the parts add up to, behind a printed total that is another */
  self->remark = g_strdup_printf (_ ("parts %s"), parts);
  self->is_fault = TRUE;
}

static void
say_share (NbStackTail *self, const NbChartPanel *panel, guint category, const NbStackRow *row)
{
  const NbChartCell *total = get_total (panel, category);
  g_autofree char *parts = nb_chart_dup_decimal (row->sum);
  g_autofree char *missing = dup_missing (row);

  if (!nb_stack_row_is_drawn (panel, row))
    {
      self->remark = missing != NULL ? g_strdup_printf (_ ("no shares: %s"), missing)
                                     : g_strdup (_ ("no shares of 0"));
      return;
    }
  /* Translators: what shares are taken of */
  self->text = g_strdup_printf (_ ("of %s"), parts);
  if (total != NULL && nb_decimal_compare (total->quantity.value, row->sum) != 0)
    {
      g_autofree char *number = nb_cell_dup_number (total);

      /* Translators: the total, printed or keyed in, behind the sum of the parts that is another */
      self->remark = g_strdup_printf (total->quantity.entered ? _ ("total %s") : _ ("printed %s"),
                                      number);
      self->is_fault = TRUE;
    }
  else if (!nb_percent_has_base (row->sum))
    self->remark = g_strdup (_ ("a small base"));
}

/**
 * nb_stack_tail_init:
 * @self: (out caller-allocates): what stands behind the bar
 * @panel: a panel of bars of parts
 * @category: number of a category
 * @row: its bar
 */
void
nb_stack_tail_init (NbStackTail *self,
                    const NbChartPanel *panel,
                    guint category,
                    const NbStackRow *row)
{
  *self = (NbStackTail){ 0 };
  if (row->n_known + row->n_unknown == 0)
    {
      if (row->n_not_in_form > 0)
        self->remark = g_strdup (_ ("× not in that year’s form"));
    }
  else if (panel->is_share)
    say_share (self, panel, category, row);
  else if (row->n_known == 0)
    self->remark = dup_missing (row);
  else
    say_number (self, panel, category, row);
}

/**
 * nb_stack_tail_clear:
 * @self: what stands behind a bar
 */
void
nb_stack_tail_clear (NbStackTail *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->remark, g_free);
}
