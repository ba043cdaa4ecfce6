/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which cells of a run are the columns of a table. Merged label cells leave empty cells behind or
 * before the values, templates insert a subtotal or an empty column: no row can tell, but the rows
 * of a table together can. A column number is never taken from one row alone; where the rows do
 * not agree on one reading, a row that needs it is not read.
 */

#include "nb-grid-spans.h"
#include "nb-sums.h"

#include "base/nb-value.h"

/* Cells looked at from either end of a run. */
#define WIDEST 24

typedef struct
{
  NbDocument *document;
  GArray *items;
  GArray **cells; /* item numbers of each run, units left out */
  guint n_runs;
  guint n_columns;
  const guint *widths; /* cells of each row, labels included */
  guint width;         /* of most rows */
  guint subtotal;      /* position of a column too many; G_MAXUINT for none */
  guint widest;        /* filled cells of a row, rows with a value too many left out */
} Rows;

/* A reading of all rows: which positions, counted from one end, are the columns. */
typedef struct
{
  gboolean from_right;
  guint position[WIDEST]; /* ascending from that end */
} Reading;

static const NbItem *
cell (Rows *self, guint run, guint i)
{
  return &g_array_index (self->items, NbItem, g_array_index (self->cells[run], guint, i));
}

static gboolean
is_filled (Rows *self, guint run, guint i)
{
  return cell (self, run, i)->kind != NB_ITEM_BLANK;
}

static guint
count_filled (Rows *self, guint run)
{
  guint n = 0;

  for (guint i = 0; i < self->cells[run]->len; i++)
    n += is_filled (self, run, i);
  return n;
}

/* How many rows have at least @n filled cells. */
static guint
count_wide_rows (Rows *self, guint n)
{
  guint n_wide = 0;

  for (guint run = 0; run < self->n_runs; run++)
    n_wide += count_filled (self, run) >= n;
  return n_wide;
}

/* The most filled cells that a row has which is not alone in that: a row with one more has a
 * value too many. */
static guint
find_widest (Rows *self)
{
  guint widest = WIDEST;

  while (widest > 0 && count_wide_rows (self, widest) < MAX (2, self->n_runs / 8))
    widest--;
  return widest;
}

/* Counts in how many rows the first columns add up to the last one. */
static guint
count_sums (Rows *self, const Reading *reading)
{
  const char *text = nb_document_get_text (self->document, NULL);
  guint n = 0;

  for (guint run = 0; run < self->n_runs; run++)
    {
      NbDecimal sum = NB_DECIMAL_ZERO, total = NB_DECIMAL_ZERO;
      gboolean is_known = TRUE, is_filled_once = FALSE;
      guint m = self->cells[run]->len;

      if (m <= self->n_columns)
        continue;
      for (guint c = 0; c < self->n_columns && is_known; c++)
        {
          guint p = reading->position[reading->from_right ? self->n_columns - 1 - c : c];
          const NbItem *item;
          NbValue value;

          if (p >= m)
            {
              is_known = FALSE;
              break;
            }
          item = cell (self, run, reading->from_right ? m - 1 - p : p);
          value = nb_value_parse (text + item->offset, item->length, NB_VALUE_COUNT);
          is_filled_once |= value.state == NB_STATE_NUMBER;
          if (c + 1 < self->n_columns)
            is_known = nb_decimal_add (sum, value.value, &sum);
          else
            total = value.value;
        }
      n += is_known && is_filled_once && nb_decimal_compare (sum, total) == 0;
    }
  return n;
}

/* Which positions, counted from one end, are filled in any row that is too long. */
static guint
find_used (Rows *self, gboolean from_right, gboolean *used)
{
  guint n_used = 0;

  for (guint run = 0; run < self->n_runs; run++)
    {
      guint m = self->cells[run]->len;

      if (m < self->n_columns || count_filled (self, run) > self->widest)
        continue;
      for (guint i = 0; i < m; i++)
        {
          guint p = from_right ? m - 1 - i : i;

          if (!is_filled (self, run, i))
            continue;
          if (p >= WIDEST)
            return G_MAXUINT;
          n_used += !used[p];
          used[p] = TRUE;
        }
    }
  return n_used;
}

