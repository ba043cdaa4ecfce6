/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the values of a chart are measured by (numbers, index, logarithm), where that is refused, and how numbers
 * that were keyed in are told from printed ones. The places of names answer as their values do.
 */

#include <math.h>
#include <string.h>

#include "chart-picture.h"
#include "base/nb-error.h"
#include "chart/nb-chart.h"
#include "check/report-builder.h"
#include "export/nb-chart-export.h"
#include "series/nb-ratio.h"
#include "workspace/nb-reading-private.h"

static const NbChartOptions no_options;
static const NbChartOptions as_index = { .scale = NB_CHART_SCALE_INDEX };
static const NbChartOptions as_log = { .scale = NB_CHART_SCALE_LOG };

static GPtrArray *
build_none (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add (GPtrArray *readings, const char *form, guint year, const char *cells)
{
  g_autoptr (NbReport) report = build_report_for (form, "Invented", year, NULL, cells);

  g_ptr_array_add (readings, nb_reading_new (report));
}

/* A report whose cells are blank, with @id keyed in as @number. */
static void
add_entered (GPtrArray *readings, guint year, const char *cells, const char *id, gint64 number)
{
  g_autoptr (NbReport) report = build_report_for ("2021", "Invented", year, NULL, cells);
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);
  NbDecimal value = { number, 0 };
  g_autoptr (NbReport) entered = NULL;

  g_hash_table_insert (entries, (gpointer) id, &value);
  entered = nb_report_enter (report, entries);
  g_ptr_array_add (readings, nb_reading_new (entered));
}

static GPtrArray *
build_growing (void)
{
  GPtrArray *readings = build_none ();

  add (readings, "2021", 2021,
       "new_received.total=10 closed_total.total=5 carried_out.total=1 licence_decisions=200 "
       "penalty_decisions=50 coercion_decisions=4");
  add (readings, "2021", 2022,
       "new_received.total=100 closed_total.total=50 carried_out.total=2 licence_decisions=100 "
       "penalty_decisions=75 coercion_decisions=8");
  add (readings, "2021", 2023,
       "new_received.total=1000 closed_total.total=5 carried_out.total= licence_decisions=50 "
       "penalty_decisions=100 coercion_decisions=0");
  return readings;
}

/* Equal steps are equal ratios; what has no number stands on the axis and is no value. */
static void
test_log (void)
{
  g_autoptr (GPtrArray) readings = build_growing ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NbChart) chart = nb_chart_new ("applications", readings, &as_log, &error);
  g_autoptr (NbDrawing) drawing = NULL;
  double y[3];

  g_assert_no_error (error);
  drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
  for (guint i = 0; i < 3; i++)
    y[i] = picture_find_spot (drawing, 0, 0, i)->y;
  g_assert_cmpfloat (y[0], >, y[1]);
  g_assert_cmpfloat_with_epsilon (y[0] - y[1], y[1] - y[2], 0.01);
  /* 5 → 50 is the same step as 10 → 100, and back again. */
  g_assert_cmpfloat_with_epsilon (picture_find_spot (drawing, 0, 1, 0)->y -
                                      picture_find_spot (drawing, 0, 1, 1)->y,
                                  y[0] - y[1], 0.01);
  g_assert_cmpfloat_with_epsilon (picture_find_spot (drawing, 0, 1, 0)->y,
                                  picture_find_spot (drawing, 0, 1, 2)->y, 0.01);
  g_assert_cmpuint (picture_count_texts (drawing, "logarithmic scale"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "does not begin at nought"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "○ no number"), ==, 1);
  /* Of the ticks nought is none. */
  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      g_assert_false (item->kind == NB_DRAW_TEXT && g_str_equal (item->text, "0"));
    }
}

static void
assert_refused (const char *id,
                GPtrArray *readings,
                const NbChartOptions *options,
                const char *told)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nb_chart_new (id, readings, options, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED);
  if (strstr (error->message, told) == NULL)
    g_error ("%s: “%s” does not say “%s”", id, error->message, told);
}

