/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whether the printed heads stand in the form's order. Values are taken in the form's order, which
 * is right as long as the heads do not say otherwise; where they do, somebody has exchanged
 * columns, and no value can be bound. Heads that are missing or that the layout has broken say
 * nothing.
 */

#include "nb-heads.h"

#include <string.h>

#define NONE G_MAXUINT

/* In a grid with all heads in columns of their own, the columns ascend as the form's do. */
static gboolean
columns_ascend (const guint *column, guint n, gboolean *is_known)
{
  gboolean ascend = TRUE;

  *is_known = TRUE;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        *is_known &= column[i] != NONE && column[j] != NONE && column[i] != column[j];
        ascend &= column[i] < column[j];
      }
  return ascend;
}

/* In reading order, the heads between the first and the last ascend; the last one may stand
 * right behind the first, where it spans two lines. */
static gboolean
order_ascends (const guint *place, guint n)
{
  guint last = 0;

  if (place[0] != NONE && place[n - 1] != NONE && place[n - 1] < place[0])
    return FALSE;
  for (guint i = 0; i + 1 < n; i++)
    {
      if (place[i] == NONE)
        continue;
      if (place[i] < last)
        return FALSE;
      last = place[i];
    }
  return TRUE;
}

/* A head over two lines may be cut into two rows of heads: "商业" with the other heads, and "企业" below them, which names
 * the column as well. Its place is that of its beginning. */
static guint
find_beginning (NbDocument *document, GArray *items, guint i, const NbFormColumn *column)
{
  const NbItem *item = nb_items_get (items, i);
  g_autofree char *end = nb_items_dup_key (document, items, i, item->n_joined);
  const char *whole = column->keys[0];
  gsize n = strlen (whole), n_end = strlen (end);

  if (n_end >= n || !g_str_has_suffix (whole, end))
    return i;
  for (guint j = i; j > 0 && i - j < NB_HEADS_REACH / 2; j--)
    {
      g_autofree char *key = NULL;

      if (nb_items_get (items, j - 1)->kind != NB_ITEM_LABEL)
        continue;
      key = nb_items_dup_key (document, items, j - 1, 1);
      if (strlen (key) == n - n_end && g_str_has_prefix (whole, key))
        return j - 1;
    }
  return i;
}

/**
 * nb_heads_agree_columns:
 * @document: the document
 * @items: its items
 * @table: a table with value columns
 * @first_row: the item of the label of its first row
 *
 * Returns: %FALSE where the heads over the rows stand in another order than the form's columns
 */
gboolean
nb_heads_agree_columns (NbDocument *document,
                        GArray *items,
                        const NbFormTable *table,
                        guint first_row)
{
  guint n_pieces, column[NB_HEADS_WIDEST], place[NB_HEADS_WIDEST];
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  gboolean is_known, ascend;

  if (table->n_columns > NB_HEADS_WIDEST)
    return TRUE;
  for (guint i = 0; i < table->n_columns; i++)
    column[i] = place[i] = NONE;
  for (guint i = first_row; i > 0 && first_row - i < NB_HEADS_REACH; i--)
    {
      const NbItem *item = nb_items_get (items, i - 1);
      const NbEntry *entry = nb_entry_find (item->entries, table, NB_ENTRY_COLUMN);

      if (item->kind == NB_ITEM_PROSE || item->kind == NB_ITEM_VALUE ||
          nb_item_is_foreign (item, table))
        break;
      if (entry == NULL || item->is_continued)
        continue;
      place[entry->index] = find_beginning (document, items, i - 1, &table->columns[entry->index]);
      if (item->table >= 0 && item->table == nb_items_get (items, first_row)->table)
        column[entry->index] = pieces[item->piece].column;
    }

  ascend = columns_ascend (column, table->n_columns, &is_known);
  return is_known ? ascend : order_ascends (place, table->n_columns);
}

static const NbFormRow *
find_heading (const NbFormRow *row)
{
  const NbFormTable *table = row->table;

  for (guint i = 0; i < table->n_rows; i++)
    if (table->rows[i]->kind == NB_ROW_HEADING && table->rows[i]->parent == row->parent)
      return table->rows[i];
  return NULL;
}

static guint
find_column (const NbFormRow *heading, const char *key)
{
  for (guint i = 0; i < heading->n_columns; i++)
    for (const char *const *k = heading->columns[i].keys; *k != NULL; k++)
      if (g_str_equal (*k, key))
        return i;
  return NONE;
}

/* The heads right above a row, in reading order: which columns they name. Returns how many; @is_one_row: whether they
 * stand beside each other. */
