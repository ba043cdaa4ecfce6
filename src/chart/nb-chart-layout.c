/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The page of a chart: title, what it is about, the panels in a grid, notes, sources.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MARGIN         24.0
#define GAP            24.0
#define DEFAULT_WIDTH  1200.0
#define DEFAULT_HEIGHT 800.0
#define MOST_SOURCES   24
#define TITLE          26.0  /* room of the name of a panel */
#define LEAST_HEIGHT   90.0  /* of a panel without its name, below which there is no picture */
#define SEPARATOR      " · " /* between an organ and what is shown of it */

typedef struct
{
  guint n; /* panels that are drawn */
  guint columns;
  guint rows;
  double width; /* of one panel */
  double height;
} Grid;

/**
 * nb_chart_load_font:
 * @number: number of a font, from 0
 *
 * Loads one of the fonts of charts, on the thread that is going to draw with it. The first text in each costs
 * milliseconds.
 *
 * Returns: whether there is such a font
 */
gboolean
nb_chart_load_font (guint number)
{
  static const double sizes[] = { NB_SIZE_TEXT, NB_SIZE_SMALL, NB_SIZE_TITLE, NB_SIZE_PANEL };

  if (number >= 2 * G_N_ELEMENTS (sizes))
    return FALSE;
  /* A Han character, a digit and a letter: the three come from two fonts. */
  nb_text_measure ("\344\270\200", sizes[number / 2], number % 2 == 0);
  nb_text_measure ("0 a", sizes[number / 2], number % 2 == 0);
  return TRUE;
}

/**
 * nb_panel_measure_width:
 * @panel: a panel
 *
 * Returns: the width below which it cannot be read
 */
double
nb_panel_measure_width (const NbChartPanel *panel)
{
  switch (panel->kind)
    {
    case NB_PANEL_RANKING:
      return 520;
    case NB_PANEL_STACK:
      return 360;
    default:
      return 240;
    }
}

/**
 * nb_panel_measure_height:
 * @panel: a panel
 * @small: whether it is one of several
 *
 * Returns: the height below which it cannot be read
 */
double
nb_panel_measure_height (const NbChartPanel *panel, gboolean small)
{
  double rows = panel->categories->len;

  switch (panel->kind)
    {
    case NB_PANEL_RANKING:
      return 60 + rows * 26;
    case NB_PANEL_STACK:
      return 90 + rows * (small ? 18 : 22);
    case NB_PANEL_HEAT:
      return 40 + panel->series->len * 22;
    default:
      return small ? 170 : 260;
    }
}

static Grid
make_grid (const NbChart *chart, double width)
{
  Grid grid = { .n = chart->panels->len };
  double least = 0;

  for (guint i = 0; i < grid.n; i++)
    least = MAX (least, nb_panel_measure_width (chart->panels->pdata[i]));
  grid.columns = (guint) CLAMP (floor ((width + GAP) / (least + GAP)), 1, MAX (grid.n, 1));
  grid.columns = MIN (grid.columns, grid.n <= 4 ? (grid.n == 4 ? 2 : 3) : 5);
  grid.rows = (grid.n + grid.columns - 1) / MAX (grid.columns, 1);
  grid.width = (width - GAP * (grid.columns - 1)) / grid.columns;
  for (guint i = 0; i < grid.n; i++)
    {
      const NbChartPanel *panel = chart->panels->pdata[i];

      grid.height = MAX (grid.height, nb_panel_measure_height (panel, grid.n > 1) +
                                          (panel->title != NULL ? TITLE : 0));
    }
  return grid;
}

static double
write_lines (NbDrawing *drawing,
             double y,
             double width,
             double size,
             gboolean bold,
             NbColour colour,
             const char *text,
             guint most)
{
  g_auto (GStrv) lines = nb_text_wrap (text, size, bold, width, most);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      y += size * 1.4;
      nb_drawing_text (drawing, MARGIN, y - size * 0.3, NB_ANCHOR_START, size, bold, colour,
                       lines[i]);
    }
  return y;
}

/* The sources in short; what has no room is in the metadata. */
static char *
dup_sources (const NbChart *chart)
{
  GString *text = g_string_new (NULL);
  guint n = MIN (chart->source_years->len, MOST_SOURCES);

  if (chart->brief)
    {
      g_string_append_printf (text,
                              ngettext ("Source: %u annual report on open government information; "
                                        "every exported file lists its SHA-256",
                                        "Source: %u annual reports on open government information; "
                                        "every exported file lists their SHA-256",
                                        chart->sources->len),
                              chart->sources->len);
      return g_string_free (text, FALSE);
    }
  g_string_append (text, _ ("Source: annual reports on open government information, "
                            "year and SHA-256:"));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : " ",
                            (char *) chart->source_years->pdata[i]);
  if (chart->source_years->len > n)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("and %u more, all of them in the metadata of this file"),
                              chart->source_years->len - n);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_all_sources (const NbChart *chart)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chart->sources->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) chart->sources->pdata[i]);
  return g_string_free (text, FALSE);
}

