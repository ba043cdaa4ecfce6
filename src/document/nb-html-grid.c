/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbHtmlGrid: where the cells of a table stand once their spans are expanded. It remembers for each
 * column up to which row it is taken, never the grid itself: what a span claims costs no memory.
 *
 * One table at a time, one thread.
 */

#include "nb-html-grid.h"

#include "base/nb-limits.h"

struct _NbHtmlGrid
{
  GArray *taken_until; /* (owned) guint: for each column the first row that is free */
  guint row;
  guint column;    /* where the search for a free slot goes on */
  guint group_end; /* first row behind the row group */
  gboolean begun;
};

/**
 * nb_html_grid_new:
 *
 * Returns: (transfer full): an empty grid
 */
NbHtmlGrid *
nb_html_grid_new (void)
{
  NbHtmlGrid *self = g_new0 (NbHtmlGrid, 1);

  self->taken_until = g_array_new (FALSE, TRUE, sizeof (guint));
  return self;
}

/**
 * nb_html_grid_free:
 * @self: a grid
 *
 * Frees the grid.
 */
void
nb_html_grid_free (NbHtmlGrid *self)
{
  g_array_unref (self->taken_until);
  g_free (self);
}

/**
 * nb_html_grid_begin_group:
 * @self: a grid
 * @n_rows: how many rows the group has
 *
 * Begins a head, a body or a foot. No cell reaches beyond its group.
 */
void
nb_html_grid_begin_group (NbHtmlGrid *self, guint n_rows)
{
  self->group_end = (self->begun ? self->row + 1 : 0) + n_rows;
}

/**
 * nb_html_grid_begin_row:
 * @self: a grid
 *
 * Goes on to the next row.
 */
void
nb_html_grid_begin_row (NbHtmlGrid *self)
{
  self->row = self->begun ? self->row + 1 : 0;
  self->begun = TRUE;
  self->column = 0;
  self->group_end = MAX (self->group_end, self->row + 1);
}

/**
 * nb_html_grid_get_row:
 * @self: a grid
 *
 * Returns: the row, from 0
 */
guint
nb_html_grid_get_row (NbHtmlGrid *self)
{
  return self->row;
}

static guint *
taken_until (NbHtmlGrid *self, guint column)
{
  return &g_array_index (self->taken_until, guint, column);
}

/**
 * nb_html_grid_place:
 * @self: a grid
 * @row_span: (inout): as written, 0 for all rows that are left; then as it is
 * @column_span: (inout): as written; then as it is
 *
 * Places the next cell of the row in the first free slot. Beyond NB_LIMIT_TABLE_COLUMNS the cells of a row
 * follow each other, and their spans are 1.
 *
 * Returns: the column of the cell, from 0
 */
guint
nb_html_grid_place (NbHtmlGrid *self, guint *row_span, guint *column_span)
{
  guint rows_left = self->group_end - self->row;
  guint column;

  while (self->column<self->taken_until->len && * taken_until (self, self->column)> self->row)
    self->column++;
  column = self->column;
  if (column >= NB_LIMIT_TABLE_COLUMNS)
    {
      *row_span = *column_span = 1;
      self->column++;
      return column;
    }

  *row_span = *row_span == 0 ? rows_left : MIN (*row_span, rows_left);
  *column_span = CLAMP (*column_span, 1, NB_LIMIT_TABLE_COLUMNS - column);
  self->column += *column_span;
  if (self->taken_until->len < self->column)
    g_array_set_size (self->taken_until, self->column);
  for (guint i = column; i < self->column; i++)
    *taken_until (self, i) = MAX (*taken_until (self, i), self->row + *row_span);
  return column;
}
