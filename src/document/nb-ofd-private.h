/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-layout.h"
#include "nb-xml.h"

G_BEGIN_DECLS

/* nb-ofd-page.c */
gboolean nb_ofd_get_box  (const xmlNode *parent, const char *name, NbBox *box);
void     nb_ofd_add_page (NbLayout *layout, const xmlNode *page, double left, double upper);

G_END_DECLS
