/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The unit of an amount, that stands beside it or above it. Any thread that owns the document; nothing is kept. */

#include "nb-rows-private.h"

#include "base/nb-text.h"

#include <string.h>

/* Labels above an amount, up to the head with its unit. */
#define HEAD_REACH 10

/* Whether a head was not read in full: it may be the rest of the row above it. */
static gboolean
is_damaged (const char *text, gsize length)
{
  return g_strstr_len (text, (gssize) length, NB_TEXT_LOST) != NULL;
}

/* Where something between a label and what stands above it was not read, a unit is that of the nearest head that names one
 * in brackets, both of which are there: the rest of 万元 may be 元. What the side of the page cuts off behind them is no unit;
 * it may be one of a head that has none. */
static gboolean
find_unit_in_brackets (NbDocument *document, GArray *items, NbBound *bound, guint first, guint end)
{
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = end; i > first; i--)
    {
      const NbItem *head = nb_items_get (items, i - 1);
      g_autofree char *folded = nb_text_fold (nb_document_get_text (document, NULL) + head->offset,
                                              (gssize) head->length);
      const char *bracket = strchr (folded, '(');
      char *close = bracket != NULL ? strchr (bracket, ')') : NULL;
      gboolean is_clipped = (pieces[head->piece].flags & NB_PIECE_CLIPPED) != 0;

      if (close != NULL && is_clipped)
        close[1] = '\0';
      if (close != NULL && !is_damaged (folded, strlen (folded)) &&
          nb_value_apply_unit (&bound->value, NB_VALUE_MONEY, folded, -1))
        return TRUE;
      if (is_clipped)
        return FALSE;
    }
  return FALSE;
}

/**
 * nb_run_find_unit:
 * @document: a document
 * @items: (element-type NbItem): its items
 * @table: the table of the row
 * @run: a row of it
 * @bound: what the row is bound to
 *
 * Gives an amount without a unit of its own the one of its unit cell, else of the head above it. Of a head that was not
 * read, the amount is not either.
 */
void
nb_run_find_unit (NbDocument *document,
                  GArray *items,
                  const NbFormTable *table,
                  const NbRun *run,
                  NbBound *bound)
{
  const char *text = nb_document_get_text (document, NULL);
  g_autoptr (GString) heads = NULL;
  guint first, n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  gboolean is_clipped = FALSE, damaged;

  if (bound->metric->kind != NB_VALUE_MONEY || bound->value.state != NB_STATE_NUMBER)
    return;
  for (guint i = run->first; i < run->first + run->n; i++)
    {
      g_autofree char *unit = NULL;

      if (!nb_items_get (items, i)->is_unit || nb_items_get (items, i)->is_continued)
        continue;
      unit = nb_run_dup_unit (document, items, i);
      if (nb_value_apply_unit (&bound->value, NB_VALUE_MONEY, unit, -1))
        return;
    }
  if (nb_value_apply_unit (&bound->value, NB_VALUE_MONEY, text + bound->label_offset,
                           bound->label_length))
    return;
  first = run->label;
  for (guint n = 0; first > 0 && n < HEAD_REACH &&
                    (nb_items_get (items, first - 1)->kind == NB_ITEM_LABEL ||
                     nb_items_get (items, first - 1)->kind == NB_ITEM_BLANK) &&
                    nb_item_find_leaf (nb_items_get (items, first - 1), table, 0) < 0;
       first--)
    n += nb_items_get (items, first - 1)->kind == NB_ITEM_LABEL;
  /* The head may be broken anywhere, between 万 and 元 as well. */
  heads = g_string_new (NULL);
  for (guint i = first; i < run->label; i++)
    {
      const NbItem *head = nb_items_get (items, i);

      g_string_append_len (heads, text + head->offset, head->length);
      is_clipped |= (pieces[head->piece].flags & NB_PIECE_CLIPPED) != 0;
    }
  /* Of a head that the side of the page cuts, or that was not read, the unit cannot be seen. */
  damaged = is_damaged (heads->str, heads->len);
  if (!nb_value_apply_unit (&bound->value, NB_VALUE_MONEY, heads->str, (gssize) heads->len) &&
      (is_clipped || damaged) && !find_unit_in_brackets (document, items, bound, first, run->label))
    bound->value = (NbValue){ .state = NB_STATE_UNREADABLE };
}
