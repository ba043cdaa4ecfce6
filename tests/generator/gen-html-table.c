/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables in HTML that are made of table elements, and the inside of cells. */

#include "gen-layout.h"

#include <string.h>

char *
gen_html_escape (const char *text)
{
  return g_markup_escape_text (text, -1);
}

static gboolean
has (const GenLayout *self, guint flag)
{
  return (self->style & flag) != 0;
}

/* "41375" as "4<span>1375</span>": the number is one all the same. */
static void
append_cut (GString *out, const char *text, gboolean is_word)
{
  static const char *const plain[] = { "<span>", "</span>" };
  static const char *const word[] = {
    "<span lang=\"EN-US\" style=\"font-family:宋体;mso-font-kerning:0pt\">", "</span>"
  };
  const char *const *tags = is_word ? word : plain;
  glong n = g_utf8_strlen (text, -1);
  const char *middle = g_utf8_offset_to_pointer (text, MAX (n / 3, n > 1 ? 1 : 0));
  g_autofree char *head = g_markup_escape_text (text, middle - text);
  g_autofree char *tail = gen_html_escape (middle);

  g_string_append_printf (out, "%s%s%s%s%s", head, tags[0], tail, tags[1],
                          is_word ? "<o:p></o:p>" : "");
}

/* The lines of a cell. */
static void
append_lines (const GenLayout *self, GString *out, const GenCell *cell, const char *between)
{
  g_auto (GStrv) parts = g_strsplit (cell->text, "\v", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *escaped = gen_html_escape (parts[i]);

      if (i > 0)
        g_string_append (out, between);
      if (*parts[i] != '\0' && (has (self, GEN_HTML_WORD) ||
                                (has (self, GEN_HTML_MARKUP) && cell->kind == GEN_CELL_VALUE)))
        append_cut (out, parts[i], has (self, GEN_HTML_WORD));
      else
        g_string_append (out, escaped);
    }
}

/* What stands in a cell, as markup. */
char *
gen_html_cell (const GenLayout *self, GenReport *report, const GenCell *cell)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean is_blank = *cell->text == '\0';
  gboolean pad = report->spelling.pad && cell->kind == GEN_CELL_VALUE && !is_blank;

  if (has (self, GEN_HTML_WORD))
    g_string_append (
        out,
        "<p class=\"MsoNormal\" align=\"center\" style=\"text-align:center;line-height:18.0pt\">"
        "<span style=\"font-size:10.5pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体\">");
  else if (has (self, GEN_HTML_CELL_BOXES))
    g_string_append (out, "\n  <div>\n    <p>");
  else if (has (self, GEN_HTML_UPPER))
    g_string_append (out, "<P ALIGN=CENTER><FONT FACE=宋体 SIZE=3>");
  else if ((self->more & GEN_MORE_UEDITOR) != 0)
    g_string_append (out,
                     "<p style=\"text-align: center;\"><span style=\"font-size: 14px; font-family: "
                     "宋体;\"><strong>");
  else if ((self->more & GEN_MORE_BOXED) != 0)
    g_string_append (out, "<table><tbody><tr><td>");
  if ((self->more & GEN_MORE_HIDDEN) != 0 && cell->kind == GEN_CELL_VALUE &&
      gen_chance (report->rand, 30))
    gen_html_hidden_value (report, out);
  if (pad)
    g_string_append (out, "&nbsp;");
  if ((self->more & GEN_MORE_INPUTS) != 0 && cell->kind == GEN_CELL_VALUE)
    {
      g_autofree char *value = gen_html_escape (cell->text);

      g_string_append_printf (out, "<input type=\"text\" readonly value=\"%s\">", value);
    }
  else
    append_lines (self, out, cell, has (self, GEN_HTML_CELL_BOXES) ? "</p>\n<p>" : "<br/>");
  if (pad)
    g_string_append (out, "&nbsp; ");
  if (is_blank && has (self, GEN_HTML_NBSP | GEN_HTML_WORD))
    g_string_append (out, "&nbsp;");
  if ((self->more & GEN_MORE_UEDITOR) != 0)
    g_string_append (out, is_blank ? "<br/></strong></span></p>" : "</strong></span></p>");
  else if ((self->more & GEN_MORE_BOXED) != 0)
    g_string_append (out, "</td></tr></tbody></table>");
  if (has (self, GEN_HTML_WORD))
    g_string_append (out, "<o:p></o:p></span></p>");
  else if (has (self, GEN_HTML_CELL_BOXES))
    g_string_append (out, "</p>\n  </div>\n");
  else if (has (self, GEN_HTML_UPPER))
    g_string_append (out, "</FONT></P>");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
