/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The long CSV: one row a figure. Its head is a contract with other programs.
 */

#include "nb-export.h"

#include "nb-csv-row.h"

static const char *const head[] = {
  "uri",    "sha256",     "part",    "organ", "kind",   "year",   "form",
  "table",  "metric",     "label",   "state", "value",  "unit",   "raw",
  "remark", "confidence", "section", "row",   "column", "offset", "length",
};

static void
write_report_cells (NbCsvRow *row, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const NbForm *form = nb_report_get_form (report);

  nb_csv_row_text (row, nb_source_get_uri (source));
  nb_csv_row_name (row, nb_source_get_sha256 (source));
  nb_csv_row_place (row, nb_report_get_part (report));
  nb_csv_row_text (row, nb_report_get_organ (report));
  nb_csv_row_name (row, nb_organ_kind_to_string (nb_report_get_organ_kind (report)));
  nb_csv_row_place (row, nb_report_get_year (report));
  nb_csv_row_name (row, form != NULL ? form->id : NULL);
}

static const char *
find_table (NbFigure *figure, const NbPlace *place)
{
  const NbMetric *metric = nb_figure_get_metric (figure);

  if (place != NULL && place->table != NULL)
    return place->table;
  return metric != NULL ? metric->table->id : NULL;
}

static void
write_place_cells (NbCsvRow *row, const NbPlace *place)
{
  if (place == NULL)
    {
      for (guint i = 0; i < 5; i++)
        nb_csv_row_empty (row);
      return;
    }
  nb_csv_row_name (row, place->section);
  nb_csv_row_place (row, place->row);
  nb_csv_row_place (row, place->column);
  nb_csv_row_count (row, place->offset);
  nb_csv_row_count (row, place->length);
}

static void
write_figure_cells (NbCsvRow *row, NbFigure *figure)
{
  NbState state = nb_figure_get_state (figure);
  gboolean is_there = state != NB_STATE_MISSING;
  const NbPlace *place = is_there ? nb_figure_get_place (figure) : NULL;
  NbDecimal value;

  nb_csv_row_name (row, find_table (figure, place));
  nb_csv_row_name (row, nb_figure_get_id (figure));
  nb_csv_row_text (row, nb_figure_get_label (figure));
  nb_csv_row_name (row, nb_state_to_string (state));
  if (nb_figure_get_value (figure, &value))
    nb_csv_row_decimal (row, value);
  else
    nb_csv_row_empty (row);
  nb_csv_row_text (row, is_there ? nb_figure_get_unit (figure) : NULL);
  nb_csv_row_raw (row, is_there ? nb_figure_get_raw (figure) : NULL);
  nb_csv_row_text (row, is_there ? nb_figure_get_remark (figure) : NULL);
  nb_csv_row_name (row,
                   is_there ? nb_confidence_to_string (nb_figure_get_confidence (figure)) : NULL);
  write_place_cells (row, place);
}

static void
write_entered_cell (NbCsvRow *row, NbFigure *figure)
{
  NbDecimal value;

  if (nb_figure_get_entered (figure, &value))
    nb_csv_row_decimal (row, value);
  else
    nb_csv_row_empty (row);
}

static void
write_head (GString *out, gboolean bom, gboolean with_entered)
{
  NbCsvRow row;

  if (bom)
    g_string_append (out, NB_CSV_BOM);
  nb_csv_row_begin (&row, out);
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    nb_csv_row_name (&row, head[i]);
  if (with_entered)
    nb_csv_row_name (&row, "entered");
  nb_csv_row_end (&row);
}

/**
 * nb_csv_write_head:
 * @out: what to append to
 * @bom: whether the head begins with a byte order mark, by which Excel knows UTF-8
 *
 * Writes the row of heads.
 */
void
nb_csv_write_head (GString *out, gboolean bom)
{
  g_return_if_fail (out != NULL);

  write_head (out, bom, FALSE);
}

static void
write_reading (GString *out, NbReading *reading, gboolean with_entered)
{
  NbReport *report = nb_reading_get_report (reading);
  GListModel *figures = nb_report_get_figures (report);
  guint n = g_list_model_get_n_items (figures);
  g_autoptr (GString) start = g_string_new (NULL);
  NbCsvRow cells;

  nb_csv_row_begin (&cells, start); /* what every row of the report begins with */
  write_report_cells (&cells, report);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      NbCsvRow row = { .out = out, .n_cells = cells.n_cells };

      g_string_append_len (out, start->str, start->len);
      write_figure_cells (&row, figure);
      if (with_entered)
        write_entered_cell (&row, figure);
      nb_csv_row_end (&row);
    }
}

/**
 * nb_csv_write_reading:
 * @out: what to append to
 * @reading: a reading
 *
 * Writes one row for each figure, in the order of the report.
 */
void
nb_csv_write_reading (GString *out, NbReading *reading)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (NB_IS_READING (reading));

  write_reading (out, reading, FALSE);
}

/**
 * nb_export_has_entered:
 * @reading: a reading
 *
 * Returns: whether the user keyed in any of its figures
 */
gboolean
nb_export_has_entered (NbReading *reading)
{
  GListModel *figures = nb_report_get_figures (nb_reading_get_report (reading));
  guint n = g_list_model_get_n_items (figures);
  NbDecimal value;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      if (nb_figure_get_entered (figure, &value))
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_csv_write:
 * @out: what to append to
 * @readings: (element-type NbReading): the reports, in the order of the rows
 * @bom: whether the head begins with a byte order mark
 *
 * Writes the whole table. Where the user keyed in figures, a last column holds them: "entered".
 */
void
nb_csv_write (GString *out, GPtrArray *readings, gboolean bom)
{
  gboolean with_entered = FALSE;

  g_return_if_fail (out != NULL);
  g_return_if_fail (readings != NULL);

  for (guint i = 0; i < readings->len && !with_entered; i++)
    with_entered = nb_export_has_entered (readings->pdata[i]);
  write_head (out, bom, with_entered);
  for (guint i = 0; i < readings->len; i++)
    write_reading (out, readings->pdata[i], with_entered);
}
