/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page.h"
#include "nb-table-view.h"

G_BEGIN_DECLS

#define NB_TYPE_TABLES_PAGE (nb_tables_page_get_type ())
G_DECLARE_FINAL_TYPE (NbTablesPage, nb_tables_page, NB, TABLES_PAGE, NbPage)

NbTableView *nb_tables_page_get_view   (NbTablesPage *self);
GListModel  *nb_tables_page_get_tables (NbTablesPage *self);
void         nb_tables_page_select     (NbTablesPage *self, guint table);

G_END_DECLS
