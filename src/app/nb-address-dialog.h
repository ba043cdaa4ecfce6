/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NB_TYPE_ADDRESS_DIALOG (nb_address_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbAddressDialog, nb_address_dialog, NB, ADDRESS_DIALOG, AdwMessageDialog)

GtkWidget *nb_address_dialog_new     (GtkWindow *parent);
GtkEntry  *nb_address_dialog_get_entry (NbAddressDialog *self);
gboolean   nb_address_is_valid       (const char *text);

G_END_DECLS
