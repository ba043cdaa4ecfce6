/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-app-item.h"

G_BEGIN_DECLS

#define NB_TYPE_EVIDENCE_PANEL (nb_evidence_panel_get_type ())
G_DECLARE_FINAL_TYPE (NbEvidencePanel, nb_evidence_panel, NB, EVIDENCE_PANEL, AdwBin)

void nb_evidence_panel_set_figure (NbEvidencePanel *self, NbAppItem *item, NbFigure *figure);

G_END_DECLS
