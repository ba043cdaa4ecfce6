/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Blank cells of a table that was copied as one cell a line with a blank line between two: each blank cell leaves one
 * line feed more. They are told only where they come out: a row that lacks just as many cells as it has line
 * feeds too many. Any thread.
 */

#include "nb-items.h"

/* Line feeds between two cells that are looked at. */
#define MOST_FEEDS 16
/* Cells with the same distance that make it the distance of the text. */
#define FEWEST_CELLS 20

typedef struct
{
  const char *text;
  gsize length;
  GArray *items;
  guint step; /* line feeds between two cells */
} Gaps;

/* Whether an item stands on lines of its own, between no borders. */
static gboolean
is_loose (const NbItem *item)
{
  return (item->kind == NB_ITEM_VALUE || item->kind == NB_ITEM_LABEL) && item->row == 0 &&
         item->table < 0 && !item->separated;
}

/* The line feeds between item @i and the next one; 0 where anything else stands there. */
static guint
count_feeds (Gaps *self, guint i)
{
  gsize end = i + 1 < self->items->len ? nb_items_get (self->items, i + 1)->offset : self->length;
  guint n = 0;

  for (gsize p = nb_items_get (self->items, i)->offset + nb_items_get (self->items, i)->length;
       p < end && n < MOST_FEEDS; p = (gsize) (g_utf8_next_char (self->text + p) - self->text))
    {
      gunichar c = g_utf8_get_char (self->text + p);

      if (c == '\n')
        n++;
      else if (!g_unichar_isspace (c))
        return 0;
    }
  return n;
}

static void
find_step (Gaps *self)
{
  guint counts[MOST_FEEDS + 1] = { 0 }, best = 0;

  for (guint i = 0; i + 1 < self->items->len; i++)
    if (is_loose (nb_items_get (self->items, i)) && is_loose (nb_items_get (self->items, i + 1)))
      counts[count_feeds (self, i)]++;
  for (guint n = 1; n < MOST_FEEDS; n++)
    if (counts[n] > counts[best] || best == 0)
      best = n;
  self->step = best > 1 && counts[best] >= FEWEST_CELLS ? best : 0;
}

/* The columns of the table that has a row with this label; 0 for none with columns. */
static guint
count_columns (const NbItem *item)
{
  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    if (e->kind == NB_ENTRY_LEAF && e->table->kind == NB_TABLE_ROWS && e->table->n_columns > 1)
      return e->table->n_columns;
  return 0;
}

/* The blank cells behind item @i. */
static guint
count_blanks (Gaps *self, guint i)
{
  guint n = count_feeds (self, i);

  return n > self->step ? n - self->step : 0;
}

/* The items of the row that ends its label at item @last, where blank cells make it whole; 0 else. */
static guint
measure_row (Gaps *self, guint last, guint n_columns)
{
  guint n = 0, n_blank = count_blanks (self, last);

  while (last + n + 1 < self->items->len && n < n_columns &&
         nb_items_get (self->items, last + n + 1)->kind == NB_ITEM_VALUE &&
         is_loose (nb_items_get (self->items, last + n + 1)))
    {
      n++;
      n_blank += count_blanks (self, last + n);
    }
  return n < n_columns && n + n_blank == n_columns ? n + 1 : 0;
}

static void
add_blanks (Gaps *self, guint i, GArray *out)
{
  const NbItem *item = nb_items_get (self->items, i);
  NbItem blank = { .kind = NB_ITEM_BLANK, .piece = item->piece, .table = -1, .n_joined = 1 };

  blank.offset = item->offset + item->length;
  for (guint n = count_blanks (self, i); n > 0; n--)
    g_array_append_val (out, blank);
}

/**
 * nb_items_fill_gaps:
 * @document: the document
 * @items: (transfer full) (element-type NbItem): its items, labels joined
 *
 * Returns: (transfer full) (element-type NbItem): the items, and the blank cells that only empty lines tell of
 */
GArray *
nb_items_fill_gaps (NbDocument *document, GArray *items)
{
  Gaps self = { .items = items };
  GArray *out;

  self.text = nb_document_get_text (document, &self.length);
  find_step (&self);
  if (self.step == 0)
    return items;
  out = g_array_sized_new (FALSE, FALSE, sizeof (NbItem), items->len);
  for (guint i = 0; i < items->len;)
    {
      const NbItem *item = nb_items_get (self.items, i);
      guint n_label = item->kind == NB_ITEM_LABEL ? item->n_joined : 1, n_columns = 0, n_row = 0;

      if (is_loose (item) && item->kind == NB_ITEM_LABEL)
        n_columns = count_columns (item);
      if (n_columns > 0)
        n_row = measure_row (&self, i + n_label - 1, n_columns);
      g_array_append_vals (out, item, n_label);
      i += n_label;
      for (guint n = 0; n < n_row; n++)
        {
          add_blanks (&self, i - 1, out);
          if (n + 1 < n_row)
            g_array_append_vals (out, nb_items_get (self.items, i++), 1);
        }
    }
  g_array_unref (items);
  return out;
}

/**
 * nb_items_get_extent:
 * @a: an item
 * @b: another, or the same
 * @offset: (out): where the one begins that begins first
 * @length: (out): up to the end of the one that ends last
 *
 * Tells what lies between two items. Where the cells of a row hold several lines, they stand in the order of the cells and
 * their bytes in that of the lines.
 */
void
nb_items_get_extent (const NbItem *a, const NbItem *b, gsize *offset, gsize *length)
{
  *offset = MIN (a->offset, b->offset);
  *length = MAX (a->offset + a->length, b->offset + b->length) - *offset;
}