/* The first @n positions from one end, or just as many used positions as that. */
static gboolean
find_reading (Rows *self, gboolean from_right, gboolean with_gaps, guint n, Reading *reading)
{
  gboolean used[WIDEST] = { FALSE };
  guint n_used = find_used (self, from_right, used), last = 0, n_found = 0;

  if (n_used > n)
    return FALSE;
  for (guint p = 0; p < WIDEST; p++)
    if (used[p])
      last = p;
  if (with_gaps ? n_used != n : last >= n)
    return FALSE;
  reading->from_right = from_right;
  for (guint p = 0; p < WIDEST && n_found < n; p++)
    if (!with_gaps || used[p])
      reading->position[n_found++] = p;
  return TRUE;
}

/* Takes the column numbered @column, from the left, out of a reading. */
static Reading
without_column (const Reading *reading, guint n, guint column)
{
  Reading rest = { .from_right = reading->from_right };
  guint dropped = reading->from_right ? n - 1 - column : column;

  for (guint i = 0, j = 0; i < n; i++)
    if (i != dropped)
      rest.position[j++] = reading->position[i];
  return rest;
}

/* In how many rows the column numbered @column of a wide reading is the sum of the columns
 * between the first and the last, itself left out; a row in which it is not speaks against it. */
static int
weigh_subtotal (Rows *self, const Reading *wide, guint n, guint column)
{
  const char *text = nb_document_get_text (self->document, NULL);
  int weight = 0;

  for (guint run = 0; run < self->n_runs; run++)
    {
      guint m = self->cells[run]->len;
      NbDecimal sum = NB_DECIMAL_ZERO, subtotal = NB_DECIMAL_ZERO;
      gboolean is_known = m >= n;

      for (guint c = 1; c + 1 < n && is_known; c++)
        {
          guint p = wide->position[wide->from_right ? n - 1 - c : c];
          const NbItem *item = p < m ? cell (self, run, wide->from_right ? m - 1 - p : p) : NULL;
          NbValue value = { .state = NB_STATE_MISSING };

          if (item != NULL)
            value = nb_value_parse (text + item->offset, item->length, NB_VALUE_COUNT);
          is_known = value.state == NB_STATE_NUMBER || value.state == NB_STATE_ZERO;
          if (c == column)
            subtotal = value.value;
          else
            is_known &= nb_decimal_add (sum, value.value, &sum);
        }
      if (is_known)
        weight += nb_decimal_compare (sum, subtotal) == 0 ? 1 : -4;
    }
  return weight;
}

/* One column too many, filled in most rows: a subtotal of the organisations, behind them or
 * before them. Whatever else it is, a serial number or last year's total, no row can be read. */
static gboolean
find_subtotal (Rows *self, Reading *reading)
{
  Reading wide;
  guint n = self->n_columns + 1, column = n - 2;
  int behind, before;

  if (count_wide_rows (self, n) * 2 <= self->n_runs ||
      !(find_reading (self, FALSE, FALSE, n, &wide) || find_reading (self, TRUE, FALSE, n, &wide) ||
        find_reading (self, TRUE, TRUE, n, &wide) || find_reading (self, FALSE, TRUE, n, &wide)))
    return FALSE;
  behind = weigh_subtotal (self, &wide, n, n - 2);
  before = weigh_subtotal (self, &wide, n, 1);
  if (MAX (behind, before) <= 0)
    return FALSE;
  if (before > behind)
    column = 1;
  *reading = without_column (&wide, n, column);
  self->subtotal = wide.position[wide.from_right ? n - 1 - column : column];
  return TRUE;
}

static gboolean
choose_reading (Rows *self, Reading *reading)
{
  guint n = self->n_columns;
  Reading left, right;
  gboolean is_left = find_reading (self, FALSE, FALSE, n, &left);
  gboolean is_right = find_reading (self, TRUE, FALSE, n, &right);

  if (is_left && is_right)
    {
      guint n_left = count_sums (self, &left), n_right = count_sums (self, &right);
      gboolean used[WIDEST] = { FALSE };

      *reading = n_right > n_left ? right : left;
      return n_left != n_right || find_used (self, FALSE, used) == 0;
    }
  if (is_left || is_right)
    {
      *reading = is_left ? left : right;
      return TRUE;
    }
  return find_reading (self, TRUE, TRUE, n, reading) ||
         find_reading (self, FALSE, TRUE, n, reading) || find_subtotal (self, reading);
}

