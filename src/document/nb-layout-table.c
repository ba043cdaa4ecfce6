/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbOpenTable: the cells of a table between drawn lines, held back until it is sure that the next page does not go on with
 * it. A page break may cut it anywhere:
 *
 *   between rows     the rows below go on; what is left of merged cells is empty, and is dropped
 *   through a row    its cells are joined again, text that had no room to its end without a blank
 *   through a head   the blank cells beside the heads are dropped
 *
 * It owns its cells. One thread.
 */

#include "nb-layout-private.h"

#include "base/nb-text.h"
#include "base/nb-value.h"

struct _NbOpenTable
{
  const NbLayout *layout;
  GArray *cells; /* (owned) NbOpenCell */
  gboolean is_open;
  guint number;
  guint n_rows;
  guint n_parts;
  guint page;
  float left, right;
  float tolerance;
};

static void
clear_cell (gpointer data)
{
  g_free (((NbOpenCell *) data)->text);
}

static GArray *
new_cells (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (NbOpenCell));

  g_array_set_clear_func (cells, clear_cell);
  return cells;
}

static float
edge (const GArray *positions, guint i)
{
  return g_array_index (positions, float, i);
}

/**
 * nb_open_table_new:
 * @layout: the layout, not held
 *
 * Returns: (transfer full): no table yet
 */
NbOpenTable *
nb_open_table_new (const NbLayout *layout)
{
  NbOpenTable *self = g_new0 (NbOpenTable, 1);

  self->layout = layout;
  self->cells = new_cells ();
  return self;
}

/**
 * nb_open_table_free:
 * @self: a table
 *
 * Frees it with what it still holds.
 */
