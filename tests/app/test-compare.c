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
  fixture_settle (fixture);
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

/* By more than so many per cent; what has no per cent has changed by more than any. */
static void
test_more_than (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  NbCompareFigures *figures = nb_compare_page_get_figures (page);
  GListModel *rows = nb_compare_figures_get_rows (figures);
  GtkSpinButton *limit = GTK_SPIN_BUTTON (
      fixture_find_type (nb_compare_figures_get_controls (figures), GTK_TYPE_SPIN_BUTTON));
  guint n_before = G_MAXUINT;

  nb_compare_figures_set_filter (figures, NB_COMPARE_MORE_THAN);
  nb_compare_figures_set_order (figures, NB_COMPARE_BY_PERCENT);
  for (int percent = 0; percent <= 20; percent += 10)
    {
      double last = G_MAXDOUBLE;

      gtk_spin_button_set_value (limit, percent);
      wait_until (fixture_is_idle, fixture->window);
      g_assert_cmpuint (g_list_model_get_n_items (rows), >, 0);
      g_assert_cmpuint (g_list_model_get_n_items (rows), <, n_before);
      n_before = g_list_model_get_n_items (rows);
      for (guint i = 0; i < n_before; i++)
        {
          g_autoptr (NbCompareRow) row = g_list_model_get_item (rows, i);
          const NbComparisonRow *values = nb_compare_row_get_row (row);
          double size = ABS (nb_decimal_to_double (values->percent));

          g_assert_true (values->has_delta && !nb_decimal_is_zero (values->delta));
          if (!values->has_percent)
            continue;
          g_assert_cmpfloat (size, >, percent);
          g_assert_cmpfloat (size, <=, last);
          last = size;
        }
    }
}

/* Each table of the comparison can be had alone, and together they are all rows. */
static void
test_tables (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  NbCompareFigures *figures = nb_compare_page_get_figures (page);
  GListModel *rows = nb_compare_figures_get_rows (figures);
  guint n_all, n_rows = 0;

  nb_comparison_get_rows (nb_compare_page_get_comparison (page), &n_all);
  nb_compare_figures_set_order (figures, NB_COMPARE_BY_DIFFERENCE);
  for (guint i = 0; i < 3; i++)
    {
      const NbFormTable *table = NULL;

      nb_compare_figures_set_filter (figures, NB_COMPARE_TABLES + i);
      wait_until (fixture_is_idle, fixture->window);
      g_assert_cmpuint (g_list_model_get_n_items (rows), >, 0);
      for (guint j = 0; j < g_list_model_get_n_items (rows); j++)
        {
          g_autoptr (NbCompareRow) row = g_list_model_get_item (rows, j);

          if (table != NULL)
            g_assert_true (nb_compare_row_get_row (row)->matter.table == table);
          table = nb_compare_row_get_row (row)->matter.table;
          n_rows++;
        }
    }
  g_assert_cmpuint (n_rows, ==, n_all);
}

/* Rows that stand together and are not compared for one reason say it once; to a screen reader all of them do. */
static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2018.html", "yunxi-2019.html");
  GListModel *rows = nb_compare_figures_get_rows (nb_compare_page_get_figures (page));
  guint n_repeats = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (NbCompareRow) row = g_list_model_get_item (rows, i);
      g_autoptr (NbCompareRow) before = i > 0 ? g_list_model_get_item (rows, i - 1) : NULL;
      g_autofree char *spoken = NULL;

      if (!nb_compare_row_get_repeats (row))
        continue;
      n_repeats++;
      g_assert_nonnull (nb_compare_row_get_row (before));
      g_assert_cmpint (nb_compare_row_get_row (row)->reason, ==,
                       nb_compare_row_get_row (before)->reason);
      g_assert_false (nb_compare_row_get_row (row)->has_delta);
      spoken = nb_compare_row_dup_spoken (row);
      if (nb_compare_row_get_row (row)->reason == NB_REASON_NOT_IN_A)
        g_assert_nonnull (strstr (spoken, "the form of A does not ask for it"));
    }
  g_assert_cmpuint (n_repeats, >, 10);
  fixture_assert_shown (fixture, "\u3003");
}

