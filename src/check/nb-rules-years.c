/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for two reports of one organ, a year apart (X-01 to, T2-04, T4-03, T4-04). The terms of a
 * finding are cells of the later report; the earlier one stands in the relation. Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-similarity.h"

/* */
#define LEAST_FAR      20
#define LEAST_FROM_NIL 50
#define FAR_TIMES      5

/* shares, and runs from which a text is long enough to be alike. */
#define ALIKE      0.70
#define COPIED     0.95
#define LEAST_RUNS 150

/* numbers of a table that are shown. */
#define MOST_COPIED 8

/* a table with fewer numbers, or fewer different ones, may well be the same by chance. */
#define LEAST_NUMBERS 4
#define LEAST_VALUES  3

static NbFinding *
add_finding (NbYears *self, const char *rule, const char *message)
{
  NbFinding *finding = nb_check_add (&self->later, rule);

  nb_finding_set_message (finding, message);
  return finding;
}

/* A cell of the earlier report, where it stands in the relation. */
static void
add_earlier (NbFinding *finding, NbYears *self, const char *role)
{
  nb_finding_add_other (finding, self->earlier.report, nb_check_find (&self->earlier, role));
}

static void
name_row (NbFinding *finding, NbFigure *figure)
{
  const NbMetric *metric = figure != NULL ? nb_figure_get_metric (figure) : NULL;

  if (metric != NULL)
    nb_finding_set_instance (finding, metric->id, metric->label_zh, metric->label_en);
}

/* --- X-01 --- */

static const char *const columns[] = { "natural_person",       "commercial_enterprise",
                                       "research_institution", "public_interest_org",
                                       "legal_services_org",   "other_org" };

static NbFinding *
new_carry (NbYears *self, const char *out, const char *role, gint64 before, gint64 now)
{
  NbFinding *finding = nb_finding_new (self->later.report, "X-01");
  NbFigure *figure = nb_check_find (&self->later, role);

  name_row (finding, figure);
  nb_finding_set_message (finding, N_ ("The report for {1} carried over {2}; {3} are carried in."));
  nb_finding_add_count (finding, self->earlier.year);
  nb_finding_add_count (finding, before);
  nb_finding_add_count (finding, now);
  nb_finding_set_relation (
      finding, nb_check_relation ((NbDecimal){ before, 0 }, "≠", (NbDecimal){ now, 0 }));
  if (out != NULL)
    add_earlier (finding, self, out);
  nb_finding_add_term (finding, figure, TRUE);
  return finding;
}

/* Adds to @whole, or tells as a warning of its own, each column that differs. */
static void
check_carry_columns (NbYears *self, NbFinding *whole)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *out = g_strconcat ("requests.carried_out.", columns[i], NULL);
      g_autofree char *in = g_strconcat ("requests.carried_in.", columns[i], NULL);
      gint64 before, now;
      NbFinding *finding;

      if (!nb_check_count (&self->earlier, out, &before) ||
          !nb_check_count (&self->later, in, &now) || before == now)
        continue;
      finding = new_carry (self, out, in, before, now);
      if (whole != NULL)
        {
          nb_finding_add_consequence (whole, finding);
          continue;
        }
      nb_finding_set_severity (finding, NB_SEVERITY_WARNING);
      g_ptr_array_add (self->later.findings, finding);
      whole = finding;
    }
}

/* About the same: by one, or by a tenth of the larger. */
static gboolean
is_near (gint64 a, gint64 b)
{
  return ABS (a - b) <= MAX (1, MAX (a, b) / 10);
}

/* The form of 2014 has no row for what is left: it can only be guessed from what came in and what was closed. Where more
 * was closed than came in, it cannot. */
static void
check_first_carry (NbYears *self)
{
  gint64 received, closed, now;
  NbFinding *finding;

  if (nb_form_find_role (self->earlier.form, "requests.replied") == NULL ||
      !nb_check_count (&self->earlier, "requests.received", &received) ||
      !nb_check_count (&self->earlier, "requests.closed", &closed) ||
      !nb_check_count (&self->later, "requests.carried_in", &now) || received < closed ||
      is_near (received - closed, now))
    return;
  finding = new_carry (self, NULL, "requests.carried_in", received - closed, now);
  nb_finding_set_severity (finding, NB_SEVERITY_HINT);
  g_ptr_array_add (self->later.findings, finding);
}

