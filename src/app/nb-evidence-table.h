/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "check/nb-finding.h"

G_BEGIN_DECLS

#define NB_TYPE_EVIDENCE_TABLE (nb_evidence_table_get_type ())
G_DECLARE_FINAL_TYPE (NbEvidenceTable, nb_evidence_table, NB, EVIDENCE_TABLE, AdwBin)

gboolean nb_evidence_table_set_cells  (NbEvidenceTable *self, NbReport *report, const NbTerm *terms, guint n_terms);
void     nb_evidence_table_set_finding (NbEvidenceTable *self, NbFinding *finding);
void     nb_evidence_table_set_narrow (NbEvidenceTable *self, gboolean is_narrow);

G_END_DECLS
