/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values that look whole and are not: neither part of a broken number is read; and tables of another year, which are not
 * this year's. */

#include "base/nb-error.h"
#include "report/nb-report.h"

#include <string.h>

#define HEAD                                                                                                                     \
  "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n" \
  "第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
#define RULES     "规章 | 1 | 2 | 3\n"
#define NORMATIVE "行政规范性文件 | 4 | 5 | 16\n"
#define DECISIONS "第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | 87\n"
#define FINES     "第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | 38\n行政强制 | 9\n"
#define FEE       "第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | 12.5\n"

#define PROSE                                                                                                                                     \
  "我镇按照要求做好各项公开工作，健全制度，明确专人负责，及时更新栏目，做到应公开尽公开，群众满意" \
  "。 "

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* states and values of the first ten figures */
} Case;

static const Case cases[] = {
  { "whole", HEAD RULES NORMATIVE DECISIONS FINES FEE, "1 2 3 4 5 16 87 38 9 12.5" },
  { "broken-last", HEAD RULES "行政规范性文件 | 4 | 5 | 1\n6\n" DECISIONS FINES FEE,
    "1 2 3 4 5 ? 87 38 9 12.5" },
  { "broken-single",
    HEAD RULES NORMATIVE DECISIONS
    "第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | 3\n8\n行政强制 | 9\n" FEE,
    "1 2 3 4 5 16 87 ? 9 12.5" },
  { "broken-tabs", HEAD RULES "行政规范性文件\t4\t5\t1\n6\n" DECISIONS FINES FEE,
    "1 2 3 4 5 ? 87 38 9 12.5" },
  { "broken-blanks", HEAD RULES "行政规范性文件    4    5    1\n6\n" DECISIONS FINES FEE,
    "1 2 3 4 5 ? 87 38 9 12.5" },
  { "broken-point",
    HEAD RULES NORMATIVE DECISIONS FINES
    "第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | "
    "12\n.5\n三、收到情况\n",
    "1 2 3 4 5 16 87 38 9 ?" },
  { "broken-in-cell", HEAD RULES "行政规范性文件 | 4 | 5 | 16\n | 7 | | \n" DECISIONS FINES FEE,
    "1 2 3 ? 5 16 87 38 9 12.5" },
  { "broken-in-column", HEAD RULES "行政规范性文件    4    5    16\n                       7\n" DECISIONS FINES FEE,
    "1 2 3 4 ? ? 87 38 9 12.5" },
  { "broken-middle", HEAD RULES "行政规范性文件 | 4 | 1\n5 | 16\n" DECISIONS FINES FEE,
    "1 2 3 ? ? ? 87 38 9 12.5" },
  { "blank-line-between", HEAD RULES NORMATIVE "\n7\n" DECISIONS FINES FEE,
    "1 2 3 4 5 16 87 38 9 12.5" },
  { "page-number-between", HEAD RULES NORMATIVE "- 6 -\n" DECISIONS FINES FEE,
    "1 2 3 4 5 16 87 38 9 12.5" },
  { "twice", HEAD RULES NORMATIVE "行政规范性文件 | 4 | 6 | 16\n" DECISIONS FINES FEE,
    "1 2 3 ? ? ? 87 38 9 12.5" },
  { "twice-first", HEAD "规章 | 1 | 2 | 4\n" RULES NORMATIVE DECISIONS FINES FEE,
    "? ? ? 4 5 16 87 38 9 12.5" },
  { "twice-at-end", HEAD RULES NORMATIVE DECISIONS FINES FEE "行政处罚 | 39\n",
    "1 2 3 4 5 16 87 ? 9 12.5" },
  { "twice-padded",
    HEAD RULES NORMATIVE "第二十条第（五）项 | | |\n信息内容 | 本年处理决定数量 | |\n"
                         "行政许可 | 87 | |\n行政许可 | 88 | |\n" FINES FEE,
    "1 2 3 4 5 16 ? 38 9 12.5" },
  { "twice-alike", HEAD RULES RULES NORMATIVE DECISIONS FINES FEE, "1 2 3 4 5 16 87 38 9 12.5" },
  { "twice-numbered", HEAD RULES "2.行政规范性文件 | 1 | 1 | 1\n" NORMATIVE DECISIONS FINES FEE,
    "1 2 3 ? ? ? 87 38 9 12.5" },
  { "stop-of-thousands", HEAD RULES "行政规范性文件 | 4 | 5 | 1.234\n" DECISIONS FINES FEE,
    "1 2 3 4 5 ? 87 38 9 12.5" },
  /* What stands behind a label and is no value is not nothing. */
  { "number-with-stop", HEAD RULES NORMATIVE "第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | 12.\n" FINES FEE,
    "1 2 3 4 5 16 ? 38 9 12.5" },
  { "ringed", HEAD RULES NORMATIVE "第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | ①\n" FINES FEE,
    "1 2 3 4 5 16 ? 38 9 12.5" },
  { "mark-in-line",
    HEAD RULES NORMATIVE DECISIONS FINES
    "第二十条第（八）项\n信息内容  本年收费金额（单位：万元）\n行政事业性收费  ？\n",
    "1 2 3 4 5 16 87 38 9 ?" },
  { "cut-within",
    HEAD RULES NORMATIVE DECISIONS "第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | 3",
    "1 2 3 4 5 16 87 ? - -" },
  { "cut-within-last",
    HEAD RULES NORMATIVE DECISIONS FINES "第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | 2",
    "1 2 3 4 5 16 87 38 9 ?" },
  { "cut-behind-unit",
    HEAD RULES NORMATIVE DECISIONS FINES "第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | 2万元",
    "1 2 3 4 5 16 87 38 9 2" },
  { "cut-behind",
    HEAD RULES NORMATIVE DECISIONS
    "第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | 38\n",
    "1 2 3 4 5 16 87 38 - -" },
  { "turned-value", HEAD RULES "行政规范性文件 | \u202e4\u202c | 5 | 16\n" DECISIONS FINES FEE,
    "1 2 3 ? 5 16 87 38 9 12.5" },
  { "turned-line", HEAD RULES "\u202e行政规范性文件 | 4 | 5 | 16\n" DECISIONS FINES FEE,
    "1 2 3 ? ? ? 87 38 9 12.5" },
  { "explained",
    "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n"
    "第二十条第（一）项\n信息内容 | 本年制发件数（指2022年印发数） | 本年废止件数 | 现行有效件数\n"
    "规章（无制定权的单位此行一律填零即可） | 1 | 2 | 3\n"
    "行政规范性文件（指以本镇名义印发、标题有“办法”字样的文件） | 4 | 5 | 16\n" DECISIONS
    "第二十条第（六）项\n信息内容 | 本年处理决定数量(含简易程序)\n行政处罚 | 38\n"
    "行政强制(包括强制措施和强制执行) | 9\n" FEE,
    "1 2 3 4 5 16 87 38 9 12.5" },
  /* A page that has lost all its line ends. */
  { "one-line",
    "平湖镇人民政府2022年政府信息公开工作年度报告 一、总体情况 " PROSE PROSE PROSE PROSE PROSE PROSE
    "二、主动公开政府信息情况 第二十条第（一）项 | 信息内容 | 本年制发件数 | 本年废止件数 | "
    "现行有效件数 | "
    "规章 | 1 | 2 | 3 | 行政规范性文件 | 4 | 5 | 16 | 第二十条第（五）项 | 信息内容 | "
    "本年处理决定数量 | "
    "行政许可 | 87 | 第二十条第（六）项 | 信息内容 | 本年处理决定数量 | 行政处罚 | 38 | 行政强制 | "
    "9 | "
    "第二十条第（八）项 | 信息内容 | 本年收费金额（单位：万元） | 行政事业性收费 | 12.5 | "
    "五、存在的主要问题及改进情况 公开还不够及时。 六、其他需要报告的事项 无。\n",
    "1 2 3 4 5 16 87 38 9 12.5" },
  { "dash-before", HEAD RULES "行政规范性文件 | —4 | －5 | 16\n" DECISIONS FINES FEE,
    "1 2 3 ? ? 16 87 38 9 12.5" },
};

