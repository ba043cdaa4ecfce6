/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of indicators of years before there was a national table. */

#include "document/nb-document-private.h"
#include "base/nb-limits.h"
#include "report/nb-report.h"

#include <string.h>

#define TITLE   "<h1>平湖镇人民政府2012年政府信息公开工作年度报告</h1>"
#define PROSE   "<p>一、概述</p><p>本年度按时完成了各项工作。</p>"
#define HEADING "<p>附表：政府信息公开情况统计表</p>"
#define HEADS   "<table><tr><td>指标名称<td>计量单位<td>数量"
#define ROWS    "<tr><td>甲类信息数<td>条<td>123<tr><td>乙类申请数<td>件<td>5"

static NbReport *
read_page (const char *html)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument)
      document = nb_html_reader_read_string (NULL, html, strlen (html), NULL, &error);
  g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  return g_object_ref (g_ptr_array_index (reports, 0));
}

/* Two rows are a list in an appendix. */
static void
test_two_rows (void)
{
  g_autoptr (NbReport) report = read_page (TITLE PROSE HEADING HEADS ROWS "</table>");
  GListModel *figures = nb_report_get_figures (report);
  g_autoptr (NbFigure) first = g_list_model_get_item (figures, 0);
  g_autoptr (NbFigure) second = g_list_model_get_item (figures, 1);

  g_assert_cmpstr (nb_report_get_form (report)->id, ==, "2008");
  g_assert_cmpuint (g_list_model_get_n_items (figures), ==, 2);
  g_assert_cmpstr (nb_figure_get_id (first), ==, "ext.1");
  g_assert_cmpstr (nb_figure_get_label (first), ==, "甲类信息数");
  g_assert_cmpstr (nb_figure_get_raw (first), ==, "123");
  g_assert_cmpstr (nb_figure_get_id (second), ==, "ext.2");
  g_assert_cmpstr (nb_figure_get_raw (second), ==, "5");
}

/* The year may stand in the opening alone. */
static void
test_no_title (void)
{
  g_autoptr (NbReport) report = read_page (
      "<p>本年报由平湖镇人民政府编制，所列数据的统计期限自2012年1月1日起至2012年12月31日止。</p>"
      "<p>一、概述</p><p>本年度按时完成了各项工作。</p><p>二、主动公开政府信息的情况</"
      "p><p>未发生此类情况，工作正常。</p>"
      "<p>三、依申请公开政府信息的情况</p><p>未发生此类情况，工作正常。</p>" HEADING HEADS ROWS
      "</table>");

  g_assert_cmpstr (nb_report_get_organ (report), ==, "平湖镇人民政府");
  g_assert_nonnull (nb_report_get_form (report));
  g_assert_cmpstr (nb_report_get_form (report)->id, ==, "2008");
  g_assert_cmpuint (g_list_model_get_n_items (nb_report_get_figures (report)), ==, 2);
}

/* Elsewhere they are a table of the narrative; and a page without any row is read to its end. */
static void
test_no_list (void)
{
  g_autoptr (NbReport) report = read_page (TITLE PROSE HEADS ROWS "</table>");

  g_assert_null (nb_report_get_form (report));
  g_assert_cmpuint (g_list_model_get_n_items (nb_report_get_figures (report)), ==, 0);
}

/* Rows of a label, a number that counts, a unit and a value. */
static char *
make_counted (guint n_rows)
{
  g_autoptr (GString) html = g_string_new (TITLE PROSE HEADING "<table>");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (html, "<tr><td>指标%c类信息数<td>%u<td>条<td>%u", 'A' + (char) i, i + 1,
                            i == 4 ? 90 : 7);
  g_string_append (html, "</table>");
  return g_string_free (g_steal_pointer (&html), FALSE);
}

/* A long column that counts holds codes; a short one may hold figures. */
static void
test_codes (void)
{
  g_autofree char *many = make_counted (12), *few = make_counted (5);
  g_autoptr (NbReport) report = read_page (many);
  g_autoptr (NbReport) other = read_page (few);
  GListModel *figures = nb_report_get_figures (report);
  g_autoptr (NbFigure) fifth = g_list_model_get_item (figures, 4);

  g_assert_cmpuint (g_list_model_get_n_items (figures), ==, 12);
  g_assert_cmpstr (nb_figure_get_id (fifth), ==, "ext.5");
  g_assert_cmpstr (nb_figure_get_raw (fifth), ==, "90");
  g_assert_cmpuint (g_list_model_get_n_items (nb_report_get_figures (other)), ==, 10);
}

