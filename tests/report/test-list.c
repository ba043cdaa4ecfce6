/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of indicators of years before there was a national table. */

#include "document/nb-document-private.h"
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
  g_autoptr (NbDocument) document = nb_html_reader_read_string (NULL, html, strlen (html), NULL,
                                                                &error);
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

/* Elsewhere they are a table of the narrative; and a page without any row is read to its end. */
static void
test_no_list (void)
{
  g_autoptr (NbReport) report = read_page (TITLE PROSE HEADS ROWS "</table>");

  g_assert_null (nb_report_get_form (report));
  g_assert_cmpuint (g_list_model_get_n_items (nb_report_get_figures (report)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/list/two-rows", test_two_rows);
  g_test_add_func ("/nianbao/list/no-list", test_no_list);
  return g_test_run ();
}
