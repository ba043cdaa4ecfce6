/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rules that need no prose, put to reports made of cells: for each one that is broken and one that is not; and
 * the rules for several reports, each with a pair that breaks it and one that does not.
 */

#include <locale.h>
#include <string.h>

#include "check/nb-check.h"
#include "report-builder.h"

#define ALL_NEW                                                                                    \
  "new_received.natural_person=26 new_received.total=26 disclosed_full.natural_person=26 "         \
  "disclosed_full.total=26 closed_total.natural_person=26 closed_total.total=26 "

typedef struct
{
  const char *rule;
  const char *form;
  const char *broken;
  const char *whole;
} OneCase;

static const OneCase ones[] = {
  { "T3-04", "2021", "carried_in.other_org=O", "carried_in.other_org=0.0" },
  { "T3-04", "2021",
    "carried_in.natural_person=2.5 carried_in.total=2.5 carried_out.natural_person=2.5 "
    "carried_out.total=2.5",
    "" },
  { "T3-06", "2021", "carried_in.*=~", "" },
  { "T3-07", "2021",
    "new_received.natural_person=3 new_received.total=3 disclosed_full.natural_person=5 "
    "disclosed_full.total=5 closed_total.natural_person=5 closed_total.total=5 carried_out.*=~",
    ALL_NEW "carried_out.*=~" },
  { "T3-09", "2021",
    "new_received.natural_person=20 new_received.total=20 carried_out.natural_person=20 "
    "carried_out.total=20",
    ALL_NEW },
  { "T4-02", "2021", "reconsideration_other=abc", "" },
  { "T4-05", "2021", "reconsideration_corrected=2 reconsideration_total=2", "" },
  { "T2-01", "2021", "licence_decisions=1e309", "licence_decisions=12" },
  { "T2-01", "2021", "penalty_decisions=-4", "" },
  { "T2-02", "2021", "normative_issued=9 normative_repealed=2 normative_in_force=6",
    "normative_issued=9 normative_repealed=2 normative_in_force=7" },
  { "T2-04", "2021", "admin_fee_amount=21223600元", "admin_fee_amount=2122.36万元" },
  { "T2-06", "2019", "fee_items_prev=2 fee_items_change=-3",
    "fee_items_prev=3 fee_items_change=-3" },
  { "T2-07", "2019", "rules_newly_published=2 rules_published_total=1", "" },
  { "T2-08", "2019", "procurement_count=3", "procurement_count=3 procurement_amount=4万元" },
  { "T2-09", "2019", "procurement_count=3 procurement_amount=4",
    "procurement_count=3 procurement_amount=4万元" },
  { "T2-10", "2019", "normative_made=3 normative_newly_published=2 normative_published_total=9",
    "" },
  { "F1-08", "2014", "appendix_proactive_total=5 appendix_channel_website=6",
    "appendix_proactive_total=6 appendix_channel_website=6" },
  { "F1-08", "2014", "appendix_proactive_total=9 appendix_channel_website=6", "" },
  { "F1-09", "2014", "appendix_online_interviews_head=2 appendix_online_interviews=1",
    "appendix_online_interviews=1" },
  { "F1-10", "2014",
    "appendix_proactive_normative=3 appendix_proactive_total=3 appendix_channel_website=3 "
    "appendix_normative_issued=2",
    "appendix_normative_issued=2" },
  { "F1-11", "2014", "appendix_replied=3 appendix_completed=2 appendix_received=2",
    "appendix_received=2" },
  { "F1-12", "2014", "appendix_responses_other=20",
    "appendix_responses_other=20 appendix_response_hot_topics=1" },
  { "F1-13", "2014", "appendix_training_attendees=20",
    "appendix_training_attendees=20 appendix_training_courses=1" },
  { "F1-14", "2014", "appendix_meetings=~", "" },
  { "CELL-01", "2021", "carried_in.other_org= carried_in.legal_services_org=/", "" },
  { "S-10", "2021", "other_*=~ 2019:other_total.total=0", "" },
  { "S-10", "2021", "ext:another=3", "" },
  { "S-07", "2019", "", NULL },
  { "S-11", "2021", "", NULL },
};

