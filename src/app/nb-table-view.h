/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-app-item.h"
#include "nb-table-cursor.h"
#include "nb-table-model.h"

G_BEGIN_DECLS

#define NB_TYPE_TABLE_VIEW (nb_table_view_get_type ())
G_DECLARE_FINAL_TYPE (NbTableView, nb_table_view, NB, TABLE_VIEW, AdwBin)

void          nb_table_view_set_table  (NbTableView *self, NbTableModel *table, NbAppItem *item);
NbTableModel *nb_table_view_get_table  (NbTableView *self);
void          nb_table_view_focus_chosen (NbTableView *self);
void          nb_table_view_set_chosen (NbTableView *self, NbFigure *figure);
void          nb_table_view_set_narrow (NbTableView *self, gboolean narrow, guint column);
int           nb_table_view_get_wanted_width (NbTableView *self);
GtkWidget    *nb_table_view_find_cell  (NbTableView *self, NbFigure *figure);
NbTableCursor *nb_table_view_get_cursor (NbTableView *self);

G_END_DECLS
