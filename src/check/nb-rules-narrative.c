/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the text tells in numbers against the tables (N-01 to N-05, N-07 to N-09, T3-08, T3-11, T3-12). A claim
 * passes where one reading of it agrees; a smaller number beside one that agrees may be a share, so it is a hint.
 * Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-narrative.h"
#include "nb-numbers.h"
#include "report/nb-words.h"

#define MOST_READINGS 4

/**
 * Binding:
 * @kind: what the text tells of
 * @rule: the rule that it falls under
 * @readings: roles; "a+b" for their sum, "a-b" for what is left; the first is the one that is named
 * @rows: whether a single cell of the first reading will do as well
 * @any: whether the claims of the report may also add up, and one that agrees clears all
 * @needs: (nullable): a role that the form must have for the rule to apply
 *
 * Which cells a claim is held against.
 */
typedef struct
{
  NbClaimKind kind;
  const char *rule;
  const char *readings[MOST_READINGS];
  gboolean rows;
  gboolean any;
  const char *needs;
} Binding;

/* clang-format off */
static const Binding bindings[] = {
  { NB_CLAIM_RECEIVED, "N-01", { "requests.received", "requests.received+requests.carried_in" } },
  { NB_CLAIM_CARRIED_IN, "N-02", { "requests.carried_in" } },
  { NB_CLAIM_CARRIED_OUT, "N-02", { "requests.carried_out" } },
  { NB_CLAIM_CLOSED, "N-03", { "requests.closed", "requests.replied", "requests.closed-requests.carried_in" } },
  { NB_CLAIM_HANDLED, "N-03", { "requests.closed", "requests.received", "requests.received+requests.carried_in" } },
  { NB_CLAIM_NATURAL, "N-04", { "requests.received.natural_person", "requests.closed.natural_person" } },
  { NB_CLAIM_LEGAL, "N-04", { "requests.received.legal_person", "requests.closed.legal_person" } },
  { NB_CLAIM_COMPANY, "N-04", { "requests.received.commercial_enterprise", "requests.closed.commercial_enterprise" } },
  { NB_CLAIM_RESEARCH, "N-04", { "requests.received.research_institution", "requests.closed.research_institution" } },
  { NB_CLAIM_WELFARE, "N-04", { "requests.received.public_interest_org", "requests.closed.public_interest_org" } },
  { NB_CLAIM_LAW_FIRM, "N-04", { "requests.received.legal_services_org", "requests.closed.legal_services_org" } },
  { NB_CLAIM_FULL, "N-05", { "outcomes.full" }, .needs = "outcomes.unavailable" },
  { NB_CLAIM_PARTIAL, "N-05", { "outcomes.partial" }, .needs = "outcomes.unavailable" },
  { NB_CLAIM_REFUSED, "N-05", { "outcomes.refused" }, .rows = TRUE, .needs = "outcomes.unavailable" },
  { NB_CLAIM_UNAVAILABLE, "N-05", { "outcomes.unavailable" }, .rows = TRUE },
  { NB_CLAIM_NOT_HANDLED, "N-05", { "outcomes.not_handled" }, .rows = TRUE },
  { NB_CLAIM_OTHER, "N-05", { "outcomes.other" }, .rows = TRUE },
  { NB_CLAIM_RECONSIDERATION, "N-07", { "disputes.reconsideration" }, .any = TRUE },
  { NB_CLAIM_RECONSIDERATION_UPHELD, "N-07", { "disputes.reconsideration.upheld" }, .any = TRUE },
  { NB_CLAIM_RECONSIDERATION_CORRECTED, "N-07", { "disputes.reconsideration.corrected" }, .any = TRUE },
  { NB_CLAIM_RECONSIDERATION_OTHER, "N-07", { "disputes.reconsideration.other" }, .any = TRUE },
  { NB_CLAIM_RECONSIDERATION_PENDING, "N-07", { "disputes.reconsideration.pending" }, .any = TRUE },
  { NB_CLAIM_LITIGATION, "N-07", { "disputes.litigation" }, .rows = TRUE, .any = TRUE },
  { NB_CLAIM_LITIGATION_UPHELD, "N-07", { "disputes.litigation.upheld" }, .rows = TRUE, .any = TRUE },
  { NB_CLAIM_LITIGATION_CORRECTED, "N-07", { "disputes.litigation.corrected" }, .rows = TRUE, .any = TRUE },
  { NB_CLAIM_LITIGATION_OTHER, "N-07", { "disputes.litigation.other" }, .rows = TRUE, .any = TRUE },
  { NB_CLAIM_LITIGATION_PENDING, "N-07", { "disputes.litigation.pending" }, .rows = TRUE, .any = TRUE },
  { NB_CLAIM_LITIGATION_DIRECT, "N-07", { "disputes.litigation.direct" } },
  { NB_CLAIM_LITIGATION_AFTER, "N-07", { "disputes.litigation.after_reconsideration" } },
  { NB_CLAIM_NORMATIVE_ISSUED, "N-08", { "normative.issued", "normative.newly_published" } },
  { NB_CLAIM_NORMATIVE_REPEALED, "N-08", { "normative.repealed" } },
  { NB_CLAIM_NORMATIVE_IN_FORCE, "N-08", { "normative.in_force" } },
  { NB_CLAIM_NORMATIVE_PUBLISHED, "N-08",
    { "normative.newly_published", "normative.published_total", "normative.issued" } },
  { NB_CLAIM_RULES_ISSUED, "N-08", { "rules.issued", "rules.newly_published" } },
  { NB_CLAIM_RULES_REPEALED, "N-08", { "rules.repealed" } },
  { NB_CLAIM_RULES_IN_FORCE, "N-08", { "rules.in_force" } },
  { NB_CLAIM_RULES_PUBLISHED, "N-08", { "rules.newly_published", "rules.published_total", "rules.issued" } },
  { NB_CLAIM_DOCUMENTS_PUBLISHED, "N-08",
    { "rules.newly_published+normative.newly_published", "rules.published_total+normative.published_total",
      "rules.issued+normative.issued", "normative.newly_published" } },
  { NB_CLAIM_LICENCES, "N-08", { "licences" } },
  { NB_CLAIM_PENALTIES, "N-08", { "penalties" } },
  { NB_CLAIM_COERCION, "N-08", { "coercion" } },
  { NB_CLAIM_CHARGES, "N-08", { "fees" } },
  { NB_CLAIM_PROCUREMENT, "N-08", { "procurement.count" } },
  { NB_CLAIM_PROCUREMENT_AMOUNT, "N-08", { "procurement.amount" } },
};
/* clang-format on */