static void
apply_reading (Rows *self, const Reading *reading, guint run, GArray *choice)
{
  guint m = self->cells[run]->len;

  for (guint c = 0; c < self->n_columns; c++)
    {
      guint p = reading->position[reading->from_right ? self->n_columns - 1 - c : c];

      if (p >= m)
        {
          g_array_set_size (choice, 0);
          return;
        }
      g_array_append_val (
          choice, g_array_index (self->cells[run], guint, reading->from_right ? m - 1 - p : p));
    }

  /* Whatever is left over has to be empty, but for the subtotal that the rows have. */
  for (guint i = 0; i < m; i++)
    {
      gboolean is_chosen = i == (reading->from_right ? m - 1 - self->subtotal : self->subtotal);

      for (guint c = 0; c < choice->len; c++)
        is_chosen |= g_array_index (choice, guint, c) == g_array_index (self->cells[run], guint, i);
      if (!is_chosen && is_filled (self, run, i))
        {
          g_array_set_size (choice, 0);
          return;
        }
    }
}

static gboolean
is_blank (Rows *self, guint item)
{
  return g_array_index (self->items, NbItem, item).kind == NB_ITEM_BLANK;
}

/* A row that is narrower than the others has lost a cell: then a blank at either end of its
 * columns may be one of a merged cell, and nothing in it is sure. Between two values stands no
 * merged cell. */
static void
check_width (Rows *self, guint run, GArray *choice)
{
  if (self->widths[run] < self->width && choice->len > 0 &&
      (is_blank (self, g_array_index (choice, guint, 0)) ||
       is_blank (self, g_array_index (choice, guint, choice->len - 1))))
    g_array_set_size (choice, 0);
}

/* Where most rows have a cell too few, a column is not there: a row that is as long as it should be has the blank of a merged
 * cell at one end. */
static void
check_lost_column (Rows *self, GArray **choice)
{
  guint n_short = 0;

  for (guint run = 0; run < self->n_runs; run++)
    n_short += self->cells[run]->len > 0 && self->cells[run]->len < self->n_columns;
  for (guint run = 0; n_short * 2 > self->n_runs && run < self->n_runs; run++)
    if (choice[run]->len > 0 &&
        (is_blank (self, g_array_index (choice[run], guint, 0)) ||
         is_blank (self, g_array_index (choice[run], guint, choice[run]->len - 1))))
      g_array_set_size (choice[run], 0);
}

/* Where no row has a cell too many, neither those that the form nests nor those that it does not, merged cells leave no
 * blanks behind: every blank is one of a column, however narrow its row is. */
static gboolean
has_no_merged_blanks (Rows *self, const NbFormTable *table, GArray *runs)
{
  guint lowest = G_MAXUINT, highest = 0;

  for (guint run = 0; run < self->n_runs; run++)
    {
      guint level = table->rows[g_array_index (runs, NbRun, run).row]->level;

      if (self->cells[run]->len > self->n_columns)
        return FALSE;
      lowest = MIN (lowest, level);
      highest = MAX (highest, level);
    }
  return lowest < highest;
}

/* Where the row begins that ends before item @end. A row whose first cell goes on from the line above begins there. */
static guint
find_row_start (GArray *items, guint end, guint row)
{
  guint first = end;

  while (first > 0 && g_array_index (items, NbItem, first - 1).row == row)
    first--;
  if (first == end || !g_array_index (items, NbItem, first).is_continued)
    return first;
  while (first > 0 && g_array_index (items, NbItem, first).is_continued)
    first--;
  row = g_array_index (items, NbItem, first).row;
  return row != 0 ? find_row_start (items, first + 1, row) : first;
}

static gboolean
ends_blank (Rows *self, GArray *choice)
{
  return choice->len > 0 && is_blank (self, g_array_index (choice, guint, choice->len - 1)) &&
         g_array_index (self->items, NbItem, g_array_index (choice, guint, 0)).table < 0;
}

/* Whether two numbers stand in a cell, with a blank between: the border between them may be spoilt. */
static gboolean
holds_two (Rows *self, guint item_index)
{
  const NbItem *item = &g_array_index (self->items, NbItem, item_index);
  const char *text = nb_document_get_text (self->document, NULL) + item->offset;
  gboolean has_digit = FALSE, has_blank = FALSE;

  for (guint i = 0; i < item->length; i++)
    {
      if (g_ascii_isdigit (text[i]) && has_blank)
        return TRUE;
      has_digit |= g_ascii_isdigit (text[i]);
      has_blank |= has_digit && text[i] == ' ';
    }
  return FALSE;
}

