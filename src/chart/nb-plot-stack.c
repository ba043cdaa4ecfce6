/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lying bars, a row for each category: of parts in a stack, of one value in a ranking. What is printed is
 * drawn; what is left out of a bar is told behind it (nb-stack-row.c).
 */

#include "nb-chart-private.h"

#include <math.h>

#include "series/nb-percent.h"

#define HIGHEST_ROW  64.0
#define TWO_LINES    34.0 /* height of a row from which two lines stand behind its bar */
#define PART_NAMES   22.0 /* room of the names below the last bar */
#define LEAST_INSIDE 8.0  /* size of a text within a part */

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

  for (guint i = 0; i < plot->n_rows; i++)
    {
      g_autofree char *label = dup_row_label (plot->panel, i);

      width = MAX (width, nb_text_measure (label, NB_SIZE_TEXT, TRUE));
    }
  return MIN (width, most) + 10;
}

/* The number of a part: itself, or its share where the whole is large enough to say anything. */
static char *
dup_part_text (const NbPlot *plot, const NbChartCell *cell, NbDecimal value, const NbStackRow *row)
{
  g_autofree char *text = NULL;

  if (!plot->panel->is_share)
    text = nb_chart_dup_decimal (value);
  else if (nb_percent_has_base (row->sum))
    text = nb_chart_dup_percent (value, row->sum);
  if (text == NULL || !cell->quantity.entered)
    return g_steal_pointer (&text);
  return g_strconcat (NB_ENTERED, text, NULL);
}

/* The size of a text within a part, and how wide it is; 0 where it has no room. */
static double
fit_inside (const NbPlot *plot, NbBox bar, const char *text, double margin, double *width)
{
  double size = MIN (NB_SIZE_TEXT, bar.height * 0.75);

  if (plot->panel->kind != NB_PANEL_STACK || text == NULL || size < LEAST_INSIDE)
    return 0;
  *width = nb_text_measure (text, size, TRUE);
  return *width + margin <= bar.width ? size : 0;
}

static void
write_inside (NbPlot *plot, NbBox bar, const char *text, NbColour colour)
{
  double width, size = fit_inside (plot, bar, text, 4, &width);

  if (size > 0)
    nb_drawing_text (plot->drawing, bar.x + bar.width / 2, bar.y + bar.height / 2 + size * 0.36,
                     NB_ANCHOR_MIDDLE, size, TRUE, colour, text);
}

static void
fill_part (NbPlot *plot, NbBox bar, NbColour colour)
{
  nb_drawing_rect (plot->drawing, bar.x, bar.y, MAX (bar.width - 1, 0.5), bar.height, colour);
}

/* What a proposal would take away is hatched and has a question mark, else the whole part. */
static void
draw_doubt (NbPlot *plot, NbBox bar, NbColour colour, const char *text)
{
  NbColour ground = plot->theme->ground;
  g_autofree char *asked = text != NULL ? g_strdup_printf ("%s?", text) : NULL;
  double width = MAX (bar.width - 1, 0.5), plate;

  nb_drawing_rect (plot->drawing, bar.x, bar.y, width, bar.height, ground);
  nb_drawing_rect (plot->drawing, bar.x, bar.y, width, bar.height, (colour & 0xffffff00u) | 0x59u);
  nb_drawing_hatch (plot->drawing, bar.x, bar.y, width, bar.height, plot->theme->ink);
  /* A plate below a text that stands upon hatching, and none without it. */
  if (fit_inside (plot, bar, asked, 8, &plate) <= 0)
    return;
  nb_drawing_rect (plot->drawing, bar.x + bar.width / 2 - plate / 2 - 2, bar.y + 1, plate + 4,
                   bar.height - 2, ground);
  write_inside (plot, bar, asked, plot->theme->ink);
}

