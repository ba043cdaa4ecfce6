/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The check sheet for people: of one report facts, counts, a row for each finding with relation, proposal
 * and review, what was tested and holds, and room to sign; of many an overview, organ by rule, and then the
 * sheets of those with findings. Any thread.
 */

#include "nb-check-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-limits.h"
#include "check/nb-check.h"
#include "check/nb-relation.h"
#include "form/nb-label.h"
#include "nb-export.h"
#include "nb-names.h"

/* Characters of a sentence that are quoted. */
#define LONGEST_WORDS 80

/* Characters of a relation that are shown; of a longer one the sentence says what matters. */
#define LONGEST_RELATION 60
/* Rules beside each other on a page. */
#define RULES_ACROSS 10

/* --- What is shared with the spreadsheet --- */

static gboolean
is_failing (NbFinding *finding)
{
  return nb_finding_get_status (finding) == NB_STATUS_FAIL;
}

/**
 * nb_sheet_count:
 * @reading: a report
 * @counts: (out caller-allocates): what was found in it
 */
void
nb_sheet_count (NbReading *reading, NbSheetCounts *counts)
{
  GListModel *findings = nb_reading_get_findings (reading);

  *counts = (NbSheetCounts){ { 0 } };
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (!is_failing (finding))
        {
          counts->n_open++;
          continue;
        }
      counts->n_failed++;
      counts->n_of[nb_finding_get_severity (finding)]++;
      counts->n_reviewed += nb_reading_get_review (reading, finding) != NULL;
    }
}

/**
 * nb_sheet_count_rule:
 * @reading: a report
 * @rule: a rule
 *
 * Returns: how often it fails
 */
guint
nb_sheet_count_rule (NbReading *reading, const NbRule *rule)
{
  GListModel *findings = nb_reading_get_findings (reading);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      n += is_failing (finding) && nb_finding_get_rule_info (finding) == rule;
    }
  return n;
}

/**
 * nb_sheet_list_rules:
 * @readings: (element-type NbReading): reports
 *
 * Returns: (transfer full) (element-type NbRule): rules that fail somewhere, in the order of the rules
 */
GPtrArray *
nb_sheet_list_rules (GPtrArray *readings)
{
  GPtrArray *listed = g_ptr_array_new ();
  guint n_rules;
  const NbRule *rules = nb_rules_get (&n_rules);
  g_autofree gboolean *fails = g_new0 (gboolean, n_rules);

  for (guint i = 0; i < readings->len; i++)
    {
      GListModel *findings = nb_reading_get_findings (readings->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          if (is_failing (finding))
            fails[nb_finding_get_rule_info (finding) - rules] = TRUE;
        }
    }
  for (guint i = 0; i < n_rules; i++)
    if (fails[i])
      g_ptr_array_add (listed, (gpointer) &rules[i]);
  return listed;
}

/**
 * nb_sheet_dup_place:
 * @finding: a finding
 *
 * Returns: (transfer full): table and cell, or the section, that it is about; empty for several tables or the whole
 *   report
 */
char *
nb_sheet_dup_place (NbFinding *finding)
{
  guint n_terms;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  /* Of a relation it is the cell on its right; of several cells that are only listed it is none. */
  NbFigure *figure = n_terms == 1 || (n_terms > 1 && terms[n_terms - 1].right)
                         ? terms[n_terms - 1].figure
                         : NULL;
  const NbMetric *metric = figure != NULL ? nb_figure_get_metric (figure) : NULL;
  g_autofree char *place = nb_finding_dup_place (finding);

  if (metric != NULL && *place != '\0')
    /* Translators: a table, a cell of it */
    return g_strdup_printf (_ ("%s: %s"), place,
                            nb_label_pick (metric->label_zh, metric->label_en));
  if (figure != NULL && metric == NULL)
    return g_strdup (nb_figure_get_label (figure));
  return g_steal_pointer (&place);
}

/**
 * nb_sheet_dup_proposal:
 * @finding: a finding
 *
 * Returns: (transfer full): the proposals, the likeliest first; empty where there is none
 */
