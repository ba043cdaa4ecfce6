/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the pages of the real window: side bar, closing and taking back. */

#include "nb-recent.h"
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
  fixture_settle (fixture);
}

/* For what is told for a moment: the moment must not pass before anybody looks. */
static void
activate_and_see (Fixture *fixture, const char *name, const char *toast)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, NULL);
  fixture_assert_shown (fixture, toast);
}

/* Clicks the button that has this text. */
static void
click (Fixture *fixture, const char *text)
{
  GtkWidget *label;

  run_for (800); /* until a toast has come to rest, and the one before it has gone with its button */
  label = fixture_find_label (GTK_WIDGET (fixture->window), text);
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  run_for (500); /* until it has gone */
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NbAppItem) first = g_object_ref (fixture_open_sample (fixture, "yunxi-2023.html"));
  NbReading *reading = nb_app_item_get_reading (first);
  NbAppItem *second = fixture_open_sample (fixture, "shiqiao-2024.txt");

  nb_window_set_item (fixture->window, first);
  activate_and_see (fixture, "close-report", "2023 closed");
  g_assert_cmpuint (count_open (fixture), ==, 1);
  g_assert_true (nb_window_get_item (fixture->window) == second);
  click (fixture, "Undo");
  g_assert_cmpuint (count_open (fixture), ==, 2);
  g_assert_true (nb_window_get_item (fixture->window) == first);
  /* Nothing was read a second time. */
  g_assert_true (nb_app_item_get_reading (first) == reading);

  activate_and_see (fixture, "close-all", "2 reports closed");
  g_assert_cmpuint (count_open (fixture), ==, 0);
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
  activate_and_see (fixture, "close-organ", "2 reports closed");
  g_assert_cmpuint (count_open (fixture), ==, 1);
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
  fixture_settle (fixture);
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
  fixture_settle (fixture);
  g_assert_true (g_str_has_suffix (nb_app_item_get_uri (nb_window_get_item (fixture->window)),
                                   "yunxi-2023.html"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such organ");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  fixture_assert_shown (fixture, "No open report matches");
  g_signal_emit_by_name (entry, "stop-search");
  fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  g_assert_false (gtk_widget_is_visible (entry));
}

/* A copy of a sample that may be written to. */
static char *
copy_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  char *copy = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  return copy;
}

static void
remove_copy (const char *copy)
{
  g_autofree char *folder = g_path_get_dirname (copy);

  g_unlink (copy);
  g_rmdir (folder);
}

static void
replace_in_file (const char *path, const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  parts = g_strsplit (bytes, from, -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  changed = g_strjoinv (to, parts);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

static NbAppItem *
open_path (Fixture *fixture, const char *path)
{
  const char *const uris[] = { path, NULL };

  nb_window_open (fixture->window, uris);
  fixture_settle (fixture);
  return nb_window_get_item (fixture->window);
}

static gboolean
is_stale (gpointer item)
{
  return nb_app_item_get_stale (item) != NB_STALE_NOT;
}

static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = copy_sample ("yunxi-2022.txt");
  NbAppItem *item = open_path (fixture, path);
  NbFigure *figure = fixture_figure_for_role (item, "requests.received");
  g_autofree char *raw = g_strdup (nb_figure_get_raw (figure));
  GtkWindow *dialog;

  /* The same bytes written once more are no change. */
  replace_in_file (path, raw, raw);
  run_for (1200);
  g_assert_cmpuint (nb_app_item_get_stale (item), ==, NB_STALE_NOT);

  replace_in_file (path, raw, "7654");
  wait_until (is_stale, item);
  g_assert_cmpuint (nb_app_item_get_stale (item), ==, NB_STALE_CHANGED);
  fixture_assert_shown (fixture, "The file has changed since it was read.");
  /* Nothing is read before it is asked for. */
  g_assert_true (fixture_figure_for_role (item, "requests.received") == figure);
  activate_and_see (fixture, "reload", "findings: 0 gone, ");
  fixture_settle (fixture);
  figure = fixture_figure_for_role (item, "requests.received");
  g_assert_cmpstr (nb_figure_get_raw (figure), ==, "7654");
  g_assert_cmpuint (nb_app_item_get_stale (item), ==, NB_STALE_NOT);
  g_assert_cmpuint (nb_changes_get_figures (nb_app_item_get_changes (item))->len, >, 0);
  g_assert_cmpuint (nb_changes_get_findings_new (nb_app_item_get_changes (item))->len, >, 0);

  activate (fixture, "show-changes");
  dialog = fixture_get_dialog (fixture);
  fixture_assert_named (GTK_WIDGET (dialog));
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "\u2192 7654"));
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "New findings"));
  gtk_window_destroy (dialog);

  g_unlink (path);
  wait_until (is_stale, item);
  g_assert_cmpuint (nb_app_item_get_stale (item), ==, NB_STALE_GONE);
  fixture_assert_shown (fixture, "The file is there no more");
  remove_copy (path);
}