static gboolean
ends_with_value (Rows *self, GArray *choice)
{
  return g_array_index (self->items, NbItem, g_array_index (choice, guint, choice->len - 1)).kind ==
         NB_ITEM_VALUE;
}

/* A row with such a cell has a cell less, and what is no number at its end stands in the place of one. */
static void
check_borders (Rows *self, GArray **choice)
{
  for (guint run = 0; run < self->n_runs; run++)
    for (guint i = 0; i + 1 < choice[run]->len && !ends_with_value (self, choice[run]); i++)
      if (holds_two (self, g_array_index (choice[run], guint, i)))
        g_array_set_size (choice[run], 0);
}

/* Whether all columns of a row of text are filled but the last. */
static gboolean
lacks_last (Rows *self, GArray *choice)
{
  if (!ends_blank (self, choice))
    return FALSE;
  for (guint i = 0; i + 1 < choice->len; i++)
    if (is_blank (self, g_array_index (choice, guint, i)))
      return FALSE;
  return TRUE;
}

/* The values of all rows, as they were chosen. */
static NbSums *
add_all (Rows *self, const NbFormTable *table, GArray *runs, GArray **choice)
{
  NbSums *sums = nb_sums_new (table->form);
  const char *text = nb_document_get_text (self->document, NULL);

  for (guint run = 0; run < self->n_runs; run++)
    for (guint c = 0; c < choice[run]->len; c++)
      {
        const NbMetric *metric = table->rows[g_array_index (runs, NbRun, run).row]->metrics[c];
        const NbItem *item = &g_array_index (self->items, NbItem,
                                             g_array_index (choice[run], guint, c));
        NbValue value = nb_item_parse (item, text, metric->kind);

        nb_sums_add (sums, metric, &value);
      }
  return sums;
}

/* A row that lacks its last value, among rows that do not: a converter may have filled up what has lost another one. Only
 * where the sums of the columns come out, each value stands where it belongs. */
static void
check_filled_up (Rows *self, const NbFormTable *table, GArray *runs, GArray **choice)
{
  g_autofree gboolean *is_lost = g_new0 (gboolean, self->n_runs + 1);
  guint n_lacking = 0;
  g_autoptr (NbSums) sums = NULL;

  for (guint run = 0; run < self->n_runs; run++)
    n_lacking += lacks_last (self, choice[run]);
  if (n_lacking == 0 || n_lacking * 4 > self->n_runs)
    return;
  sums = add_all (self, table, runs, choice);
  for (guint run = 0; run < self->n_runs; run++)
    {
      const NbFormRow *row = table->rows[g_array_index (runs, NbRun, run).row];

      for (guint c = 0; lacks_last (self, choice[run]) && c + 1 < choice[run]->len; c++)
        is_lost[run] |= !nb_sums_pin (sums, row->metrics[c], row);
    }
  for (guint run = 0; run < self->n_runs; run++)
    if (is_lost[run])
      g_array_set_size (choice[run], 0);
}

/* In a text, the blanks of merged cells stand behind the values: a row that has lost a value, or
 * two that have run together, looks like one whose last column was left blank. That is told by
 * the widths of the rows where all are as wide; and where most rows end so, a column is not
 * there. */
static void
check_ends (Rows *self, gboolean is_exact, GArray **choice)
{
  gboolean is_ragged = FALSE;
  guint n_blank = 0, n_chosen = 0;

  for (guint run = 0; run < self->n_runs; run++)
    {
      is_ragged |= !is_exact && self->widths[run] > self->width;
      n_blank += ends_blank (self, choice[run]) && count_filled (self, run) > 0;
      n_chosen += choice[run]->len > 0 && count_filled (self, run) > 0;
    }
  for (guint run = 0; run < self->n_runs; run++)
    if ((is_ragged || n_blank * 2 > n_chosen) && ends_blank (self, choice[run]) &&
        count_filled (self, run) > 0)
      g_array_set_size (choice[run], 0);
}

/* How many cells the row of a run has, its labels included; in a grid, the column where it ends. */
static guint
measure_row (NbDocument *document, GArray *items, const NbRun *run, guint previous_end)
{
  guint first = run->label, width = 0, n_pieces;
  guint row = g_array_index (items, NbItem, run->n > 0 ? run->first : run->label).row;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  if (run->n > 0 && g_array_index (items, NbItem, run->first).table >= 0)
    {
      const NbPiece *last = &pieces[g_array_index (items, NbItem, run->first + run->n - 1).piece];

      return last->column + last->column_span;
    }

  if (row != 0)
    first = find_row_start (items, run->first, row);
  else if (previous_end > 0)
    first = previous_end;
  for (guint i = first; i < run->first; i++)
    width += i == first || !g_array_index (items, NbItem, i).is_continued;
  return width + nb_run_count (items, run);
}

