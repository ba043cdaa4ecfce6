/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The identities of the forms, put to reports that are made for it. */

#include <locale.h>
#include <string.h>

#include "check/nb-check.h"
#include "report-builder.h"

/* Twenty-six requests of natural persons, all granted. */
#define CONSISTENT                                                                                 \
  "new_received.natural_person=26 new_received.total=26 disclosed_full.natural_person=26 "         \
  "disclosed_full.total=26 closed_total.natural_person=26 closed_total.total=26 "

/* The findings of a report as "rule[instance] severity status: relation", one a line. */
static char *
check (const char *form, const char *cells)
{
  g_autoptr (NbReport) report = build_report (form, cells);
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_IDENTITIES);
  GString *out = g_string_new (NULL);

  g_assert_true (g_list_model_get_item_type (findings) == NB_TYPE_FINDING);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      const char *instance = nb_finding_get_instance (finding);

      g_assert_true (nb_finding_get_report (finding) == report);
      g_string_append_printf (out, "%s[%s] %s %s: %s\n", nb_finding_get_rule (finding),
                              instance ? instance : "",
                              nb_severity_to_string (nb_finding_get_severity (finding)),
                              nb_finding_get_status (finding) == NB_STATUS_FAIL ? "fail" : "open",
                              nb_finding_get_relation (finding));
    }
  return g_string_free (out, FALSE);
}

