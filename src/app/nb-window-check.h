/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-window.h"

G_BEGIN_DECLS

void nb_window_check_add_actions    (NbWindow *window);
void nb_window_check_update_actions (NbWindow *window);
void nb_window_check_save           (NbWindow *window, GPtrArray *readings, const char *path);

G_END_DECLS
