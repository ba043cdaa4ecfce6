/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows, groups and blocks in another order than the form prints them, and labels that are cut or lost: what stands there is
 * read by its label, or marked; nothing is told to be missing and to be a row that no form has at the same time. */

#include "report/nb-report.h"

#include <string.h>

#define HEAD                                                                                                                                 \
  "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n三、收到" \
  "和处理政府信息公开申请情况\n"
#define HEADS                                                                                                                              \
  "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况\n自然人 | " \
  "法人或其他组织 | 总计\n"                                                                                                       \
  "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他\n"

/* The rows of the table, each with numbers of its own: the first is its place, the last the sum. */
static const struct
{
  const char *id;
  const char *label;
} rows[] = {
  { "new_received", "一、本年新收政府信息公开申请数量" },
  { "carried_in", "二、上年结转政府信息公开申请数量" },
  { "disclosed_full", "三、本年度办理结果 | （一）予以公开" },
  { "disclosed_partial", "（二）部分公开" },
  { "refused_state_secret", "（三）不予公开 | 1.属于国家秘密" },
  { "refused_other_law", "2.其他法律行政法规禁止公开" },
  { "refused_security_stability", "3.危及“三安全一稳定”" },
  { "refused_third_party", "4.保护第三方合法权益" },
  { "refused_internal_affairs", "5.属于三类内部事务信息" },
  { "refused_process_info", "6.属于四类过程性信息" },
  { "refused_enforcement_file", "7.属于行政执法案卷" },
  { "refused_administrative_query", "8.属于行政查询事项" },
  { "unavailable_not_held", "（四）无法提供 | 1.本机关不掌握相关政府信息" },
  { "unavailable_must_create", "2.没有现成信息需要另行制作" },
  { "unavailable_unclear", "3.补正后申请内容仍不明确" },
  { "not_handled_petition", "（五）不予处理 | 1.信访举报投诉类申请" },
  { "not_handled_repeat", "2.重复申请" },
  { "not_handled_publication", "3.要求提供公开出版物" },
  { "not_handled_excessive", "4.无正当理由大量反复申请" },
  { "not_handled_confirm_reissue", "5.要求行政机关确认或重新出具已获取信息" },
  { "other_overdue_correction",
    "（六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" },
  { "other_overdue_fee",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" },
  { "other_misc", "3.其他" },
  { "closed_total", "（七）总计" },
  { "carried_out", "四、结转下年度继续办理" },
};

static void
add_row (GString *out, guint row, const char *label)
{
  g_string_append_printf (out, "%s | %u | 1 | 0 | 2 | 0 | 3 | %u\n", label, row + 1, row + 7);
}

static NbReport *
recognise (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes (name, bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);
  g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, NULL);

  g_assert_nonnull (reports);
  g_assert_cmpuint (reports->len, ==, 1);
  return g_object_ref (g_ptr_array_index (reports, 0));
}

static NbFigure *
find (NbReport *report, const char *row, const char *column)
{
  g_autofree char *id = g_strconcat (row, ".", column, NULL);

  return nb_report_find_figure (report, id);
}

/* Every row is read but @except, and no other row is there. */
static void
assert_rows (NbReport *report, int except)
{
  GListModel *figures = nb_report_get_figures (report);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NbDecimal value;
      NbFigure *first = find (report, rows[i].id, "natural_person");
      NbFigure *last = find (report, rows[i].id, "total");

      if ((int) i == except)
        {
          g_assert_false (nb_figure_get_value (first, &value));
          continue;
        }
      g_assert_cmpint (nb_figure_get_confidence (first), <=, NB_CONFIDENCE_BY_POSITION);
      g_assert_true (nb_figure_get_value (first, &value));
      g_assert_cmpint (value.unscaled, ==, i + 1);
      g_assert_true (nb_figure_get_value (last, &value));
      g_assert_cmpint (value.unscaled, ==, i + 7);
    }
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      g_assert_nonnull (nb_figure_get_metric (figure));
      g_assert_null (strstr (nb_figure_get_id (figure), "other_total"));
    }
}

/* The rows from @first on, as many as @n, stand before the row @before instead. */
static void
test_moved (void)
{
  static const struct
  {
    guint first, n, before;
  } moves[] = { { 1, 1, 0 },   { 24, 1, 23 }, { 17, 1, 16 }, { 15, 5, 12 },
                { 2, 2, 24 },  { 6, 1, 5 },   { 12, 3, 20 }, { 15, 5, 23 },
                { 20, 3, 24 }, { 20, 3, 4 },  { 23, 1, 2 } };

  for (gsize m = 0; m < G_N_ELEMENTS (moves); m++)
    {
      g_autoptr (GString) text = g_string_new (HEAD HEADS);
      g_autoptr (NbReport) report = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          for (guint k = 0; i == moves[m].before && k < moves[m].n; k++)
            add_row (text, moves[m].first + k, rows[moves[m].first + k].label);
          if (i < moves[m].first || i >= moves[m].first + moves[m].n)
            add_row (text, i, rows[i].label);
        }
      report = recognise (text->str, "x.txt");
      assert_rows (report, -1);
    }
}

