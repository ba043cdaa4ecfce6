/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/nb-report.h"
#include "report/nb-sections.h"

/* A line may begin with "F|" (furniture), "T|" (title), "H|" (heading). */
NbDocument *nb_test_document      (const char *text);
NbDocument *nb_test_seed          (const char *name);
guint       nb_test_find_piece    (NbDocument *document, guint first, const char *prefix);
GArray     *nb_test_tables        (NbDocument *document);
NbRange     nb_test_whole         (NbDocument *document);
/* The only report of a text, as it is read from a file. (transfer full) */
NbReport   *nb_test_report        (const char *text);
