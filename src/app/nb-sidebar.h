/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-report-list.h"
#include "nb-search-panel.h"

G_BEGIN_DECLS

#define NB_TYPE_SIDEBAR (nb_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (NbSidebar, nb_sidebar, NB, SIDEBAR, AdwBin)

void        nb_sidebar_set_session (NbSidebar *self, NbSession *session);
void        nb_sidebar_set_item    (NbSidebar *self, NbAppItem *item);
NbAppItem  *nb_sidebar_get_item    (NbSidebar *self);
GListModel *nb_sidebar_get_rows    (NbSidebar *self);
void        nb_sidebar_set_order   (NbSidebar *self, NbReportOrder order);
gboolean    nb_sidebar_take_focus  (NbSidebar *self);
void        nb_sidebar_show_rows   (NbSidebar *self, gboolean shown);
void        nb_sidebar_search      (NbSidebar *self);
void        nb_sidebar_find        (NbSidebar *self);
void        nb_sidebar_open_menu   (NbSidebar *self);
NbSearchPanel *nb_sidebar_get_search_panel (NbSidebar *self);
NbAppItem  *nb_sidebar_find_neighbour (NbSidebar *self, NbAppItem *item);

G_END_DECLS
