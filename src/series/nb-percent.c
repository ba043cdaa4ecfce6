/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Per cents with one decimal, rounded half away from nought. Computed on the integers behind the
 * decimals, so that 1/8 is 12.5 in every locale and on every machine. Any thread.
 */

#include "nb-percent.h"

#include <math.h>

/* Integers that a double holds exactly even times 1000; no count of a report comes near. */
#define LARGEST_EXACT G_GINT64_CONSTANT (9007199254740)

static gboolean
to_integer (NbDecimal value, guint scale, gint64 *integer)
{
  NbDecimal shifted;

  if (!nb_decimal_shift (value, scale, &shifted) || shifted.scale > 0)
    return FALSE;
  *integer = shifted.unscaled;
  return ABS (*integer) <= LARGEST_EXACT;
}

/**
 * nb_percent:
 * @part: a number
 * @whole: a number
 * @percent: (out): @part / @whole × 100, with one decimal
 *
 * Returns: whether there is a per cent: not for a whole of nought or below, nor for numbers too long
 *   to be divided exactly
 */
gboolean
nb_percent (NbDecimal part, NbDecimal whole, NbDecimal *percent)
{
  guint scale = MAX (part.scale, whole.scale);
  gint64 above, below;
  double tenths;

  if (!to_integer (part, scale, &above) || !to_integer (whole, scale, &below) || below <= 0)
    return FALSE;
  tenths = round ((double) above * 1000 / (double) below);
  if (fabs (tenths) > (double) LARGEST_EXACT)
    return FALSE;
  *percent = (NbDecimal){ (gint64) tenths, 1 };
  if (percent->unscaled % 10 == 0)
    *percent = (NbDecimal){ percent->unscaled / 10, 0 };
  return TRUE;
}

/**
 * nb_percent_has_base:
 * @whole: what a per cent is to be taken of
 *
 * Returns: whether it is large enough to say anything
 */
gboolean
nb_percent_has_base (NbDecimal whole)
{
  return nb_decimal_compare (whole, (NbDecimal){ NB_PERCENT_LEAST_BASE, 0 }) >= 0;
}
