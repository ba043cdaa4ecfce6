/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tables of numbers that no lines are drawn around. What holds a row together is that the middles (or the upper edges) of its
 * cells are at one height, however many lines each of them has:
 *
 *   lines with many numbers → columns between white gutters → the lines of each column → cells, at a distance below which
 *   lines are of one cell → rows of cells at one height → the label of each row
 *
 * The distance is the one at which everything falls into place: every row has a number in every column, and a label. Where
 * there is none, no table is made, and nothing is guessed. One thread; nothing is kept.
 */

#include "nb-layout-private.h"

#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "base/nb-value.h"

#include <math.h>
#include <string.h>

/* Numbers side by side that make a line one of a table, and columns of the widest table. */
#define FEWEST_COLUMNS 4
#define MOST_COLUMNS   32
#define MOST_LABELS 500
/* Distances between lines that are tried. */
#define MOST_DISTANCES 24
/* A gap between cells, in widths of an ideograph. */
#define GAP 0.45f
/* Lines of a cell with a number, how far apart they may be, and what of a line may be left free; in heights of a line. */
#define MOST_CELL_LINES 4
#define MOST_PITCH      1.5f
#define ROOM            0.05f
/* How far apart the heights of cells of one row may be, in heights of a line; and how far from the first and the last full
 * line of a table its other lines may be. */
#define ALIKE 0.25f
#define REACH 2.2f

typedef struct
{
  guint first, n; /* of the glyphs */
  float x0, x1, y0, y1;
  gboolean is_number; /* with a digit */
  gboolean is_piece;  /* of a number, or its unit */
} Part;

/* Lines of one column that make a cell. */
typedef struct
{
  float y0, y1, x0, x1;
  guint row;
  GArray *parts; /* (owned) guint */
} Stack;

typedef struct
{
  float x0, x1;
} Column;

typedef struct
{
  const NbLayout *layout;
  GArray *glyphs; /* guint */
  GArray *lines;  /* NbLine */
  GArray *parts;  /* (owned) Part, line by line */
  GArray *ends;   /* (owned) guint: where the parts of each line end */
  Column columns[MOST_COLUMNS];
  guint n_columns;
  float upper, lower; /* of the table */
  float height;       /* of a line */
  gboolean by_top; /* the upper edges of the cells of a row are at one height, not their middles */
} Bare;

static const Part *
part (const Bare *self, guint i)
{
  return &g_array_index (self->parts, Part, i);
}

static void
clear_stack (gpointer data)
{
  g_array_unref (((Stack *) data)->parts);
}

static GArray *
new_stacks (void)
{
  GArray *stacks = g_array_new (FALSE, FALSE, sizeof (Stack));

  g_array_set_clear_func (stacks, clear_stack);
  return stacks;
}

/* Whether a text is of figures, marks between them, and a unit. */
static gboolean
is_piece_of_number (const char *text, gboolean *has_digit)
{
  g_autofree char *folded = nb_text_fold (text, -1);
  gsize n = strspn (folded, "0123456789,.+-/ ");

  *has_digit = strcspn (folded, "0123456789") < strlen (folded);
  return folded[n] == '\0' || nb_value_is_unit (folded + n, -1);
}

static void
add_part (Bare *self, const NbLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Part made = { .first = line->first,
                .n = line->n,
                .x0 = line->x0,
                .x1 = line->x1,
                .y0 = G_MAXFLOAT,
                .y1 = -G_MAXFLOAT };
  gboolean has_digit;

  for (guint i = line->first; i < line->first + line->n; i++)
    {
      const NbGlyph *glyph = nb_layout_glyph (self->layout, g_array_index (self->glyphs, guint, i));

      made.y0 = MIN (made.y0, glyph->y0);
      made.y1 = MAX (made.y1, glyph->y1);
    }
  nb_layout_append_line (self->layout, self->glyphs, line, text);
  made.is_piece = is_piece_of_number (text->str, &has_digit) || nb_value_looks_like (text->str, -1);
  made.is_number = made.is_piece && has_digit;
  g_array_append_val (self->parts, made);
}

