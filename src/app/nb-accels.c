/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one table of keyboard shortcuts. The application takes its accelerators from it, the shortcuts
 * window shows it and tests/app walks it: a key that is listed here works and is told.
 */

#include "nb-accels.h"

#include <glib/gi18n-lib.h>

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
  { N_ ("Program"), N_ ("Preferences"), "app.preferences", "<Control>comma" },
  { N_ ("Program"), N_ ("Help"), "app.help", "F1" },
  { N_ ("Program"), N_ ("Keyboard shortcuts"), "app.shortcuts", "<Control>question" },
  { N_ ("Program"), N_ ("Quit"), "app.quit", "<Control>q" },
  { NULL },
};

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
 * Gives every action of the table its keys.
 */
void
nb_accels_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (const NbAccel *accel = accels; accel->group != NULL; accel++)
    {
      g_auto (GStrv) keys = g_strsplit (accel->keys, " ", -1);

      gtk_application_set_accels_for_action (application, accel->action,
                                             (const char *const *) keys);
    }
}

static void
append_property (GString *xml, const char *name, const char *text)
{
  g_autofree char *property = g_markup_printf_escaped ("<property name='%s'>%s</property>", name,
                                                       text);

  g_string_append (xml, property);
}

/**
 * nb_accels_create_shortcuts:
 *
 * Builds the shortcuts window from the table. It goes through #GtkBuilder since GTK 4.8 has no
 * other way to add a group.
 *
 * Returns: (transfer none): a new window
 */
GtkWidget *
nb_accels_create_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GString)
      xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='shortcuts'>"
                          "<property name='modal'>1</property><child>"
                          "<object class='GtkShortcutsSection'>"
                          "<property name='section-name'>all</property>"
                          /* All on one page: the numbers of pages below several are labels that GTK 4.8
                           * measures at less than nothing. */
                          "<property name='max-height'>18</property>");
  const char *group = NULL;

  for (const NbAccel *accel = accels; accel->group != NULL; accel++)
    {
      if (g_strcmp0 (group, accel->group) != 0)
        {
          g_string_append (xml, group != NULL ? "</object></child>" : "");
          g_string_append (xml, "<child><object class='GtkShortcutsGroup'>");
          append_property (xml, "title", _ (accel->group));
          group = accel->group;
        }
      g_string_append (xml, "<child><object class='GtkShortcutsShortcut'>");
      append_property (xml, "title", _ (accel->title));
      append_property (xml, "accelerator", accel->keys);
      g_string_append (xml, "</object></child>");
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");

  gtk_builder_add_from_string (builder, xml->str, (gssize) xml->len, NULL);
  return GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
}
