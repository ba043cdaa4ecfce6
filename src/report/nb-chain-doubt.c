/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows whose labels are damaged, or stand in the form twice, may have been bound to a row that is not theirs. They are held
 * to where they stand: between two rows whose labels are sure, as many rows as the form has there pin each other. Where
 * they are not as many, a label has to be no other's that the form has there. Any thread.
 */

#include "nb-chain.h"

#include "base/nb-text.h"

#include <string.h>

/* Labels that differ by so many characters more than the nearest one may be meant as well. */
#define NEARLY_AS_NEAR 2

typedef struct
{
  NbDocument *document;
  GArray *items;
  const NbFormTable *table;
  GArray *chain;  /* NbRun, rows ascending */
  GArray *others; /* guint: labels of rows that are bound to none, in reading order */
} Held;

static NbRun *
get_run (Held *self, guint i)
{
  return &g_array_index (self->chain, NbRun, i);
}

/* Whether @part is what is left of @whole where characters are taken out of it. */
static gboolean
is_left_of (const char *part, const char *whole)
{
  for (; *part != '\0' && *whole != '\0'; whole = g_utf8_next_char (whole))
    if (g_utf8_get_char (part) == g_utf8_get_char (whole))
      part = g_utf8_next_char (part);
  return *part == '\0';
}

static guint
measure (const char *key, const NbFormRow *row)
{
  guint best = G_MAXUINT;

  for (const char *const *k = row->keys; *k != NULL; k++)
    best = MIN (best,
                nb_text_edit_distance (key, *k, MAX ((guint) strlen (key), (guint) strlen (*k))));
  return best;
}

/* Whether @key may be what damage has left of the label of @row. */
static gboolean
may_be (const char *key, const NbFormRow *row, guint nearest)
{
  guint distance = measure (key, row);

  for (const char *const *k = row->keys; *k != NULL; k++)
    if (is_left_of (key, *k))
      return TRUE;
  return distance <= MAX (nearest + NEARLY_AS_NEAR, 2 * nearest);
}

static gboolean
is_leaf (const NbFormTable *table, guint row)
{
  return table->rows[row]->kind == NB_ROW_LEAF;
}

/* The character that a label begins with, which is that of its number where it has one; brackets do not count. */
static gunichar
get_beginning (const char *text, gsize length)
{
  g_autofree char *folded = nb_text_fold (text, (gssize) length);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return g_utf8_get_char (p);
  return 0;
}