char *
nb_sheet_dup_proposal (NbFinding *finding)
{
  GString *text = g_string_new (NULL);
  guint n_repairs;
  const NbRepair *repairs = nb_finding_get_repairs (finding, &n_repairs);

  for (guint i = 0; i < n_repairs; i++)
    {
      g_autofree char *before = nb_decimal_to_string (repairs[i].old_value);
      g_autofree char *after = nb_decimal_to_string (repairs[i].new_value);
      const NbMetric *metric = nb_figure_get_metric (repairs[i].figure);
      const char *label = metric != NULL ? nb_label_pick (metric->label_zh, metric->label_en)
                                         : nb_figure_get_label (repairs[i].figure);

      /* Translators: between proposals */
      g_string_append_printf (text, "%s%s → %s", i > 0 ? _ ("; ") : "", before, after);
      if (n_repairs > 1)
        /* Translators: a cell, behind a proposal */
        g_string_append_printf (text, _ (" (%s)"), label);
      else if (repairs[i].why != NULL)
        g_string_append_printf (text, _ (". %s"), _ (repairs[i].why));
    }
  return g_string_free (text, FALSE);
}

/**
 * nb_sheet_dup_review:
 * @reading: a report
 * @finding: one of its findings
 *
 * Returns: (transfer full): what was decided on it, empty for nothing
 */
char *
nb_sheet_dup_review (NbReading *reading, NbFinding *finding)
{
  const NbReview *review = nb_reading_get_review (reading, finding);

  return review != NULL ? nb_review_dup_text (review) : g_strdup ("");
}

/* --- One report --- */

static void
add_facts_row (NbPaper *paper,
               const char *name,
               const char *value,
               const char *name2,
               const char *value2)
{
  nb_paper_begin_row (paper);
  nb_paper_add_cell (paper, name, NB_CELL_STRONG);
  nb_paper_add_cell (paper, value != NULL ? value : "", NB_CELL_PLAIN);
  nb_paper_add_cell (paper, name2, NB_CELL_STRONG);
  nb_paper_add_cell (paper, value2 != NULL ? value2 : "", NB_CELL_PLAIN);
}

static char *
dup_read (NbReport *report)
{
  guint n_of[NB_STATE_UNREADABLE + 1] = { 0 };
  GListModel *figures = nb_report_get_figures (report);
  guint n = g_list_model_get_n_items (figures);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      n_of[nb_figure_get_state (figure)]++;
    }
  /* Translators: how many cells a report has, and what stands in them. */
  return g_strdup_printf (_ ("%u cells: %u numbers, %u blank or filled with a sign, %u unreadable, "
                             "%u missing"),
                          n, n_of[NB_STATE_NUMBER] + n_of[NB_STATE_ZERO],
                          n_of[NB_STATE_BLANK] + n_of[NB_STATE_PLACEHOLDER],
                          n_of[NB_STATE_UNREADABLE], n_of[NB_STATE_MISSING]);
}

static void
add_facts (NbPaper *paper, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const NbForm *form = nb_report_get_form (report);
  guint year = nb_report_get_year (report);
  const char *organ = nb_report_get_organ (report);
  const char *published = nb_report_get_published (report);
  g_autofree char *uri = g_filename_display_name (nb_source_get_uri (source));
  g_autofree char *read = dup_read (report);
  g_autofree char *form_text = form != NULL ? g_strdup_printf (_ ("%s form"), form->id)
                                            : g_strdup (_ ("not recognised"));
  g_autofree char *year_text = year > 0 ? g_strdup_printf ("%u · %s", year, form_text)
                                        : g_strdup (form_text);

  nb_paper_begin_table (paper);
  for (guint i = 0; i < 4; i++)
    nb_paper_add_column (paper, NULL, FALSE);
  add_facts_row (paper, _ ("Organ"), organ != NULL ? organ : _ ("not found"), _ ("Year, form"),
                 year_text);
  add_facts_row (paper, published != NULL ? _ ("Published") : _ ("Signed"),
                 published != NULL ? published : nb_report_get_signed (report), _ ("Read"), read);
  add_facts_row (paper, _ ("Source"), uri, "SHA-256", nb_source_get_sha256 (source));
}

static void
add_counts (NbPaper *paper, const NbSheetCounts *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (counts->n_of); i++)
    if (counts->n_of[i] > 0)
      g_string_append_printf (text, "%s %u · ", nb_name_severity ((NbSeverity) i), counts->n_of[i]);
  g_string_append_printf (text,
                          ngettext ("%u finding in all", "%u findings in all", counts->n_failed),
                          counts->n_failed);
  if (counts->n_reviewed > 0)
    {
      g_autofree char *reviewed = g_strdup_printf (_ ("%u of them reviewed"), counts->n_reviewed);

      g_string_append_printf (text, ", %s", reviewed);
    }
  nb_paper_add_paragraph (paper, text->str);
}

