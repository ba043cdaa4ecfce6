/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NB_TYPE_HELP (nb_help_get_type ())
G_DECLARE_FINAL_TYPE (NbHelp, nb_help, NB, HELP, AdwWindow)

GtkWidget *nb_help_new (GtkWindow *parent);

G_END_DECLS
