/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-app-item.h"
#include "nb-table-model.h"

G_BEGIN_DECLS

gboolean   nb_finding_steps_is_in      (NbFinding *finding, NbTableModel *table);
NbFigure  *nb_finding_steps_get_figure (NbFinding *finding, NbTableModel *table);
NbFinding *nb_finding_steps_get_of     (NbAppItem *item, NbFigure *figure);
NbFinding *nb_finding_steps_move       (NbAppItem *item, GPtrArray *findings, int by);
GPtrArray *nb_finding_steps_list       (NbAppItem *item, NbTableModel *table);
char      *nb_finding_steps_dup_counts (NbAppItem *item);
char      *nb_finding_steps_dup_title  (NbFinding *finding);
char      *nb_finding_steps_dup_fact   (NbFinding *finding);
char      *nb_finding_steps_dup_none   (NbReport *report, const char **title);

G_END_DECLS
