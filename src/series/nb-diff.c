/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The shortest way from one list of tokens to another: Eugene W. Myers, "An O(ND) Difference Algorithm
 * and Its Variations", Algorithmica 1 (1986), the greedy form with its trace kept. What both lists
 * begin and end with is cut off before. The edits are bounded by NB_LIMIT_DIFF_EDITS, and with them
 * time and memory (16 MB); beyond, the rest is told as replaced. Any thread.
 */

#include "nb-diff.h"

#include "base/nb-limits.h"

typedef struct
{
  const guint *a;
  const guint *b;
  int n_a;
  int n_b;
  int *reach;       /* furthest x on each diagonal, from -most to most */
  int most;         /* edits at most */
  GPtrArray *trace; /* of int[2 × d + 1]: @reach after each d */
} Search;

static void
append_run (GArray *runs, NbDiffKind kind, guint a, guint b, guint length)
{
  NbDiffRun run = { kind, a, b, length };
  NbDiffRun *last = runs->len > 0 ? &g_array_index (runs, NbDiffRun, runs->len - 1) : NULL;

  if (length == 0)
    return;
  if (last != NULL && last->kind == kind)
    last->length += length;
  else
    g_array_append_val (runs, run);
}

static int
follow_diagonal (const Search *self, int x, int k)
{
  while (x < self->n_a && x - k < self->n_b && self->a[x] == self->b[x - k])
    x++;
  return x;
}

/* Where diagonal @k of edit @d starts: a step right or down from its neighbours of edit d - 1. */
static int
step (const int *reach, int d, int k)
{
  if (d == 0)
    return 0;
  if (k == -d || (k != d && reach[k - 1] < reach[k + 1]))
    return reach[k + 1];
  return reach[k - 1] + 1;
}

static void
keep_trace (Search *self, int d)
{
  int *row = g_new (int, 2 * d + 1);

  for (int k = -d; k <= d; k++)
    row[k + d] = self->reach[k];
  g_ptr_array_add (self->trace, row);
}

/* The number of edits, -1 where there are more than are looked for. */
static int
search (Search *self)
{
  for (int d = 0; d <= self->most; d++)
    {
      for (int k = -d; k <= d; k += 2)
        {
          self->reach[k] = follow_diagonal (self, step (self->reach, d, k), k);
          if (self->reach[k] >= self->n_a && self->reach[k] - k >= self->n_b)
            return d;
        }
      keep_trace (self, d);
    }
  return -1;
}

typedef struct
{
  NbDiffKind kind;
  int x;
  int y;
} Edit;

/* The edits from the first to the last. */
static GArray *
walk_back (Search *self, int d)
{
  GArray *edits = g_array_sized_new (FALSE, FALSE, sizeof (Edit), d);
  int x = self->n_a, y = self->n_b;

  g_array_set_size (edits, d);
  for (; d > 0; d--)
    {
      const int *reach = (int *) g_ptr_array_index (self->trace, d - 1) + (d - 1);
      int k = x - y;
      gboolean down = k == -d || (k != d && reach[k - 1] < reach[k + 1]);
      int before = down ? k + 1 : k - 1;

      x = reach[before];
      y = x - before;
      g_array_index (edits, Edit, d - 1) = (Edit){ down ? NB_DIFF_ADDED : NB_DIFF_REMOVED, x, y };
    }
  return edits;
}

/* Removed tokens of one place come before added ones. */
static void
append_edits (GArray *runs, const GArray *edits, guint offset, const Search *self)
{
  int x = 0, y = 0;
  guint i = 0;

  while (i < edits->len)
    {
      const Edit *edit = &g_array_index (edits, Edit, i);
      guint n_removed = 0, n_added = 0;

      append_run (runs, NB_DIFF_EQUAL, offset + x, offset + y, edit->x - x);
      x = edit->x;
      y = edit->y;
      for (; i < edits->len; i++)
        {
          edit = &g_array_index (edits, Edit, i);
          if (edit->x != x + (int) n_removed || edit->y != y + (int) n_added)
            break;
          if (edit->kind == NB_DIFF_REMOVED)
            n_removed++;
          else
            n_added++;
        }
      append_run (runs, NB_DIFF_REMOVED, offset + x, offset + y, n_removed);
      append_run (runs, NB_DIFF_ADDED, offset + x + n_removed, offset + y, n_added);
      x += n_removed;
      y += n_added;
    }
  append_run (runs, NB_DIFF_EQUAL, offset + x, offset + y, self->n_a - x);
}

static gboolean
diff_middle (GArray *runs, const guint *a, int n_a, const guint *b, int n_b, guint offset)
{
  int most = MIN (n_a + n_b, NB_LIMIT_DIFF_EDITS);
  g_autofree int *room = g_new0 (int, 2 * most + 3);
  g_autoptr (GPtrArray) trace = g_ptr_array_new_with_free_func (g_free);
  Search self = { a, b, n_a, n_b, room + most + 1, most, trace };
  g_autoptr (GArray) edits = NULL;
  int d = search (&self);

  if (d < 0)
    {
      append_run (runs, NB_DIFF_REMOVED, offset, offset, n_a);
      append_run (runs, NB_DIFF_ADDED, offset + n_a, offset, n_b);
      return FALSE;
    }
  edits = walk_back (&self, d);
  append_edits (runs, edits, offset, &self);
  return TRUE;
}

/**
 * nb_diff:
 * @a: (array length=n_a): tokens
 * @n_a: how many
 * @b: (array length=n_b): tokens
 * @n_b: how many
 * @complete: (out) (optional): whether the way is the shortest; %FALSE where the lists differ in more
 *   than NB_LIMIT_DIFF_EDITS tokens
 *
 * Compares two lists.
 *
 * Returns: (transfer full) (element-type NbDiffRun): what is equal, removed and added, in order
 */
GArray *
nb_diff (const guint *a, guint n_a, const guint *b, guint n_b, gboolean *complete)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (NbDiffRun));
  guint front = 0, back = 0;
  gboolean done = TRUE;

  while (front < n_a && front < n_b && a[front] == b[front])
    front++;
  while (back < n_a - front && back < n_b - front && a[n_a - 1 - back] == b[n_b - 1 - back])
    back++;
  append_run (runs, NB_DIFF_EQUAL, 0, 0, front);
  if (front + back < n_a || front + back < n_b)
    done = diff_middle (runs, a + front, n_a - front - back, b + front, n_b - front - back, front);
  append_run (runs, NB_DIFF_EQUAL, n_a - back, n_b - back, back);
  if (complete != NULL)
    *complete = done;
  return runs;
}
