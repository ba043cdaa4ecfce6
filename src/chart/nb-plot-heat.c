/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A heat map: a row for each organ, a column for each year. What a cell holds is written in it, so
 * that its colour only repeats it.
 */

#include "nb-chart-private.h"

#define YEARS 26.0 /* room of the years below the cells */

/* From nothing found to errors; light grounds for dark ink. */
static const NbColour levels[] = { 0xe8f4eeff, 0xeef2f7ff, 0xd6e6f5ff,
                                   0xfbe9c0ff, 0xe6d0eeff, 0xf6c2b0ff };

static void
draw_cell (NbPlot *plot, NbBox box, const NbChartCell *cell)
{
  double size = CLAMP (box.height * 0.6, 8, NB_SIZE_TEXT);
  const char *text = cell->text;

  if (cell->is_gap)
    return;
  nb_drawing_rect (plot->drawing, box.x + 1, box.y + 1, box.width - 2, box.height - 2,
                   levels[MIN (cell->level, G_N_ELEMENTS (levels) - 1)]);
  if (text != NULL && nb_text_measure (text, size, FALSE) <= box.width - 2)
    nb_drawing_text (plot->drawing, box.x + box.width / 2, box.y + box.height / 2 + size * 0.36,
                     NB_ANCHOR_MIDDLE, size, cell->level >= 4, 0x1e1e1eff, text);
}

static double
measure_names (const NbPlot *plot, double most)
{
  double width = 0;

  for (guint i = 0; i < plot->panel->series->len; i++)
    width = MAX (width, nb_text_measure (((NbChartSeries *) plot->panel->series->pdata[i])->label,
                                         NB_SIZE_TEXT, FALSE));
  return MIN (width, most);
}

/**
 * nb_plot_heat:
 * @plot: a heat map
 * @box: its room
 *
 * Draws it.
 */
void
nb_plot_heat (NbPlot *plot, NbBox box)
{
  double names = measure_names (plot, box.width * 0.35);
  guint n = MAX (plot->panel->categories->len, 1), n_rows;
  double height, width;
  NbBox inner;

  n_rows = nb_plot_limit_rows (plot, &box, MAX (plot->panel->series->len, 1), YEARS);
  inner = (NbBox){ box.x + names + 12, box.y, box.width - names - 12, box.height };
  height = MIN (inner.height / n_rows, 40);
  width = MIN (inner.width / n, 140);

  inner.height = height * n_rows;
  inner.width = width * n;
  for (guint i = 0; i < MIN (n_rows, plot->panel->series->len); i++)
    {
      const NbChartSeries *series = plot->panel->series->pdata[i];
      g_autofree char *name = nb_text_fit (series->label, NB_SIZE_TEXT, FALSE, names);

      nb_drawing_text (plot->drawing, box.x + names, inner.y + height * (i + 0.5) + 4,
                       NB_ANCHOR_END, NB_SIZE_TEXT, FALSE, plot->theme->ink, name);
      for (guint j = 0; j < n; j++)
        {
          NbBox cell = { inner.x + width * j, inner.y + height * i, width, height };

          draw_cell (plot, cell, nb_chart_series_get (series, j));
          nb_plot_spot (plot, cell, i, j);
        }
    }
  nb_plot_years (plot, inner);
}
