/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-html-tree.h"

G_BEGIN_DECLS

guint nb_html_text_append (GString *out,
                           const char *text,
                           gsize length,
                           guint blanks,
                           guint most_blanks,
                           NbHtmlSums *sums);
void nb_html_text_append_verbatim (GString *out, const char *text, gsize length, NbHtmlSums *sums);

G_END_DECLS
