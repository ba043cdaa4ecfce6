/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-items.h"

G_BEGIN_DECLS

gboolean nb_heads_agree_columns (NbDocument *document,
                                 GArray *items,
                                 const NbFormTable *table,
                                 guint first_row);
/* Items before the first row that its heads may take. */
#define NB_HEADS_REACH 64
/* Columns of the widest table that is looked at. */
#define NB_HEADS_WIDEST 32
gboolean nb_heads_are_beside (GArray *items, guint a, guint b);
guint nb_heads_count_results (const NbFormTable *table);
/* In the place of an item: a cell that the side of the page hides. */
#define NB_ITEM_UNSEEN G_MAXUINT
/* Tables that run over the side of the page; nb-heads-clipped.c */
int nb_heads_find_clipped (NbDocument *document,
                           GArray *items,
                           const NbFormTable *table,
                           guint item,
                           NbEntryKind kind);
void nb_heads_choose_clipped (NbDocument *document,
                              GArray *items,
                              const NbFormTable *table,
                              guint first_row,
                              GArray *cells,
                              GArray *choice);
/* Heads in another order than the form's; nb-heads-order.c */
gboolean nb_heads_any_columns (GArray *items, const NbFormTable *table, guint first_row);
gboolean nb_heads_move_band (NbDocument *document,
                             GArray *items,
                             const NbFormTable *table,
                             guint first_row);
void nb_heads_choose_turned (NbDocument *document,
                             GArray *items,
                             const NbFormTable *table,
                             guint first_row,
                             GArray *cells,
                             GArray *choice);
gboolean nb_heads_confirm_turned (NbDocument *document,
                                  GArray *items,
                                  const NbFormRow *const *rows,
                                  GArray *const *choices,
                                  guint n);
gboolean nb_heads_turn_row (NbDocument *document,
                            GArray *items,
                            const NbFormRow *row,
                            guint label,
                            GArray *cells);
gboolean
nb_heads_agree_row (NbDocument *document, GArray *items, const NbFormRow *row, guint label);
gboolean nb_heads_agree_blocks (NbDocument *document,
                                GArray *items,
                                const NbFormTable *table,
                                guint first,
                                guint end);

G_END_DECLS
