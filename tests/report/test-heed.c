/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells that are not what the form asks for, as a head, a label, a remark or the cell itself says: last year's numbers,
 * shares, dates, numbers that are withdrawn, one number beside two rows. Words of carrying over from last year change nothing. */

#include "report/nb-report.h"

#include <string.h>

#define HEAD "<h1>平湖镇人民政府2024年政府信息公开工作年度报告</h1><p>一、总体情况</p>"

static NbReport *
read_page (const char *body, gboolean is_html)
{
  g_autofree char *page = g_strconcat (
      is_html ? HEAD : "平湖镇人民政府2024年政府信息公开工作年度报告\n", body, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (NbSource)
      source = nb_source_new_for_bytes (is_html ? "x.html" : "x.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);
  g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, NULL);

  g_assert_nonnull (reports);
  g_assert_cmpuint (reports->len, >, 0);
  return g_object_ref (g_ptr_array_index (reports, 0));
}

/* The states of some figures: N a number, 0, ? unreadable, - none. */
static char *
dup_states (NbReport *report, const char *ids)
{
  g_auto (GStrv) names = g_strsplit (ids, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      NbFigure *figure = nb_report_find_figure (report, names[i]);
      NbState state = figure != NULL ? nb_figure_get_state (figure) : NB_STATE_MISSING;

      g_string_append_c (out, state == NB_STATE_NUMBER       ? 'N'
                              : state == NB_STATE_ZERO       ? '0'
                              : state == NB_STATE_UNREADABLE ? '?'
                                                             : '-');
    }
  return g_string_free (out, FALSE);
}

#define TABLE_2                                                                                    \
  "rules_issued rules_repealed rules_in_force licence_decisions penalty_decisions "                \
  "admin_fee_amount"

static const struct
{
  const char *issued, *repealed, *licence, *fees, *cell, *label, *states;
} heads[] = {
  { "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）", "26",
    "行政许可", "NNNNNN" },
  { "2023年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）", "26",
    "行政许可", "?NNNNN" },
  { "2024年制发件数", "上年废止件数", "上一年度处理决定数量", "上年收费金额（单位：万元）", "26",
    "行政许可", "N?N?N?" },
  { "本年制发件数", "本年废止件数", "本年处理决定数量（占比）", "收费增长率（%）", "26", "行政许可",
    "NNN?N?" },
  /* Heads that the form does not have; slips and other words for the form's. */
  { "本年修订件数", "本年废止件数", "许可事项数量", "收费项目数量", "26", "行政许可", "?NN?N?" },
  { "本年制发件数", "历年累计件数", "本年受理数量", "本年减免金额（单位：万元）", "26", "行政许可",
    "N?N?N?" },
  { "本年制发件数（件）", "本年费止件数", "行政处理决定数量", "收费金额", "26", "行政许可",
    "NNNNNN" },
  { "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）",
    "26（2023年）", "行政许可", "?NNNNN" },
  { "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）",
    "26（上年数）", "上年行政许可", "?NN?NN" },
  { "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）",
    "26（2024年）", "行政许可（2023年）", "NNN?NN" },
  { "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）",
    "26（上年为20）", "行政许可", "NNNNNN" },
  { "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）",
    "26（更正为27）", "行政许可", "?NNNNN" },
  { "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）",
    "26（含纠正1件）", "行政许可", "NNNNNN" },
  { "本年制发件数", "本年废止件数", "本年处理决定数量", "本年收费金额（单位：万元）", "2024.26",
    "行政许可", "?NNNNN" },
};

static void
test_html (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *body = g_strdup_printf (
          "<p>二、主动公开政府信息情况</p><table><tr><td colspan=4>第二十条第（一）项</td></tr>"
          "<tr><td>信息内容</td><td>%s</td><td>%s</td><td>现行有效件数</td></tr>"
          "<tr><td>规章</td><td>%s</td><td>5</td><td>74</td></tr>"
          "<tr><td>行政规范性文件</td><td>7</td><td>2</td><td>62</td></tr>"
          "<tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td "
          "colspan=3>%s</td></tr>"
          "<tr><td>%s</td><td colspan=3>16</td></tr><tr><td colspan=4>第二十条第（六）项</td></tr>"
          "<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>"
          "<tr><td>行政处罚</td><td colspan=3>22</td></tr><tr><td>行政强制</td><td "
          "colspan=3>65</td></tr>"
          "<tr><td colspan=4>第二十条第（八）项</td></tr><tr><td>信息内容</td><td "
          "colspan=3>%s</td></tr>"
          "<tr><td>行政事业性收费</td><td colspan=3>403.06</td></tr></table>",
          heads[i].issued, heads[i].repealed, heads[i].cell, heads[i].licence, heads[i].label,
          heads[i].fees);
      g_autoptr (NbReport) report = read_page (body, TRUE);
      g_autofree char *states = dup_states (report, TABLE_2);

      g_assert_cmpstr (states, ==, heads[i].states);
    }
}