static void
cut_lines (Bare *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (NbLine));

      nb_layout_cut_line (self->layout, self->glyphs, &g_array_index (self->lines, NbLine, i), GAP,
                          cut);
      for (guint j = 0; j < cut->len && self->parts->len < NB_LIMIT_PAGE_PARTS; j++)
        add_part (self, &g_array_index (cut, NbLine, j));
      g_array_append_val (self->ends, self->parts->len);
    }
}

static guint
line_start (const Bare *self, guint line)
{
  return line == 0 ? 0 : g_array_index (self->ends, guint, line - 1);
}

static guint
count_numbers (const Bare *self, guint line)
{
  guint n = 0;

  for (guint i = line_start (self, line); i < g_array_index (self->ends, guint, line); i++)
    n += part (self, i)->is_number;
  return n;
}

/* The column that a part is in, or the place for a new one; FALSE where it is in several. */
static gboolean
find_column (const Bare *self, const Part *p, guint *at, gboolean *is_new)
{
  guint n_met = 0;

  *at = 0;
  for (guint c = 0; c < self->n_columns; c++)
    {
      const Column *column = &self->columns[c];

      if (p->x0 < column->x1 && p->x1 > column->x0)
        {
          *at = c;
          n_met++;
        }
      else if (n_met == 0 && p->x0 >= column->x1)
        *at = c + 1;
    }
  *is_new = n_met == 0;
  return n_met <= 1;
}

/* Takes the numbers of a line into the columns; FALSE where they are of other columns. */
static gboolean
add_line (Bare *self, guint line)
{
  for (guint i = line_start (self, line); i < g_array_index (self->ends, guint, line); i++)
    {
      const Part *p = part (self, i);
      gboolean is_new;
      guint at;

      if (!p->is_number)
        continue;
      if (!find_column (self, p, &at, &is_new) || (is_new && self->n_columns == MOST_COLUMNS))
        return FALSE;
      if (is_new)
        {
          memmove (&self->columns[at + 1], &self->columns[at],
                   (self->n_columns - at) * sizeof (Column));
          self->columns[at] = (Column){ p->x0, p->x1 };
          self->n_columns++;
          continue;
        }
      self->columns[at].x0 = MIN (self->columns[at].x0, p->x0);
      self->columns[at].x1 = MAX (self->columns[at].x1, p->x1);
    }
  return TRUE;
}

static float
gutter (const Bare *self, guint column)
{
  return (self->columns[column - 1].x1 + self->columns[column].x0) / 2;
}

/* Whether a part stands among the labels: left of all columns. */
static gboolean
is_label (const Bare *self, const Part *p)
{
  return (p->x0 + p->x1) / 2 < self->columns[0].x0 && p->x1 < self->columns[0].x1;
}

static gboolean
is_foreign_line (const Bare *self, guint line)
{
  for (guint i = line_start (self, line); i < g_array_index (self->ends, guint, line); i++)
    if (!is_label (self, part (self, i)) && !part (self, i)->is_piece)
      return TRUE;
  return FALSE;
}

/* Takes in the lines beside @line, up to @end, that may be of the table. Returns the last of them. Lines of a label follow
 * closely upon each other, however many they are. */
static guint
extend (Bare *self, guint line, guint end, int step)
{
  float edge = step < 0 ? self->upper : self->lower;

  while (line != end)
    {
      guint next = line + (guint) step;
      const NbLine *l = &g_array_index (self->lines, NbLine, next);
      float distance = step < 0 ? edge - (l->y0 + l->y1) / 2 : (l->y0 + l->y1) / 2 - edge;

      if (distance > REACH * self->height || is_foreign_line (self, next) || !add_line (self, next))
        break;
      line = next;
      if (count_numbers (self, next) > 0 || distance <= MOST_PITCH * self->height)
        edge = (l->y0 + l->y1) / 2;
    }
  return line;
}

static float
place (const Bare *self, float y0, float y1)
{
  return self->by_top ? y0 : (y0 + y1) / 2;
}

