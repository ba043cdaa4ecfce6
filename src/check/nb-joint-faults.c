/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Several rows of a table with a wrong cell each. Where two of those cells stand in one column, no single cell heals
 * that column; the rows say by how much, so that every choice of one cell a row can be tried (DOMAIN §4.1.1, for more
 * than one fault). Any thread.
 */

#include "nb-check-private.h"

#include <string.h>

#include "nb-equation.h"

#define EQUATION(equations, i) (&g_array_index (equations, NbEquation, i))

/* Rows at fault together, terms of a row, and sums that they cross; beyond these nothing is tried. */
#define MOST_ROWS    4
#define MOST_TERMS   8
#define MOST_COLUMNS 16

/* A cell that would heal its row, and what that does to each column. */
typedef struct
{
  NbRepair repair;
  gint64 effect[MOST_COLUMNS];
} Choice;

typedef struct
{
  GArray *equations;
  guint rows[MOST_ROWS];
  guint n_rows;
  guint columns[MOST_COLUMNS];
  guint n_columns;
  gint64 residual[MOST_COLUMNS];
  Choice choices[MOST_ROWS][MOST_TERMS];
  guint n_choices[MOST_ROWS];
  guint picked[MOST_ROWS];
  gboolean explains[MOST_ROWS][MOST_TERMS]; /* in some choice that heals everything */
  guint first[MOST_ROWS];                   /* the first such choice */
  guint n_found;
} Joint;

static gboolean
to_whole (NbDecimal value, gint64 *whole)
{
  *whole = value.unscaled;
  return value.scale == 0 && ABS (value.unscaled) < G_MAXINT64 / 64;
}

static gboolean
is_known (const NbEquation *equation)
{
  return !equation->overflow && equation->sides[0].n_unknown + equation->sides[1].n_unknown == 0;
}

static gboolean
crosses (const NbEquation *row, const NbEquation *column)
{
  for (guint i = 0; i < row->terms->len; i++)
    if (nb_equation_has (column, g_array_index (row->terms, NbTerm, i).figure))
      return TRUE;
  return FALSE;
}

/* Which sums are columns of the row: those of several rows that share a cell with it. FALSE where there are too many. */
static gboolean
add_columns (Joint *self, const NbEquation *row, gboolean *any)
{
  *any = FALSE;
  for (guint i = 0; i < self->equations->len; i++)
    {
      const NbEquation *column = EQUATION (self->equations, i);
      gboolean had = FALSE;

      if (column->verdict == NB_VERDICT_NONE || nb_equation_is_row (column) ||
          !crosses (row, column))
        continue;
      *any = TRUE;
      for (guint j = 0; j < self->n_columns; j++)
        had |= self->columns[j] == i;
      if (had || column->verdict == NB_VERDICT_OPEN)
        continue;
      if (self->n_columns == MOST_COLUMNS || !is_known (column))
        return FALSE;
      self->columns[self->n_columns++] = i;
    }
  return TRUE;
}

/* The rows that do not come out, and the columns that they cross. FALSE where there is nothing to be tried together. */
static gboolean
collect (Joint *self)
{
  for (guint i = 0; i < self->equations->len; i++)
    {
      const NbEquation *row = EQUATION (self->equations, i);
      gboolean any;

      if (row->verdict != NB_VERDICT_FAIL || !nb_equation_is_row (row))
        continue;
      if (!add_columns (self, row, &any))
        return FALSE;
      if (!any)
        continue;
      if (self->n_rows == MOST_ROWS || row->terms->len > MOST_TERMS || !is_known (row))
        return FALSE;
      self->rows[self->n_rows++] = i;
    }
  return self->n_rows > 1;
}

/* Left less right of every column. Returns how many do not come out. */
static guint
find_residuals (Joint *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const NbEquation *column = EQUATION (self->equations, self->columns[i]);
      gint64 left, right;

      if (!to_whole (column->sides[0].sum, &left) || !to_whole (column->sides[1].sum, &right))
        return 0;
      self->residual[i] = left - right;
      n += left != right;
    }
  return n;
}

static void
add_choice (Joint *self, guint row, const NbRepair *repair, gint64 change)
{
  Choice *choice = &self->choices[row][self->n_choices[row]++];

  choice->repair = *repair;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const NbEquation *column = EQUATION (self->equations, self->columns[i]);

      choice->effect[i] = 0;
      for (guint j = 0; j < column->terms->len; j++)
        {
          const NbTerm *term = &g_array_index (column->terms, NbTerm, j);

          if (term->figure == repair->figure)
            choice->effect[i] += term->right ? -change : change;
        }
    }
}

static void
find_choices (Joint *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const NbEquation *row = EQUATION (self->equations, self->rows[i]);

      for (guint j = 0; j < row->terms->len; j++)
        {
          NbRepair repair = { .figure = g_array_index (row->terms, NbTerm, j).figure };
          gint64 before, after;

          if (nb_figure_get_known (repair.figure, &repair.old_value) &&
              nb_equation_solve (row, j, &repair.new_value) &&
              to_whole (repair.old_value, &before) && to_whole (repair.new_value, &after))
            add_choice (self, i, &repair, after - before);
        }
    }
}

static void
take (Joint *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      self->explains[i][self->picked[i]] = TRUE;
      if (self->n_found == 0)
        self->first[i] = self->picked[i];
    }
  self->n_found++;
}

/* Tries every cell of the row @row, those before it being chosen. */
static void
try_row (Joint *self, guint row, const gint64 *residual)
{
  if (row >= MIN (self->n_rows, MOST_ROWS))
    {
      for (guint i = 0; i < self->n_columns; i++)
        if (residual[i] != 0)
          return;
      take (self);
      return;
    }
  for (guint i = 0; i < self->n_choices[row]; i++)
    {
      gint64 rest[MOST_COLUMNS];

      for (guint j = 0; j < self->n_columns; j++)
        rest[j] = residual[j] + self->choices[row][i].effect[j];
      self->picked[row] = i;
      try_row (self, row + 1, rest);
    }
}

/* A column that does not come out follows from the first row whose cell stands in it. */
static void
mark_causes (const Joint *self, guint *cause)
{
  for (guint i = 0; i < self->n_columns; i++)
    for (guint j = self->n_rows; self->residual[i] != 0 && j-- > 0;)
      if (self->choices[j][self->first[j]].effect[i] != 0)
        cause[self->columns[i]] = self->rows[j] + 1;
}

/**
 * nb_joint_faults_find:
 * @equations: (element-type NbEquation): every equation of the report
 * @cause: for each of them the number, from 1, of the one that it only follows from; is filled in
 *
 * Where several rows do not come out, and columns do not either: finds the cells, one a row, that together heal all.
 *
 * Returns: (transfer full) (nullable) (element-type NbJointRepair): those cells, %NULL where no choice explains all
 */
GArray *
nb_joint_faults_find (GArray *equations, guint *cause)
{
  g_autofree Joint *self = g_new0 (Joint, 1);
  GArray *repairs;

  self->equations = equations;
  if (!collect (self) || find_residuals (self) == 0)
    return NULL;
  find_choices (self);
  try_row (self, 0, self->residual);
  if (self->n_found == 0)
    return NULL;
  mark_causes (self, cause);
  repairs = g_array_new (FALSE, FALSE, sizeof (NbJointRepair));
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_choices[i]; j++)
      if (self->explains[i][j])
        {
          NbJointRepair repair = { self->rows[i], self->choices[i][j].repair, self->n_found == 1 };

          g_array_append_val (repairs, repair);
        }
  return repairs;
}
