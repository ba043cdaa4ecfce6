/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The five real reports, read where they lie (NB_SEEDS): every figure of each, from the tables as a person reads them
 * (DOMAIN §10). Skipped only where the folder is absent.
 */

#include "report/nb-report.h"

#include <string.h>

typedef struct
{
  const char *file;
  const char *organ;
  NbOrganKind kind;
  guint year;
  const char *form;
  const char *title; /* NULL for none */
  const char *published;
  const char *signed_;
  guint n_figures;
  /* The values that are not 0, "metric=value"; all others are 0. */
  const char *filled;
  guint n_by_position;
} Seed;

static const Seed seeds[] = {
  { "000_792dd8f5ed69b091.txt", "澧县人民政府", NB_ORGAN_GOVERNMENT, 2022, "2021",
    "澧县人民政府2022年度政府信息公开工作报告", NULL, NULL, 200,
    "normative_issued=16 normative_repealed=8 normative_in_force=41 licence_decisions=41375 "
    "penalty_decisions=30266 "
    "coercion_decisions=6683 admin_fee_amount=2122.36 new_received.natural_person=26 "
    "new_received.total=26 "
    "disclosed_full.natural_person=26 disclosed_full.total=26 closed_total.natural_person=26 "
    "closed_total.total=26 "
    "reconsideration_upheld=1 reconsideration_total=1 litigation_direct_corrected=1 "
    "litigation_direct_total=1",
    7 },
  { "001_414f7057c820b49d.txt", "耒阳市", NB_ORGAN_GOVERNMENT, 2017, "2014",
    "耒阳市2017年政府信息公开工作年度报告", NULL, "2017-03-15", 58,
    "appendix_proactive_total=18126 appendix_proactive_normative=35 appendix_normative_issued=169 "
    "appendix_channel_gazette=194 appendix_channel_website=18126 appendix_channel_wechat=3834 "
    "appendix_channel_other=3631 appendix_policy_interpretations=169 appendix_responses_other=2727 "
    "appendix_received=7 appendix_received_online=7 appendix_completed=7 "
    "appendix_completed_on_time=7 "
    "appendix_replied=7 appendix_replied_already_public=7 appendix_replied_granted=7 "
    "appendix_reconsideration_total=1 appendix_litigation_total=1 appendix_offices=1 "
    "appendix_reading_points=99 "
    "appendix_staff_total=96 appendix_staff_full_time=78 appendix_staff_part_time=18 "
    "appendix_budget=3 "
    "appendix_meetings=2 appendix_training_courses=2 appendix_training_attendees=260",
    0 },
  { "002_29ccfbf07b74ecd6.txt", "内江高新区", NB_ORGAN_ZONE, 2019, "2019", NULL, NULL, NULL, 198,
    "normative_made=286 normative_newly_published=286 normative_published_total=485 "
    "licence_items_prev=16 "
    "licence_items_change=166 licence_decisions=11 penalty_items_prev=585 penalty_items_change=14 "
    "penalty_decisions=162 coercion_items_prev=31 coercion_decisions=86 fee_items_prev=2 "
    "procurement_count=388 "
    "procurement_amount=462.657 new_received.natural_person=2 new_received.total=2 "
    "disclosed_full.natural_person=1 disclosed_full.total=1 disclosed_partial.natural_person=1 "
    "disclosed_partial.total=1 closed_total.natural_person=2 closed_total.total=2",
    0 },
  { "003_023b924819fd2490.txt", "乌兰浩特市政府办公室", NB_ORGAN_DEPARTMENT, 2021, "2021", NULL,
    NULL, NULL, 200,
    "normative_in_force=4 new_received.natural_person=4 new_received.total=4 "
    "disclosed_full.natural_person=4 "
    "disclosed_full.total=4 closed_total.natural_person=4 closed_total.total=4",
    0 },
  { "004_b5f108bc23b9f09d.txt", "建塘镇人民政府", NB_ORGAN_TOWNSHIP, 2022, "2021",
    "建塘镇人民政府2022政府信息公开工作年度报告", "2023-01-29", NULL, 200, "", 0 },
};

static GHashTable *
read_filled (const char *filled)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = g_strsplit (filled, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      if (equals != NULL)
        g_hash_table_insert (values, g_strndup (pairs[i], (gsize) (equals - pairs[i])),
                             g_strdup (equals + 1));
    }
  return values;
}

static void
check_figure (NbReport *report, NbFigure *figure, GHashTable *filled, guint *n_by_position)
{
  const char *text = nb_document_get_text (nb_report_get_document (report), NULL);
  const char *expected = g_hash_table_lookup (filled, nb_figure_get_id (figure));
  const NbPlace *place = nb_figure_get_place (figure);
  g_autofree char *got = NULL;
  NbDecimal value;

  if (!nb_figure_get_value (figure, &value))
    g_error ("%s is %s", nb_figure_get_id (figure),
             nb_state_to_string (nb_figure_get_state (figure)));
  got = nb_decimal_to_string (value);
  if (g_strcmp0 (got, expected != NULL ? expected : "0") != 0)
    g_error ("%s is %s, not %s", nb_figure_get_id (figure), got, expected);
  g_hash_table_remove (filled, nb_figure_get_id (figure));

  g_assert_nonnull (place);
  g_assert_nonnull (place->section);
  g_assert_cmpmem (text + place->offset, place->length, nb_figure_get_raw (figure),
                   strlen (nb_figure_get_raw (figure)));
  if (nb_figure_get_confidence (figure) == NB_CONFIDENCE_BY_POSITION)
    ++*n_by_position;
  else
    g_assert_cmpint (nb_figure_get_confidence (figure), ==, NB_CONFIDENCE_EXACT);
}

static void
test_seed (gconstpointer data)
{
  const Seed *seed = data;
  g_autofree char *path = g_build_filename (g_getenv ("NB_SEEDS") ? g_getenv ("NB_SEEDS") : "",
                                            seed->file, NULL);
  g_autoptr (NbSource) source = NULL;
  g_autoptr (NbDocument) document = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GHashTable) filled = read_filled (seed->filled);
  g_autoptr (GError) error = NULL;
  guint n_by_position = 0;
  NbReport *report;
  GListModel *figures;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the seeds are not there");
      return;
    }
  source = nb_source_load (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  document = nb_document_read (source, NULL, &error);
  g_assert_no_error (error);
  reports = nb_report_recognise (document, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);

  report = g_ptr_array_index (reports, 0);
  g_assert_cmpstr (nb_report_get_organ (report), ==, seed->organ);
  g_assert_cmpint (nb_report_get_organ_kind (report), ==, seed->kind);
  g_assert_cmpuint (nb_report_get_year (report), ==, seed->year);
  g_assert_cmpstr (nb_report_get_form (report)->id, ==, seed->form);
  g_assert_cmpstr (nb_report_get_title (report), ==, seed->title);
  g_assert_cmpstr (nb_report_get_published (report), ==, seed->published);
  g_assert_cmpstr (nb_report_get_signed (report), ==, seed->signed_);
  g_assert_cmpuint (nb_report_get_part (report), ==, 0);

  figures = nb_report_get_figures (report);
  g_assert_cmpuint (g_list_model_get_n_items (figures), ==, seed->n_figures);
  for (guint i = 0; i < seed->n_figures; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      check_figure (report, figure, filled, &n_by_position);
    }
  g_assert_cmpuint (g_hash_table_size (filled), ==, 0);
  g_assert_cmpuint (n_by_position, ==, seed->n_by_position);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/seeds/%.3s", seeds[i].file);

      g_test_add_data_func (path, &seeds[i], test_seed);
    }

  return g_test_run ();
}
