/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The picture of a page, in which lines are found. */

#include <glib.h>

G_BEGIN_DECLS

/* How far from a rule the ground is looked for, in pixels; at twice the points that is 2 points. */
#define NB_PDF_GROUND_REACH 4
/* How much darker than both its sides a rule is, of 255. (Light lines between dark are not looked for: so
 * are the gaps between letters and rules.) */
#define NB_PDF_GROUND_CONTRAST 24

typedef struct
{
  const guint8 *grey; /* a byte a pixel, line by line */
  guint width;
  guint height;
} NbPdfGround;

/* Whether a point is darker than both its sides. @y is farther from the edge than the reach. Letters may stand close to a rule, so that it
 * is not the ground at one distance that counts. */
static inline gboolean
nb_pdf_ground_is_ridge (const NbPdfGround *self, guint x, guint y)
{
  const guint8 *at = self->grey + (gsize) y * self->width + x;
  int here = *at, above = 0, below = 0;

  if (here > 255 - NB_PDF_GROUND_CONTRAST)
    return FALSE;
  for (guint i = 1; i <= NB_PDF_GROUND_REACH; i++)
    {
      above = MAX (above, *(at - (gsize) i * self->width));
      below = MAX (below, *(at + (gsize) i * self->width));
    }
  return above - here >= NB_PDF_GROUND_CONTRAST && below - here >= NB_PDF_GROUND_CONTRAST;
}

G_END_DECLS
