/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules that a sentence alone breaks: per cents (N-06), parts and their whole (N-10), new organs (T3-10, D-02), applicants (T3-13). */

#include <gio/gio.h>
#include <locale.h>

#include "check/nb-check-private.h"
#include "report-builder.h"

typedef struct
{
  const char *text;
  const char *found; /* "RULE severity relation", one a line */
} Case;

static const Case ratios[] = {
  { "收到信件200封,办结190封,办结率95%。", "" },
  { "收到信件200封,办结190封,办结率92%。", "N-06 hint 190 / 200\n" },
  { "办结的816件咨询中,当场答复468件,占比57.35%。", "" },
  { "办结的816件咨询中,当场答复468件,占比64.35%。", "N-06 hint 468 / 816\n" },
  { "受理诉求310件,其中城建类153件,占49.3%;交通类31件,占10%。", "" },
  { "受理诉求310件,其中城建类153件,占56.4%;交通类31件,占10%。", "N-06 hint 153 / 310\n" },
  { "受理诉求310件,其中城建类153件,占49.3%;交通类31件,占12%。", "N-06 hint 31 / 310\n" },
  /* Of what, this sentence does not say. */
  { "城建类诉求153件,占56.4%。", "" },
  { "收到申请69件,办结74件,办结率100%。", "" },
  { "收到申请76件,办结74件,按时办结率100%。", "" },
  { "收到申请76件,办结74件,办结率100%。", "N-06 hint 74 / 76\n" },
  { "办理诉求378件,较上年的192件增长96.9%。", "" },
  { "办理诉求378件,较上年的192件增长107.9%。", "N-06 hint 378 / 192\n" },
  { "办理诉求378件,比2020年的400件减少5.5%。", "" },
  { "办理诉求378件,比2020年的400件减少7.5%。", "N-06 hint 378 / 400\n" },
  /* The growth of the whole, told behind a part. */
  { "办理诉求378件,其中来信60件,较上年的192件增长96.9%。", "" },
  { "办理诉求378件,较上年增长12.5%。", "" },
  /* By how many it grew, and not from how many; of another number; from where, and not against what. */
  { "办理诉求378件,较上年增加42件,增长12.5%。", "" },
  { "办理诉求45件,比上年的50件减少5件,下降10%。", "" },
  { "办理诉求378件,同比增长20%,答复360件,增长15%。", "" },
  { "办理诉求378件,从热线转来60件,增长12%。", "" },
  { "办理诉求约400件,较上年的192件增长96.9%。", "" },
  { "收到信件约200封,办结190封,办结率92%。", "" },
  { "发布信息约900条,其中动态300条,占50%。", "" },
};

static const Case parts[] = {
  { "发布解读371篇,其中文字123篇,图片92篇,视频156篇。", "" },
  { "发布解读371篇,其中文字123篇,图片92篇,视频186篇。",
    "N-10 warning 123 + 92 + 186 = 401 > 371\n" },
  { "收到信件677封,其中咨询类225封、投诉类169封、建议类284封。",
    "N-10 warning 225 + 169 + 284 = 678 > 677\n" },
  { "收到信件677封,其中咨询类225封、投诉类169封、建议类283封。", "" },
  { "收到信件772封,分别为咨询类257封、投诉类193封、建议类321封。",
    "N-10 hint 257 + 193 + 321 = 771 < 772\n" },
  { "收到信件772封,其中办结700封,土地类193封、房屋类321封。", "" },
  { "现行有效规范性文件35件,其中本年新制定16件,废止20件。", "" },
  { "举办活动12场,其中进社区9场,参加320人。", "" },
};

/* T3-10: an organ formed this year carries nothing in. T3-13: an organisation files, the table has none. */
static const Case organs[] = {
  { "2021年3月,我局正式挂牌成立。", "T3-10 hint 2 > 0\n" },
  { "澄江县教育局于2021年5月新成立,本报告为首份年度报告。", "T3-10 hint 2 > 0\n" },
  { "2021年机构改革中,本机关新组建。", "T3-10 hint 2 > 0\n" },
  { "这是我局首次编制年度报告。", "T3-10 hint 2 > 0\n" },
  { "2019年3月,我局正式挂牌成立。", "" },
  { "2021年,我局成立政务公开领导小组。", "" },
  { "2021年,我局新组建政务公开专班。", "" },
  { "2021年,县档案馆挂牌成立。", "" },
  { "某建筑工程有限公司申请公开征地批复。", "T3-13 hint \n" },
  { "其中一件政府信息公开申请由律师事务所提出。", "T3-13 hint \n" },
  { "一家企业申请公开项目环评批复,已答复。", "T3-13 hint \n" },
  { "方便群众和企业申请公开政府信息。", "" },
  { "某建设有限公司中标门户网站运维项目。", "" },
};

