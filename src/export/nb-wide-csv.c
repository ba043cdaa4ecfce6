/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The wide CSV: one row a report (organ × year), a column for each short name of any form, oldest form
 * first, and beside it its state; then what is computed and never printed. A name that several forms
 * share is one column, also where one form prints what another leaves to be computed.
 */

#include "nb-export.h"

#include "nb-csv-row.h"
#include "series/nb-derive.h"

static const char *const head[] = { "organ", "key", "kind", "year", "form", "uri", "part" };

/* What the statutory form of the report has no place for. */
static const char not_in_form[] = "not-in-form";

typedef struct
{
  const char *status; /* static */
  gboolean has_value;
  NbDecimal value;
} Cell;

/* The columns: their names in order, and where each is. */
typedef struct
{
  GPtrArray *names;    /* of static strings */
  GHashTable *indices; /* name → index */
} Columns;

static void
add_column (Columns *columns, const char *name)
{
  if (g_hash_table_contains (columns->indices, name))
    return;
  g_hash_table_insert (columns->indices, (gpointer) name, GUINT_TO_POINTER (columns->names->len));
  g_ptr_array_add (columns->names, (gpointer) name);
}

static void
columns_init (Columns *columns)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  columns->names = g_ptr_array_new ();
  columns->indices = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_forms; i++)
    for (guint j = 0; j < forms[i]->n_metrics; j++)
      add_column (columns, forms[i]->metrics[j]->short_name);
  for (guint i = 0; i < n_forms; i++)
    for (guint j = 0; j < forms[i]->n_derived; j++)
      add_column (columns, forms[i]->derived[j].short_name);
}

static void
columns_clear (Columns *columns)
{
  g_clear_pointer (&columns->names, g_ptr_array_unref);
  g_clear_pointer (&columns->indices, g_hash_table_unref);
}

static Cell *
find_cell (const Columns *columns, Cell *cells, const char *name)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (columns->indices, name, NULL, &index))
    return NULL;
  return &cells[GPOINTER_TO_UINT (index)];
}

static void
fill_figures (const Columns *columns, Cell *cells, NbReport *report)
{
  GListModel *figures = nb_report_get_figures (report);
  guint n = g_list_model_get_n_items (figures);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const NbMetric *metric = nb_figure_get_metric (figure);
      Cell *cell = metric != NULL ? find_cell (columns, cells, metric->short_name) : NULL;

      if (cell == NULL || cell->status != not_in_form)
        continue;
      cell->status = nb_state_to_string (nb_figure_get_state (figure));
      cell->has_value = nb_figure_get_value (figure, &cell->value);
    }
}

static void
fill_derived (const Columns *columns, Cell *cells, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);

  for (guint i = 0; form != NULL && i < form->n_derived; i++)
    {
      Cell *cell = find_cell (columns, cells, form->derived[i].short_name);
      NbState state;

      if (cell == NULL || cell->status != not_in_form)
        continue;
      state = nb_derive (report, &form->derived[i], &cell->value);
      cell->status = nb_state_to_string (state);
      cell->has_value = state == NB_STATE_NUMBER || state == NB_STATE_ZERO;
    }
}

static void
write_head (GString *out, const Columns *columns)
{
  g_autoptr (GString) status = g_string_new (NULL);
  NbCsvRow row;

  nb_csv_row_begin (&row, out);
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    nb_csv_row_name (&row, head[i]);
  for (guint i = 0; i < columns->names->len; i++)
    {
      const char *name = g_ptr_array_index (columns->names, i);

      g_string_printf (status, "%s_status", name);
      nb_csv_row_name (&row, name);
      nb_csv_row_name (&row, status->str);
    }
  nb_csv_row_end (&row);
}

static void
write_report_cells (NbCsvRow *row, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const NbForm *form = nb_report_get_form (report);

  nb_csv_row_text (row, nb_report_get_organ (report));
  nb_csv_row_text (row, nb_report_get_organ_key (report));
  nb_csv_row_name (row, nb_organ_kind_to_string (nb_report_get_organ_kind (report)));
  nb_csv_row_place (row, nb_report_get_year (report));
  nb_csv_row_name (row, form != NULL ? form->id : NULL);
  nb_csv_row_text (row, nb_source_get_uri (source));
  nb_csv_row_place (row, nb_report_get_part (report));
}

static void
write_report (GString *out, const Columns *columns, NbReport *report)
{
  g_autofree Cell *cells = g_new0 (Cell, columns->names->len);
  NbCsvRow row;

  for (guint i = 0; i < columns->names->len; i++)
    cells[i].status = not_in_form;
  fill_figures (columns, cells, report);
  fill_derived (columns, cells, report);

  nb_csv_row_begin (&row, out);
  write_report_cells (&row, report);
  for (guint i = 0; i < columns->names->len; i++)
    {
      if (cells[i].has_value)
        nb_csv_row_decimal (&row, cells[i].value);
      else
        nb_csv_row_empty (&row);
      nb_csv_row_name (&row, cells[i].status);
    }
  nb_csv_row_end (&row);
}

/**
 * nb_wide_csv_write:
 * @out: what to append to
 * @readings: (element-type NbReading): the reports, in the order of the rows
 * @bom: whether the head begins with a byte order mark
 *
 * Writes the whole table, head included. A cell that the report's form has no place for is empty and
 * its state is "not-in-form".
 */
void
nb_wide_csv_write (GString *out, GPtrArray *readings, gboolean bom)
{
  Columns columns;

  g_return_if_fail (out != NULL);
  g_return_if_fail (readings != NULL);

  columns_init (&columns);
  if (bom)
    g_string_append (out, NB_CSV_BOM);
  write_head (out, &columns);
  for (guint i = 0; i < readings->len; i++)
    write_report (out, &columns, nb_reading_get_report (g_ptr_array_index (readings, i)));
  columns_clear (&columns);
}
