/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text-view.h"

G_BEGIN_DECLS

#define NB_TYPE_HIT_TICKS (nb_hit_ticks_get_type ())
G_DECLARE_FINAL_TYPE (NbHitTicks, nb_hit_ticks, NB, HIT_TICKS, GtkWidget)

void nb_hit_ticks_set_view (NbHitTicks *self, NbTextView *view, GtkScrolledWindow *scrolled);

G_END_DECLS
