/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-reading.h"

G_BEGIN_DECLS

/* Checks @report and keeps both; for nb_reading_open_source() and for tests. */
NbReading *nb_reading_new (NbReport *report);
/* nb_reading_open_source() that tells its steps: (transfer full) (element-type NbReading) */
GPtrArray *nb_reading_open_source_in_steps (NbSource          *source,
                                            NbReadingProgress  progress,
                                            gpointer           progress_data,
                                            GCancellable      *cancellable,
                                            GError           **error);
NbReading *nb_reading_new_with_reviews (NbReading *self, GHashTable *marks);

G_END_DECLS
