/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_TYPE_FACT_ROW (nb_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (NbFactRow, nb_fact_row, NB, FACT_ROW, GtkListBoxRow)

void        nb_fact_row_set_title (NbFactRow *self, const char *title);
void        nb_fact_row_set_value (NbFactRow *self, const char *value);
const char *nb_fact_row_get_value (NbFactRow *self);
void        nb_fact_row_set_short (NbFactRow *self, const char *value);
void        nb_fact_row_add_menu  (NbFactRow *self, GMenuModel *menu, const char *name);

G_END_DECLS
