/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/nb-document.h"

G_BEGIN_DECLS

void nb_warm_up (GtkWidget *root);
void nb_warm_up_prose (GtkWidget *widget, NbDocument *document);

G_END_DECLS