/* Puts the parts of one column, from above, into stacks of lines that are nearer than @distance. */
static void
stack_column (const Bare *self, const GArray *members, float distance, GArray *stacks)
{
  float last = -G_MAXFLOAT;

  for (guint i = 0; i < members->len; i++)
    {
      guint number = g_array_index (members, guint, i);
      const Part *p = part (self, number);
      float middle = (p->y0 + p->y1) / 2;
      Stack *stack;

      if (i == 0 || middle - last > distance)
        {
          Stack fresh = { p->y0, p->y1,     p->x0,
                          p->x1, G_MAXUINT, g_array_new (FALSE, FALSE, sizeof (guint)) };

          g_array_append_val (stacks, fresh);
        }
      stack = &g_array_index (stacks, Stack, stacks->len - 1);
      stack->y0 = MIN (stack->y0, p->y0);
      stack->y1 = MAX (stack->y1, p->y1);
      stack->x0 = MIN (stack->x0, p->x0);
      stack->x1 = MAX (stack->x1, p->x1);
      g_array_append_val (stack->parts, number);
      last = middle;
    }
}

/* Puts the parts among the labels into stacks: lines that are nearer than @distance, one above the other. */
static GArray *
stack_labels (const Bare *self, const GArray *members, float distance)
{
  GArray *stacks = new_stacks ();

  for (guint i = 0; i < members->len; i++)
    {
      guint number = g_array_index (members, guint, i);
      const Part *p = part (self, number);
      Stack *found = NULL;

      for (guint s = stacks->len; s > 0 && found == NULL; s--)
        {
          Stack *stack = &g_array_index (stacks, Stack, s - 1);
          const Part *last = part (self,
                                   g_array_index (stack->parts, guint, stack->parts->len - 1));
          float step = (p->y0 + p->y1 - last->y0 - last->y1) / 2;

          if (p->x0 < stack->x1 && p->x1 > stack->x0 && step > 0 && step <= distance)
            found = stack;
        }
      if (found == NULL)
        {
          Stack fresh = { p->y0, p->y1,     p->x0,
                          p->x1, G_MAXUINT, g_array_new (FALSE, FALSE, sizeof (guint)) };

          g_array_append_val (stacks, fresh);
          found = &g_array_index (stacks, Stack, stacks->len - 1);
        }
      found->y0 = MIN (found->y0, p->y0);
      found->y1 = MAX (found->y1, p->y1);
      found->x0 = MIN (found->x0, p->x0);
      found->x1 = MAX (found->x1, p->x1);
      g_array_append_val (found->parts, number);
    }
  return stacks;
}

/* Between lines of a column: the distances that there are, and one below them all. */
static GArray *
list_distances (const Bare *self, GArray **members, guint n)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (float));
  GArray *distances = g_array_new (FALSE, FALSE, sizeof (float));
  float none = self->height * ALIKE;

  for (guint c = 0; c < n; c++)
    for (guint i = 1; i < members[c]->len; i++)
      {
        const Part *a = part (self, g_array_index (members[c], guint, i - 1)),
                   *b = part (self, g_array_index (members[c], guint, i));
        float step = (b->y0 + b->y1 - a->y0 - a->y1) / 2 + none / 2;

        g_array_append_val (all, step);
      }
  g_array_sort (all, nb_layout_compare_floats);
  g_array_append_val (distances, none);
  for (guint i = 0; i < all->len && distances->len < MOST_DISTANCES; i++)
    if (g_array_index (all, float, i) >
        g_array_index (distances, float, distances->len - 1) + none / 2)
      g_array_append_val (distances, g_array_index (all, float, i));
  return distances;
}

/* Whether all cells of a row have several lines: they may be several rows. */
static gboolean
may_be_rows (const Bare *self, GArray **stacks, guint r)
{
  for (guint c = 0; c < self->n_columns; c++)
    if (g_array_index (stacks[c], Stack, r).parts->len < 2)
      return FALSE;
  return TRUE;
}

/* Whether the lines of a cell were broken because they had no room: with one digit more they would have been wider than
 * the widest line of the column. */
