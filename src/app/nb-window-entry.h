/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-window.h"

G_BEGIN_DECLS

void nb_window_entry_add_actions (NbWindow *window);

G_END_DECLS
