/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NbLaterFunc:
 * @object: what nb_later_add() was given
 *
 * Does one piece of work that changes widgets, small enough for one frame.
 *
 * Returns: whether there is more to do
 */
typedef gboolean (*NbLaterFunc) (gpointer object);

void nb_later_add (gpointer object, NbLaterFunc func, gboolean urgent);
void nb_later_add_unseen (gpointer object, NbLaterFunc func);
gboolean nb_later_is_enough (gint64 since);
gboolean nb_later_cancel (gpointer object, NbLaterFunc func);
gboolean nb_later_is_idle (void);

G_END_DECLS
