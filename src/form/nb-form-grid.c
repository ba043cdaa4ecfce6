/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A table as the law prints it: head, groups, labels and values as the cells of one grid, merged cells as
 * one. Screen, paper and clipboard take it from here, and here it comes from the forms' data. Any thread.
 */

#include "nb-form-grid.h"

static void
add (GArray *grid,
     NbGridKind kind,
     guint row,
     guint column,
     guint row_span,
     guint column_span,
     const char *label_zh,
     const char *label_en)
{
  const NbGridCell cell = {
    .kind = kind,
    .row = row,
    .column = column,
    .row_span = row_span,
    .column_span = column_span,
    .label_zh = label_zh,
    .label_en = label_en,
  };

  g_array_append_val (grid, cell);
}

static NbGridCell *
last (GArray *grid)
{
  return &g_array_index (grid, NbGridCell, grid->len - 1);
}

/* Of several columns only: where there is one, everything in it would be a total. */
static gboolean
is_total (const NbFormTable *table, guint print_column)
{
  guint column = table->n_label_columns;

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (column + 1 == print_column)
        return table->n_columns > 1 && table->columns[i].total;
      column += table->columns[i].span;
    }
  return FALSE;
}

static void
add_metric (GArray *grid, const NbMetric *metric, guint span)
{
  add (grid, NB_GRID_VALUE, metric->print_row - 1, metric->print_column - 1, 1, span, NULL, NULL);
  last (grid)->form_row = metric->row;
  last (grid)->metric = metric;
  last (grid)->total = is_total (metric->table, metric->print_column);
}

static guint
count_columns (const NbFormTable *table)
{
  guint n_columns = table->n_label_columns;

  for (guint i = 0; i < table->n_metrics; i++)
    {
      const NbMetric *metric = table->metrics[i];
      guint end = metric->print_column;

      for (guint j = 0; j < metric->row->n_metrics; j++)
        if (metric->row->metrics[j] == metric)
          end += metric->row->spans[j] - 1;
      n_columns = MAX (n_columns, end);
    }
  return n_columns;
}

/* A column head begins below the lowest band over it and reaches down to the rows. */
static guint
head_level (const NbFormTable *table, guint column)
{
  guint level = 0;

  for (guint i = 0; i < table->n_bands; i++)
    if (table->bands[i].first <= column && column <= table->bands[i].last)
      level = MAX (level, table->bands[i].level);
  return level;
}

static void
add_head (GArray *grid, const NbFormTable *table)
{
  guint column = table->n_label_columns;

  if (table->corner_zh != NULL)
    add (grid, NB_GRID_CORNER, 0, 0, table->n_head_rows, table->n_label_columns, table->corner_zh,
         table->corner_en);
  for (guint i = 0; i < table->n_stubs; i++)
    add (grid, NB_GRID_HEAD, 0, i, table->n_head_rows, 1, table->stubs[i].label_zh,
         table->stubs[i].label_en);
  for (guint i = 0; i < table->n_bands; i++)
    add (grid, NB_GRID_HEAD, table->bands[i].level - 1, table->bands[i].first - 1, 1,
         table->bands[i].last - table->bands[i].first + 1, table->bands[i].label_zh,
         table->bands[i].label_en);
  for (guint i = 0; i < table->n_columns; i++)
    {
      guint level = head_level (table, column + 1);

      add (grid, NB_GRID_HEAD, level, column, table->n_head_rows - level, table->columns[i].span,
           table->columns[i].label_zh, table->columns[i].label_en);
      last (grid)->total = is_total (table, column + 1);
      column += table->columns[i].span;
    }
}

static gboolean
stands_in (const NbFormRow *row, const NbFormRow *group)
{
  for (; row != NULL; row = row->parent)
    if (row == group)
      return TRUE;
  return FALSE;
}

/* The leaves of a group stand together. */
static guint
count_leaves (const NbFormTable *table, const NbFormRow *group)
{
  guint n_leaves = 0;

  for (guint i = 0; i < table->n_rows; i++)
    if (table->rows[i]->kind != NB_ROW_GROUP && stands_in (table->rows[i], group))
      n_leaves++;
  return n_leaves;
}

