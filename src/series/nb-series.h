/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form-rows.h"
#include "nb-quantity.h"

G_BEGIN_DECLS

/**
 * NbSeriesPoint:
 * @year: the year of the report
 * @report: (nullable): the report; %NULL for a year of which none is there; borrowed
 * @expression: (nullable): what it is read from, "id" or "id+id"; owned by the forms
 * @quantity: what it says; not in the form also where it cannot be drawn with the latest year
 * @link: how the year may be compared with the last one before it of which there is a report
 * @new_form: whether the form is another one than that year's
 *
 * One year of a series.
 */
typedef struct
{
  guint year;
  NbReport *report;
  const char *expression;
  NbQuantity quantity;
  NbComparable link;
  gboolean new_form;
} NbSeriesPoint;

/**
 * NbSeries:
 * @id: id of the metric in the newest form that has it
 * @label_zh: official label
 * @label_en: English label
 * @unit: (nullable): unit
 * @note_zh: (nullable): what changed where the series breaks
 * @note_en: (nullable): likewise
 * @points: (element-type NbSeriesPoint): one for each year, without a gap
 *
 * A matter over the years of one organ.
 */
typedef struct
{
  const char *id;
  const char *label_zh;
  const char *label_en;
  const char *unit;
  const char *note_zh;
  const char *note_en;
  GArray *points;
} NbSeries;

NbSeries *nb_series_new_for_role (GPtrArray *reports, const char *role);
NbSeries *nb_series_new_for_metric (GPtrArray *reports, const char *id);
void nb_series_free (NbSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbSeries, nb_series_free)

G_END_DECLS
