/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The helper for old Word files, in this process. libgsf complains of damaged files, which is no fault. */

#include "nb-fuzz.h"

int read_doc_main (void);

#define main read_doc_main
#include "helper/nb-read-doc.c"
#undef main

static void
print_cb (gpointer data)
{
  GsfInfile *file = data;

  print_document (file);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  GsfInput *memory = gsf_input_memory_new (data, (gsf_off_t) size, FALSE);
  GsfInfile *file = memory != NULL ? gsf_infile_msole_new (memory, NULL) : NULL;
  char *lines = file != NULL ? nb_fuzz_capture (print_cb, file) : NULL;

  free (lines);
  g_clear_object (&file);
  g_clear_object (&memory);
  g_log_set_always_fatal (fatal);
  return 0;
}
