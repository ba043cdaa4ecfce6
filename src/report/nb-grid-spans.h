/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-heads.h"
#include "nb-rows-private.h"

G_BEGIN_DECLS

/* The columns of a grid that a cell spans: from @begin to before @end. */
typedef struct
{
  guint begin, end;
} NbSpan;

NbSpan nb_span_of (NbDocument *document, GArray *items, guint i);
gboolean nb_span_holds_middle (NbSpan a, NbSpan b);
gboolean nb_spans_stand_below (NbSpan head, NbSpan cell);
gboolean nb_spans_reach_down (NbDocument *document, GArray *items, guint cell);
gboolean nb_spans_are_reached (NbDocument *document, GArray *items, guint first);
gboolean nb_spans_are_even (NbDocument *document, GArray *items, GArray *cells);
gboolean
nb_spans_follow (NbDocument *document, GArray *items, GArray *cells, const NbSpan *heads, guint n);
guint nb_spans_find_below (NbDocument *document,
                           GArray *items,
                           GArray *cells,
                           const NbSpan *heads,
                           guint n,
                           guint head);

/* nb-columns-grid.c */
void nb_columns_heed_spans (NbDocument *document,
                            GArray *items,
                            const NbFormTable *table,
                            GArray *runs,
                            GArray **choice);

G_END_DECLS
