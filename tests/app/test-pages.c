/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages tell of a report beyond its figures: charset, way in, other years. Skipped without a display. */

#include "base/nb-error.h"
#include "nb-charset-menu.h"

#include "fixture.h"
#include "wait.h"

/* The report of a sample as it is once read again in a charset; "" for the one that is found out. */
static void
read_in_charset (Fixture *fixture, const char *charset)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "charset"));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "charset",
                                      g_variant_new_string (charset));
  wait_until (fixture_is_idle, fixture->window);
  run_for (50);
}

static void
test_charset (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  g_autofree char *organ = g_strdup (nb_report_get_organ (nb_app_item_get_report (item)));
  g_autofree char *found = nb_charset_dup_description (item);
  g_autofree char *chosen = NULL;
  g_autoptr (GVariant) state = NULL;

  fixture_show_page (fixture, "overview");
  g_assert_cmpstr (found, ==, "GB18030 (the page says GB2312)");
  fixture_assert_shown (fixture, found);
  read_in_charset (fixture, "gb18030");
  chosen = nb_charset_dup_description (item);
  g_assert_cmpstr (chosen, ==, "GB18030, chosen by hand (the page says GB2312)");
  fixture_assert_shown (fixture, chosen);
  g_assert_cmpstr (nb_report_get_organ (nb_app_item_get_report (item)), ==, organ);

  /* In a charset that the bytes do not hold the report is not lost, nor is what it was read in. */
  read_in_charset (fixture, "utf-16le");
  g_assert_cmpstr (nb_report_get_organ (nb_app_item_get_report (item)), ==, organ);
  g_assert_cmpstr (nb_app_item_get_charset (item), ==, "gb18030");
  fixture_assert_shown (fixture, "Not read again");
  read_in_charset (fixture, "");
  g_assert_null (nb_app_item_get_charset (item));
  state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "charset");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "");
}

/* A text whose charset nobody knows is offered to be read in one that the user knows. */
static void
test_charset_unknown (Fixture *fixture, gconstpointer data)
{
  static const guint8 odd[] =
      "\x81 \x81 \xff\xff \x81\x81 \xff\x80 \x80\x81 \xff\xff\xff \x9f\xff \x81 \xff";
  g_autoptr (GBytes) bytes = g_bytes_new_static (odd, sizeof odd - 1);
  NbAppItem *item = nb_session_open_bytes (nb_window_get_session (fixture->window), "odd.txt",
                                           bytes, "text/plain");

  nb_window_await (fixture->window, item);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_error (nb_app_item_get_error (item), NB_ERROR, NB_ERROR_CHARSET_UNKNOWN);
  fixture_assert_shown (fixture, "The characters of this text are not known");
  fixture_assert_shown (fixture, "Choose the Charset");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "charset"));
  fixture_assert_named (GTK_WIDGET (fixture->window));
}

/* A site that takes the call and never answers. */
static GSocketListener *
start_silent_site (guint16 *port)
{
  GSocketListener *listener = g_socket_listener_new ();

  *port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_assert_cmpuint (*port, >, 0);
  return listener;
}

static gboolean
only_one_waits (gpointer session)
{
  return nb_session_get_n_busy (session) == 1;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = fixture_find_label (widget, label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

/* What was opened together, each with what has become of it; a silent site keeps no file waiting. */
static void
test_loading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                   "yunxi-2024.html", NULL);
  NbSession *session = nb_window_get_session (fixture->window);
  guint16 port = 0;
  g_autoptr (GSocketListener) site = start_silent_site (&port);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/2023.html", port);
  const char *const uris[] = { address, sample, "/no/such/report.html", NULL };
  GtkWidget *status, *button;

  nb_window_open (fixture->window, uris);
  wait_until (only_one_waits, session);
  fixture_assert_shown (fixture, "Opening 3 reports");
  fixture_assert_shown (fixture, "1 of 3 reports read · 1 could not be read");
  status = nb_shell_get_status (fixture->shell);
  g_assert_nonnull (fixture_find_label (status, "200 cells"));
  g_assert_nonnull (find_button (status, "Details"));
  fixture_assert_named (status);
  button = find_button (status, "Show");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  run_for (100);
  g_assert_cmpuint (
      nb_report_get_year (nb_app_item_get_report (nb_window_get_item (fixture->window))), ==, 2024);
  nb_session_cancel_all (session);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (nb_session_get_items (session)), ==, 2);

  /* The same report once more is told, and shown. */
  nb_window_open (fixture->window, (const char *const[]){ sample, NULL });
  fixture_assert_shown (fixture, "This report is open already");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/pages/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

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
  ADD ("charset", test_charset);
  ADD ("charset-unknown", test_charset_unknown);
  ADD ("loading", test_loading);
  return g_test_run ();
}
