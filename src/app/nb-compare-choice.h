/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "series/nb-comparison.h"

G_BEGIN_DECLS

const char     *nb_compare_choice_get_table_name (const NbComparisonRow *row);
gboolean        nb_compare_choice_is_main        (const NbComparisonRow *row);
void            nb_compare_choice_sort           (GPtrArray *wanted, gboolean percents);
GHashTable     *nb_compare_choice_measure_units  (GPtrArray *wanted);
char           *nb_compare_choice_dup_scale      (GHashTable *units);
const NbMetric *nb_compare_choice_find_metric    (const NbComparisonRow *row);
GPtrArray      *nb_compare_choice_list_groups    (const NbComparisonRow *row);

G_END_DECLS
