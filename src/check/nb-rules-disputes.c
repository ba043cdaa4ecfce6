/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules for table 4 beyond its sums and its cells (T4-05); T4-03 and T4-04 need the year before. Any thread. */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>

/* T4-05 */
void
nb_rules_disputes_run (NbCheck *check)
{
  static const char *const roles[] = { "disputes.reconsideration.corrected",
                                       "disputes.litigation.corrected" };
  NbSum sums[G_N_ELEMENTS (roles)];
  NbDecimal corrected = NB_DECIMAL_ZERO;
  NbFinding *finding;

  /* The appendix of 2014 is no table 4. */
  if (nb_form_find_role (check->form, "disputes.reconsideration.pending") == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      nb_check_sum (check, roles[i], &sums[i]);
      if (!nb_decimal_add (corrected, sums[i].value, &corrected))
        return;
    }
  if (nb_decimal_is_zero (corrected) || nb_check_says (check, NULL, "narrative.corrected.told"))
    return;
  finding = nb_check_add (check, "T4-05");
  nb_finding_set_message (finding,
                          N_ ("Cases that were corrected: {1}. The text does not mention it."));
  nb_finding_add_number (finding, corrected);
  nb_finding_set_relation (finding, nb_check_relation (corrected, ">", NB_DECIMAL_ZERO));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    nb_check_add_sum_terms (finding, &sums[i], FALSE);
}
