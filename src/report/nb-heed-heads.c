/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Heads in the place of the form's that say another thing: "本年修订件数" where 本年废止件数 should stand. What stands below
 * one is no figure of the form. That is so where a head of the form is not there and a label is that neither is a slip of
 * it nor a part of it: the layout may have broken or lost heads, which says nothing.
 *
 * Any thread.
 */

#include "nb-binder.h"

#include "base/nb-text.h"
#include "nb-heads.h"
#include "nb-words.h"

#include <string.h>

/* Characters of a head with a slip in it, at least. */
#define SHORTEST_SLIP 3

typedef struct
{
  NbDocument *document;
  const char *text;
  const NbPiece *pieces;
  GArray *items;
  NbBoundTable *bound;
  const NbFormColumn *columns;
  guint n_columns;
  guint64 lost;     /* bits: columns whose heads are not there */
  NbRange zone;     /* items that may be heads */
  GString *letters; /* of the heads that are not there, and of those that span several */
} Heads;

static gboolean
is_lost (Heads *self, guint column)
{
  return (self->lost >> column & 1) != 0;
}

static gboolean
names_column (const NbFormColumn *column, const char *key)
{
  for (const char *const *k = column->keys; *k != NULL; k++)
    if (g_str_equal (*k, key))
      return TRUE;
  return FALSE;
}

/* A slip of the pen in a head, or a word more in it. One character more may make another word of a shorter head. */
static gboolean
is_like (const NbFormColumn *column, const char *key)
{
  for (const char *const *k = column->keys; *k != NULL; k++)
    if (strstr (key, *k) != NULL)
      return TRUE;
  return g_utf8_strlen (key, -1) >= SHORTEST_SLIP &&
         nb_text_edit_distance (key, column->keys[0], 1) <= 1;
}

