/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the letters and lines of a page lie: poppler tells boxes of letters along the axes, whatever way they are turned, leant
 * or mirrored. While a page is drawn, an observer of cairo asks the drawer for the matrix of each string and for each path:
 *
 *   strings → ways they run, and lean ─┬─ all one way, as the lines do → turned by that angle
 *   paths → lines that are drawn ──────┴─ else doubtful, where there are several
 *
 * One thread; nothing is kept.
 */

#include "nb-pdf-lean.h"

#include <math.h>

/* Ways that differ by less, in radians, are one. */
#define ALIKE 0.001
/* What is off by less is straight. */
#define STRAIGHT 0.0001
/* Letters that lean more do so from the axis of their line; a font of its own may have letters that lean. */
#define LEAST_LEAN 0.02
/* The ends of lines that are stroked are moved to the next pixels, by so much. */
#define SNAPPED 1.5
/* More ways than these are a drawing. */
#define MOST_WAYS 64
/* The least length of a line, and how thick one is that is filled, in points. */
#define SHORTEST 9.0
#define THICKEST 3.0
/* How far beyond what is drawn a line ends that is cut off. */
#define BEYOND 1.0
/* Corners of a line that is filled. */
#define MOST_CORNERS 6
/* Strings or lines that are no chance. */
#define FEWEST 3

typedef struct
{
  double angle; /* from the axis across */
  double off;   /* by how much it may be another */
  guint n;
} Way;

/* A figure of a path under way, on the page. */
typedef struct
{
  NbPdfLean *lean;
  double corners[MOST_CORNERS][2];
  guint n;
  NbPdfBox clip;
} Figure;

static double
distance (double a, double b, double period)
{
  return fabs (remainder (a - b, period));
}

static void
count (GArray **ways, Way way, double period)
{
  if (*ways == NULL)
    *ways = g_array_new (FALSE, FALSE, sizeof (Way));
  for (guint i = 0; i < (*ways)->len; i++)
    {
      Way *known = &g_array_index (*ways, Way, i);

      if (distance (known->angle, way.angle, period) > MAX (known->off, way.off))
        continue;
      way.n += known->n;
      *known = way.off < known->off ? way : (Way){ known->angle, known->off, way.n };
      return;
    }
  if ((*ways)->len < MOST_WAYS)
    g_array_append_val (*ways, way);
}

static void
string_cb (G_GNUC_UNUSED cairo_surface_t *observer,
           G_GNUC_UNUSED cairo_surface_t *target,
           void *data)
{
  NbPdfLean *self = data;
  cairo_matrix_t m;
  double across, down;

  cairo_scaled_font_get_scale_matrix (cairo_get_scaled_font (self->cr), &m);
  across = atan2 (m.yx, m.xx);
  down = atan2 (m.yy, m.xy);
  self->n_strings++;
  self->n_mirrored += m.xx * m.yy - m.yx * m.xy < 0;
  count (&self->letters, (Way){ across, ALIKE, 1 }, 2 * G_PI);
  if (distance (across + G_PI / 2, down, G_PI) > LEAST_LEAN)
    count (&self->sheared, (Way){ down, ALIKE, 1 }, G_PI);
}

static gboolean
is_beside (const Figure *self, const double *point)
{
  return point[0] < self->clip.x1 - BEYOND || point[0] > self->clip.x2 + BEYOND;
}

static gboolean
is_over (const Figure *self, const double *point)
{
  return point[1] < self->clip.y1 - BEYOND || point[1] > self->clip.y2 + BEYOND;
}

static void
add_line (Figure *self, const double *from, const double *to, gboolean stroked)
{
  NbPdfLean *lean = self->lean;
  double length = hypot (to[0] - from[0], to[1] - from[1]);
  Way way = { atan2 (to[1] - from[1], to[0] - from[0]), ALIKE, 1 };

  if (length < SHORTEST)
    return;
  if (stroked)
    way.off = MAX (ALIKE, SNAPPED / (length * lean->scale));
  count (&lean->lines, way, G_PI);
  lean->is_cut_aside |= is_beside (self, from) || is_beside (self, to);
  if (!is_over (self, from) && !is_over (self, to))
    return;
  lean->is_cut = TRUE;
  lean->clip = self->clip;
}

/* Ends a figure that is filled: one that is long and thin is a line. */
static void
end_figure (Figure *self)
{
  double area = 0, longest = 0;
  guint from = 0;

  for (guint i = 0; i < self->n && self->n <= MOST_CORNERS; i++)
    {
      const double *a = self->corners[i], *b = self->corners[(i + 1) % self->n];
      double length = hypot (b[0] - a[0], b[1] - a[1]);

      area += (a[0] * b[1] - a[1] * b[0]) / 2;
      from = length > longest ? i : from;
      longest = MAX (longest, length);
    }
  if (longest >= SHORTEST && fabs (area) < THICKEST * longest)
    add_line (self, self->corners[from], self->corners[(from + 1) % self->n], FALSE);
  self->n = 0;
}

static void
take_point (Figure *self, const cairo_path_data_t *data, gboolean stroked)
{
  double point[2] = { data[1].point.x, data[1].point.y };

  cairo_user_to_device (self->lean->cr, &point[0], &point[1]);
  point[0] /= self->lean->scale;
  point[1] /= self->lean->scale;
  if (stroked && data->header.type == CAIRO_PATH_LINE_TO)
    add_line (self, self->corners[0], point, TRUE);
  if (stroked)
    self->n = 0;
  if (self->n < MOST_CORNERS)
    {
      self->corners[self->n][0] = point[0];
      self->corners[self->n][1] = point[1];
    }
  self->n++;
}