/**
 * nb_claim_kind_get_role:
 * @kind: what a number of the text is about
 *
 * Returns: (nullable): the role of the figure that it repeats; %NULL where that is the sum of several
 */
const char *
nb_claim_kind_get_role (NbClaimKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    if (bindings[i].kind == kind && strchr (bindings[i].readings[0], '+') == NULL)
      return bindings[i].readings[0];
  return NULL;
}

/* --- Cells that a claim is held against --- */

/* "a", "a+b" or "a-b". FALSE where a cell is not known. */
static gboolean
sum_reading (NbCheck *check, const char *reading, NbSum *sum)
{
  g_auto (GStrv) roles = g_strsplit_set (reading, "+-", -1);
  gboolean is_rest = strchr (reading, '-') != NULL;

  memset (sum, 0, sizeof *sum);
  for (guint i = 0; roles[i] != NULL; i++)
    {
      NbSum one;

      if (!nb_check_sum (check, roles[i], &one) ||
          !(i > 0 && is_rest ? nb_decimal_subtract (sum->value, one.value, &sum->value)
                             : nb_decimal_add (sum->value, one.value, &sum->value)))
        return FALSE;
      for (guint j = 0; j < one.n_figures && sum->n_figures < NB_SUM_MOST; j++)
        sum->figures[sum->n_figures++] = one.figures[j];
    }
  return TRUE;
}

