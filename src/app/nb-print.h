/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "export/nb-paper.h"

G_BEGIN_DECLS

void nb_print_keep (GtkPrintSettings *chosen, GtkPageSetup *page);
void nb_print_forget (void);
GtkPageSetup *nb_print_get_page_setup (void);
gboolean nb_print_paper (const NbPaper         *paper,
                         GtkWindow             *parent,
                         GtkPrintOperationAction action,
                         const char            *path,
                         GError               **error);

G_END_DECLS
