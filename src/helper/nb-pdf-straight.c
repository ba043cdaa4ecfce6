/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A page drawn anew as that of a PDF of its own, which keeps letters as letters: turned back by the angle that it is turned
 * by, or without groups, which hide from an observer how their letters are drawn. One thread.
 */

#include "nb-pdf-straight.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A page that takes more is not drawn anew. */
#define MOST_BYTES (64 * 1024 * 1024)
/* Stands for all of them. */
#define IDEOGRAPH 0x4e00
/* Letters of a kind of their own, that are no letters to Unicode. */
#define FIRST_RADICAL 0x2e80
#define LAST_RADICAL  0x2fdf

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;

  if (bytes->len + (guint64) length > MOST_BYTES)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The page as a PDF, turned back by an angle; %NULL where that does not work. */
static GByteArray *
draw (PopplerPage *page, double angle)
{
  GByteArray *bytes = g_byte_array_new ();
  double width, height, c = fabs (cos (angle)), s = fabs (sin (angle)), across, down;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  poppler_page_get_size (page, &width, &height);
  across = width * c + height * s;
  down = width * s + height * c;
  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, across, down);
  cr = cairo_create (surface);
  cairo_translate (cr, across / 2, down / 2);
  cairo_rotate (cr, -angle);
  cairo_translate (cr, -width / 2, -height / 2);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  poppler_page_render (page, cr);
  done = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  done = done && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  if (done)
    return bytes;
  g_byte_array_unref (bytes);
  return NULL;
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  gunichar x = *(const gunichar *) a, y = *(const gunichar *) b;

  return x < y ? -1 : x > y;
}

/* What a letter has to be in the other page too, 0 for nothing: an ideograph may be named as its radical there, and two
 * dashes by one that is longer. */
static gunichar
fold (gunichar c)
{
  if (c >= FIRST_RADICAL && c <= LAST_RADICAL)
    return IDEOGRAPH;
  if (!g_unichar_isalnum (c) && !(c > ' ' && c < 0x7f))
    return 0;
  return g_unichar_iswide (c) && !g_unichar_isdigit (c) ? IDEOGRAPH : c;
}

/* The letters of a page that are not left out, sorted, ending with 0. */
static gunichar *
dup_letters (PopplerPage *page, const gboolean *left_out)
{
  g_autofree char *text = poppler_page_get_text (page);
  glong length = 0;
  gunichar *letters = text != NULL ? g_utf8_to_ucs4_fast (text, -1, &length) : g_new0 (gunichar, 1);
  glong n = 0;

  for (glong i = 0; i < length; i++)
    if (fold (letters[i]) != 0 && (left_out == NULL || !left_out[i]))
      letters[n++] = fold (letters[i]);
  letters[n] = 0;
  qsort (letters, (gsize) n, sizeof *letters, compare_letters);
  return letters;
}

static gboolean
includes (const gunichar *all, const gunichar *some)
{
  while (*all != 0 && *some != 0)
    some += *all++ == *some;
  return *some == 0;
}

/* Whether a page has the letters of another one; some of them that are not seen may be lost. */
static gboolean
has_letters_of (PopplerPage *page, PopplerPage *other, const gboolean *unseen)
{
  g_autofree gunichar *letters = dup_letters (page, NULL), *all = dup_letters (other, NULL);
  g_autofree gunichar *seen = dup_letters (other, unseen);

  return includes (all, letters) && includes (letters, seen);
}

/* Makes nothing of the groups of a PDF that cairo has written: their dictionaries are not compressed. */
static void
open_groups (GByteArray *bytes)
{
  static const char group[] = "/S /Transparency";
  const gsize length = sizeof group - 1;

  for (gsize i = 0; i + length <= bytes->len; i++)
    if (bytes->data[i] == '/' && memcmp (bytes->data + i, group, length) == 0)
      bytes->data[i + length - 1] = 'z';
}

static PopplerPage *
read_page (GByteArray *bytes)
{
  g_autoptr (GBytes) pdf = g_byte_array_free_to_bytes (bytes);
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerPage *page = document != NULL ? poppler_document_get_page (document, 0) : NULL;

  g_clear_object (&document);
  return page;
}

/**
 * nb_pdf_straight_new_open:
 * @page: a page
 *
 * Draws the page anew without groups: what they hide of each other is seen.
 *
 * Returns: (transfer full) (nullable): that page; %NULL where that does not work
 */
PopplerPage *
nb_pdf_straight_new_open (PopplerPage *page)
{
  GByteArray *bytes = draw (page, 0);

  if (bytes == NULL)
    return NULL;
  open_groups (bytes);
  return read_page (bytes);
}

/**
 * nb_pdf_straight_new:
 * @page: a page
 * @angle: by which it is turned, clockwise, in radians
 * @unseen: (array) (nullable): which of its letters are not seen
 *
 * Draws the page anew, turned back by the angle.
 *
 * Returns: (transfer full) (nullable): that page; %NULL where other letters would stand there
 */
PopplerPage *
nb_pdf_straight_new (PopplerPage *page, double angle, const gboolean *unseen)
{
  GByteArray *bytes = draw (page, angle);
  PopplerPage *straight = bytes != NULL ? read_page (bytes) : NULL;

  if (straight != NULL && !has_letters_of (straight, page, unseen))
    g_clear_object (&straight);
  return straight;
}
