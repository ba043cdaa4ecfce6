/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for table 2, what was disclosed proactively (T2-02 to T2-10; T2-01 is one of the cells). Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-text.h"
#include "report/nb-words.h"

/* 10 000 000 times 10 000 yuan: beyond any organ below a province. */
#define MOST_CHARGES G_GINT64_CONSTANT (10000000)

static char *
role_of (const char *matter, const char *what)
{
  return g_strconcat (matter, ".", what, NULL);
}

/* T2-02; a number below 0 is T2-01. */
static void
check_stock (NbCheck *check, const char *matter)
{
  g_autofree char *in_force_role = role_of (matter, "in_force");
  g_autofree char *issued_role = role_of (matter, "issued");
  g_autofree char *repealed_role = role_of (matter, "repealed");
  NbFigure *figure = nb_check_find (check, in_force_role);
  gint64 in_force, issued, repealed;
  NbFinding *finding;

  if (!nb_check_count (check, in_force_role, &in_force) ||
      !nb_check_count (check, issued_role, &issued) ||
      !nb_check_count (check, repealed_role, &repealed) ||
      MIN (in_force, MIN (issued, repealed)) < 0 || in_force >= issued - repealed)
    return;
  finding = nb_check_add (check, "T2-02");
  nb_finding_set_instance (finding, matter, nb_figure_get_metric (figure)->row->label_zh,
                           nb_figure_get_metric (figure)->row->label_en);
  nb_finding_set_message (
      finding, N_ ("{1} in force, but {2} issued less {3} repealed would leave at least {4}."));
  nb_finding_add_count (finding, in_force);
  nb_finding_add_count (finding, issued);
  nb_finding_add_count (finding, repealed);
  nb_finding_add_count (finding, issued - repealed);
  nb_finding_set_relation (finding, g_strdup_printf ("%" G_GINT64_FORMAT " < %" G_GINT64_FORMAT
                                                     " - %" G_GINT64_FORMAT,
                                                     in_force, issued, repealed));
  nb_finding_add_term (finding, figure, FALSE);
  nb_finding_add_term (finding, nb_check_find (check, issued_role), TRUE);
  nb_finding_add_term (finding, nb_check_find (check, repealed_role), TRUE);
}

/* Whether the organ can be sure not to make rules; %FALSE where its name does not tell. */
static gboolean
lacks_rule_power (NbReport *report)
{
  const char *organ = nb_report_get_organ (report);
  g_autofree char *name = organ != NULL ? nb_text_fold (organ, -1) : NULL;
  gsize length = name != NULL ? strlen (name) : 0;

  switch (nb_report_get_organ_kind (report))
    {
    case NB_ORGAN_TOWNSHIP:
    case NB_ORGAN_SUBDISTRICT:
    case NB_ORGAN_ZONE:
      return TRUE;
    case NB_ORGAN_DEPARTMENT:
      return nb_words_has ("rules.place", name, length) &&
             !nb_words_has ("rules.office", name, length);
    case NB_ORGAN_GOVERNMENT:
      return nb_words_suffix ("rules.powerless", name, length) > 0 &&
             nb_words_suffix ("rules.power", name, length) == 0;
    case NB_ORGAN_UNKNOWN:
    default:
      return FALSE;
    }
}

/* T2-03 */
static void
check_rule_power (NbCheck *check)
{
  static const char *const roles[] = { "rules.issued", "rules.repealed", "rules.in_force",
                                       "rules.newly_published", "rules.published_total" };
  gboolean is_new_form = nb_form_find_role (check->form, "rules.in_force") != NULL;
  g_autoptr (GString) relation = g_string_new (NULL);
  NbFinding *finding = NULL;

  if (!lacks_rule_power (check->report))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      gint64 count;

      if (!nb_check_count (check, roles[i], &count))
        continue;
      g_string_append_printf (relation, "%s%" G_GINT64_FORMAT, relation->len > 0 ? " + " : "",
                              count);
      if (count == 0)
        continue;
      if (finding == NULL)
        {
          finding = nb_check_add (check, "T2-03");
          nb_finding_set_message (
              finding, N_ ("{1} has no power to make rules, but “{2}” is {3}. Internal regulations "
                           "and normative documents are no rules."));
          nb_finding_add_text (finding, nb_report_get_organ (check->report));
          nb_check_add_label (finding, nb_check_find (check, roles[i]));
          nb_finding_add_count (finding, count);
          /* In 2019 and 2020 copies that an organ published were counted as well. */
          if (!is_new_form)
            nb_finding_set_severity (finding, NB_SEVERITY_HINT);
        }
      nb_finding_add_term (finding, nb_check_find (check, roles[i]), FALSE);
    }
  if (finding != NULL)
    nb_finding_set_relation (finding, g_strdup_printf ("%s > 0", relation->str));
}

