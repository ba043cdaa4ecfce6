/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"

G_BEGIN_DECLS

/**
 * NbGridKind:
 * @NB_GRID_HEAD: a head of columns, also one that stands in the midst of table 2
 * @NB_GRID_CORNER: what stands above the labels
 * @NB_GRID_GROUP: a merged cell beside or above the rows that it names
 * @NB_GRID_LABEL: label of a row
 * @NB_GRID_UNIT: unit of a row, where the form prints one
 * @NB_GRID_VALUE: a figure
 * @NB_GRID_EMPTY: printed without anything to fill in
 */
typedef enum
{
  NB_GRID_HEAD,
  NB_GRID_CORNER,
  NB_GRID_GROUP,
  NB_GRID_LABEL,
  NB_GRID_UNIT,
  NB_GRID_VALUE,
  NB_GRID_EMPTY,
} NbGridKind;

/**
 * NbGridCell:
 * @kind: what it is
 * @row: first row in print, from 0
 * @column: first column in print, from 0
 * @row_span: rows that it covers
 * @column_span: columns that it covers
 * @label_zh: (nullable): what is printed there
 * @label_en: (nullable): what that means
 * @form_row: (nullable): the row that it is of
 * @metric: (nullable): the figure that belongs there
 * @total: whether it is, or heads, the total of the columns beside it
 *
 * One cell of a table as the law prints it; a merged cell is one. All pointers are static.
 */
typedef struct
{
  NbGridKind       kind;
  guint            row;
  guint            column;
  guint            row_span;
  guint            column_span;
  const char      *label_zh;
  const char      *label_en;
  const NbFormRow *form_row;
  const NbMetric  *metric;
  gboolean         total;
} NbGridCell;

GArray *nb_form_grid_new (const NbFormTable *table);

G_END_DECLS