static void
add_row_heads (GArray *grid, const NbFormRow *row)
{
  guint column = row->table->n_label_columns;

  for (guint i = 0; i < row->n_columns; i++)
    {
      add (grid, NB_GRID_HEAD, row->print_row - 1, column, 1, row->columns[i].span,
           row->columns[i].label_zh, row->columns[i].label_en);
      last (grid)->form_row = row;
      column += row->columns[i].span;
    }
}

/* Label and values of a row, or what stands in their places. */
static void
add_leaf (GArray *grid, const NbFormRow *row, guint level, guint n_columns)
{
  const NbFormTable *table = row->table;
  gboolean units = table->n_stubs > 1;
  guint n_labels = table->n_label_columns - (units ? 1 : 0);
  guint y = row->print_row - 1;
  NbGridKind kind = row->kind == NB_ROW_HEADING && row->n_columns > 0 ? NB_GRID_HEAD
                                                                      : NB_GRID_LABEL;

  add (grid, kind, y, level, 1, n_labels - level, row->label_zh, row->label_en);
  last (grid)->form_row = row;
  if (units)
    {
      add (grid, NB_GRID_UNIT, y, n_labels, 1, 1, row->unit, NULL);
      last (grid)->form_row = row;
    }
  add_row_heads (grid, row);
  for (guint i = 0; i < row->n_metrics; i++)
    add_metric (grid, row->metrics[i], row->spans[i]);
  if (row->n_metrics == 0 && row->n_columns == 0)
    add (grid, NB_GRID_EMPTY, y, table->n_label_columns, 1, n_columns - table->n_label_columns,
         NULL, NULL);
}

/* Groups stand beside their rows, or above them in a row of their own. */
static void
add_rows (GArray *grid, const NbFormTable *table, guint n_columns)
{
  for (guint i = 0; i < table->n_rows; i++)
    {
      const NbFormRow *row = table->rows[i];
      gboolean above = table->n_label_columns == 1;

      if (row->kind != NB_ROW_GROUP)
        {
          guint level = 0;

          for (const NbFormRow *group = row->parent; group != NULL && !above; group = group->parent)
            level += group->kind == NB_ROW_GROUP;
          add_leaf (grid, row, level, n_columns);
          continue;
        }
      add (grid, NB_GRID_GROUP, row->print_row - 1, above ? 0 : row->level,
           above ? 1 : count_leaves (table, row), above ? n_columns : 1, row->label_zh,
           row->label_en);
      last (grid)->form_row = row;
    }
}

static guint
count_metrics (const NbFormTable *table, const NbFormRow *row)
{
  guint n_metrics = 0;

  for (guint i = 0; i < table->n_metrics; i++)
    if (stands_in (table->metrics[i]->row, row))
      n_metrics++;
  return n_metrics;
}

/* Blocks stand beside each other: their names are the upper heads, and one row of values stands below. */
static void
add_blocks (GArray *grid, const NbFormTable *table)
{
  guint column = table->n_label_columns;

  for (guint i = 0; i < table->n_rows; i++)
    {
      const NbFormRow *row = table->rows[i];

      add (grid, NB_GRID_HEAD, row->level, column, 1, count_metrics (table, row), row->label_zh,
           row->label_en);
      last (grid)->form_row = row;
      for (guint j = 0; j < row->n_metrics; j++)
        add (grid, NB_GRID_HEAD, row->level + 1, column + j, table->n_head_rows - row->level - 1, 1,
             row->metrics[j]->column_label_zh, row->metrics[j]->column_label_en);
      column += row->n_metrics;
    }
  for (guint i = 0; i < table->n_metrics; i++)
    add_metric (grid, table->metrics[i], 1);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const NbGridCell *one = a, *two = b;

  if (one->row != two->row)
    return one->row < two->row ? -1 : 1;
  return one->column < two->column ? -1 : one->column > two->column;
}

/**
 * nb_form_grid_new:
 * @table: a table of a form
 *
 * Returns: (transfer full) (element-type NbGridCell): its cells in reading order; empty for a table
 *   without rows
 */
GArray *
nb_form_grid_new (const NbFormTable *table)
{
  GArray *grid = g_array_new (FALSE, FALSE, sizeof (NbGridCell));

  g_return_val_if_fail (table != NULL, grid);

  if (table->n_metrics == 0)
    return grid;
  if (table->kind == NB_TABLE_BLOCKS)
    add_blocks (grid, table);
  else
    {
      add_head (grid, table);
      add_rows (grid, table, count_columns (table));
    }
  g_array_sort (grid, compare_cells);
  return grid;
}
