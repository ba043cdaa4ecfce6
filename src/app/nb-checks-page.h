/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page.h"
#include "nb-relation-view.h"

G_BEGIN_DECLS

#define NB_TYPE_CHECKS_PAGE (nb_checks_page_get_type ())
G_DECLARE_FINAL_TYPE (NbChecksPage, nb_checks_page, NB, CHECKS_PAGE, NbPage)

void        nb_checks_page_clear_filter (NbChecksPage *self);
NbRelationView *nb_checks_page_get_relation (NbChecksPage *self);
GListModel *nb_checks_page_get_list     (NbChecksPage *self);
GtkWidget  *nb_checks_page_get_search   (NbChecksPage *self);

G_END_DECLS
