/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The check sheet as a workbook: organ by rule, every finding with proposal and review, and what the rules
 * say. For people, so in the user's language; ids of rules, numbers and the SHA-256 are the same in any. Any thread.
 */

#include <glib/gi18n-lib.h>

#include "form/nb-label.h"
#include "nb-check-sheet.h"
#include "nb-export.h"
#include "nb-names.h"
#include "nb-xlsx-sheet.h"

static void
put_report (NbXlsxSheet *sheet, NbReport *report)
{
  nb_xlsx_put_text (sheet, nb_report_get_organ (report));
  nb_xlsx_put_count (sheet, nb_report_get_year (report));
}

/* A number of the format, which the library leaves without a name. */
#define PAPER_A4 9

/* Characters in a column of sentences, and lines of a row at most: the format knows no higher one. */
#define SENTENCE_WIDTH 36
#define MOST_LINES     27

/* Sentences wrap in the columns from @first to @last, and a sheet is as wide as a page of paper on its side. */
static void
lay_out (lxw_workbook *book, NbXlsxSheet *sheet, guint first, guint last, double width)
{
  lxw_format *wrapped = workbook_add_format (book);

  format_set_text_wrap (wrapped);
  format_set_align (wrapped, LXW_ALIGN_VERTICAL_TOP);
  worksheet_set_column (sheet->sheet, (lxw_col_t) first, (lxw_col_t) last, width, wrapped);
  worksheet_set_landscape (sheet->sheet);
  worksheet_set_paper (sheet->sheet, PAPER_A4);
  worksheet_fit_to_pages (sheet->sheet, 1, 0);
  worksheet_repeat_rows (sheet->sheet, 0, 0);
}

static gboolean
write_overview (lxw_workbook *book, GPtrArray *readings, GPtrArray *rules)
{
  const char *const heads[] = { _ ("Organ"),
                                _ ("Year"),
                                nb_name_severity (NB_SEVERITY_ERROR),
                                nb_name_severity (NB_SEVERITY_LAW),
                                nb_name_severity (NB_SEVERITY_WARNING),
                                nb_name_severity (NB_SEVERITY_HINT),
                                nb_name_severity (NB_SEVERITY_INFO),
                                _ ("undecided"),
                                _ ("reviewed"),
                                NULL };
  NbXlsxSheet sheet = nb_xlsx_begin_sheet (book, _ ("Overview"), heads);

  for (guint i = 0; i < rules->len; i++)
    worksheet_write_string (sheet.sheet, 0, (lxw_col_t) (G_N_ELEMENTS (heads) - 1 + i),
                            ((const NbRule *) rules->pdata[i])->id, sheet.head);
  for (guint i = 0; i < readings->len && !sheet.is_full; i++)
    {
      NbSheetCounts counts;

      nb_sheet_count (readings->pdata[i], &counts);
      put_report (&sheet, nb_reading_get_report (readings->pdata[i]));
      for (guint j = 0; j < G_N_ELEMENTS (counts.n_of); j++)
        nb_xlsx_put_count (&sheet, counts.n_of[j]);
      nb_xlsx_put_count (&sheet, counts.n_open);
      nb_xlsx_put_count (&sheet, counts.n_reviewed);
      for (guint j = 0; j < rules->len; j++)
        nb_xlsx_put_count (&sheet, nb_sheet_count_rule (readings->pdata[i], rules->pdata[j]));
      nb_xlsx_end_row (&sheet);
    }
  lay_out (book, &sheet, 0, 0, 30);
  return !sheet.is_full;
}

/* Lines that a text takes in a column; a Chinese character has the width of two. */
static guint
count_lines (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return 1 + (width > 0 ? width - 1 : 0) / (SENTENCE_WIDTH - 2);
}

/* Not every program makes a row as high as what wraps in it. */
static void
set_height (NbXlsxSheet *sheet, const char *const *texts, guint n_texts)
{
  guint n_lines = 1;

  for (guint i = 0; i < n_texts; i++)
    n_lines = MAX (n_lines, count_lines (texts[i]));
  if (!sheet->is_full)
    worksheet_set_row (sheet->sheet, sheet->row, LXW_DEF_ROW_HEIGHT * MIN (n_lines, MOST_LINES),
                       NULL);
}

static void
put_finding (NbXlsxSheet *sheet, NbReading *reading, NbFinding *finding)
{
  NbReport *report = nb_reading_get_report (reading);
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const NbReview *review = nb_reading_get_review (reading, finding);
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  g_autofree char *place = nb_sheet_dup_place (finding);
  g_autofree char *proposal = nb_sheet_dup_proposal (finding);
  g_autofree char *uri = g_filename_display_name (nb_source_get_uri (source));

  const char *const texts[] = { title, message, place, proposal,
                                nb_finding_get_relation (finding) };

  set_height (sheet, texts, G_N_ELEMENTS (texts));
  put_report (sheet, report);
  nb_xlsx_put_text (sheet, nb_finding_get_rule (finding));
  nb_xlsx_put_text (sheet, nb_name_severity (nb_finding_get_severity (finding)));
  nb_xlsx_put_text (sheet, nb_finding_get_status (finding) == NB_STATUS_FAIL ? _ ("does not hold")
                                                                             : _ ("undecided"));
  nb_xlsx_put_text (sheet, title);
  nb_xlsx_put_text (sheet, nb_finding_get_relation (finding));
  nb_xlsx_put_text (sheet, message);
  nb_xlsx_put_text (sheet, place);
  nb_xlsx_put_text (sheet, proposal);
  nb_xlsx_put_text (sheet, review != NULL ? nb_name_review (review->state) : NULL);
  nb_xlsx_put_text (sheet, review != NULL ? review->note : NULL);
  nb_xlsx_put_text (sheet, uri);
  nb_xlsx_put_text (sheet, nb_source_get_sha256 (source));
  nb_xlsx_end_row (sheet);
}