static char *
list_rules (GListModel *findings)
{
  GString *out = g_string_new (" ");

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      g_string_append_printf (out, "%s ", nb_finding_get_rule (finding));
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_rule (const char *rules, const char *rule)
{
  g_autofree char *word = g_strdup_printf (" %s ", rule);

  return strstr (rules, word) != NULL;
}

static char *
check_one (const char *form, const char *cells)
{
  g_autoptr (NbReport) report = build_report (form, cells);
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);

  return list_rules (findings);
}

static void
test_one (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ones); i++)
    {
      g_autofree char *broken = check_one (ones[i].form, ones[i].broken);
      g_autofree char *whole = ones[i].whole != NULL ? check_one (ones[i].form, ones[i].whole)
                                                     : NULL;

      if (!has_rule (broken, ones[i].rule))
        g_test_fail_printf ("%s is not found in “%s”:%s", ones[i].rule, ones[i].broken, broken);
      if (whole != NULL && has_rule (whole, ones[i].rule))
        g_test_fail_printf ("%s is found in “%s”", ones[i].rule, ones[i].whole);
    }
}

/* --- Two reports --- */

#define LONG_TEXT                                                                                                                             \
  "县里把群众最常问的事项排成清单,逐条写明办理地点、所需材料和经办人,每周五由窗口人员核对一遍。" \
  "山区道路改线后,公交时刻和校车路线当天在村口公示栏更换,老人不会上网也能看到。"                         \
  "补贴名单先在村里张榜七天,没有异议再上网,公示期满由专人撤下个人信息。"                                     \
  "重大工程的征地范围、补偿标准和听证记录放在同一个专栏,附上图纸,方便对照。"                               \
  "学校招生、医院值班和停水停电通知统一由县平台发出,避免各家口径不一。"                                      \
  "我们还请退休教师担任义务讲解员,在集市日为赶集的人解释新政策,收集到的疑问汇编成册。"                \
  "各单位轮流在电视台的专题节目里回答提问,节目录像长期保留,可以随时点播。"

#define OTHER_TEXT                                                                                                    \
  "渔港码头新设电子屏,滚动播出休渔期限、补助标准和气象预警,船主靠岸就能查看。"    \
  "海岛之间的班船票价调整前召开座谈,记录全文公开,最后采纳了十一条建议。"             \
  "水产市场的抽检结果每旬公布一次,不合格的摊位写明整改日期,复查合格后再作说明。" \
  "灯塔、航标和浮筒的位置变动以图文形式发布,附坐标,便于更新海图。"                      \
  "财政资金投向按项目列出,建设进度每季度更新,照片与报账单据相互对应。"                \
  "志愿者把政策录成方言广播,清晨出海前循环播放,年长的渔民也能听懂。"                   \
  "档案馆开放了旧地契查询,为历史遗留的宅基地纠纷提供依据,减少了往返。"

typedef struct
{
  const char *rule;
  const char *earlier_form;
  const char *later_form;
  const char *earlier;
  const char *later;
  const char *whole; /* the later report where nothing is wrong */
} PairCase;

static const PairCase pairs[] = {
  { "X-01", "2021", "2021", "carried_out.natural_person=4 carried_out.total=4",
    "carried_in.natural_person=3 carried_in.total=3",
    "carried_in.natural_person=4 carried_in.total=4" },
  { "X-01", "2019", "2021", "carried_out.natural_person=4 carried_out.total=4",
    "carried_in.other_org=4 carried_in.total=4", "carried_in.natural_person=4 carried_in.total=4" },
  { "X-01", "2014", "2019", "appendix_received=9 appendix_completed=7", "", "carried_in.total=2" },
  { "X-02", "2021", "2021", "normative_in_force=84",
    "normative_issued=12 normative_repealed=5 normative_in_force=89",
    "normative_issued=12 normative_repealed=5 normative_in_force=91" },
  { "X-03", "2019", "2019", "licence_items_prev=16 licence_items_change=+4",
    "licence_items_prev=21", "licence_items_prev=20" },
  { "X-04", "2021", "2021", "licence_decisions=10", "licence_decisions=90",
    "licence_decisions=45" },
  { "X-04", "2021", "2021", "", "penalty_decisions=50", "penalty_decisions=49" },
  { "X-07", "2019", "2019", "normative_published_total=40", "normative_published_total=39",
    "normative_published_total=40" },
  { "X-08", "2021", "2021", ALL_NEW, ALL_NEW, ALL_NEW "carried_in.total=1" },
  { "T2-04", "2021", "2021", "admin_fee_amount=212.3", "admin_fee_amount=2123000",
    "admin_fee_amount=400" },
  { "T4-03", "2021", "2021", "reconsideration_total=1",
    "litigation_after_reconsideration_total=4 reconsideration_total=2",
    "litigation_after_reconsideration_total=3 reconsideration_total=2" },
  { "T4-04", "2021", "2021", "litigation_direct_pending=3", "litigation_direct_total=2",
    "litigation_direct_total=3" },
};

