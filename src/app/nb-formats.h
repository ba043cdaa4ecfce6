/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NB_LIMIT_FOLDER_FILES 1000 /* files of one folder that are opened */

void        nb_formats_add_filters       (GtkFileChooser *chooser);
gboolean    nb_formats_knows             (const char *name);
void        nb_formats_list_folder_async (GFile *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char      **nb_formats_list_folder_finish (GAsyncResult *result, GError **error);

G_END_DECLS
