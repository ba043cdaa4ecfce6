/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nb_link_list_fill (GtkBox *box, const GError *error);

G_END_DECLS
