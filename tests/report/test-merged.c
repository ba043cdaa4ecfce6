/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells that are merged, and others that are split, so that there are as many as columns all the same: each is what stands
 * below its head, or nobody's. */

#include "document/nb-document-private.h"
#include "report/nb-report.h"

#include <string.h>

#define HEAD    "<h1>平湖镇人民政府2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>无</p>"
#define RESULTS "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>"
#define TALL                                                                                       \
  "<td rowspan=2>结果维持</td><td rowspan=2>结果纠正</td><td rowspan=2>其他结果</td>"  \
  "<td rowspan=2>尚未审结</td><td rowspan=2>总计</td>"
#define BLOCKS                                                                                     \
  "<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>" TALL               \
  "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" RESULTS RESULTS      \
  "</tr><tr>"
#define DIRECT "<td>6</td><td>7</td><td>8</td><td>9</td><td>30</td>"
#define AFTER  "<td>2</td><td>0</td><td>1</td><td>3</td><td>6</td>"
#define END    "</tr></table>"

/* The values as they are read: the form's cells in order, "?" for one that nobody can read. */
static const struct
{
  const char *name;
  const char *table;
  const char *values;
} blocks[] = {
  { "plain", BLOCKS "<td>1</td><td>2</td><td>3</td><td>4</td><td>10</td>" DIRECT AFTER END,
    "1 2 3 4 10 6 7 8 9 30 2 0 1 3 6" },
  { "merged", BLOCKS "<td>1</td><td colspan=2>2</td><td>4</td><td>10</td>" DIRECT AFTER END,
    "1 ? ? 4 10 6 7 8 9 30 2 0 1 3 6" },
  { "whole-block", BLOCKS "<td colspan=5>0</td>" DIRECT AFTER END,
    "? ? ? ? ? 6 7 8 9 30 2 0 1 3 6" },
  { "merged-and-split",
    BLOCKS "<td colspan=2>1</td><td>3</td><td>4</td><td>10</td>" DIRECT
           "<td>2</td><td>0</td><td>1</td><td>3</td><td>3</td><td>6</td>" END,
    "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?" },
  { "wide-end-wrong",
    BLOCKS "<td>1</td><td>1</td><td>2</td><td>3</td><td>4</td><td>10</td>" DIRECT
           "<td>2</td><td>0</td><td>1</td><td colspan=2>6</td>" END,
    "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?" },
  { "wide-end-right",
    BLOCKS "<td>1</td><td>2</td><td>3</td><td>4</td><td>10</td>" DIRECT
           "<td>2</td><td>0</td><td>1</td><td>3</td><td colspan=3>6</td>" END,
    "1 2 3 4 10 6 7 8 9 30 2 0 1 3 6" },
  { "blank-merged",
    BLOCKS "<td>1</td><td colspan=2></td><td>4</td><td>10</td>" DIRECT
           "<td>2</td><td>0</td><td>1</td><td>3</td><td>6</td><td>7</td>" END,
    "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?" },
  { "high-value",
    "<table><tr><td rowspan=5>行政复议</td><td>结果维持</td><td rowspan=2>1</td></tr>"
    "<tr><td>结果纠正</td></tr><tr><td>其他结果</td><td>3</td></tr>"
    "<tr><td>尚未审结</td><td>4</td></tr><tr><td>总计</td><td>10</td></tr>"
    "<tr><td rowspan=5>未经复议直接起诉</td><td>结果维持</td><td>6</td></tr>"
    "<tr><td>结果纠正</td><td>7</td></tr><tr><td>其他结果</td><td>8</td></tr>"
    "<tr><td>尚未审结</td><td>9</td></tr><tr><td>总计</td><td>30</td></tr>"
    "<tr><td rowspan=5>复议后起诉</td><td>结果维持</td><td>2</td></tr>"
    "<tr><td>结果纠正</td><td>0</td></tr><tr><td>其他结果</td><td>1</td></tr>"
    "<tr><td>尚未审结</td><td>3</td></tr><tr><td>总计</td><td>6</td></tr></table>",
    "? ? ? 4 10 6 7 8 9 30 2 0 1 3 6" },
  { "turned-merged",
    "<table><tr><td>结果</td><td>行政复议</td><td>未经复议直接起诉</td><td>复议后起诉</td></tr>"
    "<tr><td>结果维持</td><td>1</td><td>6</td><td>2</td></tr>"
    "<tr><td>结果纠正</td><td colspan=2>2</td><td>0</td></tr>"
    "<tr><td>其他结果</td><td>3</td><td>8</td><td>1</td><td>1</td></tr>"
    "<tr><td>尚未审结</td><td>4</td><td>9</td><td>3</td></tr>"
    "<tr><td>总计</td><td>10</td><td>30</td><td>6</td></tr></table>",
    "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?" },
  { "turned-high",
    "<table><tr><td>结果</td><td>行政复议</td><td>未经复议直接起诉</td><td>复议后起诉</td></tr>"
    "<tr><td>结果维持</td><td rowspan=2>1</td><td>6</td><td>2</td></tr>"
    "<tr><td>结果纠正</td><td>7</td><td>0</td><td>5</td></tr>"
    "<tr><td>其他结果</td><td>3</td><td>8</td><td>1</td></tr>"
    "<tr><td>尚未审结</td><td>4</td><td>9</td><td>3</td></tr>"
    "<tr><td>总计</td><td>10</td><td>30</td><td>6</td></tr></table>",
    "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?" },
  { "other-result",
    "<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>" TALL
    "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" RESULTS
    "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>历年合并</td></tr><tr>"
    "<td>1</td><td>2</td><td>3</td><td>4</td><td>10</td>" DIRECT AFTER END,
    "1 2 3 4 10 6 7 8 9 30 2 0 1 3 ?" },
  { "other-block",
    "<table><tr><td colspan=5>行政裁决</td><td colspan=10>行政诉讼</td></tr><tr>" TALL
    "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" RESULTS RESULTS
    "</tr><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>10</td>" DIRECT AFTER END,
    "? ? ? ? ? 6 7 8 9 30 2 0 1 3 6" },
  { "row-label",
    "<table><tr><td rowspan=3>项目</td><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>"
    "<tr>" TALL "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>"
    "<tr>" RESULTS RESULTS "</tr><tr><td>件数</td>"
    "<td>1</td><td>2</td><td>3</td><td>4</td><td>10</td>" DIRECT AFTER END,
    "1 2 3 4 10 6 7 8 9 30 2 0 1 3 6" },
};

