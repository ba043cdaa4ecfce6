/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, years and periods, and the lines of a sign-off. */

#include "nb-fuzz.h"

#include <string.h>

#include "base/nb-date.h"
#include "report/nb-identity-dates.h"

static void
check_date (NbDate date)
{
  g_autofree char *text = nb_date_to_string (date);
  NbDate again;

  g_assert_true (g_date_valid_dmy (date.day, (GDateMonth) date.month, date.year));
  g_assert_true (nb_date_parse (text, -1, &again));
  g_assert_true (again.year == date.year && again.month == date.month && again.day == date.day);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  gsize length = strlen (text), offset = 0, used = 0;
  NbDate first, last;
  g_auto (NbSignOff) sign_off = { 0 };

  if (nb_date_find (text, (gssize) length, &offset, &used, &first))
    {
      g_assert_cmpuint (offset + used, <=, length);
      check_date (first);
    }
  if (nb_date_find_period (text, (gssize) length, &first, &last))
    {
      check_date (first);
      check_date (last);
    }
  if (nb_sign_off_read (text, length, &sign_off) && sign_off.has_date)
    check_date (sign_off.date);
  return 0;
}