/* The reason is told, and the index is offered only where there can be one. */
static void
test_log_is_refused (void)
{
  g_autoptr (GPtrArray) readings = build_growing ();
  g_autoptr (GPtrArray) one = build_none ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NbChart) chart = NULL;
  static const char *const received[] = { "new_received.total", NULL };
  const NbChartOptions only = { .scale = NB_CHART_SCALE_LOG, .metrics = received };

  assert_refused ("enforcement", readings, &as_log, "bars begin at nought");
  assert_refused ("enforcement", readings, &as_log, "index");
  assert_refused ("outcomes", readings, &as_log, "bars begin at nought");
  assert_refused ("findings", readings, &as_log, "heat map");
  g_assert_null (nb_chart_new ("outcomes", readings, &as_log, &error));
  g_assert_null (strstr (error->message, "index"));
  g_clear_error (&error);

  add (readings, "2021", 2024, "new_received.total=7 closed_total.total=0 carried_out.total=3");
  assert_refused ("applications", readings, &as_log, "no place for 0, which “closed” is in 2024");
  assert_refused ("applications", readings, &as_log, "an index (first year = 100)");
  chart = nb_chart_new ("applications", readings, &only, &error);
  g_assert_no_error (error);
  g_assert_nonnull (chart);

  add (one, "2021", 2024, "new_received.total=7");
  assert_refused ("applications", one, &as_log, "bars begin at nought");
  assert_refused ("applications", one, &as_index, "bars over several years");
  assert_refused ("outcomes", readings, &as_index, "neither lines nor bars");
}

static double
measure_height (const NbDrawing *drawing, const NbSpot *bar)
{
  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      if (item->kind == NB_DRAW_RECT && item->x >= bar->x &&
          item->x + item->x2 <= bar->x + bar->width && item->y >= bar->y &&
          item->y + item->y2 <= bar->y + bar->height + 1)
        return item->y2;
    }
  return -1;
}

/* Bars as an index begin at nought as all bars do. */
static void
test_index_of_bars (void)
{
  g_autoptr (GPtrArray) readings = build_growing ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NbChart) chart = nb_chart_new ("enforcement", readings, &as_index, &error);
  g_autoptr (NbDrawing) drawing = NULL;
  static const char *const texts[3][3] = { { "100", "50", "25" },
                                           { "100", "150", "200" },
                                           { "100", "200", "0" } };

  g_assert_no_error (error);
  g_assert_true (nb_chart_can_index (chart));
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      {
        const NbChartPanel *panel = chart->panels->pdata[i];
        g_autofree char *text = nb_chart_cell_dup_text (panel,
                                                        nb_chart_panel_get_cell (panel, 0, j));

        g_assert_cmpstr (text, ==, texts[i][j]);
        g_assert_null (panel->unit);
      }
  drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
  g_assert_cmpuint (picture_count_texts (drawing, "first year = 100"), ==, 1);
  g_assert_cmpfloat_with_epsilon (
      measure_height (drawing, picture_find_spot (drawing, 0, 0, 0)) /
          measure_height (drawing, picture_find_spot (drawing, 0, 0, 1)),
      2, 0.001);
}

/* --- Numbers that were keyed in --- */

static void
test_entered_line (void)
{
  g_autoptr (GPtrArray) readings = build_none ();
  g_autoptr (NbChart) chart = NULL;
  g_autoptr (NbDrawing) drawing = NULL;
  const NbChartCell *cell;
  g_autoptr (GString) tsv = g_string_new (NULL);
  g_autoptr (GString) csv = g_string_new (NULL);

  add (readings, "2021", 2022, "new_received.total=40 closed_total.total=40");
  add_entered (readings, 2023, "*=", "new_received.total", 60);
  chart = nb_chart_new ("applications", readings, &no_options, NULL);
  cell = nb_chart_panel_get_cell (chart->panels->pdata[0], 0, 1);
  g_assert_true (cell->quantity.entered);
  g_assert_cmpint (cell->quantity.value.unscaled, ==, 60);
  g_assert_false (nb_chart_panel_get_cell (chart->panels->pdata[0], 0, 0)->quantity.entered);
  /* What was not keyed in stays blank. */
  g_assert_cmpint (nb_chart_panel_get_cell (chart->panels->pdata[0], 1, 1)->quantity.state, ==,
                   NB_STATE_BLANK);
  drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
  g_assert_cmpuint (picture_count_marks (drawing, NB_MARK_TRIANGLE), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "entered by hand"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "received ✎\u200960"), ==, 1);
  /* No sentence is made of it. */
  g_assert_null (chart->headline);
  nb_chart_write_tsv (chart, tsv);
  g_assert_nonnull (strstr (tsv->str, "\n2023\t60\t"));
  g_assert_nonnull (strstr (tsv->str, "entered by hand\t2023 received\n"));
  nb_chart_write_csv (chart, FALSE, csv);
  g_assert_nonnull (strstr (csv->str, ",2023,60,"));
  g_assert_nonnull (strstr (csv->str, "entered by hand"));
}

