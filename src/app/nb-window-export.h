/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/nb-paper.h"
#include "nb-window.h"

G_BEGIN_DECLS

void     nb_window_export_add_actions    (NbWindow *window);
void     nb_window_export_update_actions (NbWindow *window);
void     nb_window_export_chart_to       (NbWindow *window, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean nb_window_export_chart_finish   (NbWindow *window, GAsyncResult *result, GError **error);
NbPaper *nb_window_export_dup_paper      (NbWindow *window);
void     nb_window_export_tell           (NbWindow *window, const char *path);

G_END_DECLS