static void
draw_part (NbPlot *plot, const NbChartCell *cell, NbBox bar, guint series, const NbStackRow *row)
{
  const NbChartSeries *part = plot->panel->series->pdata[series];
  gboolean pale = plot->panel->is_share && !nb_percent_has_base (row->sum);
  NbColour colour = nb_plot_colour (plot, part);
  NbDecimal sure = cell->quantity.value;
  NbBox solid = bar, doubt = bar;
  g_autofree char *text = NULL, *doubt_text = NULL;

  if (pale)
    colour = (colour & 0xffffff00u) | 0x73u;
  if (cell->in_finding)
    {
      double share = cell->has_doubt
                         ? nb_decimal_to_double (cell->doubt) / nb_chart_cell_get_value (cell)
                         : 1;

      doubt.width = bar.width * MIN (share, 1);
      solid.width = bar.width - doubt.width;
      doubt.x = solid.x + solid.width;
      if (!cell->has_doubt || !nb_decimal_subtract (sure, cell->doubt, &sure))
        sure = NB_DECIMAL_ZERO;
      doubt_text = dup_part_text (plot, cell, cell->has_doubt ? cell->doubt : cell->quantity.value,
                                  row);
    }
  text = dup_part_text (plot, cell, sure, row);
  if (solid.width > 0)
    {
      if (cell->quantity.entered)
        nb_plot_entered (
            plot, (NbBox){ solid.x, solid.y, MAX (solid.width - 1, 0.5), solid.height }, colour);
      else
        fill_part (plot, solid, colour);
      write_inside (plot, solid, text,
                    pale || cell->quantity.entered ? plot->theme->ink
                                                   : plot->theme->on_parts[part->colour]);
    }
  if (cell->in_finding)
    draw_doubt (plot, doubt, colour, doubt_text);
}

static void
draw_parts (NbPlot *plot, const NbScale *scale, NbBox bar, guint category, const NbStackRow *row)
{
  double done = 0, whole = plot->panel->is_share ? row->value / 100 : 1;

  for (guint i = 0; i < plot->panel->series->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (plot->panel->series->pdata[i], category);
      double value, x, end;
      NbBox part;

      if (!nb_chart_cell_is_known (cell) || nb_chart_cell_get_value (cell) <= 0)
        continue;
      value = nb_chart_cell_get_value (cell) / whole;
      x = nb_scale_place (scale, done);
      end = nb_scale_place (scale, done + value);
      part = (NbBox){ x, bar.y, end - x, bar.height };
      draw_part (plot, cell, part, i, row);
      nb_plot_spot (plot, part, i, category);
      done += value;
    }
}

/* The bars of a pair stand too close for two lines. */
static gboolean
has_two_lines (const NbPlot *plot, double slot)
{
  return slot >= TWO_LINES &&
         g_array_index (plot->panel->categories, NbChartCategory, 0).sub == NULL;
}

/* Behind the bar: on two lines where there is room for them, else on one. */
static void
write_tail (NbPlot *plot, const NbStackTail *tail, NbBox at, gboolean bold, gboolean two_lines)
{
  gboolean two = tail->text != NULL && tail->remark != NULL && two_lines;
  NbColour colour = tail->is_fault ? plot->theme->fault : plot->theme->dim;
  double middle = at.y + at.height / 2 + NB_SIZE_TEXT * 0.36;
  double width = 0;

  if (tail->text != NULL)
    {
      g_autofree char *text = nb_text_fit (tail->text, NB_SIZE_TEXT, bold, at.width);

      nb_drawing_text (plot->drawing, at.x, two ? middle - 7 : middle, NB_ANCHOR_START,
                       NB_SIZE_TEXT, bold, plot->theme->ink, text);
      width = two ? 0 : nb_text_measure (text, NB_SIZE_TEXT, bold) + 6;
    }
  if (tail->remark != NULL && at.width - width > 20)
    {
      g_autofree char *text = nb_text_fit (tail->remark, NB_SIZE_SMALL, tail->is_fault,
                                           at.width - width);

      nb_drawing_text (plot->drawing, at.x + width, two ? middle + 7 : middle, NB_ANCHOR_START,
                       NB_SIZE_SMALL, tail->is_fault, colour, text);
    }
}

