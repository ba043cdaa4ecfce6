/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * No picture says what the numbers deny: over all charts of the samples each mark, bar and number of the
 * drawing is held against the states of the series that it is drawn from.
 */

#include <math.h>
#include <string.h>

#include "chart-picture.h"
#include "chart/nb-chart.h"
#include "workspace/nb-reading.h"

static GPtrArray *
open_samples (const char *const *names)
{
  const NbSourceOptions options = { .max_bytes = 64 * 1024 * 1024, .timeout = 30 };
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", names[i],
                                                     NULL);
      g_autoptr (GError) error = NULL;
      GPtrArray *opened = nb_reading_open (path, &options, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_ptr_array_extend_and_steal (readings, opened);
    }
  return nb_readings_check_workspace (readings, NULL);
}

static GPtrArray *
open_county (void)
{
  static const char *const names[] = { "yunxi-2017.txt",  "yunxi-2018.html", "yunxi-2019.html",
                                       "yunxi-2020.txt",  "yunxi-2021.html", "yunxi-2022.txt",
                                       "yunxi-2023.html", "yunxi-2024.html", NULL };

  return open_samples (names);
}

static GPtrArray *
open_all (void)
{
  static const char *const names[] = { "yunxi-2018.html",
                                       "yunxi-2020.txt",
                                       "yunxi-2024.html",
                                       "yunxi-ziran-2023.html",
                                       "yunxi-ziran-2024.html",
                                       "shiqiao-2024.txt",
                                       NULL };

  return open_samples (names);
}

static gboolean
is_known (const NbChartCell *cell)
{
  return !cell->is_gap && nb_quantity_is_known (&cell->quantity);
}

static double
get_value (const NbChartCell *cell)
{
  return nb_decimal_to_double (cell->quantity.value);
}

typedef struct
{
  guint crosses;
  guint hatches;
  guint whole_rows;  /* "× not in that year's form" */
  guint part_rows;   /* "× 3 parts not in form" */
  guint blank_parts; /* "○ 1 part without a number" */
} Marks;

static Marks
count_drawn (const NbDrawing *drawing)
{
  Marks marks = { 0 };

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      marks.crosses += item->kind == NB_DRAW_MARK && item->mark == NB_MARK_CROSS;
      marks.hatches += item->kind == NB_DRAW_RECT && item->hatched;
      if (item->kind != NB_DRAW_TEXT)
        continue;
      marks.whole_rows += g_str_equal (item->text, "× not in that year’s form");
      marks.part_rows += strstr (item->text, "× ") != NULL && strstr (item->text, "not in form");
      marks.blank_parts += strstr (item->text, "○ ") != NULL && strstr (item->text, "without a n");
    }
  return marks;
}

static gboolean
is_lying (const NbChartPanel *panel)
{
  return panel->kind == NB_PANEL_STACK || panel->kind == NB_PANEL_RANKING;
}

static void
expect_row (const NbChartPanel *panel, guint category, Marks *marks)
{
  guint n_known = 0, n_unknown = 0, n_not_in_form = 0;

  for (guint i = 0; i < panel->series->len; i++)
    {
      const NbChartCell *cell = nb_chart_panel_get_cell (panel, i, category);

      n_known += is_known (cell);
      n_not_in_form += !cell->is_gap && cell->quantity.not_in_form;
      n_unknown += !cell->is_gap && !is_known (cell) && !cell->quantity.not_in_form;
    }
  marks->whole_rows += n_known + n_unknown == 0 && n_not_in_form > 0;
  marks->part_rows += n_known + n_unknown > 0 && n_not_in_form > 0;
  marks->blank_parts += n_unknown > 0;
}

static gboolean
is_row_drawn (const NbChartPanel *panel, guint category)
{
  for (guint i = 0; panel->is_share && i < panel->series->len; i++)
    if (!is_known (nb_chart_panel_get_cell (panel, i, category)))
      return FALSE;
  return TRUE;
}

