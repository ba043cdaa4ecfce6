/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tables that run over the side of their page. A column that stands there, under a head of its own, is read; what the page
 * cuts off is not. A head of which the page cuts a part is still that head where what is left can be no other one.
 */

#include "nb-heads.h"

#include "base/nb-text.h"

#include <string.h>

/* The fewest letters that are left of a head. */
#define FEWEST_LETTERS 3

/* What is left of a label, with a star for what is lost; %NULL where too little is left. */
static char *
dup_pattern (const char *key)
{
  GString *pattern = g_string_new (key);
  guint n_lost = g_string_replace (pattern, NB_TEXT_LOST, "*", 0);

  if (n_lost > 0 && g_utf8_strlen (pattern->str, -1) - n_lost >= FEWEST_LETTERS)
    return g_string_free (pattern, FALSE);
  g_string_free (pattern, TRUE);
  return NULL;
}

static gboolean
matches_any (const char *pattern, const char *const *keys)
{
  for (; *keys != NULL; keys++)
    if (g_pattern_match_simple (pattern, *keys))
      return TRUE;
  return FALSE;
}

/**
 * nb_heads_find_clipped:
 * @document: the document
 * @items: its items
 * @table: a table
 * @item: an item that is no label of the table as it is
 * @kind: %NB_ENTRY_COLUMN, or %NB_ENTRY_LEAF for its rows
 *
 * Returns: the only column or row that an item may be of which the side of the page cuts a part; -1 for none or several
 */
int
nb_heads_find_clipped (NbDocument *document,
                       GArray *items,
                       const NbFormTable *table,
                       guint item,
                       NbEntryKind kind)
{
  guint n_pieces, n = kind == NB_ENTRY_COLUMN ? table->n_columns : table->n_rows;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  g_autofree char *key = NULL, *pattern = NULL;
  int found = -1;

  if ((pieces[nb_items_get (items, item)->piece].flags & NB_PIECE_CLIPPED) == 0)
    return -1;
  key = nb_items_dup_key (document, items, item, 1);
  pattern = dup_pattern (key);
  for (guint i = 0; pattern != NULL && i < n; i++)
    {
      const char *const *keys = kind == NB_ENTRY_COLUMN ? table->columns[i].keys
                                                        : table->rows[i]->keys;

      if ((kind == NB_ENTRY_LEAF && table->rows[i]->kind != NB_ROW_LEAF) ||
          !matches_any (pattern, keys))
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }
  return found;
}

static int
find_column (NbDocument *document, GArray *items, const NbFormTable *table, guint i)
{
  const NbItem *item = nb_items_get (items, i);
  const NbEntry *entry = nb_entry_find (item->entries, table, NB_ENTRY_COLUMN);

  if (item->is_continued || item->table < 0)
    return -1;
  return entry != NULL ? (int) entry->index
                       : nb_heads_find_clipped (document, items, table, i, NB_ENTRY_COLUMN);
}

/* Whether each of some cells stands right under the head of its column, in the same grid. */
static gboolean
stand_over (NbDocument *document,
            GArray *items,
            const NbFormTable *table,
            guint first_row,
            const guint *cells,
            guint n)
{
  guint n_pieces, n_found = 0;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  gboolean found[NB_HEADS_WIDEST] = { FALSE };

  if (n > MIN (table->n_columns, NB_HEADS_WIDEST))
    return FALSE;
  for (guint i = first_row; i > 0 && first_row - i < NB_HEADS_REACH; i--)
    {
      int column = find_column (document, items, table, i - 1);
      const NbItem *item = nb_items_get (items, i - 1), *cell;

      if (column < 0 || (guint) column >= n)
        continue;
      cell = nb_items_get (items, cells[column]);
      if (found[column] || cell->table != item->table ||
          pieces[cell->piece].column != pieces[item->piece].column)
        return FALSE;
      found[column] = TRUE;
      n_found++;
    }
  return n_found == n;
}

/**
 * nb_heads_choose_clipped:
 * @document: the document
 * @items: its items
 * @table: a table with value columns
 * @first_row: the item of the label of its first row
 * @cells: (element-type guint): the items that are the cells of a row
 * @choice: (element-type guint): filled with one item for each column, or %NB_ITEM_UNSEEN; left empty where it is not sure
 *
 * Of a table that runs over the side of its page, finds the columns whose heads stand over them.
 */
void
nb_heads_choose_clipped (NbDocument *document,
                         GArray *items,
                         const NbFormTable *table,
                         guint first_row,
                         GArray *cells,
                         GArray *choice)
{
  guint n_pieces, n = cells->len, unseen = NB_ITEM_UNSEEN;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  if (n < 2 || n >= table->n_columns ||
      (pieces[nb_items_get (items, g_array_index (cells, guint, n - 1))->piece].flags &
       NB_PIECE_CLIPPED) == 0)
    return;
  /* The head of the last one may be cut as well. */
  for (guint seen = n; seen + 1 >= n; seen--)
    if (stand_over (document, items, table, first_row, (const guint *) cells->data, seen))
      {
        g_array_append_vals (choice, cells->data, seen);
        while (choice->len < table->n_columns)
          g_array_append_val (choice, unseen);
        return;
      }
}
