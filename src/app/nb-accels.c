/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one table of keyboard shortcuts. The application takes its accelerators from it and the pages those that
 * work within them, the shortcuts window shows it and tests/app walks it: a key that is listed here works and is
 * told.
 */

#include "nb-accels.h"

#include <glib/gi18n-lib.h>

enum
{
  WIDTH = 560, /* of the window of shortcuts */
};

static const NbAccel accels[] = {
  { N_ ("Reports"), N_ ("Open a file"), "app.open", "<Control>o" },
  { N_ ("Reports"), N_ ("Open an address"), "app.open-address", "<Control>l" },
  { N_ ("Reports"), N_ ("Fill in a form"), "win.new-form", "<Control>n" },
  { N_ ("Reports"), N_ ("Paste text or a table"), "win.paste", "<Control>v" },
  { N_ ("Reports"), N_ ("Read again"), "win.reload", "<Control>r" },
  { N_ ("Reports"), N_ ("Export"), "win.export", "<Control>e" },
  { N_ ("Reports"), N_ ("Print"), "win.print", "<Control>p" },
  { N_ ("Reports"), N_ ("Compare with another report"), "win.compare", "<Control>d" },
  { N_ ("Reports"), N_ ("Close the report"), "win.close-report", "<Control>w" },
  { N_ ("Reports"), N_ ("Close all reports"), "win.close-all", "<Control><Shift>w" },
  { N_ ("Reports"), N_ ("Open again what was closed last"), "win.undo-close", "<Control><Shift>t" },
  { N_ ("Pages"), N_ ("Overview"), "win.show-page::overview", "<Alt>1" },
  { N_ ("Pages"), N_ ("Text"), "win.show-page::text", "<Alt>2" },
  { N_ ("Pages"), N_ ("Tables"), "win.show-page::tables", "<Alt>3" },
  { N_ ("Pages"), N_ ("Checks"), "win.show-page::checks", "<Alt>4" },
  { N_ ("Pages"), N_ ("Charts"), "win.show-page::charts", "<Alt>5" },
  { N_ ("Moving about"), N_ ("Find in the text"), "win.find", "<Control>f" },
  { N_ ("Moving about"), N_ ("Find in all reports"), "win.find-everywhere", "<Control><Shift>f" },
  { N_ ("Moving about"), N_ ("Next place found"), "win.next-hit", "<Control>g" },
  { N_ ("Moving about"), N_ ("Previous place found"), "win.previous-hit", "<Control><Shift>g" },
  { N_ ("Moving about"), N_ ("Next finding"), "win.next-finding", "F8" },
  { N_ ("Moving about"), N_ ("Previous finding"), "win.previous-finding", "<Shift>F8" },
  { N_ ("Moving about"), N_ ("Show or hide the side bar"), "win.toggle-sidebar", "F9" },
  { N_ ("Moving about"), N_ ("Search the side bar"), "win.search-reports", "<Control>k" },
  { N_ ("Moving about"), N_ ("Next pane"), "win.next-pane", "F6" },
  { N_ ("Moving about"), N_ ("Previous pane"), "win.previous-pane", "<Shift>F6" },
  { N_ ("On the Text page"), N_ ("Copy with its place"), "text.copy-with-place",
    "<Control><Shift>c" },
  { N_ ("On the Tables page"), N_ ("Copy the selected cells"), "tables.copy-selection",
    "<Control>c" },
  { N_ ("On the Tables page"), N_ ("Copy with heads"), "tables.copy-headed", "<Control><Shift>c" },
  { N_ ("In the list of findings"), N_ ("Mark as accepted"), "checks.review(1)", "1" },
  { N_ ("In the list of findings"), N_ ("Mark as explained"), "checks.review(2)", "2" },
  { N_ ("In the list of findings"), N_ ("Mark as a fault"), "checks.review(3)", "3" },
  { N_ ("In the list of findings"), N_ ("Show in the table"), "checks.show-table", "t" },
  { N_ ("In the list of findings"), N_ ("Show in the text"), "checks.show-text", "x" },
  { N_ ("Program"), N_ ("Preferences"), "app.preferences", "<Control>comma" },
  { N_ ("Program"), N_ ("Help"), "app.help", "F1" },
  { N_ ("Program"), N_ ("Keyboard shortcuts"), "app.shortcuts", "<Control>question" },
  { N_ ("Program"), N_ ("Quit"), "app.quit", "<Control>q" },
  { NULL },
};

