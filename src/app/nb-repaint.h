/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint nb_repaint_next (void);
void nb_repaint_append (GtkSnapshot *snapshot, GtkSnapshot *content, GtkWidget *widget, guint turn);

G_END_DECLS
