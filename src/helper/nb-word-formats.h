/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-word-bytes.h"

/**
 * NbWordParagraph:
 * @in_table: the paragraph stands in a table
 * @ends_row: it is the mark at the end of a row
 * @ends_inner_cell: it ends a cell of a table within a cell
 * @ends_inner_row: it ends a row of such a table
 * @depth: of the table that it stands in, from 1; 0 where that is not said
 * @row: (nullable): what a row says of its cells (TDefTable)
 * @row_size: bytes of it
 *
 * What matters of the format of a paragraph. @row points into a stream.
 */
typedef struct
{
  gboolean in_table;
  gboolean ends_row;
  gboolean ends_inner_cell;
  gboolean ends_inner_row;
  guint depth;
  const guint8 *row;
  gsize row_size;
} NbWordParagraph;

/* What matters of the format of a character. */
typedef enum
{
  NB_WORD_HIDDEN = 1 << 0, /* or struck out, or deleted by a tracked change */
  NB_WORD_APART = 1 << 1,  /* raised, lowered or white: no part of the number beside it */
} NbWordTraits;

/* The place of formats in a Word file: a table of pages of 512 bytes. */
typedef struct
{
  const NbStream *text;  /* the stream WordDocument */
  const NbStream *table; /* the stream 0Table or 1Table */
  const NbStream *data;  /* the stream Data, maybe empty */
  gsize characters, characters_size;
  gsize paragraphs, paragraphs_size;
  /* The stretch of text whose letters were looked up last. */
  guint32 from, to;
  guint traits;
} NbWordFormats;

void     nb_word_formats_init          (NbWordFormats *self, const NbStream *text, const NbStream *table, const NbStream *data);
void     nb_word_formats_get_paragraph (const NbWordFormats *self, guint32 place, NbWordParagraph *paragraph);
guint    nb_word_formats_get_traits    (NbWordFormats *self, guint32 place);
