/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a chart shows and where: the numbers of the layout, and that nothing leaves the picture in the
 * cases that are hard to draw. With NB_CHART_PICTURES=FOLDER every picture is written, to be looked at.
 */

#include <math.h>
#include <string.h>

#include "chart-picture.h"
#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "chart/nb-chart.h"
#include "check/report-builder.h"
#include "workspace/nb-reading-private.h"

static const NbChartOptions no_options;

static void
add (GPtrArray *readings, const char *form, const char *organ, guint year, const char *cells)
{
  g_autoptr (NbReport) report = build_report_for (form, organ, year, NULL, cells);

  g_ptr_array_add (readings, nb_reading_new (report));
}

static GPtrArray *
build_none (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static GPtrArray *
build_years (void)
{
  GPtrArray *readings = build_none ();

  add (readings, "2014", "Invented", 2017, "appendix_received=58 appendix_completed=58");
  add (readings, "2014", "Invented", 2018, "appendix_received=73 appendix_completed=71");
  add (readings, "2019", "Invented", 2019,
       "new_received.total=96 closed_total.total=93 carried_out.total=7 licence_decisions=28450");
  add (readings, "2021", "Invented", 2021,
       "new_received.total=142 closed_total.total=140 carried_out.total= licence_decisions=39872 "
       "normative_in_force=71 normative_issued=18");
  add (readings, "2021", "Invented", 2022,
       "new_received.total=0 closed_total.total=165 carried_out.total=- normative_in_force=80 "
       "normative_issued=15 normative_repealed=7 disclosed_full.total=100 "
       "disclosed_partial.total=60");
  return readings;
}

static void
save (const NbDrawing *drawing, const char *name)
{
  const char *folder = g_getenv ("NB_CHART_PICTURES");
  g_autofree char *path = folder != NULL ? g_strdup_printf ("%s/%s.png", folder, name) : NULL;
  g_autoptr (GBytes) png = folder != NULL ? nb_drawing_to_png (drawing, 1, NULL) : NULL;

  if (png != NULL)
    g_file_set_contents (path, g_bytes_get_data (png, NULL), g_bytes_get_size (png), NULL);
}

static NbDrawing *
draw (const char *id, GPtrArray *readings, double width, double height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbChart) chart = nb_chart_new (id, readings, &no_options, &error);

  g_assert_no_error (error);
  return nb_chart_draw (chart, &nb_chart_theme_light, width, height);
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) readings = build_years ();
  g_autoptr (NbDrawing) drawing = draw ("applications", readings, 1200, 800);
  double zero = picture_find_spot (drawing, 0, 0, 5)->y,
         first = picture_find_spot (drawing, 0, 0, 0)->y;
  double second = picture_find_spot (drawing, 0, 0, 1)->y;

  save (drawing, "lines");
  /* Heights are in the proportion of the numbers. */
  g_assert_cmpfloat_with_epsilon ((zero - first) / (zero - second), 58.0 / 73, 0.001);
  /* No report of 2020, no form with carried-out requests before 2019, a blank and a dash after: what is
   * no number stands on the axis, where it can be read out. */
  g_assert_null (picture_find_spot (drawing, 0, 0, 3));
  g_assert_cmpfloat (picture_find_spot (drawing, 0, 2, 0)->y, ==, zero);
  g_assert_cmpfloat (picture_find_spot (drawing, 0, 2, 4)->y, ==, zero);
  g_assert_nonnull (picture_find_spot (drawing, 0, 2, 2));
  g_assert_cmpuint (picture_count_marks (drawing, NB_MARK_CROSS), ==, 2);
  g_assert_cmpuint (picture_count_texts (drawing, "2018 | 2019 break"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "2019 | 2021 new form"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "SHA-256"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "From 2019 one matter is one request"), ==, 1);
  g_assert_nonnull (strstr (drawing->source, "Invented 2017, 2014, SHA-256 "));
}

/* No line runs over a break, a gap or what is no number. */
static void
test_lines_are_broken (void)
{
  g_autoptr (GPtrArray) readings = build_years ();
  g_autoptr (NbDrawing) drawing = draw ("applications", readings, 1200, 800);
  guint n_joints = 0;

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      n_joints += item->kind == NB_DRAW_LINE && item->width == 2.5;
    }
  /* 2017–2018 and 2021–2022 of received and closed; carried out has no two numbers in a row. */
  g_assert_cmpuint (n_joints, ==, 4);
}

