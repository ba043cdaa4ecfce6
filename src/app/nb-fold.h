/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void nb_fold_flap (AdwFlap *flap, gboolean folded, gboolean revealed);

G_END_DECLS
