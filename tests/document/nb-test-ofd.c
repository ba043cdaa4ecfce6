/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A writer of OFD for tests: see the header. Millimetres from the upper left corner. */

#include "nb-test-ofd.h"

#include "nb-test-package.h"

#include <string.h>

#define WIDTH   210.0
#define LEFT    20.0
#define RIGHT   190.0
#define UPPER   25.0
#define SIZE    4.2 /* of text */
#define LEADING 7.0
#define SMALL   3.0 /* of text in tables */
#define MARGIN  1.0

typedef struct
{
  NbDocument *document;
  const NbPiece *pieces;
  guint n_pieces;
  guint flags;
  GPtrArray *objects; /* of the page at hand */
  GPtrArray *codes;   /* of the one object of the page */
  GPtrArray *pages;   /* pairs of name and content */
  double lower;
  double y;
} Writer;

static gboolean
has (const Writer *self, guint flag)
{
  return (self->flags & flag) != 0;
}

static double
width_of (const char *p)
{
  return g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 0.5;
}

static char *
deltas (const Writer *self, const char *text, gsize length, double size, double extra)
{
  GString *out = g_string_new (NULL);
  double last = -1;
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      double delta = width_of (p) * size + extra;

      if (!has (self, NB_TEST_OFD_REPEATS))
        g_string_append_printf (out, "%.3f ", delta);
      else if (delta == last)
        n++;
      else
        {
          if (n > 0)
            g_string_append_printf (out, "g %u %.3f ", n, last);
          last = delta;
          n = 1;
        }
    }
  if (n > 0)
    g_string_append_printf (out, "g %u %.3f", n, last);
  return g_string_free (out, FALSE);
}

/* One TextObject or TextCode. */
static void
set_run (Writer *self, const char *text, gsize length, double x, double baseline, double size, double extra)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);
  double scale = has (self, NB_TEST_OFD_MATRIX) ? 10 : 1;
  gboolean whole = has (self, NB_TEST_OFD_ONE_OBJECT);
  double left = whole ? 0 : x, upper = whole ? 0 : baseline - size;
  g_autofree char *list = deltas (self, text, length, size * scale, extra * scale);
  g_autofree char *delta = has (self, NB_TEST_OFD_NATURAL) ? g_strdup ("") : g_strdup_printf (" DeltaX=\"%s\"", list);
  char *code = g_strdup_printf ("<ofd:TextCode X=\"%.3f\" Y=\"%.3f\"%s>%s</ofd:TextCode>", (x - left) * scale,
                                (baseline - upper) * scale, delta, escaped);

  if (whole)
    {
      g_ptr_array_add (self->codes, g_strdup_printf ("%.2f\t%s", size, code));
      g_free (code);
      return;
    }
  g_ptr_array_add (self->objects,
                   g_strdup_printf ("<ofd:TextObject ID=\"9\" Boundary=\"%.3f %.3f 100 10\" Font=\"1\" Size=\"%.3f\"%s>"
                                    "<ofd:FillColor Value=\"0 0 0\"/>%s</ofd:TextObject>",
                                    left, upper, size * scale, scale > 1 ? " CTM=\"0.1 0 0 0.1 0 0\"" : "", code));
  g_free (code);
}

static void
set_line (Writer *self, const char *text, gsize length, double x, double baseline, double size, double extra)
{
  if (!has (self, NB_TEST_OFD_GLYPHS))
    {
      set_run (self, text, length, x, baseline, size, extra);
      return;
    }
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      set_run (self, p, (gsize) (g_utf8_next_char (p) - p), x, baseline, size, 0);
      x += width_of (p) * size + extra;
    }
}

