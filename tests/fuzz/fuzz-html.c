/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of HTML: any bytes, taken for a page. */

#include "nb-fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char head[] = "<!DOCTYPE html>";
  g_autoptr (GByteArray) page = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_byte_array_append (page, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (page, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&page));
  nb_fuzz_read_bytes (bytes, NB_CONTAINER_HTML);
  return 0;
}
