/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A list that never changes. Immutable. */
#define NB_TYPE_FIXED_LIST (nb_fixed_list_get_type ())
G_DECLARE_FINAL_TYPE (NbFixedList, nb_fixed_list, NB, FIXED_LIST, GObject)

GListModel *nb_fixed_list_new (GType type, GPtrArray *items);

G_END_DECLS
