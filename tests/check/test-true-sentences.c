/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sentences as offices write them, about one report of 2022 whose tables stand below: nothing is found in those that are
 * true, whatever else they tell, and the fault in those that are not.
 */

#include <gio/gio.h>
#include <locale.h>

#include "check/nb-check-private.h"
#include "report-builder.h"
#include "told-sentences.h"

typedef ToldSentence Case;

/* 95 + 8 = 98 + 5; 98 = 41 + 12 + 20 + 17 + 4 + 4. */
static const char cells[] =
    "new_received.natural_person=82 new_received.commercial_enterprise=8 "
    "new_received.research_institution=1 new_received.public_interest_org=2 "
    "new_received.legal_services_org=1 new_received.other_org=1 new_received.total=95 "
    "carried_in.natural_person=8 carried_in.total=8 disclosed_full.natural_person=41 "
    "disclosed_full.total=41 disclosed_partial.natural_person=12 disclosed_partial.total=12 "
    "refused_other_law.natural_person=2 refused_other_law.total=2 "
    "refused_security_stability.natural_person=1 refused_security_stability.total=1 "
    "refused_third_party.natural_person=4 refused_third_party.total=4 "
    "refused_internal_affairs.natural_person=3 refused_internal_affairs.total=3 "
    "refused_process_info.natural_person=5 refused_process_info.total=5 "
    "refused_enforcement_file.natural_person=2 refused_enforcement_file.total=2 "
    "refused_administrative_query.natural_person=3 refused_administrative_query.total=3 "
    "unavailable_not_held.natural_person=1 unavailable_not_held.commercial_enterprise=8 "
    "unavailable_not_held.research_institution=1 unavailable_not_held.public_interest_org=2 "
    "unavailable_not_held.legal_services_org=1 unavailable_not_held.other_org=1 "
    "unavailable_not_held.total=14 "
    "unavailable_must_create.natural_person=2 unavailable_must_create.total=2 "
    "unavailable_unclear.natural_person=1 unavailable_unclear.total=1 "
    "not_handled_petition.natural_person=2 not_handled_petition.total=2 "
    "not_handled_repeat.natural_person=1 not_handled_repeat.total=1 "
    "not_handled_confirm_reissue.natural_person=1 not_handled_confirm_reissue.total=1 "
    "other_overdue_correction.natural_person=3 other_overdue_correction.total=3 "
    "other_overdue_fee.natural_person=1 other_overdue_fee.total=1 "
    "closed_total.natural_person=85 closed_total.commercial_enterprise=8 "
    "closed_total.research_institution=1 closed_total.public_interest_org=2 "
    "closed_total.legal_services_org=1 closed_total.other_org=1 closed_total.total=98 "
    "carried_out.natural_person=5 carried_out.total=5 "
    "reconsideration_upheld=1 reconsideration_corrected=1 reconsideration_other=1 "
    "reconsideration_total=3 litigation_direct_upheld=1 litigation_direct_pending=1 "
    "litigation_direct_total=2 litigation_after_reconsideration_upheld=1 "
    "litigation_after_reconsideration_total=1 normative_issued=16 normative_repealed=8 "
    "normative_in_force=41 licence_decisions=41375 penalty_decisions=3026 coercion_decisions=83 "
    "admin_fee_amount=2122.36";

