/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables in plain text. */

#include "gen-layout.h"

#include <string.h>

/* The text of a cell with its breaks as @with. */
static char *
cell_text (const GenCell *cell, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (cell != NULL ? cell->text : "", "\v", -1);

  return g_strjoinv (with, parts);
}

static void
write_pipe_row (GPtrArray *line, GString *out, gboolean is_last)
{
  guint n_blank = 0;

  while (n_blank < line->len && g_ptr_array_index (line, line->len - 1 - n_blank) == NULL)
    n_blank++;
  for (guint i = 0; i < line->len - n_blank; i++)
    {
      g_autofree char *text = cell_text (g_ptr_array_index (line, i), " ");

      g_string_append_printf (out, "%s%s", i > 0 ? " | " : "", text);
    }
  g_string_append (out, " |");
  if (n_blank > 0 && !is_last)
    g_string_append_c (out, ' ');
  for (guint i = 0; i < n_blank && !is_last; i++)
    g_string_append_c (out, '|');
  g_string_append_c (out, '\n');
}

static void
write_pipe_cells (GPtrArray *line, GString *out, gboolean is_last)
{
  guint n_blank = 0;

  for (guint i = 0; i < line->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (line, i);
      g_autofree char *text = cell_text (cell, " ");

      if (cell == NULL)
        n_blank++;
      else
        g_string_append_printf (out, "%s |\n", text);
    }
  for (guint i = 0; i < n_blank && !is_last; i++)
    g_string_append_c (out, '|');
  if (n_blank > 0 && !is_last)
    g_string_append_c (out, '\n');
}

/* Each cell on lines of its own. @behind: what follows a cell; @breaks: whether labels may run over lines. */
static void
write_cell_lines (GPtrArray *line, GString *out, const char *behind, gboolean breaks)
{
  for (guint i = 0; i < line->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (line, i);
      g_autofree char *text = cell_text (cell, breaks ? "\n" : "");

      if (cell != NULL && (*text != '\0' || *behind == '|'))
        g_string_append_printf (out, "%s\n%s", text, behind);
    }
}