static const char *const block_ids[] = { "reconsideration", "litigation_direct",
                                         "litigation_after_reconsideration" };
static const char *const result_ids[] = { "upheld", "corrected", "other", "pending", "total" };

static GPtrArray *
read_all (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes (name, bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);
  GPtrArray *reports = nb_report_recognise (document, NULL, NULL);

  g_assert_nonnull (reports);
  return reports;
}

static NbReport *
recognise (const char *section, const char *table)
{
  g_autofree char *text = g_strconcat (HEAD "<p>", section, "</p>", table, NULL);
  g_autoptr (GPtrArray) reports = read_all ("x.html", text);

  g_assert_cmpuint (reports->len, ==, 1);
  return g_object_ref (g_ptr_array_index (reports, 0));
}

static void
assert_figure (NbReport *report, const char *id, const char *expected)
{
  NbFigure *figure = nb_report_find_figure (report, id);
  NbDecimal value;

  g_test_message ("%s: %s", id, expected);
  g_assert_nonnull (figure);
  if (g_str_equal (expected, "?"))
    {
      g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_UNREADABLE);
      return;
    }
  g_assert_true (nb_figure_get_value (figure, &value));
  g_assert_cmpint (value.unscaled, ==, g_ascii_strtoll (expected, NULL, 10));
}

static void
test_blocks (gconstpointer data)
{
  gsize n = GPOINTER_TO_SIZE (data);
  g_autoptr (NbReport)
      report = recognise ("四、政府信息公开行政复议、行政诉讼情况", blocks[n].table);
  g_auto (GStrv) values = g_strsplit (blocks[n].values, " ", -1);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *id = g_strconcat (block_ids[i / 5], "_", result_ids[i % 5], NULL);

      assert_figure (report, id, values[i]);
    }
}

#define DOCUMENTS                                                                                                       \
  "<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></" \
  "tr>"

/* Two rows of three. */
static const struct
{
  const char *name;
  const char *table;
  const char *values;
} documents[] = {
  { "plain",
    DOCUMENTS "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>"
              "<tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td>" END,
    "1 2 3 4 5 6" },
  { "merged-and-split",
    DOCUMENTS "<tr><td>规章</td><td colspan=2>1</td><td>2</td><td>3</td></tr>"
              "<tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td>" END,
    "? ? ? 4 5 6" },
  { "other-spans",
    "<table><tr><td>信息内容</td><td>本年制发件数</td><td colspan=2>本年废止件数</td>"
    "<td>现行有效件数</td></tr><tr><td>规章</td><td colspan=2>1</td><td>2</td><td>3</td></tr>"
    "<tr><td>行政规范性文件</td><td>4</td><td colspan=2>5</td><td>6</td>" END,
    "1 2 3 4 5 6" },
  { "high",
    DOCUMENTS "<tr><td>规章</td><td rowspan=2>1</td><td>2</td><td>3</td></tr>"
              "<tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td>" END,
    "? ? ? ? ? ?" },
};

