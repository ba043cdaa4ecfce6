/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the DOCX reader share. */

#include "nb-document-private.h"
#include "nb-xml.h"

G_BEGIN_DECLS

/* nb-docx-styles.c: what the styles of a document tell. */
typedef struct _NbDocxStyles NbDocxStyles;

typedef enum {
  NB_DOCX_VANISHED = 1 << 0,
  NB_DOCX_HEADING = 1 << 1,
  NB_DOCX_TITLE = 1 << 2,
  NB_DOCX_CONTENTS = 1 << 3, /* a line of a table of contents */
  NB_DOCX_APART = 1 << 4,    /* raised, lowered or white: no part of the number beside it */
  NB_DOCX_STRUCK = 1 << 5,
  NB_DOCX_DOUBLY_STRUCK = 1 << 6,
  NB_DOCX_SPECK = 1 << 7, /* too small or too narrow to be seen */
  NB_DOCX_WHITE = 1 << 8, /* not seen but on a ground of another colour */
} NbDocxTraits;

#define NB_DOCX_HIDDEN (NB_DOCX_VANISHED | NB_DOCX_STRUCK | NB_DOCX_DOUBLY_STRUCK)

guint         nb_docx_run_traits    (const xmlNode *properties);
guint         nb_docx_run_says      (const xmlNode *properties);
NbDocxStyles *nb_docx_styles_new    (xmlDoc *doc);
void          nb_docx_styles_free   (NbDocxStyles *self);
guint         nb_docx_styles_lookup (NbDocxStyles *self, const xmlNode *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbDocxStyles, nb_docx_styles_free)

/**
 * NbDocxFields:
 * @depth: fields that are open
 * @instruction: of each, the outermost first: whether its instruction is being read, not its result
 * @contents: depth of the field that is a table of contents, 0 for none
 * @name: what the innermost is called, in capitals, as far as it was read
 * @is_named: whether that is all of its name
 * @list: (nullable): what the field at depth @listed lets choose from, until a result of it is read
 * @listed: depth of that field
 * @lost: whether digits stand in an instruction, where none belong
 *
 * Fields go over runs and paragraphs, so that where one stands has to be remembered.
 */
typedef struct
{
  guint depth;
  guint64 instruction;
  guint contents;
  char name[8];
  gboolean is_named;
  const xmlNode *list;
  guint listed;
  gboolean lost;
} NbDocxFields;

/**
 * NbDocxLine:
 * @text: white space collapsed, but '\t' for a tab and '\n' for a line that is broken
 * @traits: #NbDocxTraits
 * @boxes: (element-type xmlNode): text boxes that hang on the paragraph, in order
 * @n_sentences: full stops and the like
 * @n_chars: characters, white space left out
 * @has_picture: whether a picture stands in it
 * @has_small_picture: whether one does that is as small as a seal, or as a number
 * @joins_next: whether its end is deleted, so that the next paragraph goes on with it
 */
typedef struct
{
  GString *text;
  guint traits;
  GPtrArray *boxes;
  guint n_sentences;
  guint n_chars;
  gboolean has_picture;
  gboolean has_small_picture;
  gboolean joins_next;
} NbDocxLine;

/* nb-docx-text.c: the text of a paragraph. */
gboolean    nb_docx_is         (const xmlNode *node, const char *name);
gboolean    nb_docx_is_on      (const xmlNode *properties, const char *name);
xmlNode    *nb_docx_choose     (const xmlNode *alternatives);
xmlNode    *nb_docx_get_inner  (xmlNode *node);
void        nb_docx_line_init  (NbDocxLine *self);
void        nb_docx_line_reset (NbDocxLine *self);
void        nb_docx_line_clear (NbDocxLine *self);
void        nb_docx_line_take  (NbDocxLine *self, NbDocxFields *fields, NbDocxStyles *styles, const xmlNode *paragraph);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbDocxLine, nb_docx_line_clear)

/**
 * NbDocxCell:
 * @node: the tc element
 * @row: row in the table, from 0
 * @column: first column that it takes
 * @row_span: rows
 * @column_span: columns
 * @text: (owned): its paragraphs joined by a space
 * @is_running: it holds tables or running text, and is read as what it holds
 * @is_picture: a picture stands in it, alone
 * @is_numbered: the number of a list stands in it, alone
 */
typedef struct
{
  xmlNode *node;
  guint row;
  guint column;
  guint row_span;
  guint column_span;
  char *text;
  gboolean is_running;
  gboolean is_picture;
  gboolean is_numbered;
} NbDocxCell;

/* nb-docx-table.c: the cells of a table, in reading order; whether they are data, or lay out the page. */
GArray *nb_docx_table_read (const xmlNode *table, const NbDocxFields *fields, NbDocxStyles *styles, gboolean *is_data);

G_END_DECLS
