/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows that the form has and that stand elsewhere than it prints them: in another order, each with the label that it alone
 * has; and values behind the label of a group whose first row is lost. Any thread.
 */

#include "nb-chain.h"

#include "base/nb-text.h"

static gboolean
has_row (GArray *chain, int row)
{
  for (guint i = 0; i < chain->len; i++)
    if (g_array_index (chain, NbRun, i).row == row)
      return TRUE;
  return FALSE;
}

/* The group that an item names, where some of its rows are there and its first one is not: that row. -1 for none. */
static int
find_row_behind_group (const NbItem *item, const NbFormTable *table, GArray *chain)
{
  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    {
      int first = -1;

      if (e->table != table || e->kind != NB_ENTRY_GROUP)
        continue;
      for (guint i = 0; i < table->n_rows; i++)
        {
          if (table->rows[i]->kind != NB_ROW_LEAF ||
              table->rows[i]->parent != table->rows[e->index])
            continue;
          if (first < 0 && has_row (chain, (int) i))
            break;
          if (first >= 0 && has_row (chain, (int) i))
            return first;
          if (first < 0)
            first = (int) i;
        }
    }
  return -1;
}

/* The chain stays in reading order. */
static void
insert (GArray *chain, const NbRun *run)
{
  guint at = 0;

  while (at < chain->len && g_array_index (chain, NbRun, at).label < run->label)
    at++;
  g_array_insert_val (chain, at, *run);
}

/* Whether the nearest label above that names a row is one of the same group. */
static gboolean
is_behind_sibling (GArray *items, const NbFormTable *table, guint label, int row)
{
  for (guint i = label; i > 0; i--)
    {
      int above = nb_item_find_leaf (nb_items_get (items, i - 1), table, 0);

      if (above >= 0 && !nb_items_get (items, i - 1)->is_continued)
        return table->rows[above]->parent == table->rows[row]->parent;
    }
  return FALSE;
}

/* Whether a label is the form's to the letter, its number included, with all the values that the row has: what is a head of
 * a column elsewhere, 总计 or 其他, is a row here. A number without a bracket counts within its group only. */
static gboolean
is_printed_label (NbDocument *document,
                  GArray *items,
                  const NbFormTable *table,
                  const NbRun *run,
                  int row)
{
  const NbItem *item = nb_items_get (items, run->label);
  const char *text = nb_document_get_text (document, NULL);
  g_autofree char *label = nb_text_fold (text + item->offset, item->length);
  g_autofree char *printed = nb_text_fold (table->rows[row]->label_zh, -1);

  return g_str_equal (label, printed) && nb_text_is_enumerated (label, -1) &&
         nb_run_has_value (items, run) &&
         nb_run_count (items, run) >= table->rows[row]->n_metrics &&
         (!g_ascii_isdigit (*label) || is_behind_sibling (items, table, run->label, row));
}

/* The row that the label of a run names: to the letter, and nothing else of its form. -1 for none. */
static int
find_own_row (NbDocument *document, GArray *items, const NbFormTable *table, const NbRun *run)
{
  const NbItem *item = nb_items_get (items, run->label);
  int row = nb_item_find_leaf (item, table, 0);
  gboolean is_head = FALSE;

  if (row < 0 || run->n_label != item->n_joined || nb_item_find_leaf (item, table, row + 1) >= 0)
    return -1;
  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    if (e->table->form == table->form && (e->table != table || e->kind != NB_ENTRY_LEAF))
      {
        if (e->kind != NB_ENTRY_COLUMN)
          return -1;
        is_head = TRUE;
      }
  return !is_head || is_printed_label (document, items, table, run, row) ? row : -1;
}

/* Whether a row stands among @runs that the chain has already, or that they have twice: then they are another table. */
static gboolean
is_other_table (NbDocument *document,
                GArray *items,
                const NbFormTable *table,
                GArray *chain,
                GArray *runs)
{
  g_autofree gboolean *seen = g_new0 (gboolean, table->n_rows);

  for (guint i = 0; i < runs->len; i++)
    {
      int row = find_own_row (document, items, table, &g_array_index (runs, NbRun, i));

      if (row < 0)
        continue;
      if (seen[row] || has_row (chain, row))
        return TRUE;
      seen[row] = TRUE;
    }
  return FALSE;
}

/**
 * nb_chain_take_displaced:
 * @document: the document
 * @items: the items
 * @table: the table
 * @chain: (element-type NbRun) (inout): its rows in reading order
 * @runs: (element-type NbRun) (inout): rows that are bound to none, all within the chain or on one side of it
 *
 * Moves to the chain what stands in another order than the form prints it, and is named by a label that only one row has.
 */
void
nb_chain_take_displaced (NbDocument *document,
                         GArray *items,
                         const NbFormTable *table,
                         GArray *chain,
                         GArray *runs)
{
  if (is_other_table (document, items, table, chain, runs))
    return;
  for (guint i = runs->len; i > 0; i--)
    {
      NbRun run = g_array_index (runs, NbRun, i - 1);

      run.row = find_own_row (document, items, table, &run);
      if (run.row < 0)
        continue;
      nb_run_extract (items, table, table->rows[run.row]->n_metrics, &run);
      if (nb_run_count (items, &run) < table->rows[run.row]->n_metrics)
        continue;
      run.is_doubtful = !nb_chain_is_sure (document, items, table, chain, &run);
      insert (chain, &run);
      g_array_remove_index (runs, i - 1);
    }
}

/**
 * nb_chain_take_behind_groups:
 * @items: the items
 * @table: the table
 * @chain: (element-type NbRun) (inout): its rows in reading order
 * @extras: (element-type NbRun) (inout): rows that no form has
 *
 * Values right behind the label of a group, whose first row is missing and whose others stand below, are that row's, whose
 * label is lost, or the group's own. Nothing says which: they go to that row, and cannot be read.
 */
void
nb_chain_take_behind_groups (GArray *items, const NbFormTable *table, GArray *chain, GArray *extras)
{
  for (guint i = extras->len; i > 0; i--)
    {
      NbRun run = g_array_index (extras, NbRun, i - 1);

      run.row = find_row_behind_group (nb_items_get (items, run.label), table, chain);
      if (run.row < 0)
        continue;
      run.is_doubtful = TRUE;
      run.confidence = NB_CONFIDENCE_BY_POSITION;
      insert (chain, &run);
      g_array_remove_index (extras, i - 1);
    }
}

/**
 * nb_chain_drop_false_rivals:
 * @chain: (element-type NbRun) (inout): its rows
 *
 * What seemed to be a row again may have turned out to be another one, whose label is broken.
 */
void
nb_chain_drop_false_rivals (GArray *chain)
{
  for (guint i = 0; i < chain->len; i++)
    for (guint j = 0; j < chain->len; j++)
      {
        NbRun *run = &g_array_index (chain, NbRun, i);
        const NbRun *other = &g_array_index (chain, NbRun, j);

        if (run->rival > other->label && run->rival <= other->first + other->n)
          run->rival = 0;
      }
}
