/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "check/nb-finding.h"

G_BEGIN_DECLS

#define NB_TYPE_RELATION_VIEW (nb_relation_view_get_type ())
G_DECLARE_FINAL_TYPE (NbRelationView, nb_relation_view, NB, RELATION_VIEW, GtkWidget)

gboolean nb_relation_view_set_finding (NbRelationView *self, NbFinding *finding);
char    *nb_relation_view_dup_text    (NbRelationView *self);

G_END_DECLS
