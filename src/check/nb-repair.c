/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The one-cell repair of DOMAIN §4.1.1: where changing a single cell makes every violated sum hold and
 * breaks none, that cell is proposed. In table 3 a row and a column cross in one cell, so that there is
 * one candidate at most; where a number stands in one sum only, every term of it is one. Proposals only.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define EQUATION(equations, i) (&g_array_index (equations, NbEquation, i))

/* Whether @figure with @value heals every sum of the fault, and breaks no other one. */
static gboolean
explains_all (GArray *equations, const guint *cause, guint fault, NbFigure *figure, NbDecimal value)
{
  for (guint i = 0; i < equations->len; i++)
    {
      const NbEquation *equation = EQUATION (equations, i);
      gboolean of_fault = i == fault || cause[i] == fault + 1;

      if (of_fault && !nb_equation_heals (equation, figure, value))
        return FALSE;
      if (nb_equation_has (equation, figure) &&
          nb_equation_judge_with (equation, figure, value) == NB_VERDICT_FAIL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_transposed (const char *a, const char *b)
{
  gsize n = strlen (a), i = 0;

  if (n != strlen (b))
    return FALSE;
  while (i < n && a[i] == b[i])
    i++;
  return i + 1 < n && a[i] == b[i + 1] && a[i + 1] == b[i] && strcmp (a + i + 2, b + i + 2) == 0;
}

/* Whether @shorter is @longer without one of its digits. */
static gboolean
is_digit_less (const char *longer, const char *shorter)
{
  gsize n = strlen (shorter), i = 0;

  if (strlen (longer) != n + 1)
    return FALSE;
  while (i < n && longer[i] == shorter[i])
    i++;
  return strcmp (longer + i + 1, shorter + i) == 0;
}

/* Whether a term beside it in print has the value already: a number copied into the wrong cell. */
static gboolean
is_neighbours (const NbEquation *equation, guint term, NbDecimal old)
{
  NbDecimal value;

  for (int step = -1; step <= 1; step += 2)
    {
      guint beside = term + (guint) step;

      if (beside < equation->terms->len &&
          nb_figure_get_known (g_array_index (equation->terms, NbTerm, beside).figure, &value) &&
          !nb_decimal_is_zero (value) && nb_decimal_compare (value, old) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A total that nobody has filled in. Only a sum with one whole has a total. */
static gboolean
is_unfilled_total (const NbEquation *equation, guint term, NbDecimal old)
{
  return term + 1 == equation->terms->len && equation->sides[1].n_known == 1 &&
         nb_decimal_is_zero (old);
}

static const char *
explain (const NbEquation *equation, guint term, const NbRepair *repair)
{
  g_autofree char *before = nb_decimal_to_string (repair->old_value);
  g_autofree char *after = nb_decimal_to_string (repair->new_value);

  if (is_transposed (before, after))
    return N_ ("Two digits are exchanged.");
  if (is_digit_less (after, before))
    return N_ ("A digit is lost.");
  if (is_digit_less (before, after))
    return N_ ("A digit is too many.");
  if (is_neighbours (equation, term, repair->old_value))
    return N_ ("The number of a neighbouring cell stands here.");
  if (is_unfilled_total (equation, term, repair->old_value))
    return N_ ("The total is 0, its parts are not.");
  return NULL;
}

/* A proposal that a slip of the pen explains comes first; else the order of print is kept. */
static int
compare_repairs (gconstpointer a, gconstpointer b)
{
  const NbRepair *one = a, *two = b;

  return (one->why == NULL) - (two->why == NULL);
}

/* Whether other sums fail only since that of the fault does. */
static gboolean
has_consequence (GArray *equations, const guint *cause, guint fault)
{
  for (guint i = 0; i < equations->len; i++)
    if (cause[i] == fault + 1)
      return TRUE;
  return FALSE;
}

/* What is said where no slip of the pen explains the number. Other faults of the report have cells of their own. */
static const char *
describe_choice (gboolean alone, gboolean several_sums)
{
  if (!alone)
    return several_sums ? N_ ("One of several cells that would make these sums hold.")
                        : N_ ("One of several cells that would make it hold.");
  return several_sums ? N_ ("The only cell that makes this sum and those that follow from it hold.")
                      : N_ ("The only cell that makes this sum hold without breaking another.");
}

/* Says why for those that nothing speaks for, and adds all to the finding, the likeliest first. */
static void
add_repairs (NbFinding *finding, GArray *repairs, const char *why)
{
  g_array_sort (repairs, compare_repairs);
  for (guint i = 0; i < repairs->len; i++)
    {
      NbRepair *repair = &g_array_index (repairs, NbRepair, i);

      if (repair->why == NULL)
        repair->why = why;
      nb_finding_add_repair (finding, repair);
    }
}

/**
 * nb_repair_propose_joint:
 * @finding: the finding, being made
 * @equation: its equation, a row
 * @joint: (element-type NbJointRepair): cells that together heal several rows and all their columns
 * @fault: number of @equation
 *
 * Adds to @finding the cells of its row.
 *
 * Returns: whether there are any
 */
gboolean
nb_repair_propose_joint (NbFinding *finding, const NbEquation *equation, GArray *joint, guint fault)
{
  g_autoptr (GArray) repairs = g_array_new (FALSE, FALSE, sizeof (NbRepair));
  const char *why = N_ ("One of several cells that would make these sums hold.");

  for (guint i = 0; i < joint->len; i++)
    {
      const NbJointRepair *one = &g_array_index (joint, NbJointRepair, i);
      NbRepair repair = one->repair;

      if (one->row != fault)
        continue;
      if (one->alone)
        why = N_ ("With the proposals for the other rows the only cell that makes every sum hold.");
      for (guint j = 0; j < equation->terms->len; j++)
        if (g_array_index (equation->terms, NbTerm, j).figure == repair.figure)
          repair.why = explain (equation, j, &repair);
      g_array_append_val (repairs, repair);
    }
  add_repairs (finding, repairs, why);
  return repairs->len > 0;
}

/**
 * nb_repair_propose:
 * @finding: the finding, being made
 * @equations: every equation of the report
 * @cause: for each of them the number, from 1, of the one that it only follows from; 0 for none
 * @fault: number of the equation of @finding, one that failed
 *
 * Adds to @finding each cell that alone would explain it and what follows from it, the likeliest first.
 */
void
nb_repair_propose (NbFinding *finding, GArray *equations, const guint *cause, guint fault)
{
  const NbEquation *equation = EQUATION (equations, fault);
  g_autoptr (GArray) repairs = g_array_new (FALSE, FALSE, sizeof (NbRepair));

  for (guint i = 0; i < equation->terms->len; i++)
    {
      NbRepair repair = { .figure = g_array_index (equation->terms, NbTerm, i).figure };

      if (!nb_figure_get_known (repair.figure, &repair.old_value) ||
          !nb_equation_solve (equation, i, &repair.new_value) ||
          !explains_all (equations, cause, fault, repair.figure, repair.new_value))
        continue;
      repair.why = explain (equation, i, &repair);
      g_array_append_val (repairs, repair);
    }
  add_repairs (finding, repairs,
               describe_choice (repairs->len == 1, has_consequence (equations, cause, fault)));
}