void
nb_open_table_free (NbOpenTable *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * nb_open_table_begin:
 * @self: a table that is closed
 * @number: of the table in its document
 * @first: its first part
 *
 * Begins a table.
 */
void
nb_open_table_begin (NbOpenTable *self, guint number, const NbRuledTable *first)
{
  self->number = number;
  self->n_rows = 0;
  self->n_parts = 0;
  self->left = edge (first->xs, 0);
  self->right = edge (first->xs, first->xs->len - 1);
  self->is_open = TRUE;
}

/**
 * nb_open_table_matches:
 * @self: a table
 * @next: what stands between the lines of a later page
 * @page: the page of it
 * @tolerance: how far apart the same line may stand on two pages
 *
 * Returns: whether the table may go on there: it is open, and the sides stand alike
 */
gboolean
nb_open_table_matches (const NbOpenTable *self, const NbRuledTable *next, guint page, float tolerance)
{
  return self->is_open && self->page != page && ABS (edge (next->xs, 0) - self->left) <= tolerance &&
         ABS (edge (next->xs, next->xs->len - 1) - self->right) <= tolerance;
}

static NbOpenCell
make_cell (const NbOpenTable *self, const NbRuledTable *table, const NbRuledCell *cell, gboolean join_lines)
{
  GString *text = g_string_new (NULL);
  NbOpenCell made = { .row = cell->row,
                      .row_end = cell->row_end,
                      .column = cell->column,
                      .column_end = cell->column_end,
                      .x0 = edge (table->xs, cell->column),
                      .x1 = edge (table->xs, cell->column_end) };

  nb_layout_append_cell (self->layout, cell->glyphs, made.x0, made.x1, join_lines, text, &made.ends);
  made.text = g_string_free (text, FALSE);
  return made;
}

/**
 * nb_open_table_add_cell:
 * @self: an open table
 * @table: its next part
 * @cell: a cell of it
 *
 * Adds a cell as it is, in the rows behind those of the parts before.
 */
void
nb_open_table_add_cell (NbOpenTable *self, const NbRuledTable *table, const NbRuledCell *cell)
{
  NbOpenCell made = make_cell (self, table, cell, TRUE);

  made.row += self->n_rows;
  made.row_end += self->n_rows;
  g_array_append_val (self->cells, made);
}

static gboolean
is_value (const NbOpenCell *cell)
{
  return *cell->text != '\0' && nb_value_looks_like (cell->text, -1);
}

/* Numbers that all have the same number of lines are those of several rows, and the line between them was not
 * found. In a row with long numbers some are shorter. */
static void
part_rows (NbOpenTable *self, const NbRuledTable *table, GArray *cells)
{
  for (guint i = 0, end; i < cells->len; i = end)
    {
      guint row = g_array_index (cells, NbOpenCell, i).row, n = 0, n_alike = 0, n_lines = 0;

      for (end = i; end < cells->len && g_array_index (cells, NbOpenCell, end).row == row; end++)
        {
          const NbOpenCell *cell = &g_array_index (cells, NbOpenCell, end);

          if (!is_value (cell))
            continue;
          n_lines = n == 0 ? cell->ends.n_lines : n_lines;
          n_alike += cell->ends.n_lines == n_lines;
          n++;
        }
      for (guint j = i; j < end && n > 1 && n_lines > 1 && n == n_alike; j++)
        {
          NbOpenCell *cell = &g_array_index (cells, NbOpenCell, j);

          g_free (cell->text);
          *cell = make_cell (self, table, &g_array_index (table->cells, NbRuledCell, j), FALSE);
        }
    }
}

/* The cell at the foot of the part before, between the same lines. */
static NbOpenCell *
find_above (NbOpenTable *self, const NbOpenCell *cell)
{
  for (guint i = self->cells->len; i > 0; i--)
    {
      NbOpenCell *above = &g_array_index (self->cells, NbOpenCell, i - 1);

      if (above->row_end == self->n_rows && ABS (above->x0 - cell->x0) <= self->tolerance &&
          ABS (above->x1 - cell->x1) <= self->tolerance)
        return above;
    }
  return NULL;
}

static gboolean
goes_on (const NbOpenCell *above, const NbOpenCell *cell)
{
  return *above->text != '\0' && is_value (above) == is_value (cell) && !nb_text_is_enumerated (cell->text, -1) &&
         nb_cell_ends_go_on (&above->ends, &cell->ends);
}

/* Whether the first row of a part is the rest of the row above the page break: some of its cells have ended there,
 * and the others go on, or come only now. Numbers that stand on both sides, without need, are joined all the
 * same where the label is not repeated: it cannot be told what they are, and a blank between them says so. */
static gboolean
is_rest_of_row (NbOpenTable *self, const GArray *part)
{
  guint n_ended = 0, n_go_on = 0, n_others = 0;
  gboolean is_first = TRUE, label_is_whole = FALSE;

  for (guint i = 0; i < part->len; i++)
    {
      const NbOpenCell *cell = &g_array_index (part, NbOpenCell, i);
      const NbOpenCell *above = find_above (self, cell);

      if (cell->row > 0)
        break;
      if (cell->row_end > 1)
        continue;
      if (above == NULL)
        return FALSE;
      if (is_first)
        label_is_whole = (*cell->text == '\0') != (*above->text == '\0');
      is_first = FALSE;
      if (*cell->text == '\0')
        n_ended += *above->text != '\0';
      else if (goes_on (above, cell))
        n_go_on++;
      else if (*above->text == '\0' || (is_value (above) && is_value (cell)))
        n_others++;
      else
        return FALSE;
    }
  return n_ended > 0 && n_go_on + n_others > 0 && (n_others == 0 || label_is_whole);
}

static void
join (NbOpenCell *above, NbOpenCell *cell)
{
  gboolean apart = *above->text != '\0' && *cell->text != '\0' && !goes_on (above, cell);
  char *text;

  if (*cell->text == '\0')
    return;
  text = g_strconcat (above->text, apart ? " " : "", cell->text, NULL);
  g_free (above->text);
  above->text = text;
  above->ends.left = cell->ends.left;
  above->ends.right = cell->ends.right;
  above->ends.em = cell->ends.em;
}

/* Whether a page break cut the cells of the first row, so that what is left of merged ones begins again, empty: there
 * are heads beside them, and no figure. */
static gboolean
is_cut_head (const GArray *part)
{
  gboolean has_text = FALSE;

  for (guint i = 0; i < part->len; i++)
    {
      const NbOpenCell *cell = &g_array_index (part, NbOpenCell, i);

      if (cell->row > 0)
        break;
      if (is_value (cell))
        return FALSE;
      has_text |= *cell->text != '\0';
    }
  return has_text;
}

/* Joins a cell of the first row to the one above the page break; FALSE where it begins there. */
static gboolean
join_cell (NbOpenTable *self, NbOpenCell *cell, gboolean is_rest, gboolean cut_head)
{
  NbOpenCell *above = find_above (self, cell);
  gboolean is_merged = cell->row_end > 1;

  if (*cell->text == '\0' && (is_merged || cut_head))
    return TRUE;
  if (above == NULL || !(is_rest || is_merged))
    return FALSE;
  if (is_merged && *above->text != '\0' && !goes_on (above, cell))
    return FALSE;
  join (above, cell);
  return TRUE;
}

static void
add_joined (NbOpenTable *self, GArray *part)
{
  gboolean continues = self->cells->len > 0;
  gboolean is_rest = continues && is_rest_of_row (self, part);
  gboolean cut_head = continues && !is_rest && is_cut_head (part);
  guint first_row = self->n_rows - is_rest;
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (NbOpenCell));

  for (guint i = 0; i < part->len; i++)
    {
      NbOpenCell *cell = &g_array_index (part, NbOpenCell, i);

      if (continues && cell->row == 0 && join_cell (self, cell, is_rest, cut_head))
        continue;
      g_array_append_val (kept, *cell);
      cell->text = NULL;
    }
  for (guint i = 0; i < kept->len; i++)
    {
      NbOpenCell *cell = &g_array_index (kept, NbOpenCell, i);

      cell->row += first_row;
      cell->row_end += first_row;
    }
  if (kept->len > 0)
    g_array_append_vals (self->cells, kept->data, kept->len);
  self->n_rows = first_row;
}

