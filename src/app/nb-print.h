/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/nb-paper.h"

G_BEGIN_DECLS

gboolean nb_print_paper (const NbPaper         *paper,
                         GtkWindow             *parent,
                         GtkPrintOperationAction action,
                         const char            *path,
                         GError               **error);

G_END_DECLS
