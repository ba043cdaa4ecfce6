/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the helper for old Word files writes, which may have been taken over. */

#include "nb-fuzz.h"

/* Its functions are its own; the library does not link its copy beside this one. */
#include "document/nb-doc-reader.c"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *lines = g_utf8_make_valid (text, -1);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (NbOpenCell));
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  Reading reading = { .document = document, .cells = cells, .merges = merges };

  g_array_set_clear_func (cells, clear_cell);
  take_output (&reading, lines);
  nb_fuzz_check_document (document);
  return 0;
}
