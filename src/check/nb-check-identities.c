/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Puts the identities of its form to one report, and folds what is only the consequence of a fault under
 * the finding that tells it (DOMAIN §4.1.2). Any thread; the report is only read.
 */

#include "nb-check-private.h"

#include <string.h>

#define EQUATION(equations, i) (&g_array_index (equations, NbEquation, i))

static gboolean
fails (const NbEquation *equation)
{
  return equation->verdict == NB_VERDICT_FAIL;
}

static gboolean
is_failing_row (const NbEquation *equation)
{
  return fails (equation) && nb_equation_is_row (equation);
}

/*
 * Whether changing one cell of a row so that its sum holds also heals every other failing equation
 * that the cell is part of. @healed takes those equations.
 */
static gboolean
repairs_more (GArray *equations, NbFigure *cell, NbDecimal value, GArray *healed)
{
  g_array_set_size (healed, 0);
  for (guint i = 0; i < equations->len; i++)
    {
      const NbEquation *equation = EQUATION (equations, i);

      if (!fails (equation) || nb_equation_is_row (equation) || !nb_equation_has (equation, cell))
        continue;
      if (!nb_equation_heals (equation, cell, value))
        return FALSE;
      g_array_append_val (healed, i);
    }
  return healed->len > 0;
}

/* DOMAIN §4.1.1: the row's sum names the row, the other sums the column, and only one cell is both. */
static void
mark_repaired (GArray *equations, guint row_index, guint *cause)
{
  g_autoptr (GArray) healed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  const NbEquation *row = EQUATION (equations, row_index);
  guint n_cells = 0;

  for (guint i = 0; i < row->terms->len; i++)
    {
      NbFigure *cell = g_array_index (row->terms, NbTerm, i).figure;
      NbDecimal value;

      if (!nb_equation_solve (row, i, &value) || !repairs_more (equations, cell, value, healed))
        continue;
      n_cells++;
      g_array_set_size (found, 0);
      g_array_append_vals (found, healed->data, healed->len);
    }
  if (n_cells != 1)
    return;
  for (guint i = 0; i < found->len; i++)
    cause[g_array_index (found, guint, i)] = row_index + 1;
}

