/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding the charset: the first byte says what is claimed and chosen. */

#include "nb-fuzz.h"

#include <string.h>

#include "source/nb-charset.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char *const labels[] = { NULL,         "gb2312",   "utf-8",   "big5",
                                        "iso-8859-1", "utf-16le", "unicode", "gb18030" };
  const char *claims[3] = { NULL };
  guint n = 0;
  NbDecoded decoded = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *meta = NULL;
  g_autofree char *xml = NULL;
  const char *chosen;

  if (size < 2)
    return 0;
  for (guint shift = 0; shift < 6; shift += 3)
    if (labels[data[0] >> shift & 7] != NULL)
      claims[n++] = labels[data[0] >> shift & 7];
  chosen = data[0] >> 6 == 3 ? "gb18030" : NULL;
  meta = nb_charset_find_meta (data + 1, size - 1);
  xml = nb_charset_find_xml (data + 1, size - 1);
  if (meta != NULL)
    nb_charset_canonical (meta);
  if (!nb_charset_decode (data + 1, size - 1, chosen, claims, &decoded, &error))
    {
      g_assert_nonnull (error);
      return 0;
    }
  g_assert_cmpuint (strlen (decoded.text), ==, decoded.length);
  g_assert_true (g_utf8_validate (decoded.text, (gssize) decoded.length, NULL));
  g_assert_true (decoded.n_replaced == 0 || decoded.first_replaced < size);
  g_free (decoded.text);
  return 0;
}
