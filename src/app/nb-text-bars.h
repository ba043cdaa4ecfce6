/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/nb-document.h"

G_BEGIN_DECLS

GArray *nb_text_bars_list_pieces (NbDocument *document);
gsize nb_text_bars_get_end (const char *text, gsize at);

G_END_DECLS
