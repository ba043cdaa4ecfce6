/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells: a number is never another than is written. */

#include "nb-fuzz.h"

#include <string.h>

#include "base/nb-text.h"
#include "base/nb-value.h"

/* What is written out and read again is the same. */
static void
check_decimal (NbDecimal decimal)
{
  g_autofree char *text = nb_decimal_to_string (decimal);
  NbDecimal again;

  g_assert_true (nb_decimal_parse (text, -1, &again));
  g_assert_cmpint (nb_decimal_compare (decimal, again), ==, 0);
  g_assert_cmpint (decimal.unscaled, ==, again.unscaled);
  g_assert_cmpuint (decimal.scale, ==, again.scale);
}

static gboolean
has_digit_sign (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  gsize length = strlen (text);

  for (NbValueKind kind = NB_VALUE_COUNT; kind <= NB_VALUE_MONEY; kind++)
    {
      NbValue value = nb_value_parse (text, (gssize) length, kind);

      g_assert_cmpuint (value.remark_offset + value.remark_length, <=, length);
      if (value.state != NB_STATE_NUMBER && value.state != NB_STATE_ZERO)
        continue;
      g_assert_true (has_digit_sign (text));
      g_assert_true (nb_decimal_is_zero (value.value) == (value.state == NB_STATE_ZERO));
      check_decimal (value.value);
    }
  nb_value_looks_like (text, (gssize) length);
  nb_value_is_unit (text, (gssize) length);
  return 0;
}
