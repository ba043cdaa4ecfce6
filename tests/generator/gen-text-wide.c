/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tables in plain text whose columns stand below each other: drawn grids with wrapped cells, as converters write
 * them, columns under dashes, and the text of printed pages, in which merged cells stand in the middle of what they span.
 */

#include "gen-layout.h"

#include <string.h>

/* Columns of the screen that a label or a head may take before it is wrapped. */
#define LABEL_WIDTH  22
#define NARROW_WIDTH 12
#define TIGHT_WIDTH  8
#define HEAD_WIDTH   8

static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

static char *
text_of (const GenCell *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell != NULL ? cell->text : "", "\v", -1);

  return g_strjoinv ("", parts);
}

static gboolean
is_value (const GenCell *cell)
{
  return cell != NULL && (cell->kind == GEN_CELL_VALUE || cell->kind == GEN_CELL_UNIT);
}

/* The lines of a text that is wrapped at @width. */
static GPtrArray *
wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *with = g_strndup (start, (gsize) (g_utf8_next_char (p) - start));

      if (p == start || width_of (with) <= width)
        continue;
      g_ptr_array_add (lines, g_strndup (start, (gsize) (p - start)));
      start = p;
    }
  if (*start != '\0')
    g_ptr_array_add (lines, g_strdup (start));
  return lines;
}

/* How wide each column is: values are never broken. */
static guint *
measure (GenTable *table, const GenSpot *spots, gboolean wrapped, guint label_width)
{
  guint *widths = g_new0 (guint, table->n_columns);

  for (guint x = 0; x < table->n_columns; x++)
    widths[x] = 4;
  for (guint y = 0; y < table->rows->len; y++)
    for (guint x = 0; x < table->n_columns; x++)
      {
        const GenSpot *spot = &spots[y * table->n_columns + x];
        g_autofree char *text = NULL;
        guint width;

        if (spot->cell == NULL || !spot->begins)
          continue;
        text = text_of (spot->cell);
        width = width_of (text);
        if (wrapped && !is_value (spot->cell))
          width = MIN (width, spot->cell->kind == GEN_CELL_HEAD ? HEAD_WIDTH : label_width);
        if (spot->cell->column_span == 1 || is_value (spot->cell) || !wrapped)
          widths[x] = MAX (widths[x], width);
      }
  return widths;
}

static void
pad (GString *out, const char *text, guint width)
{
  g_string_append (out, text);
  for (guint i = width_of (text); i < width; i++)
    g_string_append_c (out, ' ');
}

static void
draw_rule (GString *out, const guint *widths, guint n, GenTextStyle style, gboolean is_head)
{
  const char *corner = style == GEN_TEXT_DOUBLE_BOX ? "╬" : "+";
  const char *dash = style == GEN_TEXT_DOUBLE_BOX ? "═" : is_head ? "=" : "-";

  for (guint i = 0; i < n; i++)
    {
      if (style != GEN_TEXT_SIMPLE && (style != GEN_TEXT_PSQL || i > 0))
        g_string_append (out, corner);
      for (guint j = 0; j < widths[i] + (style == GEN_TEXT_SIMPLE ? 0 : 2); j++)
        g_string_append (out, dash);
      if (style == GEN_TEXT_SIMPLE)
        g_string_append (out, i + 1 < n ? "  " : "");
    }
  if (style != GEN_TEXT_SIMPLE && style != GEN_TEXT_PSQL)
    g_string_append (out, corner);
  g_string_append_c (out, '\n');
}

/* One row whose cells are wrapped to their columns; merged cells stand where they begin. */
static void
write_row (const GenSpot *spots, guint n, const guint *widths, GenTextStyle style, GString *out)
{
  static const char *const pipes[] = { "| ", " | ", " |" };
  const char *open = style == GEN_TEXT_DOUBLE_BOX ? "║ " : pipes[0];
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint height = 1;

  for (guint x = 0; x < n; x++)
    {
      g_autofree char *text = text_of (spots[x].begins ? spots[x].cell : NULL);
      GPtrArray *lines = wrap (text, widths[x]);

      height = MAX (height, lines->len);
      g_ptr_array_add (cells, lines);
    }
  for (guint y = 0; y < height; y++)
    {
      for (guint x = 0; x < n; x++)
        {
          GPtrArray *lines = g_ptr_array_index (cells, x);

          if (style == GEN_TEXT_SIMPLE)
            g_string_append (out, x > 0 ? "  " : "");
          else if (style == GEN_TEXT_PSQL)
            g_string_append (out, x > 0 ? "| " : " ");
          else
            g_string_append (out, open);
          pad (out, y < lines->len ? g_ptr_array_index (lines, y) : "", widths[x]);
          g_string_append (out, style == GEN_TEXT_SIMPLE ? "" : " ");
        }
      if (style != GEN_TEXT_SIMPLE && style != GEN_TEXT_PSQL)
        g_string_append (out, style == GEN_TEXT_DOUBLE_BOX ? "║" : "|");
      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }
}