/* The rules told of each of the reports, which are taken. */
static GPtrArray *
check_together (GPtrArray *reports)
{
  g_autoptr (GPtrArray) found = nb_check_workspace (reports, NULL);
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < found->len; i++)
    {
      GPtrArray *findings = found->pdata[i];
      GString *out = g_string_new (" ");

      for (guint j = 0; j < findings->len; j++)
        g_string_append_printf (
            out, "%s/%s ", nb_finding_get_rule (findings->pdata[j]),
            nb_severity_to_string (nb_finding_get_severity (findings->pdata[j])));
      g_ptr_array_add (rules, g_string_free (out, FALSE));
    }
  return rules;
}

static char *
check_pair (const PairCase *pair, const char *later)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rules = NULL;

  /* The later one first: the order of the inputs says nothing. */
  g_ptr_array_add (reports, build_report_for (pair->later_form, "青禾县", 2022, "", later));
  g_ptr_array_add (reports,
                   build_report_for (pair->earlier_form, "青禾县", 2021, "", pair->earlier));
  rules = check_together (reports);
  g_assert_cmpstr (rules->pdata[1], ==, " ");
  return g_strdup (rules->pdata[0]);
}

static void
test_years (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *broken = check_pair (&pairs[i], pairs[i].later);
      g_autofree char *whole = check_pair (&pairs[i], pairs[i].whole);
      g_autofree char *word = g_strdup_printf (" %s/", pairs[i].rule);

      if (strstr (broken, word) == NULL)
        g_test_fail_printf ("%s is not found in “%s”:%s", pairs[i].rule, pairs[i].later, broken);
      if (strstr (whole, word) != NULL)
        g_test_fail_printf ("%s is found in “%s”", pairs[i].rule, pairs[i].whole);
    }
}

/* Columns that only moved are a warning; a total that differs is an error with its columns folded. */
static void
test_carry (void)
{
  g_autofree char *moved = check_pair (&pairs[1], pairs[1].later);
  g_autofree char *lost = check_pair (&pairs[0], pairs[0].later);

  g_assert_nonnull (strstr (moved, " X-01/warning "));
  g_assert_nonnull (strstr (lost, " X-01/error "));
  g_assert_null (strstr (lost, " X-01/warning "));
}

static void
test_alike_years (void)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rules = NULL;

  g_ptr_array_add (reports, build_report_for ("2021", "青禾县", 2021, "2021年," LONG_TEXT, ""));
  g_ptr_array_add (reports, build_report_for ("2021", "青禾县", 2022, "2022年," LONG_TEXT, ""));
  g_ptr_array_add (reports, build_report_for ("2021", "青禾县", 2023, OTHER_TEXT, ""));
  rules = check_together (reports);
  g_assert_cmpstr (rules->pdata[0], ==, " ");
  g_assert_nonnull (strstr (rules->pdata[1], " X-05/warning "));
  g_assert_null (strstr (rules->pdata[2], "X-05"));
}

static void
test_alike_organs (void)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rules = NULL;

  g_ptr_array_add (reports, build_report_for ("2021", "青禾县", 2022, LONG_TEXT, ""));
  g_ptr_array_add (reports, build_report_for ("2021", "白鹭县", 2022, LONG_TEXT, ""));
  g_ptr_array_add (reports, build_report_for ("2021", "松溪县", 2022, OTHER_TEXT, ""));
  g_ptr_array_add (reports, build_report_for ("2021", "竹山县", 2023, LONG_TEXT, ""));
  rules = check_together (reports);
  g_assert_nonnull (strstr (rules->pdata[0], " X-06/hint "));
  g_assert_nonnull (strstr (rules->pdata[1], " X-06/hint "));
  g_assert_null (strstr (rules->pdata[2], "X-06"));
  g_assert_null (strstr (rules->pdata[3], "X-06"));
}

