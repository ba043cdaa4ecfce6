/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lying bars, a row for each category: of parts in a stack, of one value in a ranking. A row of which
 * the form lacks a part is not drawn at all, and a part without a number is told, never left out
 * silently. Parts that do not make the printed total are told as well.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HIGHEST_ROW 64.0

typedef struct
{
  gboolean not_in_form;
  guint n_known;
  guint n_unknown;
  NbDecimal sum;
  double value; /* of the known parts */
} Row;

static Row
add_up (const NbChartPanel *panel, guint category)
{
  Row row = { 0 };

  for (guint i = 0; i < panel->series->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (panel->series->pdata[i], category);

      if (cell->is_gap)
        continue;
      if (nb_chart_cell_is_known (cell))
        {
          row.n_known++;
          row.value += MAX (nb_chart_cell_get_value (cell), 0);
          nb_decimal_add (row.sum, cell->quantity.value, &row.sum);
        }
      else
        row.n_unknown++;
      row.not_in_form |= cell->quantity.not_in_form;
    }
  return row;
}

static const char *
get_sub (const NbChartCategory *category)
{
  return category->sub != NULL ? category->sub : "";
}

static char *
dup_row_label (const NbChartPanel *panel, guint i)
{
  const NbChartCategory *category = &g_array_index (panel->categories, NbChartCategory, i);

  return category->sub != NULL ? g_strdup_printf ("%s %s", category->label, get_sub (category))
                               : g_strdup (category->label);
}

static double
measure_row_labels (const NbPlot *plot, double most)
{
  double width = 0;

  for (guint i = 0; i < plot->panel->categories->len; i++)
    {
      g_autofree char *label = dup_row_label (plot->panel, i);

      width = MAX (width, nb_text_measure (label, NB_SIZE_TEXT, TRUE));
    }
  return MIN (width, most) + 10;
}

static char *
dup_tail (const NbPlot *plot, guint i, const Row *row)
{
  const NbChartCell *total = plot->panel->totals != NULL && i < plot->panel->totals->len
                                 ? &g_array_index (plot->panel->totals, NbChartCell, i)
                                 : NULL;
  NbChartCell sum = { .quantity = { .state = NB_STATE_NUMBER, .value = row->sum } };
  g_autofree char *parts = nb_cell_dup_number (&sum);
  g_autofree char *number = total != NULL && nb_chart_cell_is_known (total)
                                ? nb_cell_dup_number (total)
                                : NULL;

  if (row->n_unknown > 0)
    return g_strdup_printf (
        ngettext ("%s and %u without a number", "%s and %u without a number", row->n_unknown),
        parts, row->n_unknown);
  if (number != NULL && nb_decimal_compare (total->quantity.value, row->sum) != 0)
    /* Translators: the printed total, and what the parts add up to */
    return g_strdup_printf (_ ("%s, parts %s"), number, parts);
  return g_strdup (parts);
}

static void
draw_part (NbPlot *plot, const NbChartCell *cell, NbBox bar, guint series)
{
  const NbChartSeries *part = plot->panel->series->pdata[series];
  g_autofree char *number = nb_cell_dup_number (cell);
  double size = MIN (NB_SIZE_TEXT, bar.height * 0.75);

  nb_drawing_rect (plot->drawing, bar.x, bar.y, MAX (bar.width - 1, 0.5), bar.height,
                   nb_plot_colour (plot, part));
  if (cell->in_finding)
    nb_drawing_hatch (plot->drawing, bar.x, bar.y, MAX (bar.width - 1, 0.5), bar.height,
                      (plot->theme->ink & 0xffffff00u) | 0x80u);
  if (plot->panel->kind == NB_PANEL_STACK && size >= 8 &&
      nb_text_measure (number, size, TRUE) + 4 <= bar.width)
    nb_drawing_text (plot->drawing, bar.x + bar.width / 2, bar.y + bar.height / 2 + size * 0.36,
                     NB_ANCHOR_MIDDLE, size, TRUE, plot->theme->on_parts[part->colour], number);
  nb_plot_spot (plot, bar, series, 0);
}

static void
draw_parts (NbPlot *plot, const NbScale *scale, NbBox bar, guint category, const Row *row)
{
  double done = 0, whole = plot->panel->is_share ? row->value / 100 : 1;

  for (guint i = 0; i < plot->panel->series->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (plot->panel->series->pdata[i], category);
      double value, x, end;

      if (!nb_chart_cell_is_known (cell) || nb_chart_cell_get_value (cell) <= 0)
        continue;
      value = nb_chart_cell_get_value (cell) / whole;
      x = nb_scale_place (scale, done);
      end = nb_scale_place (scale, done + value);
      draw_part (plot, cell, (NbBox){ x, bar.y, end - x, bar.height }, i);
      g_array_index (plot->drawing->spots, NbSpot, plot->drawing->spots->len - 1).category =
          category;
      done += value;
    }
}

