/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tables whose rows are a label and a run of values. The rows come from nb-chain; here each run becomes figures: as many
 * values as the row needs, no more and no fewer, or the whole row is unreadable.
 */

#include "nb-chain.h"
#include "nb-grid-spans.h"

#include "base/nb-limits.h"
#include "base/nb-text.h"

#include <string.h>

/* How far before a row its column head is looked for. */
#define HEAD_REACH 10
/* What stands in the place of a value is shorter than this many bytes; longer is a label or a line of text. */
#define LONGEST_VALUE 24

typedef struct
{
  NbDocument *document;
  const char *text;
  GArray *items;
  NbBoundTable *bound;
} Writer;

static void
set_label (Writer *self, NbBound *bound, const NbRun *run)
{
  const NbItem *first, *last;
  gsize offset, length;

  if (run->n_label == 0)
    return;
  first = nb_items_get (self->items, run->label);
  last = nb_items_get (self->items, run->label + run->n_label - 1);
  nb_items_get_extent (first, last, &offset, &length);
  bound->label_offset = (guint) offset;
  bound->label_length = (guint) length;
  bound->label_piece = MIN (first->piece, last->piece);
  bound->n_label_pieces = MAX (first->piece, last->piece) - bound->label_piece + 1;
}

/* The place of a whole run, for a row that cannot be read cell by cell. */
static void
set_whole_run (Writer *self, NbBound *bound, const NbRun *run)
{
  const NbItem *last_label = nb_items_get (
      self->items, run->n_label > 0 ? run->label + run->n_label - 1 : run->label);

  bound->piece = last_label->piece;
  bound->offset = last_label->offset + last_label->length;
  bound->length = 0;
  if (run->n > 0)
    {
      const NbItem *first = nb_items_get (self->items, run->first);
      const NbItem *last = nb_items_get (self->items, run->first + run->n - 1);
      gsize offset, length;

      nb_items_get_extent (first, last, &offset, &length);
      nb_text_trim (self->text, &offset, &length);
      bound->piece = first->piece;
      bound->offset = (guint) offset;
      bound->length = (guint) length;
    }
}

static gboolean
is_last_metric (Writer *self, const NbMetric *metric)
{
  return metric == self->bound->table->metrics[self->bound->table->n_metrics - 1];
}

static void
set_cell (Writer *self, NbBound *bound, guint item_index, NbValueKind kind)
{
  const NbItem *item = nb_items_get (self->items, item_index);

  bound->piece = item->piece;
  bound->offset = item->offset;
  bound->length = item->length;
  bound->value = nb_item_parse (item, self->text, kind);
  if (item->is_cut && bound->metric != NULL && !is_last_metric (self, bound->metric))
    bound->value = (NbValue){ .state = NB_STATE_UNREADABLE };
}

static NbBound *
bound_for (Writer *self, const NbMetric *metric)
{
  for (guint i = 0; i < self->bound->bound->len; i++)
    if (g_array_index (self->bound->bound, NbBound, i).metric == metric)
      return &g_array_index (self->bound->bound, NbBound, i);
  return NULL;
}

/* The cells of a run, units left out. */
static GArray *
collect_cells (Writer *self, const NbRun *run)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = run->first; i < run->first + run->n; i++)
    if (!nb_items_get (self->items, i)->is_unit)
      g_array_append_val (cells, i);
  return cells;
}

static gboolean
is_blank (Writer *self, GArray *cells, guint i)
{
  return nb_items_get (self->items, g_array_index (cells, guint, i))->kind == NB_ITEM_BLANK;
}

static gboolean
says_same (Writer *self, GArray *cells, guint a, guint b)
{
  const NbItem *x = nb_items_get (self->items, g_array_index (cells, guint, a));
  const NbItem *y = nb_items_get (self->items, g_array_index (cells, guint, b));

  return x->length == y->length &&
         memcmp (self->text + x->offset, self->text + y->offset, x->length) == 0;
}

/* A document that repeats cells, or leaves them empty, merges none of them. */
static gboolean
any_merged (Writer *self, GArray *cells)
{
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (self->document, &n_pieces);

  for (guint i = 0; i < cells->len; i++)
    if (pieces[nb_items_get (self->items, g_array_index (cells, guint, i))->piece].column_span > 1)
      return TRUE;
  return FALSE;
}

