/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What outlives the program, and the windows beside the main one: the session after an orderly end and after
 * SIGKILL, preferences, help, shortcuts, about.
 */

#include <signal.h>
#include <sys/wait.h>

#include "nb-saved-session.h"
#include "nb-settings.h"
#include "nb-state-file.h"
#include "nb-toasts.h"
#include "nb-ui-text.h"

#include "fixture.h"
#include "wait.h"

static guint
count_open (Fixture *fixture)
{
  return g_list_model_get_n_items (nb_session_get_items (nb_window_get_session (fixture->window)));
}

static char *
dup_state_path (void)
{
  g_autofree char *folder = nb_state_file_dup_folder ();

  return g_build_filename (folder, "session", NULL);
}

/* Ends the window as its close button does, which keeps its state first. */
static void
close_window (Fixture *fixture)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_FOR (window == NULL);
}

/* Closes the window and begins the next one. */
static void
start_again (Fixture *fixture)
{
  close_window (fixture);
  fixture_set_up (fixture, NULL);
  nb_window_restore (fixture->window, FALSE);
  fixture_settle (fixture);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item;
  NbFigure *figure;
  g_autofree char *id = NULL;

  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "shiqiao-2024.txt");
  item = fixture_open_sample (fixture, "yunxi-2022.txt");
  figure = fixture_figure_for_role (item, "requests.received");
  id = g_strdup (nb_figure_get_id (figure));
  fixture_show_page (fixture, "tables");
  nb_app_item_set_figure (item, figure);
  start_again (fixture);

  g_assert_cmpuint (count_open (fixture), ==, 3);
  item = nb_window_get_item (fixture->window);
  g_assert_true (g_str_has_suffix (nb_app_item_get_uri (item), "yunxi-2022.txt"));
  g_assert_nonnull (nb_app_item_get_figure (item));
  g_assert_cmpstr (nb_figure_get_id (nb_app_item_get_figure (item)), ==, id);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
  fixture_show_page (fixture, "overview");
}

/* What is told before the window has its content waits for it, or it would get the focus and stay. */
static void
test_early_toast (Fixture *fixture, gconstpointer data)
{
  NbToasts *toasts = NB_TOASTS (nb_toasts_new ());

  g_object_ref_sink (toasts);
  nb_toasts_add (toasts, adw_toast_new ("Early"));
  g_assert_null (fixture_find_type (GTK_WIDGET (toasts), GTK_TYPE_LABEL));
  nb_toasts_set_content (toasts, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_assert_nonnull (fixture_find_type (GTK_WIDGET (toasts), GTK_TYPE_LABEL));
  g_object_unref (toasts);
}

/* What is opened while the window starts is shown, also where the last reports hold it and others. */
static void
test_restore_behind (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "yunxi-2022.txt", "yunxi-2023.html", "shiqiao-2024.txt" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      fixture_open_sample (fixture, names[i]);
      g_ptr_array_add (paths,
                       g_test_build_filename (G_TEST_DIST, "data", "samples", names[i], NULL));
    }
  g_ptr_array_add (paths, NULL);
  close_window (fixture);
  fixture_set_up (fixture, NULL);
  nb_window_open (fixture->window, (const char *const *) paths->pdata);
  nb_window_restore (fixture->window, FALSE);
  fixture_settle (fixture);

  g_assert_cmpuint (count_open (fixture), ==, G_N_ELEMENTS (names));
  g_assert_cmpstr (nb_app_item_get_uri (nb_window_get_item (fixture->window)), ==, paths->pdata[0]);
}

typedef struct
{
  const char *path;
  guint n; /* files that other tests left */
} Folder;

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static gboolean
folder_is_as_before (gpointer data)
{
  const Folder *folder = data;

  return count_files (folder->path) <= folder->n;
}

/* What was pasted has no address to be read from again; it is kept itself. */
typedef struct
{
  const char *path;
  const char *text;
} Holds;

static gboolean
file_holds (gpointer user_data)
{
  const Holds *holds = user_data;
  g_autofree char *text = NULL;

  return g_file_get_contents (holds->path, &text, NULL, NULL) && strstr (text, holds->text) != NULL;
}

