/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-chart-view.h"
#include "nb-page.h"

G_BEGIN_DECLS

#define NB_TYPE_CHARTS_PAGE (nb_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (NbChartsPage, nb_charts_page, NB, CHARTS_PAGE, NbPage)

void         nb_charts_page_select   (NbChartsPage *self, const char *id);
NbChartView *nb_charts_page_get_view (NbChartsPage *self);
gboolean     nb_charts_page_is_busy  (NbChartsPage *self);

G_END_DECLS