static void
test_documents (gconstpointer data)
{
  static const char *const ids[] = {
    "rules_issued",     "rules_repealed",     "rules_in_force",
    "normative_issued", "normative_repealed", "normative_in_force"
  };
  gsize n = GPOINTER_TO_SIZE (data);
  g_autoptr (NbReport) report = recognise ("二、主动公开政府信息情况", documents[n].table);
  g_auto (GStrv) values = g_strsplit (documents[n].values, " ", -1);

  for (guint i = 0; values[i] != NULL; i++)
    assert_figure (report, ids[i], values[i]);
}

#define REQUESTS                                                                                                          \
  "<table><tr><td "                                                                                                       \
  "rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td>" \
  "<td colspan=7>申请人情况</td></tr><tr><td rowspan=2>自然人</td><td "                                           \
  "colspan=5>法人或其他组织</td>"                                                                                  \
  "<td rowspan=2>总计</td></tr><tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td>"               \
  "<td>法律服务机构</td><td>其他</td></tr>"
#define ROW(label)                                                                                 \
  "<tr><td>" label                                                                                 \
  "</td><td>1</td><td>2</td><td>0</td><td>0</td><td>0</td><td>3</td><td>6</td></tr>"

/* The first two rows. */
static const struct
{
  const char *name;
  const char *rows;
  const char *values;
} requests[] = {
  { "merged",
    "<td>1</td><td>2</td><td colspan=2>4</td><td>5</td><td>6</td><td>18</td></tr>"
    "<tr><td>二、上年结转政府信息公开申请数量</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</"
    "td>"
    "<td>6</td><td>21</td></tr>",
    "1 2 ? ? 5 6 18 1 2 3 4 5 6 21" },
  { "merged-and-split",
    "<td colspan=2>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td></tr>"
    "<tr><td>二、上年结转政府信息公开申请数量</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</"
    "td>"
    "<td>6</td><td>21</td></tr>",
    "? ? ? ? ? ? ? 1 2 3 4 5 6 21" },
  { "high",
    "<td>1</td><td rowspan=2>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td></tr>"
    "<tr><td>二、上年结转政府信息公开申请数量</td><td>1</td><td>3</td><td>4</td><td>5</td>"
    "<td>6</td><td>21</td></tr>",
    "1 ? 3 4 5 6 21 1 ? 3 4 5 6 21" },
  { "high-and-split",
    "<td>1</td><td rowspan=2>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td></tr>"
    "<tr><td>二、上年结转政府信息公开申请数量</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</"
    "td>"
    "<td>6</td><td>21</td></tr>",
    "1 ? 3 4 5 6 21 ? ? ? ? ? ? ?" },
};

static void
test_requests (gconstpointer data)
{
  static const char *const columns[] = { "natural_person",
                                         "commercial_enterprise",
                                         "research_institution",
                                         "public_interest_org",
                                         "legal_services_org",
                                         "other_org",
                                         "total" };
  gsize n = GPOINTER_TO_SIZE (data);
  g_autofree char *table = g_strconcat (
      REQUESTS "<tr><td>一、本年新收政府信息公开申请数量</td>", requests[n].rows,
      ROW ("（一）予以公开") ROW ("（二）部分公开") ROW ("（七）总计")
          ROW ("四、结转下年度继续办理") "</table>",
      NULL);
  g_autoptr (NbReport) report = recognise ("三、收到和处理政府信息公开申请情况", table);
  g_auto (GStrv) values = g_strsplit (requests[n].values, " ", -1);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *id = g_strconcat (i < 7 ? "new_received." : "carried_in.", columns[i % 7],
                                         NULL);

      assert_figure (report, id, values[i]);
    }
}

#define WIDE(value) "<td colspan=2>" value "</td>"

