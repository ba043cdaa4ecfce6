/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/nb-chart.h"

G_BEGIN_DECLS

#define NB_TYPE_CHART_VIEW (nb_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (NbChartView, nb_chart_view, NB, CHART_VIEW, GtkWidget)

GtkWidget     *nb_chart_view_new           (void);
const NbChart *nb_chart_view_get_chart     (NbChartView *self);
void           nb_chart_view_take_chart    (NbChartView *self, NbChart *chart);
void           nb_chart_view_set_shown     (NbChartView *self, const char *label, gboolean shown);
NbColour       nb_chart_view_get_colour    (NbChartView *self, guint panel, guint series);
NbDrawing     *nb_chart_view_draw          (NbChartView *self);
gboolean       nb_chart_view_get_point     (NbChartView *self, NbSpot *point);
gboolean       nb_chart_view_point_at      (NbChartView *self, double x, double y);
gboolean       nb_chart_view_move          (NbChartView *self, int categories, int series);
void           nb_chart_view_clear_point   (NbChartView *self);
NbFigure      *nb_chart_view_get_figure    (NbChartView *self, NbReport **report);
char          *nb_chart_view_dup_read_out  (NbChartView *self);

G_END_DECLS
