/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Table four in a grid. Its values are taken in the order of its heads, which is right as long as each cell is as wide as
 * its head. Where merged cells say otherwise, a value is the one of the head that it stands below, or of none.
 *
 * Any thread; nothing is kept.
 */

#include "nb-blocks-heads.h"

#include "nb-grid-spans.h"
#include "nb-heads.h"

/* The heads of the results before @end, in reading order, as long as they stand in the grid @grid. */
static GArray *
list_heads (GArray *items, const NbFormTable *table, guint first, guint end, int grid)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < end; i++)
    if (!nb_items_get (items, i)->is_continued && nb_items_get (items, i)->table == grid &&
        nb_entry_find (nb_items_get (items, i)->entries, table, NB_ENTRY_COLUMN) != NULL)
      g_array_append_val (heads, i);
  return heads;
}

static guint
width_of (NbDocument *document, GArray *items, guint i)
{
  NbSpan span = nb_span_of (document, items, i);

  return span.end - span.begin;
}

/* Whether each cell is as wide as its head. The table may be wider than its heads behind the last one, unless the sums say
 * that one more cell stands before it. */
static gboolean
are_as_wide (NbDocument *document,
             GArray *items,
             const NbFormTable *table,
             GArray *cells,
             GArray *heads)
{
  gboolean is_wider = FALSE;

  if (heads->len == 0 || cells->len % heads->len != 0)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = width_of (document, items, g_array_index (cells, guint, i));
      guint head = width_of (document, items, g_array_index (heads, guint, i % heads->len));

      if (cell == head)
        continue;
      if (cell < head || i % heads->len + 1 < heads->len)
        return FALSE;
      is_wider = TRUE;
    }
  return !is_wider || (cells->len == table->n_metrics &&
                       nb_blocks_add_up (document, items, table, (const guint *) cells->data));
}

/**
 * nb_blocks_spans_agree:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @first: its first head
 * @cells: (element-type guint): the items that are its cells
 *
 * Returns: %FALSE where merged cells among them say that they are not one for each column, whatever their number
 */
gboolean
nb_blocks_spans_agree (NbDocument *document,
                       GArray *items,
                       const NbFormTable *table,
                       guint first,
                       GArray *cells)
{
  guint begin = g_array_index (cells, guint, 0);
  g_autoptr (GArray) heads = NULL;

  for (guint i = 0; i < cells->len; i++)
    if (nb_items_get (items, g_array_index (cells, guint, i))->table < 0)
      return TRUE;
  for (guint i = 0; i < cells->len; i++)
    if (nb_spans_reach_down (document, items, g_array_index (cells, guint, i)))
      return FALSE;
  if (nb_spans_are_even (document, items, cells))
    return TRUE;
  heads = list_heads (items, table, first, begin, nb_items_get (items, begin)->table);
  return are_as_wide (document, items, table, cells, heads);
}

/**
 * nb_blocks_stand_below:
 * @document: the document
 * @items: its items
 * @heads: (array length=n): the items of some heads
 * @first: the item of the first of as many cells
 * @n: how many
 *
 * Returns: whether they are cells of one grid, each below its head
 */
gboolean
nb_blocks_stand_below (NbDocument *document,
                       GArray *items,
                       const guint *heads,
                       guint first,
                       guint n)
{
  int grid = nb_items_get (items, first)->table;

  for (guint i = 0; i < n; i++)
    if (grid < 0 || nb_items_get (items, first + i)->table != grid ||
        nb_items_get (items, heads[i])->table != grid ||
        !nb_spans_stand_below (nb_span_of (document, items, heads[i]),
                               nb_span_of (document, items, first + i)))
      return FALSE;
  return TRUE;
}

/* The spans of the heads, where all of them are there in the form's order, one beside the other. */
static gboolean
read_spans (NbDocument *document,
            GArray *items,
            const NbFormTable *table,
            GArray *heads,
            NbSpan *spans)
{
  guint n_results = nb_heads_count_results (table);

  if (heads->len != table->n_metrics)
    return FALSE;
  for (guint i = 0; i < heads->len; i++)
    {
      guint head = g_array_index (heads, guint, i);
      const NbEntry *entry = nb_entry_find (nb_items_get (items, head)->entries, table,
                                            NB_ENTRY_COLUMN);

      spans[i] = nb_span_of (document, items, head);
      if (entry->index % n_results != i % n_results ||
          (i > 0 && spans[i].begin != spans[i - 1].end))
        return FALSE;
    }
  return TRUE;
}

/* Whether the values stand in one row of a grid, and none of them in another one as well. */
static gboolean
are_one_row (NbDocument *document, GArray *items, GArray *values)
{
  guint begin = g_array_index (values, guint, 0);

  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);

      if (nb_items_get (items, value)->table < 0 ||
          nb_items_get (items, value)->row != nb_items_get (items, begin)->row ||
          nb_spans_reach_down (document, items, value))
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_blocks_read_below_heads:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 * @first: its first head
 * @values: (element-type guint): the items that are its values
 * @cells: (out caller-allocates): for each metric the item that holds its value, or NB_CELL_UNSURE
 * @heads: (out caller-allocates): for each metric its head
 *
 * Reads one row of values of a grid that is as wide as the heads above it, merged and split as its cells may be.
 *
 * Returns: %FALSE where it is no such row
 */
gboolean
nb_blocks_read_below_heads (NbDocument *document,
                            GArray *items,
                            const NbFormTable *table,
                            guint first,
                            GArray *values,
                            guint *cells,
                            guint *heads)
{
  guint begin = g_array_index (values, guint, 0), n = table->n_metrics;
  guint end = g_array_index (values, guint, values->len - 1);
  g_autofree NbSpan *spans = g_new (NbSpan, n);
  g_autoptr (GArray) found = NULL;

  if (!are_one_row (document, items, values) || nb_items_get (items, end)->kind == NB_ITEM_BLANK)
    return FALSE;
  found = list_heads (items, table, first, begin, nb_items_get (items, begin)->table);
  if (!read_spans (document, items, table, found, spans) ||
      nb_span_of (document, items, begin).begin != spans[0].begin ||
      nb_span_of (document, items, end).end != spans[n - 1].end)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint below = nb_spans_find_below (document, items, values, spans, n, i);

      heads[i] = g_array_index (found, guint, i);
      cells[i] = below == NB_ITEM_UNSEEN ? NB_CELL_UNSURE : below;
    }
  return TRUE;
}