static char *
describe (NbReport *report)
{
  GString *out = g_string_new (NULL);
  GListModel *figures = nb_report_get_figures (report);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      NbDecimal value;

      if (i > 0)
        g_string_append_c (out, ' ');
      if (nb_figure_get_value (figure, &value))
        {
          g_autofree char *number = nb_decimal_to_string (value);

          g_assert_cmpint (nb_figure_get_confidence (figure), ==, NB_CONFIDENCE_EXACT);
          g_string_append (out, number);
        }
      else
        g_string_append_c (out, nb_figure_get_state (figure) == NB_STATE_MISSING      ? '-'
                                : nb_figure_get_state (figure) == NB_STATE_UNREADABLE ? '?'
                                                                                      : '!');
    }
  return g_string_free (out, FALSE);
}

static GPtrArray *
read_reports (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("report.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, &error);
  GPtrArray *reports;

  g_assert_no_error (error);
  reports = nb_report_recognise (document, NULL, &error);
  g_assert_no_error (error);
  return reports;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) reports = read_reports (c->text);
  g_autofree char *described = NULL;

  g_assert_cmpuint (reports->len, ==, 1);
  described = describe (g_ptr_array_index (reports, 0));
  g_assert_cmpstr (described, ==, c->expected);
}

#define HEADS "第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
#define TABLE RULES NORMATIVE DECISIONS FINES FEE
#define OTHER                                                                                      \
  HEADS "规章 | 6 | 6 | 6\n行政规范性文件 | 7 | 7 | 7\n" DECISIONS FINES                           \
        "第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | 1\n"

