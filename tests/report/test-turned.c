/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns and blocks in another order than the form's: the heads say which is which, in a grid and in a text; where a head
 * is lost or the sums contradict the heads, nothing is read. */

#include "document/nb-document-private.h"
#include "report/nb-report.h"

#include <string.h>

#define TITLE "平湖镇人民政府2022年政府信息公开工作年度报告"

/* The columns as numbers: natural persons are 0, the organisations 1 to 5, the total is 6. */
static const char *const column_ids[] = { "natural_person",
                                          "commercial_enterprise",
                                          "research_institution",
                                          "public_interest_org",
                                          "legal_services_org",
                                          "other_org",
                                          "total" };
static const char *const column_heads[] = { "自然人",       "商业企业", "科研机构", "社会公益组织",
                                            "法律服务机构", "其他",     "总计" };
#define BAND "法人或其他组织"

static const struct
{
  const char *id;
  const char *label;
} rows[] = {
  { "new_received", "一、本年新收政府信息公开申请数量" },
  { "carried_in", "二、上年结转政府信息公开申请数量" },
  { "disclosed_full", "（一）予以公开" },
  { "disclosed_partial", "（二）部分公开" },
  { "closed_total", "（七）总计" },
  { "carried_out", "四、结转下年度继续办理" },
};

/* What a row holds in a column of the form. */
static guint
value_of (guint row, guint column)
{
  static const guint values[] = { 3, 1, 0, 2, 0, 4, 10 };

  return values[column] * (row + 1);
}

/* How a table is written: what stands around a row and its cells. */
typedef struct
{
  const char *name;
  const char *head;
  const char *section;
  const char *row, *cell, *merged, *cell_end, *row_end;
  const char *end;
} Style;

static const Style styles[] = {
  { "x.html", "<h1>" TITLE "</h1><p>一、总体情况</p>", "<p>%s</p><table>", "<tr>", "<td>",
    "<td colspan=%u rowspan=%u>", "</td>", "</tr>", "</table>" },
  { "x.txt", TITLE "\n一、总体情况\n", "%s\n", "", "", "", " | ", "\n", "" },
  { "x.txt", TITLE "\n一、总体情况\n", "%s\n", "", "", "", "\n", "", "" },
};

static void
add_cell (GString *out, const Style *style, guint columns, guint lines, const char *text)
{
  if (*style->merged != '\0' && columns * lines > 1)
    g_string_append_printf (out, "<td colspan=%u rowspan=%u>", columns, lines);
  else
    g_string_append (out, style->cell);
  g_string_append_printf (out, "%s%s", text, style->cell_end);
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

static void
begin_section (GString *out, const Style *style, const char *heading)
{
  g_auto (GStrv) parts = g_strsplit (style->section, "%s", 2);

  g_string_append_printf (out, "%s%s%s", parts[0], heading, parts[1]);
}

/* @outer: the upper heads as digits, B for the one over the organisations; @inner: the organisations; @lost: a head that is
 * left out, -1 for none; @band: how many columns the head over the organisations says that it spans. */
static NbReport *
read_requests (const Style *style, const char *outer, const char *inner, int lost, guint band)
{
  g_autoptr (GString) out = g_string_new (style->head), order = g_string_new (NULL);

  for (const char *o = outer; *o != '\0'; o++)
    g_string_append_printf (order, "%.*s", *o == 'B' ? 5 : 1, *o == 'B' ? inner : o);
  begin_section (out, style, "三、收到和处理政府信息公开申请情况");
  g_string_append (out, style->row);
  add_cell (out, style, 1, 3,
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
  add_cell (out, style, 7, 1, "申请人情况");
  g_string_append_printf (out, "%s%s", style->row_end, style->row);
  for (const char *o = outer; *o != '\0'; o++)
    if (*o == 'B')
      add_cell (out, style, band, 1, BAND);
    else if (*o - '0' != lost)
      add_cell (out, style, 1, 2, column_heads[*o - '0']);
  g_string_append_printf (out, "%s%s", style->row_end, style->row);
  for (const char *i = inner; *i != '\0'; i++)
    if (*i - '0' != lost)
      add_cell (out, style, 1, 1, column_heads[*i - '0']);
  g_string_append (out, style->row_end);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_string_append (out, style->row);
      add_cell (out, style, 1, 1, rows[r].label);
      for (const char *c = order->str; *c != '\0'; c++)
        {
          g_autofree char *value = g_strdup_printf ("%u", value_of (r, (guint) (*c - '0')));

          add_cell (out, style, 1, 1, value);
        }
      g_string_append (out, style->row_end);
    }
  g_string_append (out, style->end);
  return recognise (out->str, style->name);
}

static void
assert_requests (NbReport *report, gboolean is_read)
{
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    for (guint c = 0; c < G_N_ELEMENTS (column_ids); c++)
      {
        g_autofree char *id = g_strconcat (rows[r].id, ".", column_ids[c], NULL);
        NbFigure *figure = nb_report_find_figure (report, id);
        NbDecimal value;

        g_assert_nonnull (figure);
        if (!is_read)
          {
            g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_UNREADABLE);
            continue;
          }
        g_assert_true (nb_figure_get_value (figure, &value));
        g_assert_cmpint (value.unscaled, ==, value_of (r, c));
        g_assert_cmpint (nb_figure_get_confidence (figure), ==, NB_CONFIDENCE_EXACT);
      }
}