static char *
dup_relation (NbFinding *finding)
{
  const char *relation = nb_finding_get_relation (finding);

  if (*relation != '\0' && g_utf8_strlen (relation, -1) <= LONGEST_RELATION)
    return g_strdup (relation);
  return nb_finding_dup_message (finding);
}

/* Whether the relation says what the parts make: the sentence would say it again. */
static gboolean
tells_sum (NbFinding *finding)
{
  g_autoptr (GArray) parts = nb_finding_list_parts (finding);

  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, NbRelationPart, i).kind == NB_RELATION_SUM)
      return TRUE;
  return FALSE;
}

/* What is wrong, and the words that it is wrong in: on paper nobody can choose the finding to see them. */
static void
append_sentence (GString *text, NbFinding *finding)
{
  g_autofree char *message = nb_finding_dup_message (finding);
  guint n_quotes;
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
  gboolean whole;

  if (!tells_sum (finding) && strstr (text->str, message) == NULL)
    /* Translators: a sentence, behind another */
    g_string_append_printf (text, _ (". %s"), message);
  if (n_quotes > 0)
    {
      g_autofree char *words = nb_quote_dup_words (&quotes[0], nb_finding_get_report (finding),
                                                   LONGEST_WORDS, &whole);

      g_string_append_printf (text, " “%s%s”", words, whole ? "" : "…");
    }
}

/* What follows from it and does not hold either, with its numbers; of what only cannot be decided, where that is. */
static void
append_consequence (GString *text, NbFinding *finding, gboolean is_first)
{
  const char *where = nb_finding_get_where (finding);
  g_autofree char *relation = dup_relation (finding);

  g_string_append_printf (text, "%s %s", is_first ? "" : " ·", nb_finding_get_rule (finding));
  if (nb_finding_get_status (finding) == NB_STATUS_FAIL)
    g_string_append_printf (text, " %s", relation);
  else if (where != NULL)
    g_string_append_printf (text, " %s", where);
}

static void
append_consequences (GString *text, GPtrArray *consequences)
{
  guint n = MIN (consequences->len, NB_MOST_CONSEQUENCES);

  if (n > 0)
    g_string_append_printf (text, " · %s", _ ("follows from it:"));
  for (guint i = 0; i < n; i++)
    append_consequence (text, consequences->pdata[i], i == 0);
  if (consequences->len > n)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("and %u more"), consequences->len - n);
    }
}

static char *
dup_statement (NbFinding *finding)
{
  g_autofree char *title = nb_finding_dup_title (finding);
  g_autofree char *relation = dup_relation (finding);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s (%s)", title, nb_finding_get_rule (finding));
  if (!g_str_equal (relation, title))
    g_string_append_printf (text, ": %s", relation);
  append_sentence (text, finding);
  append_consequences (text, nb_finding_get_consequences (finding));
  return g_string_free (text, FALSE);
}

static void
add_finding (NbPaper *paper, NbReading *reading, NbFinding *finding, guint number)
{
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *place = nb_sheet_dup_place (finding);
  g_autofree char *statement = dup_statement (finding);
  g_autofree char *proposal = nb_sheet_dup_proposal (finding);
  g_autofree char *review = nb_sheet_dup_review (reading, finding);

  nb_paper_begin_row (paper);
  nb_paper_add_cell (paper, count, NB_CELL_PLAIN);
  nb_paper_add_cell (paper, nb_name_severity (nb_finding_get_severity (finding)),
                     nb_finding_get_severity (finding) <= NB_SEVERITY_LAW ? NB_CELL_STRONG
                                                                          : NB_CELL_PLAIN);
  nb_paper_add_cell (paper, place, NB_CELL_PLAIN);
  nb_paper_add_cell (paper, statement, NB_CELL_PLAIN);
  nb_paper_add_cell (paper, proposal, NB_CELL_PLAIN);
  nb_paper_add_cell (paper, review, NB_CELL_PLAIN);
}