/* Whether the document prints the numbers of the form before its labels. */
static gboolean
prints_numbers (Held *self)
{
  const char *text = nb_document_get_text (self->document, NULL);

  for (guint i = 0; i < self->chain->len; i++)
    {
      const NbItem *item = nb_items_get (self->items, get_run (self, i)->label);

      if (nb_text_is_enumerated (self->table->rows[get_run (self, i)->row]->label_zh, -1) &&
          nb_text_is_enumerated (text + item->offset, item->length))
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_run_begins_as_printed:
 * @document: a document
 * @items: its items
 * @row: a row of a form
 * @run: a row of the document
 *
 * Returns: whether its label begins as that of @row does: with its number, where it has one
 */
gboolean
nb_run_begins_as_printed (NbDocument *document,
                          GArray *items,
                          const NbFormRow *row,
                          const NbRun *run)
{
  const NbItem *item = nb_items_get (items, run->label);

  return get_beginning (nb_document_get_text (document, NULL) + item->offset, item->length) ==
         get_beginning (row->label_zh, strlen (row->label_zh));
}

/* Whether @key, the label of a row, is the whole one that the form prints, with its number. */
static gboolean
is_printed (Held *self, const NbRun *run, const char *key)
{
  const NbFormRow *row = self->table->rows[run->row];

  return g_str_equal (key, row->keys[0]) &&
         (nb_run_begins_as_printed (self->document, self->items, row, run) ||
          !prints_numbers (self));
}

/* The label that a row was bound by; where the layout has broken it around the values, that of the form. */
static char *
dup_key (Held *self, const NbRun *run)
{
  const NbFormRow *row = self->table->rows[run->row];
  g_autofree char *key = nb_items_dup_key (self->document, self->items, run->label, run->n_label);

  return run->confidence != NB_CONFIDENCE_EXACT || g_strv_contains (row->keys, key)
             ? g_steal_pointer (&key)
             : g_strdup (row->keys[0]);
}

/* Whether @run is bound by a label that cannot be what is left of another row's. */
static gboolean
is_sure (Held *self, const NbRun *run)
{
  g_autofree char *key = dup_key (self, run);
  gboolean is_whole;

  if (run->confidence != NB_CONFIDENCE_EXACT || run->n_label == 0)
    return FALSE;
  is_whole = is_printed (self, run, key);
  for (guint row = 0; row < self->table->n_rows; row++)
    for (const char *const *k = self->table->rows[row]->keys; *k != NULL; k++)
      if ((int) row != run->row && is_leaf (self->table, row) &&
          (is_whole ? g_str_equal (key, *k) : is_left_of (key, *k)))
        return FALSE;
  return TRUE;
}

/**
 * nb_chain_is_sure:
 * @document: a document
 * @items: its items
 * @table: a table
 * @chain: (element-type NbRun): the rows of it that are found
 * @run: a row of it, bound
 *
 * Returns: whether its label is that of its row and cannot be what is left of another one's
 */
gboolean
nb_chain_is_sure (NbDocument *document,
                  GArray *items,
                  const NbFormTable *table,
                  GArray *chain,
                  const NbRun *run)
{
  Held self = { document, items, table, chain, NULL };

  return is_sure (&self, run);
}

/* Whether a row has values, not only the dash of a heading. */
static gboolean
has_values (Held *self, const NbRun *run)
{
  const char *text = nb_document_get_text (self->document, NULL);

  for (guint i = run->first; i < run->first + run->n; i++)
    {
      const NbItem *item = nb_items_get (self->items, i);

      if (!item->is_unit && item->kind == NB_ITEM_VALUE &&
          nb_value_parse (text + item->offset, item->length, NB_VALUE_COUNT).state !=
              NB_STATE_PLACEHOLDER)
        return TRUE;
    }
  return FALSE;
}

/* The rows of nobody in [first, end) of the items. */
static guint
count_others (Held *self, guint first, guint end)
{
  guint n = 0;

  for (guint i = 0; i < self->others->len; i++)
    {
      guint label = g_array_index (self->others, guint, i);

      n += label >= first && label < end;
    }
  return n;
}

static guint
count_leaves (const NbFormTable *table, int first, int end)
{
  guint n = 0;

  for (int row = first; row < end; row++)
    n += is_leaf (table, (guint) row);
  return n;
}

static gboolean
is_bound (Held *self, guint row)
{
  for (guint i = 0; i < self->chain->len; i++)
    if (get_run (self, i)->row == (int) row && get_run (self, i)->confidence == NB_CONFIDENCE_EXACT)
      return TRUE;
  return FALSE;
}

/* Whether the label of a row may be that of another one from @first to before @end. */
static gboolean
may_be_another (Held *self, const NbRun *run, int first, int end)
{
  g_autofree char *key = dup_key (self, run);
  guint nearest = measure (key, self->table->rows[run->row]);

  for (int row = first; row < end; row++)
    if (row != run->row && is_leaf (self->table, (guint) row) && !is_bound (self, (guint) row) &&
        may_be (key, self->table->rows[row], nearest))
      return TRUE;
  return FALSE;
}

/* Holds the rows from @begin to before @end of the chain, none of them sure, to the rows of the form between @first_row
 * and @end_row, which stand between @first and @last of the items. */
static void
hold_stretch (Held *self,
              guint begin,
              guint end,
              int first_row,
              int end_row,
              guint first,
              guint last)
{
  guint n_others = count_others (self, first, last),
        n_wanted = count_leaves (self->table, first_row, end_row);
  gboolean is_as_many = end - begin + n_others == n_wanted;

  for (guint i = begin; i < end; i++)
    {
      NbRun *run = get_run (self, i);
      guint before = i - begin + count_others (self, first, run->label);

      if (is_as_many ? before != count_leaves (self->table, first_row, run->row)
                     : may_be_another (self, run, first_row, end_row))
        run->is_doubtful = TRUE;
    }
}

/**
 * nb_chain_hold_to_place:
 * @document: the document
 * @items: its items
 * @table: the table
 * @chain: (element-type NbRun) (inout): its rows, ascending
 * @others: (element-type NbRun): rows among them that are bound to none, in reading order
 *
 * Marks the rows that are bound by labels that may be another row's, where their place says so or says nothing.
 */
void
nb_chain_hold_to_place (NbDocument *document,
                        GArray *items,
                        const NbFormTable *table,
                        GArray *chain,
                        GArray *others)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (guint));
  Held self = { document, items, table, chain, labels };
  guint begin = 0, first = 0;
  int first_row = 0;

  for (guint i = 0; i < others->len; i++)
    if (has_values (&self, &g_array_index (others, NbRun, i)))
      g_array_append_val (labels, g_array_index (others, NbRun, i).label);
  for (guint i = 0; i <= chain->len; i++)
    {
      const NbRun *run = i < chain->len ? get_run (&self, i) : NULL;

      if (run != NULL && !is_sure (&self, run))
        continue;
      hold_stretch (&self, begin, i, first_row, run != NULL ? run->row : (int) table->n_rows, first,
                    run != NULL ? run->label : items->len);
      if (run == NULL)
        break;
      begin = i + 1;
      first = run->label;
      first_row = run->row + 1;
    }
}
