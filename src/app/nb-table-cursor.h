/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-app-item.h"

G_BEGIN_DECLS

#define NB_TYPE_TABLE_CURSOR (nb_table_cursor_get_type ())
G_DECLARE_FINAL_TYPE (NbTableCursor, nb_table_cursor, NB, TABLE_CURSOR, GObject)

NbTableCursor *nb_table_cursor_new         (void);
void           nb_table_cursor_reset       (NbTableCursor *self, NbAppItem *item);
void           nb_table_cursor_put         (NbTableCursor *self,
                                            guint          row,
                                            guint          column,
                                            NbFigure      *figure);
gboolean       nb_table_cursor_press_key   (NbTableCursor  *self,
                                            guint           key,
                                            GdkModifierType state);
void           nb_table_cursor_choose      (NbTableCursor *self, NbFigure *figure, gboolean extend);
void           nb_table_cursor_advance     (NbTableCursor *self, gboolean forward);
gboolean       nb_table_cursor_is_selected (NbTableCursor *self, NbFigure *figure);
GPtrArray     *nb_table_cursor_get_selected (NbTableCursor *self);
void           nb_table_cursor_scroll      (NbTableCursor *self,
                                            GtkAdjustment *adjustment,
                                            double         lower,
                                            double         upper,
                                            double         covered);

G_END_DECLS