/* Cells that the printed form merges and that this document repeats or leaves empty: one value a
 * span. */
static gboolean
unmerge (Writer *self, const NbFormRow *row, GArray *cells)
{
  guint n_spanned = 0, at = 0;

  for (guint i = 0; i < row->n_metrics; i++)
    n_spanned += row->spans[i];
  if (cells->len != n_spanned || n_spanned == row->n_metrics ||
      !nb_items_get (self->items, g_array_index (cells, guint, 0))->separated ||
      any_merged (self, cells))
    return FALSE;
  for (guint i = 0; i < row->n_metrics; at += row->spans[i++])
    for (guint j = 1; j < row->spans[i]; j++)
      if (!is_blank (self, cells, at + j) && !says_same (self, cells, at, at + j))
        return FALSE;

  at = 0;
  for (guint i = 0; i < row->n_metrics; at += row->spans[i++])
    g_array_index (cells, guint, i) = g_array_index (cells, guint, at);
  g_array_set_size (cells, row->n_metrics);
  return TRUE;
}

/* The rest of a head that stands over several lines. */
static gboolean
is_rest_of_head (const NbItem *item)
{
  return item->is_continued || item->is_rest;
}

/* The row of column heads before a row: its items from the first head on; 0 where there is none. */
static guint
find_head_row (Writer *self, guint label, guint *n)
{
  const NbFormTable *table = self->bound->table;
  guint row, first = label, end;

  *n = 0;
  while (first > 0 && label - first < 3 * HEAD_REACH &&
         nb_entry_find (nb_items_get (self->items, first - 1)->entries, table, NB_ENTRY_HEAD) ==
             NULL)
    first--;
  if (first == 0 ||
      nb_entry_find (nb_items_get (self->items, first - 1)->entries, table, NB_ENTRY_HEAD) ==
          NULL ||
      nb_items_get (self->items, first - 1)->row == 0)
    return 0;
  end = first--;
  row = nb_items_get (self->items, first)->row;
  while (end < label && nb_items_get (self->items, end)->row == row)
    end++;
  while (first > 0 && nb_items_get (self->items, first - 1)->row == row &&
         (nb_items_get (self->items, first - 1)->kind == NB_ITEM_BLANK ||
          is_rest_of_head (nb_items_get (self->items, first - 1)) ||
          nb_entry_find (nb_items_get (self->items, first - 1)->entries, table, NB_ENTRY_HEAD) !=
              NULL))
    first--;
  while (first < end && nb_items_get (self->items, first)->kind == NB_ITEM_BLANK)
    first++;
  *n = end - first;
  return first;
}

/* The heads before a row, each as the item that it begins with. */
static GArray *
collect_heads (Writer *self, guint label)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n, first = find_head_row (self, label, &n);

  for (guint i = first; i < first + n; i++)
    if (!is_rest_of_head (nb_items_get (self->items, i)))
      g_array_append_val (heads, i);
  return heads;
}

/* A grid without spans repeats the cells that the form merges, or leaves them empty, one here
 * and one there: the heads above tell which belong together. */
static gboolean
choose_by_heads (Writer *self, const NbFormRow *row, const NbRun *run, GArray *cells)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) heads = collect_heads (self, run->label);

  if (heads->len != cells->len || heads->len <= row->n_metrics)
    return FALSE;
  for (guint i = 0; i < heads->len; i++)
    {
      const NbItem *item = nb_items_get (self->items, g_array_index (heads, guint, i)),
                   *before = i > 0 ? nb_items_get (self->items, g_array_index (heads, guint, i - 1))
                                   : NULL;
      gboolean is_repeated = before != NULL && item->kind != NB_ITEM_BLANK &&
                             item->entries == before->entries;

      if (before == NULL || (item->kind != NB_ITEM_BLANK && !is_repeated))
        g_array_append_val (chosen, g_array_index (cells, guint, i));
      else if (!is_blank (self, cells, i) && !(is_repeated && says_same (self, cells, i, i - 1)))
        return FALSE;
    }
  if (chosen->len != row->n_metrics)
    return FALSE;
  g_array_set_size (cells, 0);
  g_array_append_vals (cells, chosen->data, chosen->len);
  return TRUE;
}

/* Whether as many heads stand over a row as it has cells, and a blank in the place of one that is no merged cell: the row
 * has lost a cell, and was filled up. */