/* Last year's table beside this year's, before it or behind it. */
static void
test_last_year (void)
{
  static const char *const texts[] = {
    HEAD TABLE "附：2021年主动公开情况\n" OTHER "三、其他\n",
    HEAD TABLE "（上年度）\n" OTHER "三、其他\n",
    "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n"
    "2021年数据\n" OTHER "2022年数据\n" HEADS TABLE "三、其他\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) reports = read_reports (texts[i]);
      NbReport *own = g_ptr_array_index (reports, 0), *other = g_ptr_array_index (reports, 1);
      g_autofree char *first = describe (own), *second = describe (other);

      g_assert_cmpuint (reports->len, ==, 2);
      g_assert_cmpstr (first, ==, "1 2 3 4 5 16 87 38 9 12.5");
      g_assert_cmpstr (second, ==, "6 6 6 7 7 7 87 38 9 1");
      g_assert_cmpuint (nb_report_get_year (own), ==, 2022);
      g_assert_cmpuint (nb_report_get_year (other), ==, 2021);
      g_assert_null (nb_report_get_scope (own));
      g_assert_nonnull (nb_report_get_scope (other));
      g_assert_false (nb_report_is_reprint (own));
      g_assert_true (nb_report_is_reprint (other));
    }
}

/* A table that stands only once has kept the caption of last year. */
static void
test_old_caption (void)
{
  g_autoptr (GPtrArray) reports = read_reports (
      "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n"
      "2021年度主动公开情况表\n" HEADS TABLE "三、其他\n");
  g_autofree char *described = describe (g_ptr_array_index (reports, 0));

  g_assert_cmpuint (reports->len, ==, 1);
  g_assert_cmpstr (described, ==, "1 2 3 4 5 16 87 38 9 12.5");
  g_assert_cmpuint (nb_report_get_year (g_ptr_array_index (reports, 0)), ==, 2022);
}

/* Tables of two earlier years and none of the report's own: neither is given as its own, whichever stands first. */
static void
test_only_others (void)
{
#define TITLE                                                                                      \
  "平湖镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n"
  static const struct
  {
    const char *text;
    guint years[2];
    const char *described[2];
  } orders[] = {
    { TITLE "2022年主动公开情况\n" HEADS TABLE "2023年主动公开情况\n" OTHER "三、其他\n",
      { 2022, 2023 },
      { "1 2 3 4 5 16 87 38 9 12.5", "6 6 6 7 7 7 87 38 9 1" } },
    { TITLE "2023年主动公开情况\n" OTHER "2022年主动公开情况\n" HEADS TABLE "三、其他\n",
      { 2023, 2022 },
      { "6 6 6 7 7 7 87 38 9 1", "1 2 3 4 5 16 87 38 9 12.5" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GPtrArray) reports = read_reports (orders[i].text);
      g_autofree char *own = describe (g_ptr_array_index (reports, 0));

      g_assert_cmpuint (reports->len, ==, 3);
      g_assert_cmpstr (own, ==, "- - - - - - - - - -");
      g_assert_cmpuint (nb_report_get_year (g_ptr_array_index (reports, 0)), ==, 2024);
      g_assert_false (nb_report_is_reprint (g_ptr_array_index (reports, 0)));
      for (guint j = 0; j < 2; j++)
        {
          NbReport *other = g_ptr_array_index (reports, j + 1);
          g_autofree char *described = describe (other);

          g_assert_cmpstr (described, ==, orders[i].described[j]);
          g_assert_cmpuint (nb_report_get_year (other), ==, orders[i].years[j]);
          g_assert_true (nb_report_is_reprint (other));
        }
    }
#undef TITLE
}

/* The page of a sample with its table of requests twice, each under a line of its own. */
static char *
double_requests (const char *first_caption, const char *second_caption)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2023.html",
                                                 NULL);
  g_autofree char *page = NULL;
  g_autofree char *table = NULL;
  const char *head, *begin, *end;

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  head = strstr (page, "申请人情况");
  g_assert_nonnull (head);
  begin = g_strrstr_len (page, head - page, "<table");
  end = strstr (head, "</table>") + strlen ("</table>");
  table = g_strndup (begin, (gsize) (end - begin));
  return g_strdup_printf ("%.*s<p>%s</p>%s<p>%s</p>%s%s", (int) (begin - page), page, first_caption,
                          table, second_caption, table, end);
}

