/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/nb-reading.h"

G_BEGIN_DECLS

/* What the check sheet on paper and the one in a spreadsheet share. */

/* Number of failing findings for each severity, and of those that were decided on. */
typedef struct
{
  guint n_of[NB_SEVERITY_INFO + 1];
  guint n_failed;
  guint n_open;
  guint n_reviewed;
} NbSheetCounts;

void nb_sheet_count (NbReading *reading, NbSheetCounts *counts);

/* Rules that fail somewhere: (transfer full) (element-type NbRule), in the order of the rules. */
GPtrArray *nb_sheet_list_rules (GPtrArray *readings);
guint nb_sheet_count_rule (NbReading *reading, const NbRule *rule);

char *nb_sheet_dup_place (NbFinding *finding);
char *nb_sheet_dup_proposal (NbFinding *finding);
char *nb_sheet_dup_review (NbReading *reading, NbFinding *finding);

G_END_DECLS
