/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-fetch.h"

G_BEGIN_DECLS

void nb_snapshot_keep (const char *address, const NbFetched *page, const char *fetched);
gboolean nb_snapshot_find (const char *address, NbFetched *page, char **fetched);

G_END_DECLS
