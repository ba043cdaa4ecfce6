/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reports for people: facts, tables, findings, text, sources. What Markdown, HTML and PDF are written
 * from. Any thread.
 */

#include "nb-export.h"

#include <glib/gi18n-lib.h>

#include "chart/nb-chart.h"
#include "form/nb-label.h"
#include "nb-names.h"
#include "nb-paper.h"
#include "workspace/nb-caution.h"

/* Narrower than a picture of its own, so that it can be read on paper. */
#define CHART_WIDTH 760.0

static void
add_facts (NbPaper *paper, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const NbForm *form = nb_report_get_form (report);
  const char *organ = nb_report_get_organ (report);
  const char *start = nb_report_get_period_start (report);
  const char *end = nb_report_get_period_end (report);
  guint year = nb_report_get_year (report);
  g_autofree char *organ_text = g_strdup_printf (
      "%s (%s)", organ != NULL ? organ : _ ("not found"),
      nb_name_organ_kind (nb_report_get_organ_kind (report)));
  g_autofree char *year_text = year > 0 ? g_strdup_printf ("%u", year) : NULL;
  g_autofree char *period = start != NULL && end != NULL ? g_strdup_printf ("%s – %s", start, end)
                                                         : NULL;
  g_autofree char *uri = g_filename_display_name (nb_source_get_uri (source));
  g_autofree char *caution = nb_caution_dup (report);

  nb_paper_add_fact (paper, _ ("Organ"), organ_text);
  nb_paper_add_fact (paper, _ ("Year"), year_text != NULL ? year_text : _ ("not found"));
  nb_paper_add_fact (paper, _ ("Form"), form != NULL ? form->id : _ ("not recognised"));
  nb_paper_add_fact (paper, _ ("Period"), period);
  nb_paper_add_fact (paper, _ ("Published"), nb_report_get_published (report));
  nb_paper_add_fact (paper, _ ("Signed"), nb_report_get_signed (report));
  nb_paper_add_fact (paper, _ ("Source"), uri);
  nb_paper_add_fact (paper, _ ("Fetched"), nb_source_get_fetched (source));
  nb_paper_add_fact (paper, "SHA-256", nb_source_get_sha256 (source));
  nb_paper_add_fact (paper, _ ("Caution"), caution);
}

static void
add_quantity (NbPaper *paper, NbFigure *figure)
{
  NbQuantity quantity = nb_quantity_printed (figure);
  g_autofree char *text = nb_quantity_dup_text (&quantity);
  NbDecimal entered;

  if (figure != NULL && nb_figure_get_entered (figure, &entered))
    {
      g_autofree char *number = nb_number_dup (entered);
      /* Translators: what stands in a cell, then the number that the user keyed in for it. */
      g_autofree char *both = g_strdup_printf (_ ("%s (entered: %s)"), text, number);

      nb_paper_add_cell (paper, both, NB_CELL_DIM);
      return;
    }
  nb_paper_add_cell (paper, text, quantity.state == NB_STATE_NUMBER ? NB_CELL_PLAIN : NB_CELL_DIM);
}

/* A table whose rows all have the same columns keeps them. */
static gboolean
is_grid (const NbFormTable *table)
{
  if (table->kind != NB_TABLE_ROWS || table->n_columns < 2)
    return FALSE;
  for (guint i = 0; i < table->n_rows; i++)
    if (table->rows[i]->n_metrics != 0 && table->rows[i]->n_metrics != table->n_columns)
      return FALSE;
  return TRUE;
}