/* The one row of the form before stands for three, with an empty cell beside its label or without. */
static void
test_row_of_other_form (void)
{
  static const char *const labels[] = { "（六）其他处理", "（六）其他处理 | " };

  for (gsize l = 0; l < G_N_ELEMENTS (labels); l++)
    {
      g_autoptr (GString) text = g_string_new (HEAD HEADS);
      g_autoptr (NbReport) report = NULL;
      NbDecimal value;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        if (i < 20 || i > 22)
          add_row (text, i, rows[i].label);
        else if (i == 20)
          add_row (text, i, labels[l]);
      report = recognise (text->str, "x.txt");
      g_assert_true (nb_figure_get_value (find (report, "other_total", "natural_person"), &value));
      g_assert_cmpint (value.unscaled, ==, 21);
      g_assert_true (nb_figure_get_value (find (report, "other_total", "total"), &value));
      g_assert_cmpint (value.unscaled, ==, 27);
      g_assert_cmpint (nb_figure_get_state (find (report, "other_misc", "total")), ==,
                       NB_STATE_MISSING);
    }
}

/* A label is put in the place of that of one row. */
static void
assert_label (guint row, const char *label, int except)
{
  g_autoptr (GString) text = g_string_new (HEAD HEADS);
  g_autoptr (NbReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (text, i, i == row ? label : rows[i].label);
  report = recognise (text->str, "x.txt");
  assert_rows (report, except);
}

/* Behind the label of its group, the values may be those of the group. */
static void
test_lost (void)
{
  assert_label (20, "（六）其他处理", 20);
  assert_label (4, "（三）不予公开", 4);
}

static void
test_cut (void)
{
  assert_label (20, "（六）其他处理 | 1.申请", -1);
  assert_label (16, "2.重", -1);
  assert_label (12, "（四）无法提供 | 1.本机", -1);
}

#define HEADS_TURNED                                                                               \
  "申请人情况\n自然人 | 法人或其他组织 | 总计\n"                                  \
  "科研机构 | 商业企业 | 社会公益组织 | 法律服务机构 | 其他\n"

/* Heads that are printed again on the next page: in the same order they say nothing new, in another one they say what the
 * rows below them are. */
static void
assert_heads_again (const char *heads, const char *second)
{
  g_autoptr (GString) text = g_string_new (HEAD HEADS);
  g_autoptr (NbReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (i == 15)
        g_string_append (text, heads);
      add_row (text, i, rows[i].label);
    }
  report = recognise (text->str, "x.txt");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NbFigure *figure = find (report, rows[i].id, i < 15 ? "commercial_enterprise" : second);
      NbDecimal value;

      g_assert_true (nb_figure_get_value (figure, &value));
      g_assert_cmpint (value.unscaled, ==, 1);
    }
}

static void
test_heads_again (void)
{
  assert_heads_again (HEADS, "commercial_enterprise");
  assert_heads_again (HEADS_TURNED, "research_institution");
}

/* Rows above the only heads, which have another order than the form's, stand under none. */
static void
test_heads_below (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (NbReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (i == 2)
        g_string_append (text, HEADS_TURNED);
      add_row (text, i, rows[i].label);
    }
  report = recognise (text->str, "x.txt");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NbFigure *figure =
          find (report, rows[i].id, i < 2 ? "commercial_enterprise" : "research_institution");
      NbDecimal value;

      if (i < 2)
        g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_UNREADABLE);
      else
        {
          g_assert_true (nb_figure_get_value (figure, &value));
          g_assert_cmpint (value.unscaled, ==, 1);
        }
    }
}

/* The table of a department, attached to the report, is a part of its own that says whose it is. */
static void
test_attached (void)
{
  g_autoptr (GString) text = g_string_new (HEAD HEADS);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NbSource) source = NULL;
  g_autoptr (NbDocument) document = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (text, i, rows[i].label);
  g_string_append (text, "五、存在的主要问题及改进情况\n仍有不足。\n县教育局\n" HEADS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (text, i + 30, rows[i].label);
  bytes = g_bytes_new (text->str, text->len);
  source = nb_source_new_for_bytes ("x.txt", bytes, NULL, NULL);
  document = nb_document_read (source, NULL, NULL);
  reports = nb_report_recognise (document, NULL, NULL);
  g_assert_nonnull (reports);
  g_assert_cmpuint (reports->len, ==, 2);
  g_assert_null (nb_report_get_scope (g_ptr_array_index (reports, 0)));
  g_assert_cmpstr (nb_report_get_scope (g_ptr_array_index (reports, 1)), ==, "县教育局");
}

#define BLOCK_HEADS                                                                                \
  "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>"
#define BLOCK_TALL                                                                                    \
  "<td rowspan=2>结果维持</td><td rowspan=2>结果纠正</td><td rowspan=2>其他结果</td><td " \
  "rowspan=2>尚未审结</td>"                                                                       \
  "<td rowspan=2>总计</td>"
#define PAGE                                                                                         \
  "<h1>平湖镇人民政府2022年政府信息公开工作年度报告</h1><p>一、总体情况</" \
  "p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>"