static void
check_carry (NbYears *self)
{
  gint64 before, now;
  NbFinding *finding = NULL;

  if (!nb_check_count (&self->earlier, "requests.carried_out", &before) ||
      !nb_check_count (&self->later, "requests.carried_in", &now))
    {
      check_first_carry (self);
      return;
    }
  if (before != now)
    {
      finding = new_carry (self, "requests.carried_out", "requests.carried_in", before, now);
      g_ptr_array_add (self->later.findings, finding);
    }
  check_carry_columns (self, finding);
}

/* --- X-07 --- */

static void
check_stock (NbYears *self, const char *matter)
{
  g_autofree char *in_force = g_strconcat (matter, ".in_force", NULL);
  g_autofree char *issued = g_strconcat (matter, ".issued", NULL);
  g_autofree char *repealed = g_strconcat (matter, ".repealed", NULL);
  gint64 before, now, more, less;
  NbFinding *finding;

  if (!nb_check_count (&self->earlier, in_force, &before) ||
      !nb_check_count (&self->later, in_force, &now) ||
      !nb_check_count (&self->later, issued, &more) ||
      !nb_check_count (&self->later, repealed, &less) || before + more - less == now)
    return;
  finding = add_finding (self, "X-02",
                         N_ ("{1} in force a year before, {2} issued and {3} repealed make {4}; "
                             "{5} is printed."));
  name_row (finding, nb_check_find (&self->later, in_force));
  nb_finding_add_count (finding, before);
  nb_finding_add_count (finding, more);
  nb_finding_add_count (finding, less);
  nb_finding_add_count (finding, before + more - less);
  nb_finding_add_count (finding, now);
  nb_finding_set_relation (finding, g_strdup_printf ("%" G_GINT64_FORMAT " + %" G_GINT64_FORMAT
                                                     " - %" G_GINT64_FORMAT " ≠ %" G_GINT64_FORMAT,
                                                     before, more, less, now));
  add_earlier (finding, self, in_force);
  nb_finding_add_term (finding, nb_check_find (&self->later, issued), FALSE);
  nb_finding_add_term (finding, nb_check_find (&self->later, repealed), FALSE);
  nb_finding_add_term (finding, nb_check_find (&self->later, in_force), TRUE);
}

static void
check_items (NbYears *self, const char *matter)
{
  g_autofree char *items = g_strconcat (matter, ".items_prev", NULL);
  g_autofree char *change = g_strconcat (matter, ".items_change", NULL);
  gint64 before, more, now;
  NbFinding *finding;

  if (!nb_check_count (&self->earlier, items, &before) ||
      !nb_check_count (&self->earlier, change, &more) ||
      !nb_check_count (&self->later, items, &now) || before + more == now)
    return;
  finding = add_finding (self, "X-03",
                         N_ ("{1} items and a change of {2} a year before make {3}; {4} is "
                             "printed."));
  name_row (finding, nb_check_find (&self->later, items));
  nb_finding_add_count (finding, before);
  nb_finding_add_count (finding, more);
  nb_finding_add_count (finding, before + more);
  nb_finding_add_count (finding, now);
  nb_finding_set_relation (finding, g_strdup_printf ("%" G_GINT64_FORMAT " + (%" G_GINT64_FORMAT
                                                     ") ≠ %" G_GINT64_FORMAT,
                                                     before, more, now));
  add_earlier (finding, self, items);
  add_earlier (finding, self, change);
  nb_finding_add_term (finding, nb_check_find (&self->later, items), TRUE);
}

static void
check_published (NbYears *self, const char *role)
{
  gint64 before, now;
  NbFinding *finding;

  if (!nb_check_count (&self->earlier, role, &before) ||
      !nb_check_count (&self->later, role, &now) || now >= before)
    return;
  finding = add_finding (self, "X-07", N_ ("{1} published in all a year before, only {2} now."));
  name_row (finding, nb_check_find (&self->later, role));
  nb_finding_add_count (finding, before);
  nb_finding_add_count (finding, now);
  nb_finding_set_relation (
      finding, nb_check_relation ((NbDecimal){ now, 0 }, "<", (NbDecimal){ before, 0 }));
  nb_finding_add_term (finding, nb_check_find (&self->later, role), FALSE);
  add_earlier (finding, self, role);
}

/* --- X-04, T2-04 --- */

static gboolean
is_far (double before, double now)
{
  if (before == 0 || now == 0)
    return MAX (before, now) >= LEAST_FROM_NIL;
  return MAX (before, now) >= LEAST_FAR && (now > before * FAR_TIMES || before > now * FAR_TIMES);
}

