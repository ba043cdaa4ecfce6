/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-search.h"

G_BEGIN_DECLS

#define NB_TYPE_SEARCH_PANEL (nb_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (NbSearchPanel, nb_search_panel, NB, SEARCH_PANEL, AdwBin)

void        nb_search_panel_set_session (NbSearchPanel *self, NbSession *session);
void        nb_search_panel_begin       (NbSearchPanel *self);
void        nb_search_panel_end         (NbSearchPanel *self);
void        nb_search_panel_set_query   (NbSearchPanel *self, const char *query);
const char *nb_search_panel_get_query   (NbSearchPanel *self);
GtkWidget  *nb_search_panel_get_list    (NbSearchPanel *self);

G_END_DECLS