static gboolean
contradicts_heads (Writer *self, const NbFormRow *row, const NbRun *run, GArray *cells)
{
  g_autoptr (GArray) heads = collect_heads (self, run->label);
  gboolean is_filled = FALSE;

  if (heads->len != cells->len || heads->len <= row->n_metrics)
    return FALSE;
  for (guint i = 0; i < heads->len; i++)
    is_filled |= nb_items_get (self->items, g_array_index (heads, guint, i))->kind ==
                     NB_ITEM_BLANK &&
                 !is_blank (self, cells, i);
  return is_filled;
}

/* A cell that may be none of its own: empty, or the same as the one before it. */
static gboolean
any_doubtful (Writer *self, GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (is_blank (self, cells, i) ||
        (i > 0 && nb_items_get (self->items, g_array_index (cells, guint, 0))->table >= 0 &&
         says_same (self, cells, i, i - 1)))
      return TRUE;
  return FALSE;
}

/* In a text, the blank of a merged cell stands behind the values: a row that has lost a value
 * looks like one that was left blank. In a grid the spans tell them apart; and a row that is
 * narrower than its heads has lost a cell, which one nobody can tell. */
static gboolean
may_have_lost_a_cell (Writer *self, const NbFormRow *row, const NbRun *run, GArray *cells)
{
  guint n_spanned = 0, n_heads, head;

  if (row->n_metrics == 1 || (!any_doubtful (self, cells) && cells->len == row->n_metrics))
    return FALSE;
  head = find_head_row (self, run->label, &n_heads);
  if (n_heads > 0 && nb_items_measure_row (self->document, self->items, run->first) <
                         nb_items_measure_row (self->document, self->items, head))
    return TRUE;
  for (guint i = 0; i < row->n_metrics; i++)
    n_spanned += row->spans[i];
  return cells->len == row->n_metrics && n_spanned > row->n_metrics && row->n_metrics > 1 &&
         nb_items_get (self->items, g_array_index (cells, guint, 0))->table < 0 &&
         is_blank (self, cells, cells->len - 1);
}

/* Whether the cells of a grid are one for each head above them, whatever their number: merged ones may not be. */
static gboolean
stand_below_heads (Writer *self, const NbRun *run, GArray *cells)
{
  guint begin = g_array_index (cells, guint, 0), n = 0;
  g_autoptr (GArray) heads = NULL;
  g_autofree NbSpan *spans = NULL;

  if (nb_items_get (self->items, begin)->table < 0)
    return TRUE;
  for (guint i = 0; i < cells->len; i++)
    if (nb_spans_reach_down (self->document, self->items, g_array_index (cells, guint, i)))
      return FALSE;
  if (nb_spans_are_reached (self->document, self->items, begin))
    return FALSE;
  if (nb_spans_are_even (self->document, self->items, cells))
    return TRUE;
  heads = collect_heads (self, run->label);
  spans = g_new (NbSpan, heads->len + 1);
  /* The table may be split below its heads. */
  for (guint i = 0; i < heads->len; i++)
    {
      spans[n] = nb_span_of (self->document, self->items, g_array_index (heads, guint, i));
      n += spans[n].begin >= nb_span_of (self->document, self->items, begin).begin;
    }
  return nb_spans_follow (self->document, self->items, cells, spans, n);
}

/* Narrows the cells of a run to the values of its row. FALSE where that cannot be sure. */
static gboolean
choose_cells (Writer *self, const NbFormRow *row, const NbRun *run, GArray *cells)
{
  if (may_have_lost_a_cell (self, row, run, cells))
    return FALSE;
  if (cells->len == row->n_metrics)
    return stand_below_heads (self, run, cells);
  if (choose_by_heads (self, row, run, cells) || unmerge (self, row, cells))
    return TRUE;
  if (contradicts_heads (self, row, run, cells))
    return FALSE;
  while (cells->len > row->n_metrics && is_blank (self, cells, cells->len - 1))
    g_array_set_size (cells, cells->len - 1);
  while (cells->len > row->n_metrics && is_blank (self, cells, 0))
    g_array_remove_index (cells, 0);
  return cells->len == row->n_metrics;
}

