/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "chart/nb-drawing.h"
#include "series/nb-diff.h"

G_BEGIN_DECLS

/**
 * NbBlockKind:
 * @NB_BLOCK_HEADING: a heading; @level 1 is the title
 * @NB_BLOCK_PARAGRAPH: running text
 * @NB_BLOCK_NOTICE: running text that must not be missed
 * @NB_BLOCK_WORDS: running text with words that were removed and added
 * @NB_BLOCK_TABLE: a table
 * @NB_BLOCK_PICTURE: a drawing; @text says what can be seen in it
 */
typedef enum
{
  NB_BLOCK_HEADING,
  NB_BLOCK_PARAGRAPH,
  NB_BLOCK_NOTICE,
  NB_BLOCK_WORDS,
  NB_BLOCK_TABLE,
  NB_BLOCK_PICTURE,
} NbBlockKind;

typedef enum
{
  NB_CELL_PLAIN,
  NB_CELL_STRONG,
  NB_CELL_DIM,
} NbCellStyle;

typedef struct
{
  char *text;
  NbCellStyle style;
} NbPaperCell;

typedef struct
{
  NbDiffKind kind;
  gboolean strong;
  char *text;
} NbPaperWord;

/**
 * NbPaperRow:
 * @is_group: one cell over the whole width, a heading of the rows below
 * @cells: (element-type NbPaperCell): as many as the table has columns, or one
 */
typedef struct
{
  gboolean is_group;
  GArray *cells;
} NbPaperRow;

/**
 * NbPaperColumn:
 * @head: (nullable): its head; a table without any head has none
 * @is_number: whether it is set right
 */
typedef struct
{
  char *head;
  gboolean is_number;
} NbPaperColumn;

typedef struct
{
  NbBlockKind kind;
  guint level;
  char *text;
  GArray *words;      /* of NbPaperWord */
  GArray *columns;    /* of NbPaperColumn */
  GPtrArray *rows;    /* of NbPaperRow */
  NbDrawing *picture; /* (owned) (nullable) */
} NbBlock;

/**
 * NbPaper:
 * @title: what it is called
 * @blocks: (element-type NbBlock): in order
 *
 * What is to be read by people, whatever it is written to: the writers of text, Markdown, HTML and
 * PDF take it from here, so that they all say the same.
 */
typedef struct
{
  char *title;
  GPtrArray *blocks;
} NbPaper;

NbPaper *nb_paper_new (const char *title);
void nb_paper_free (NbPaper *self);

void nb_paper_add_heading (NbPaper *self, guint level, const char *text);
void nb_paper_add_paragraph (NbPaper *self, const char *text);
void nb_paper_add_notice (NbPaper *self, const char *text);
void nb_paper_begin_words (NbPaper *self);
void nb_paper_add_word (NbPaper *self, NbDiffKind kind, gboolean strong, const char *text);
void nb_paper_add_picture (NbPaper *self, NbDrawing *picture);
void nb_paper_begin_table (NbPaper *self);
void nb_paper_add_column (NbPaper *self, const char *head, gboolean is_number);
void nb_paper_add_group (NbPaper *self, const char *text);
void nb_paper_begin_row (NbPaper *self);
void nb_paper_add_cell (NbPaper *self, const char *text, NbCellStyle style);
void nb_paper_add_fact (NbPaper *self, const char *name, const char *value);

void nb_paper_write_text (const NbPaper *self, GString *out);
void nb_paper_write_md (const NbPaper *self, GString *out);
void nb_paper_write_html (const NbPaper *self, GString *out);
GPtrArray *nb_paper_set (const NbPaper *self, GError **error);
gboolean nb_paper_write_pdf (const NbPaper *self, GString *out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbPaper, nb_paper_free)

G_END_DECLS