static void
draw_row (NbPlot *plot, const NbScale *scale, NbBox bar, guint i)
{
  const NbChartCategory *category = &g_array_index (plot->panel->categories, NbChartCategory, i);
  Row row = add_up (plot->panel, i);
  double middle = bar.y + bar.height / 2 + NB_SIZE_TEXT * 0.36;
  g_autofree char *tail = NULL;
  double end;

  if (row.n_known + row.n_unknown == 0)
    return;
  if (row.not_in_form)
    {
      nb_drawing_mark (plot->drawing, NB_MARK_CROSS, bar.x + 10, bar.y + bar.height / 2, 3.5,
                       NB_COLOUR_NONE, plot->theme->dim);
      nb_drawing_text (plot->drawing, bar.x + 20, middle, NB_ANCHOR_START, NB_SIZE_SMALL, FALSE,
                       plot->theme->dim, _ ("not in that year’s form"));
      nb_plot_spot (plot, bar, 0, i);
      return;
    }
  draw_parts (plot, scale, bar, i, &row);
  tail = dup_tail (plot, i, &row);
  end = plot->panel->is_share ? (row.value > 0 ? 100 : 0) : row.value;
  nb_drawing_text (plot->drawing, nb_scale_place (scale, end) + 6, middle, NB_ANCHOR_START,
                   NB_SIZE_TEXT, category->sub == NULL, plot->theme->ink, tail);
}

static double
measure_tails (const NbPlot *plot)
{
  double width = 0;

  for (guint i = 0; i < plot->panel->categories->len; i++)
    {
      Row row = add_up (plot->panel, i);
      g_autofree char *tail = dup_tail (plot, i, &row);

      width = MAX (width, nb_text_measure (tail, NB_SIZE_TEXT, TRUE));
    }
  return width + 12;
}

static double
find_largest (const NbPlot *plot)
{
  double most = 0;

  for (guint i = 0; i < plot->panel->categories->len; i++)
    {
      Row row = add_up (plot->panel, i);

      if (!row.not_in_form)
        most = MAX (most, row.value);
    }
  return most;
}

static void
write_row_label (NbPlot *plot, NbBox bar, double width, guint i)
{
  g_autofree char *label = dup_row_label (plot->panel, i);
  gboolean is_last = i + 1 == plot->panel->categories->len && plot->panel->kind == NB_PANEL_STACK;
  guint most = bar.height >= 2 * NB_SIZE_SMALL + 4 ? 2 : 1;
  gboolean wraps = nb_text_measure (label, NB_SIZE_TEXT, is_last) > width;
  double size = wraps ? NB_SIZE_SMALL : NB_SIZE_TEXT;
  g_auto (GStrv) lines = nb_text_wrap (label, size, is_last, width, most);
  guint n = g_strv_length (lines);

  for (guint j = 0; j < n; j++)
    nb_drawing_text (plot->drawing, bar.x - 8,
                     bar.y + bar.height / 2 + size * 0.36 + (j - (n - 1) / 2.0) * (size + 2),
                     NB_ANCHOR_END, size, is_last, plot->theme->ink, lines[j]);
}

/* The room of one row; the bars of a flow stand in pairs. */
static NbBox
get_bar (const NbPlot *plot, NbBox box, guint i)
{
  double slot = box.height / MAX (plot->panel->categories->len, 1);
  double height = MIN (slot * 0.72, 34);
  const NbChartCategory *category = &g_array_index (plot->panel->categories, NbChartCategory, i);
  double nearer = category->sub == NULL ? 0 : slot * (i % 2 == 0 ? 0.1 : -0.1);

  box.y += nearer;
  return (NbBox){ box.x, box.y + slot * i + (slot - height) / 2, box.width, height };
}

/**
 * nb_plot_stack:
 * @plot: a plot of lying bars
 * @box: its room
 *
 * Draws it.
 */
void
nb_plot_stack (NbPlot *plot, NbBox box)
{
  gboolean ranking = plot->panel->kind == NB_PANEL_RANKING;
  double labels = measure_row_labels (plot, box.width * (ranking ? 0.42 : 0.3));
  double tails = MIN (measure_tails (plot), box.width * 0.35);
  NbBox inner = { box.x + labels, box.y + 24, box.width - labels - tails, box.height - 28 };
  guint ticks = MAX (1, (guint) (inner.width / 90));
  NbScale scale = plot->panel->is_share
                      ? nb_scale_new (0, 100, MIN (ticks, 5), TRUE)
                      : nb_scale_new (0, find_largest (plot), ticks, plot->panel->whole);

  if (!ranking)
    {
      double height = nb_plot_legend (plot, (NbBox){ box.x, box.y, box.width, 0 });

      inner.y += height;
      inner.height -= height;
    }
  inner.height = MIN (inner.height, plot->panel->categories->len * HIGHEST_ROW);
  scale.start = inner.x;
  scale.end = inner.x + inner.width;
  nb_plot_value_axis (plot, inner, &scale);
  nb_plot_boundaries (plot, inner, FALSE);
  for (guint i = 0; i < plot->panel->categories->len; i++)
    {
      NbBox bar = get_bar (plot, inner, i);

      write_row_label (plot, bar, labels - 8, i);
      draw_row (plot, &scale, bar, i);
    }
}