/**
 * nb_open_table_add_part:
 * @self: an open table
 * @table: its next part
 * @tolerance: how far apart the same line may stand on two pages
 *
 * Adds all cells of a part.
 */
void
nb_open_table_add_part (NbOpenTable *self, const NbRuledTable *table, float tolerance)
{
  g_autoptr (GArray) part = new_cells ();

  self->tolerance = tolerance;
  for (guint i = 0; i < table->cells->len; i++)
    {
      NbOpenCell cell = make_cell (self, table, &g_array_index (table->cells, NbRuledCell, i), TRUE);

      g_array_append_val (part, cell);
    }
  part_rows (self, table, part);
  add_joined (self, part);
}

/**
 * nb_open_table_end_part:
 * @self: an open table
 * @table: the part whose cells were added
 * @page: the page of it
 *
 * Ends a part. The table stays open.
 */
void
nb_open_table_end_part (NbOpenTable *self, const NbRuledTable *table, guint page)
{
  self->n_rows += table->ys->len - 1;
  self->n_parts++;
  self->page = page;
  self->is_open = TRUE;
}

/**
 * nb_open_cells_append:
 * @cells: (element-type NbOpenCell): the cells of one table, row by row
 * @number: of the table in its document
 * @document: the document to fill
 *
 * Appends cells.
 *
 * Returns: whether the document could hold them
 */
gboolean
nb_open_cells_append (const GArray *cells, guint number, NbDocument *document)
{
  guint row = G_MAXUINT;

  for (guint i = 0; i < cells->len; i++)
    {
      const NbOpenCell *cell = &g_array_index (cells, NbOpenCell, i);
      guint flags = NB_PIECE_CELL | NB_PIECE_SEPARATED | NB_PIECE_IN_ROW;
      NbPiece *piece =
          nb_document_append (document, cell->text, -1, flags | (cell->row != row ? NB_PIECE_ROW_START : 0));

      if (piece == NULL)
        return FALSE;
      row = cell->row;
      piece->table = (int) number;
      piece->row = cell->row;
      piece->column = cell->column;
      piece->row_span = cell->row_end - cell->row;
      piece->column_span = cell->column_end - cell->column;
    }
  return TRUE;
}

/**
 * nb_open_table_flush:
 * @self: a table
 * @document: the document to fill
 *
 * Appends the cells that are held back.
 *
 * Returns: whether the document could hold them
 */
gboolean
nb_open_table_flush (NbOpenTable *self, NbDocument *document)
{
  gboolean fits;

  if (self->n_parts > 1)
    nb_layout_number_columns (self->cells, self->tolerance);
  fits = nb_open_cells_append (self->cells, self->number, document);
  g_array_set_size (self->cells, 0);
  return fits;
}

/**
 * nb_open_table_close:
 * @self: a table
 *
 * Says that nothing more goes on with it.
 */
void
nb_open_table_close (NbOpenTable *self)
{
  self->is_open = FALSE;
}