static void
test_text (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *body = g_strdup_printf (
          "一、总体情况\n二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 | %s | %s | 现行有效件数\n规章 | %s | 5 | 74\n行政规范性文件 | 7 | 2 | 62\n"
          "第二十条第（五）项\n信息内容 | %s\n%s | 16\n第二十条第（六）项\n信息内容 | "
          "本年处理决定数量\n"
          "行政处罚 | 22\n行政强制 | 65\n第二十条第（八）项\n信息内容 | %s\n行政事业性收费 | "
          "403.06\n",
          heads[i].issued, heads[i].repealed, heads[i].cell, heads[i].licence, heads[i].label,
          heads[i].fees);
      g_autoptr (NbReport) report = read_page (body, FALSE);
      g_autofree char *states = dup_states (report, TABLE_2);

      g_assert_cmpstr (states, ==, heads[i].states);
    }
}

/* Table 3 with some words changed. @second: the second value of the row of state secrets, with its cell. */
static char *
dup_table_3 (const char *person, const char *total, const char *caption, const char *spanned)
{
  return g_strdup_printf (
      "<p>三、收到和处理政府信息公开申请情况</p>%s<table><tr><td colspan=3 "
      "rowspan=3>（本列数据的勾稽关系为：第一项"
      "加第二项之和，等于第三项加第四项之和）</td><td colspan=7>申请人情况</td></tr>"
      "<tr><td rowspan=2>%s</td><td colspan=5>法人或其他组织</td><td rowspan=2>%s</td></tr>"
      "<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</"
      "td></tr>"
      "<tr><td "
      "colspan=3>一、本年新收政府信息公开申请数量</td><td>9</td><td>1</td><td>1</td><td>1</td>"
      "<td>1</td><td>1</td><td>14</td></tr>"
      "<tr><td "
      "colspan=3>二、上年结转政府信息公开申请数量</td><td>3</td><td>0</td><td>0</td><td>0</td>"
      "<td>0</td><td>0</td><td>3</td></tr>"
      "<tr><td rowspan=4>三、本年度办理结果</td><td "
      "colspan=2>（一）予以公开</td><td>5</td>%s<td>1</td>"
      "<td>1</td><td>1</td><td>1</td><td>10</td></tr>"
      "<tr><td "
      "colspan=2>（二）部分公开（区分处理的，只计这一情形，不计其他情形）</td><td>4</td>%s<td>0</"
      "td>"
      "<td>0</td><td>0</td><td>0</td><td>4</td></tr>"
      "<tr><td "
      "rowspan=1>（三）不予公开</td><td>1.属于国家秘密</td><td>2</td><td>0</td><td>0</td><td>0</td>"
      "<td>0</td><td>0</td><td>2</td></tr>"
      "<tr><td "
      "colspan=2>（七）总计</td><td>11</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td>"
      "<td>16</td></tr><tr><td "
      "colspan=3>四、结转下年度继续办理</td><td>1</td><td>0</td><td>0</td><td>0</td>"
      "<td>0</td><td>0</td><td>1</td></tr></table>",
      caption, person, total, spanned != NULL ? spanned : "<td>1</td>",
      spanned != NULL ? "" : "<td>0</td>");
}

#define TABLE_3                                                                                    \
  "new_received.natural_person new_received.total carried_in.total "                               \
  "disclosed_full.commercial_enterprise disclosed_partial.commercial_enterprise "                  \
  "disclosed_partial.natural_person"

