/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The values of a chart as rows, and a chart as a page to read: what can be taken away besides a picture.
 */

#include "nb-chart-export.h"

#include <glib/gi18n-lib.h>

#include "nb-csv-row.h"

#define PAPER_WIDTH  900
#define PAPER_HEIGHT 560

/* A tab or a line end would make another cell. */
static void
append_tsv (GString *out, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (out, '\t');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    g_string_append_c (out, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

/* Numbers as they are, so that a sheet counts with them; states in words. */
static char *
dup_value (const NbChartPanel *panel, const NbChartCell *cell)
{
  if (panel->kind != NB_PANEL_HEAT && !cell->is_gap && nb_quantity_is_known (&cell->quantity))
    return nb_decimal_to_string (cell->quantity.value);
  return nb_chart_cell_dup_text (panel, cell);
}

/* Numbers that were keyed in are told below, so that a sheet can count with all of them. */
static void
write_tsv_entered (const NbChartPanel *panel, GString *out)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < panel->categories->len; i++)
    for (guint j = 0; j < panel->series->len; j++)
      {
        const NbChartCell *cell = nb_chart_panel_get_cell (panel, j, i);
        g_autofree char *name = nb_chart_category_dup_name (
            &g_array_index (panel->categories, NbChartCategory, i));

        if (!cell->is_gap && cell->quantity.entered)
          g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "", name,
                                  ((NbChartSeries *) panel->series->pdata[j])->label);
      }
  if (list->len == 0)
    return;
  append_tsv (out, _ ("entered by hand"), TRUE);
  append_tsv (out, list->str, FALSE);
  g_string_append_c (out, '\n');
}

static void
write_tsv_panel (const NbChartPanel *panel, GString *out)
{
  append_tsv (out, panel->unit, TRUE);
  for (guint i = 0; i < panel->series->len; i++)
    append_tsv (out, ((NbChartSeries *) panel->series->pdata[i])->label, FALSE);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < panel->categories->len; i++)
    {
      g_autofree char *name = nb_chart_category_dup_name (
          &g_array_index (panel->categories, NbChartCategory, i));

      append_tsv (out, name, TRUE);
      for (guint j = 0; j < panel->series->len; j++)
        {
          g_autofree char *value = dup_value (panel, nb_chart_panel_get_cell (panel, j, i));

          append_tsv (out, value, FALSE);
        }
      g_string_append_c (out, '\n');
    }
  write_tsv_entered (panel, out);
}

/**
 * nb_chart_write_tsv:
 * @chart: a chart
 * @out: what to append to
 *
 * Writes a block for each panel, a line for each category, a column for each series.
 */
void
nb_chart_write_tsv (const NbChart *chart, GString *out)
{
  for (guint i = 0; i < chart->panels->len; i++)
    {
      const NbChartPanel *panel = chart->panels->pdata[i];

      if (!nb_chart_panel_is_told (chart, panel))
        continue;
      if (panel->title != NULL)
        {
          append_tsv (out, panel->title, TRUE);
          g_string_append_c (out, '\n');
        }
      write_tsv_panel (panel, out);
    }
}

static void
write_csv_cell (const NbChart *chart,
                const NbChartPanel *panel,
                guint series,
                guint category,
                GString *out)
{
  const NbChartSeries *line = panel->series->pdata[series];
  const NbChartCell *cell = nb_chart_panel_get_cell (panel, series, category);
  gboolean known = panel->kind != NB_PANEL_HEAT && !cell->is_gap &&
                   nb_quantity_is_known (&cell->quantity);
  g_autofree char *name = nb_chart_category_dup_name (
      &g_array_index (panel->categories, NbChartCategory, category));
  g_autofree char *text = nb_chart_cell_dup_text (panel, cell);
  NbCsvRow row;

  nb_csv_row_begin (&row, out);
  nb_csv_row_name (&row, chart->id);
  nb_csv_row_text (&row, panel->title);
  nb_csv_row_text (&row, line->label);
  nb_csv_row_name (&row, line->metric);
  nb_csv_row_text (&row, name);
  if (known)
    nb_csv_row_decimal (&row, cell->quantity.value);
  else
    nb_csv_row_empty (&row);
  nb_csv_row_text (&row, panel->unit);
  nb_csv_row_text (&row, !known ? text : cell->quantity.entered ? _ ("entered by hand") : NULL);
  nb_csv_row_end (&row);
}

/**
 * nb_chart_write_csv:
 * @chart: a chart
 * @bom: whether it begins with a byte order mark
 * @out: what to append to
 *
 * Writes one row for each value; where there is none its last column says why.
 */
