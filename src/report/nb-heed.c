/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What heads and lines above a table say of the cells below them that makes these another thing than the form asks for.
 * Such a cell is unreadable: what is printed is not the figure, and what the figure is nobody can tell.
 *
 * - another unit than the form's: "单位：万件". A count that names its own unit stays;
 * - another year than the report's: "上年总计", "2023年制发件数";
 * - a share or a growth: "占比", "增长率（%）".
 */

#include "nb-binder.h"

#include "base/nb-text.h"
#include "nb-other-year.h"
#include "nb-words.h"

/* Labels above a table that may name its unit. */
#define REACH_ABOVE 10

typedef enum
{
  SAYS_NOTHING,
  SAYS_UNIT,
  SAYS_YEAR,
  SAYS_SHARE,
} Saying;

typedef struct
{
  NbDocument *document;
  const char *text;
  const NbPiece *pieces;
  GArray *items;
  NbBoundTable *bound;
  guint year; /* of what the table tells; 0 where it is not known */
} Heads;

/* Item @i with the next one, where it may be broken between them. NULL where it is not. */
static char *
dup_joined (Heads *self, guint i)
{
  const NbItem *item = nb_items_get (self->items, i);
  const NbItem *next = i + 1 < self->items->len ? nb_items_get (self->items, i + 1) : NULL;

  if (next == NULL || next->kind != NB_ITEM_LABEL || !(next->is_rest || next->row == 0))
    return NULL;
  return g_strdup_printf ("%.*s%.*s", (int) item->length, self->text + item->offset,
                          (int) next->length, self->text + next->offset);
}

/* Whether a multiple of a counter stands in item @i, or is broken between it and the next one. */
static gboolean
names_multiple (Heads *self, guint i)
{
  const NbItem *item = nb_items_get (self->items, i), *next;
  g_autofree char *joined = NULL;

  if (item->kind == NB_ITEM_VALUE || item->kind == NB_ITEM_BLANK)
    return FALSE;
  if (nb_value_names_multiple (self->text + item->offset, item->length))
    return TRUE;
  joined = dup_joined (self, i);
  next = joined != NULL ? nb_items_get (self->items, i + 1) : NULL;
  return next != NULL && !nb_value_names_multiple (self->text + next->offset, next->length) &&
         nb_value_names_multiple (joined, -1);
}

/* What a head that no form knows says. "Last year" may begin a label that is broken: "上年" / "结转". */
static Saying
ask_head (Heads *self, guint i)
{
  const NbItem *item = nb_items_get (self->items, i);
  g_autofree char *folded = NULL, *joined = NULL, *both = NULL;

  if (item->kind != NB_ITEM_LABEL || item->entries != NULL || item->is_continued || item->is_rest ||
      item->length > NB_HEED_LONGEST_HEAD)
    return SAYS_NOTHING;
  folded = nb_text_fold (self->text + item->offset, item->length);
  if (nb_words_has ("head.share", folded, strlen (folded)))
    return SAYS_SHARE;
  if (!nb_other_year_is_named (folded, self->year, self->bound->year == 0))
    return SAYS_NOTHING;
  joined = dup_joined (self, i);
  both = joined != NULL ? nb_text_fold (joined, -1) : NULL;
  return both == NULL || nb_other_year_is_named (both, self->year, self->bound->year == 0)
             ? SAYS_YEAR
             : SAYS_NOTHING;
}

static gboolean
is_head (const NbItem *item, const NbFormTable *table)
{
  return nb_entry_find (item->entries, table, NB_ENTRY_HEAD) != NULL;
}

/* Whether the form itself asks for last year's number somewhere in a row. */
static gboolean
asks_for_last_year (const NbMetric *metric)
{
  const NbFormTable *table = metric->table;

  for (guint i = 0; i < table->n_rows; i++)
    {
      const NbFormRow *row = table->rows[i];

      if (row->kind != NB_ROW_HEADING || row->parent != metric->row->parent)
        continue;
      for (const char *const *key = row->headings; key != NULL && *key != NULL; key++)
        if (nb_words_prefix ("year.last", *key) > 0)
          return TRUE;
    }
  return FALSE;
}

/* How many heads stand behind item @i in its row, and how many in all. */
static guint
count_behind (Heads *self, guint i, guint *n)
{
  guint row = nb_items_get (self->items, i)->row, first = i, behind = 0;

  while (first > 0 && nb_items_get (self->items, first - 1)->row == row)
    first--;
  *n = 0;
  for (guint k = first; k < self->items->len && nb_items_get (self->items, k)->row == row; k++)
    if (!nb_items_get (self->items, k)->is_continued && !nb_items_get (self->items, k)->is_rest)
      {
        ++*n;
        behind += k > i;
      }
  return behind;
}

/* Whether item @i stands over a cell. In a grid the columns say so; in text the places in the row, and where they do not
 * tell, it stands over all of them. */
static gboolean
stands_over (Heads *self, guint i, const NbBound *cell)
{
  const NbItem *item = nb_items_get (self->items, i);
  const NbPiece *head = &self->pieces[item->piece], *piece = &self->pieces[cell->piece];
  guint n, behind, place = 0;

  if (item->table >= 0 && piece->table == item->table)
    return head->column < piece->column + piece->column_span &&
           piece->column < head->column + head->column_span;
  if (item->row == 0 || cell->metric == NULL || cell->metric->table->kind != NB_TABLE_ROWS)
    return TRUE;
  behind = count_behind (self, i, &n);
  while (cell->metric->row->metrics[place] != cell->metric)
    place++;
  if (cell->metric->table->n_columns > 1 ? behind > 0 : n != cell->metric->row->n_metrics + 1)
    return TRUE;
  return cell->metric->row->n_metrics - 1 - place == behind;
}

