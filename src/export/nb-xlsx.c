/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Spreadsheets: reports as sheets of figures, wide table, codebook, sources and findings; and a
 * comparison. Any thread.
 */

#include "nb-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "form/nb-label.h"
#include "nb-comparison-export.h"
#include "nb-names.h"
#include "nb-wide.h"
#include "nb-xlsx-sheet.h"

/* --- The sheets of reports --- */

static void
put_figure (NbXlsxSheet *self, NbReport *report, NbFigure *figure)
{
  const NbMetric *metric = nb_figure_get_metric (figure);
  const NbPlace *place = nb_figure_get_place (figure);
  const NbForm *form = nb_report_get_form (report);
  NbDecimal value = NB_DECIMAL_ZERO, entered = NB_DECIMAL_ZERO;
  gboolean is_known = nb_figure_get_value (figure, &value);
  gboolean is_entered = nb_figure_get_entered (figure, &entered);

  nb_xlsx_put_text (self, nb_report_get_organ (report));
  nb_xlsx_put_count (self, nb_report_get_year (report));
  nb_xlsx_put_text (self, form != NULL ? form->id : NULL);
  nb_xlsx_put_text (self, metric != NULL ? metric->table->id : NULL);
  nb_xlsx_put_text (self, nb_figure_get_id (figure));
  nb_xlsx_put_text (self, nb_figure_get_label (figure));
  nb_xlsx_put_text (self, nb_state_to_string (nb_figure_get_state (figure)));
  nb_xlsx_put_decimal (self, is_known, value);
  nb_xlsx_put_text (self, nb_figure_get_unit (figure));
  nb_xlsx_put_text (self, nb_figure_get_raw (figure));
  nb_xlsx_put_text (self, nb_figure_get_remark (figure));
  nb_xlsx_put_text (
      self, place != NULL ? nb_confidence_to_string (nb_figure_get_confidence (figure)) : NULL);
  nb_xlsx_put_decimal (self, is_entered, entered);
  nb_xlsx_end_row (self);
}

static gboolean
write_figures (lxw_workbook *book, GPtrArray *readings)
{
  static const char *const heads[] = { "organ",  "year",       "form",    "table", "metric",
                                       "label",  "state",      "value",   "unit",  "raw",
                                       "remark", "confidence", "entered", NULL };
  NbXlsxSheet sheet = nb_xlsx_begin_sheet (book, "figures", heads);

  for (guint i = 0; i < readings->len && !sheet.is_full; i++)
    {
      NbReport *report = nb_reading_get_report (readings->pdata[i]);
      GListModel *figures = nb_report_get_figures (report);
      guint n = g_list_model_get_n_items (figures);

      for (guint j = 0; j < n && !sheet.is_full; j++)
        {
          g_autoptr (NbFigure) figure = g_list_model_get_item (figures, j);

          put_figure (&sheet, report, figure);
        }
    }
  worksheet_set_column (sheet.sheet, 4, 5, 36, NULL);
  return !sheet.is_full;
}

static gboolean
write_wide (lxw_workbook *book, GPtrArray *readings)
{
  static const char *const heads[] = { "organ", "key", "year", "form", NULL };
  NbXlsxSheet sheet = nb_xlsx_begin_sheet (book, "wide", heads);
  NbWideColumns columns;

  nb_wide_columns_init (&columns);
  for (guint i = 0; i < columns.names->len; i++)
    {
      const char *name = nb_wide_columns_get_name (&columns, i);
      g_autofree char *status = g_strconcat (name, "_status", NULL);

      worksheet_write_string (sheet.sheet, 0, 4 + 2 * i, name, sheet.head);
      worksheet_write_string (sheet.sheet, 0, 5 + 2 * i, status, sheet.head);
    }
  for (guint i = 0; i < readings->len && !sheet.is_full; i++)
    {
      NbReport *report = nb_reading_get_report (readings->pdata[i]);
      const NbForm *form = nb_report_get_form (report);
      g_autofree NbWideCell *cells = nb_wide_columns_read (&columns, report);

      nb_xlsx_put_text (&sheet, nb_report_get_organ (report));
      nb_xlsx_put_text (&sheet, nb_report_get_organ_key (report));
      nb_xlsx_put_count (&sheet, nb_report_get_year (report));
      nb_xlsx_put_text (&sheet, form != NULL ? form->id : NULL);
      for (guint j = 0; j < columns.names->len; j++)
        {
          nb_xlsx_put_decimal (&sheet, cells[j].has_value, cells[j].value);
          nb_xlsx_put_text (&sheet, cells[j].status);
        }
      nb_xlsx_end_row (&sheet);
    }
  nb_wide_columns_clear (&columns);
  return !sheet.is_full;
}