static void
assert_findings (const char *form, const char *cells, const char *expected)
{
  g_autofree char *found = check (form, cells);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_consistent (void)
{
  static const char *const forms[] = { "2008", "2014", "2019", "2021" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    assert_findings (forms[i], "", "");
  assert_findings ("2021", CONSISTENT, "");
  assert_findings ("2019", CONSISTENT, "");
  assert_findings (NULL, "ext:rows=3", "");
}

static void
test_columns (void)
{
  assert_findings ("2021", CONSISTENT "carried_out.natural_person=1 carried_out.total=1",
                   "T3-01[natural_person] error fail: 26 + 0 ≠ 26 + 1\n"
                   "T3-01[total] error fail: 26 + 0 ≠ 26 + 1\n");
  assert_findings (
      "2019", CONSISTENT "other_total.other_org=2 other_total.total=2",
      "T3-02[other_org] error fail: 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 "
      "+ 0 + 0 + 0 + 0 + 0 + 2 ≠ 0\n"
      "T3-02[total] error fail: 26 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 "
      "+ 0 + 0 + 0 + 0 + 2 ≠ 26\n");
}

static void
test_disputes (void)
{
  assert_findings (
      "2021", "litigation_direct_upheld=2 litigation_direct_pending=1 litigation_direct_total=2",
      "T4-01[litigation_direct] error fail: 2 + 0 + 0 + 1 ≠ 2\n");
}

/* DOMAIN §4.1.2: the row is the fault, the columns only show it. */
static void
test_consequences (void)
{
  assert_findings ("2021", CONSISTENT "new_received.total=27",
                   "T3-03[new_received] error fail: 26 + 0 + 0 + 0 + 0 + 0 ≠ 27\n");
  assert_findings ("2021", CONSISTENT "new_received.natural_person=27",
                   "T3-03[new_received] error fail: 27 + 0 + 0 + 0 + 0 + 0 ≠ 26\n");
  assert_findings ("2021", CONSISTENT "closed_total.natural_person=25",
                   "T3-03[closed_total] error fail: 25 + 0 + 0 + 0 + 0 + 0 ≠ 26\n");
  /* The total of two rows is wrong: all columns but the total come out. */
  assert_findings ("2021", CONSISTENT "new_received.total=27 carried_in.total=1",
                   "T3-03[new_received] error fail: 26 + 0 + 0 + 0 + 0 + 0 ≠ 27\n"
                   "T3-03[carried_in] error fail: 0 + 0 + 0 + 0 + 0 + 0 ≠ 1\n");
}

/* A cell that holds no proper number is the cause; the sums that it spoils are told under it, with the repair. */
static void
test_improper_cells (void)
{
  static const struct
  {
    const char *cells, *rule, *relation;
    guint n_consequences, n_repairs;
  } cases[] = {
    { CONSISTENT "refused_third_party.other_org=-3", "T3-04", "-3 < 0", 2, 1 },
    { CONSISTENT "closed_total.total=25.5", "T3-04", "25.5 ≠ 25", 3, 1 },
    { "litigation_direct_upheld=2.5 litigation_direct_total=2", "T4-02", "2.5 ≠ 2", 1, 1 },
    { "normative_in_force=-1", "T2-01", "-1 < 0", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbReport) report = build_report ("2021", cases[i].cells);
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
      guint n_errors = 0, n_repairs;

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          if (nb_finding_get_severity (finding) != NB_SEVERITY_ERROR &&
              !g_str_equal (nb_finding_get_rule (finding), "T2-02"))
            continue;
          n_errors++;
          nb_finding_get_repairs (finding, &n_repairs);
          g_assert_cmpstr (nb_finding_get_rule (finding), ==, cases[i].rule);
          g_assert_cmpstr (nb_finding_get_relation (finding), ==, cases[i].relation);
          g_assert_cmpuint (nb_finding_get_consequences (finding)->len, ==,
                            cases[i].n_consequences);
          g_assert_cmpuint (n_repairs, ==, cases[i].n_repairs);
        }
      g_assert_cmpuint (n_errors, ==, 1);
    }
}

/* What a broken byte made unreadable is no fault of the report. */
static void
test_broken_byte (void)
{
  static const char *const cells[] = { "licence_decisions=4\357\277\275", "licence_decisions=4x" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (NbReport) report = build_report ("2021", cells[i]);
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
      guint n = 0;

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          if (!g_str_equal (nb_finding_get_rule (finding), "T2-01"))
            continue;
          n++;
          g_assert_cmpint (nb_finding_get_status (finding), ==, i == 0 ? NB_STATUS_OPEN : NB_STATUS_FAIL);
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

/* "0 cases" where money belongs is nothing all the same; 5 cases are not. */
static void
test_zero_of_another_unit (void)
{
  static const char *const cells[] = { "admin_fee_amount=0件", "admin_fee_amount=5件" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (NbReport) report = build_report ("2021", cells[i]);
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
      gboolean found = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          found |= g_str_equal (nb_finding_get_rule (finding), "T2-01");
        }
      g_assert_cmpint (found, ==, i == 1);
    }
}

/* A row under a label of its own is told once; rows that are lacking beside it are not hidden. */
static void
test_renamed_row (void)
{
  static const struct
  {
    const char *cells, *found;
  } cases[] = {
    { "not_handled_repeat.*=~ ext:2.renamed=0", "S-10 " },
    { "not_handled_repeat.*=~", "T3-06 " },
    { "ext:2.added=0", "S-10 " },
    { "not_handled_repeat.*=~ refused_third_party.*=~ ext:2.renamed=0", "T3-06 S-10 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbReport) report = build_report ("2021", cases[i].cells);
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);
          const char *rule = nb_finding_get_rule (finding);

          if (g_str_equal (rule, "S-10") || g_str_equal (rule, "T3-06"))
            g_string_append_printf (found, "%s ", rule);
        }
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* Several rows with a wrong cell each: the column that two of them stand in only follows, and each row has its proposal. */
static void
test_joint_faults (void)
{
  static const struct
  {
    const char *cells;
    guint n_rows, n_consequences, n_repairs;
  } cases[] = {
    /* In one column, by different numbers. */
    { CONSISTENT "refused_third_party.other_org=3 not_handled_repeat.other_org=1", 2, 1, 2 },
    { CONSISTENT
      "refused_third_party.total=100 not_handled_repeat.total=10 disclosed_partial.total=2",
      3, 1, 3 },
    /* The one makes up for the other. */
    { CONSISTENT "new_received.natural_person=27 closed_total.natural_person=27", 2, 1, 2 },
    { CONSISTENT "refused_third_party.other_org=3 not_handled_repeat.total=3", 2, 2, 2 },
    { CONSISTENT "refused_third_party.other_org=3 not_handled_repeat.research_institution=3", 2, 2,
      2 },
    /* By the same number in two columns that both rows have numbers in: either may be wrong in either. */
    { "disclosed_full.natural_person=6 disclosed_full.other_org=5 disclosed_full.total=10 "
      "disclosed_partial.natural_person=5 disclosed_partial.other_org=6 disclosed_partial.total=10 "
      "new_received.natural_person=10 new_received.other_org=10 new_received.total=20 "
      "closed_total.natural_person=10 closed_total.other_org=10 closed_total.total=20",
      2, 2, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbReport) report = build_report ("2021", cases[i].cells);
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_IDENTITIES);
      guint n_consequences = 0, n_repairs = 0;

      g_test_message ("%s", cases[i].cells);
      g_assert_cmpuint (g_list_model_get_n_items (findings), ==, cases[i].n_rows);
      for (guint j = 0; j < cases[i].n_rows; j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);
          guint n;

          g_assert_cmpstr (nb_finding_get_rule (finding), ==, "T3-03");
          nb_finding_get_repairs (finding, &n);
          n_repairs += n;
          n_consequences += nb_finding_get_consequences (finding)->len;
        }
      g_assert_cmpuint (n_consequences, ==, cases[i].n_consequences);
      g_assert_cmpuint (n_repairs, ==, cases[i].n_repairs);
    }
}

/* A fault of a row must not hide one that it has nothing to do with. */
static void
test_independent (void)
{
  assert_findings (
      "2021", CONSISTENT "carried_out.natural_person=1 carried_out.total=1 carried_in.other_org=4",
      "T3-01[natural_person] error fail: 26 + 0 ≠ 26 + 1\n"
      "T3-01[total] error fail: 26 + 0 ≠ 26 + 1\n"
      "T3-03[carried_in] error fail: 0 + 0 + 0 + 0 + 0 + 4 ≠ 0\n");
}

/* Whatever single cell of T3 is wrong, one finding names its row. */
static void
test_every_cell (void)
{
  const NbForm *form = nb_forms_find ("2021");
  const NbFormTable *table = nb_form_find_table (form, "T3");

  for (guint i = 0; i < table->n_metrics; i++)
    {
      const NbMetric *metric = table->metrics[i];
      g_autofree char *cells = g_strdup_printf (CONSISTENT "%s=3", metric->id);
      g_autofree char *prefix = g_strdup_printf ("T3-03[%s] error fail: ", metric->row->key);
      g_autofree char *found = check ("2021", cells);

      g_assert_true (g_str_has_prefix (found, prefix));
      g_assert_cmpuint (strchr (found, '\n') - found, ==, strlen (found) - 1);
    }
}

static void
test_unknown (void)
{
  /* The total is blank: nothing speaks against it. */
  assert_findings ("2021",
                   "new_received.natural_person=3 new_received.total= closed_total.*=~ "
                   "carried_out.*=~",
                   "T3-03[new_received] hint open: 3 + 0 + 0 + 0 + 0 + 0 = ?\n");
  /* A dash and an unreadable cell are as unknown. */
  assert_findings ("2021", "litigation_direct_upheld=- litigation_direct_total=2",
                   "T4-01[litigation_direct] hint open: ? + 0 + 0 + 0 = 2\n");
  assert_findings ("2021", "litigation_direct_upheld=O litigation_direct_total=2",
                   "T4-01[litigation_direct] hint open: ? + 0 + 0 + 0 = 2\n");
  /* The parts that are known are too many already. */
  assert_findings ("2021",
                   "litigation_direct_upheld=3 litigation_direct_other= "
                   "litigation_direct_total=2",
                   "T4-01[litigation_direct] error fail: 3 + 0 + ? + 0 ≠ 2\n");
  /* All blank: nothing is known, nothing is said. */
  assert_findings ("2021", "litigation_direct_*=", "");
}

/* A column that was left blank is told once, with the sums that it leaves undecided; a few are told one by one. */
static void
test_blank_column (void)
{
  static const struct
  {
    const char *cells;
    guint n_findings, n_consequences;
  } cases[] = {
    { CONSISTENT "disclosed_*.total= refused_*.total= unavailable_*.total=", 1, 14 },
    { CONSISTENT "refused_security_stability.total=/ refused_third_party.total=/", 4, 0 },
    /* Blank cells of one table leave the sums of another alone. */
    { CONSISTENT "disclosed_*.total= refused_*.total= unavailable_*.total= "
                 "litigation_direct_upheld=- litigation_direct_total=2",
      3, 14 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbReport) report = build_report ("2021", cases[i].cells);
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
      guint n = 0, n_folded = 0;

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);
          const char *rule = nb_finding_get_rule (finding);

          n += g_str_equal (rule, "CELL-01") || nb_finding_get_status (finding) == NB_STATUS_OPEN;
          if (g_str_equal (rule, "CELL-01"))
            n_folded += nb_finding_get_consequences (finding)->len;
        }
      g_assert_cmpuint (n, ==, cases[i].n_findings);
      g_assert_cmpuint (n_folded, ==, cases[i].n_consequences);
    }
}

