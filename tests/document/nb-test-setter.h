/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What the writers of PDF and OFD for tests share: a document that was read is set on pages, in lines
 * and in tables that go on over the page. How a line or a border is drawn is the writer's own.
 */

#include "document/nb-document.h"

G_BEGIN_DECLS

typedef struct _NbTestSetter NbTestSetter;

typedef struct
{
  guint first, end; /* its pieces */
  guint n_rows, n_columns;
  double *heights; /* of rows */
  double *edges;   /* of columns, one more than there are */
} NbTestTable;

/**
 * NbTestSetterClass:
 * @left: where lines begin; @right: where they end; @upper: where a page begins
 * @size: of text; @leading: from line to line; @gap: below a paragraph
 * @small: of text in tables; @line: from line to line there; @margin: inside a cell; @table_gap: below
 * @measure: how wide a text is
 * @set_line: draws a line of text below @y, its letters @extra farther apart
 * @draw_cell: draws the borders of a cell
 * @end_page: ends a page; the setter begins the next
 * @make_columns: (nullable): fills @edges; NULL: columns of one width
 * @dup_text: (nullable): the text of a cell as it is drawn
 * @get_extra: (nullable): how much farther apart the letters of a cell stand that has @room for a line
 * @get_shift: (nullable): how much lower than the middle a cell's text stands
 *
 * One writer, and its measures. All lengths in the writer's unit, from the upper left corner.
 */
typedef struct
{
  double left, right, upper;
  double size, leading, gap;
  double small, line, margin, table_gap;
  double (*measure) (NbTestSetter *self, const char *text, gsize length, double size);
  void (*set_line) (NbTestSetter *self,
                    const char *text,
                    gsize length,
                    double x,
                    double y,
                    double size,
                    double extra);
  void (*draw_cell) (NbTestSetter *self,
                     const NbTestTable *table,
                     const NbPiece *piece,
                     double upper,
                     double lower);
  void (*end_page) (NbTestSetter *self);
  void (*make_columns) (NbTestSetter *self, NbTestTable *table);
  char *(*dup_text) (NbTestSetter *self, const NbPiece *piece);
  double (*get_extra) (NbTestSetter *self, const char *text, guint n_lines, double room);
  double (*get_shift) (NbTestSetter *self, const NbPiece *piece, const char *text);
} NbTestSetterClass;

/* The first member of a writer. */
struct _NbTestSetter
{
  const NbTestSetterClass *klass;
  NbDocument *document;
  const NbPiece *pieces;
  guint n_pieces;
  double lower; /* where a page ends */
  double y;
  gboolean backwards; /* the cells of a table are drawn from the last */
};

void nb_test_setter_write (NbTestSetter *self, NbDocument *document);
char *nb_test_setter_dup_text (NbTestSetter *self, const NbPiece *piece);

G_END_DECLS
