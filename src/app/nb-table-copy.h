/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-table-model.h"

G_BEGIN_DECLS

/**
 * NbCopyFormat:
 * @NB_COPY_VALUES: the values alone, parted by tabs
 * @NB_COPY_HEADED: with the heads of columns and the labels of rows, parted by tabs
 * @NB_COPY_MARKDOWN: the same as a Markdown table
 */
typedef enum {
  NB_COPY_VALUES,
  NB_COPY_HEADED,
  NB_COPY_MARKDOWN,
} NbCopyFormat;

char *nb_table_copy (NbTableModel *table, GPtrArray *selected, NbCopyFormat format, guint *n_cells);

G_END_DECLS
