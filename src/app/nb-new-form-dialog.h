/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NB_TYPE_NEW_FORM_DIALOG (nb_new_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbNewFormDialog, nb_new_form_dialog, NB, NEW_FORM_DIALOG, AdwMessageDialog)

GtkWidget *nb_new_form_dialog_new       (GtkWindow *parent);
GtkEntry  *nb_new_form_dialog_get_organ (NbNewFormDialog *self);

G_END_DECLS
