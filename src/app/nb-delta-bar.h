/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_TYPE_DELTA_BAR (nb_delta_bar_get_type ())
G_DECLARE_FINAL_TYPE (NbDeltaBar, nb_delta_bar, NB, DELTA_BAR, GtkWidget)

GtkWidget *nb_delta_bar_new       (void);
void       nb_delta_bar_set_share (NbDeltaBar *self, gboolean shown, double share);

G_END_DECLS
