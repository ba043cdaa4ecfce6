/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the cells of a grid stand. A row has as many cells as there are heads, and none of them stands where it seems to,
 * where one cell holds the values of two columns and another column has two cells: how wide they are tells.
 *
 * Any thread; nothing is kept.
 */

#include "nb-grid-spans.h"

/* Items before a row that may reach into it. */
#define FARTHEST 64

static const NbPiece *
piece_of (NbDocument *document, GArray *items, guint i)
{
  guint n_pieces;

  return &nb_document_get_pieces (document, &n_pieces)[nb_items_get (items, i)->piece];
}

/**
 * nb_span_of:
 * @document: the document
 * @items: its items
 * @i: an item in a grid
 *
 * Returns: the columns that it spans
 */
NbSpan
nb_span_of (NbDocument *document, GArray *items, guint i)
{
  const NbPiece *piece = piece_of (document, items, i);

  return (NbSpan){ piece->column, piece->column + MAX (piece->column_span, 1) };
}

/**
 * nb_span_holds_middle:
 * @a: a span
 * @b: another
 *
 * Returns: whether the middle of @b lies in @a
 */
gboolean
nb_span_holds_middle (NbSpan a, NbSpan b)
{
  return 2 * a.begin < b.begin + b.end && b.begin + b.end < 2 * a.end;
}

/**
 * nb_spans_stand_below:
 * @head: a span
 * @cell: another
 *
 * Returns: whether each holds the middle of the other
 */
gboolean
nb_spans_stand_below (NbSpan head, NbSpan cell)
{
  return nb_span_holds_middle (head, cell) && nb_span_holds_middle (cell, head);
}

/**
 * nb_spans_reach_down:
 * @document: the document
 * @items: its items
 * @cell: an item in a grid
 *
 * Returns: whether it reaches into a row that holds something of its own
 */
gboolean
nb_spans_reach_down (NbDocument *document, GArray *items, guint cell)
{
  const NbPiece *piece = piece_of (document, items, cell);

  for (guint i = cell + 1; piece->row_span > 1 && i < items->len; i++)
    {
      const NbPiece *below = piece_of (document, items, i);

      if (below->table != piece->table || below->row >= piece->row + piece->row_span)
        return FALSE;
      if (below->row > piece->row && nb_items_get (items, i)->kind != NB_ITEM_BLANK)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_spans_are_reached:
 * @document: the document
 * @items: its items
 * @first: an item in a grid
 *
 * Returns: whether a value of a row before reaches into its row
 */
gboolean
nb_spans_are_reached (NbDocument *document, GArray *items, guint first)
{
  const NbPiece *piece = piece_of (document, items, first);

  for (guint i = first; i > 0 && first - i < FARTHEST; i--)
    {
      const NbPiece *above = piece_of (document, items, i - 1);

      if (above->table != piece->table)
        return FALSE;
      if (nb_items_get (items, i - 1)->kind == NB_ITEM_VALUE && above->row < piece->row &&
          above->row + above->row_span > piece->row)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_spans_are_even:
 * @document: the document
 * @items: its items
 * @cells: (element-type guint): some items in a grid
 *
 * Returns: whether all of them in each row are equally wide
 */
gboolean
nb_spans_are_even (NbDocument *document, GArray *items, GArray *cells)
{
  for (guint i = 1; i < cells->len; i++)
    {
      const NbPiece *before = piece_of (document, items, g_array_index (cells, guint, i - 1));
      const NbPiece *cell = piece_of (document, items, g_array_index (cells, guint, i));

      if (cell->row == before->row && MAX (cell->column_span, 1) != MAX (before->column_span, 1))
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_spans_follow:
 * @document: the document
 * @items: its items
 * @cells: (element-type guint): the cells of a row
 * @heads: (array length=n): what they should stand below
 * @n: how many
 *
 * Returns: whether there is one cell for each, as far to either side as they all are, and each at least in part below its own
 */
gboolean
nb_spans_follow (NbDocument *document, GArray *items, GArray *cells, const NbSpan *heads, guint n)
{
  NbSpan first, last;

  if (n == 0 || cells->len != n)
    return FALSE;
  first = nb_span_of (document, items, g_array_index (cells, guint, 0));
  last = nb_span_of (document, items, g_array_index (cells, guint, n - 1));
  if (first.begin != heads[0].begin || last.end != heads[n - 1].end)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      NbSpan cell = nb_span_of (document, items, g_array_index (cells, guint, i));

      if (cell.end <= heads[i].begin || heads[i].end <= cell.begin)
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_spans_find_below:
 * @document: the document
 * @items: its items
 * @cells: (element-type guint): the cells of a row
 * @heads: (array length=n): what they may stand below
 * @n: how many
 * @head: one of these
 *
 * Returns: the cell that stands below it and below no other one, %NB_ITEM_UNSEEN for none
 */
guint
nb_spans_find_below (NbDocument *document,
                     GArray *items,
                     GArray *cells,
                     const NbSpan *heads,
                     guint n,
                     guint head)
{
  guint found = NB_ITEM_UNSEEN;

  for (guint i = 0; i < cells->len; i++)
    if (nb_spans_stand_below (heads[head],
                              nb_span_of (document, items, g_array_index (cells, guint, i))))
      found = g_array_index (cells, guint, i);
  for (guint i = 0; found != NB_ITEM_UNSEEN && i < n; i++)
    if (i != head && nb_span_holds_middle (nb_span_of (document, items, found), heads[i]))
      return NB_ITEM_UNSEEN;
  return found;
}
