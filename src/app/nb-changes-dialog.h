/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-app-item.h"

G_BEGIN_DECLS

#define NB_TYPE_CHANGES_DIALOG (nb_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbChangesDialog, nb_changes_dialog, NB, CHANGES_DIALOG, AdwWindow)

GtkWidget *nb_changes_dialog_new (GtkWindow *parent, NbAppItem *item);

G_END_DECLS
