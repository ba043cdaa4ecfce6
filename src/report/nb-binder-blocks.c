/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Table four: heads in three lines, then one run of values. The heads are only an anchor; the
 * values behind them, in reading order, are the table's columns in order, and there must be just
 * as many. The same numbers printed as rows are read too: one row a block, one row a cell, or one
 * row a result (then block by block across).
 */

#include "nb-binder.h"
#include "nb-blocks-heads.h"
#include "nb-heads.h"
#include "nb-sums.h"

#include "base/nb-limits.h"
#include "base/nb-text.h"

/* Heads are looked for this far from each other. */
#define REACH 60
/* Items of one occurrence: heads in three lines and values, each with merged cells, several
 * times over. */
#define MOST_ITEMS 400

typedef struct
{
  NbDocument *document;
  const char *text;
  GArray *items;
  const NbFormTable *table;
} Heads;

static gboolean
is_head (Heads *self, guint i)
{
  return nb_items_get (self->items, i)->kind == NB_ITEM_LABEL &&
         nb_item_has_entry (nb_items_get (self->items, i), self->table);
}

/* A head that only this table has. */
static gboolean
is_anchor (Heads *self, guint i)
{
  const NbEntry *entries = nb_items_get (self->items, i)->entries;

  if (!is_head (self, i))
    return FALSE;
  for (const NbEntry *e = entries; e != NULL; e = e->next)
    if (e->table->form == self->table->form && e->table != self->table)
      return FALSE;
  return TRUE;
}

/* A short word over the heads of the rows. */
static gboolean
is_corner (Heads *self, guint first)
{
  const NbItem *item = first > 0 ? nb_items_get (self->items, first - 1) : NULL;

  return item != NULL && item->kind == NB_ITEM_LABEL && item->entries == NULL &&
         item->length <= 12 && !nb_text_is_enumerated (self->text + item->offset, item->length);
}

/* The first head of the table that the anchor @from stands in. */
static guint
find_first_head (Heads *self, guint from)
{
  guint first = from;

  for (guint i = from; i > 0 && from - i < REACH; i--)
    {
      const NbItem *item = nb_items_get (self->items, i - 1);

      if (is_head (self, i - 1) || (item->row != 0 && item->row == nb_items_get (self->items, first)->row))
        first = i - 1;
      else if (item->kind == NB_ITEM_PROSE || item->kind == NB_ITEM_VALUE ||
               item->entries != NULL || item->length > 24)
        break;
    }
  return is_corner (self, first) ? first - 1 : first;
}

/* Right behind a value, a word with a digit in it, or a single mark: a number that cannot be
 * read. */
static gboolean
is_spoilt_number (Heads *self, guint i)
{
  const NbItem *item = nb_items_get (self->items, i);

  if (i == 0 || item->kind != NB_ITEM_LABEL || item->entries != NULL || item->length > 24 ||
      nb_items_get (self->items, i - 1)->kind == NB_ITEM_LABEL ||
      nb_items_get (self->items, i - 1)->kind == NB_ITEM_PROSE)
    return FALSE;
  for (guint j = item->offset; j < item->offset + item->length; j++)
    if (g_ascii_isdigit (self->text[j]))
      return TRUE;
  return g_utf8_strlen (self->text + item->offset, item->length) == 1;
}

/* A label that no cell of this table can be. */
static gboolean
is_foreign (Heads *self, const NbItem *item, guint n_values)
{
  return item->length > 36 || n_values >= self->table->n_metrics ||
         nb_text_is_enumerated (self->text + item->offset, item->length);
}

/* The end of the table: a sentence, a longer label, or a label of another table. Heads behind
 * the wanted number of values begin another occurrence. */
static guint
find_end (Heads *self, guint first, guint *n_anchors)
{
  guint n_values = 0, i = first;

  *n_anchors = 0;
  for (; i < self->items->len && i - first < MOST_ITEMS; i++)
    {
      const NbItem *item = nb_items_get (self->items, i);

      if (is_head (self, i))
        {
          if (n_values >= self->table->n_metrics)
            break;
          *n_anchors += is_anchor (self, i);
          continue;
        }
      n_values += item->kind == NB_ITEM_VALUE;
      /* A word among the values of a row whose ends are known is a cell of it. */
      if (item->kind == NB_ITEM_LABEL && item->row != 0 && i > first && item->entries == NULL &&
          nb_items_get (self->items, i - 1)->row == item->row &&
          nb_items_get (self->items, i - 1)->kind != NB_ITEM_LABEL)
        continue;
      if (n_values < self->table->n_metrics && is_spoilt_number (self, i))
        continue;
      if (item->kind == NB_ITEM_PROSE || item->entries != NULL ||
          (item->kind == NB_ITEM_LABEL && is_foreign (self, item, n_values)))
        break;
    }
  return i;
}

