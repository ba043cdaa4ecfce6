/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lists of a label, a unit and numbers, for reports of years before there was a national table.
 * Every row is kept under its own label; no metric is guessed.
 */

#include "nb-rows-private.h"

#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "nb-sections-heading.h"

#include <string.h>

/* Fewer rows in a row than this are a narrative table, not a list of statistics, but in an appendix. */
#define FEWEST_ROWS 4
/* In fewer rows, figures may happen to go up like codes. */
#define FEWEST_CODES 10
/* Labels without numbers (headings) that may stand between two rows. */
#define MOST_HEADINGS 3
/* Items before the first row that its heads may have, and the longest of them in bytes. */
#define HEAD_REACH   16
#define LONGEST_HEAD 24
/* Bytes of a part of a label on a line of its own. */
#define LONGEST_FRAGMENT 90
/* Bytes of the end of a label below its beginning. */
#define LONGEST_REST 9
/* Pieces between the heading of an appendix and its first row. */
#define HEADING_REACH 24

typedef struct
{
  NbDocument *document;
  GArray *items;
  GArray *runs; /* NbRun */
  gboolean is_cut;
} List;

static gboolean
read_row (List *self, const NbFormTable *table, guint i, NbRun *run)
{
  const NbItem *item = nb_items_get (self->items, i);
  const NbItem *next;

  if (item->kind != NB_ITEM_LABEL || item->is_unit)
    return FALSE;
  if (i + item->n_joined >= self->items->len)
    return FALSE;
  next = nb_items_get (self->items, i + item->n_joined);
  if (next->kind != NB_ITEM_VALUE && !next->is_unit && next->kind != NB_ITEM_BLANK)
    return FALSE;
  *run = (NbRun){ .label = i, .n_label = item->n_joined, .row = -1 };
  nb_run_extract (self->items, table, 1, run);
  return nb_run_has_value (self->items, run);
}

/* Whether the heading of an appendix stands shortly before a row. */
static gboolean
is_under_appendix (List *self, const NbFormTable *table, const NbRun *run)
{
  guint row = nb_items_get (self->items, run->label)->piece;

  for (guint piece = row; piece > 0 && row - piece < HEADING_REACH; piece--)
    {
      NbHeading heading;

      if (nb_heading_read (self->document, piece - 1, row, table->form, FALSE, &heading) &&
          heading.section != NULL)
        return g_str_equal (heading.section->key, table->section);
    }
  return FALSE;
}

/* Drops the rows from @first on where they are too few to be a list. */
static void
close_stretch (List *self, const NbFormTable *table, guint first)
{
  guint n = self->runs->len - first;

  if (n > 0 && n < FEWEST_ROWS &&
      (n < 2 || !is_under_appendix (self, table, &g_array_index (self->runs, NbRun, first))))
    g_array_set_size (self->runs, first);
}

/* A label without numbers. The heads of the table, which are printed again at the head of a page, and all labels of a row
 * but the first do not count. */
static gboolean
is_heading (List *self, const NbFormTable *table, guint i)
{
  const NbItem *item = nb_items_get (self->items, i);

  return item->kind == NB_ITEM_LABEL && !item->is_unit && !nb_item_has_entry (item, table) &&
         (item->row == 0 || i == 0 || nb_items_get (self->items, i - 1)->row != item->row);
}

static void
collect (List *self, const NbFormTable *table)
{
  guint stretch = 0, n_headings = 0;

  for (guint i = 0; i < self->items->len && self->runs->len <= NB_LIMIT_EXTRA_ROWS;)
    {
      NbRun run;

      if (read_row (self, table, i, &run))
        {
          g_array_append_val (self->runs, run);
          i = run.first + run.n;
          n_headings = 0;
          continue;
        }
      n_headings += is_heading (self, table, i);
      if (nb_items_get (self->items, i)->kind == NB_ITEM_PROSE || n_headings > MOST_HEADINGS)
        {
          close_stretch (self, table, stretch);
          stretch = self->runs->len;
          n_headings = 0;
        }
      i++;
    }
  close_stretch (self, table, stretch);
  self->is_cut = self->runs->len > NB_LIMIT_EXTRA_ROWS;
  if (self->is_cut)
    g_array_set_size (self->runs, NB_LIMIT_EXTRA_ROWS);
}

static gboolean
is_same_text (List *self, guint a, guint b)
{
  const char *text = nb_document_get_text (self->document, NULL);
  const NbItem *x = nb_items_get (self->items, a), *y = nb_items_get (self->items, b);

  return x->length == y->length && memcmp (text + x->offset, text + y->offset, x->length) == 0;
}

/* A page may hold the article twice: whether the second half of the rows says what the first says. */
static gboolean
is_printed_twice (List *self)
{
  guint half = self->runs->len / 2;

  if (half < FEWEST_ROWS || self->runs->len % 2 != 0)
    return FALSE;
  for (guint i = 0; i < half; i++)
    {
      const NbRun *x = &g_array_index (self->runs, NbRun, i),
                  *y = &g_array_index (self->runs, NbRun, i + half);

      if (x->n != y->n || !is_same_text (self, x->label, y->label))
        return FALSE;
      for (guint j = 0; j < x->n; j++)
        if (!is_same_text (self, x->first + j, y->first + j))
          return FALSE;
    }
  return TRUE;
}

