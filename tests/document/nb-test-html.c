/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the HTML reader share: see the header. */

#include "nb-test-html.h"

#include <string.h>

NbDocument *
nb_test_html_read (const char *html)
{
  g_autoptr (GError) error = NULL;
  NbDocument *document = nb_html_reader_read_string (NULL, html, strlen (html), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static void
append_flags (GString *dump, guint flags)
{
  static const char letters[] = "CS^RFHTI";
  static const guint bits[] = { NB_PIECE_CELL,   NB_PIECE_SEPARATED, NB_PIECE_ROW_START,
                                NB_PIECE_IN_ROW, NB_PIECE_FURNITURE, NB_PIECE_HEADING,
                                NB_PIECE_TITLE,  NB_PIECE_IMAGE };

  for (gsize i = 0; i < G_N_ELEMENTS (bits); i++)
    if ((flags & bits[i]) != 0)
      g_string_append_c (dump, letters[i]);
  if (flags == 0)
    g_string_append_c (dump, '-');
}

/* The pieces, one a line. Holds as well what is true of every document: each piece is a line of the text. */
char *
nb_test_html_dump (NbDocument *document)
{
  GString *dump = g_string_new (NULL);
  gsize length;
  const char *text = nb_document_get_text (document, &length);
  guint n, end = 0;
  const NbPiece *pieces = nb_document_get_pieces (document, &n);

  for (guint i = 0; i < n; i++)
    {
      const NbPiece *piece = &pieces[i];
      g_autofree char *slice = nb_document_dup_piece (document, i);

      g_assert_cmpuint (piece->offset, ==, end);
      end = piece->offset + piece->length + 1;
      g_assert_cmpint (text[end - 1], ==, '\n');
      /* Only pages have lines. */
      g_assert_true (piece->line > 0 || piece->element == NULL);
      append_flags (dump, piece->flags);
      if (piece->table >= 0 && (piece->row_span != 1 || piece->column_span != 1))
        g_string_append_printf (dump, " %d:%u,%u,%ux%u", piece->table, piece->row, piece->column,
                                piece->row_span, piece->column_span);
      else if (piece->table >= 0)
        g_string_append_printf (dump, " %d:%u,%u", piece->table, piece->row, piece->column);
      g_string_append_printf (dump, " %s\n", slice);
    }
  g_assert_cmpuint (end, ==, length);
  return g_string_free (dump, FALSE);
}

void
nb_test_html_assert (const char *html, const char *expected)
{
  g_autoptr (NbDocument) document = nb_test_html_read (html);
  g_autofree char *dump = nb_test_html_dump (document);

  g_assert_cmpstr (dump, ==, expected);
}
