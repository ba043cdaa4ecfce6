/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What exact labels left open. Between two rows that are sure, a row whose label is broken by the
 * layout, misspelled or cut off is bound to the form's row that is missing there: by the whole of
 * its label's pieces (then it is exact), by edit distance, or, where a part of the label or
 * nothing is left and the rows are as many as are missing, by position. Anything else stays a row
 * that no form has.
 */

#include "nb-chain.h"

#include "base/nb-text.h"

#include <string.h>

/* Items looked at before the first and behind the last sure row. */
#define REACH 400
/* Pieces of a label before and behind the row that its values stand in. */
#define MOST_FRAGMENTS 6
/* More rows than this between two of the form's are another list: their labels are not compared. */
#define MOST_ROWS 100
/* Rows looked at where no label is whole. */
#define MOST_BROKEN 400
/* A part of a label shorter than this many bytes proves nothing. */
#define SHORTEST_PART 9

typedef struct
{
  NbDocument *document;
  GArray *items;
  const NbFormTable *table;
  GArray *rows;   /* NbRun: rows in this gap that are bound to none yet */
  GArray *wanted; /* int: leaf rows of the form that are missing in this gap */
} Gap;

static gboolean
is_cell (const NbItem *item)
{
  return item->kind == NB_ITEM_VALUE || item->kind == NB_ITEM_BLANK || item->is_unit;
}

/* A gap never reaches over a sentence or over another table of the form. */
static gboolean
is_border (const NbItem *item, const NbFormTable *table)
{
  return item->kind == NB_ITEM_PROSE || nb_item_is_foreign (item, table);
}

static guint
count_wanted_cells (const NbFormTable *table)
{
  return table->n_columns > 1 ? table->n_columns : 1;
}

/* A group or heading of this table carries no values of its own: what stands beside it is "——". */
static gboolean
is_heading (const NbItem *item, const NbFormTable *table)
{
  gboolean is_group = FALSE;

  for (const NbEntry *e = item->entries; e != NULL; e = e->next)
    {
      if (e->kind == NB_ENTRY_LEAF && g_str_equal (e->table->id, table->id))
        return FALSE;
      is_group |= e->table == table;
    }
  return is_group;
}

/* Whether a row that begins with values has no label: they fill it to its end. A number before a label is its serial
 * number. */
static gboolean
is_whole_row (Gap *gap, const NbRun *run)
{
  guint behind = run->first + run->n;

  return behind >= gap->items->len ||
         nb_items_get (gap->items, behind)->row != nb_items_get (gap->items, run->first)->row;
}

/* A run of values with a label before it that names no row here, or with none. */
static gboolean
read_row (Gap *gap, guint i, guint end, NbRun *run)
{
  const NbItem *item = nb_items_get (gap->items, i);
  gboolean is_label = item->kind == NB_ITEM_LABEL && !item->is_unit;
  guint n;

  *run = (NbRun){ .label = i, .n_label = is_label ? item->n_joined : 0, .row = -1 };
  if (is_label && (i + run->n_label >= end || !is_cell (nb_items_get (gap->items, i + run->n_label))))
    return FALSE;
  if (!is_label && (!is_cell (item) || item->row == 0 ||
                    (i > 0 && nb_items_get (gap->items, i - 1)->row == item->row)))
    return FALSE;

  if (run->n_label > 0)
    nb_run_extract (gap->items, gap->table, count_wanted_cells (gap->table), run);
  else
    {
      run->first = i;
      run->bounded = TRUE;
      while (run->first + run->n < end && nb_items_get (gap->items, run->first + run->n)->row == item->row &&
             is_cell (nb_items_get (gap->items, run->first + run->n)))
        run->n++;
    }
  if (run->n_label == 0 && !is_whole_row (gap, run))
    return FALSE;
  n = nb_run_count (gap->items, run);
  return nb_run_has_value (gap->items, run) && n >= count_wanted_cells (gap->table) &&
         run->first + run->n <= end;
}

static void
collect_rows (Gap *gap, guint first, guint end)
{
  for (guint i = first; i < end;)
    {
      NbRun run;

      if (read_row (gap, i, end, &run))
        {
          g_array_append_val (gap->rows, run);
          i = run.first + run.n;
        }
      else
        i++;
    }
}

