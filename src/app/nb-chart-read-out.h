/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/nb-chart.h"

G_BEGIN_DECLS

#define NB_TYPE_CHART_READ_OUT (nb_chart_read_out_get_type ())
G_DECLARE_FINAL_TYPE (NbChartReadOut, nb_chart_read_out, NB, CHART_READ_OUT, GtkBox)

GtkWidget *nb_chart_read_out_new      (void);
void       nb_chart_read_out_show     (NbChartReadOut *self, const NbChartPanel *panel, guint series, guint category);
char      *nb_chart_read_out_dup_text (const NbChartPanel *panel, guint series, guint category);

G_END_DECLS
