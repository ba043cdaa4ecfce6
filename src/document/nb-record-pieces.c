/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The pieces of a document in a file: one line each, ten words, the numbers in the order of NbPiece. What is read back may be
 * anything, and is held to what readers make before it becomes a document. Any thread.
 */

#include "nb-record.h"

#include "nb-document-private.h"
#include "nb-html-tag.h"

#include "base/nb-limits.h"

#include <string.h>

#define N_NUMBERS  9
#define NO_ELEMENT "-"
#define EVERY_FLAG (NB_PIECE_SLANTED * 2 - 1)

/**
 * nb_record_format_piece:
 * @out: what to append to
 * @piece: a piece
 *
 * Writes a piece as a line without its end.
 */
void
nb_record_format_piece (GString *out, const NbPiece *piece)
{
  g_string_append_printf (out, "%u %u %u %d %u %u %u %u %u %s", piece->offset, piece->length,
                          piece->line, piece->table, piece->row, piece->column, piece->row_span,
                          piece->column_span, piece->flags,
                          piece->element != NULL ? piece->element : NO_ELEMENT);
}

/**
 * nb_record_parse_piece:
 * @line: as nb_record_format_piece() writes it
 * @piece: (out): the piece
 *
 * Returns: whether it is one, each number within what a reader gives
 */
gboolean
nb_record_parse_piece (const char *line, NbPiece *piece)
{
  static const gint64 most[N_NUMBERS] = { G_MAXUINT,         G_MAXUINT,
                                          G_MAXINT,          NB_LIMIT_PIECES,
                                          NB_LIMIT_ELEMENTS, NB_LIMIT_ELEMENTS,
                                          NB_LIMIT_ROW_SPAN, NB_LIMIT_COLUMN_SPAN,
                                          EVERY_FLAG };
  static const gint64 least[N_NUMBERS] = { 0, 0, 0, -1, 0, 0, 1, 1, 0 };
  gint64 numbers[N_NUMBERS];
  char *end;

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      if (*line != '-' && !g_ascii_isdigit (*line))
        return FALSE;
      numbers[i] = g_ascii_strtoll (line, &end, 10);
      if (end == line || *end != ' ' || numbers[i] < least[i] || numbers[i] > most[i])
        return FALSE;
      line = end + 1;
    }
  *piece = (NbPiece){ .offset = (guint) numbers[0],
                      .length = (guint) numbers[1],
                      .line = (guint) numbers[2],
                      .table = (int) numbers[3],
                      .row = (guint) numbers[4],
                      .column = (guint) numbers[5],
                      .row_span = (guint) numbers[6],
                      .column_span = (guint) numbers[7],
                      .flags = (guint) numbers[8] };
  if (strcmp (line, NO_ELEMENT) == 0)
    return TRUE;
  piece->element = nb_html_tag_get_name (nb_html_tag_lookup (line));
  return piece->element != NULL;
}

static gboolean
stands_in (const char *text, gsize length, const NbPiece *piece, guint from, guint n_tables)
{
  gsize end = (gsize) piece->offset + piece->length;

  return piece->offset >= from && end <= length && (text[piece->offset] & 0xc0) != 0x80 &&
         (text[end] & 0xc0) != 0x80 && piece->table < (int) n_tables;
}

/**
 * nb_record_build:
 * @source: what the document was read from
 * @text: (transfer full): valid UTF-8 without NUL
 * @length: its length in bytes
 * @pieces: of NbPiece
 * @n_tables: how many grids it has
 *
 * Puts a document together again.
 *
 * Returns: (transfer full) (nullable): the document; %NULL where no reader would have made it: a piece stands beside the text,
 *   within a character, before the one ahead of it, or has white space at an end
 */
NbDocument *
nb_record_build (NbSource *source, char *text, gsize length, GArray *pieces, guint n_tables)
{
  g_autoptr (NbDocument) self = nb_document_new_for_text (source, text, length);
  const char *own = nb_document_get_text (self, NULL);
  guint from = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const NbPiece *from_file = &g_array_index (pieces, NbPiece, i);
      NbPiece *piece;

      if (!stands_in (own, length, from_file, from, n_tables))
        return NULL;
      piece = nb_document_add_piece (self, from_file->offset, from_file->length, from_file->flags);
      if (piece == NULL || piece->offset != from_file->offset || piece->length != from_file->length)
        return NULL;
      *piece = *from_file;
      from = from_file->offset;
    }
  for (guint i = 0; i < n_tables; i++)
    nb_document_add_table (self);
  return g_steal_pointer (&self);
}
