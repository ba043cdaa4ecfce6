/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "source/nb-source.h"

G_BEGIN_DECLS

/* (transfer full) (element-type NbLink): what a page links to that may be a report, in its order */
GPtrArray *nb_link_finder_find  (NbSource *source, gboolean frames);
void       nb_link_finder_offer (NbSource *source, gboolean frames, GError **error);

G_END_DECLS
