/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Labels in order decide. All labels of the document that name a row of the table exactly, with
 * the run of values behind each, are candidates; the best ascending chain of them is the table.
 * Ascending means that no row is ever looked for backwards.
 *
 *   items ─ candidates ─ one segment each time the table begins anew ─ heaviest ascending chain of each
 */

#include "nb-chain.h"

#include "base/nb-limits.h"
#include "base/nb-text.h"

/* What a candidate weighs by its run. */
#define WEIGHT_RIGHT    8 /* just the values that the row has */
#define WEIGHT_MORE     5
#define WEIGHT_LESS     4
#define WEIGHT_NUMBERED 1 /* and the label has a number, as the form prints it */

/* Items between a table and a row of it that is printed again. */
#define LONGEST_SEAM 40

typedef struct
{
  NbRun run;
  int weight;
  int score;
  int previous; /* candidate before it in the chain, -1 for none */
} Candidate;

static guint
count_wanted (const NbFormTable *table, int row)
{
  return table->rows[row]->n_metrics;
}

static int
find_first_leaf (const NbFormTable *table)
{
  for (guint i = 0; i < table->n_rows; i++)
    if (table->rows[i]->kind == NB_ROW_LEAF)
      return (int) i;
  return -1;
}

/* Whether the label also means something else: a column head, a row of another table. */
static gboolean
is_ambiguous (const NbItem *item, const NbFormTable *table)
{
  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    if (e->table->form == table->form && (e->table != table || e->kind != NB_ENTRY_LEAF))
      return TRUE;
  return FALSE;
}

static gboolean
is_numbered (NbDocument *document, const NbItem *item)
{
  return nb_text_is_enumerated (nb_document_get_text (document, NULL) + item->offset, item->length);
}

/* Whether a column head stands before the label in its row: then it is a head as well, and the blanks behind it belong to
 * merged ones. */
static gboolean
is_among_heads (GArray *items, const NbFormTable *table, guint label)
{
  guint row = g_array_index (items, NbItem, label).row;

  for (guint i = label; row != 0 && i > 0 && g_array_index (items, NbItem, i - 1).row == row; i--)
    if (nb_entry_find (g_array_index (items, NbItem, i - 1).entries, table, NB_ENTRY_COLUMN) !=
        NULL)
      return TRUE;
  return FALSE;
}

/* Whether the side of the page cuts the row that the run ends. */
static gboolean
is_clipped (NbDocument *document, GArray *items, const NbRun *run)
{
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  const NbItem *last = &g_array_index (items, NbItem, run->first + run->n - 1);

  return (pieces[last->piece].flags & NB_PIECE_CLIPPED) != 0;
}

static int
weigh (NbDocument *document,
       GArray *items,
       const NbFormTable *table,
       const NbItem *item,
       const NbRun *run)
{
  guint wanted = count_wanted (table, run->row), n = nb_run_count (items, run), filled = n;
  gboolean numbered = item->n_joined > 1 || is_numbered (document, item);

  if (n == 0 || (is_ambiguous (item, table) && !numbered && !nb_run_has_value (items, run)))
    return 0;
  /* A sheet fills its rows up with empty cells. */
  while (filled > wanted && run->n > n - filled &&
         g_array_index (items, NbItem, run->first + run->n - 1 - (n - filled)).kind ==
             NB_ITEM_BLANK)
    filled--;
  if (filled > 2 * wanted && filled > wanted + 4)
    return 0;
  if (n < wanted &&
      (!nb_run_has_value (items, run) ||
       (is_ambiguous (item, table) && !(numbered && is_clipped (document, items, run)))))
    return 0;
  if (!nb_run_has_value (items, run) && is_among_heads (items, table, run->label))
    return 0;
  if (n == wanted)
    return WEIGHT_RIGHT + (numbered ? WEIGHT_NUMBERED : 0);
  return n > wanted ? WEIGHT_MORE : WEIGHT_LESS;
}

static void
add_candidates (NbDocument *document,
                GArray *items,
                const NbFormTable *table,
                guint i,
                GArray *candidates)
{
  const NbItem *item = &g_array_index (items, NbItem, i);

  for (int row = nb_item_find_leaf (item, table, 0); row >= 0;
       row = nb_item_find_leaf (item, table, row + 1))
    {
      Candidate candidate = { .run = { .label = i, .n_label = item->n_joined, .row = row },
                              .previous = -1 };

      nb_run_extract (items, table, count_wanted (table, row), &candidate.run);
      candidate.weight = weigh (document, items, table, item, &candidate.run);
      if (candidate.weight > 0)
        g_array_append_val (candidates, candidate);
    }
}

