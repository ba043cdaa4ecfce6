/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Upright bars from nought over years, the series of a year side by side; what would be expected is a
 * hollow mark on a dashed line. Bars before a break are pale.
 */

#include "nb-chart-private.h"

#include <math.h>

/* Between a bar and its number. */
#define CLEARANCE 4

static guint
count_bars (const NbChartPanel *panel)
{
  guint n = 0;

  for (guint i = 0; i < panel->series->len; i++)
    n += !((NbChartSeries *) panel->series->pdata[i])->is_ghost;
  return MAX (n, 1);
}

static gboolean
has_ghost (const NbChartPanel *panel)
{
  return count_bars (panel) < panel->series->len;
}

/* The first category behind the last break: what stands before is pale. */
static guint
find_last_break (const NbChartPanel *panel)
{
  guint at = 0;

  for (guint i = 0; i < panel->categories->len; i++)
    if (g_array_index (panel->categories, NbChartCategory, i).boundary == NB_BOUNDARY_BREAK)
      at = i;
  return at;
}

static char *
dup_number (const NbChartCell *cell)
{
  g_autofree char *value = nb_cell_dup_number (cell);

  return g_strconcat (value, cell->in_finding ? "?" : "", NULL);
}

/* Of a single row of bars every one has its number, or every second, third and so on, the last always. */
static guint
find_step (const NbPlot *plot, double slot)
{
  double width = 0;

  for (guint i = 0; i < plot->panel->series->len; i++)
    for (guint j = 0; j < plot->panel->categories->len; j++)
      {
        const NbChartCell *cell = nb_chart_series_get (plot->panel->series->pdata[i], j);
        g_autofree char *number = nb_chart_cell_is_known (cell) ? dup_number (cell) : NULL;

        if (number != NULL)
          width = MAX (width, nb_text_measure (number, NB_SIZE_SMALL, TRUE));
      }
  return MAX ((guint) ceil ((width + 4) / MAX (slot, 1)), 1);
}

/* Whether a bar beside is so high that the number of this one, which is wider than the bar, would stand upon it. */
static gboolean
is_covered (const NbChartSeries *series,
            const NbScale *scale,
            guint at,
            guint n,
            double slot,
            double width)
{
  const NbChartCell *cell = nb_chart_series_get (series, at);
  double end = nb_scale_place (scale, nb_chart_cell_get_value (cell));
  gboolean is_above = end <= nb_scale_place (scale, 0);
  g_autofree char *number = dup_number (cell);
  double reach = (nb_text_measure (number, NB_SIZE_SMALL, TRUE) + width) / 2;
  guint most = (guint) ceil (reach / MAX (slot, 1));

  for (guint i = at - MIN (at, most); i <= MIN (at + most, n - 1); i++)
    {
      const NbChartCell *other = nb_chart_series_get (series, i);
      double top;

      if (i == at || !nb_chart_cell_is_known (other) || fabs ((double) i - at) * slot >= reach)
        continue;
      top = nb_scale_place (scale, nb_chart_cell_get_value (other));
      if (is_above ? top < end - CLEARANCE : top > end + CLEARANCE)
        return TRUE;
    }
  return FALSE;
}

static void
write_number (NbPlot *plot, const NbChartCell *cell, double x, double y, double width, NbColour ink)
{
  g_autofree char *number = dup_number (cell);

  if (nb_text_measure (number, NB_SIZE_SMALL, TRUE) <= width)
    nb_drawing_text (plot->drawing, x, y, NB_ANCHOR_MIDDLE, NB_SIZE_SMALL, TRUE, ink, number);
}

static void
draw_bar (NbPlot *plot,
          const NbScale *scale,
          const NbChartCell *cell,
          NbBox bar,
          double room,
          NbColour colour)
{
  double zero = nb_scale_place (scale, 0);
  double end = nb_scale_place (scale, nb_chart_cell_get_value (cell));
  double height = fabs (end - zero);
  /* A value too small to be seen beside the others still leaves a line. */
  double seen = cell->quantity.state == NB_STATE_ZERO ? 0 : MAX (height, 1);

  bar.y = end <= zero ? zero - seen : zero;
  bar.height = seen;
  if (cell->quantity.entered && seen > 0)
    nb_plot_entered (plot, bar, colour);
  else
    nb_drawing_rect (plot->drawing, bar.x, bar.y, bar.width, seen, colour);
  if (cell->in_finding && seen > 0)
    nb_drawing_hatch (plot->drawing, bar.x, bar.y, bar.width, seen,
                      (plot->theme->ink & 0xffffff00u) | 0x80u);
  if (cell->quantity.state == NB_STATE_ZERO)
    nb_drawing_line (plot->drawing, bar.x, zero, bar.x + bar.width, zero, colour, 2.5,
                     NB_DASH_SOLID);
  /* Where marks of what is expected stand at the top, the number goes into the bar. */
  if (has_ghost (plot->panel) && seen > 24)
    write_number (plot, cell, bar.x + bar.width / 2, end + 20, bar.width,
                  cell->quantity.entered ? plot->theme->ink : plot->theme->on_palette[0]);
  else
    write_number (plot, cell, bar.x + bar.width / 2,
                  end <= zero ? zero - seen - 5 : zero + seen + 13, room, plot->theme->ink);
}

