/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-buffer.h"

G_BEGIN_DECLS

/* Called after each part; FALSE with the error set to give up. */
typedef gboolean (*NbUnpackFunc) (gsize unpacked, gpointer user_data, GError **error);

GBytes *nb_unpack (GBytes *packed, const char *encoding, guint64 most, NbUnpackFunc func, gpointer user_data, GError **error);

G_END_DECLS
