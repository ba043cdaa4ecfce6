/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Charts page of the real window: every chart over the open years, reading out by pointer and keys,
 * the toggles, the table beside it, what is taken away. Skipped without a display.
 */

#include "nb-chart-table.h"
#include "nb-charts-page.h"
#include "nb-window-export.h"

#include "fixture.h"
#include "wait.h"

static const char *const years[] = { "yunxi-2018.html", "yunxi-2019.html", "yunxi-2021.html",
                                     "yunxi-2022.txt", "yunxi-2024.html" };

static gboolean
is_drawn (gpointer page)
{
  return !nb_charts_page_is_busy (page) &&
         nb_chart_view_get_chart (nb_charts_page_get_view (page)) != NULL;
}

static NbChartsPage *
open_charts (Fixture *fixture, guint n_years)
{
  NbChartsPage *page;

  for (guint i = G_N_ELEMENTS (years) - n_years; i < G_N_ELEMENTS (years); i++)
    fixture_open_sample (fixture, years[i]);
  page = NB_CHARTS_PAGE (fixture_show_page (fixture, "charts"));
  fixture_settle (fixture);
  wait_until (is_drawn, page);
  wait_until (fixture_is_idle, fixture->window);
  return page;
}

static void
select_chart (Fixture *fixture, NbChartsPage *page, const char *id)
{
  nb_charts_page_select (page, id);
  fixture_settle (fixture);
  wait_until (is_drawn, page);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpstr (nb_chart_view_get_chart (nb_charts_page_get_view (page))->id, ==, id);
}

static void
test_years (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 5);
  NbChartView *view = nb_charts_page_get_view (page);
  const NbChart *chart = nb_chart_view_get_chart (view);

  g_assert_cmpstr (chart->id, ==, "applications");
  g_assert_cmpuint (chart->readings->len, ==, 5);
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG));
  g_assert_null (gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, chart->headline));
  g_assert_null (gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chart->summary));
  /* The table beside it has the numbers, and says what none is. */
  fixture_assert_shown (fixture, "217");
  fixture_assert_shown (fixture, "no report");
  fixture_assert_shown (fixture, "not in form");
  fixture_assert_named (GTK_WIDGET (page));
}

/* Each chart of the list can be shown, drawn and walked through to its end. */
static void
test_every_chart (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 3);
  NbChartView *view = nb_charts_page_get_view (page);
  const char *const *ids = nb_chart_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NbSpot point, last = { 0 };
      guint n = 0;

      g_test_message ("%s", ids[i]);
      select_chart (fixture, page, ids[i]);
      while (nb_chart_view_move (view, 1, 0) && nb_chart_view_get_point (view, &point) &&
             (n == 0 || point.panel != last.panel || point.category != last.category))
        {
          g_autofree char *text = nb_chart_view_dup_read_out (view);

          g_assert_cmpuint (strlen (text), >, 8);
          last = point;
          n++;
        }
      g_assert_cmpuint (n, >, 0);
      fixture_assert_named (GTK_WIDGET (page));
    }
}

static void
test_read_out (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 5);
  NbChartView *view = nb_charts_page_get_view (page);
  NbSpot point;
  g_autofree char *text = NULL;

  /* The keys: the first year, then the next with a report. */
  g_assert_true (nb_chart_view_move (view, 1, 0));
  text = nb_chart_view_dup_read_out (view);
  g_assert_nonnull (strstr (text, "2018"));
  g_assert_true (nb_chart_view_move (view, 1, 0));
  fixture_assert_shown (fixture, "2019 · form 2019");
  g_clear_pointer (&text, g_free);
  text = nb_chart_view_dup_read_out (view);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text));
  /* The pointer, in the middle of where that value is drawn. */
  g_assert_true (nb_chart_view_get_point (view, &point));
  nb_chart_view_clear_point (view);
  g_assert_false (nb_chart_view_get_point (view, &point));
  g_assert_true (
      nb_chart_view_point_at (view, point.x + point.width / 2, point.y + point.height / 2));
  fixture_assert_shown (fixture, "2019 · form 2019");
  g_assert_false (nb_chart_view_point_at (view, 1, 1));
}