append_cell (const GenLayout *self,
             GenReport *report,
             GString *out,
             const GenCell *cell,
             guint rows,
             guint columns)
{
  gboolean is_head = has (self, GEN_HTML_THEAD) &&
                     (cell->kind == GEN_CELL_HEAD || cell->kind == GEN_CELL_GROUP ||
                      ((self->more & GEN_MORE_ROW_HEADS) != 0 && cell->kind == GEN_CELL_LABEL));
  const char *tag = is_head ? "th" : has (self, GEN_HTML_UPPER) ? "TD" : "td";
  g_autofree char *inside = gen_html_cell (self, report, cell);

  g_string_append_printf (out, "<%s", tag);
  if (has (self, GEN_HTML_WORD))
    g_string_append_printf (out,
                            " width=\"%u\" valign=\"center\" style=\"width:%u.35pt;padding:0 "
                            "5.4pt;border:solid windowtext 1.0pt\"",
                            columns * 52, columns * 39);
  if (has (self, GEN_HTML_EXCEL))
    g_string_append_printf (out, " class=xl%u style='border-left:none;mso-number-format:\"\\@\"'",
                            65 + (guint) cell->kind);
  if ((self->more & GEN_MORE_UEDITOR) != 0)
    g_string_append (out, " width=\"86\" valign=\"top\" style=\"border-color: windowtext; "
                          "word-break: break-all;\"");
  if ((self->more & GEN_MORE_OVERRUN) != 0)
    gen_html_overrun (report, cell, rows, columns, out);
  else
    {
      if (columns > 1)
        g_string_append_printf (out, " colspan=\"%u\"", columns);
      if (rows > 1)
        g_string_append_printf (out, " rowspan=%u", rows);
    }
  g_string_append_printf (out, ">%s", inside);
  if (!has (self, GEN_HTML_UNCLOSED))
    g_string_append_printf (out, "</%s>", tag);
  g_string_append_c (out, '\n');
}

static void
append_spanned (const GenLayout *self,
                GenReport *report,
                GenTable *table,
                const GenSpot *spots,
                GString *out,
                guint row,
                guint first,
                guint end)
{
  for (guint x = 0; x < table->n_columns; x++)
    {
      const GenSpot *spot = &spots[row * table->n_columns + x];
      GenCell blank = {
        .text = (char *) "", .kind = GEN_CELL_EMPTY, .row_span = 1, .column_span = 1, .figure = -1
      };
      guint rows = 0;

      if (spot->cell == NULL)
        continue;
      while (row + rows < end && spots[(row + rows) * table->n_columns + x].cell == spot->cell)
        rows++;
      if (spot->begins)
        append_cell (self, report, out, spot->cell, rows, spot->cell->column_span);
      else if (row == first && row > 0 &&
               spots[(row - 1) * table->n_columns + x].cell == spot->cell &&
               (x == 0 || spots[row * table->n_columns + x - 1].cell != spot->cell))
        append_cell (self, report, out, &blank, rows, spot->cell->column_span);
    }
}

/* Rows of a table from @first to before @end; what is merged over @first goes on as a blank merged cell. */
void
gen_html_rows (const GenLayout *self,
               GenReport *report,
               GenTable *table,
               GString *out,
               guint first,
               guint end)
{
  g_autoptr (GPtrArray) lines = gen_table_lines (table, self->merged);
  g_autofree GenSpot *spots = gen_table_expand (table);
  GenCell blank = { .text = (char *) "", .kind = GEN_CELL_EMPTY, .figure = -1 };

  for (guint i = first; i < end; i++)
    {
      GPtrArray *line = g_ptr_array_index (lines, i);

      if ((self->more & GEN_MORE_HIDDEN) != 0)
        gen_html_hidden_row (report, table, out);
      if ((self->more & GEN_MORE_UEDITOR) != 0 && i == 0)
        g_string_append (out, "<tr class=\"firstRow\">\n");
      else
        g_string_append (out, has (self, GEN_HTML_WORD)
                                  ? "<tr style=\"mso-yfti-irow:1;height:19.85pt\">\n"
                                  : "<tr>\n");
      if (self->merged == GEN_MERGED_ONCE)
        append_spanned (self, report, table, spots, out, i, first, end);
      else
        for (guint j = 0; j < line->len; j++)
          {
            const GenCell *cell = g_ptr_array_index (line, j);

            append_cell (self, report, out, cell != NULL ? cell : &blank, 1, 1);
          }
      if (!has (self, GEN_HTML_UNCLOSED))
        g_string_append (out, "</tr>\n");
      if (has (self, GEN_HTML_TABLE_TAGS))
        g_string_append (out, "<!-- 行 -->\n");
    }
}