/* Whether the row that item @i stands in holds heads and no values: its blanks are merged heads. */
static gboolean
is_head_row (Heads *self, guint i, guint first, guint end)
{
  guint row = nb_items_get (self->items, i)->row;
  gboolean has_head = FALSE;

  if (row == 0)
    return FALSE;
  while (i > first && nb_items_get (self->items, i - 1)->row == row)
    i--;
  for (; i < end && nb_items_get (self->items, i)->row == row; i++)
    {
      if (nb_items_get (self->items, i)->kind == NB_ITEM_VALUE)
        return FALSE;
      has_head |= nb_items_get (self->items, i)->kind == NB_ITEM_LABEL;
    }
  return has_head;
}

/* The last head before the last value. */
static guint
find_last_head (Heads *self, guint first, guint end)
{
  guint last = first;

  for (guint i = first; i < end; i++)
    if (is_head (self, i))
      last = i + nb_items_get (self->items, i)->n_joined - 1;
  return last;
}

static gboolean
is_blank (Heads *self, GArray *cells, guint i)
{
  return nb_items_get (self->items, g_array_index (cells, guint, i))->kind == NB_ITEM_BLANK;
}

/* Takes off the blanks that are not values. Where cells stand one a line, the blanks of merged
 * heads run on into the values: none of those before the first value counts, since a lost value
 * would move one in. */
static void
trim_blanks (Heads *self, GArray *cells)
{
  guint n = self->table->n_metrics;

  while (cells->len > n && is_blank (self, cells, cells->len - 1))
    g_array_set_size (cells, cells->len - 1);
  while (cells->len > 0 && is_blank (self, cells, 0) &&
         (cells->len > n || nb_items_get (self->items, g_array_index (cells, guint, 0))->row == 0))
    g_array_remove_index (cells, 0);
}

/* An empty column before the heads is one before the values as well. */
static void
drop_empty_column (Heads *self, guint first, GArray *cells)
{
  const NbItem *before = first > 0 ? nb_items_get (self->items, first - 1) : NULL;
  guint row = nb_items_get (self->items, first)->row;

  if (cells->len > 0 && row != 0 && is_blank (self, cells, 0) &&
      (nb_items_get (self->items, first)->kind == NB_ITEM_BLANK ||
       (before != NULL && before->kind == NB_ITEM_BLANK && before->row == row)))
    g_array_remove_index (cells, 0);
}

/* A label in a column of its own before those of the heads: of the row. */
static gboolean
is_row_label (Heads *self, guint i, guint first)
{
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (self->document, &n_pieces);
  const NbPiece *label = &pieces[nb_items_get (self->items, i)->piece];

  if (label->table < 0)
    return FALSE;
  for (guint j = first; j < i; j++)
    {
      const NbPiece *head = &pieces[nb_items_get (self->items, j)->piece];

      if (is_head (self, j) &&
          (head->table != label->table || head->column < label->column + label->column_span))
        return FALSE;
    }
  return TRUE;
}

/* A word in the place of a value: behind the heads in a row of values, or a number that cannot be
 * read behind a value. */
static gboolean
is_junk (Heads *self, guint i, guint first, guint last_head, GArray *cells)
{
  const NbItem *item = nb_items_get (self->items, i);

  if (item->kind != NB_ITEM_LABEL || is_head (self, i))
    return FALSE;
  if (cells->len > 0)
    return (i > last_head || is_spoilt_number (self, i)) &&
           item->row == nb_items_get (self->items, g_array_index (cells, guint, cells->len - 1))->row;
  return i > last_head && item->row != 0 && i + 1 < self->items->len &&
         nb_items_get (self->items, i + 1)->row == item->row &&
         nb_items_get (self->items, i + 1)->kind == NB_ITEM_VALUE && !is_row_label (self, i, first);
}

