/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Columns of a grid that count nothing: serial numbers, codes, remarks. A number below such a head is no figure: it is as good
 * as a blank cell, so that the figures beside it are as many as the form has. Any thread.
 */

#include "nb-items.h"

#include "base/nb-text.h"
#include "nb-words.h"

/* Cells of a row that are looked at from one of them, and such columns of a document. */
#define ROW_REACH  64
#define MOST_HEADS 64
/* Bytes of a head. */
#define LONGEST_HEAD 24

typedef struct
{
  GArray *items;
  const NbPiece *pieces;
} Grid;

static NbItem *
get (Grid *self, guint i)
{
  return &g_array_index (self->items, NbItem, i);
}

static gboolean
is_aside_head (NbDocument *document, const NbItem *item)
{
  g_autofree char *key = NULL;

  if (item->kind != NB_ITEM_LABEL || item->length > LONGEST_HEAD || item->table < 0 ||
      item->n_joined > 1 || item->is_continued)
    return FALSE;
  key = nb_text_label_key (nb_document_get_text (document, NULL) + item->offset, item->length);
  return nb_words_equal ("head.aside", key);
}

/* Whether the cell of item @i lies below that of @head, in its columns. */
static gboolean
is_below (Grid *self, guint head, guint i)
{
  const NbPiece *top = &self->pieces[get (self, head)->piece],
                *cell = &self->pieces[get (self, i)->piece];

  return cell->row > top->row && cell->column >= top->column &&
         cell->column + cell->column_span <= top->column + top->column_span;
}

/* The fewest values that a row of any form has whose label an item may be; 0 for none. */
static guint
count_wanted (const NbItem *item)
{
  guint n = 0;

  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    if (e->kind == NB_ENTRY_LEAF)
      {
        guint wanted = e->table->rows[e->index]->n_metrics;

        n = n == 0 ? wanted : MIN (n, wanted);
      }
  return n;
}

/* Whether the row that the label @i names has its values, or none, beside what stands below @head. */
static gboolean
has_values_beside (Grid *self, guint head, guint i)
{
  guint wanted = count_wanted (get (self, i)), n = 0;
  gboolean has_value = FALSE;

  for (guint j = i + 1; wanted > 0 && j < MIN (self->items->len, i + ROW_REACH) &&
                        get (self, j)->row == get (self, i)->row;
       j++)
    if (!is_below (self, head, j))
      {
        has_value |= get (self, j)->kind == NB_ITEM_VALUE;
        n += get (self, j)->kind != NB_ITEM_LABEL;
      }
  return n >= wanted || !has_value;
}

/* The items behind the last one of the grid of @head. FALSE where anything that the forms know stands below it, or where
 * a row needs it. */
static gboolean
find_end (Grid *self, guint head, guint *end)
{
  for (*end = head + 1;
       *end < self->items->len && get (self, *end)->table == get (self, head)->table; ++*end)
    if ((is_below (self, head, *end) && get (self, *end)->entries != NULL) ||
        !has_values_beside (self, head, *end))
      return FALSE;
  return TRUE;
}

/* Whether several other values stand in the row of item @i: of a single one, words are a remark that is kept. */
static gboolean
is_among_values (Grid *self, guint i)
{
  guint n = 0;

  for (guint j = i;
       n < 2 && j > 0 && i - j < ROW_REACH && get (self, j - 1)->row == get (self, i)->row; j--)
    n += get (self, j - 1)->kind == NB_ITEM_VALUE;
  return n > 1;
}

/**
 * nb_items_set_aside:
 * @document: a document
 * @items: (element-type NbItem) (inout): its items, labels joined
 *
 * Makes what stands in columns that count nothing blank cells.
 */
void
nb_items_set_aside (NbDocument *document, GArray *items)
{
  guint n_pieces, end, n_heads = 0;
  Grid self = { items, nb_document_get_pieces (document, &n_pieces) };

  for (guint head = 0; head < items->len; head++)
    {
      if (!is_aside_head (document, get (&self, head)) || n_heads++ >= MOST_HEADS ||
          !find_end (&self, head, &end))
        continue;
      for (guint i = head + 1; i < end; i++)
        if (is_below (&self, head, i) &&
            (get (&self, i)->kind == NB_ITEM_VALUE || is_among_values (&self, i)))
          {
            get (&self, i)->kind = NB_ITEM_BLANK;
            get (&self, i)->length = 0;
          }
    }
}
