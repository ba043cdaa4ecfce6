/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the layout share: a page, text on it, and the pieces that come of it. */

#include "nb-test-layout.h"

#include "nb-test-html.h"

NbLayout *
nb_test_new_page (void)
{
  NbLayout *layout = nb_layout_new ();

  nb_layout_begin_page (layout, 595, 842);
  return layout;
}

void
nb_test_put (NbLayout *layout, double x, double y, const char *text)
{
  nb_layout_add_text (layout, text, -1, (NbBox){ x, y, 0, NB_TEST_SIZE });
}

void
nb_test_assert_pieces (NbLayout *layout, const char *expected)
{
  g_autoptr (NbDocument) document = nb_document_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;

  nb_layout_append_to (layout, document, NULL, &error);
  g_assert_no_error (error);
  dump = nb_test_html_dump (document);
  g_assert_cmpstr (dump, ==, expected);
}
