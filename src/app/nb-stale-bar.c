/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Says above a report that its file is not what was read any more, and offers to read it again; where
 * several files have changed, all of them at once.
 */

#include "nb-stale-bar.h"

#include <glib/gi18n-lib.h>

struct _NbStaleBar
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkLabel *label;
  GtkWidget *reload;
  GtkWidget *reload_all;

  NbSession *session;    /* (owned) (nullable) */
  NbAppItem *item;       /* (owned) (nullable) */
  GSignalGroup *signals; /* (owned): on the item */
};

G_DEFINE_FINAL_TYPE (NbStaleBar, nb_stale_bar, ADW_TYPE_BIN)

static guint
count_changed (NbStaleBar *self)
{
  GListModel *items = nb_session_get_items (self->session);
  guint n_items = g_list_model_get_n_items (items);
  guint n_changed = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      n_changed += nb_app_item_get_stale (item) == NB_STALE_CHANGED;
    }
  return n_changed;
}

static void
update (NbStaleBar *self)
{
  NbStale stale = self->item != NULL ? nb_app_item_get_stale (self->item) : NB_STALE_NOT;
  guint n_changed = stale == NB_STALE_CHANGED ? count_changed (self) : 0;
  g_autofree char *all = g_strdup_printf (_ ("Read _All %u Again"), n_changed);

  gtk_widget_set_visible (self->reload, stale == NB_STALE_CHANGED);
  gtk_widget_set_visible (self->reload_all, n_changed > 1);
  gtk_button_set_label (GTK_BUTTON (self->reload_all), all);
  if (stale == NB_STALE_CHANGED)
    gtk_label_set_text (self->label, _ ("The file has changed since it was read."));
  else if (stale == NB_STALE_GONE)
    gtk_label_set_text (self->label, _ ("The file is there no more; this is what was read of it."));
  gtk_info_bar_set_message_type (self->bar,
                                 stale == NB_STALE_GONE ? GTK_MESSAGE_WARNING : GTK_MESSAGE_INFO);
  gtk_info_bar_set_revealed (self->bar, stale != NB_STALE_NOT);
  gtk_widget_set_visible (GTK_WIDGET (self), stale != NB_STALE_NOT);
}

static void
response_cb (NbStaleBar *self)
{
  gtk_info_bar_set_revealed (self->bar, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
nb_stale_bar_dispose (GObject *object)
{
  NbStaleBar *self = NB_STALE_BAR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_stale_bar_parent_class)->dispose (object);
}

static void
nb_stale_bar_class_init (NbStaleBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_stale_bar_dispose;
}

static GtkWidget *
add_button (NbStaleBar *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_info_bar_add_child (self->bar, button);
  return button;
}

static void
nb_stale_bar_init (NbStaleBar *self)
{
  self->bar = GTK_INFO_BAR (gtk_info_bar_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_info_bar_add_child (self->bar, GTK_WIDGET (self->label));
  self->reload = add_button (self, _ ("_Read Again"), "win.reload");
  self->reload_all = add_button (self, "", "win.reload-changed");
  gtk_button_set_use_underline (GTK_BUTTON (self->reload_all), TRUE);
  gtk_info_bar_set_show_close_button (self->bar, TRUE);
  g_signal_connect_swapped (self->bar, "response", G_CALLBACK (response_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->signals = g_signal_group_new (NB_TYPE_APP_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::stale", G_CALLBACK (update), self);
}

/**
 * nb_stale_bar_set_session:
 * @self: a bar
 * @session: all open reports
 */
void
nb_stale_bar_set_session (NbStaleBar *self, NbSession *session)
{
  g_return_if_fail (NB_IS_STALE_BAR (self));
  g_set_object (&self->session, session);
}

/**
 * nb_stale_bar_set_item:
 * @self: a bar
 * @item: (nullable): the report that is shown
 */
void
nb_stale_bar_set_item (NbStaleBar *self, NbAppItem *item)
{
  g_return_if_fail (NB_IS_STALE_BAR (self));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->signals, item);
  update (self);
}
