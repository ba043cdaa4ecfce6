/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A real report made with WPS, read where it lies (NB_SEEDS/../real): every figure as a person reads it on the pages.
 * Skipped only where the file is absent.
 */

#include "workspace/nb-reading.h"

#include <string.h>

#define FORM "2021"
/* Rows that the report does not have, and the one that it has in their place, of the form before. */
#define N_MISSING 21
#define N_FIGURES (200 + 7)

/* All that is not 0. */
static const char *const filled[] = { "normative_repealed=5",
                                      "normative_in_force=5",
                                      "licence_decisions=550",
                                      "penalty_decisions=4119",
                                      "coercion_decisions=195",
                                      "admin_fee_amount=7730.28",
                                      "new_received.natural_person=21",
                                      "new_received.total=21",
                                      "disclosed_partial.natural_person=4",
                                      "disclosed_partial.total=4",
                                      "refused_state_secret.natural_person=1",
                                      "refused_state_secret.total=1",
                                      "refused_process_info.natural_person=1",
                                      "refused_process_info.total=1",
                                      "refused_enforcement_file.natural_person=1",
                                      "refused_enforcement_file.total=1",
                                      "unavailable_not_held.natural_person=10",
                                      "unavailable_not_held.total=10",
                                      "unavailable_must_create.natural_person=3",
                                      "unavailable_must_create.total=3",
                                      "not_handled_petition.natural_person=1",
                                      "not_handled_petition.total=1",
                                      "closed_total.natural_person=21",
                                      "closed_total.total=21",
                                      "reconsideration_upheld=10",
                                      "reconsideration_corrected=1",
                                      "litigation_after_reconsideration_upheld=5",
                                      NULL };
static const char *const missing[] = { "other_overdue_correction.", "other_overdue_fee.",
                                       "other_misc.", NULL };

static NbReading *
open_real (void)
{
  const char *seeds = g_getenv ("NB_SEEDS");
  g_autofree char *path = g_build_filename (seeds != NULL ? seeds : "", "..", "real",
                                            "hongze-2023.pdf", NULL);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the real report is not there");
      return NULL;
    }
  readings = nb_reading_open (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 1);
  return g_object_ref (g_ptr_array_index (readings, 0));
}

static gboolean
starts_with_any (const char *id, const char *const *prefixes)
{
  for (; *prefixes != NULL; prefixes++)
    if (g_str_has_prefix (id, *prefixes))
      return TRUE;
  return FALSE;
}

static void
check_figure (NbFigure *figure)
{
  g_autofree char *got = NULL;
  g_autofree char *pair = NULL;
  const char *id = nb_figure_get_id (figure);
  NbDecimal value;

  g_assert_true (nb_figure_get_value (figure, &value));
  got = nb_decimal_to_string (value);
  pair = g_strdup_printf ("%s=%s", id, got);
  if (strcmp (got, "0") != 0 && !g_strv_contains (filled, pair))
    g_error ("%s was read", pair);
  for (guint i = 0; filled[i] != NULL; i++)
    if (g_str_has_prefix (filled[i], id) && filled[i][strlen (id)] == '=')
      g_assert_cmpstr (pair, ==, filled[i]);
  /* Its label lost three characters. */
  if (g_str_has_prefix (id, "refused_other_law."))
    g_assert_cmpint (nb_figure_get_confidence (figure), !=, NB_CONFIDENCE_SPLIT);
  else
    g_assert_cmpint (nb_figure_get_confidence (figure), ==, NB_CONFIDENCE_EXACT);
}

static void
test_figures (void)
{
  g_autoptr (NbReading) reading = open_real ();
  NbReport *report;
  GListModel *figures;
  guint n_missing = 0, n_other = 0;

  if (reading == NULL)
    return;
  report = nb_reading_get_report (reading);
  g_assert_cmpstr (nb_report_get_title (report), ==,
                   "洪泽区人民政府2023年政府信息公开工作年度报告");
  g_assert_cmpstr (nb_report_get_organ (report), ==, "洪泽区人民政府");
  g_assert_cmpuint (nb_report_get_year (report), ==, 2023);
  g_assert_cmpstr (nb_report_get_form (report)->id, ==, FORM);

  figures = nb_report_get_figures (report);
  g_assert_cmpuint (g_list_model_get_n_items (figures), ==, N_FIGURES);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      n_other += g_str_has_prefix (nb_figure_get_id (figure), "other_total.");
      if (starts_with_any (nb_figure_get_id (figure), missing))
        {
          g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_MISSING);
          n_missing++;
        }
      else
        check_figure (figure);
    }
  g_assert_cmpuint (n_missing, ==, N_MISSING);
  g_assert_cmpuint (n_other, ==, 7);
}

/* The two false totals of table 4, and no false alarm about the sums of table 3. */
static void
test_findings (void)
{
  g_autoptr (NbReading) reading = open_real ();
  g_autoptr (GString) found = g_string_new (NULL);
  GListModel *findings;

  if (reading == NULL)
    return;
  findings = nb_reading_get_findings (reading);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (nb_finding_get_severity (finding) == NB_SEVERITY_ERROR)
        g_string_append_printf (found, "%s %s\n", nb_finding_get_rule (finding),
                                nb_finding_get_relation (finding));
    }
  g_assert_cmpstr (found->str, ==, "T4-01 10 + 1 + 0 + 0 ≠ 0\nT4-01 5 + 0 + 0 + 0 ≠ 0\n");
}

static void
test_sections (void)
{
  static const char *const headings[] = { NULL,
                                          "总体情况",
                                          "主动公开政府信息情况",
                                          "收到和处理政府信息公开申请情况",
                                          "政府信息公开行政复议、行政诉讼情况",
                                          "存在的主要问题及改进情况",
                                          "其他需要报告的事项" };
  g_autoptr (NbReading) reading = open_real ();
  g_autofree char *text = NULL;
  GListModel *sections;
  guint at = 1;

  if (reading == NULL)
    return;
  sections = nb_report_get_sections (nb_reading_get_report (reading));
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      if (nb_section_get_heading (section) == NULL)
        continue;
      g_assert_cmpuint (at, <, G_N_ELEMENTS (headings));
      g_assert_cmpstr (nb_section_get_heading (section), ==, headings[at]);
      /* A sentence that goes on over the page break is one. */
      if (at == 1)
        g_assert_nonnull (
            strstr (nb_section_get_text (section), "严格执行“分级审核、先审后发”程序"));
      if (at == 5)
        g_assert_nonnull (
            strstr (nb_section_get_text (section), "实行政府信息公开工作人员跟班学习制度"));
      at++;
    }
  g_assert_cmpuint (at, ==, G_N_ELEMENTS (headings));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/pdf-real/figures", test_figures);
  g_test_add_func ("/nianbao/pdf-real/findings", test_findings);
  g_test_add_func ("/nianbao/pdf-real/sections", test_sections);

  return g_test_run ();
}