static gboolean
is_broken (const Bare *self, guint column, const Stack *stack)
{
  float room = self->columns[column].x1 - self->columns[column].x0;

  if (stack->parts->len > MOST_CELL_LINES)
    return FALSE;
  for (guint i = 1; i < stack->parts->len; i++)
    {
      const Part *above = part (self, g_array_index (stack->parts, guint, i - 1));
      const Part *below = part (self, g_array_index (stack->parts, guint, i));
      const NbGlyph *next = nb_layout_glyph (self->layout,
                                             g_array_index (self->glyphs, guint, below->first));

      if (below->is_number &&
          above->x1 - above->x0 + next->x1 - next->x0 < room + ROOM * self->height)
        return FALSE;
    }
  return TRUE;
}

/* Whether every column has a number in every row, all of a row at one height. */
static gboolean
make_rows (const Bare *self, GArray **stacks)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      if (stacks[c]->len != stacks[0]->len)
        return FALSE;
      for (guint r = 0; r < stacks[c]->len; r++)
        {
          const Stack *first = &g_array_index (stacks[0], Stack, r),
                      *stack = &g_array_index (stacks[c], Stack, r);
          gboolean has_number = FALSE;

          for (guint i = 0; i < stack->parts->len; i++)
            has_number |= part (self, g_array_index (stack->parts, guint, i))->is_number;
          if (!has_number || !is_broken (self, c, stack) ||
              fabsf (place (self, stack->y0, stack->y1) - place (self, first->y0, first->y1)) >
                  ALIKE * self->height)
            return FALSE;
        }
    }
  for (guint r = 0; r < stacks[0]->len; r++)
    if (may_be_rows (self, stacks, r))
      return FALSE;
  return stacks[0]->len > 0;
}

/* Finds the label of each row, the one that is nearest to its numbers. FALSE at the first row that has none: that many
 * distances are tried, and most fit nothing. */
static gboolean
match_labels (const Bare *self, const GArray *rows, GArray *labels)
{
  for (guint r = 0; r < rows->len; r++)
    {
      const Stack *row = &g_array_index (rows, Stack, r);
      Stack *nearest = NULL;

      for (guint s = 0; s < labels->len; s++)
        {
          Stack *label = &g_array_index (labels, Stack, s);

          if (fabsf (place (self, label->y0, label->y1) - place (self, row->y0, row->y1)) <=
                  ALIKE * self->height &&
              (nearest == NULL || label->x1 > nearest->x1))
            nearest = label;
        }
      if (nearest == NULL)
        return FALSE;
      nearest->row = r;
    }
  return TRUE;
}

/* What is left over stands beside the row that is nearest: labels of groups. */
static guint
find_nearest (const Bare *self, const GArray *rows, const Stack *label)
{
  guint best = 0;
  float least = G_MAXFLOAT;

  for (guint r = 0; r < rows->len; r++)
    {
      const Stack *row = &g_array_index (rows, Stack, r);
      float distance = fabsf (place (self, label->y0, label->y1) - place (self, row->y0, row->y1));

      if (distance < least)
        {
          least = distance;
          best = r;
        }
    }
  return best;
}

static void
add_cell (const Bare *self,
          NbRuledTable *table,
          guint row,
          guint column,
          guint column_end,
          const Stack *stack)
{
  NbRuledCell cell = { row, row + 1, column, column_end,
                       g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < stack->parts->len; i++)
    {
      const Part *p = part (self, g_array_index (stack->parts, guint, i));

      g_array_append_vals (cell.glyphs, &g_array_index (self->glyphs, guint, p->first), p->n);
    }
  g_array_append_val (table->cells, cell);
}

