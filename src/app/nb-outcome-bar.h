/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-outcomes.h"

G_BEGIN_DECLS

#define NB_TYPE_OUTCOME_BAR (nb_outcome_bar_get_type ())
G_DECLARE_FINAL_TYPE (NbOutcomeBar, nb_outcome_bar, NB, OUTCOME_BAR, GtkWidget)

GtkWidget *nb_outcome_bar_new (void);
void nb_outcome_bar_set_outcomes (NbOutcomeBar *self, const NbOutcomes *outcomes);
guint nb_outcome_bar_get_segment (NbOutcomeBar *self, guint part, double width, graphene_rect_t *area);
void nb_outcome_bar_get_color (guint part, GdkRGBA *color);

G_END_DECLS