static double
write_foot (const NbChart *chart,
            NbDrawing *drawing,
            const NbChartTheme *theme,
            double y,
            double width)
{
  g_autofree char *sources = dup_sources (chart);

  if (chart->bare)
    return y;
  for (guint i = 0; i < chart->notes->len; i++)
    y = write_lines (drawing, y, width, NB_SIZE_SMALL, FALSE, theme->ink, chart->notes->pdata[i],
                     3);
  return write_lines (drawing, y + (chart->notes->len > 0 ? 4 : 0), width, NB_SIZE_SMALL - 1, FALSE,
                      theme->dim, sources, 6);
}

static double
write_head (const NbChart *chart, NbDrawing *drawing, const NbChartTheme *theme, double width)
{
  g_autofree char *subtitle = chart->headline != NULL
                                  ? g_strdup_printf ("%s · %s", chart->title, chart->subtitle)
                                  : g_strdup (chart->subtitle);
  double y;

  if (chart->bare)
    return 0;
  y = write_lines (drawing, MARGIN - 8, width, NB_SIZE_TITLE, TRUE, theme->ink,
                   chart->headline != NULL ? chart->headline : chart->title, 2);
  return write_lines (drawing, y, width, NB_SIZE_PANEL, FALSE, theme->dim, subtitle, 2);
}

/* The panel without the series that are not to be seen: a copy that owns nothing. */
static NbChartPanel
take_visible (const NbChartPanel *panel, GArray *numbers)
{
  NbChartPanel visible = *panel;

  visible.series = g_ptr_array_new ();
  for (guint i = 0; i < panel->series->len; i++)
    if (!((NbChartSeries *) panel->series->pdata[i])->is_hidden)
      {
        g_ptr_array_add (visible.series, panel->series->pdata[i]);
        g_array_append_val (numbers, i);
      }
  /* What is left adds up to something else. */
  if (visible.series->len < panel->series->len)
    visible.totals = NULL;
  return visible;
}

/* The places tell the number that a series has in the whole panel. */
static void
renumber_spots (NbDrawing *drawing, guint first, const GArray *numbers)
{
  for (guint i = first; i < drawing->spots->len; i++)
    {
      NbSpot *spot = &g_array_index (drawing->spots, NbSpot, i);

      spot->series = g_array_index (numbers, guint, spot->series);
    }
}

/* Where the name of an organ is too long, what the panel shows of it is kept whole behind it. */
static char *
fit_title (const char *name, double width)
{
  const char *matter = g_strrstr (name, SEPARATOR);
  g_autofree char *organ = NULL, *fitted = NULL;
  double room;

  if (matter == NULL || nb_text_measure (name, NB_SIZE_PANEL, TRUE) <= width)
    return nb_text_fit (name, NB_SIZE_PANEL, TRUE, width);
  room = width - nb_text_measure (matter, NB_SIZE_PANEL, TRUE);
  if (room < width / 4)
    return nb_text_fit (matter + strlen (SEPARATOR), NB_SIZE_PANEL, TRUE, width);
  organ = g_strndup (name, matter - name);
  fitted = nb_text_fit (organ, NB_SIZE_PANEL, TRUE, room);
  return g_strconcat (fitted, matter, NULL);
}

static void
write_instead (NbDrawing *drawing, const NbChartTheme *theme, NbBox box, const char *text)
{
  g_autofree char *fitted = nb_text_fit (text, NB_SIZE_TEXT, FALSE, box.width);

  nb_drawing_text (drawing, box.x + box.width / 2, box.y + MAX (box.height, 0) / 2,
                   NB_ANCHOR_MIDDLE, NB_SIZE_TEXT, FALSE, theme->dim, fitted);
}

static void
draw_panel (NbDrawing *drawing, const NbChartTheme *theme, const NbChart *chart, guint i, NbBox box)
{
  static void (*const draw[]) (NbPlot * plot, NbBox box) = {
    [NB_PANEL_LINES] = nb_plot_lines, [NB_PANEL_BARS] = nb_plot_bars,
    [NB_PANEL_STACK] = nb_plot_stack, [NB_PANEL_RANKING] = nb_plot_stack,
    [NB_PANEL_HEAT] = nb_plot_heat,
  };
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  NbChartPanel visible = take_visible (chart->panels->pdata[i], numbers), *panel = &visible;
  g_autoptr (GPtrArray) series = visible.series;
  guint n_spots = drawing->spots->len;
  NbPlot plot = { drawing, theme, panel, i, chart->panels->len > 2, chart->brief };
  const char *name = panel->is_share ? _ ("Shares, %") : panel->title;

  /* Beside the shares the numbers have a name as well, so that both start at one height. */
  if (name == NULL && panel->can_share && chart->panels->len > 1)
    name = panel->unit;

  if (name != NULL)
    {
      g_autofree char *title = fit_title (name, box.width);

      nb_drawing_text (drawing, box.x, box.y + NB_SIZE_PANEL, NB_ANCHOR_START, NB_SIZE_PANEL, TRUE,
                       theme->ink, title);
      box.y += TITLE;
      box.height -= TITLE;
    }
  if (nb_chart_panel_has_value (panel) && box.height >= LEAST_HEIGHT)
    draw[panel->kind](&plot, box);
  else
    write_instead (drawing, theme, box,
                   nb_chart_panel_has_value (panel) ? _ ("No room in a picture of this size")
                                                    : _ ("Nothing to draw: no numbers here"));
  renumber_spots (drawing, n_spots, numbers);
}