/* A value leads to its cell, in the report of its year. */
static void
test_activate (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 3);
  NbChartView *view = nb_charts_page_get_view (page);
  NbFigure *figure;

  g_assert_true (nb_chart_view_move (view, 1, 0));
  figure = nb_chart_view_get_figure (view, NULL);
  g_assert_nonnull (figure);
  g_signal_emit_by_name (view, "activated");
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
  g_assert_true (nb_app_item_get_figure (nb_window_get_item (fixture->window)) == figure);
  g_assert_cmpuint (
      nb_report_get_year (nb_app_item_get_report (nb_window_get_item (fixture->window))), ==, 2021);
}

static guint
count_text (const NbDrawing *drawing, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < drawing->items->len; i++)
    {
      const NbDraw *item = &g_array_index (drawing->items, NbDraw, i);

      n += item->text != NULL && strstr (item->text, text) != NULL;
    }
  return n;
}

static GtkWidget *
find_toggle (GtkWidget *widget, const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ||
       g_strcmp0 (g_object_get_data (G_OBJECT (widget), "nb-series"), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 3);
  NbChartView *view = nb_charts_page_get_view (page);
  GtkWidget *toggle = find_toggle (GTK_WIDGET (page), "closed");
  g_autoptr (NbDrawing) with = nb_chart_view_draw (view);
  g_autoptr (NbDrawing) without = NULL;

  g_assert_cmpuint (count_text (with, "closed 217"), ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  without = nb_chart_view_draw (view);
  g_assert_cmpuint (count_text (without, "closed 217"), ==, 0);
  g_assert_cmpuint (count_text (without, "received 214"), ==, 1);
  g_assert_true (nb_chart_view_move (view, 1, 0));
}

static GtkWidget *
find_grid (GtkWidget *widget)
{
  while (widget != NULL && !GTK_IS_GRID (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* Panels of one line each, of the same years, are the lines of one table; the chosen year is tinted in all of them. */
static void
test_one_table (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 3);
  GtkWidget *grid;
  NbSpot point = { .panel = 1, .category = 1 };

  select_chart (fixture, page, "enforcement");
  fixture_assert_shown (fixture, "428");
  grid = find_grid (fixture_find_label (GTK_WIDGET (page), "43,218"));
  g_assert_nonnull (grid);
  g_assert_true (find_grid (fixture_find_label (GTK_WIDGET (page), "3,176")) == grid);
  g_assert_nonnull (gtk_grid_get_child_at (GTK_GRID (grid), 1, 3));
  g_assert_null (gtk_grid_get_child_at (GTK_GRID (grid), 1, 4));
  nb_chart_table_tint (NB_CHART_TABLE (gtk_widget_get_ancestor (grid, NB_TYPE_CHART_TABLE)),
                       &point);
  for (int line = 0; line < 4; line++)
    g_assert_true (
        gtk_widget_has_css_class (gtk_grid_get_child_at (GTK_GRID (grid), 2, line), "nb-tinted"));
}

/* Shares instead of numbers; the table goes on showing the numbers. */
static void
test_shares (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 3);
  NbChartView *view = nb_charts_page_get_view (page);
  GtkWidget *toggle = find_toggle (GTK_WIDGET (page), "Per Cent");
  g_autoptr (NbDrawing) drawing = NULL;

  g_assert_false (gtk_widget_is_visible (toggle));
  select_chart (fixture, page, "outcomes");
  g_assert_true (gtk_widget_is_visible (toggle));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  fixture_settle (fixture);
  wait_until (is_drawn, page);
  wait_until (fixture_is_idle, fixture->window);
  drawing = nb_chart_view_draw (view);
  g_assert_cmpuint (count_text (drawing, "40.0%"), ==, 1);
  fixture_assert_shown (fixture, "217");
}

static GtkWidget *
find_drop (GtkWidget *widget, const char *item)
{
  GListModel *model = GTK_IS_DROP_DOWN (widget) ? gtk_drop_down_get_model (GTK_DROP_DOWN (widget))
                                                : NULL;

  if (GTK_IS_STRING_LIST (model) &&
      g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), 0), item) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_drop (child, item);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose_scale (Fixture *fixture, NbChartsPage *page, NbChartScale scale)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_drop (GTK_WIDGET (page), "Linear")), scale);
  fixture_settle (fixture);
  wait_until (is_drawn, page);
  wait_until (fixture_is_idle, fixture->window);
}