static GArray *
find_candidates (NbDocument *document, GArray *items, const NbFormTable *table)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < items->len; i++)
    {
      const NbItem *item = &g_array_index (items, NbItem, i);

      if (item->kind != NB_ITEM_LABEL || item->entries == NULL)
        continue;
      add_candidates (document, items, table, i, candidates);
      i += item->n_joined - 1;
    }
  return candidates;
}

/* The last candidate of the heaviest chain in [first, end); the rows of all tables are few. */
static int
find_heaviest (GArray *candidates, guint first, guint end, guint n_rows)
{
  g_autofree int *best = g_new (int,
                                n_rows); /* candidate that ends the heaviest chain with this row */
  int last = -1;

  for (guint i = 0; i < n_rows; i++)
    best[i] = -1;
  for (guint i = first; i < end;)
    {
      guint group_end = i;

      /* Meanings of one label are alternatives: none may build on another. */
      for (; group_end < end; group_end++)
        {
          Candidate *c = &g_array_index (candidates, Candidate, group_end);

          if (c->run.label != g_array_index (candidates, Candidate, i).run.label)
            break;
          c->score = c->weight;
          c->previous = -1;
          for (int row = 0; row < c->run.row; row++)
            if (best[row] >= 0 &&
                g_array_index (candidates, Candidate, best[row]).score + c->weight > c->score)
              {
                c->previous = best[row];
                c->score = g_array_index (candidates, Candidate, best[row]).score + c->weight;
              }
        }
      for (; i < group_end; i++)
        {
          const Candidate *c = &g_array_index (candidates, Candidate, i);

          if (best[c->run.row] < 0 ||
              c->score > g_array_index (candidates, Candidate, best[c->run.row]).score)
            best[c->run.row] = (int) i;
        }
    }
  for (guint i = 0; i < n_rows; i++)
    if (best[i] >= 0 && (last < 0 || g_array_index (candidates, Candidate, best[i]).score >
                                         g_array_index (candidates, Candidate, last).score))
      last = best[i];
  return last;
}

static GArray *
follow (GArray *candidates, int last)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (NbRun));

  for (int i = last; i >= 0; i = g_array_index (candidates, Candidate, i).previous)
    g_array_prepend_val (chain, g_array_index (candidates, Candidate, i).run);
  return chain;
}

/* A few rows of the right shape, or one label by chance? */
static gboolean
is_table (GArray *items, const NbFormTable *table, GArray *chain)
{
  guint n_filled = 0, n_leaves = 0;

  for (guint i = 0; i < table->n_rows; i++)
    n_leaves += table->rows[i]->kind == NB_ROW_LEAF;
  for (guint i = 0; i < chain->len; i++)
    n_filled += nb_run_count (items, &g_array_index (chain, NbRun, i)) > 0;
  return n_filled >= MIN (3, n_leaves) || (n_filled >= 2 && n_leaves <= 12);
}

static char *
dup_text (NbDocument *document, GArray *items, guint first, guint n, gboolean with_cells)
{
  const char *text = nb_document_get_text (document, NULL);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    if (!with_cells || nb_items_get (items, i)->length > 0)
      {
        g_string_append_len (joined, text + nb_items_get (items, i)->offset,
                             nb_items_get (items, i)->length);
        if (with_cells)
          g_string_append_c (joined, ' ');
      }
  return nb_text_fold_keep (joined->str, (gssize) joined->len);
}

/* Whether two rows that the form calls @row have the same label and other values. A number that the form does not print
 * before the label tells them not apart; one that it prints does, where @a has it. */
static gboolean
contradicts (NbDocument *document,
             GArray *items,
             const NbFormRow *row,
             const NbRun *a,
             const NbRun *b)
{
  g_autofree char *label = dup_text (document, items, a->label, a->n_label, FALSE);
  g_autofree char *other = dup_text (document, items, b->label, b->n_label, FALSE);
  g_autofree char *values = dup_text (document, items, a->first, a->n, TRUE);
  g_autofree char *others = dup_text (document, items, b->first, b->n, TRUE);

  return (g_str_equal (label, other) || !nb_text_is_enumerated (row->label_zh, -1) ||
          !nb_run_begins_as_printed (document, items, row, a)) &&
         !g_str_equal (values, others);
}

/* Whether the form has several rows of this label: which one is which, the chain tells. */
static gboolean
is_shared_label (const NbItem *item, const NbFormTable *table)
{
  int row = nb_item_find_leaf (item, table, 0);

  return row >= 0 && nb_item_find_leaf (item, table, row + 1) >= 0;
}