static void
write_columns (const GenLayout *self, GenTable *table, const GenSpot *spots, GString *out)
{
  GenTextStyle style = self->style;
  gboolean wrapped = style == GEN_TEXT_GRID || (style == GEN_TEXT_SIMPLE && !self->bare);
  g_autofree guint *widths = measure (table, spots, wrapped,
                                      self->narrow ? NARROW_WIDTH : LABEL_WIDTH);
  guint n = table->n_columns;

  if (style != GEN_TEXT_PSQL)
    draw_rule (out, widths, n, style, FALSE);
  for (guint y = 0; y < table->rows->len; y++)
    {
      write_row (spots + y * n, n, widths, style, out);
      if (style == GEN_TEXT_GRID)
        draw_rule (out, widths, n, style, y == 0);
      else if (y + 1 == MAX (table->n_head_rows, 1) && !self->bare)
        draw_rule (out, widths, n, style, FALSE);
      else if (style == GEN_TEXT_SIMPLE && wrapped && y + 1 < table->rows->len)
        g_string_append_c (out, '\n');
    }
  if (style == GEN_TEXT_SIMPLE || style == GEN_TEXT_DOUBLE_BOX)
    draw_rule (out, widths, n, style, FALSE);
  g_string_append_c (out, '\n');
}

/* A printed page: what stands on each of its lines, from left to right. */
typedef struct
{
  guint column;
  char *text;
} Bit;

static void
clear_bit (gpointer data)
{
  g_free (((Bit *) data)->text);
}

static int
compare_bits (gconstpointer a, gconstpointer b)
{
  return (int) ((const Bit *) a)->column - (int) ((const Bit *) b)->column;
}

static guint
span_width (const guint *widths, guint x, guint n)
{
  guint width = 0;

  for (guint i = x; i < x + n; i++)
    width += widths[i] + 2;
  return width - 2;
}

static GPtrArray *
wrap_spot (GenTable *table, const GenSpot *spot, const guint *widths, guint x)
{
  g_autofree char *text = text_of (spot->cell);

  return wrap (text, span_width (widths, x, MIN (spot->cell->column_span, table->n_columns - x)));
}

/* How many lines each row takes: its own cells whole, merged ones together with the rows that they span. */
static guint *
measure_heights (GenTable *table, const GenSpot *spots, const guint *widths)
{
  guint n = table->n_columns, *heights = g_new0 (guint, table->rows->len);

  for (guint pass = 0; pass < 2; pass++)
    for (guint y = 0; y < table->rows->len; y++)
      for (guint x = 0; x < n; x++)
        {
          const GenSpot *spot = &spots[y * n + x];
          g_autoptr (GPtrArray) lines = NULL;
          guint end, sum = 0;

          if (spot->cell == NULL || !spot->begins || (spot->cell->row_span > 1) != (pass == 1))
            continue;
          lines = wrap_spot (table, spot, widths, x);
          end = MIN (y + spot->cell->row_span, table->rows->len);
          for (guint i = y; i < end; i++)
            sum += heights[i] = MAX (heights[i], 1);
          if (sum < lines->len)
            heights[end - 1] += lines->len - sum;
        }
  return heights;
}

/* The text of a page with its columns kept: merged cells and values stand in the middle of their rows. */
static void
write_page (GenTable *table, const GenSpot *spots, guint label_width, GString *out)
{
  guint n = table->n_columns, n_lines = 0;
  g_autofree guint *widths = measure (table, spots, TRUE, label_width);
  g_autofree guint *heights = measure_heights (table, spots, widths);
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint y = 0; y < table->rows->len; y++)
    n_lines += heights[y];
  for (guint i = 0; i < n_lines; i++)
    {
      GArray *bits = g_array_new (FALSE, FALSE, sizeof (Bit));

      g_array_set_clear_func (bits, clear_bit);
      g_ptr_array_add (page, bits);
    }
  for (guint y = 0, top = 0; y < table->rows->len; top += heights[y++])
    for (guint x = 0, left = 0; x < n; left += widths[x++] + 2)
      {
        const GenSpot *spot = &spots[y * n + x];
        g_autoptr (GPtrArray) lines = NULL;
        guint height = 0, first;

        if (spot->cell == NULL || !spot->begins)
          continue;
        lines = wrap_spot (table, spot, widths, x);
        for (guint i = y; i < MIN (y + spot->cell->row_span, table->rows->len); i++)
          height += heights[i];
        first = top + (height - MIN (height, lines->len)) / 2;
        for (guint i = 0; i < lines->len; i++)
          {
            Bit bit = { left, g_strdup (g_ptr_array_index (lines, i)) };

            g_array_append_val (g_ptr_array_index (page, first + i), bit);
          }
      }
  for (guint i = 0; i < n_lines; i++)
    {
      GArray *bits = g_ptr_array_index (page, i);
      guint at = 0;

      g_array_sort (bits, compare_bits);
      for (guint j = 0; j < bits->len; j++)
        {
          const Bit *bit = &g_array_index (bits, Bit, j);

          for (; at < bit->column; at++)
            g_string_append_c (out, ' ');
          g_string_append (out, bit->text);
          at += width_of (bit->text);
        }
      g_string_append_c (out, '\n');
    }
}

void
gen_text_wide_table (const GenLayout *self, GenTable *table, GString *out)
{
  g_autofree GenSpot *spots = gen_table_expand (table);

  if (self->style == GEN_TEXT_PAGE)
    write_page (table, spots,
                self->tight    ? TIGHT_WIDTH
                : self->narrow ? NARROW_WIDTH
                               : LABEL_WIDTH,
                out);
  else
    write_columns (self, table, spots, out);
}
