/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Heads, and lines above a table, that give counts another unit than the form's: nothing below them is read as if it were
 * counted one by one, and usual heads change nothing. */

#include "report/nb-report.h"

#include <string.h>

#define HEAD                                                                                                                                 \
  "平湖镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n本年平稳。\n二、主动公开政府信息情" \
  "况\n"

/* The states of one figure of each block of table 2, of the text with the heads put in: N a number, ? unreadable. */
static char *
read_states (const char *caption, const char *first, const char *second, const char *fees)
{
  static const char *const ids[] = { "rules_issued", "licence_decisions",
                                     "penalty_decisions", "admin_fee_amount" };
  g_autofree char *text = g_strdup_printf (
      HEAD "%s第二十条第（一）项\n信息内容 | 本年制发件数%s | 本年废止件数 | "
           "现行有效件数\n规章 | 26 | 5 | 74\n行政规范性文件 | 7 | 2 | 62\n"
           "第二十条第（五）项\n信息内容 | 本年处理决定数量%s\n行政许可 | 16\n"
           "第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 | 22\n"
           "行政强制 | 65\n第二十条第（八）项\n信息内容 | 本年收费金额%s\n"
           "行政事业性收费 | 403.06\n",
      caption, first, second, fees);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("x.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);
  g_autoptr (GPtrArray) reports = nb_report_recognise (document, NULL, NULL);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (reports);
  g_assert_cmpuint (reports->len, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      NbFigure *figure = nb_report_find_figure (g_ptr_array_index (reports, 0), ids[i]);
      NbState state;

      g_assert_nonnull (figure);
      state = nb_figure_get_state (figure);
      g_string_append_c (out, state == NB_STATE_NUMBER       ? 'N'
                              : state == NB_STATE_UNREADABLE ? '?'
                                                             : '-');
    }
  return g_string_free (out, FALSE);
}

static void
test_heads (void)
{
  static const struct
  {
    const char *caption, *first, *second, *fees, *states;
  } cases[] = {
    { "", "", "", "（单位：万元）", "NNNN" },
    { "", "", "", "（单位：\357\277\275元）", "NNN?" },
    { "", "", "", "（单位：\357\277\275 | 元）", "NNN?" },
    { "", "", "", "\357\277\275\n（单位：万元）", "NNNN" },
    { "单位：件\n", "（件）", "（宗）", "（元）", "NNNN" },
    { "单位：件、万元\n", "（单位：条）", "（件）", "", "NNNN" },
    { "单位：万件\n", "", "", "（单位：万元）", "???N" },
    { "（单位：万件、万元）\n", "", "", "（单位：万元）", "???N" },
    { "", "（单位：万件）", "", "（单位：万元）", "?NNN" },
    { "", "", "（万件）", "（单位：万元）", "N?NN" },
    { "", "", "", "（单位：万元/元）", "NNN?" },
    { "", "", "", "（万元或元）", "NNN?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *states = read_states (cases[i].caption, cases[i].first, cases[i].second,
                                             cases[i].fees);

      g_assert_cmpstr (states, ==, cases[i].states);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/units/heads", test_heads);
  return g_test_run ();
}
