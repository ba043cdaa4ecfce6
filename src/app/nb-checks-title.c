/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The name of the Checks page in a switcher: with how many findings there are, and as its tooltip what that number
 * means. Main thread only.
 */

#include "nb-checks-title.h"

#include <glib/gi18n-lib.h>

#include "nb-finding-steps.h"
#include "nb-ui-text.h"

/* The button of a switcher has no property for it. */
static void
tell_button (GtkWidget *widget, const char *title, const char *text, const char *name)
{
  if (ADW_IS_VIEW_SWITCHER (gtk_widget_get_parent (widget)) && GTK_IS_BUTTON (widget))
    {
      g_autofree char *label = NULL;

      g_object_get (widget, "label", &label, NULL);
      if (g_strcmp0 (label, title) != 0)
        return;
      nb_ui_set_tooltip (widget, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_button (child, title, text, name);
}

/**
 * nb_checks_title_show:
 * @pages: the pages of a report, one of them named "checks"
 * @switcher: shows @pages
 * @item: (nullable): the report
 *
 * Puts the number of findings beside the word: over the icon it hides half of it.
 */
void
nb_checks_title_show (AdwViewStack *pages, GtkWidget *switcher, NbAppItem *item)
{
  GtkWidget *checks = adw_view_stack_get_child_by_name (pages, "checks");
  AdwViewStackPage *page = adw_view_stack_get_page (pages, checks);
  gboolean read = item != NULL && nb_app_item_get_reading (item) != NULL;
  guint n_findings = read ? nb_app_item_get_n_findings (item) : 0;
  g_autofree char *counts = read ? nb_finding_steps_dup_counts (item) : NULL;
  g_autofree char *name = counts != NULL ? g_strdup_printf ("%s: %s", _ ("Checks"), counts)
                                         : g_strdup (_ ("Checks"));
  g_autofree char *title = n_findings > 0 ? g_strdup_printf ("%s %u", _ ("Checks"), n_findings)
                                          : g_strdup (_ ("Checks"));

  if (g_strcmp0 (adw_view_stack_page_get_title (page), title) != 0)
    adw_view_stack_page_set_title (page, title);
  tell_button (switcher, title, counts, name);
}
