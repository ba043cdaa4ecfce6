/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two reports side by side: what is compared, what is not, and why (DOMAIN §5; case-34). */

#include "check/report-builder.h"
#include "series/nb-comparison.h"

static NbComparison *
compare (const char *form_a, const char *cells_a, const char *form_b, const char *cells_b)
{
  g_autoptr (NbReport) a = build_report_for (form_a, "Invented", 2020, NULL, cells_a);
  g_autoptr (NbReport) b = build_report_for (form_b, "Invented", 2021, NULL, cells_b);

  return nb_comparison_new (a, b);
}

static const NbComparisonRow *
find_row (NbComparison *comparison, const char *id)
{
  guint n;
  const NbComparisonRow *rows = nb_comparison_get_rows (comparison, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].matter.id, id))
      return &rows[i];
  g_error ("no row %s", id);
}

static void
assert_row (const NbComparisonRow *row,
            NbComparable comparable,
            const char *delta,
            const char *percent)
{
  g_autofree char *has_delta = row->has_delta ? nb_decimal_to_string (row->delta) : NULL;
  g_autofree char *has_percent = row->has_percent ? nb_decimal_to_string (row->percent) : NULL;

  g_assert_cmpint (row->matter.comparable, ==, comparable);
  g_assert_cmpstr (has_delta, ==, delta);
  g_assert_cmpstr (has_percent, ==, percent);
}

static void
test_same_form (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *delta;
    const char *percent;
    NbReason reason;
  } cases[] = {
    { "118", "142", "24", "20.3", NB_REASON_NONE },
    { "30", "15", "-15", "-50", NB_REASON_NONE },
    { "29", "58", "29", NULL, NB_REASON_SMALL_BASE },
    { "0", "5", "5", NULL, NB_REASON_ZERO_BASE },
    { "7", "7", "0", NULL, NB_REASON_NONE },
    { "", "5", NULL, NULL, NB_REASON_UNKNOWN },
    { "5", "-", NULL, NULL, NB_REASON_UNKNOWN },
    { "5", "~", NULL, NULL, NB_REASON_UNKNOWN },
    { "O", "5", NULL, NULL, NB_REASON_UNKNOWN },
    { "800", "801", "1", "0.1", NB_REASON_NONE },
    { "300", "999999999999999999", "999999999999999699", NULL, NB_REASON_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = g_strdup_printf ("new_received.total=%s", cases[i].a);
      g_autofree char *b = g_strdup_printf ("new_received.total=%s", cases[i].b);
      g_autoptr (NbComparison) comparison = compare ("2021", a, "2021", b);
      const NbComparisonRow *row = find_row (comparison, "new_received.total");

      assert_row (row, NB_COMPARABLE_YES, cases[i].delta, cases[i].percent);
      g_assert_cmpint (row->reason, ==, cases[i].reason);
    }
}

/* Nothing is lost: every metric of the form once, then every derived one of its table. */
static void
test_rows (void)
{
  const NbForm *form = nb_forms_find ("2021");
  g_autoptr (NbComparison)
      comparison = compare ("2021", "ext:more=1", "2021", "ext:more=2 ext:other=3");
  guint n;
  const NbComparisonRow *rows = nb_comparison_get_rows (comparison, &n);

  g_assert_cmpuint (n, ==, form->n_metrics + form->n_derived + 2);
  g_assert_cmpint (rows[n - 2].reason, ==, NB_REASON_EXTRA);
  g_assert_cmpint (rows[n - 2].sides[1].value.unscaled, ==, 2);
  g_assert_true (rows[n - 1].sides[0].not_in_form);
}

