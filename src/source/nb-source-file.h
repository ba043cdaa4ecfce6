/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-source.h"

G_BEGIN_DECLS

GBytes *nb_source_file_read  (const char   *path,
                              guint64       max_bytes,
                              NbProgress    progress,
                              gpointer      progress_data,
                              GCancellable *cancellable,
                              GDateTime   **modified,
                              GError      **error);
GBytes *nb_source_stream_read (int           fd,
                               guint64       max_bytes,
                               NbProgress    progress,
                               gpointer      progress_data,
                               GCancellable *cancellable,
                               GError      **error);

G_END_DECLS