/* The key of a row's label, alone. */
static char *
dup_key (Gap *gap, const NbRun *run)
{
  return nb_items_dup_key (gap->document, gap->items, run->label, run->n_label);
}

/* A label that stands alone, without values behind it: a part of a broken one, even where the
 * part is a label itself. */
static gboolean
is_fragment (Gap *gap, guint i)
{
  const NbItem *item = nb_items_get (gap->items, i);

  if (item->kind != NB_ITEM_LABEL || item->is_unit)
    return FALSE;
  if (is_heading (item, gap->table) || nb_item_is_foreign (item, gap->table))
    return FALSE;
  return i + item->n_joined >= gap->items->len || !is_cell (nb_items_get (gap->items, i + item->n_joined));
}

/* Whether more of its row stands behind item @i. */
static gboolean
goes_on_in_row (Gap *gap, guint i)
{
  const NbItem *item = nb_items_get (gap->items, i);

  return item->row != 0 && i + 1 < gap->items->len && nb_items_get (gap->items, i + 1)->row == item->row;
}

/* "行政规范性文 10 17 195" / "件": a unit on a line of its own, with nothing behind it, may end a label. @in_columns: a part
 * of a group may stand on its left. */
static gboolean
is_unit_alone (Gap *gap, guint i, gboolean in_columns)
{
  const NbItem *item = nb_items_get (gap->items, i), *before = nb_items_get (gap->items, i - 1);

  return item->is_unit &&
         (item->row == 0 || before->row != item->row ||
          (in_columns && before->kind == NB_ITEM_LABEL && !before->is_unit)) &&
         (i + 1 >= gap->items->len || !is_cell (nb_items_get (gap->items, i + 1)));
}

/* The pieces that may belong to the label of a row: those before it, group labels beside it
 * passed over, its own, and those behind its values. @in_columns: where lines were cut at their columns, what stands
 * on the left belongs to groups that are broken as well. */
static GArray *
collect_fragments (Gap *gap, const NbRun *run, gboolean in_columns, guint *n_before)
{
  GArray *fragments = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = run->label; i > 0 && fragments->len < MOST_FRAGMENTS; i--)
    {
      guint before = i - 1;
      gboolean is_beside = in_columns && goes_on_in_row (gap, before) &&
                           nb_items_get (gap->items, before)->kind == NB_ITEM_LABEL;

      if (!is_beside && is_fragment (gap, before))
        g_array_prepend_val (fragments, before);
      else if (!is_beside && !is_heading (nb_items_get (gap->items, before), gap->table))
        break;
    }
  *n_before = fragments->len;
  for (guint i = run->label; i < run->first; i++)
    g_array_append_val (fragments, i);
  for (guint n = 0, i = run->first + run->n; n < MOST_FRAGMENTS && i < gap->items->len; i++)
    {
      if (in_columns && goes_on_in_row (gap, i) && nb_items_get (gap->items, i)->kind == NB_ITEM_LABEL)
        continue;
      if (!is_fragment (gap, i) && !is_unit_alone (gap, i, in_columns))
        break;
      g_array_append_val (fragments, i);
      n++;
    }
  return fragments;
}

/* A reading of a row's label: of some of the pieces that may belong to it. */
typedef struct
{
  char *key;   /* (owned) */
  guint begin; /* the first item of those that stand together */
  gboolean
      is_around; /* of what stands above and below alone: a label only where it is one to the letter */
} Reading;

static void
clear_reading (gpointer data)
{
  g_free (((Reading *) data)->key);
}

static void
add_reading (GArray *readings, const char *label, guint begin, gboolean is_around)
{
  Reading reading = { nb_text_label_key (label, -1), begin, is_around };

  g_array_append_val (readings, reading);
}

/* "果 （二）部分公开": the end of a group may stand before a label, with a blank between. Returns where the number of the
 * label begins; 0 for nowhere. */
