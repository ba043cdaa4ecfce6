/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for the statistics table of 2014 that are no sums (F1-08 to F1-13; F1-14 is one of the rows).
 * Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>

static const char *const channels[] = { "channels.gazette", "channels.website",
                                        "channels.microblog", "channels.wechat", "channels.other" };

/* Makes the finding that says that @left is larger than @right, or, with an arrow for a @sign, that it needs some of it. */
static void
tell (NbCheck *check,
      const char *rule,
      const char *left_role,
      const char *sign,
      const char *right_role,
      const char *message)
{
  NbFigure *left = nb_check_find (check, left_role), *right = nb_check_find (check, right_role);
  NbFinding *finding = nb_check_add (check, rule);
  NbDecimal a = NB_DECIMAL_ZERO, b = NB_DECIMAL_ZERO;

  nb_figure_get_known (left, &a);
  nb_figure_get_known (right, &b);
  nb_finding_set_instance (finding, nb_figure_get_metric (left)->row->key,
                           nb_figure_get_metric (left)->label_zh,
                           nb_figure_get_metric (left)->label_en);
  nb_finding_set_message (finding, message);
  nb_check_add_label (finding, left);
  nb_finding_add_number (finding, a);
  nb_check_add_label (finding, right);
  nb_finding_add_number (finding, b);
  nb_finding_set_relation (finding, *sign == '>' ? nb_check_relation (a, sign, b)
                                                 : nb_check_needed (a, sign, b));
  nb_finding_add_term (finding, left, FALSE);
  nb_finding_add_term (finding, right, TRUE);
}

/* A part that is larger than its whole. */
static void
check_most (NbCheck *check, const char *rule, const char *part_role, const char *whole_role)
{
  NbDecimal part, whole;

  if (nb_check_number (check, part_role, &part) && nb_check_number (check, whole_role, &whole) &&
      nb_decimal_compare (part, whole) > 0)
    tell (check, rule, part_role, ">", whole_role, N_ ("“{1}” is {2}, more than “{3}”, {4}."));
}

/* F1-13: something of one needs something of the other. */
static void
check_needs (NbCheck *check, const char *role, const char *needed_role)
{
  NbDecimal value, needed;

  if (nb_check_number (check, role, &value) && nb_check_number (check, needed_role, &needed) &&
      !nb_decimal_is_zero (value) && nb_decimal_is_zero (needed))
    tell (check, "F1-13", role, "⇒", needed_role, N_ ("“{1}” is {2}, but “{3}” is {4}."));
}

/* F1-08 */
static void
check_channels (NbCheck *check)
{
  NbDecimal total, sum = NB_DECIMAL_ZERO;
  NbFinding *finding;

  if (!nb_check_number (check, "proactive.total", &total))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    check_most (check, "F1-08", channels[i], "proactive.total");
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      NbDecimal value;

      if (!nb_check_number (check, channels[i], &value) || !nb_decimal_add (sum, value, &sum))
        return;
    }
  if (nb_decimal_compare (total, sum) <= 0)
    return;
  finding = nb_check_add (check, "F1-08");
  nb_finding_set_message (finding,
                          N_ ("{1} items were disclosed, but all channels together make only "
                              "{2}."));
  nb_finding_add_number (finding, total);
  nb_finding_add_number (finding, sum);
  nb_finding_set_relation (finding, nb_check_relation (total, ">", sum));
  nb_finding_add_term (finding, nb_check_find (check, "proactive.total"), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    nb_finding_add_term (finding, nb_check_find (check, channels[i]), TRUE);
}

/* F1-12 */
static void
check_responses (NbCheck *check)
{
  static const char *const responses[] = { "responses.microblog_wechat", "responses.other" };
  gint64 topics, count;

  if (!nb_check_count (check, "responses.hot_topics", &topics) || topics != 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (responses); i++)
    if (nb_check_count (check, responses[i], &count) && count > 0)
      {
        tell (check, "F1-12", responses[i], "⇒", "responses.hot_topics",
              N_ ("“{1}” is {2}, but “{3}” is {4}."));
        return;
      }
}

void
nb_rules_appendix_run (NbCheck *check)
{
  check_channels (check);
  check_most (check, "F1-09", "proactive.normative", "proactive.total");
  check_most (check, "F1-09", "responses.press_conferences_head", "responses.press_conferences");
  check_most (check, "F1-09", "responses.online_interviews_head", "responses.online_interviews");
  check_most (check, "F1-10", "proactive.normative", "normative.issued");
  if (nb_form_find_role (check->form, "requests.replied") != NULL)
    {
      check_most (check, "F1-11", "requests.replied", "requests.closed");
      check_most (check, "F1-11", "requests.closed", "requests.received");
    }
  check_responses (check);
  check_needs (check, "requests.fees", "requests.received");
  check_needs (check, "resources.training_attendees", "resources.training_courses");
}
