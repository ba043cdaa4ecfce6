/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Puts the identities of its form to one report, and leaves out what is only the consequence of a
 * fault that is reported already (DOMAIN §4.1.2). Any thread; the report is only read.
 */

#include "nb-finding-private.h"

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
mark_repaired (GArray *equations, const NbEquation *row, gboolean *consequence)
{
  g_autoptr (GArray) healed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
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
    consequence[g_array_index (found, guint, i)] = TRUE;
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
static gboolean
is_row_fault (GArray *equations, const NbEquation *equation)
{
  if (!fails_alone (equations, equation))
    return FALSE;
  for (guint i = 0; i < equations->len; i++)
    if (is_failing_row (EQUATION (equations, i)) &&
        shares_a_term (EQUATION (equations, i), equation))
      return TRUE;
  return FALSE;
}

static void
mark_consequences (GArray *equations, gboolean *consequence)
{
  for (guint i = 0; i < equations->len; i++)
    {
      const NbEquation *equation = EQUATION (equations, i);

      if (is_failing_row (equation))
        mark_repaired (equations, equation, consequence);
      else if (fails (equation) && is_row_fault (equations, equation))
        consequence[i] = TRUE;
    }
}

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

/**
 * nb_check_report:
 * @report: a report
 *
 * Checks @report alone: the identities of the form that it was recognised as. A report without a form
 * yields nothing. Runs on any thread.
 *
 * Returns: (transfer full) (element-type NbFinding): the findings in the order of the form's identities
 */
GListModel *
nb_check_report (NbReport *report)
{
  GListStore *findings = g_list_store_new (NB_TYPE_FINDING);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) equations = NULL;
  g_autofree gboolean *consequence = NULL;
  const NbForm *form;
  NbFigures figures;

  g_return_val_if_fail (NB_IS_REPORT (report), NULL);

  form = nb_report_get_form (report);
  if (form == NULL || form->n_identities == 0)
    return G_LIST_MODEL (findings);

  list = list_figures (report);
  figures = (NbFigures){ form, (NbFigure **) list->pdata, list->len };
  equations = put_identities (&figures);
  consequence = g_new0 (gboolean, equations->len);
  mark_consequences (equations, consequence);
  for (guint i = 0; i < equations->len; i++)
    {
      const NbEquation *equation = EQUATION (equations, i);

      if ((fails (equation) || equation->verdict == NB_VERDICT_OPEN) && !consequence[i])
        {
          g_autoptr (NbFinding) finding = nb_finding_new_for_equation (report, equation);

          g_list_store_append (findings, finding);
        }
    }
  return G_LIST_MODEL (findings);
}