/* What could be a mark gets a backslash; heads and totals are bold. */
static char *
escape (const GenCell *cell, char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("+-._*[]#!", *p) != NULL && !(*p == '.' && g_ascii_isdigit (p[1])))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  if (out->len > 0 && cell != NULL && (cell->kind == GEN_CELL_HEAD || strstr (text, "计") != NULL))
    {
      g_string_prepend (out, "**");
      g_string_append (out, "**");
    }
  g_free (text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
write_markdown_row (GPtrArray *line, GString *out, gboolean bare, gboolean escaped)
{
  g_string_append (out, bare ? "" : "| ");
  for (guint i = 0; i < line->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (line, i);
      g_autofree char *text = cell_text (cell, escaped ? "" : "<br>");

      if (escaped)
        text = escape (cell, text);
      g_string_append_printf (out, "%s%s", i > 0 ? " | " : "", text);
    }
  g_string_append (out, bare ? "\n" : " |\n");
}

static void
write_markdown_rule (guint n, GString *out, gboolean bare, guint kind)
{
  static const char *const rules[] = { "---", ":---:", ":--", "---:" };

  g_string_append (out, bare ? "" : "|");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", rules[kind]);
  g_string_append (out, bare ? "\n" : "|\n");
}

static void
write_joined (GPtrArray *line,
              GString *out,
              const char *between,
              gboolean skip_blank,
              gboolean breaks)
{
  gboolean first = TRUE;

  for (guint i = 0; i < line->len; i++)
    {
      g_autofree char *text = cell_text (g_ptr_array_index (line, i), breaks ? "\n" : "");

      if (skip_blank && *text == '\0')
        continue;
      g_string_append_printf (out, "%s%s", first ? "" : between, text);
      first = FALSE;
    }
  g_string_append_c (out, '\n');
}

/* @always: whether every field is quoted; @breaks: whether a quoted field may hold line feeds. */
static void
write_quoted_row (GPtrArray *line,
                  GString *out,
                  const char *comma,
                  gboolean always,
                  gboolean breaks)
{
  g_autofree char *special = g_strconcat (comma, "\"\n", NULL);

  for (guint i = 0; i < line->len; i++)
    {
      g_autofree char *text = cell_text (g_ptr_array_index (line, i), breaks ? "\n" : "");

      if (i > 0)
        g_string_append (out, comma);
      if (always || strpbrk (text, special) != NULL)
        {
          g_autoptr (GString) quoted = g_string_new (text);

          g_string_replace (quoted, "\"", "\"\"", 0);
          g_string_append_printf (out, "\"%s\"", quoted->str);
        }
      else
        g_string_append (out, text);
    }
  g_string_append_c (out, '\n');
}

static void
write_fenced (GPtrArray *line, GString *out, const char *pipe, const char *pad, gboolean breaks)
{
  for (guint i = 0; i < line->len; i++)
    {
      g_autofree char *text = cell_text (g_ptr_array_index (line, i), breaks ? "\n" : "");

      g_string_append_printf (out, "%s%s%s%s", pipe, pad, text, pad);
    }
  g_string_append_printf (out, "%s\n", pipe);
}

static gboolean
ends_with_word (const char *text)
{
  return g_str_has_suffix (text, "元") || g_str_has_suffix (text, ")") ||
         g_str_has_suffix (text, "）");
}

/* "1.当面申请数:12件": the value of a row behind its label, heads left out. */
static void
write_pair (GenReport *report, GPtrArray *line, GString *out)
{
  const GenCell *unit = NULL;

  for (guint i = 0; i < line->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (line, i);

      if (cell->kind == GEN_CELL_LABEL || cell->kind == GEN_CELL_GROUP)
        g_string_append (out, cell->text);
      else if (cell->kind == GEN_CELL_UNIT)
        unit = cell;
      else if (cell->kind == GEN_CELL_VALUE)
        g_string_append_printf (out, "%s%s%s", report->spelling.wide ? "：" : ":", cell->text,
                                unit != NULL && !ends_with_word (cell->text) ? unit->text : "");
    }
  g_string_append_c (out, '\n');
}

static gboolean
is_value (const GenCell *cell)
{
  return cell->kind == GEN_CELL_VALUE;
}

/* A label in pieces of at most @n characters. */
static void
write_pieces (const char *text, glong n, GString *out)
{
  for (glong i = 0, length = g_utf8_strlen (text, -1); i < length; i += n)
    {
      g_autofree char *part = g_utf8_substring (text, i, MIN (i + n, length));

      g_string_append_printf (out, "%s\n", part);
    }
}

/* Groups and labels each on a line, the values on the next. */
static void
write_two_lines (GPtrArray *line, GString *out, gboolean wrapped)
{
  gboolean any = FALSE;

  for (guint i = 0; i < line->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (line, i);
      g_autofree char *text = cell_text (cell, "");

      if (cell == NULL || *text == '\0')
        continue;
      if (is_value (cell))
        g_string_append_printf (out, "%s%s", any ? " " : "", text);
      else
        write_pieces (text, wrapped ? 9 : 200, out);
      any |= is_value (cell);
    }
  if (any)
    g_string_append_c (out, '\n');
}

/* The pieces of a label that a narrow column breaks. */
static char **
wrap (const char *text, guint n_lines)
{
  glong n = g_utf8_strlen (text, -1);
  glong width = (n + n_lines - 1) / n_lines;
  GStrvBuilder *builder = g_strv_builder_new ();
  char **lines;

  for (glong i = 0; i < n; i += width)
    {
      g_autofree char *part = g_utf8_substring (text, i, MIN (i + width, n));

      g_strv_builder_add (builder, part);
    }
  lines = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return lines;
}

/* A row whose label runs over several lines; its values stand beside line @at. */
static void
write_wrapped (GPtrArray *line, GString *out, GenTextStyle style)
{
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *label = g_strdup ("");
  g_auto (GStrv) lines = NULL;
  guint n_lines, at;

  for (guint i = 0; i < line->len; i++)
    {
      const GenCell *cell = g_ptr_array_index (line, i);
      g_autofree char *text = cell_text (cell, "");

      if (cell == NULL || *text == '\0')
        continue;
      if (is_value (cell) || cell->kind == GEN_CELL_UNIT)
        g_string_append_printf (values, " %s", text);
      else
        {
          if (*label != '\0')
            g_string_append_printf (out, "%s\n", label);
          g_free (label);
          label = g_steal_pointer (&text);
        }
    }
  if (*label == '\0')
    {
      g_string_append_printf (out, "%s\n", values->str + 1);
      return;
    }
  n_lines = g_utf8_strlen (label, -1) < 9                                        ? 1
            : style == GEN_TEXT_WRAPPED_MIDDLE || g_utf8_strlen (label, -1) > 24 ? 3
                                                                                 : 2;
  lines = wrap (label, n_lines);
  n_lines = g_strv_length (lines);
  at = style == GEN_TEXT_WRAPPED_FIRST  ? 0
       : style == GEN_TEXT_WRAPPED_LAST ? n_lines - 1
                                        : n_lines / 2;
  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (out, "%s%s\n", lines[i], i == at ? values->str : "");
}

static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

static void
write_box_rule (GString *out, const guint *widths, guint n, gboolean ascii, guint where)
{
  static const char *const corners[][3] = { { "┌", "┬", "┐" },
                                            { "├", "┼", "┤" },
                                            { "└", "┴", "┘" } };

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, ascii ? "+" : corners[where][i > 0 ? 1 : 0]);
      for (guint j = 0; j < widths[i] + 2; j++)
        g_string_append (out, ascii ? "-" : "─");
    }
  g_string_append (out, ascii ? "+\n" : corners[where][2]);
  if (!ascii)
    g_string_append_c (out, '\n');
}

