/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whether a page is a scan under which a text recogniser has put letters, which nobody sees. An observer of cairo counts what is
 * drawn; the letters that poppler reads and that are not drawn, or lie under the picture of the page, are another program's reading of it.
 * One thread.
 */

#include "nb-pdf-scan.h"

/* What of a page pictures cover that are a scan of it. */
#define COVERED 0.5

static void
painted_cb (G_GNUC_UNUSED cairo_surface_t *observer,
            G_GNUC_UNUSED cairo_surface_t *target,
            void *data)
{
  NbPdfScan *self = data;

  if (self->n_painted++ == 0)
    self->n_strings = 0;
}

static void
string_cb (G_GNUC_UNUSED cairo_surface_t *observer,
           G_GNUC_UNUSED cairo_surface_t *target,
           void *data)
{
  ((NbPdfScan *) data)->n_strings++;
}

/**
 * nb_pdf_scan_watch:
 * @self: what is counted; lives as long as the surface that is returned
 * @surface: the surface that a page is to be drawn on, with its ground
 *
 * Returns: (transfer full): the surface to draw the page on
 */
cairo_surface_t *
nb_pdf_scan_watch (NbPdfScan *self, cairo_surface_t *surface)
{
  cairo_surface_t *observer = cairo_surface_create_observer (surface,
                                                             CAIRO_SURFACE_OBSERVER_NORMAL);

  cairo_surface_observer_add_paint_callback (observer, painted_cb, self);
  cairo_surface_observer_add_mask_callback (observer, painted_cb, self);
  cairo_surface_observer_add_glyphs_callback (observer, string_cb, self);
  return observer;
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += *g_strstrip (lines[i]) != '\0';
  return n;
}

/**
 * nb_pdf_scan_found:
 * @self: what was counted
 * @pictures: (element-type PopplerImageMapping): the pictures of the page
 * @width: its width
 * @height: its height
 * @text: its text
 *
 * Pictures cover the page, and fewer strings are drawn over them than half the lines of its text. Groups are painted as pictures
 * are and hide what is drawn in them: where there are some, nothing is known.
 *
 * Returns: whether the text was recognised in a scan
 */
gboolean
nb_pdf_scan_found (const NbPdfScan *self,
                   GList *pictures,
                   double width,
                   double height,
                   const char *text)
{
  double area = 0;
  guint n = 0;

  for (GList *l = pictures; l != NULL; l = l->next, n++)
    {
      PopplerRectangle box = ((PopplerImageMapping *) l->data)->area;
      double across = MIN (box.x2, width) - MAX (box.x1, 0);
      double along = MIN (box.y2, height) - MAX (box.y1, 0);

      area += MAX (across, 0) * MAX (along, 0);
    }
  return area >= COVERED * width * height && self->n_painted > 0 && self->n_painted <= n &&
         2 * self->n_strings < count_lines (text);
}
