/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/nb-finding.h"
#include "series/nb-comparison.h"

G_BEGIN_DECLS

#define NB_TYPE_COMPARE_ROW (nb_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (NbCompareRow, nb_compare_row, NB, COMPARE_ROW, GObject)

NbCompareRow          *nb_compare_row_new_heading   (const char *title, guint depth);
NbCompareRow          *nb_compare_row_new           (NbComparison *comparison, const NbComparisonRow *row, double share);
void                   nb_compare_row_set_place     (NbCompareRow *self, const char *label, guint depth, NbFinding *finding);
void                   nb_compare_row_set_repeats   (NbCompareRow *self, gboolean repeats);
gboolean               nb_compare_row_get_repeats   (NbCompareRow *self);
void                   nb_compare_row_set_narrow    (NbCompareRow *self, gboolean narrow, gboolean stacked);
gboolean               nb_compare_row_is_stacked    (NbCompareRow *self);
char                  *nb_compare_row_dup_title     (NbCompareRow *self);
const char            *nb_compare_row_get_label     (NbCompareRow *self);
guint                  nb_compare_row_get_depth     (NbCompareRow *self);
NbFinding             *nb_compare_row_get_finding   (NbCompareRow *self);
const char            *nb_compare_row_get_heading   (NbCompareRow *self);
const NbComparisonRow *nb_compare_row_get_row       (NbCompareRow *self);
double                 nb_compare_row_get_share     (NbCompareRow *self);
char                  *nb_compare_row_dup_side      (NbCompareRow *self, guint side);
char                  *nb_compare_row_dup_delta     (NbCompareRow *self);
char                  *nb_compare_row_dup_percent   (NbCompareRow *self);
char                  *nb_compare_row_dup_spoken    (NbCompareRow *self);

G_END_DECLS
