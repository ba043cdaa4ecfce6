/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean   nb_spare_exists (GType type);
gboolean   nb_spare_make   (GType type);
GtkWidget *nb_spare_take   (GType type);
void       nb_spare_clear  (void);

G_END_DECLS