static void
write_codebook (lxw_workbook *book)
{
  static const char *const heads[] = { "form", "table", "metric", "short", "label", "unit", NULL };
  NbXlsxSheet sheet = nb_xlsx_begin_sheet (book, "codebook", heads);
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  for (guint i = n_forms; i-- > 0;)
    for (guint j = 0; j < forms[i]->n_metrics; j++)
      {
        const NbMetric *metric = forms[i]->metrics[j];

        nb_xlsx_put_text (&sheet, forms[i]->id);
        nb_xlsx_put_text (&sheet, metric->table->id);
        nb_xlsx_put_text (&sheet, metric->id);
        nb_xlsx_put_text (&sheet, metric->short_name);
        nb_xlsx_put_text (&sheet, metric->label_zh);
        nb_xlsx_put_text (&sheet, metric->unit);
        nb_xlsx_end_row (&sheet);
      }
  worksheet_set_column (sheet.sheet, 2, 4, 36, NULL);
}

static gboolean
write_sources (lxw_workbook *book, GPtrArray *readings)
{
  static const char *const heads[] = { "organ",   "year",    "title",  "uri",
                                       "fetched", "charset", "sha256", NULL };
  NbXlsxSheet sheet = nb_xlsx_begin_sheet (book, "sources", heads);

  for (guint i = 0; i < readings->len && !sheet.is_full; i++)
    {
      NbReport *report = nb_reading_get_report (readings->pdata[i]);
      NbSource *source = nb_document_get_source (nb_report_get_document (report));
      g_autofree char *uri = g_filename_display_name (nb_source_get_uri (source));

      nb_xlsx_put_text (&sheet, nb_report_get_organ (report));
      nb_xlsx_put_count (&sheet, nb_report_get_year (report));
      nb_xlsx_put_text (&sheet, nb_report_get_title (report));
      nb_xlsx_put_text (&sheet, uri);
      nb_xlsx_put_text (&sheet, nb_source_get_fetched (source));
      nb_xlsx_put_text (&sheet, nb_source_get_charset (source));
      nb_xlsx_put_text (&sheet, nb_source_get_sha256 (source));
      nb_xlsx_end_row (&sheet);
    }
  worksheet_set_column (sheet.sheet, 6, 6, 66, NULL);
  return !sheet.is_full;
}

static void
put_finding (NbXlsxSheet *self, NbReport *report, NbFinding *finding)
{
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);

  nb_xlsx_put_text (self, nb_report_get_organ (report));
  nb_xlsx_put_count (self, nb_report_get_year (report));
  nb_xlsx_put_text (self, nb_finding_get_rule (finding));
  nb_xlsx_put_text (self, nb_severity_to_string (nb_finding_get_severity (finding)));
  nb_xlsx_put_text (self, nb_finding_get_status (finding) == NB_STATUS_FAIL ? "fail" : "open");
  nb_xlsx_put_text (self, title);
  nb_xlsx_put_text (self, message);
  nb_xlsx_put_text (self, nb_finding_get_relation (finding));
  nb_xlsx_end_row (self);
}

