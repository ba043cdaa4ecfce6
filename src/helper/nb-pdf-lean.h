/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "nb-pdf-rules.h"

G_BEGIN_DECLS

/**
 * NbPdfLean:
 *
 * How the letters and the lines of a page lie, as they are drawn. Begins with zeros.
 */
typedef struct
{
  cairo_t *cr;  /* what the page is drawn with */
  double scale; /* pixels of a point */
  GArray *letters, *sheared, *lines; /* (owned) (nullable) how often which way is drawn, from the axis across */
  guint n_strings, n_mirrored;
  gboolean is_cut, is_cut_aside; /* lines go on where nothing is drawn: above or below, or beside … */
  NbPdfBox clip;                 /* … this */
} NbPdfLean;

/**
 * NbPdfLay:
 * @NB_PDF_LAY_PLAIN: as pages do, so far as is known
 * @NB_PDF_LAY_TURNED: all of it is turned by one angle
 * @NB_PDF_LAY_DOUBTFUL: its letters and lines do not agree, or are mirrored
 *
 * How a page lies.
 */
typedef enum {
  NB_PDF_LAY_PLAIN,
  NB_PDF_LAY_TURNED,
  NB_PDF_LAY_DOUBTFUL,
} NbPdfLay;

void     nb_pdf_lean_watch (NbPdfLean *self, cairo_surface_t *observer);
void     nb_pdf_lean_look  (NbPdfLean *self, PopplerPage *page);
void     nb_pdf_lean_clear (NbPdfLean *self);
NbPdfLay nb_pdf_lean_judge (const NbPdfLean *self, double *angle);

G_END_DECLS
