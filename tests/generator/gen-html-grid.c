/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables in HTML that are made of anything but table elements. */

#include "gen-layout.h"

typedef struct
{
  const char *open_table;
  const char *open_row; /* NULL: a flat grid */
  const char *open_cell;
  const char *cell;
} Boxes;

static const Boxes div_rows = { "<div class=\"table\">\n", "<div class=\"row\">\n",
                                "<div class=\"cell\">", "div" };
static const Boxes div_table = { "<div style=\"display:table;border:1px solid\">\n",
                                 "<div style=\"display:table-row\">\n",
                                 "<div style=\"display: table-cell; padding:2px\">", "div" };
static const Boxes flex = { "<div>\n", "<div style=\"display:flex\">\n", "<div style=\"flex:1\">",
                            "div" };

static void
append_boxes (const GenLayout *self,
              GenReport *report,
              GenTable *table,
              GString *out,
              const Boxes *boxes)
{
  g_autoptr (GPtrArray) lines = gen_table_lines (table, self->merged);

  g_string_append (out, boxes->open_table);
  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *line = g_ptr_array_index (lines, i);

      g_string_append (out, boxes->open_row);
      for (guint j = 0; j < line->len; j++)
        {
          const GenCell *cell = g_ptr_array_index (line, j);
          g_autofree char *inside = cell != NULL ? gen_html_cell (self, report, cell)
                                                 : g_strdup ("");

          g_string_append_printf (out, "%s%s</%s>\n", boxes->open_cell, inside, boxes->cell);
        }
      g_string_append (out, "</div>\n");
    }
  g_string_append (out, "</div>\n");
}

/* A CSS grid: one box after another, spans as styles. */
static void
append_css_grid (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  g_autoptr (GPtrArray) lines = gen_table_lines (table, self->merged);

  g_string_append_printf (
      out, "<div class=\"grid\" style=\"display:grid;grid-template-columns:repeat(%u,1fr)\">\n",
      table->n_columns);
  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *line = g_ptr_array_index (lines, i);

      for (guint j = 0; j < line->len; j++)
        {
          const GenCell *cell = g_ptr_array_index (line, j);
          g_autofree char *inside = cell != NULL ? gen_html_cell (self, report, cell)
                                                 : g_strdup ("");

          g_string_append (out, "<div");
          if (self->merged == GEN_MERGED_ONCE && (cell->column_span > 1 || cell->row_span > 1))
            g_string_append_printf (out, " style=\"grid-column:span %u;grid-row:span %u\"",
                                    cell->column_span, cell->row_span);
          g_string_append_printf (out, ">%s</div>\n", inside);
        }
    }
  g_string_append (out, "</div>\n");
}

static void
append_paragraphs (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < row->len; j++)
        {
          g_autofree char *inside = gen_html_cell (self, report, g_ptr_array_index (row, j));

          g_string_append_printf (out, "<p>%s</p>\n", inside);
        }
    }
}

/* A line a row, as chat programs make of a table. */
static void
append_lines (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  static const char *const gaps[] = { "&emsp;&emsp;", "&nbsp;&nbsp;&nbsp;&nbsp;", "　　" };
  const char *gap = gen_pick (report->rand, gaps);
  gboolean breaks = (self->style & GEN_HTML_BREAKS) != 0;

  g_string_append (out, breaks ? "<p>" : "");
  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (table->rows, i);
      gboolean any = FALSE;

      g_string_append (out, breaks ? "" : "<p>");
      for (guint j = 0; j < row->len; j++)
        {
          const GenCell *cell = g_ptr_array_index (row, j);
          g_autofree char *inside = gen_html_cell (self, report, cell);

          if (*cell->text == '\0')
            continue;
          g_string_append_printf (out, "%s%s", any ? gap : "", inside);
          any = TRUE;
        }
      g_string_append (out, breaks ? "<br>\n" : "</p>\n");
    }
  g_string_append (out, breaks ? "</p>\n" : "");
}

static void
append_pre (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  GenLayout text = { .name = self->name,
                     .style = self->text != 0   ? self->text - 1
                              : self->separated ? GEN_TEXT_BOX_ASCII
                                                : GEN_TEXT_GAPS,
                     .merged = self->merged };
  g_autoptr (GString) drawn = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  gen_text_table (&text, report, table, drawn);
  escaped = gen_html_escape (drawn->str);
  g_string_append_printf (out, "<pre>\n%s</pre>\n", escaped);
}

/* The lines of a text table, a paragraph each. */
static void
append_text_lines (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  GenLayout text = { .name = self->name, .style = self->text - 1, .merged = self->merged };
  g_autoptr (GString) drawn = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  gen_text_table (&text, report, table, drawn);
  lines = g_strsplit (drawn->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = gen_html_escape (lines[i]);

      g_string_append_printf (out, "<p>%s</p>\n", escaped);
    }
}

/* Rows of spans in a list; a label as a term and its values as what defines it. */
static void
append_list (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  gboolean terms = (self->style & GEN_HTML_DEFINITIONS) != 0;

  g_string_append (out, terms ? "<dl>\n" : "<ul class=\"list\">\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (table->rows, i);

      g_string_append (out, terms ? "" : "<li>");
      for (guint j = 0; j < row->len; j++)
        {
          const GenCell *cell = g_ptr_array_index (row, j);
          g_autofree char *inside = gen_html_cell (self, report, cell);
          const char *tag = !terms                                                        ? "span"
                            : cell->kind == GEN_CELL_VALUE || cell->kind == GEN_CELL_UNIT ? "dd"
                                                                                          : "dt";

          if (*cell->text != '\0')
            g_string_append_printf (out, "<%s>%s</%s> ", tag, inside, tag);
        }
      g_string_append (out, terms ? "\n" : "</li>\n");
    }
  g_string_append (out, terms ? "</dl>\n" : "</ul>\n");
}

void
gen_html_grid (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  if ((self->style & GEN_HTML_DIV_ROWS) != 0)
    append_boxes (self, report, table, out, &div_rows);
  else if ((self->style & GEN_HTML_DIV_TABLE) != 0)
    append_boxes (self, report, table, out, &div_table);
  else if ((self->style & GEN_HTML_DIV_GRID) != 0)
    append_css_grid (self, report, table, out);
  else if ((self->style & GEN_HTML_FLEX) != 0)
    append_boxes (self, report, table, out, &flex);
  else if ((self->style & GEN_HTML_LINES) != 0 && self->text != 0)
    append_text_lines (self, report, table, out);
  else if ((self->style & GEN_HTML_LINES) != 0)
    append_lines (self, report, table, out);
  else if ((self->style & GEN_HTML_PRE) != 0)
    append_pre (self, report, table, out);
  else if ((self->style & GEN_HTML_PARAGRAPHS) != 0)
    append_paragraphs (self, report, table, out);
  else
    append_list (self, report, table, out);
}
