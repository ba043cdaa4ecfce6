/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of DOCX: any bytes, taken for what stands in the body of a document. */

#include "nb-fuzz.h"

#include "document/nb-test-docx.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *body = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) bytes = nb_test_docx_new (body, NULL);

  nb_fuzz_read_bytes (bytes, NB_CONTAINER_DOCX);
  return 0;
}
