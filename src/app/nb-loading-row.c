/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An input on its way: its name, how far it is, and a button that gives it up. */

#include "nb-loading-row.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"

struct _NbLoadingRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *detail;
  NbAppItem *item;    /* (owned) */
  NbSession *session; /* (owned) */
};

G_DEFINE_FINAL_TYPE (NbLoadingRow, nb_loading_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (NbLoadingRow *self)
{
  double progress = nb_app_item_get_progress (self->item);
  g_autofree char *text = NULL;

  if (nb_app_item_get_state (self->item) == NB_APP_ITEM_WAITING)
    text = g_strdup (_ ("Waiting"));
  else if (progress >= 0 && progress < 1)
    text = g_strdup_printf (_ ("Fetching · %d %%"), (int) (progress * 100));
  else
    text = g_strdup (_ ("Reading"));
  gtk_label_set_text (self->detail, text);
}

static void
cancel_cb (NbLoadingRow *self)
{
  nb_session_close (self->session, self->item);
}

static void
nb_loading_row_dispose (GObject *object)
{
  NbLoadingRow *self = NB_LOADING_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_loading_row_parent_class)->dispose (object);
}

static void
nb_loading_row_class_init (NbLoadingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_loading_row_dispose;
}

static void
nb_loading_row_init (NbLoadingRow *self)
{
}

/**
 * nb_loading_row_new:
 * @item: an input on its way
 * @session: its session
 *
 * Returns: (transfer full): a row for it
 */
GtkWidget *
nb_loading_row_new (NbAppItem *item, NbSession *session)
{
  NbLoadingRow *self = g_object_new (NB_TYPE_LOADING_ROW, "activatable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *cancel = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = nb_app_item_dup_name (item);
  g_autofree char *cancel_name = g_strdup_printf (_ ("Cancel opening %s"), name);
  GtkWidget *title = gtk_label_new (name);

  self->item = g_object_ref (item);
  self->session = g_object_ref (session);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->detail, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->detail));
  gtk_widget_add_css_class (cancel, "flat");
  gtk_widget_set_valign (cancel, GTK_ALIGN_CENTER);
  nb_ui_set_tooltip (cancel, _ ("Cancel"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cancel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cancel_name, -1);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_css_class (box, "nb-fact");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  g_signal_connect_object (item, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::progress", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
