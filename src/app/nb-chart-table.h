/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chart/nb-chart.h"

G_BEGIN_DECLS

#define NB_TYPE_CHART_TABLE (nb_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (NbChartTable, nb_chart_table, NB, CHART_TABLE, AdwBin)

GtkWidget *nb_chart_table_new       (void);
void       nb_chart_table_set_chart (NbChartTable *self, const NbChart *chart);
void       nb_chart_table_tint      (NbChartTable *self, const NbSpot *point);

G_END_DECLS
