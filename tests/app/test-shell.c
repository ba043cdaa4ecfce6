/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the pages of the real window: side bar, closing and taking back. */

#include "nb-sidebar.h"

#include "fixture.h"
#include "wait.h"

static guint
count_open (Fixture *fixture)
{
  return g_list_model_get_n_items (nb_session_get_items (nb_window_get_session (fixture->window)));
}

static NbSidebar *
get_sidebar (Fixture *fixture)
{
  return NB_SIDEBAR (nb_shell_get_sidebar (fixture->shell));
}

static void
activate (Fixture *fixture, const char *name)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, NULL);
  run_for (50);
}

/* Clicks the button that has this text. */
static void
click (Fixture *fixture, const char *text)
{
  GtkWidget *label = fixture_find_label (GTK_WIDGET (fixture->window), text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  run_for (500); /* until a toast has gone */
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NbAppItem) first = g_object_ref (fixture_open_sample (fixture, "yunxi-2023.html"));
  NbReading *reading = nb_app_item_get_reading (first);
  NbAppItem *second = fixture_open_sample (fixture, "shiqiao-2024.txt");

  nb_window_set_item (fixture->window, first);
  activate (fixture, "close-report");
  g_assert_cmpuint (count_open (fixture), ==, 1);
  g_assert_true (nb_window_get_item (fixture->window) == second);
  fixture_assert_shown (fixture, "2023 closed");
  click (fixture, "Undo");
  g_assert_cmpuint (count_open (fixture), ==, 2);
  g_assert_true (nb_window_get_item (fixture->window) == first);
  /* Nothing was read a second time. */
  g_assert_true (nb_app_item_get_reading (first) == reading);

  activate (fixture, "close-all");
  g_assert_cmpuint (count_open (fixture), ==, 0);
  fixture_assert_shown (fixture, "2 reports closed");
  click (fixture, "Undo");
  g_assert_cmpuint (count_open (fixture), ==, 2);
  g_assert_true (nb_window_get_item (fixture->window) == first);
}

static void
test_close_organ (Fixture *fixture, gconstpointer data)
{
  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "shiqiao-2024.txt");
  fixture_open_sample (fixture, "yunxi-2024.html");
  activate (fixture, "close-organ");
  g_assert_cmpuint (count_open (fixture), ==, 1);
  fixture_assert_shown (fixture, "2 reports closed");
}

/* The headings and what stands below them, in one text. */
static char *
dup_rows (Fixture *fixture)
{
  GListModel *rows = nb_sidebar_get_rows (get_sidebar (fixture));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (rows, i);

      if (NB_IS_HEADING (row))
        g_string_append_printf (text, "[%s]", nb_heading_get_title (NB_HEADING (row)));
      else
        g_string_append_printf (text, "%u ",
                                nb_report_get_year (nb_app_item_get_report (NB_APP_ITEM (row))));
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (Fixture *fixture, const char *order, const char *expected)
{
  g_autofree char *rows = NULL;

  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "sort-reports",
                                      g_variant_new_string (order));
  run_for (50);
  rows = dup_rows (fixture);
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2023.html");
  const char *county = nb_report_get_organ (nb_app_item_get_report (item));
  const char *town;
  g_autofree char *by_organ = NULL;

  fixture_open_sample (fixture, "yunxi-2024.html");
  item = fixture_open_sample (fixture, "shiqiao-2024.txt");
  town = nb_report_get_organ (nb_app_item_get_report (item));
  by_organ = strcmp (county, town) < 0 ? g_strdup_printf ("[%s]2024 2023 [%s]2024 ", county, town)
                                       : g_strdup_printf ("[%s]2024 [%s]2024 2023 ", town, county);
  assert_rows (fixture, "organ", by_organ);
  assert_rows (fixture, "year", "[2024]2024 2024 [2023]2023 ");
  /* Among those without findings the organs stand in their own order. */
  assert_rows (fixture, "findings",
               strcmp (county, town) < 0 ? "[Error]2024 [No findings]2023 2024 "
                                         : "[Error]2024 [No findings]2024 2023 ");
  assert_rows (fixture, "opened", "[Open reports]2024 2024 2023 ");
  assert_rows (fixture, "organ", by_organ);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  GListModel *rows = nb_sidebar_get_rows (get_sidebar (fixture));

  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "yunxi-2024.html");
  fixture_open_sample (fixture, "shiqiao-2024.txt");
  activate (fixture, "search-reports");
  entry = fixture_find_type (GTK_WIDGET (get_sidebar (fixture)), GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "YUNXI 2023");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  /* Enter opens what was found. */
  g_signal_emit_by_name (entry, "activate");
  run_for (50);
  g_assert_true (g_str_has_suffix (nb_app_item_get_uri (nb_window_get_item (fixture->window)),
                                   "yunxi-2023.html"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such organ");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  fixture_assert_shown (fixture, "No open report matches");
  g_signal_emit_by_name (entry, "stop-search");
  run_for (50);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  g_assert_false (gtk_widget_is_visible (entry));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/shell/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

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

  ADD ("undo", test_undo);
  ADD ("close-organ", test_close_organ);
  ADD ("order", test_order);
  ADD ("search", test_search);
  return g_test_run ();
}