static void
draw_row (NbPlot *plot, const NbScale *scale, NbBox bar, guint i, NbBox room, gboolean with_words)
{
  const NbChartCategory *category = &g_array_index (plot->panel->categories, NbChartCategory, i);
  NbStackRow row = nb_stack_row (plot->panel, i);
  guint n_spots = plot->drawing->spots->len;
  g_auto (NbStackTail) tail = { 0 };
  double end = 0;
  NbBox at;

  nb_stack_tail_init (&tail, plot->panel, i, &row);
  if (nb_stack_row_is_drawn (plot->panel, &row))
    {
      draw_parts (plot, scale, bar, i, &row);
      end = plot->panel->is_share ? 100 : row.value;
    }
  at = (NbBox){ nb_scale_place (scale, end) + 6, bar.y, 0, bar.height };
  at.width = room.x + room.width - at.x;
  if (with_words)
    write_tail (plot, &tail, at, category->sub == NULL,
                has_two_lines (plot, room.height / plot->n_rows));
  /* A row without any bar can still be read out. */
  if (plot->drawing->spots->len == n_spots && row.n_known + row.n_unknown + row.n_not_in_form > 0)
    nb_plot_spot (plot, (NbBox){ bar.x, bar.y, 12, bar.height }, 0, i);
}

static double
measure_tail (const NbStackTail *tail, gboolean two_lines)
{
  double text = tail->text != NULL ? nb_text_measure (tail->text, NB_SIZE_TEXT, TRUE) : 0;
  double remark = tail->remark != NULL
                      ? nb_text_measure (tail->remark, NB_SIZE_SMALL, tail->is_fault)
                      : 0;

  return two_lines ? MAX (text, remark) : text + remark + (remark > 0 ? 6 : 0);
}

/* How many points a unit of the scale may take, so that each bar has room for what stands behind it. */
static double
find_plot_width (const NbPlot *plot, double width, double largest, double slot)
{
  double fits = width;

  for (guint i = 0; largest > 0 && i < plot->n_rows; i++)
    {
      NbStackRow row = nb_stack_row (plot->panel, i);
      gboolean drawn = nb_stack_row_is_drawn (plot->panel, &row);
      double share = !drawn ? 0 : plot->panel->is_share ? 1 : row.value / largest;
      g_auto (NbStackTail) tail = { 0 };

      nb_stack_tail_init (&tail, plot->panel, i, &row);
      if (share > 0.01)
        fits = MIN (fits, (width - measure_tail (&tail, has_two_lines (plot, slot)) - 12) / share);
    }
  return MAX (fits, width * 0.5);
}

static double
find_largest (const NbPlot *plot)
{
  double most = 0;

  for (guint i = 0; i < plot->n_rows; i++)
    {
      NbStackRow row = nb_stack_row (plot->panel, i);

      most = MAX (most, row.value);
    }
  return most;
}

static void
write_row_label (NbPlot *plot, NbBox bar, double width, guint i)
{
  g_autofree char *label = dup_row_label (plot->panel, i);
  gboolean is_last = i + 1 == plot->n_rows && plot->panel->kind == NB_PANEL_STACK;
  guint most = bar.height >= 2 * NB_SIZE_SMALL + 4 ? 2 : 1;
  gboolean wraps = nb_text_measure (label, NB_SIZE_TEXT, is_last) > width;
  double size = wraps ? NB_SIZE_SMALL : NB_SIZE_TEXT;
  g_auto (GStrv) lines = nb_text_wrap (label, size, is_last, width, most);
  guint n = g_strv_length (lines);

  for (guint j = 0; j < n; j++)
    nb_drawing_text (plot->drawing, bar.x - 8,
                     bar.y + bar.height / 2 + size * 0.36 + (j - (n - 1) / 2.0) * (size + 2),
                     NB_ANCHOR_END, size, is_last, plot->theme->ink, lines[j]);
  if (plot->panel->kind == NB_PANEL_RANKING)
    nb_plot_label_spot (plot, (NbBox){ bar.x - 8 - width, bar.y, width, bar.height }, 0, i);
}