/* What the states of the series ask for. */
static Marks
count_expected (const NbChart *chart)
{
  Marks marks = { 0 };

  for (guint p = 0; p < chart->panels->len; p++)
    {
      const NbChartPanel *panel = chart->panels->pdata[p];

      for (guint c = 0; c < panel->categories->len && panel->kind != NB_PANEL_HEAT; c++)
        {
          if (is_lying (panel))
            expect_row (panel, c, &marks);
          for (guint s = 0; s < panel->series->len; s++)
            {
              const NbChartCell *cell = nb_chart_panel_get_cell (panel, s, c);

              marks.crosses += !is_lying (panel) && !cell->is_gap && cell->quantity.not_in_form;
              marks.hatches += panel->kind != NB_PANEL_LINES && is_known (cell) &&
                               cell->in_finding && get_value (cell) > 0 && is_row_drawn (panel, c);
            }
        }
    }
  return marks;
}

static double
sum_row (const NbChartPanel *panel, guint category)
{
  double sum = 0;

  for (guint i = 0; i < panel->series->len; i++)
    if (is_known (nb_chart_panel_get_cell (panel, i, category)))
      sum += get_value (nb_chart_panel_get_cell (panel, i, category));
  return sum;
}

/* Bars of parts are as long as their numbers, and each number is drawn. */
static void
check_lengths (const NbDrawing *drawing, const NbChartPanel *panel, guint number)
{
  double unit = 0;

  for (guint c = 0; c < panel->categories->len; c++)
    for (guint s = 0; s < panel->series->len; s++)
      {
        const NbChartCell *cell = nb_chart_panel_get_cell (panel, s, c);
        const NbSpot *spot = picture_find_spot (drawing, number, s, c);
        double value;

        if (!is_known (cell) || get_value (cell) <= 0 || !is_row_drawn (panel, c))
          continue;
        g_assert_nonnull (spot);
        value = get_value (cell) / (panel->is_share ? sum_row (panel, c) : 1);
        if (unit == 0)
          unit = spot->width / value;
        g_assert_cmpfloat_with_epsilon (spot->width, unit * value, 0.01);
      }
}

/* Lines: the larger value stands higher, equal ones equally high. */
static void
check_heights (const NbDrawing *drawing, const NbChartPanel *panel, guint number)
{
  guint n = panel->series->len * panel->categories->len;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        const NbChartCell *a = nb_chart_panel_get_cell (panel, i % panel->series->len,
                                                        i / panel->series->len);
        const NbChartCell *b = nb_chart_panel_get_cell (panel, j % panel->series->len,
                                                        j / panel->series->len);
        const NbSpot *one, *two;

        if (!is_known (a) || !is_known (b))
          continue;
        one = picture_find_spot (drawing, number, i % panel->series->len, i / panel->series->len);
        two = picture_find_spot (drawing, number, j % panel->series->len, j / panel->series->len);
        g_assert_true (one != NULL && two != NULL);
        if (nb_decimal_compare (a->quantity.value, b->quantity.value) > 0)
          g_assert_cmpfloat (one->y, <, two->y);
      }
}

/* A number inside a part is its value, its share, or what of it is in doubt and what is not. */
static void
check_number (const NbChartPanel *panel, const NbSpot *spot, const char *text)
{
  const NbChartCell *cell = nb_chart_panel_get_cell (panel, spot->series, spot->category);
  g_autofree char *value = nb_chart_cell_dup_text (panel, cell);
  g_autofree char *share = nb_chart_panel_dup_share (panel, spot->series, spot->category);
  g_autofree char *asked = g_strdup_printf ("%s?", value);

  if (cell->in_finding)
    {
      g_assert_true (cell->has_doubt || g_str_has_suffix (text, "?"));
      return;
    }
  if (panel->is_share)
    g_assert_cmpstr (text, ==, share);
  else
    g_assert_cmpstr (text, ==, value);
}

static void
check_numbers (const NbDrawing *drawing, const NbChart *chart)
{
  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      if (item->kind != NB_DRAW_TEXT || item->anchor != NB_ANCHOR_MIDDLE || !item->bold)
        continue;
      for (guint j = 0; j < drawing->spots->len; j++)
        {
          const NbSpot *spot = &g_array_index (drawing->spots, NbSpot, j);
          const NbChartPanel *panel = chart->panels->pdata[spot->panel];

          if (panel->kind == NB_PANEL_STACK && !spot->is_label && item->x > spot->x &&
              item->x < spot->x + spot->width && item->y > spot->y &&
              item->y < spot->y + spot->height)
            check_number (panel, spot, item->text);
        }
    }
}

