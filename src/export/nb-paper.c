/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A document for people in blocks, before any format. Built on one thread, then only read.
 */

#include "nb-paper.h"

static void
clear_cell_cb (gpointer data)
{
  g_free (((NbPaperCell *) data)->text);
}

static void
clear_word_cb (gpointer data)
{
  g_free (((NbPaperWord *) data)->text);
}

static void
clear_column_cb (gpointer data)
{
  g_free (((NbPaperColumn *) data)->head);
}

static void
row_free_cb (gpointer data)
{
  NbPaperRow *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

static void
block_free_cb (gpointer data)
{
  NbBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->words, g_array_unref);
  g_clear_pointer (&block->columns, g_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->picture, nb_drawing_free);
  g_free (block);
}

/**
 * nb_paper_new:
 * @title: what it is called
 *
 * Returns: (transfer full): a document without blocks
 */
NbPaper *
nb_paper_new (const char *title)
{
  NbPaper *self = g_new0 (NbPaper, 1);

  self->title = g_strdup (title);
  self->blocks = g_ptr_array_new_with_free_func (block_free_cb);
  return self;
}

/**
 * nb_paper_free:
 * @self: (transfer full): a document
 */
void
nb_paper_free (NbPaper *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static NbBlock *
add_block (NbPaper *self, NbBlockKind kind, const char *text)
{
  NbBlock *block = g_new0 (NbBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static NbBlock *
get_last (NbPaper *self, NbBlockKind kind)
{
  NbBlock *last = self->blocks->len > 0 ? self->blocks->pdata[self->blocks->len - 1] : NULL;

  return last != NULL && last->kind == kind ? last : NULL;
}

/**
 * nb_paper_add_heading:
 * @self: a document
 * @level: 1 for the title, 2 and 3 below
 * @text: the heading
 */
void
nb_paper_add_heading (NbPaper *self, guint level, const char *text)
{
  add_block (self, NB_BLOCK_HEADING, text)->level = level;
}

/**
 * nb_paper_add_paragraph:
 * @self: a document
 * @text: a paragraph
 */
void
nb_paper_add_paragraph (NbPaper *self, const char *text)
{
  add_block (self, NB_BLOCK_PARAGRAPH, text);
}

/**
 * nb_paper_add_notice:
 * @self: a document
 * @text: a paragraph that must not be missed
 */
void
nb_paper_add_notice (NbPaper *self, const char *text)
{
  add_block (self, NB_BLOCK_NOTICE, text);
}

/**
 * nb_paper_begin_words:
 * @self: a document
 *
 * Begins a paragraph of nb_paper_add_word().
 */
void
nb_paper_begin_words (NbPaper *self)
{
  NbBlock *block = add_block (self, NB_BLOCK_WORDS, NULL);

  block->words = g_array_new (FALSE, FALSE, sizeof (NbPaperWord));
  g_array_set_clear_func (block->words, clear_word_cb);
}

/**
 * nb_paper_add_word:
 * @self: a document
 * @kind: whether the words are in both texts, were removed or were added
 * @strong: whether they are a number or a year
 * @text: the words
 */
void
nb_paper_add_word (NbPaper *self, NbDiffKind kind, gboolean strong, const char *text)
{
  NbBlock *block = get_last (self, NB_BLOCK_WORDS);
  NbPaperWord word = { kind, strong, g_strdup (text) };

  g_return_if_fail (block != NULL);
  g_array_append_val (block->words, word);
}

/**
 * nb_paper_add_picture:
 * @self: a document
 * @picture: (transfer full): a drawing
 */
void
nb_paper_add_picture (NbPaper *self, NbDrawing *picture)
{
  add_block (self, NB_BLOCK_PICTURE, picture->description)->picture = picture;
}

/**
 * nb_paper_begin_table:
 * @self: a document
 *
 * Begins a table; its columns follow, then its rows.
 */
void
nb_paper_begin_table (NbPaper *self)
{
  NbBlock *block = add_block (self, NB_BLOCK_TABLE, NULL);

  block->columns = g_array_new (FALSE, FALSE, sizeof (NbPaperColumn));
  g_array_set_clear_func (block->columns, clear_column_cb);
  block->rows = g_ptr_array_new_with_free_func (row_free_cb);
}

/**
 * nb_paper_add_column:
 * @self: a document
 * @head: (nullable): head of the column
 * @is_number: whether it is set right
 */
void
nb_paper_add_column (NbPaper *self, const char *head, gboolean is_number)
{
  NbBlock *block = get_last (self, NB_BLOCK_TABLE);
  NbPaperColumn column = { g_strdup (head), is_number };

  g_return_if_fail (block != NULL);
  g_array_append_val (block->columns, column);
}

static NbPaperRow *
add_row (NbPaper *self)
{
  NbBlock *block = get_last (self, NB_BLOCK_TABLE);
  NbPaperRow *row;

  g_return_val_if_fail (block != NULL, NULL);
  row = g_new0 (NbPaperRow, 1);
  row->cells = g_array_new (FALSE, FALSE, sizeof (NbPaperCell));
  g_array_set_clear_func (row->cells, clear_cell_cb);
  g_ptr_array_add (block->rows, row);
  return row;
}

/**
 * nb_paper_add_group:
 * @self: a document
 * @text: a heading of the rows that follow
 */
void
nb_paper_add_group (NbPaper *self, const char *text)
{
  add_row (self)->is_group = TRUE;
  nb_paper_add_cell (self, text, NB_CELL_STRONG);
}

/**
 * nb_paper_begin_row:
 * @self: a document
 *
 * Begins a row of the table; its cells follow, one for each column.
 */
void
nb_paper_begin_row (NbPaper *self)
{
  add_row (self);
}

/**
 * nb_paper_add_cell:
 * @self: a document
 * @text: (nullable): what stands in the cell
 * @style: how
 */
void
nb_paper_add_cell (NbPaper *self, const char *text, NbCellStyle style)
{
  NbBlock *block = get_last (self, NB_BLOCK_TABLE);
  NbPaperCell cell = { g_strdup (text != NULL ? text : ""), style };
  NbPaperRow *row;

  g_return_if_fail (block != NULL && block->rows->len > 0);
  row = block->rows->pdata[block->rows->len - 1];
  g_array_append_val (row->cells, cell);
}

/**
 * nb_paper_add_fact:
 * @self: a document
 * @name: what
 * @value: (nullable): its value; without one nothing is added
 *
 * Adds a row to a table of names and values, which is begun where there is none.
 */
void
nb_paper_add_fact (NbPaper *self, const char *name, const char *value)
{
  const NbBlock *block = get_last (self, NB_BLOCK_TABLE);

  if (value == NULL)
    return;
  if (block == NULL || block->columns->len != 2 ||
      g_array_index (block->columns, NbPaperColumn, 0).head != NULL)
    {
      nb_paper_begin_table (self);
      nb_paper_add_column (self, NULL, FALSE);
      nb_paper_add_column (self, NULL, FALSE);
    }
  nb_paper_begin_row (self);
  nb_paper_add_cell (self, name, NB_CELL_DIM);
  nb_paper_add_cell (self, value, NB_CELL_PLAIN);
}