/* Numbers that are legible and were not taken, since each may belong to another cell, are no fault of the report. */
static void
test_doubtful_cells (void)
{
  static const struct
  {
    const char *cells, *rule, *folded;
  } cases[] = {
    { "litigation_direct_upheld=!0 litigation_direct_corrected=!7 litigation_direct_other=!5",
      "T4-02", NULL },
    { "litigation_direct_other=!5 litigation_direct_pending=!8 litigation_direct_total=!",
      "CELL-01", "T4-02" },
    { "carried_in.total=!3", "T3-04", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbReport) report = build_report ("2021", cases[i].cells);
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
      guint n = 0;

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);
          GPtrArray *folded = nb_finding_get_consequences (finding);

          g_assert_cmpint (nb_finding_get_severity (finding), !=, NB_SEVERITY_ERROR);
          if (!g_str_equal (nb_finding_get_rule (finding), cases[i].rule))
            continue;
          n++;
          g_assert_cmpint (nb_finding_get_status (finding), ==,
                           cases[i].folded != NULL ? NB_STATUS_FAIL : NB_STATUS_OPEN);
          if (cases[i].folded != NULL)
            g_assert_cmpstr (nb_finding_get_rule (folded->pdata[0]), ==, cases[i].folded);
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_missing (void)
{
  assert_findings ("2021", "*.*=~", "");
  assert_findings ("2021", "litigation_*=~ reconsideration_*=~", "");
  assert_findings ("2021", "litigation_direct_total=~ litigation_direct_upheld=4", "");
  /* A row that is not printed leaves the sums undecided, and that is not its fault. */
  assert_findings ("2021",
                   CONSISTENT "new_received.natural_person=27 new_received.total=27 "
                              "carried_in.*=~ carried_out.*=~ ",
                   "");
}

static void
test_answers_of_2014 (void)
{
  /* One part counted twice is an error; answers in several parts are not sure to be. */
  assert_findings ("2014",
                   "appendix_replied=7 appendix_replied_already_public=7 "
                   "appendix_replied_granted=7",
                   "F1-03[] error fail: 7 + 7 + 0 + 0 + 0 + 0 + 0 + 0 ≠ 7\n");
  assert_findings ("2014",
                   "appendix_replied=7 appendix_replied_already_public=3 "
                   "appendix_replied_granted=6",
                   "F1-03[] warning fail: 3 + 6 + 0 + 0 + 0 + 0 + 0 + 0 ≠ 7\n");
  assert_findings ("2014", "appendix_replied=7 appendix_replied_granted=6",
                   "F1-03[] error fail: 0 + 6 + 0 + 0 + 0 + 0 + 0 + 0 ≠ 7\n");
}

static void
test_results_of_2014 (void)
{
  assert_findings ("2014", "appendix_reconsideration_total=1",
                   "F1-05[] warning fail: 0 + 0 + 0 ≠ 1\n");
  assert_findings ("2014", "appendix_litigation_upheld=2 appendix_litigation_total=1",
                   "F1-06[] error fail: 2 + 0 + 0 ≠ 1\n");
}

/* The single row of 2019 in a report of 2021. */
static void
test_row_of_another_form (void)
{
#define PRINTED                                                                                    \
  CONSISTENT "other_*=~ new_received.natural_person=28 new_received.total=28 "                     \
             "closed_total.natural_person=28 closed_total.total=28 "
  static const char columns[] = " 2019:other_total.commercial_enterprise=0 "
                                "2019:other_total.research_institution=0 "
                                "2019:other_total.public_interest_org=0 "
                                "2019:other_total.legal_services_org=0 "
                                "2019:other_total.other_org=0";
  g_autofree char *right = g_strconcat (
      PRINTED "2019:other_total.natural_person=2 2019:other_total.total=2", columns, NULL);
  g_autofree char *wrong = g_strconcat (
      PRINTED "2019:other_total.natural_person=3 2019:other_total.total=3", columns, NULL);
  g_autofree char *uneven = g_strconcat (
      PRINTED "2019:other_total.natural_person=2 2019:other_total.total=3", columns, NULL);

  assert_findings ("2021", right, "");
  assert_findings (
      "2021", wrong,
      "T3-02[natural_person] error fail: 26 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 "
      "+ 0 + 0 + 0 + 0 + 0 + 0 + 3 ≠ 28\n"
      "T3-02[total] error fail: 26 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 0 "
      "+ 0 + 0 + 0 + 0 + 3 ≠ 28\n");
}

static NbFinding *
find_first (const char *form, const char *cells, GListModel **findings)
{
  g_autoptr (NbReport) report = build_report (form, cells);

  *findings = nb_check_report (report, NB_CHECK_IDENTITIES);
  g_assert_cmpuint (g_list_model_get_n_items (*findings), >, 0);
  return g_list_model_get_item (*findings, 0);
}

static void
test_terms (void)
{
  static const char *const ids[] = { "new_received.natural_person", "carried_in.natural_person",
                                     "closed_total.natural_person", "carried_out.natural_person" };
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (NbFinding) finding = find_first (
      "2021", CONSISTENT "carried_out.natural_person=1 carried_out.total=1", &findings);
  guint n;
  const NbTerm *terms = nb_finding_get_terms (finding, &n);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (nb_figure_get_id (terms[i].figure), ==, ids[i]);
      g_assert_cmpint (terms[i].right, ==, i >= 2);
    }
}

