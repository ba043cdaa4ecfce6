/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-page.h"
#include "nb-session.h"

G_BEGIN_DECLS

#define NB_TYPE_STATUS_PAGE (nb_status_page_get_type ())
G_DECLARE_FINAL_TYPE (NbStatusPage, nb_status_page, NB, STATUS_PAGE, AdwBin)

void nb_status_page_set_width_class (NbStatusPage *self, NbWidthClass width_class);
void nb_status_page_show_empty (NbStatusPage *self);
gboolean nb_status_page_is_empty (NbStatusPage *self);
void nb_status_page_show_loading (NbStatusPage *self, NbSession *session);
void nb_status_page_show_error (NbStatusPage *self, NbAppItem *item);

G_END_DECLS
