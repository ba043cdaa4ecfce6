/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"

G_BEGIN_DECLS

/*
 * A report made of cells that a test names, without a reader and a recogniser.
 *
 * @cells: words "PATTERN=TEXT", later ones win; PATTERN is a metric id with * and ?, TEXT is what stands
 * in the cell, "~" for a row that is not there, "!…" for what was read and not taken. A cell that no word names holds "0". The word
 * "2019:ID=TEXT" adds a cell of another form, "ext:LABEL=TEXT" one of none.
 */
NbReport *build_report (const char *form, const char *cells);

/* The same for an organ and a year, with one section of @text (nullable); "period:START/END" says what the figures cover. */
NbReport *build_report_for (const char *form,
                            const char *organ,
                            guint year,
                            const char *text,
                            const char *cells);

G_END_DECLS
