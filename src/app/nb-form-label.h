/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "form/nb-form-grid.h"

G_BEGIN_DECLS

GtkWidget *nb_form_label_new (const NbGridCell *cell);

G_END_DECLS