static NbChartScale
get_scale (NbChartsPage *page)
{
  const NbChart *chart = nb_chart_view_get_chart (nb_charts_page_get_view (page));

  return ((NbChartPanel *) chart->panels->pdata[0])->scale;
}

/* A logarithm of nought is refused with the reason, and the index that is offered instead is drawn. */
static void
test_scale (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 3);
  GtkWidget *bar, *drop;

  choose_scale (fixture, page, NB_CHART_SCALE_LOG);
  g_assert_cmpint (get_scale (page), ==, NB_CHART_SCALE_LOG);
  choose_scale (fixture, page, NB_CHART_SCALE_LINEAR);
  select_chart (fixture, page, "enforcement");
  choose_scale (fixture, page, NB_CHART_SCALE_LOG);
  g_assert_cmpint (get_scale (page), ==, NB_CHART_SCALE_LINEAR);
  fixture_assert_shown (fixture, "Bars begin at nought");
  fixture_assert_named (GTK_WIDGET (page));
  bar = fixture_find_type (GTK_WIDGET (page), GTK_TYPE_INFO_BAR);
  g_assert_true (gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)));
  gtk_info_bar_response (GTK_INFO_BAR (bar), GTK_RESPONSE_OK);
  fixture_settle (fixture);
  wait_until (is_drawn, page);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpint (get_scale (page), ==, NB_CHART_SCALE_INDEX);
  g_assert_false (gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)));
  /* Another chart begins with its numbers. */
  select_chart (fixture, page, "applications");
  g_assert_cmpint (get_scale (page), ==, NB_CHART_SCALE_LINEAR);
  /* Where there is no other scale the list says why, and stays where it is. */
  drop = find_drop (GTK_WIDGET (page), "Linear");
  g_assert_true (gtk_widget_get_sensitive (drop));
  select_chart (fixture, page, "outcomes");
  g_assert_true (gtk_widget_get_mapped (drop));
  g_assert_false (gtk_widget_get_sensitive (drop));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (drop), "bars of several years"));
}

