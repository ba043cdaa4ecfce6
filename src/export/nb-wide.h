/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

/**
 * NbWideCell:
 * @status: name of the state, static; NB_WIDE_NOT_IN_FORM for what the form has no place for
 * @has_value: whether there is a number
 * @value: the number
 * @has_entered: whether the user keyed a figure in
 * @entered: it
 */
typedef struct
{
  const char *status;
  gboolean has_value;
  NbDecimal value;
  gboolean has_entered;
  NbDecimal entered;
} NbWideCell;

/**
 * NbWideColumn:
 * @name: short name, static
 * @label_zh: label, static
 * @label_en: label, static
 * @unit: (nullable): unit, static
 * @has_entered: whether the user keyed it in for one of the reports: then a column NAME_entered stands at the end
 */
typedef struct
{
  const char *name;
  const char *label_zh;
  const char *label_en;
  const char *unit;
  gboolean has_entered;
} NbWideColumn;

/* The columns of the wide table: every short name of any form, oldest form first, then what is computed. */
typedef struct
{
  GArray *names;       /* of NbWideColumn */
  GHashTable *indices; /* name → index */
} NbWideColumns;

extern const char nb_wide_not_in_form[];

void nb_wide_columns_init (NbWideColumns *self);
void nb_wide_columns_find_entered (NbWideColumns *self, GPtrArray *readings);
void nb_wide_columns_clear (NbWideColumns *self);
const char *nb_wide_columns_get_name (const NbWideColumns *self, guint i);
NbWideCell *nb_wide_columns_read (const NbWideColumns *self, NbReport *report);

G_END_DECLS