static gboolean
holds (GPtrArray *titles, const char *word)
{
  for (guint i = 0; i < titles->len; i++)
    if (strstr (titles->pdata[i], word) != NULL)
      return TRUE;
  return FALSE;
}

/* What is corrected in last year's report takes a finding away from this year's: it is told of both. */
static void
test_reload_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = copy_sample ("yunxi-2023.html");
  NbAppItem *later = fixture_open_sample (fixture, "yunxi-2024.html");
  NbAppItem *earlier = open_path (fixture, path);
  NbFigure *figure = nb_report_find_figure (nb_app_item_get_report (earlier), "normative_in_force");
  g_autofree char *cell = g_strdup_printf (">%s<", nb_figure_get_raw (figure));
  guint n_findings = nb_app_item_get_n_findings (later);
  NbChanges *changes;

  /* 84 in force, 12 issued and 5 repealed make 91; with 82 they make what 2024 says. */
  g_assert_cmpstr (cell, ==, ">84<");
  replace_in_file (path, cell, ">82<");
  nb_window_set_item (fixture->window, earlier);
  wait_until (is_stale, earlier);
  activate (fixture, "reload");
  fixture_settle (fixture);
  g_assert_cmpuint (nb_app_item_get_n_findings (later), ==, n_findings - 1);
  changes = nb_app_item_get_changes (earlier);
  g_assert_nonnull (changes);
  g_assert_true (holds (nb_changes_get_findings_gone (changes), "2024: The documents in force"));
  /* A finding that needs two reports, and is still there, has neither gone nor come. */
  g_assert_false (holds (nb_changes_get_findings_gone (changes), "carried in"));
  g_assert_false (holds (nb_changes_get_findings_new (changes), "carried in"));

  nb_window_set_item (fixture->window, later);
  activate (fixture, "reload");
  fixture_settle (fixture);
  g_assert_true (nb_changes_are_none (nb_app_item_get_changes (later)));
  remove_copy (path);
}

/* A number of the text that was wrong and is wrong again: neither gone nor new, and still the chosen one. */
static void
test_reload_altered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = copy_sample ("yunxi-2022.txt");
  NbFinding *finding = NULL;
  NbChanges *changes;
  GListModel *findings;
  NbAppItem *item;

  replace_in_file (path, "167件", "176件");
  item = open_path (fixture, path);
  findings = nb_app_item_get_findings (item);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) each = g_list_model_get_item (findings, i);

      if (g_str_equal (nb_finding_get_rule (each), "N-01"))
        finding = each;
    }
  g_assert_nonnull (finding);
  nb_app_item_set_finding (item, finding);
  replace_in_file (path, "176件", "181件");
  wait_until (is_stale, item);
  activate_and_see (fixture, "reload", ", 1 changed");
  fixture_settle (fixture);
  changes = nb_app_item_get_changes (item);
  g_assert_cmpuint (nb_changes_get_findings_altered (changes)->len, ==, 1);
  g_assert_cmpuint (nb_changes_get_findings_gone (changes)->len, ==, 0);
  g_assert_cmpuint (nb_changes_get_findings_new (changes)->len, ==, 0);
  g_assert_cmpstr (nb_finding_get_rule (nb_app_item_get_finding (item)), ==, "N-01");
  remove_copy (path);
}

static void
test_reload_nothing (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2022.txt");

  activate_and_see (fixture, "reload", "Read again; nothing has changed");
  g_assert_true (nb_changes_are_none (nb_app_item_get_changes (item)));
}

typedef struct
{
  Fixture *fixture;
  guint year;
} Shown;

static gboolean
shows_year (gpointer user_data)
{
  const Shown *shown = user_data;
  NbAppItem *item = nb_window_get_item (shown->fixture->window);
  NbReport *report = item != NULL ? nb_app_item_get_report (item) : NULL;

  return report != NULL && nb_report_get_year (report) == shown->year;
}

static void
wait_for_year (Fixture *fixture, guint year)
{
  Shown shown = { fixture, year };

  wait_until (shows_year, &shown);
}

static void
paste (Fixture *fixture, const char *media_type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes (media_type, bytes);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

  g_assert_true (gdk_clipboard_set_content (clipboard, content));
  activate (fixture, "paste");
}

