/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-table-row.h"

G_BEGIN_DECLS

#define NB_TYPE_TABLE_MODEL (nb_table_model_get_type ())
G_DECLARE_FINAL_TYPE (NbTableModel, nb_table_model, NB, TABLE_MODEL, GObject)

GListModel        *nb_table_model_list_tables   (NbReport *report);

const NbFormTable *nb_table_model_get_table     (NbTableModel *self);
const char        *nb_table_model_get_title     (NbTableModel *self);
guint              nb_table_model_get_n_columns (NbTableModel *self);
guint              nb_table_model_get_n_figures (NbTableModel *self);
const char        *nb_table_model_get_column_title (NbTableModel *self, guint column);
gboolean           nb_table_model_find          (NbTableModel *self, NbFigure *figure, guint *row, guint *column);
NbFigure          *nb_table_model_get_cell      (NbTableModel *self, guint row, guint column);

G_END_DECLS