static gboolean
write_findings (lxw_workbook *book, GPtrArray *readings)
{
  static const char *const heads[] = { "organ", "year",    "rule",     "severity", "status",
                                       "title", "message", "relation", NULL };
  NbXlsxSheet sheet = nb_xlsx_begin_sheet (book, "findings", heads);

  for (guint i = 0; i < readings->len && !sheet.is_full; i++)
    {
      GListModel *findings = nb_reading_get_findings (readings->pdata[i]);
      guint n = g_list_model_get_n_items (findings);

      for (guint j = 0; j < n && !sheet.is_full; j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          put_finding (&sheet, nb_reading_get_report (readings->pdata[i]), finding);
        }
    }
  return !sheet.is_full;
}

/* --- The workbook --- */

/**
 * nb_xlsx_write:
 * @out: what to append to
 * @readings: (element-type NbReading): the reports
 * @error: %NB_ERROR_LIMIT where a sheet has more rows than the format holds, or it cannot be written
 *
 * Writes the reports as a workbook.
 *
 * Returns: whether all of it could be written
 */
gboolean
nb_xlsx_write (GString *out, GPtrArray *readings, GError **error)
{
  char *path = NULL;
  lxw_workbook *book = nb_xlsx_open (&path, error);
  gboolean fits;
  gsize before = out->len;

  if (book == NULL)
    return FALSE;
  fits = write_figures (book, readings);
  fits = write_wide (book, readings) && fits;
  write_codebook (book);
  fits = write_sources (book, readings) && fits;
  fits = write_findings (book, readings) && fits;
  if (!nb_xlsx_close (book, path, out, error))
    return FALSE;
  if (fits)
    return TRUE;
  g_string_truncate (out, before);
  return nb_xlsx_fail (error, _ ("there are more rows than a sheet holds"));
}

static void
put_comparison_row (NbXlsxSheet *self, const NbComparisonRow *row)
{
  g_autofree char *note = nb_comparison_row_dup_note (row);

  nb_xlsx_put_text (self, row->matter.table != NULL ? row->matter.table->id : NULL);
  nb_xlsx_put_text (self, row->matter.id);
  nb_xlsx_put_text (self, nb_label_pick (row->matter.label_zh, row->matter.label_en));
  nb_xlsx_put_text (self, row->matter.unit);
  for (guint side = 0; side < 2; side++)
    {
      const NbQuantity *quantity = &row->sides[side];

      if (nb_quantity_is_known (quantity))
        nb_xlsx_put_decimal (self, TRUE, quantity->value);
      else
        {
          g_autofree char *text = nb_quantity_dup_text (quantity);

          nb_xlsx_put_text (self, text);
        }
    }
  nb_xlsx_put_decimal (self, row->has_delta, row->delta);
  nb_xlsx_put_decimal (self, row->has_percent, row->percent);
  nb_xlsx_put_text (self, nb_comparable_to_string (row->matter.comparable));
  nb_xlsx_put_text (self, note);
  nb_xlsx_end_row (self);
}

/**
 * nb_comparison_write_xlsx:
 * @self: a comparison
 * @out: what to append to
 * @error: %NB_ERROR_LIMIT where it cannot be written
 *
 * Writes the figures of a comparison as a workbook.
 *
 * Returns: whether it could be written
 */
gboolean
nb_comparison_write_xlsx (NbComparison *self, GString *out, GError **error)
{
  g_autofree char *a = nb_report_dup_name (nb_comparison_get_report (self, 0));
  g_autofree char *b = nb_report_dup_name (nb_comparison_get_report (self, 1));
  const char *heads[] = { "table", "metric",  "label",      "unit", a,   b,
                          "delta", "percent", "comparable", "note", NULL };
  char *path = NULL;
  lxw_workbook *book = nb_xlsx_open (&path, error);
  guint n_rows;
  const NbComparisonRow *rows = nb_comparison_get_rows (self, &n_rows);
  NbXlsxSheet sheet;

  if (book == NULL)
    return FALSE;
  sheet = nb_xlsx_begin_sheet (book, "comparison", heads);
  for (guint i = 0; i < n_rows; i++)
    put_comparison_row (&sheet, &rows[i]);
  worksheet_set_column (sheet.sheet, 1, 2, 36, NULL);
  return nb_xlsx_close (book, path, out, error);
}
