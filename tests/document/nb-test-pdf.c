/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A writer of PDF for tests: see the header. Points from the upper left corner. */

#include "nb-test-pdf.h"

#include "nb-test-setter.h"

#include <cairo-pdf.h>
#include <cairo-tee.h>
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
#define SCAN    2.0 /* pixels of a point */

typedef struct
{
  NbTestSetter setter;
  guint flags;
  cairo_surface_t *surface;
  cairo_surface_t *scan; /* (owned) (nullable) */
  cairo_t *cr;
  PangoLayout *layout;
  guint page;
} Writer;

static Writer *
writer_of (NbTestSetter *setter)
{
  return (Writer *) setter;
}

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
measure (NbTestSetter *setter, const char *text, gsize length, double size)
{
  Writer *self = writer_of (setter);
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
set_line (NbTestSetter *setter,
          const char *text,
          gsize length,
          double x,
          double y,
          double size,
          double extra)
{
  Writer *self = writer_of (setter);

  if (extra == 0 && !has (self, NB_TEST_PDF_GLYPHS))
    {
      show (self, text, length, x, y, size);
      return;
    }
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gsize n = (gsize) (g_utf8_next_char (p) - p);

      show (self, p, n, x, y, size);
      x += measure (setter, p, n, size) + extra;
    }
}

/* Where the hand lies: a page on its side is drawn turned. */
static void
begin_drawing (Writer *self)
{
  double size = has (self, NB_TEST_PDF_LEANING) ? 0.7 : 1, lean = has (self, NB_TEST_PDF_LEANING) ? 0.55 : 0;
  cairo_matrix_t matrix = { size, 0, lean * size, size, 0, 0 };

  cairo_translate (self->cr, WIDTH / 2, HEIGHT / 2);
  cairo_rotate (self->cr, (self->flags >> 20) * G_PI / 1800);
  cairo_transform (self->cr, &matrix);
  cairo_translate (self->cr, -WIDTH / 2, -HEIGHT / 2);
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
clear_scan (Writer *self)
{
  cairo_t *cr = cairo_create (self->scan);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* What is drawn from here on is drawn on a picture as well. */
static cairo_surface_t *
begin_scan (Writer *self, double height)
{
  cairo_surface_t *tee = cairo_tee_surface_create (self->surface);

  self->scan = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * SCAN),
                                           (int) (height * SCAN));
  cairo_surface_set_device_scale (self->scan, SCAN, SCAN);
  clear_scan (self);
  cairo_tee_surface_add (tee, self->scan);
  return tee;
}

