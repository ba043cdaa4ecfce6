/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-app-item.h"
#include "nb-relation-view.h"

G_BEGIN_DECLS

#define NB_TYPE_FINDING_VIEW (nb_finding_view_get_type ())
G_DECLARE_FINAL_TYPE (NbFindingView, nb_finding_view, NB, FINDING_VIEW, AdwBin)

void nb_finding_view_set_finding (NbFindingView *self, NbAppItem *item, NbFinding *finding);
gboolean
nb_finding_view_show_part (NbFindingView *self, NbAppItem *item, NbFinding *finding, guint part);
void
nb_finding_view_set_stacked (NbFindingView *self, gboolean stacked, gboolean few_columns, gboolean narrow);
void nb_finding_view_show_tables (NbFindingView *self);
void nb_finding_view_show_text (NbFindingView *self);
NbRelationView *nb_finding_view_get_relation (NbFindingView *self);

G_END_DECLS
