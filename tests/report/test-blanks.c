/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of which only the totals are filled in: the blank cells have to stay blank, and each total a total. */

#include "nb-test-document.h"

#include "report/nb-report.h"

#include <string.h>

#define N_ROWS    25
#define N_COLUMNS 7

/* Each row as its labels stand in the table: two groups that span rows, then the label. */
static const struct
{
  const char *group;
  const char *inner;
  const char *label;
} rows[N_ROWS] = {
  { NULL, NULL, "一、本年新收政府信息公开申请数量" },
  { NULL, NULL, "二、上年结转政府信息公开申请数量" },
  { "三、本年度办理结果", NULL, "（一）予以公开" },
  { "", NULL, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" },
  { "", "（三）不予公开", "1.属于国家秘密" },
  { "", "", "2.其他法律行政法规禁止公开" },
  { "", "", "3.危及“三安全一稳定”" },
  { "", "", "4.保护第三方合法权益" },
  { "", "", "5.属于三类内部事务信息" },
  { "", "", "6.属于四类过程性信息" },
  { "", "", "7.属于行政执法案卷" },
  { "", "", "8.属于行政查询事项" },
  { "", "（四）无法提供", "1.本机关不掌握相关政府信息" },
  { "", "", "2.没有现成信息需要另行制作" },
  { "", "", "3.补正后申请内容仍不明确" },
  { "", "（五）不予处理", "1.信访举报投诉类申请" },
  { "", "", "2.重复申请" },
  { "", "", "3.要求提供公开出版物" },
  { "", "", "4.无正当理由大量反复申请" },
  { "", "", "5.要求行政机关确认或重新出具已获取信息" },
  { "", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" },
  { "", "", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" },
  { "", "", "3.其他" },
  { "", NULL, "（七）总计" },
  { NULL, NULL, "四、结转下年度继续办理" },
};

/* The row of heads, cut in two as a table does whose heads have two lines, or whole. */
#define HEADS_CUT                                                                                                                \
  "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |\n" \
  "自然人 | 法人或其他组织 | 总计 |\n"                                                                               \
  "商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |\n企业 | 机构 |\n"
#define HEADS_CELLS                                                                                                                          \
  "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n\n申请人情况\n\n自然人\n" \
  "\n"                                                                                                                                       \
  "法人或其他组织\n\n总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n"

#define HEAD                                                                                                                                  \
  "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n三、收到和处理政府信息公开申请情况" \
  "\n"

static void
add_cell (GString *text, const char *cell)
{
  if (cell != NULL)
    g_string_append_printf (text, "%s%s| ", cell, *cell != '\0' ? " " : "");
}

static char *
write_pipes (void)
{
  GString *text = g_string_new (HEAD HEADS_CUT);

  for (guint i = 0; i < N_ROWS; i++)
    {
      add_cell (text, rows[i].group);
      add_cell (text, rows[i].inner);
      add_cell (text, rows[i].label);
      for (guint c = 0; c + 1 < N_COLUMNS; c++)
        g_string_append (text, "| ");
      g_string_append_printf (text, "%u |\n", i + 1);
    }
  g_string_append (text, "五、存在的主要问题及改进情况\n");
  return g_string_free (text, FALSE);
}

/* One cell a line, a blank line between two; each blank cell is one line feed more. */
static char *
write_lines (void)
{
  GString *text = g_string_new (HEAD HEADS_CELLS);

  for (guint i = 0; i < N_ROWS; i++)
    {
      if (rows[i].group != NULL && *rows[i].group != '\0')
        g_string_append_printf (text, "%s\n\n", rows[i].group);
      if (rows[i].inner != NULL && *rows[i].inner != '\0')
        g_string_append_printf (text, "%s\n\n", rows[i].inner);
      g_string_append_printf (text, "%s\n\n\n\n\n\n\n\n %u\n\n", rows[i].label, i + 1);
    }
  g_string_append (text, "五、存在的主要问题及改进情况\n");
  return g_string_free (text, FALSE);
}

static void
assert_totals (const char *text)
{
  g_autoptr (NbReport) report = nb_test_report (text);
  GListModel *figures = nb_report_get_figures (report);
  guint seen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const NbPlace *place = nb_figure_get_place (figure);
      NbDecimal value;

      if (place == NULL || g_strcmp0 (place->table, "T3") != 0)
        continue;
      if (seen % N_COLUMNS + 1 < N_COLUMNS)
        g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_BLANK);
      else
        {
          g_assert_true (nb_figure_get_value (figure, &value));
          g_assert_cmpint (value.unscaled, ==, seen / N_COLUMNS + 1);
          g_assert_cmpint (nb_figure_get_confidence (figure), ==, NB_CONFIDENCE_EXACT);
        }
      seen++;
    }
  g_assert_cmpuint (seen, ==, N_ROWS * N_COLUMNS);
}

static void
test_pipes (void)
{
  g_autofree char *text = write_pipes ();

  assert_totals (text);
}

static void
test_lines (void)
{
  g_autofree char *text = write_lines ();

  assert_totals (text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/blanks/pipes", test_pipes);
  g_test_add_func ("/nianbao/blanks/lines", test_lines);
  return g_test_run ();
}
