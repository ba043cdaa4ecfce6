/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows of a grid whose cells are merged in another way than those of the other rows. What most rows do tells where each column
 * stands: a cell below one of them is its value; one that lies over several, or that reaches into another row, is nobody's.
 *
 * Any thread; nothing is kept.
 */

#include "nb-grid-spans.h"

/* Items before a row in which its heads are looked for. */
#define FARTHEST_HEAD 400

typedef struct
{
  NbDocument *document;
  GArray *items;
  const NbFormTable *table;
  GArray *runs;
  GArray **choice;
  guint n;       /* columns */
  NbSpan *spans; /* of each row and column, as it was chosen first */
} Grid;

static const NbRun *
run_at (Grid *self, guint run)
{
  return &g_array_index (self->runs, NbRun, run);
}

static GArray *
collect_cells (Grid *self, guint run)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  const NbRun *r = run_at (self, run);

  for (guint i = r->first; i < r->first + r->n; i++)
    if (!nb_items_get (self->items, i)->is_unit)
      g_array_append_val (cells, i);
  return cells;
}

static gboolean
is_in_grid (Grid *self, guint run)
{
  return run_at (self, run)->n > 0 &&
         nb_items_get (self->items, run_at (self, run)->first)->table >= 0;
}

/* Where the columns stand in each row of which they are chosen; begin and end are alike where they are not. */
static NbSpan *
list_spans (Grid *self)
{
  NbSpan *spans = g_new0 (NbSpan, (gsize) self->runs->len * self->n + 1);

  for (guint run = 0; run < self->runs->len; run++)
    for (guint c = 0; c < self->choice[run]->len && is_in_grid (self, run); c++)
      spans[run * self->n + c] = nb_span_of (self->document, self->items,
                                             g_array_index (self->choice[run], guint, c));
  return spans;
}

static gboolean
is_row_of (Grid *self, guint run, int grid)
{
  return is_in_grid (self, run) &&
         nb_items_get (self->items, run_at (self, run)->first)->table == grid &&
         self->spans[run * self->n].end > 0;
}

/* In how many rows of a grid a column spans @span; @n: how many of them there are. */
static guint
count_alike (Grid *self, int grid, guint column, NbSpan span, guint *n)
{
  guint n_alike = 0;

  *n = 0;
  for (guint run = 0; run < self->runs->len; run++)
    {
      NbSpan own = self->spans[run * self->n + column];

      if (!is_row_of (self, run, grid))
        continue;
      n_alike += own.begin == span.begin && own.end == span.end;
      ++*n;
    }
  return n_alike;
}

