/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Cells that can be read and are not what they seem: last year's number with a remark that says so, a number that its
 * remark withdraws, a date, one number beside several rows, a row whose label names another year. And rows that stand there
 * in a way that nobody can part.
 */

#include "nb-binder.h"

#include "base/nb-text.h"
#include "nb-other-year.h"
#include "nb-words.h"

#include <string.h>

/* Bytes of a label or a remark, folded, that are looked at. */
#define LONGEST 150
/* The whole part of a date such as 2024.6. */
#define FIRST_YEAR 1990
#define LAST_YEAR  2099
/* Bytes of the key of a label that is no part of another by chance; pieces behind a table that may still be its own. */
#define SHORTEST_KEY 12
#define REACH_BEHIND 8

typedef struct
{
  const char *text;
  const NbPiece *pieces;
  NbBoundTable *bound;
  guint year;
} Cells;

static gboolean
has_remark_against (Cells *self, const NbBound *cell)
{
  const NbValue *value = &cell->value;
  g_autofree char *folded = NULL;

  if (value->remark_length == 0 || value->remark_length > LONGEST)
    return FALSE;
  folded = nb_text_fold (self->text + cell->offset + value->remark_offset,
                         (gssize) value->remark_length);
  return nb_other_year_is_all (folded, self->year) ||
         (nb_words_has ("value.withdrawn", folded, strlen (folded)) &&
          strpbrk (folded, "0123456789") != NULL);
}

/* "2024.6" in the place of a count. */
static gboolean
is_date (const NbBound *cell)
{
  gint64 whole = cell->value.value.unscaled, part = 0;

  if (cell->metric == NULL || cell->metric->kind == NB_VALUE_MONEY)
    return FALSE;
  for (guint i = 0; i < cell->value.value.scale; i++)
    {
      part |= whole % 10;
      whole /= 10;
    }
  return part != 0 && whole >= FIRST_YEAR && whole <= LAST_YEAR;
}

static gboolean
row_names_last_year (const NbFormRow *row)
{
  for (const char *const *key = row->keys; *key != NULL; key++)
    if (nb_words_prefix ("year.last", *key) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_label_against (Cells *self, const NbBound *cell)
{
  g_autofree char *folded = NULL;

  if (cell->label_length == 0 || cell->label_length > LONGEST || cell->metric == NULL ||
      row_names_last_year (cell->metric->row))
    return FALSE;
  folded = nb_text_fold (self->text + cell->label_offset, cell->label_length);
  return nb_other_year_is_named (folded, self->year, self->bound->year == 0);
}

/* Whether a cell reaches down beside the label of another row: its number is of both together. */
static gboolean
is_shared (Cells *self, const NbBound *cell)
{
  const NbPiece *piece = &self->pieces[cell->piece];

  if (piece->table < 0 || piece->row_span < 2 || cell->metric == NULL)
    return FALSE;
  for (guint i = 0; i < self->bound->bound->len; i++)
    {
      const NbBound *other = &g_array_index (self->bound->bound, NbBound, i);
      const NbPiece *label = &self->pieces[other->label_piece];

      if (other->label_length > 0 && other->metric->row != cell->metric->row &&
          label->table == piece->table && label->row > piece->row &&
          label->row < piece->row + piece->row_span)
        return TRUE;
    }
  return FALSE;
}

static void
doubt (Cells *self, GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      NbBound *cell = &g_array_index (cells, NbBound, i);

      if (cell->value.state != NB_STATE_NUMBER && cell->value.state != NB_STATE_ZERO)
        continue;
      if (has_remark_against (self, cell) || is_date (cell) || has_label_against (self, cell) ||
          is_shared (self, cell))
        cell->value = (NbValue){ .state = NB_STATE_UNREADABLE };
    }
}

static gboolean
is_missing (NbBoundTable *bound, const NbFormRow *row)
{
  for (guint i = 0; i < bound->bound->len; i++)
    {
      const NbBound *cell = &g_array_index (bound->bound, NbBound, i);

      if (cell->metric->row == row && cell->value.state != NB_STATE_MISSING)
        return FALSE;
    }
  return row->kind == NB_ROW_LEAF;
}

/* Whether a key of the row stands in @key, and digits behind its place in the text. */
static gboolean
tells_row (const NbFormRow *row, const char *key, const char *text, gsize length)
{
  for (const char *const *k = row->keys; *k != NULL; k++)
    {
      const char *at = strlen (*k) >= SHORTEST_KEY ? strstr (key, *k) : NULL;
      gsize behind = at != NULL ? (gsize) (at - key) + strlen (*k) : length;

      for (gsize i = behind; i < length; i++)
        if (g_ascii_isdigit (text[i]))
          return TRUE;
    }
  return FALSE;
}

/* The item in or right behind the table that tells a row in a way that nobody can part; NULL for none. */
static const NbItem *
find_unparted (Cells *self, GArray *items, const NbFormRow *row)
{
  for (guint i = 0; i < items->len; i++)
    {
      const NbItem *item = &g_array_index (items, NbItem, i);
      const char *text = self->text + item->offset;
      g_autofree char *key = NULL;

      if (item->kind != NB_ITEM_LABEL || item->entries != NULL || item->is_continued ||
          item->piece < self->bound->pieces.first ||
          item->piece >= self->bound->pieces.end + REACH_BEHIND)
        continue;
      key = nb_text_label_key (text, item->length);
      if (tells_row (row, key, text, item->length))
        return item;
    }
  return NULL;
}

/* A row that is printed, but whose numbers cannot be told from each other, is not missing: what stands there is shown. */
static void
tell_unparted (Cells *self, GArray *items)
{
  const NbFormTable *table = self->bound->table;

  for (guint r = 0; r < table->n_rows; r++)
    {
      const NbItem *item = is_missing (self->bound, table->rows[r])
                               ? find_unparted (self, items, table->rows[r])
                               : NULL;

      for (guint i = 0; item != NULL && i < self->bound->bound->len; i++)
        {
          NbBound *cell = &g_array_index (self->bound->bound, NbBound, i);

          if (cell->metric->row != table->rows[r])
            continue;
          cell->value.state = NB_STATE_UNREADABLE;
          cell->confidence = NB_CONFIDENCE_EXACT;
          cell->piece = item->piece;
          cell->offset = item->offset;
          cell->length = item->length;
        }
    }
}

/**
 * nb_binder_heed_cells:
 * @document: a document
 * @items: its items
 * @bound: a table that is bound, told of its year
 * @year: the year of the report, 0 for none
 *
 * Numbers that say themselves, or whose label says, that they are not what the form asks for become unreadable, and so do
 * rows that are printed and could not be bound.
 */
void
nb_binder_heed_cells (NbDocument *document, GArray *items, NbBoundTable *bound, guint year)
{
  Cells self = { nb_document_get_text (document, NULL), NULL, bound, 0 };
  guint n_pieces;

  self.pieces = nb_document_get_pieces (document, &n_pieces);
  self.year = bound->year != 0 ? bound->year : year;
  doubt (&self, bound->bound);
  doubt (&self, bound->extras);
  if (bound->table->kind == NB_TABLE_ROWS)
    tell_unparted (&self, items);
}
