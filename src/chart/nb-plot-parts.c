/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The names of parts under the last bar of a stack, in the order of the parts, moved apart so that they do
 * not overlap, each with a leader in the colour of its part.
 */

#include "nb-chart-private.h"

#include <math.h>

#define GAP 10.0

typedef struct
{
  double from; /* middle of the part */
  double start;
  double width;
  guint number; /* of its series */
  const NbChartSeries *series;
} PartName;

/* The bar whose parts are named: the last one, if it has all that any other has. */
static gboolean
is_complete (const NbChartPanel *panel, guint category)
{
  for (guint i = 0; i < panel->series->len; i++)
    {
      const NbChartSeries *series = panel->series->pdata[i];
      const NbChartCell *last = nb_chart_series_get (series, category);
      gboolean ever = FALSE;

      for (guint j = 0; j < panel->categories->len; j++)
        {
          const NbChartCell *cell = nb_chart_series_get (series, j);

          ever |= nb_chart_cell_is_known (cell) && nb_chart_cell_get_value (cell) > 0;
        }
      if (ever && (!nb_chart_cell_is_known (last) || nb_chart_cell_get_value (last) <= 0))
        return FALSE;
    }
  return TRUE;
}

/**
 * nb_plot_can_name_parts:
 * @plot: a plot of a stack
 * @width: the room that there is below the last bar
 *
 * Returns: whether the parts can be named there; else a legend has to name them
 */
gboolean
nb_plot_can_name_parts (const NbPlot *plot, double width)
{
  const NbChartPanel *panel = plot->panel;
  guint last = panel->categories->len - 1;
  NbStackRow row;
  double needed = 0;

  if (panel->categories->len == 0)
    return FALSE;
  row = nb_stack_row (panel, last);
  if (!nb_stack_row_is_drawn (panel, &row) || row.value <= 0 || !is_complete (panel, last))
    return FALSE;
  for (guint i = 0; i < panel->series->len; i++)
    needed += nb_text_measure (((NbChartSeries *) panel->series->pdata[i])->label, NB_SIZE_SMALL,
                               FALSE) +
              GAP;
  return needed <= width;
}

static GArray *
list_names (const NbPlot *plot, const NbScale *scale)
{
  GArray *names = g_array_new (FALSE, TRUE, sizeof (PartName));
  guint last = plot->panel->categories->len - 1;
  NbStackRow row = nb_stack_row (plot->panel, last);
  double done = 0, whole = plot->panel->is_share ? row.value / 100 : 1;

  for (guint i = 0; i < plot->panel->series->len; i++)
    {
      const NbChartSeries *series = plot->panel->series->pdata[i];
      const NbChartCell *cell = nb_chart_series_get (series, last);
      double value = nb_chart_cell_is_known (cell) ? nb_chart_cell_get_value (cell) / whole : 0;
      PartName name = { .number = i, .series = series };

      if (value <= 0)
        continue;
      name.from = nb_scale_place (scale, done + value / 2);
      name.width = nb_text_measure (series->label, NB_SIZE_SMALL, FALSE);
      name.start = name.from - name.width / 2;
      g_array_append_val (names, name);
      done += value;
    }
  return names;
}

/* To the right where they overlap, then back to the left where that leaves the room. */
static void
move_apart (GArray *names, NbBox room)
{
  double next = room.x;

  for (guint i = 0; i < names->len; i++)
    {
      PartName *name = &g_array_index (names, PartName, i);

      name->start = MAX (name->start, next);
      next = name->start + name->width + GAP;
    }
  next = room.x + room.width;
  for (guint i = names->len; i-- > 0;)
    {
      PartName *name = &g_array_index (names, PartName, i);

      name->start = MIN (name->start, next - name->width);
      next = name->start - GAP;
    }
}

/**
 * nb_plot_name_parts:
 * @plot: a plot of a stack
 * @bar: its last bar
 * @scale: the scale of its values
 * @room: where the names may stand, between left and right
 *
 * Names the parts.
 */
void
nb_plot_name_parts (NbPlot *plot, NbBox bar, const NbScale *scale, NbBox room)
{
  g_autoptr (GArray) names = list_names (plot, scale);
  double top = bar.y + bar.height, text = top + 14 + NB_SIZE_SMALL;

  move_apart (names, room);
  for (guint i = 0; i < names->len; i++)
    {
      const PartName *name = &g_array_index (names, PartName, i);
      double middle = name->start + name->width / 2;

      nb_drawing_line (plot->drawing, name->from, top + 1, middle, text - NB_SIZE_SMALL,
                       nb_plot_colour (plot, name->series), 1.5, NB_DASH_SOLID);
      nb_drawing_text (plot->drawing, middle, text, NB_ANCHOR_MIDDLE, NB_SIZE_SMALL, FALSE,
                       plot->theme->ink, name->series->label);
      nb_plot_label_spot (
          plot, (NbBox){ name->start, text - NB_SIZE_SMALL, name->width, NB_SIZE_SMALL + 5 },
          name->number, plot->panel->categories->len - 1);
    }
}