static void
test_organs (void)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rules = NULL;

  g_ptr_array_add (reports, build_report_for ("2021", "青禾县", 2022, "", ALL_NEW));
  g_ptr_array_add (reports, build_report_for ("2021", "青禾县财政局", 2022, "", ALL_NEW));
  g_ptr_array_add (reports, build_report_for ("2021", "青禾县教育局", 2021, "", ALL_NEW));
  rules = check_together (reports);
  g_assert_nonnull (strstr (rules->pdata[0], " A-01/info "));
  g_assert_null (strstr (rules->pdata[1], "A-0"));
  g_assert_nonnull (strstr (rules->pdata[2], " A-02/info "));
}

/* The same organ and year twice: the first is kept, the second says so. */
static void
test_twice (void)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_ptr_array_add (reports, build_report_for ("2021", "青禾县", 2022, "", ALL_NEW));
  g_ptr_array_add (reports, build_report_for ("2021", "青禾县", 2022, "", ""));
  rules = check_together (reports);
  g_assert_cmpstr (rules->pdata[0], ==, " ");
  g_assert_nonnull (strstr (rules->pdata[1], " S-09/hint "));

  found = nb_check_workspace (reports, NULL);
  for (guint i = 0; i < ((GPtrArray *) found->pdata[1])->len; i++)
    {
      NbFinding *finding = g_ptr_array_index ((GPtrArray *) found->pdata[1], i);
      g_autofree char *message = nb_finding_dup_message (finding);
      guint n_terms;

      if (!g_str_equal (nb_finding_get_rule (finding), "S-09"))
        continue;
      /* The first few figures that differ are named, with both values. */
      nb_finding_get_terms (finding, &n_terms);
      g_assert_cmpuint (n_terms, ==, 5);
      g_assert_nonnull (strstr (message, "that differ: 6 ("));
      g_assert_nonnull (strstr (message, " 26 / 0"));
    }
}

/* Tables that are all copied: only numbers are counted as such, and the place is no table of several. */
static void
test_copied (void)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *message = NULL;
  g_autofree char *place = NULL;
  guint n_terms;
  GPtrArray *own;

  g_ptr_array_add (reports,
                   build_report_for ("2021", "青禾县", 2021, "",
                                     ALL_NEW "penalty_decisions=2 carried_in.other_org=/"));
  g_ptr_array_add (reports,
                   build_report_for ("2021", "青禾县", 2022, "",
                                     ALL_NEW "penalty_decisions=2 carried_in.other_org=/"));
  found = nb_check_workspace (reports, NULL);
  own = found->pdata[1];
  if (own->len != 1)
    {
      g_test_fail_printf ("%u findings", own->len);
      return;
    }
  message = nb_finding_dup_message (own->pdata[0]);
  place = nb_finding_dup_place (own->pdata[0]);
  nb_finding_get_terms (own->pdata[0], &n_terms);
  g_assert_cmpstr (nb_finding_get_rule (own->pdata[0]), ==, "X-08");
  g_assert_cmpstr (message, ==,
                   "All 199 numbers are those of the report for 2021; 7 of them are not 0.");
  g_assert_cmpuint (n_terms, ==, 7);
  g_assert_cmpstr (place, ==, "");
}

/* --- F1-11 --- */

/* Whether the one finding of F1-11 in the later report is explained by the earlier one. */
static gboolean
is_explained (const char *before, const char *now, guint year)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) findings = NULL;
  guint n = 0, n_explained = 0;

  g_ptr_array_add (reports, build_report_for ("2014", "Invented", year, NULL, before));
  g_ptr_array_add (reports, build_report_for ("2014", "Invented", 2016, NULL, now));
  findings = nb_check_report (reports->pdata[1], NB_CHECK_ALL);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      gboolean is_it = g_str_equal (nb_finding_get_rule (finding), "F1-11");

      n += is_it;
      n_explained += nb_check_is_explained (finding, reports);
      g_assert_true (is_it || !nb_check_is_explained (finding, reports));
    }
  g_assert_cmpuint (n, ==, 1);
  return n_explained == 1;
}

