/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be exported and how: the one table that the dialog offers and the writers of the library follow.
 * A job is prepared on the main thread, which lays out a chart that the window may change, and written on any.
 */

#include "nb-export-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/nb-chart-export.h"
#include "export/nb-comparison-export.h"
#include "export/nb-export.h"
#include "workspace/nb-notebook.h"

static const NbExportFormat figure_formats[] = {
  { "csv", N_ ("CSV, one row a figure"), N_ ("With state, source text and place"), "csv", TRUE,
    TRUE },
  { "wide-csv", N_ ("CSV, one row a report"), N_ ("One column a metric, for statistics"), "csv",
    TRUE, TRUE },
  { "xlsx", N_ ("Excel workbook"), N_ ("Figures, wide table, codebook, sources, findings"), "xlsx",
    FALSE, FALSE },
  { "ndjson", N_ ("JSON, one line a report"), N_ ("Without loss, for programs"), "ndjson", FALSE,
    TRUE },
  { "dta", "Stata", N_ ("Labels, and missing values that say why"), "dta", FALSE, FALSE },
  { "sav", "SPSS", N_ ("Labels, and missing values that say why"), "sav", FALSE, FALSE },
  { "md", "Markdown", N_ ("To read, and for notes"), "md", FALSE, TRUE },
  { "html", N_ ("Web page"), N_ ("One file, with charts"), "html", FALSE, TRUE },
  { "pdf", "PDF", N_ ("To read and to print"), "pdf", FALSE, FALSE },
};

static const NbExportFormat comparison_formats[] = {
  { "csv", N_ ("CSV, one row a figure"), N_ ("With difference, per cent and comparability"), "csv",
    TRUE, TRUE },
  { "xlsx", N_ ("Excel workbook"), N_ ("Figures side by side"), "xlsx", FALSE, FALSE },
  { "json", "JSON", N_ ("Without loss, for programs"), "json", FALSE, TRUE },
  { "md", "Markdown", N_ ("To read, and for notes"), "md", FALSE, TRUE },
  { "html", N_ ("Web page"), N_ ("Figures and text"), "html", FALSE, TRUE },
  { "pdf", "PDF", N_ ("To read and to print"), "pdf", FALSE, FALSE },
};

static const NbExportFormat chart_formats[] = {
  { "png", N_ ("Picture (PNG)"), N_ ("For documents and pages"), "png", FALSE, FALSE },
  { "svg", N_ ("Picture (SVG)"), N_ ("Sharp at every size, with real text"), "svg", FALSE, TRUE },
  { "pdf", "PDF", N_ ("The picture with its values and sources"), "pdf", FALSE, FALSE },
  { "csv", N_ ("CSV, one row a value"), N_ ("What the chart shows, in numbers"), "csv", TRUE,
    TRUE },
  { "html", N_ ("Web page"), N_ ("The picture with its values and sources"), "html", FALSE, TRUE },
};

static const NbExportFormat finding_formats[] = {
  { "pdf", "PDF", N_ ("The check sheet, to sign"), "pdf", FALSE, FALSE },
  { "xlsx", N_ ("Excel workbook"), N_ ("One row a finding"), "xlsx", FALSE, FALSE },
  { "html", N_ ("Web page"), N_ ("The check sheet"), "html", FALSE, TRUE },
  { "md", "Markdown", N_ ("To read, and for notes"), "md", FALSE, TRUE },
};

static const NbExportFormat text_formats[] = {
  { "txt", N_ ("Plain text"), N_ ("What was read, line by line"), "txt", FALSE, TRUE },
};

static const struct
{
  const char *id;
  const char *label;
  const NbExportFormat *formats;
  guint n_formats;
} whats[NB_EXPORT_N_WHAT] = {
  [NB_EXPORT_FIGURES] = { "figures", N_ ("Figures"), figure_formats,
                          G_N_ELEMENTS (figure_formats) },
  [NB_EXPORT_COMPARISON] = { "comparison", N_ ("Comparison"), comparison_formats,
                             G_N_ELEMENTS (comparison_formats) },
  [NB_EXPORT_CHART] = { "chart", N_ ("Chart"), chart_formats, G_N_ELEMENTS (chart_formats) },
  [NB_EXPORT_FINDINGS] = { "findings", N_ ("Findings"), finding_formats,
                           G_N_ELEMENTS (finding_formats) },
  [NB_EXPORT_TEXT] = { "text", N_ ("Text"), text_formats, G_N_ELEMENTS (text_formats) },
};

const char *
nb_export_what_get_id (NbExportWhat what)
{
  return whats[what].id;
}

const char *
nb_export_what_get_label (NbExportWhat what)
{
  return _ (whats[what].label);
}

/**
 * nb_export_what_get_formats:
 * @what: what is exported
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the formats for it
 */
const NbExportFormat *
nb_export_what_get_formats (NbExportWhat what, guint *n_formats)
{
  *n_formats = whats[what].n_formats;
  return whats[what].formats;
}

static gboolean
is (const NbExportJob *self, const char *id)
{
  return strcmp (self->format->id, id) == 0;
}

static gboolean
write_paper_to (const NbExportJob *self, const NbPaper *paper, GString *out, GError **error)
{
  if (is (self, "pdf"))
    return nb_paper_write_pdf (paper, out, error);
  if (is (self, "md"))
    nb_paper_write_md (paper, out);
  else
    nb_paper_write_html (paper, out);
  return TRUE;
}

