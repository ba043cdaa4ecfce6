/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The wide CSV: one row a report (organ × year), a column for each short name of any form, oldest form
 * first, and beside it its state; then what is computed and never printed. A name that several forms
 * share is one column, also where one form prints what another leaves to be computed.
 */

#include "nb-export.h"

#include "nb-csv-row.h"
#include "nb-wide.h"

static const char *const head[] = { "organ", "key", "kind", "year", "form", "uri", "part" };

static void
write_head (GString *out, const NbWideColumns *columns)
{
  g_autoptr (GString) status = g_string_new (NULL);
  NbCsvRow row;

  nb_csv_row_begin (&row, out);
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    nb_csv_row_name (&row, head[i]);
  for (guint i = 0; i < columns->names->len; i++)
    {
      const char *name = nb_wide_columns_get_name (columns, i);

      g_string_printf (status, "%s_status", name);
      nb_csv_row_name (&row, name);
      nb_csv_row_name (&row, status->str);
    }
  for (guint i = 0; i < columns->names->len; i++)
    if (g_array_index (columns->names, NbWideColumn, i).has_entered)
      {
        g_string_printf (status, "%s_entered", nb_wide_columns_get_name (columns, i));
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
write_report (GString *out, const NbWideColumns *columns, NbReport *report)
{
  g_autofree NbWideCell *cells = nb_wide_columns_read (columns, report);
  NbCsvRow row;

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
  for (guint i = 0; i < columns->names->len; i++)
    {
      if (!g_array_index (columns->names, NbWideColumn, i).has_entered)
        continue;
      if (cells[i].has_entered)
        nb_csv_row_decimal (&row, cells[i].entered);
      else
        nb_csv_row_empty (&row);
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
 * its state is "not-in-form". What the user keyed in stands in columns of its own at the end, NAME_entered.
 */
void
nb_wide_csv_write (GString *out, GPtrArray *readings, gboolean bom)
{
  NbWideColumns columns;

  g_return_if_fail (out != NULL);
  g_return_if_fail (readings != NULL);

  nb_wide_columns_init (&columns);
  nb_wide_columns_find_entered (&columns, readings);
  if (bom)
    g_string_append (out, NB_CSV_BOM);
  write_head (out, &columns);
  for (guint i = 0; i < readings->len; i++)
    write_report (out, &columns, nb_reading_get_report (g_ptr_array_index (readings, i)));
  nb_wide_columns_clear (&columns);
}