/* Equal, or the table's number rounded or cut off to the places of the text. */
static gboolean
agrees (NbDecimal told, int places, NbDecimal printed)
{
  NbDecimal unit = NB_DECIMAL_ZERO, difference;

  if (nb_decimal_compare (told, printed) == 0)
    return TRUE;
  if (places >= (int) printed.scale || !nb_decimal_shift ((NbDecimal){ 1, 0 }, -places, &unit) ||
      !nb_decimal_subtract (told, printed, &difference))
    return FALSE;
  if (difference.unscaled < 0)
    difference.unscaled = -difference.unscaled;
  return nb_decimal_compare (difference, unit) < 0;
}

static gboolean
agrees_with_row (const NbSum *sum, const NbClaim *claim)
{
  for (guint i = 0; i < sum->n_figures; i++)
    {
      NbDecimal value;

      if (nb_figure_get_known (sum->figures[i], &value) &&
          agrees (claim->value, claim->places, value))
        return TRUE;
    }
  return FALSE;
}

static gboolean
claim_agrees (NbCheck *check, const Binding *binding, const NbClaim *claim)
{
  NbSum sum;

  for (guint i = 0; i < MOST_READINGS && binding->readings[i] != NULL; i++)
    if (sum_reading (check, binding->readings[i], &sum) &&
        (agrees (claim->value, claim->places, sum.value) ||
         (i == 0 && binding->rows && !nb_decimal_is_zero (claim->value) &&
          agrees_with_row (&sum, claim))))
      return TRUE;
  return FALSE;
}

/* --- Findings --- */

static void
quote_claim (NbFinding *finding, const NbSentence *sentence)
{
  nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
}

/* The labels of all cells of a sum. */
static void
add_labels (NbFinding *finding, const NbSum *sum)
{
  g_autoptr (GString) zh = g_string_new (NULL);
  g_autoptr (GString) en = g_string_new (NULL);

  for (guint i = 0; i < sum->n_figures; i++)
    {
      const NbMetric *metric = nb_figure_get_metric (sum->figures[i]);
      const char *label = nb_figure_get_label (sum->figures[i]);

      g_string_append_printf (zh, "%s%s", i > 0 ? " + " : "",
                              metric != NULL ? metric->label_zh : label);
      g_string_append_printf (en, "%s%s", i > 0 ? " + " : "",
                              metric != NULL ? metric->label_en : label);
    }
  nb_finding_add_word (finding, zh->str, en->str);
}

/* What a sum of cells is called: that of their group, or all of them by name. */
static void
add_sum_label (NbCheck *check, NbFinding *finding, const char *reading, const NbSum *sum)
{
  const NbDerived *derived = nb_form_find_derived_role (check->form, reading);

  if (derived != NULL && sum->n_figures > 1)
    nb_finding_add_word (finding, derived->label_zh, derived->label_en);
  else
    add_labels (finding, sum);
}

static NbFinding *
new_finding (NbCheck *check,
             const char *rule,
             const char *reading,
             const NbSum *sum,
             const NbClaim *claim)
{
  const NbSentence *sentence = nb_prose_get (check->prose, claim->sentence);
  NbFinding *finding = nb_finding_new (check->report, rule);

  nb_finding_set_instance (finding, nb_claim_kind_to_string (claim->kind), NULL, NULL);
  nb_finding_set_message (
      finding, claim->in_words ? N_ ("The text says that there was none; “{2}” is {3}.")
               : claim->implied ? N_ ("The text tells of a case that was corrected; “{2}” is {3}.")
                                : N_ ("The text says {1}; “{2}” is {3}."));
  nb_finding_add_number (finding, claim->value);
  add_sum_label (check, finding, reading, sum);
  nb_finding_add_number (finding, sum->value);
  nb_finding_set_relation (finding, nb_check_relation (claim->value, "≠", sum->value));
  nb_check_add_sum_terms (finding, sum, TRUE);
  quote_claim (finding, sentence);
  return finding;
}