/* All cells that can be values. Where cells stand one a line, blanks count only behind the last
 * head. */
static GArray *
collect_cells (Heads *self, guint first, guint end)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last_head = find_last_head (self, first, end);
  gboolean has_heads_between = FALSE;

  for (guint i = first; i < last_head; i++)
    has_heads_between |= nb_items_get (self->items, i)->kind == NB_ITEM_VALUE;

  for (guint i = first; i < end; i++)
    {
      const NbItem *item = nb_items_get (self->items, i);
      gboolean is_word = is_junk (self, i, first, last_head, cells);
      gboolean is_cell = item->kind == NB_ITEM_VALUE || is_word ||
                         (item->kind == NB_ITEM_BLANK && !is_head_row (self, i, first, end) &&
                          (i > last_head || (has_heads_between && item->row != 0)));

      if (item->kind == NB_ITEM_LABEL && !is_word)
        {
          i += item->n_joined - 1;
          continue;
        }
      if (is_cell)
        g_array_append_val (cells, i);
    }
  drop_empty_column (self, first, cells);
  trim_blanks (self, cells);
  return cells;
}

/* How many blocks the table has: rows that are the merged heads of its columns. */
static guint
count_blocks (const NbFormTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_metrics; i++)
    n += i == 0 || table->metrics[i]->row != table->metrics[i - 1]->row;
  return n;
}

/* Blanks among values that stand between heads: one may belong to a merged cell, and a value be
 * lost. */
static gboolean
has_doubtful_blank (Heads *self, GArray *cells, guint first)
{
  guint last_head = find_last_head (self, first, g_array_index (cells, guint, cells->len - 1));

  if (last_head < g_array_index (cells, guint, 0) || nb_items_get (self->items, first)->table >= 0)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    if (is_blank (self, cells, i))
      return TRUE;
  return FALSE;
}

/* A row of values that is narrower than its heads, and has a blank: a value may be lost, and the blank be of
 * a column that is none. */
static gboolean
has_lost_cell (Heads *self, GArray *cells, guint first)
{
  guint begin = g_array_index (cells, guint, 0), row = nb_items_get (self->items, begin)->row, widest = 0;
  gboolean has_blank = FALSE;

  if (row == 0)
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      if (nb_items_get (self->items, g_array_index (cells, guint, i))->row != row)
        return FALSE;
      has_blank |= is_blank (self, cells, i);
    }
  for (guint i = first; i < begin && has_blank; i++)
    if (nb_items_get (self->items, i)->row != 0 &&
        nb_items_get (self->items, i)->table == nb_items_get (self->items, begin)->table &&
        (i == first || nb_items_get (self->items, i - 1)->row != nb_items_get (self->items, i)->row))
      widest = MAX (widest, nb_items_measure_row (self->document, self->items, i));
  return has_blank && nb_items_measure_row (self->document, self->items, begin) < widest;
}

/* Heads behind the last value that do not begin the table anew: there is a value too many. */
static gboolean
goes_on (Heads *self, guint first, guint end)
{
  return end < self->items->len && is_head (self, end) &&
         nb_items_get (self->items, end)->entries != nb_items_get (self->items, first)->entries;
}

/* More rows of values without heads of their own: of another year, of a part. Which one is
 * meant, nothing says. */
static gboolean
has_more_rows (Heads *self, guint end)
{
  guint n_values = 0;

  for (guint i = end; i < self->items->len && i - end < 2 * self->table->n_metrics; i++)
    {
      const NbItem *item = nb_items_get (self->items, i);

      if (item->kind == NB_ITEM_PROSE || item->entries != NULL ||
          nb_text_is_enumerated (self->text + item->offset, item->length))
        break;
      n_values += item->kind == NB_ITEM_VALUE;
    }
  return n_values >= self->table->n_metrics;
}

/* One row a result, one column a block: every value column head is followed by as many values as
 * there are blocks. */
static gboolean
is_transposed (Heads *self, guint first, guint end, guint n_blocks)
{
  guint n_rows = 0;

  for (guint i = first; i < end; i++)
    {
      guint n = 0;

      if (!is_head (self, i))
        continue;
      i += nb_items_get (self->items, i)->n_joined - 1;
      while (i + 1 + n < end && !is_head (self, i + 1 + n) &&
             nb_items_get (self->items, i + 1 + n)->kind != NB_ITEM_LABEL)
        n++;
      if (n != 0 && n != n_blocks)
        return FALSE;
      n_rows += n == n_blocks;
    }
  return n_blocks > 1 && n_rows * n_blocks == self->table->n_metrics;
}

