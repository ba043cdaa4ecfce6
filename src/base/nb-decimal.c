/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Exact decimals of up to NB_LIMIT_DIGITS digits. Every operation says when the result would not
 * fit; nothing wraps and nothing is rounded.
 */

#include "nb-decimal.h"

#include "nb-limits.h"

#include <string.h>

/* 10^18 and above does not keep 18 digits. */
#define LARGEST G_GINT64_CONSTANT (999999999999999999)

static NbDecimal
shortest (NbDecimal decimal)
{
  while (decimal.scale > 0 && decimal.unscaled % 10 == 0)
    {
      decimal.unscaled /= 10;
      decimal.scale--;
    }
  return decimal;
}

static gboolean
fits (gint64 unscaled)
{
  return unscaled >= -LARGEST && unscaled <= LARGEST;
}

/**
 * nb_decimal_parse:
 * @text: ASCII digits with an optional sign in front and an optional point inside
 * @length: length in bytes, or -1
 * @decimal: (out): the number
 *
 * Reads plain decimal notation: no exponent, no separators, no spaces, at least one digit before a
 * point and one behind it.
 *
 * Returns: whether @text was such a number of at most NB_LIMIT_DIGITS digits (leading zeros do not
 * count)
 */
gboolean
nb_decimal_parse (const char *text, gssize length, NbDecimal *decimal)
{
  const char *p = text;
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  gboolean negative = FALSE, point = FALSE;
  guint n_digits = 0, n_before = 0;
  NbDecimal result = NB_DECIMAL_ZERO;

  if (p < end && (*p == '+' || *p == '-'))
    negative = *p++ == '-';
  for (; p < end; p++)
    {
      if (*p == '.' && !point && n_before > 0)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      if (n_digits > 0 || *p != '0')
        n_digits++;
      if (n_digits > NB_LIMIT_DIGITS || result.scale >= NB_LIMIT_DIGITS)
        return FALSE;
      result.unscaled = result.unscaled * 10 + (*p - '0');
      if (point)
        result.scale++;
      else
        n_before++;
    }
  if (n_before == 0 || (point && result.scale == 0))
    return FALSE;

  if (negative)
    result.unscaled = -result.unscaled;
  *decimal = shortest (result);
  return TRUE;
}

/**
 * nb_decimal_to_string:
 * @decimal: a number
 *
 * Spells the number in the shortest plain notation with a point, in every locale.
 *
 * Returns: (transfer full): the text
 */
char *
nb_decimal_to_string (NbDecimal decimal)
{
  guint64 magnitude;
  guint64 unit = 1;

  decimal = shortest (decimal);
  magnitude = (guint64) ABS (decimal.unscaled);
  if (decimal.scale == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, decimal.unscaled);
  for (guint i = 0; i < decimal.scale; i++)
    unit *= 10;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          decimal.unscaled < 0 ? "-" : "", magnitude / unit, (int) decimal.scale,
                          magnitude % unit);
}

/* Brings @decimal to @scale digits behind the point; FALSE where that does not fit. */
static gboolean
rescale (NbDecimal *decimal, guint scale)
{
  for (; decimal->scale < scale; decimal->scale++)
    if (__builtin_mul_overflow (decimal->unscaled, (gint64) 10, &decimal->unscaled) ||
        !fits (decimal->unscaled))
      return FALSE;
  return TRUE;
}

/**
 * nb_decimal_add:
 * @a: a number
 * @b: a number
 * @sum: (out): their sum
 *
 * Returns: whether the sum fits
 */
gboolean
nb_decimal_add (NbDecimal a, NbDecimal b, NbDecimal *sum)
{
  guint scale = MAX (a.scale, b.scale);
  NbDecimal result;

  if (!rescale (&a, scale) || !rescale (&b, scale))
    return FALSE;
  result = (NbDecimal){ a.unscaled + b.unscaled, scale };
  if (!fits (result.unscaled))
    return FALSE;
  *sum = shortest (result);
  return TRUE;
}

/**
 * nb_decimal_subtract:
 * @a: a number
 * @b: a number
 * @difference: (out): @a - @b
 *
 * Returns: whether the difference fits
 */
gboolean
nb_decimal_subtract (NbDecimal a, NbDecimal b, NbDecimal *difference)
{
  b.unscaled = -b.unscaled;
  return nb_decimal_add (a, b, difference);
}

/**
 * nb_decimal_shift:
 * @decimal: a number
 * @places: how many places to move the point to the right; negative: to the left
 * @shifted: (out): @decimal × 10^@places
 *
 * Returns: whether the result fits
 */
gboolean
nb_decimal_shift (NbDecimal decimal, int places, NbDecimal *shifted)
{
  for (; places > 0; places--)
    {
      if (decimal.scale > 0)
        decimal.scale--;
      else if (__builtin_mul_overflow (decimal.unscaled, (gint64) 10, &decimal.unscaled) ||
               !fits (decimal.unscaled))
        return FALSE;
    }
  for (; places < 0; places++)
    if (++decimal.scale > NB_LIMIT_DIGITS)
      return FALSE;
  *shifted = shortest (decimal);
  return TRUE;
}

/**
 * nb_decimal_compare:
 * @a: a number
 * @b: a number
 *
 * Returns: less than, equal to or greater than 0, as @a is to @b
 */
int
nb_decimal_compare (NbDecimal a, NbDecimal b)
{
  guint scale = MAX (a.scale, b.scale);
  __int128 left = a.unscaled, right = b.unscaled;

  for (guint i = a.scale; i < scale; i++)
    left *= 10;
  for (guint i = b.scale; i < scale; i++)
    right *= 10;
  return left < right ? -1 : left > right;
}

/**
 * nb_decimal_is_zero:
 * @decimal: a number
 *
 * Returns: whether it is 0
 */
gboolean
nb_decimal_is_zero (NbDecimal decimal)
{
  return decimal.unscaled == 0;
}

/**
 * nb_decimal_to_double:
 * @decimal: a number
 *
 * The nearest binary float, for drawing and for ratios only.
 *
 * Returns: the float
 */
double
nb_decimal_to_double (NbDecimal decimal)
{
  double divisor = 1;

  for (guint i = 0; i < decimal.scale; i++)
    divisor *= 10;
  return (double) decimal.unscaled / divisor;
}
