/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_TYPE_FLOW_LAYOUT (nb_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (NbFlowLayout, nb_flow_layout, NB, FLOW_LAYOUT, GtkLayoutManager)

void nb_flow_layout_wrap_strip (GtkWidget *strip, gboolean wraps);
void nb_flow_layout_move_strip (GtkWidget *strip, GtkWidget *scroller, GtkWidget *pane, gboolean wraps);

G_END_DECLS
