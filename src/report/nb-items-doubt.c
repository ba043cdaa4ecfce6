/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Values that look whole and are not sure to be: digits on a line of their own right behind a row of text, which may be
 * the rest of the number that ends it; what the input ends within; what a mark before it turns round. Either part of a
 * broken number is doubtful, since neither is the number.
 */

#include "nb-items.h"

#include "base/nb-text.h"

#include <string.h>

/* Bytes before a value in which a mark that turns it round is looked for. */
#define LONGEST_TURN 2048

/* Values of a row of the widest tables. */
#define FULL_ROW 5
/* Cells of a row that a number may be broken in. */
#define LONGEST_ROW 32

typedef struct
{
  NbDocument *document;
  const char *text;
  const NbPiece *pieces;
  GArray *items;
} Doubt;

static NbItem *
get (Doubt *self, guint i)
{
  return &g_array_index (self->items, NbItem, i);
}

/* Digits, maybe behind the point or comma of a number that began before. */
static gboolean
is_numeric (Doubt *self, const NbItem *item)
{
  const char *p = self->text + item->offset;

  if (item->kind == NB_ITEM_VALUE)
    return TRUE;
  return item->kind == NB_ITEM_LABEL && item->length < 24 && (*p == '.' || *p == ',') &&
         g_ascii_isdigit (p[1]);
}

static gboolean
is_beside (Doubt *self, guint a, guint b)
{
  const NbItem *x = get (self, a), *y = get (self, b);

  return x->piece == y->piece || (x->row != 0 && x->row == y->row);
}

/* The items of the line that item @i stands in. Returns how many values it has. */
static guint
measure_line (Doubt *self, guint i, guint *first, guint *end, gboolean *has_label)
{
  guint n_values = 0;

  *first = i;
  *end = i + 1;
  while (*first > 0 && is_beside (self, *first - 1, *first))
    --*first;
  while (*end < self->items->len && is_beside (self, *end, *end - 1))
    ++*end;
  *has_label = FALSE;
  for (guint j = *first; j < *end; j++)
    {
      n_values += is_numeric (self, get (self, j));
      *has_label |= !is_numeric (self, get (self, j)) && get (self, j)->kind != NB_ITEM_BLANK;
    }
  return n_values;
}

/* Whether the values from @i on stand on the next line behind a row of text that they may belong to. */
static gboolean
goes_on_below (Doubt *self, guint i)
{
  const NbItem *below = get (self, i), *above = get (self, i - 1);
  guint first, end, n_above, n_below;
  gboolean has_label, is_labelled;

  if (above->row == 0 || above->table >= 0 || below->table >= 0 || above->kind != NB_ITEM_VALUE ||
      !is_numeric (self, below) || is_beside (self, i - 1, i) ||
      self->pieces[below->piece].line != self->pieces[above->piece].line + 1)
    return FALSE;
  n_below = measure_line (self, i, &first, &end, &has_label);
  if (has_label)
    return FALSE;
  n_above = measure_line (self, i - 1, &first, &end, &is_labelled);
  return n_below == 1 || (is_labelled && n_below != n_above);
}

/* The column of the screen that an item begins at. */
static guint
measure_column (Doubt *self, const NbItem *item)
{
  const char *at = self->text + item->offset, *start = at;
  guint column = 0;

  while (start > self->text && start[-1] != '\n' && start[-1] != '\r')
    start--;
  for (const char *p = start; p < at; p = g_utf8_next_char (p))
    column += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return column;
}

/* Whether the last value of a full row stands right below a number that is alone on its line: in a narrow column both are
 * one number, which the layout has broken. */
static gboolean
goes_on_above (Doubt *self, guint i)
{
  const NbItem *item = get (self, i);
  guint first, end, above_first, above_end;
  gboolean has_label;

  if (item->kind != NB_ITEM_VALUE || item->row == 0 || item->table >= 0 || item->separated ||
      (i + 1 < self->items->len && is_beside (self, i + 1, i)) ||
      measure_line (self, i, &first, &end, &has_label) < FULL_ROW || first == 0)
    return FALSE;
  item = get (self, first - 1);
  return item->kind == NB_ITEM_VALUE && item->row != 0 && item->table < 0 && !item->separated &&
         self->pieces[item->piece].line + 1 == self->pieces[get (self, i)->piece].line &&
         measure_line (self, first - 1, &above_first, &above_end, &has_label) == 1 && has_label &&
         measure_column (self, item) == measure_column (self, get (self, i));
}

/* Marks both ends of such a number. */
static void
mark_broken_above (Doubt *self, guint i)
{
  guint first, end;
  gboolean has_label;

  measure_line (self, i, &first, &end, &has_label);
  get (self, i)->is_doubtful = get (self, first - 1)->is_doubtful = TRUE;
}

/* The value of the row [first, end) that item @i stands below: in the same cell of a row with as many, or in the same column of
 * the screen. */
static NbItem *
find_above (Doubt *self, guint i, guint begin, guint n_cells, guint first, guint end)
{
  NbItem *item = get (self, i);

  if (item->separated && n_cells == end - first)
    return get (self, first + i - begin);
  for (guint j = first; j < end; j++)
    if (measure_column (self, get (self, j)) == measure_column (self, item))
      return get (self, j);
  return NULL;
}