/* The verdicts of DOMAIN §5, from data/forms/series.xml. */
static void
test_across_forms (void)
{
  static const struct
  {
    const char *forms[2];
    const char *id;
    NbComparable comparable;
    const char *a; /* what A holds in this row; NULL: not in its form */
    const char *b;
  } cases[] = {
    { { "2014", "2019" }, "new_received.total", NB_COMPARABLE_BREAK, "1", "1" },
    { { "2014", "2021" }, "new_received.total", NB_COMPARABLE_BREAK, "1", "1" },
    { { "2019", "2021" }, "new_received.total", NB_COMPARABLE_YES, "1", "1" },
    { { "2021", "2019" }, "new_received.total", NB_COMPARABLE_YES, "1", "1" },
    { { "2014", "2019" }, "disclosed_full.total", NB_COMPARABLE_BREAK, "2", "1" },
    { { "2014", "2019" }, "litigation_total", NB_COMPARABLE_BREAK, "1", "2" },
    { { "2019", "2021" }, "other_total", NB_COMPARABLE_YES, "1", "3" },
    { { "2019", "2021" }, "other_misc.total", NB_COMPARABLE_NO, NULL, "1" },
    { { "2019", "2021" }, "licence_decisions", NB_COMPARABLE_BREAK, "1", "1" },
    { { "2019", "2021" }, "normative_issued", NB_COMPARABLE_BREAK, "1", "1" },
    { { "2019", "2021" }, "normative_in_force", NB_COMPARABLE_NO, NULL, "1" },
    { { "2019", "2021" }, "normative_published_total", NB_COMPARABLE_NO, "1", NULL },
    { { "2019", "2021" }, "admin_fee_amount", NB_COMPARABLE_NO, NULL, "1" },
    { { "2019", "2021" }, "fee_items_prev", NB_COMPARABLE_NO, "1", NULL },
    { { "2014", "2019" }, "appendix_replied_asked_to_correct", NB_COMPARABLE_NO, "1", NULL },
    { { "2014", "2019" }, "carried_in.total", NB_COMPARABLE_NO, NULL, "1" },
    { { "2014", "2019" }, "appendix_staff_total", NB_COMPARABLE_NO, "1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbComparison)
          comparison = compare (cases[i].forms[0], "*=1", cases[i].forms[1], "*=1");
      const NbComparisonRow *row = find_row (comparison, cases[i].id);
      const char *const sides[] = { cases[i].a, cases[i].b };
      g_autofree char *note = nb_comparison_row_dup_note (row);

      g_assert_cmpint (row->matter.comparable, ==, cases[i].comparable);
      g_assert_cmpint (row->has_delta, ==, cases[i].comparable == NB_COMPARABLE_YES);
      if (cases[i].comparable != NB_COMPARABLE_YES)
        g_assert_nonnull (note);
      for (guint side = 0; side < 2; side++)
        {
          g_autofree char *value = nb_decimal_to_string (row->sides[side].value);

          g_assert_cmpint (row->sides[side].not_in_form, ==, sides[side] == NULL);
          g_assert_cmpstr (sides[side] != NULL ? value : NULL, ==, sides[side]);
        }
    }
}

/* Each figure of each report stands in exactly one row, alone or in a sum. */
static void
test_across_forms_is_whole (void)
{
  g_autoptr (NbComparison) comparison = compare ("2014", "*=1", "2019", "*=1");
  guint n;
  const NbComparisonRow *rows = nb_comparison_get_rows (comparison, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) rows[i].matter.id));
      g_assert_true (rows[i].matter.expressions[0] != NULL ||
                     rows[i].matter.expressions[1] != NULL);
    }
  for (guint i = 0; i < nb_forms_find ("2019")->n_metrics; i++)
    g_assert_true (g_hash_table_contains (seen, nb_forms_find ("2019")->metrics[i]->id));
}

static void
test_money (void)
{
  g_autoptr (NbComparison)
      plain = compare ("2021", "admin_fee_amount=462.657万元", "2021", "admin_fee_amount=1.2亿");
  g_autoptr (NbComparison)
      bare = compare ("2021", "admin_fee_amount=462.657", "2021", "admin_fee_amount=1.2亿");

  assert_row (find_row (plain, "admin_fee_amount"), NB_COMPARABLE_YES, "11537.343", "2493.7");
  assert_row (find_row (bare, "admin_fee_amount"), NB_COMPARABLE_NO, NULL, NULL);
  g_assert_cmpint (find_row (bare, "admin_fee_amount")->reason, ==, NB_REASON_NO_UNIT);
}

