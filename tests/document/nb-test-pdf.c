/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A writer of PDF for tests: see the header. Points from the upper left corner. */

#include "nb-test-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define WIDTH   595.0
#define HEIGHT  842.0
#define LEFT    75.0
#define RIGHT   520.0
#define UPPER   80.0
#define SIZE    16.0 /* of text */
#define LEADING 28.0
#define SMALL   9.0 /* of text in tables */
#define LINE    (SMALL * 1.3)
#define MARGIN  3.0

typedef struct
{
  NbDocument *document;
  const NbPiece *pieces;
  guint n_pieces;
  guint flags;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoLayout *layout;
  guint page;
  double lower;
  double height; /* of the page */
  double y;
} Writer;

static gboolean
has (const Writer *self, guint flag)
{
  return (self->flags & flag) != 0;
}

static void
set_size (Writer *self, double size)
{
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

static double
measure (Writer *self, const char *text, gsize length, double size)
{
  int width;

  set_size (self, size);
  pango_layout_set_text (self->layout, text, (int) length);
  pango_layout_get_size (self->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static void
show (Writer *self, const char *text, gsize length, double x, double y, double size)
{
  set_size (self, size);
  pango_layout_set_text (self->layout, text, (int) length);
  cairo_move_to (self->cr, x, y + size);
  if (has (self, NB_TEST_PDF_OUTLINES))
    {
      pango_cairo_layout_line_path (self->cr, pango_layout_get_line_readonly (self->layout, 0));
      cairo_fill (self->cr);
    }
  else
    pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (self->layout, 0));
}

/* A line of text, its letters @extra farther apart. */
static void
set_line (Writer *self,
          const char *text,
          gsize length,
          double x,
          double y,
          double size,
          double extra)
{
  if (extra == 0 && !has (self, NB_TEST_PDF_GLYPHS))
    {
      show (self, text, length, x, y, size);
      return;
    }
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gsize n = (gsize) (g_utf8_next_char (p) - p);

      show (self, p, n, x, y, size);
      x += measure (self, p, n, size) + extra;
    }
}

/* Where the hand lies: a page on its side is drawn turned. */
static void
begin_drawing (Writer *self)
{
  if (has (self, NB_TEST_PDF_TURNED))
    {
      cairo_translate (self->cr, 0, WIDTH);
      cairo_rotate (self->cr, -G_PI / 2);
    }
  else if (has (self, NB_TEST_PDF_ROTATE))
    {
      /* Shown, it is turned clockwise once. */
      cairo_translate (self->cr, 0, WIDTH);
      cairo_rotate (self->cr, -G_PI / 2);
    }
}

static void
end_page (Writer *self)
{
  g_autofree char *number = g_strdup_printf ("- %u -", ++self->page);

  set_line (self, number, strlen (number), WIDTH / 2 - 15, self->lower + 24, 12, 0);
  cairo_surface_show_page (self->surface);
  self->y = UPPER;
}

/* How many bytes of @text fit. */
static gsize
fit (Writer *self, const char *text, gsize length, double size, double width)
{
  const char *p = text;
  double x = 0;

  while (p < text + length)
    {
      gsize n = (gsize) (g_utf8_next_char (p) - p);

      x += measure (self, p, n, size);
      if (x > width + 0.001 && p > text)
        break;
      p += n;
    }
  return (gsize) (p - text);
}

static void
set_paragraph (Writer *self, const char *text, gsize length)
{
  double x = LEFT + (length > 120 ? 2 * SIZE : 0);

  while (length > 0)
    {
      gsize n = fit (self, text, length, SIZE, RIGHT - x);

      if (self->y + LEADING > self->lower)
        end_page (self);
      set_line (self, text, n, x, self->y, SIZE, 0);
      self->y += LEADING;
      text += n;
      length -= n;
      x = LEFT;
    }
}

typedef struct
{
  guint first, end;
  guint n_rows, n_columns;
  double *heights;
  double *edges; /* of columns */
} Table;

static char *
dup_text (const Writer *self, const NbPiece *p)
{
  g_autofree char *text = g_strndup (nb_document_get_text (self->document, NULL) + p->offset,
                                     p->length);
  GString *wide;

  if (!has (self, NB_TEST_PDF_FULL_WIDTH) || p->length == 0 ||
      strspn (text, "0123456789.") != p->length)
    return g_steal_pointer (&text);
  wide = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_unichar (wide, 0xff00 + (gunichar) (*c - 0x20));
  return g_string_free (wide, FALSE);
}

static guint
lines_of (Writer *self, const Table *table, const NbPiece *p)
{
  g_autofree char *text = dup_text (self, p);
  double width = table->edges[p->column + p->column_span] - table->edges[p->column] - 2 * MARGIN;
  gsize length = strlen (text);
  const char *at = text;
  guint n = 0;

  for (; length > 0; n++)
    {
      gsize fits = fit (self, at, length, SMALL, width);

      at += fits;
      length -= fits;
    }
  return MAX (n, 1);
}

/* Columns are as wide as their widest word wants, within reason, as a clerk draws them. */
static void
make_columns (Writer *self, Table *table)
{
  g_autofree double *wanted = g_new (double, table->n_columns);
  double sum = 0, x = LEFT;

  for (guint i = 0; i < table->n_columns; i++)
    wanted[i] = 24;
  for (guint i = table->first; i < table->end; i++)
    {
      const NbPiece *p = &self->pieces[i];
      g_autofree char *text = dup_text (self, p);

      if (p->column_span == 1)
        wanted[p->column] = MAX (wanted[p->column],
                                 MIN (measure (self, text, strlen (text), SMALL), 80) + 2 * MARGIN);
    }
  for (guint i = 0; i < table->n_columns; i++)
    sum += wanted[i];
  table->edges = g_new (double, table->n_columns + 1);
  for (guint i = 0; i <= table->n_columns; i++)
    {
      table->edges[i] = x;
      if (i < table->n_columns)
        x += wanted[i] * (RIGHT - LEFT) / sum;
    }
}

static void
measure_table (Writer *self, Table *table)
{
  for (guint i = table->first; i < table->end; i++)
    {
      const NbPiece *p = &self->pieces[i];

      table->n_rows = MAX (table->n_rows, p->row + p->row_span);
      table->n_columns = MAX (table->n_columns, p->column + p->column_span);
    }
  make_columns (self, table);
  table->heights = g_new (double, table->n_rows);
  for (guint row = 0; row < table->n_rows; row++)
    table->heights[row] = LINE + 2 * MARGIN;
  for (guint i = table->first; i < table->end; i++)
    {
      const NbPiece *p = &self->pieces[i];
      double wanted = lines_of (self, table, p) * LINE + 2 * MARGIN, got = 0;

      for (guint row = p->row; row < p->row + p->row_span; row++)
        got += table->heights[row];
      table->heights[p->row + p->row_span - 1] += MAX (wanted - got, 0);
    }
}

/* The text of a cell, in the middle of it. */
static void
set_cell (Writer *self, const Table *table, const NbPiece *p, double upper, double lower)
{
  g_autofree char *text = dup_text (self, p);
  const char *at = text;
  gsize length = strlen (text);
  double x0 = table->edges[p->column], x1 = table->edges[p->column + p->column_span];
  double y = (upper + lower) / 2 - lines_of (self, table, p) * LINE / 2;
  glong n_chars = g_utf8_strlen (text, -1);
  double extra = 0;

  if (has (self, NB_TEST_PDF_SPACED) && n_chars > 1 && g_unichar_iswide (g_utf8_get_char (text)) &&
      lines_of (self, table, p) == 1)
    extra = MIN ((x1 - x0 - 2 * MARGIN - measure (self, text, length, SMALL)) / (double) n_chars,
                 SMALL * 0.8);
  if (has (self, NB_TEST_PDF_DRIFT) && g_ascii_isdigit (*text) &&
      g_ascii_isdigit (text[length - 1]))
    y += p->column % 2 == 0 ? 2.5 : -2.5;
  while (length > 0)
    {
      gsize n = fit (self, at, length, SMALL, x1 - x0 - 2 * MARGIN);
      double width = measure (self, at, n, SMALL) + extra * (double) (n_chars - 1);

      set_line (self, at, n, (x0 + x1 - width) / 2, y, SMALL, extra);
      y += LINE;
      at += n;
      length -= n;
    }
}

static void
rule (Writer *self, double x1, double y1, double x2, double y2)
{
  if (has (self, NB_TEST_PDF_FILLED))
    {
      cairo_rectangle (self->cr, x1, y1, x2 - x1 + 0.48, y2 - y1 + 0.48);
      cairo_fill (self->cr);
      return;
    }
  cairo_save (self->cr);
  if (has (self, NB_TEST_PDF_HAIRLINES))
    cairo_set_source_rgb (self->cr, 0.6, 0.6, 0.6);
  if (has (self, NB_TEST_PDF_DASHED))
    cairo_set_dash (self->cr, (double[]){ 3, 1.5 }, 2, 0);
  cairo_set_line_width (self->cr, has (self, NB_TEST_PDF_HAIRLINES) ? 0.1 : 0.75);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_cell (Writer *self, const Table *table, const NbPiece *p, double upper, double lower)
{
  double x0 = table->edges[p->column], x1 = table->edges[p->column + p->column_span];
  gboolean open = has (self, NB_TEST_PDF_OPEN);

  if (has (self, NB_TEST_PDF_SHADED) && p->column_span == table->n_columns)
    {
      cairo_save (self->cr);
      cairo_set_source_rgb (self->cr, 0.77, 0.85, 0.94);
      cairo_rectangle (self->cr, x0, upper, x1 - x0, lower - upper);
      cairo_fill (self->cr);
      cairo_restore (self->cr);
    }
  if (has (self, NB_TEST_PDF_NO_RULES))
    return;
  rule (self, x0, upper, x1, upper);
  rule (self, x0, lower, x1, lower);
  if (!open || p->column > 0)
    rule (self, x0, upper, x0, lower);
  if (!open || p->column + p->column_span < table->n_columns)
    rule (self, x1, upper, x1, lower);
}

/* The rows of a table that fit on the page; merged cells are cut there. */
static void
set_rows (Writer *self, const Table *table, guint first, guint end)
{
  for (guint j = table->first; j < table->end; j++)
    {
      guint i = has (self, NB_TEST_PDF_BACKWARDS) ? table->end - 1 - (j - table->first) : j;
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
      draw_cell (self, table, p, upper, lower);
      if (p->row >= first)
        set_cell (self, table, p, upper, lower);
    }
  for (guint row = first; row < end; row++)
    self->y += table->heights[row];
}

static guint
set_table (Writer *self, guint first)
{
  Table table = { .first = first, .end = first };

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
  self->y += 12;
  g_free (table.heights);
  g_free (table.edges);
  return table.end;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What cairo cannot be told to write. */
static GBytes *
replace (GByteArray *pdf, const char *from, const char *to)
{
  GByteArray *out = g_byte_array_new ();
  gsize length = strlen (from);
  guint i = 0;

  while (i < pdf->len)
    if (i + length <= pdf->len && memcmp (pdf->data + i, from, length) == 0)
      {
        g_byte_array_append (out, (const guint8 *) to, (guint) strlen (to));
        i += (guint) length;
      }
    else
      g_byte_array_append (out, pdf->data + i++, 1);
  g_byte_array_unref (pdf);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
nb_test_pdf_write (NbDocument *document, guint flags)
{
  GByteArray *pdf = g_byte_array_new ();
  gboolean on_side = (flags & (NB_TEST_PDF_TURNED | NB_TEST_PDF_ROTATE)) != 0;
  Writer self = { .document = document, .flags = flags, .y = UPPER };

  self.pieces = nb_document_get_pieces (document, &self.n_pieces);
  self.height = has (&self, NB_TEST_PDF_SHORT_PAGES) ? 490 : HEIGHT;
  self.lower = self.height - 70;
  self.surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, on_side ? self.height : WIDTH,
                                                      on_side ? WIDTH : self.height);
  self.cr = cairo_create (self.surface);
  begin_drawing (&self);
  self.layout = pango_cairo_create_layout (self.cr);
  pango_context_set_language (pango_layout_get_context (self.layout),
                              pango_language_from_string ("zh-cn"));
  for (guint i = 0; i < self.n_pieces;)
    {
      const NbPiece *p = &self.pieces[i];

      if (p->table >= 0)
        {
          i = set_table (&self, i);
          continue;
        }
      if (p->length > 0 && (p->flags & NB_PIECE_FURNITURE) == 0)
        set_paragraph (&self, nb_document_get_text (document, NULL) + p->offset, p->length);
      i++;
    }
  end_page (&self);
  g_object_unref (self.layout);
  cairo_destroy (self.cr);
  cairo_surface_finish (self.surface);
  g_assert_cmpint (cairo_surface_status (self.surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (self.surface);

  if (has (&self, NB_TEST_PDF_ROTATE))
    return replace (pdf, "/Type /Page ", "/Rotate 90 /Type /Page ");
  if (has (&self, NB_TEST_PDF_NO_UNICODE))
    return replace (pdf, "/ToUnicode", "/ToNothing");
  return g_byte_array_free_to_bytes (pdf);
}
