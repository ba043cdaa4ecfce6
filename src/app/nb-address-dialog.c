/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the address of a report, and lets on only what can be one. Opens it through app.open-uri. */

#include "nb-address-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _NbAddressDialog
{
  AdwMessageDialog parent_instance;

  GtkEntry *entry; /* child */
  GtkLabel *hint;  /* child: what is wrong with the address */
};

G_DEFINE_FINAL_TYPE (NbAddressDialog, nb_address_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* What is typed without a scheme is meant for the web. */
static char *
dup_address (NbAddressDialog *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_strstrip (text);
  if (*text == '\0' || strstr (text, ":/") != NULL || strchr (text, '.') == NULL || *text == '/')
    return g_steal_pointer (&text);
  return g_strconcat ("https://", text, NULL);
}

static const char *
explain (const char *address)
{
  const char *scheme = g_uri_peek_scheme (address);

  if (*address == '\0' || nb_address_is_valid (address))
    return "";
  if (scheme != NULL && !g_str_equal (scheme, "http") && !g_str_equal (scheme, "https") &&
      !g_str_equal (scheme, "file"))
    return _ ("Only addresses that begin with http, https or file can be opened.");
  return _ ("This is no address yet; it names no site.");
}

static void
changed_cb (NbAddressDialog *self)
{
  g_autofree char *address = dup_address (self);
  const char *hint = explain (address);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "open",
                                           nb_address_is_valid (address));
  gtk_label_set_text (self->hint, hint);
  if (*hint != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
nb_address_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  NbAddressDialog *self = NB_ADDRESS_DIALOG (dialog);
  g_autofree char *address = dup_address (self);

  if (g_str_equal (response, "open"))
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-uri",
                                    g_variant_new_string (address));
}

static void
nb_address_dialog_class_init (NbAddressDialogClass *klass)
{
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = nb_address_dialog_response;
}

static void
nb_address_dialog_init (NbAddressDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_message_dialog_set_heading (dialog, _ ("Open Address"));
  adw_message_dialog_set_body (dialog, _ ("The address of the page that holds the report."));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "open", FALSE);
  adw_message_dialog_set_default_response (dialog, "open");
  adw_message_dialog_set_close_response (dialog, "cancel");
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, "https://");
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_activates_default (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Address"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  self->hint = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  adw_message_dialog_set_extra_child (dialog, box);
}

/**
 * nb_address_dialog_new:
 * @parent: (nullable): the window to stand before
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
nb_address_dialog_new (GtkWindow *parent)
{
  return g_object_new (NB_TYPE_ADDRESS_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
}

GtkEntry *
nb_address_dialog_get_entry (NbAddressDialog *self)
{
  g_return_val_if_fail (NB_IS_ADDRESS_DIALOG (self), NULL);
  return self->entry;
}

/**
 * nb_address_is_valid:
 * @text: what was typed
 *
 * Returns: whether it is an http or https address with a host, or the address of a file
 */
gboolean
nb_address_is_valid (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (scheme == NULL)
    return FALSE;
  if (g_str_equal (scheme, "file"))
    return *g_uri_get_path (uri) == '/';
  return (g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}
