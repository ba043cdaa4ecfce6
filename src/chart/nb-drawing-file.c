/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A drawing as the bytes of a file. Same drawing, same bytes: no time of making is written. What it
 * shows and where the numbers come from goes into the file's metadata. Any thread.
 */

#include "nb-drawing.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"

/* Behind the signature and the first chunk, IHDR, which has a fixed length. */
#define PNG_HEAD 33

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("The picture cannot be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static gboolean
check_size (double width, double height, GError **error)
{
  if (width >= 1 && height >= 1 && width * height <= NB_LIMIT_PICTURE_PIXELS)
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
               _ ("A picture of %.0f × %.0f is larger than %d million pixels"), width, height,
               NB_LIMIT_PICTURE_PIXELS / 1000000);
  return FALSE;
}

/* ISO 3309, as PNG wants it behind each chunk. */
static guint32
get_crc (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }
  return crc ^ 0xffffffffu;
}

static void
append_be32 (GByteArray *bytes, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

/* An uncompressed iTXt chunk, whose text is UTF-8. */
static void
append_text_chunk (GByteArray *bytes, const char *keyword, const char *text)
{
  static const guint8 no_more[4] = { 0, 0, 0, 0 };
  guint start = bytes->len + 4;

  if (text == NULL)
    return;
  append_be32 (bytes, strlen (keyword) + 1 + sizeof no_more + strlen (text));
  g_byte_array_append (bytes, (const guint8 *) "iTXt", 4);
  g_byte_array_append (bytes, (const guint8 *) keyword, strlen (keyword) + 1);
  g_byte_array_append (bytes, no_more, sizeof no_more);
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
  append_be32 (bytes, get_crc (bytes->data + start, bytes->len - start));
}

static GBytes *
add_texts (const NbDrawing *self, GByteArray *png)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, png->data, PNG_HEAD);
  append_text_chunk (bytes, "Title", self->title);
  append_text_chunk (bytes, "Description", self->description);
  append_text_chunk (bytes, "Source", self->source);
  append_text_chunk (bytes, "Software", "Nianbao " NB_VERSION);
  g_byte_array_append (bytes, png->data + PNG_HEAD, png->len - PNG_HEAD);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * nb_drawing_to_png:
 * @self: a drawing
 * @scale: pixels for a point
 * @error: %NB_ERROR_LIMIT where it is larger than NB_LIMIT_PICTURE_PIXELS
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
nb_drawing_to_png (const NbDrawing *self, double scale, GError **error)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (!check_size (self->width * scale, self->height * scale, error))
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->width * scale),
                                        (int) ceil (self->height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  nb_drawing_paint (self, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return check_status (status, error) ? add_texts (self, png) : NULL;
}

static void
set_metadata (cairo_surface_t *surface, const NbDrawing *self)
{
  /* Keeps the time of making out of the file. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Nianbao " NB_VERSION);
  if (self->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->description);
  if (self->source != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, self->source);
}

/**
 * nb_drawings_to_pdf:
 * @pages: (element-type NbDrawing): the pages, all as large as the first; its title is the document's
 * @error: %NB_ERROR_LIMIT where a page is larger than NB_LIMIT_PICTURE_PIXELS
 *
 * Returns: (transfer full) (nullable): the file, fonts inside
 */
GBytes *
nb_drawings_to_pdf (GPtrArray *pages, GError **error)
{
  const NbDrawing *first = pages->pdata[0];
  GByteArray *pdf;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (!check_size (first->width, first->height, error))
    return NULL;
  pdf = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, first->width, first->height);
  set_metadata (surface, first);
  cr = cairo_create (surface);
  for (guint i = 0; i < pages->len; i++)
    {
      nb_drawing_paint (pages->pdata[i], cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (check_status (status, error))
    return g_byte_array_free_to_bytes (pdf);
  g_byte_array_unref (pdf);
  return NULL;
}

/**
 * nb_drawing_to_pdf:
 * @self: a drawing
 * @error: %NB_ERROR_LIMIT where it is larger than NB_LIMIT_PICTURE_PIXELS
 *
 * Returns: (transfer full) (nullable): the file, one page as large as the drawing, fonts inside
 */
GBytes *
nb_drawing_to_pdf (const NbDrawing *self, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  g_ptr_array_add (pages, (gpointer) self);
  return nb_drawings_to_pdf (pages, error);
}
