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

/* One of several whole reports that an input holds. */
typedef struct
{
  NbRange pieces;
  guint year; /* 0 where nothing says one */
} NbWhole;

GArray *nb_articles_find_wholes (NbDocument *document); /* (transfer full) NbWhole, at least one */
void nb_articles_split (NbDocument *document,
                        NbRange whole,
                        const NbRange *sets,
                        guint n_sets,
                        NbRange *articles);
void nb_articles_join (NbDocument *document,
                       const NbRange *sets,
                       guint n_sets,
                       const NbRange *articles,
                       NbRange *wholes);
guint nb_articles_guess_year (NbDocument *document);

G_END_DECLS