/* Whether the organ is that of a province, whose charges may be of any size. */
static gboolean
is_of_province (NbReport *report)
{
  const char *organ = nb_report_get_organ (report);
  g_autofree char *name = organ != NULL ? nb_text_fold (organ, -1) : NULL;

  return name != NULL && nb_report_get_organ_kind (report) == NB_ORGAN_GOVERNMENT &&
         nb_words_suffix ("place.province", name, strlen (name)) > 0;
}

/* T2-04: 元 without 万 or 亿 in the cell, or an amount that only a province can have. */
static void
check_unit (NbCheck *check)
{
  NbFigure *figure = nb_check_find (check, "fees");
  g_autofree char *raw = figure != NULL && nb_figure_get_raw (figure) != NULL
                             ? nb_text_fold (nb_figure_get_raw (figure), -1)
                             : NULL;
  gsize length = raw != NULL ? strlen (raw) : 0;
  const char *message = NULL;
  NbFinding *finding;
  NbDecimal value;

  if (figure == NULL || !nb_figure_get_known (figure, &value) || nb_decimal_is_zero (value))
    return;
  if (nb_words_has ("money.yuan", raw, length) && !nb_words_has ("money.large", raw, length))
    message = N_ ("“{1}” states yuan, where the form asks for 10 000 yuan.");
  else if (nb_decimal_compare (value, (NbDecimal){ MOST_CHARGES, 0 }) >= 0 &&
           !is_of_province (check->report))
    message = N_ ("{1} times 10 000 yuan is more than such an organ collects; yuan may be meant.");
  if (message == NULL)
    return;
  finding = nb_check_add (check, "T2-04");
  nb_finding_set_message (finding, message);
  nb_finding_add_text (finding, nb_figure_get_raw (figure));
  if (nb_decimal_compare (value, (NbDecimal){ MOST_CHARGES, 0 }) >= 0)
    nb_finding_set_relation (finding,
                             nb_check_relation (value, "≥", (NbDecimal){ MOST_CHARGES, 0 }));
  nb_finding_add_term (finding, figure, FALSE);
}

