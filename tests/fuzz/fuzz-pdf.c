/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The helper for PDF, in this process: poppler, and what is ours behind it. */

#include "nb-fuzz.h"

int read_pdf_main (void);

#define main read_pdf_main
#include "helper/nb-read-pdf.c"
#undef main

static void
print_cb (gpointer data)
{
  print_document (data);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  char *lines = nb_fuzz_capture (print_cb, bytes);

  g_assert_true (g_utf8_validate (lines, -1, NULL));
  free (lines);
  return 0;
}
