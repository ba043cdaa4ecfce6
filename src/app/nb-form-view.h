/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-sheet.h"
#include "nb-table-cursor.h"
#include "nb-table-model.h"

G_BEGIN_DECLS

#define NB_TYPE_FORM_VIEW (nb_form_view_get_type ())
G_DECLARE_FINAL_TYPE (NbFormView, nb_form_view, NB, FORM_VIEW, AdwBin)

void           nb_form_view_set_table    (NbFormView *self, NbTableModel *table, NbAppItem *item);
NbTableModel  *nb_form_view_get_table    (NbFormView *self);
void           nb_form_view_focus_chosen (NbFormView *self);
void           nb_form_view_set_chosen   (NbFormView *self, NbFigure *figure);
GtkWidget     *nb_form_view_find_cell    (NbFormView *self, NbFigure *figure);
NbTableCursor *nb_form_view_get_cursor   (NbFormView *self);
NbSheet       *nb_form_view_get_sheet    (NbFormView *self);
int            nb_form_view_get_wanted_width (NbFormView *self);

G_END_DECLS