static void
take_path (NbPdfLean *self, gboolean stroked)
{
  cairo_path_t *path = cairo_copy_path (self->cr);
  Figure figure = { .lean = self };

  cairo_save (self->cr);
  cairo_identity_matrix (self->cr);
  cairo_scale (self->cr, self->scale, self->scale);
  cairo_clip_extents (self->cr, &figure.clip.x1, &figure.clip.y1, &figure.clip.x2, &figure.clip.y2);
  cairo_restore (self->cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      if (!stroked &&
          (data->header.type == CAIRO_PATH_MOVE_TO || data->header.type == CAIRO_PATH_CLOSE_PATH))
        end_figure (&figure);
      if (data->header.type == CAIRO_PATH_MOVE_TO || data->header.type == CAIRO_PATH_LINE_TO)
        take_point (&figure, data, stroked);
    }
  if (!stroked)
    end_figure (&figure);
  cairo_path_destroy (path);
}

static void
fill_cb (G_GNUC_UNUSED cairo_surface_t *observer, G_GNUC_UNUSED cairo_surface_t *target, void *data)
{
  take_path (data, FALSE);
}

static void
stroke_cb (G_GNUC_UNUSED cairo_surface_t *observer,
           G_GNUC_UNUSED cairo_surface_t *target,
           void *data)
{
  take_path (data, TRUE);
}

/**
 * nb_pdf_lean_watch:
 * @self: what is found; lives as long as the observer, and knows its drawer before a page is drawn
 * @observer: an observer that the drawer draws on
 *
 * Looks at all that is drawn.
 */
void
nb_pdf_lean_watch (NbPdfLean *self, cairo_surface_t *observer)
{
  cairo_surface_observer_add_glyphs_callback (observer, string_cb, self);
  cairo_surface_observer_add_fill_callback (observer, fill_cb, self);
  cairo_surface_observer_add_stroke_callback (observer, stroke_cb, self);
}

/**
 * nb_pdf_lean_look:
 * @self: what is found
 * @page: a page
 *
 * Draws the page to look at it.
 */
void
nb_pdf_lean_look (NbPdfLean *self, PopplerPage *page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_surface_t *observer = cairo_surface_create_observer (surface,
                                                             CAIRO_SURFACE_OBSERVER_NORMAL);

  nb_pdf_lean_watch (self, observer);
  self->cr = cairo_create (observer);
  self->scale = 1;
  poppler_page_render (page, self->cr);
  cairo_destroy (self->cr);
  cairo_surface_destroy (observer);
  cairo_surface_destroy (surface);
}

/**
 * nb_pdf_lean_clear:
 * @self: what was found
 *
 * Frees what it holds.
 */
void
nb_pdf_lean_clear (NbPdfLean *self)
{
  g_clear_pointer (&self->letters, g_array_unref);
  g_clear_pointer (&self->sheared, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
}

/* How many lie at an angle, or at right angles to it. */
static guint
count_along (const GArray *ways, double angle, double period)
{
  guint n = 0;

  for (guint i = 0; ways != NULL && i < ways->len; i++)
    if (distance (g_array_index (ways, Way, i).angle, angle, period) <=
        g_array_index (ways, Way, i).off)
      n += g_array_index (ways, Way, i).n;
  return n;
}

static guint
count_all (const GArray *ways)
{
  guint n = 0;

  for (guint i = 0; ways != NULL && i < ways->len; i++)
    n += g_array_index (ways, Way, i).n;
  return n;
}

/* Whether lines run along letters that lean: not the letters lean but their table. Without lines that stand upright, many
 * letters that lean tell so. */
static gboolean
leans (const NbPdfLean *self)
{
  for (guint i = 0; self->sheared != NULL && i < self->sheared->len; i++)
    {
      const Way *way = &g_array_index (self->sheared, Way, i);

      if (way->n >= FEWEST && count_along (self->lines, way->angle, G_PI) >= FEWEST)
        return TRUE;
    }
  return 2 * count_all (self->sheared) > self->n_strings &&
         count_along (self->lines, G_PI / 2, G_PI) == 0;
}

/* Whether letters are turned otherwise than the page, with lines along. */
static gboolean
has_turned_lines (const NbPdfLean *self)
{
  for (guint i = 0; i < self->letters->len; i++)
    {
      const Way *way = &g_array_index (self->letters, Way, i);

      if (way->n >= FEWEST && distance (way->angle, 0, G_PI / 2) >= ALIKE &&
          count_along (self->lines, way->angle, G_PI / 2) >= FEWEST)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_pdf_lean_judge:
 * @self: what was found
 * @angle: (out): by which the page is turned, clockwise, in radians
 *
 * Returns: how the page lies
 */
NbPdfLay
nb_pdf_lean_judge (const NbPdfLean *self, double *angle)
{
  *angle = 0;
  if (self->n_strings == 0)
    return NB_PDF_LAY_PLAIN;
  if (self->n_mirrored > 0)
    return NB_PDF_LAY_DOUBTFUL;
  *angle = g_array_index (self->letters, Way, 0).angle;
  if (self->letters->len > 1 || distance (*angle, 0, 2 * G_PI) < STRAIGHT)
    return leans (self) || has_turned_lines (self) ? NB_PDF_LAY_DOUBTFUL : NB_PDF_LAY_PLAIN;
  if (count_along (self->lines, *angle, G_PI / 2) < count_all (self->lines) ||
      self->sheared != NULL || self->is_cut_aside)
    return NB_PDF_LAY_DOUBTFUL;
  return NB_PDF_LAY_TURNED;
}
