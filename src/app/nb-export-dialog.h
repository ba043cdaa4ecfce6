/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-export-job.h"
#include "nb-window.h"

G_BEGIN_DECLS

#define NB_TYPE_EXPORT_DIALOG (nb_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NbExportDialog, nb_export_dialog, NB, EXPORT_DIALOG, AdwWindow)

GtkWidget *nb_export_dialog_new    (NbWindow *window);
void       nb_export_dialog_choose (NbExportDialog *self, NbExportWhat what, const char *format);
gboolean   nb_export_dialog_is_busy (NbExportDialog *self);
void       nb_export_dialog_save   (NbExportDialog *self, const char *path);

G_END_DECLS
