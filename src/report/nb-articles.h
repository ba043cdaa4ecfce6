/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/nb-document.h"

G_BEGIN_DECLS

/**
 * NbRange:
 * @first: the first piece
 * @end: the piece after the last
 *
 * A run of pieces of a document.
 */
typedef struct
{
  guint first;
  guint end;
} NbRange;

void nb_articles_split (NbDocument *document, const NbRange *sets, guint n_sets, NbRange *articles);
gboolean nb_article_continues (NbDocument *document, NbRange article, NbRange set);

G_END_DECLS