static char *
text_at (GPtrArray *lines, guint row, guint column)
{
  GPtrArray *line = g_ptr_array_index (lines, row);

  return cell_text (column < line->len ? g_ptr_array_index (line, column) : NULL, "");
}

static void
write_box (GPtrArray *lines, guint n_columns, GString *out, gboolean ascii)
{
  g_autofree guint *widths = g_new0 (guint, n_columns);

  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        g_autofree char *text = text_at (lines, i, j);

        widths[j] = MAX (widths[j], width_of (text));
      }
  for (guint i = 0; i < lines->len; i++)
    {
      write_box_rule (out, widths, n_columns, ascii, i > 0 ? 1 : 0);
      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *text = text_at (lines, i, j);

          g_string_append_printf (out, "%s %s%*s ", ascii ? "|" : "│", text,
                                  (int) (widths[j] - width_of (text)), "");
        }
      g_string_append (out, ascii ? "|\n" : "│\n");
    }
  write_box_rule (out, widths, n_columns, ascii, 2);
}

/* One row of the table. @rule: how Markdown draws its rule, and how wide gaps are. */
static void
write_row (const GenLayout *self,
           GenReport *report,
           GenTable *table,
           GPtrArray *lines,
           guint i,
           guint rule,
           GString *out)
{
  GPtrArray *line = g_ptr_array_index (lines, i);
  gboolean is_last = i + 1 == lines->len;

  switch ((GenTextStyle) self->style)
    {
    case GEN_TEXT_PIPE_ROWS:
      write_pipe_row (line, out, is_last);
      break;
    case GEN_TEXT_PIPE_CELLS:
      write_pipe_cells (line, out, is_last);
      break;
    case GEN_TEXT_LONE_PIPES:
      write_cell_lines (line, out, "|\n", FALSE);
      break;
    case GEN_TEXT_CELLS:
      write_cell_lines (line, out, report->seed % 2 == 0 ? "\n" : "", TRUE);
      break;
    case GEN_TEXT_MARKDOWN:
    case GEN_TEXT_MARKDOWN_BARE:
      write_markdown_row (line, out, self->style == GEN_TEXT_MARKDOWN_BARE, self->escaped);
      if (i == 0)
        write_markdown_rule (line->len, out, self->style == GEN_TEXT_MARKDOWN_BARE, rule);
      break;
    case GEN_TEXT_TABS:
      if (self->lines)
        write_quoted_row (line, out, "\t", FALSE, TRUE);
      else
        write_joined (line, out, "\t", FALSE, self->breaks);
      break;
    case GEN_TEXT_CELL_TABS:
      write_cell_lines (line, out, "\t\n", TRUE);
      break;
    case GEN_TEXT_WIKI:
      write_fenced (line, out, i < table->n_head_rows ? "||" : "|", "", FALSE);
      break;
    case GEN_TEXT_SEMICOLONS:
      write_quoted_row (line, out, ";", TRUE, FALSE);
      break;
    case GEN_TEXT_PIPE_TIGHT:
      write_fenced (line, out, "|", "", self->breaks);
      break;
    case GEN_TEXT_PIPE_WIDE:
      write_fenced (line, out, "｜", " ", FALSE);
      break;
    case GEN_TEXT_PAIRS:
      if (i >= table->n_head_rows)
        write_pair (report, line, out);
      break;
    case GEN_TEXT_GAPS:
      write_joined (line, out, rule % 2 == 0 ? "  " : "     ", TRUE, FALSE);
      break;
    case GEN_TEXT_WIDE_GAPS:
      write_joined (line, out, rule % 2 == 0 ? "　　" : " 　 ", TRUE, FALSE);
      break;
    case GEN_TEXT_CSV:
      write_quoted_row (line, out, ",", FALSE, self->lines);
      break;
    case GEN_TEXT_TWO_LINES:
      write_two_lines (line, out, self->breaks);
      break;
    case GEN_TEXT_WRAPPED_LAST:
    case GEN_TEXT_WRAPPED_FIRST:
    case GEN_TEXT_WRAPPED_MIDDLE:
      write_wrapped (line, out, self->style);
      break;
    case GEN_TEXT_BLANKS:
    case GEN_TEXT_BOX_ASCII:
    case GEN_TEXT_BOX:
    case GEN_TEXT_GRID:
    case GEN_TEXT_SIMPLE:
    case GEN_TEXT_PSQL:
    case GEN_TEXT_DOUBLE_BOX:
    case GEN_TEXT_PAGE:
    default:
      write_joined (line, out, " ", TRUE, FALSE);
      break;
    }
}

