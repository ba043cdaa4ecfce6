/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-app-item.h"
#include "nb-heading.h"

G_BEGIN_DECLS

#define NB_TYPE_SIDEBAR_ROW (nb_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (NbSidebarRow, nb_sidebar_row, NB, SIDEBAR_ROW, GtkWidget)

GtkWidget  *nb_sidebar_row_new      (void);
void        nb_sidebar_row_set_item (NbSidebarRow *self, GObject *item, gboolean show_organ);
void        nb_sidebar_row_scrolled (NbSidebarRow *self);
NbAppItem  *nb_sidebar_row_get_item (NbSidebarRow *self);
const char *nb_sidebar_row_get_name (NbSidebarRow *self);

G_END_DECLS