static void
lay_scan (Writer *self)
{
  cairo_t *cr = cairo_create (self->surface);

  cairo_set_source_surface (cr, self->scan, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  clear_scan (self);
}

static void
end_page (NbTestSetter *setter)
{
  Writer *self = writer_of (setter);
  g_autofree char *number = g_strdup_printf ("- %u -", ++self->page);

  set_line (setter, number, strlen (number), WIDTH / 2 - 15, setter->lower + 24, 12, 0);
  if (self->scan != NULL)
    lay_scan (self);
  cairo_surface_show_page (self->surface);
}

static char *
dup_text (NbTestSetter *setter, const NbPiece *p)
{
  g_autofree char *text = nb_test_setter_dup_text (setter, p);
  GString *wide;

  if (!has (writer_of (setter), NB_TEST_PDF_FULL_WIDTH) || p->length == 0 ||
      strspn (text, "0123456789.") != p->length)
    return g_steal_pointer (&text);
  wide = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_unichar (wide, 0xff00 + (gunichar) (*c - 0x20));
  return g_string_free (wide, FALSE);
}

/* Columns are as wide as their widest word wants, within reason, as a clerk draws them. */
static void
make_columns (NbTestSetter *setter, NbTestTable *table)
{
  g_autofree double *wanted = g_new (double, table->n_columns);
  double sum = 0, x = LEFT;

  for (guint i = 0; i < table->n_columns; i++)
    wanted[i] = 24;
  for (guint i = table->first; i < table->end; i++)
    {
      const NbPiece *p = &setter->pieces[i];
      g_autofree char *text = dup_text (setter, p);

      if (p->column_span == 1)
        wanted[p->column] = MAX (wanted[p->column],
                                 MIN (measure (setter, text, strlen (text), SMALL), 80) +
                                     2 * MARGIN);
    }
  for (guint i = 0; i < table->n_columns; i++)
    sum += wanted[i];
  for (guint i = 0; i <= table->n_columns; i++)
    {
      table->edges[i] = x;
      if (i < table->n_columns)
        x += wanted[i] * (RIGHT - LEFT) / sum;
    }
}

static double
get_extra (NbTestSetter *setter, const char *text, guint n_lines, double room)
{
  glong n_chars = g_utf8_strlen (text, -1);

  if (!has (writer_of (setter), NB_TEST_PDF_SPACED) || n_chars < 2 || n_lines > 1 ||
      !g_unichar_iswide (g_utf8_get_char (text)))
    return 0;
  return MIN ((room - measure (setter, text, strlen (text), SMALL)) / (double) n_chars,
              SMALL * 0.8);
}

static double
get_shift (NbTestSetter *setter, const NbPiece *p, const char *text)
{
  if (!has (writer_of (setter), NB_TEST_PDF_DRIFT) || !g_ascii_isdigit (*text) ||
      !g_ascii_isdigit (text[strlen (text) - 1]))
    return 0;
  return p->column % 2 == 0 ? 2.5 : -2.5;
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
draw_cell (NbTestSetter *setter,
           const NbTestTable *table,
           const NbPiece *p,
           double upper,
           double lower)
{
  Writer *self = writer_of (setter);
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

static const NbTestSetterClass setter_class = {
  .left = LEFT,
  .right = RIGHT,
  .upper = UPPER,
  .size = SIZE,
  .leading = LEADING,
  .small = SMALL,
  .line = LINE,
  .margin = MARGIN,
  .table_gap = 12,
  .measure = measure,
  .set_line = set_line,
  .draw_cell = draw_cell,
  .end_page = end_page,
  .make_columns = make_columns,
  .dup_text = dup_text,
  .get_extra = get_extra,
  .get_shift = get_shift,
};

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
  Writer self = { .setter.klass = &setter_class, .flags = flags };
  double height = has (&self, NB_TEST_PDF_SHORT_PAGES) ? 490 : HEIGHT;
  cairo_surface_t *both = NULL;

  self.setter.lower = height - 70;
  self.setter.backwards = has (&self, NB_TEST_PDF_BACKWARDS);
  self.surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, on_side ? height : WIDTH,
                                                      on_side ? WIDTH : height);
  if (has (&self, NB_TEST_PDF_SCAN))
    both = begin_scan (&self, height);
  self.cr = cairo_create (both != NULL ? both : self.surface);
  begin_drawing (&self);
  self.layout = pango_cairo_create_layout (self.cr);
  pango_context_set_language (pango_layout_get_context (self.layout),
                              pango_language_from_string ("zh-cn"));
  nb_test_setter_write (&self.setter, document);
  g_object_unref (self.layout);
  cairo_destroy (self.cr);
  g_clear_pointer (&both, cairo_surface_destroy);
  g_clear_pointer (&self.scan, cairo_surface_destroy);
  cairo_surface_finish (self.surface);
  g_assert_cmpint (cairo_surface_status (self.surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (self.surface);

  if (has (&self, NB_TEST_PDF_ROTATE))
    return replace (pdf, "/Type /Page ", "/Rotate 90 /Type /Page ");
  if (has (&self, NB_TEST_PDF_NO_UNICODE))
    return replace (pdf, "/ToUnicode", "/ToNothing");
  return g_byte_array_free_to_bytes (pdf);
}
