/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "series/nb-series.h"

G_BEGIN_DECLS

#define NB_TYPE_SPARKLINE (nb_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (NbSparkline, nb_sparkline, NB, SPARKLINE, GtkWidget)

GtkWidget *nb_sparkline_new          (void);
void       nb_sparkline_set_series   (NbSparkline *self, const NbSeries *series, guint year);
guint      nb_sparkline_get_n_points (NbSparkline *self);
guint      nb_sparkline_get_n_breaks (NbSparkline *self);

G_END_DECLS