static void
add_findings (NbPaper *paper, NbReading *reading)
{
  const char *const heads[] = { _ ("No."),      _ ("Severity"),
                                _ ("Place"),    _ ("Finding and relation"),
                                _ ("Proposal"), _ ("Review") };
  GListModel *findings = nb_reading_get_findings (reading);
  guint number = 0;

  nb_paper_begin_table (paper);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    nb_paper_add_column (paper, heads[i], FALSE);
  for (guint severity = 0; severity <= NB_SEVERITY_INFO; severity++)
    for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
      {
        g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

        if (is_failing (finding) && nb_finding_get_severity (finding) == severity)
          add_finding (paper, reading, finding, ++number);
      }
}

static void
append_tested (GString *text, const char *rule, guint n)
{
  g_string_append_printf (text, "%s%s (%u)", text->len > 0 ? ", " : "", rule, n);
}

/* What was tested and holds, and what could not be decided: a sheet without findings says something too. */
static void
add_tested (NbPaper *paper, NbReport *report)
{
  g_autoptr (GArray) tested = nb_check_survey (report);
  g_autoptr (GString) passed = g_string_new (NULL);
  g_autoptr (GString) open = g_string_new (NULL);

  for (guint i = 0; i < tested->len; i++)
    {
      const NbTested *row = &g_array_index (tested, NbTested, i);

      if (row->n_passed > 0)
        append_tested (passed, row->rule, row->n_passed);
      if (row->n_open > 0)
        append_tested (open, row->rule, row->n_open);
    }
  if (passed->len > 0)
    {
      /* Translators: rules, each with the number of rows or columns that it holds in. */
      g_autofree char *text = g_strdup_printf (_ ("Relations that hold: %s."), passed->str);

      nb_paper_add_paragraph (paper, text);
    }
  if (open->len > 0)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("Cannot be decided, since cells are blank, hold a sign or cannot be read: %s."),
          open->str);

      nb_paper_add_paragraph (paper, text);
    }
}

static void
add_sheet (NbPaper *paper, NbReading *reading)
{
  NbReport *report = nb_reading_get_report (reading);
  NbSheetCounts counts;

  nb_paper_add_heading (paper, 1, _ ("Check Sheet of an Annual Report"));
  add_facts (paper, report);
  nb_sheet_count (reading, &counts);
  if (counts.n_failed == 0)
    nb_paper_add_paragraph (paper, _ ("No findings."));
  else
    {
      add_counts (paper, &counts);
      add_findings (paper, reading);
    }
  add_tested (paper, report);
  nb_paper_add_paragraph (paper, _ ("Proposals are for checking only; the report is not changed."));
  nb_paper_add_paragraph (paper, "");
  /* Translators: foot of a sheet of paper that is signed by hand. */
  nb_paper_add_paragraph (paper, _ ("Checked by: ____________________   Reviewed by: "
                                    "____________________   Date: ______________"));
}

/* --- Many reports --- */

static void
begin_report_row (NbPaper *paper, NbReading *reading)
{
  NbReport *report = nb_reading_get_report (reading);
  const char *organ = nb_report_get_organ (report);
  guint year = nb_report_get_year (report);
  g_autofree char *text = year > 0 ? g_strdup_printf ("%u", year) : g_strdup ("");

  nb_paper_begin_row (paper);
  nb_paper_add_cell (paper, organ != NULL ? organ : _ ("unknown organ"), NB_CELL_PLAIN);
  nb_paper_add_cell (paper, text, NB_CELL_PLAIN);
}

static void
add_count_cell (NbPaper *paper, guint n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  nb_paper_add_cell (paper, text, NB_CELL_PLAIN);
}

static void
begin_report_table (NbPaper *paper)
{
  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, _ ("Organ"), FALSE);
  nb_paper_add_column (paper, _ ("Year"), TRUE);
}

static void
add_severities (NbPaper *paper, GPtrArray *readings)
{
  begin_report_table (paper);
  for (guint i = 0; i <= NB_SEVERITY_INFO; i++)
    nb_paper_add_column (paper, nb_name_severity ((NbSeverity) i), TRUE);
  nb_paper_add_column (paper, _ ("undecided"), TRUE);
  nb_paper_add_column (paper, _ ("reviewed"), TRUE);
  for (guint i = 0; i < readings->len; i++)
    {
      NbSheetCounts counts;

      nb_sheet_count (readings->pdata[i], &counts);
      begin_report_row (paper, readings->pdata[i]);
      for (guint j = 0; j <= NB_SEVERITY_INFO; j++)
        add_count_cell (paper, counts.n_of[j]);
      add_count_cell (paper, counts.n_open);
      add_count_cell (paper, counts.n_reviewed);
    }
}

