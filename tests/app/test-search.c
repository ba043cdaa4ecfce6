/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in one report and in all of them. Skipped without a display. */

#include "nb-later.h"
#include "nb-search-panel.h"
#include "nb-sidebar.h"
#include "nb-text-page.h"

#include "fixture.h"
#include "wait.h"

static NbSearchPanel *
get_panel (Fixture *fixture)
{
  return nb_sidebar_get_search_panel (NB_SIDEBAR (nb_shell_get_sidebar (fixture->shell)));
}

typedef struct
{
  NbSearchPanel *panel;
  guint n_rows;
} Rows;

static gboolean
has_rows (gpointer user_data)
{
  const Rows *rows = user_data;

  return nb_later_is_idle () &&
         fixture_count_rows (GTK_LIST_BOX (nb_search_panel_get_list (rows->panel))) == rows->n_rows;
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
  fixture_settle (fixture);
}

static void
find (Fixture *fixture, const char *query, guint n_expected)
{
  Rows rows = { get_panel (fixture), n_expected };

  nb_search_panel_set_query (rows.panel, query);
  fixture_settle (fixture);
  wait_until (has_rows, &rows);
}

/* The places of every report, under the report, each of which leads to itself. */
static void
test_everywhere (Fixture *fixture, gconstpointer data)
{
  NbAppItem *first, *second;
  NbSearchPanel *panel = get_panel (fixture);
  GtkListBox *list = GTK_LIST_BOX (nb_search_panel_get_list (panel));
  NbTextView *view;
  NbPlace place = { 0 };
  GtkTextBuffer *buffer;
  GtkTextIter iter, end;
  g_autofree char *there = NULL;

  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "find-everywhere"));
  second = fixture_open_sample (fixture, "yunxi-2023.html");
  first = fixture_open_sample (fixture, "yunxi-2024.html");
  activate (fixture, "find-everywhere");
  fixture_assert_shown (fixture, "every place in every open report");
  /* The number that the sentence of 2024 gets wrong stands there alone. */
  find (fixture, "241", 1);
  fixture_assert_shown (fixture, "1 place in 1 report");
  /* Full-width digits find the same. */
  find (fixture, "\uff12\uff14\uff11", 1);
  nb_window_set_item (fixture->window, second);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  fixture_settle (fixture);
  g_assert_true (nb_window_get_item (fixture->window) == first);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "text");
  view = nb_text_page_get_view (NB_TEXT_PAGE (nb_shell_get_page (fixture->shell)));
  g_assert_cmpuint (nb_text_view_get_n_hits (view), ==, 1);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  end = iter;
  gtk_text_iter_forward_chars (&end, 3);
  there = gtk_text_buffer_get_text (buffer, &iter, &end, FALSE);
  g_assert_cmpstr (there, ==, "241");
  nb_text_view_show_place (view, &place);

  find (fixture, "no such words", 0);
  fixture_assert_shown (fixture, "Not found in any open report");
  /* What is closed is found no more. */
  find (fixture, "241", 1);
  nb_session_close (nb_window_get_session (fixture->window), first);
  find (fixture, "241", 0);
  /* The list goes when its panel goes. */
  nb_search_panel_set_query (panel, "2023");
  WAIT_FOR (fixture_count_rows (list) > 2);
  g_signal_emit_by_name (panel, "closed");
  fixture_settle (fixture);
  g_assert_cmpuint (fixture_count_rows (list), ==, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (nb_shell_get_sidebar (fixture->shell))));
}

/* However often a word stands there, the list has an end, and says so. */
static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2022.txt",
                                                 NULL);
  g_autofree char *sample = NULL;
  NbSession *session = nb_window_get_session (fixture->window);

  g_assert_true (g_file_get_contents (path, &sample, NULL, NULL));
  for (guint part = 0; part < 6; part++)
    {
      g_string_assign (text, sample);
      for (guint i = 0; i < NB_LIMIT_SEARCH_REPORT + 10 + part; i++)
        g_string_append (text, "\nNianbaoword");
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = g_bytes_new (text->str, text->len);
      nb_session_open_bytes (session, "pasted", bytes, "text/plain;charset=utf-8");
    }
  wait_until (fixture_is_idle, fixture->window);
  activate (fixture, "find-everywhere");
  find (fixture, "nianbaoWORD", NB_LIMIT_SEARCH_HITS);
  fixture_assert_shown (fixture, "675 places in 6 reports; the first 500 are listed");
}

/* Next and previous go round without the search bar, which Esc closes with the place selected. */
static void
test_in_text (Fixture *fixture, gconstpointer data)
{
  NbTextPage *page;
  NbTextView *view;
  GtkTextIter start, end;
  g_autofree char *selected = NULL;
  GtkWidget *bar;

  fixture_open_sample (fixture, "yunxi-2024.html");
  page = NB_TEXT_PAGE (fixture_show_page (fixture, "text"));
  view = nb_text_page_get_view (page);
  activate (fixture, "find");
  bar = fixture_find_type (GTK_WIDGET (page), GTK_TYPE_SEARCH_BAR);
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  gtk_editable_set_text (GTK_EDITABLE (fixture_find_type (bar, GTK_TYPE_SEARCH_ENTRY)), "2024");
  WAIT_FOR (nb_text_view_get_n_hits (view) > 2);
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "1 of ");
  activate (fixture, "next-hit");
  g_assert_cmpuint (nb_text_view_get_current_hit (view), ==, 1);
  fixture_assert_shown (fixture, "2 of ");
  activate (fixture, "previous-hit");
  activate (fixture, "previous-hit");
  g_assert_cmpuint (nb_text_view_get_current_hit (view), ==, nb_text_view_get_n_hits (view) - 1);
  activate (fixture, "next-hit");
  /* Ticks stand in the order of the places. */
  fixture_settle (fixture);
  for (guint i = 1; i < nb_text_view_get_n_hits (view); i++)
    g_assert_cmpfloat (nb_text_view_get_hit_position (view, i), >=,
                       nb_text_view_get_hit_position (view, i - 1));
  g_assert_cmpfloat (nb_text_view_get_hit_position (view, nb_text_view_get_n_hits (view) - 1), >,
                     0.05);
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  fixture_settle (fixture);
  g_assert_cmpuint (nb_text_view_get_n_hits (view), ==, 0);
  g_assert_true (gtk_text_buffer_get_selection_bounds (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start, &end));
  selected = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &start,
                                       &end, FALSE);
  g_assert_cmpstr (selected, ==, "2024");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/search/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

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
  ADD ("everywhere", test_everywhere);
  ADD ("limit", test_limit);
  ADD ("in-text", test_in_text);
  return g_test_run ();
}
