/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-rows-private.h"

G_BEGIN_DECLS

/* Rows of one table found by their exact labels, one array for each time the table stands in the
 * document: (element-type GArray of NbRun), rows ascending, at least one. */
GPtrArray *nb_chains_find (NbDocument *document, GArray *items, const NbFormTable *table);

/* Rows between those of a chain whose label is broken, cut or misspelled: adds them to @chain,
 * and puts rows that the form does not have into @extras. */
void nb_chain_mend (NbDocument *document,
                    GArray *items,
                    const NbFormTable *table,
                    GArray *chain,
                    GArray *extras);

/* Rows that are bound by labels that may be another row's are held to where they stand; nb-chain-doubt.c. @others: NbRun,
 * bound to none */
void nb_chain_hold_to_place (NbDocument *document,
                             GArray *items,
                             const NbFormTable *table,
                             GArray *chain,
                             GArray *others);
gboolean nb_chain_is_sure (NbDocument *document,
                           GArray *items,
                           const NbFormTable *table,
                           GArray *chain,
                           const NbRun *run);

gboolean nb_run_begins_as_printed (NbDocument *document,
                                   GArray *items,
                                   const NbFormRow *row,
                                   const NbRun *run);

/* What stands elsewhere than the form prints it; nb-chain-order.c */
void nb_chain_take_displaced (NbDocument *document,
                              GArray *items,
                              const NbFormTable *table,
                              GArray *chain,
                              GArray *runs);
void nb_chain_drop_false_rivals (GArray *chain);
void nb_chain_take_behind_groups (GArray *items,
                                  const NbFormTable *table,
                                  GArray *chain,
                                  GArray *extras);

/* Rows whose labels are broken above and below their values; NbRun, bound. (transfer full) */
GArray *nb_chain_find_broken (NbDocument *document, GArray *items, const NbFormTable *table);

G_END_DECLS
