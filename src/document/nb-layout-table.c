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
nb_open_table_matches (const NbOpenTable *self,
                       const NbRuledTable *next,
                       guint page,
                       float tolerance)
{
  return self->is_open && self->page != page &&
         ABS (edge (next->xs, 0) - self->left) <= tolerance &&
         ABS (edge (next->xs, next->xs->len - 1) - self->right) <= tolerance;
}

static NbOpenCell
make_cell (const NbOpenTable *self,
           const NbRuledTable *table,
           const NbRuledCell *cell,
           gboolean join_lines)
{
  GString *text = g_string_new (NULL);
  NbOpenCell made = { .row = cell->row,
                      .row_end = cell->row_end,
                      .column = cell->column,
                      .column_end = cell->column_end,
                      .x0 = edge (table->xs, cell->column),
                      .x1 = edge (table->xs, cell->column_end),
                      .flags = table->flags };

  made.is_clipped = made.x0 <= table->left || made.x1 >= table->right;
  nb_layout_append_cell (self->layout, cell->glyphs, made.x0, made.x1, join_lines, text,
                         &made.ends);
  /* What cannot be seen is not blank. */
  if (text->len == 0 && made.is_clipped)
    g_string_append (text, "\357\277\275");
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

/* Whether mostly figures stand in a cell that is no rectangle: values of several rows. */
static gboolean
holds_values (const NbOpenTable *self, const NbRuledCell *cell)
{
  guint n_digits = 0;

  for (guint i = 0; i < cell->glyphs->len && cell->is_ragged; i++)
    n_digits += (nb_layout_glyph (self->layout, g_array_index (cell->glyphs, guint, i))->flags & NB_GLYPH_DIGIT) != 0;
  return n_digits > 0 && n_digits * 2 >= cell->glyphs->len;
}

/* The rows beside such a cell have lost values to it: those that they still have may be of other columns. */
static void
doubt_beside_ragged (NbOpenTable *self, const NbRuledTable *table, GArray *cells)
{
  g_autofree gboolean *is_lost = g_new0 (gboolean, table->ys->len);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const NbRuledCell *cell = &g_array_index (table->cells, NbRuledCell, i);

      gboolean is_single = is_value (&g_array_index (cells, NbOpenCell, i));

      for (guint row = cell->row; !is_single && holds_values (self, cell) && row < cell->row_end; row++)
        is_lost[row] = TRUE;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      NbOpenCell *cell = &g_array_index (cells, NbOpenCell, i);

      if (is_lost[cell->row] && is_value (cell))
        {
          char *text = g_strconcat (cell->text, "\357\277\275", NULL);

          g_free (cell->text);
          cell->text = text;
        }
    }
}

static void
add_joined (NbOpenTable *self, GArray *part)
{
  NbTableBreak at = { self->cells, part, self->n_rows, self->tolerance };
  gboolean is_rest = self->cells->len > 0 && nb_table_break_join (&at);
  guint first_row = self->n_rows - is_rest;

  for (guint i = 0; i < part->len; i++)
    {
      NbOpenCell *cell = &g_array_index (part, NbOpenCell, i);

      if (cell->text == NULL)
        continue;
      cell->row += first_row;
      cell->row_end += first_row;
      g_array_append_val (self->cells, *cell);
      cell->text = NULL;
    }
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
      NbOpenCell cell = make_cell (self, table, &g_array_index (table->cells, NbRuledCell, i),
                                   TRUE);

      g_array_append_val (part, cell);
    }
  part_rows (self, table, part);
  doubt_beside_ragged (self, table, part);
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
      guint flags = NB_PIECE_CELL | NB_PIECE_SEPARATED | NB_PIECE_IN_ROW |
                    (cell->is_clipped ? NB_PIECE_CLIPPED : 0) | cell->flags;
      NbPiece *piece = nb_document_append (document, cell->text, -1,
                                           flags | (cell->row != row ? NB_PIECE_ROW_START : 0));

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