static guint
read_heads (NbDocument *document,
            GArray *items,
            const NbFormRow *row,
            guint label,
            guint *order,
            gboolean *is_one_row)
{
  const NbFormRow *heading = find_heading (row);
  guint n = 0, i = label, behind = NONE, backwards[NB_HEADS_WIDEST];

  *is_one_row = TRUE;
  while (heading != NULL && i > 0 && label - i < NB_HEADS_REACH / 2 &&
         nb_entry_find (nb_items_get (items, i - 1)->entries, row->table, NB_ENTRY_HEAD) == NULL)
    i--;
  for (; heading != NULL && i > 0 && label - i < NB_HEADS_REACH && n < NB_HEADS_WIDEST; i--)
    {
      const NbItem *item = nb_items_get (items, i - 1);
      g_autofree char *key = NULL;
      guint column;

      if (item->kind == NB_ITEM_BLANK || item->is_continued)
        continue;
      if (nb_entry_find (item->entries, row->table, NB_ENTRY_HEAD) == NULL)
        break;
      key = nb_items_dup_key (document, items, i - 1, item->n_joined);
      column = find_column (heading, key);
      if (column == NONE)
        break;
      *is_one_row &= behind == NONE || item->row == nb_items_get (items, behind)->row;
      behind = i - 1;
      backwards[n++] = column;
    }
  for (guint k = 0; k < n; k++)
    order[k] = backwards[n - 1 - k];
  return n;
}

/**
 * nb_heads_agree_row:
 * @document: the document
 * @items: its items
 * @row: a row under heads of its own
 * @label: the item of its label
 *
 * Returns: %FALSE where the heads over the row stand in another order than the form's, or two of them are the same one
 */
gboolean
nb_heads_agree_row (NbDocument *document, GArray *items, const NbFormRow *row, guint label)
{
  guint order[NB_HEADS_WIDEST];
  gboolean is_one_row;
  guint n = read_heads (document, items, row, label, order, &is_one_row), n_different = n > 0;

  for (guint i = 1; i < n; i++)
    {
      if (order[i] < order[i - 1])
        return FALSE;
      n_different += order[i] > order[i - 1];
    }
  /* A head that a merged cell repeats leaves none of the others out; where one stands in the place of another, nothing
   * tells which of the two is wrong. */
  return n < row->n_metrics || n_different >= row->n_metrics;
}

/**
 * nb_heads_turn_row:
 * @document: the document
 * @items: its items
 * @row: a row under heads of its own
 * @label: the item of its label
 * @cells: (element-type guint) (inout): its values as they stand, put into the form's order
 *
 * Reads a row by its heads, which stand in another order than the form's.
 *
 * Returns: %FALSE where that is not sure
 */
gboolean
nb_heads_turn_row (NbDocument *document,
                   GArray *items,
                   const NbFormRow *row,
                   guint label,
                   GArray *cells)
{
  guint order[NB_HEADS_WIDEST], turned[NB_HEADS_WIDEST];
  gboolean is_one_row;
  guint n = read_heads (document, items, row, label, order, &is_one_row);
  guint64 seen = 0;

  if (!is_one_row || n != row->n_metrics || n != cells->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint cell = g_array_index (cells, guint, i);

      if (order[i] >= n || (seen >> order[i] & 1) != 0 ||
          nb_items_get (items, cell)->kind == NB_ITEM_BLANK)
        return FALSE;
      seen |= G_GUINT64_CONSTANT (1) << order[i];
      turned[order[i]] = cell;
    }
  for (guint i = 0; i < n; i++)
    g_array_index (cells, guint, i) = turned[i];
  return TRUE;
}

/**
 * nb_heads_count_results:
 * @table: a table of kind NB_TABLE_BLOCKS
 *
 * Returns: how many columns a block has: they repeat in every block
 */
guint
nb_heads_count_results (const NbFormTable *table)
{
  guint n = 1;

  while (n < table->n_metrics && table->metrics[n]->row == table->metrics[0]->row)
    n++;
  return n;
}

/* The only column whose head ends with @key, and of which no head begins with it: what stands on the lower line of a head
 * over two lines; NONE where the word may be another one. */
static guint
find_by_end (const NbFormTable *table, guint n_results, const char *key)
{
  guint found = NONE;

  for (guint c = 0; c < MIN (n_results, table->n_columns) && *key != '\0'; c++)
    {
      const char *whole = table->columns[c].keys[0];

      if (g_str_has_prefix (whole, key))
        return NONE;
      if (!g_str_has_suffix (whole, key))
        continue;
      if (found != NONE)
        return NONE;
      found = c;
    }
  return found;
}

/* Whether a head stands over two lines, so that its upper part names no column. */
static gboolean
any_broken (NbDocument *document, GArray *items, const NbFormTable *table, guint first, guint end)
{
  guint n_results = nb_heads_count_results (table);

  for (guint i = first; i < end && nb_items_get (items, i)->kind != NB_ITEM_VALUE; i++)
    {
      g_autofree char *key = NULL;

      if (nb_items_get (items, i)->kind != NB_ITEM_LABEL ||
          nb_items_get (items, i)->entries != NULL || nb_items_get (items, i)->is_continued)
        continue;
      key = nb_items_dup_key (document, items, i, 1);
      if (find_by_end (table, n_results, key) != NONE)
        return TRUE;
    }
  return FALSE;
}

