/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-session.h"

G_BEGIN_DECLS

#define NB_TYPE_WATCHER (nb_watcher_get_type ())
G_DECLARE_FINAL_TYPE (NbWatcher, nb_watcher, NB, WATCHER, GObject)

NbWatcher *nb_watcher_new (NbSession *session);

G_END_DECLS