static void
test_columns (void)
{
  static const char *const orders[][2] = { { "0B6", "12345" }, { "0B6", "21345" },
                                           { "0B6", "54321" }, { "60B", "12345" },
                                           { "B06", "12345" }, { "B60", "31254" } };

  for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
    for (gsize o = 0; o < G_N_ELEMENTS (orders); o++)
      {
        g_autoptr (NbReport) report = read_requests (&styles[s], orders[o][0], orders[o][1], -1, 5);

        assert_requests (report, TRUE);
      }
}

/* Without one of the heads nothing says which column is which. */
static void
test_lost_head (void)
{
  for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      g_autoptr (NbReport) report = read_requests (&styles[s], "0B6", "21345", 4, 5);

      assert_requests (report, FALSE);
    }
}

/* The merged head says that it spans one column less: the heads behind it seem to stand in another order, which the sums
 * contradict. */
static void
test_wrong_span (void)
{
  g_autoptr (NbReport) report = read_requests (&styles[0], "0B6", "12345", -1, 4);

  assert_requests (report, FALSE);
}

/* Two cells of a row below one head and none below another: only a file that is read back may hold that. */
static void
test_doubled_column (void)
{
  g_autoptr (NbReport) report = read_requests (&styles[0], "60B", "12345", -1, 5);
  NbDocument *document = nb_report_get_document (report);
  g_autoptr (GPtrArray) again = NULL;
  guint n_pieces, n_moved = 0;

  nb_document_get_pieces (document, &n_pieces);
  for (guint i = 0; i < n_pieces; i++)
    {
      NbPiece *piece = nb_document_edit_piece (document, i);

      if (piece->table < 0 || piece->row < 3 || piece->column != 4)
        continue;
      piece->column++;
      n_moved++;
    }
  g_assert_cmpuint (n_moved, ==, G_N_ELEMENTS (rows));
  again = nb_report_recognise (document, NULL, NULL);
  g_assert_nonnull (again);
  assert_requests (g_ptr_array_index (again, 0), FALSE);
}

/* Rules and normative documents under their heads, in every order. */
static void
test_rows (void)
{
  static const char *const heads[] = { "本年制发件数", "本年废止件数", "现行有效件数" };
  static const char *const ids[] = { "issued", "repealed", "in_force" };
  static const guint orders[][3] = {
    { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 }
  };

  for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
    for (gsize o = 0; o < G_N_ELEMENTS (orders); o++)
      {
        const Style *style = &styles[s];
        g_autoptr (GString) out = g_string_new (style->head);
        g_autoptr (NbReport) report = NULL;

        begin_section (out, style, "二、主动公开政府信息情况");
        for (guint r = 0; r < 3; r++)
          {
            g_string_append (out, style->row);
            add_cell (out, style, 1, 1, r == 0 ? "信息内容" : r == 1 ? "规章" : "行政规范性文件");
            for (guint c = 0; c < 3; c++)
              {
                g_autofree char *value = g_strdup_printf ("%u", 10 * r + orders[o][c]);

                add_cell (out, style, 1, 1, r == 0 ? heads[orders[o][c]] : value);
              }
            g_string_append (out, style->row_end);
          }
        g_string_append (out, style->end);
        report = recognise (out->str, style->name);
        for (guint r = 1; r < 3; r++)
          for (guint c = 0; c < 3; c++)
            {
              g_autofree char *id = g_strconcat (r == 1 ? "rules_" : "normative_", ids[c], NULL);
              NbDecimal value;

              g_assert_true (nb_figure_get_value (nb_report_find_figure (report, id), &value));
              g_assert_cmpint (value.unscaled, ==, 10 * r + c);
            }
      }
}

static const char *const block_ids[] = { "reconsideration_", "litigation_direct_",
                                         "litigation_after_reconsideration_" };
static const char *const result_ids[] = { "upheld", "corrected", "other", "pending", "total" };
static const guint block_values[3][5] = { { 1, 2, 0, 3, 6 }, { 4, 0, 1, 0, 5 }, { 0, 2, 1, 5, 8 } };

static void
assert_blocks (NbReport *report)
{
  for (guint b = 0; b < 3; b++)
    for (guint r = 0; r < 5; r++)
      {
        g_autofree char *id = g_strconcat (block_ids[b], result_ids[r], NULL);
        NbDecimal value;

        g_assert_true (nb_figure_get_value (nb_report_find_figure (report, id), &value));
        g_assert_cmpint (value.unscaled, ==, block_values[b][r]);
      }
}

