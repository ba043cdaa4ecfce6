/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lines over years. A line is interrupted by a year without a number and by a break; it is named at its
 * end, with its last value, and the names are moved apart.
 */

#include "nb-chart-private.h"

#include <math.h>

/* Where the years stand closer, only the first value is written. */
#define LEAST_VALUE_SLOT 40.0

typedef struct
{
  guint series;
  guint category;
  double x; /* of the last point */
  double y;
  double label_y;
  char *text;
} EndLabel;

static const NbMark marks[] = { NB_MARK_CIRCLE, NB_MARK_SQUARE, NB_MARK_DIAMOND };
static const NbDash dashes[] = { NB_DASH_SOLID, NB_DASH_LONG, NB_DASH_DOTTED };

static void
clear_label_cb (gpointer data)
{
  g_free (((EndLabel *) data)->text);
}

static int
compare_labels_cb (gconstpointer a, gconstpointer b)
{
  const EndLabel *left = a, *right = b;

  return left->y < right->y ? -1 : left->y > right->y;
}

/* Names of the lines with their last values. */
static GArray *
list_labels (const NbPlot *plot)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (EndLabel));

  g_array_set_clear_func (labels, clear_label_cb);
  for (guint i = 0; i < plot->panel->series->len; i++)
    {
      const NbChartSeries *series = plot->panel->series->pdata[i];
      EndLabel label = { .series = i };

      for (guint j = plot->panel->categories->len; j-- > 0;)
        if (nb_chart_cell_is_known (nb_chart_series_get (series, j)))
          {
            g_autofree char *number = nb_cell_dup_number (nb_chart_series_get (series, j));

            label.category = j;
            label.text = plot->panel->series->len > 1 || !plot->small
                             ? g_strdup_printf ("%s %s", series->label, number)
                             : g_strdup (number);
            g_array_append_val (labels, label);
            break;
          }
    }
  return labels;
}

static double
measure_labels (const GArray *labels)
{
  double width = 0;

  for (guint i = 0; i < labels->len; i++)
    width = MAX (width,
                 nb_text_measure (g_array_index (labels, EndLabel, i).text, NB_SIZE_TEXT, TRUE));
  return width;
}

static NbColour
get_colour (const NbPlot *plot, const NbChartSeries *series, const NbChartCell *cell)
{
  NbColour colour = nb_plot_colour (plot, series);

  return cell->is_pale ? (colour & 0xffffff00u) | 0x66u : colour;
}

static NbMark
get_mark (const NbChartCell *cell, guint series)
{
  return cell->quantity.entered ? NB_MARK_TRIANGLE : marks[series % G_N_ELEMENTS (marks)];
}

/*
 * What is in doubt is hollow with a dot, so that a nought of it is not the hollow mark of what has no number;
 * what says little is pale.
 */
static void
draw_point (NbPlot *plot,
            const NbChartCell *cell,
            NbMark mark,
            double x,
            double y,
            double radius,
            NbColour colour)
{
  NbColour ground = plot->theme->ground;

  if (cell->is_pale)
    nb_drawing_mark (plot->drawing, mark, x, y, radius, ground, ground);
  nb_drawing_mark (plot->drawing, mark, x, y, radius, cell->in_finding ? ground : colour, colour);
  if (cell->in_finding)
    nb_drawing_mark (plot->drawing, NB_MARK_CIRCLE, x, y, radius * 0.3, colour, colour);
}

static void
draw_series (NbPlot *plot, NbBox box, const NbScale *scale, guint index)
{
  const NbChartSeries *series = plot->panel->series->pdata[index];
  double slot = box.width / plot->panel->categories->len;
  double radius = slot < 14 ? 2 : plot->small ? 3 : 4.5;
  double last_x = 0, last_y = 0;
  gboolean joined = FALSE;

  for (guint i = 0; i < plot->panel->categories->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (series, i);
      double x = box.x + slot * (i + 0.5);
      NbColour colour = get_colour (plot, series, cell);

      if (i < series->breaks->len &&
          g_array_index (series->breaks, NbComparable, i) != NB_COMPARABLE_YES)
        joined = FALSE;
      if (nb_chart_cell_is_known (cell))
        {
          double y = nb_scale_place (scale, nb_chart_cell_get_value (cell));

          if (joined)
            nb_drawing_line (plot->drawing, last_x, last_y, x, y, nb_plot_colour (plot, series),
                             plot->small ? 1.5 : 2.5, dashes[index % G_N_ELEMENTS (dashes)]);
          draw_point (plot, cell, get_mark (cell, index), x, y, radius, colour);
          nb_plot_spot (plot, (NbBox){ x - 6, y - 6, 12, 12 }, index, i);
          last_x = x;
          last_y = y;
          joined = TRUE;
        }
      else
        {
          nb_plot_state (plot, cell, x, scale->start, colour);
          if (!cell->is_gap)
            nb_plot_spot (plot, (NbBox){ x - 6, scale->start - 6, 12, 12 }, index, i);
          joined = FALSE;
        }
    }
}

/* Whether another line has its point where the value of the first one at @i would be written. */
static gboolean
is_taken (const NbPlot *plot, const NbScale *scale, guint i, double y)
{
  for (guint j = 1; j < plot->panel->series->len; j++)
    {
      const NbChartCell *cell = nb_chart_series_get (plot->panel->series->pdata[j], i);
      double other = nb_chart_cell_is_known (cell)
                         ? nb_scale_place (scale, nb_chart_cell_get_value (cell))
                         : scale->start;

      if (!cell->is_gap && other > y - NB_SIZE_SMALL - 5 && other < y + 5)
        return TRUE;
    }
  return FALSE;
}

