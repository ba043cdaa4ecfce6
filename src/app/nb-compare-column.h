/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nb-compare-row.h"

G_BEGIN_DECLS

typedef enum
{
  COLUMN_ITEM,
  COLUMN_A,
  COLUMN_B,
  COLUMN_DELTA,
  COLUMN_PERCENT,
  COLUMN_BAR,
  COLUMN_NOTE,
  N_COLUMNS,
} NbCompareColumn;

gboolean nb_compare_is_changed      (const NbComparisonRow *row);
void     nb_compare_column_setup    (GtkListItem *list_item, NbCompareColumn column);
void     nb_compare_column_bind     (GtkListItem *list_item, NbCompareColumn column);
char    *nb_compare_column_dup_text (NbCompareRow *row, NbCompareColumn column);

G_END_DECLS
