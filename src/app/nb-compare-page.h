/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-compare-figures.h"
#include "nb-compare-text.h"
#include "nb-session.h"

G_BEGIN_DECLS

#define NB_TYPE_COMPARE_PAGE (nb_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (NbComparePage, nb_compare_page, NB, COMPARE_PAGE, GtkWidget)

GtkWidget        *nb_compare_page_new            (NbSession *session);
void              nb_compare_page_set_items      (NbComparePage *self, NbAppItem *a, NbAppItem *b);
NbAppItem        *nb_compare_page_get_item       (NbComparePage *self, guint side);
NbComparison     *nb_compare_page_get_comparison (NbComparePage *self);
NbCompareFigures *nb_compare_page_get_figures    (NbComparePage *self);
NbCompareText    *nb_compare_page_get_text       (NbComparePage *self);
void              nb_compare_page_show_text      (NbComparePage *self, gboolean text);
gboolean          nb_compare_page_is_busy        (NbComparePage *self);

G_END_DECLS