static void
add_grid (NbPaper *paper, NbReport *report, const NbFormTable *table)
{
  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, _ ("Item"), FALSE);
  for (guint i = 0; i < table->n_columns; i++)
    nb_paper_add_column (
        paper, nb_label_pick (table->columns[i].label_zh, table->columns[i].label_en), TRUE);
  for (guint i = 0; i < table->n_rows; i++)
    {
      const NbFormRow *row = table->rows[i];
      const char *label = nb_label_pick (row->label_zh, row->label_en);

      if (row->n_metrics == 0)
        {
          nb_paper_add_group (paper, label);
          continue;
        }
      nb_paper_begin_row (paper);
      nb_paper_add_cell (paper, label, NB_CELL_PLAIN);
      for (guint j = 0; j < row->n_metrics; j++)
        add_quantity (paper, nb_report_get_figure_for (report, row->metrics[j]));
    }
}

static void
begin_list (NbPaper *paper)
{
  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, _ ("Item"), FALSE);
  nb_paper_add_column (paper, _ ("Value"), TRUE);
  nb_paper_add_column (paper, _ ("Unit"), FALSE);
}

static void
add_list_row (NbPaper *paper, const char *label, NbFigure *figure, const char *unit)
{
  nb_paper_begin_row (paper);
  nb_paper_add_cell (paper, label, NB_CELL_PLAIN);
  add_quantity (paper, figure);
  nb_paper_add_cell (paper, nb_label_unit (unit), NB_CELL_DIM);
}

static void
add_list (NbPaper *paper, NbReport *report, const NbFormTable *table)
{
  begin_list (paper);
  for (guint i = 0; i < table->n_metrics; i++)
    {
      const NbMetric *metric = table->metrics[i];

      add_list_row (paper, nb_label_pick (metric->label_zh, metric->label_en),
                    nb_report_get_figure_for (report, metric), metric->unit);
    }
}

static void
add_table (NbPaper *paper, NbReport *report, const NbFormTable *table)
{
  if (is_grid (table))
    add_grid (paper, report, table);
  else
    add_list (paper, report, table);
}

static void
add_tables (NbPaper *paper, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);
  GListModel *figures = nb_report_get_figures (report);
  guint n = g_list_model_get_n_items (figures), n_own = form != NULL ? form->n_metrics : 0;

  for (guint i = 0; form != NULL && i < form->n_tables; i++)
    {
      const NbFormTable *table = &form->tables[i];

      if (table->n_metrics == 0)
        continue;
      nb_paper_add_heading (paper, 3, nb_label_pick (table->label_zh, table->label_en));
      add_table (paper, report, table);
    }
  if (n <= n_own)
    return;
  nb_paper_add_heading (paper, 3, _ ("Rows that no form has"));
  begin_list (paper);
  for (guint i = n_own; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      add_list_row (paper, nb_figure_get_label (figure), figure, nb_figure_get_unit (figure));
    }
}

static void
add_finding (NbPaper *paper, NbFinding *finding)
{
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *message = nb_finding_dup_message (finding);
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), title, message);
  const char *name = nb_name_severity (nb_finding_get_severity (finding));
  g_autofree char *severity = nb_finding_get_status (finding) == NB_STATUS_OPEN
                                  /* Translators: a severity, of what cannot be decided yet */
                                  ? g_strdup_printf (_ ("%s, undecided"), name)
                                  : g_strdup (name);

  nb_paper_begin_row (paper);
  nb_paper_add_cell (paper, severity, NB_CELL_PLAIN);
  nb_paper_add_cell (paper, nb_finding_get_rule (finding), NB_CELL_PLAIN);
  nb_paper_add_cell (paper, text, NB_CELL_PLAIN);
}

/* The gravest first, what fails before what is open; within them in the order of the report. */
static void
add_findings (NbPaper *paper, GListModel *findings)
{
  guint n = g_list_model_get_n_items (findings);

  if (n == 0)
    {
      nb_paper_add_paragraph (paper, _ ("none"));
      return;
    }
  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, _ ("Severity"), FALSE);
  nb_paper_add_column (paper, _ ("Rule"), FALSE);
  nb_paper_add_column (paper, _ ("Finding"), FALSE);
  for (guint grade = 0; grade <= 2 * NB_SEVERITY_INFO + 1; grade++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
        gboolean is_open = nb_finding_get_status (finding) == NB_STATUS_OPEN;

        if (is_open == (grade > NB_SEVERITY_INFO) &&
            nb_finding_get_severity (finding) == grade % (NB_SEVERITY_INFO + 1))
          add_finding (paper, finding);
      }
}

