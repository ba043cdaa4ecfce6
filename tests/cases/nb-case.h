/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What the tests of the numbered cases share (what can arrive, and what must happen): a made-up report as a page, in which
 * one thing is changed.
 */

#include "workspace/nb-reading.h"

G_BEGIN_DECLS

char      *nb_case_page      (void);
/* The first @old, which must be there, becomes @new. (transfer full) */
char      *nb_case_change    (const char *page, const char *old, const char *replacement);
/* The readings of a page; its encoding is UTF-8 whatever it says of itself. */
GPtrArray *nb_case_open      (const char *page, GError **error);
GPtrArray *nb_case_open_text (const char *text, GError **error);
/* The only report of a page. */
NbReading *nb_case_read      (const char *page);
void       nb_case_assert_figure (NbReading *reading, const char *metric, NbState state, const char *value, const char *raw);
void       nb_case_assert_like   (NbReading *reading, NbReading *usual, const char *except);
/* Every figure is as in the page that was not changed, but for those of @except, a metric or NULL. */
void       nb_case_assert_same   (NbReading *reading, const char *except);

/* A finding of the rule whose message and relation hold @words. */
void       nb_case_assert_told (NbReading *reading, const char *rule, const char *words);

void nb_case_add_cells  (void);
void nb_case_add_tables (void);
void nb_case_add_life (void);

G_END_DECLS
