/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is computed from a report and, but for a few, printed in none. Any thread.
 */

#include "nb-derive.h"

/**
 * nb_derive_find_printed:
 * @report: a report
 * @derived: a derived metric of its form
 *
 * A report may print the sum alone, as an earlier form had it, where its own form prints the terms alone.
 *
 * Returns: (transfer none) (nullable): the figure of the sum, where the report has none of the terms
 */
NbFigure *
nb_derive_find_printed (NbReport *report, const NbDerived *derived)
{
  if (derived->printed == NULL)
    return NULL;
  for (guint i = 0; derived->terms[i] != NULL; i++)
    {
      NbFigure *figure = nb_report_get_figure_for (report, derived->terms[i]);

      if (figure != NULL && nb_figure_get_state (figure) != NB_STATE_MISSING)
        return NULL;
    }
  return nb_report_find_figure (report, derived->printed);
}

/**
 * nb_derive:
 * @report: a report
 * @derived: a derived metric of its form
 * @value: (out): the sum, where it is known
 * @entered: (out) (nullable): whether a term was keyed in by hand; %NULL where only what is printed counts
 *
 * Adds up the terms of @derived. The sum is known where all of them are, or where it is printed itself.
 *
 * Returns: %NB_STATE_NUMBER or %NB_STATE_ZERO where it is known, else the state of the first term
 *   that has no number, or %NB_STATE_UNREADABLE where the sum has too many digits
 */
NbState
nb_derive (NbReport *report, const NbDerived *derived, NbDecimal *value, gboolean *entered)
{
  NbFigure *printed = nb_derive_find_printed (report, derived);

  *value = NB_DECIMAL_ZERO;
  if (entered != NULL)
    *entered = FALSE;
  if (printed != NULL)
    {
      nb_figure_get_value (printed, value);
      return nb_figure_get_state (printed);
    }
  for (guint i = 0; derived->terms[i] != NULL; i++)
    {
      NbFigure *figure = nb_report_get_figure_for (report, derived->terms[i]);
      NbDecimal term;

      if (figure == NULL)
        return NB_STATE_MISSING;
      if (!nb_figure_get_value (figure, &term))
        {
          if (entered == NULL || !nb_figure_get_entered (figure, &term))
            return nb_figure_get_state (figure);
          *entered = TRUE;
        }
      if (!nb_decimal_add (*value, term, value))
        return NB_STATE_UNREADABLE;
    }
  return nb_decimal_is_zero (*value) ? NB_STATE_ZERO : NB_STATE_NUMBER;
}
