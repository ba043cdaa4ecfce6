/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sites and editors do to tables beyond the table itself: pages, notes, hidden rows, other dialects. */

#include "gen-layout.h"

static gboolean
has (const GenLayout *self, guint flag)
{
  return (self->more & flag) != 0;
}

/* Each table of a report by another author. */
static GenLayout
pick_dialect (const GenLayout *self, GenReport *report)
{
  static const GenLayout dialects[] = {
    { "table", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE },
    { "word", TRUE, GEN_HTML_WORD, GEN_MERGED_ONCE },
    { "excel", TRUE, GEN_HTML_EXCEL | GEN_HTML_NBSP, GEN_MERGED_ONCE },
    { "thead", TRUE, GEN_HTML_THEAD, GEN_MERGED_REPEATED },
    { "empty", TRUE, GEN_HTML_NBSP, GEN_MERGED_ALIGNED },
    { "nested", TRUE, GEN_HTML_NESTED, GEN_MERGED_ONCE },
    { "flex", TRUE, GEN_HTML_FLEX, GEN_MERGED_ALIGNED },
    { "div-table", TRUE, GEN_HTML_DIV_TABLE, GEN_MERGED_ALIGNED },
    { "div-grid", TRUE, GEN_HTML_DIV_GRID, GEN_MERGED_ALIGNED },
    { "pre", TRUE, GEN_HTML_PRE, GEN_MERGED_ALIGNED, .text = GEN_AS_TEXT (GEN_TEXT_MARKDOWN) },
    { "ueditor", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, .more = GEN_MORE_UEDITOR },
    { "pages", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, .more = GEN_MORE_PAGES },
  };
  GenLayout dialect = dialects[gen_below (report->rand, G_N_ELEMENTS (dialects))];

  dialect.separated = TRUE;
  dialect.shape = self->shape;
  return dialect;
}

/* A table over several pages: cut at each page end, with the number of the page between. */
static void
append_pages (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  static const char *const ends[] = { "<p style=\"text-align:center\">- %u -</p>\n",
                                      "<p>&nbsp;</p>\n<p align=\"center\">—%u—</p>\n",
                                      "<div style=\"page-break-after:always\"></div>\n" };
  const char *end_of_page = gen_pick (report->rand, ends);
  gboolean heads = gen_chance (report->rand, 50);

  for (guint first = 0, page = 2; first < table->rows->len; page++)
    {
      guint end = first + table->n_head_rows + 4 + gen_below (report->rand, 6);

      /* A last page of a row or two is drawn onto the one before. */
      end = end + 2 >= table->rows->len ? table->rows->len : end;
      gen_html_open_table (self, out);
      if (first > 0 && heads && table->n_head_rows > 0)
        gen_html_rows (self, report, table, out, 0, table->n_head_rows);
      gen_html_rows (self, report, table, out, first, end);
      g_string_append (out, "</table>\n");
      first = end;
      if (first < table->rows->len)
        {
          g_autofree char *number = g_strdup_printf ("%u", page);
          g_autoptr (GString) line = g_string_new (end_of_page);

          g_string_replace (line, "%u", number, 0);
          g_string_append (out, line->str);
        }
    }
}

/* A table for each article of the law. */
static void
append_pieces (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  for (guint first = 0, end; first < table->rows->len; first = end)
    {
      for (end = first + 1; end < table->rows->len; end++)
        {
          GPtrArray *row = g_ptr_array_index (table->rows, end);

          if (((GenCell *) g_ptr_array_index (row, 0))->kind == GEN_CELL_GROUP)
            break;
        }
      gen_html_open_table (self, out);
      gen_html_rows (self, report, table, out, first, end);
      g_string_append (out, "</table>\n");
    }
}