static void
draw_panels (NbDrawing *drawing,
             const NbChartTheme *theme,
             const NbChart *chart,
             const Grid *grid,
             NbBox box)
{
  double height = (box.height - GAP * (grid->rows - 1)) / MAX (grid->rows, 1);

  for (guint i = 0; i < grid->n; i++)
    {
      NbBox cell = { box.x + (i % grid->columns) * (grid->width + GAP),
                     box.y + (i / grid->columns) * (height + GAP), grid->width, height };

      draw_panel (drawing, theme, chart, i, cell);
    }
}

/* As many rows of panels as fit; what does not is told above them. */
static void
limit_grid (Grid *grid, NbBox *box, NbDrawing *drawing, const NbChartTheme *theme)
{
  double least = MAX (grid->height * 0.6, LEAST_HEIGHT + TITLE);
  guint rows = (guint) CLAMP (floor ((box->height + GAP) / (least + GAP)), 1, grid->rows);
  g_autofree char *text = NULL;
  guint n_left_out;
  double height;

  if (rows == grid->rows)
    return;
  grid->rows = rows;
  n_left_out = grid->n - rows * grid->columns;
  grid->n = rows * grid->columns;
  text = g_strdup_printf (ngettext ("%u more panel has no room in a picture of this size.",
                                    "%u more panels have no room in a picture of this size.",
                                    n_left_out),
                          n_left_out);
  height = write_lines (drawing, box->y - 12, box->width, NB_SIZE_SMALL, TRUE, theme->ink, text,
                        2) -
           box->y + 12;
  box->y += height;
  box->height -= height;
}

/* A heat map is as high as its rows, and no higher. */
static gboolean
is_heat (const NbChart *self)
{
  return self->panels->len == 1 && ((NbChartPanel *) self->panels->pdata[0])->kind == NB_PANEL_HEAT;
}

/**
 * nb_chart_measure_height:
 * @self: a chart
 * @width: points
 *
 * Returns: the height below which not all of it can be read
 */
double
nb_chart_measure_height (const NbChart *self, double width)
{
  double inner = width - 2 * MARGIN;
  Grid grid = make_grid (self, inner);
  g_autoptr (NbDrawing) probe = nb_drawing_new (width, 0);
  double head = write_head (self, probe, &nb_chart_theme_light, inner);
  double foot = write_foot (self, probe, &nb_chart_theme_light, 0, inner);

  return head + 20 + grid.rows * (grid.height + GAP) + foot + MARGIN;
}

/**
 * nb_chart_draw:
 * @self: a chart
 * @theme: its colours
 * @width: points, 0 for as wide as usual
 * @height: points, 0 for as high as it needs
 *
 * Lays it out.
 *
 * Returns: (transfer full): the drawing
 */
NbDrawing *
nb_chart_draw (const NbChart *self, const NbChartTheme *theme, double width, double height)
{
  double all = width > 0 ? width : DEFAULT_WIDTH, inner = all - 2 * MARGIN;
  Grid grid = make_grid (self, inner);
  g_autoptr (NbDrawing) probe = nb_drawing_new (all, 0);
  double head = write_head (self, probe, theme, inner);
  double foot = write_foot (self, probe, theme, 0, inner);
  NbDrawing *drawing;
  NbBox box;

  if (height <= 0)
    height = MAX (nb_chart_measure_height (self, all), is_heat (self) ? 0 : DEFAULT_HEIGHT);
  drawing = nb_drawing_new (all, height);
  drawing->background = theme->ground;
  drawing->title = g_strdup_printf ("%s · %s", self->title, self->subtitle);
  drawing->description = g_strdup (self->summary);
  drawing->source = dup_all_sources (self);
  write_head (self, drawing, theme, inner);
  box = (NbBox){ MARGIN, head + 16, inner, height - head - 16 - foot - MARGIN };
  limit_grid (&grid, &box, drawing, theme);
  draw_panels (drawing, theme, self, &grid, box);
  write_foot (self, drawing, theme, height - foot - MARGIN / 2, inner);
  return drawing;
}
