/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tables between drawn lines. Lines are drawn cell by cell, in pieces, twice, or as thin boxes:
 *
 *   lines of a page → joined where they go on → groups that meet → a grid of slots for each group
 *                   → slots without a line between them are one cell → characters by the cell around them
 *
 * A table may be open at its sides: its edges are where its lines end. One thread.
 */

#include "nb-layout-private.h"

#include "base/nb-limits.h"

#include <math.h>

#define NO_CELL G_MAXUINT
/* How much higher than its cell the box of a letter may be, which is higher than the letter. */
#define ROOM 1.2f

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const NbRule *x = a, *y = b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return x->from < y->from ? -1 : x->from > y->from;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const NbRule *x = a, *y = b;

  return x->from < y->from ? -1 : x->from > y->from;
}

/* Joins lines that go on from each other. */
static GArray *
join_rules (const GArray *rules, guint first, guint n, float tolerance)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (NbRule));
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (NbRule));

  if (n > 0)
    g_array_append_vals (sorted, &g_array_index (rules, NbRule, first), n);
  g_array_sort (sorted, compare_rules);
  for (guint i = 0, end; i < n; i = end)
    {
      NbRule *bundle = &g_array_index (sorted, NbRule, i);

      for (end = i + 1;
           end < n && g_array_index (sorted, NbRule, end).at - bundle->at <= tolerance;)
        end++;
      qsort (bundle, end - i, sizeof (NbRule), compare_starts);
      for (guint j = 0; j < end - i; j++)
        {
          NbRule *last = j > 0 ? &g_array_index (joined, NbRule, joined->len - 1) : NULL;

          if (last != NULL && bundle[j].from <= last->to + tolerance)
            last->to = MAX (last->to, bundle[j].to);
          else
            g_array_append_val (joined, bundle[j]);
        }
    }
  for (guint i = joined->len; i > 0; i--)
    {
      const NbRule *rule = &g_array_index (joined, NbRule, i - 1);

      if (rule->to - rule->from <= tolerance)
        g_array_remove_index (joined, i - 1);
    }
  return joined;
}

static guint
find_root (guint *parents, guint i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];
  return i;
}

static gboolean
meet (const NbRule *h, const NbRule *v, float tolerance)
{
  return v->at >= h->from - tolerance && v->at <= h->to + tolerance &&
         h->at >= v->from - tolerance && h->at <= v->to + tolerance;
}

static gboolean
end_alike (const NbRule *a, const NbRule *b, float tolerance)
{
  return fabsf (a->from - b->from) <= tolerance && fabsf (a->to - b->to) <= tolerance;
}

/* Browsers draw no line where a page break cuts a table, so that the side of a merged cell over the whole page meets no
 * other line: it is as long as the others. */
static void
group_sides (const GArray *verticals,
             guint n_horizontals,
             guint *parents,
             const gboolean *met,
             float tolerance)
{
  for (guint i = 0; i < verticals->len; i++)
    for (guint j = 0; j < verticals->len && !met[i]; j++)
      if (met[j] && end_alike (&g_array_index (verticals, NbRule, i),
                               &g_array_index (verticals, NbRule, j), tolerance))
        {
          parents[find_root (parents, n_horizontals + i)] = find_root (parents, n_horizontals + j);
          break;
        }
}

/* For each line, horizontal ones first, the number of the group of lines that it meets. */
static guint *
group_rules (const GArray *horizontals, const GArray *verticals, float tolerance)
{
  guint n = horizontals->len + verticals->len;
  guint *parents = g_new (guint, MAX (n, 1));
  g_autofree gboolean *met = g_new0 (gboolean, MAX (verticals->len, 1));

  for (guint i = 0; i < n; i++)
    parents[i] = i;
  for (guint h = 0; h < horizontals->len; h++)
    for (guint v = 0; v < verticals->len; v++)
      if (meet (&g_array_index (horizontals, NbRule, h), &g_array_index (verticals, NbRule, v),
                tolerance))
        {
          parents[find_root (parents, horizontals->len + v)] = find_root (parents, h);
          met[v] = TRUE;
        }
  group_sides (verticals, horizontals->len, parents, met, tolerance);
  for (guint i = 0; i < n; i++)
    parents[i] = find_root (parents, i);
  return parents;
}

/* Sorts positions, near ones become one. */
static void
settle (GArray *positions, float tolerance)
{
  guint kept = 0;

  g_array_sort (positions, nb_layout_compare_floats);
  for (guint i = 0; i < positions->len; i++)
    if (kept == 0 ||
        g_array_index (positions, float, i) - g_array_index (positions, float, kept - 1) >
            tolerance)
      g_array_index (positions, float, kept++) = g_array_index (positions, float, i);
  g_array_set_size (positions, kept);
}