/* As browsers and spreadsheets do it: the same as HTML and as plain text. */
static void
paste_both (Fixture *fixture, const char *page, const char *text)
{
  g_autoptr (GBytes) page_bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GBytes) text_bytes = g_bytes_new (text, strlen (text));
  GdkContentProvider *kinds[] = { gdk_content_provider_new_for_bytes ("text/html", page_bytes),
                                  gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8",
                                                                      text_bytes) };
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_union (kinds, 2);

  g_assert_true (
      gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), content));
  activate (fixture, "paste");
}

static char *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_sample ("yunxi-2022.txt");
  g_autofree char *page = read_sample ("yunxi-2023.html");
  g_autofree char *address = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                    "shiqiao-2024.txt", NULL);
  g_autofree char *uri = g_filename_to_uri (address, NULL, NULL);

  paste (fixture, "text/plain;charset=utf-8", text);
  wait_for_year (fixture, 2022);
  paste (fixture, "text/html", page);
  wait_for_year (fixture, 2023);
  g_assert_cmpuint (count_open (fixture), ==, 2);
  /* The same once more is said. */
  paste (fixture, "text/plain;charset=utf-8", text);
  fixture_assert_shown (fixture, "This report is open already");
  g_assert_cmpuint (count_open (fixture), ==, 2);
  /* An address is opened and not read as a text. */
  paste (fixture, "text/plain;charset=utf-8", uri);
  wait_for_year (fixture, 2024);
  g_assert_cmpstr (nb_app_item_get_uri (nb_window_get_item (fixture->window)), ==, uri);
  paste (fixture, "text/plain;charset=utf-8", "");
  fixture_assert_shown (fixture, "There is no text in the clipboard");
  g_assert_cmpuint (count_open (fixture), ==, 3);
}

/* Markup that holds no report does not hide the text beside it. */
static void
test_paste_both (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = read_sample ("yunxi-2022.txt");
  g_autofree char *page = read_sample ("yunxi-2023.html");
  g_autofree char *address = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                    "shiqiao-2024.txt", NULL);
  g_autofree char *uri = g_filename_to_uri (address, NULL, NULL);
  g_autofree char *link = g_strdup_printf ("<a href='%s'>a report</a>", uri);

  paste_both (fixture, "<p>A picture of the report</p>", text);
  wait_for_year (fixture, 2022);
  g_assert_cmpstr (nb_app_item_get_media_type (nb_window_get_item (fixture->window)), ==,
                   "text/plain;charset=utf-8");
  /* The page is the better source where it is one. */
  paste_both (fixture, page, "2023");
  wait_for_year (fixture, 2023);
  /* A link that was copied is opened. */
  paste_both (fixture, link, uri);
  wait_for_year (fixture, 2024);
  g_assert_cmpuint (count_open (fixture), ==, 3);
}

/* How many recent reports the main menu offers: the items of the submenu that opens them. */
static int
count_recent_items (GMenuModel *model)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);
      g_autofree char *action = NULL;
      int n = 0;

      if (section != NULL)
        n = count_recent_items (section);
      if (submenu != NULL)
        n = MAX (n, count_recent_items (submenu));
      if (n > 0)
        return n;
      if (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_ACTION, "s", &action) &&
          g_str_equal (action, "app.open-recent"))
        return g_menu_model_get_n_items (model);
    }
  return 0;
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  NbRecent *recent = nb_recent_get_default ();
  GtkWidget *button = fixture_find_type (nb_shell_get_sidebar (fixture->shell),
                                         GTK_TYPE_MENU_BUTTON);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_autoptr (NbRecent) again = NULL;
  g_autofree char *title = NULL;

  nb_recent_clear (recent);
  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "shiqiao-2024.txt");
  fixture_open_sample (fixture, "yunxi-2023.html");
  g_assert_cmpuint (nb_recent_get_n (recent), ==, 2);
  WAIT_FOR (count_recent_items (menu) == 2);
  activate (fixture, "close-all");
  title = nb_recent_report_dup_title (nb_recent_get (recent, 0));
  fixture_assert_shown (fixture, title);
  fixture_assert_shown (fixture, "Recent");

  /* It outlives the program. */
  nb_recent_flush (recent);
  again = nb_recent_new ();
  g_assert_cmpuint (nb_recent_get_n (again), ==, 2);
  g_assert_cmpstr (nb_recent_get (again, 0)->uri, ==, nb_recent_get (recent, 0)->uri);
  g_assert_cmpuint (nb_recent_get (again, 0)->year, ==, nb_recent_get (recent, 0)->year);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "open-recent",
                                  g_variant_new_string (nb_recent_get (recent, 0)->uri));
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (count_open (fixture), ==, 1);

  for (guint i = 0; i < NB_LIMIT_RECENT + 5; i++)
    {
      g_autofree char *uri = g_strdup_printf ("/somewhere/%u.html", i);

      nb_recent_add (recent, uri, NULL, 0);
    }
  g_assert_cmpuint (nb_recent_get_n (recent), ==, NB_LIMIT_RECENT);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "clear-recent", NULL);
  g_assert_cmpuint (nb_recent_get_n (recent), ==, 0);
  WAIT_FOR (count_recent_items (menu) == 0);
}

