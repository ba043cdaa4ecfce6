/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What opens reports in the window, and what is seen meanwhile: many, none, those that fail; keys and the address dialog. */

#include "nb-accels.h"
#include "nb-address-dialog.h"
#include "nb-loading-row.h"
#include "nb-sidebar-row.h"
#include "nb-sidebar.h"
#include "nb-status-page.h"
#include "nb-ui-text.h"

#include "fixture.h"
#include "wait.h"

static void
test_error (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  const char *uris[2] = { NULL, NULL };
  NbAppItem *good;
  GListModel *rows;
  int fd = g_file_open_tmp ("nianbao-XXXXXX.html", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "<p>A recipe for bread.</p>", -1, NULL));
  uris[0] = path;
  nb_window_open (fixture->window, uris);
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "No annual report was found");
  fixture_assert_shown (fixture, "What you can do");
  fixture_assert_shown (fixture, path);

  /* The others stay usable, and the error can be looked at again. */
  good = fixture_open_sample (fixture, "yunxi-2023.html");
  g_assert_nonnull (nb_app_item_get_report (good));
  rows = nb_sidebar_get_rows (NB_SIDEBAR (nb_shell_get_sidebar (fixture->shell)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "close-report", NULL);
  fixture_settle (fixture);
  g_assert_cmpuint (
      g_list_model_get_n_items (nb_session_get_items (nb_window_get_session (fixture->window))), ==,
      1);
  g_unlink (path);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "yunxi-2017.txt", "yunxi-2018.html",  "yunxi-2019.html",
                                       "yunxi-2020.txt", "shiqiao-2024.txt", "yunxi-2024.html" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GListModel *rows;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (paths, g_test_build_filename (G_TEST_DIST, "data", "samples", names[i], NULL));
  g_ptr_array_add (paths, NULL);
  nb_window_open (fixture->window, (const char *const *) paths->pdata);
  fixture_settle (fixture);
  rows = nb_sidebar_get_rows (NB_SIDEBAR (nb_shell_get_sidebar (fixture->shell)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, G_N_ELEMENTS (names) + 2);
  /* The first that was asked for is shown, whichever came first. */
  g_assert_cmpstr (nb_app_item_get_uri (nb_window_get_item (fixture->window)), ==, paths->pdata[0]);
  /* The same once more is said, and shown. */
  fixture_open_sample (fixture, "yunxi-2024.html");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, G_N_ELEMENTS (names) + 2);
  g_assert_true (g_str_has_suffix (nb_app_item_get_uri (nb_window_get_item (fixture->window)),
                                   "yunxi-2024.html"));
  fixture_assert_shown (fixture, "This report is open already");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html",
                                                 NULL);
  const char *const uris[] = { path, NULL };

  nb_window_open (fixture->window, uris);
  g_assert_nonnull (nb_window_get_item (fixture->window));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "close-report", NULL);
  g_assert_null (nb_window_get_item (fixture->window));
  fixture_settle (fixture);
  g_assert_null (nb_window_get_item (fixture->window));
  fixture_assert_shown (fixture, "Open an Annual Report");
}

/* What is under way says at which step it is. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    NbReadingStep step;
    gint64 done;
    gint64 total;
    const char *said;
  } steps[] = {
    { NB_READING_STEP_LOAD, 0, -1, "Fetching" },
    { NB_READING_STEP_LOAD, 1200000, -1, "Fetching · 1.2" },
    { NB_READING_STEP_LOAD, 1200000, 3400000, "of 3.4" },
    { NB_READING_STEP_READ, 0, -1, "Reading the text" },
    { NB_READING_STEP_RECOGNISE, 0, -1, "Recognising tables" },
    { NB_READING_STEP_CHECK, 0, -1, "Checking" },
  };
  g_autoptr (NbAppItem) item = nb_app_item_new ("https://www.example.org/2024.html", 0);
  GtkWidget *row = nb_loading_row_new (item, nb_window_get_session (fixture->window));

  g_object_ref_sink (row);
  g_assert_nonnull (fixture_find_label (row, "Waiting"));
  nb_app_item_start (item);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      nb_app_item_set_progress (item, steps[i].step, steps[i].done, steps[i].total);
      g_assert_nonnull (fixture_find_label (row, steps[i].said));
    }
  g_assert_cmpfloat (nb_app_item_get_progress (item), <, 0);
  g_object_unref (row);
}

/* A window may be closed while reports are on their way. */
static void
test_close_early (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html",
                                                 NULL);
  const char *const uris[] = { path, NULL };

  nb_window_open (fixture->window, uris);
}

static void
test_open_uri (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "shiqiao-2024.txt",
                                                 NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "open-uri",
                                  g_variant_new_string (uri));
  wait_until (fixture_is_idle, fixture->window);
  g_assert_nonnull (nb_app_item_get_report (nb_window_get_item (fixture->window)));
}

