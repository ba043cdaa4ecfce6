/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-chart-view.h"

G_BEGIN_DECLS

guint nb_chart_key_fill (GtkBox *box, NbChartView *view);

G_END_DECLS