/* Whether only the last cell of several is blank in a row of text. */
static gboolean
lacks_last (Writer *self, const NbFormRow *row, const NbRun *run)
{
  g_autoptr (GArray) cells = collect_cells (self, run);

  if (row->n_metrics < 2 || cells->len < row->n_metrics ||
      nb_items_get (self->items, g_array_index (cells, guint, 0))->table >= 0 ||
      !choose_cells (self, row, run, cells) || !is_blank (self, cells, cells->len - 1))
    return FALSE;
  for (guint i = 0; i + 1 < cells->len; i++)
    if (is_blank (self, cells, i))
      return FALSE;
  return TRUE;
}

/* A row that lacks its last value, where most rows do not: another one may have been lost, and the row filled up. */
static gboolean
may_be_filled_up (Writer *self, GArray *chain, guint run)
{
  guint n_lacking = 0, n_rows = 0;

  if (!lacks_last (self, self->bound->table->rows[g_array_index (chain, NbRun, run).row],
                   &g_array_index (chain, NbRun, run)))
    return FALSE;
  for (guint i = 0; i < chain->len; i++)
    {
      const NbRun *other = &g_array_index (chain, NbRun, i);
      const NbFormRow *row = self->bound->table->rows[other->row];

      n_rows += row->n_metrics > 1;
      n_lacking += lacks_last (self, row, other);
    }
  return n_lacking * 2 <= n_rows;
}

/* A table of one value column has a unit cell before the value and maybe a remark behind it. */
static gboolean
choose_single (Writer *self, GArray *cells, guint *remark)
{
  guint n = cells->len;

  *remark = 0;
  while (cells->len > 1 && is_blank (self, cells, cells->len - 1))
    g_array_set_size (cells, cells->len - 1);
  if (cells->len > 1 && is_blank (self, cells, 0))
    g_array_remove_index (cells, 0);
  /* Two written cells, both empty: the unit and the value. */
  if (cells->len == 1)
    return n <= 3;
  if (cells->len == 2 &&
      nb_items_get (self->items, g_array_index (cells, guint, 1))->kind == NB_ITEM_LABEL)
    {
      *remark = g_array_index (cells, guint, 1);
      g_array_set_size (cells, 1);
      return TRUE;
    }
  return FALSE;
}

static void
write_row (Writer *self, const NbRun *run, GArray *cells, gboolean is_sure, guint remark)
{
  const NbFormRow *row = self->bound->table->rows[run->row];

  self->bound->n_rows++;
  is_sure &= run->rival == 0 && !run->is_doubtful;
  for (guint i = 0; i < row->n_metrics; i++)
    {
      NbBound *bound = bound_for (self, row->metrics[i]);

      bound->confidence = run->confidence;
      set_label (self, bound, run);
      if (!is_sure || g_array_index (cells, guint, i) == NB_ITEM_UNSEEN)
        {
          set_whole_run (self, bound, run);
          bound->value = (NbValue){ .state = NB_STATE_UNREADABLE };
          continue;
        }
      set_cell (self, bound, g_array_index (cells, guint, i), row->metrics[i]->kind);
      nb_run_find_unit (self->document, self->items, self->bound->table, run, bound);
      if (remark != 0 && bound->value.remark_length == 0)
        {
          bound->value.remark_offset = nb_items_get (self->items, remark)->offset - bound->offset;
          bound->value.remark_length = nb_items_get (self->items, remark)->length;
        }
      self->bound->n_legible += bound->value.state != NB_STATE_UNREADABLE;
    }
}

/* Whether nothing stands where the value should: the next item is a label that the table knows,
 * or the table is over. */
static gboolean
is_left_empty (Writer *self, const NbRun *run)
{
  const NbItem *next;

  if (run->first >= self->items->len || run->n > 0)
    return TRUE;
  next = nb_items_get (self->items, run->first);
  return next->entries != NULL || next->kind == NB_ITEM_PROSE || next->is_continued ||
         next->length > LONGEST_VALUE;
}

/* Something stands behind the label that is no value. */
static void
write_junk (Writer *self, const NbRun *run)
{
  NbBound *bound = bound_for (self, self->bound->table->rows[run->row]->metrics[0]);

  self->bound->n_rows++;
  set_label (self, bound, run);
  bound->confidence = run->confidence;
  set_cell (self, bound, run->first, bound->metric->kind);
}

