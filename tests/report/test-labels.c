/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels of rows that are damaged: a figure is read as it was, or not at all. */

#include "nb-test-document.h"

#include "report/nb-report.h"

#include <string.h>

#define MOST_CHANGES 5

typedef struct
{
  const char *name;
  const char *sample;
  const char *changes[MOST_CHANGES][2]; /* what stands there, and what in its place */
  const char *unread; /* metrics, or rows of them, between blanks */
} Case;

static const Case cases[] = {
  /* What is left of one label is near to that of another row. */
  { "other-near",
    "yunxi-2020.txt",
    { { "\n2.重复申请", "\n申请" },
      { "3.要求提供公开出版物", "版物" },
      { "4.无正当理由大量反复申请", "复申请" },
      { "5.要求行政机关确认或重新出具已获取信息", "取信息" } },
    "not_handled_repeat not_handled_publication not_handled_excessive "
    "not_handled_confirm_reissue" },
  { "first-rows",
    "shiqiao-2024.txt",
    { { "规章 |", "规 |" }, { "行政规范性文件 |", "行政规范 |" } },
    "rules_issued rules_repealed rules_in_force normative_issued normative_repealed normative_in_force" },
  /* A label that the form has twice, where the row between the two cannot be read. */
  { "twice-in-form",
    "yunxi-2017.txt",
    { { "（二）被依法纠错数", "（□□" },
      { "（三）其他情形数", "（□□□" },
      { "五、行政诉讼数量", "□□□□" },
      { "（一）维持具体行政行为或者", "□□□" } },
    "appendix_reconsideration_corrected appendix_reconsideration_other "
    "appendix_litigation_total appendix_litigation_upheld appendix_litigation_corrected appendix_litigation_other" },
  /* The rest of a label is that of another row to the letter. */
  { "other-whole",
    "yunxi-2017.txt",
    { { "2.同意公开答复数", "2.同意□□" },
      { "3.同意部分公开答复数", "3.□□部分□□答复数" },
      { "4.不同意公开答复数", "□.□同意公开答复数" } },
    "appendix_replied_granted appendix_replied_partial appendix_replied_refused" },
  /* The row is not there, whose label is the nearest. */
  { "other-lost",
    "yunxi-2017.txt",
    { { "2.政府网站在线访谈次数\n\n\u00a0\u00a0次\n\n\u00a0\u00a06\n", "" },
      { "其中：主要负责同志参加政府网站在线访谈次数", "线访谈次数" } },
    "appendix_online_interviews appendix_online_interviews_head" },
  /* The row is printed again, with a number that is not the form's. */
  { "other-number",
    "yunxi-2020.txt",
    { { "\n2.重复申请", "\n12.重复申请 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | ||\n2.重复申请" } },
    "not_handled_repeat" },
  /* One row between two that are sure. */
  { "pinned", "yunxi-2020.txt", { { "2.重复申请", "2.重复" } }, "" },
  { "twice-pinned", "yunxi-2017.txt", { { "五、行政诉讼数量", "五、行政诉讼数" } }, "" },
  { "none", "yunxi-2017.txt", { { NULL } }, "" },
};

static char *
damage (const Case *c, const char *text)
{
  g_autoptr (GString) damaged = g_string_new (text);

  for (guint i = 0; i < MOST_CHANGES && c->changes[i][0] != NULL; i++)
    g_assert_cmpuint (g_string_replace (damaged, c->changes[i][0], c->changes[i][1], 1), ==, 1);
  return g_string_free (g_steal_pointer (&damaged), FALSE);
}

/* Whether the metric, or one of the row that it stands in, need not be read. */
static gboolean
may_be_unread (const Case *c, const char *metric)
{
  g_auto (GStrv) names = g_strsplit (c->unread, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize n = strlen (names[i]);

      if (n > 0 && strncmp (metric, names[i], n) == 0 && (metric[n] == '\0' || metric[n] == '.'))
        return TRUE;
    }
  return FALSE;
}

/* Each figure of @text stands in @changed as well, or need not be read there. */
static void
assert_same_figures (const Case *c, const char *text, const char *changed)
{
  g_autoptr (NbReport) whole = nb_test_report (text), other_report = nb_test_report (changed);
  GListModel *figures = nb_report_get_figures (whole), *found = nb_report_get_figures (other_report);

  g_assert_cmpuint (g_list_model_get_n_items (found), >=, g_list_model_get_n_items (figures));
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      g_autoptr (NbFigure) read = g_list_model_get_item (found, i);
      const char *metric = nb_figure_get_metric (figure)->id;
      NbDecimal value = { 0 }, other = { 0 };

      g_assert_cmpstr (nb_figure_get_metric (read)->id, ==, metric);
      nb_figure_get_value (figure, &value);
      if (nb_figure_get_value (read, &other) && nb_decimal_compare (value, other) != 0)
        g_error ("%s is another value", metric);
      if (nb_figure_get_state (read) != nb_figure_get_state (figure) && !may_be_unread (c, metric))
        g_error ("%s is not read", metric);
    }
}

/* Inlined, compilers take what is read for the variable itself. */
static char *G_GNUC_NO_INLINE
load_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = load_sample (c->sample);
  g_autofree char *damaged = damage (c, text);

  assert_same_figures (c, text, damaged);
}

/* Puts a column before the table of requests of a page, and one behind it; their heads stand beside all others. */
static char *
add_columns (const char *page, const char *first, const char *last, const char *remark)
{
  const char *head = strstr (page, "申请人情况");
  const char *begin = g_strrstr_len (page, head - page, "<table"), *end = strstr (head, "</table>");
  g_autofree char *table = g_strndup (begin, (gsize) (end - begin));
  g_auto (GStrv) rows = g_strsplit (table, "</tr>", -1);
  g_autoptr (GString) out = g_string_new_len (page, begin - page);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *row = strstr (rows[i], "<tr");
      const char *cells = row != NULL ? strchr (row, '>') + 1 : rows[i];

      g_string_append_len (out, rows[i], cells - rows[i]);
      if (row != NULL && i == 0)
        g_string_append_printf (out, "<td rowspan=\"3\">%s</td>%s<td rowspan=\"3\">%s</td></tr>", first, cells, last);
      else if (row != NULL && i > 2)
        g_string_append_printf (out, "<td>%u</td>%s<td>%s</td></tr>", i - 2, cells, remark);
      else
        g_string_append_printf (out, "%s%s", cells, row != NULL ? "</tr>" : "");
    }
  g_string_append (out, end);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Serial numbers and remarks are no figures, and take nothing from those beside them. */
static void
test_aside (void)
{
  static const Case none = { .name = "aside", .unread = "" };
  static const char *const columns[][3] = {
    { "序号", "备注", "" }, { "行次", "备 注", "7" }, { "编号", "备注", "无" }, { "代码", "备注", "含上年2件" },
  };
  g_autofree char *text = load_sample ("yunxi-2023.html");

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *page = add_columns (text, columns[i][0], columns[i][1], columns[i][2]);

      assert_same_figures (&none, text, page);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/labels/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/nianbao/labels/aside", test_aside);
  return g_test_run ();
}
