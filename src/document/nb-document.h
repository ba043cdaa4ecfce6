/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "source/nb-source.h"

G_BEGIN_DECLS

/**
 * NbPieceFlags:
 * @NB_PIECE_CELL: the piece is a cell of a grid (HTML table, or rows of a div grid)
 * @NB_PIECE_SEPARATED: its borders are written (a cell element, a pipe, a tab): where it is empty,
 *   it was empty in the source
 * @NB_PIECE_ROW_START: the first piece of a row whose ends are known; the row runs to the next piece
 *   with this flag or to the next piece that is a paragraph
 * @NB_PIECE_IN_ROW: the piece belongs to a row whose ends are known
 * @NB_PIECE_FURNITURE: menus, heads and feet of the page, counters: not part of the article
 * @NB_PIECE_HEADING: marked as a heading in the source (h1 to h6)
 * @NB_PIECE_TITLE: marked as the article's own title (h1, .title, ArticleTitle)
 * @NB_PIECE_IMAGE: a picture stands here, alone (the text is its alt text, maybe empty)
 * @NB_PIECE_PAGE: furniture that is sure: head, foot or number of a printed page, which may stand
 *   in the midst of a table that goes on on the next
 * @NB_PIECE_CONTINUED: the rest of the cell that the piece before begins: its lines stand apart in the text
 * @NB_PIECE_CUT: the input ends within it: more may have stood there
 * @NB_PIECE_RECOGNISED: it stands under a scan, as a text recogniser has read it
 * @NB_PIECE_CLIPPED: a cell that runs over the side of its page: more may have stood there, and in cells beside it
 * @NB_PIECE_SLANTED: it stands on a page of which something is aslant: it may belong to another row or column
 */
typedef enum {
  NB_PIECE_CELL = 1 << 0,
  NB_PIECE_SEPARATED = 1 << 1,
  NB_PIECE_ROW_START = 1 << 2,
  NB_PIECE_IN_ROW = 1 << 3,
  NB_PIECE_FURNITURE = 1 << 4,
  NB_PIECE_HEADING = 1 << 5,
  NB_PIECE_TITLE = 1 << 6,
  NB_PIECE_IMAGE = 1 << 7,
  NB_PIECE_PAGE = 1 << 8,
  NB_PIECE_CONTINUED = 1 << 9,
  NB_PIECE_CUT = 1 << 10,
  NB_PIECE_CLIPPED = 1 << 11,
  NB_PIECE_RECOGNISED = 1 << 12,
  NB_PIECE_SLANTED = 1 << 13,
} NbPieceFlags;

/**
 * NbPiece:
 * @offset: where it begins, in bytes of the document text; white space at both ends is left out
 * @length: its length in bytes; 0 for an empty cell
 * @line: the line of the source that it begins on, from 1; 0 where unknown
 * @table: the number of its grid, from 0; -1 outside grids
 * @row: row in the grid, from 0, spans expanded
 * @column: column in the grid, from 0, spans expanded
 * @row_span: rows that it covers, at least 1
 * @column_span: columns that it covers, at least 1
 * @flags: #NbPieceFlags
 * @element: (nullable): name of the HTML element, static
 *
 * A paragraph or a cell, in reading order. A merged cell is one piece.
 */
typedef struct {
  guint       offset;
  guint       length;
  guint       line;
  int         table;
  guint       row;
  guint       column;
  guint       row_span;
  guint       column_span;
  guint       flags;
  const char *element;
} NbPiece;

/**
 * NbMeta:
 * @name: the name of the meta element, lower case ("contentsource", "pubdate", "articletitle", …);
 *   "title" for the page's title element
 * @content: its content
 */
typedef struct {
  char *name;
  char *content;
} NbMeta;

#define NB_TYPE_DOCUMENT (nb_document_get_type ())
G_DECLARE_FINAL_TYPE (NbDocument, nb_document, NB, DOCUMENT, GObject)

NbDocument    *nb_document_read         (NbSource     *source,
                                         GCancellable *cancellable,
                                         GError      **error);

NbSource      *nb_document_get_source   (NbDocument *self);
const char    *nb_document_get_text     (NbDocument *self, gsize *length);
const NbPiece *nb_document_get_pieces   (NbDocument *self, guint *n_pieces);
const NbMeta  *nb_document_get_metas    (NbDocument *self, guint *n_metas);
guint          nb_document_get_n_tables (NbDocument *self);
char          *nb_document_dup_piece    (NbDocument *self, guint piece);

/* The same places in simplified characters, for looking words up. */
NbDocument    *nb_document_new_simplified (NbDocument *self, const char *const *terms);

G_END_DECLS