static gsize
find_number_behind_blank (const char *text, gsize length)
{
  for (gsize i = 1; i < length; i++)
    if (text[i - 1] == ' ' && text[i] != ' ' &&
        nb_text_is_enumerated (text + i, (gssize) (length - i)))
      return i;
  return 0;
}

/* Beside the values may stand the end of a group, and the label above and below it. */
static void
add_reading_around (Gap *gap,
                    GArray *fragments,
                    guint first,
                    guint end,
                    guint n_before,
                    guint n_own,
                    guint begin,
                    GArray *readings)
{
  const char *text = nb_document_get_text (gap->document, NULL);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      const NbItem *item = nb_items_get (gap->items, g_array_index (fragments, guint, i));

      if (i < n_before || i >= n_before + n_own)
        g_string_append_len (joined, text + item->offset, item->length);
    }
  add_reading (readings, joined->str, begin, TRUE);
}

/* Every stretch of fragments that holds the row's own. */
static void
add_readings (Gap *gap, const NbRun *run, gboolean in_columns, GArray *readings)
{
  const char *text = nb_document_get_text (gap->document, NULL);
  guint n_before, n_own = run->first - run->label;
  g_autoptr (GArray) fragments = collect_fragments (gap, run, in_columns, &n_before);

  for (guint first = 0; first <= n_before; first++)
    for (guint end = n_before + n_own; end <= fragments->len; end++)
      {
        g_autoptr (GString) joined = g_string_new (NULL);
        guint begin = run->label;
        gsize number;

        for (guint i = first; i < end; i++)
          {
            const NbItem *item = nb_items_get (gap->items, g_array_index (fragments, guint, i));

            g_string_append_len (joined, text + item->offset, item->length);
          }
        for (guint i = n_before; i > first && g_array_index (fragments, guint, i - 1) + 1 == begin;
             i--)
          begin = g_array_index (fragments, guint, i - 1);
        add_reading (readings, joined->str, begin, FALSE);
        if (first == end)
          continue;
        number = find_number_behind_blank (
            joined->str, nb_items_get (gap->items, g_array_index (fragments, guint, first))->length);
        if (number > 0)
          add_reading (readings, joined->str + number, begin, FALSE);
        if (first < n_before && end > n_before + n_own && n_own > 0)
          add_reading_around (gap, fragments, first, end, n_before, n_own, begin, readings);
      }
}

/* The label may go on before and behind its values: "1.申请人无正当理由" / "逾期不补正 … 0 0 0 0
 * 0 0 0" / "公开申请". The first reading is of the row's own label alone. */
static GArray *
collect_readings (Gap *gap, const NbRun *run)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  Reading own = { nb_items_dup_key (gap->document, gap->items, run->label, run->n_label),
                  run->label, FALSE };

  g_array_set_clear_func (readings, clear_reading);
  g_array_append_val (readings, own);
  add_readings (gap, run, FALSE, readings);
  if (nb_items_get (gap->items, run->first)->row != 0)
    add_readings (gap, run, TRUE, readings);
  return readings;
}

/* How far a label is from the row's labels, in characters; G_MAXUINT where that is too far. */
static guint
measure (const char *key, const NbFormRow *row)
{
  guint best = G_MAXUINT;

  for (const char *const *k = row->keys; *k != NULL; k++)
    {
      guint length = (guint) strlen (*k), most = (guint) g_utf8_strlen (*k, -1) / 4;

      if (g_str_equal (key, *k))
        return 0;
      /* A character has at most four bytes. */
      if (most > 0 && strlen (key) <= length + 4 * most && length <= strlen (key) + 4 * most)
        {
          guint distance = nb_text_edit_distance (key, *k, most);

          if (distance <= most)
            best = MIN (best, distance);
        }
    }
  return best;
}

/* The nearest reading of a label. */
static guint
measure_readings (GArray *readings, const NbFormRow *row, guint *begin)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);
      guint distance = measure (reading->key, row);

      if (distance >= best || (reading->is_around && distance > 0))
        continue;
      best = distance;
      *begin = reading->begin;
    }
  return best;
}

