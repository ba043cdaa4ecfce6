/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-html-selector.h"

G_BEGIN_DECLS

GHashTable *nb_html_holders_new (void);
void nb_html_holders_want (GHashTable *holders, const NbHtmlSelector *selector);
void nb_html_holders_note (GHashTable *holders, const char *name);
gboolean nb_html_holders_have (GHashTable *holders, const NbHtmlSelector *selector);

G_END_DECLS
