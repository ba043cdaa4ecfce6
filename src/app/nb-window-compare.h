/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-compare-page.h"
#include "nb-window.h"

G_BEGIN_DECLS

void           nb_window_compare_add_actions    (NbWindow *window);
void           nb_window_compare_update_actions (NbWindow *window);
void           nb_window_compare_uris           (NbWindow *window, const char *a, const char *b);
NbComparePage *nb_window_compare                (NbWindow *window, NbAppItem *a, NbAppItem *b);
NbComparePage *nb_window_get_compare_page       (NbWindow *window);
void           nb_window_leave_compare          (NbWindow *window);

G_END_DECLS