static void
test_stack (void)
{
  g_autoptr (GPtrArray) readings = build_none ();
  g_autoptr (NbDrawing) drawing = NULL;
  const NbSpot *full, *partial;

  add (readings, "2021", "Invented", 2022,
       "disclosed_full.total=100 disclosed_partial.total=60 closed_total.total=170");
  add (readings, "2014", "Invented", 2018, "appendix_replied_granted=3");
  drawing = draw ("outcomes", readings, 0, 0);
  save (drawing, "stack");
  full = picture_find_spot (drawing, 0, 0, 4);
  partial = picture_find_spot (drawing, 0, 1, 4);
  g_assert_cmpfloat_with_epsilon (full->width / partial->width, 100.0 / 60, 0.001);
  g_assert_cmpfloat_with_epsilon (full->x + full->width, partial->x, 0.001);
  /* The parts do not make the printed total, and the older form has no such parts. */
  g_assert_cmpuint (picture_count_texts (drawing, "parts 160"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "printed 170"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "× 3 parts not in form"), ==, 2);
  g_assert_nonnull (picture_find_spot (drawing, 0, 0, 0));
  g_assert_null (picture_find_spot (drawing, 0, 1, 0));
  /* The second panel shows shares: all bars are equally long. */
  g_assert_cmpfloat_with_epsilon (picture_find_spot (drawing, 1, 0, 4)->width /
                                      picture_find_spot (drawing, 1, 1, 4)->width,
                                  100.0 / 60, 0.001);
}

static void
test_ranking (void)
{
  g_autoptr (GPtrArray) readings = build_none ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NbChart) chart = NULL;
  const NbChartPanel *panel;

  add (readings, "2021", "Invented", 2021, "disclosed_full.total=9");
  add (readings, "2021", "Invented", 2022,
       "unavailable_not_held.total=7 not_handled_repeat.total=8 other_misc.total= ");
  chart = nb_chart_new ("dispositions", readings, &no_options, &error);
  g_assert_no_error (error);
  panel = chart->panels->pdata[0];
  /* DOMAIN §2.3: the form prints 21 dispositions, and the chart is of the newest year alone. */
  g_assert_cmpuint (panel->categories->len, ==, 21);
  g_assert_cmpuint (chart->readings->len, ==, 1);
  g_assert_nonnull (
      strstr (g_array_index (panel->categories, NbChartCategory, 0).label, "Repeated"));
}

static void
test_expected_stock (void)
{
  g_autoptr (GPtrArray) readings = build_years ();
  g_autoptr (NbChart) chart = nb_chart_new ("normative", readings, &no_options, NULL);
  const NbChartPanel *stock = chart->panels->pdata[1];
  const NbChartSeries *expected = stock->series->pdata[1];
  const NbChartCell *cell = &g_array_index (expected->cells, NbChartCell, 5);

  g_assert_true (expected->is_ghost);
  g_assert_false (cell->is_gap);
  g_assert_cmpint (cell->quantity.value.unscaled, ==, 71 + 15 - 7);
}

/* The first value is 100; behind a break the count begins anew; noughts before it are left out. */
static void
test_index (void)
{
  const NbChartOptions options = { .scale = NB_CHART_SCALE_INDEX };
  g_autoptr (GPtrArray) readings = build_years ();
  g_autoptr (NbChart) chart = nb_chart_new ("applications", readings, &options, NULL);
  const NbChartPanel *panel = chart->panels->pdata[0];
  static const struct
  {
    guint category;
    const char *text;
  } received[] = { { 0, "100" }, { 1, "125.9" }, { 2, "100" }, { 4, "147.9" }, { 5, "0" } };

  g_assert_true (panel->scale == NB_CHART_SCALE_INDEX);
  g_assert_null (panel->unit);
  for (guint i = 0; i < G_N_ELEMENTS (received); i++)
    {
      g_autofree char *text = nb_chart_cell_dup_text (
          panel, nb_chart_panel_get_cell (panel, 0, received[i].category));

      g_assert_cmpstr (text, ==, received[i].text);
    }
  g_assert_null (chart->headline);
}

/* --- What is hard to draw --- */

static GPtrArray *
build_forty_years (void)
{
  GPtrArray *readings = build_none ();

  for (guint year = 1985; year < 2025; year++)
    {
      g_autofree char *cells = g_strdup_printf (
          "new_received.total=%u closed_total.total=%u licence_decisions=%u "
          "disclosed_full.total=%u carried_out.total=%u",
          year * 37 % 400, year * 31 % 380, year * 97 % 9000, year % 90, year % 17);

      add (readings, year < 2021 ? "2019" : "2021", "Invented", year, cells);
    }
  return readings;
}

static GPtrArray *
build_thirty_organs (void)
{
  GPtrArray *readings = build_none ();

  for (guint i = 0; i < 30; i++)
    for (guint year = 2019; year < 2025; year++)
      {
        g_autofree char *organ = g_strdup_printf ("Invented organ no. %u of the county", i + 1);
        g_autofree char *cells = g_strdup_printf (
            "new_received.total=%u closed_total.total=%u disclosed_full.total=%u",
            (i + 1) * year % 97, (i + 2) * year % 89, (i + 3) * year % 71);

        add (readings, year < 2021 ? "2019" : "2021", organ, year, cells);
      }
  return readings;
}