/* The room of one row; the bars of a flow stand in pairs. */
static NbBox
get_bar (const NbPlot *plot, NbBox box, guint i)
{
  double slot = box.height / MAX (plot->n_rows, 1);
  double height = MIN (slot * 0.72, 34);
  const NbChartCategory *category = &g_array_index (plot->panel->categories, NbChartCategory, i);
  double nearer = category->sub == NULL ? 0 : slot * (i % 2 == 0 ? 0.1 : -0.1);

  box.y += nearer;
  return (NbBox){ box.x, box.y + slot * i + (slot - height) / 2, box.width, height };
}

/* Where the words behind each bar end. */
static double *
measure_ends (const NbPlot *plot, const NbScale *scale, double slot)
{
  double *ends = g_new0 (double, plot->n_rows + 1);

  for (guint i = 0; i < plot->n_rows; i++)
    {
      NbStackRow row = nb_stack_row (plot->panel, i);
      gboolean drawn = nb_stack_row_is_drawn (plot->panel, &row);
      double value = !drawn ? 0 : plot->panel->is_share ? 100 : row.value;
      g_auto (NbStackTail) tail = { 0 };

      nb_stack_tail_init (&tail, plot->panel, i, &row);
      ends[i] = nb_scale_place (scale, value) + 6 +
                measure_tail (&tail, has_two_lines (plot, slot));
    }
  return ends;
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
  guint n = plot->n_rows = plot->panel->categories->len;
  double labels = measure_row_labels (plot, box.width * (ranking ? 0.42 : 0.3));
  gboolean named = !ranking && nb_plot_can_name_parts (plot, box.width);
  NbBox inner = { box.x + labels, box.y + 24, box.width - labels, box.height - 28 };
  double largest, slot;
  g_autofree double *ends = NULL;
  guint every;
  NbScale scale;
  NbBox bar = { 0 };

  if (named)
    inner.height -= PART_NAMES;
  else if (!ranking && !plot->brief)
    {
      double height = nb_plot_legend (plot, (NbBox){ box.x, box.y, box.width, 0 });

      inner.y += height;
      inner.height -= height;
    }
  if (ranking)
    plot->n_rows = nb_plot_limit_rows (plot, &inner, n, 0);
  slot = inner.height / MAX (plot->n_rows, 1);
  inner.height = MIN (slot, HIGHEST_ROW) * plot->n_rows;
  largest = find_largest (plot);
  inner.width = find_plot_width (plot, inner.width, largest, slot);
  scale = plot->panel->is_share
              ? nb_scale_new (0, 100, CLAMP ((guint) (inner.width / 60), 1, 5), TRUE)
              : nb_scale_new (0, largest, MAX (1, (guint) (inner.width / 60)), plot->panel->whole);
  nb_scale_end_at (&scale, plot->panel->is_share ? 100 : largest);
  scale.start = inner.x;
  scale.end = inner.x + inner.width;
  plot->row_ends = ends = measure_ends (plot, &scale, slot);
  nb_plot_value_axis (plot, inner, &scale);
  nb_plot_boundaries (plot, (NbBox){ inner.x, inner.y, box.x + box.width - inner.x, inner.height },
                      FALSE);
  every = slot >= NB_LEAST_ROW ? 1 : (guint) ceil (NB_LEAST_ROW / slot);
  for (guint i = 0; i < plot->n_rows; i++)
    {
      gboolean with_words = (plot->n_rows - 1 - i) % every == 0;

      bar = get_bar (plot, inner, i);
      if (with_words)
        write_row_label (plot, bar, labels - 8, i);
      draw_row (plot, &scale, bar, i,
                (NbBox){ inner.x, inner.y, box.x + box.width - inner.x, inner.height }, with_words);
    }
  if (named)
    nb_plot_name_parts (plot, bar, &scale, box);
  plot->row_ends = NULL;
}
