/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/nb-form.h"

G_BEGIN_DECLS

/**
 * NbComparable:
 * @NB_COMPARABLE_YES: the same matter, counted in the same way
 * @NB_COMPARABLE_BREAK: the same matter, counted in another way since
 * @NB_COMPARABLE_NO: not the same matter, or one of the forms does not ask for it
 *
 * Whether two numbers may be held against each other: DOMAIN §5, from data/forms/series.xml.
 */
typedef enum
{
  NB_COMPARABLE_YES,
  NB_COMPARABLE_BREAK,
  NB_COMPARABLE_NO,
} NbComparable;

const char *nb_comparable_to_string (NbComparable comparable);

/**
 * NbMatter:
 * @id: id of the metric in the later form that has it alone, else of the series
 * @table: the table that it stands in, of the later form that has it
 * @label_zh: official label
 * @label_en: English label
 * @unit: (nullable): unit of the form
 * @expressions: (nullable): "id" or "id+id" in the form of A and in that of B
 * @comparable: whether A and B may be compared
 * @series: (nullable): the series that says so, with its note
 * @summed: whether it is computed in both forms and printed in none
 *
 * One row of a comparison. All strings are static.
 */
typedef struct
{
  const char *id;
  const NbFormTable *table;
  const char *label_zh;
  const char *label_en;
  const char *unit;
  const char *expressions[2];
  NbComparable comparable;
  const NbSeriesLink *series;
  gboolean summed;
} NbMatter;

NbComparable nb_series_link_between (const NbSeriesLink *series, const NbForm *a, const NbForm *b);
const char *nb_series_find_note (const NbSeriesLink *series, const NbForm *a, const NbForm *b);
guint nb_form_get_index (const NbForm *form);
GArray *nb_matters_align (const NbForm *a, const NbForm *b);

G_END_DECLS