static const Case truths[] = {
  /* Requests */
  { "2022年,全县各级行政机关共新收政府信息公开申请95件,上年结转8件;办结98件,"
    "结转下年度继续办理5件。" },
  { "从申请人看,自然人申请82件,占86.3%;法人或其他组织申请13件,占13.7%。" },
  { "全年共收到依申请公开申请95件("
    "其中自然人82件、商业企业8件、科研机构1件、社会公益组织2件、法律服务"
    "机构1件、其他1件),均已登记。" },
  { "在办结的98件政府信息公开申请中,予以公开41件,占41.8%;部分公开12件,占12.2%;不予公开20件,占20.4%;"
    "无法提供17件,占17.3%;不予处理4件、其他处理4件,合计占8.2%。" },
  { "予以公开和部分公开的政府信息公开申请共53件,占办结总数的54.1%。" },
  { "新收政府信息公开申请95件、上年结转8件,共103件,办结98件,办结率95.1%。" },
  { "全年应办理政府信息公开申请103件,已办结98件,结转5件,按期办结率100%。" },
  { "收到政府信息公开申请95件,办结98件(含上年结转8件),其余5件正在办理中,办结率100%。" },
  { "收到政府信息公开申请95件,已答复90件,另有5件结转下年办理,答复率100%。" },
  { "本年新收政府信息公开申请95件,其中办结90件,结转下年5件。" },
  { "全年新收政府信息公开申请中,网上申请61件、信函申请22件、当面申请12件。" },
  { "办结的政府信息公开申请中,属于本机关不掌握相关政府信息的14件,没有现成信息需要另行制作的2件,"
    "补正后申"
    "请内容仍不明确的1件。" },
  { "不予公开的20件中,属于四类过程性信息5件、保护第三方合法权益4件、行政查询事项3件。" },
  { "信访举报投诉类申请2件、重复申请1件,依法不予处理。" },
  { "申请人逾期未补正而不再处理的3件,逾期未缴纳信息处理费的1件。" },
  { "政府信息公开申请数量较上年增加19件,增长25%。" },
  { "受理政府信息公开申请95件,较2021年的76件增长25%。" },
  { "县政府办公室受理政府信息公开申请31件,县自然资源局受理28件,县住房城乡建设局受理17件,"
    "其他单位受理"
    "19件。" },
  { "依申请公开答复中,予以公开类41件、不予公开类20件、无法提供类17件。" },
  { "全年公开答复(含部分公开)政府信息公开申请53件。" },
  { "95件政府信息公开申请中,涉及征地补偿的38件,占40%。" },
  { "上年结转的8件政府信息公开申请全部办结,本年新收的95件中有5件结转下年。" },
  { "其中,予以公开、部分公开53件,占54%;不予公开20件、无法提供17件,占37.8%;不予处理和其他处理8件,"
    "占8.2%。",
    NULL, "requests" },
  { "办结政府信息公开申请98件,其中按期办结95件、延期办结3件。" },
  { "全县2022年度共收到政府信息公开申请95件,办结(含上年结转)98件。" },
  { "收到政府信息公开申请95件,其中当场答复6件,延期答复9件。" },
  { "2022年共办理依申请公开103件(含上年结转8件),其中办结98件、结转5件。" },
  { "同意公开41件,部分公开12件,两项合计53件,占办结政府信息公开申请的54.08%。" },
  { "政府信息公开申请量居前三位的是自然资源(38件)、住建(21件)、农业农村(9件),合计占71.6%。" },
  { "县本级收到政府信息公开申请31件,占32.6%;乡镇(街道)收到64件,占67.4%。" },
  { "2022年,受理政府信息公开申请(含上年结转)103件,办结98件。" },
  { "政府信息公开申请办结98件,其中涉及自然资源类41件、城乡建设类26件、其他31件。" },
  { "收到政府信息公开申请95件,同比增加19件,其中10月份收到21件,为全年最多。" },
  { "县信访局转来的6件申请按政府信息公开申请办理,已计入新收的95件。" },
  { "2022年度受理公众依申请公开95件次,同比上升25.0%,其中经县政府门户网站申请系统受理61件,"
    "占总数的64.2%。" },
  { "本年收到政府信息公开申请95件,上年结转8件,本年度办理结果:予以公开41件,部分公开12件,"
    "不予公开20件,无法提供"
    "17件,不予处理4件,其他处理4件,结转下年度继续办理5件。" },
  { "全年共处理政府信息公开申请103件,办结率为95%,其余申请将在法定期限内答复。" },
  { "不予公开的政府信息公开申请20件,占20.41%,"
    "其中因行政查询事项3件、涉及过程性信息5件、其他法律行政法规禁止"
    "公开2件。" },
  { "依申请公开件均在20个工作日内办结,平均办理时长缩短至11.6个工作日,其中5个工作日内办结38件。" },
  { "与上年相比,政府信息公开申请增加19件,办结数增加22件,结转数减少3件。" },
  { "其中,“(七)总计”98件,“四、结转下年度继续办理”5件。", NULL, "requests" },
  { "指导各乡镇规范答复政府信息公开申请42件,组织会商12次。" },
  { "对50件依申请公开答复书开展质量抽查,合格48件,合格率96%。" },
  { "因申请内容不明确,向8件政府信息公开申请的申请人发出补正通知书。" },
  { "申请主要集中在征地拆迁(41件)、财政资金(17件)、工程建设(12件)等领域。" },
  { "政府信息公开申请的自然人占86.3%,商业企业占8.4%,其他组织占5.3%。" },
  { "近三年新收政府信息公开申请分别为63件、76件、95件。" },
  { "2020年、2021年、2022年分别办结政府信息公开申请60件、71件、98件。" },
  { "予以公开率为41.8%,较上年提高3.2个百分点。" },
  { "建立“收件—登记—转办—答复—归档”流程,95件申请全部纳入台账。" },
  { "全年收到申请九十五件,较前年的五十件增长九成。", NULL, "requests" },
  { "公开和部分公开合计53件,占办结总数的54.1%。", NULL, "requests" },
  { "县政府办公室直接办理申请17件,转办8件。", NULL, "requests" },
  { "五年来共收到申请320件。", NULL, "requests" },
  { "《条例》施行以来累计受理政府信息公开申请410件。" },
  { "近三年政府信息公开申请共234件,行政复议7件。" },
  /* Disputes */
  { "因政府信息公开引发行政复议3件,其中维持1件、纠正1件、其他结果1件;行政诉讼3件,"
    "其中未经复议直接起诉2件"
    "、复议后起诉1件。" },
  { "政府信息公开行政诉讼案件3件,法院判决维持2件,尚未审结1件。", NULL, "disputes" },
  { "被纠正的1件政府信息公开行政复议案件已重新作出答复。" },
  { "本年度没有因政府信息公开被提起行政诉讼并败诉的情形。" },
  { "未发生因政府信息公开败诉的行政诉讼案件。" },
  { "涉及政府信息公开的行政复议、行政诉讼案件共6件。" },
  { "涉及政府信息公开的行政复议案件3件,占全县行政复议案件总数的4.2%。" },
  { "在政府信息公开行政诉讼中,负责人出庭应诉2次,提交答辩状3份。", NULL, "disputes" },
  /* Documents and decisions */
  { "我县现行有效行政规范性文件41件,其中本年度制发16件。" },
  { "截至2022年底,现行有效的行政规范性文件共41件,其中2022年新制发16件。" },
  { "全年制发行政规范性文件16件(其中县政府9件、县政府办7件),废止8件,现行有效41件。" },
  { "全年作出行政许可决定4.14万件,行政处罚决定3026件,行政强制决定83件。" },
  { "行政事业性收费2122.36万元,同比下降3.1%。" },
  { "出台行政规范性文件16件并同步解读16件,解读率100%。" },
  { "行政规范性文件制发16件,比上年减少2件,下降11.1%。" },
  { "统一公开现行有效规范性文件41件、失效废止文件8件。" },
  { "制发行政规范性文件16件,向社会公开征求意见12件,合法性审核16件。" },
  { "公示行政许可决定41375件、行政处罚决定3026件,公示率100%。" },
  { "县市场监管局作出行政处罚决定612件,县公安局作出行政处罚决定1805件。" },
  { "全年收取行政事业性收费2122.36万元,其中教育类1305.2万元、城建类817.16万元。" },
  /* Sums and shares of other things */
  { "发布信息400条(其中要闻150条、动态200条、公告50条)。" },
  { "发布信息400条(要闻150条、动态200条等)。" },
  { "开展培训3期(每期2天),共培训150人次(其中乡镇90人次)。" },
  { "门户网站发布信息900条,政务新媒体发布信息600条(其中转载400条),共计1500条。" },
  { "收到留言310件,其中城建类153件、交通类31件,两类合计占59.4%。" },
  { "收到留言310件,办结300件,其余10件正在办理,办结率100%。" },
  { "收到留言310件,办结300件,结转下年10件,按时办结率100%。" },
  { "应办结留言300件,已办结300件,办结率100%。" },
  { "咨询类120件、投诉类80件、建议类50件,分别占48%、32%、20%。" },
  { "共收到信件250封,其中咨询120封、投诉80封、建议50封,分别占48%、32%和20%。" },
};

