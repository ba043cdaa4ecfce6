/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of MHTML. */

#include "nb-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  nb_fuzz_read_bytes (bytes, NB_CONTAINER_MHTML);
  return 0;
}
