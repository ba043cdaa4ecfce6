/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "check/nb-finding.h"

G_BEGIN_DECLS

#define NB_TYPE_FINDING_NOTES (nb_finding_notes_get_type ())
G_DECLARE_FINAL_TYPE (NbFindingNotes, nb_finding_notes, NB, FINDING_NOTES, AdwBin)

void nb_finding_notes_set_finding (NbFindingNotes *self, NbFinding *finding);
char *nb_finding_notes_dup_text (NbFinding *finding);

void nb_finding_notes_set_rule_only (NbFindingNotes *self, gboolean rule_only);

G_END_DECLS
