/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

#define NB_TYPE_TABLE_ROW (nb_table_row_get_type ())
G_DECLARE_FINAL_TYPE (NbTableRow, nb_table_row, NB, TABLE_ROW, GObject)

NbTableRow *nb_table_row_new          (NbReport *report, const NbFormRow *row, const NbFormRow *above);
NbTableRow *nb_table_row_new_extra    (NbFigure *figure);
gboolean    nb_table_row_is_heading   (NbTableRow *self);
gboolean    nb_table_row_has_heads    (NbTableRow *self);
char       *nb_table_row_dup_group    (NbTableRow *self);
char       *nb_table_row_dup_new_group (NbTableRow *self);
guint       nb_table_row_get_level    (NbTableRow *self);
char       *nb_table_row_dup_label    (NbTableRow *self);
guint       nb_table_row_get_n_cells  (NbTableRow *self);
NbFigure   *nb_table_row_get_cell     (NbTableRow *self, guint column);
const char *nb_table_row_get_head     (NbTableRow *self, guint column);

G_END_DECLS