static GPtrArray *
build_one (void)
{
  GPtrArray *readings = build_none ();

  add (readings, "2021", "Invented", 2023, "new_received.total=17");
  return readings;
}

static GPtrArray *
build_no_number (void)
{
  GPtrArray *readings = build_none ();

  add (readings, "2021", "Invented", 2022, "*=");
  add (readings, "2021", "Invented", 2023, "*=~");
  return readings;
}

static GPtrArray *
build_zeros (void)
{
  GPtrArray *readings = build_none ();

  for (guint year = 2021; year < 2025; year++)
    add (readings, "2021", "Invented", year, "*=0");
  return readings;
}

static GPtrArray *
build_far_apart (void)
{
  GPtrArray *readings = build_none ();

  add (readings, "2021", "Invented", 2022,
       "new_received.total=1 closed_total.total=100000000 licence_decisions=1 "
       "disclosed_full.total=1 "
       "admin_fee_amount=0.01万元");
  add (readings, "2021", "Invented", 2023,
       "new_received.total=100000000 closed_total.total=1 licence_decisions=100000000 "
       "disclosed_full.total=100000000 disclosed_partial.total=1 admin_fee_amount=99999999.99万元");
  return readings;
}

static GPtrArray *
build_long_name (void)
{
  GPtrArray *readings = build_none ();
  const char *name =
      "某某某某自治州某某某某自治县某某某某经济技术开发区和某某某某高新技术产业园区联合管理委员会"
      "及其所属某某某某市场监督管理和行政审批服务综合执法局办公室某某某某分局";

  for (guint year = 2021; year < 2024; year++)
    add (readings, "2021", name, year, "new_received.total=12 closed_total.total=9");
  add (readings, "2021", "短", 2023, "new_received.total=3");
  return readings;
}

/* Everything of a drawing lies in its picture, and no text is taller than it can be read. */
static void
check_inside (const NbDrawing *drawing, const char *name)
{
  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);
      double width = item->kind == NB_DRAW_TEXT
                         ? nb_text_measure (item->text, item->size, item->bold)
                     : item->kind == NB_DRAW_RECT ? item->x2
                                                  : 0;
      double left = item->x - (item->anchor == NB_ANCHOR_END      ? width
                               : item->anchor == NB_ANCHOR_MIDDLE ? width / 2
                                                                  : 0);

      if (item->kind == NB_DRAW_TEXT)
        g_assert_cmpfloat (item->size, >=, 8);
      if (left < -0.5 || left + width > drawing->width + 0.5 || item->y < 0 ||
          item->y > drawing->height)
        g_error ("%s: “%s” at %.1f, %.1f (%.1f wide) leaves the picture of %.0f × %.0f", name,
                 item->text, left, item->y, width, drawing->width, drawing->height);
      g_assert_true (isfinite (item->x) && isfinite (item->y) && isfinite (item->x2));
    }
}

static void
test_hard_cases (void)
{
  static const struct
  {
    const char *name;
    GPtrArray *(*build) (void);
  } cases[] = {
    { "forty-years", build_forty_years },
    { "thirty-organs", build_thirty_organs },
    { "one", build_one },
    { "no-number", build_no_number },
    { "zeros", build_zeros },
    { "far-apart", build_far_apart },
    { "long-name", build_long_name },
  };
  const char *const *ids = nb_chart_list ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) readings = cases[i].build ();

      for (guint j = 0; ids[j] != NULL; j++)
        {
          g_autofree char *name = g_strdup_printf ("%s-%s", cases[i].name, ids[j]);
          g_autofree char *small_name = g_strconcat (name, "-small", NULL);
          g_autoptr (NbDrawing) drawing = draw (ids[j], readings, 0, 0);
          g_autoptr (NbDrawing) small = draw (ids[j], readings, 480, 360);

          check_inside (drawing, name);
          check_inside (small, name);
          g_assert_cmpuint (picture_count_overlaps (drawing, name), ==, 0);
          g_assert_cmpuint (picture_count_overlaps (small, name), ==, 0);
          save (drawing, name);
          save (small, small_name);
          g_assert_cmpfloat (small->height, ==, 360);
        }
    }
}

