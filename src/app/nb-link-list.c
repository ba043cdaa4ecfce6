/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The links of a page that holds no report and leads to some: a list whose rows open them.
 */

#include "nb-link-list.h"

#include <glib/gi18n-lib.h>

#include "base/nb-error.h"

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_row (const NbLink *link)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "nb-padded");
  gtk_box_append (GTK_BOX (box), new_label (link->title, NULL));
  gtk_box_append (GTK_BOX (box), new_label (link->uri, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, link->uri);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, link->title, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link->uri);
  return row;
}

/**
 * nb_link_list_fill:
 * @box: where the list goes; shown only where there is one
 * @error: why an input was not opened
 *
 * Offers the links that came with an error.
 */
void
nb_link_list_fill (GtkBox *box, const GError *error)
{
  GPtrArray *links = nb_error_get_links (error);
  GtkWidget *child, *list;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), links != NULL);
  if (links == NULL)
    return;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reports That This Page Links To"), -1);
  for (guint i = 0; i < links->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (g_ptr_array_index (links, i)));
  gtk_box_append (box, new_label (_ ("Reports That This Page Links To"), "heading"));
  gtk_box_append (box, list);
}
