/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A relation taken to pieces: which number stands in which cell, of which report. */

#include <string.h>

#include "check/nb-check.h"
#include "check/nb-relation.h"
#include "report-builder.h"

/* The pieces in one line: a cell as ID=NUMBER, with the year where it is of another report; a sum as Σ. */
static char *
write_parts (NbFinding *finding)
{
  g_autoptr (GArray) parts = nb_finding_list_parts (finding);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const NbRelationPart *part = &g_array_index (parts, NbRelationPart, i);

      if (i > 0)
        g_string_append_c (out, ' ');
      if (part->report != NULL)
        g_string_append_printf (out, "%u:", nb_report_get_year (part->report));
      if (part->kind == NB_RELATION_CELL)
        g_string_append_printf (out, "%s=", nb_figure_get_id (part->figure));
      else if (part->kind == NB_RELATION_SUM)
        g_string_append (out, "Σ");
      else if (part->kind == NB_RELATION_ZEROS)
        g_string_append_printf (out, "%u×", part->n_zeros);
      g_string_append (out, part->text);
    }
  return g_string_free (out, FALSE);
}

static NbFinding *
find_rule (GListModel *findings, const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (strcmp (nb_finding_get_rule (finding), rule) == 0)
        return g_steal_pointer (&finding);
    }
  g_error ("%s was not found", rule);
}

static char *
check_one (const char *rule, const char *cells)
{
  g_autoptr (NbReport) report = build_report ("2021", cells);
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
  g_autoptr (NbFinding) finding = find_rule (findings, rule);

  return write_parts (finding);
}

/* What the parts make is told, which stands in no cell. */
static void
test_sum (void)
{
  g_autofree char *row = check_one ("T3-03", "carried_in.natural_person=3 carried_in.other_org=1 "
                                             "carried_in.total=5 carried_out.natural_person=3 "
                                             "carried_out.other_org=1 carried_out.total=4");

  g_assert_cmpstr (row, ==,
                   "carried_in.natural_person=3 + carried_in.commercial_enterprise=0 + "
                   "carried_in.research_institution=0 + carried_in.public_interest_org=0 + "
                   "carried_in.legal_services_org=0 + carried_in.other_org=1 = Σ4 ≠ "
                   "carried_in.total=5");
}

/* Of a long side only the cells that say something are written out; none is lost. */
static void
test_zeros (void)
{
  g_autofree char *column = check_one ("T3-02",
                                       "new_received.natural_person=7 new_received.total=7 "
                                       "disclosed_full.natural_person=4 "
                                       "disclosed_partial.natural_person=2 "
                                       "closed_total.natural_person=7 "
                                       "disclosed_full.total=4 disclosed_partial.total=2 "
                                       "closed_total.total=7");
  guint n_others = 0;

  g_assert_true (g_str_has_prefix (column, "disclosed_full.natural_person=4 + "
                                           "disclosed_partial.natural_person=2 + "));
  g_assert_true (g_str_has_suffix (column, "×0 = Σ6 ≠ closed_total.natural_person=7"));
  n_others = (guint) g_ascii_strtoull (strrchr (column, '+') + 2, NULL, 10);
  g_assert_cmpuint (n_others, ==, 19);
}

/* An unknown cell: nothing is summed up. */
static void
test_open (void)
{
  g_autofree char *row = check_one ("T3-03",
                                    "carried_in.other_org= carried_in.total=2 "
                                    "carried_in.natural_person=2 carried_out.natural_person=2 "
                                    "carried_out.total=2");

  g_assert_true (g_str_has_suffix (row, " + carried_in.other_org=? = carried_in.total=2"));
}

/* "More than nothing" is no cell, also where a cell of the relation is 0. */
static void
test_needed (void)
{
  g_autoptr (NbReport) report = build_report_for ("2014", "青禾县", 2017, "",
                                                  "appendix_responses_other=2727 "
                                                  "appendix_press_conferences=2 "
                                                  "appendix_press_conferences_head=3");
  g_autoptr (NbReport) other = build_report_for ("2021", "青禾县", 2022, "",
                                                 "litigation_direct_corrected=1 "
                                                 "litigation_direct_total=1");
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
  g_autoptr (GListModel) others = nb_check_report (other, NB_CHECK_ALL);
  g_autoptr (NbFinding) responses = find_rule (findings, "F1-12");
  g_autoptr (NbFinding) corrected = find_rule (others, "T4-05");
  g_autofree char *one = write_parts (responses);
  g_autofree char *two = write_parts (corrected);

  g_assert_cmpstr (one, ==,
                   "appendix_responses_other=2727 > 0 ⇒ appendix_response_hot_topics=0 > 0");
  g_assert_cmpstr (two, ==,
                   "reconsideration_corrected=0 + litigation_direct_corrected=1 + "
                   "litigation_after_reconsideration_corrected=0 = 1 > 0");
}

/* The cell of the other year stands in the relation, and is told as that report's. */
static void
test_years (void)
{
  static const struct
  {
    const char *form;
    const char *rule;
    const char *earlier;
    const char *later;
    const char *parts;
  } cases[] = {
    { "2021", "X-01", "carried_out.natural_person=4 carried_out.total=4",
      "carried_in.natural_person=3 carried_in.total=3",
      "2021:carried_out.total=4 ≠ carried_in.total=3" },
    /* Two equal numbers, each in its own cell. */
    { "2021", "X-02", "normative_in_force=12",
      "normative_issued=12 normative_repealed=5 normative_in_force=18",
      "2021:normative_in_force=12 + normative_issued=12 - normative_repealed=5 ≠ "
      "normative_in_force=18" },
    { "2019", "X-03", "licence_items_prev=16 licence_items_change=-4", "licence_items_prev=21",
      "2021:licence_items_prev=16 + 2021:licence_items_change=(-4) ≠ licence_items_prev=21" },
    { "2021", "X-04", "licence_decisions=10", "licence_decisions=90",
      "2021:licence_decisions=10 → licence_decisions=90" },
    { "2021", "T4-04", "litigation_direct_pending=3", "litigation_direct_total=2",
      "litigation_direct_total=2 < 2021:litigation_direct_pending=3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GListStore) findings = g_list_store_new (NB_TYPE_FINDING);
      g_autoptr (NbFinding) finding = NULL;
      g_autofree char *parts = NULL;
      GPtrArray *later;

      g_ptr_array_add (reports,
                       build_report_for (cases[i].form, "青禾县", 2021, "", cases[i].earlier));
      g_ptr_array_add (reports,
                       build_report_for (cases[i].form, "青禾县", 2022, "", cases[i].later));
      found = nb_check_workspace (reports, NULL);
      later = found->pdata[1];
      for (guint j = 0; j < later->len; j++)
        g_list_store_append (findings, later->pdata[j]);
      finding = find_rule (G_LIST_MODEL (findings), cases[i].rule);
      /* The other report is the finding's as long as it lives. */
      g_clear_pointer (&reports, g_ptr_array_unref);
      parts = write_parts (finding);
      g_assert_cmpstr (parts, ==, cases[i].parts);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/relation/sum", test_sum);
  g_test_add_func ("/nianbao/relation/zeros", test_zeros);
  g_test_add_func ("/nianbao/relation/open", test_open);
  g_test_add_func ("/nianbao/relation/needed", test_needed);
  g_test_add_func ("/nianbao/relation/years", test_years);
  return g_test_run ();
}