/* A row of one value whose value is not there was left empty: nothing else can have been lost. */
static void
write_empty_row (Writer *self, const NbRun *run)
{
  NbBound *bound = bound_for (self, self->bound->table->rows[run->row]->metrics[0]);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (self->document, &n_pieces);
  const NbPiece *junk = nb_run_find_junk (self->document, self->items, run);

  self->bound->n_rows++;
  set_label (self, bound, run);
  set_whole_run (self, bound, run);
  bound->confidence = run->confidence;
  bound->value = (NbValue){ .state = junk != NULL ? NB_STATE_UNREADABLE : NB_STATE_BLANK };
  self->bound->n_legible += junk == NULL;
  if (junk != NULL)
    {
      bound->piece = (guint) (junk - pieces);
      bound->offset = junk->offset;
      bound->length = junk->length;
    }
}

static void
write_rows_alone (Writer *self, GArray *chain)
{
  for (guint i = 0; i < chain->len; i++)
    {
      const NbRun *run = &g_array_index (chain, NbRun, i);
      const NbFormRow *row = self->bound->table->rows[run->row];
      g_autoptr (GArray) cells = collect_cells (self, run);
      gboolean is_list = self->bound->table->n_columns == 1;
      guint remark = 0;
      gboolean is_sure;

      if (cells->len == 0 && row->n_metrics == 1 && !run->is_doubtful)
        {
          if (is_left_empty (self, run))
            write_empty_row (self, run);
          else
            write_junk (self, run);
          continue;
        }
      is_sure = is_list
                    ? choose_single (self, cells, &remark)
                    : !may_be_filled_up (self, chain, i) && choose_cells (self, row, run, cells) &&
                          (nb_heads_agree_row (self->document, self->items, row, run->label) ||
                           nb_heads_turn_row (self->document, self->items, row, run->label, cells));
      write_row (self, run, cells, is_sure, remark);
    }
}

/* Takes back what was read by heads that the sums contradict. */
static void
confirm_turned (Writer *self, GArray *chain, const gboolean *is_turned, GArray **choice)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new (), turned = g_ptr_array_new ();

  for (guint i = 0; i < chain->len; i++)
    if (is_turned[i])
      {
        g_ptr_array_add (rows,
                         (gpointer) self->bound->table->rows[g_array_index (chain, NbRun, i).row]);
        g_ptr_array_add (turned, choice[i]);
      }
  if (turned->len == 0 ||
      nb_heads_confirm_turned (self->document, self->items, (const NbFormRow *const *) rows->pdata,
                               (GArray *const *) turned->pdata, turned->len))
    return;
  for (guint i = 0; i < turned->len; i++)
    g_array_set_size (g_ptr_array_index (turned, i), 0);
}

static void
write_rows_together (Writer *self, GArray *chain)
{
  const NbFormTable *table = self->bound->table;
  g_autofree GArray **choice = g_new0 (GArray *, chain->len);
  g_autofree gboolean *is_turned = g_new0 (gboolean, chain->len);
  guint heads = NB_ITEM_UNSEEN, label;
  gboolean agree = TRUE, is_headed = nb_heads_any_columns (self->items, table,
                                                           g_array_index (chain, NbRun, 0).label);

  nb_columns_choose (self->document, self->items, table, chain, choice);
  for (guint i = 0; i < chain->len; i++)
    {
      g_autoptr (GArray) cells = collect_cells (self, &g_array_index (chain, NbRun, i));

      label = g_array_index (chain, NbRun, i).label;
      /* Heads that are printed again further down, on another page, may have another order. */
      if (!nb_heads_agree_columns (self->document, self->items, table, label) ||
          nb_heads_move_band (self->document, self->items, table, label))
        {
          /* Heads of another order that nothing stands above: the rows before them are under none. */
          for (guint j = 0; agree && !is_headed && j < i; j++)
            g_array_set_size (choice[j], 0);
          heads = label;
          agree = FALSE;
        }
      else if (!agree && nb_heads_any_columns (self->items, table, label))
        heads = NB_ITEM_UNSEEN;
      if (agree && choice[i]->len == 0)
        nb_heads_choose_clipped (self->document, self->items, table,
                                 g_array_index (chain, NbRun, 0).label, cells, choice[i]);
      if (agree)
        continue;
      is_turned[i] = TRUE;
      g_array_set_size (choice[i], 0);
      if (heads != NB_ITEM_UNSEEN)
        nb_heads_choose_turned (self->document, self->items, table, heads, cells, choice[i]);
    }
  confirm_turned (self, chain, is_turned, choice);
  for (guint i = 0; i < chain->len; i++)
    {
      write_row (self, &g_array_index (chain, NbRun, i), choice[i], choice[i]->len > 0, 0);
      g_array_unref (choice[i]);
    }
}

