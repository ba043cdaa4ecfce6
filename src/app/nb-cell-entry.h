/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_TYPE_CELL_ENTRY (nb_cell_entry_get_type ())
G_DECLARE_FINAL_TYPE (NbCellEntry, nb_cell_entry, NB, CELL_ENTRY, GtkPopover)

NbCellEntry *nb_cell_entry_new  (GtkWidget *parent);
void         nb_cell_entry_open (NbCellEntry *self, GtkWidget *cell, const char *text);
GtkEntry    *nb_cell_entry_get_entry (NbCellEntry *self);

G_END_DECLS
