/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-html-tree.h"

G_BEGIN_DECLS

guint nb_html_text_append (GString *out,
                           const char *text,
                           gsize length,
                           gboolean after_space,
                           NbHtmlSums *sums);

G_END_DECLS
