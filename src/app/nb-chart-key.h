/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-chart-view.h"

G_BEGIN_DECLS

guint nb_chart_key_fill (GtkBox *box, NbChartView *view);

/* The list of scales beside a chart; it stays where it is and says why it cannot be used. */
void nb_chart_key_update_scales (GtkWidget *list, const NbChart *chart);

G_END_DECLS