/* Whether nothing but group labels and blanks of the table stands in [first, end). */
static gboolean
is_seam (GArray *items, const NbFormTable *table, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (end - first > LONGEST_SEAM ||
        (nb_items_get (items, i)->kind != NB_ITEM_BLANK && !nb_items_get (items, i)->is_continued &&
         !nb_item_has_entry (nb_items_get (items, i), table)))
      return FALSE;
  return TRUE;
}

/* Whether a row stands among the rows of a chain, or right before or behind them. */
static gboolean
is_within (GArray *items, const NbFormTable *table, const NbRun *run, GArray *chain)
{
  const NbRun *first = &g_array_index (chain, NbRun, 0);
  const NbRun *last = &g_array_index (chain, NbRun, chain->len - 1);
  guint end = last->first + last->n;

  if (run->label < first->label)
    return is_seam (items, table, run->first + run->n, first->label);
  return run->label < end || is_seam (items, table, end, run->label);
}

/* A row that is printed twice with different values: which ones are meant, nothing says. */
static void
mark_doubled (NbDocument *document,
              GArray *items,
              const NbFormTable *table,
              GArray *candidates,
              GPtrArray *chains)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < chains->len; i++)
    for (guint j = 0; j < ((GArray *) chains->pdata[i])->len; j++)
      g_hash_table_add (
          used, GUINT_TO_POINTER (g_array_index ((GArray *) chains->pdata[i], NbRun, j).label));
  for (guint c = 0; c < candidates->len; c++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, c);

      if (candidate->weight < WEIGHT_MORE ||
          g_hash_table_contains (used, GUINT_TO_POINTER (candidate->run.label)) ||
          is_shared_label (nb_items_get (items, candidate->run.label), table) ||
          !nb_run_has_value (items, &candidate->run))
        continue;
      for (guint i = 0; i < chains->len; i++)
        {
          GArray *chain = chains->pdata[i];

          if (!is_within (items, table, &candidate->run, chain))
            continue;
          for (guint j = 0; j < chain->len; j++)
            {
              NbRun *run = &g_array_index (chain, NbRun, j);

              if (run->row == candidate->run.row &&
                  contradicts (document, items, table->rows[run->row], run, &candidate->run))
                run->rival = candidate->run.label + 1;
            }
        }
    }
}

/* Rows whose labels are broken, as candidates. */
static GArray *
find_broken (NbDocument *document, GArray *items, const NbFormTable *table)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) rows = nb_chain_find_broken (document, items, table);

  for (guint i = 0; i < rows->len; i++)
    {
      Candidate candidate = { g_array_index (rows, NbRun, i), WEIGHT_RIGHT, 0, -1 };

      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

/* The chains of candidates, one for each time that the table begins anew. */
static GPtrArray *
find_chains (GArray *items, const NbFormTable *table, GArray *candidates)
{
  GPtrArray *chains = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  int first_leaf = find_first_leaf (table);
  guint start = 0;

  while (start < candidates->len && chains->len < NB_LIMIT_PARTS)
    {
      gboolean has_first = FALSE;
      guint end = start;
      g_autoptr (GArray) chain = NULL;

      for (; end < candidates->len; end++)
        {
          const Candidate *c = &g_array_index (candidates, Candidate, end);

          if (c->run.row != first_leaf || c->weight < WEIGHT_LESS)
            continue;
          if (has_first)
            break;
          has_first = TRUE;
        }
      chain = follow (candidates, find_heaviest (candidates, start, end, table->n_rows));
      if (is_table (items, table, chain))
        g_ptr_array_add (chains, g_steal_pointer (&chain));
      start = end;
    }
  return chains;
}

/**
 * nb_chains_find:
 * @document: the document
 * @items: the items of a document
 * @table: a table of kind NB_TABLE_ROWS
 *
 * Finds every time that the table stands in the document.
 *
 * Returns: (transfer full): the chains in reading order
 */
GPtrArray *
nb_chains_find (NbDocument *document, GArray *items, const NbFormTable *table)
{
  g_autoptr (GArray) candidates = find_candidates (document, items, table);
  g_autoptr (GPtrArray) chains = find_chains (items, table, candidates);

  if (chains->len == 0 && table->n_columns > 1)
    {
      g_autoptr (GArray) broken = find_broken (document, items, table);

      g_ptr_array_unref (chains);
      chains = find_chains (items, table, broken);
    }
  mark_doubled (document, items, table, candidates, chains);
  return g_steal_pointer (&chains);
}
