/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "source/nb-source.h"

G_BEGIN_DECLS

void nb_refusal_set     (GError **error, NbSource *source);
void nb_refusal_set_ole (GError **error, const char *fault);

G_END_DECLS