static gboolean
write_findings (lxw_workbook *book, GPtrArray *readings)
{
  const char *const heads[] = { _ ("Organ"),    _ ("Year"),    _ ("Rule"),
                                _ ("Severity"), _ ("Status"),  _ ("Finding"),
                                _ ("Relation"), _ ("Message"), _ ("Place"),
                                _ ("Proposal"), _ ("Review"),  _ ("Note"),
                                _ ("Source"),   "SHA-256",     NULL };
  NbXlsxSheet sheet = nb_xlsx_begin_sheet (book, _ ("Findings"), heads);

  for (guint i = 0; i < readings->len && !sheet.is_full; i++)
    {
      GListModel *findings = nb_reading_get_findings (readings->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (findings) && !sheet.is_full; j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          put_finding (&sheet, readings->pdata[i], finding);
        }
    }
  worksheet_autofilter (sheet.sheet, 0, 0, MAX (sheet.row, 2) - 1, G_N_ELEMENTS (heads) - 2);
  lay_out (book, &sheet, 5, 9, SENTENCE_WIDTH);
  worksheet_set_column (sheet.sheet, 0, 0, 18, NULL);
  /* Where the bytes came from is for machines. */
  worksheet_print_area (sheet.sheet, 0, 0, MAX (sheet.row, 2) - 1, G_N_ELEMENTS (heads) - 4);
  return !sheet.is_full;
}

static void
write_rules (lxw_workbook *book, GPtrArray *rules)
{
  const char *const heads[] = { _ ("Rule"),     _ ("Severity"),   _ ("Finding"), _ ("Relation"),
                                _ ("Rests on"), _ ("Exceptions"), NULL };
  NbXlsxSheet sheet = nb_xlsx_begin_sheet (book, _ ("Rules"), heads);

  for (guint i = 0; i < rules->len; i++)
    {
      const NbRule *rule = rules->pdata[i];

      const char *exceptions = rule->exceptions_zh != NULL
                                   ? nb_label_pick (rule->exceptions_zh, rule->exceptions_en)
                                   : "";
      const char *const texts[] = { nb_label_pick (rule->title_zh, rule->title_en),
                                    nb_label_pick (rule->relation_zh, rule->relation_en),
                                    exceptions };

      set_height (&sheet, texts, G_N_ELEMENTS (texts));
      nb_xlsx_put_text (&sheet, rule->id);
      nb_xlsx_put_text (&sheet, nb_name_severity (nb_severity_from_string (rule->severity)));
      nb_xlsx_put_text (&sheet, nb_label_pick (rule->title_zh, rule->title_en));
      nb_xlsx_put_text (&sheet, nb_label_pick (rule->relation_zh, rule->relation_en));
      nb_xlsx_put_text (&sheet, nb_label_pick (rule->source_zh, rule->source_en));
      nb_xlsx_put_text (&sheet, rule->exceptions_zh != NULL ? exceptions : NULL);
      nb_xlsx_end_row (&sheet);
    }
  lay_out (book, &sheet, 2, 5, SENTENCE_WIDTH);
}

/**
 * nb_check_sheet_write_xlsx:
 * @readings: (element-type NbReading): reports with all their findings, and with the reviews of these
 * @out: what to append to
 * @error: %NB_ERROR_LIMIT where a sheet has more rows than the format holds, or it cannot be written
 *
 * Writes the check sheet as a workbook.
 *
 * Returns: whether all of it could be written
 */
gboolean
nb_check_sheet_write_xlsx (GPtrArray *readings, GString *out, GError **error)
{
  g_autoptr (GPtrArray) rules = NULL;
  char *path = NULL;
  lxw_workbook *book;
  gboolean fits;
  gsize before = out->len;

  g_return_val_if_fail (readings != NULL, FALSE);

  book = nb_xlsx_open (&path, error);
  if (book == NULL)
    return FALSE;
  rules = nb_sheet_list_rules (readings);
  fits = write_overview (book, readings, rules);
  fits = write_findings (book, readings) && fits;
  write_rules (book, rules);
  if (!nb_xlsx_close (book, path, out, error))
    return FALSE;
  if (fits)
    return TRUE;
  g_string_truncate (out, before);
  return nb_xlsx_fail (error, _ ("there are more rows than a sheet holds"));
}