/* All outcomes are 0 and none is closed, though requests came in. */
static gboolean
has_no_outcome (NbCheck *check)
{
  gint64 closed, received;

  return nb_check_count (check, "requests.closed", &closed) && closed == 0 &&
         nb_check_count (check, "requests.received", &received) && received > 0;
}

/*
 * The fault of a sum that one cell alone explains, and its number is the very one that the text tells: the cell is wrong.
 * Of several proposals that becomes the first, and what the text says stands beside the fault.
 */
static NbFinding *
find_healed (NbCheck *check, const NbClaim *claim, const NbSum *sum)
{
  for (guint i = 0; sum->n_figures == 1 && i < check->findings->len; i++)
    {
      NbFinding *finding = check->findings->pdata[i];
      guint n;
      const NbRepair *repairs = nb_finding_get_repairs (finding, &n);

      for (guint r = 0; r < n; r++)
        {
          NbRepair told = repairs[r];

          if (told.figure != sum->figures[0] ||
              !agrees (claim->value, claim->places, told.new_value))
            continue;
          if (n == 1)
            return finding;
          told.why = N_ ("The text says the same.");
          nb_finding_add_repair (finding, &told);
          return NULL;
        }
    }
  return NULL;
}

static void
tell_mismatch (NbCheck *check,
               const Binding *binding,
               const NbClaim *claim,
               const NbSum *sum,
               gboolean is_share)
{
  const char *reading = binding->readings[0];
  gboolean is_t3_08 = claim->kind == NB_CLAIM_CLOSED && !claim->in_words && has_no_outcome (check);
  const char *rule = claim->in_words ? "N-09" : is_t3_08 ? "T3-08" : binding->rule;
  NbFinding *finding = new_finding (check, rule, reading, sum, claim);
  NbFinding *cause = find_healed (check, claim, sum);

  if (cause != NULL)
    {
      nb_finding_add_consequence (cause, finding);
      return;
    }
  if (is_t3_08)
    nb_finding_add_consequence (finding, new_finding (check, binding->rule, reading, sum, claim));
  else if (!claim->in_words && !claim->implied && nb_decimal_is_zero (sum->value))
    nb_finding_add_consequence (finding, new_finding (check, "N-09", reading, sum, claim));
  if (is_share)
    nb_finding_set_severity (finding, NB_SEVERITY_HINT);
  g_ptr_array_add (check->findings, finding);
}

/* --- Claims of one kind --- */

typedef struct
{
  const NbClaim *claims[64];
  guint n;
  guint n_agree;
  NbDecimal total;
} Group;

static void
collect (NbCheck *check, const Binding *binding, GArray *claims, Group *group)
{
  for (guint i = 0; i < claims->len && group->n < G_N_ELEMENTS (group->claims); i++)
    {
      const NbClaim *claim = &g_array_index (claims, NbClaim, i);

      if (claim->kind != binding->kind)
        continue;
      group->claims[group->n++] = claim;
      if (claim_agrees (check, binding, claim))
        group->n_agree++;
      nb_decimal_add (group->total, claim->value, &group->total);
    }
}

/* An outcome that is only implied needs no more than one such case in the table. */
static gboolean
is_satisfied (const NbClaim *claim, const NbSum *sum)
{
  return claim->implied && !nb_decimal_is_zero (sum->value);
}