static void
wait_for_state (const char *path, const char *text)
{
  Holds holds = { path, text };

  g_test_message ("wait for “%s” in the state", text);
  wait_until (file_holds, &holds);
}

static void
test_restore_pasted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2022.txt",
                                                 NULL);
  g_autofree char *text = NULL;
  g_autofree char *folder = nb_state_file_dup_folder ();
  g_autofree char *pasted = g_build_filename (folder, "pasted", NULL);
  g_autofree char *state = dup_state_path ();
  g_autoptr (GBytes) bytes = NULL;
  Folder before = { pasted, count_files (pasted) };
  gsize length = 0;
  NbAppItem *item;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);
  nb_window_await (fixture->window, nb_session_open_bytes (nb_window_get_session (fixture->window),
                                                           "Pasted text", bytes, "text/plain"));
  wait_until (fixture_is_idle, fixture->window);
  wait_for_state (state, "pasted=");
  start_again (fixture);
  item = nb_window_get_item (fixture->window);
  g_assert_nonnull (item);
  g_assert_cmpuint (nb_report_get_year (nb_app_item_get_report (item)), ==, 2022);
  g_assert_true (g_bytes_equal (nb_app_item_get_bytes (item), bytes));

  /* Closed, it is kept no more. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "close-report", NULL);
  wait_until (folder_is_as_before, &before);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2023.html",
                                                  NULL);
  g_autofree char *second = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                   "shiqiao-2024.txt", NULL);
  g_autofree char *path = dup_state_path ();
  g_autoptr (GError) error = NULL;
  const char *program = g_getenv ("NB_PROGRAM");
  char *command[] = { (char *) program, (char *) "--page=checks", first, second, NULL };
  GPid pid = 0;

  if (program == NULL)
    {
      g_test_skip ("the program is not known");
      return;
    }
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "close-all", NULL);
  close_window (fixture);
  g_unlink (path);
  g_spawn_async (NULL, command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  wait_for_state (path, "count=2");
  wait_for_state (path, "page=checks");
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);

  fixture_set_up (fixture, NULL);
  nb_window_restore (fixture->window, FALSE);
  fixture_settle (fixture);
  g_assert_cmpuint (count_open (fixture), ==, 2);
  g_assert_cmpstr (nb_app_item_get_uri (nb_window_get_item (fixture->window)), ==, first);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "checks");
  fixture_show_page (fixture, "overview");
}

/* Reports that brought the program down are not opened unasked a second time. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_state_path ();
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                   "yunxi-2023.html", NULL);
  g_autofree char *state = g_strdup_printf ("[Window]\nwidth=1000\nheight=700\nsidebar=true\n"
                                            "[Reports]\ncount=1\nshown=0\nrestoring=true\n"
                                            "[Report 0]\nuri=%s\n",
                                            sample);

  close_window (fixture);
  g_assert_true (g_file_set_contents (path, state, -1, NULL));
  fixture_set_up (fixture, NULL);
  nb_window_restore (fixture->window, FALSE);
  fixture_assert_shown (fixture, "The program ended while it opened the last reports");
  g_assert_cmpuint (count_open (fixture), ==, 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "restore-session", NULL);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (count_open (fixture), ==, 1);
}

/* A state of any contents is no danger. */
static void
test_damaged_state (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = {
    "", "\001\002\003", "[Window]\nwidth=-5\nheight=99999999\npage=nowhere\n[Reports]\ncount=-1\n",
    "[Reports]\ncount=999999999\nshown=77\n[Report 0]\nuri=/no/such/file.html\npasted=../../x\n"
  };
  g_autofree char *path = dup_state_path ();

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      close_window (fixture);
      g_assert_true (g_file_set_contents (path, states[i], -1, NULL));
      fixture_set_up (fixture, NULL);
      nb_window_restore (fixture->window, FALSE);
      wait_until (fixture_is_idle, fixture->window);
      g_assert_cmpuint (count_open (fixture), ==, 0);
    }
}

