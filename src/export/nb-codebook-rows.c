/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The codebook as a table: one row a metric or heading, newest form first, tab-separated or as CSV.
 */

#include "nb-codebook-private.h"
#include "nb-csv-row.h"

enum
{
  N_COLUMNS = 17
};

static const char *const column_names[N_COLUMNS] = {
  "form",         "table",        "no",      "metric_id",  "short",    "row_label",
  "column_label", "unit",         "kind",    "label_zh",   "label_en", "role",
  "print_row",    "print_column", "derived", "identities", "series",
};

typedef struct
{
  GString *out;
  gboolean csv;
} RowWriter;

static void
write_row (RowWriter *self, const char *const *cells)
{
  NbCsvRow row;

  if (!self->csv)
    {
      /* No label holds a tab or a line feed: a test says so. */
      for (guint i = 0; i < N_COLUMNS; i++)
        g_string_append_printf (self->out, "%s%s", i > 0 ? "\t" : "", cells[i]);
      g_string_append_c (self->out, '\n');
      return;
    }

  nb_csv_row_begin (&row, self->out);
  for (guint i = 0; i < N_COLUMNS; i++)
    nb_csv_row_name (&row, cells[i]);
  nb_csv_row_end (&row);
}

static void
write_heading (RowWriter *self, const NbFormRow *row)
{
  g_autofree char *number = g_strdup_printf ("%u", row->number);
  g_autofree char *print_row = g_strdup_printf ("%u", row->print_row);
  const char *const cells[N_COLUMNS] = {
    row->table->form->id,
    row->table->id,
    number,
    "-",
    "",
    row->label_zh,
    "-",
    row->unit,
    "heading",
    row->label_zh,
    row->label_en,
    "",
    print_row,
    "",
    "",
    "",
    "",
  };

  write_row (self, cells);
}

static void
write_entry (const NbFormRow *row, const NbMetric *metric, gpointer user_data)
{
  RowWriter *self = user_data;
  g_autofree char *number = NULL, *print_row = NULL, *print_column = NULL;
  g_autofree char *derived = NULL, *identities = NULL, *series = NULL;

  if (metric == NULL)
    {
      write_heading (self, row);
      return;
    }

  number = row->number > 0 ? g_strdup_printf ("%u", row->number) : g_strdup ("");
  print_row = g_strdup_printf ("%u", metric->print_row);
  print_column = g_strdup_printf ("%u", metric->print_column);
  derived = nb_codebook_list_derived (metric);
  identities = nb_codebook_list_identities (metric);
  series = nb_codebook_list_series (metric);
  write_row (self, (const char *const[N_COLUMNS]){
                       metric->form->id, metric->table->id, number, metric->id, metric->short_name,
                       metric->row_label_zh, metric->column_label_zh, metric->unit,
                       nb_codebook_kind_to_string (metric), metric->label_zh, metric->label_en,
                       metric->role != NULL ? metric->role : "", print_row, print_column, derived,
                       identities, series });
}

/* Appends the table, tab-separated or as CSV with a byte order mark. */
void
nb_codebook_write_rows (GString *out, gboolean csv)
{
  RowWriter self = { out, csv };
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  if (csv)
    g_string_append (out, NB_CSV_BOM);
  write_row (&self, column_names);
  for (guint i = n_forms; i > 0; i--)
    nb_codebook_foreach (forms[i - 1], write_entry, &self);
}
