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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/list/two-rows", test_two_rows);
  g_test_add_func ("/nianbao/list/no-list", test_no_list);
  g_test_add_func ("/nianbao/list/codes", test_codes);
  g_test_add_func ("/nianbao/list/no-title", test_no_title);
  return g_test_run ();
}
