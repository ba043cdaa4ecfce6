/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/nb-finding.h"
#include "series/nb-comparison.h"
#include "workspace/nb-notes.h"

G_BEGIN_DECLS

/* Of what follows from a finding, so many are written out: a column of blanks leaves dozens of sums undecided. */
#define NB_MOST_CONSEQUENCES 5

/* Words and numbers for people, in the user's language; what several writers share. */
const char *nb_name_state (NbState state);
const char *nb_name_severity (NbSeverity severity);
const char *nb_name_organ_kind (NbOrganKind kind);
const char *nb_name_comparable (NbComparable comparable);
const char *nb_name_review (NbReviewState state);
char *nb_review_dup_text (const NbReview *review);

char *nb_number_dup (NbDecimal value);
char *nb_number_dup_signed (NbDecimal value);
char *nb_number_dup_percent (NbDecimal value, gboolean with_sign);
char *nb_quantity_dup_text (const NbQuantity *quantity);
char *nb_report_dup_name (NbReport *report);

G_END_DECLS