static void
add_row (const Bare *self, NbRuledTable *table, guint r, GArray **columns, GArray *labels)
{
  gboolean has_group = FALSE;

  for (guint s = 0; s < labels->len; s++)
    {
      const Stack *label = &g_array_index (labels, Stack, s);

      if (label->row == G_MAXUINT && find_nearest (self, columns[0], label) == r)
        {
          add_cell (self, table, r, 0, 1, label);
          has_group = TRUE;
        }
    }
  for (guint s = 0; s < labels->len; s++)
    if (g_array_index (labels, Stack, s).row == r)
      add_cell (self, table, r, has_group ? 1 : 0, 2, &g_array_index (labels, Stack, s));
  for (guint c = 0; c < self->n_columns; c++)
    add_cell (self, table, r, c + 2, c + 3, &g_array_index (columns[c], Stack, r));
}

static NbRuledTable *
make_table (const Bare *self, GArray **columns, GArray *labels)
{
  NbRuledTable *table = nb_ruled_table_new ();
  float left = self->columns[0].x0 - self->height, x, y;
  guint n_rows = columns[0]->len, n = self->n_columns;

  for (guint s = 0; s < labels->len; s++)
    left = MIN (left, g_array_index (labels, Stack, s).x0);
  x = (left + self->columns[0].x0) / 2;
  g_array_append_val (table->xs, left);
  g_array_append_val (table->xs, x);
  /* The outer columns are taken to have as much room outside as inside. */
  x = MAX (self->columns[0].x0 - (gutter (self, 1) - self->columns[0].x1), x);
  g_array_append_val (table->xs, x);
  for (guint c = 1; c < n; c++)
    {
      x = gutter (self, c);
      g_array_append_val (table->xs, x);
    }
  x = 2 * self->columns[n - 1].x0 - x + (self->columns[n - 1].x1 - self->columns[n - 1].x0);
  g_array_append_val (table->xs, x);
  for (guint r = 0; r <= n_rows; r++)
    {
      y = r < n_rows ? g_array_index (columns[0], Stack, r).y0 : self->lower;
      g_array_append_val (table->ys, y);
    }
  table->left = -G_MAXFLOAT;
  table->right = G_MAXFLOAT;
  table->is_plain_row = labels->len == 0;
  for (guint r = 0; r < n_rows; r++)
    add_row (self, table, r, columns, labels);
  return table;
}

static guint
count_left_over (const GArray *labels)
{
  guint n = 0;

  for (guint s = 0; s < labels->len; s++)
    n += g_array_index (labels, Stack, s).row == G_MAXUINT;
  return n;
}

/* The labels of the rows. The middle line of a label alone stands at the height of its row as well: of all distances
 * that give each row a label, the one that leaves the fewest over. NULL where there is none. */
static GArray *
find_labels (const Bare *self, const GArray *rows, const GArray *members, const GArray *distances)
{
  GArray *best = NULL;

  for (guint i = 0; i < distances->len; i++)
    {
      g_autoptr (GArray) labels = stack_labels (self, members, g_array_index (distances, float, i));

      if (!match_labels (self, rows, labels) && (labels->len > 0 || rows->len > 1))
        continue;
      if (best != NULL && count_left_over (labels) >= count_left_over (best))
        continue;
      g_clear_pointer (&best, g_array_unref);
      best = g_steal_pointer (&labels);
    }
  return best;
}

/* The table that the lines make at one distance between lines of a cell; NULL where they make none. */
static NbRuledTable *
try_distance (Bare *self,
              GArray **members,
              const GArray *label_members,
              const GArray *label_distances,
              float distance)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray **stacks;

  for (guint c = 0; c < self->n_columns; c++)
    {
      g_ptr_array_add (columns, new_stacks ());
      stack_column (self, members[c], distance, g_ptr_array_index (columns, c));
    }
  stacks = (GArray **) columns->pdata;
  for (guint mode = 0; mode < 2; mode++)
    {
      g_autoptr (GArray) labels = NULL;

      self->by_top = mode == 1;
      if (make_rows (self, stacks))
        labels = find_labels (self, stacks[0], label_members, label_distances);
      if (labels != NULL)
        return make_table (self, stacks, labels);
    }
  return NULL;
}