/* A line above a table that is a year and nothing else says the same as a caption with words. */
static void
test_bare_year (void)
{
  static const char *const captions[][2] = { { "2022", "2023" }, { "2023", "２０２２" } };

  for (gsize i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      g_autofree char *page = double_requests (captions[i][0], captions[i][1]);
      g_autoptr (GPtrArray) reports = read_reports (page);

      g_assert_cmpuint (reports->len, ==, 2);
      g_assert_cmpuint (nb_report_get_year (g_ptr_array_index (reports, 0)), ==, 2023);
      g_assert_false (nb_report_is_reprint (g_ptr_array_index (reports, 0)));
      g_assert_cmpuint (nb_report_get_year (g_ptr_array_index (reports, 1)), ==, 2022);
      g_assert_true (nb_report_is_reprint (g_ptr_array_index (reports, 1)));
    }
}

/* One table that stands twice among tables that stand once: the lines right above tell the two apart. */
static void
test_captions (void)
{
  static const struct
  {
    const char *captions[2];
    const char *scopes[2];
  } pairs[] = {
    { { "（一）本级", "（二）汇总" }, { "本级", "汇总" } },
    { { "区政府办公室", "全区汇总" }, { "区政府办公室", "汇总" } },
    { { "更正前", "更正后" }, { "更正前", "更正后" } },
    { { "1-6月", "1-12月" }, { "1-6月", "1-12月" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *page = double_requests (pairs[i].captions[0], pairs[i].captions[1]);
      g_autoptr (GPtrArray) reports = read_reports (page);

      g_assert_cmpuint (reports->len, ==, 2);
      for (guint j = 0; j < 2; j++)
        {
          NbReport *report = g_ptr_array_index (reports, j);

          g_assert_cmpstr (nb_report_get_scope (report), ==, pairs[i].scopes[j]);
          g_assert_cmpuint (nb_report_get_year (report), ==, 2023);
          g_assert_false (nb_report_is_reprint (report));
        }
    }
}

/* The year that stands over the first of two is not that of the second. */
static void
test_first_caption (void)
{
  g_autofree char *page = double_requests ("（2022年度）", "");
  g_autoptr (GPtrArray) reports = read_reports (page);

  g_assert_cmpuint (reports->len, ==, 2);
  g_assert_false (nb_report_is_reprint (g_ptr_array_index (reports, 0)));
  g_assert_true (nb_report_is_reprint (g_ptr_array_index (reports, 1)));
  g_assert_cmpuint (nb_report_get_year (g_ptr_array_index (reports, 1)), ==, 2022);
}

/* Text in which nothing stands between two cells is told from text that is no report. */
static void
test_run_together (void)
{
  static const char text[] =
      "平湖镇人民政府2022年政府信息公开工作年度报告一、总体情况三、收到和处理政府信息公开申请情况一"
      "、本年新收政府信息公开申请数量"
      "261000027二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开261000027（"
      "二）部分公开0000000"
      "（三）不予公开1.属于国家秘密00000002.其他法律行政法规禁止公开00000003."
      "危及“三安全一稳定”00000004.保护第三方合法权益"
      "00000005.属于三类内部事务信息00000006.属于四类过程性信息00000007.属于行政执法案卷00000008."
      "属于行政查询事项0000000"
      "四、结转下年度继续办理0000000";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("report.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, &error);

  g_assert_null (reports);
  g_assert_error (error, NB_ERROR, NB_ERROR_NOT_A_REPORT);
  g_assert_nonnull (strstr (error->message, "run together"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/doubt/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/doubt/last-year", test_last_year);
  g_test_add_func ("/nianbao/doubt/captions", test_captions);
  g_test_add_func ("/nianbao/doubt/bare-year", test_bare_year);
  g_test_add_func ("/nianbao/doubt/first-caption", test_first_caption);
  g_test_add_func ("/nianbao/doubt/old-caption", test_old_caption);
  g_test_add_func ("/nianbao/doubt/only-others", test_only_others);
  g_test_add_func ("/nianbao/doubt/run-together", test_run_together);
  return g_test_run ();
}