static guint
find_most_frequent (const guint *values, guint n)
{
  guint best = 0, best_count = 0;

  for (guint i = 0; i < n; i++)
    {
      guint count = 0;

      for (guint j = 0; j < n; j++)
        count += values[j] == values[i];
      if (count > best_count)
        {
          best = values[i];
          best_count = count;
        }
    }
  return best;
}

/* Just as many filled cells as there are columns are the columns, wherever the blanks of merged
 * cells stand; or just as many cells from the first filled one to the last. */
static void
choose_filled (Rows *self, guint run, GArray *choice)
{
  GArray *cells = self->cells[run];
  guint first = 0, end = cells->len;

  for (guint i = 0; i < cells->len; i++)
    if (is_filled (self, run, i))
      g_array_append_val (choice, g_array_index (cells, guint, i));
  if (choice->len == self->n_columns)
    return;
  g_array_set_size (choice, 0);
  while (first < end && !is_filled (self, run, first))
    first++;
  while (end > first && !is_filled (self, run, end - 1))
    end--;
  if (end - first == self->n_columns)
    g_array_append_vals (choice, &g_array_index (cells, guint, first), self->n_columns);
}

static GArray *
collect_cells (GArray *items, const NbRun *run)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = run->first; i < run->first + run->n; i++)
    if (!g_array_index (items, NbItem, i).is_unit)
      g_array_append_val (cells, i);
  return cells;
}

/**
 * nb_columns_choose:
 * @document: the document
 * @items: its items
 * @table: a table of kind NB_TABLE_ROWS with columns
 * @runs: (element-type NbRun): its rows, in order
 * @choice: (out caller-allocates): for each run, the items that are its columns; empty where the
 *   row cannot be read
 *
 * Reads all rows of a table together.
 */
void
nb_columns_choose (NbDocument *document,
                   GArray *items,
                   const NbFormTable *table,
                   GArray *runs,
                   GArray **choice)
{
  g_autofree GArray **cells = g_new0 (GArray *, runs->len);
  g_autofree guint *widths = g_new (guint, MAX (runs->len, 1));
  Rows rows = { document, items, cells, runs->len, table->n_columns, widths, 0, G_MAXUINT, WIDEST };
  Reading reading;
  guint n_direct = 0, n_long = 0, previous_end = 0;
  gboolean has_reading, is_too_wide, is_exact;

  for (guint i = 0; i < runs->len; i++)
    {
      cells[i] = collect_cells (items, &g_array_index (runs, NbRun, i));
      choice[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      widths[i] = measure_row (document, items, &g_array_index (runs, NbRun, i), previous_end);
      previous_end = g_array_index (runs, NbRun, i).first + g_array_index (runs, NbRun, i).n;
      n_direct += cells[i]->len == table->n_columns;
      n_long += cells[i]->len > table->n_columns;
    }

  is_too_wide = count_wide_rows (&rows, table->n_columns + 1) * 2 > runs->len;
  rows.widest = find_widest (&rows);
  rows.width = find_most_frequent (widths, runs->len);
  is_exact = has_no_merged_blanks (&rows, table, runs);
  has_reading = n_long > 0 && choose_reading (&rows, &reading);
  for (guint i = 0; i < runs->len; i++)
    {
      if (cells[i]->len == table->n_columns && n_direct >= n_long)
        {
          g_array_append_vals (choice[i], cells[i]->data, cells[i]->len);
          if (!is_exact)
            check_width (&rows, i, choice[i]);
        }
      else if (cells[i]->len >= table->n_columns && has_reading)
        {
          apply_reading (&rows, &reading, i, choice[i]);
          check_width (&rows, i, choice[i]);
        }
      else if (cells[i]->len >= table->n_columns && !is_too_wide)
        choose_filled (&rows, i, choice[i]);
    }
  check_lost_column (&rows, choice);
  check_ends (&rows, is_exact, choice);
  check_filled_up (&rows, table, runs, choice);
  check_borders (&rows, choice);
  nb_columns_heed_spans (document, items, table, runs, choice);
  for (guint i = 0; i < runs->len; i++)
    g_array_unref (cells[i]);
}
