/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-tables-page.h"

G_BEGIN_DECLS

GtkWidget *nb_cell_menu_new (NbTablesPage *page);

G_END_DECLS
