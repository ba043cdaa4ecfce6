/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-quantity.h"

G_BEGIN_DECLS

/**
 * NbRatioKind:
 *
 * The derived ratios of DOMAIN §5, in the order in which they are shown.
 */
typedef enum
{
  NB_RATIO_DISCLOSURE,
  NB_RATIO_REFUSAL,
  NB_RATIO_UNAVAILABLE,
  NB_RATIO_NATURAL_PERSONS,
  NB_RATIO_BACKLOG,
  NB_RATIO_DISPUTES,
  NB_RATIO_CORRECTION_RECONSIDERATION,
  NB_RATIO_CORRECTION_LITIGATION,
  NB_N_RATIOS,
} NbRatioKind;

/**
 * NbRatio:
 * @part: above the line
 * @whole: below it: the n of the ratio
 * @has_percent: whether both are known and @whole is not nought
 * @percent: the ratio as a per cent with one decimal
 * @is_small: whether @whole is below 30, so that the ratio is shown grey or not at all
 */
typedef struct
{
  NbQuantity part;
  NbQuantity whole;
  gboolean has_percent;
  NbDecimal percent;
  gboolean is_small;
} NbRatio;

const char *nb_ratio_get_id (NbRatioKind kind);
const char *nb_ratio_get_label (NbRatioKind kind);
NbRatio nb_ratio_read (NbReport *report, NbRatioKind kind);
GPtrArray *nb_ratio_list_figures (NbReport *report, NbRatioKind kind);

G_END_DECLS