static gboolean
is_everywhere (const NbAccel *accel)
{
  return g_str_has_prefix (accel->action, "app.") || g_str_has_prefix (accel->action, "win.");
}

/**
 * nb_accels_get:
 *
 * Returns: (transfer none): the table, ended by an entry without a group
 */
const NbAccel *
nb_accels_get (void)
{
  return accels;
}

/**
 * nb_accels_install:
 * @application: the application
 *
 * Gives every action of the application and of the window its keys.
 */
void
nb_accels_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (const NbAccel *accel = accels; accel->group != NULL; accel++)
    {
      g_auto (GStrv) keys = g_strsplit (accel->keys, " ", -1);

      if (!is_everywhere (accel))
        continue;
      gtk_application_set_accels_for_action (application, accel->action,
                                             (const char *const *) keys);
    }
}

/**
 * nb_accels_add_keys:
 * @widget: where the keys work: while it, or something in it, has the focus
 * @prefix: whose actions, with the dot: "checks."
 *
 * Gives the actions of a page their keys.
 */
void
nb_accels_add_keys (GtkWidget *widget, const char *prefix)
{
  GtkShortcutController *controller;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());
  for (const NbAccel *accel = accels; accel->group != NULL; accel++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      GtkShortcut *shortcut;

      if (!g_str_has_prefix (accel->action, prefix) ||
          !g_action_parse_detailed_name (accel->action, &name, &target, NULL))
        continue;
      shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accel->keys),
                                   gtk_named_action_new (name));
      gtk_shortcut_set_arguments (shortcut, target);
      gtk_shortcut_controller_add_shortcut (controller, shortcut);
    }
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (controller));
}

/* GtkShortcutsWindow of GTK 4.8 is wider than a narrow window and leaves its headings standing in letters of 200 %. */
static GtkWidget *
create_row (const NbAccel *accel)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_shortcut_label_new (accel->keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (accel->title));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static void
add_groups (AdwPreferencesPage *page, gboolean everywhere)
{
  AdwPreferencesGroup *group = NULL;
  const char *name = NULL;

  for (const NbAccel *accel = accels; accel->group != NULL; accel++)
    {
      if (is_everywhere (accel) != everywhere)
        continue;
      if (g_strcmp0 (name, accel->group) != 0)
        {
          name = accel->group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (name));
          adw_preferences_page_add (page, group);
        }
      adw_preferences_group_add (group, create_row (accel));
    }
}

static AdwPreferencesPage *
create_page (const char *title, const char *icon, gboolean everywhere)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_title (page, title);
  adw_preferences_page_set_icon_name (page, icon);
  add_groups (page, everywhere);
  return page;
}

/**
 * nb_accels_create_shortcuts:
 * @parent: (nullable): the window that it belongs to
 *
 * Builds the window of shortcuts from the table.
 *
 * Returns: (transfer none): a new window
 */
GtkWidget *
nb_accels_create_shortcuts (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _ ("Keyboard shortcuts"),
                                    "modal", TRUE, "transient-for", parent, NULL);
  int room = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;

  /* The button of its search has no name. */
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), room > 0 ? MIN (room, WIDTH) : WIDTH, -1);
  /* Translators: the keys that work everywhere in the window. */
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window),
                              create_page (_ ("Everywhere"), "nb-overview-symbolic", TRUE));
  /* Translators: the keys that work on one page of the window. */
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window),
                              create_page (_ ("On One Page"), "nb-text-symbolic", FALSE));
  return window;
}