/* Returns: (transfer full) (nullable): what is to be told of a figure that is far from its last one. */
static NbFinding *
find_jump (NbYears *self, const char *role)
{
  NbSum before, now;
  double times;
  gboolean is_unit;
  NbFinding *finding;

  if (!nb_check_sum (&self->earlier, role, &before) || !nb_check_sum (&self->later, role, &now))
    return NULL;
  times = nb_decimal_is_zero (before.value)
              ? 0
              : nb_decimal_to_double (now.value) / nb_decimal_to_double (before.value);
  is_unit = strcmp (role, "fees") == 0 &&
            ((times >= 5000 && times <= 20000) || (times >= 0.00005 && times <= 0.0002));
  if (!is_unit && !is_far (nb_decimal_to_double (before.value), nb_decimal_to_double (now.value)))
    return NULL;
  finding = nb_finding_new (self->later.report, is_unit ? "T2-04" : "X-04");
  nb_finding_set_message (
      finding, is_unit ? N_ ("{1} a year before, {2} now: about 10 000 times, as if yuan and "
                             "10 000 yuan were mixed up.")
                       : N_ ("{1} a year before, {2} now."));
  name_row (finding, now.figures[0]);
  nb_finding_add_number (finding, before.value);
  nb_finding_add_number (finding, now.value);
  nb_finding_set_relation (finding, nb_check_relation (before.value, "→", now.value));
  for (guint i = 0; i < before.n_figures; i++)
    nb_finding_add_other (finding, self->earlier.report, before.figures[i]);
  nb_check_add_sum_terms (finding, &now, TRUE);
  return finding;
}

/* Figures that go with each other: what follows the first that jumps is folded under it. */
static void
check_jumps_of (NbYears *self, const char *const *roles, gboolean together)
{
  NbFinding *first = NULL;

  for (guint i = 0; roles[i] != NULL; i++)
    {
      NbFinding *finding = find_jump (self, roles[i]);

      if (finding == NULL)
        continue;
      if (together && first != NULL)
        {
          nb_finding_add_consequence (first, finding);
          continue;
        }
      g_ptr_array_add (self->later.findings, finding);
      first = finding;
    }
}

static void
check_jumps (NbYears *self)
{
  static const char *const requests[] = { "requests.received",    "requests.closed",
                                          "outcomes.full",        "outcomes.partial",
                                          "outcomes.refused",     "outcomes.unavailable",
                                          "outcomes.not_handled", "outcomes.other",
                                          "requests.carried_out", NULL };
  static const char *const disputes[] = { "disputes.reconsideration", "disputes.litigation", NULL };
  static const char *const disclosure[] = { "licences",
                                            "services",
                                            "penalties",
                                            "coercion",
                                            "fees",
                                            "normative.issued",
                                            "normative.repealed",
                                            "procurement.count",
                                            "procurement.amount",
                                            "proactive.total",
                                            "resources.staff",
                                            NULL };
  gboolean had_carry = nb_form_find_role (self->earlier.form, "requests.carried_in") != NULL;
  gboolean has_carry = nb_form_find_role (self->later.form, "requests.carried_in") != NULL;

  if (had_carry == has_carry)
    {
      check_jumps_of (self, requests, TRUE);
      check_jumps_of (self, disputes, FALSE);
    }
  /* What a decision is changed from form to form. */
  if (self->earlier.form == self->later.form)
    check_jumps_of (self, disclosure, FALSE);
}

/* --- X-05 --- */

static const char *
get_text (const NbCheck *check, const char *key)
{
  NbSection *section = nb_check_find_section (check, key);

  return section != NULL ? nb_section_get_text (section) : "";
}

static double
compare_texts (NbYears *self, const char *const *keys)
{
  const char *before[8] = { NULL }, *now[8] = { NULL };
  g_autoptr (NbShingles) a = NULL;
  g_autoptr (NbShingles) b = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      before[i] = get_text (&self->earlier, keys[i]);
      now[i] = get_text (&self->later, keys[i]);
    }
  a = nb_shingles_new (before);
  b = nb_shingles_new (now);
  return b->n >= LEAST_RUNS ? nb_shingles_contain (b, a) : 0;
}

