/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is computed from a report and printed in none. Any thread.
 */

#include "nb-derive.h"

/**
 * nb_derive:
 * @report: a report
 * @derived: a derived metric of its form
 * @value: (out): the sum, where it is known
 *
 * Adds up the terms of @derived. The sum is known where all of them are.
 *
 * Returns: %NB_STATE_NUMBER or %NB_STATE_ZERO where it is known, else the state of the first term
 *   that has no number, or %NB_STATE_UNREADABLE where the sum has too many digits
 */
NbState
nb_derive (NbReport *report, const NbDerived *derived, NbDecimal *value)
{
  *value = NB_DECIMAL_ZERO;
  for (guint i = 0; derived->terms[i] != NULL; i++)
    {
      NbFigure *figure = nb_report_get_figure_for (report, derived->terms[i]);
      NbDecimal term;

      if (figure == NULL)
        return NB_STATE_MISSING;
      if (!nb_figure_get_value (figure, &term))
        return nb_figure_get_state (figure);
      if (!nb_decimal_add (*value, term, value))
        return NB_STATE_UNREADABLE;
    }
  return nb_decimal_is_zero (*value) ? NB_STATE_ZERO : NB_STATE_NUMBER;
}