/* The slot that a position is in: at most the last one. */
static guint
find_slot (const GArray *positions, float at)
{
  guint low = 0, high = positions->len - 1;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (positions, float, middle) <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Marks the slots whose far edge a line covers. */
static void
mark_borders (guint8 *borders,
              guint bit,
              const NbRule *rule,
              const GArray *across,
              const GArray *along,
              float tolerance,
              guint step_across,
              guint step_along)
{
  guint line = 0;

  while (line + 1 < across->len && g_array_index (across, float, line) < rule->at - tolerance)
    line++;
  if (line == 0 || line + 1 >= across->len)
    return;
  for (guint i = 0; i + 1 < along->len; i++)
    {
      float middle = (g_array_index (along, float, i) + g_array_index (along, float, i + 1)) / 2;

      if (middle > rule->from && middle < rule->to)
        borders[(line - 1) * step_across + i * step_along] |= (guint8) bit;
    }
}

#define BORDER_RIGHT 1
#define BORDER_BELOW 2

static void
clear_cell (gpointer data)
{
  g_array_unref (((NbRuledCell *) data)->glyphs);
}

/**
 * nb_ruled_cells_new:
 *
 * Returns: (transfer full) (element-type NbRuledCell): no cells
 */
GArray *
nb_ruled_cells_new (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (NbRuledCell));

  g_array_set_clear_func (cells, clear_cell);
  return cells;
}

/**
 * nb_ruled_table_free:
 * @data: a NbRuledTable
 *
 * Frees the table.
 */
void
nb_ruled_table_free (gpointer data)
{
  NbRuledTable *self = data;

  g_array_unref (self->xs);
  g_array_unref (self->ys);
  g_array_unref (self->cells);
  g_free (self->slots);
  g_free (self);
}

static void
find_ragged (NbRuledTable *self)
{
  guint n = (self->xs->len - 1) * (self->ys->len - 1);
  g_autofree guint *n_slots = g_new0 (guint, self->cells->len);

  for (guint i = 0; i < n; i++)
    n_slots[self->slots[i]]++;
  for (guint i = 0; i < self->cells->len; i++)
    {
      NbRuledCell *cell = &g_array_index (self->cells, NbRuledCell, i);

      cell->is_ragged = n_slots[i] != (cell->row_end - cell->row) * (cell->column_end - cell->column);
    }
}

/* Slots that no line parts are one cell. */
static void
make_cells (NbRuledTable *self, const guint8 *borders)
{
  guint n_columns = self->xs->len - 1, n_rows = self->ys->len - 1, n = n_columns * n_rows;
  g_autofree guint *parents = g_new (guint, n);
  g_autofree guint *numbers = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      parents[i] = i;
      numbers[i] = NO_CELL;
    }
  for (guint i = 0; i < n; i++)
    {
      if (i % n_columns + 1 < n_columns && (borders[i] & BORDER_RIGHT) == 0)
        parents[find_root (parents, i + 1)] = find_root (parents, i);
      if (i / n_columns + 1 < n_rows && (borders[i] & BORDER_BELOW) == 0)
        parents[find_root (parents, i + n_columns)] = find_root (parents, i);
    }
  for (guint i = 0; i < n; i++)
    {
      guint root = find_root (parents, i), row = i / n_columns, column = i % n_columns;
      NbRuledCell *cell;

      if (numbers[root] == NO_CELL)
        {
          NbRuledCell fresh = { row, row + 1, column, column + 1,
                                g_array_new (FALSE, FALSE, sizeof (guint)), FALSE };

          numbers[root] = self->cells->len;
          g_array_append_val (self->cells, fresh);
        }
      self->slots[i] = numbers[root];
      cell = &g_array_index (self->cells, NbRuledCell, numbers[root]);
      cell->row_end = MAX (cell->row_end, row + 1);
      cell->column = MIN (cell->column, column);
      cell->column_end = MAX (cell->column_end, column + 1);
    }
}

typedef struct
{
  GArray *horizontals;
  GArray *verticals;
  const guint *groups;
  float tolerance;
  float width; /* of the page */
} Rules;

