/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_TYPE_SHEET (nb_sheet_get_type ())
G_DECLARE_FINAL_TYPE (NbSheet, nb_sheet, NB, SHEET, GtkWidget)

GtkWidget *nb_sheet_new             (void);
void       nb_sheet_clear           (NbSheet *self);
void       nb_sheet_add             (NbSheet   *self,
                                     GtkWidget *child,
                                     guint      row,
                                     guint      column,
                                     guint      row_span,
                                     guint      column_span);
void       nb_sheet_set_head_rows   (NbSheet *self, guint n_head_rows);
void       nb_sheet_set_expand      (NbSheet *self, guint column, int width);
void       nb_sheet_set_vadjustment (NbSheet *self, GtkAdjustment *adjustment);
void       nb_sheet_refresh         (NbSheet *self);
gboolean   nb_sheet_prepare         (NbSheet *self, int width);
int        nb_sheet_get_wanted_width (NbSheet *self, int expanding);
guint      nb_sheet_get_n_cells     (NbSheet *self);
gboolean   nb_sheet_get_bounds      (NbSheet *self, GtkWidget *child, GdkRectangle *bounds);
int        nb_sheet_get_head_height (NbSheet *self);
int        nb_sheet_get_top         (NbSheet *self);

G_END_DECLS