static void
draw_bars (NbPlot *plot, NbBox box, const NbScale *scale)
{
  guint n_bars = count_bars (plot->panel), n = plot->panel->categories->len;
  guint pale_until = find_last_break (plot->panel);
  double slot = box.width / MAX (n, 1);
  double width = MIN (slot * 0.72 / n_bars, 64);
  guint every = n_bars > 1 ? 1 : find_step (plot, slot);
  guint at = 0;

  for (guint i = 0; i < plot->panel->series->len; i++)
    {
      const NbChartSeries *series = plot->panel->series->pdata[i];

      for (guint j = 0; !series->is_ghost && j < n; j++)
        {
          const NbChartCell *cell = nb_chart_series_get (series, j);
          NbColour colour = nb_plot_colour (plot, series);
          NbBox bar = { box.x + slot * (j + 0.5) + width * (at - n_bars / 2.0), box.y, width,
                        box.height };

          /* Of a number: up to that of the next bar that has one. */
          double room = n_bars > 1 ? width : (n - 1 - j) % every == 0 ? slot * every - 4 : 0;

          if (j < pale_until || cell->is_pale)
            colour = (colour & 0xffffff00u) | 0x73u;
          if (every > 1 && nb_chart_cell_is_known (cell) &&
              is_covered (series, scale, j, n, slot, width))
            room = 0;
          if (nb_chart_cell_is_known (cell))
            draw_bar (plot, scale, cell, (NbBox){ bar.x + 0.5, bar.y, bar.width - 1, bar.height },
                      room, colour);
          else
            nb_plot_state (plot, cell, bar.x + width / 2, nb_scale_place (scale, 0), colour);
          nb_plot_spot (plot, bar, i, j);
        }
      at += !series->is_ghost;
    }
}

static void
draw_ghost (NbPlot *plot, NbBox box, const NbScale *scale, guint index)
{
  const NbChartSeries *series = plot->panel->series->pdata[index];
  double slot = box.width / MAX (plot->panel->categories->len, 1);
  double last_x = 0, last_y = 0;
  gboolean joined = FALSE;

  for (guint i = 0; i < plot->panel->categories->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (series, i);
      double x = box.x + slot * (i + 0.5), y;

      if (!nb_chart_cell_is_known (cell))
        {
          joined = FALSE;
          continue;
        }
      y = nb_scale_place (scale, nb_chart_cell_get_value (cell));
      if (joined)
        nb_drawing_line (plot->drawing, last_x, last_y, x, y, plot->theme->dim, 1.5, NB_DASH_LONG);
      nb_drawing_mark (plot->drawing, NB_MARK_DIAMOND, x, y, 3.5, plot->theme->ground,
                       plot->theme->dim);
      if (nb_decimal_compare (
              cell->quantity.value,
              nb_chart_series_get (plot->panel->series->pdata[0], i)->quantity.value) != 0)
        write_number (plot, cell, x, y - 9, slot, plot->theme->dim);
      nb_plot_spot (plot, (NbBox){ x - 6, y - 6, 12, 12 }, index, i);
      last_x = x;
      last_y = y;
      joined = TRUE;
    }
}

/**
 * nb_plot_bars:
 * @plot: a plot of upright bars
 * @box: its room
 *
 * Draws it.
 */
void
nb_plot_bars (NbPlot *plot, NbBox box)
{
  double above = nb_plot_boundary_room (plot) + NB_SIZE_TEXT + 4, below = 26, axis;
  NbScale scale;
  NbBox inner;

  if (plot->panel->series->len > 1 && !plot->brief)
    {
      double height = nb_plot_legend (plot, box);

      box.y += height;
      box.height -= height;
    }
  scale = nb_plot_scale (plot, MAX (1, (guint) ((box.height - above - below) / NB_LEAST_TICK)));
  axis = nb_plot_axis_width (&scale);
  inner = (NbBox){ box.x + axis, box.y + above, box.width - axis - 8, box.height - above - below };
  scale.start = inner.y + inner.height;
  scale.end = inner.y;
  nb_plot_value_axis (plot, inner, &scale);
  nb_plot_boundaries (plot, inner, TRUE);
  nb_plot_years (plot, inner);
  draw_bars (plot, inner, &scale);
  for (guint i = 0; i < plot->panel->series->len; i++)
    if (((NbChartSeries *) plot->panel->series->pdata[i])->is_ghost)
      draw_ghost (plot, inner, &scale, i);
}