/* Where the lines of a group stand, and where they end: the edges of an open table. */
static void
collect_positions (const Rules *self, guint group, NbRuledTable *table)
{
  float left = G_MAXFLOAT, right = -G_MAXFLOAT, upper = G_MAXFLOAT, lower = -G_MAXFLOAT;

  for (guint i = 0; i < self->horizontals->len; i++)
    if (self->groups[i] == group)
      {
        const NbRule *rule = &g_array_index (self->horizontals, NbRule, i);

        g_array_append_val (table->ys, rule->at);
        left = MIN (left, rule->from);
        right = MAX (right, rule->to);
      }
  for (guint i = 0; i < self->verticals->len; i++)
    if (self->groups[self->horizontals->len + i] == group)
      {
        const NbRule *rule = &g_array_index (self->verticals, NbRule, i);

        g_array_append_val (table->xs, rule->at);
        upper = MIN (upper, rule->from);
        lower = MAX (lower, rule->to);
      }
  if (table->xs->len == 0 || table->ys->len == 0)
    return;
  table->left = self->tolerance;
  table->right = self->width - self->tolerance;
  table->is_cut_before = left <= table->left;
  table->is_cut_after = right >= table->right;
  g_array_append_val (table->xs, left);
  g_array_append_val (table->xs, right);
  g_array_append_val (table->ys, upper);
  g_array_append_val (table->ys, lower);
  settle (table->xs, self->tolerance * 1.5f);
  settle (table->ys, self->tolerance * 1.5f);
}

static void
draw_borders (const Rules *self, guint group, const NbRuledTable *table, guint8 *borders)
{
  guint n_columns = table->xs->len - 1;

  for (guint i = 0; i < self->verticals->len; i++)
    if (self->groups[self->horizontals->len + i] == group)
      mark_borders (borders, BORDER_RIGHT, &g_array_index (self->verticals, NbRule, i), table->xs,
                    table->ys, self->tolerance * 1.5f, 1, n_columns);
  for (guint i = 0; i < self->horizontals->len; i++)
    if (self->groups[i] == group)
      mark_borders (borders, BORDER_BELOW, &g_array_index (self->horizontals, NbRule, i), table->ys,
                    table->xs, self->tolerance * 1.5f, n_columns, 1);
}

/**
 * nb_ruled_table_new:
 *
 * Returns: (transfer full): a table without cells
 */
NbRuledTable *
nb_ruled_table_new (void)
{
  NbRuledTable *table = g_new0 (NbRuledTable, 1);

  table->xs = g_array_new (FALSE, FALSE, sizeof (float));
  table->ys = g_array_new (FALSE, FALSE, sizeof (float));
  table->cells = nb_ruled_cells_new ();
  return table;
}

/* The table of a group of lines; %NULL where they are a frame, an underline, or nothing of the kind. */
static NbRuledTable *
make_table (const Rules *self, guint group, guint *n_slots)
{
  NbRuledTable *table = nb_ruled_table_new ();
  guint n;

  collect_positions (self, group, table);
  n = table->xs->len >= 2 && table->ys->len >= 2 ? (table->xs->len - 1) * (table->ys->len - 1) : 0;
  *n_slots += n;
  if (n >= 2 && *n_slots <= NB_LIMIT_PIECES)
    {
      g_autofree guint8 *borders = g_new0 (guint8, n);

      table->slots = g_new (guint, n);
      draw_borders (self, group, table, borders);
      make_cells (table, borders);
      find_ragged (table);
    }
  if (table->cells->len >= 2)
    return table;
  nb_ruled_table_free (table);
  return NULL;
}

/**
 * nb_layout_find_tables:
 * @self: a layout
 * @page: a page of it
 * @n_slots: (inout): slots of all tables so far; beyond NB_LIMIT_PIECES no table is made
 *
 * Finds the tables between the lines of a page.
 *
 * Returns: (transfer full) (element-type NbRuledTable): the tables, empty
 */
GPtrArray *
nb_layout_find_tables (NbLayout *self, const NbPage *page, guint *n_slots)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (nb_ruled_table_free);
  float tolerance = nb_page_tolerance (page);
  g_autoptr (GArray) horizontals = join_rules (self->horizontals, page->first_horizontal,
                                               page->n_horizontals, tolerance);
  g_autoptr (GArray)
      verticals = join_rules (self->verticals, page->first_vertical, page->n_verticals, tolerance);
  g_autofree guint *groups = NULL;

  if (horizontals->len > NB_LIMIT_PAGE_RULES || verticals->len > NB_LIMIT_PAGE_RULES)
    return tables;
  groups = group_rules (horizontals, verticals, tolerance * 1.5f);
  for (guint i = 0; i < horizontals->len + verticals->len; i++)
    if (groups[i] == i)
      {
        Rules rules = { horizontals, verticals, groups, tolerance, page->width };
        NbRuledTable *table = make_table (&rules, i, n_slots);

        if (table == NULL)
          continue;
        table->flags = page->flags;
        g_ptr_array_add (tables, table);
      }
  return tables;
}

