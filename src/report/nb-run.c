/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The run of values behind a label. Where the ends of a row are written, the run is the rest of
 * the row; where the cells stand one a line, it is what follows up to the next label.
 */

#include "nb-rows-private.h"

/* More cells than any statutory row has, with room for merged ones. */
#define LONGEST_RUN 64
/* A cell that should hold a number and holds a word: longer text is a label. */
#define LONGEST_JUNK 36

/* The rest of the row that item @first stands in, up to the next label that the table knows. */
static guint
count_in_row (GArray *items, const NbFormTable *table, guint first, guint row)
{
  guint n = 0;

  for (guint i = first; i < items->len && nb_items_get (items, i)->row == row && n < LONGEST_RUN;
       i++, n++)
    if (nb_items_get (items, i)->kind == NB_ITEM_LABEL &&
        nb_item_has_entry (nb_items_get (items, i), table))
      break;
  return n;
}

/* The first cell of a row that has its label behind it: a serial number. */
static gboolean
is_serial_number (GArray *items, guint i)
{
  return nb_items_get (items, i)->row != 0 && nb_items_get (items, i)->kind == NB_ITEM_VALUE &&
         (i == 0 || nb_items_get (items, i - 1)->row != nb_items_get (items, i)->row) &&
         i + 1 < items->len && nb_items_get (items, i + 1)->row == nb_items_get (items, i)->row &&
         nb_items_get (items, i + 1)->kind == NB_ITEM_LABEL &&
         !nb_items_get (items, i + 1)->is_unit;
}

/* Values, blanks and units, one behind the other, whatever rows they stand in: two values where
 * one should be are not one value. */
static guint
count_stream (GArray *items, guint first)
{
  guint n = 0;

  for (guint i = first; i < items->len && n < LONGEST_RUN; i++, n++)
    {
      const NbItem *item = nb_items_get (items, i);

      if ((item->kind != NB_ITEM_VALUE && item->kind != NB_ITEM_BLANK && !item->is_unit) ||
          is_serial_number (items, i))
        break;
    }
  return n;
}

static guint
count_cells (GArray *items, guint first, guint n)
{
  guint n_cells = 0;

  for (guint i = first; i < first + n; i++)
    n_cells += !nb_items_get (items, i)->is_unit;
  return n_cells;
}

/* One of the cells may hold a word where a number should stand. That is sure only where the run
 * up to the next known label, blanks of merged cells at its ends left out, has just the wanted
 * number of cells and no blank among them. */
static gboolean
take_with_junk (GArray *items, const NbFormTable *table, guint n_wanted, NbRun *run)
{
  guint first = run->first, n = 0;

  for (guint i = first; i < items->len && n < LONGEST_RUN; i++, n++)
    {
      const NbItem *item = nb_items_get (items, i);

      if (item->kind == NB_ITEM_PROSE || item->entries != NULL ||
          (item->kind == NB_ITEM_LABEL && item->length > LONGEST_JUNK))
        break;
    }
  if (count_cells (items, first, n) != n_wanted)
    {
      while (n > 0 && nb_items_get (items, first + n - 1)->kind == NB_ITEM_BLANK)
        n--;
      for (; n > 0 && nb_items_get (items, first)->kind == NB_ITEM_BLANK; n--)
        first++;
      for (guint i = first; i < first + n; i++)
        if (nb_items_get (items, i)->kind == NB_ITEM_BLANK)
          return FALSE;
    }
  if (count_cells (items, first, n) != n_wanted)
    return FALSE;
  run->first = first;
  run->n = n;
  return TRUE;
}

/**
 * nb_run_is_behind_values:
 * @items: the items
 * @table: the table that the label belongs to
 * @run: a run of which label and n_label are set
 *
 * Returns: whether the row of the label begins with values, ends with the label, and has no other label of the table that
 *   they may belong to
 */
gboolean
nb_run_is_behind_values (GArray *items, const NbFormTable *table, const NbRun *run)
{
  guint row = nb_items_get (items, run->label)->row, behind = run->label + run->n_label;
  gboolean has_value = FALSE;

  if (row == 0 || (behind < items->len && nb_items_get (items, behind)->row == row))
    return FALSE;
  for (guint i = run->label; i > 0 && nb_items_get (items, i - 1)->row == row; i--)
    {
      if (nb_item_find_leaf (nb_items_get (items, i - 1), table, 0) >= 0)
        return FALSE;
      has_value |= nb_items_get (items, i - 1)->kind == NB_ITEM_VALUE;
    }
  return has_value;
}

/**
 * nb_run_is_below_values:
 * @items: the items
 * @table: the table that the label belongs to
 * @n_wanted: how many values its row has
 * @label: the first item of the label
 *
 * For tables whose rows have heads of their own: where values stand between the heads above a label and the first label
 * below those heads, the values of this row may stand before its label, and what stands behind it is another's.
 *
 * Returns: whether that is so
 */
