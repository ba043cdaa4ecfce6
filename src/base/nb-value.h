/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-decimal.h"

G_BEGIN_DECLS

/**
 * NbState:
 * @NB_STATE_NUMBER: a number other than zero
 * @NB_STATE_ZERO: a written zero (0, 0.00, 0件)
 * @NB_STATE_BLANK: the cell is there and empty
 * @NB_STATE_PLACEHOLDER: a dash, a stroke or a word for "nothing to fill in"
 * @NB_STATE_MISSING: the row or the table is not in the document
 * @NB_STATE_UNREADABLE: something stands there that cannot be bound
 *
 * What stands in a cell of a report. No state is ever turned into another one silently.
 */
typedef enum {
  NB_STATE_NUMBER,
  NB_STATE_ZERO,
  NB_STATE_BLANK,
  NB_STATE_PLACEHOLDER,
  NB_STATE_MISSING,
  NB_STATE_UNREADABLE,
} NbState;

/**
 * NbValueKind:
 * @NB_VALUE_COUNT: a count; the unit is the form's whatever counter is written
 * @NB_VALUE_SIGNED: a count that may be negative (本年增/减)
 * @NB_VALUE_MONEY: an amount, turned into 万元
 */
typedef enum {
  NB_VALUE_COUNT,
  NB_VALUE_SIGNED,
  NB_VALUE_MONEY,
} NbValueKind;

/**
 * NbValue:
 * @state: what stands there
 * @value: the number, where @state is number or zero
 * @unit: (nullable): the unit written in the cell, interned; "万元" for every amount with a unit
 * @remark_offset: where the remark begins, in bytes of the text
 * @remark_length: its length, 0 for none
 */
typedef struct {
  NbState     state;
  NbDecimal   value;
  const char *unit;
  gsize       remark_offset;
  gsize       remark_length;
} NbValue;

NbValue     nb_value_parse         (const char *text, gssize length, NbValueKind kind);
gboolean    nb_value_looks_like    (const char *text, gssize length);
gboolean    nb_value_apply_unit    (NbValue *value, NbValueKind kind, const char *text, gssize length);
gboolean    nb_value_is_unit       (const char *text, gssize length);
gboolean    nb_value_names_multiple (const char *text, gssize length);
const char *nb_state_to_string     (NbState state);

G_END_DECLS