void
nb_chart_write_csv (const NbChart *chart, gboolean bom, GString *out)
{
  static const char *const heads[] = { "chart",    "panel", "series", "metric",
                                       "category", "value", "unit",   "note" };
  NbCsvRow row;

  g_string_append (out, bom ? NB_CSV_BOM : "");
  nb_csv_row_begin (&row, out);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    nb_csv_row_name (&row, heads[i]);
  nb_csv_row_end (&row);
  for (guint i = 0; i < chart->panels->len; i++)
    {
      const NbChartPanel *panel = chart->panels->pdata[i];

      for (guint j = 0; nb_chart_panel_is_told (chart, panel) && j < panel->series->len; j++)
        for (guint k = 0; k < panel->categories->len; k++)
          write_csv_cell (chart, panel, j, k, out);
    }
}

/* The form that a year is printed in; of a panel of other rows none. */
static const char *
get_form (const NbChartPanel *panel, guint category)
{
  if (g_array_index (panel->categories, NbChartCategory, category).year == 0)
    return NULL;
  for (guint i = 0; i < panel->series->len; i++)
    {
      const NbChartCell *cell = nb_chart_panel_get_cell (panel, i, category);
      const NbForm *form = cell->report != NULL ? nb_report_get_form (cell->report) : NULL;

      if (form != NULL)
        return form->id;
    }
  return NULL;
}

static void
add_table (NbPaper *paper, const NbChartPanel *panel)
{
  gboolean has_years = panel->kind != NB_PANEL_HEAT && panel->categories->len > 0 &&
                       g_array_index (panel->categories, NbChartCategory, 0).year > 0;

  if (panel->title != NULL)
    nb_paper_add_heading (paper, 3, panel->title);
  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, panel->unit != NULL ? panel->unit : "", FALSE);
  if (has_years)
    nb_paper_add_column (paper, _ ("Form"), FALSE);
  for (guint i = 0; i < panel->series->len; i++)
    nb_paper_add_column (paper, ((NbChartSeries *) panel->series->pdata[i])->label, TRUE);
  for (guint i = 0; i < panel->categories->len; i++)
    {
      g_autofree char *name = nb_chart_category_dup_name (
          &g_array_index (panel->categories, NbChartCategory, i));

      nb_paper_begin_row (paper);
      nb_paper_add_cell (paper, name, NB_CELL_STRONG);
      if (has_years)
        nb_paper_add_cell (paper, get_form (panel, i), NB_CELL_DIM);
      for (guint j = 0; j < panel->series->len; j++)
        {
          const NbChartCell *cell = nb_chart_panel_get_cell (panel, j, i);
          g_autofree char *text = nb_chart_cell_dup_text (panel, cell);
          gboolean known = !cell->is_gap && nb_quantity_is_known (&cell->quantity);

          nb_paper_add_cell (paper, text, known ? NB_CELL_PLAIN : NB_CELL_DIM);
        }
    }
}

/* A page of paper at most; what does not fit is told in the picture. */
static double
measure_picture (const NbChart *chart)
{
  return CLAMP (nb_chart_measure_height (chart, PAPER_WIDTH), PAPER_HEIGHT, 2 * PAPER_HEIGHT);
}

/**
 * nb_chart_dup_paper:
 * @chart: a chart
 *
 * Returns: (transfer full): its picture, its values, and where they come from
 */
NbPaper *
nb_chart_dup_paper (const NbChart *chart)
{
  NbPaper *paper = nb_paper_new (chart->title);
  g_autofree char *subtitle = chart->headline != NULL
                                  ? g_strdup_printf ("%s · %s", chart->title, chart->subtitle)
                                  : g_strdup (chart->subtitle);
  NbChart plot = *chart;

  plot.bare = TRUE;
  nb_paper_add_heading (paper, 1, chart->headline != NULL ? chart->headline : chart->title);
  nb_paper_add_paragraph (paper, subtitle);
  nb_paper_add_picture (
      paper, nb_chart_draw (&plot, &nb_chart_theme_light, PAPER_WIDTH, measure_picture (&plot)));
  for (guint i = 0; i < chart->panels->len; i++)
    if (nb_chart_panel_is_told (chart, chart->panels->pdata[i]))
      add_table (paper, chart->panels->pdata[i]);
  for (guint i = 0; i < chart->notes->len; i++)
    nb_paper_add_paragraph (paper, chart->notes->pdata[i]);
  nb_paper_add_heading (paper, 2, _ ("Sources"));
  for (guint i = 0; i < chart->sources->len; i++)
    nb_paper_add_paragraph (paper, chart->sources->pdata[i]);
  return paper;
}
