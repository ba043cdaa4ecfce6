/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Table four with heads between its values: one value behind each result, one group of values
 * behind a group of results, or one row behind each block. Then every head tells what is behind it, and a cell that is spoilt or was left empty
 * spoils no other one. In a grid, heads in another order than the form's tell what is below them.
 */

#include "nb-blocks-heads.h"

#include "nb-heads.h"

#define NONE G_MAXUINT

typedef struct
{
  NbDocument *document;
  GArray *items;
  const NbFormTable *table;
  guint end;
  guint n_results; /* columns of a block */
} Reader;

static const NbEntry *
find_entry (Reader *self, guint i, NbEntryKind kind)
{
  return nb_entry_find (nb_items_get (self->items, i)->entries, self->table, kind);
}

static gboolean
is_head (Reader *self, guint i)
{
  return nb_items_get (self->items, i)->kind == NB_ITEM_LABEL &&
         nb_item_has_entry (nb_items_get (self->items, i), self->table);
}

/* The cells behind the head @head, up to the next one; the first of them goes to @first. */
static guint
count_cells (Reader *self, guint head, guint *first)
{
  guint i = head + nb_items_get (self->items, head)->n_joined, n = 0;

  *first = i;
  for (;
       i < self->end && !is_head (self, i) && nb_items_get (self->items, i)->kind != NB_ITEM_PROSE;
       i++)
    n++;
  return n;
}

/* Whether the cells from @first on are one for each of the columns that the heads from @heads on name. */
static gboolean
are_one_each (Reader *self, guint heads, guint first, guint n)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < first + n; i++)
    g_array_append_val (cells, i);
  return nb_blocks_spans_agree (self->document, self->items, self->table, heads, cells);
}

static gboolean
is_blank (Reader *self, guint i)
{
  return nb_items_get (self->items, i)->kind == NB_ITEM_BLANK;
}

/* The cells behind a group of heads, one for each of them; merged cells may leave blanks behind.
 * A blank at either end of more than one may be such a one, and a value be lost. */
static void
read_group (Reader *self, const guint *heads, guint n_heads, guint first, guint n, guint *cells)
{
  gboolean is_sure;

  while (n > n_heads && is_blank (self, first + n - 1))
    n--;
  is_sure = n == n_heads &&
            (n == 1 || (!is_blank (self, first) && !is_blank (self, first + n - 1)) ||
             nb_blocks_stand_below (self->document, self->items, heads, first, n)) &&
            are_one_each (self, heads[0], first, n);
  for (guint i = 0; i < n_heads; i++)
    cells[i] = is_sure ? first + i : n == 0 && n_heads == 1 ? NB_CELL_EMPTY : NB_CELL_UNSURE;
}

/* The heads of all results, block after block, one or some at a time, and as many cells behind
 * each group of them. */
static gboolean
read_groups (Reader *self, guint first, guint *cells, guint *heads)
{
  guint n = 0, n_grouped = 0, n_groups = 0, behind = 0, n_cells;

  for (guint i = first; i < self->end; i++)
    {
      const NbEntry *column = is_head (self, i) ? find_entry (self, i, NB_ENTRY_COLUMN) : NULL;

      if (column == NULL || nb_items_get (self->items, i)->is_continued)
        continue;
      if (n >= self->table->n_metrics || column->index % self->n_results != n % self->n_results)
        return FALSE;
      heads[n++] = i;
      n_cells = count_cells (self, i, &behind);
      if (n_cells == 0 && n < self->table->n_metrics)
        continue;
      read_group (self, heads + n_grouped, n - n_grouped, behind, n_cells, cells + n_grouped);
      n_grouped = n;
      n_groups++;
    }
  return n == self->table->n_metrics && n_groups > 1;
}

/* The row of one block: as many cells as there are results, or nothing is sure. A row narrower
 * than the others has lost a cell, and a blank at either end of it may be one of a merged cell;
 * where the ends of rows are not known, each may be. */
static void
read_block (Reader *self, guint heads, guint head, guint width, guint *cells)
{
  guint first, n = count_cells (self, head, &first);
  guint own_width = nb_items_measure_row (self->document, self->items, head);
  gboolean is_sure;

  while (n > self->n_results && is_blank (self, first + n - 1))
    n--;
  is_sure = n == self->n_results &&
            ((own_width > 0 && own_width >= width) ||
             (!is_blank (self, first) && !is_blank (self, first + n - 1))) &&
            are_one_each (self, heads, first, n);
  for (guint c = 0; c < self->n_results; c++)
    cells[c] = is_sure ? first + c : NB_CELL_UNSURE;
}

/* The block that a row of the form is; NONE for no block. */
static guint
find_block (Reader *self, guint row)
{
  for (guint b = 0; b * self->n_results < self->table->n_metrics; b++)
    if (self->table->metrics[b * self->n_results]->row->index == row)
      return b;
  return NONE;
}