static void
check_chart (const NbChart *chart, double width, double height)
{
  g_autoptr (NbDrawing) drawing = nb_chart_draw (chart, &nb_chart_theme_light, width, height);
  Marks drawn = count_drawn (drawing), expected = count_expected (chart);

  g_test_message ("%s, %u panels, %.0f × %.0f", chart->id, chart->panels->len, width, height);
  /* The notes explain the marks; they are no marks. */
  g_assert_cmpuint (drawn.crosses, ==, expected.crosses);
  g_assert_cmpuint (drawn.hatches, ==, expected.hatches);
  g_assert_cmpuint (drawn.whole_rows, ==, expected.whole_rows);
  g_assert_cmpuint (drawn.part_rows, ==, expected.part_rows);
  g_assert_cmpuint (drawn.blank_parts, ==, expected.blank_parts);
  for (guint i = 0; i < chart->panels->len; i++)
    {
      const NbChartPanel *panel = chart->panels->pdata[i];

      if (is_lying (panel))
        check_lengths (drawing, panel, i);
      else if (panel->kind == NB_PANEL_LINES)
        check_heights (drawing, panel, i);
    }
  check_numbers (drawing, chart);
}

static void
check_all (GPtrArray *readings)
{
  const char *const *ids = nb_chart_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    for (NbChartShares shares = NB_SHARES_BESIDE; shares <= NB_SHARES_ONLY; shares++)
      {
        const NbChartOptions options = { .shares = shares };
        g_autoptr (GError) error = NULL;
        g_autoptr (NbChart) chart = nb_chart_new (ids[i], readings, &options, &error);

        g_assert_no_error (error);
        check_chart (chart, 1200, 0);
        check_chart (chart, 1600, 1200);
      }
}

static void
test_county (void)
{
  g_autoptr (GPtrArray) readings = open_county ();

  check_all (readings);
}

static void
test_organs (void)
{
  g_autoptr (GPtrArray) readings = open_all ();

  check_all (readings);
}

static gboolean
has_text (const NbDrawing *drawing, const char *text)
{
  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      if (item->kind == NB_DRAW_TEXT && g_str_equal (item->text, text))
        return TRUE;
    }
  return FALSE;
}

/* The sample's planted faults: what is printed of 2017, and the part of 2024 that is in question. */
static void
test_outcomes (void)
{
  const NbChartOptions options = { .shares = NB_SHARES_NONE };
  g_autoptr (GPtrArray) readings = open_county ();
  g_autoptr (NbChart) chart = nb_chart_new ("outcomes", readings, &options, NULL);
  g_autoptr (NbDrawing) drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
  const NbChartCell *unavailable = nb_chart_panel_get_cell (chart->panels->pdata[0], 3, 7);

  g_assert_true (has_text (drawing, "38"));
  g_assert_true (has_text (drawing, "53"));
  g_assert_true (has_text (drawing, "18?"));
  g_assert_true (has_text (drawing, "parts 235"));
  g_assert_false (has_text (drawing, "× not in that year’s form"));
  g_assert_true (unavailable->in_finding && unavailable->has_doubt);
  g_assert_cmpint (unavailable->doubt.unscaled, ==, 18);
  g_assert_true (nb_chart_has_shares (chart));
  /* The year in doubt is not spoken of. */
  g_assert_cmpstr (chart->headline, ==,
                   "The share of “disclosed” fell from 55.9% in 2019 to 45.7% in 2023");
}

static void
test_shares (void)
{
  const NbChartOptions options = { .shares = NB_SHARES_ONLY };
  g_autoptr (GPtrArray) readings = open_county ();
  g_autoptr (NbChart) chart = nb_chart_new ("outcomes", readings, &options, NULL);
  g_autoptr (NbDrawing) drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
  g_autofree char *share = nb_chart_panel_dup_share (chart->panels->pdata[0], 0, 2);

  g_assert_cmpuint (chart->panels->len, ==, 1);
  g_assert_cmpstr (share, ==, "55.9%");
  g_assert_true (has_text (drawing, "55.9%"));
  g_assert_false (has_text (drawing, "52"));
  g_assert_true (has_text (drawing, "of 93"));
  g_assert_true (has_text (drawing, "printed 217"));
  g_assert_true (has_text (drawing, "no shares: × 3 parts not in form"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/chart-truth/county", test_county);
  g_test_add_func ("/nianbao/chart-truth/organs", test_organs);
  g_test_add_func ("/nianbao/chart-truth/outcomes", test_outcomes);
  g_test_add_func ("/nianbao/chart-truth/shares", test_shares);
  return g_test_run ();
}