/* The parts of lines @first to @last, by column, those of labels behind. */
static gboolean
deal_out (const Bare *self, guint first, guint last, GArray **members)
{
  for (guint i = line_start (self, first); i < g_array_index (self->ends, guint, last); i++)
    {
      gboolean is_new;
      guint at;

      if (is_label (self, part (self, i)))
        at = self->n_columns;
      else if (!find_column (self, part (self, i), &at, &is_new) || is_new)
        return FALSE;
      g_array_append_val (members[at], i);
    }
  return TRUE;
}

static NbRuledTable *
read_lines (Bare *self, guint first, guint last)
{
  GArray *members[MOST_COLUMNS + 1];
  NbRuledTable *table = NULL;

  for (guint c = 0; c <= self->n_columns; c++)
    members[c] = g_array_new (FALSE, FALSE, sizeof (guint));
  if (deal_out (self, first, last, members) && members[self->n_columns]->len <= MOST_LABELS)
    {
      g_autoptr (GArray) distances = list_distances (self, members, self->n_columns);
      g_autoptr (GArray) label_distances = list_distances (self, &members[self->n_columns], 1);

      for (guint i = 0; i < distances->len && table == NULL &&
                        g_array_index (distances, float, i) <= MOST_PITCH * self->height;
           i++)
        table = try_distance (self, members, members[self->n_columns], label_distances,
                              g_array_index (distances, float, i));
    }
  for (guint c = 0; c <= self->n_columns; c++)
    g_array_unref (members[c]);
  return table;
}

/* The height of a number. */
static float
measure_height (const Bare *self, guint line)
{
  for (guint i = line_start (self, line); i < g_array_index (self->ends, guint, line); i++)
    if (part (self, i)->is_number)
      return part (self, i)->y1 - part (self, i)->y0;
  return 0;
}

/* The last line from @line on that is of the same table. What stands behind it, a page number say, is of no column. */
static guint
find_last (Bare *self, guint line)
{
  guint last = line, n_columns = self->n_columns;
  float reached = self->lower;
  Column columns[MOST_COLUMNS];

  memcpy (columns, self->columns, sizeof columns);
  for (guint i = line + 1; i < self->lines->len && !is_foreign_line (self, i); i++)
    {
      const NbLine *l = &g_array_index (self->lines, NbLine, i);

      if (l->y0 - reached > REACH * REACH * self->height || !add_line (self, i))
        break;
      reached = MAX (reached, l->y1);
      if (count_numbers (self, i) < FEWEST_COLUMNS)
        continue;
      last = i;
      n_columns = self->n_columns;
      memcpy (columns, self->columns, sizeof columns);
    }
  self->n_columns = n_columns;
  memcpy (self->columns, columns, sizeof columns);
  return last;
}

/**
 * nb_layout_find_bare_tables:
 * @layout: a layout
 * @glyphs: (element-type guint): characters of a page that are in no table; brought into the order of reading
 * @tables: (element-type NbRuledTable): tables are appended here, with what stands in their cells
 *
 * Finds tables of numbers that no lines are drawn around.
 */
void
nb_layout_find_bare_tables (const NbLayout *layout, GArray *glyphs, GPtrArray *tables)
{
  g_autoptr (GArray) lines = nb_layout_make_lines (layout, glyphs);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  Bare self = { .layout = layout, .glyphs = glyphs, .lines = lines, .parts = parts, .ends = ends };

  cut_lines (&self);
  for (guint i = 0, next = 0; i < lines->len; i = MAX (next, i + 1))
    {
      const NbLine *line = &g_array_index (lines, NbLine, i);
      NbRuledTable *table;
      guint first, last;

      if (count_numbers (&self, i) < FEWEST_COLUMNS)
        continue;
      self.n_columns = 0;
      self.height = measure_height (&self, i);
      self.upper = (line->y0 + line->y1) / 2;
      self.lower = line->y1;
      if (!add_line (&self, i))
        continue;
      last = find_last (&self, i);
      self.lower = g_array_index (lines, NbLine, last).y1;
      first = extend (&self, i, next, -1);
      last = extend (&self, last, lines->len - 1, 1);
      next = last + 1;
      self.lower = g_array_index (lines, NbLine, last).y1;
      table = read_lines (&self, first, last);
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
}