static gboolean
read_rows (Reader *self, guint first, guint *cells, guint *heads)
{
  guint n_blocks = self->table->n_metrics / self->n_results, n = 0, width = 0, n_filled = 0, behind;
  g_autofree guint *blocks = g_new0 (guint, n_blocks);
  guint64 seen = 0;

  for (guint i = first; i < self->end; i++)
    {
      const NbEntry *row = is_head (self, i) ? find_entry (self, i, NB_ENTRY_LEAF) : NULL;
      guint block = row != NULL ? find_block (self, row->index) : NONE;

      if (row == NULL || nb_items_get (self->items, i)->is_continued)
        continue;
      if (block == NONE || (seen >> block & 1) != 0)
        return FALSE;
      n_filled += count_cells (self, i, &behind) > 0;
      width = MAX (width, nb_items_measure_row (self->document, self->items, i));
      seen |= G_GUINT64_CONSTANT (1) << block;
      blocks[block] = i;
      n++;
    }
  if (n != n_blocks || n_filled != n_blocks)
    return FALSE;
  for (guint b = 0; b < n_blocks; b++)
    {
      read_block (self, first, blocks[b], width, cells + b * self->n_results);
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
  Reader self = { document, items, table, end, nb_heads_count_results (table) };

  return self.n_results < table->n_metrics &&
         (read_groups (&self, first, cells, heads) || read_rows (&self, first, cells, heads));
}

static int
find_index (Reader *self, guint i, NbEntryKind kind)
{
  const NbEntry *entry = is_head (self, i) ? find_entry (self, i, kind) : NULL;
  int index = entry != NULL
                  ? (int) entry->index
                  : nb_heads_find_clipped (self->document, self->items, self->table, i, kind);

  return index >= 0 && kind == NB_ENTRY_COLUMN ? index % (int) self->n_results : index;
}

/* The only head of its kind that stands above a column of a grid; its index, -1 for none or several. */
static int
find_above (Reader *self, const NbPiece *pieces, guint first, guint cell, NbEntryKind kind)
{
  const NbPiece *p = &pieces[nb_items_get (self->items, cell)->piece];
  int found = -1;

  for (guint i = first; i < cell; i++)
    {
      const NbPiece *head = &pieces[nb_items_get (self->items, i)->piece];
      int index;

      if (head->table != p->table || head->row >= p->row || head->column > p->column ||
          head->column + MAX (head->column_span, 1) <= p->column)
        continue;
      index = find_index (self, i, kind);
      if (index < 0)
        continue;
      if (found >= 0 && found != index)
        return -1;
      found = index;
    }
  return found;
}

/* Whether the side of the page cuts a cell of a grid, or one above it. */
static gboolean
is_below_clipped (Reader *self, const NbPiece *pieces, guint first, guint cell)
{
  const NbPiece *p = &pieces[nb_items_get (self->items, cell)->piece];

  for (guint i = first; i <= cell; i++)
    {
      const NbPiece *above = &pieces[nb_items_get (self->items, i)->piece];

      if ((above->flags & NB_PIECE_CLIPPED) != 0 && above->table == p->table &&
          above->column <= p->column && above->column + MAX (above->column_span, 1) > p->column)
        return TRUE;
    }
  return FALSE;
}

static int
find_metric (Reader *self, int row, int column)
{
  for (guint i = 0; row >= 0 && column >= 0 && i < self->table->n_metrics; i++)
    if (self->table->metrics[i]->row->index == (guint) row && i % self->n_results == (guint) column)
      return (int) i;
  return -1;
}

/**
 * nb_blocks_read_by_columns:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @first: its first head
 * @values: (element-type guint): the items that are its values
 * @cells: (out caller-allocates): for each metric the item that holds its value
 *
 * Reads one row of values of a grid by the heads above each, in whatever order they stand.
 *
 * Returns: %FALSE where not every value stands below heads of its own
 */
gboolean
nb_blocks_read_by_columns (NbDocument *document,
                           GArray *items,
                           const NbFormTable *table,
                           guint first,
                           GArray *values,
                           guint *cells)
{
  guint n_pieces, row;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  Reader self = { document, items, table, 0, nb_heads_count_results (table) };

  if (values->len != table->n_metrics)
    return FALSE;
  row = pieces[nb_items_get (self.items, g_array_index (values, guint, 0))->piece].row;
  for (guint i = 0; i < table->n_metrics; i++)
    cells[i] = NB_CELL_UNSURE;
  for (guint i = 0; i < values->len; i++)
    {
      guint cell = g_array_index (values, guint, i);
      int metric;

      if (nb_items_get (self.items, cell)->table < 0 ||
          pieces[nb_items_get (self.items, cell)->piece].row != row)
        return FALSE;
      metric = find_metric (&self, find_above (&self, pieces, first, cell, NB_ENTRY_LEAF),
                            find_above (&self, pieces, first, cell, NB_ENTRY_COLUMN));
      if (metric < 0 || cells[metric] != NB_CELL_UNSURE)
        return FALSE;
      cells[metric] = cell;
    }
  return TRUE;
}

/* The first value of a grid that the side of the page does not cut, and of which the rest of its row is cut; NONE where other
 * rows have such values too. */
static guint
find_clipped_row (Reader *self, const NbPiece *pieces, guint first)
{
  guint found = NONE;
  gboolean is_clipped = FALSE;

  for (guint i = first; i < self->end; i++)
    {
      const NbPiece *piece = &pieces[nb_items_get (self->items, i)->piece];
      gboolean is_value = nb_items_get (self->items, i)->kind == NB_ITEM_VALUE && piece->table >= 0;

      is_clipped |= found != NONE && (piece->flags & NB_PIECE_CLIPPED) != 0;
      if (!is_value || (piece->flags & NB_PIECE_CLIPPED) != 0)
        continue;
      if (found == NONE)
        found = i;
      else if (pieces[nb_items_get (self->items, found)->piece].row != piece->row ||
               pieces[nb_items_get (self->items, found)->piece].table != piece->table)
        return NONE;
    }
  return is_clipped ? found : NONE;
}

/**
 * nb_blocks_read_clipped:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @first: its first head
 * @end: the item behind its last value
 * @cells: (out caller-allocates): for each metric the item that holds its value, or NB_CELL_UNSURE
 *
 * Reads what the page holds of a row of values in a grid that runs over its side, each value by the heads above it.
 *
 * Returns: %FALSE where the grid does not, or not every value that the page holds stands below heads of its own
 */
gboolean
nb_blocks_read_clipped (NbDocument *document,
                        GArray *items,
                        const NbFormTable *table,
                        guint first,
                        guint end,
                        guint *cells)
{
  guint n_pieces, begin;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  Reader self = { document, items, table, end, nb_heads_count_results (table) };

  for (guint i = 0; i < table->n_metrics; i++)
    cells[i] = NB_CELL_UNSURE;
  begin = find_clipped_row (&self, pieces, first);
  for (guint i = begin; i < end; i++)
    {
      int metric = find_metric (&self, find_above (&self, pieces, first, i, NB_ENTRY_LEAF),
                                find_above (&self, pieces, first, i, NB_ENTRY_COLUMN));

      if ((metric < 0 || nb_items_get (self.items, i)->is_doubtful) &&
          is_below_clipped (&self, pieces, first, i))
        continue;
      if (nb_items_get (self.items, i)->kind != NB_ITEM_VALUE || metric < 0 ||
          cells[metric] != NB_CELL_UNSURE)
        return FALSE;
      cells[metric] = i;
    }
  return begin != NONE;
}

/* The results that stand before the first value, as they stand; more than @n are none. */
static guint
list_results (Reader *self, guint first, guint end, guint *results, guint n)
{
  guint n_found = 0;

  for (guint i = first; i < end; i++)
    {
      const NbEntry *column = is_head (self, i) ? find_entry (self, i, NB_ENTRY_COLUMN) : NULL;

      if (column == NULL || nb_items_get (self->items, i)->is_continued)
        continue;
      if (n_found < n)
        results[n_found] = column->index % self->n_results;
      n_found++;
    }
  return n_found;
}

/* Whether the results stand in the same order in all blocks, each once. */
static gboolean
are_alike (Reader *self, const guint *results, guint n)
{
  guint64 seen = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i < self->n_results && (seen >> results[i] & 1) != 0)
        return FALSE;
      seen |= G_GUINT64_CONSTANT (1) << results[i];
      if (results[i] != results[i % self->n_results])
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_blocks_read_by_rows:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @first: its first head
 * @end: the item behind its last value
 * @cells: (out caller-allocates): as of nb_blocks_read_by_heads()
 * @heads: (out caller-allocates): likewise
 *
 * Reads blocks that are rows, in whatever order they stand, under heads in the form's order.
 *
 * Returns: %FALSE where they are no such rows
 */
gboolean
nb_blocks_read_by_rows (NbDocument *document,
                        GArray *items,
                        const NbFormTable *table,
                        guint first,
                        guint end,
                        guint *cells,
                        guint *heads)
{
  Reader self = { document, items, table, end, nb_heads_count_results (table) };
  g_autofree guint *results = g_new (guint, self.n_results);

  if (self.n_results >= table->n_metrics ||
      list_results (&self, first, end, results, self.n_results) != self.n_results)
    return FALSE;
  for (guint c = 0; c < self.n_results; c++)
    if (results[c] != c)
      return FALSE;
  return read_rows (&self, first, cells, heads);
}

/* The rows of the form that the heads before the first value name, in reading order: the blocks, and the groups of them. */
static GArray *
list_heads (Reader *self, guint first, guint end)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < end; i++)
    if (is_head (self, i) && !nb_items_get (self->items, i)->is_continued &&
        find_entry (self, i, NB_ENTRY_COLUMN) == NULL &&
        (find_entry (self, i, NB_ENTRY_LEAF) != NULL ||
         find_entry (self, i, NB_ENTRY_GROUP) != NULL))
      g_array_append_val (heads, i);
  return heads;
}

