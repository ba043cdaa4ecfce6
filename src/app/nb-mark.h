/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nb_mark_draw (GtkWidget *widget, GtkSnapshot *snapshot, const char *icon_name,
                   const char *css_class, int x, int y, int size);

G_END_DECLS
