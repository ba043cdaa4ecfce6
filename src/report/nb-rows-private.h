/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-binder.h"

G_BEGIN_DECLS

/* A label that may name a row, with the values behind it. */
typedef struct
{
  guint label; /* first item of the label */
  guint n_label;
  guint first;      /* first item of the run */
  guint n;          /* items of the run, units included */
  gboolean bounded; /* the ends of its row are known */
  int row;          /* in the table; -1: bound to none */
  NbConfidence confidence;
  gboolean is_doubtful; /* the values may be those of a whole group, or of another row */
  guint rival; /* 1 + first item of the label where the row is printed again with other values; 0 for nowhere */
} NbRun;

void nb_run_extract (GArray *items, const NbFormTable *table, guint n_wanted, NbRun *run);
guint nb_run_count (GArray *items, const NbRun *run); /* values and blanks, units left out */
gboolean nb_run_has_value (GArray *items, const NbRun *run);
gboolean nb_run_is_behind_values (GArray *items, const NbFormTable *table, const NbRun *run);
gboolean nb_run_is_below_values (GArray *items,
                                 const NbFormTable *table,
                                 guint n_wanted,
                                 guint label);
char *nb_run_dup_unit (NbDocument *document, GArray *items, guint i);
void nb_run_find_unit (NbDocument *document,
                       GArray *items,
                       const NbFormTable *table,
                       const NbRun *run,
                       NbBound *bound);
const NbPiece *nb_run_find_junk (NbDocument *document, GArray *items, const NbRun *run);

/* Chooses the cells of each run that are the table's columns. @choice: one GArray of item
 * numbers for each run, empty where the row cannot be read. */
void nb_columns_choose (NbDocument *document,
                        GArray *items,
                        const NbFormTable *table,
                        GArray *runs,
                        GArray **choice);

G_END_DECLS