/* What a page says of table four: the first figure of each block. */
static char *
read_blocks (const char *page, const char *name)
{
  static const char *const ids[] = { "reconsideration_upheld", "litigation_direct_upheld",
                                     "litigation_after_reconsideration_upheld" };
  g_autoptr (NbReport) report = recognise (page, name);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      NbFigure *figure = nb_report_find_figure (report, ids[i]);
      NbDecimal value;

      g_assert_nonnull (figure);
      if (nb_figure_get_value (figure, &value))
        g_string_append_printf (out, "%d ", (int) value.unscaled);
      else
        g_string_append (out, "? ");
    }
  return g_string_free (out, FALSE);
}

static void
test_blocks (void)
{
  g_autofree char *usual = read_blocks (
      PAGE "<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>" BLOCK_TALL
           "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" BLOCK_HEADS
               BLOCK_HEADS
           "</tr><tr><td>1<td>0<td>0<td>0<td>1<td>2<td>0<td>0<td>0<td>2<td>3<td>0<td>0<td>0<td>3</"
           "tr></table>",
      "x.html");
  g_autofree char *turned = read_blocks (
      PAGE "<tr><td colspan=10>行政诉讼</td><td colspan=5>行政复议</td></tr><tr>"
           "<td colspan=5>复议后起诉</td><td colspan=5>未经复议直接起诉</td>" BLOCK_TALL
           "</tr><tr>" BLOCK_HEADS BLOCK_HEADS
           "</tr><tr><td>3<td>0<td>0<td>0<td>3<td>2<td>0<td>0<td>0<td>2<td>1<td>0<td>0<td>0<td>1</"
           "tr></table>",
      "x.html");
  g_autofree char *text = read_blocks (
      "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n四、政府信息公开行政复议、行政诉"
      "讼情况\n行政诉讼 行政复议\n"
      "未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计\n结果维持 结果纠正 "
      "其他结果 尚未审结 总计 结果维持 "
      "结果纠正 其他结果 尚未审结 总计\n2 0 0 0 2 3 0 0 0 3 1 0 0 0 1\n",
      "x.txt");

  g_assert_cmpstr (usual, ==, "1 2 3 ");
  g_assert_cmpstr (turned, ==, "1 2 3 ");
  g_assert_cmpstr (text, ==, "1 2 3 ");
}

/* Whether the figure is told to be unreadable, not read from another row or column. */
static void
assert_unreadable (NbReport *report, const char *id)
{
  NbFigure *figure = nb_report_find_figure (report, id);

  g_test_message ("%s", id);
  g_assert_nonnull (figure);
  g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_UNREADABLE);
}

#define DISCLOSED                                                                                                                   \
  "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n本年度按时完成了各项工作。\n" \
  "二、主动公开政府信息情况\n"

/* The values stand before their labels, one cell a line. */
static void
test_values_first (void)
{
  g_autoptr (NbReport) report = recognise (
      DISCLOSED
      "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n18\n4\n54\n规章\n"
      "46\n3\n17\n行政规范性文件\n第二十条第（五）项\n信息内容\n本年处理决定数量\n12\n"
      "行政许可\n第二十条第（六）项\n信息内容\n本年处理决定数量\n13\n行政处罚\n14\n行政强制"
      "\n第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n15\n行政事业性收费\n",
      "a.txt");

  assert_unreadable (report, "rules_issued");
  assert_unreadable (report, "rules_in_force");
  assert_unreadable (report, "penalty_decisions");
}

/* One head stands there twice, and another not at all. */
static void
test_head_twice (void)
{
  g_autoptr (NbReport) report = recognise (
      DISCLOSED
      "第二十条第（一）项\n信息内容 | 本年废止件数 | 本年废止件数 | 现行有效件数\n规章 | 1 | "
      "2 | 3\n行政规范性文件 | 4 | 5 | 6\n第二十条第（五）项\n信息内容 | 本年处理决定数量\n"
      "行政许可 | 7\n第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | "
      "8\n行政强制 | 9\n第二十条第（八）项\n信息内容 | "
      "本年收费金额（单位：万元）\n行政事业性收费 | 10\n",
      "a.txt");

  assert_unreadable (report, "rules_issued");
  assert_unreadable (report, "rules_repealed");
  assert_unreadable (report, "normative_issued");
  g_assert_true (nb_figure_get_value (nb_report_find_figure (report, "licence_decisions"), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/order/attached", test_attached);
  g_test_add_func ("/nianbao/order/heads-again", test_heads_again);
  g_test_add_func ("/nianbao/order/heads-below", test_heads_below);
  g_test_add_func ("/nianbao/order/moved", test_moved);
  g_test_add_func ("/nianbao/order/row-of-other-form", test_row_of_other_form);
  g_test_add_func ("/nianbao/order/lost", test_lost);
  g_test_add_func ("/nianbao/order/cut", test_cut);
  g_test_add_func ("/nianbao/order/blocks", test_blocks);
  g_test_add_func ("/nianbao/order/values-first", test_values_first);
  g_test_add_func ("/nianbao/order/head-twice", test_head_twice);
  return g_test_run ();
}