static NbFinding *
new_alike (NbYears *self, double share, const char *const *sections, const char *message)
{
  NbFinding *finding = nb_finding_new (self->later.report, "X-05");

  nb_finding_set_message (finding, message);
  if (share < COPIED)
    nb_finding_set_severity (finding, NB_SEVERITY_HINT);
  nb_finding_add_count (finding, (gint64) (share * 100));
  nb_finding_add_count (finding, self->earlier.year);
  nb_finding_set_relation (finding, g_strdup_printf ("%d %%", (int) (share * 100)));
  nb_alike_quote (finding, self->earlier.report, sections, self->cancellable);
  return finding;
}

static void
check_copied_text (NbYears *self)
{
  static const char *const prose[] = { "overview", "problems", "other", NULL };
  static const char *const problems[] = { "problems", NULL };
  double whole = compare_texts (self, prose), part = compare_texts (self, problems);
  NbFinding *finding = NULL, *of_part = NULL;

  if (whole >= ALIKE)
    finding = new_alike (
        self, whole, prose,
        N_ ("{1} per cent of sections 1, 5 and 6 stand word for word in the report for {2}."));
  if (part >= ALIKE)
    of_part = new_alike (
        self, part, problems,
        N_ ("{1} per cent of section 5 stand word for word in the report for {2}."));
  if (finding != NULL)
    g_ptr_array_add (self->later.findings, finding);
  if (finding != NULL && of_part != NULL)
    nb_finding_add_consequence (finding, of_part);
  else if (of_part != NULL)
    g_ptr_array_add (self->later.findings, of_part);
}

/* --- X-08 --- */

