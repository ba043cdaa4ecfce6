/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lines of a page that are a little aslant, found in its picture: its tables are turned or bent. A line is followed to the
 * right from columns of points that stand at some distance. One thread; nothing is kept.
 */

#include "nb-pdf-slants.h"

/* How far apart the columns are from which lines are followed, what a line may be interrupted by, and its least length; in
 * points. */
#define STEP        25
#define LARGEST_GAP 3.0
#define SHORTEST    30.0
/* How much higher or lower a line ends than it begins, in pixels, and how far its points are from a straight line at most. */
#define LEAST_DRIFT 3
/* The part of a line that is seen; rows of letters have more gaps. */
#define SEEN 0.85
#define BENT        1.0
/* At how many parts of its length that is looked at. */
#define PARTS 8
/* More lines than these say no more. */
#define MOST_LINES 200

typedef struct
{
  const NbPdfGround *ground;
  double scale;
  guint *heights; /* (owned) of the line at hand, by its points */
  guint n_points; /* of it that are seen */
} Tracer;

static gboolean
is_line (const NbPdfGround *ground, guint x, guint y)
{
  return y >= NB_PDF_GROUND_REACH && y < ground->height - NB_PDF_GROUND_REACH &&
         nb_pdf_ground_is_ridge (ground, x, y);
}

/* The middle of the line nearest to @y, at most @most away; the height of the page where there is none. */
static guint
step (const NbPdfGround *ground, guint x, guint y, guint most)
{
  for (guint i = 0; i < 2 * most + 1; i++)
    {
      guint at = i % 2 == 0 ? y + i / 2 : y - (i + 1) / 2;

      if (is_line (ground, x, at))
        {
          guint upper = at, lower = at;

          while (is_line (ground, x, upper - 1))
            upper--;
          while (is_line (ground, x, lower + 1))
            lower++;
          return (upper + lower) / 2;
        }
    }
  return ground->height;
}

/* Follows a line; returns where it ends. */
static guint
follow (Tracer *self, guint x0, guint y)
{
  const NbPdfGround *ground = self->ground;
  guint end = x0;

  y = step (ground, x0, y, 0);
  self->heights[x0] = y;
  self->n_points = 1;
  for (guint x = x0 + 1; x < ground->width && x - end <= LARGEST_GAP * self->scale; x++)
    {
      guint next = step (ground, x, y, 1 + (x - end) / 2);

      if (next < ground->height)
        {
          y = next;
          end = x;
          self->n_points++;
        }
      self->heights[x] = y;
    }
  return end;
}

static gboolean
is_straight (const Tracer *self, guint x0, guint x1)
{
  double y0 = self->heights[x0], y1 = self->heights[x1];

  for (guint i = 1; i < PARTS; i++)
    {
      guint x = x0 + (x1 - x0) * i / PARTS;
      double wanted = y0 + (y1 - y0) * (x - x0) / (x1 - x0);

      if (ABS (self->heights[x] - wanted) > BENT)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_known (const Tracer *self, const GArray *found, guint first, guint x, guint y)
{
  for (guint i = first; i < found->len; i++)
    {
      const NbPdfBox *line = &g_array_index (found, NbPdfBox, i);
      double at = x / self->scale;
      double height = line->y1 + (line->y2 - line->y1) * (at - line->x1) / (line->x2 - line->x1);

      if (at <= line->x2 && ABS (height - y / self->scale) <= NB_PDF_GROUND_REACH / self->scale)
        return TRUE;
    }
  return FALSE;
}

static void
try_line (Tracer *self, GArray *found, guint x, guint y)
{
  guint end = follow (self, x, y);
  double drift = ABS ((double) self->heights[end] - self->heights[x]);

  if (end - x >= SHORTEST * self->scale && self->n_points >= SEEN * (end - x) && drift >= LEAST_DRIFT && is_straight (self, x, end))
    {
      NbPdfBox line = { x / self->scale, self->heights[x] / self->scale, end / self->scale,
                        self->heights[end] / self->scale };

      g_array_append_val (found, line);
    }
}

/**
 * nb_pdf_slants_find:
 * @found: (element-type NbPdfBox): where to add the lines, each from (x1, y1) to (x2, y2)
 * @ground: a page
 * @scale: pixels of a point
 *
 * Finds lines across the page that rise or fall a little.
 */
void
nb_pdf_slants_find (GArray *found, const NbPdfGround *ground, double scale)
{
  g_autofree guint *heights = g_new (guint, ground->width);
  Tracer self = { ground, scale, heights };
  guint first = found->len, pixels = (guint) (STEP * scale);

  for (guint x = pixels; x < ground->width; x += pixels)
    for (guint y = NB_PDF_GROUND_REACH; y + NB_PDF_GROUND_REACH < ground->height; y++)
      if (found->len - first < MOST_LINES && nb_pdf_ground_is_ridge (ground, x, y) &&
          !is_known (&self, found, first, x, y))
        try_line (&self, found, x, y);
}
