/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The derived ratios, defined once (DOMAIN §5). A ratio is known where every number that it needs is
 * known; cases that are still pending are in no correction rate. Any thread.
 */

#include "nb-ratio.h"

#include <glib/gi18n-lib.h>

#include "nb-percent.h"

#define MOST_TERMS 4

typedef struct
{
  const char *id;
  const char *label;
  const char *part[MOST_TERMS]; /* roles, NULL-terminated where there are fewer */
  const char *whole[MOST_TERMS];
  const char *needs; /* (nullable): a role without which the form cannot tell */
} Definition;

static const Definition definitions[NB_N_RATIOS] = {
  [NB_RATIO_DISCLOSURE] = { "disclosure-rate",
                            N_ ("Disclosure rate"),
                            { "outcomes.full", "outcomes.partial" },
                            { "requests.closed" } },
  [NB_RATIO_REFUSAL] = { "refusal-rate",
                         N_ ("Refusal rate"),
                         { "outcomes.refused" },
                         { "requests.closed" } },
  [NB_RATIO_UNAVAILABLE] = { "unavailable-rate",
                             N_ ("Share that could not be provided"),
                             { "outcomes.unavailable" },
                             { "requests.closed" } },
  [NB_RATIO_NATURAL_PERSONS] = { "natural-person-share",
                                 N_ ("Share of natural persons"),
                                 { "requests.received.natural_person" },
                                 { "requests.received" } },
  [NB_RATIO_BACKLOG] = { "backlog",
                         N_ ("Backlog"),
                         { "requests.carried_out" },
                         { "requests.received", "requests.carried_in" } },
  [NB_RATIO_DISPUTES] = { "dispute-rate",
                          N_ ("Dispute rate"),
                          { "disputes.reconsideration", "disputes.litigation" },
                          { "requests.closed" } },
  [NB_RATIO_CORRECTION_RECONSIDERATION] = { "reconsideration-correction-rate",
                                            N_ ("Correction rate, reconsideration"),
                                            { "disputes.reconsideration.corrected" },
                                            { "disputes.reconsideration.upheld",
                                              "disputes.reconsideration.corrected",
                                              "disputes.reconsideration.other" },
                                            "disputes.reconsideration.pending" },
  [NB_RATIO_CORRECTION_LITIGATION] = { "litigation-correction-rate",
                                       N_ ("Correction rate, litigation"),
                                       { "disputes.litigation.corrected" },
                                       { "disputes.litigation.upheld",
                                         "disputes.litigation.corrected",
                                         "disputes.litigation.other" },
                                       "disputes.litigation.pending" },
};

/**
 * nb_ratio_get_id:
 * @kind: a ratio
 *
 * Returns: its id, the same in every language
 */
const char *
nb_ratio_get_id (NbRatioKind kind)
{
  return definitions[kind].id;
}

/**
 * nb_ratio_get_label:
 * @kind: a ratio
 *
 * Returns: its name in the user's language
 */
const char *
nb_ratio_get_label (NbRatioKind kind)
{
  return _ (definitions[kind].label);
}

static NbQuantity
read_sum (NbReport *report, const char *const *roles)
{
  NbQuantity sum = nb_quantity_read_role (report, roles[0]);

  for (guint i = 1; i < MOST_TERMS && roles[i] != NULL; i++)
    sum = nb_quantity_add (sum, nb_quantity_read_role (report, roles[i]));
  return sum;
}

/**
 * nb_ratio_read:
 * @report: a report
 * @kind: a ratio
 *
 * Returns: the ratio, with what stands above and below the line
 */
NbRatio
nb_ratio_read (NbReport *report, NbRatioKind kind)
{
  const Definition *definition = &definitions[kind];
  NbRatio self = { .part = read_sum (report, definition->part),
                   .whole = read_sum (report, definition->whole) };

  /* Where pending cases stand among the others, there is no rate without them. */
  if (definition->needs != NULL)
    {
      NbQuantity needed = nb_quantity_read_role (report, definition->needs);

      if (needed.not_in_form)
        {
          self.whole = needed;
          return self;
        }
    }
  if (!nb_quantity_is_known (&self.whole))
    return self;
  self.is_small = !nb_percent_has_base (self.whole.value);
  self.has_percent = nb_quantity_is_known (&self.part) &&
                     nb_percent (self.part.value, self.whole.value, &self.percent);
  return self;
}

static void
list_figures (NbReport *report, const char *const *roles, GPtrArray *figures)
{
  const NbForm *form = nb_report_get_form (report);

  for (guint i = 0; form != NULL && i < MOST_TERMS && roles[i] != NULL; i++)
    {
      g_autoptr (GPtrArray)
          more = nb_quantity_list_figures (report, nb_quantity_find_id (form, roles[i]));

      g_ptr_array_extend (figures, more, NULL, NULL);
    }
}

/**
 * nb_ratio_list_figures:
 * @report: a report
 * @kind: a ratio
 *
 * Returns: (transfer container) (element-type NbFigure): the figures that it is computed from
 */
GPtrArray *
nb_ratio_list_figures (NbReport *report, NbRatioKind kind)
{
  GPtrArray *figures = g_ptr_array_new ();

  list_figures (report, definitions[kind].part, figures);
  list_figures (report, definitions[kind].whole, figures);
  return figures;
}
