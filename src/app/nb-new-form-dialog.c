/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asks for the organ, the year and the form of a report that is to be filled in by hand, and has the window
 * open it with nothing filled in, through win.new-report. The form follows the year until another is chosen. Main thread only.
 */

#include "nb-new-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "form/nb-form.h"
#include "form/nb-label.h"
#include "nb-ui-text.h"

struct _NbNewFormDialog
{
  AdwMessageDialog parent_instance;

  GtkEntry *organ;     /* child */
  GtkSpinButton *year; /* child */
  GtkDropDown *form;   /* child */
  GPtrArray *forms;    /* (owned) of NbForm, static: those that have tables */
};

G_DEFINE_FINAL_TYPE (NbNewFormDialog, nb_new_form_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
changed_cb (NbNewFormDialog *self)
{
  g_autofree char *organ = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->organ)));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "create",
                                           *g_strstrip (organ) != '\0');
}

static void
year_cb (NbNewFormDialog *self)
{
  const NbForm *form = nb_forms_for_year ((guint) gtk_spin_button_get_value_as_int (self->year));
  guint at;

  if (form != NULL && g_ptr_array_find (self->forms, form, &at))
    gtk_drop_down_set_selected (self->form, at);
}

static void
nb_new_form_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  NbNewFormDialog *self = NB_NEW_FORM_DIALOG (dialog);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *organ = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->organ)));
  const NbForm *form = g_ptr_array_index (self->forms, gtk_drop_down_get_selected (self->form));

  if (g_str_equal (response, "create") && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.new-report", "(ssu)", form->id,
                                g_strstrip (organ),
                                (guint) gtk_spin_button_get_value_as_int (self->year));
}

static void
nb_new_form_dialog_dispose (GObject *object)
{
  g_clear_pointer (&NB_NEW_FORM_DIALOG (object)->forms, g_ptr_array_unref);

  G_OBJECT_CLASS (nb_new_form_dialog_parent_class)->dispose (object);
}

static void
nb_new_form_dialog_class_init (NbNewFormDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_new_form_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = nb_new_form_dialog_response;
}

static void
list_forms (NbNewFormDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  self->forms = g_ptr_array_new ();
  for (guint i = 0; i < n_forms; i++)
    {
      g_autofree char *name = g_strdup_printf (_ ("%s form"), forms[i]->id);

      if (forms[i]->n_tables == 0)
        continue;
      g_ptr_array_add (self->forms, (gpointer) forms[i]);
      gtk_string_list_append (names, name);
    }
  self->form = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
}

static void
add_line (GtkGrid *grid, int line, const char *name, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (grid, label, 0, line, 1, 1);
  gtk_grid_attach (grid, widget, 1, line, 1, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
nb_new_form_dialog_init (NbNewFormDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const NbForm *first;

  list_forms (self);
  first = g_ptr_array_index (self->forms, 0);
  adw_message_dialog_set_heading (dialog, _ ("Fill In a Form"));
  adw_message_dialog_set_body (dialog,
                               _ ("Opens the tables of the form with nothing filled in. Choose a "
                                  "cell and type a number; it is checked at once."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "create", _ ("_Create"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "create", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "create", FALSE);
  adw_message_dialog_set_default_response (dialog, "create");
  adw_message_dialog_set_close_response (dialog, "cancel");
  self->organ = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_max_length (self->organ, 60);
  gtk_entry_set_activates_default (self->organ, TRUE);
  g_signal_connect_swapped (self->organ, "changed", G_CALLBACK (changed_cb), self);
  self->year = GTK_SPIN_BUTTON (
      gtk_spin_button_new_with_range (first->first_year, g_date_time_get_year (now), 1));
  g_signal_connect_swapped (self->year, "value-changed", G_CALLBACK (year_cb), self);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  add_line (GTK_GRID (grid), 0, _ ("Organ"), GTK_WIDGET (self->organ));
  add_line (GTK_GRID (grid), 1, _ ("Year"), GTK_WIDGET (self->year));
  add_line (GTK_GRID (grid), 2, _ ("Form"), GTK_WIDGET (self->form));
  gtk_spin_button_set_value (self->year, g_date_time_get_year (now) - 1);
  year_cb (self);
  adw_message_dialog_set_extra_child (dialog, grid);
}

/**
 * nb_new_form_dialog_new:
 * @parent: the window to stand before
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
nb_new_form_dialog_new (GtkWindow *parent)
{
  return g_object_new (NB_TYPE_NEW_FORM_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
}

GtkEntry *
nb_new_form_dialog_get_organ (NbNewFormDialog *self)
{
  g_return_val_if_fail (NB_IS_NEW_FORM_DIALOG (self), NULL);
  return self->organ;
}
