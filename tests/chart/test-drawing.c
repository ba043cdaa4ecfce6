/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The back ends: SVG with real text, PNG and PDF with their metadata; the same bytes twice (case-58, case-59). */

#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "chart/nb-drawing.h"

static NbDrawing *
build (void)
{
  NbDrawing *drawing = nb_drawing_new (200, 100);

  drawing->background = 0xffffffff;
  drawing->title = g_strdup ("<b>年报</b> & \"more\"");
  drawing->description = g_strdup ("words");
  drawing->source = g_strdup ("云溪 2024, SHA-256 0123");
  nb_drawing_rect (drawing, 20, 30, 40, 50, 0x0072b2ff);
  nb_drawing_hatch (drawing, 70, 30, 40, 50, 0xd55e00ff);
  nb_drawing_line (drawing, 0, 90, 200, 90, 0x1e1e1eff, 1, NB_DASH_LONG);
  nb_drawing_mark (drawing, NB_MARK_DIAMOND, 150, 50, 5, 0x009e73ff, 0x009e73ff);
  nb_drawing_text (drawing, 100, 20, NB_ANCHOR_MIDDLE, 12, TRUE, 0x1e1e1eff, "新收 <214> 件");
  return drawing;
}

static void
test_svg (void)
{
  static const char *const wanted[] = {
    "width=\"200\" height=\"100\" viewBox=\"0 0 200 100\"",
    "<title>&lt;b&gt;年报&lt;/b&gt; &amp; &quot;more&quot;</title>",
    "<metadata>云溪 2024, SHA-256 0123</metadata>",
    "<rect x=\"20\" y=\"30\" width=\"40\" height=\"50\" fill=\"#0072b2\"/>",
    "stroke-dasharray=\"7 4\"",
    "text-anchor=\"middle\" fill=\"#1e1e1e\">新收 &lt;214&gt; 件</text>",
    "fill=\"url(#hatch-d55e00ff)\"",
  };
  g_autoptr (NbDrawing) drawing = build ();
  g_autoptr (GString) svg = g_string_new (NULL);

  nb_drawing_write_svg (drawing, svg);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (strstr (svg->str, wanted[i]));
}

typedef struct
{
  const guint8 *data;
  gsize length;
  gsize done;
} Stream;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Stream *stream = closure;

  if (stream->done + length > stream->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, stream->data + stream->done, length);
  stream->done += length;
  return CAIRO_STATUS_SUCCESS;
}

/* The colour of a pixel, without its alpha. */
static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x] & 0xffffff;
}

static void
test_png (void)
{
  g_autoptr (NbDrawing) drawing = build ();

  for (int scale = 1; scale <= 2; scale++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = nb_drawing_to_png (drawing, scale, &error);
      Stream stream = { g_bytes_get_data (png, NULL), g_bytes_get_size (png), 0 };
      cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &stream);

      g_assert_no_error (error);
      /* Read by libpng, which checks the sums of the chunks. */
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 200 * scale);
      g_assert_cmphex (get_pixel (surface, 30 * scale, 40 * scale), ==, 0x0072b2);
      g_assert_cmphex (get_pixel (surface, 30 * scale, 29 * scale - 1), ==, 0xffffff);
      g_assert_cmphex (get_pixel (surface, 150 * scale, 50 * scale), ==, 0x009e73);
      cairo_surface_destroy (surface);
    }
}

static gboolean
bytes_hold (GBytes *bytes, const char *text)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize length = g_bytes_get_size (bytes), n = strlen (text);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (data + i, text, n) == 0)
      return TRUE;
  return FALSE;
}

static void
test_files (void)
{
  g_autoptr (NbDrawing) drawing = build ();
  g_autoptr (GBytes) png = nb_drawing_to_png (drawing, 1, NULL);
  g_autoptr (GBytes) png_again = nb_drawing_to_png (drawing, 1, NULL);
  g_autoptr (GBytes) pdf = nb_drawing_to_pdf (drawing, NULL);
  g_autoptr (GBytes) pdf_again = NULL;

  g_usleep (G_USEC_PER_SEC * 11 / 10); /* a time in it would be another one now */
  pdf_again = nb_drawing_to_pdf (drawing, NULL);
  g_assert_true (g_bytes_equal (png, png_again));
  g_assert_true (g_bytes_equal (pdf, pdf_again));
  g_assert_true (bytes_hold (png, "SHA-256 0123"));
  g_assert_true (bytes_hold (pdf, "%PDF-"));
  g_assert_true (bytes_hold (pdf, "/FontFile"));
}

static void
test_limit_pixels (void)
{
  g_autoptr (NbDrawing) drawing = nb_drawing_new (10000, NB_LIMIT_PICTURE_PIXELS / 10000 + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (nb_drawing_to_png (drawing, 1, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (nb_drawing_to_pdf (drawing, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
}

static void
test_text (void)
{
  g_autofree char *whole = nb_text_fit ("短", 12, FALSE, 100);
  g_autofree char *cut = nb_text_fit ("政府信息公开工作年度报告", 12, FALSE, 60);
  g_auto (GStrv)
      lines = nb_text_wrap ("政府信息公开工作年度报告与 a few words of English", 12, FALSE, 60, 3);

  g_assert_cmpstr (whole, ==, "短");
  g_assert_true (g_str_has_suffix (cut, "…"));
  g_assert_cmpfloat (nb_text_measure (cut, 12, FALSE), <=, 60);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpfloat (nb_text_measure (lines[i], 12, FALSE), <=, 60.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/drawing/svg", test_svg);
  g_test_add_func ("/nianbao/drawing/png", test_png);
  g_test_add_func ("/nianbao/drawing/files", test_files);
  g_test_add_func ("/nianbao/drawing/limit-pixels", test_limit_pixels);
  g_test_add_func ("/nianbao/drawing/text", test_text);
  return g_test_run ();
}