static void
rule (Writer *self, double x1, double y1, double x2, double y2)
{
  double left = MIN (x1, x2), upper = MIN (y1, y2);

  if (has (self, NB_TEST_OFD_FILLED))
    g_ptr_array_add (self->objects,
                     g_strdup_printf ("<ofd:PathObject ID=\"8\" Boundary=\"%.3f %.3f 200 200\" Stroke=\"false\" Fill=\"true\">"
                                      "<ofd:AbbreviatedData>M 0 0 L %.3f 0 L %.3f %.3f L 0 %.3f C</ofd:AbbreviatedData></ofd:PathObject>",
                                      left, upper, x2 - x1 + 0.2, x2 - x1 + 0.2, y2 - y1 + 0.2, y2 - y1 + 0.2));
  else
    g_ptr_array_add (self->objects,
                     g_strdup_printf ("<ofd:PathObject ID=\"8\" Boundary=\"%.3f %.3f 200 200\"><ofd:StrokeColor Value=\"0 0 0\"/>"
                                      "<ofd:AbbreviatedData>M %.3f %.3f L %.3f %.3f</ofd:AbbreviatedData></ofd:PathObject>",
                                      left, upper, x1 - left, y1 - upper, x2 - left, y2 - upper));
}

static void
end_page (Writer *self)
{
  GString *page = g_string_new ("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">");
  guint number = self->pages->len / 2;

  if (has (self, NB_TEST_OFD_TEMPLATE))
    {
      g_autofree char *foot = g_strdup_printf ("- %u -", number + 1);

      g_string_append (page, "<ofd:Template TemplateID=\"7\" ZOrder=\"Background\"/>");
      set_line (self, foot, strlen (foot), WIDTH / 2 - 5, self->lower + 12, SIZE, 0);
    }
  if (self->codes->len > 0)
    {
      GString *objects = g_string_new (NULL);
      double scale = has (self, NB_TEST_OFD_MATRIX) ? 10 : 1;

      for (guint i = 0; i < self->codes->len; i++)
        {
          const char *code = g_ptr_array_index (self->codes, i);
          double size = g_ascii_strtod (code, NULL);

          /* An object has one size. */
          if (i == 0 || size != g_ascii_strtod (g_ptr_array_index (self->codes, i - 1), NULL))
            g_string_append_printf (objects, "%s<ofd:TextObject Boundary=\"0 0 210 297\" Size=\"%.3f\"%s>",
                                    i > 0 ? "</ofd:TextObject>" : "", size * scale,
                                    scale > 1 ? " CTM=\"0.1 0 0 0.1 0 0\"" : "");
          g_string_append (objects, strchr (code, '\t') + 1);
        }
      g_string_append (objects, "</ofd:TextObject>");
      g_ptr_array_add (self->objects, g_string_free (objects, FALSE));
      g_ptr_array_set_size (self->codes, 0);
    }
  g_string_append_printf (page, "<ofd:Area><ofd:PhysicalBox>0 0 %.1f %.1f</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer Type=\"Body\">%s",
                          WIDTH, self->lower + 20, has (self, NB_TEST_OFD_BLOCKS) ? "<ofd:PageBlock><ofd:PageBlock>" : "");
  for (guint i = 0; i < self->objects->len; i++)
    g_string_append (page, g_ptr_array_index (self->objects,
                                              has (self, NB_TEST_OFD_BACKWARDS) ? self->objects->len - 1 - i : i));
  g_string_append_printf (page, "%s</ofd:Layer></ofd:Content></ofd:Page>",
                          has (self, NB_TEST_OFD_BLOCKS) ? "</ofd:PageBlock></ofd:PageBlock>" : "");
  g_ptr_array_set_size (self->objects, 0);
  g_ptr_array_add (self->pages, g_strdup_printf ("Doc_0/Pages/Page_%u/Content.xml", number));
  g_ptr_array_add (self->pages, g_string_free (page, FALSE));
  self->y = UPPER;
}

/* How many bytes of @text fit. */
static gsize
fit (const char *text, gsize length, double size, double width)
{
  const char *p = text;
  double x = 0;

  while (p < text + length && x + width_of (p) * size <= width + 0.001)
    {
      x += width_of (p) * size;
      p = g_utf8_next_char (p);
    }
  return p > text ? (gsize) (p - text) : (gsize) (g_utf8_next_char (text) - text);
}

static double
measure (const char *text, gsize length, double size)
{
  double x = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    x += width_of (p) * size;
  return x;
}

static void
set_paragraph (Writer *self, const char *text, gsize length)
{
  gboolean is_long = length > 120;
  double x = LEFT + (is_long ? 2 * SIZE : 0);

  while (length > 0)
    {
      gsize n = fit (text, length, SIZE, RIGHT - x);

      if (self->y + LEADING > self->lower)
        end_page (self);
      set_line (self, text, n, x, self->y + SIZE, SIZE, 0);
      self->y += LEADING;
      text += n;
      length -= n;
      x = LEFT;
    }
  self->y += 1;
}

typedef struct
{
  guint first, end;
  guint n_rows, n_columns;
  double *heights;
} Table;

static double
column_at (const Table *table, guint column)
{
  return LEFT + (RIGHT - LEFT) * column / table->n_columns;
}

static guint
count_lines (const char *text, gsize length, double width)
{
  guint n = 0;

  while (length > 0)
    {
      gsize fits = fit (text, length, SMALL, width);

      text += fits;
      length -= fits;
      n++;
    }
  return MAX (n, 1);
}

static guint
lines_of (const Writer *self, const Table *table, const NbPiece *p)
{
  const char *text = nb_document_get_text (self->document, NULL) + p->offset;

  return count_lines (text, p->length,
                      column_at (table, p->column + p->column_span) - column_at (table, p->column) - 2 * MARGIN);
}

static void
measure_table (Writer *self, Table *table)
{
  for (guint i = table->first; i < table->end; i++)
    {
      table->n_rows = MAX (table->n_rows, self->pieces[i].row + self->pieces[i].row_span);
      table->n_columns = MAX (table->n_columns, self->pieces[i].column + self->pieces[i].column_span);
    }
  table->heights = g_new (double, table->n_rows);
  for (guint row = 0; row < table->n_rows; row++)
    table->heights[row] = SMALL * 1.3 + 2;
  for (guint i = table->first; i < table->end; i++)
    {
      const NbPiece *p = &self->pieces[i];
      double wanted = lines_of (self, table, p) * SMALL * 1.3 + 2, got = 0;

      for (guint row = p->row; row < p->row + p->row_span; row++)
        got += table->heights[row];
      table->heights[p->row + p->row_span - 1] += MAX (wanted - got, 0);
    }
}

/* The text of a cell, in the middle of it. */
static void
set_cell (Writer *self, const Table *table, const NbPiece *p, double upper, double lower)
{
  const char *text = nb_document_get_text (self->document, NULL) + p->offset;
  gsize length = p->length;
  double x0 = column_at (table, p->column), x1 = column_at (table, p->column + p->column_span);
  double y = (upper + lower) / 2 - lines_of (self, table, p) * SMALL * 1.3 / 2;
  glong n_chars = g_utf8_strlen (text, (gssize) length);
  double extra = has (self, NB_TEST_OFD_SPACED) && n_chars > 1 && n_chars < 4 && (guchar) *text >= 0xe4
                     ? SMALL * 0.5
                     : 0;

  while (length > 0)
    {
      gsize n = fit (text, length, SMALL, x1 - x0 - 2 * MARGIN);
      double width = measure (text, n, SMALL) + extra * (double) (n_chars - 1);

      set_line (self, text, n, (x0 + x1 - width) / 2, y + SMALL, SMALL, extra);
      y += SMALL * 1.3;
      text += n;
      length -= n;
    }
}

static void
draw_cell (Writer *self, const Table *table, const NbPiece *p, double upper, double lower)
{
  double x0 = column_at (table, p->column), x1 = column_at (table, p->column + p->column_span);
  gboolean open = has (self, NB_TEST_OFD_OPEN);

  if (has (self, NB_TEST_OFD_NO_RULES))
    return;
  if (has (self, NB_TEST_OFD_BOXES))
    {
      g_ptr_array_add (self->objects,
                       g_strdup_printf ("<ofd:PathObject Boundary=\"%.3f %.3f %.3f %.3f\"><ofd:AbbreviatedData>"
                                        "M 0 0 L %.3f 0 L %.3f %.3f L 0 %.3f C</ofd:AbbreviatedData></ofd:PathObject>",
                                        x0, upper, x1 - x0, lower - upper, x1 - x0, x1 - x0, lower - upper, lower - upper));
      return;
    }
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
  for (guint i = table->first; i < table->end; i++)
    {
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
  self->y += 4;
  g_free (table.heights);
  return table.end;
}

static GBytes *
pack (GPtrArray *pages, gboolean bare)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  GString *list = g_string_new (NULL);
  GBytes *bytes;

  for (guint i = 0; i < pages->len; i += 2)
    g_string_append_printf (list, "<ofd:Page ID=\"%u\" BaseLoc=\"Pages/Page_%u/Content.xml\"/>", i + 10, i / 2);
  g_ptr_array_add (pairs, g_strdup ("OFD.xml"));
  g_ptr_array_add (pairs, g_strdup ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\">"
                                    "<ofd:DocBody><ofd:DocInfo><ofd:Title>题</ofd:Title></ofd:DocInfo>"
                                    "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
  g_ptr_array_add (pairs, g_strdup ("Doc_0/Document.xml"));
  g_ptr_array_add (pairs, g_strdup_printf ("<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData><ofd:PageArea>"
                                           "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                                           "<ofd:TemplatePage ID=\"7\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData>"
                                           "<ofd:Pages>%s</ofd:Pages></ofd:Document>", list->str));
  g_ptr_array_add (pairs, g_strdup ("Doc_0/Tpls/Tpl_0/Content.xml"));
  g_ptr_array_add (pairs, g_strdup ("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer><ofd:TextObject "
                                    "Boundary=\"20 10 100 6\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">眉头文字</ofd:TextCode></ofd:TextObject>"
                                    "</ofd:Layer></ofd:Content></ofd:Page>"));
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (pairs, g_strdup (g_ptr_array_index (pages, i)));
  for (guint i = 1; bare && i < pairs->len; i += 2)
    {
      char *xml = g_ptr_array_index (pairs, i);
      g_auto (GStrv) parts = g_strsplit (xml, "ofd:", -1);
      g_autofree char *joined = g_strjoinv ("", parts);
      g_auto (GStrv) names = g_strsplit (joined, "xmlns:ofd=", -1);

      g_free (xml);
      g_ptr_array_index (pairs, i) = g_strjoinv ("xmlns=", names);
    }
  g_ptr_array_add (pairs, NULL);
  g_string_free (list, TRUE);
  bytes = nb_test_zip_list ((const char *const *) pairs->pdata, NULL);
  return bytes;
}

GBytes *
nb_test_ofd_new (const char *content)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (pages, g_strdup ("Doc_0/Pages/Page_0/Content.xml"));
  g_ptr_array_add (pages, g_strdup_printf ("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer>%s</ofd:Layer>"
                                           "</ofd:Content></ofd:Page>", content));
  return pack (pages, FALSE);
}

GBytes *
nb_test_ofd_write (NbDocument *document, guint flags)
{
  Writer writer = { .document = document, .flags = flags, .y = UPPER,
                    .lower = (flags & NB_TEST_OFD_SHORT_PAGES) != 0 ? 150 : 277 };
  GBytes *bytes;

  writer.objects = g_ptr_array_new_with_free_func (g_free);
  writer.codes = g_ptr_array_new_with_free_func (g_free);
  writer.pages = g_ptr_array_new_with_free_func (g_free);
  writer.pieces = nb_document_get_pieces (document, &writer.n_pieces);
  for (guint i = 0; i < writer.n_pieces;)
    if ((writer.pieces[i].flags & NB_PIECE_FURNITURE) != 0)
      i++;
    else if (writer.pieces[i].table >= 0)
      i = set_table (&writer, i);
    else
      {
        set_paragraph (&writer, nb_document_get_text (document, NULL) + writer.pieces[i].offset, writer.pieces[i].length);
        i++;
      }
  end_page (&writer);
  bytes = pack (writer.pages, (flags & NB_TEST_OFD_PREFIX) != 0);
  g_ptr_array_unref (writer.objects);
  g_ptr_array_unref (writer.codes);
  g_ptr_array_unref (writer.pages);
  return bytes;
}