void
gen_html_open_table (const GenLayout *self, GString *out)
{
  if (has (self, GEN_HTML_WORD))
    g_string_append (
        out, "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->"
             "<table class=\"MsoNormalTable\" border=\"1\" cellspacing=\"0\" cellpadding=\"0\" "
             "style=\"border-collapse:collapse;mso-table-layout-alt:fixed\">\n");
  else
    g_string_append (
        out, has (self, GEN_HTML_EXCEL)   ? "<table border=0 cellpadding=0 cellspacing=0 width=720 "
                                            "style='border-collapse:collapse;table-layout:fixed'>\n"
             : has (self, GEN_HTML_UPPER) ? "<TABLE BORDER=1 WIDTH=100% CELLSPACING=0>\n"
                                          : "<table border=\"1\" width=\"100%\">\n");
  if (has (self, GEN_HTML_TABLE_TAGS))
    g_string_append (out, "<colgroup><col width=\"80\"/><col/></colgroup>\n");
}

/* The hidden row with which Excel keeps columns apart. */
static void
append_misaligned (GenTable *table, GString *out)
{
  g_string_append (out, "<![if supportMisalignedColumns]>\n<tr height=0 style='display:none'>\n");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append (out, "<td width=72 style='width:54pt'></td>\n");
  g_string_append (out, "</tr>\n<![endif]>\n");
}

static void
append_whole (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  gen_html_open_table (self, out);
  if (has (self, GEN_HTML_THEAD) && table->n_head_rows > 0)
    {
      g_string_append (out, "<thead>\n");
      gen_html_rows (self, report, table, out, 0, table->n_head_rows);
      g_string_append (out, "</thead>\n<tbody>\n");
      gen_html_rows (self, report, table, out, table->n_head_rows, table->rows->len);
    }
  else
    {
      g_string_append (out, has (self, GEN_HTML_UNCLOSED) ? "" : "<tbody>\n");
      gen_html_rows (self, report, table, out, 0, table->rows->len);
    }
  if (has (self, GEN_HTML_EXCEL))
    append_misaligned (table, out);
  g_string_append (out, has (self, GEN_HTML_UNCLOSED) ? "</table>\n" : "</tbody>\n</table>\n");
}

static void
append_split (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  guint low = table->n_head_rows + 3;
  guint at = low + gen_below (report->rand, table->rows->len - low - 1);

  gen_html_open_table (self, out);
  gen_html_rows (self, report, table, out, 0, at);
  g_string_append (out, "</table>\n<p>&nbsp;</p>\n");
  gen_html_open_table (self, out);
  if (has (self, GEN_HTML_SPLIT_HEADS) && table->n_head_rows > 0)
    gen_html_rows (self, report, table, out, 0, table->n_head_rows);
  gen_html_rows (self, report, table, out, at, table->rows->len);
  g_string_append (out, "</table>\n");
}

/* Writes a table in the dialect of the layout. */
void
gen_html_table (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  if (gen_html_more (self, report, table, out))
    return;
  if (has (self, GEN_HTML_DIV_ROWS | GEN_HTML_DIV_TABLE | GEN_HTML_DIV_GRID | GEN_HTML_PARAGRAPHS |
                     GEN_HTML_PRE | GEN_HTML_DEFINITIONS | GEN_HTML_LIST | GEN_HTML_LINES |
                     GEN_HTML_FLEX))
    gen_html_grid (self, report, table, out);
  else if (has (self, GEN_HTML_ONE_TABLE))
    gen_html_rows (self, report, table, out, 0, table->rows->len);
  else if (has (self, GEN_HTML_HEAD_APART) && table->n_head_rows > 0)
    {
      g_string_append (out, "<div class=\"table-header\">");
      gen_html_open_table (self, out);
      gen_html_rows (self, report, table, out, 0, table->n_head_rows);
      g_string_append (out, "</table></div>\n<div class=\"table-body\">");
      gen_html_open_table (self, out);
      gen_html_rows (self, report, table, out, table->n_head_rows, table->rows->len);
      g_string_append (out, "</table></div>\n");
    }
  else if (has (self, GEN_HTML_ROW_TABLES))
    for (guint i = 0; i < table->rows->len; i++)
      {
        gen_html_open_table (self, out);
        gen_html_rows (self, report, table, out, i, i + 1);
        g_string_append (out, "</table>\n");
      }
  else if (has (self, GEN_HTML_SPLIT | GEN_HTML_SPLIT_HEADS) &&
           table->rows->len > table->n_head_rows + 5)
    append_split (self, report, table, out);
  else if (has (self, GEN_HTML_NESTED))
    {
      g_string_append (out, "<table width=\"960\"><tr><td width=\"10\"></td><td><table><tr><td>\n");
      append_whole (self, report, table, out);
      g_string_append (out, "</td></tr></table></td><td width=\"10\"></td></tr></table>\n");
    }
  else
    append_whole (self, report, table, out);
}
