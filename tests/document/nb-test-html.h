/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/nb-document-private.h"

G_BEGIN_DECLS

/*
 * What the tests of the HTML reader share. A document is compared with one line a piece:
 *
 *   FLAGS [row,column,row_span x column_span] text
 *
 * FLAGS are of C (cell), S (separated), ^ (row start), R (in row), F (furniture), H (heading), T (title) and
 * I (image); "-" for none. The place is written for pieces of grids only, with the spans where one is not 1.
 */
NbDocument *nb_test_html_read   (const char *html);
char       *nb_test_html_dump   (NbDocument *document);
void        nb_test_html_assert (const char *html, const char *expected);

G_END_DECLS