/* N-01, exceptions: the number is that of new and carried-in requests together. It passes with a note. */
static void
note_together (NbCheck *check, const Binding *binding, const NbClaim *claim)
{
  NbSum new, all;
  NbFinding *finding;

  if (binding->kind != NB_CLAIM_RECEIVED || !sum_reading (check, binding->readings[0], &new) ||
      !sum_reading (check, binding->readings[1], &all) ||
      nb_decimal_compare (claim->value, all.value) != 0 ||
      nb_decimal_compare (new.value, all.value) == 0)
    return;
  finding = nb_check_add (check, binding->rule);
  nb_finding_set_severity (finding, NB_SEVERITY_INFO);
  nb_finding_set_instance (finding, nb_claim_kind_to_string (claim->kind), NULL, NULL);
  nb_finding_set_heading (finding, N_ ("The text counts new and carried-in requests together"));
  nb_finding_set_message (finding, N_ ("The text says {1}: {2} new ones and those carried in."));
  nb_finding_add_number (finding, claim->value);
  nb_finding_add_number (finding, new.value);
  nb_finding_set_relation (finding, nb_check_relation (claim->value, "=", all.value));
  nb_check_add_sum_terms (finding, &all, TRUE);
  quote_claim (finding, nb_prose_get (check->prose, claim->sentence));
}

static void
check_binding (NbCheck *check, const Binding *binding, GArray *claims)
{
  Group group = { .n = 0 };
  NbSum sum;

  if (binding->needs != NULL && nb_form_find_derived_role (check->form, binding->needs) == NULL)
    return;
  if (!sum_reading (check, binding->readings[0], &sum))
    return;
  collect (check, binding, claims, &group);
  if (binding->any && group.n > 1 &&
      (group.n_agree > 0 || nb_decimal_compare (group.total, sum.value) == 0))
    return;
  for (guint i = 0; i < group.n; i++)
    {
      const NbClaim *claim = group.claims[i];

      if (claim_agrees (check, binding, claim))
        {
          if (group.n == 1)
            note_together (check, binding, claim);
          continue;
        }
      if (is_satisfied (claim, &sum) || (claim->in_words && group.n_agree > 0))
        continue;
      tell_mismatch (check, binding, claim, &sum,
                     group.n_agree > 0 && nb_decimal_compare (claim->value, sum.value) < 0);
    }
}

/* "Published" has no cell in the forms of 2014 and 2021: what is near it is only hinted at. */
static void
check_published (NbCheck *check, GArray *claims)
{
  static const Binding published[] = {
    { NB_CLAIM_NORMATIVE_PUBLISHED,
      "N-08",
      { "normative.issued", "normative.in_force", "proactive.normative" } },
    { NB_CLAIM_DOCUMENTS_PUBLISHED,
      "N-08",
      { "rules.issued+normative.issued", "rules.in_force+normative.in_force", "normative.issued",
        "normative.in_force" } },
  };

  if (nb_form_find_role (check->form, "normative.newly_published") != NULL)
    return;
  for (guint b = 0; b < G_N_ELEMENTS (published); b++)
    for (guint i = 0; i < claims->len; i++)
      {
        const NbClaim *claim = &g_array_index (claims, NbClaim, i);
        NbSum sum;

        if (claim->kind == published[b].kind && !claim_agrees (check, &published[b], claim) &&
            sum_reading (check, published[b].readings[0], &sum))
          tell_mismatch (check, &published[b], claim, &sum, TRUE);
      }
}

/* --- Sentences without numbers --- */

/* T3-08: "all were closed", "none is closed yet". */
static void
check_told_outcomes (NbCheck *check)
{
  gint64 closed;

  if (!nb_check_count (check, "requests.closed", &closed))
    return;
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);
      gboolean told, untold;
      NbFinding *finding;

      if (!nb_words_has ("narrative.requests", sentence->text, sentence->length))
        continue;
      untold = nb_words_has ("closed.untold", sentence->text, sentence->length);
      told = !untold && nb_words_has ("closed.told", sentence->text, sentence->length);
      if (!(told && has_no_outcome (check)) && !(untold && closed > 0))
        continue;
      finding = nb_check_add (check, "T3-08");
      nb_finding_set_message (finding,
                              told ? N_ ("The text says that requests were closed; “{1}” is {2}.")
                                   : N_ ("The text says that no request is closed yet; “{1}” is "
                                         "{2}."));
      nb_check_add_label (finding, nb_check_find (check, "requests.closed"));
      nb_finding_add_count (finding, closed);
      nb_finding_set_relation (
          finding, nb_check_relation ((NbDecimal){ closed, 0 }, told ? "=" : ">", NB_DECIMAL_ZERO));
      nb_finding_add_term (finding, nb_check_find (check, "requests.closed"), TRUE);
      quote_claim (finding, sentence);
    }
}

