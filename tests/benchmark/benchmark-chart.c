/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long each chart takes to lay out and to paint at 1200x800: processor time of this process, medians.
 * Goal: under 8 ms each.
 *
 *   benchmark-chart REPORT...
 */

#include "benchmark-clock.h"
#include "chart/nb-chart.h"

#include <stdlib.h>

enum
{
  ROUNDS = 41,
};

static int
compare_cb (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
measure (const char *id, GPtrArray *readings)
{
  const NbChartOptions all = { 0 };
  g_autoptr (NbChart) chart = nb_chart_new (id, readings, &all, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1200, 800);
  double layout[ROUNDS], paint[ROUNDS];

  for (guint i = 0; chart != NULL && i < ROUNDS; i++)
    {
      double start = benchmark_now (), middle;
      g_autoptr (NbDrawing) drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
      cairo_t *cr = cairo_create (surface);

      middle = benchmark_now ();
      nb_drawing_paint (drawing, cr);
      cairo_surface_flush (surface);
      layout[i] = middle - start;
      paint[i] = benchmark_now () - middle;
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
  if (chart == NULL)
    return;
  qsort (layout, ROUNDS, sizeof (double), compare_cb);
  qsort (paint, ROUNDS, sizeof (double), compare_cb);
  g_print ("%-14s layout %6.2f ms  paint %6.2f ms  both %6.2f ms%s\n", id, layout[ROUNDS / 2],
           paint[ROUNDS / 2], layout[ROUNDS / 2] + paint[ROUNDS / 2],
           layout[ROUNDS / 2] + paint[ROUNDS / 2] > 8 ? "  over 8 ms" : "");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  const NbSourceOptions options = { .max_bytes = 64 * 1024 * 1024, .timeout = 30 };
  const char *const *ids = nb_chart_list ();

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *opened = nb_reading_open (argv[i], &options, NULL, NULL, NULL, &error);

      if (opened == NULL)
        g_error ("%s: %s", argv[i], error->message);
      g_ptr_array_extend_and_steal (readings, opened);
    }
  for (guint i = 0; ids[i] != NULL; i++)
    measure (ids[i], readings);
  return 0;
}
