/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the kinds of panels share: axes, years, what lies between them, states, legend.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "series/nb-percent.h"

/* Height of a row from which a rule between two rows has a name. */
#define LEAST_NAMED_SLOT 16.0

/**
 * nb_plot_colour:
 * @plot: a plot
 * @series: one of its series
 *
 * Returns: its colour
 */
NbColour
nb_plot_colour (const NbPlot *plot, const NbChartSeries *series)
{
  return plot->panel->kind == NB_PANEL_STACK ? plot->theme->parts[series->colour]
                                             : plot->theme->palette[series->colour];
}

/**
 * nb_chart_panel_get_colour:
 * @self: a panel
 * @theme: colours
 * @series: number of a series
 *
 * Returns: the colour that the series is drawn in
 */
NbColour
nb_chart_panel_get_colour (const NbChartPanel *self, const NbChartTheme *theme, guint series)
{
  const NbPlot plot = { .theme = theme, .panel = self };

  g_return_val_if_fail (series < self->series->len, NB_COLOUR_NONE);
  return nb_plot_colour (&plot, self->series->pdata[series]);
}

/**
 * nb_cell_dup_number:
 * @cell: a cell that is known
 *
 * Returns: (transfer full): its number with thousands separators, behind a pen where it was keyed in
 */
char *
nb_cell_dup_number (const NbChartCell *cell)
{
  g_autofree char *number = nb_chart_dup_decimal (cell->quantity.value);

  return cell->quantity.entered ? g_strconcat (NB_ENTERED, number, NULL)
                                : g_steal_pointer (&number);
}

/**
 * nb_chart_dup_percent:
 * @part: a number
 * @whole: what it is a part of
 *
 * Returns: (transfer full) (nullable): the share, always with one decimal; %NULL where there is none
 */
char *
nb_chart_dup_percent (NbDecimal part, NbDecimal whole)
{
  NbDecimal percent;
  g_autofree char *digits = NULL;

  if (!nb_percent (part, whole, &percent))
    return NULL;
  digits = nb_chart_dup_decimal (percent);
  return g_strdup_printf ("%s%s%%", digits, percent.scale == 0 ? ".0" : "");
}

/**
 * nb_chart_dup_decimal:
 * @value: a number
 *
 * Returns: (transfer full): it with thousands separators
 */
char *
nb_chart_dup_decimal (NbDecimal value)
{
  g_autofree char *digits = nb_decimal_to_string (value);
  const char *p = digits[0] == '-' ? digits + 1 : digits;
  gsize n = strspn (p, "0123456789");
  GString *out = g_string_new (digits[0] == '-' ? "\u2212" : "");

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, p[i]);
    }
  g_string_append (out, p + n);
  return g_string_free (out, FALSE);
}

/**
 * nb_plot_scale:
 * @plot: a plot of single values
 * @most_ticks: how many steps there is room for
 *
 * Returns: a scale that all of its values fit on, with nought; of a logarithmic panel all are above it
 */
NbScale
nb_plot_scale (const NbPlot *plot, guint most_ticks)
{
  gboolean is_log = plot->panel->scale == NB_CHART_SCALE_LOG;
  double least = is_log ? G_MAXDOUBLE : 0, most = 0;

  for (guint i = 0; i < plot->panel->series->len; i++)
    for (guint j = 0; j < plot->panel->categories->len; j++)
      {
        const NbChartCell *cell = nb_chart_series_get (plot->panel->series->pdata[i], j);

        if (!nb_chart_cell_is_known (cell))
          continue;
        least = MIN (least, nb_chart_cell_get_value (cell));
        most = MAX (most, nb_chart_cell_get_value (cell));
      }
  if (is_log && most > 0)
    return nb_scale_new_log (least, most, most_ticks);
  return nb_scale_new (least, most, most_ticks, plot->panel->whole);
}

/**
 * nb_plot_axis_width:
 * @scale: an upright scale
 *
 * Returns: the room that its labels need
 */
double
nb_plot_axis_width (const NbScale *scale)
{
  double width = 0, value = scale->low;

  do
    {
      g_autofree char *label = nb_scale_dup_label (value);

      width = MAX (width, nb_text_measure (label, NB_SIZE_SMALL, FALSE));
    }
  while (nb_scale_next (scale, &value));
  return width + 10;
}

/**
 * nb_plot_value_axis:
 * @plot: a plot
 * @box: where the values are drawn
 * @scale: their scale; upright where it starts below its end
 *
 * Draws ticks with their labels, and lines over the whole box.
 */
