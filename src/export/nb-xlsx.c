/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Spreadsheets, through libxlsxwriter: reports as sheets of figures, wide table, codebook, sources and
 * findings; and a comparison. Text is always a text cell, so that nothing of a document becomes a
 * formula. The library writes files only, hence one in the folder for temporary files, read back and
 * removed. No time of writing is kept: same input, same bytes. Any thread.
 */

#include "nb-export.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/nb-error.h"
#include "form/nb-label.h"
#include "nb-comparison-export.h"
#include "nb-names.h"
#include "nb-wide.h"

/* 2000-01-01 */
#define TIMESTAMP 946684800
/* More digits than a double holds are written as text. */
#define MOST_DIGITS G_GINT64_CONSTANT (999999999999999)

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *head;
  guint row;
  guint column;
  gboolean is_full; /* more rows than a sheet has */
} Sheet;

static void
put_text (Sheet *self, const char *text)
{
  if (text != NULL && *text != '\0')
    worksheet_write_string (self->sheet, self->row, self->column, text, NULL);
  self->column++;
}

static void
put_count (Sheet *self, guint value)
{
  if (value > 0)
    worksheet_write_number (self->sheet, self->row, self->column, value, NULL);
  self->column++;
}

static void
put_decimal (Sheet *self, gboolean is_known, NbDecimal value)
{
  g_autofree char *digits = NULL;

  if (is_known && ABS (value.unscaled) > MOST_DIGITS)
    {
      digits = nb_decimal_to_string (value);
      put_text (self, digits);
      return;
    }
  if (is_known)
    worksheet_write_number (self->sheet, self->row, self->column, nb_decimal_to_double (value),
                            NULL);
  self->column++;
}

static void
end_row (Sheet *self)
{
  self->row++;
  self->column = 0;
  self->is_full |= self->row >= LXW_ROW_MAX;
}

static Sheet
begin_sheet (lxw_workbook *book, const char *name, const char *const *heads)
{
  Sheet self = { .sheet = workbook_add_worksheet (book, name), .head = workbook_add_format (book) };

  format_set_bold (self.head);
  for (guint i = 0; heads != NULL && heads[i] != NULL; i++)
    worksheet_write_string (self.sheet, 0, i, heads[i], self.head);
  worksheet_freeze_panes (self.sheet, 1, 0);
  self.row = 1;
  return self;
}

/* --- The sheets of reports --- */

static void
put_figure (Sheet *self, NbReport *report, NbFigure *figure)
{
  const NbMetric *metric = nb_figure_get_metric (figure);
  const NbPlace *place = nb_figure_get_place (figure);
  const NbForm *form = nb_report_get_form (report);
  NbDecimal value = NB_DECIMAL_ZERO;
  gboolean is_known = nb_figure_get_value (figure, &value);

  put_text (self, nb_report_get_organ (report));
  put_count (self, nb_report_get_year (report));
  put_text (self, form != NULL ? form->id : NULL);
  put_text (self, metric != NULL ? metric->table->id : NULL);
  put_text (self, nb_figure_get_id (figure));
  put_text (self, nb_figure_get_label (figure));
  put_text (self, nb_state_to_string (nb_figure_get_state (figure)));
  put_decimal (self, is_known, value);
  put_text (self, nb_figure_get_unit (figure));
  put_text (self, nb_figure_get_raw (figure));
  put_text (self, nb_figure_get_remark (figure));
  put_text (self,
            place != NULL ? nb_confidence_to_string (nb_figure_get_confidence (figure)) : NULL);
  end_row (self);
}

static gboolean
write_figures (lxw_workbook *book, GPtrArray *readings)
{
  static const char *const heads[] = { "organ",  "year",       "form",  "table", "metric",
                                       "label",  "state",      "value", "unit",  "raw",
                                       "remark", "confidence", NULL };
  Sheet sheet = begin_sheet (book, "figures", heads);

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
  Sheet sheet = begin_sheet (book, "wide", heads);
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

      put_text (&sheet, nb_report_get_organ (report));
      put_text (&sheet, nb_report_get_organ_key (report));
      put_count (&sheet, nb_report_get_year (report));
      put_text (&sheet, form != NULL ? form->id : NULL);
      for (guint j = 0; j < columns.names->len; j++)
        {
          put_decimal (&sheet, cells[j].has_value, cells[j].value);
          put_text (&sheet, cells[j].status);
        }
      end_row (&sheet);
    }
  nb_wide_columns_clear (&columns);
  return !sheet.is_full;
}

static void
write_codebook (lxw_workbook *book)
{
  static const char *const heads[] = { "form", "table", "metric", "short", "label", "unit", NULL };
  Sheet sheet = begin_sheet (book, "codebook", heads);
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  for (guint i = n_forms; i-- > 0;)
    for (guint j = 0; j < forms[i]->n_metrics; j++)
      {
        const NbMetric *metric = forms[i]->metrics[j];

        put_text (&sheet, forms[i]->id);
        put_text (&sheet, metric->table->id);
        put_text (&sheet, metric->id);
        put_text (&sheet, metric->short_name);
        put_text (&sheet, metric->label_zh);
        put_text (&sheet, metric->unit);
        end_row (&sheet);
      }
  worksheet_set_column (sheet.sheet, 2, 4, 36, NULL);
}

