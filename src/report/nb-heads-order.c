/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Columns in another order than the form's. The heads say which column is which, never a position: every head has to be
 * there, whole and once. In a grid a value stands under its own head; in a text there are as many values as heads, and
 * none is blank. Any thread; nothing is kept.
 */

#include "nb-heads.h"

#include "base/nb-text.h"
#include "base/nb-value.h"

#define NONE G_MAXUINT

/* What stands over the rows: a column, or the place of those that a head over them spans. */
typedef struct
{
  guint column; /* NONE for a head over several */
  guint item;
} Place;

/* The head that spans some of the columns, and not all. */
static const NbFormBand *
find_band (const NbFormTable *table)
{
  const NbFormBand *found = NULL;

  for (guint i = 0; i < table->n_bands; i++)
    if (table->bands[i].last - table->bands[i].first + 1 < table->n_columns)
      {
        if (found != NULL)
          return NULL;
        found = &table->bands[i];
      }
  return found;
}

static gboolean
is_in_band (const NbFormTable *table, const NbFormBand *band, guint column)
{
  guint printed = column + table->n_label_columns + 1;

  return printed >= band->first && printed <= band->last;
}

static gboolean
is_band (NbDocument *document, GArray *items, guint i, const NbFormBand *band)
{
  g_autofree char *key = nb_items_dup_key (document, items, i, nb_items_get (items, i)->n_joined);
  g_autofree char *own = nb_text_label_key (band->label_zh, -1);

  return g_str_equal (key, own);
}

/* The heads before the first row, in reading order. */
static GArray *
collect_heads (NbDocument *document, GArray *items, const NbFormTable *table, guint first_row)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  const NbFormBand *band = find_band (table);

  for (guint i = first_row; i > 0 && first_row - i < NB_HEADS_REACH; i--)
    {
      const NbItem *item = nb_items_get (items, i - 1);
      const NbEntry *entry = nb_entry_find (item->entries, table, NB_ENTRY_COLUMN);
      Place place = { entry != NULL ? entry->index : NONE, i - 1 };

      if (item->kind == NB_ITEM_PROSE || item->kind == NB_ITEM_VALUE ||
          nb_item_is_foreign (item, table))
        break;
      if (!item->is_continued && (entry != NULL || (band != NULL && item->entries != NULL &&
                                                    is_band (document, items, i - 1, band))))
        g_array_prepend_val (places, place);
    }
  return places;
}

/* Whether every column stands there once, and at most one head over several. */
static gboolean
is_complete (const NbFormTable *table, GArray *places)
{
  guint64 seen = 0;
  guint n_bands = 0, n_columns = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint column = g_array_index (places, Place, i).column;

      if (column == NONE)
        n_bands++;
      else if ((seen >> column & 1) != 0)
        return FALSE;
      else
        {
          seen |= G_GUINT64_CONSTANT (1) << column;
          n_columns++;
        }
    }
  return n_columns == table->n_columns && n_bands <= 1;
}

/**
 * nb_heads_are_beside:
 * @items: the items
 * @a: a head
 * @b: a head behind it
 *
 * Returns: whether they stand in one row: one of the source, or cells of which each is a line, one behind the other
 */
gboolean
nb_heads_are_beside (GArray *items, guint a, guint b)
{
  if (nb_items_get (items, a)->row != 0 || nb_items_get (items, b)->row != 0)
    return nb_items_get (items, a)->row == nb_items_get (items, b)->row;
  for (guint i = a + 1; i < b; i++)
    if (nb_items_get (items, i)->kind != NB_ITEM_BLANK)
      return FALSE;
  return TRUE;
}