static const Case faults[] = {
  { "在办结的98件政府信息公开申请中,予以公开41件,占51.8%。", "N-06 hint 41 / 98\n" },
  { "新收政府信息公开申请95件、上年结转8件,共103件,办结98件,办结率92.1%。",
    "N-06 hint 98 / 103\n" },
  { "收到留言310件,其中城建类153件、交通类31件,两类合计占79.4%。",
    "N-06 hint 153 + 31 = 184 / 310\n" },
  { "办结留言300件,其中城建类153件、交通类31件,合计占办结总数的71.3%。",
    "N-06 hint 153 + 31 = 184 / 300\n" },
  { "收到留言310件,办结300件,办结率100%。", "N-06 hint 300 / 310\n" },
  { "收到留言310件,办结300件,其余6件正在办理,办结率100%。", "N-06 hint 300 / 310\n" },
  { "我县现行有效行政规范性文件41件,其中本年度制发18件。", "N-08 warning 18 ≠ 16\n" },
  { "截至2022年底,现行有效的行政规范性文件共43件,其中2022年新制发16件。",
    "N-08 warning 43 ≠ 41\n" },
  { "发布信息400条(其中要闻150条、动态200条、公告100条)。",
    "N-10 warning 150 + 200 + 100 = 450 > 400\n" },
  { "发布信息400条(包括要闻150条、动态200条、公告30条)。",
    "N-10 hint 150 + 200 + 30 = 380 < 400\n" },
  { "全年制发公文90件(其中通知60件、通报20件、意见15件),同比增加4件。",
    "N-10 warning 60 + 20 + 15 = 95 > 90\n" },
  { "共收到信件250封,其中咨询120封、投诉80封、建议50封,分别占48%、32%和25%。",
    "N-06 hint 50 / 250\n" },
  { "收到政府信息公开申请95件,已答复91件,另有5件结转下年办理。", "N-03 warning 91 ≠ 98\n" },
};

