/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-page.h"
#include "nb-text-view.h"

G_BEGIN_DECLS

#define NB_TYPE_TEXT_PAGE (nb_text_page_get_type ())
G_DECLARE_FINAL_TYPE (NbTextPage, nb_text_page, NB, TEXT_PAGE, NbPage)

NbTextView *nb_text_page_get_view (NbTextPage *self);
void nb_text_page_show_hit (NbTextPage *self, const char *query, gsize offset, gboolean focus);
void nb_text_page_move_hit (NbTextPage *self, int step);
const char *nb_text_page_get_query (NbTextPage *self);

G_END_DECLS
