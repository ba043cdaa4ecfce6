/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form-rows.h"
#include "nb-quantity.h"
#include "nb-ratio.h"
#include "nb-section-diff.h"

G_BEGIN_DECLS

/**
 * NbReason:
 * @NB_REASON_NONE: nothing to say
 * @NB_REASON_BREAK: the matter is counted in another way since
 * @NB_REASON_SEPARATE: the other form asks for something else in its place
 * @NB_REASON_NOT_IN_A: A's form does not ask for it
 * @NB_REASON_NOT_IN_B: B's form does not ask for it
 * @NB_REASON_EXTRA: a row that no form has
 * @NB_REASON_UNKNOWN: one of the reports has no number there
 * @NB_REASON_NO_UNIT: an amount without a unit
 * @NB_REASON_ZERO_BASE: no per cent of nought or less
 * @NB_REASON_SMALL_BASE: no per cent of so small a number
 *
 * Why a row has no difference or no per cent.
 */
typedef enum
{
  NB_REASON_NONE,
  NB_REASON_BREAK,
  NB_REASON_SEPARATE,
  NB_REASON_NOT_IN_A,
  NB_REASON_NOT_IN_B,
  NB_REASON_EXTRA,
  NB_REASON_UNKNOWN,
  NB_REASON_NO_UNIT,
  NB_REASON_ZERO_BASE,
  NB_REASON_SMALL_BASE,
} NbReason;

/**
 * NbComparisonRow:
 * @matter: what it is about; of a row that no form has only id, labels and @matter.table (%NULL) count
 * @sides: A and B
 * @reason: why there is no difference or no per cent
 * @note: (nullable): what the forms' data say about it, in the user's language, static
 * @has_delta: whether B - A is known and means something
 * @delta: B - A
 * @has_percent: whether the change as a per cent is known and means something
 * @percent: the change in per cent of A, one decimal
 */
typedef struct
{
  NbMatter matter;
  NbQuantity sides[2];
  NbReason reason;
  const char *note;
  gboolean has_delta;
  NbDecimal delta;
  gboolean has_percent;
  NbDecimal percent;
} NbComparisonRow;

typedef struct
{
  NbRatioKind kind;
  NbRatio sides[2];
} NbRatioRow;

/* Two reports side by side. Immutable; any thread. */
#define NB_TYPE_COMPARISON (nb_comparison_get_type ())
G_DECLARE_FINAL_TYPE (NbComparison, nb_comparison, NB, COMPARISON, GObject)

NbComparison *nb_comparison_new (NbReport *a, NbReport *b);
NbReport *nb_comparison_get_report (NbComparison *self, guint side);
const NbComparisonRow *nb_comparison_get_rows (NbComparison *self, guint *n_rows);
const NbRatioRow *nb_comparison_get_ratios (NbComparison *self, guint *n_ratios);
GPtrArray *nb_comparison_get_sections (NbComparison *self);
gboolean nb_comparison_get_similarity (NbComparison *self, guint *permille);
gboolean nb_comparison_is_copy (NbComparison *self);
gboolean nb_comparison_is_same_source (NbComparison *self);
char *nb_comparison_row_dup_note (const NbComparisonRow *row);

G_END_DECLS
