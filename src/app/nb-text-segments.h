/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text-table.h"

G_BEGIN_DECLS

/**
 * NbTextSegment:
 * @begin: bytes of the document text
 * @end: bytes
 * @character: where it begins in the buffer
 * @n_characters: how many characters of the buffer it takes
 * @table: (nullable): the table that stands there, a child of the view
 *
 * A run of the document: text as it stands, or a table, which is one character of the buffer.
 */
typedef struct
{
  gsize begin;
  gsize end;
  int character;
  int n_characters;
  NbTextTable *table;
} NbTextSegment;

const NbTextSegment *nb_text_segments_find (GArray *segments, gsize byte);
int nb_text_segments_to_character (GArray *segments, const char *text, gsize byte);
gsize nb_text_segments_to_byte (GArray *segments, const char *text, int character);
char *nb_text_segments_dup_shown (NbDocument *document, gsize *length);

G_END_DECLS
