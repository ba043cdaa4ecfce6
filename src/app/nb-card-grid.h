/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_TYPE_CARD_GRID (nb_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (NbCardGrid, nb_card_grid, NB, CARD_GRID, GtkWidget)

void nb_card_grid_append (NbCardGrid *self, GtkWidget *card);
void nb_card_grid_clear  (NbCardGrid *self);

G_END_DECLS
