/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Boxes within cells: a form that a browser prints has its values in boxes of their own. A box that touches the sides of its
 * cell parts it into a value and blank strips above and below, and the strip would be read as the cell. Cells of a
 * table that hold their characters are put right here; no number is moved to another label. One thread; nothing is kept.
 */

#include "nb-layout-private.h"

#include "base/nb-value.h"

/* What begins and ends at one height of a table, between two of its rows. */
typedef struct
{
  guint end_values, end_words;
  guint start_values, start_words;
  guint crossing; /* cells with text that go on */
} Height;

/* What cannot be read within a number does not make it a word. */
static gboolean
is_value (const NbLayout *layout, const NbRuledTable *table, const NbRuledCell *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  NbCellEnds ends;

  nb_layout_append_cell (layout, cell->glyphs, g_array_index (table->xs, float, cell->column),
                         g_array_index (table->xs, float, cell->column_end), TRUE, text, &ends);
  g_string_replace (text, "\357\277\275", "", 0);
  return text->len == 0 || nb_value_looks_like (text->str, -1);
}

/* The number of the cell around @cell that has nothing else in it; G_MAXUINT where there is none. The slots beside a box
 * are of the cell that it stands in. */
static guint
find_around (const NbRuledTable *self, guint number)
{
  const NbRuledCell *cell = &g_array_index (self->cells, NbRuledCell, number);
  guint n_columns = self->xs->len - 1;
  guint beside[2] = { G_MAXUINT, G_MAXUINT };

  if (cell->column > 0)
    beside[0] = self->slots[cell->row * n_columns + cell->column - 1];
  if (cell->column_end < n_columns)
    beside[1] = self->slots[cell->row * n_columns + cell->column_end];
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      const NbRuledCell *around;

      if (beside[i] == G_MAXUINT)
        continue;
      around = &g_array_index (self->cells, NbRuledCell, beside[i]);
      if (around->glyphs->len == 0 && around->row <= cell->row &&
          around->row_end >= cell->row_end && around->column <= cell->column &&
          around->column_end >= cell->column_end)
        return beside[i];
    }
  return G_MAXUINT;
}

/* A value goes into the cell that lies around its box. What is beside it there finds that taken, and stays. */
static void
open_boxes (NbRuledTable *self, const NbLayout *layout, gboolean *dropped)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      NbRuledCell *cell = &g_array_index (self->cells, NbRuledCell, i);
      guint around = cell->glyphs->len > 0 ? find_around (self, i) : G_MAXUINT;

      if (around == G_MAXUINT || !is_value (layout, self, cell))
        continue;
      g_array_append_vals (g_array_index (self->cells, NbRuledCell, around).glyphs,
                           cell->glyphs->data, cell->glyphs->len);
      g_array_set_size (cell->glyphs, 0);
      dropped[i] = TRUE;
    }
}

static Height *
measure_heights (const NbRuledTable *self, const NbLayout *layout, const gboolean *dropped)
{
  Height *heights = g_new0 (Height, self->ys->len + 1);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const NbRuledCell *cell = &g_array_index (self->cells, NbRuledCell, i);
      gboolean value;

      if (dropped[i] || cell->glyphs->len == 0)
        continue;
      value = is_value (layout, self, cell);
      heights[cell->row].start_values += value;
      heights[cell->row].start_words += !value;
      heights[cell->row_end].end_values += value;
      heights[cell->row_end].end_words += !value;
      for (guint y = cell->row + 1; y < cell->row_end; y++)
        heights[y].crossing++;
    }
  return heights;
}

/* Whether the line at a height is the edge of boxes: values stand on one side of it, nothing on the other, and what says
 * what they are stands on both. */
static gboolean
is_edge (const Height *self, gboolean values_below)
{
  guint values = values_below ? self->start_values : self->end_values;
  guint others = values_below ? self->start_words + self->end_values + self->end_words
                              : self->end_words + self->start_values + self->start_words;

  return values > 0 && others == 0 && self->crossing > 0;
}

/* The new number of each row, and of the end: strips at edges of boxes are none of their own. */
static guint *
number_rows (const NbRuledTable *self, const Height *heights, guint *n_kept)
{
  guint n_rows = self->ys->len - 1;
  guint *numbers = g_new (guint, n_rows + 1);

  *n_kept = 0;
  for (guint r = 0; r < n_rows; r++)
    {
      gboolean is_strip = (r + 1 < n_rows && is_edge (&heights[r + 1], TRUE)) ||
                          (r > 0 && is_edge (&heights[r], FALSE));

      numbers[r] = *n_kept;
      *n_kept += !is_strip;
    }
  numbers[n_rows] = *n_kept;
  return numbers;
}

/* The lines between rows that are left: a strip is of the row whose values it touches. */
static void
drop_lines (NbRuledTable *self, const Height *heights)
{
  guint n_kept = 0, last = self->ys->len - 1;

  for (guint y = 0; y <= last; y++)
    if (y == 0 || y == last || (!is_edge (&heights[y], TRUE) && !is_edge (&heights[y], FALSE)))
      g_array_index (self->ys, float, n_kept++) = g_array_index (self->ys, float, y);
  g_array_set_size (self->ys, n_kept);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const NbRuledCell *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

/**
 * nb_ruled_table_open_boxes:
 * @data: a NbRuledTable between lines, with all its characters
 * @layout: the NbLayout
 *
 * Makes one cell of a cell and the box of a value within it. The table takes no more characters then.
 */
void
nb_ruled_table_open_boxes (gpointer data, gpointer layout)
{
  NbRuledTable *self = data;
  g_autofree gboolean *dropped = g_new0 (gboolean, self->cells->len);
  g_autofree Height *heights = NULL;
  g_autofree guint *numbers = NULL;
  GArray *kept;
  guint n_kept;

  open_boxes (self, layout, dropped);
  heights = measure_heights (self, layout, dropped);
  numbers = number_rows (self, heights, &n_kept);
  kept = nb_ruled_cells_new ();
  for (guint i = 0; i < self->cells->len; i++)
    {
      NbRuledCell cell = g_array_index (self->cells, NbRuledCell, i);

      cell.row = numbers[cell.row];
      cell.row_end = numbers[cell.row_end];
      if (dropped[i] || cell.row == cell.row_end)
        continue;
      g_array_ref (cell.glyphs);
      g_array_append_val (kept, cell);
    }
  g_array_unref (self->cells);
  self->cells = kept;
  if (n_kept < self->ys->len - 1)
    drop_lines (self, heights);
  g_array_sort (self->cells, compare_cells);
  g_clear_pointer (&self->slots, g_free);
}
