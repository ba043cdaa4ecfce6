/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Puts the rules to one report. The families run in the order of DOMAIN §4.1.2, what is told of a report
 * follows the order of the rules in data/forms/rules.xml. Any thread; the report is only read.
 */

#include "nb-check-private.h"

#include <string.h>

#include "base/nb-fixed-list.h"
#include "report/nb-words.h"

typedef void (*Family) (NbCheck *check);

/* Whether the tables can be read comes first, then the sums, then what the text says of them. */
static const Family families[] = {
  nb_rules_structure_run, nb_rules_cells_run,      nb_rules_requests_run,
  nb_rules_disputes_run,  nb_rules_disclosure_run, nb_rules_appendix_run,
  nb_rules_lists_run,     nb_rules_narrative_run,  nb_rules_dates_run,
};

/* The report keeps its figures alive. */
static GPtrArray *
list_figures (NbReport *report)
{
  GListModel *model = nb_report_get_figures (report);
  guint n = g_list_model_get_n_items (model);
  GPtrArray *list = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (model, i);

      g_ptr_array_add (list, figure);
    }
  return list;
}

/* --- Figures by role --- */

/* A row of another form that the report prints instead of its own. */
static NbFigure *
find_foreign (const NbCheck *self, const char *role)
{
  for (guint i = self->form->n_metrics; i < self->figures.n; i++)
    {
      const NbMetric *metric = nb_figure_get_metric (self->figures.all[i]);

      if (metric != NULL && g_strcmp0 (metric->role, role) == 0)
        return self->figures.all[i];
    }
  return NULL;
}

/**
 * nb_check_find:
 * @self: a report under check
 * @role: role of a metric
 *
 * Returns: (transfer none) (nullable): the figure, also where it is one of another form; %NULL where
 *   there is no such metric or its row is not in the document
 */
NbFigure *
nb_check_find (const NbCheck *self, const char *role)
{
  const NbMetric *metric = nb_form_find_role (self->form, role);
  NbFigure *figure = metric != NULL && metric->index < self->figures.n
                         ? self->figures.all[metric->index]
                         : NULL;

  if (figure == NULL || nb_figure_get_known_state (figure) == NB_STATE_MISSING)
    figure = find_foreign (self, role);
  return figure;
}

static void
add_to_sum (NbSum *sum, NbFigure *figure)
{
  NbDecimal value;

  if (sum->n_figures < NB_SUM_MOST)
    sum->figures[sum->n_figures++] = figure;
  if (nb_figure_get_known (figure, &value) && nb_decimal_add (sum->value, value, &sum->value))
    sum->n_known++;
  else
    sum->n_unknown++;
}

/**
 * nb_check_sum:
 * @self: a report under check
 * @role: role of a metric or of a derived one
 * @sum: (out): what it comes to
 *
 * Returns: whether the form has it and every figure of it is a number
 */
gboolean
nb_check_sum (const NbCheck *self, const char *role, NbSum *sum)
{
  const NbDerived *derived = nb_form_find_derived_role (self->form, role);
  NbFigure *figure = nb_check_find (self, role);

  memset (sum, 0, sizeof *sum);
  if (figure != NULL)
    add_to_sum (sum, figure);
  for (guint i = 0; figure == NULL && derived != NULL && derived->terms[i] != NULL; i++)
    if (derived->terms[i]->index < self->figures.n)
      add_to_sum (sum, self->figures.all[derived->terms[i]->index]);
  return sum->n_known > 0 && sum->n_unknown == 0;
}

/**
 * nb_check_number:
 * @self: a report under check
 * @role: role of a metric or of a derived one
 * @value: (out): its value
 *
 * Returns: whether it is known
 */
gboolean
nb_check_number (const NbCheck *self, const char *role, NbDecimal *value)
{
  NbSum sum;

  if (!nb_check_sum (self, role, &sum))
    return FALSE;
  *value = sum.value;
  return TRUE;
}

