/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables as the law prints them, as grids of merged cells. */

#include "form/nb-form-grid.h"

static const NbFormTable *
need_table (const char *form, const char *table)
{
  const NbFormTable *found = nb_form_find_table (nb_forms_find (form), table);

  g_assert_nonnull (found);
  return found;
}

/* Every place of the printed table is covered exactly once: no cell is forgotten, none overlaps. */
static void
test_grid (void)
{
  static const struct
  {
    const char *form, *table;
    guint n_rows, n_columns;
  } expected[] = {
    { "2021", "T2", 14, 4 }, { "2021", "T3", 28, 10 }, { "2021", "T4", 4, 15 },
    { "2019", "T2", 18, 4 }, { "2019", "T3", 26, 10 }, { "2019", "T4", 4, 15 },
    { "2014", "A", 66, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NbFormTable *table = need_table (expected[i].form, expected[i].table);
      g_autoptr (GArray) grid = nb_form_grid_new (table);
      guint n_places = expected[i].n_rows * expected[i].n_columns;
      g_autofree guint *covered = g_new0 (guint, n_places);
      guint n_values = 0;

      for (guint j = 0; j < grid->len; j++)
        {
          const NbGridCell *cell = &g_array_index (grid, NbGridCell, j);

          g_assert_cmpuint (cell->row + cell->row_span, <=, expected[i].n_rows);
          g_assert_cmpuint (cell->column + cell->column_span, <=, expected[i].n_columns);
          for (guint y = cell->row; y < cell->row + cell->row_span; y++)
            for (guint x = cell->column; x < cell->column + cell->column_span; x++)
              covered[y * expected[i].n_columns + x]++;
          n_values += cell->metric != NULL;
          g_assert_true ((cell->metric != NULL) == (cell->kind == NB_GRID_VALUE));
        }
      for (guint j = 0; j < n_places; j++)
        g_assert_cmpuint (covered[j], ==, 1);
      g_assert_cmpuint (n_values, ==, table->n_metrics);
    }
}

static const NbGridCell *
find_cell (GArray *grid, const char *label)
{
  for (guint i = 0; i < grid->len; i++)
    if (g_strcmp0 (g_array_index (grid, NbGridCell, i).label_en, label) == 0)
      return &g_array_index (grid, NbGridCell, i);
  g_assert_not_reached ();
}

static void
assert_span (GArray *grid, const char *label, guint row, guint column, guint rows, guint columns)
{
  const NbGridCell *cell = find_cell (grid, label);

  g_assert_cmpuint (cell->row, ==, row);
  g_assert_cmpuint (cell->column, ==, column);
  g_assert_cmpuint (cell->row_span, ==, rows);
  g_assert_cmpuint (cell->column_span, ==, columns);
}

static void
test_grid_spans (void)
{
  g_autoptr (GArray) requests = nb_form_grid_new (need_table ("2021", "T3"));
  g_autoptr (GArray) disputes = nb_form_grid_new (need_table ("2021", "T4"));
  g_autoptr (GArray) disclosure = nb_form_grid_new (need_table ("2021", "T2"));

  assert_span (requests, "Applicants", 0, 3, 1, 7);
  assert_span (requests, "Legal persons or other organisations", 1, 4, 1, 5);
  assert_span (requests, "Natural persons", 1, 3, 2, 1);
  assert_span (requests, "Commercial enterprises", 2, 4, 1, 1);
  assert_span (requests, "1. Requests newly received in the year", 3, 0, 1, 3);
  assert_span (requests, "3. Outcomes in the year", 5, 0, 22, 1);
  assert_span (requests, "(3) Not disclosed", 7, 1, 8, 1);
  assert_span (disputes, "Reconsideration", 0, 0, 1, 5);
  assert_span (disputes, "Litigation", 0, 5, 1, 10);
  assert_span (disputes, "Sued after reconsideration", 1, 10, 1, 5);
  assert_span (disclosure, "Article 20 (1)", 0, 0, 1, 4);
  assert_span (disclosure, "Decisions this year", 5, 1, 1, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/form-grid/cover", test_grid);
  g_test_add_func ("/nianbao/form-grid/spans", test_grid_spans);
  return g_test_run ();
}