static void
test_columns (void)
{
  static const struct
  {
    const char *person, *total, *caption, *spanned, *states;
  } cases[] = {
    { "自然人", "总计", "", NULL, "NNNN0N" },
    { "自然人", "上年总计", "", NULL, "N??N0N" },
    { "自然人（2023年）", "总计（2024年）", "", NULL, "?NNN0?" },
    { "自然人", "总计（含上年结转）", "", NULL, "NNNN0N" },
    { "外国人", "总计", "", NULL, "?NNN0?" },
    { "自然人", "备注", "", NULL, "N??N0N" },
    { "自然入", "总 计", "", NULL, "NNNN0N" },
    { "自然人", "总计", "", "<td rowspan=2>1</td>", "NNN??N" },
    { "自然人", "总计", "<p>单位：100件</p>", NULL, "????0?" },
    /* An old caption that was kept. */
    { "自然人", "总计", "<p>2023年情况</p>", NULL, "NNNN0N" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = dup_table_3 (cases[i].person, cases[i].total, cases[i].caption,
                                           cases[i].spanned);
      g_autoptr (NbReport) report = read_page (body, TRUE);
      g_autofree char *states = dup_states (report, TABLE_3);

      g_assert_cmpstr (states, ==, cases[i].states);
    }
}

/* Under "last year" alone, a table that stands twice is last year's. */
static void
test_caption (void)
{
  static const char *const captions[][2] = { { "上年：", "本年：" },
                                             { "上年度", "本年度" },
                                             { "（去年）", "（今年）" },
                                             { "上年数", "本年数" } };

  for (gsize i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      g_autofree char *a = g_strdup_printf ("<p>%s</p>", captions[i][0]),
                      *b = g_strdup_printf ("<p>%s</p>", captions[i][1]);
      g_autofree char *last = dup_table_3 ("自然人", "总计", a, NULL),
                      *own = dup_table_3 ("自然人", "总计", b, NULL);
      g_auto (GStrv) parts = g_strsplit (own, "<td>9</td>", -1);
      g_autofree char *changed = g_strjoinv ("<td>8</td>", parts);
      g_autofree char *body = g_strconcat (last, changed, NULL);
      g_autoptr (NbReport) report = read_page (body, TRUE);
      NbFigure *figure = nb_report_find_figure (report, "new_received.natural_person");
      NbDecimal value;

      g_assert_true (nb_figure_get_value (figure, &value));
      g_assert_cmpint (value.unscaled, ==, 8);
    }
}

/* Heads that a page breaks: the lower line of one is a head of the form, the upper one is no other head. */
static void
test_broken_heads (void)
{
  g_autoptr (NbReport) report = read_page (
      "一、总体情况\n三、收到和处理政府信息公开申请情况\n"
      "自然人\n商业\n科研\n社会公益\n法律服务\n其\n总计\n企业\n机构\n组织\n机构\n他\n"
      "一、本年新收政府信息公开申请数量 9 1 1 1 1 1 14\n"
      "二、上年结转政府信息公开申请数量 3 0 0 0 0 0 3\n（一）予以公开 5 1 1 1 1 1 10\n"
      "（二）部分公开 4 0 0 0 0 0 4\n1.属于国家秘密 2 0 0 0 0 0 2\n"
      "（七）总计 11 1 1 1 1 1 16\n四、结转下年度继续办理 1 0 0 0 0 0 1\n",
      FALSE);
  g_autofree char *states = dup_states (
      report, TABLE_3 " new_received.research_institution new_received.other_org");

  g_assert_cmpstr (states, ==, "NNNN0NNN");
}

/* A row whose numbers cannot be told from each other is not missing. */
static void
test_unparted (void)
{
  g_autoptr (NbReport) report = read_page (
      "一、总体情况\n三、收到和处理政府信息公开申请情况\n"
      "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
      "一、本年新收政府信息公开申请数量 9 1 1 1 1 1 14\n"
      "二、上年结转政府信息公开申请数量 3 0 0 0 0 0 3\n（一）予以公开 5 1 1 1 1 1 10\n"
      "（二）部分公开 4 0 0 0 0 0 4\n1.属于国家秘密 2① 0 0③ 0 0② 0 2①\n2.其他法律行政法规禁止公开 "
      "0 0 0 0 0 0 0\n"
      "（七）总计 11 1 1 1 1 1 16\n四、结转下年度继续办理 1 0 0 0 0 0 1\n",
      FALSE);
  g_autofree char *states = dup_states (report, TABLE_3 " refused_state_secret.natural_person "
                                                        "refused_state_secret.total "
                                                        "refused_third_party.total");
  NbFigure *figure = nb_report_find_figure (report, "refused_state_secret.total");
  const char *raw = nb_figure_get_raw (figure);

  g_assert_cmpstr (states, ==,
                   "NNNN0N?"
                   "?-");
  g_assert_nonnull (strstr (raw, "2①"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/heed/html", test_html);
  g_test_add_func ("/nianbao/heed/text", test_text);
  g_test_add_func ("/nianbao/heed/columns", test_columns);
  g_test_add_func ("/nianbao/heed/caption", test_caption);
  g_test_add_func ("/nianbao/heed/unparted", test_unparted);
  g_test_add_func ("/nianbao/heed/broken-heads", test_broken_heads);
  return g_test_run ();
}