static guint
count_dotted (const NbDrawing *drawing)
{
  guint n = 0;

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      n += item->kind == NB_DRAW_LINE && item->dash == NB_DASH_DOTTED;
    }
  return n;
}

/* A bar of it has a dotted outline, four lines; one that is printed has none. */
static void
test_entered_bars (void)
{
  static const struct
  {
    const char *id;
    const char *metric;
    guint n_bars;
  } cases[] = {
    { "fees", "admin_fee_amount", 1 },
    { "outcomes", "disclosed_full.total", 1 },
    { "dispositions", "disclosed_full.total", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const NbChartOptions options = { .shares = NB_SHARES_NONE };
      g_autoptr (GPtrArray) readings = build_none ();
      g_autoptr (NbChart) chart = NULL;
      g_autoptr (NbDrawing) drawing = NULL;

      add_entered (readings, 2023, "*=0", cases[i].metric, 9);
      chart = nb_chart_new (cases[i].id, readings, &options, NULL);
      drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
      /* A cell that holds a number keeps it alone. */
      g_assert_cmpuint (count_dotted (drawing), ==, 0);
      g_clear_pointer (&drawing, nb_drawing_free);
      g_clear_pointer (&chart, nb_chart_free);

      g_ptr_array_set_size (readings, 0);
      add_entered (readings, 2023, "*=", cases[i].metric, 9);
      chart = nb_chart_new (cases[i].id, readings, &options, NULL);
      drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
      g_assert_cmpuint (count_dotted (drawing), ==, cases[i].n_bars * 4);
      g_assert_cmpuint (picture_count_texts (drawing, "✎\u20099"), >=, 1);
    }
}

/* A sum of printed and keyed-in numbers is one that is keyed in, and so is a ratio. */
static void
test_entered_sums (void)
{
  g_autoptr (GPtrArray) readings = build_none ();
  g_autoptr (NbChart) chart = NULL;

  add_entered (readings, 2023,
               "disclosed_partial.total=10 closed_total.total=40 disclosed_full.total= ",
               "disclosed_full.total", 20);
  chart = nb_chart_new ("ratios", readings, &no_options, NULL);
  for (guint i = 0; i < 2; i++)
    {
      const NbChartPanel *panel = chart->panels->pdata[i];
      const NbChartCell *cell = nb_chart_panel_get_cell (panel, 0, 0);

      /* The disclosure rate is of it, the refusal rate is not. */
      g_assert_cmpint (cell->quantity.entered, ==, i == 0);
      g_assert_cmpint (cell->quantity.value.unscaled, ==, i == 0 ? 75 : 0);
    }
}

/* --- What is no number --- */

typedef struct
{
  guint n;           /* marks between two years */
  NbMark mark;       /* of the first of them */
  gboolean is_solid; /* filled with its own outline */
  gboolean has_dot;
} Marks;

static Marks
find_marks (const NbDrawing *drawing, double from, double to)
{
  Marks marks = { 0 };

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      if (item->kind != NB_DRAW_MARK || item->x < from || item->x >= to)
        continue;
      if (marks.n++ == 0)
        {
          marks.mark = item->mark;
          marks.is_solid = item->fill == item->stroke;
        }
      else
        marks.has_dot = item->x2 < 2;
    }
  return marks;
}

