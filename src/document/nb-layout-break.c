/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a page break does to the rows of a table. Between two rows it leaves nothing but the remains of merged cells; through
 * a row, it leaves a first row on the next page that is no row of its own:
 *
 *   last row above the break     一、本年新收 | 33,0 | 5          first row below it     (blank) | 07 | (blank)
 *
 * The rest of a row has no label, or one that goes on with what had no room above; most of its cells are blank, and the
 * others go on with a cell that was full. Where both a row and the rest of one would look like that, the cells are joined
 * with a blank between, so that no number comes of them.
 *
 * One thread; nothing is kept.
 */

#include "nb-layout-private.h"

#include "base/nb-text.h"
#include "base/nb-value.h"

#include <string.h>

/* Cells that are looked at on each side of the break, to tell columns of labels from those of values. */
#define LOOK 600
/* A number with so many digits that goes just to the end of its cell does not do so by chance. */
#define LONG 4

typedef struct
{
  NbOpenCell *above;
  NbOpenCell *below;
  gboolean in_row; /* both are of one row, and not what is left of merged cells */
  gboolean is_value;
  gboolean goes_on;
} Pair;

/* How many cells of labels and of values there are; above, below, on both sides, on one. */
typedef struct
{
  guint n_labels, n_labels_above, n_labels_below;
  guint n_values, n_values_above, n_values_below;
  guint n_ended; /* have a value above only */
  guint n_new;   /* below only */
  guint n_both;
  guint n_loose; /* on both sides, and the one above had room for more */
  guint n_short; /* on both sides, and the one above may have filled its cell by chance */
  gboolean label_is_loose;
  gboolean label_is_enumerated;
  gboolean has_digit; /* below, in a cell of a value */
} Sides;

typedef enum
{
  NO_REST,
  REST,
  REST_OR_ROW
} Verdict;

static gboolean
is_value (const NbOpenCell *cell)
{
  return *cell->text != '\0' && nb_value_looks_like (cell->text, -1);
}

static gboolean
has_digit (const char *text)
{
  g_autofree char *folded = nb_text_fold (text, -1);

  return strpbrk (folded, "0123456789") != NULL;
}

static gboolean
stand_alike (const NbOpenCell *a, const NbOpenCell *b, float tolerance)
{
  return ABS (a->x0 - b->x0) <= tolerance && ABS (a->x1 - b->x1) <= tolerance;
}

static void
count_column (const GArray *cells,
              guint first,
              guint end,
              const NbOpenCell *cell,
              float tolerance,
              guint *n_values,
              guint *n_texts)
{
  for (guint i = first; i < end; i++)
    {
      const NbOpenCell *other = &g_array_index (cells, NbOpenCell, i);

      if (*other->text == '\0' || !stand_alike (other, cell, tolerance))
        continue;
      if (is_value (other))
        ++*n_values;
      else
        ++*n_texts;
    }
}

/* Whether cells that stand as this one does hold values: heads stand over them too. */
static gboolean
is_column_of_values (const NbTableBreak *self, const NbOpenCell *cell)
{
  guint n_values = 0, n_texts = 0, n = self->cells->len;

  count_column (self->cells, n > LOOK ? n - LOOK : 0, n, cell, self->tolerance, &n_values,
                &n_texts);
  count_column (self->part, 0, MIN (self->part->len, LOOK), cell, self->tolerance, &n_values,
                &n_texts);
  return n_values > 0 && 2 * n_values >= n_texts;
}

/* The cells that the break cuts or that end there. */
static GArray *
list_last_cells (const NbTableBreak *self)
{
  GArray *last = g_array_new (FALSE, FALSE, sizeof (NbOpenCell *));

  for (guint i = 0; i < self->cells->len; i++)
    {
      NbOpenCell *cell = &g_array_index (self->cells, NbOpenCell, i);

      if (cell->row_end == self->n_rows)
        g_array_append_val (last, cell);
    }
  return last;
}

static gboolean
goes_on (const Pair *pair)
{
  if (*pair->above->text == '\0' || !nb_cell_ends_go_on (&pair->above->ends, &pair->below->ends))
    return FALSE;
  if (pair->is_value)
    return has_digit (pair->above->text) || !has_digit (pair->below->text);
  return is_value (pair->above) == is_value (pair->below) &&
         !nb_text_is_enumerated (pair->below->text, -1);
}

/* Each cell of the first row below with the one that stands alike above; without @above where there is none. */
static GArray *
pair_up (const NbTableBreak *self)
{
  g_autoptr (GArray) last = list_last_cells (self);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < self->part->len && g_array_index (self->part, NbOpenCell, i).row == 0; i++)
    {
      Pair pair = { .below = &g_array_index (self->part, NbOpenCell, i) };

      for (guint j = last->len; j > 0 && pair.above == NULL; j--)
        if (stand_alike (g_array_index (last, NbOpenCell *, j - 1), pair.below, self->tolerance))
          pair.above = g_array_index (last, NbOpenCell *, j - 1);
      if (pair.above != NULL)
        {
          pair.in_row = pair.above->row + 1 == self->n_rows && pair.below->row_end == 1;
          pair.is_value = is_column_of_values (self, pair.below);
          pair.goes_on = goes_on (&pair);
        }
      g_array_append_val (pairs, pair);
    }
  return pairs;
}