void
nb_plot_value_axis (NbPlot *plot, NbBox box, const NbScale *scale)
{
  gboolean upright = scale->start > scale->end;
  double value = scale->low;

  do
    {
      g_autofree char *label = nb_scale_dup_label (value);
      double place = nb_scale_place (scale, value);
      gboolean is_nought = !scale->is_log && fabs (value) < scale->step / 2;
      NbColour colour = is_nought ? plot->theme->dim : plot->theme->grid;

      if (upright)
        {
          nb_drawing_line (plot->drawing, box.x, place, box.x + box.width, place, colour, 1,
                           NB_DASH_SOLID);
          nb_drawing_text (plot->drawing, box.x - 8, place + 4, NB_ANCHOR_END, NB_SIZE_SMALL, FALSE,
                           plot->theme->dim, label);
          continue;
        }
      nb_drawing_line (plot->drawing, place, box.y, place, box.y + box.height, colour, 1,
                       NB_DASH_SOLID);
      nb_drawing_text (plot->drawing, place, box.y - 6, NB_ANCHOR_MIDDLE, NB_SIZE_SMALL, FALSE,
                       plot->theme->dim, label);
    }
  while (nb_scale_next (scale, &value));
}

/**
 * nb_plot_limit_rows:
 * @plot: a plot of lying rows that have names
 * @box: (inout): their room; less high where it has to be told that some are left out
 * @n: how many there are
 * @foot: room that is needed below them
 *
 * Tells in a picture that is too small for them that there are more.
 *
 * Returns: how many fit
 */
guint
nb_plot_limit_rows (NbPlot *plot, NbBox *box, guint n, double foot)
{
  guint fits;
  g_autofree char *text = NULL, *fitted = NULL;

  box->height -= foot;
  fits = (guint) MAX (floor (box->height / NB_LEAST_ROW), 1);
  if (n <= fits)
    return n;
  box->height -= NB_LEAST_ROW;
  fits = MAX (fits - 1, 1);
  text = g_strdup_printf (ngettext ("%u more row has no room in a picture of this size.",
                                    "%u more rows have no room in a picture of this size.",
                                    n - fits),
                          n - fits);
  fitted = nb_text_fit (text, NB_SIZE_SMALL, TRUE, box->width);
  nb_drawing_text (plot->drawing, box->x, box->y + box->height + foot + NB_LEAST_ROW,
                   NB_ANCHOR_START, NB_SIZE_SMALL, TRUE, plot->theme->ink, fitted);
  return fits;
}

static gboolean
is_last_with_report (const NbPlot *plot, guint i)
{
  return i + 1 == plot->panel->categories->len;
}

/**
 * nb_plot_years:
 * @plot: a plot
 * @box: where the values are drawn; the years stand below
 *
 * Writes the years, as many of them as there is room for, always the last.
 */
void
nb_plot_years (NbPlot *plot, NbBox box)
{
  guint n = plot->panel->categories->len;
  double slot = box.width / MAX (n, 1);
  gboolean is_short = slot < nb_text_measure ("2024", NB_SIZE_TEXT, TRUE) + 4;
  double width = nb_text_measure (is_short ? "'24" : "2024", NB_SIZE_TEXT, TRUE) + 6;
  guint every = MAX (1, (guint) ceil (width / slot));

  for (guint i = 0; i < n; i++)
    {
      const NbChartCategory *category = &g_array_index (plot->panel->categories, NbChartCategory,
                                                        i);
      gboolean is_last = is_last_with_report (plot, i);
      g_autofree char *label = is_short && category->year > 0
                                   ? g_strdup_printf ("'%02u", category->year % 100)
                                   : g_strdup (category->label);

      if ((n - 1 - i) % every == 0)
        nb_drawing_text (plot->drawing, box.x + slot * (i + 0.5), box.y + box.height + 18,
                         NB_ANCHOR_MIDDLE, NB_SIZE_TEXT, is_last && n > 1, plot->theme->ink, label);
    }
}

/**
 * nb_plot_boundary_room:
 * @plot: a plot
 *
 * Returns: the room that the names of breaks and new forms need above the values
 */
double
nb_plot_boundary_room (const NbPlot *plot)
{
  guint n = 0;

  for (guint i = 0; i < plot->panel->categories->len; i++)
    n += g_array_index (plot->panel->categories, NbChartCategory, i).boundary != NB_BOUNDARY_NONE;
  return n == 0 ? 8 : plot->small ? 22 : 40;
}