/* --- The information-processing fee --- */

typedef struct
{
  const NbSentence *told;   /* speaks of the fee */
  const NbSentence *denied; /* says that there was none */
  NbDecimal notices;
  gboolean counted;
} Fee;

static gboolean
says_no_money (const NbSentence *sentence)
{
  g_autoptr (GArray) numbers = nb_numbers_read (sentence->text, sentence->length);

  for (guint i = 0; i < numbers->len; i++)
    {
      const NbNumber *number = &g_array_index (numbers, NbNumber, i);

      if (number->kind == NB_NUMBER_MONEY && nb_decimal_is_zero (number->value))
        return TRUE;
    }
  return FALSE;
}

static void
read_fee (NbCheck *check, GArray *claims, Fee *fee)
{
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);

      if (g_strcmp0 (sentence->section, "other") != 0 ||
          !nb_words_has ("fee.subject", sentence->text, sentence->length))
        continue;
      fee->told = sentence;
      if (nb_words_has ("fee.none", sentence->text, sentence->length) || says_no_money (sentence))
        fee->denied = sentence;
    }
  for (guint i = 0; i < claims->len; i++)
    {
      const NbClaim *claim = &g_array_index (claims, NbClaim, i);

      if (claim->kind != NB_CLAIM_FEE_NOTICES)
        continue;
      fee->counted = TRUE;
      if (nb_decimal_compare (claim->value, fee->notices) > 0)
        fee->notices = claim->value;
    }
}

/* T3-11 and T3-12 */
static void
check_fee (NbCheck *check, GArray *claims)
{
  Fee fee = { NULL };
  NbSum unpaid;
  gboolean denied;
  NbFinding *finding;

  if (!nb_check_sum (check, "outcomes.other.overdue_fee", &unpaid) ||
      nb_decimal_is_zero (unpaid.value) || nb_check_find_section (check, "other") == NULL)
    return;
  read_fee (check, claims, &fee);
  denied = fee.counted ? nb_decimal_is_zero (fee.notices) : fee.denied != NULL;
  if (!denied && fee.told != NULL &&
      (!fee.counted || nb_decimal_compare (fee.notices, unpaid.value) >= 0))
    return;
  finding = nb_check_add (check, denied ? "T3-12" : "T3-11");
  nb_finding_set_message (
      finding, denied ? N_ ("Requests abandoned for an unpaid fee: {1}. Section 6 says that no "
                            "fee was charged.")
               : fee.told == NULL
                   ? N_ ("Requests abandoned for an unpaid fee: {1}. Section 6 does not speak "
                         "of fee notices.")
                   : N_ ("Requests abandoned for an unpaid fee: {1}. Section 6 tells of {2} "
                         "fee notices."));
  nb_finding_add_number (finding, unpaid.value);
  nb_finding_add_number (finding, fee.notices);
  nb_finding_set_relation (finding, nb_check_relation (unpaid.value, ">", fee.notices));
  nb_check_add_sum_terms (finding, &unpaid, FALSE);
  if (fee.told != NULL)
    quote_claim (finding, denied && fee.denied != NULL ? fee.denied : fee.told);
}

void
nb_rules_narrative_run (NbCheck *check)
{
  g_autoptr (GArray)
      claims = nb_narrative_read (check->prose, check->year, nb_report_get_organ (check->report));

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    check_binding (check, &bindings[i], claims);
  check_published (check, claims);
  check_told_outcomes (check);
  check_fee (check, claims);
  nb_rules_sentences_run (check);
}