static guint
count_type (GtkWidget *widget, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

static void
test_accels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *shortcuts;
  guint n_of_pages = 0, n_told = 0;

  for (const NbAccel *accel = nb_accels_get (); accel->group != NULL; accel++)
    {
      g_autofree char *name = NULL;
      g_autofree char *where = NULL;
      g_autoptr (GVariant) target = NULL;
      GActionGroup *group = g_str_has_prefix (accel->action, "app.")
                                ? G_ACTION_GROUP (fixture->application)
                                : G_ACTION_GROUP (fixture->window);
      guint key = 0;
      GdkModifierType modifiers = 0;

      g_assert_true (g_action_parse_detailed_name (accel->action, &name, &target, NULL));
      if (g_str_has_prefix (name, "app.") || g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (group, strchr (name, '.') + 1));
      else
        n_of_pages++;
      g_assert_true (gtk_accelerator_parse (accel->keys, &key, &modifiers));
      /* One key does one thing in one place. */
      where = g_strndup (name, (gsize) (strchr (name, '.') - name));
      g_assert_true (g_hash_table_add (
          keys,
          g_strdup_printf ("%s %s", g_str_equal (where, "app") ? "win" : where, accel->keys)));
    }
  g_assert_cmpuint (n_of_pages, >=, 8);
  shortcuts = nb_accels_create_shortcuts (GTK_WINDOW (fixture->window));
  for (const NbAccel *accel = nb_accels_get (); accel->group != NULL; accel++)
    n_told++;
  g_assert_cmpuint (count_type (shortcuts, GTK_TYPE_SHORTCUT_LABEL), ==, n_told);
  gtk_window_destroy (GTK_WINDOW (shortcuts));
}

static void
test_address_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = nb_address_dialog_new (GTK_WINDOW (fixture->window));
  GtkEntry *entry = nb_address_dialog_get_entry (NB_ADDRESS_DIALOG (dialog));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (adw_message_dialog_get_response_enabled (message, "open"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "not an address");
  g_assert_false (adw_message_dialog_get_response_enabled (message, "open"));
  g_assert_nonnull (fixture_find_label (dialog, "This is no address yet"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ftp://www.example.org/");
  g_assert_nonnull (fixture_find_label (dialog, "Only addresses that begin with"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " https://www.example.org/ ");
  g_assert_true (adw_message_dialog_get_response_enabled (message, "open"));
  g_assert_null (fixture_find_label (dialog, "no address"));
  /* As people type it. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "www.example.org/2024.html");
  g_assert_true (adw_message_dialog_get_response_enabled (message, "open"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkDropTarget *
find_drop_target (Fixture *fixture)
{
  g_autoptr (GListModel)
      controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static void
drop (Fixture *fixture, const GValue *value)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_drop_target (fixture), "drop", value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  fixture_settle (fixture);
}

static void
drop_files (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (GFile) one = g_file_new_for_path (first);
  g_autoptr (GFile) two = g_file_new_for_path (second);
  g_autoptr (GSList) files = g_slist_prepend (g_slist_prepend (NULL, two), one);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  drop (fixture, &value);
}

/* A file, a folder with another in it, and words, all at once and one after the other; the window says that it takes them. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename (folder, "2020.txt", NULL);
  g_autofree char *outside = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                    "yunxi-2024.html", NULL);
  g_autofree char *copied = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2020.txt",
                                                   NULL);
  GListModel *items = nb_session_get_items (nb_window_get_session (fixture->window));
  g_autofree char *words = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                  "shiqiao-2024.txt", NULL);
  g_autofree char *content = NULL;
  g_autofree char *dropped = NULL;
  g_auto (GValue) text = G_VALUE_INIT;
  GdkDragAction action = 0;

  g_assert_true (g_file_get_contents (copied, &content, NULL, NULL));
  g_assert_true (g_file_set_contents (inside, content, -1, NULL));
  /* Before a text view below the pointer, which takes words and files and does nothing with them. */
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (
                       GTK_EVENT_CONTROLLER (find_drop_target (fixture))),
                   ==, GTK_PHASE_CAPTURE);
  g_signal_emit_by_name (find_drop_target (fixture), "enter", 10.0, 10.0, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_COPY);
  fixture_assert_shown (fixture, "Drop to open");
  g_signal_emit_by_name (find_drop_target (fixture), "leave");
  g_assert_null (fixture_find_label (GTK_WIDGET (fixture->window), "Drop to open"));

  drop_files (fixture, outside, folder);
  wait_until (fixture_is_idle, fixture->window);
  WAIT_FOR (g_list_model_get_n_items (items) == 2);
  fixture_settle (fixture);
  g_value_init (&text, G_TYPE_STRING);
  g_assert_true (g_file_get_contents (words, &dropped, NULL, NULL));
  g_value_set_string (&text, dropped);
  drop (fixture, &text);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      g_assert_nonnull (nb_app_item_get_report (item));
    }
  g_unlink (inside);
  g_rmdir (folder);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/opening/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 0;

  ADD ("error", test_error);
  ADD ("many", test_many);
  ADD ("cancel", test_cancel);
  ADD ("steps", test_steps);
  ADD ("close-early", test_close_early);
  ADD ("open-uri", test_open_uri);
  ADD ("drop", test_drop);
  ADD ("accels", test_accels);
  ADD ("address-dialog", test_address_dialog);
  return g_test_run ();
}
