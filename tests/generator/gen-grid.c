/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grids with merged cells, and the ways in which merged cells come out where a layout has none. */

#include "gen-report.h"

GenTable *
gen_table_new (const char *id, guint n_columns)
{
  GenTable *self = g_new0 (GenTable, 1);

  self->id = id;
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
gen_table_free (gpointer table)
{
  GenTable *self = table;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
gen_cell_free (gpointer cell)
{
  g_free (((GenCell *) cell)->text);
  g_free (cell);
}

GPtrArray *
gen_table_add_row (GenTable *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (gen_cell_free);

  g_ptr_array_add (self->rows, row);
  return row;
}

GenCell *
gen_cell_add (GPtrArray *row, GenCellKind kind, const char *text, guint rows, guint columns)
{
  GenCell *cell = g_new0 (GenCell, 1);

  cell->text = g_strdup (text);
  cell->kind = kind;
  cell->row_span = rows;
  cell->column_span = columns;
  cell->figure = -1;
  g_ptr_array_add (row, cell);
  return cell;
}

/* Inserts a blank column before or behind all others. */
void
gen_table_insert_empty (GenTable *self, gboolean first)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);

      gen_cell_add (row, GEN_CELL_EMPTY, "", 1, 1);
      if (first)
        g_ptr_array_insert (row, 0, g_ptr_array_steal_index (row, row->len - 1));
    }
  self->n_columns++;
}

/**
 * gen_table_expand:
 *
 * Returns: (transfer full): n rows × n columns of spots; positions that nothing covers have no cell
 */
GenSpot *
gen_table_expand (GenTable *self)
{
  GenSpot *spots = g_new0 (GenSpot, self->rows->len * self->n_columns);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);
      guint column = 0;

      for (guint j = 0; j < row->len; j++)
        {
          GenCell *cell = g_ptr_array_index (row, j);

          while (column < self->n_columns && spots[i * self->n_columns + column].cell != NULL)
            column++;
          for (guint y = i; y < MIN (i + cell->row_span, self->rows->len); y++)
            for (guint x = column; x < MIN (column + cell->column_span, self->n_columns); x++)
              spots[y * self->n_columns + x] = (GenSpot){ cell, y == i && x == column };
          column += cell->column_span;
        }
    }
  return spots;
}

static void
add_expanded (GenTable *self, const GenSpot *spots, guint row, GenMerged merged, GPtrArray *line)
{
  for (guint x = 0; x < self->n_columns; x++)
    {
      const GenSpot *spot = &spots[row * self->n_columns + x];

      if (spot->cell == NULL || (!spot->begins && merged != GEN_MERGED_REPEATED))
        g_ptr_array_add (line, NULL);
      else
        g_ptr_array_add (line, spot->cell);
    }
}

/* A blank only where a cell of a row above reaches down, none for the columns that a cell covers. */
static void
add_below (GenTable *self, const GenSpot *spots, guint row, GPtrArray *line)
{
  for (guint x = 0; x < self->n_columns; x++)
    {
      const GenSpot *spot = &spots[row * self->n_columns + x];
      gboolean is_first = x == 0 || spots[row * self->n_columns + x - 1].cell != spot->cell;
      gboolean is_above = row > 0 && spots[(row - 1) * self->n_columns + x].cell == spot->cell;

      if (spot->cell != NULL && spot->begins)
        g_ptr_array_add (line, spot->cell);
      else if (spot->cell != NULL && is_first && is_above)
        g_ptr_array_add (line, NULL);
    }
}

/**
 * gen_table_lines:
 *
 * Lays a table out without merged cells: each row a list of cells, NULL for a blank that is there only
 * because cells were merged.
 *
 * Returns: (transfer full) (element-type GPtrArray): the rows
 */
GPtrArray *
gen_table_lines (GenTable *self, GenMerged merged)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree GenSpot *spots = gen_table_expand (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, i);
      GPtrArray *line = g_ptr_array_new ();

      if (merged == GEN_MERGED_ALIGNED || merged == GEN_MERGED_REPEATED)
        add_expanded (self, spots, i, merged, line);
      else if (merged == GEN_MERGED_BELOW)
        add_below (self, spots, i, line);
      else
        for (guint j = 0; j < row->len; j++)
          g_ptr_array_add (line, g_ptr_array_index (row, j));
      while (merged == GEN_MERGED_DISPLACED && line->len < self->n_columns)
        g_ptr_array_add (line, NULL);
      if (row == self->short_row && line->len > 0 &&
          g_ptr_array_index (line, line->len - 1) == NULL)
        g_ptr_array_set_size (line, (int) line->len - 1);
      g_ptr_array_add (lines, line);
    }
  return lines;
}

/* Puts another text into the cells of a figure. */
void
gen_table_set_figure (GenTable *self, int figure, const char *text)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, r);

      for (guint c = 0; c < row->len; c++)
        {
          GenCell *cell = g_ptr_array_index (row, c);

          if (cell->figure != figure)
            continue;
          g_free (cell->text);
          cell->text = g_strdup (text);
        }
    }
}

/* Shortens the merged cells that cover a row and begin above it. */
static void
shrink_groups (GenTable *table, guint index)
{
  g_autofree GenSpot *spots = gen_table_expand (table);
  GenCell *last = NULL;

  for (guint x = 0; x < table->n_columns; x++)
    {
      GenCell *cell = spots[index * table->n_columns + x].cell;

      if (cell != NULL && cell != last && index > 0 &&
          spots[(index - 1) * table->n_columns + x].cell == cell)
        cell->row_span--;
      last = cell;
    }
}

/* Takes a row out, and out of the merged cells that cover it from above. */
void
gen_table_remove_row (GenTable *self, guint index)
{
  shrink_groups (self, index);
  g_ptr_array_remove_index (self->rows, index);
}

/* The innermost label of a row, NULL where it has none. */
GenCell *
gen_row_find_label (GPtrArray *row)
{
  GenCell *label = NULL;

  for (guint i = 0; i < row->len; i++)
    if (((GenCell *) g_ptr_array_index (row, i))->kind == GEN_CELL_LABEL)
      label = g_ptr_array_index (row, i);
  return label;
}

/* Whether a group begins in a row. */
gboolean
gen_row_has_group (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (((GenCell *) g_ptr_array_index (row, i))->kind == GEN_CELL_GROUP)
      return TRUE;
  return FALSE;
}