static gboolean
has_opened (gpointer fixture)
{
  return count_open (fixture) > 0;
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = copy_sample ("yunxi-2022.txt");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *other = g_build_filename (folder, "notes.xyz", NULL);
  const char *const uris[] = { folder, NULL };

  g_assert_true (g_file_set_contents (other, "no report", -1, NULL));
  nb_window_open (fixture->window, uris);
  wait_until (has_opened, fixture);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (count_open (fixture), ==, 1);
  g_assert_cmpstr (nb_app_item_get_uri (nb_window_get_item (fixture->window)), ==, path);
  activate (fixture, "close-all");
  g_unlink (path);
  nb_window_open (fixture->window, uris);
  fixture_assert_shown (fixture, "can hold a report");
  g_unlink (other);
  remove_copy (path);
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "open-samples",
                                  g_variant_new_string ("others"));
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (count_open (fixture), ==, 3);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "open-samples",
                                  g_variant_new_string (""));
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (count_open (fixture), ==, 11);
}

static NbFinding *
find_rule (NbAppItem *item, const char *rule)
{
  GListModel *findings = nb_app_item_get_findings (item);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (nb_finding_get_rule (finding), rule))
        return finding; /* the model keeps it */
    }
  return NULL;
}

static gboolean
has_cross_finding (NbAppItem *item)
{
  return find_rule (item, "X-01") != NULL;
}

/* The year before tells more of a report, on every page, as long as it is open. */
static void
test_cross_check (Fixture *fixture, gconstpointer data)
{
  NbAppItem *later = fixture_open_sample (fixture, "yunxi-2024.html"), *earlier;
  NbReading *own = nb_app_item_get_own_reading (later);
  g_autoptr (NbFinding) chosen = NULL;
  guint n_alone = nb_app_item_get_n_findings (later);

  g_assert_false (has_cross_finding (later));
  earlier = fixture_open_sample (fixture, "yunxi-2023.html");
  nb_window_set_item (fixture->window, later);
  fixture_show_page (fixture, "checks");
  g_assert_true (has_cross_finding (later));
  g_assert_cmpuint (nb_app_item_get_n_findings (later), >, n_alone);
  g_assert_true (nb_app_item_get_own_reading (later) == own);
  fixture_assert_shown (fixture, "Requests carried in differ");
  g_set_object (&chosen, nb_app_item_get_finding (later));
  /* What is alike is shown with the sentences of both years. */
  nb_app_item_set_finding (later, find_rule (later, "X-05"));
  fixture_assert_shown (fixture, "stand word for word");
  fixture_assert_shown (fixture, "2024 · form 2021");
  fixture_assert_shown (fixture, "2023 · form 2021");
  nb_app_item_set_finding (later, chosen);

  nb_session_close (nb_window_get_session (fixture->window), earlier);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_false (has_cross_finding (later));
  g_assert_cmpuint (nb_app_item_get_n_findings (later), ==, n_alone);
  /* The chosen finding, which is of the report alone, stays chosen. */
  g_assert_nonnull (nb_app_item_get_finding (later));
  g_assert_true (nb_finding_is_like (nb_app_item_get_finding (later), chosen));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/shell/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 0;

  ADD ("undo", test_undo);
  ADD ("close-organ", test_close_organ);
  ADD ("order", test_order);
  ADD ("search", test_search);
  ADD ("reload", test_reload);
  ADD ("reload-nothing", test_reload_nothing);
  ADD ("reload-altered", test_reload_altered);
  ADD ("reload-others", test_reload_others);
  ADD ("paste", test_paste);
  ADD ("paste-both", test_paste_both);
  ADD ("recent", test_recent);
  ADD ("folder", test_folder);
  ADD ("samples", test_samples);
  ADD ("cross-check", test_cross_check);
  return g_test_run ();
}