static gboolean
is_inside (const GArray *positions, float at)
{
  return at >= g_array_index (positions, float, 0) &&
         at <= g_array_index (positions, float, positions->len - 1);
}

/**
 * nb_ruled_table_has_point:
 * @self: a table
 * @x: where
 * @y: where
 *
 * Returns: whether the point lies in the table
 */
gboolean
nb_ruled_table_has_point (const NbRuledTable *self, float x, float y)
{
  return is_inside (self->ys, y) && (is_inside (self->xs, x) || (self->is_cut_before && x < self->left) ||
                                     (self->is_cut_after && x > self->right));
}

static NbRuledCell *
find_cell (const NbRuledTable *self, float x, float y)
{
  guint slot;

  if (!is_inside (self->xs, x) || !is_inside (self->ys, y))
    return NULL;
  slot = find_slot (self->ys, y) * (self->xs->len - 1) + find_slot (self->xs, x);
  return &g_array_index (self->cells, NbRuledCell, self->slots[slot]);
}

/**
 * nb_ruled_table_take_large:
 * @self: a table
 * @layout: the layout
 * @i: a large character
 *
 * Takes a character into the cell that its middle is in, where it may belong to it: nothing else stands there, or there is room
 * for it.
 */
void
nb_ruled_table_take_large (NbRuledTable *self, const NbLayout *layout, guint i)
{
  const NbGlyph *glyph = nb_layout_glyph (layout, i);
  NbRuledCell *cell = find_cell (self, (glyph->x0 + glyph->x1) / 2, (glyph->y0 + glyph->y1) / 2);
  float height;

  if (cell == NULL)
    return;
  height = g_array_index (self->ys, float, cell->row_end) - g_array_index (self->ys, float, cell->row);
  if (cell->glyphs->len == 0 || glyph->y1 - glyph->y0 <= ROOM * height)
    g_array_append_val (cell->glyphs, i);
}

/**
 * nb_ruled_table_take:
 * @self: a table
 * @layout: the layout
 * @glyphs: (element-type guint): characters of a line, in its order
 * @first: the first of some that stand close together
 * @n: how many
 *
 * Takes characters into the cell that their middle is in, if it is in one. A number that is wider than its column stays whole.
 *
 * Returns: whether they are in the table
 */
gboolean
nb_ruled_table_take (NbRuledTable *self,
                     const NbLayout *layout,
                     GArray *glyphs,
                     guint first,
                     guint n)
{
  const NbGlyph *a = nb_layout_glyph (layout, g_array_index (glyphs, guint, first));
  const NbGlyph *b = nb_layout_glyph (layout, g_array_index (glyphs, guint, first + n - 1));
  float x = (a->x0 + b->x1) / 2, y = (a->y0 + a->y1) / 2;
  NbRuledCell *cell;

  /* What stands at the side of the page is in a table that runs over it. */
  if (self->is_cut_before)
    x = MAX (x, g_array_index (self->xs, float, 0));
  if (self->is_cut_after)
    x = MIN (x, g_array_index (self->xs, float, self->xs->len - 1));
  cell = find_cell (self, x, y);
  if (cell != NULL)
    g_array_append_vals (cell->glyphs, &g_array_index (glyphs, guint, first), n);
  return cell != NULL;
}

static gboolean
encloses (const GArray *outer, const GArray *inner)
{
  return g_array_index (outer, float, 0) < g_array_index (inner, float, 0) &&
         g_array_index (outer, float, outer->len - 1) > g_array_index (inner, float, inner->len - 1);
}

/**
 * nb_layout_drop_frames:
 * @tables: (element-type NbRuledTable): the tables of a page
 *
 * Drops frames of one column around other tables, which hold a page together, and no figures.
 */
void
nb_layout_drop_frames (GPtrArray *tables)
{
  for (guint i = tables->len; i > 0; i--)
    {
      const NbRuledTable *frame = g_ptr_array_index (tables, i - 1);
      gboolean is_frame = FALSE;

      for (guint j = 0; j < tables->len && frame->xs->len == 2 && !is_frame; j++)
        {
          const NbRuledTable *inner = g_ptr_array_index (tables, j);

          is_frame = j != i - 1 && encloses (frame->xs, inner->xs) && encloses (frame->ys, inner->ys);
        }
      if (is_frame)
        g_ptr_array_remove_index (tables, i - 1);
    }
}