/* Where the columns stand in most rows of a grid. FALSE where no more than half of them agree. */
static gboolean
find_usual (Grid *self, int grid, NbSpan *usual)
{
  for (guint c = 0; c < self->n; c++)
    {
      gboolean is_found = FALSE;

      for (guint run = 0; run < self->runs->len && !is_found; run++)
        {
          guint n;

          if (!is_row_of (self, run, grid))
            continue;
          usual[c] = self->spans[run * self->n + c];
          is_found = count_alike (self, grid, c, usual[c], &n) * 2 > n;
        }
      if (!is_found || (c > 0 && usual[c].begin < usual[c - 1].end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
any_reaches_down (Grid *self, GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (nb_spans_reach_down (self->document, self->items, g_array_index (cells, guint, i)))
      return TRUE;
  return FALSE;
}

/* Whether all that stands in the row stands below the columns, and up to the last of them. */
static gboolean
is_as_wide (Grid *self, GArray *cells, const NbSpan *usual)
{
  NbSpan first = nb_span_of (self->document, self->items, g_array_index (cells, guint, 0));
  NbSpan last = nb_span_of (self->document, self->items,
                            g_array_index (cells, guint, cells->len - 1));

  return first.begin >= usual[0].begin && last.end <= usual[self->n - 1].end;
}

static void
choose_below (Grid *self, GArray *cells, const NbSpan *usual, GArray *choice)
{
  g_array_set_size (choice, 0);
  if (!is_as_wide (self, cells, usual))
    return;
  for (guint c = 0; c < self->n; c++)
    {
      guint cell = nb_spans_find_below (self->document, self->items, cells, usual, self->n, c);

      if (cell != NB_ITEM_UNSEEN && nb_spans_reach_down (self->document, self->items, cell))
        cell = NB_ITEM_UNSEEN;
      g_array_append_val (choice, cell);
    }
}

/* Whether heads in the same grid are the last ones above the row, one above each of its cells and as wide: they are repeated where
 * a page begins, and the lines below them may stand in other places than before. */
static gboolean
follows_own_heads (Grid *self, guint run)
{
  GArray *choice = self->choice[run];
  guint begin = run_at (self, run)->first, n_found = 0, left;
  g_autofree gboolean *found = g_new0 (gboolean, self->n);

  if (choice->len != self->n)
    return FALSE;
  left = nb_span_of (self->document, self->items, g_array_index (choice, guint, 0)).begin;
  for (guint i = begin; i > 0 && begin - i < FARTHEST_HEAD && n_found < self->n; i--)
    {
      const NbItem *item = nb_items_get (self->items, i - 1);
      const NbEntry *entry = nb_entry_find (item->entries, self->table, NB_ENTRY_COLUMN);
      NbSpan head, cell;

      if (item->table != nb_items_get (self->items, begin)->table)
        return FALSE;
      head = nb_span_of (self->document, self->items, i - 1);
      if (entry == NULL || item->is_continued || head.begin < left)
        continue;
      cell = nb_span_of (self->document, self->items, g_array_index (choice, guint, entry->index));
      if (found[entry->index] || head.begin != cell.begin || head.end != cell.end)
        return FALSE;
      found[entry->index] = TRUE;
      n_found++;
    }
  return n_found == self->n;
}

/* Whether the cells of a row are one for each column, whatever their number. */
static gboolean
is_plain (Grid *self, guint run, GArray *cells, const NbSpan *usual)
{
  GArray *choice = self->choice[run];

  if (nb_spans_are_reached (self->document, self->items, run_at (self, run)->first) ||
      any_reaches_down (self, cells))
    return FALSE;
  if (choice->len == 0)
    return nb_spans_are_even (self->document, self->items, cells);
  return nb_spans_are_even (self->document, self->items, choice) ||
         follows_own_heads (self, run) ||
         (usual != NULL && nb_spans_follow (self->document, self->items, choice, usual, self->n));
}

/**
 * nb_columns_heed_spans:
 * @document: the document
 * @items: its items
 * @table: the table
 * @runs: (element-type NbRun): its rows
 * @choice: for each run the items that are its columns: taken back where merged cells say otherwise, and chosen by the place
 *   of each cell where that is sure
 *
 * Holds the rows of a grid to where its columns stand.
 */
void
nb_columns_heed_spans (NbDocument *document,
                       GArray *items,
                       const NbFormTable *table,
                       GArray *runs,
                       GArray **choice)
{
  Grid self = { document, items, table, runs, choice, table->n_columns, NULL };
  g_autofree NbSpan *usual = g_new (NbSpan, table->n_columns), *spans = list_spans (&self);

  self.spans = spans;
  for (guint run = 0; run < runs->len; run++)
    {
      g_autoptr (GArray) cells = collect_cells (&self, run);
      gboolean is_known;

      if (!is_in_grid (&self, run) || cells->len == 0 || is_plain (&self, run, cells, NULL))
        continue;
      is_known = find_usual (&self, nb_items_get (self.items, run_at (&self, run)->first)->table,
                             usual);
      if (is_plain (&self, run, cells, is_known ? usual : NULL))
        continue;
      if (is_known)
        choose_below (&self, cells, usual, choice[run]);
      else
        g_array_set_size (choice[run], 0);
    }
}