/* The name at the end of a line answers as its last value does. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page = open_charts (fixture, 3);
  NbChartView *view = nb_charts_page_get_view (page);
  const NbChart *chart = nb_chart_view_get_chart (view);
  g_autoptr (NbDrawing) drawing = nb_chart_draw (chart, &nb_chart_theme_light,
                                                 gtk_widget_get_width (GTK_WIDGET (view)),
                                                 gtk_widget_get_height (GTK_WIDGET (view)));
  guint n = 0;

  for (guint i = 0; i < drawing->spots->len; i++)
    {
      const NbSpot *spot = &g_array_index (drawing->spots, NbSpot, i);
      NbSpot point;
      g_autofree char *text = NULL;

      if (!spot->is_label)
        continue;
      g_assert_true (nb_chart_view_point_at (view, spot->x + spot->width - 2, spot->y + 2));
      g_assert_true (nb_chart_view_get_point (view, &point));
      g_assert_cmpuint (point.series, ==, spot->series);
      text = nb_chart_view_dup_read_out (view);
      g_assert_nonnull (strstr (text, ((NbChartSeries *) ((NbChartPanel *) chart->panels->pdata[0])
                                           ->series->pdata[spot->series])
                                          ->label));
      g_assert_nonnull (nb_chart_view_get_figure (view, NULL));
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
}

/* A form that is filled in by hand is drawn, and what was keyed in is told from what is printed. */
static void
test_entered (Fixture *fixture, gconstpointer data)
{
  NbChartsPage *page;
  NbChartView *view;
  NbAppItem *item;
  NbDecimal value = { 321, 0 };
  g_autoptr (NbDrawing) drawing = NULL;
  g_autofree char *text = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "new-report",
                                  g_variant_new ("(ssu)", "2021", "云溪县人民政府", 2025));
  fixture_settle (fixture);
  item = nb_window_get_item (fixture->window);
  g_assert_nonnull (nb_app_item_get_report (item));
  nb_session_enter (nb_window_get_session (fixture->window), item,
                    fixture_figure_for_role (item, "requests.received"), &value);
  fixture_settle (fixture);
  page = NB_CHARTS_PAGE (fixture_show_page (fixture, "charts"));
  fixture_settle (fixture);
  wait_until (is_drawn, page);
  wait_until (fixture_is_idle, fixture->window);
  view = nb_charts_page_get_view (page);
  drawing = nb_chart_view_draw (view);
  g_assert_cmpuint (count_text (drawing, "321"), ==, 1);
  g_assert_cmpuint (count_text (drawing, "entered by hand"), ==, 1);
  fixture_assert_shown (fixture, "✎\u2009321");
  g_assert_true (nb_chart_view_move (view, 1, 0));
  text = nb_chart_view_dup_read_out (view);
  g_assert_nonnull (strstr (text, "(entered by hand)"));
}

/* One year is drawn as well, and the page says what would show more. */
static void
test_one_year (Fixture *fixture, gconstpointer data)
{
  open_charts (fixture, 1);
  fixture_assert_shown (fixture, "Only one year of this organ is open");
}

typedef struct
{
  gboolean done;
  gboolean written;
  GError *error;
} Export;

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;

  export->written = nb_window_export_chart_finish (NB_WINDOW (source), result, &export->error);
  export->done = TRUE;
}

static gboolean
is_exported (gpointer user_data)
{
  return ((Export *) user_data)->done;
}

/* Written on another thread, so that the window goes on meanwhile. */
static gboolean
export_to (Fixture *fixture, const char *path, GError **error)
{
  Export export = { 0 };

  nb_window_export_chart_to (fixture->window, path, exported_cb, &export);
  g_assert_false (export.done);
  wait_until (is_exported, &export);
  if (export.error != NULL)
    g_propagate_error (error, export.error);
  return export.written;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const magic[][2] = { { "png", "\x89PNG" },
                                          { "svg", "<?xml" },
                                          { "pdf", "%PDF" } };
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *wrong = g_build_filename (folder, "chart.jpg", NULL);

  open_charts (fixture, 3);
  for (guint i = 0; i < G_N_ELEMENTS (magic); i++)
    {
      g_autofree char *name = g_strdup_printf ("chart.%s", magic[i][0]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (export_to (fixture, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, magic[i][1]));
      g_unlink (path);
    }
  g_assert_false (export_to (fixture, wrong, &error));
  g_assert_nonnull (strstr (error->message, ".png, .svg or .pdf"));
  g_assert_false (g_file_test (wrong, G_FILE_TEST_EXISTS));
  g_rmdir (folder);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/charts-page/" name, Fixture, NULL, fixture_set_up, function,               \
              fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();

  ADD ("years", test_years);
  ADD ("every-chart", test_every_chart);
  ADD ("read-out", test_read_out);
  ADD ("activate", test_activate);
  ADD ("toggle", test_toggle);
  ADD ("one-table", test_one_table);
  ADD ("shares", test_shares);
  ADD ("scale", test_scale);
  ADD ("names", test_names);
  ADD ("entered", test_entered);
  ADD ("one-year", test_one_year);
  ADD ("export", test_export);
  return g_test_run ();
}