/* No number stands upon a bar that is not its own. */
static void
check_numbers_stand_free (const NbDrawing *drawing)
{
  guint n_numbers = 0;

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *text = &g_array_index (drawing->items, NbDraw, i);
      double half;

      if (text->kind != NB_DRAW_TEXT || !text->bold || text->anchor != NB_ANCHOR_MIDDLE ||
          !g_ascii_isdigit (*text->text))
        continue;
      n_numbers++;
      half = nb_text_measure (text->text, text->size, TRUE) / 2;
      for (guint j = 0; j < drawing->items->len; j++)
        {
          const NbDraw *bar = &g_array_index (drawing->items, NbDraw, j);

          if (bar->kind == NB_DRAW_RECT && bar->x < text->x + half &&
              text->x - half < bar->x + bar->x2 && bar->y < text->y - 1)
            g_assert_true (bar->y + bar->y2 < text->y - text->size);
        }
    }
  g_assert_cmpuint (n_numbers, >, 0);
}

/* What has the colour of the ground is below a part or a text, never a hole in a bar. */
static void
check_no_holes (const NbDrawing *drawing)
{
  guint n_doubts = 0;

  for (guint i = 0; i + 1 < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);
      const NbDraw *next = item + 1;

      if (item->kind != NB_DRAW_RECT || item->fill != drawing->background)
        continue;
      n_doubts++;
      g_assert_true (next->kind == NB_DRAW_TEXT ||
                     (next->kind == NB_DRAW_RECT && next->x == item->x && next->y == item->y));
    }
  g_assert_cmpuint (n_doubts, >, 0);
}

static GPtrArray *
build_uneven_years (void)
{
  GPtrArray *readings = build_none ();

  for (guint year = 1985; year < 2025; year++)
    {
      g_autofree char *cells = g_strdup_printf ("licence_decisions=%u",
                                                year == 2024 ? 99999 : year * 7919 % 90000);

      add (readings, year < 2021 ? "2019" : "2021", "Invented", year, cells);
    }
  return readings;
}

static void
test_many_years (void)
{
  static const double sizes[][2] = { { 1200, 800 }, { 900, 600 } };
  g_autoptr (GPtrArray) readings = build_forty_years ();
  g_autoptr (GPtrArray) uneven = build_uneven_years ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NbDrawing) bars = draw ("enforcement", uneven, sizes[i][0], sizes[i][1]);
      g_autoptr (NbDrawing) stack = draw ("outcomes", readings, sizes[i][0], sizes[i][1]);

      check_numbers_stand_free (bars);
      check_no_holes (stack);
    }
}

static void
test_nothing_is_told (void)
{
  g_autoptr (GPtrArray) readings = build_no_number ();
  g_autoptr (NbDrawing) drawing = draw ("applications", readings, 0, 0);

  g_assert_cmpuint (picture_count_texts (drawing, "Nothing to draw"), ==, 1);
}

static void
test_options (void)
{
  static const char *const metrics[] = { "closed_total.total", NULL };
  static const char *const foreign[] = { "rules_issued", NULL };
  g_autoptr (GPtrArray) readings = build_thirty_organs ();
  NbChartOptions options = { .organ = "Invented organ no. 3 of the county",
                             .first_year = 2020,
                             .last_year = 2022,
                             .metrics = metrics };
  g_autoptr (GError) error = NULL;
  g_autoptr (NbChart) chart = nb_chart_new ("applications", readings, &options, &error);
  const NbChartPanel *panel;

  g_assert_no_error (error);
  g_assert_cmpuint (chart->panels->len, ==, 1);
  panel = chart->panels->pdata[0];
  g_assert_cmpuint (panel->series->len, ==, 1);
  g_assert_cmpuint (panel->categories->len, ==, 3);

  options.metrics = foreign;
  g_assert_null (nb_chart_new ("applications", readings, &options, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  options.organ = "Nobody";
  g_assert_null (nb_chart_new ("applications", readings, &options, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (nb_chart_new ("pie", readings, &no_options, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED);
}

static void
test_limit_panels (void)
{
  g_autoptr (GPtrArray) readings = build_none ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= NB_LIMIT_CHART_PANELS; i++)
    {
      g_autofree char *organ = g_strdup_printf ("Organ %u", i);

      add (readings, "2008", organ, 2010, "");
    }
  g_assert_null (nb_chart_new ("applications", readings, &no_options, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/chart/lines", test_lines);
  g_test_add_func ("/nianbao/chart/lines-are-broken", test_lines_are_broken);
  g_test_add_func ("/nianbao/chart/stack", test_stack);
  g_test_add_func ("/nianbao/chart/ranking", test_ranking);
  g_test_add_func ("/nianbao/chart/expected-stock", test_expected_stock);
  g_test_add_func ("/nianbao/chart/index", test_index);
  g_test_add_func ("/nianbao/chart/hard-cases", test_hard_cases);
  g_test_add_func ("/nianbao/chart/many-years", test_many_years);
  g_test_add_func ("/nianbao/chart/nothing-is-told", test_nothing_is_told);
  g_test_add_func ("/nianbao/chart/options", test_options);
  g_test_add_func ("/nianbao/chart/limit-panels", test_limit_panels);
  return g_test_run ();
}
