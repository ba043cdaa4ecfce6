/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Counts that stand below a head, or a line above the table, that gives them another unit than the
 * form's: "单位：万件". Such a count is not the number that is printed, and what it is exactly
 * nobody can tell, since it was rounded: it is unreadable. A count that names its own unit stays.
 */

#include "nb-binder.h"

/* Labels above a table that may name its unit. */
#define REACH_ABOVE 10

typedef struct
{
  NbDocument *document;
  const char *text;
  GArray *items;
  NbBoundTable *bound;
} Units;

static const NbItem *
get (GArray *items, guint i)
{
  return &g_array_index (items, NbItem, i);
}

/* Whether a multiple of a counter stands in item @i, or is broken between it and the next one. */
static gboolean
names_multiple (Units *self, guint i)
{
  const NbItem *item = get (self->items, i), *next;
  g_autofree char *joined = NULL;

  if (item->kind == NB_ITEM_VALUE || item->kind == NB_ITEM_BLANK)
    return FALSE;
  if (nb_value_names_multiple (self->text + item->offset, item->length))
    return TRUE;
  next = i + 1 < self->items->len ? get (self->items, i + 1) : NULL;
  if (next == NULL || next->kind != NB_ITEM_LABEL || !(next->is_rest || next->row == 0) ||
      nb_value_names_multiple (self->text + next->offset, next->length))
    return FALSE;
  joined = g_strdup_printf ("%.*s%.*s", (int) item->length, self->text + item->offset,
                            (int) next->length, self->text + next->offset);
  return nb_value_names_multiple (joined, -1);
}

static gboolean
is_head (const NbItem *item, const NbFormTable *table)
{
  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    if (e->table == table && e->kind == NB_ENTRY_HEAD)
      return TRUE;
  return FALSE;
}

static void
doubt (GArray *cells, NbRange pieces)
{
  for (guint i = 0; i < cells->len; i++)
    {
      NbBound *cell = &g_array_index (cells, NbBound, i);

      if (cell->value.state == NB_STATE_NUMBER && cell->value.unit == NULL &&
          (cell->metric == NULL || cell->metric->kind != NB_VALUE_MONEY) &&
          cell->piece >= pieces.first && cell->piece < pieces.end)
        cell->value = (NbValue){ .state = NB_STATE_UNREADABLE };
    }
}

/* The row of a cell that is a unit: from its label to its value, or as far as its ends are known. */
static gboolean
find_row (Units *self, guint i, NbRange *pieces)
{
  const NbItem *item = get (self->items, i);
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
  while (first > 0 && get (self->items, first - 1)->row == item->row)
    first--;
  while (end < self->items->len && get (self->items, end)->row == item->row)
    end++;
  for (guint k = first; k < end; k++)
    has_value |= get (self->items, k)->kind == NB_ITEM_VALUE;
  *pieces = (NbRange){ get (self->items, first)->piece, get (self->items, end - 1)->piece + 1 };
  return has_value;
}

/* How far a head reaches: up to the next heads that stand in the table, behind values. */
static guint
find_reach (Units *self, guint i)
{
  gboolean seen_value = FALSE;

  for (; i < self->items->len && get (self->items, i)->piece < self->bound->pieces.end; i++)
    {
      const NbItem *item = get (self->items, i);

      seen_value |= item->kind == NB_ITEM_VALUE;
      if (seen_value && is_head (item, self->bound->table))
        return item->piece;
    }
  return self->bound->pieces.end;
}

/* The first item above the table that may say something of it. */
static guint
find_caption (Units *self, guint first)
{
  guint i = first;

  while (i > 0 && first - i < REACH_ABOVE && get (self->items, i - 1)->kind != NB_ITEM_VALUE)
    if (get (self->items, --i)->kind == NB_ITEM_PROSE)
      break;
  return i;
}

/**
 * nb_binder_heed_units:
 * @document: a document
 * @items: its items
 * @bound: a table that is bound
 *
 * Counts of a unit that is a multiple of the form's become unreadable: all of them below a line above the
 * table, those below a head, those of a row with such a unit cell.
 */
void
nb_binder_heed_units (NbDocument *document, GArray *items, NbBoundTable *bound)
{
  Units self = { document, nb_document_get_text (document, NULL), items, bound };
  guint first = 0;

  while (first < items->len && get (items, first)->piece < bound->pieces.first)
    first++;
  for (guint i = find_caption (&self, first);
       i < items->len && get (items, i)->piece < bound->pieces.end; i++)
    {
      NbRange pieces = { get (items, i)->piece, bound->pieces.end };

      if (!names_multiple (&self, i))
        continue;
      if (i >= first && !find_row (&self, i, &pieces))
        pieces = (NbRange){ get (items, i)->piece, find_reach (&self, i) };
      doubt (bound->bound, pieces);
      doubt (bound->extras, pieces);
    }
}