/* As nb_check_number(), for a whole number. */
gboolean
nb_check_count (const NbCheck *self, const char *role, gint64 *count)
{
  NbDecimal value;

  if (!nb_check_number (self, role, &value) || value.scale != 0)
    return FALSE;
  *count = value.unscaled;
  return TRUE;
}

/* --- Findings --- */

/**
 * nb_check_add:
 * @self: a report under check
 * @rule: id of a rule
 *
 * Returns: (transfer none): a new finding of the report, to be filled in
 */
NbFinding *
nb_check_add (NbCheck *self, const char *rule)
{
  NbFinding *finding = nb_finding_new (self->report, rule);

  g_ptr_array_add (self->findings, finding);
  return finding;
}

void
nb_check_add_sum_terms (NbFinding *finding, const NbSum *sum, gboolean right)
{
  for (guint i = 0; i < sum->n_figures; i++)
    nb_finding_add_term (finding, sum->figures[i], right);
}

/* The label of a cell as a word of the message. */
void
nb_check_add_label (NbFinding *finding, NbFigure *figure)
{
  const NbMetric *metric = nb_figure_get_metric (figure);

  if (metric != NULL)
    nb_finding_add_word (finding, metric->label_zh, metric->label_en);
  else
    nb_finding_add_text (finding, nb_figure_get_label (figure));
}

/* "16 < 20" */
char *
nb_check_relation (NbDecimal left, const char *sign, NbDecimal right)
{
  g_autofree char *a = nb_decimal_to_string (left);
  g_autofree char *b = nb_decimal_to_string (right);

  return g_strdup_printf ("%s %s %s", a, sign, b);
}

/* "3 > 0 ⇒ 0 > 0": something of one needs something of the other. */
char *
nb_check_needed (NbDecimal value, const char *arrow, NbDecimal needed)
{
  g_autofree char *a = nb_decimal_to_string (value);
  g_autofree char *b = nb_decimal_to_string (needed);

  return g_strdup_printf ("%s > 0 %s %s > 0", a, arrow, b);
}

/* --- Text --- */

/**
 * nb_check_find_section:
 * @self: a report under check
 * @key: key of a section
 *
 * Returns: (transfer none) (nullable): the section
 */
NbSection *
nb_check_find_section (const NbCheck *self, const char *key)
{
  GListModel *sections = nb_report_get_sections (self->report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      if (g_strcmp0 (nb_section_get_key (section), key) == 0)
        return section; /* the model keeps it */
    }
  return NULL;
}

/**
 * nb_check_says:
 * @self: a report under check
 * @key: (nullable): key of a section, %NULL for the whole text
 * @role: role of a list of words
 *
 * Returns: whether one of the words stands in the text
 */
gboolean
nb_check_says (const NbCheck *self, const char *key, const char *role)
{
  for (guint i = 0; i < self->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (self->prose, i);

      if ((key == NULL || g_strcmp0 (sentence->section, key) == 0) &&
          nb_words_has (role, sentence->text, sentence->length))
        return TRUE;
    }
  return FALSE;
}

/* --- The check --- */

static guint
rank (NbFinding *finding)
{
  guint n;
  const NbRule *rules = nb_rules_get (&n);

  return (guint) (nb_finding_get_rule_info (finding) - rules);
}

/* Those of one rule keep the order in which they were found. */
static int
compare_findings (gconstpointer a, gconstpointer b)
{
  NbFinding *const *one = a, *const *two = b;
  guint first = rank (*one), second = rank (*two);

  return first < second ? -1 : first > second;
}

/**
 * nb_check_init:
 * @self: (out caller-allocates): a report under check
 * @report: the report, which must outlive it
 *
 * Gets at the figures of @report. Where no table was recognised, the form is that of its year.
 */
void
nb_check_init (NbCheck *self, NbReport *report)
{
  const NbForm *form = nb_report_get_form (report);

  memset (self, 0, sizeof *self);
  self->report = report;
  self->year = nb_report_get_year (report);
  self->form = form != NULL ? form : nb_forms_for_year (self->year);
  self->list = list_figures (report);
  self->figures = (NbFigures){ self->form, (NbFigure **) self->list->pdata, self->list->len };
}

