/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NB_TYPE_TOASTS (nb_toasts_get_type ())
G_DECLARE_FINAL_TYPE (NbToasts, nb_toasts, NB, TOASTS, AdwBin)

GtkWidget *nb_toasts_new (void);
void nb_toasts_set_content (NbToasts *self, GtkWidget *content);
void nb_toasts_add (NbToasts *self, AdwToast *toast);

G_END_DECLS
