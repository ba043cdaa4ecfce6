/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reads a made-up report with the library and holds what comes back against the truth. */

#include "gen-layout.h"

#include "report/nb-report.h"

G_BEGIN_DECLS

/* Complaints, each "kind: what was expected and what came". (transfer full) (element-type utf8) */
GPtrArray *gen_check (const GenLayout *layout, GenReport *report, GBytes *bytes);

/* The first report of a file that was written in a layout; NULL where it is not read. (transfer full) */
NbReport  *gen_read_back (const GenLayout *layout, GBytes *bytes);

/* A number of the environment, for how much a test is to try. */
guint      gen_number_from (const char *variable, guint fallback);

G_END_DECLS
