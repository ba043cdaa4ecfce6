/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What becomes of single letters on their page, where the picture of the page alone does not tell a line that is drawn
 * from a stroke of the letter.
 *
 *   page → drawn twice more: its letters alone, all but its letters → the places of the letters in each → NbPdfInk
 *
 * An observer of cairo says after each step whether letters were drawn in it; what is not wanted in a picture is taken back
 * there at once, at the places that are asked for. One thread; nothing is kept.
 */

#include "nb-pdf-ink.h"

#include <cairo.h>
#include <string.h>

/* Most pixels that may be taken back in a picture. */
#define MOST_COPIES (512 * 1024 * 1024)
/* More letters than these, with more pixels, or larger or smaller ones, in pixels, are not looked at. */
#define MOST_LETTERS 1000
#define MOST_PLACES  (1024 * 1024)
#define LARGEST      100
#define SMALLEST     3
/* The grey behind letters that stand alone, of 255; none of them is likely to have it. */
#define GROUND 143
/* The least difference of grey that is seen. */
#define FAINTEST 6
/* A line is fainter than this part of its letter, if it is a part of the paper. */
#define PAPER 4
/* What of the height of a letter is left out above and below where lines are looked for. */
#define MARGIN 0.15

typedef struct
{
  guint x, y, width, height;
  gsize first; /* of its pixels */
} Place;

typedef struct
{
  GArray *places; /* (owned) Place */
  gsize n_pixels; /* of all places */
  guint32 *kept;  /* (owned) the places, as they were before the step */
  gsize n_copies; /* pixels, so far */
} Ink;

static void
copy (Ink *self, cairo_surface_t *image, gboolean back)
{
  guint8 *data;
  int stride = cairo_image_surface_get_stride (image);

  self->n_copies += self->n_pixels;
  if (self->n_copies > MOST_COPIES)
    return;
  cairo_surface_flush (image);
  data = cairo_image_surface_get_data (image);
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      for (guint y = 0; y < place->height; y++)
        {
          guint32 *kept = self->kept + place->first + (gsize) y * place->width;
          guint8 *pixels = data + (gsize) (place->y + y) * (gsize) stride + 4 * (gsize) place->x;

          memcpy (back ? (void *) pixels : kept, back ? (void *) kept : pixels,
                  4 * (gsize) place->width);
        }
    }
  if (back)
    cairo_surface_mark_dirty (image);
}

static void
keep_cb (G_GNUC_UNUSED cairo_surface_t *observer, cairo_surface_t *image, void *data)
{
  copy (data, image, FALSE);
}

static void
take_back_cb (G_GNUC_UNUSED cairo_surface_t *observer, cairo_surface_t *image, void *data)
{
  copy (data, image, TRUE);
}

static void
observe (Ink *self, cairo_surface_t *observer, gboolean letters)
{
  cairo_surface_observer_callback_t rest_cb = letters ? take_back_cb : keep_cb;

  cairo_surface_observer_add_glyphs_callback (observer, letters ? keep_cb : take_back_cb, self);
  cairo_surface_observer_add_paint_callback (observer, rest_cb, self);
  cairo_surface_observer_add_mask_callback (observer, rest_cb, self);
  cairo_surface_observer_add_fill_callback (observer, rest_cb, self);
  cairo_surface_observer_add_stroke_callback (observer, rest_cb, self);
}

static guint8 *
dup_grey (const Ink *self)
{
  guint8 *grey = g_malloc (MAX (self->n_pixels, 1));

  for (gsize i = 0; i < self->n_pixels; i++)
    grey[i] = (guint8) (((self->kept[i] >> 16 & 0xff) * 2 + (self->kept[i] >> 8 & 0xff) * 5 +
                         (self->kept[i] & 0xff)) >>
                        3);
  return grey;
}

/* The places, in grey, with nothing but the letters, or all but them; %NULL where that takes too long. */
static guint8 *
draw (Ink *self, PopplerPage *page, const NbPdfPicture *picture, gboolean letters)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) picture->width,
                                                       (int) picture->height);
  cairo_surface_t *observer = cairo_surface_create_observer (image, CAIRO_SURFACE_OBSERVER_NORMAL);
  cairo_t *cr = cairo_create (observer);
  double ground = letters ? GROUND / 255.0 : 1;
  guint8 *grey = NULL;

  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_paint (cr);
  cairo_scale (cr, picture->scale, picture->scale);
  self->n_copies = 0;
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    {
      copy (self, image, FALSE);
      observe (self, observer, letters);
      poppler_page_render (page, cr);
      copy (self, image, FALSE);
    }
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS && self->n_copies <= MOST_COPIES)
    grey = dup_grey (self);
  cairo_destroy (cr);
  cairo_surface_destroy (observer);
  cairo_surface_destroy (image);
  return grey;
}

/* The places of the page as it is. */
static guint8 *
cut_out (const Ink *self, const NbPdfPicture *picture)
{
  guint8 *grey = g_malloc (MAX (self->n_pixels, 1));

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      for (guint y = 0; y < place->height; y++)
        memcpy (grey + place->first + (gsize) y * place->width,
                picture->grey + (gsize) (place->y + y) * picture->width + place->x, place->width);
    }
  return grey;
}