static const NbFormRow *
row_of (Reader *self, guint head)
{
  const NbEntry *entry = find_entry (self, head, NB_ENTRY_LEAF);

  if (entry == NULL)
    entry = find_entry (self, head, NB_ENTRY_GROUP);
  return self->table->rows[entry->index];
}

/* The order of the blocks: those of a group stand where the group stands. Every head stands there once, the upper ones
 * in one row. Returns how many blocks there are, 0 where it is not sure. */
static guint
order_blocks (Reader *self, GArray *heads, guint n_blocks, guint *order)
{
  guint n = 0, upper = NONE;

  for (guint i = 0; i < heads->len; i++)
    {
      guint head = g_array_index (heads, guint, i);
      const NbFormRow *row = row_of (self, head);

      for (guint j = 0; j < i; j++)
        if (row_of (self, g_array_index (heads, guint, j)) == row)
          return 0;
      if (row->parent != NULL)
        continue;
      if (upper != NONE && !nb_heads_are_beside (self->items, upper, head))
        return 0;
      upper = head;
      for (guint j = 0; j < heads->len; j++)
        {
          const NbFormRow *block = row_of (self, g_array_index (heads, guint, j));

          if (block->kind != NB_ROW_LEAF || (block != row && block->parent != row))
            continue;
          if (n >= n_blocks)
            return 0;
          order[n++] = find_block (self, block->index);
        }
    }
  return n;
}

