/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two reports side by side in the real window: figures with their filters and order, text with its
 * differences, what is chosen and swapped, and the way to the cell. Skipped without a display.
 */

#include "nb-window-compare.h"

#include "fixture.h"
#include "wait.h"

static gboolean
is_compared (gpointer page)
{
  return !nb_compare_page_is_busy (page) && nb_compare_page_get_comparison (page) != NULL;
}

static void
wait_for_page (Fixture *fixture, NbComparePage *page)
{
  run_for (50);
  wait_until (is_compared, page);
  wait_until (fixture_is_idle, fixture->window);
}

/* Opens two years and compares them as the key does. */
static NbComparePage *
open_compare (Fixture *fixture, const char *first, const char *second)
{
  NbComparePage *page;

  fixture_open_sample (fixture, first);
  fixture_open_sample (fixture, second);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "compare", NULL);
  page = nb_window_get_compare_page (fixture->window);
  g_assert_nonnull (page);
  wait_for_page (fixture, page);
  return page;
}

static guint
get_year (NbComparePage *page, guint side)
{
  return nb_report_get_year (
      nb_comparison_get_report (nb_compare_page_get_comparison (page), side));
}

static NbCompareRow *
find_row (NbComparePage *page, const char *role)
{
  GListModel *rows = nb_compare_figures_get_rows (nb_compare_page_get_figures (page));
  NbReport *report = nb_comparison_get_report (nb_compare_page_get_comparison (page), 1);
  const NbMetric *metric = nb_form_find_role (nb_report_get_form (report), role);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (NbCompareRow) row = g_list_model_get_item (rows, i);
      const NbComparisonRow *values = nb_compare_row_get_row (row);

      if (values != NULL && values->sides[1].figure != NULL &&
          nb_figure_get_metric (values->sides[1].figure) == metric)
        return row;
    }
  return NULL;
}

static gboolean
has_remark (NbComparePage *page, const char *text)
{
  g_autoptr (GString) tsv = g_string_new (NULL);

  nb_compare_figures_write_tsv (nb_compare_page_get_figures (page), tsv);
  return strstr (tsv->str, text) != NULL;
}

/* The older year stands left, whatever is shown; values, difference and per cent are those of the library. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2024.html", "yunxi-2023.html");
  NbCompareRow *row;
  g_autofree char *spoken = NULL;

  g_assert_cmpuint (get_year (page, 0), ==, 2023);
  g_assert_cmpuint (get_year (page, 1), ==, 2024);
  row = find_row (page, "requests.received");
  g_assert_nonnull (row);
  spoken = nb_compare_row_dup_spoken (row);
  g_assert_nonnull (strstr (spoken, "A 189, B 214, difference +25, per cent +13.2%"));
  g_assert_cmpfloat (nb_compare_row_get_share (row), >, 0);
  fixture_assert_shown (fixture, "+25");
  fixture_assert_shown (fixture, "+13.2%");
  g_assert_true (has_remark (page, "a sum, not printed"));
  /* Its group is said by a head above it, its finding by a mark. */
  fixture_assert_shown (fixture, "3. Outcomes in the year");
  g_assert_nonnull (nb_compare_row_get_finding (row));
  g_assert_cmpuint (nb_compare_row_get_depth (row), ==, 0);
  row = find_row (page, "outcomes.full");
  g_assert_cmpuint (nb_compare_row_get_depth (row), ==, 1);
  fixture_assert_named (GTK_WIDGET (page));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  NbCompareFigures *figures = nb_compare_page_get_figures (page);
  GListModel *rows = nb_compare_figures_get_rows (figures);
  guint n_main = g_list_model_get_n_items (rows), n_all, n_changed;
  double last = G_MAXDOUBLE;

  nb_compare_figures_set_filter (figures, NB_COMPARE_ALL);
  wait_until (fixture_is_idle, fixture->window);
  n_all = g_list_model_get_n_items (rows);
  g_assert_cmpuint (n_all, >, n_main);
  nb_compare_figures_set_filter (figures, NB_COMPARE_CHANGED);
  nb_compare_figures_set_order (figures, NB_COMPARE_BY_DIFFERENCE);
  wait_until (fixture_is_idle, fixture->window);
  n_changed = g_list_model_get_n_items (rows);
  g_assert_cmpuint (n_changed, >, 10);
  g_assert_cmpuint (n_changed, <, n_all);
  for (guint i = 0; i < n_changed; i++)
    {
      g_autoptr (NbCompareRow) row = g_list_model_get_item (rows, i);
      double size = nb_decimal_to_double (nb_compare_row_get_row (row)->delta);

      size = size < 0 ? -size : size;
      g_assert_cmpfloat (size, >, 0);
      g_assert_cmpfloat (size, <=, last);
      last = size;
    }
  nb_compare_figures_set_filter (figures, NB_COMPARE_FINDINGS);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (rows), <, n_all);
}