static void
add_place (Ink *self, const NbPdfPicture *picture, const NbPdfBox *box)
{
  double scale = picture->scale;
  guint x0 = (guint) CLAMP (box->x1 * scale + 0.5, 0, picture->width);
  guint x1 = (guint) CLAMP (box->x2 * scale, 0, picture->width);
  guint y0 = (guint) CLAMP (box->y1 * scale + 0.5, 0, picture->height);
  guint y1 = (guint) CLAMP (box->y2 * scale, 0, picture->height);
  Place place = { x0, y0, x1 > x0 ? x1 - x0 : 0, y1 > y0 ? y1 - y0 : 0, self->n_pixels };

  if (MIN (place.width, place.height) < SMALLEST || MAX (place.width, place.height) > LARGEST)
    place.width = place.height = 0;
  self->n_pixels += (gsize) place.width * place.height;
  g_array_append_val (self->places, place);
}

static guint
difference (guint a, guint b)
{
  return a > b ? a - b : b - a;
}

/* How much a line of a place, as text runs, stands out in all its points from the line at the other one; below 0 where it
 * is darker. */
static int
stand_out (const guint8 *rest, gsize step, guint n, gsize line, gsize other)
{
  int least = G_MAXINT, most = G_MININT;

  for (guint i = 0; i < n; i++)
    {
      int by = (int) rest[line + i * step] - rest[other + i * step];

      least = MIN (least, by);
      most = MAX (most, by);
    }
  return least > 0 ? least : MIN (most, 0);
}

/* Whether a line from side to side is drawn through a place, whose letter stands from @upper to @lower and has @contrast. */
static gboolean
has_line (const Place *place,
          const guint8 *rest,
          gboolean upright,
          guint upper,
          guint lower,
          guint contrast)
{
  gsize along = upright ? 1 : place->width, across = upright ? place->width : 1;
  guint n = upright ? place->width : place->height;
  guint margin = (guint) ((lower - upper) * MARGIN);
  int least = (int) MAX (contrast / PAPER, FAINTEST);

  for (guint i = upper + margin; i + margin < lower; i++)
    {
      gboolean darker[2] = { FALSE }, lighter[2] = { FALSE };

      for (guint j = upper; j < lower; j++)
        {
          int by = stand_out (rest, along, n, i * across, j * across);

          darker[j > i] |= by <= -least;
          lighter[j > i] |= by >= least;
        }
      if ((darker[0] && darker[1]) || (lighter[0] && lighter[1]))
        return TRUE;
    }
  return FALSE;
}

static NbPdfInk
judge (const Place *place,
       gboolean upright,
       const guint8 *all,
       const guint8 *letters,
       const guint8 *rest)
{
  guint n_shape = 0, n_seen = 0, strongest = 0, contrast = 0, upper = G_MAXUINT, lower = 0;
  gsize n = (gsize) place->width * place->height;

  for (gsize i = 0; i < n; i++)
    {
      strongest = MAX (strongest, difference (letters[i], GROUND));
      contrast = MAX (contrast, difference (all[i], rest[i]));
    }
  if (strongest < FAINTEST)
    return NB_PDF_INK_UNKNOWN;
  for (gsize i = 0; i < n; i++)
    {
      guint line = (guint) (upright ? i / place->width : i % place->width);

      if (difference (letters[i], GROUND) * 2 < strongest)
        continue;
      n_shape++;
      n_seen += difference (all[i], rest[i]) >= FAINTEST;
      upper = MIN (upper, line);
      lower = MAX (lower, line + 1);
    }
  if (n_seen * 2 < n_shape)
    return NB_PDF_INK_UNSEEN;
  return has_line (place, rest, upright, upper, lower, contrast) ? NB_PDF_INK_STRUCK
                                                                 : NB_PDF_INK_SEEN;
}

static void
judge_all (Ink *self,
           PopplerPage *page,
           const NbPdfPicture *picture,
           gboolean upright,
           NbPdfInk *inks)
{
  g_autofree guint8 *all = cut_out (self, picture);
  g_autofree guint8 *letters = draw (self, page, picture, TRUE);
  g_autofree guint8 *rest = draw (self, page, picture, FALSE);

  if (letters == NULL || rest == NULL)
    return;
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->width > 0)
        inks[i] = judge (place, upright, all + place->first, letters + place->first,
                         rest + place->first);
    }
}

/**
 * nb_pdf_ink_find:
 * @page: a page
 * @picture: the page as it is seen
 * @upright: whether its text runs across it
 * @boxes: (array length=n_boxes): where letters stand on it
 * @n_boxes: how many; of more than a thousand nothing is known
 *
 * Finds what becomes of letters on their page.
 *
 * Returns: (transfer full) (array length=n_boxes): one for each box
 */
NbPdfInk *
nb_pdf_ink_find (PopplerPage *page,
                 const NbPdfPicture *picture,
                 gboolean upright,
                 const NbPdfBox *boxes,
                 guint n_boxes)
{
  NbPdfInk *inks = g_new0 (NbPdfInk, MAX (n_boxes, 1));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Ink self = { .places = places };

  for (guint i = 0; i < n_boxes && n_boxes <= MOST_LETTERS && picture->grey != NULL; i++)
    add_place (&self, picture, &boxes[i]);
  if (self.n_pixels == 0 || self.n_pixels > MOST_PLACES)
    return inks;
  self.kept = g_new (guint32, self.n_pixels);
  judge_all (&self, page, picture, upright, inks);
  g_free (self.kept);
  return inks;
}