/* The row of another form that has just this label, in the table of the same name. */
static const NbFormRow *
find_foreign_row (Writer *self, const NbRun *run)
{
  const NbFormTable *table = self->bound->table;
  g_autofree char *key = nb_items_dup_key (self->document, self->items, run->label, run->n_label);

  for (const NbEntry *e = nb_items_get (self->items, run->label)->entries; e != NULL; e = e->next)
    if (e->kind == NB_ENTRY_LEAF && e->table != table && g_str_equal (e->table->id, table->id) &&
        g_str_equal (e->table->rows[e->index]->keys[0], key) &&
        nb_form_find_metric (table->form, e->table->rows[e->index]->metrics[0]->id) == NULL)
      return e->table->rows[e->index];
  return NULL;
}

static void
write_extra (Writer *self, const NbRun *run, guint number)
{
  g_autoptr (GArray) cells = collect_cells (self, run);
  const NbFormRow *foreign = find_foreign_row (self, run);

  if (foreign != NULL && !choose_cells (self, foreign, run, cells))
    {
      foreign = NULL;
      g_array_unref (cells);
      cells = collect_cells (self, run);
    }
  while (foreign == NULL && cells->len > 1 && is_blank (self, cells, cells->len - 1))
    g_array_set_size (cells, cells->len - 1);
  for (guint i = 0; i < cells->len; i++)
    {
      NbBound bound = { .extra = number, .extra_column = cells->len > 1 ? i + 1 : 0 };

      bound.metric = foreign != NULL ? foreign->metrics[i] : NULL;
      bound.confidence = NB_CONFIDENCE_EXACT;
      set_label (self, &bound, run);
      set_cell (self, &bound, g_array_index (cells, guint, i),
                foreign != NULL ? foreign->metrics[i]->kind : NB_VALUE_SIGNED);
      g_array_append_val (self->bound->extras, bound);
    }
}

/* A fragment of a heading with the dash of its unit: "式公开政府信息的情况 ——". */
static gboolean
is_dash_alone (Writer *self, const NbRun *run)
{
  if (self->bound->table->n_columns != 1)
    return FALSE;
  for (guint i = run->first; i < run->first + run->n; i++)
    {
      const NbItem *item = nb_items_get (self->items, i);
      NbState state =
          nb_value_parse (self->text + item->offset, item->length, NB_VALUE_COUNT).state;

      if (!item->is_unit && state != NB_STATE_PLACEHOLDER && state != NB_STATE_BLANK)
        return FALSE;
    }
  return TRUE;
}

static void
write_extras (Writer *self, GArray *extras)
{
  guint number = 0;

  self->bound->is_cut = extras->len > NB_LIMIT_EXTRA_ROWS;
  for (guint i = 0; i < MIN (extras->len, NB_LIMIT_EXTRA_ROWS); i++)
    {
      const NbRun *run = &g_array_index (extras, NbRun, i);

      if (is_dash_alone (self, run))
        continue;
      write_extra (self, run, find_foreign_row (self, run) != NULL ? 0 : ++number);
    }
}

/* Whether the grid that item @i stands in holds another table of the form as well. */
static gboolean
is_shared_grid (GArray *items, const NbFormTable *table, guint i, int step)
{
  int grid = nb_items_get (items, i)->table;

  for (guint j = i; j < items->len && nb_items_get (items, j)->table == grid; j += (guint) step)
    if (nb_item_is_foreign (nb_items_get (items, j), table))
      return TRUE;
  return FALSE;
}

/* Whether item @i is a row of the table that stands behind row @row of the form, with a value: above that row, it
 * belongs to the table that was printed before. */
static gboolean
is_row_of_other (GArray *items, const NbFormTable *table, guint i, int row)
{
  guint behind = i + nb_items_get (items, i)->n_joined;

  return row >= 0 && behind < items->len && nb_items_get (items, behind)->kind == NB_ITEM_VALUE &&
         nb_item_find_leaf (nb_items_get (items, i), table, row + 1) >= 0;
}

/* How far the table goes beyond its rows: the rest of its grid; else its own heads, fragments of
 * them, and blanks. @step is 1 or -1 (as unsigned). */
