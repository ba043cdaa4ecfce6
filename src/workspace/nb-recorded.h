/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-reading.h"

G_BEGIN_DECLS

/* The reports of a file that nb_record_is_file(): (transfer full) (element-type NbReading) */
GPtrArray *nb_recorded_open (NbSource *file, GCancellable *cancellable, GError **error);

G_END_DECLS