/* The end of a page within a table: its number, and on some printers the heads once more. */
static void
write_page_end (const GenLayout *self,
                GenReport *report,
                GenTable *table,
                GPtrArray *lines,
                guint rule,
                GString *out)
{
  static const char *const numbers[] = { "- 3 -", "— 3 —", "第 3 页 共 6 页", "－3－" };

  g_string_append_printf (out, "%s\n%s", gen_pick (report->rand, numbers),
                          gen_chance (report->rand, 30) ? "\f" : "");
  for (guint i = 0; report->seed % 2 == 1 && i < table->n_head_rows; i++)
    write_row (self, report, table, lines, i, rule, out);
}

/* The whole table on one line, what is blank left out. */
static void
write_flat (GPtrArray *lines, const char *between, GString *out)
{
  g_autoptr (GString) cells = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    write_cell_lines (g_ptr_array_index (lines, i), cells, "", FALSE);
  g_string_truncate (cells, cells->len - 1);
  g_string_replace (cells, "\n", between, 0);
  g_string_append_printf (out, "%s\n", cells->str);
}

/* The table as tags within the text. */
static void
write_tagged (GenReport *report, GenTable *table, GString *out)
{
  static const GenLayout html = { "tagged", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE };

  gen_html_table (&html, report, table, out);
  g_string_append_c (out, '\n');
}

void
gen_text_table (const GenLayout *self, GenReport *report, GenTable *table, GString *out)
{
  g_autoptr (GPtrArray) lines = gen_table_lines (table, self->merged);
  guint rule = gen_below (report->rand, 4);
  guint page_end = table->n_head_rows + 1 +
                   gen_below (report->rand, lines->len - table->n_head_rows);

  if (self->flat != NULL)
    {
      write_flat (lines, self->flat, out);
      return;
    }
  if (self->tagged)
    {
      write_tagged (report, table, out);
      return;
    }
  if (self->style == GEN_TEXT_BOX || self->style == GEN_TEXT_BOX_ASCII)
    {
      write_box (lines, table->n_columns, out, self->style == GEN_TEXT_BOX_ASCII);
      return;
    }
  if (self->style >= GEN_TEXT_GRID)
    {
      gen_text_wide_table (self, table, out);
      return;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      if (self->pages && i == page_end)
        write_page_end (self, report, table, lines, rule, out);
      write_row (self, report, table, lines, i, rule, out);
      if (self->padded)
        gen_text_pad (self, report, ((GPtrArray *) g_ptr_array_index (lines, i))->len, out);
    }
}