static const NbRatio *
get_ratio (NbComparison *comparison, NbRatioKind kind, guint side)
{
  guint n;

  return &nb_comparison_get_ratios (comparison, &n)[kind].sides[side];
}

static void
test_ratios (void)
{
  g_autoptr (NbComparison) comparison = compare (
      "2014", "appendix_completed=200 appendix_replied_granted=90 appendix_replied_partial=10",
      "2021",
      "closed_total.total=29 disclosed_full.total=10 disclosed_partial.total=0 "
      "reconsideration_upheld=6 reconsideration_corrected=2 reconsideration_other=0 "
      "reconsideration_pending=40 carried_out.total= ");
  const NbRatio *a = get_ratio (comparison, NB_RATIO_DISCLOSURE, 0);
  const NbRatio *b = get_ratio (comparison, NB_RATIO_DISCLOSURE, 1);

  g_assert_true (a->has_percent && !a->is_small);
  g_assert_cmpint (a->percent.unscaled, ==, 50);
  g_assert_true (b->has_percent && b->is_small);
  g_assert_cmpint (b->percent.unscaled, ==, 345);
  /* Pending cases are in no correction rate, and where a form does not tell them apart there is none. */
  g_assert_cmpint (get_ratio (comparison, NB_RATIO_CORRECTION_RECONSIDERATION, 1)->percent.unscaled,
                   ==, 25);
  g_assert_false (get_ratio (comparison, NB_RATIO_CORRECTION_RECONSIDERATION, 0)->has_percent);
  g_assert_false (get_ratio (comparison, NB_RATIO_BACKLOG, 1)->has_percent);
}

static void
test_copy (void)
{
  g_autoptr (NbReport) a = build_report_for (
      "2021", "Invented", 2022, "In 2022 the county received 30 requests. All were answered.", "");
  g_autoptr (NbReport) b = build_report_for (
      "2021", "Invented", 2023, "In 2023 the county received 41 requests. All were answered.", "");
  g_autoptr (NbReport) c = build_report_for ("2021", "Invented", 2024,
                                             "This year everything was different again.", "");
  g_autoptr (NbComparison) same = nb_comparison_new (a, b);
  g_autoptr (NbComparison) other = nb_comparison_new (a, c);
  guint permille;

  g_assert_true (nb_comparison_is_copy (same));
  g_assert_true (nb_comparison_get_similarity (same, &permille));
  g_assert_cmpuint (permille, ==, 1000);
  g_assert_false (nb_comparison_is_copy (other));
}

/* A report of no form, or of the form that prints no table, has rows of its own only. */
static void
test_no_form (void)
{
  g_autoptr (NbComparison) none = compare (NULL, "ext:more=1", NULL, "ext:more=4");
  g_autoptr (NbComparison) one = compare ("2008", "ext:more=1", "2014", "*=1");
  guint n;
  const NbComparisonRow *rows = nb_comparison_get_rows (none, &n);

  g_assert_cmpuint (n, ==, 1);
  assert_row (&rows[0], NB_COMPARABLE_NO, NULL, NULL);
  assert_row (find_row (one, "appendix_received"), NB_COMPARABLE_NO, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/comparison/same-form", test_same_form);
  g_test_add_func ("/nianbao/comparison/rows", test_rows);
  g_test_add_func ("/nianbao/comparison/across-forms", test_across_forms);
  g_test_add_func ("/nianbao/comparison/across-forms-is-whole", test_across_forms_is_whole);
  g_test_add_func ("/nianbao/comparison/money", test_money);
  g_test_add_func ("/nianbao/comparison/ratios", test_ratios);
  g_test_add_func ("/nianbao/comparison/copy", test_copy);
  g_test_add_func ("/nianbao/comparison/no-form", test_no_form);
  return g_test_run ();
}