static void
add_sections (NbPaper *paper, GListModel *sections)
{
  guint n = g_list_model_get_n_items (sections);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      const char *number = nb_section_get_number (section);
      g_autofree char *heading = number != NULL ? g_strdup_printf ("%s %s", number,
                                                                   nb_section_get_heading (section))
                                                : g_strdup (nb_section_get_heading (section));
      g_auto (GStrv) lines = g_strsplit (nb_section_get_text (section), "\n", -1);

      nb_paper_add_heading (paper, 3, heading);
      for (guint j = 0; lines[j] != NULL; j++)
        if (*lines[j] != '\0')
          nb_paper_add_paragraph (paper, lines[j]);
    }
}

static void
add_reading (NbPaper *paper, NbReading *reading)
{
  NbReport *report = nb_reading_get_report (reading);
  g_autofree char *name = nb_report_dup_name (report);
  const char *title = nb_report_get_title (report);

  nb_paper_add_heading (paper, 1, title != NULL ? title : name);
  add_facts (paper, report);
  nb_paper_add_heading (paper, 2, _ ("Findings"));
  add_findings (paper, nb_reading_get_findings (reading));
  nb_paper_add_heading (paper, 2, _ ("Tables"));
  add_tables (paper, report);
  nb_paper_add_heading (paper, 2, _ ("Text"));
  add_sections (paper, nb_report_get_sections (report));
}

/* What the numbers look like: the main charts, where they have anything to show. */
static void
add_charts (NbPaper *paper, GPtrArray *readings)
{
  static const char *const ids[] = { "applications", "outcomes", "dispositions" };
  static const double heights[] = { 440, 0, 0 }; /* 0: as high as it needs */
  const NbChartOptions all = { 0 };
  gboolean is_first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      /* Nothing to draw, or too many organs for one picture: the tables say it all. */
      g_autoptr (NbChart) chart = nb_chart_new (ids[i], readings, &all, NULL);

      if (chart == NULL || nb_chart_is_empty (chart))
        continue;
      if (is_first)
        nb_paper_add_heading (paper, 1, _ ("Charts"));
      is_first = FALSE;
      nb_paper_add_picture (paper,
                            nb_chart_draw (chart, &nb_chart_theme_light, CHART_WIDTH, heights[i]));
    }
}

/**
 * nb_report_dup_paper:
 * @readings: (element-type NbReading): reports
 *
 * Returns: (transfer full): them for people, in the user's language
 */
NbPaper *
nb_report_dup_paper (GPtrArray *readings)
{
  g_autofree char *name = NULL;
  NbPaper *paper;

  if (readings->len == 1)
    name = nb_report_dup_name (nb_reading_get_report (readings->pdata[0]));
  else
    name = g_strdup_printf (ngettext ("%u annual report", "%u annual reports", readings->len),
                            readings->len);
  paper = nb_paper_new (name);
  for (guint i = 0; i < readings->len; i++)
    add_reading (paper, readings->pdata[i]);
  add_charts (paper, readings);
  return paper;
}

/**
 * nb_report_dup_table_paper:
 * @report: a report
 * @table: a table of its form
 *
 * Returns: (transfer full): that table alone, for people, with where it comes from
 */
NbPaper *
nb_report_dup_table_paper (NbReport *report, const NbFormTable *table)
{
  g_autofree char *name = nb_report_dup_name (report);
  NbPaper *paper = nb_paper_new (name);

  nb_paper_add_heading (paper, 1, name);
  nb_paper_add_heading (paper, 3, nb_label_pick (table->label_zh, table->label_en));
  add_table (paper, report, table);
  add_facts (paper, report);
  return paper;
}
