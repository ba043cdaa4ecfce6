/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_TYPE_TURNED_LABEL (nb_turned_label_get_type ())
G_DECLARE_FINAL_TYPE (NbTurnedLabel, nb_turned_label, NB, TURNED_LABEL, GtkWidget)

GtkWidget *nb_turned_label_new (const char *text);

G_END_DECLS