/* Marks the numbers that go on in a row of text without a label, right below one that has a label and more values. */
static void
mark_broken_within (Doubt *self, guint begin)
{
  const NbItem *below = get (self, begin), *above = below - 1;
  guint first, end, above_first, above_end, n, n_above;
  gboolean has_label;

  if (below->table >= 0 || above->table >= 0 || above->row == 0 ||
      self->pieces[below->piece].line != self->pieces[above->piece].line + 1)
    return;
  n = measure_line (self, begin, &first, &end, &has_label);
  if (has_label || n == 0 || n > FULL_ROW)
    return;
  n_above = measure_line (self, begin - 1, &above_first, &above_end, &has_label);
  /* As many values may be a row that has lost its label; not where a unit stands before the one above. */
  if (!has_label || above_end - above_first > LONGEST_ROW || n > n_above ||
      (n == n_above && (n > 1 || above_end - above_first < 3)))
    return;
  for (guint i = first; i < end; i++)
    {
      NbItem *item = get (self, i);
      NbItem *broken = item->kind == NB_ITEM_VALUE
                           ? find_above (self, i, first, end - first, above_first, above_end)
                           : NULL;

      if (broken != NULL && broken->kind == NB_ITEM_VALUE)
        item->is_doubtful = broken->is_doubtful = TRUE;
    }
}

/* Whether a mark that runs from right to left stands before the item in its line and is not ended. */
static gboolean
is_turned (Doubt *self, const NbItem *item)
{
  const char *at = self->text + item->offset;
  const char *start = at - MIN (item->offset, LONGEST_TURN);

  while (at > start && at[-1] != '\n')
    {
      const char *p = --at;

      if ((guchar) *p != 0xe2)
        continue;
      if (memcmp (p, "\u202c", 3) == 0 || memcmp (p, "\u2069", 3) == 0)
        return FALSE;
      if (memcmp (p, "\u202e", 3) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_piece_is_clipped_value:
 * @piece: a piece
 * @text: its text
 *
 * Returns: whether the side of the page cuts what stands in the place of a value
 */
gboolean
nb_piece_is_clipped_value (const NbPiece *piece, const char *text)
{
  gboolean is_clipped = FALSE, has_digit = FALSE, has_word = FALSE;

  if ((piece->flags & NB_PIECE_CLIPPED) == 0)
    return FALSE;
  for (const char *p = text; p < text + piece->length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      is_clipped |= c == 0xfffd;
      has_digit |= g_unichar_isdigit (c);
      has_word |= g_unichar_isalpha (c);
    }
  return is_clipped && (has_digit || !has_word);
}

/**
 * nb_piece_measure_clipped:
 * @piece: a piece
 * @text: its text
 *
 * Returns: how much of a number that runs over the side of the page stands there with its counter, behind which it cannot go on;
 *   0 where that is not so
 */
guint
nb_piece_measure_clipped (const NbPiece *piece, const char *text)
{
  guint length = piece->length - MIN (piece->length, (guint) strlen (NB_TEXT_LOST));
  NbValue value;

  if ((piece->flags & NB_PIECE_CLIPPED) == 0 || length == 0 ||
      memcmp (text + length, NB_TEXT_LOST, strlen (NB_TEXT_LOST)) != 0)
    return 0;
  value = nb_value_parse (text, length, NB_VALUE_COUNT);
  return (value.state == NB_STATE_NUMBER || value.state == NB_STATE_ZERO) && value.unit != NULL
             ? length
             : 0;
}

/**
 * nb_items_mark_doubtful:
 * @document: the document
 * @items: its items
 *
 * Marks the values that cannot be relied on although they can be read.
 */
void
nb_items_mark_doubtful (NbDocument *document, GArray *items)
{
  Doubt self = { document, nb_document_get_text (document, NULL), NULL, items };
  gboolean has_turns = strstr (self.text, "\u202e") != NULL;
  guint n_pieces;

  self.pieces = nb_document_get_pieces (document, &n_pieces);
  for (guint i = 0; i < items->len; i++)
    {
      NbItem *item = get (&self, i);

      item->is_cut = (self.pieces[item->piece].flags & NB_PIECE_CUT) != 0 && i + 1 == items->len;
      if (has_turns && item->kind == NB_ITEM_VALUE && is_turned (&self, item))
        item->is_doubtful = TRUE;
      if (i > 0 && goes_on_below (&self, i))
        item->is_doubtful = get (&self, i - 1)->is_doubtful = TRUE;
      if (i > 0 && !is_beside (&self, i - 1, i))
        mark_broken_within (&self, i);
      if (goes_on_above (&self, i))
        mark_broken_above (&self, i);
    }
}

/* A number that goes on until it ends with the input, so that digits may lack. */
static gboolean
is_stump (const NbItem *item, const NbValue *value)
{
  return item->is_cut && value->unit == NULL &&
         (value->state == NB_STATE_NUMBER || value->state == NB_STATE_ZERO);
}

/**
 * nb_item_parse:
 * @item: a cell
 * @text: the text of the document
 * @kind: what the form asks for there
 *
 * Returns: what stands in the cell
 */
NbValue
nb_item_parse (const NbItem *item, const char *text, NbValueKind kind)
{
  NbValue value = nb_value_parse (text + item->offset, item->length, kind);

  /* A value of no length is a picture. */
  if (is_stump (item, &value) ||
      (item->is_doubtful && (value.state != NB_STATE_BLANK || item->kind == NB_ITEM_VALUE)))
    return (NbValue){ .state = NB_STATE_UNREADABLE };
  return value;
}