/* Rules [first, first + n) across, the reports that fail one of them down. */
static void
add_matrix (NbPaper *paper, GPtrArray *readings, GPtrArray *rules, guint first)
{
  guint end = MIN (first + RULES_ACROSS, rules->len);

  begin_report_table (paper);
  for (guint i = first; i < end; i++)
    nb_paper_add_column (paper, ((const NbRule *) rules->pdata[i])->id, TRUE);
  for (guint i = 0; i < readings->len; i++)
    {
      guint n_of[RULES_ACROSS] = { 0 }, n = 0;

      for (guint j = first; j < end; j++)
        n += n_of[j - first] = nb_sheet_count_rule (readings->pdata[i], rules->pdata[j]);
      if (n == 0)
        continue;
      begin_report_row (paper, readings->pdata[i]);
      for (guint j = first; j < end; j++)
        add_count_cell (paper, n_of[j - first]);
    }
}

static void
add_rules (NbPaper *paper, GPtrArray *readings, GPtrArray *rules)
{
  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, _ ("Rule"), FALSE);
  nb_paper_add_column (paper, _ ("Finding"), FALSE);
  nb_paper_add_column (paper, _ ("Reports"), TRUE);
  for (guint i = 0; i < rules->len; i++)
    {
      const NbRule *rule = rules->pdata[i];
      guint n = 0;

      for (guint j = 0; j < readings->len; j++)
        n += nb_sheet_count_rule (readings->pdata[j], rule) > 0;
      nb_paper_begin_row (paper);
      nb_paper_add_cell (paper, rule->id, NB_CELL_PLAIN);
      nb_paper_add_cell (paper, nb_label_pick (rule->title_zh, rule->title_en), NB_CELL_PLAIN);
      add_count_cell (paper, n);
    }
}

static void
add_overview (NbPaper *paper, GPtrArray *readings)
{
  g_autoptr (GPtrArray) rules = nb_sheet_list_rules (readings);

  nb_paper_add_heading (paper, 1, paper->title);
  add_severities (paper, readings);
  if (rules->len == 0)
    return;
  nb_paper_add_heading (paper, 2, _ ("By Rule"));
  for (guint i = 0; i < rules->len; i += RULES_ACROSS)
    add_matrix (paper, readings, rules, i);
  nb_paper_add_heading (paper, 2, _ ("What the Rules Say"));
  add_rules (paper, readings, rules);
}

static void
add_sheets (NbPaper *paper, GPtrArray *readings)
{
  guint n = 0;

  for (guint i = 0; i < readings->len; i++)
    {
      NbSheetCounts counts;

      nb_sheet_count (readings->pdata[i], &counts);
      if (counts.n_failed > 0 && n++ < NB_LIMIT_CHECK_SHEETS)
        add_sheet (paper, readings->pdata[i]);
    }
  if (n > NB_LIMIT_CHECK_SHEETS)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("%u reports have findings; the first %u have a sheet here."), n,
          (guint) NB_LIMIT_CHECK_SHEETS);

      nb_paper_add_notice (paper, text);
    }
}

/**
 * nb_check_sheet_dup_paper:
 * @readings: (element-type NbReading): reports with all their findings, and with the reviews of these
 *
 * Returns: (transfer full): the check sheet, in the user's language
 */
NbPaper *
nb_check_sheet_dup_paper (GPtrArray *readings)
{
  g_autofree char *title = NULL;
  NbPaper *paper;

  g_return_val_if_fail (readings != NULL, NULL);

  if (readings->len == 1)
    {
      g_autofree char *name = nb_report_dup_name (nb_reading_get_report (readings->pdata[0]));

      title = g_strdup_printf (_ ("Check sheet: %s"), name);
      paper = nb_paper_new (title);
      add_sheet (paper, readings->pdata[0]);
      return paper;
    }
  title = g_strdup_printf (ngettext ("Check Sheet of %u Annual Report",
                                     "Check Sheet of %u Annual Reports", readings->len),
                           readings->len);
  paper = nb_paper_new (title);
  add_overview (paper, readings);
  add_sheets (paper, readings);
  return paper;
}
