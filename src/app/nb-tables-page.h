/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form-view.h"
#include "nb-page.h"
#include "nb-table-view.h"

G_BEGIN_DECLS

#define NB_TYPE_TABLES_PAGE (nb_tables_page_get_type ())
G_DECLARE_FINAL_TYPE (NbTablesPage, nb_tables_page, NB, TABLES_PAGE, NbPage)

NbTableView *nb_tables_page_get_view      (NbTablesPage *self);
NbFormView  *nb_tables_page_get_form_view (NbTablesPage *self);
GListModel  *nb_tables_page_get_tables    (NbTablesPage *self);
void         nb_tables_page_select        (NbTablesPage *self, guint table);
void         nb_tables_page_set_printed   (NbTablesPage *self, gboolean printed);
GtkWidget   *nb_tables_page_get_menu      (NbTablesPage *self);
GtkWidget   *nb_tables_page_find_cell     (NbTablesPage *self, NbFigure *figure);

G_END_DECLS