/* Whether all characters of a word stand in the heads that are not there: it may be a part of them. */
static gboolean
is_part (Heads *self, const char *key)
{
  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_strchr (self->letters->str, -1, g_utf8_get_char (p)) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether a word is a piece of a head that the form has, whose other lines may have been taken for it. */
static gboolean
is_piece_of_head (Heads *self, const char *key)
{
  for (guint c = 0; c < self->n_columns; c++)
    for (const char *const *k = self->columns[c].keys; *k != NULL; k++)
      if (strstr (*k, key) != NULL)
        return TRUE;
  return FALSE;
}

static void
find_lost (Heads *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    self->lost |= G_GUINT64_CONSTANT (1) << c;
  for (guint i = self->zone.first; i < self->zone.end; i++)
    {
      g_autofree char *key = NULL;

      if (nb_items_get (self->items, i)->kind != NB_ITEM_LABEL || nb_items_get (self->items, i)->is_continued)
        continue;
      key = nb_items_dup_key (self->document, self->items, i, MAX (nb_items_get (self->items, i)->n_joined, 1));
      for (guint c = 0; c < self->n_columns; c++)
        if (names_column (&self->columns[c], key))
          self->lost &= ~(G_GUINT64_CONSTANT (1) << c);
    }
}

static void
collect_letters (Heads *self)
{
  const NbFormTable *table = self->bound->table;

  for (guint c = 0; c < self->n_columns; c++)
    for (const char *const *k = self->columns[c].keys; is_lost (self, c) && *k != NULL; k++)
      g_string_append (self->letters, *k);
  for (guint b = 0; b < table->n_bands; b++)
    g_string_append (self->letters, table->bands[b].label_zh);
  /* The note before the heads of table three. */
  for (const char *const *k = table->anchors; table->n_columns > 1 && *k != NULL; k++)
    g_string_append (self->letters, *k);
}

/* Whether a head of the form stands below an item, whose span it shares: the item is a head over several. */
static gboolean
is_over_heads (Heads *self, guint i)
{
  const NbPiece *piece = &self->pieces[nb_items_get (self->items, i)->piece];

  for (guint j = i + 1; j < self->zone.end && piece->table >= 0; j++)
    {
      const NbPiece *below = &self->pieces[nb_items_get (self->items, j)->piece];

      if (nb_item_has_entry (nb_items_get (self->items, j), self->bound->table) && below->table == piece->table &&
          below->row > piece->row && below->column < piece->column + piece->column_span &&
          piece->column < below->column + below->column_span)
        return TRUE;
    }
  return FALSE;
}

/* Whether a cell of the table stands below an item of its grid; where there is no grid, the item may be above any. */
static gboolean
is_over_cells (Heads *self, guint i)
{
  const NbPiece *piece = &self->pieces[nb_items_get (self->items, i)->piece];
  GArray *cells = self->bound->bound;

  for (guint k = 0; k < cells->len; k++)
    {
      const NbBound *bound = &g_array_index (cells, NbBound, k);
      const NbPiece *cell = &self->pieces[bound->piece];

      if (bound->length == 0 && bound->label_length == 0)
        continue;
      if (piece->table < 0 || cell->table != piece->table ||
          (piece->column < cell->column + cell->column_span &&
           cell->column < piece->column + piece->column_span))
        return TRUE;
    }
  return FALSE;
}

/* Whether the side of the page cuts a part of an item off. */
static gboolean
is_clipped (Heads *self, guint i)
{
  return (self->pieces[nb_items_get (self->items, i)->piece].flags & NB_PIECE_CLIPPED) != 0;
}

/* Whether an item is a head that the form does not have. */
static gboolean
is_unknown (Heads *self, guint i)
{
  const NbItem *item = nb_items_get (self->items, i);
  g_autofree char *key = NULL;

  if (item->kind != NB_ITEM_LABEL || item->is_continued || item->is_rest ||
      item->length > NB_HEED_LONGEST_HEAD || nb_item_has_entry (item, self->bound->table) ||
      is_clipped (self, i) || nb_text_is_enumerated (self->text + item->offset, item->length))
    return FALSE;
  key = nb_items_dup_key (self->document, self->items, i, MAX (item->n_joined, 1));
  if (is_part (self, key) || is_piece_of_head (self, key) ||
      nb_words_prefix ("head.caption", key) > 0)
    return FALSE;
  for (guint c = 0; c < self->n_columns; c++)
    if (is_lost (self, c) && is_like (&self->columns[c], key))
      return FALSE;
  return !is_over_heads (self, i) && is_over_cells (self, i);
}

/* Whether heads that the form does not have stand in the place of some that it has. */
static gboolean
is_replaced (Heads *self)
{
  guint n_unknown = 0, n_lost = 0;
  gboolean is_behind = FALSE, is_grid = FALSE;

  for (guint c = 0; c < self->n_columns; c++)
    n_lost += is_lost (self, c);
  for (guint i = self->zone.first; i < self->zone.end && n_lost > 0; i++)
    {
      if (is_behind && is_unknown (self, i))
        {
          is_grid |= nb_items_get (self->items, i)->table >= 0;
          n_unknown++;
        }
      is_behind |= nb_item_has_entry (nb_items_get (self->items, i), self->bound->table);
    }
  /* Where no head of the form is left, a single word may be one over the labels. */
  return n_unknown > 0 && (is_grid || n_lost < self->n_columns || n_unknown >= n_lost);
}

static void
mark (NbBound *bound)
{
  if (bound->value.state == NB_STATE_NUMBER || bound->value.state == NB_STATE_ZERO ||
      bound->value.state == NB_STATE_PLACEHOLDER)
    bound->value = (NbValue){ .state = NB_STATE_UNREADABLE };
}

/* Doubts the columns of some rows whose heads are replaced. */
static void
heed_zone (Heads *self, const NbFormRow *parent, gboolean is_whole)
{
  GArray *cells = self->bound->bound;

  self->lost = 0;
  g_string_set_size (self->letters, 0);
  find_lost (self);
  collect_letters (self);
  if (!is_replaced (self))
    return;
  for (guint k = 0; k < cells->len; k++)
    {
      NbBound *bound = &g_array_index (cells, NbBound, k);
      const NbFormRow *row = bound->metric->row;

      for (guint c = 0; c < row->n_metrics; c++)
        if (row->metrics[c] == bound->metric && c < self->n_columns && is_lost (self, c) &&
            (is_whole || row->parent == parent))
          mark (bound);
    }
}

/* The item that begins the first label of the rows under @parent, or of all; the number of items where there is none. */
static guint
find_first_label (Heads *self, const NbFormRow *parent, gboolean is_whole)
{
  guint piece = G_MAXUINT, i = 0;

  for (guint k = 0; k < self->bound->bound->len; k++)
    {
      const NbBound *bound = &g_array_index (self->bound->bound, NbBound, k);

      if (bound->label_length > 0 && (is_whole || bound->metric->row->parent == parent))
        piece = MIN (piece, bound->label_piece);
    }
  while (i < self->items->len && nb_items_get (self->items, i)->piece < piece)
    i++;
  return i;
}

/* What stands before a row and may be its heads: up to a value, a sentence, another table or the label of the group. */
static gboolean
find_zone (Heads *self, const NbFormRow *parent, gboolean is_whole)
{
  guint end = find_first_label (self, parent, is_whole), first = end;

  if (end >= self->items->len)
    return FALSE;
  for (; first > 0 && end - first < NB_HEADS_REACH; first--)
    {
      const NbItem *item = nb_items_get (self->items, first - 1);

      if (item->kind == NB_ITEM_VALUE || item->kind == NB_ITEM_PROSE ||
          item->piece < self->bound->pieces.first ||
          (nb_entry_find (item->entries, self->bound->table, NB_ENTRY_LEAF) != NULL &&
           nb_entry_find (item->entries, self->bound->table, NB_ENTRY_COLUMN) == NULL))
        break;
    }
  self->zone = (NbRange){ first, end };
  return first < end;
}

static gboolean
spans (Heads *self, guint i, const NbBound *bound)
{
  const NbPiece *piece = &self->pieces[nb_items_get (self->items, i)->piece], *cell = &self->pieces[bound->piece];

  return piece->table >= 0 && piece->table == cell->table &&
         piece->column < cell->column + cell->column_span &&
         cell->column < piece->column + piece->column_span;
}

/* Whether a head of the kind stands over a cell, or anywhere where @index tells which. */
static gboolean
has_head (Heads *self, const NbBound *bound, NbEntryKind kind, int index)
{
  for (guint i = self->zone.first; i < self->zone.end; i++)
    {
      const NbEntry *entry = nb_entry_find (nb_items_get (self->items, i)->entries, self->bound->table, kind);

      if (entry != NULL && (index >= 0 ? entry->index == (guint) index : spans (self, i, bound)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a word that the form does not have stands over a cell and not over all: @upper: over results, as the name of a
 * block does; else below all other heads. */
static gboolean
has_unknown (Heads *self, const NbBound *bound, gboolean upper, const char *const *keys)
{
  GArray *cells = self->bound->bound;

  for (guint i = self->zone.first; i < self->zone.end; i++)
    {
      const NbItem *item = nb_items_get (self->items, i);
      g_autofree char *key = NULL;

      if (item->kind != NB_ITEM_LABEL || item->length > NB_HEED_LONGEST_HEAD || item->entries != NULL ||
          item->is_continued || is_clipped (self, i) || !spans (self, i, bound) ||
          is_over_heads (self, i) != upper ||
          (spans (self, i, &g_array_index (cells, NbBound, 0)) &&
           spans (self, i, &g_array_index (cells, NbBound, cells->len - 1))))
        continue;
      key = nb_items_dup_key (self->document, self->items, i, 1);
      if (strstr (keys[0], key) == NULL && strstr (key, keys[0]) == NULL &&
          nb_text_edit_distance (key, keys[0], 1) > 1)
        return TRUE;
    }
  return FALSE;
}

/* Table four in a grid: a value has a result above it and a block above that. */
static void
heed_blocks (Heads *self)
{
  const NbFormTable *table = self->bound->table;

  while (self->zone.first < self->items->len &&
         nb_items_get (self->items, self->zone.first)->piece < self->bound->pieces.first)
    self->zone.first++;
  for (self->zone.end = self->zone.first;
       self->zone.end < self->items->len && nb_items_get (self->items, self->zone.end)->kind != NB_ITEM_VALUE;)
    self->zone.end++;
  for (guint k = 0; k < self->bound->bound->len; k++)
    {
      NbBound *bound = &g_array_index (self->bound->bound, NbBound, k);
      const NbFormRow *row = bound->metric->row;
      guint result = k % nb_heads_count_results (table);

      if (bound->length == 0)
        continue;
      if ((!has_head (self, bound, NB_ENTRY_COLUMN, -1) &&
           has_unknown (self, bound, FALSE, table->columns[result].keys)) ||
          (!has_head (self, bound, NB_ENTRY_LEAF, (int) row->index) &&
           has_unknown (self, bound, TRUE, row->keys)))
        mark (bound);
    }
}

/**
 * nb_binder_heed_unknown:
 * @document: a document
 * @items: its items
 * @bound: a table that is bound
 *
 * Cells below a head that the form does not have, and that stands in the place of one that it has, become unreadable.
 */
void
nb_binder_heed_unknown (NbDocument *document, GArray *items, NbBoundTable *bound)
{
  const NbFormTable *table = bound->table;
  guint n_pieces;
  g_autoptr (GString) letters = g_string_new (NULL);
  Heads self = { .document = document,
                 .text = nb_document_get_text (document, NULL),
                 .items = items,
                 .bound = bound,
                 .letters = letters };

  self.pieces = nb_document_get_pieces (document, &n_pieces);
  if (table->kind == NB_TABLE_BLOCKS)
    heed_blocks (&self);
  if (table->kind == NB_TABLE_ROWS && table->n_columns > 1)
    {
      self.columns = table->columns;
      self.n_columns = table->n_columns;
      if (find_zone (&self, NULL, TRUE))
        heed_zone (&self, NULL, TRUE);
    }
  for (guint r = 0; r < table->n_rows; r++)
    {
      const NbFormRow *row = table->rows[r];

      if (row->kind != NB_ROW_HEADING || row->n_columns == 0)
        continue;
      self.columns = row->columns;
      self.n_columns = row->n_columns;
      if (find_zone (&self, row->parent, FALSE))
        heed_zone (&self, row->parent, FALSE);
    }
}