static gboolean
is_part (const char *key, const NbFormRow *row)
{
  if (*key == '\0')
    return TRUE;
  for (const char *const *k = row->keys; *k != NULL; k++)
    if ((strlen (key) >= SHORTEST_PART && strstr (*k, key) != NULL) ||
        (strlen (*k) >= SHORTEST_PART && strstr (key, *k) != NULL))
      return TRUE;
  return FALSE;
}

/* "1.申请": the beginning of the row's label, its number with it. */
static gboolean
is_cut_label (Gap *gap, const NbRun *run, const char *key, const NbFormRow *row)
{
  const NbItem *item = nb_items_get (gap->items, run->label);
  const char *text = nb_document_get_text (gap->document, NULL) + item->offset;
  g_autofree char *own = NULL, *whole = NULL;

  if (run->n_label != 1 || *key == '\0' || !nb_text_is_enumerated (text, item->length))
    return FALSE;
  own = nb_text_fold (text, item->length);
  whole = nb_text_fold (row->label_zh, -1);
  return g_str_has_prefix (whole, own);
}

static const NbFormRow *
wanted_row (Gap *gap, guint i)
{
  return gap->table->rows[g_array_index (gap->wanted, int, i)];
}

static void
bind_row (Gap *gap, NbRun *run, guint wanted, NbConfidence confidence)
{
  run->row = g_array_index (gap->wanted, int, wanted);
  run->confidence = confidence;
}

/* A label of a group with values beside it. */
static gboolean
is_group_row (Gap *gap, const NbRun *run)
{
  return run->n_label > 0 && is_heading (nb_items_get (gap->items, run->label), gap->table);
}

/* Binds by label: whole, or near. In order: a later row never takes an earlier place. */
static void
bind_by_label (Gap *gap)
{
  guint from = 0;

  for (guint i = 0; i < gap->rows->len; i++)
    {
      NbRun *run = &g_array_index (gap->rows, NbRun, i);
      g_autoptr (GArray) readings = collect_readings (gap, run);
      guint best = G_MAXUINT, best_distance = G_MAXUINT, label = run->label;
      gboolean is_tie = FALSE, is_group = is_group_row (gap, run);

      for (guint w = from; w < gap->wanted->len; w++)
        {
          guint begin = run->label;
          guint distance = measure_readings (readings, wanted_row (gap, w), &begin);

          if (distance == G_MAXUINT || distance > best_distance || (is_group && distance > 0))
            continue;
          is_tie = distance == best_distance;
          best = w;
          best_distance = distance;
          label = begin;
        }
      if (best == G_MAXUINT || is_tie)
        continue;
      bind_row (gap, run, best,
                best_distance == 0 ? NB_CONFIDENCE_EXACT : NB_CONFIDENCE_APPROXIMATE);
      run->n_label += run->label - label;
      run->label = label;
      from = best + 1;
    }
}

/* A blank behind the values of a row without a label may belong to a merged cell, and a value be
 * lost. In a grid each cell has its place. */
static gboolean
is_full (Gap *gap, const NbRun *run)
{
  guint n = 0;

  for (guint i = run->first; i < run->first + run->n; i++)
    n += nb_items_get (gap->items, i)->kind == NB_ITEM_VALUE;
  return n >= count_wanted_cells (gap->table) || nb_items_get (gap->items, run->first)->table >= 0;
}

/* What stands beside a group label is no row, unless the label was a part of one. */
static void
drop_group_rows (Gap *gap)
{
  for (guint i = gap->rows->len; i > 0; i--)
    if (g_array_index (gap->rows, NbRun, i - 1).row < 0 &&
        is_group_row (gap, &g_array_index (gap->rows, NbRun, i - 1)))
      g_array_remove_index (gap->rows, i - 1);
}

/* Binds a stretch of rows to a stretch of missing ones where they are as many and nothing speaks
 * against it. */
