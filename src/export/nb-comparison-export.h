/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-paper.h"
#include "series/nb-comparison.h"

G_BEGIN_DECLS

/*
 * The writers of a comparison. Each appends to a GString; @findings are those between the two reports.
 */
GListModel *nb_comparison_list_findings (NbComparison *self);
void nb_comparison_write_json (NbComparison *self, GListModel *findings, GString *out);
void nb_comparison_write_csv (NbComparison *self, gboolean bom, GString *out);

gboolean nb_comparison_write_xlsx (NbComparison *self, GString *out, GError **error);

/* For people: why a row has no difference or no per cent, and how alike the texts are; in the user's
 * language, (transfer full) (nullable). */
char *nb_comparison_row_dup_remark (const NbComparisonRow *row);
char *nb_comparison_dup_verdict (NbComparison *self, gboolean *is_copy);

/* For people: @all_rows also those with nought on both sides. (transfer full) */
NbPaper *nb_comparison_dup_paper (NbComparison *self, gboolean all_rows);
NbPaper *nb_comparison_dup_text_paper (NbComparison *self);

G_END_DECLS
