/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with the reviews of a report whose finding is there no more: what was decided, on what, and why. */

#include "nb-lost-dialog.h"

#include <glib/gi18n-lib.h>

#include "nb-review-bar.h"
#include "nb-ui-text.h"

static void
add_review (AdwPreferencesGroup *group, const NbReview *review)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *state = gtk_label_new (nb_ui_review_name (review->state));
  g_auto (GStrv) parts = g_strsplit (review->key, " ", 2);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 review->title != NULL ? review->title : parts[0]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               review->note != NULL ? review->note : parts[0]);
  gtk_widget_add_css_class (state, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  adw_preferences_group_add (group, row);
}

/**
 * nb_lost_dialog_show:
 * @parent: the window
 * @reading: a report with its findings
 *
 * Shows the reviews that have no finding any more.
 */
void
nb_lost_dialog_show (GtkWindow *parent, NbReading *reading)
{
  g_autoptr (GPtrArray) lost = nb_notebook_list_lost (nb_notebook_get_default (), reading);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("These were decided on findings that the report no "
                                            "longer has: it was corrected, or it says "
                                            "something else now."));
  for (guint i = 0; i < lost->len; i++)
    add_review (ADW_PREFERENCES_GROUP (group), lost->pdata[i]);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Reviews without a Finding"));
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 420);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
