/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The wide table before any format: a name that several forms share is one column, also where one form
 * prints what another leaves to be computed. Any thread.
 */

#include "nb-wide.h"

#include "nb-export.h"
#include "series/nb-derive.h"

const char nb_wide_not_in_form[] = "not-in-form";

static void
add_column (NbWideColumns *self, NbWideColumn column)
{
  if (g_hash_table_contains (self->indices, column.name))
    return;
  g_hash_table_insert (self->indices, (gpointer) column.name, GUINT_TO_POINTER (self->names->len));
  g_array_append_val (self->names, column);
}

/**
 * nb_wide_columns_init:
 * @self: (out caller-allocates): the columns
 */
void
nb_wide_columns_init (NbWideColumns *self)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  self->names = g_array_new (FALSE, FALSE, sizeof (NbWideColumn));
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_forms; i++)
    for (guint j = 0; j < forms[i]->n_metrics; j++)
      {
        const NbMetric *metric = forms[i]->metrics[j];

        add_column (self, (NbWideColumn){ metric->short_name, metric->label_zh, metric->label_en,
                                          metric->unit });
      }
  for (guint i = 0; i < n_forms; i++)
    for (guint j = 0; j < forms[i]->n_derived; j++)
      {
        const NbDerived *derived = &forms[i]->derived[j];

        add_column (self, (NbWideColumn){ derived->short_name, derived->label_zh, derived->label_en,
                                          derived->unit });
      }
}

/**
 * nb_wide_columns_clear:
 * @self: columns
 */
void
nb_wide_columns_clear (NbWideColumns *self)
{
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->indices, g_hash_table_unref);
}

/**
 * nb_wide_columns_get_name:
 * @self: columns
 * @i: number of a column
 *
 * Returns: its short name
 */
const char *
nb_wide_columns_get_name (const NbWideColumns *self, guint i)
{
  return g_array_index (self->names, NbWideColumn, i).name;
}

static NbWideCell *
find_cell (const NbWideColumns *self, NbWideCell *cells, const char *name)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (self->indices, name, NULL, &index))
    return NULL;
  return &cells[GPOINTER_TO_UINT (index)];
}

static void
fill_figures (const NbWideColumns *self, NbWideCell *cells, NbReport *report)
{
  GListModel *figures = nb_report_get_figures (report);
  guint n = g_list_model_get_n_items (figures);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const NbMetric *metric = nb_figure_get_metric (figure);
      NbWideCell *cell = metric != NULL ? find_cell (self, cells, metric->short_name) : NULL;

      if (cell == NULL || cell->status != nb_wide_not_in_form)
        continue;
      cell->status = nb_state_to_string (nb_figure_get_state (figure));
      cell->has_value = nb_figure_get_value (figure, &cell->value);
      cell->has_entered = nb_figure_get_entered (figure, &cell->entered);
    }
}

static void
fill_derived (const NbWideColumns *self, NbWideCell *cells, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);

  for (guint i = 0; form != NULL && i < form->n_derived; i++)
    {
      NbWideCell *cell = find_cell (self, cells, form->derived[i].short_name);
      NbState state;

      if (cell == NULL || cell->status != nb_wide_not_in_form)
        continue;
      state = nb_derive (report, &form->derived[i], &cell->value, NULL);
      cell->status = nb_state_to_string (state);
      cell->has_value = state == NB_STATE_NUMBER || state == NB_STATE_ZERO;
    }
}

/**
 * nb_wide_columns_read:
 * @self: columns
 * @report: a report
 *
 * Returns: (transfer full): its cells, one for each column
 */
NbWideCell *
nb_wide_columns_read (const NbWideColumns *self, NbReport *report)
{
  NbWideCell *cells = g_new0 (NbWideCell, self->names->len);

  for (guint i = 0; i < self->names->len; i++)
    cells[i].status = nb_wide_not_in_form;
  fill_figures (self, cells, report);
  fill_derived (self, cells, report);
  return cells;
}

/**
 * nb_wide_columns_find_entered:
 * @self: columns
 * @readings: (element-type NbReading): the reports of the table
 *
 * Finds the columns of which figures were keyed in.
 */
void
nb_wide_columns_find_entered (NbWideColumns *self, GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    {
      g_autofree NbWideCell *cells = NULL;

      if (!nb_export_has_entered (readings->pdata[i]))
        continue;
      cells = nb_wide_columns_read (self, nb_reading_get_report (readings->pdata[i]));
      for (guint j = 0; j < self->names->len; j++)
        if (cells[j].has_entered)
          g_array_index (self->names, NbWideColumn, j).has_entered = TRUE;
    }
}
