/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void    nb_paste_read_async  (GdkClipboard        *clipboard,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
GBytes *nb_paste_read_finish (GAsyncResult *result, const char **media_type, GBytes **plain, GError **error);

G_END_DECLS