/* What was keyed in into a form is compared, and said to be no printed number. */
static void
test_entered (Fixture *fixture, gconstpointer data)
{
  NbAppItem *a = fixture_open_sample (fixture, "yunxi-2024.html"), *b;
  NbDecimal value = { 321, 0 };
  NbComparePage *page;
  NbCompareRow *row;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "new-report",
                                  g_variant_new ("(ssu)", "2021", "云溪县人民政府", 2025));
  fixture_settle (fixture);
  b = nb_window_get_item (fixture->window);
  nb_session_enter (nb_window_get_session (fixture->window), b,
                    fixture_figure_for_role (b, "requests.received"), &value);
  fixture_settle (fixture);
  page = nb_window_compare (fixture->window, a, b);
  wait_for_page (fixture, page);
  row = find_row (page, "requests.received");
  g_assert_true (nb_compare_row_get_row (row)->sides[1].entered);
  g_assert_cmpint (nb_compare_row_get_row (row)->delta.unscaled, ==, 321 - 214);
  fixture_assert_shown (fixture, "321 (entered)");
  g_assert_true (has_remark (page, "B is entered by hand"));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *icon)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, icon);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The rows that are seen, with their groups, tab-separated. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  g_autofree char *text = NULL;

  g_signal_emit_by_name (find_button (GTK_WIDGET (page), "edit-copy-symbolic"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, read_cb,
                                 &text);
  wait_until (is_read, &text);
  g_assert_true (g_str_has_prefix (text, "Item\tA 2023\tB 2024\tDifference\tChange\t"));
  g_assert_nonnull (strstr (text, "\t189\t214\t+25\t+13.2%\t"));
  /* Of the text what differs in it. */
  g_clear_pointer (&text, g_free);
  nb_compare_page_show_text (page, TRUE);
  g_signal_emit_by_name (find_button (GTK_WIDGET (page), "edit-copy-symbolic"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, read_cb,
                                 &text);
  wait_until (is_read, &text);
  g_assert_nonnull (strstr (text, "the same)"));
  g_assert_null (strstr (text, "\t189\t"));
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
  fixture_settle (fixture);
  g_assert_cmpuint (n, >, 1);
  /* Keys go to the page and not to what is hidden behind it. */
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (page)));
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

/* Where one side is scrolled the other follows, until that is let go. */
static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  NbCompareText *text = nb_compare_page_get_text (page);
  GtkAdjustment *sides[2];
  GtkWidget *link;
  double before;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 420);
  nb_compare_page_show_text (page, TRUE);
  fixture_settle (fixture);
  link = fixture_find_type (nb_compare_text_get_controls (text), GTK_TYPE_TOGGLE_BUTTON);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (link)));
  for (guint i = 0; i < 2; i++)
    sides[i] = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (nb_compare_text_get_side (text, i)));
  gtk_adjustment_set_value (sides[0], 300);
  fixture_settle (fixture);
  before = gtk_adjustment_get_value (sides[1]);
  g_assert_cmpfloat (before, >, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (link), FALSE);
  gtk_adjustment_set_value (sides[0], 0);
  fixture_settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (sides[1]), ==, before);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (link), TRUE);
  gtk_adjustment_set_value (sides[0], 200);
  fixture_settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (sides[1]), !=, before);
}

/* The share of equal text stands beside each section. */
static void
test_shares (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  GPtrArray *sections = nb_comparison_get_sections (nb_compare_page_get_comparison (page));
  guint n = 0;

  nb_compare_page_show_text (page, TRUE);
  fixture_settle (fixture);
  for (guint i = 0; i < sections->len; i++)
    {
      const NbSectionDiff *section = sections->pdata[i];
      g_autofree char *share = g_strdup_printf ("%u%%", (section->permille + 5) / 10);

      if (!section->has_similarity)
        continue;
      g_assert_nonnull (fixture_find_label (GTK_WIDGET (page), share));
      n++;
    }
  g_assert_cmpuint (n, >, 2);
}