static void
count_pair (const Pair *pair, Sides *sides)
{
  guint above = *pair->above->text != '\0', below = *pair->below->text != '\0';

  if (pair->is_value)
    {
      sides->n_values++;
      sides->n_values_above += above;
      sides->n_values_below += below;
      sides->n_ended += above && !below;
      sides->n_new += below && !above;
      sides->n_both += above && below;
      sides->n_loose += above && below && !pair->goes_on;
      sides->n_short += above && below && strlen (pair->above->text) < LONG;
      sides->has_digit |= below && has_digit (pair->below->text);
      return;
    }
  sides->n_labels++;
  sides->n_labels_above += above;
  sides->n_labels_below += below;
  sides->label_is_loose |= below && !pair->goes_on;
  sides->label_is_enumerated |= below && nb_text_is_enumerated (pair->below->text, -1);
}

/* FALSE where the first row cannot be the rest of one: its cells stand otherwise, or a merged cell begins in it. */
static gboolean
count_sides (const GArray *pairs, Sides *sides)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (pair->above == NULL || (!pair->in_row && *pair->below->text != '\0' && !pair->goes_on))
        return FALSE;
      if (pair->in_row)
        count_pair (pair, sides);
    }
  return sides->n_labels + sides->n_values > 0;
}

static Verdict
judge_unlabelled (const Sides *s)
{
  if (s->n_both == 0 || s->n_new > 0 || s->n_loose > 0)
    return NO_REST;
  return s->n_ended > 0 || !s->has_digit ? REST : NO_REST;
}

static Verdict
judge (const Sides *s)
{
  gboolean both_full = s->n_values > 0 && s->n_values_above == s->n_values &&
                       s->n_values_below == s->n_values;

  if (s->n_labels_above + s->n_values_above == 0 || s->n_labels_below + s->n_values_below == 0)
    return REST;
  if (s->n_labels_above + s->n_labels_below == 0)
    return judge_unlabelled (s);
  if (s->n_labels_below == 0)
    return both_full && s->has_digit && s->n_short > 0 ? REST_OR_ROW : REST;
  if (s->n_labels_above == 0)
    return both_full ? NO_REST : REST;
  if (s->label_is_loose || s->label_is_enumerated)
    return NO_REST;
  if (s->n_values_below == 0)
    return REST;
  if (s->n_new > 0 || s->n_loose > 0)
    return NO_REST;
  return s->n_ended > 0 || !s->has_digit ? REST : REST_OR_ROW;
}

static void
join (const Pair *pair, gboolean apart)
{
  NbOpenCell *above = pair->above;
  const NbOpenCell *below = pair->below;
  char *text;

  if (*below->text == '\0')
    return;
  apart |= !pair->goes_on && *above->text != '\0';
  text = g_strconcat (above->text, apart ? " " : "", below->text, NULL);
  g_free (above->text);
  above->text = text;
  above->ends.left = below->ends.left;
  above->ends.right = below->ends.right;
  above->ends.em = below->ends.em;
}

/* Whether a break between rows cut merged cells of a head, so that what is left of them stands blank beside the heads
 * of the next row: there is no figure in it, and it does not begin with a label. */
static gboolean
is_cut_head (const GArray *pairs)
{
  gboolean has_text = FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      const NbOpenCell *cell = g_array_index (pairs, Pair, i).below;

      if (is_value (cell) || (i == 0 && *cell->text != '\0'))
        return FALSE;
      has_text |= *cell->text != '\0';
    }
  return has_text;
}

/* Whether a cell of a first row that is no rest belongs to the one above nevertheless: what is left of a merged cell. */
static gboolean
is_rest_of_cell (const NbTableBreak *self, const Pair *pair, gboolean cut_head)
{
  gboolean is_merged = pair->below->row_end > 1;
  gboolean was_merged = pair->above != NULL && pair->above->row + 1 < self->n_rows;

  if (*pair->below->text == '\0')
    return is_merged || cut_head || (was_merged && !pair->is_value && *pair->above->text != '\0');
  return is_merged && pair->above != NULL && (*pair->above->text == '\0' || pair->goes_on);
}

/**
 * nb_table_break_join:
 * @self: what stands on both sides of a page break
 *
 * Joins to the rows above what belongs to them. Cells of the first row below that are joined have no text then (%NULL).
 *
 * Returns: whether the whole first row was the rest of the last one
 */
gboolean
nb_table_break_join (const NbTableBreak *self)
{
  g_autoptr (GArray) pairs = pair_up (self);
  Sides sides = { 0 };
  Verdict verdict = count_sides (pairs, &sides) ? judge (&sides) : NO_REST;
  gboolean is_rest = verdict != NO_REST, cut_head = !is_rest && is_cut_head (pairs);

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (!is_rest && !is_rest_of_cell (self, pair, cut_head))
        continue;
      if (pair->above != NULL)
        {
          join (pair, verdict == REST_OR_ROW);
          pair->above->row_end = self->n_rows - is_rest + pair->below->row_end;
        }
      g_clear_pointer (&pair->below->text, g_free);
    }
  return is_rest;
}
