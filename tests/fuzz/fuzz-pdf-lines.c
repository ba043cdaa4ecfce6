/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the helper for PDF writes, which may have been taken over, and the pages that come of it. */

#include "nb-fuzz.h"

/* Its functions are its own; the library does not link its copy beside this one. */
#include "document/nb-pdf-reader.c"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *lines = g_strndup ((const char *) data, size);
  g_autoptr (NbLayout) layout = nb_layout_new ();
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  Pages pages = { .layout = layout };

  if (take_output (&pages, lines, strlen (lines), NULL, NULL) &&
      nb_layout_append_to (layout, document, NULL, NULL))
    nb_fuzz_check_document (document);
  return 0;
}
