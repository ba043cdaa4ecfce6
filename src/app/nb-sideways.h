/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nb_sideways_new (GtkWidget *child);
void nb_sideways_pass_on (GtkWidget *scrolled);

G_END_DECLS