/* Takes off the last cell of every row where it is empty in all of them. */
static void
drop_empty_columns (List *self)
{
  gboolean is_empty = self->runs->len > 0;

  while (is_empty)
    {
      for (guint i = 0; i < self->runs->len && is_empty; i++)
        {
          const NbRun *run = &g_array_index (self->runs, NbRun, i);

          is_empty = run->n > 1 &&
                     nb_items_get (self->items, run->first + run->n - 1)->kind == NB_ITEM_BLANK;
        }
      for (guint i = 0; i < self->runs->len && is_empty; i++)
        g_array_index (self->runs, NbRun, i).n--;
    }
}

/* The number that the first cell of a row is; 0 for none, or where no value stands behind it. */
static guint64
read_code (List *self, const NbRun *run)
{
  const char *text = nb_document_get_text (self->document, NULL);
  const NbItem *item = nb_items_get (self->items, run->first);
  guint64 code = 0;

  if (item->kind != NB_ITEM_VALUE || item->length > 3 || nb_run_count (self->items, run) < 2)
    return 0;
  for (guint i = 0; i < item->length; i++)
    {
      if (!g_ascii_isdigit (text[item->offset + i]))
        return 0;
      code = code * 10 + (guint64) (text[item->offset + i] - '0');
    }
  return code;
}

/* Codes of the indicators, between the labels and the values: they count from row to row, headings too, and may
 * begin anew with another table. */
static void
drop_codes (List *self)
{
  guint64 last = 0, begin = 0;

  if (self->runs->len < FEWEST_CODES)
    return;
  for (guint i = 0; i < self->runs->len; i++)
    {
      guint64 code = read_code (self, &g_array_index (self->runs, NbRun, i));

      begin = i == 0 ? code : begin;
      if (code == 0 || begin > 1 + MOST_HEADINGS ||
          (i > 0 && code != begin && (code <= last || code > last + 1 + MOST_HEADINGS)))
        return;
      last = code;
    }
  for (guint i = 0; i < self->runs->len; i++)
    {
      NbRun *run = &g_array_index (self->runs, NbRun, i);

      run->first++;
      run->n--;
    }
}

/* A label alone, in text: a heading, or a part of a label that narrow columns have broken. */
static gboolean
is_alone (List *self, const NbFormTable *table, guint i)
{
  const NbItem *item = i < self->items->len ? nb_items_get (self->items, i) : NULL;

  return item != NULL && item->table < 0 && item->length <= LONGEST_FRAGMENT &&
         is_heading (self, table, i);
}

static gboolean
is_numbered (List *self, guint i)
{
  const NbItem *item = nb_items_get (self->items, i);

  return nb_text_is_enumerated (nb_document_get_text (self->document, NULL) + item->offset,
                                item->length);
}

/* A numbered label alone is a heading. */
static gboolean
is_fragment (List *self, const NbFormTable *table, guint i)
{
  return is_alone (self, table, i) && !is_numbered (self, i);
}

/* The item before a row, or behind it, blank cells passed over. */
static guint
find_neighbour (List *self, const NbRun *run, gboolean before)
{
  guint i = before ? run->label - 1 : run->first + run->n;

  while (i < self->items->len && nb_items_get (self->items, i)->kind == NB_ITEM_BLANK)
    i += before ? -1u : 1;
  return i;
}

/* Whether something stands before a row that may be the beginning of its label: a part, or any label alone above a word. */
static gboolean
is_below_part (List *self, const NbFormTable *table, const NbRun *run)
{
  guint before = find_neighbour (self, run, TRUE);

  return is_fragment (self, table, before) ||
         (nb_items_get (self->items, run->label)->length <= LONGEST_REST &&
          is_alone (self, table, before) && !is_numbered (self, run->label));
}

static gboolean
may_be_broken (List *self, const NbFormTable *table, const NbRun *run)
{
  return is_below_part (self, table, run) ||
         is_fragment (self, table, find_neighbour (self, run, FALSE));
}

/* Whether labels of the list are broken: one label alone may be a heading. */
static gboolean
has_broken_labels (List *self, const NbFormTable *table, guint from, guint end)
{
  guint n = 0;

  for (guint i = from + 1; i < end; i++)
    n += is_below_part (self, table, &g_array_index (self->runs, NbRun, i));
  return n > 1;
}

/* How many values the rows of a list have that has several columns of them; 0 where it has one. */
static guint
count_columns (List *self, guint from, guint end)
{
  guint widest = 0, n_wide = 0;

  for (guint i = from; i < end; i++)
    {
      guint n = nb_run_count (self->items, &g_array_index (self->runs, NbRun, i));

      n_wide = n > widest ? 1 : n_wide + (n == widest);
      widest = MAX (widest, n);
    }
  return widest > 1 && n_wide >= FEWEST_ROWS && n_wide * 3 >= end - from ? widest : 0;
}