/* A missing year, nought, a blank, what is not in the form and a nought in doubt: five pictures, none like another. */
static void
test_marks (void)
{
  static const char *const metrics[] = { "carried_out.total", NULL };
  const NbChartOptions options = { .metrics = metrics };
  g_autoptr (GPtrArray) readings = build_none ();
  g_autoptr (NbChart) chart = NULL;
  g_autoptr (NbDrawing) drawing = NULL;
  static const struct
  {
    const char *told;
    guint n;
    NbMark mark;
    gboolean is_solid;
    gboolean has_dot;
  } cases[] = {
    { "not in the form", 1, NB_MARK_CROSS, FALSE, FALSE },
    { "nought", 1, NB_MARK_CIRCLE, TRUE, FALSE },
    { "no report", 0, 0, FALSE, FALSE },
    { "blank", 1, NB_MARK_CIRCLE, FALSE, FALSE },
    { "nought in doubt", 2, NB_MARK_CIRCLE, FALSE, TRUE },
    { "a number", 1, NB_MARK_CIRCLE, TRUE, FALSE },
  };
  double first, slot;

  add (readings, "2014", 2018, "appendix_received=5");
  add (readings, "2019", 2019, "");
  add (readings, "2021", 2021, "carried_out.total=");
  add (readings, "2021", 2022,
       "new_received.total=3 new_received.natural_person=3 carried_out.natural_person=3");
  add (readings, "2021", 2023,
       "new_received.total=3 new_received.natural_person=3 carried_out.total=3 "
       "carried_out.natural_person=3");
  chart = nb_chart_new ("applications", readings, &options, NULL);
  drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
  first = picture_find_spot (drawing, 0, 0, 0)->x + 6;
  slot = picture_find_spot (drawing, 0, 0, 1)->x + 6 - first;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x = first + slot * i;
      Marks marks = find_marks (drawing, x - slot / 2, x + slot / 2);

      g_test_message ("%s", cases[i].told);
      g_assert_cmpuint (marks.n, ==, cases[i].n);
      if (marks.n == 0)
        continue;
      g_assert_cmpint (marks.mark, ==, cases[i].mark);
      g_assert_cmpint (marks.is_solid, ==, cases[i].is_solid);
      g_assert_cmpint (marks.has_dot, ==, cases[i].has_dot);
    }
  g_assert_cmpuint (picture_count_texts (drawing, "× not in that year"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "○ no number"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "A gap: no report"), ==, 1);
  g_assert_cmpuint (picture_count_texts (drawing, "hollow mark with a dot"), ==, 1);
}

/* A base below 30 is grey; pending cases are in no correction rate. */
static void
test_ratios (void)
{
  g_autoptr (GPtrArray) readings = build_none ();
  g_autoptr (NbChart) chart = NULL;
  const NbChartCell *cell;

  add (readings, "2021", 2022,
       "disclosed_full.total=10 closed_total.total=29 reconsideration_upheld=1 "
       "reconsideration_corrected=1 reconsideration_other=0 reconsideration_pending=8");
  add (readings, "2021", 2023, "disclosed_full.total=10 closed_total.total=30");
  chart = nb_chart_new ("ratios", readings, &no_options, NULL);
  cell = nb_chart_panel_get_cell (chart->panels->pdata[0], 0, 0);
  g_assert_true (cell->is_pale);
  g_assert_false (nb_chart_panel_get_cell (chart->panels->pdata[0], 0, 1)->is_pale);
  cell = nb_chart_panel_get_cell (chart->panels->pdata[NB_RATIO_CORRECTION_RECONSIDERATION], 0, 0);
  g_assert_true (cell->is_pale);
  g_assert_cmpint (cell->quantity.value.unscaled, ==, 50);
  /* Without any case there is no rate, and none of nought either. */
  cell = nb_chart_panel_get_cell (chart->panels->pdata[NB_RATIO_CORRECTION_RECONSIDERATION], 0, 1);
  g_assert_true (cell->no_base);
}

/* --- Names --- */

static void
test_labels (void)
{
  g_autoptr (GPtrArray) readings = build_growing ();
  g_autoptr (NbChart) lines = nb_chart_new ("applications", readings, &no_options, NULL);
  g_autoptr (NbDrawing) drawing = nb_chart_draw (lines, &nb_chart_theme_light, 1200, 800);
  const NbSpot *label, *mark;

  /* At the end of each line, of the last year with a number. */
  label = picture_find_label (drawing, 0, 0, 2);
  mark = picture_find_spot (drawing, 0, 0, 2);
  g_assert_true (label != NULL && mark != NULL);
  g_assert_cmpfloat (label->x, >, mark->x + mark->width);
  g_assert_nonnull (picture_find_label (drawing, 0, 1, 2));
  g_assert_nonnull (picture_find_label (drawing, 0, 2, 1));
  g_assert_null (picture_find_label (drawing, 0, 2, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/chart-measure/log", test_log);
  g_test_add_func ("/nianbao/chart-measure/log-is-refused", test_log_is_refused);
  g_test_add_func ("/nianbao/chart-measure/index-of-bars", test_index_of_bars);
  g_test_add_func ("/nianbao/chart-measure/entered-line", test_entered_line);
  g_test_add_func ("/nianbao/chart-measure/entered-bars", test_entered_bars);
  g_test_add_func ("/nianbao/chart-measure/entered-sums", test_entered_sums);
  g_test_add_func ("/nianbao/chart-measure/marks", test_marks);
  g_test_add_func ("/nianbao/chart-measure/ratios", test_ratios);
  g_test_add_func ("/nianbao/chart-measure/labels", test_labels);
  return g_test_run ();
}
