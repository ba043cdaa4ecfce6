/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * NbPdfScan:
 * @n_painted: pictures that were drawn on a page
 * @n_strings: strings of letters that were drawn over the first of them
 *
 * What is counted while a page is drawn. Begins with zeros.
 */
typedef struct
{
  guint n_painted;
  guint n_strings;
} NbPdfScan;

/* (transfer full): what is drawn there is drawn on @surface, and counted. */
cairo_surface_t *nb_pdf_scan_watch (NbPdfScan *self, cairo_surface_t *surface);
gboolean         nb_pdf_scan_found (const NbPdfScan *self, GList *pictures, double width, double height, const char *text);

G_END_DECLS
