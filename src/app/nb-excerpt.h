/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/nb-report.h"

G_BEGIN_DECLS

void nb_excerpt_show (GtkLabel *label, NbReport *report, const NbPlace *place);

G_END_DECLS
