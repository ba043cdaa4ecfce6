/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-html-attributes.h"

G_BEGIN_DECLS

void
nb_html_inherit (NbHtmlNode *node, const NbHtmlNode *outer, const NbHtmlAttributes *attributes);
void nb_html_doubt_papers (NbHtmlTree *tree, guint index);

G_END_DECLS
