/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The relation of a finding piece by piece, each number with the cell that it stands in: for who writes it out
 * with labels, and not as one line. An equation gets the sums of its sides besides; of a long one the cells
 * that are 0 are one piece. Knows no locale. Any thread.
 */

#include "nb-relation.h"

#include <string.h>

#include "nb-finding-private.h"

/* From so many terms on a side is written short, if it has so many cells that are 0. */
#define LONG_SIDE   9
#define LEAST_ZEROS 3

static void
clear_part (gpointer data)
{
  g_clear_pointer (&((NbRelationPart *) data)->text, g_free);
}

static void
add_part (GArray *parts, NbRelationKind kind, const char *text, NbFigure *figure)
{
  NbRelationPart part = { .kind = kind, .text = g_strdup (text), .figure = figure };

  g_array_append_val (parts, part);
}

/* --- Equations --- */

static gboolean
is_zero (const NbTerm *term)
{
  NbDecimal value;

  return nb_figure_get_known (term->figure, &value) && nb_decimal_is_zero (value);
}

static void
add_cell (GArray *parts, NbFigure *figure)
{
  NbDecimal value;
  g_autofree char *text = nb_figure_get_known (figure, &value) ? nb_decimal_to_string (value)
                                                               : g_strdup ("?");

  add_part (parts, NB_RELATION_CELL, text, figure);
}

static void
add_zeros (GArray *parts, guint n_zeros)
{
  add_part (parts, NB_RELATION_ZEROS, "0", NULL);
  g_array_index (parts, NbRelationPart, parts->len - 1).n_zeros = n_zeros;
}

static void
add_side (GArray *parts, const NbTerm *terms, guint n_terms)
{
  guint n_zeros = 0;
  gboolean is_first = TRUE;

  for (guint i = 0; i < n_terms; i++)
    n_zeros += is_zero (&terms[i]);
  if (n_terms < LONG_SIDE || n_zeros < LEAST_ZEROS || n_zeros == n_terms)
    n_zeros = 0;
  for (guint i = 0; i < n_terms; i++)
    {
      if (n_zeros > 0 && is_zero (&terms[i]))
        continue;
      if (!is_first)
        add_part (parts, NB_RELATION_SIGN, "+", NULL);
      add_cell (parts, terms[i].figure);
      is_first = FALSE;
    }
  if (n_zeros > 0)
    {
      add_part (parts, NB_RELATION_SIGN, "+", NULL);
      add_zeros (parts, n_zeros);
    }
}

static void
add_sum (GArray *parts, const NbSide *side)
{
  g_autofree char *text = nb_decimal_to_string (side->sum);

  add_part (parts, NB_RELATION_SUM, text, NULL);
}

/* 35 + 6 = 41 ≠ 64: what a side makes is told where all of it is known. */
static void
write_equation (GArray *parts, NbFinding *finding, const NbSide *sides)
{
  guint n_terms, n_left = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  gboolean fails = nb_finding_get_status (finding) == NB_STATUS_FAIL;
  gboolean known = fails && sides[0].n_unknown + sides[1].n_unknown == 0;

  while (n_left < n_terms && !terms[n_left].right)
    n_left++;
  add_side (parts, terms, n_left);
  if (known && n_left > 1)
    {
      add_part (parts, NB_RELATION_SIGN, "=", NULL);
      add_sum (parts, &sides[0]);
    }
  add_part (parts, NB_RELATION_SIGN, fails ? "≠" : "=", NULL);
  if (known && n_terms - n_left > 1)
    {
      add_sum (parts, &sides[1]);
      add_part (parts, NB_RELATION_SIGN, "=", NULL);
    }
  add_side (parts, terms + n_left, n_terms - n_left);
}

/* --- Other relations --- */

/* The cells in the order of the relation, those of other reports among the own. */
static GArray *
list_cells (NbFinding *finding)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (NbOther));
  guint n_terms, n_others, at = 0;
  const NbTerm *terms = nb_finding_get_terms (finding, &n_terms);
  const NbOther *others = nb_finding_get_others (finding, &n_others);

  for (guint i = 0; i <= n_terms; i++)
    {
      NbOther own = { NULL, i < n_terms ? terms[i].figure : NULL, i };

      for (; at < n_others && others[at].n_before <= i; at++)
        g_array_append_val (cells, others[at]);
      if (own.figure != NULL)
        g_array_append_val (cells, own);
    }
  return cells;
}

/* The next cell from @next on that says @text. (nullable) */
static const NbOther *
find_cell (GArray *cells, guint *next, const char *text)
{
  for (guint i = *next; i < cells->len; i++)
    {
      const NbOther *cell = &g_array_index (cells, NbOther, i);
      g_autofree char *says = NULL;
      NbDecimal value;

      if (!nb_figure_get_known (cell->figure, &value))
        continue;
      says = nb_decimal_to_string (value);
      if (strcmp (says, text) != 0)
        continue;
      *next = i + 1;
      return cell;
    }
  return NULL;
}

static gboolean
is_sign (const char *word)
{
  return strpbrk (word, "0123456789?") == NULL;
}

/* Where more numbers than cells are written, "> 0" is no cell but what must be more than nothing. */
static gboolean
is_nought (char **words, guint index, guint n_cells)
{
  guint n_numbers = 0;

  if (index == 0 || strcmp (words[index], "0") != 0 || strcmp (words[index - 1], ">") != 0)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    n_numbers += words[i][0] != '\0' && !is_sign (words[i]);
  return n_numbers > n_cells;
}

static void
write_relation (GArray *parts, NbFinding *finding)
{
  g_auto (GStrv) words = g_strsplit (nb_finding_get_relation (finding), " ", -1);
  g_autoptr (GArray) cells = list_cells (finding);
  guint next = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const NbOther *cell;
      gsize length = strlen (words[i]);
      gboolean in_brackets = words[i][0] == '(' && length > 2 && words[i][length - 1] == ')';
      g_autofree char *bare = in_brackets ? g_strndup (words[i] + 1, length - 2)
                                          : g_strdup (words[i]);

      if (length == 0)
        continue;
      if (is_sign (words[i]))
        {
          add_part (parts, NB_RELATION_SIGN, words[i], NULL);
          continue;
        }
      cell = is_nought (words, i, cells->len) ? NULL : find_cell (cells, &next, bare);
      add_part (parts, cell != NULL ? NB_RELATION_CELL : NB_RELATION_TEXT, words[i],
                cell != NULL ? cell->figure : NULL);
      if (cell != NULL)
        g_array_index (parts, NbRelationPart, parts->len - 1).report = cell->report;
    }
}

/**
 * nb_finding_list_parts:
 * @finding: a finding
 *
 * Takes its relation to pieces.
 *
 * Returns: (transfer full) (element-type NbRelationPart): the pieces in their order; none where it has no
 *   relation
 */
GArray *
nb_finding_list_parts (NbFinding *finding)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (NbRelationPart));
  const NbSide *sides;

  g_array_set_clear_func (parts, clear_part);
  g_return_val_if_fail (NB_IS_FINDING (finding), parts);

  sides = nb_finding_get_sides (finding);
  if (sides != NULL)
    write_equation (parts, finding, sides);
  else
    write_relation (parts, finding);
  return parts;
}