/* case-34: two years that are identical but for the year are told to be a copy, also of changed numbers. */
static void
test_case_34 (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2023.html");
  NbSource *source = nb_document_get_source (
      nb_report_get_document (nb_app_item_get_report (item)));
  g_autofree char *path = g_build_filename (g_getenv ("NB_SAMPLES"), "yunxi-2023.html", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) other = NULL;
  NbAppItem *copy;

  g_assert_nonnull (source);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  other = g_string_new (text);
  g_string_replace (other, "2024", "2025", 0);
  g_string_replace (other, "2023", "2024", 0);
  g_string_replace (other, "2022", "2023", 0);
  bytes = g_bytes_new (other->str, other->len);
  copy = nb_session_open_bytes (nb_window_get_session (fixture->window), "copy.html", bytes,
                                "text/html");
  fixture_settle (fixture);
  g_assert_cmpuint (nb_report_get_year (nb_app_item_get_report (copy)), ==, 2024);
  wait_for_page (fixture, nb_window_compare (fixture->window, item, copy));
  fixture_assert_shown (fixture, "one is a copy of the other");
}

/* Where the head has no room for the switch it stands below. */
static void
assert_way_to_text (GtkWidget *title, GtkWidget *bar)
{
  g_assert_cmpint (adw_view_switcher_title_get_title_visible (ADW_VIEW_SWITCHER_TITLE (title)), ==,
                   adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
}

static gboolean
is_narrow (gpointer window)
{
  return gtk_widget_get_width (window) < 860;
}

/* In a narrow window there is a way to the text, and nothing is given to columns that are not seen. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  GtkWidget *view = fixture_find_type (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW);
  GtkWidget *title = fixture_find_type (GTK_WIDGET (page), ADW_TYPE_VIEW_SWITCHER_TITLE);
  GtkWidget *bar = fixture_find_type (GTK_WIDGET (page), ADW_TYPE_VIEW_SWITCHER_BAR);
  GtkWidget *label;
  graphene_rect_t bounds;

  assert_way_to_text (title, bar);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 640);
  wait_until (is_narrow, fixture->window);
  fixture_settle (fixture);
  assert_way_to_text (title, bar);
  label = fixture_find_label (GTK_WIDGET (page), "+13.2%");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, view, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >, gtk_widget_get_width (view) - 40);
}

static gboolean
is_stacked (gpointer page)
{
  return fixture_find_label (page, "+5\n+6.0%") != NULL &&
         fixture_find_label (page, "84\n89") != NULL;
}

/* On a telephone A stands above B, in the choice and in the rows, and nothing is out of sight. */
static void
test_slim (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page = open_compare (fixture, "yunxi-2023.html", "yunxi-2024.html");
  g_autoptr (GString) copied = g_string_new (NULL);
  GtkWidget *label;
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  wait_until (is_narrow, fixture->window);
  wait_until (is_stacked, page);
  fixture_settle (fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 360);
  label = fixture_find_label (GTK_WIDGET (page), "+5\n+6.0%");
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (page), &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 360);
  /* What is copied is a sheet as ever. */
  nb_compare_figures_write_tsv (nb_compare_page_get_figures (page), copied);
  g_assert_true (g_str_has_prefix (copied->str, "Item\tA 2023\tB 2024\tDifference\tChange\t"));
  g_assert_nonnull (strstr (copied->str, "\t189\t214\t+25\t+13.2%\t"));
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
  fixture_settle (fixture);
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
  fixture_settle (fixture);
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
  ADD ("more-than", test_more_than);
  ADD ("tables", test_tables);
  ADD ("reasons", test_reasons);
  ADD ("entered", test_entered);
  ADD ("copy", test_copy);
  ADD ("scroll", test_scroll);
  ADD ("shares", test_shares);
  ADD ("case-34", test_case_34);
  ADD ("narrow", test_narrow);
  ADD ("slim", test_slim);
  ADD ("break", test_break);
  ADD ("text", test_text);
  ADD ("same", test_same);
  ADD ("alone", test_alone);
  ADD ("ways-out", test_ways_out);
  return g_test_run ();
}
