/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/nb-report.h"

G_BEGIN_DECLS

GPtrArray *nb_neighbours_list (GtkWidget *widget, NbReport *report);

G_END_DECLS
