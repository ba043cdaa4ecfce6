/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-session.h"

G_BEGIN_DECLS

#define NB_TYPE_LOADING_ROW (nb_loading_row_get_type ())
G_DECLARE_FINAL_TYPE (NbLoadingRow, nb_loading_row, NB, LOADING_ROW, GtkListBoxRow)

GtkWidget *nb_loading_row_new (NbAppItem *item, NbSession *session);

G_END_DECLS
