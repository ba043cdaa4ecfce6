/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the text of a document and the buffer that shows it belong together: run by run, without gaps, bytes
 * on one side and characters on the other. Any thread.
 */

#include "nb-text-segments.h"

enum
{
  LONGEST_MENU = 120, /* bytes of two entries of a menu */
};

/**
 * nb_text_segments_find:
 * @segments: (element-type NbTextSegment): the runs in order
 * @byte: of the document text
 *
 * Returns: (transfer none) (nullable): the run that holds it; none where there are no runs
 */
const NbTextSegment *
nb_text_segments_find (GArray *segments, gsize byte)
{
  const NbTextSegment *all = (const NbTextSegment *) (gpointer) segments->data;
  guint low = 0, high = segments->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (all[middle].begin <= byte)
        low = middle;
      else
        high = middle;
    }
  return segments->len > 0 ? &all[low] : NULL;
}

/**
 * nb_text_segments_to_character:
 * @segments: (element-type NbTextSegment): the runs in order
 * @text: the document text
 * @byte: of @text, at the beginning of a character
 *
 * Returns: where that is in the buffer; of a table, where the table is
 */
int
nb_text_segments_to_character (GArray *segments, const char *text, gsize byte)
{
  const NbTextSegment *segment = nb_text_segments_find (segments, byte);

  if (segment == NULL || segment->table != NULL)
    return segment != NULL ? segment->character : 0;
  return segment->character +
         (int) g_utf8_pointer_to_offset (text + segment->begin, text + MIN (byte, segment->end));
}

/**
 * nb_text_segments_to_byte:
 * @segments: (element-type NbTextSegment): the runs in order
 * @text: the document text
 * @character: of the buffer
 *
 * Returns: where that is in @text; of a table, where the table begins
 */
gsize
nb_text_segments_to_byte (GArray *segments, const char *text, int character)
{
  gsize end = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const NbTextSegment *segment = &g_array_index (segments, NbTextSegment, i);

      end = segment->end;
      if (character >= segment->character + segment->n_characters)
        continue;
      if (segment->table != NULL)
        return segment->begin;
      return (
          gsize) (g_utf8_offset_to_pointer (text + segment->begin, character - segment->character) -
                  text);
    }
  return end;
}

/* Two entries of a menu, or the like: furniture of a page that is not set in pages. */
static gboolean
is_menu (const NbPiece *before, const NbPiece *piece)
{
  guint both = before->flags & piece->flags;

  return (both & NB_PIECE_FURNITURE) != 0 &&
         ((before->flags | piece->flags) & NB_PIECE_PAGE) == 0 && before->table < 0 &&
         piece->table < 0 && before->length + piece->length < LONGEST_MENU;
}

/**
 * nb_text_segments_dup_shown:
 * @document: a document
 * @length: (out): bytes of its text
 *
 * Returns: (transfer full): the same text with the cells of a row in one line, parted by tabs, and the menus of a page
 *   in one paragraph
 */
char *
nb_text_segments_dup_shown (NbDocument *document, gsize *length)
{
  const char *text = nb_document_get_text (document, length);
  char *shown = g_memdup2 (text, *length + 1);
  guint n_pieces = 0;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = 1; i < n_pieces; i++)
    {
      const NbPiece *before = &pieces[i - 1], *piece = &pieces[i];

      gboolean row = before->table >= 0 && before->table == piece->table &&
                     before->row == piece->row;

      if (!row && !is_menu (before, piece))
        continue;
      for (gsize at = before->offset + before->length; at < piece->offset && at < *length; at++)
        if (shown[at] == '\n')
          shown[at] = row ? '\t' : ' ';
    }
  return shown;
}