/* T2-05 */
static void
check_enforcement (NbCheck *check)
{
  static const char *const roles[] = { "licences", "penalties", "coercion" };
  const char *organ = nb_report_get_organ (check->report);
  NbFinding *finding;
  gint64 count;

  /* Only the form of 2021 asks for all decisions. */
  if (nb_form_find_role (check->form, "rules.in_force") == NULL || organ == NULL ||
      nb_report_get_organ_kind (check->report) != NB_ORGAN_DEPARTMENT ||
      !nb_words_has ("organ.enforcement", organ, strlen (organ)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (!nb_check_count (check, roles[i], &count) || count != 0)
      return;
  finding = nb_check_add (check, "T2-05");
  nb_finding_set_message (finding,
                          N_ ("{1} enforces the law, but reports no licence, no penalty and "
                              "no coercive measure."));
  nb_finding_add_text (finding, organ);
  nb_finding_set_relation (finding, g_strdup ("0 + 0 + 0 = 0"));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    nb_finding_add_term (finding, nb_check_find (check, roles[i]), FALSE);
}

/* T2-06 */
static void
check_change (NbCheck *check, const char *matter)
{
  g_autofree char *before_role = role_of (matter, "items_prev");
  g_autofree char *change_role = role_of (matter, "items_change");
  NbFigure *before = nb_check_find (check, before_role);
  gint64 items, change;
  NbFinding *finding;

  if (!nb_check_count (check, before_role, &items) ||
      !nb_check_count (check, change_role, &change) || items + change >= 0)
    return;
  finding = nb_check_add (check, "T2-06");
  nb_finding_set_instance (finding, matter, nb_figure_get_metric (before)->row->label_zh,
                           nb_figure_get_metric (before)->row->label_en);
  nb_finding_set_message (finding,
                          N_ ("{1} items last year and a change of {2} leave less than 0."));
  nb_finding_add_count (finding, items);
  nb_finding_add_count (finding, change);
  nb_finding_set_relation (
      finding,
      g_strdup_printf ("%" G_GINT64_FORMAT " + (%" G_GINT64_FORMAT ") < 0", items, change));
  nb_finding_add_term (finding, before, FALSE);
  nb_finding_add_term (finding, nb_check_find (check, change_role), FALSE);
}

/* T2-07 and T2-10: two cells of a row, and how they must stand to each other. */
static void
check_pair (NbCheck *check,
            const char *rule,
            const char *left_role,
            const char *right_role,
            const char *sign,
            const char *message)
{
  NbFigure *figure = nb_check_find (check, left_role);
  gint64 left, right;
  NbFinding *finding;

  if (!nb_check_count (check, left_role, &left) || !nb_check_count (check, right_role, &right) ||
      left == right || (*sign == '>' && left < right))
    return;
  finding = nb_check_add (check, rule);
  nb_finding_set_instance (finding, nb_figure_get_metric (figure)->row->key,
                           nb_figure_get_metric (figure)->row->label_zh,
                           nb_figure_get_metric (figure)->row->label_en);
  nb_finding_set_message (finding, message);
  nb_finding_add_count (finding, left);
  nb_finding_add_count (finding, right);
  nb_finding_set_relation (
      finding, nb_check_relation ((NbDecimal){ left, 0 }, sign, (NbDecimal){ right, 0 }));
  nb_finding_add_term (finding, figure, FALSE);
  nb_finding_add_term (finding, nb_check_find (check, right_role), TRUE);
}

/* T2-08 and T2-09 */
static void
check_procurement (NbCheck *check)
{
  NbFigure *count = nb_check_find (check, "procurement.count");
  NbFigure *amount = nb_check_find (check, "procurement.amount");
  NbDecimal projects, money;
  NbFinding *finding;

  if (amount == NULL || !nb_figure_get_known (amount, &money))
    return;
  if (count != NULL && nb_figure_get_known (count, &projects) &&
      nb_decimal_is_zero (projects) != nb_decimal_is_zero (money))
    {
      finding = nb_check_add (check, "T2-08");
      nb_finding_set_message (finding, N_ ("{1} projects, but an amount of {2}."));
      nb_finding_add_number (finding, projects);
      nb_finding_add_number (finding, money);
      nb_finding_set_relation (finding, nb_check_needed (projects, "⇔", money));
      nb_finding_add_term (finding, count, FALSE);
      nb_finding_add_term (finding, amount, TRUE);
    }
  if (nb_decimal_is_zero (money) || nb_figure_get_unit (amount) != NULL)
    return;
  finding = nb_check_add (check, "T2-09");
  nb_finding_set_message (finding, N_ ("Neither the cell nor its head says whether {1} is yuan or "
                                       "10 000 yuan."));
  nb_finding_add_text (finding, nb_figure_get_raw (amount));
  nb_finding_add_term (finding, amount, FALSE);
}

void
nb_rules_disclosure_run (NbCheck *check)
{
  static const char *const items[] = { "licences", "services", "penalties", "coercion", "fees" };

  check_stock (check, "rules");
  check_stock (check, "normative");
  check_rule_power (check);
  check_unit (check);
  check_enforcement (check);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    check_change (check, items[i]);
  check_pair (check, "T2-07", "rules.newly_published", "rules.published_total", ">",
              N_ ("{1} newly published, but only {2} published in all."));
  check_pair (check, "T2-07", "normative.newly_published", "normative.published_total", ">",
              N_ ("{1} newly published, but only {2} published in all."));
  if (nb_check_find (check, "normative.newly_published") != NULL)
    check_pair (check, "T2-10", "normative.issued", "normative.newly_published", "≠",
                N_ ("{1} made, but {2} newly published."));
  check_procurement (check);
}
