/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/nb-layout.h"

G_BEGIN_DECLS

/* Height of the characters that nb_test_put() puts. */
#define NB_TEST_SIZE 12.0

/* (transfer full): one blank page of A4. */
NbLayout *nb_test_new_page (void);
void nb_test_put (NbLayout *layout, double x, double y, const char *text);
/* Holds the pieces of the document against those expected, as nb_test_html_dump() writes them. */
void nb_test_assert_pieces (NbLayout *layout, const char *expected);

G_END_DECLS
