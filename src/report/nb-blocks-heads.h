/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-items.h"

G_BEGIN_DECLS

/* What stands where a value should be. */
#define NB_CELL_EMPTY  (G_MAXUINT - 1) /* nothing: left blank */
#define NB_CELL_UNSURE G_MAXUINT       /* more or less than one cell */

gboolean nb_blocks_read_by_heads (NbDocument *document,
                                  GArray *items,
                                  const NbFormTable *table,
                                  guint first,
                                  guint end,
                                  guint *cells,
                                  guint *heads);
gboolean nb_blocks_read_by_columns (NbDocument *document,
                                    GArray *items,
                                    const NbFormTable *table,
                                    guint first,
                                    GArray *values,
                                    guint *cells);

gboolean nb_blocks_read_clipped (NbDocument *document,
                                 GArray *items,
                                 const NbFormTable *table,
                                 guint first,
                                 guint end,
                                 guint *cells);
gboolean nb_blocks_read_by_rows (NbDocument *document,
                                 GArray *items,
                                 const NbFormTable *table,
                                 guint first,
                                 guint end,
                                 guint *cells,
                                 guint *heads);
gboolean nb_blocks_read_by_order (NbDocument *document,
                                  GArray *items,
                                  const NbFormTable *table,
                                  guint first,
                                  GArray *values,
                                  guint *cells);

gboolean nb_blocks_add_up (NbDocument *document,
                           GArray *items,
                           const NbFormTable *table,
                           const guint *cells);

/* nb-blocks-grid.c */
gboolean nb_blocks_spans_agree (NbDocument *document,
                                GArray *items,
                                const NbFormTable *table,
                                guint first,
                                GArray *cells);
gboolean nb_blocks_stand_below (NbDocument *document,
                                GArray *items,
                                const guint *heads,
                                guint first,
                                guint n);
gboolean nb_blocks_read_below_heads (NbDocument *document,
                                     GArray *items,
                                     const NbFormTable *table,
                                     guint first,
                                     GArray *values,
                                     guint *cells,
                                     guint *heads);

G_END_DECLS
