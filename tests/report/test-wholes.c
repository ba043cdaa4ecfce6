/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole reports one behind the other in one input, of other years or other organs: each is a part of its own with its own
 * form, and no table of one is ever given to another, whatever either of them lacks. */

#include "report/nb-report.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"

#include <string.h>

#define ORGAN "平湖镇人民政府"
#define OTHER "青山镇人民政府"

/* Which tables a report prints. */
enum
{
  RULES = 1 << 0,
  DISPUTES = 1 << 1,
  BOTH = RULES | DISPUTES
};

static void
add_line (GString *out, gboolean is_page, const char *line)
{
  g_string_append_printf (out, is_page ? "<p>%s</p>" : "%s\n", line);
}

static void
add_row (GString *out, gboolean is_page, const char *cells)
{
  g_auto (GStrv) parts = g_strsplit (cells, " | ", -1);

  if (!is_page)
    {
      g_string_append_printf (out, "%s\n", cells);
      return;
    }
  g_string_append (out, "<tr>");
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (out, "<td>%s</td>", parts[i]);
  g_string_append (out, "</tr>");
}

static void
add_table (GString *out, gboolean is_page, const char *const *lines, const char *values)
{
  g_string_append (out, is_page ? "<table>" : "");
  for (; *lines != NULL; lines++)
    add_row (out, is_page, **lines == '\0' ? values : *lines);
  g_string_append (out, is_page ? "</table>" : "");
}

/* A report whose first figure of each table is @first. */
static void
add_report (GString *out,
            gboolean is_page,
            const char *organ,
            guint year,
            guint tables,
            guint first)
{
  static const char *const new_rules[] = { "第二十条第（一）项",
                                           "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
                                           "", "行政规范性文件 | 2 | 1 | 9", NULL };
  static const char *const old_rules[] = {
    "第二十条第（一）项", "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量", "",
    "规范性文件 | 2 | 1 | 9", NULL
  };
  static const char *const disputes[] = { "类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计",
                                          "", "未经复议直接起诉 | 0 | 0 | 0 | 0 | 0",
                                          "复议后起诉 | 0 | 0 | 0 | 0 | 0", NULL };
  g_autofree char *title = g_strdup_printf ("%s%u年政府信息公开工作年度报告", organ, year);
  g_autofree char *rules = g_strdup_printf ("规章 | %u | 0 | 20", first);
  g_autofree char *results = g_strdup_printf ("行政复议 | %u | 0 | 0 | 0 | %u", first, first);

  add_line (out, is_page, title);
  add_line (out, is_page, "一、总体情况");
  add_line (out, is_page, "全年工作平稳。");
  add_line (out, is_page, "二、主动公开政府信息情况");
  if ((tables & RULES) != 0)
    add_table (out, is_page, year < 2021 ? old_rules : new_rules, rules);
  add_line (out, is_page, "四、政府信息公开行政复议、行政诉讼情况");
  if ((tables & DISPUTES) != 0)
    add_table (out, is_page, disputes, results);
  add_line (out, is_page, "五、存在的主要问题及改进情况");
  add_line (out, is_page, "仍有不足。");
}

static GPtrArray *
recognise (const char *text, gboolean is_page, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NbSource)
      source = nb_source_new_for_bytes (is_page ? "x.html" : "x.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);

  return nb_report_recognise (document, NULL, error);
}

/* The figure is @value, or missing where it is 0. */
static void
assert_figure (NbReport *report, const char *id, guint value)
{
  NbFigure *figure = nb_report_find_figure (report, id);
  NbDecimal number;

  g_assert_nonnull (figure);
  if (value == 0)
    {
      g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_MISSING);
      return;
    }
  g_assert_true (nb_figure_get_value (figure, &number));
  g_assert_cmpint (number.unscaled, ==, value);
}

static void
assert_report (NbReport *report, const char *organ, guint year, guint tables, guint first)
{
  g_assert_cmpstr (nb_report_get_organ (report), ==, organ);
  g_assert_cmpuint (nb_report_get_year (report), ==, year);
  if (tables == 0)
    {
      g_assert_null (nb_report_get_form (report));
      return;
    }
  assert_figure (report, year < 2021 ? "rules_made" : "rules_issued",
                 (tables & RULES) != 0 ? first : 0);
  assert_figure (report, "reconsideration_upheld", (tables & DISPUTES) != 0 ? first : 0);
}

static void
test_apart (void)
{
  static const struct
  {
    const char *organ;
    guint year, tables;
  } pairs[][2] = {
    { { ORGAN, 2022, BOTH }, { ORGAN, 2023, BOTH } },
    { { ORGAN, 2022, BOTH }, { OTHER, 2022, BOTH } },
    { { ORGAN, 2022, DISPUTES }, { ORGAN, 2023, BOTH } },
    { { ORGAN, 2022, RULES }, { ORGAN, 2023, BOTH } },
    { { ORGAN, 2022, RULES }, { OTHER, 2022, DISPUTES } },
    { { ORGAN, 2022, DISPUTES }, { ORGAN, 2023, RULES } },
    { { ORGAN, 2020, BOTH }, { ORGAN, 2022, BOTH } },
    { { ORGAN, 2022, BOTH }, { ORGAN, 2020, BOTH } },
    { { ORGAN, 2022, 0 }, { ORGAN, 2023, BOTH } },
  };

  for (gsize p = 0; p < G_N_ELEMENTS (pairs); p++)
    for (int is_page = 0; is_page < 2; is_page++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GPtrArray) reports = NULL;

        for (guint i = 0; i < 2; i++)
          add_report (text, is_page, pairs[p][i].organ, pairs[p][i].year, pairs[p][i].tables,
                      4 + 3 * i);
        reports = recognise (text->str, is_page, NULL);
        g_assert_nonnull (reports);
        g_assert_cmpuint (reports->len, ==, 2);
        for (guint i = 0; i < 2; i++)
          assert_report (g_ptr_array_index (reports, i), pairs[p][i].organ, pairs[p][i].year,
                         pairs[p][i].tables, 4 + 3 * i);
      }
}

/* The same report once more is none of its own. */
static void
test_twice (void)
{
  for (int is_page = 0; is_page < 2; is_page++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) reports = NULL;

      for (guint i = 0; i < 2; i++)
        add_report (text, is_page, ORGAN, 2022, BOTH, 4);
      reports = recognise (text->str, is_page, NULL);
      g_assert_nonnull (reports);
      g_assert_cmpuint (reports->len, ==, 1);
      assert_report (g_ptr_array_index (reports, 0), ORGAN, 2022, BOTH, 4);
    }
}

/* More than can be held: said, and none is left out without a word. */
static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) reports = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < NB_LIMIT_PARTS; i++)
    add_report (text, FALSE, i % 2 == 0 ? ORGAN : OTHER, 2021 + i / 2 % 3, BOTH, i + 1);
  reports = recognise (text->str, FALSE, NULL);
  g_assert_nonnull (reports);
  add_report (text, FALSE, "白云县财政局", 2022, BOTH, 4);
  none = recognise (text->str, FALSE, &error);
  g_assert_null (none);
  g_assert_error (error, NB_ERROR, NB_ERROR_SEVERAL_REPORTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/wholes/apart", test_apart);
  g_test_add_func ("/nianbao/wholes/twice", test_twice);
  g_test_add_func ("/nianbao/wholes/too-many", test_too_many);
  return g_test_run ();
}
