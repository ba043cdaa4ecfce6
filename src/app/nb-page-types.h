/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page.h"

G_BEGIN_DECLS

const char *const *nb_page_types_get_names (void);
gboolean           nb_page_types_make      (const char *name);
GtkWidget         *nb_page_types_take      (const char *name);

G_END_DECLS
