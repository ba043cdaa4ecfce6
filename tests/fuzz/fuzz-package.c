/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ZIP files, as they come: their headers are what is hostile. */

#include "nb-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("fuzz", bytes, NULL, NULL);
  NbContainer container = nb_source_get_container (source);

  if (container != NB_CONTAINER_PDF && container != NB_CONTAINER_OLE)
    nb_fuzz_read (source);
  return 0;
}
