/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "check/nb-finding.h"

G_BEGIN_DECLS

#define NB_TYPE_FINDING_ROW (nb_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (NbFindingRow, nb_finding_row, NB, FINDING_ROW, GtkWidget)

GtkWidget  *nb_finding_row_new         (void);
void        nb_finding_row_set_finding (NbFindingRow *self, NbFinding *finding);
NbFinding  *nb_finding_row_get_finding (NbFindingRow *self);
const char *nb_finding_row_get_title   (NbFindingRow *self);
void nb_finding_row_show_fact (NbFindingRow *self);

G_END_DECLS