static gboolean
write_sources (lxw_workbook *book, GPtrArray *readings)
{
  static const char *const heads[] = { "organ",   "year",    "title",  "uri",
                                       "fetched", "charset", "sha256", NULL };
  Sheet sheet = begin_sheet (book, "sources", heads);

  for (guint i = 0; i < readings->len && !sheet.is_full; i++)
    {
      NbReport *report = nb_reading_get_report (readings->pdata[i]);
      NbSource *source = nb_document_get_source (nb_report_get_document (report));
      g_autofree char *uri = g_filename_display_name (nb_source_get_uri (source));

      put_text (&sheet, nb_report_get_organ (report));
      put_count (&sheet, nb_report_get_year (report));
      put_text (&sheet, nb_report_get_title (report));
      put_text (&sheet, uri);
      put_text (&sheet, nb_source_get_fetched (source));
      put_text (&sheet, nb_source_get_charset (source));
      put_text (&sheet, nb_source_get_sha256 (source));
      end_row (&sheet);
    }
  worksheet_set_column (sheet.sheet, 6, 6, 66, NULL);
  return !sheet.is_full;
}

static void
put_finding (Sheet *self, NbReport *report, NbFinding *finding)
{
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);

  put_text (self, nb_report_get_organ (report));
  put_count (self, nb_report_get_year (report));
  put_text (self, nb_finding_get_rule (finding));
  put_text (self, nb_severity_to_string (nb_finding_get_severity (finding)));
  put_text (self, nb_finding_get_status (finding) == NB_STATUS_FAIL ? "fail" : "open");
  put_text (self, title);
  put_text (self, message);
  put_text (self, nb_finding_get_relation (finding));
  end_row (self);
}

static gboolean
write_findings (lxw_workbook *book, GPtrArray *readings)
{
  static const char *const heads[] = { "organ", "year",    "rule",     "severity", "status",
                                       "title", "message", "relation", NULL };
  Sheet sheet = begin_sheet (book, "findings", heads);

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

/* --- The file --- */

static gboolean
fail (GError **error, const char *why)
{
  g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the spreadsheet cannot be written: %s"), why);
  return FALSE;
}

static lxw_workbook *
open_book (char **path, GError **error)
{
  lxw_workbook_options options = { 0 };
  lxw_doc_properties properties = { .comments = (char *) "Nianbao " NB_VERSION,
                                    .created = TIMESTAMP };
  int fd = g_file_open_tmp ("nianbao-XXXXXX.xlsx", path, error);
  lxw_workbook *book;

  if (fd < 0)
    return NULL;
  close (fd);
  options.tmpdir = (char *) g_get_tmp_dir ();
  book = workbook_new_opt (*path, &options);
  if (book == NULL)
    {
      fail (error, g_strerror (ENOMEM));
      return NULL;
    }
  workbook_set_properties (book, &properties);
  return book;
}

/* Ends @book. The library prints its numbers as the locale says, with a comma for the point in
 * many; the file has to have points. */
static lxw_error
close_without_locale (lxw_workbook *book)
{
  locale_t plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0), before = uselocale (plain);
  lxw_error failure = workbook_close (book);

  uselocale (before);
  freelocale (plain);
  return failure;
}

/* Ends @book and takes its file away. */
static gboolean
close_book (lxw_workbook *book, char *path, GString *out, GError **error)
{
  lxw_error failure = close_without_locale (book);
  g_autofree char *data = NULL;
  gsize length;
  gboolean done = failure == LXW_NO_ERROR ? g_file_get_contents (path, &data, &length, error)
                                          : fail (error, lxw_strerror (failure));

  g_unlink (path);
  g_free (path);
  if (done)
    g_string_append_len (out, data, length);
  return done;
}

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
  lxw_workbook *book = open_book (&path, error);
  gboolean fits;
  gsize before = out->len;

  if (book == NULL)
    return FALSE;
  fits = write_figures (book, readings);
  fits = write_wide (book, readings) && fits;
  write_codebook (book);
  fits = write_sources (book, readings) && fits;
  fits = write_findings (book, readings) && fits;
  if (!close_book (book, path, out, error))
    return FALSE;
  if (fits)
    return TRUE;
  g_string_truncate (out, before);
  return fail (error, _ ("there are more rows than a sheet holds"));
}

static void
put_comparison_row (Sheet *self, const NbComparisonRow *row)
{
  g_autofree char *note = nb_comparison_row_dup_note (row);

  put_text (self, row->matter.table != NULL ? row->matter.table->id : NULL);
  put_text (self, row->matter.id);
  put_text (self, nb_label_pick (row->matter.label_zh, row->matter.label_en));
  put_text (self, row->matter.unit);
  for (guint side = 0; side < 2; side++)
    {
      const NbQuantity *quantity = &row->sides[side];

      if (nb_quantity_is_known (quantity))
        put_decimal (self, TRUE, quantity->value);
      else
        {
          g_autofree char *text = nb_quantity_dup_text (quantity);

          put_text (self, text);
        }
    }
  put_decimal (self, row->has_delta, row->delta);
  put_decimal (self, row->has_percent, row->percent);
  put_text (self, nb_comparable_to_string (row->matter.comparable));
  put_text (self, note);
  end_row (self);
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
  lxw_workbook *book = open_book (&path, error);
  guint n_rows;
  const NbComparisonRow *rows = nb_comparison_get_rows (self, &n_rows);
  Sheet sheet;

  if (book == NULL)
    return FALSE;
  sheet = begin_sheet (book, "comparison", heads);
  for (guint i = 0; i < n_rows; i++)
    put_comparison_row (&sheet, &rows[i]);
  worksheet_set_column (sheet.sheet, 1, 2, 36, NULL);
  return close_book (book, path, out, error);
}
