/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbPdfBox:
 *
 * A box on a page, in points from its upper left corner.
 */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} NbPdfBox;

GArray *nb_pdf_rules_find (const guint8 *grey,
                           guint width,
                           guint height,
                           double scale,
                           const NbPdfBox *glyphs,
                           guint n_glyphs,
                           GArray *slants);

G_END_DECLS
