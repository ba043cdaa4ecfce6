/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of OFD: any bytes, taken for what stands in the layer of a page. */

#include "nb-fuzz.h"

#include "document/nb-test-ofd.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *content = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) bytes = nb_test_ofd_new (content);

  nb_fuzz_read_bytes (bytes, NB_CONTAINER_OFD);
  return 0;
}
