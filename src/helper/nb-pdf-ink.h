/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "nb-pdf-rules.h"

G_BEGIN_DECLS

/**
 * NbPdfPicture:
 *
 * A page as it is seen, in grey.
 */
typedef struct
{
  guint8 *grey; /* (owned) (nullable): NULL where the page is too large */
  guint width, height;
  double scale; /* pixels of a point */
} NbPdfPicture;

/**
 * NbPdfInk:
 * @NB_PDF_INK_UNKNOWN: it is not drawn as a letter, or too many were asked for
 * @NB_PDF_INK_SEEN: it is to be seen
 * @NB_PDF_INK_UNSEEN: most of it is not to be seen
 * @NB_PDF_INK_STRUCK: a line that is drawn goes through it
 *
 * What becomes of a letter on its page.
 */
typedef enum {
  NB_PDF_INK_UNKNOWN,
  NB_PDF_INK_SEEN,
  NB_PDF_INK_UNSEEN,
  NB_PDF_INK_STRUCK,
} NbPdfInk;

NbPdfInk *nb_pdf_ink_find (PopplerPage *page,
                           const NbPdfPicture *picture,
                           gboolean upright,
                           const NbPdfBox *boxes,
                           guint n_boxes);

G_END_DECLS
