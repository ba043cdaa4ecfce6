/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules for table 4 beyond its sums and its cells (T4-05); T4-03 and T4-04 need the year before. Any thread. */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>

/* "0 + 1 + 0 = 1 > 0": the cells, and what they make. */
static char *
write_cases (const NbSum *sums, guint n_sums, NbDecimal corrected)
{
  g_autofree char *all = nb_decimal_to_string (corrected);
  g_autoptr (GString) cells = g_string_new (NULL);

  for (guint i = 0; i < n_sums; i++)
    for (guint j = 0; j < sums[i].n_figures; j++)
      {
        NbDecimal value;
        g_autofree char *text = nb_figure_get_known (sums[i].figures[j], &value)
                                    ? nb_decimal_to_string (value)
                                    : g_strdup ("?");

        g_string_append_printf (cells, "%s%s", cells->len > 0 ? " + " : "", text);
      }
  return g_strdup_printf ("%s = %s > 0", cells->str, all);
}

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
  nb_finding_set_relation (finding, write_cases (sums, G_N_ELEMENTS (roles), corrected));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    nb_check_add_sum_terms (finding, &sums[i], FALSE);
}