/* Whether @equation alone of its rule does not hold: every other column is known and right. */
static gboolean
fails_alone (GArray *equations, const NbEquation *equation)
{
  for (guint i = 0; i < equations->len; i++)
    {
      const NbEquation *other = EQUATION (equations, i);

      if (other != equation && strcmp (other->identity->rule, equation->identity->rule) == 0 &&
          other->verdict != NB_VERDICT_PASS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
shares_a_term (const NbEquation *a, const NbEquation *b)
{
  for (guint i = 0; i < a->terms->len; i++)
    if (nb_equation_has (b, g_array_index (a->terms, NbTerm, i).figure))
      return TRUE;
  return FALSE;
}

/*
 * The columns are tied by the row sums: where one column alone (the total, or one kind of applicant)
 * does not come out, a row that it crosses cannot either, and that row is the fault (T3-01, exceptions).
 */
static guint
find_row_at_fault (GArray *equations, const NbEquation *equation)
{
  if (!fails_alone (equations, equation))
    return 0;
  for (guint i = 0; i < equations->len; i++)
    if (is_failing_row (EQUATION (equations, i)) &&
        shares_a_term (EQUATION (equations, i), equation))
      return i + 1;
  return 0;
}

/* For each equation the number, from 1, of the one whose fault it only shows; 0 for none. */
static guint *
find_causes (GArray *equations, GArray **joint)
{
  guint *cause = g_new0 (guint, equations->len);

  *joint = nb_joint_faults_find (equations, cause);
  if (*joint != NULL)
    return cause;
  for (guint i = 0; i < equations->len; i++)
    {
      const NbEquation *equation = EQUATION (equations, i);

      if (is_failing_row (equation))
        mark_repaired (equations, i, cause);
      else if (fails (equation) && cause[i] == 0)
        cause[i] = find_row_at_fault (equations, equation);
    }
  return cause;
}

static void
put_identity (GArray *equations, const NbIdentity *identity, const NbFigures *figures)
{
  NbEquation equation;

  nb_equation_init (&equation, identity, figures);
  g_array_append_val (equations, equation);
}

/* The sums of a row that only another form has hold where that row is printed. */
static void
put_foreign_identities (GArray *equations, const NbForm *other, const NbFigures *figures)
{
  for (guint i = 0; i < other->n_identities; i++)
    if (nb_equation_find_identity (figures->form, &other->identities[i]) == NULL)
      put_identity (equations, &other->identities[i], figures);
}

static GArray *
put_identities (const NbFigures *figures)
{
  const NbForm *form = figures->form;
  GArray *equations = g_array_sized_new (FALSE, FALSE, sizeof (NbEquation), form->n_identities);
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  g_array_set_clear_func (equations, (GDestroyNotify) nb_equation_clear);
  for (guint i = 0; i < form->n_identities; i++)
    put_identity (equations, &form->identities[i], figures);
  for (guint i = 0; i < n_forms && figures->n > form->n_metrics; i++)
    if (forms[i] != form)
      put_foreign_identities (equations, forms[i], figures);
  return equations;
}

/* T3-01 that fails though a cell of it has no number: more went out than can have come in. */
static gboolean
is_outflow (const NbEquation *equation)
{
  return strcmp (equation->identity->rule, "T3-01") == 0 &&
         equation->sides[0].n_unknown + equation->sides[1].n_unknown > 0 &&
         nb_decimal_compare (equation->sides[1].sum, equation->sides[0].sum) > 0;
}

static NbFinding *
make_finding (NbReport *report, const NbEquation *equation, gboolean all)
{
  NbFinding *finding = nb_finding_new_for_equation (report, equation);

  if (all && fails (equation) && is_outflow (equation))
    nb_finding_set_rule (finding, "T3-07");
  return finding;
}

/**
 * nb_check_run_identities:
 * @report: a report
 * @figures: its figures
 * @all: whether rules that only the whole set has may speak for an identity
 * @findings: (element-type NbFinding): takes what is found, in the order of the identities
 *
 * Checks what must add up.
 */
void
nb_check_run_identities (NbReport *report,
                         const NbFigures *figures,
                         gboolean all,
                         GPtrArray *findings)
{
  g_autoptr (GArray) equations = put_identities (figures);
  g_autoptr (GArray) joint = NULL;
  g_autofree guint *cause = find_causes (equations, &joint);
  g_autofree NbFinding **made = g_new0 (NbFinding *, equations->len);

  for (guint i = 0; i < equations->len; i++)
    {
      const NbEquation *equation = EQUATION (equations, i);

      if ((!fails (equation) && equation->verdict != NB_VERDICT_OPEN) || cause[i] != 0)
        continue;
      made[i] = make_finding (report, equation, all);
      g_ptr_array_add (findings, made[i]);
      if (!fails (equation))
        continue;
      if (joint == NULL || !nb_repair_propose_joint (made[i], equation, joint, i))
        nb_repair_propose (made[i], equations, cause, i);
    }
  for (guint i = 0; i < equations->len; i++)
    if (cause[i] != 0 && made[cause[i] - 1] != NULL)
      nb_finding_add_consequence (made[cause[i] - 1],
                                  make_finding (report, EQUATION (equations, i), all));
}

static NbTested *
need_tested (GArray *tested, const char *rule)
{
  const NbTested fresh = { .rule = rule };

  for (guint i = 0; i < tested->len; i++)
    if (strcmp (g_array_index (tested, NbTested, i).rule, rule) == 0)
      return &g_array_index (tested, NbTested, i);
  g_array_append_val (tested, fresh);
  return &g_array_index (tested, NbTested, tested->len - 1);
}

/**
 * nb_check_survey:
 * @report: a report
 *
 * Counts what came of the sums of its form, those that hold as well.
 *
 * Returns: (transfer full) (element-type NbTested): a row for each rule that something was tested by
 */
GArray *
nb_check_survey (NbReport *report)
{
  GArray *tested = g_array_new (FALSE, FALSE, sizeof (NbTested));
  g_autoptr (GArray) equations = NULL;
  NbCheck check;

  nb_check_init (&check, report);
  if (nb_report_get_form (report) != NULL)
    equations = put_identities (&check.figures);
  for (guint i = 0; equations != NULL && i < equations->len; i++)
    {
      const NbEquation *equation = EQUATION (equations, i);
      NbTested *row;

      if (equation->verdict == NB_VERDICT_NONE)
        continue;
      row = need_tested (tested, equation->identity->rule);
      row->n_passed += equation->verdict == NB_VERDICT_PASS;
      row->n_failed += equation->verdict == NB_VERDICT_FAIL;
      row->n_open += equation->verdict == NB_VERDICT_OPEN;
    }
  nb_check_clear (&check);
  return tested;
}