static void
bind_stretch (Gap *gap, guint first_row, guint end_row, guint first_wanted, guint end_wanted)
{
  if (end_row - first_row != end_wanted - first_wanted)
    return;
  for (guint i = 0; i < end_row - first_row; i++)
    {
      const NbRun *run = &g_array_index (gap->rows, NbRun, first_row + i);
      g_autofree char *key = dup_key (gap, run);
      const NbFormRow *row = wanted_row (gap, first_wanted + i);

      if (!is_full (gap, run) || (!is_part (key, row) && !is_cut_label (gap, run, key, row)))
        return;
    }
  for (guint i = 0; i < end_row - first_row; i++)
    bind_row (gap, &g_array_index (gap->rows, NbRun, first_row + i), first_wanted + i,
              NB_CONFIDENCE_BY_POSITION);
}

static void
bind_by_position (Gap *gap)
{
  guint first_row = 0, first_wanted = 0;

  for (guint i = 0; i <= gap->rows->len; i++)
    {
      int row = i < gap->rows->len ? g_array_index (gap->rows, NbRun, i).row : G_MAXINT;
      guint end_wanted = first_wanted;

      if (row < 0)
        continue;
      while (end_wanted < gap->wanted->len && g_array_index (gap->wanted, int, end_wanted) < row)
        end_wanted++;
      bind_stretch (gap, first_row, i, first_wanted, end_wanted);
      first_row = i + 1;
      first_wanted = end_wanted + (i < gap->rows->len);
    }
}

/* A label without any value behind it is not missing: its row is there, with a value left empty
 * or with values lost. */
static void
add_empty_rows (Gap *gap, guint first, guint end)
{
  for (guint w = 0; w < gap->wanted->len; w++)
    {
      int row = g_array_index (gap->wanted, int, w);
      gboolean is_bound = FALSE;

      for (guint i = 0; i < gap->rows->len; i++)
        is_bound |= g_array_index (gap->rows, NbRun, i).row == row;
      for (guint i = first; i < end && !is_bound; i++)
        {
          const NbItem *item = nb_items_get (gap->items, i);
          NbRun run = {
            .label = i, .n_label = item->n_joined, .first = i + item->n_joined, .row = row
          };

          if (nb_item_find_leaf (item, gap->table, row) != row || !is_fragment (gap, i))
            continue;
          run.is_doubtful = nb_run_is_behind_values (gap->items, gap->table, &run) ||
                            nb_run_is_below_values (gap->items, gap->table,
                                                    gap->table->rows[row]->n_metrics, i);
          g_array_append_val (gap->rows, run);
          is_bound = TRUE;
          first = i + 1;
        }
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const NbRun *x = a, *y = b;

  return x->label < y->label ? -1 : x->label > y->label;
}

static void
mend_gap (Gap *gap, guint first, guint end, int first_row, int end_row)
{
  g_array_set_size (gap->rows, 0);
  g_array_set_size (gap->wanted, 0);
  for (int row = first_row; row < end_row; row++)
    if (gap->table->rows[row]->kind == NB_ROW_LEAF)
      g_array_append_val (gap->wanted, row);
  collect_rows (gap, first, end);
  if (gap->rows->len > MOST_ROWS)
    return;
  bind_by_label (gap);
  drop_group_rows (gap);
  bind_by_position (gap);
  add_empty_rows (gap, first, end);
  g_array_sort (gap->rows, compare_rows);
}

static guint
reach_back (GArray *items, const NbFormTable *table, guint from)
{
  guint first = from;

  while (first > 0 && from - first < REACH && !is_border (nb_items_get (items, first - 1), table))
    first--;
  return first;
}

static guint
reach_ahead (GArray *items, const NbFormTable *table, guint from)
{
  guint end = from;

  while (end < items->len && end - from < REACH && !is_border (nb_items_get (items, end), table))
    end++;
  return end;
}

/* Whether a reading is a label of a row to the letter. */
static gboolean
names_row (GArray *readings, const NbFormRow *row, guint *begin)
{
  for (guint i = 0; i < readings->len; i++)
    for (const char *const *key = row->keys; *key != NULL; key++)
      if (g_str_equal (g_array_index (readings, Reading, i).key, *key))
        {
          *begin = g_array_index (readings, Reading, i).begin;
          return TRUE;
        }
  return FALSE;
}

/* The row of the form that a reading of the label names; -1 for none, or for several. */
static int
find_named_row (const NbFormTable *table, GArray *readings, guint *begin)
{
  int found = -1;

  for (guint row = 0; row < table->n_rows; row++)
    {
      if (table->rows[row]->kind != NB_ROW_LEAF || !names_row (readings, table->rows[row], begin))
        continue;
      if (found >= 0)
        return -1;
      found = (int) row;
    }
  return found;
}

/**
 * nb_chain_find_broken:
 * @document: the document
 * @items: its items
 * @table: a table with several columns
 *
 * Finds rows whose labels the layout has broken above and below their values. Narrow columns break nearly all of them, so
 * that no chain begins with a whole one.
 *
 * Returns: (transfer full) (element-type NbRun): rows that one label of the form names, in reading order
 */
GArray *
nb_chain_find_broken (NbDocument *document, GArray *items, const NbFormTable *table)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (NbRun));
  GArray *named = g_array_new (FALSE, FALSE, sizeof (NbRun));
  Gap gap = { document, items, table, rows, NULL };

  collect_rows (&gap, 0, items->len);
  for (guint i = 0; i < MIN (rows->len, MOST_BROKEN); i++)
    {
      NbRun run = g_array_index (rows, NbRun, i);
      g_autoptr (GArray) readings = NULL;
      guint begin = run.label;

      if (nb_run_count (items, &run) != table->n_columns)
        continue;
      readings = collect_readings (&gap, &run);
      run.row = find_named_row (table, readings, &begin);
      if (run.row < 0)
        continue;
      run.n_label += run.label - begin;
      run.label = begin;
      run.confidence = NB_CONFIDENCE_EXACT;
      g_array_append_val (named, run);
    }
  return named;
}