/* What lies between two years, as long as there is room for: with the years, or the word alone. */
static char *
dup_boundary_name (const NbChartCategory *category, double room, double size)
{
  gboolean breaks = category->boundary == NB_BOUNDARY_BREAK;
  /* Translators: the years before and after */
  char *name = g_strdup_printf (breaks ? _ ("%u | %u break") : _ ("%u | %u new form"),
                                category->before, category->year);

  if (nb_text_measure (name, size, TRUE) <= room)
    return name;
  g_free (name);
  /* Translators: between two years, where there is little room */
  name = g_strdup (breaks ? _ ("break") : _ ("new form"));
  if (nb_text_measure (name, size, TRUE) <= room)
    return name;
  g_free (name);
  return NULL;
}

/* Names what lies between two years above the values, around @x, in half of @room to each side. */
static void
name_boundary (NbPlot *plot, const NbChartCategory *category, double x, double y, double room)
{
  gboolean breaks = category->boundary == NB_BOUNDARY_BREAK;
  const char *meaning = breaks ? _ ("not to be compared across") : _ ("still comparable");
  double size = plot->small ? NB_SIZE_SMALL : NB_SIZE_TEXT;
  g_autofree char *name = dup_boundary_name (category, room, size);

  if (name != NULL)
    nb_drawing_text (plot->drawing, x, y, NB_ANCHOR_MIDDLE, size, TRUE, plot->theme->ink, name);
  if (!plot->small && nb_text_measure (meaning, NB_SIZE_SMALL, FALSE) <= room)
    nb_drawing_text (plot->drawing, x, y + 14, NB_ANCHOR_MIDDLE, NB_SIZE_SMALL, FALSE,
                     plot->theme->dim, meaning);
}

/* The same on one line, over a lying rule, where the words behind the bars leave room for it. */
static void
name_on_rule (NbPlot *plot, guint at, double x, double y, double slot)
{
  const NbChartCategory *category = &g_array_index (plot->panel->categories, NbChartCategory, at);
  double taken = plot->row_ends == NULL || slot >= 40
                     ? 0
                     : MAX (plot->row_ends[at - 1], plot->row_ends[at]);
  g_autofree char *name = dup_boundary_name (category, x - taken - 12, NB_SIZE_SMALL);
  double width;

  if (name == NULL)
    return;
  width = nb_text_measure (name, NB_SIZE_SMALL, TRUE);
  nb_drawing_rect (plot->drawing, x - width - 8, y - 8, width + 8, 16, plot->theme->ground);
  nb_drawing_text (plot->drawing, x - 4, y + 4, NB_ANCHOR_END, NB_SIZE_SMALL, TRUE,
                   category->boundary == NB_BOUNDARY_BREAK ? plot->theme->ink : plot->theme->dim,
                   name);
}

/* A break is two dashed rules, a new form one dotted one: the two never look alike. */
static void
draw_boundary (NbPlot *plot,
               const NbChartCategory *category,
               NbBox box,
               double place,
               gboolean upright)
{
  gboolean breaks = category->boundary == NB_BOUNDARY_BREAK;
  double half = breaks ? (plot->small ? 2.5 : 5) : 0;

  for (double at = place - half; at <= place + half; at += breaks ? 2 * half : 1)
    {
      if (upright)
        nb_drawing_line (plot->drawing, at, box.y - 2, at, box.y + box.height, plot->theme->dim, 1,
                         breaks ? NB_DASH_LONG : NB_DASH_DOTTED);
      else
        nb_drawing_line (plot->drawing, box.x, at, box.x + box.width, at, plot->theme->dim, 1,
                         breaks ? NB_DASH_LONG : NB_DASH_DOTTED);
    }
}

/* Up to the name of the next boundary on either side, or the edge of the panel. */
static double
measure_boundary_room (const NbPlot *plot, guint at, double slot)
{
  guint n = plot->panel->categories->len;
  double half = MIN (at, n - at) * slot + 24;

  for (guint i = 1; i < n; i++)
    if (i != at &&
        g_array_index (plot->panel->categories, NbChartCategory, i).boundary != NB_BOUNDARY_NONE)
      half = MIN (half, (i > at ? i - at : at - i) * slot / 2 - 4);
  return 2 * half;
}

/**
 * nb_plot_boundaries:
 * @plot: a plot
 * @box: where the values are drawn
 * @upright: whether the years run from left to right
 *
 * Draws what lies between the years: breaks and new forms, with their names where there is room.
 */
void
nb_plot_boundaries (NbPlot *plot, NbBox box, gboolean upright)
{
  guint n = plot->panel->categories->len;
  double slot = (upright ? box.width : box.height) / MAX (n, 1);

  for (guint i = 1; i < n; i++)
    {
      const NbChartCategory *category = &g_array_index (plot->panel->categories, NbChartCategory,
                                                        i);
      double place = (upright ? box.x : box.y) + slot * i;

      if (category->boundary == NB_BOUNDARY_NONE)
        continue;
      draw_boundary (plot, category, box, place, upright);
      if (upright)
        name_boundary (plot, category, place, box.y - (plot->small ? 8 : 24),
                       measure_boundary_room (plot, i, slot));
      else if (slot >= LEAST_NAMED_SLOT)
        name_on_rule (plot, i, box.x + box.width, place, slot);
    }
}

