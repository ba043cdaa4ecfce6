/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Table four with heads between its values: one value behind each result, or one row behind each
 * block. Then every head tells what is behind it, and a cell that is spoilt or was left empty
 * spoils no other one.
 */

#include "nb-blocks-heads.h"

typedef struct
{
  NbDocument *document;
  GArray *items;
  const NbFormTable *table;
  guint end;
  guint n_results; /* columns of a block */
} Reader;

static const NbItem *
get (Reader *self, guint i)
{
  return &g_array_index (self->items, NbItem, i);
}

static const NbEntry *
find_entry (Reader *self, guint i, NbEntryKind kind)
{
  for (const NbEntry *e = get (self, i)->entries; e != NULL; e = e->next)
    if (e->table == self->table && e->kind == kind)
      return e;
  return NULL;
}

static gboolean
is_head (Reader *self, guint i)
{
  return get (self, i)->kind == NB_ITEM_LABEL && nb_item_has_entry (get (self, i), self->table);
}

/* The cells behind the head @head, up to the next one; the first of them goes to @first. */
static guint
count_cells (Reader *self, guint head, guint *first)
{
  guint i = head + get (self, head)->n_joined, n = 0;

  *first = i;
  for (; i < self->end && !is_head (self, i) && get (self, i)->kind != NB_ITEM_PROSE; i++)
    n++;
  return n;
}

static gboolean
is_blank (Reader *self, guint i)
{
  return get (self, i)->kind == NB_ITEM_BLANK;
}

/* The one cell behind a head; merged cells may leave blanks behind it. */
static guint
read_cell (Reader *self, guint head)
{
  guint first, n = count_cells (self, head, &first);

  for (guint i = first + 1; i < first + n; i++)
    if (!is_blank (self, i))
      return NB_CELL_UNSURE;
  return n > 0 ? first : NB_CELL_EMPTY;
}

/* One head a value: all results, block after block, each with one cell behind it. */
static gboolean
read_list (Reader *self, guint first, guint *cells, guint *heads)
{
  guint n = 0, n_filled = 0;

  for (guint i = first; i < self->end; i++)
    {
      const NbEntry *column = is_head (self, i) ? find_entry (self, i, NB_ENTRY_COLUMN) : NULL;

      if (column == NULL || get (self, i)->is_continued)
        continue;
      if (n >= self->table->n_metrics || column->index % self->n_results != n % self->n_results)
        return FALSE;
      heads[n] = i;
      cells[n] = read_cell (self, i);
      n_filled += cells[n] < NB_CELL_EMPTY && !is_blank (self, cells[n]);
      n++;
    }
  return n == self->table->n_metrics && n_filled > n / 2;
}

/* The row of one block: as many cells as there are results, or nothing is sure. A row narrower
 * than the others has lost a cell, and a blank at either end of it may be one of a merged cell;
 * where the ends of rows are not known, each may be. */
static void
read_block (Reader *self, guint head, guint width, guint *cells)
{
  guint first, n = count_cells (self, head, &first);
  guint own_width = nb_items_measure_row (self->document, self->items, head);
  gboolean is_sure;

  while (n > self->n_results && is_blank (self, first + n - 1))
    n--;
  is_sure = n == self->n_results &&
            ((own_width > 0 && own_width >= width) ||
             (!is_blank (self, first) && !is_blank (self, first + n - 1)));
  for (guint c = 0; c < self->n_results; c++)
    cells[c] = is_sure ? first + c : NB_CELL_UNSURE;
}

static gboolean
read_rows (Reader *self, guint first, guint *cells, guint *heads)
{
  guint n_blocks = self->table->n_metrics / self->n_results, n = 0, width = 0, n_filled = 0, behind;
  g_autofree guint *blocks = g_new (guint, n_blocks);

  for (guint i = first; i < self->end; i++)
    {
      if (!is_head (self, i) || find_entry (self, i, NB_ENTRY_LEAF) == NULL ||
          get (self, i)->is_continued)
        continue;
      if (n >= n_blocks)
        return FALSE;
      n_filled += count_cells (self, i, &behind) > 0;
      width = MAX (width, nb_items_measure_row (self->document, self->items, i));
      blocks[n++] = i;
    }
  if (n != n_blocks || n_filled != n_blocks)
    return FALSE;
  for (guint b = 0; b < n_blocks; b++)
    {
      read_block (self, blocks[b], width, cells + b * self->n_results);
      for (guint c = 0; c < self->n_results; c++)
        heads[b * self->n_results + c] = blocks[b];
    }
  return TRUE;
}

/**
 * nb_blocks_read_by_heads:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @first: its first head
 * @end: the item behind its last value
 * @cells: (out caller-allocates): for each metric the item that holds its value, NB_CELL_EMPTY or
 *   NB_CELL_UNSURE
 * @heads: (out caller-allocates): for each metric the head that its value stands behind
 *
 * Returns: %FALSE where the heads do not stand between the values
 */
gboolean
nb_blocks_read_by_heads (NbDocument *document,
                         GArray *items,
                         const NbFormTable *table,
                         guint first,
                         guint end,
                         guint *cells,
                         guint *heads)
{
  Reader self = { document, items, table, end, 1 };

  while (self.n_results < table->n_metrics &&
         table->metrics[self.n_results]->row == table->metrics[0]->row)
    self.n_results++;
  return self.n_results < table->n_metrics &&
         (read_list (&self, first, cells, heads) || read_rows (&self, first, cells, heads));
}
