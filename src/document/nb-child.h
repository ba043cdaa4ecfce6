/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NbChildLimits:
 * @memory: most bytes of address space
 * @cpu_seconds: most seconds of computing
 * @wall_seconds: most seconds from start to end
 * @output_bytes: most bytes of standard output
 *
 * What a child process may use before it is ended.
 */
typedef struct
{
  guint64 memory;
  guint cpu_seconds;
  guint wall_seconds;
  gsize output_bytes;
} NbChildLimits;

GBytes *nb_child_run (const char *const *argv,
                      GBytes *input,
                      const NbChildLimits *limits,
                      GCancellable *cancellable,
                      GError **error);
char *nb_child_find_helper (const char *name);

G_END_DECLS
