/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nb-html-tag.h"

G_BEGIN_DECLS

/**
 * NbHtmlSums:
 * @chars: characters that are seen, white space left out
 * @links: those of them that stand in links
 * @digits: decimal digits, of either width
 * @letters: letters and ideographs
 * @strokes: dashes and slashes
 * @sentences: full stops, semicolons, question and exclamation marks of Chinese prose
 * @loose: characters that no block of its own holds
 * @lines: blocks that hold characters
 * @breaks: line breaks within blocks
 * @n_links: links
 * @pictures: pictures that are not small
 * @tables: tables of at least two cells
 * @grids: tables that look like data with figures
 *
 * What stands in an element and everything below it.
 */
typedef struct
{
  guint chars;
  guint links;
  guint digits;
  guint letters;
  guint strokes;
  guint sentences;
  guint loose;
  guint lines;
  guint breaks;
  guint n_links;
  guint pictures;
  guint tables;
  guint grids;
} NbHtmlSums;

/* What the measuring found an element to be. */
typedef enum
{
  NB_HTML_IS_FURNITURE = 1 << 0,
  NB_HTML_IS_TITLE = 1 << 1,
  NB_HTML_IS_ROW = 1 << 2,     /* its children are the cells of a row */
  NB_HTML_IS_BOXES = 1 << 3,   /* some of its children are cells, rows unknown */
  NB_HTML_IS_BOX = 1 << 4,     /* a cell without a table */
  NB_HTML_IS_RUNNING = 1 << 5, /* a table cell that is read as running text */
  NB_HTML_ENDS_POINT = 1 << 6, /* its text ends with a full stop or a comma */
  NB_HTML_IS_DISORDERED = 1 << 7, /* what is in it is shown in another order than it is written */
  NB_HTML_IS_DRAWN = 1 << 8,  /* a number that is not written may be drawn in it */
  NB_HTML_IS_SPACER = 1 << 9, /* a picture that nothing can be seen on */
} NbHtmlMarks;

/**
 * NB_HTML_MOVES:
 *
 * Several moves, or one that takes a figure to another place.
 */
#define NB_HTML_MOVES G_MAXUINT

/**
 * NbHtmlNode:
 * @parent: index of the element that holds it
 * @end: index of the first node behind it and all that it holds
 * @line: line of the source, from 1
 * @tag: #NbHtmlTag
 * @marks: #NbHtmlMarks
 * @traits: #NbHtmlTraits
 * @colors: of its text and of what is behind it
 * @move: tells slight moves apart that its style attribute says, 0 for none and for any other
 * @inner_move: the move that all text in it has in common, %NB_HTML_MOVES where it has several
 * @name_hash: tells classes apart, 0 for none
 * @offset: of a text, an alt text or a value: where it stands in the text of the tree
 * @length: and its length
 * @table: of a table and its rows and cells: its number in the tree
 * @row_span: as written, 0 to the end of the row group
 * @column_span: as written, at least 1
 * @rows: how many rows it holds itself
 * @cells: how many columns its cells take, without spans from above
 * @sums: what stands in it
 *
 * A node of the page. Nodes lie in document order, so that the children of a node follow it up to its @end:
 * walking needs no recursion, and a page of any depth is freed at once.
 */
typedef struct
{
  guint parent;
  guint end;
  guint line;
  guint8 tag;
  guint16 marks;
  guint traits;
  NbHtmlColors colors;
  guint move;
  guint inner_move;
  guint name_hash;
  guint offset;
  guint length;
  int table;
  guint16 row_span;
  guint16 column_span;
  guint rows;
  guint cells;
  NbHtmlSums sums;
} NbHtmlNode;

/**
 * NbHtmlTable:
 * @node: the table element
 * @cells: cells of its own, not those of tables within
 * @values: cells of its own that hold a figure or a dash
 * @figures: of these, those that are no numbered labels
 * @move: that the figures have in common
 * @is_moved_apart: whether they have none in common
 * @running: cells that hold tables or running text
 * @columns: the most columns of a row
 * @is_data: whether it is a grid; else it lays out the page
 */
typedef struct
{
  guint node;
  guint cells;
  guint values;
  guint figures;
  guint move;
  gboolean is_moved_apart;
  guint running;
  guint columns;
  gboolean is_data;
} NbHtmlTable;

/**
 * NbHtmlTree:
 * @nodes: #NbHtmlNode; the first is the page itself
 * @tables: #NbHtmlTable, in document order
 * @text: the text of all nodes, white space collapsed: to one space, or to two where it is a gap
 * @metas: pairs of name and content, one after the other
 * @article_start: first node of the article
 * @article_end: first node behind it
 *
 * A page as the reader needs it.
 */
typedef struct
{
  GArray *nodes;
  GArray *tables;
  GString *text;
  GPtrArray *metas;
  guint article_start;
  guint article_end;
} NbHtmlTree;

NbHtmlTree *
nb_html_tree_parse (const char *html, gsize length, GCancellable *cancellable, GError **error);
void nb_html_tree_free (NbHtmlTree *tree);
void nb_html_tree_measure (NbHtmlTree *tree);      /* nb-html-measure.c */
void nb_html_tree_find_article (NbHtmlTree *tree); /* nb-html-article.c */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbHtmlTree, nb_html_tree_free)

/* Inline: the walks touch every node. */
static inline NbHtmlNode *
nb_html_tree_node (const NbHtmlTree *tree, guint i)
{
  return &g_array_index (tree->nodes, NbHtmlNode, i);
}

/* What holds the rows of a row's group: a head, a body, a foot or the table itself, whatever stands between. */
guint nb_html_tree_find_group (const NbHtmlTree *tree, guint row);

gboolean nb_html_node_is_value (const NbHtmlNode *node);

/* Of an element whose children are measured: whether they stand for rows or cells without a table. */
gboolean nb_html_boxes_find (NbHtmlTree *tree, guint index);
gboolean nb_html_is_numbered (NbHtmlTree *tree, guint index);

G_END_DECLS