/* Values above the points of the first line, where there is room between them, else below. */
static void
write_values (NbPlot *plot, NbBox box, const NbScale *scale)
{
  const NbChartSeries *series = plot->panel->series->len > 0 ? plot->panel->series->pdata[0] : NULL;
  double slot = box.width / plot->panel->categories->len;
  double free_from = box.x;

  for (guint i = 0; series != NULL && i < plot->panel->categories->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (series, i);
      double x = box.x + slot * (i + 0.5), y, half;
      g_autofree char *number = NULL;

      if (!nb_chart_cell_is_known (cell) || i + 1 == plot->panel->categories->len ||
          (slot < LEAST_VALUE_SLOT && (i > 0 || plot->panel->series->len > 1)))
        continue;
      y = nb_scale_place (scale, nb_chart_cell_get_value (cell)) - 9;
      if (is_taken (plot, scale, i, y))
        y += 9 + NB_SIZE_SMALL + 7;
      if (y > scale->start || is_taken (plot, scale, i, y))
        continue;
      number = nb_cell_dup_number (cell);
      half = nb_text_measure (number, NB_SIZE_SMALL, TRUE) / 2 + 3;
      if (x - half < free_from)
        continue;
      free_from = x + half;
      nb_drawing_text (plot->drawing, x, y, NB_ANCHOR_MIDDLE, NB_SIZE_SMALL, TRUE,
                       nb_plot_colour (plot, series), number);
    }
}

static void
place_labels (NbPlot *plot, GArray *labels, NbBox box, const NbScale *scale)
{
  double slot = box.width / plot->panel->categories->len;
  double line = NB_SIZE_TEXT + 5, next;

  for (guint i = 0; i < labels->len; i++)
    {
      EndLabel *label = &g_array_index (labels, EndLabel, i);
      const NbChartSeries *series = plot->panel->series->pdata[label->series];

      label->x = box.x + slot * (label->category + 0.5);
      label->y = nb_scale_place (
          scale, nb_chart_cell_get_value (nb_chart_series_get (series, label->category)));
      label->label_y = label->y;
    }
  g_array_sort (labels, compare_labels_cb);
  /* Down from the top, then up again from the foot, so that none leaves the box. */
  next = box.y + NB_SIZE_TEXT / 2;
  for (guint i = 0; i < labels->len; i++)
    {
      EndLabel *label = &g_array_index (labels, EndLabel, i);

      label->label_y = MAX (label->label_y, next);
      next = label->label_y + line;
    }
  next = box.y + box.height;
  for (guint i = labels->len; i-- > 0;)
    {
      EndLabel *label = &g_array_index (labels, EndLabel, i);

      label->label_y = MIN (label->label_y, next);
      next = label->label_y - line;
    }
}

static void
write_labels (NbPlot *plot, const GArray *labels, NbBox box, double width)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const EndLabel *label = &g_array_index (labels, EndLabel, i);
      NbColour colour = nb_plot_colour (plot, plot->panel->series->pdata[label->series]);
      g_autofree char *text = nb_text_fit (label->text, NB_SIZE_TEXT, TRUE, width);
      double start = box.x + box.width + 10;

      /* A leader over years without a number must not be taken for the line itself. */
      if (fabs (label->label_y - label->y) > 3 || start - label->x > 40)
        nb_drawing_line (plot->drawing, label->x + 6, label->y, start - 3, label->label_y,
                         plot->theme->dim, 0.75,
                         label->category + 1 < plot->panel->categories->len ? NB_DASH_DOTTED
                                                                            : NB_DASH_SOLID);
      nb_drawing_text (plot->drawing, start, label->label_y + NB_SIZE_TEXT * 0.35, NB_ANCHOR_START,
                       NB_SIZE_TEXT, TRUE, colour, text);
      nb_plot_label_spot (plot,
                          (NbBox){ start, label->label_y - NB_SIZE_TEXT * 0.7,
                                   nb_text_measure (text, NB_SIZE_TEXT, TRUE), NB_SIZE_TEXT + 5 },
                          label->series, label->category);
    }
}

/**
 * nb_plot_lines:
 * @plot: a plot of lines
 * @box: its room
 *
 * Draws it.
 */
void
nb_plot_lines (NbPlot *plot, NbBox box)
{
  g_autoptr (GArray) labels = list_labels (plot);
  double label_width = MIN (measure_labels (labels), box.width * (plot->small ? 0.4 : 0.3));
  double above = nb_plot_boundary_room (plot) + NB_SIZE_TEXT, below = 26;
  NbScale scale = nb_plot_scale (plot,
                                 MAX (1, (guint) ((box.height - above - below) / NB_LEAST_TICK)));
  double axis = nb_plot_axis_width (&scale);
  NbBox inner = { box.x + axis, box.y + above, box.width - axis - label_width - 14,
                  box.height - above - below };

  scale.start = inner.y + inner.height;
  scale.end = inner.y;
  nb_plot_value_axis (plot, inner, &scale);
  nb_plot_boundaries (plot, inner, TRUE);
  nb_plot_years (plot, inner);
  for (guint i = plot->panel->series->len; i-- > 0;)
    draw_series (plot, inner, &scale, i);
  if (!plot->small)
    write_values (plot, inner, &scale);
  place_labels (plot, labels, inner, &scale);
  write_labels (plot, labels, inner, label_width);
}