static void
append_noted (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  gen_html_open_table (self, out);
  g_string_append_printf (out,
                          "<caption>政府信息公开情况表</caption>\n<tr><td colspan=\"%u\" "
                          "align=\"right\">单位：件</td></tr>\n",
                          table->n_columns);
  gen_html_rows (self, report, table, out, 0, table->rows->len);
  g_string_append_printf (
      out,
      "<tr><td colspan=\"%u\">注：各项指标的解释见填报说明，第2栏为合计数。</td></tr>\n"
      "<tr><td colspan=\"%u\">单位负责人：周明　审核人：李青　填报人：王小河</td></tr>\n"
      "</table>\n",
      table->n_columns, table->n_columns);
}

/* The last row in a foot, labels as heads of their rows. */
static void
append_footed (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  guint last = table->rows->len - 1;

  gen_html_open_table (self, out);
  if (table->n_head_rows > 0)
    {
      g_string_append (out, "<thead>\n");
      gen_html_rows (self, report, table, out, 0, table->n_head_rows);
      g_string_append (out, "</thead>\n");
    }
  g_string_append (out, "<tbody>\n");
  gen_html_rows (self, report, table, out, table->n_head_rows, last);
  g_string_append (out, "</tbody>\n<tfoot>\n");
  gen_html_rows (self, report, table, out, last, last + 1);
  g_string_append (out, "</tfoot>\n</table>\n");
}

/* A row of a template that is not shown. */
void
gen_html_hidden_row (GenReport *report, GenTable *table, GString *out)
{
  static const char *const styles[] = { " style=\"display:none\"", " style=\"DISPLAY: none;\"",
                                        " hidden" };

  if (!gen_chance (report->rand, 25))
    return;
  g_string_append_printf (out, "<tr%s>", gen_pick (report->rand, styles));
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append (out, "<td>99</td>");
  g_string_append (out, "</tr>\n");
}

/* What stands in a value cell beside its value and is not shown. */
void
gen_html_hidden_value (GenReport *report, GString *out)
{
  static const char *const hidden[] = { "<span style=\"display:none\">88</span>",
                                        "<input type=\"hidden\" value=\"77\">", "<!-- 66 -->",
                                        "<span style='display:none;mso-hide:all'>55</span>",
                                        "<script>var n = 44;</script>" };

  g_string_append_printf (out, "%s ", gen_pick (report->rand, hidden));
}

/* Spans beyond the end of the table, and spans that are none. */
void
gen_html_overrun (GenReport *report, const GenCell *cell, guint rows, guint columns, GString *out)
{
  static const char *const none[] = { " colspan=\"0\"", " colspan=\"\"", " colspan=\"abc\"",
                                      " colspan=-1", " rowspan=\"1\" colspan=\"1\"" };

  if (columns > 1 && cell->kind == GEN_CELL_GROUP && gen_chance (report->rand, 30))
    g_string_append_printf (out, " colspan=\"%u\"", columns + 3);
  else if (columns > 1)
    g_string_append_printf (out, " colspan=\"%u\"", columns);
  else if (gen_chance (report->rand, 20))
    g_string_append (out, gen_pick (report->rand, none));
  if (rows > 1)
    g_string_append_printf (out, " rowspan=\"%u\"", rows);
}

/**
 * gen_html_more:
 *
 * Returns: whether the layout writes the table in a way of its own, and it is written
 */
gboolean
gen_html_more (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  if (has (self, GEN_MORE_UNITS))
    g_string_append (out, "<p style=\"text-align:right\">单位：件</p>\n");
  if (has (self, GEN_MORE_MIXED))
    {
      GenLayout dialect = pick_dialect (self, report);

      gen_html_table (&dialect, report, table, out);
    }
  else if (has (self, GEN_MORE_PAGES))
    append_pages (self, report, table, out);
  else if (has (self, GEN_MORE_PIECES) && g_str_equal (table->id, "T2"))
    append_pieces (self, report, table, out);
  else if (has (self, GEN_MORE_NOTES))
    append_noted (self, report, table, out);
  else if (has (self, GEN_MORE_ROW_HEADS))
    append_footed (self, report, table, out);
  else
    return FALSE;
  return TRUE;
}