static gboolean
is_concerned (Heads *self, Saying saying, guint head, gboolean is_row, const NbBound *cell)
{
  NbState state = cell->value.state;

  if (saying == SAYS_UNIT)
    return state == NB_STATE_NUMBER && cell->value.unit == NULL &&
           (cell->metric == NULL || cell->metric->kind != NB_VALUE_MONEY);
  if (state != NB_STATE_NUMBER && state != NB_STATE_ZERO && state != NB_STATE_PLACEHOLDER)
    return FALSE;
  if (saying == SAYS_YEAR && cell->metric != NULL && asks_for_last_year (cell->metric))
    return FALSE;
  return is_row || stands_over (self, head, cell);
}

/* Makes the cells in @pieces unreadable that item @head speaks of. @is_row: whether it stands in their row. */
static void
doubt (Heads *self, GArray *cells, NbRange pieces, Saying saying, guint head, gboolean is_row)
{
  for (guint i = 0; i < cells->len; i++)
    {
      NbBound *cell = &g_array_index (cells, NbBound, i);

      if (cell->piece >= pieces.first && cell->piece < pieces.end &&
          is_concerned (self, saying, head, is_row, cell))
        cell->value = (NbValue){ .state = NB_STATE_UNREADABLE };
    }
}

/* The row of a cell that is a unit: from its label to its value, or as far as its ends are known. */
static gboolean
find_row (Heads *self, guint i, NbRange *pieces)
{
  const NbItem *item = nb_items_get (self->items, i);
  gboolean has_value = FALSE;
  guint first = i, end = i + 1;

  for (guint k = 0; item->row == 0 && k < self->bound->bound->len; k++)
    {
      const NbBound *cell = &g_array_index (self->bound->bound, NbBound, k);

      if (cell->label_length == 0 || item->piece < cell->label_piece || item->piece > cell->piece)
        continue;
      *pieces = (NbRange){ cell->label_piece, cell->piece + 1 };
      return TRUE;
    }
  if (item->row == 0)
    return FALSE;
  while (first > 0 && nb_items_get (self->items, first - 1)->row == item->row)
    first--;
  while (end < self->items->len && nb_items_get (self->items, end)->row == item->row)
    end++;
  for (guint k = first; k < end; k++)
    has_value |= nb_items_get (self->items, k)->kind == NB_ITEM_VALUE;
  *pieces = (NbRange){ nb_items_get (self->items, first)->piece,
                       nb_items_get (self->items, end - 1)->piece + 1 };
  return has_value;
}

/* How far a head reaches: up to the next heads that stand in the table, behind values. */
static guint
find_reach (Heads *self, guint i)
{
  gboolean seen_value = FALSE;

  for (; i < self->items->len && nb_items_get (self->items, i)->piece < self->bound->pieces.end;
       i++)
    {
      const NbItem *item = nb_items_get (self->items, i);

      seen_value |= item->kind == NB_ITEM_VALUE;
      if (seen_value && is_head (item, self->bound->table))
        return item->piece;
    }
  return self->bound->pieces.end;
}

/* The first item above the table that may say something of it. */
static guint
find_caption (Heads *self, guint first)
{
  guint i = first;

  while (i > 0 && first - i < REACH_ABOVE &&
         nb_items_get (self->items, i - 1)->kind != NB_ITEM_VALUE)
    if (nb_items_get (self->items, --i)->kind == NB_ITEM_PROSE)
      break;
  return i;
}

/**
 * nb_binder_heed_heads:
 * @document: a document
 * @items: its items
 * @bound: a table that is bound, told of its year
 * @year: the year of the report, 0 for none
 *
 * Cells of which a head says that they are not what the form asks for become unreadable: counts of another unit, all of them
 * below a line above the table, those below a head, those of a row with such a unit cell; numbers of another year and shares
 * below a head or in its row.
 */
void
nb_binder_heed_heads (NbDocument *document, GArray *items, NbBoundTable *bound, guint year)
{
  Heads self = { document, nb_document_get_text (document, NULL), NULL, items, bound, 0 };
  guint first = 0, n_pieces;

  self.pieces = nb_document_get_pieces (document, &n_pieces);
  self.year = bound->year != 0 ? bound->year : year;
  while (first < items->len && nb_items_get (items, first)->piece < bound->pieces.first)
    first++;
  for (guint i = find_caption (&self, first);
       i < items->len && nb_items_get (items, i)->piece < bound->pieces.end; i++)
    {
      NbRange pieces = { nb_items_get (items, i)->piece, bound->pieces.end };
      Saying saying = names_multiple (&self, i) ? SAYS_UNIT
                      : i >= first              ? ask_head (&self, i)
                                                : SAYS_NOTHING;
      gboolean is_row = saying != SAYS_NOTHING && i >= first && find_row (&self, i, &pieces);

      if (saying == SAYS_NOTHING)
        continue;
      if (i >= first && !is_row)
        pieces = (NbRange){ nb_items_get (items, i)->piece, find_reach (&self, i) };
      doubt (&self, bound->bound, pieces, saying, i, is_row);
      doubt (&self, bound->extras, pieces, saying, i, is_row);
    }
}