/* Whether the cells of a grid are one for each column of the form, in its order: merged ones are not, nor are those that heads
 * stand between, unless each row is one of the results. */
static gboolean
are_in_order (Heads *self, guint first, GArray *cells, gboolean transposed)
{
  guint begin = g_array_index (cells, guint, 0), end = g_array_index (cells, guint, cells->len - 1);

  for (guint i = begin; i < end && !transposed && nb_items_get (self->items, begin)->table >= 0; i++)
    if (is_head (self, i))
      return FALSE;
  return nb_blocks_spans_agree (self->document, self->items, self->table, first, cells);
}

/* Whether a cell of a grid stands between two values of its row: no merged head has left it. */
static gboolean
is_between_values (Heads *self, GArray *cells, guint i)
{
  const NbItem *item = nb_items_get (self->items, g_array_index (cells, guint, i));
  gboolean is_behind = FALSE, is_before = FALSE;

  for (guint j = 0; j < cells->len; j++)
    {
      const NbItem *other = nb_items_get (self->items, g_array_index (cells, guint, j));

      if (other->kind != NB_ITEM_VALUE || other->row != item->row)
        continue;
      is_behind |= j < i;
      is_before |= j > i;
    }
  return item->table >= 0 && is_behind && is_before;
}

/* Where as many values stand as are wanted, no blank is one of them. */
static void
drop_blanks (Heads *self, GArray *cells)
{
  guint n_values = 0;

  for (guint i = 0; i < cells->len; i++)
    n_values += nb_items_get (self->items, g_array_index (cells, guint, i))->kind == NB_ITEM_VALUE;
  for (guint i = cells->len; n_values == self->table->n_metrics && i > 0; i--)
    if (is_blank (self, cells, i - 1) && !is_between_values (self, cells, i - 1))
      g_array_remove_index (cells, i - 1);
}

static void
write_cell (Heads *self, NbBoundTable *bound, guint metric, guint item_index)
{
  NbBound *cell = &g_array_index (bound->bound, NbBound, metric);
  const NbItem *item = nb_items_get (self->items, item_index);

  cell->piece = item->piece;
  cell->offset = item->offset;
  cell->length = item->length;
  cell->confidence = NB_CONFIDENCE_EXACT;
  cell->value = nb_item_parse (item, self->text, cell->metric->kind);
  if (item->is_cut && metric + 1 < bound->bound->len)
    cell->value = (NbValue){ .state = NB_STATE_UNREADABLE };
  bound->n_legible += cell->value.state != NB_STATE_UNREADABLE;
}

/* How many of the first cells are sure. In a row of text of which only the last cell is blank, a value may have been lost,
 * and the row be filled up behind it: the blocks before it are sure as far as their sums come out. A block of zeros tells
 * nothing else wherever its cells belong. */
static guint
count_sure (Heads *self, GArray *cells)
{
  guint n = cells->len, n_results = n / count_blocks (self->table);
  gboolean is_zero = TRUE;
  g_autoptr (NbSums) sums = NULL;

  if (!is_blank (self, cells, n - 1) ||
      nb_items_get (self->items, g_array_index (cells, guint, n - 1))->table >= 0)
    return n;
  sums = nb_sums_new (self->table->form);
  for (guint i = 0; i + 1 < n; i++)
    {
      const NbMetric *metric = self->table->metrics[i];
      NbValue value = nb_item_parse (nb_items_get (self->items, g_array_index (cells, guint, i)), self->text,
                                     metric->kind);

      if (is_blank (self, cells, i))
        return n;
      nb_sums_add (sums, metric, &value);
      is_zero &= i + n_results < n || value.state == NB_STATE_ZERO;
    }
  for (guint i = 0; i + n_results < n; i++)
    if (!nb_sums_pin (sums, self->table->metrics[i], NULL))
      return 0;
  return is_zero ? n : n - n_results;
}