/* Moves the rows of a gap to the chain or, between sure rows, to the rows that no form has; those before the first sure row
 * and behind the last one to the rows outside. @others takes all that are bound to none. */
static void
distribute (Gap *gap, GArray *mended, GArray *others, GArray *extras, GArray *outside)
{
  for (guint i = 0; i < gap->rows->len; i++)
    {
      NbRun *run = &g_array_index (gap->rows, NbRun, i);

      if (run->row < 0)
        g_array_append_val (others, *run);
      if (run->row >= 0)
        g_array_append_val (mended, *run);
      else if (run->n_label > 0)
        g_array_append_val (outside != NULL ? outside : extras, *run);
    }
}

/**
 * nb_chain_mend:
 * @document: the document
 * @items: its items
 * @table: the table
 * @chain: (element-type NbRun) (inout): the rows found by their labels
 * @extras: (element-type NbRun) (inout): takes the rows that no form has
 *
 * Looks at what stands between the rows that are sure.
 */
void
nb_chain_mend (NbDocument *document,
               GArray *items,
               const NbFormTable *table,
               GArray *chain,
               GArray *extras)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (NbRun));
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) mended = g_array_new (FALSE, FALSE, sizeof (NbRun));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (NbRun));
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (NbRun));
  g_autoptr (GArray) behind = g_array_new (FALSE, FALSE, sizeof (NbRun));
  Gap gap = { document, items, table, rows, wanted };
  guint first = reach_back (items, table, g_array_index (chain, NbRun, 0).label);
  int first_row = 0;

  for (guint i = 0; i <= chain->len; i++)
    {
      const NbRun *next = i < chain->len ? &g_array_index (chain, NbRun, i) : NULL;
      guint end = next != NULL ? next->label : reach_ahead (items, table, first);

      mend_gap (&gap, first, end, first_row, next != NULL ? next->row : (int) table->n_rows);
      distribute (&gap, mended, others, extras, i == 0 ? before : next == NULL ? behind : NULL);
      if (next == NULL)
        break;
      g_array_append_val (mended, *next);
      first = next->first + next->n;
      first_row = next->row + 1;
    }

  g_array_set_size (chain, 0);
  g_array_append_vals (chain, mended->data, mended->len);
  nb_chain_hold_to_place (document, items, table, chain, others);
  nb_chain_take_displaced (document, items, table, chain, extras);
  nb_chain_take_displaced (document, items, table, chain, before);
  nb_chain_take_displaced (document, items, table, chain, behind);
  nb_chain_take_behind_groups (items, table, chain, extras);
}
