/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The columns of a table over several pages. A part of it may lack lines that another part has (the
 * heads above a page break, the last rows behind one), so that columns are counted over all parts.
 *
 * One thread; nothing is kept.
 */

#include "nb-layout-private.h"

/* The sides of all cells, once each. */
static GArray *
list_edges (const GArray *cells, float tolerance)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (float), cells->len * 2);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (float));

  for (guint i = 0; i < cells->len; i++)
    {
      const NbOpenCell *cell = &g_array_index (cells, NbOpenCell, i);

      g_array_append_val (all, cell->x0);
      g_array_append_val (all, cell->x1);
    }
  g_array_sort (all, nb_layout_compare_floats);
  for (guint i = 0; i < all->len; i++)
    {
      float x = g_array_index (all, float, i);

      if (edges->len == 0 || x - g_array_index (edges, float, edges->len - 1) > tolerance)
        g_array_append_val (edges, x);
    }
  return edges;
}

/* The last edge that is not right of @x. */
static guint
find_edge (const GArray *edges, float x)
{
  guint low = 0, high = edges->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (edges, float, middle) <= x)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * nb_layout_number_columns:
 * @cells: (element-type NbOpenCell): the cells of one table
 * @tolerance: how far apart the same line may stand on two pages
 *
 * Numbers the columns of a table by the lines of all its pages.
 */
void
nb_layout_number_columns (GArray *cells, float tolerance)
{
  g_autoptr (GArray) edges = list_edges (cells, tolerance);

  for (guint i = 0; i < cells->len; i++)
    {
      NbOpenCell *cell = &g_array_index (cells, NbOpenCell, i);

      cell->column = find_edge (edges, cell->x0);
      cell->column_end = MAX (find_edge (edges, cell->x1), cell->column + 1);
    }
}
