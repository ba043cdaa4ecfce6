/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-app-item.h"

G_BEGIN_DECLS

void nb_checks_title_show (AdwViewStack *pages, GtkWidget *switcher, NbAppItem *item);

G_END_DECLS