/* Over the break nothing is computed, and the reason is said. */
static void
test_break (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2018.html", "yunxi-2019.html");
  NbCompareRow *row = find_row (page, "requests.received");

  g_assert_nonnull (row);
  g_assert_false (nb_compare_row_get_row (row)->has_delta);
  g_assert_cmpint (nb_compare_row_get_row (row)->matter.comparable, ==, NB_COMPARABLE_BREAK);
  fixture_assert_shown (fixture, "break");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  NbCompareText *text = nb_compare_page_get_text (page);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (nb_compare_text_get_side (text, 1)));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "number");
  GtkTextIter iter;
  guint n = nb_compare_text_count (text), n_numbers = 0;

  nb_compare_page_show_text (page, TRUE);
  run_for (50);
  g_assert_cmpuint (n, >, 1);
  nb_compare_text_move (text, 1);
  g_assert_cmpint (nb_compare_text_get_current (text), ==, 0);
  nb_compare_text_move (text, -1);
  g_assert_cmpint (nb_compare_text_get_current (text), ==, (int) n - 1);
  fixture_assert_shown (fixture, "Difference ");
  gtk_text_buffer_get_start_iter (buffer, &iter);
  while (gtk_text_iter_forward_to_tag_toggle (&iter, tag))
    n_numbers += gtk_text_iter_starts_tag (&iter, tag);
  g_assert_cmpuint (n_numbers, >, 0);
  fixture_assert_named (GTK_WIDGET (page));
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");

  wait_for_page (fixture, nb_window_compare (fixture->window, item, item));
  fixture_assert_shown (fixture, "the same report");
}

static void
test_alone (Fixture *fixture, gconstpointer data)
{
  fixture_open_sample (fixture, "yunxi-2024.html");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "compare", NULL);
  run_for (50);
  fixture_assert_shown (fixture, "Two Reports Are Needed");
  /* Another report that is opened meanwhile can be chosen, and closing it takes it away. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "leave-compare", NULL);
  g_assert_null (nb_window_get_compare_page (fixture->window));
}

/* A row leads to its cell; a report that is closed is compared no more. */
static void
test_ways_out (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  NbCompareRow *row = find_row (page, "requests.received");
  NbAppItem *item = nb_compare_page_get_item (page, 1);
  NbFigure *figure = nb_compare_row_get_row (row)->sides[1].figure;

  g_signal_emit_by_name (nb_compare_page_get_figures (page), "figure-chosen", item, figure);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_null (nb_window_get_compare_page (fixture->window));
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
  g_assert_true (nb_app_item_get_figure (item) == figure);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "compare", NULL);
  wait_for_page (fixture, page);
  nb_session_close (nb_window_get_session (fixture->window), nb_compare_page_get_item (page, 0));
  run_for (100);
  fixture_assert_shown (fixture, "Two Reports Are Needed");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/compare-page/" name, Fixture, NULL, fixture_set_up, function,              \
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

  ADD ("figures", test_figures);
  ADD ("filter", test_filter);
  ADD ("break", test_break);
  ADD ("text", test_text);
  ADD ("same", test_same);
  ADD ("alone", test_alone);
  ADD ("ways-out", test_ways_out);
  return g_test_run ();
}