gboolean
nb_run_is_below_values (GArray *items, const NbFormTable *table, guint n_wanted, guint label)
{
  guint first = label, n = 0;

  if (table->n_columns > 0 || n_wanted == 0)
    return FALSE;
  while (first > 0 && label - first < LONGEST_RUN &&
         nb_entry_find (nb_items_get (items, first - 1)->entries, table, NB_ENTRY_HEAD) == NULL)
    first--;
  if (first == 0 || label - first >= LONGEST_RUN)
    return FALSE;
  for (; first < label; first++)
    {
      const NbItem *item = nb_items_get (items, first);

      if (item->kind == NB_ITEM_BLANK || item->is_continued || item->is_unit)
        continue;
      if (item->kind != NB_ITEM_VALUE || is_serial_number (items, first))
        break;
      n++;
    }
  return n > 0 && n % n_wanted == 0 && first < items->len &&
         nb_item_find_leaf (nb_items_get (items, first), table, 0) >= 0;
}

/**
 * nb_run_extract:
 * @items: the items
 * @table: the table that the label belongs to
 * @n_wanted: how many values its row has
 * @run: (inout): label and n_label are set; the rest is filled in
 *
 * Finds the values behind a label. What stands in the next row is doubtful where the label's own row has values before it.
 */
void
nb_run_extract (GArray *items, const NbFormTable *table, guint n_wanted, NbRun *run)
{
  guint first = run->label + run->n_label;
  guint row = nb_items_get (items, first - 1)->row;

  run->first = first;
  run->n = 0;
  run->bounded = FALSE;
  run->is_doubtful |= nb_run_is_behind_values (items, table, run) ||
                      nb_run_is_below_values (items, table, n_wanted, run->label);
  if (first >= items->len || is_serial_number (items, first))
    return;

  if (row != 0 && nb_items_get (items, first)->row == row)
    {
      run->n = count_in_row (items, table, first, row);
      run->bounded = TRUE;
    }
  if (run->n > 0)
    return;

  run->n = count_stream (items, first);
  if (run->n > 0 && nb_items_get (items, first)->row != 0)
    run->bounded = TRUE;
  if (!run->bounded && count_cells (items, first, run->n) < n_wanted)
    take_with_junk (items, table, n_wanted, run);
}

/**
 * nb_run_count:
 * @items: the items
 * @run: a run
 *
 * Returns: how many cells it has, units left out
 */
guint
nb_run_count (GArray *items, const NbRun *run)
{
  return count_cells (items, run->first, run->n);
}

/**
 * nb_run_has_value:
 * @items: the items
 * @run: a run
 *
 * Returns: whether anything but blanks and units stands in it
 */
gboolean
nb_run_has_value (GArray *items, const NbRun *run)
{
  for (guint i = run->first; i < run->first + run->n; i++)
    if (nb_items_get (items, i)->kind == NB_ITEM_VALUE)
      return TRUE;
  return FALSE;
}

/**
 * nb_run_dup_unit:
 * @document: a document
 * @items: its items
 * @i: an item that is a unit
 *
 * Returns: (transfer full): the unit, also where its cell stands over several lines
 */
char *
nb_run_dup_unit (NbDocument *document, GArray *items, guint i)
{
  const char *text = nb_document_get_text (document, NULL);
  GString *unit = g_string_new (NULL);

  for (guint j = i; j < i + MAX (nb_items_get (items, i)->n_joined, 1); j++)
    g_string_append_len (unit, text + nb_items_get (items, j)->offset,
                         nb_items_get (items, j)->length);
  return g_string_free (unit, FALSE);
}

static gboolean
has_word (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether a blank and then nothing but marks end a label: "行政许可  ?". */
static gboolean
ends_with_marks (const char *text, gsize length)
{
  const char *p = text + length;
  gboolean has_mark = FALSE;

  while (p > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    {
      GUnicodeType type;

      p = g_utf8_prev_char (p);
      type = g_unichar_type (g_utf8_get_char (p));
      if (strchr (",.:;", *p) != NULL || g_unichar_isalnum (g_utf8_get_char (p)) ||
          type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION)
        return FALSE;
      has_mark = TRUE;
    }
  return has_mark && p > text;
}

/* Whether the next piece stands in the row of the label, of a grid or of a text. */
static gboolean
is_next_cell (const NbPiece *label, const NbPiece *next)
{
  if (label->table >= 0)
    return next->table == label->table && next->row == label->row;
  return next->table < 0 && (label->flags & next->flags & NB_PIECE_IN_ROW) != 0 &&
         (next->flags & NB_PIECE_ROW_START) == 0;
}

/**
 * nb_run_find_junk:
 * @document: the document
 * @items: its items
 * @run: a run without a value
 *
 * Looks into the cell behind the label of a row. Marks alone may have been taken for the end of the label.
 *
 * Returns: (nullable): the cell, where something stands in it that became neither a value nor a unit
 */
const NbPiece *
nb_run_find_junk (NbDocument *document, GArray *items, const NbRun *run)
{
  guint n_pieces, last = run->label + run->n_label - 1;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  const NbPiece *label = &pieces[nb_items_get (items, last)->piece], *next = label + 1;
  const char *text = nb_document_get_text (document, NULL);

  if (run->n_label > 1 && label->table >= 0 && !has_word (text + label->offset, label->length))
    return label;
  if (label->table < 0 && ends_with_marks (text + label->offset, label->length))
    return label;
  if (next >= pieces + n_pieces || !is_next_cell (label, next) || next->length == 0)
    return NULL;
  for (guint i = last + 1; i < items->len && nb_items_get (items, i)->piece <= next - pieces; i++)
    if (nb_items_get (items, i)->is_unit)
      return NULL;
  return next;
}