/* One line of values under heads in three lines. */
static void
test_blocks (void)
{
  static const char *const first = "行政诉讼 | 行政复议\n";
  static const char *const subs[] = { "未经复议直接起诉 | 复议后起诉 | ",
                                      "复议后起诉 | 未经复议直接起诉 | " };
  static const char *const results[] = { "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计",
                                         "总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结" };

  for (guint turned = 0; turned < 2; turned++)
    for (guint late = 0; late < 2; late++)
      {
        const guint order[] = { late ? 2 : 1, late ? 1 : 2, 0 };
        g_autoptr (GString)
            out = g_string_new (TITLE "\n一、总体情况\n四、政府信息公开行政复议、行政诉讼情况\n");
        g_autoptr (NbReport) report = NULL;

        g_string_append_printf (out, "%s%s%s\n%s | %s\n", first, subs[late], results[turned],
                                results[turned], results[turned]);
        for (guint i = 0; i < 15; i++)
          g_string_append_printf (out, "%s%u", i > 0 ? " | " : "",
                                  block_values[order[i / 5]][(i + 4 * turned) % 5]);
        g_string_append (out, "\n");
        report = recognise (out->str, "x.txt");
        assert_blocks (report);
      }
}

/* One line for each block. */
static void
test_block_rows (void)
{
  static const char *const labels[] = { "行政复议", "未经复议直接起诉", "复议后起诉" };
  static const guint orders[][3] = { { 2, 0, 1 }, { 1, 2, 0 }, { 2, 1, 0 } };

  for (gsize o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      g_autoptr (GString) out = g_string_new (
          TITLE
          "\n一、总体情况\n四、政府信息公开行政复议、行政诉讼情况\n类别 | 结果维持 | 结果纠正 | "
          "其他结果 | 尚未审结 | 总计\n");
      g_autoptr (NbReport) report = NULL;

      for (guint b = 0; b < 3; b++)
        {
          const guint *values = block_values[orders[o][b]];

          g_string_append_printf (out, "%s | %u | %u | %u | %u | %u\n", labels[orders[o][b]],
                                  values[0], values[1], values[2], values[3], values[4]);
        }
      report = recognise (out->str, "x.txt");
      assert_blocks (report);
    }
}

/* Labels behind their values: what stands in the next row is another row's. */
static void
test_labels_behind (void)
{
  for (gsize s = 0; s < 2; s++)
    {
      const Style *style = &styles[s];
      g_autoptr (GString) out = g_string_new (style->head);
      g_autoptr (NbReport) report = NULL;

      begin_section (out, style, "三、收到和处理政府信息公开申请情况");
      g_string_append (out, style->row);
      for (guint c = 0; c < G_N_ELEMENTS (column_heads); c++)
        add_cell (out, style, 1, 1, column_heads[c]);
      g_string_append_printf (out, "%s", style->row_end);
      for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
        {
          g_string_append (out, style->row);
          for (guint c = 0; c < G_N_ELEMENTS (column_heads); c++)
            {
              g_autofree char *value = g_strdup_printf ("%u", value_of (r, c));

              add_cell (out, style, 1, 1, value);
            }
          add_cell (out, style, 1, 1, rows[r].label);
          g_string_append (out, style->row_end);
        }
      g_string_append (out, style->end);
      report = recognise (out->str, style->name);
      assert_requests (report, FALSE);
    }
}

/* A decision that is counted before its label was not left blank. */
static void
test_single_behind (void)
{
  g_autoptr (NbReport) report = recognise (
      "<h1>" TITLE "</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>"
      "<tr><td>信息内容<td>本年处理决定数量<tr><td>52<td>行政许可"
      "<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>21<tr><td>行政强制<td>4"
      "</table>",
      "x.html");

  g_assert_cmpint (nb_figure_get_state (nb_report_find_figure (report, "licence_decisions")), ==,
                   NB_STATE_UNREADABLE);
  g_assert_cmpint (nb_figure_get_state (nb_report_find_figure (report, "penalty_decisions")), ==,
                   NB_STATE_NUMBER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/turned/columns", test_columns);
  g_test_add_func ("/nianbao/turned/lost-head", test_lost_head);
  g_test_add_func ("/nianbao/turned/wrong-span", test_wrong_span);
  g_test_add_func ("/nianbao/turned/doubled-column", test_doubled_column);
  g_test_add_func ("/nianbao/turned/rows", test_rows);
  g_test_add_func ("/nianbao/turned/blocks", test_blocks);
  g_test_add_func ("/nianbao/turned/block-rows", test_block_rows);
  g_test_add_func ("/nianbao/turned/labels-behind", test_labels_behind);
  g_test_add_func ("/nianbao/turned/single-behind", test_single_behind);
  return g_test_run ();
}