/* The columns in the order of a text: what stands below a head over several stands in its place. */
static gboolean
order_text (GArray *items, const NbFormTable *table, GArray *places, guint *order)
{
  const NbFormBand *band = find_band (table);
  guint n = 0, last_inner = NONE;
  gboolean is_one_row = TRUE, has_band = FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (nb_items_get (items, place->item)->n_joined > 1)
        return FALSE;
      has_band |= place->column == NONE;
      if (place->column != NONE && band != NULL && is_in_band (table, band, place->column))
        {
          if (last_inner != NONE && !nb_heads_are_beside (items, last_inner, place->item))
            return FALSE;
          last_inner = place->item;
        }
      if (i > 0 && place->column != NONE && place[-1].column != NONE)
        is_one_row &= nb_items_get (items, place->item)->row != 0 &&
                      nb_items_get (items, place->item)->row ==
                          nb_items_get (items, place[-1].item)->row;
    }
  for (guint i = 0; i < places->len; i++)
    {
      guint column = g_array_index (places, Place, i).column;

      if (is_one_row || (!has_band && band == NULL))
        {
          if (column != NONE)
            order[n++] = column;
          continue;
        }
      if (!has_band)
        return FALSE;
      if (column != NONE && !is_in_band (table, band, column))
        order[n++] = column;
      for (guint j = 0; column == NONE && j < places->len; j++)
        {
          guint inner = g_array_index (places, Place, j).column;

          if (inner != NONE && is_in_band (table, band, inner))
            order[n++] = inner;
        }
    }
  return n == table->n_columns;
}

/**
 * nb_heads_move_band:
 * @document: the document
 * @items: its items
 * @table: a table with value columns
 * @first_row: the item of the label of its first row, in a text
 *
 * Returns: whether the heads say that the columns below the head over several of them stand elsewhere than the form
 *   prints them
 */
gboolean
nb_heads_move_band (NbDocument *document, GArray *items, const NbFormTable *table, guint first_row)
{
  g_autoptr (GArray) places = NULL;
  guint order[NB_HEADS_WIDEST];

  if (nb_items_get (items, first_row)->table >= 0 || table->n_columns > NB_HEADS_WIDEST)
    return FALSE;
  places = collect_heads (document, items, table, first_row);
  if (!is_complete (table, places) || !order_text (items, table, places, order))
    return FALSE;
  for (guint i = 0; i < table->n_columns; i++)
    if (order[i] != i)
      return TRUE;
  return FALSE;
}

/* In a grid: the cell under each head. Whatever else stands in the row has to be blank, and so may its last value not be:
 * a row that has lost a cell may have been filled up. */
static gboolean
choose_in_grid (NbDocument *document, GArray *items, GArray *places, GArray *cells, guint *choice)
{
  guint n_pieces, n_found = 0, last = 0;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  gboolean has_value = FALSE;
  guint64 seen = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i), found = NONE;
      const NbPiece *p = &pieces[nb_items_get (items, cell)->piece];

      for (guint j = 0; j < places->len; j++)
        {
          const Place *place = &g_array_index (places, Place, j);
          const NbPiece *head = &pieces[nb_items_get (items, place->item)->piece];

          if (place->column != NONE && head->table == p->table && head->column == p->column &&
              head->column_span == 1 && p->column_span == 1)
            found = place->column;
        }
      if (found == NONE && nb_items_get (items, cell)->kind != NB_ITEM_BLANK)
        return FALSE;
      if (found == NONE)
        continue;
      /* No reader puts two cells of a row below one head, a file that is read back may: another head has none then. */
      if ((seen >> found & 1) != 0)
        return FALSE;
      seen |= G_GUINT64_CONSTANT (1) << found;
      has_value |= nb_items_get (items, cell)->kind != NB_ITEM_BLANK;
      choice[found] = last = cell;
      n_found++;
    }
  for (guint i = 0; i < places->len; i++)
    n_found -= g_array_index (places, Place, i).column != NONE;
  return n_found == 0 && (!has_value || nb_items_get (items, last)->kind != NB_ITEM_BLANK);
}

static gboolean
choose_in_text (GArray *items, const guint *order, guint n, GArray *cells, guint *choice)
{
  guint n_filled = 0;

  for (guint i = 0; i < cells->len; i++)
    if (nb_items_get (items, g_array_index (cells, guint, i))->kind != NB_ITEM_BLANK)
      {
        if (n_filled < n)
          choice[order[n_filled]] = g_array_index (cells, guint, i);
        n_filled++;
      }
  return n_filled == n;
}