static void
assert_sentences (const char *form, const char *cells, const char *title, const char *message)
{
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (NbFinding) finding = find_first (form, cells, &findings);
  g_autofree char *found_title = nb_finding_dup_title (finding);
  g_autofree char *found_message = nb_finding_dup_message (finding);

  g_assert_cmpstr (found_title, ==, title);
  g_assert_cmpstr (found_message, ==, message);
}

static void
test_sentences (void)
{
  assert_sentences ("2014", "appendix_staff_total=3 appendix_staff_part_time=1",
                    "Full-time and part-time staff do not add up to the staff",
                    "The parts add up to 1, but “(3) Staff” is 3: a difference of 2.");
  assert_sentences (
      "2014", "appendix_staff_total=3 appendix_staff_part_time=",
      "Cannot be decided: Full-time and part-time staff add up to the staff",
      "1 cell has no number. The relation does not hold if blanks mean 0: 3 is lacking.");
  assert_sentences ("2014", "appendix_staff_total= appendix_staff_part_time=",
                    "Cannot be decided: Full-time and part-time staff add up to the staff",
                    "2 cells have no number. The relation holds if blanks mean 0.");
  assert_sentences (
      "2014", "appendix_staff_total=3 appendix_staff_part_time= appendix_staff_full_time=4",
      "Full-time and part-time staff do not add up to the staff",
      "Whatever the 1 cell without a number stands for, it cannot come out: 4 against 3.");
}

