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
  if ((flags & ~(guint) NB_PIECE_CUT) == 0)
    g_string_append_c (dump, '-');
}

/* Between two pieces stand line feeds, and blanks and pipes and drawn lines where text was cut into cells. */
static void
assert_nothing_lost (const char *from, const char *to)
{
  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    g_assert_true (strchr (" \t\n\r|+-=:,\"", *p) != NULL ||
                   g_unichar_isspace (g_utf8_get_char (p)) ||
                   g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_OTHER_SYMBOL);
}

/* The pieces, one a line. Holds as well what is true of every document: the pieces are all of the text, in order. */
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

      g_assert_cmpuint (piece->offset, >=, end);
      assert_nothing_lost (text + end, text + piece->offset);
      end = piece->offset + piece->length;
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
  assert_nothing_lost (text + end, text + length);
  return g_string_free (dump, FALSE);
}

void
nb_test_html_assert (const char *html, const char *expected)
{
  g_autoptr (NbDocument) document = nb_test_html_read (html);
  g_autofree char *dump = nb_test_html_dump (document);

  g_assert_cmpstr (dump, ==, expected);
}
