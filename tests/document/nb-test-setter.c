/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sets a document on pages: see the header. */

#include "nb-test-setter.h"

#include <string.h>

static void
end_page (NbTestSetter *self)
{
  self->klass->end_page (self);
  self->y = self->klass->upper;
}

/* How many bytes of @text fit, at least one character. */
static gsize
fit (NbTestSetter *self, const char *text, gsize length, double size, double width)
{
  const char *p = text;
  double x = 0;

  while (p < text + length)
    {
      gsize n = (gsize) (g_utf8_next_char (p) - p);

      x += self->klass->measure (self, p, n, size);
      if (x > width + 0.001 && p > text)
        break;
      p += n;
    }
  return (gsize) (p - text);
}

static void
set_paragraph (NbTestSetter *self, const char *text, gsize length)
{
  const NbTestSetterClass *k = self->klass;
  double x = k->left + (length > 120 ? 2 * k->size : 0);

  while (length > 0)
    {
      gsize n = fit (self, text, length, k->size, k->right - x);

      if (self->y + k->leading > self->lower)
        end_page (self);
      k->set_line (self, text, n, x, self->y, k->size, 0);
      self->y += k->leading;
      text += n;
      length -= n;
      x = k->left;
    }
  self->y += k->gap;
}

/* The text of a cell as it stands in the document. */
char *
nb_test_setter_dup_text (NbTestSetter *self, const NbPiece *piece)
{
  return g_strndup (nb_document_get_text (self->document, NULL) + piece->offset, piece->length);
}

static char *
dup_text (NbTestSetter *self, const NbPiece *piece)
{
  return self->klass->dup_text != NULL ? self->klass->dup_text (self, piece)
                                       : nb_test_setter_dup_text (self, piece);
}

static double
get_room (NbTestSetter *self, const NbTestTable *table, const NbPiece *p)
{
  return table->edges[p->column + p->column_span] - table->edges[p->column] -
         2 * self->klass->margin;
}

static guint
count_lines (NbTestSetter *self, const char *text, double room)
{
  gsize length = strlen (text);
  guint n = 0;

  for (; length > 0; n++)
    {
      gsize fits = fit (self, text, length, self->klass->small, room);

      text += fits;
      length -= fits;
    }
  return MAX (n, 1);
}

static void
make_even_columns (NbTestSetter *self, NbTestTable *table)
{
  const NbTestSetterClass *k = self->klass;

  for (guint i = 0; i <= table->n_columns; i++)
    table->edges[i] = k->left + (k->right - k->left) * i / table->n_columns;
}

static void
measure_row_of (NbTestSetter *self, NbTestTable *table, const NbPiece *p)
{
  g_autofree char *text = dup_text (self, p);
  double wanted = count_lines (self, text, get_room (self, table, p)) * self->klass->line +
                  2 * self->klass->margin;
  double got = 0;

  for (guint row = p->row; row < p->row + p->row_span; row++)
    got += table->heights[row];
  table->heights[p->row + p->row_span - 1] += MAX (wanted - got, 0);
}

static void
measure_table (NbTestSetter *self, NbTestTable *table)
{
  for (guint i = table->first; i < table->end; i++)
    {
      const NbPiece *p = &self->pieces[i];

      table->n_rows = MAX (table->n_rows, p->row + p->row_span);
      table->n_columns = MAX (table->n_columns, p->column + p->column_span);
    }
  table->edges = g_new (double, table->n_columns + 1);
  if (self->klass->make_columns != NULL)
    self->klass->make_columns (self, table);
  else
    make_even_columns (self, table);
  table->heights = g_new (double, table->n_rows);
  for (guint row = 0; row < table->n_rows; row++)
    table->heights[row] = self->klass->line + 2 * self->klass->margin;
  for (guint i = table->first; i < table->end; i++)
    measure_row_of (self, table, &self->pieces[i]);
}

/* The text of a cell, in the middle of it. */
static void
set_cell (NbTestSetter *self,
          const NbTestTable *table,
          const NbPiece *p,
          double upper,
          double lower)
{
  const NbTestSetterClass *k = self->klass;
  g_autofree char *text = dup_text (self, p);
  const char *at = text;
  gsize length = strlen (text);
  double room = get_room (self, table, p);
  double middle = (table->edges[p->column] + table->edges[p->column + p->column_span]) / 2;
  guint n_lines = count_lines (self, text, room);
  double y = (upper + lower) / 2 - n_lines * k->line / 2;
  double extra = k->get_extra != NULL ? k->get_extra (self, text, n_lines, room) : 0;
  double spread = extra * (double) (g_utf8_strlen (text, -1) - 1);

  if (k->get_shift != NULL)
    y += k->get_shift (self, p, text);
  while (length > 0)
    {
      gsize n = fit (self, at, length, k->small, room);
      double width = k->measure (self, at, n, k->small) + spread;

      k->set_line (self, at, n, middle - width / 2, y, k->small, extra);
      y += k->line;
      at += n;
      length -= n;
    }
}

/* The rows of a table that fit on the page; merged cells are cut there. */
static void
set_rows (NbTestSetter *self, const NbTestTable *table, guint first, guint end)
{
  for (guint j = table->first; j < table->end; j++)
    {
      guint i = self->backwards ? table->end - 1 - (j - table->first) : j;
      const NbPiece *p = &self->pieces[i];
      guint a = MAX (p->row, first), b = MIN (p->row + p->row_span, end);
      double upper = self->y, lower;

      if (a >= b)
        continue;
      for (guint row = first; row < a; row++)
        upper += table->heights[row];
      lower = upper;
      for (guint row = a; row < b; row++)
        lower += table->heights[row];
      self->klass->draw_cell (self, table, p, upper, lower);
      if (p->row >= first)
        set_cell (self, table, p, upper, lower);
    }
  for (guint row = first; row < end; row++)
    self->y += table->heights[row];
}

static guint
set_table (NbTestSetter *self, guint first)
{
  NbTestTable table = { .first = first, .end = first };

  while (table.end < self->n_pieces && self->pieces[table.end].table == self->pieces[first].table)
    table.end++;
  measure_table (self, &table);
  for (guint row = 0; row < table.n_rows;)
    {
      guint end = row;
      double y = self->y;

      while (end < table.n_rows && y + table.heights[end] <= self->lower)
        y += table.heights[end++];
      if (end > row)
        set_rows (self, &table, row, end);
      if (end < table.n_rows)
        end_page (self);
      row = end;
    }
  self->y += self->klass->table_gap;
  g_free (table.heights);
  g_free (table.edges);
  return table.end;
}

/* Sets all of @document but its furniture, and ends the last page. */
void
nb_test_setter_write (NbTestSetter *self, NbDocument *document)
{
  self->document = document;
  self->pieces = nb_document_get_pieces (document, &self->n_pieces);
  self->y = self->klass->upper;
  for (guint i = 0; i < self->n_pieces;)
    {
      const NbPiece *p = &self->pieces[i];

      if (p->table >= 0)
        {
          i = set_table (self, i);
          continue;
        }
      if (p->length > 0 && (p->flags & NB_PIECE_FURNITURE) == 0)
        set_paragraph (self, nb_document_get_text (document, NULL) + p->offset, p->length);
      i++;
    }
  end_page (self);
}