#define TEXT                                                                                                                              \
  "平湖镇人民政府2012年政府信息公开工作年度报告\n\n一、概述\n\n本年度按时完成了各项工作。\n\n附表" \
  "：政府信息公开情况统计表\n\n"

/* The states of all figures, and how sure their labels are: "1" a number, "?" unreadable, "~" behind a number whose label may
 * be broken. */
static char *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("report.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);
  g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  GListModel *figures;

  g_assert_nonnull (reports);
  g_assert_cmpuint (reports->len, ==, 1);
  figures = nb_report_get_figures (g_ptr_array_index (reports, 0));
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      NbDecimal value;

      g_string_append_c (out, nb_figure_get_value (figure, &value) ? '1' : '?');
      if (nb_figure_get_confidence (figure) == NB_CONFIDENCE_APPROXIMATE)
        g_string_append_c (out, '~');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Where a row of text has fewer values than the others, nothing tells which one was left blank. */
static void
test_lost_cell (void)
{
  g_autofree char *states = read_text (
      TEXT "指标名称 计量单位 本年 累计\n主动公开信息数 条 12 37\n新增文件数 件 3 9\n"
           "现场接待人数 人次 5528\n咨询电话接听数 次 4 6\n申请总数 件 5 7\n");

  g_assert_cmpstr (states, ==, "1111?1111");
}

/* Of more rows than a report may have the first are read, and no others. */
static void
test_limit_extra_rows (void)
{
  g_autoptr (GString) text = g_string_new (TEXT "指标名称 | 计量单位 | 数量\n");
  g_autofree char *states = NULL;

  for (guint i = 0; i < NB_LIMIT_EXTRA_ROWS + 100; i++)
    g_string_append_printf (text, "主动公开第%u类信息数 | 条 | 12\n", i);
  states = read_text (text->str);
  g_assert_cmpuint (strlen (states), ==, NB_LIMIT_EXTRA_ROWS);
  g_assert_cmpuint (strspn (states, "1"), ==, NB_LIMIT_EXTRA_ROWS);
}

/* One label alone is a heading; several are parts of labels that narrow columns have broken. */
static void
test_broken_labels (void)
{
  g_autofree char *heading = read_text (
      TEXT
      "指标名称 | 计量单位 | 数量\n主动公开信息数 | 条 | 12\n新增文件数 | 件 | 3\n依申请公开 | |\n"
      "现场接待人数 | 人次 | 5\n申请总数 | 件 | 6\n");
  g_autofree char *broken = read_text (
      TEXT "指标名称 | 计量单位 | 数量\n主动公开信 | |\n息数 | 条 | 12\n新增的行政规 | "
           "|\n范性文件数 | 件 | 3\n"
           "现场接待人数 | 人次 | 5\n提供服务类信 | |\n息数 | 条 | 6\n");

  g_assert_cmpstr (heading, ==, "1111");
  g_assert_cmpstr (broken, ==, "1~1~1~1~");
}

/* A number with a remark behind it, on the line of a label that has brackets itself. */
static void
test_remark (void)
{
  g_autoptr (NbReport) report = read_page (
      "<h1>平湖镇人民政府2014年政府信息公开工作年度报告</h1>" PROSE HEADING
      "<ul><li>（三）从事政府信息公开工作人员数 人 6</li>"
      "<li>1、专职人员数（不包括政府公报及政府网站工作人员数） 人 5（含热线回复）</li>"
      "<li>2、兼职人员数 人 1</li><li>（一）政府信息公开工作专门机构数 个 2</li>"
      "<li>（二）设置政府信息公开查阅点数 个 3</li></ul>");
  GListModel *figures = nb_report_get_figures (report);
  gboolean is_found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      NbDecimal value;

      if (!g_str_has_suffix (nb_figure_get_id (figure), "staff_full_time"))
        continue;
      g_assert_true (nb_figure_get_value (figure, &value));
      g_assert_cmpfloat (nb_decimal_to_double (value), ==, 5);
      g_assert_cmpstr (nb_figure_get_remark (figure), ==, "含热线回复");
      is_found = TRUE;
    }
  g_assert_true (is_found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/list/NB_LIMIT_EXTRA_ROWS", test_limit_extra_rows);
  g_test_add_func ("/nianbao/list/two-rows", test_two_rows);
  g_test_add_func ("/nianbao/list/no-list", test_no_list);
  g_test_add_func ("/nianbao/list/remark", test_remark);
  g_test_add_func ("/nianbao/list/codes", test_codes);
  g_test_add_func ("/nianbao/list/no-title", test_no_title);
  g_test_add_func ("/nianbao/list/lost-cell", test_lost_cell);
  g_test_add_func ("/nianbao/list/broken-labels", test_broken_labels);
  return g_test_run ();
}
