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

G_END_DECLS
