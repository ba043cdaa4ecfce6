/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-window.h"

G_BEGIN_DECLS

void nb_window_reports_add_actions    (NbWindow *window);
void nb_window_reports_update_actions (NbWindow *window);
void nb_window_reports_tell_loaded    (NbWindow *window, NbAppItem *item);
void nb_window_reports_tell_reread (NbWindow *window, NbAppItem *item);

G_END_DECLS
