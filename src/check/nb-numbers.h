/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/nb-decimal.h"

G_BEGIN_DECLS

/**
 * NbNumberKind:
 * @NB_NUMBER_CASES: followed by a counter of cases
 * @NB_NUMBER_ITEMS: followed by a counter of things that may also be cases or documents
 * @NB_NUMBER_MONEY: followed by a unit of money
 * @NB_NUMBER_PERCENT: a per cent
 * @NB_NUMBER_OTHER: a year, a day, a number of anything else
 *
 * What a number in a sentence counts.
 */
typedef enum {
  NB_NUMBER_CASES,
  NB_NUMBER_ITEMS,
  NB_NUMBER_MONEY,
  NB_NUMBER_PERCENT,
  NB_NUMBER_OTHER,
} NbNumberKind;

/**
 * NbNumber:
 * @kind: what it counts
 * @first: where its digits begin, in bytes of the folded text
 * @end: behind its counter or unit
 * @value: the number; money in units of 10 000 yuan
 * @places: digits behind the point as written, for money after conversion; less than 0 for "4.14" ten thousands
 * @counter: where the counter begins; @end where there is none
 * @approximate: whether it is said to be rough
 *
 * A number in a sentence.
 */
typedef struct {
  NbNumberKind kind;
  gsize        first;
  gsize        end;
  NbDecimal    value;
  int          places;
  gsize        counter;
  gboolean     approximate;
} NbNumber;

GArray *nb_numbers_read (const char *text, gsize length); /* of NbNumber */

G_END_DECLS
