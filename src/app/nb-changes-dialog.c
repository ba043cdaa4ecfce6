/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a report read again has brought: findings that came and went, and each figure that differs, with what
 * stood there before. A figure leads to its cell.
 */

#include "nb-changes-dialog.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"

enum
{
  MOST_ROWS = 250, /* figures that are listed one by one */
};

struct _NbChangesDialog
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
  NbAppItem *item; /* (owned) */
};

G_DEFINE_FINAL_TYPE (NbChangesDialog, nb_changes_dialog, ADW_TYPE_WINDOW)

static AdwPreferencesGroup *
add_group (NbChangesDialog *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_findings (NbChangesDialog *self, const char *title, GPtrArray *findings)
{
  AdwPreferencesGroup *group;

  if (findings->len == 0)
    return;
  group = add_group (self, title);
  for (guint i = 0; i < findings->len; i++)
    add_row (group, findings->pdata[i]);
}

static void
figure_cb (NbChangesDialog *self, AdwActionRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "nb-figure");
  NbReport *report = nb_app_item_get_report (self->item);
  NbFigure *figure = report != NULL ? nb_report_find_figure (report, id) : NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (figure == NULL || parent == NULL)
    return;
  nb_app_item_set_figure (self->item, figure);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-page", "s", "tables");
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_figure (NbChangesDialog *self, AdwPreferencesGroup *group, const NbFigureChange *change)
{
  GtkWidget *row = add_row (group, change->label);
  g_autofree char *cells = g_strdup_printf (
      /* Translators: what stood in a cell before, and what stands there now. */
      _ ("%s → %s"), change->before != NULL ? change->before : _ ("nothing"),
      change->after != NULL ? change->after : _ ("nothing"));
  GtkWidget *label = gtk_label_new (cells);

  gtk_widget_add_css_class (label, "numeric");
  nb_ui_mark_han (GTK_LABEL (label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (change->after == NULL)
    return;
  g_object_set_data_full (G_OBJECT (row), "nb-figure", g_strdup (change->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (figure_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (NbChangesDialog *self)
{
  NbChanges *changes = nb_app_item_get_changes (self->item);
  GPtrArray *figures = nb_changes_get_figures (changes);
  AdwPreferencesGroup *group;

  add_findings (self, _ ("Findings gone"), nb_changes_get_findings_gone (changes));
  add_findings (self, _ ("New findings"), nb_changes_get_findings_new (changes));
  add_findings (self, _ ("Findings that say something else now"),
                nb_changes_get_findings_altered (changes));
  group = add_group (self, _ ("Figures"));
  if (figures->len == 0)
    adw_preferences_group_set_description (group, nb_changes_get_text_differs (changes)
                                                      ? _ ("No figure differs; the text does.")
                                                      : _ ("No figure differs."));
  for (guint i = 0; i < MIN (figures->len, MOST_ROWS); i++)
    add_figure (self, group, figures->pdata[i]);
  if (figures->len > MOST_ROWS)
    {
      g_autofree char *more = g_strdup_printf (_ ("and %u more"), figures->len - MOST_ROWS);

      add_row (group, more);
    }
}

static void
nb_changes_dialog_dispose (GObject *object)
{
  g_clear_object (&NB_CHANGES_DIALOG (object)->item);

  G_OBJECT_CLASS (nb_changes_dialog_parent_class)->dispose (object);
}

static void
nb_changes_dialog_class_init (NbChangesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_changes_dialog_dispose;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
nb_changes_dialog_init (NbChangesDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("What Has Changed"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 560);
}

/**
 * nb_changes_dialog_new:
 * @parent: the window of @item
 * @item: a report that was read again
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
nb_changes_dialog_new (GtkWindow *parent, NbAppItem *item)
{
  NbChangesDialog *self;

  g_return_val_if_fail (nb_app_item_get_changes (item) != NULL, NULL);

  self = g_object_new (NB_TYPE_CHANGES_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->item = g_object_ref (item);
  fill (self);
  return GTK_WIDGET (self);
}
