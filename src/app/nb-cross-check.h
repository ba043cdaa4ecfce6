/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-app-item.h"

G_BEGIN_DECLS

#define NB_TYPE_CROSS_CHECK (nb_cross_check_get_type ())
G_DECLARE_FINAL_TYPE (NbCrossCheck, nb_cross_check, NB, CROSS_CHECK, GObject)

NbCrossCheck *nb_cross_check_new     (GListModel *items);
void          nb_cross_check_queue   (NbCrossCheck *self);
gboolean      nb_cross_check_is_busy (NbCrossCheck *self);

G_END_DECLS
