/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NB_TYPE_WRAP_LAYOUT (nb_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (NbWrapLayout, nb_wrap_layout, NB, WRAP_LAYOUT, GtkLayoutManager)

void nb_wrap_layout_apply (GtkWidget *root);
void nb_wrap_layout_wrap_label (GtkLabel *label);
GtkWidget *nb_wrap_layout_create_bin (GtkWidget *child);

G_END_DECLS