static void
test_remainder (void)
{
  static const char left[] = "appendix_received=9 appendix_completed=7";
  static const char more[] = "appendix_received=4 appendix_completed=6";

  g_assert_true (is_explained (left, more, 2015));
  g_assert_false (is_explained (left, "appendix_received=4 appendix_completed=7", 2015));
  g_assert_false (is_explained ("appendix_received=7 appendix_completed=9", more, 2015));
  g_assert_false (is_explained (left, more, 2014));
  /* More was answered than completed: nothing of another year explains that. */
  g_assert_false (
      is_explained (left, "appendix_received=4 appendix_completed=2 appendix_replied=3", 2015));
}

/* --- Proposals --- */

static char *
describe_repairs (const char *form, const char *cells)
{
  g_autoptr (NbReport) report = build_report (form, cells);
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_IDENTITIES);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      guint n;
      const NbRepair *repairs = nb_finding_get_repairs (finding, &n);

      g_string_append_printf (out, "%s:", nb_finding_get_rule (finding));
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *before = nb_decimal_to_string (repairs[j].old_value);
          g_autofree char *after = nb_decimal_to_string (repairs[j].new_value);

          g_string_append_printf (out, " %s %s→%s", nb_figure_get_id (repairs[j].figure), before,
                                  after);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
test_repair (void)
{
  static const struct
  {
    const char *form;
    const char *cells;
    const char *repairs;
  } cases[] = {
    /* A row and a column cross in one cell. */
    { "2021", ALL_NEW "new_received.total=62", "T3-03: new_received.total 62→26\n" },
    { "2021", ALL_NEW "closed_total.natural_person=36",
      "T3-03: closed_total.natural_person 36→26\n" },
    { "2021", ALL_NEW "disclosed_partial.other_org=3", "T3-03: disclosed_partial.other_org 3→0\n" },
    /* Each number in one sum only: every cell that could be it, a slip of the pen first. */
    { "2021", "litigation_direct_upheld=21 litigation_direct_total=12",
      "T4-01: litigation_direct_upheld 21→12 litigation_direct_total 12→21\n" },
    /* A total that was not filled in comes before parts that would have to be none. */
    { "2021", "litigation_direct_upheld=5",
      "T4-01: litigation_direct_total 0→5 litigation_direct_upheld 5→0\n" },
    { "2014", "appendix_staff_total=7 appendix_staff_full_time=5 appendix_staff_part_time=1",
      "F1-07: appendix_staff_full_time 5→6 appendix_staff_part_time 1→2 appendix_staff_total "
      "7→6\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe_repairs (cases[i].form, cases[i].cells);

      g_assert_cmpstr (found, ==, cases[i].repairs);
    }
}

/* Whatever single cell of table 3 is wrong, it is the only one that is proposed, with its right value. */
static void
test_repair_every_cell (void)
{
  const NbFormTable *table = nb_form_find_table (nb_forms_find ("2021"), "T3");

  for (guint i = 0; i < table->n_metrics; i++)
    {
      const NbMetric *metric = table->metrics[i];
      g_autofree char *cells = g_strdup_printf (ALL_NEW "%s=3", metric->id);
      g_autofree char *found = describe_repairs ("2021", cells);
      g_autofree char *expected = g_strdup_printf ("T3-03: %s 3→", metric->id);

      g_assert_true (g_str_has_prefix (found, expected));
      g_assert_null (strstr (found + strlen (expected), "→"));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/nianbao/rules/one", test_one);
  g_test_add_func ("/nianbao/rules/years", test_years);
  g_test_add_func ("/nianbao/rules/carry", test_carry);
  g_test_add_func ("/nianbao/rules/alike-years", test_alike_years);
  g_test_add_func ("/nianbao/rules/alike-organs", test_alike_organs);
  g_test_add_func ("/nianbao/rules/organs", test_organs);
  g_test_add_func ("/nianbao/rules/twice", test_twice);
  g_test_add_func ("/nianbao/rules/copied", test_copied);
  g_test_add_func ("/nianbao/rules/remainder", test_remainder);
  g_test_add_func ("/nianbao/rules/repair", test_repair);
  g_test_add_func ("/nianbao/rules/repair-every-cell", test_repair_every_cell);
  return g_test_run ();
}
