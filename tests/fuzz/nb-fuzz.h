/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the fuzz targets share: each is a program of libFuzzer, and one of a test that replays its corpus. */

#include "document/nb-document.h"

G_BEGIN_DECLS

/* Called by libFuzzer, or by replay.c. */
int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* Reads a source to the end, recognises and checks it; ends the program where anything is wrong with the document. */
void nb_fuzz_read (NbSource *source);
/* The same for bytes, which must be of a container: they are passed over otherwise. */
void nb_fuzz_read_bytes (GBytes *bytes, NbContainer container);
void nb_fuzz_check_document (NbDocument *document);
/* What a helper would be given: everything that it prints to standard output, in memory. (transfer full) */
char *nb_fuzz_capture (void (*print) (gpointer data), gpointer data);

G_END_DECLS
