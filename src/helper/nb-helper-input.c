/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the library hands to a helper: the whole of standard input. */

#include "nb-helper-input.h"

#include <stdio.h>

#include "base/nb-limits.h"

/**
 * nb_helper_read_input:
 *
 * The library hands in no more than NB_LIMIT_INPUT_BYTES; what is beyond is left.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
nb_helper_read_input (void)
{
  GByteArray *input = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && input->len <= NB_LIMIT_INPUT_BYTES)
    g_byte_array_append (input, buffer, (guint) n);
  return g_byte_array_free_to_bytes (input);
}