void
nb_check_clear (NbCheck *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->prose, nb_prose_free);
}

static void
run_all (NbCheck *check)
{
  check->prose = nb_prose_new (check->report);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    families[i](check);
  g_ptr_array_sort (check->findings, compare_findings);
}

/* --- Pages that are aslant --- */

/* What says that something is lacking, or stands in a cell. */
static gboolean
is_of_place (NbFinding *finding)
{
  static const char *const rules[] = { "S-01",  "S-02",  "S-03",  "S-04",  "S-05",  "S-06",  "S-08",
                                       "S-10",  "T2-01", "T3-04", "T3-06", "T4-02", "F1-14", NULL };

  return g_strv_contains (rules, nb_finding_get_rule (finding));
}

/* Of such pages it is not known whether what is not found in its place is lacking in the report or lost in reading. */
static void
leave_open (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      NbFinding *finding = findings->pdata[i];

      if (is_of_place (finding))
        nb_finding_set_open (finding);
      leave_open (nb_finding_get_consequences (finding));
    }
}

/* --- Forms that are filled in by hand --- */

/* Whether the document itself leaves every cell blank. */
static gboolean
holds_nothing (NbReport *report)
{
  GListModel *figures = nb_report_get_figures (report);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      if (nb_figure_get_state (figure) != NB_STATE_BLANK)
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_check_is_form:
 * @report: a report
 *
 * Returns: whether it is a form of ours that is filled in by hand: tables and headings, no words, and no number but those
 *   keyed in. A page that only says so is checked as any other.
 */
gboolean
nb_check_is_form (NbReport *report)
{
  guint n_metas;
  const NbMeta *metas = nb_document_get_metas (nb_report_get_document (report), &n_metas);

  for (guint i = 0; i < n_metas; i++)
    if (strcmp (metas[i].name, NB_CHECK_FORM_META) == 0)
      return holds_nothing (report);
  return FALSE;
}

/* What only says that cells are not typed yet, or that there are no words around the tables. */
static gboolean
is_of_unfilled (NbFinding *finding)
{
  static const char *const rules[] = { "CELL-01", "S-03",  "S-04",  "S-06",  "S-08",
                                       "T3-08",   "T3-11", "T3-12", "T4-05", NULL };

  return nb_finding_get_status (finding) == NB_STATUS_OPEN ||
         g_strv_contains (rules, nb_finding_get_rule (finding));
}

static void
drop_unfilled (GPtrArray *findings)
{
  for (guint i = findings->len; i-- > 0;)
    if (is_of_unfilled (findings->pdata[i]))
      g_ptr_array_remove_index (findings, i);
}

/**
 * nb_check_report:
 * @report: a report
 * @set: which rules
 *
 * Checks @report alone. Where no table was recognised, the form of its year says what it lacks; of pages that are aslant
 * that is left open. Tables of another year
 * are put to the identities alone, since the words around them are about another year. Of a form that is filled in by hand
 * nothing is told that only says what is not typed yet. Runs on any thread.
 *
 * Returns: (transfer full) (element-type NbFinding): the findings in the order of the rules
 */
GListModel *
nb_check_report (NbReport *report, NbCheckSet set)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  NbCheck check;

  g_return_val_if_fail (NB_IS_REPORT (report), NULL);

  if (nb_report_is_reprint (report))
    set = NB_CHECK_IDENTITIES;
  nb_check_init (&check, report);
  check.findings = findings;
  if (nb_report_get_form (report) != NULL)
    nb_check_run_identities (report, &check.figures, set == NB_CHECK_ALL, findings);
  if (set == NB_CHECK_ALL && check.form != NULL)
    run_all (&check);
  if (nb_report_has_flag (report, NB_PIECE_SLANTED))
    leave_open (findings);
  if (nb_check_is_form (report))
    drop_unfilled (findings);
  nb_check_clear (&check);
  return nb_fixed_list_new (NB_TYPE_FINDING, g_steal_pointer (&findings));
}