/* One value too many or too few moves all that follow: nothing can be bound (DOMAIN, T4-02). */
static void
write_unreadable (Heads *self, NbBoundTable *bound, GArray *cells)
{
  const NbItem *first = nb_items_get (self->items, g_array_index (cells, guint, 0));
  const NbItem *last = nb_items_get (self->items, g_array_index (cells, guint, cells->len - 1));
  gsize offset, length;

  nb_items_get_extent (first, last, &offset, &length);
  nb_text_trim (self->text, &offset, &length);
  for (guint i = 0; i < bound->bound->len; i++)
    {
      NbBound *cell = &g_array_index (bound->bound, NbBound, i);

      cell->piece = first->piece;
      cell->offset = (guint) offset;
      cell->length = (guint) length;
      cell->value = (NbValue){ .state = NB_STATE_UNREADABLE };
    }
}

/* The cells from @first on cannot be bound. */
static void
write_doubtful (Heads *self, NbBoundTable *bound, GArray *cells, guint first)
{
  for (guint i = first; i < cells->len; i++)
    {
      const NbItem *item = nb_items_get (self->items, g_array_index (cells, guint, i));
      NbBound *cell = &g_array_index (bound->bound, NbBound, i);

      cell->piece = item->piece;
      cell->offset = item->offset;
      cell->length = item->length;
      cell->value = (NbValue){ .state = NB_STATE_UNREADABLE };
    }
}

/* Whether blanks were read where values stand that were not: those of strips between cells. */
static gboolean
passes_values_over (Heads *self, guint first, guint end, const guint *cells)
{
  guint n_values = 0, n_blanks = 0;

  for (guint i = first; i < end; i++)
    n_values += nb_items_get (self->items, i)->kind == NB_ITEM_VALUE;
  for (guint i = 0; i < self->table->n_metrics; i++)
    if (cells[i] < NB_CELL_EMPTY)
      {
        n_blanks += nb_items_get (self->items, cells[i])->kind == NB_ITEM_BLANK;
        n_values -= nb_items_get (self->items, cells[i])->kind == NB_ITEM_VALUE;
      }
  return n_blanks > 0 && n_values > 0;
}

/* Each metric with the cell that its head tells. */
static void
write_told (Heads *self, NbBoundTable *bound, const guint *cells, const guint *heads)
{
  for (guint i = 0; i < self->table->n_metrics; i++)
    {
      NbBound *cell = &g_array_index (bound->bound, NbBound, i);
      const NbItem *head = nb_items_get (self->items, heads[i]);

      if (cells[i] < NB_CELL_EMPTY)
        {
          write_cell (self, bound, i, cells[i]);
          continue;
        }
      cell->piece = head->piece;
      cell->offset = head->offset + head->length;
      cell->confidence = NB_CONFIDENCE_EXACT;
      cell->value.state = cells[i] == NB_CELL_EMPTY ? NB_STATE_BLANK : NB_STATE_UNREADABLE;
    }
}

/* Cell by cell, where heads stand between the values, or the row of values has merged cells. */
static gboolean
write_by_heads (Heads *self, NbBoundTable *bound, guint first, guint end, GArray *values)
{
  guint n = self->table->n_metrics;
  g_autofree guint *cells = g_new (guint, n), *heads = g_new (guint, n);

  if (!nb_blocks_read_by_heads (self->document, self->items, self->table, first, end, cells,
                                heads) &&
      (goes_on (self, first, end) ||
       !nb_blocks_read_below_heads (self->document, self->items, self->table, first, values, cells,
                                    heads)))
    return FALSE;
  if (passes_values_over (self, first, end, cells))
    return FALSE;
  write_told (self, bound, cells, heads);
  return TRUE;
}

/* Row by row, where the blocks stand in another order than the form's. */
static gboolean
write_by_rows (Heads *self, NbBoundTable *bound, guint first, guint end)
{
  guint n = self->table->n_metrics;
  g_autofree guint *cells = g_new (guint, n), *heads = g_new (guint, n);

  if (!nb_blocks_read_by_rows (self->document, self->items, self->table, first, end, cells, heads) ||
      passes_values_over (self, first, end, cells))
    return FALSE;
  write_told (self, bound, cells, heads);
  return TRUE;
}