/* Heads that are repeated on another page, with columns that are wider there: what stands below each is its own. */
static void
test_heads_again (void)
{
  static const char *const rows[] = { "<td>1</td>" WIDE ("2") WIDE ("3") WIDE ("4") WIDE ("5") WIDE ("6") "<td>21</td>",
                                      WIDE ("1") "<td>2</td>" WIDE ("3") WIDE ("4") WIDE ("5") WIDE ("6") "<td>21</td>" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *table = g_strconcat (
          REQUESTS ROW ("一、本年新收政府信息公开申请数量") ROW ("（一）予以公开") ROW ("（二）部分公开")
              ROW ("（七）总计") "<tr><td rowspan=3>（本列数据的勾稽关系）</td><td colspan=12>申请人情况</td></tr>"
                                 "<tr><td rowspan=2>自然人</td><td colspan=10>法人或其他组织</td><td rowspan=2>总计</td>"
                                 "</tr><tr>" WIDE ("商业企业") WIDE ("科研机构") WIDE ("社会公益组织")
                                     WIDE ("法律服务机构") WIDE ("其他") "</tr><tr><td>四、结转下年度继续办理</td>",
          rows[i], "</tr></table>", NULL);
      g_autoptr (NbReport) report = recognise ("三、收到和处理政府信息公开申请情况", table);

      assert_figure (report, "new_received.commercial_enterprise", "2");
      assert_figure (report, "carried_out.commercial_enterprise", i == 0 ? "2" : "?");
      assert_figure (report, "carried_out.other_org", i == 0 ? "6" : "?");
      assert_figure (report, "carried_out.total", i == 0 ? "21" : "?");
    }
}

#define TITLE                                                                                                                                \
  "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n无\n三、收到和处理政府信息公开申请" \
  "情况\n"

/* Of a table without one of its columns, the rows that have a blank of a merged cell are as long as they should be. */
static void
test_lost_column (void)
{
  g_autoptr (GPtrArray) reports = read_all (
      "x.txt", TITLE "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | | "
                     "申请人情况 | | | | | |\n"
                     "| | | | 自然人 | 法人或其他组织 | | | | 总计 |\n"
                     "| | | | | 商业企业 | 社会公益组织 | 法律服务机构 | 其他 | |\n"
                     "| 一、本年新收政府信息公开申请数量 | | | 9 | 1 | 2 | 3 | 4 | 19 |\n"
                     "| 三、本年度办理结果 | （一）予以公开 | | 1 | 0 | 0 | 0 | 0 | 1 |\n"
                     "| | （三）不予公开 | 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
                     "| | | 2.其他法律行政法规禁止公开 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
                     "| | | 3.危及三安全一稳定 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
                     "| | | 4.保护第三方合法权益 | 1 | 0 | 0 | 0 | 0 | 1 |\n");

  g_assert_cmpuint (reports->len, ==, 1);
  assert_figure (g_ptr_array_index (reports, 0), "new_received.commercial_enterprise", "?");
  assert_figure (g_ptr_array_index (reports, 0), "new_received.natural_person", "?");
}

/* The year above a table whose heads stand over several lines, where the upper ones are not taken for its own. */
static void
test_year_above_heads (void)
{
#define BOX                                                                                                                                                                                          \
  "│                │申请人情况 │\n"                                                                                                                                                      \
  "│                ├──────┬────┤\n"                                                                                                                                     \
  "│（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）│      │法人或其他组织│  "                                                  \
  "  │\n"                                                                                                                                                                                          \
  "│                │自然人├────────┬────────┬────────────┬────────────┬────┤总计│\n" \
  "│                │      │商业企业│科研机构│社会公益组织│法律服务机构│其他│    │\n"
#define BOX_ROWS(n)                                                                                \
  "│一、本年新收政府信息公开申请数量│" n "│0│0│0│0│0│" n "│\n"                                   \
  "│二、上年结转政府信息公开申请数量│0│0│0│0│0│0│0│\n"           \
  "│（一）予以公开│" n "│0│0│0│0│0│" n "│\n"
  g_autoptr (GPtrArray) reports = read_all (
      "x.txt", TITLE "2021年：\n\n" BOX BOX_ROWS ("7") "\n2022年：\n\n" BOX BOX_ROWS ("8"));

  g_assert_cmpuint (reports->len, ==, 2);
  assert_figure (g_ptr_array_index (reports, 0), "new_received.total", "8");
  assert_figure (g_ptr_array_index (reports, 1), "new_received.total", "7");
  g_assert_cmpuint (nb_report_get_year (g_ptr_array_index (reports, 1)), ==, 2021);
}

static void
add (const char *table, const char *name, gsize n, GTestDataFunc test)
{
  g_autofree char *path = g_strconcat ("/nianbao/merged/", table, "/", name, NULL);

  g_test_add_data_func (path, GSIZE_TO_POINTER (n), test);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    add ("blocks", blocks[i].name, i, test_blocks);
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    add ("documents", documents[i].name, i, test_documents);
  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    add ("requests", requests[i].name, i, test_requests);
  g_test_add_func ("/nianbao/merged/heads-again", test_heads_again);
  g_test_add_func ("/nianbao/merged/lost-column", test_lost_column);
  g_test_add_func ("/nianbao/merged/year-above-heads", test_year_above_heads);
  return g_test_run ();
}