static guint
find_border (GArray *items, const NbFormTable *table, guint from, int step)
{
  int grid = nb_items_get (items, from)->table;
  gboolean whole_grid = grid >= 0 && !is_shared_grid (items, table, from, step);
  guint border = from;
  int row = step < 0 ? nb_item_find_leaf (nb_items_get (items, from), table, 0) : -1;

  for (guint i = from + (guint) step, n = 0; i < items->len && (whole_grid || n < 64);
       i += (guint) step, n++)
    {
      const NbItem *item = nb_items_get (items, i);

      if (whole_grid && item->table == grid)
        border = i;
      else if (item->row != 0 && item->row == nb_items_get (items, border)->row)
        border = i;
      else if (item->is_continued)
        continue;
      else if (item->kind == NB_ITEM_PROSE || (item->kind == NB_ITEM_VALUE && item->table != grid))
        break;
      else if (grid < 0 && is_row_of_other (items, table, i, row))
        break;
      else if (nb_item_has_entry (item, table) || (step > 0 && item->kind == NB_ITEM_BLANK))
        border = i;
      else if (item->kind == NB_ITEM_LABEL &&
               (item->length > 24 || nb_item_is_foreign (item, table) || step > 0))
        break;
    }
  return nb_items_get (items, border)->piece;
}

static gboolean
any_key (const NbFormRow *row, const char *text, gboolean as_suffix)
{
  for (const char *const *key = row->keys; *key != NULL; key++)
    if (as_suffix ? g_str_has_suffix (*key, text) : g_str_equal (*key, text))
      return TRUE;
  return FALSE;
}

/* The label of the last row may end behind its values; what stands before them may be a label already. */
static guint
skip_label_end (NbDocument *document,
                GArray *items,
                const NbFormRow *row,
                const NbRun *run,
                guint last_item)
{
  g_autofree char *own = nb_items_dup_key (document, items, run->label, run->n_label);
  g_autoptr (GString) joined = g_string_new (own);
  gboolean is_whole = any_key (row, own, FALSE);
  guint last = last_item;

  for (guint i = last_item + 1; i < items->len && i <= last_item + 3; i++)
    {
      g_autofree char *part = nb_items_dup_key (document, items, i, 1);

      if (nb_items_get (items, i)->kind != NB_ITEM_LABEL || *part == '\0')
        break;
      g_string_append (joined, part);
      if (any_key (row, joined->str, FALSE) || (!is_whole && any_key (row, part, TRUE)))
        last = i;
    }
  return last;
}

static NbBoundTable *
bind_chain (NbDocument *document, GArray *items, const NbFormTable *table, GArray *chain)
{
  NbBoundTable *bound = nb_bound_table_new (table);
  g_autoptr (GArray) extras = g_array_new (FALSE, FALSE, sizeof (NbRun));
  Writer writer = { document, nb_document_get_text (document, NULL), items, bound };
  const NbRun *last;
  guint last_item;

  nb_chain_mend (document, items, table, chain, extras);
  nb_chain_drop_false_rivals (chain);
  if (table->n_columns > 1)
    write_rows_together (&writer, chain);
  else
    write_rows_alone (&writer, chain);
  write_extras (&writer, extras);

  last = &g_array_index (chain, NbRun, chain->len - 1);
  last_item = last->n > 0 ? last->first + last->n - 1 : last->label + last->n_label - 1;
  last_item = skip_label_end (document, items, table->rows[last->row], last, last_item);
  bound->pieces.first = find_border (items, table, g_array_index (chain, NbRun, 0).label, -1);
  bound->pieces.end = find_border (items, table, last_item, 1) + 1;
  return bound;
}

/**
 * nb_binder_bind_rows:
 * @document: a document
 * @items: its items
 * @table: a table of kind NB_TABLE_ROWS
 *
 * Binds every occurrence of the table.
 *
 * Returns: (transfer full) (element-type NbBoundTable): in reading order
 */
GPtrArray *
nb_binder_bind_rows (NbDocument *document, GArray *items, const NbFormTable *table)
{
  g_autoptr (GPtrArray) chains = nb_chains_find (document, items, table);
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_bound_table_free);

  for (guint i = 0; i < chains->len; i++)
    g_ptr_array_add (tables, bind_chain (document, items, table, g_ptr_array_index (chains, i)));
  return tables;
}
