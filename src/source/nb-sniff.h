/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-source.h"

G_BEGIN_DECLS

NbContainer nb_sniff        (const guint8 *bytes, gsize size, const char **media_type);
/* nb-sniff-page.c */
gboolean    nb_sniff_script (const guint8 *bytes, gsize size);
char       *nb_sniff_refresh (const guint8 *bytes, gsize size);

G_END_DECLS