/**
 * nb_plot_state:
 * @plot: a plot
 * @cell: a cell that is not known
 * @x: centre of its place
 * @y: the axis
 * @colour: colour of its series
 *
 * Marks that there is no number, and which kind of nothing it is: a cross for what the form does not
 * ask, a hollow mark for a blank, a placeholder or what is unreadable, nothing for a missing report.
 */
void
nb_plot_state (NbPlot *plot, const NbChartCell *cell, double x, double y, NbColour colour)
{
  if (cell->is_gap)
    return;
  if (cell->quantity.not_in_form)
    nb_drawing_mark (plot->drawing, NB_MARK_CROSS, x, y - 9, 3.5, NB_COLOUR_NONE, plot->theme->dim);
  else
    nb_drawing_mark (plot->drawing, NB_MARK_CIRCLE, x, y, 4.5, plot->theme->ground, colour);
}

/**
 * nb_plot_entered:
 * @plot: a plot
 * @bar: a bar of a number that was keyed in
 * @colour: its colour
 *
 * Draws it pale, with a dotted outline.
 */
void
nb_plot_entered (NbPlot *plot, NbBox bar, NbColour colour)
{
  const double corners[][2] = { { bar.x, bar.y },
                                { bar.x + bar.width, bar.y },
                                { bar.x + bar.width, bar.y + bar.height },
                                { bar.x, bar.y + bar.height },
                                { bar.x, bar.y } };

  nb_drawing_rect (plot->drawing, bar.x, bar.y, bar.width, bar.height, plot->theme->ground);
  nb_drawing_rect (plot->drawing, bar.x, bar.y, bar.width, bar.height,
                   (colour & 0xffffff00u) | 0x40u);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (corners); i++)
    nb_drawing_line (plot->drawing, corners[i][0], corners[i][1], corners[i + 1][0],
                     corners[i + 1][1], plot->theme->ink, 1, NB_DASH_DOTTED);
}

/**
 * nb_plot_spot:
 * @plot: a plot
 * @box: where the value is drawn
 * @series: number of its series
 * @category: number of its category
 *
 * Remembers the place for the pointer.
 */
void
nb_plot_spot (NbPlot *plot, NbBox box, guint series, guint category)
{
  NbSpot spot = { box.x, box.y, box.width, box.height, plot->number, series, category, FALSE };

  nb_drawing_spot (plot->drawing, spot);
}

/**
 * nb_plot_label_spot:
 * @plot: a plot
 * @box: where the name of a value is written
 * @series: number of its series
 * @category: number of its category
 *
 * Remembers it, so that the name answers the pointer as the value does.
 */
void
nb_plot_label_spot (NbPlot *plot, NbBox box, guint series, guint category)
{
  NbSpot spot = { box.x, box.y, box.width, box.height, plot->number, series, category, TRUE };

  nb_drawing_spot (plot->drawing, spot);
}

/**
 * nb_plot_legend:
 * @plot: a plot
 * @box: where it may stand; its height is not looked at
 *
 * Names the series of bars, in their order.
 *
 * Returns: the height that it took
 */
double
nb_plot_legend (NbPlot *plot, NbBox box)
{
  double x = box.x, y = box.y + 12;

  for (guint i = 0; i < plot->panel->series->len; i++)
    {
      const NbChartSeries *series = plot->panel->series->pdata[i];
      g_autofree char *label = nb_text_fit (series->label, NB_SIZE_SMALL, FALSE, box.width - 20);
      double width = 16 + nb_text_measure (label, NB_SIZE_SMALL, FALSE) + 14;

      if (x > box.x && x + width - 14 > box.x + box.width)
        {
          x = box.x;
          y += 18;
        }
      if (series->is_ghost)
        {
          nb_drawing_line (plot->drawing, x, y - 4, x + 12, y - 4, plot->theme->dim, 1.5,
                           NB_DASH_LONG);
          nb_drawing_mark (plot->drawing, NB_MARK_DIAMOND, x + 6, y - 4, 3, plot->theme->ground,
                           plot->theme->dim);
        }
      else
        nb_drawing_rect (plot->drawing, x, y - 9, 11, 11, nb_plot_colour (plot, series));
      nb_drawing_text (plot->drawing, x + 16, y, NB_ANCHOR_START, NB_SIZE_SMALL, FALSE,
                       plot->theme->ink, label);
      x += width;
    }
  return y - box.y + 8;
}
