/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-reading.h"

G_BEGIN_DECLS

/**
 * NbOpening:
 *
 * What one asynchronous opening carries to its worker thread, and the progress that comes back.
 */
typedef struct _NbOpening NbOpening;

NbOpening  *nb_opening_new            (const char            *input,
                                       const NbSourceOptions *options,
                                       NbReadingProgress      progress,
                                       gpointer               progress_data);
NbOpening  *nb_opening_new_for_source (NbSource              *source,
                                       NbReadingProgress      progress,
                                       gpointer               progress_data);
void        nb_opening_free           (NbOpening *self);
GPtrArray  *nb_opening_run            (NbOpening *self, GTask *task, GError **error);

G_END_DECLS