static char *
describe_organ (const char *text)
{
  g_autoptr (NbReport) report = build_report_for (
      "2021", "澄江县教育局", 2021, NULL,
      "carried_in.natural_person=2 carried_in.total=2 disclosed_full.natural_person=2 "
      "disclosed_full.total=2 closed_total.natural_person=2 closed_total.total=2");
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GString *out = g_string_new (NULL);
  NbCheck check;

  nb_check_init (&check, report);
  check.findings = findings;
  check.prose = nb_prose_new_text (text, "overview");
  nb_rules_requests_run (&check);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (out, "%s %s %s\n", nb_finding_get_rule (findings->pdata[i]),
                            nb_severity_to_string (nb_finding_get_severity (findings->pdata[i])),
                            nb_finding_get_relation (findings->pdata[i]) != NULL
                                ? nb_finding_get_relation (findings->pdata[i])
                                : "");
  nb_check_clear (&check);
  return g_string_free (out, FALSE);
}

/* D-02: a part of the year, and what the text says of the organ. */
static const struct
{
  const char *text, *period;
  gboolean found;
} periods[] = {
  { "认真贯彻落实条例。", "period:2021-01-01/2021-12-31", FALSE },
  { "认真贯彻落实条例。", "period:2021-03-15/2021-12-31", TRUE },
  { "我局于2021年3月组建,本报告统计期限为2021年3月15日至2021年12月31日。",
    "period:2021-03-15/2021-12-31", FALSE },
  { "我局于2018年3月组建。", "period:2021-03-15/2021-12-31", TRUE },
  { "2021年10月机构改革后,我局不再保留。", "period:2021-01-01/2021-10-31", FALSE },
  { "2021年10月机构改革后,我局不再保留。", "period:2021-02-01/2021-10-31", TRUE },
};

static void
test_periods (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (NbReport)
          report = build_report_for ("2021", "澄江县教育局", 2021, NULL, periods[i].period);
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
      gboolean found = FALSE;
      NbCheck check;

      nb_check_init (&check, report);
      check.findings = findings;
      check.prose = nb_prose_new_text (periods[i].text, "overview");
      nb_rules_dates_run (&check);
      for (guint j = 0; j < findings->len; j++)
        found |= g_str_equal (nb_finding_get_rule (findings->pdata[j]), "D-02");
      nb_check_clear (&check);
      g_test_message ("%s %s", periods[i].text, periods[i].period);
      g_assert_cmpint (found, ==, periods[i].found);
    }
}

/* D-01: what is late or of another form only in the year of the title is told under it. */
static void
test_years (void)
{
  static const struct
  {
    const char *form, *period;
    gboolean is_form_told;
  } cases[] = {
    { "2021", "period:2021-01-01/2021-12-31", FALSE },
    { "2021", "period:2018-01-01/2018-12-31", TRUE },
    { "2019", "period:2021-01-01/2021-12-31", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NbReport)
          report = build_report_for (cases[i].form, "澄江县教育局", 2018, NULL, cases[i].period);
      g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
      gboolean is_year_told = FALSE, is_form_told = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (NbFinding) finding = g_list_model_get_item (findings, j);

          is_year_told |= g_str_equal (nb_finding_get_rule (finding), "D-01");
          is_form_told |= g_str_equal (nb_finding_get_rule (finding), "S-07");
        }
      g_assert_cmpint (is_year_told, ==, i != 1);
      g_assert_cmpint (is_form_told, ==, cases[i].is_form_told);
    }
}

static char *
describe (const char *text)
{
  g_autoptr (NbReport) report = build_report ("2021", "");
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GString *out = g_string_new (NULL);
  NbCheck check;

  nb_check_init (&check, report);
  check.findings = findings;
  check.prose = nb_prose_new_text (text, "overview");
  nb_rules_sentences_run (&check);
  for (guint i = 0; i < check.findings->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (check.findings, i);

      g_string_append_printf (out, "%s %s %s\n", nb_finding_get_rule (finding),
                              nb_severity_to_string (nb_finding_get_severity (finding)),
                              nb_finding_get_relation (finding));
    }
  nb_check_clear (&check);
  return g_string_free (out, FALSE);
}

static void
check_cases (char *(*read) (const char *text), const Case *cases, gsize n)
{
  guint n_wrong = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *found = read (cases[i].text);

      if (g_strcmp0 (found, cases[i].found) == 0)
        continue;
      g_test_message ("“%s”: expected “%s”, got “%s”", cases[i].text, cases[i].found, found);
      n_wrong++;
    }
  if (n_wrong > 0)
    g_test_fail_printf ("%u of %u sentences", n_wrong, (guint) n);
}

static void
test_ratios (void)
{
  check_cases (describe, ratios, G_N_ELEMENTS (ratios));
}

static void
test_parts (void)
{
  check_cases (describe, parts, G_N_ELEMENTS (parts));
}

static void
test_organs (void)
{
  check_cases (describe_organ, organs, G_N_ELEMENTS (organs));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/sentences/ratios", test_ratios);
  g_test_add_func ("/nianbao/sentences/parts", test_parts);
  g_test_add_func ("/nianbao/sentences/organs", test_organs);
  g_test_add_func ("/nianbao/sentences/periods", test_periods);
  g_test_add_func ("/nianbao/sentences/years", test_years);
  return g_test_run ();
}
