/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-window.h"

G_BEGIN_DECLS

void nb_window_input_add_drop_target (NbWindow *window, GtkOverlay *overlay);

G_END_DECLS