/**
 * nb_blocks_add_up:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @cells: for each metric the item that holds its value
 *
 * Returns: whether the total of each block is the sum of its other results
 */
gboolean
nb_blocks_add_up (NbDocument *document, GArray *items, const NbFormTable *table, const guint *cells)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_results = nb_heads_count_results (table);

  for (guint b = 0; b < table->n_metrics; b += n_results)
    {
      NbDecimal sum = NB_DECIMAL_ZERO, total = NB_DECIMAL_ZERO;

      for (guint c = 0; c < n_results; c++)
        {
          NbValue value = nb_item_parse (&g_array_index (items, NbItem, cells[b + c]), text,
                                         table->metrics[b + c]->kind);

          if (table->columns[c].total)
            total = value.value;
          else if (!nb_decimal_add (sum, value.value, &sum))
            return FALSE;
        }
      if (nb_decimal_compare (sum, total) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_blocks_read_by_order:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @first: its first head
 * @values: (element-type guint): the items that are its values
 * @cells: (out caller-allocates): for each metric the item that holds its value
 *
 * Reads one row of values of a text by its heads, whose blocks or results stand in another order than the form's.
 *
 * Returns: %FALSE where the heads do not tell the order, or a value is none
 */
gboolean
nb_blocks_read_by_order (NbDocument *document,
                         GArray *items,
                         const NbFormTable *table,
                         guint first,
                         GArray *values,
                         guint *cells)
{
  Reader self = { document, items, table, 0, nb_heads_count_results (table) };
  guint n = table->n_metrics, n_blocks = n / self.n_results;
  g_autofree guint *results = g_new (guint, n), *order = g_new0 (guint, n_blocks);
  g_autoptr (GArray) heads = NULL;
  guint begin;
  gboolean is_turned = FALSE;

  if (values->len != n || nb_items_get (self.items, g_array_index (values, guint, 0))->table >= 0)
    return FALSE;
  begin = g_array_index (values, guint, 0);
  for (guint i = 0; i < n; i++)
    if (nb_items_get (self.items, g_array_index (values, guint, i))->kind != NB_ITEM_VALUE ||
        g_array_index (values, guint, i) != begin + i)
      return FALSE;
  heads = list_heads (&self, first, begin);
  if (list_results (&self, first, begin, results, n) != n || !are_alike (&self, results, n) ||
      order_blocks (&self, heads, n_blocks, order) != n_blocks)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      cells[order[i / self.n_results] * self.n_results + results[i]] = begin + i;
      is_turned |= results[i] != i % self.n_results;
    }
  return !is_turned || nb_blocks_add_up (document, items, table, cells);
}