/* The column that a head names, whole or with its end alone; NONE for another word. */
static guint
find_result (NbDocument *document, GArray *items, const NbFormTable *table, guint i)
{
  guint n_results = nb_heads_count_results (table);
  const NbItem *item = nb_items_get (items, i);
  const NbEntry *entry = nb_entry_find (item->entries, table, NB_ENTRY_COLUMN);
  g_autofree char *key = NULL;

  if (entry != NULL)
    return entry->index % n_results;
  if (item->kind != NB_ITEM_LABEL || item->entries != NULL)
    return NONE;
  key = nb_items_dup_key (document, items, i, 1);
  return find_by_end (table, n_results, key);
}

/* Ends a run of heads; FALSE where it has others than the one before it. A head alone, of a column that is wide enough
 * for it, says nothing. */
static gboolean
end_run (guint64 *run, guint64 *before)
{
  gboolean is_alone = (*run & (*run - 1)) == 0;
  gboolean agrees = is_alone || *before == 0 || *run == *before;

  if (!is_alone)
    *before = *run;
  *run = 0;
  return agrees;
}

/* Heads that the layout has broken: those of a line that are known ascend and begin anew with the same ones, block by
 * block. */
static gboolean
lines_ascend (NbDocument *document, GArray *items, const NbFormTable *table, guint first, guint end)
{
  guint n_pieces, line = 0, row = 0, last = NONE;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  guint64 run = 0, before = 0;

  for (guint i = first; i < end && nb_items_get (items, i)->kind != NB_ITEM_VALUE; i++)
    {
      guint column = find_result (document, items, table, i);
      gboolean is_new_line = pieces[nb_items_get (items, i)->piece].line != line ||
                             nb_items_get (items, i)->row != row;

      if (column == NONE)
        continue;
      if ((is_new_line || (last != NONE && column <= last)) && !end_run (&run, &before))
        return FALSE;
      if (is_new_line)
        before = 0;
      line = pieces[nb_items_get (items, i)->piece].line;
      row = nb_items_get (items, i)->row;
      run |= G_GUINT64_CONSTANT (1) << (column % 64);
      last = column;
    }
  return end_run (&run, &before);
}

/* Where the head of the first block is lost, its results have to stand before the heads of the other ones: else these may be
 * the first. */
static gboolean
begins_with_first_block (GArray *items, const NbFormTable *table, guint first, guint end)
{
  guint first_row = table->metrics[0]->row->index;
  gboolean is_later = FALSE, has_first = FALSE;

  for (guint i = first; i < end; i++)
    {
      const NbEntry *row = nb_entry_find (nb_items_get (items, i)->entries, table, NB_ENTRY_LEAF);

      if (row == NULL || nb_items_get (items, i)->is_continued)
        continue;
      has_first |= row->index == first_row;
    }
  for (guint i = first; i < end && !has_first; i++)
    {
      const NbEntry *row = nb_entry_find (nb_items_get (items, i)->entries, table, NB_ENTRY_LEAF);

      if (nb_entry_find (nb_items_get (items, i)->entries, table, NB_ENTRY_COLUMN) != NULL)
        return !is_later;
      is_later |= row != NULL && row->index > first_row;
    }
  return TRUE;
}

/**
 * nb_heads_agree_blocks:
 * @document: the document
 * @items: the items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @first: its first head
 * @end: the item behind its last value
 *
 * Returns: %FALSE where blocks or the columns in them stand in another order than the form's
 */
gboolean
nb_heads_agree_blocks (NbDocument *document,
                       GArray *items,
                       const NbFormTable *table,
                       guint first,
                       guint end)
{
  guint n_results = nb_heads_count_results (table), last_row = 0, last_column = NONE;
  guint64 seen = 0;
  gboolean is_broken = any_broken (document, items, table, first, end);

  if ((is_broken && !lines_ascend (document, items, table, first, end)) ||
      !begins_with_first_block (items, table, first, end))
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      const NbItem *item = nb_items_get (items, i);
      const NbEntry *column = nb_entry_find (item->entries, table, NB_ENTRY_COLUMN);
      const NbEntry *row = nb_entry_find (item->entries, table, NB_ENTRY_LEAF);

      if (row == NULL)
        row = nb_entry_find (item->entries, table, NB_ENTRY_GROUP);
      if (item->is_continued)
        continue;
      /* Where merged cells are repeated, a block's head stands more than once: its first place
       * counts. */
      if (row != NULL && column == NULL && (seen >> (row->index % 64) & 1) == 0)
        {
          if (row->index < last_row)
            return FALSE;
          last_row = row->index;
          seen |= G_GUINT64_CONSTANT (1) << (row->index % 64);
        }
      if (column == NULL || is_broken)
        continue;
      /* Heads come as 0 1 2 3 4 0 1 2 …: each is the one before, the next, or begins anew. */
      if (last_column != NONE && column->index % n_results != last_column &&
          column->index % n_results != (last_column + 1) % n_results &&
          column->index % n_results != 0)
        return FALSE;
      if (last_column == NONE && column->index % n_results != 0)
        return FALSE;
      last_column = column->index % n_results;
    }
  return TRUE;
}
