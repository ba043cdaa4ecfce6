/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nb-session.h"

G_BEGIN_DECLS

#define NB_TYPE_STALE_BAR (nb_stale_bar_get_type ())
G_DECLARE_FINAL_TYPE (NbStaleBar, nb_stale_bar, NB, STALE_BAR, AdwBin)

void nb_stale_bar_set_session (NbStaleBar *self, NbSession *session);
void nb_stale_bar_set_item    (NbStaleBar *self, NbAppItem *item);

G_END_DECLS