/* How often a value stands among the first numbers of a table. */
static gboolean
has_value (NbYears *self, const NbFormTable *table, guint n, NbDecimal value)
{
  for (guint i = 0; i < n; i++)
    {
      NbDecimal other;

      if (nb_figure_get_known (self->later.figures.all[table->metrics[i]->index], &other) &&
          nb_decimal_compare (other, value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A cell that is left blank in both years, or says nothing in both with the same sign. */
static gboolean
is_blank_in_both (NbFigure *before, NbFigure *now)
{
  NbState state = nb_figure_get_known_state (now);

  return (state == NB_STATE_BLANK || state == NB_STATE_PLACEHOLDER) &&
         state == nb_figure_get_known_state (before);
}

/**
 * Copied:
 * @n_known: numbers of a table that are those of the year before
 * @n_numbers: those of them that are not 0
 * @n_values: how many of these differ
 */
typedef struct
{
  guint n_known;
  guint n_numbers;
  guint n_values;
} Copied;

/* Whether all numbers of a table are those of the year before. */
static gboolean
repeats (NbYears *self, const NbFormTable *table, Copied *copied)
{
  *copied = (Copied){ 0 };
  for (guint i = 0; i < table->n_metrics; i++)
    {
      guint index = table->metrics[i]->index;
      NbDecimal before, now;

      if (index >= self->earlier.figures.n || index >= self->later.figures.n)
        return FALSE;
      if (is_blank_in_both (self->earlier.figures.all[index], self->later.figures.all[index]))
        continue;
      if (!nb_figure_get_known (self->earlier.figures.all[index], &before) ||
          !nb_figure_get_known (self->later.figures.all[index], &now) ||
          nb_decimal_compare (before, now) != 0)
        return FALSE;
      copied->n_known++;
      copied->n_numbers += nb_decimal_is_zero (now) ? 0 : 1;
      copied->n_values += !nb_decimal_is_zero (now) && !has_value (self, table, i, now) ? 1 : 0;
    }
  return table->n_metrics > 0;
}

/* The first numbers of a table that are not 0, in both years. */
static void
add_copied (NbYears *self, NbFinding *finding, const NbFormTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_metrics && n < MOST_COPIED; i++)
    {
      guint index = table->metrics[i]->index;
      NbDecimal value;

      if (!nb_figure_get_known (self->later.figures.all[index], &value) ||
          nb_decimal_is_zero (value))
        continue;
      nb_finding_add_term (finding, self->later.figures.all[index], FALSE);
      nb_finding_add_other (finding, self->earlier.report, self->earlier.figures.all[index]);
      n++;
    }
}

static void
tell_copied (NbYears *self, const NbFormTable *table, const Copied *copied)
{
  NbFinding *finding = add_finding (
      self, "X-08",
      N_ ("All {1} numbers are those of the report for {2}; {3} of them "
          "are not 0."));

  if (table != NULL)
    nb_finding_set_instance (finding, table->id, table->label_short_zh, table->label_short_en);
  nb_finding_add_count (finding, copied->n_known);
  nb_finding_add_count (finding, self->earlier.year);
  nb_finding_add_count (finding, copied->n_numbers);
  for (guint i = 0; i < self->later.form->n_tables; i++)
    if (table == NULL || table == &self->later.form->tables[i])
      add_copied (self, finding, &self->later.form->tables[i]);
}

/* All tables together need one number, a table by itself so many that it is no chance. */
static void
check_copied_tables (NbYears *self)
{
  const NbForm *form = self->later.form;
  guint n_copied = 0;
  Copied all = { 0 }, one;

  if (self->earlier.form != form)
    return;
  for (guint i = 0; i < form->n_tables; i++)
    if (repeats (self, &form->tables[i], &one))
      {
        n_copied++;
        all.n_known += one.n_known;
        all.n_numbers += one.n_numbers;
      }
  if (n_copied > 1 && n_copied == form->n_tables && all.n_numbers > 0)
    {
      tell_copied (self, NULL, &all);
      return;
    }
  for (guint i = 0; i < form->n_tables; i++)
    if (repeats (self, &form->tables[i], &one) && one.n_numbers >= LEAST_NUMBERS &&
        one.n_values >= LEAST_VALUES)
      tell_copied (self, &form->tables[i], &one);
}

/* --- T4-03, T4-04 --- */

static void
check_suits (NbYears *self)
{
  gint64 suits, now, before, pending;
  NbFinding *finding;

  if (!nb_check_count (&self->later, "disputes.litigation.after_reconsideration", &suits) ||
      !nb_check_count (&self->later, "disputes.reconsideration", &now) ||
      !nb_check_count (&self->earlier, "disputes.reconsideration", &before) ||
      !nb_check_count (&self->earlier, "disputes.litigation.after_reconsideration.pending",
                       &pending) ||
      suits <= now + before + pending)
    return;
  finding = add_finding (self, "T4-03",
                         N_ ("{1} suits after reconsideration, but {2} reconsiderations in two "
                             "years and {3} suits pending before."));
  nb_finding_add_count (finding, suits);
  nb_finding_add_count (finding, now + before);
  nb_finding_add_count (finding, pending);
  nb_finding_set_relation (finding, g_strdup_printf ("%" G_GINT64_FORMAT " > %" G_GINT64_FORMAT
                                                     " + %" G_GINT64_FORMAT " + %" G_GINT64_FORMAT,
                                                     suits, now, before, pending));
  nb_finding_add_term (
      finding, nb_check_find (&self->later, "disputes.litigation.after_reconsideration"), FALSE);
  nb_finding_add_term (finding, nb_check_find (&self->later, "disputes.reconsideration"), TRUE);
  add_earlier (finding, self, "disputes.reconsideration");
  add_earlier (finding, self, "disputes.litigation.after_reconsideration.pending");
}

static void
check_pending (NbYears *self, const char *role)
{
  g_autofree char *pending_role = g_strconcat (role, ".pending", NULL);
  gint64 pending, total;
  NbFinding *finding;

  if (!nb_check_count (&self->earlier, pending_role, &pending) ||
      !nb_check_count (&self->later, role, &total) || total >= pending)
    return;
  finding = add_finding (self, "T4-04",
                         N_ ("{1} were pending a year before, but the total is {2}."));
  name_row (finding, nb_check_find (&self->later, role));
  nb_finding_add_count (finding, pending);
  nb_finding_add_count (finding, total);
  nb_finding_set_relation (
      finding, nb_check_relation ((NbDecimal){ total, 0 }, "<", (NbDecimal){ pending, 0 }));
  nb_finding_add_term (finding, nb_check_find (&self->later, role), FALSE);
  add_earlier (finding, self, pending_role);
}

void
nb_rules_years_run (NbYears *self)
{
  static const char *const items[] = { "licences", "services", "penalties", "coercion", "fees" };

  if (self->earlier.form == NULL || self->later.form == NULL)
    return;
  check_carry (self);
  check_stock (self, "rules");
  check_stock (self, "normative");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    check_items (self, items[i]);
  check_jumps (self);
  check_copied_text (self);
  check_published (self, "rules.published_total");
  check_published (self, "normative.published_total");
  check_copied_tables (self);
  check_suits (self);
  check_pending (self, "disputes.reconsideration");
  check_pending (self, "disputes.litigation.direct");
  check_pending (self, "disputes.litigation.after_reconsideration");
}