static gboolean
write_paper (const NbExportJob *self, NbPaper *paper, GString *out, GError **error)
{
  g_autoptr (NbPaper) owned = paper;

  return write_paper_to (self, owned, out, error);
}

/* Reports as the user left them: with the marks on their findings. */
static GPtrArray *
apply_notebook (GPtrArray *readings)
{
  GPtrArray *reviewed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < readings->len; i++)
    g_ptr_array_add (reviewed, nb_notebook_apply (nb_notebook_get_default (), readings->pdata[i]));
  return reviewed;
}

static gboolean
write_figures (const NbExportJob *self, GString *out, GError **error)
{
  g_autoptr (GPtrArray) readings = apply_notebook (self->readings);

  if (is (self, "wide-csv"))
    nb_wide_csv_write (out, readings, self->bom);
  else if (is (self, "xlsx"))
    return nb_xlsx_write (out, readings, error);
  else if (is (self, "dta"))
    return nb_statistics_write (out, readings, NB_STATISTICS_DTA, error);
  else if (is (self, "sav"))
    return nb_statistics_write (out, readings, NB_STATISTICS_SAV, error);
  else if (is (self, "csv"))
    nb_csv_write (out, readings, self->bom);
  else if (is (self, "ndjson"))
    for (guint i = 0; i < readings->len; i++)
      nb_json_write_reading (out, readings->pdata[i], FALSE);
  else
    return write_paper (self, nb_report_dup_paper (readings), out, error);
  return TRUE;
}

static gboolean
write_comparison (const NbExportJob *self, GString *out, GError **error)
{
  if (is (self, "csv"))
    nb_comparison_write_csv (self->comparison, self->bom, out);
  else if (is (self, "xlsx"))
    return nb_comparison_write_xlsx (self->comparison, out, error);
  else if (is (self, "json"))
    {
      g_autoptr (GListModel) findings = nb_comparison_list_findings (self->comparison);

      nb_comparison_write_json (self->comparison, findings, out);
    }
  else
    return write_paper (self, nb_comparison_dup_paper (self->comparison, TRUE), out, error);
  return TRUE;
}

static gboolean
write_chart (const NbExportJob *self, GString *out, GError **error)
{
  g_autoptr (GBytes) png = NULL;

  if (self->text != NULL)
    {
      g_string_append_len (out, self->text->str, (gssize) self->text->len);
      return TRUE;
    }
  if (self->paper != NULL)
    return write_paper_to (self, self->paper, out, error);
  if (is (self, "svg"))
    {
      g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      nb_drawing_write_svg (self->drawing, out);
      return TRUE;
    }
  png = nb_drawing_to_png (self->drawing, 2, error);
  if (png != NULL)
    g_string_append_len (out, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png));
  return png != NULL;
}

/**
 * nb_export_job_prepare:
 * @self: a job
 *
 * Lays out the chart, whole, with its sources and the key to its colours; main thread. What else is written
 * does not change any more.
 */
void
nb_export_job_prepare (NbExportJob *self)
{
  NbChart whole;

  if (self->what != NB_EXPORT_CHART || self->chart == NULL)
    return;
  whole = *self->chart;
  whole.brief = FALSE;
  if (is (self, "csv"))
    nb_chart_write_csv (&whole, self->bom, self->text = g_string_new (NULL));
  else if (is (self, "pdf") || is (self, "html"))
    self->paper = nb_chart_dup_paper (&whole);
  else
    self->drawing = nb_chart_draw (&whole, &nb_chart_theme_light, 0, 0);
}

/**
 * nb_export_job_clear:
 * @self: a job
 *
 * Lets go of what it owns.
 */
void
nb_export_job_clear (NbExportJob *self)
{
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->drawing, nb_drawing_free);
  g_clear_pointer (&self->paper, nb_paper_free);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
  self->chart = NULL;
}

static gboolean
write_findings (const NbExportJob *self, GString *out, GError **error)
{
  g_autoptr (GPtrArray) readings = apply_notebook (self->readings);

  if (is (self, "xlsx"))
    return nb_check_sheet_write_xlsx (readings, out, error);
  return write_paper (self, nb_check_sheet_dup_paper (readings), out, error);
}

/**
 * nb_export_job_write:
 * @self: a job
 * @out: what to append to
 * @error: why it cannot be written
 *
 * Returns: whether all of it was written
 */
gboolean
nb_export_job_write (const NbExportJob *self, GString *out, GError **error)
{
  switch (self->what)
    {
    case NB_EXPORT_COMPARISON:
      return write_comparison (self, out, error);
    case NB_EXPORT_CHART:
      return write_chart (self, out, error);
    case NB_EXPORT_FINDINGS:
      return write_findings (self, out, error);
    case NB_EXPORT_TEXT:
      for (guint i = 0; i < self->readings->len; i++)
        {
          NbReport *report = nb_reading_get_report (self->readings->pdata[i]);

          g_string_append (out, nb_document_get_text (nb_report_get_document (report), NULL));
          g_string_append_c (out, '\n');
        }
      return TRUE;
    default:
      return write_figures (self, out, error);
    }
}

/**
 * nb_export_job_dup_name:
 * @self: a job
 *
 * Returns: (transfer full): a name for its file
 */
char *
nb_export_job_dup_name (const NbExportJob *self)
{
  const char *what = self->what == NB_EXPORT_CHART && self->chart != NULL
                         ? self->chart->title
                         : nb_export_what_get_label (self->what);

  return nb_export_dup_name (self->readings, what, self->format->extension);
}