static char *
describe (const Case *item)
{
  g_autoptr (NbReport) report = build_report_for ("2021", "澄江县人民政府", 2022, NULL, cells);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GString *out = g_string_new (NULL);
  NbCheck check;

  nb_check_init (&check, report);
  check.findings = findings;
  check.prose = nb_prose_new_text (item->text, item->section != NULL ? item->section : "overview");
  nb_rules_narrative_run (&check);
  for (guint i = 0; i < findings->len; i++)
    if (nb_finding_get_severity (findings->pdata[i]) != NB_SEVERITY_INFO &&
        !g_str_has_prefix (nb_finding_get_rule (findings->pdata[i]), "T3-1"))
      g_string_append_printf (out, "%s %s %s\n", nb_finding_get_rule (findings->pdata[i]),
                              nb_severity_to_string (nb_finding_get_severity (findings->pdata[i])),
                              nb_finding_get_relation (findings->pdata[i]));
  nb_check_clear (&check);
  return g_string_free (out, FALSE);
}

static void
check_cases (const Case *items, guint n)
{
  guint n_wrong = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *expected = items[i].found != NULL ? items[i].found : "";
      g_autofree char *found = describe (&items[i]);

      if (g_strcmp0 (found, expected) == 0)
        continue;
      g_test_message ("“%s”: expected “%s”, got “%s”", items[i].text, expected, found);
      n_wrong++;
    }
  if (n_wrong > 0)
    g_test_fail_printf ("%u of %u sentences", n_wrong, n);
}

static void
test_truths (void)
{
  check_cases (truths, G_N_ELEMENTS (truths));
}

static void
test_faults (void)
{
  check_cases (faults, G_N_ELEMENTS (faults));
}

static void
test_told_truths (void)
{
  check_cases (told_truths, n_told_truths);
}

static void
test_told_faults (void)
{
  check_cases (told_faults, n_told_faults);
}

/* The tables themselves come out. */
static void
test_tables (void)
{
  g_autoptr (NbReport) report = build_report_for ("2021", "澄江县人民政府", 2022, NULL, cells);
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_IDENTITIES);

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 0);
}

/* Of the cells that would mend a sum, the one whose number the text tells is proposed first. */
static void
test_repair (void)
{
  g_autofree char *spoilt = g_strconcat (cells,
                                         " reconsideration_total=3 reconsideration_upheld=1 "
                                         "reconsideration_other=4",
                                         NULL);
  g_autoptr (NbReport) report = build_report_for ("2021", "澄江县人民政府", 2022, NULL, spoilt);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  const NbRepair *repairs;
  NbCheck check;
  guint n;

  nb_check_init (&check, report);
  check.findings = findings;
  check.prose = nb_prose_new_text ("因政府信息公开被申请行政复议6件,其中维持1件、纠正1件。",
                                   "overview");
  nb_check_run_identities (report, &check.figures, TRUE, findings);
  g_assert_cmpuint (findings->len, ==, 1);
  repairs = nb_finding_get_repairs (findings->pdata[0], &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (nb_figure_get_id (repairs[0].figure), ==, "reconsideration_other");
  nb_rules_narrative_run (&check);
  repairs = nb_finding_get_repairs (findings->pdata[0], &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (nb_figure_get_id (repairs[0].figure), ==, "reconsideration_total");
  g_assert_cmpint (repairs[0].new_value.unscaled, ==, 6);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (nb_finding_get_rule (findings->pdata[1]), ==, "N-07");
  nb_check_clear (&check);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/nianbao/true-sentences/tables", test_tables);
  g_test_add_func ("/nianbao/true-sentences/truths", test_truths);
  g_test_add_func ("/nianbao/true-sentences/faults", test_faults);
  g_test_add_func ("/nianbao/true-sentences/told-truths", test_told_truths);
  g_test_add_func ("/nianbao/true-sentences/told-faults", test_told_faults);
  g_test_add_func ("/nianbao/true-sentences/repair", test_repair);
  return g_test_run ();
}