static void
test_speed (void)
{
  g_autoptr (NbReport) report = build_report ("2021", CONSISTENT);
  const guint n = 1000;
  double seconds;

  g_test_timer_start ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_IDENTITIES);

      g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
    }
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds / n, "%.1f µs a report", seconds / n * 1e6);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/check/consistent", test_consistent);
  g_test_add_func ("/nianbao/check/columns", test_columns);
  g_test_add_func ("/nianbao/check/disputes", test_disputes);
  g_test_add_func ("/nianbao/check/consequences", test_consequences);
  g_test_add_func ("/nianbao/check/improper-cells", test_improper_cells);
  g_test_add_func ("/nianbao/check/zero-of-another-unit", test_zero_of_another_unit);
  g_test_add_func ("/nianbao/check/broken-byte", test_broken_byte);
  g_test_add_func ("/nianbao/check/renamed-row", test_renamed_row);
  g_test_add_func ("/nianbao/check/joint-faults", test_joint_faults);
  g_test_add_func ("/nianbao/check/independent", test_independent);
  g_test_add_func ("/nianbao/check/every-cell", test_every_cell);
  g_test_add_func ("/nianbao/check/unknown", test_unknown);
  g_test_add_func ("/nianbao/check/blank-column", test_blank_column);
  g_test_add_func ("/nianbao/check/doubtful-cells", test_doubtful_cells);
  g_test_add_func ("/nianbao/check/missing", test_missing);
  g_test_add_func ("/nianbao/check/answers-of-2014", test_answers_of_2014);
  g_test_add_func ("/nianbao/check/results-of-2014", test_results_of_2014);
  g_test_add_func ("/nianbao/check/row-of-another-form", test_row_of_another_form);
  g_test_add_func ("/nianbao/check/terms", test_terms);
  g_test_add_func ("/nianbao/check/sentences", test_sentences);
  g_test_add_func ("/nianbao/check/speed", test_speed);
  return g_test_run ();
}