/**
 * nb_heads_any_columns:
 * @items: the items
 * @table: a table with value columns
 * @first_row: the item of the label of a row
 *
 * Returns: whether heads stand between the row and the values before it
 */
gboolean
nb_heads_any_columns (GArray *items, const NbFormTable *table, guint first_row)
{
  for (guint i = first_row; i > 0 && first_row - i < NB_HEADS_REACH; i--)
    {
      const NbItem *item = nb_items_get (items, i - 1);

      if (item->kind == NB_ITEM_PROSE || item->kind == NB_ITEM_VALUE)
        return FALSE;
      if (nb_entry_find (item->entries, table, NB_ENTRY_COLUMN) != NULL &&
          nb_entry_find (item->entries, table, NB_ENTRY_LEAF) == NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_heads_choose_turned:
 * @document: the document
 * @items: its items
 * @table: a table with value columns
 * @first_row: the item of the label of the row under the heads
 * @cells: (element-type guint): the items that are the cells of a row
 * @choice: (element-type guint): filled with one item for each column; left empty where it is not sure
 *
 * Reads a row by its heads, which stand in another order than the form's.
 */
void
nb_heads_choose_turned (NbDocument *document,
                        GArray *items,
                        const NbFormTable *table,
                        guint first_row,
                        GArray *cells,
                        GArray *choice)
{
  g_autoptr (GArray) places = NULL;
  guint order[NB_HEADS_WIDEST], chosen[NB_HEADS_WIDEST];
  gboolean is_sure;

  if (table->n_columns > NB_HEADS_WIDEST || cells->len < table->n_columns)
    return;
  places = collect_heads (document, items, table, first_row);
  if (!is_complete (table, places))
    return;
  is_sure = nb_items_get (items, g_array_index (cells, guint, 0))->table >= 0
                ? choose_in_grid (document, items, places, cells, chosen)
                : order_text (items, table, places, order) &&
                      choose_in_text (items, order, table->n_columns, cells, chosen);
  if (is_sure)
    g_array_append_vals (choice, chosen, table->n_columns);
}

/* Whether the total of a row is the sum of its other columns: 0 where all of them are 0, -1 where it is not or where it
 * cannot be told. */
static int
weigh_row (NbDocument *document, GArray *items, const NbFormRow *row, GArray *choice)
{
  const char *text = nb_document_get_text (document, NULL);
  NbDecimal sum = NB_DECIMAL_ZERO, total = NB_DECIMAL_ZERO;
  gboolean is_zero = TRUE;

  for (guint c = 0; c < choice->len; c++)
    {
      NbValue value = nb_item_parse (nb_items_get (items, g_array_index (choice, guint, c)), text,
                                     row->metrics[c]->kind);

      if (value.state != NB_STATE_NUMBER && value.state != NB_STATE_ZERO)
        return -1;
      is_zero &= value.state == NB_STATE_ZERO;
      if (row->table->columns[c].total)
        total = value.value;
      else if (!nb_decimal_add (sum, value.value, &sum))
        return -1;
    }
  return is_zero ? 0 : nb_decimal_compare (sum, total) == 0 ? 1 : -1;
}

/**
 * nb_heads_confirm_turned:
 * @document: the document
 * @items: its items
 * @rows: (array length=n): the rows that were read by their heads
 * @choices: (array length=n): (element-type guint): their cells, empty where they are not read
 * @n: how many
 *
 * Heads may seem to stand in another order because a merged one among them is counted wrong: then the total is not the
 * sum of what stands beside it.
 *
 * Returns: whether the sums of the rows say that the heads are right
 */
gboolean
nb_heads_confirm_turned (NbDocument *document,
                         GArray *items,
                         const NbFormRow *const *rows,
                         GArray *const *choices,
                         guint n)
{
  guint n_right = 0, n_wrong = 0;

  for (guint i = 0; i < n; i++)
    {
      int weight = choices[i]->len > 0 ? weigh_row (document, items, rows[i], choices[i]) : 0;

      n_right += weight > 0;
      n_wrong += weight < 0;
    }
  return n_wrong == 0 || n_right > 2 * n_wrong;
}