/* Of a table that runs over the side of its page, what stands there. */
static gboolean
write_clipped (Heads *self, NbBoundTable *bound, guint first, guint end, GArray *values)
{
  g_autofree guint *cells = g_new (guint, self->table->n_metrics);

  if (!nb_blocks_read_clipped (self->document, self->items, self->table, first, end, cells))
    return FALSE;
  write_unreadable (self, bound, values);
  for (guint i = 0; i < self->table->n_metrics; i++)
    if (cells[i] != NB_CELL_UNSURE)
      write_cell (self, bound, i, cells[i]);
  return TRUE;
}

/* Heads in another order than the form's: each value stands below its own, or in its order. */
static gboolean
write_by_columns (Heads *self, NbBoundTable *bound, guint first, GArray *values)
{
  g_autofree guint *cells = g_new (guint, self->table->n_metrics);

  if (!nb_blocks_read_by_columns (self->document, self->items, self->table, first, values, cells) &&
      !nb_blocks_read_by_order (self->document, self->items, self->table, first, values, cells))
    return FALSE;
  for (guint i = 0; i < self->table->n_metrics; i++)
    write_cell (self, bound, i, cells[i]);
  return TRUE;
}

static NbBoundTable *
bind_occurrence (Heads *self, guint first, guint end)
{
  NbBoundTable *bound = nb_bound_table_new (self->table);
  g_autoptr (GArray) cells = collect_cells (self, first, end);
  guint n = self->table->n_metrics, n_blocks = count_blocks (self->table);
  gboolean transposed = is_transposed (self, first, end, n_blocks);

  bound->n_rows = n_blocks;
  drop_blanks (self, cells);
  if (cells->len == n &&
      nb_heads_agree_blocks (self->document, self->items, self->table, first, end) &&
      !has_more_rows (self, end) && !has_doubtful_blank (self, cells, first) &&
      !has_lost_cell (self, cells, first) && !goes_on (self, first, end) &&
      are_in_order (self, first, cells, transposed))
    {
      guint n_results = n / n_blocks, n_sure = transposed ? n : count_sure (self, cells);

      for (guint i = 0; i < n_sure; i++)
        write_cell (self, bound, transposed ? (i % n_blocks) * n_results + i / n_blocks : i,
                    g_array_index (cells, guint, i));
      write_doubtful (self, bound, cells, n_sure);
    }
  else if (cells->len > 0 &&
           (has_more_rows (self, end) || goes_on (self, first, end) ||
            !write_clipped (self, bound, first, end, cells)) &&
           (has_more_rows (self, end) ||
            (!nb_heads_agree_blocks (self->document, self->items, self->table, first, end)
                 ? goes_on (self, first, end) || (!write_by_columns (self, bound, first, cells) &&
                                                  !write_by_rows (self, bound, first, end))
                 : !write_by_heads (self, bound, first, end, cells))))
    write_unreadable (self, bound, cells);

  bound->pieces.first = nb_items_get (self->items, first)->piece;
  bound->pieces.end = nb_items_get (self->items, cells->len > 0
                                            ? g_array_index (cells, guint, cells->len - 1)
                                            : find_last_head (self, first, end))
                          ->piece +
                      1;
  return bound;
}

/**
 * nb_binder_bind_blocks:
 * @document: a document
 * @items: its items
 * @table: a table of kind NB_TABLE_BLOCKS
 *
 * Binds every occurrence of the table.
 *
 * Returns: (transfer full) (element-type NbBoundTable): in reading order
 */
GPtrArray *
nb_binder_bind_blocks (NbDocument *document, GArray *items, const NbFormTable *table)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_bound_table_free);
  Heads self = { document, nb_document_get_text (document, NULL), items, table };

  for (guint i = 0; i < items->len && tables->len < NB_LIMIT_PARTS;)
    {
      guint n_anchors, first, end;
      g_autoptr (NbBoundTable) bound = NULL;

      if (!is_anchor (&self, i))
        {
          i++;
          continue;
        }
      first = find_first_head (&self, i);
      end = find_end (&self, first, &n_anchors);
      if (n_anchors >= 3 && end > first)
        {
          bound = bind_occurrence (&self, first, end);
          if (bound->n_legible > 0 ||
              g_array_index (bound->bound, NbBound, 0).value.state == NB_STATE_UNREADABLE)
            g_ptr_array_add (tables, g_steal_pointer (&bound));
        }
      i = MAX (end, i + 1);
    }
  return tables;
}