/* A row of text that has lost a blank cell: in which column its values stand, nothing tells. */
static gboolean
has_lost_cell (List *self, const NbRun *run, guint n_columns)
{
  return nb_run_count (self->items, run) < n_columns &&
         nb_items_get (self->items, run->first)->table < 0;
}

static void
write_run (List *self,
           NbBoundTable *bound,
           const NbRun *run,
           guint number,
           gboolean is_sure,
           NbConfidence confidence)
{
  const char *text = nb_document_get_text (self->document, NULL);
  const NbItem *label = nb_items_get (self->items, run->label);
  const NbItem *label_end = nb_items_get (self->items, run->label + run->n_label - 1);
  guint n = nb_run_count (self->items, run), column = 0;

  for (guint i = run->first; i < run->first + run->n; i++)
    {
      const NbItem *item = nb_items_get (self->items, i);
      NbBound cell = { .extra = number, .confidence = confidence };
      gsize label_offset, label_length;

      if (item->is_unit)
        continue;
      cell.extra_column = n > 1 ? ++column : 0;
      cell.piece = item->piece;
      cell.offset = item->offset;
      cell.length = item->length;
      nb_items_get_extent (label, label_end, &label_offset, &label_length);
      cell.label_offset = (guint) label_offset;
      cell.label_length = (guint) label_length;
      cell.label_piece = MIN (label->piece, label_end->piece);
      cell.n_label_pieces = MAX (label->piece, label_end->piece) - cell.label_piece + 1;
      cell.value = nb_item_parse (item, text, NB_VALUE_SIGNED);
      if (cell.value.state == NB_STATE_UNREADABLE)
        cell.value = nb_item_parse (item, text, NB_VALUE_MONEY);
      if (!is_sure)
        cell.value = (NbValue){ .state = NB_STATE_UNREADABLE };
      bound->n_legible += cell.value.state != NB_STATE_UNREADABLE;
      g_array_append_val (bound->extras, cell);
    }
}

/* The heads over the first row: labels that the table knows, the rest of its grid, blanks. */
static guint
find_head (List *self, const NbFormTable *table, guint first)
{
  int grid = nb_items_get (self->items, first)->table;
  guint head = first;

  for (guint i = first; i > 0 && (grid >= 0 || first - i < HEAD_REACH); i--)
    {
      const NbItem *item = nb_items_get (self->items, i - 1);

      if (nb_item_has_entry (item, table) || (grid >= 0 && item->table == grid) ||
          (item->row != 0 && item->row == nb_items_get (self->items, head)->row))
        head = i - 1;
      else if (item->kind == NB_ITEM_PROSE || item->kind == NB_ITEM_VALUE ||
               item->length > LONGEST_HEAD)
        break;
    }
  return head;
}

static NbBoundTable *
bind_runs (List *self, const NbFormTable *table, guint from, guint end)
{
  NbBoundTable *bound = nb_bound_table_new (table);
  const NbRun *first = &g_array_index (self->runs, NbRun, from),
              *last = &g_array_index (self->runs, NbRun, end - 1);
  guint n_columns = count_columns (self, from, end);
  gboolean is_broken = has_broken_labels (self, table, from, end);

  for (guint i = from; i < end; i++)
    {
      const NbRun *run = &g_array_index (self->runs, NbRun, i);

      write_run (self, bound, run, i - from + 1, !has_lost_cell (self, run, n_columns),
                 is_broken && may_be_broken (self, table, run) ? NB_CONFIDENCE_APPROXIMATE
                                                               : NB_CONFIDENCE_EXACT);
    }
  bound->n_rows = end - from;
  bound->is_cut = self->is_cut;
  bound->pieces.first = nb_items_get (self->items, find_head (self, table, first->label))->piece;
  bound->pieces.end = nb_items_get (self->items, last->first + last->n - 1)->piece + 1;
  return bound;
}

/**
 * nb_binder_bind_list:
 * @document: a document
 * @items: its items
 * @table: a table without rows
 *
 * Reads every list of label, unit and numbers.
 *
 * Returns: (transfer full) (element-type NbBoundTable): the rows as the extras of one table; of two, where
 * they are printed twice
 */
GPtrArray *
nb_binder_bind_list (NbDocument *document, GArray *items, const NbFormTable *table)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (NbRun));
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_bound_table_free);
  List self = { document, items, runs, FALSE };
  guint n;

  collect (&self, table);
  if (runs->len == 0)
    return tables;
  drop_codes (&self);
  drop_empty_columns (&self);
  n = is_printed_twice (&self) ? runs->len / 2 : runs->len;
  for (guint i = 0; i < runs->len; i += n)
    g_ptr_array_add (tables, bind_runs (&self, table, i, i + n));
  return tables;
}