static GtkWindow *
show_dialog (Fixture *fixture, const char *action)
{
  GtkWindow *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action, NULL);
  fixture_settle (fixture);
  dialog = fixture_get_dialog (fixture);
  g_test_message ("%s", action);
  /* The controls of these two are the toolkit's own. */
  if (!GTK_IS_SHORTCUTS_WINDOW (dialog) && !ADW_IS_ABOUT_WINDOW (dialog))
    fixture_assert_named (GTK_WIDGET (dialog));
  return dialog;
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = nb_settings_get ();
  AdwStyleManager *style = adw_style_manager_get_default ();
  NbSourceOptions options = { 0 };
  GtkWindow *dialog;
  GtkWidget *combo;
  g_autofree char *scheme = NULL;
  g_autofree char *number = NULL;

  g_assert_nonnull (settings);
  dialog = show_dialog (fixture, "preferences");
  combo = fixture_find_type (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), 2);
  scheme = g_settings_get_string (settings, "color-scheme");
  g_assert_cmpstr (scheme, ==, "dark");
  g_assert_true (adw_style_manager_get_dark (style));
  g_settings_reset (settings, "color-scheme");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (combo)), ==, 0);
  g_assert_false (adw_style_manager_get_dark (style));
  gtk_window_destroy (dialog);

  g_settings_set_boolean (settings, "group-digits", FALSE);
  number = nb_ui_format_decimal ((NbDecimal){ 43218, 0 }, TRUE);
  g_assert_cmpstr (number, ==, "43218");
  g_settings_reset (settings, "group-digits");
  g_settings_set_int (settings, "timeout", 7);
  g_settings_set_int (settings, "max-megabytes", 3);
  nb_settings_fill_options (&options);
  g_assert_cmpuint (options.timeout, ==, 7);
  g_assert_cmpuint (options.max_bytes, ==, 3 * 1024 * 1024);
  g_assert_false (options.allow_local);
  g_settings_reset (settings, "timeout");
  g_settings_reset (settings, "max-megabytes");
}

/* A short text in Big5 is undecided; the preference decides. */
static void
test_charset (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = nb_settings_get ();

  g_assert_null (nb_settings_get_charset ());
  g_settings_set_string (settings, "charset", "gb18030");
  g_assert_cmpstr (nb_settings_get_charset (), ==, "gb18030");
  g_settings_set_string (settings, "charset", "no-such-charset");
  g_assert_null (nb_settings_get_charset ());
  g_settings_reset (settings, "charset");
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = show_dialog (fixture, "help");
  GtkWidget *list = fixture_find_type (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX);
  guint n_topics = 0;

  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "Nothing is guessed"));
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n_topics) != NULL)
    n_topics++;
  g_assert_cmpuint (n_topics, >=, 5);
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n_topics - 1));
  fixture_settle (fixture);
  /* The last topic is the table of keys. */
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "Read again"));
  gtk_window_destroy (dialog);
}

/* Both manuals tell the same: as many topics, headings and entries. */
static void
test_manuals (void)
{
  g_autofree char *shape = NULL;
  static const char *const names[] = { "en", "zh_CN" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/org/nianbao/Nianbao/help/%s.txt", names[i]);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      GString *seen = g_string_new (NULL);

      for (guint j = 0; lines[j] != NULL; j++)
        g_string_append (seen, g_str_has_prefix (lines[j], "# ")    ? "T"
                               : g_str_has_prefix (lines[j], "## ") ? "H"
                               : g_str_has_prefix (lines[j], "- ")  ? "-"
                               : *lines[j] != '\0'                  ? "p"
                                                                    : "");
      if (shape == NULL)
        shape = g_string_free (seen, FALSE);
      else
        {
          g_assert_cmpstr (seen->str, ==, shape);
          g_string_free (seen, TRUE);
        }
    }
}

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "shortcuts", "open-address", "about" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWindow *dialog = show_dialog (fixture, names[i]);

      gtk_window_destroy (dialog);
      fixture_settle (fixture);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/start/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 0;

  ADD ("restore", test_restore);
  ADD ("early-toast", test_early_toast);
  ADD ("restore-behind", test_restore_behind);
  ADD ("restore-pasted", test_restore_pasted);
  ADD ("killed", test_killed);
  ADD ("interrupted", test_interrupted);
  ADD ("damaged-state", test_damaged_state);
  ADD ("preferences", test_preferences);
  ADD ("charset", test_charset);
  ADD ("help", test_help);
  g_test_add_func ("/nianbao/start/manuals", test_manuals);
  ADD ("dialogs", test_dialogs);
  return g_test_run ();
}
