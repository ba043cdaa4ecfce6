/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reads a made-up report with the library and holds what comes back against the truth. */

#include "gen-layout.h"

G_BEGIN_DECLS

/* Complaints, each "kind: what was expected and what came". (transfer full) (element-type utf8) */
GPtrArray *gen_check (const GenLayout *layout, GenReport *report, GBytes *bytes);

G_END_DECLS
