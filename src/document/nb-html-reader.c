/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * HTML: pages of content systems, Word and WPS exports, fragments.
 *
 *   source → nb_html_tree_parse() → measure → find article → one walk → NbDocument
 *
 * The walk goes over the nodes in document order with a stack of the elements whose end matters. A block
 * ends the line before it; a cell of a data table, or of rows made of other elements, is one piece
 * whatever stands in it; all else is paragraphs.
 *
 * Used by one thread; the document is handed over.
 */

#include "nb-document-private.h"
#include "nb-json-text.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "base/nb-value.h"
#include "nb-html-grid.h"
#include "nb-html-labels.h"
#include "nb-html-lines.h"
#include "nb-html-mixed.h"
#include "nb-html-text.h"
#include "nb-html-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TOO_MANY_PIECES N_ ("the page has too many paragraphs and cells")

/* The place of the cell that is being read. */
typedef struct
{
  guint node;
  guint row_node; /* what holds the cells of its row */
  int table;
  guint row;
  guint column;
  guint row_span;
  guint column_span;
  guint flags;
  gboolean is_disordered; /* whether what stands in its place may be what belongs to another */
} Cell;

/* A data table that is being read. */
typedef struct
{
  NbHtmlGrid *grid; /* (owned) */
  guint node;
  guint number;     /* in the document */
  guint group;      /* node of the row group at hand */
  guint row;        /* node of the row at hand */
  gboolean at_row_start;
} Table;

/* An element whose end matters, and what held before it. */
typedef struct
{
  guint end;
  guint outer_flags;
  NbHtmlTag outer_element;
  Table *table; /* (owned) (nullable): begun by this element */
  gboolean is_block;
  gboolean is_cell;
  gboolean is_raised;
} Frame;

typedef struct
{
  NbDocument *document;
  NbHtmlTree *tree;
  NbHtmlLines *lines; /* paragraphs that are not in the document yet */
  GString *line;      /* what is read of the line or cell at hand */
  guint gap;          /* spaces before what comes next */
  gboolean raised;    /* the height of the text changes before what comes next */
  guint line_node;    /* the node that the line began with; 0 while it is empty */
  guint line_flags;   /* and the flags that it began with */
  guint picture;      /* the node of a picture in the cell at hand; 0 for none */
  gboolean is_made;   /* whether a number of the style sheet stands in the cell at hand */
  guint flags;        /* of the elements around */
  NbHtmlTag element;  /* the innermost block */
  GArray *frames;     /* Frame */
  GPtrArray *tables;  /* Table: those begun and not ended */
  gboolean in_cell;
  Cell cell;
  gboolean row_open; /* whether the last piece was of a row without a table */
  guint row_table;   /* its number */
  guint row_number;
  NbHtmlLabels labels;
  const char *limit; /* (nullable) what is too much */
} Reader;

static void
table_free (Table *table)
{
  nb_html_grid_free (table->grid);
  g_free (table);
}

static NbHtmlNode *
node_at (Reader *self, guint index)
{
  return nb_html_tree_node (self->tree, index);
}

/* The flags of a piece that begins at @index. */
static guint
flags_at (Reader *self, guint index)
{
  guint flags = self->flags;

  if ((index < self->tree->article_start || index >= self->tree->article_end) &&
      (flags & NB_PIECE_TITLE) == 0)
    flags |= NB_PIECE_FURNITURE;
  return flags;
}

static void
flush_lines (Reader *self)
{
  if (!nb_html_lines_flush (self->lines))
    self->limit = TOO_MANY_PIECES;
}

/* Makes a piece of the line at hand, which begins in the node @index. */
static NbPiece *
append_piece (Reader *self, guint index, guint flags)
{
  NbPiece *piece;

  flush_lines (self);
  piece = nb_document_append (self->document, self->line->str, (gssize) self->line->len, flags);
  if (piece == NULL)
    self->limit = TOO_MANY_PIECES;
  else
    {
      piece->line = node_at (self, index)->line;
      piece->element = nb_html_tag_get_name (self->element);
    }
  g_string_truncate (self->line, 0);
  self->gap = 0;
  self->line_node = 0;
  return piece;
}

/* Ends a paragraph. A blank one leaves nothing. */
static void
end_line (Reader *self)
{
  self->gap = 0;
  if (self->line->len == 0)
    return;
  self->row_open = FALSE;
  if (self->line_flags != 0)
    append_piece (self, self->line_node, self->line_flags);
  else
    {
      nb_html_lines_add (self->lines, self->line, node_at (self, self->line_node)->line,
                         self->element);
      g_string_truncate (self->line, 0);
      self->line_node = 0;
    }
}

static void
break_line (Reader *self)
{
  if (self->in_cell)
    self->gap = 1;
  else
    end_line (self);
}

/* Whether the line ends with a digit and @text begins with one, of any script. */
static gboolean
is_within_number (const GString *line, const char *text)
{
  const char *last = g_utf8_prev_char (line->str + line->len);

  return g_unichar_type (g_utf8_get_char (last)) == G_UNICODE_DECIMAL_NUMBER &&
         g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_DECIMAL_NUMBER;
}

/* Whether nobody knows how the text of the node looks where it is shown. */
static gboolean
is_unsure (Reader *self, const NbHtmlNode *node)
{
  const NbHtmlNode *element = node->tag == NB_HTML_TAG_TEXT ? node_at (self, node->parent) : node;

  return (element->traits & NB_HTML_UNSURE) != 0 || !nb_html_colors_are_seen (element->colors);
}

/* Preformatted text within a cell: its lines are cut by the cell. */
static void
take_verbatim (Reader *self, guint index)
{
  const NbHtmlNode *node = node_at (self, index);
  NbHtmlSums sums = { 0 };

  if (self->line->len == 0)
    {
      self->line_node = index;
      self->line_flags = flags_at (self, index);
    }
  else if (self->gap > 0)
    g_string_append_c (self->line, ' ');
  self->gap = 0;
  nb_html_text_append (self->line, self->tree->text->str + node->offset, node->length,
                       self->line->len == 0 || self->line->str[self->line->len - 1] == ' ', 1,
                       &sums);
}

static void
take_text (Reader *self, guint index)
{
  const NbHtmlNode *node = node_at (self, index);
  const char *text = self->tree->text->str + node->offset;
  gsize length = node->length;
  gboolean is_verbatim = (node->traits & NB_HTML_VERBATIM) != 0;
  guint n_before = 0;

  self->is_made |= self->in_cell && node->sums.chars > 0 && is_unsure (self, node);
  if (is_verbatim && self->in_cell)
    {
      take_verbatim (self, index);
      return;
    }
  /* White space is collapsed: there are a few spaces at either end at most. */
  for (; !is_verbatim && length > 0 && *text == ' '; length--, text++)
    n_before++;
  self->gap = MAX (self->gap, n_before);
  if (length == 0)
    return;
  if (self->line->len == 0)
    {
      self->line_node = index;
      self->line_flags = flags_at (self, index);
    }
  else if (self->gap > 0 || (self->raised && is_within_number (self->line, text)))
    g_string_append (self->line, self->gap > 1 && !self->in_cell ? "  " : " ");
  self->raised = FALSE;
  self->gap = 0;
  for (; !is_verbatim && text[length - 1] == ' '; length--)
    self->gap++;
  g_string_append_len (self->line, text, (gssize) length);
  if (!self->in_cell && node->sums.digits > 0 &&
      (node_at (self, node->parent)->traits & NB_HTML_TURNED) != 0)
    g_string_append (self->line, NB_TEXT_LOST);
}

static void
end_cell (Reader *self)
{
  const Cell *cell = &self->cell;
  NbPiece *piece;
  guint flags = cell->flags;

  if (self->line->len == 0 && self->picture != 0)
    {
      take_text (self, self->picture);
      flags |= NB_PIECE_IMAGE;
    }
  /* The number that is shown is another one, or nobody knows which; and a blank cell may show that of another. */
  if (self->is_made && (self->line->len == 0 ||
                        nb_value_looks_like (self->line->str, (gssize) self->line->len)))
    g_string_append (self->line, NB_TEXT_LOST);
  self->is_made = FALSE;
  piece = append_piece (self, self->line_node != 0 ? self->line_node : cell->node, flags);
  self->in_cell = FALSE;
  self->picture = 0;
  if (piece == NULL || cell->table < 0)
    return;
  piece->table = cell->table;
  piece->row = cell->row;
  piece->column = cell->column;
  piece->row_span = cell->row_span;
  piece->column_span = cell->column_span;
}

static Frame *
push_frame (Reader *self, guint index)
{
  Frame frame = {
    .end = node_at (self, index)->end,
    .outer_flags = self->flags,
    .outer_element = self->element,
  };

  g_array_append_val (self->frames, frame);
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static void
pop_frame (Reader *self)
{
  Frame frame = g_array_index (self->frames, Frame, self->frames->len - 1);

  g_array_set_size (self->frames, self->frames->len - 1);
  if (frame.is_cell)
    end_cell (self);
  else if (frame.is_block)
    break_line (self);
  self->raised |= frame.is_raised;
  if (frame.table != NULL)
    g_ptr_array_set_size (self->tables, (int) self->tables->len - 1);
  self->flags = frame.outer_flags;
  self->element = frame.outer_element;
}

/* Begins a block, or an inline element that tells something about its text. */
static Frame *
begin_element (Reader *self, guint index)
{
  const NbHtmlNode *node = node_at (self, index);
  guint tag_flags = nb_html_tag_get_flags (node->tag);
  Frame *frame = push_frame (self, index);

  frame->is_block = (tag_flags & NB_HTML_BLOCK) != 0;
  if (frame->is_block)
    {
      break_line (self);
      self->element = self->in_cell ? self->element : (NbHtmlTag) node->tag;
    }
  if ((node->marks & NB_HTML_IS_FURNITURE) != 0)
    self->flags |= NB_PIECE_FURNITURE;
  if ((node->marks & NB_HTML_IS_TITLE) != 0)
    self->flags |= NB_PIECE_TITLE;
  if ((tag_flags & NB_HTML_HEADING) != 0)
    self->flags |= NB_PIECE_HEADING;
  return frame;
}

/* Begins an inline element whose text stands apart from what is beside it: "26<sup>1</sup>" is not 261. */
static void
begin_apart (Reader *self, guint index)
{
  if (self->in_cell)
    {
      self->gap = 1;
      push_frame (self, index)->is_block = TRUE;
    }
  else if ((node_at (self, index)->traits & NB_HTML_RAISED) != 0)
    {
      self->raised = TRUE;
      push_frame (self, index)->is_raised = TRUE;
    }
}

/* Whether another option is shown unless this one is chosen. */
static gboolean
is_disabled (const NbHtmlNode *option)
{
  return (option->traits & NB_HTML_FAINT) != 0 && (option->traits & NB_HTML_SELECTED) == 0;
}

/* The option of a list that is shown: the one that is selected, else the first that may be. */
static void
take_option (Reader *self, guint index)
{
  guint end = node_at (self, index)->end, option = 0;

  for (guint i = index + 1; i < end; i++)
    if (node_at (self, i)->tag == NB_HTML_TAG_OPTION &&
        (option == 0 || (node_at (self, i)->traits & NB_HTML_SELECTED) != 0 ||
         is_disabled (node_at (self, option))))
      option = i;
  self->is_made |= (node_at (self, option)->traits & NB_HTML_MADE) != 0;
  self->gap = 1;
  for (guint i = option; i != 0 && i < node_at (self, option)->end; i++)
    if (node_at (self, i)->tag == NB_HTML_TAG_TEXT)
      take_text (self, i);
  self->gap = 1;
}

static gboolean
is_drawn (const NbHtmlNode *node)
{
  return (node->marks & NB_HTML_IS_DRAWN) != 0 && (node->traits & NB_HTML_UNREAD) == 0;
}

/* What is behind the label as well decorates the row. */
static gboolean
is_drawn_cell (Reader *self, guint index)
{
  guint first = node_at (self, index)->parent + 1;

  return is_drawn (node_at (self, index)) && index != first && !is_drawn (node_at (self, first));
}

static void
begin_cell (Reader *self, guint index, Cell cell)
{
  Frame *frame = begin_element (self, index);

  end_line (self);
  self->element = (NbHtmlTag) node_at (self, index)->tag;
  frame->is_cell = TRUE;
  cell.node = index;
  cell.flags |= flags_at (self, index) | NB_PIECE_SEPARATED;
  self->cell = cell;
  self->in_cell = TRUE;
  self->picture = is_drawn_cell (self, index) ? index : 0;
  self->is_made = cell.is_disordered || nb_html_labels_differ (&self->labels, self->tree, index) ||
                  (node_at (self, index)->traits & NB_HTML_MADE) != 0;
}

static void
begin_table (Reader *self, guint index)
{
  Frame *frame = begin_element (self, index);

  if (!g_array_index (self->tree->tables, NbHtmlTable, node_at (self, index)->table).is_data)
    return;
  frame->table = g_new0 (Table, 1);
  frame->table->grid = nb_html_grid_new ();
  frame->table->node = index;
  frame->table->number = nb_document_add_table (self->document);
  g_ptr_array_add (self->tables, frame->table);
}

static void
begin_table_row (Reader *self, Table *table, guint index)
{
  guint group = nb_html_tree_find_group (self->tree, index);

  if (table->group != group)
    {
      table->group = group;
      nb_html_grid_begin_group (table->grid, node_at (self, group)->rows);
    }
  nb_html_grid_begin_row (table->grid);
  table->row = index;
  table->at_row_start = TRUE;
}

/* The data table that the row or cell belongs to; %NULL where that lays out the page. */
static Table *
table_of (Reader *self, const NbHtmlNode *node)
{
  if (self->in_cell || node->table < 0 ||
      !g_array_index (self->tree->tables, NbHtmlTable, node->table).is_data ||
      self->tables->len == 0)
    return NULL;
  return g_ptr_array_index (self->tables, self->tables->len - 1);
}

/* A numbered line alone in its row and at least half as wide as the table: a heading between the tables that
 * were made one. */
static gboolean
is_heading_row (Reader *self, guint index)
{
  const NbHtmlNode *cell = node_at (self, index);
  const NbHtmlTable *table = &g_array_index (self->tree->tables, NbHtmlTable, cell->table);

  return node_at (self, cell->parent)->cells == cell->column_span &&
         cell->column_span * 2u >= table->columns && cell->row_span == 1 &&
         nb_html_is_numbered (self->tree, index);
}

/* A cell of a table. One that holds tables or running text takes its slots and is read as what it holds. */
static void
begin_table_cell (Reader *self, guint index)
{
  const NbHtmlNode *node = node_at (self, index);
  Table *table = table_of (self, node);
  Cell cell = { .row_span = node->row_span, .column_span = node->column_span };

  if (table == NULL)
    {
      begin_element (self, index);
      return;
    }
  cell.column = nb_html_grid_place (table->grid, &cell.row_span, &cell.column_span);
  if ((node->marks & NB_HTML_IS_RUNNING) != 0 || is_heading_row (self, index))
    {
      begin_element (self, index);
      return;
    }
  cell.is_disordered = (node_at (self, table->node)->marks & NB_HTML_IS_DISORDERED) != 0;
  cell.table = (int) table->number;
  cell.row = nb_html_grid_get_row (table->grid);
  cell.flags = NB_PIECE_CELL | NB_PIECE_IN_ROW | (table->at_row_start ? NB_PIECE_ROW_START : 0);
  table->at_row_start = FALSE;
  self->row_open = FALSE;
  begin_cell (self, index, cell);
}

/* Whether the cells of a row without a table are shown in another order than they are written, or the rows are. */
static gboolean
is_shuffled (Reader *self, guint row)
{
  const NbHtmlNode *node = node_at (self, row);

  return (node->marks & NB_HTML_IS_DISORDERED) != 0 ||
         (node->traits & (NB_HTML_SHUFFLED | NB_HTML_LEFTWARD | NB_HTML_MOVED)) != 0 ||
         (node_at (self, node->parent)->traits & NB_HTML_SHUFFLED) != 0;
}

/* A cell that is no table cell. Rows that follow each other with nothing between are one grid. */
static void
begin_box (Reader *self, guint index)
{
  guint parent = node_at (self, index)->parent;
  gboolean is_row = (node_at (self, parent)->marks & NB_HTML_IS_ROW) != 0;
  gboolean is_first = self->cell.row_node != parent;
  Cell cell = { .row_node = parent,
                .table = -1,
                .row_span = 1,
                .column_span = 1,
                .is_disordered = is_row ? is_shuffled (self, parent)
                                        : (node_at (self, index)->traits & NB_HTML_MOVED) != 0 };

  end_line (self);
  if (is_row)
    {
      if (!self->row_open)
        {
          self->row_table = nb_document_add_table (self->document);
          self->row_number = 0;
        }
      else if (is_first)
        self->row_number++;
      cell.table = (int) self->row_table;
      cell.row = self->row_number;
      cell.column = is_first ? 0 : self->cell.column + 1;
      cell.flags = NB_PIECE_CELL | NB_PIECE_IN_ROW | (is_first ? NB_PIECE_ROW_START : 0);
    }
  self->row_open = is_row;
  begin_cell (self, index, cell);
}

/* A picture that stands alone where a table could stand. */
static void
take_picture (Reader *self, guint index)
{
  const NbHtmlNode *node = node_at (self, index);
  guint block = node->parent;
  NbPiece *piece;

  self->gap = self->in_cell ? 1 : self->gap;
  if (self->in_cell && (node->marks & NB_HTML_IS_SPACER) == 0)
    self->picture = index;
  if (self->in_cell || (node->traits & NB_HTML_SMALL) != 0)
    return;
  while (block != 0 && (nb_html_tag_get_flags (node_at (self, block)->tag) & NB_HTML_BLOCK) == 0)
    block = node_at (self, block)->parent;
  if (self->line->len > 0 || node_at (self, block)->sums.loose > 0 ||
      (flags_at (self, index) & NB_PIECE_FURNITURE) != 0)
    return;
  take_text (self, index);
  self->row_open = FALSE;
  self->gap = 0;
  piece = append_piece (self, index, flags_at (self, index) | NB_PIECE_IMAGE);
  if (piece != NULL)
    piece->element = nb_html_tag_get_name (NB_HTML_TAG_IMG);
}

/* A drawing, a film or a page within the page: in a cell, a picture that nothing is known of. */
static void
take_replaced (Reader *self, guint index)
{
  self->gap = MAX (self->gap, 1);
  if (self->in_cell)
    self->picture = index;
}

/* Enters the node; returns the node to go on with. */
static guint
enter (Reader *self, guint index)
{
  const NbHtmlNode *node = node_at (self, index);
  guint tag_flags = nb_html_tag_get_flags (node->tag);

  if (self->in_cell)
    {
      self->is_made |= (node->traits & NB_HTML_MADE) != 0 || nb_html_labels_differ (&self->labels, self->tree, index);
      self->picture = is_drawn (node) ? index : self->picture;
    }
  switch (node->tag)
    {
    case NB_HTML_TAG_TEXT:
      take_text (self, index);
      return index + 1;
    case NB_HTML_TAG_TITLE:
      return node->end;
    case NB_HTML_TAG_BR:
      break_line (self);
      return index + 1;
    case NB_HTML_TAG_IMG:
      take_picture (self, index);
      return index + 1;
    case NB_HTML_TAG_EMBED:
      take_replaced (self, index);
      return index + 1;
    case NB_HTML_TAG_INPUT:
      if (self->in_cell)
        {
          self->gap = 1;
          take_text (self, index);
          self->gap = 1;
        }
      return index + 1;
    case NB_HTML_TAG_SELECT:
      if (self->in_cell)
        take_option (self, index);
      return node->end;
    case NB_HTML_TAG_BUTTON:
    case NB_HTML_TAG_TEXTAREA:
      if (!self->in_cell)
        return node->end;
      begin_apart (self, index);
      return index + 1;
    case NB_HTML_TAG_TABLE:
      begin_table (self, index);
      return index + 1;
    case NB_HTML_TAG_TD:
    case NB_HTML_TAG_TH:
      begin_table_cell (self, index);
      return index + 1;
    case NB_HTML_TAG_TR:
      begin_element (self, index);
      if (table_of (self, node) != NULL)
        begin_table_row (self, table_of (self, node), index);
      return index + 1;
    default:
      break;
    }

  if ((tag_flags & NB_HTML_REPLACED) != 0)
    {
      take_replaced (self, index);
      return node->end;
    }
  if ((node->marks & NB_HTML_IS_BOX) != 0 && !self->in_cell)
    begin_box (self, index);
  else if ((tag_flags & NB_HTML_BLOCK) != 0 ||
           (node->marks & (NB_HTML_IS_FURNITURE | NB_HTML_IS_TITLE)) != 0)
    begin_element (self, index);
  else if ((node->traits & (NB_HTML_APART | NB_HTML_RAISED)) != 0)
    begin_apart (self, index);
  return index + 1;
}

static void
walk (Reader *self)
{
  for (guint i = 1; i < self->tree->nodes->len && self->limit == NULL;)
    {
      while (self->frames->len > 0 &&
             g_array_index (self->frames, Frame, self->frames->len - 1).end <= i)
        pop_frame (self);
      i = enter (self, i);
    }
  while (self->frames->len > 0)
    pop_frame (self);
  end_line (self);
  flush_lines (self);
}

static void
add_metas (NbDocument *document, const NbHtmlTree *tree)
{
  for (guint i = 0; i + 1 < tree->metas->len; i += 2)
    nb_document_add_meta (document, g_ptr_array_index (tree->metas, i),
                          g_ptr_array_index (tree->metas, i + 1));
  for (guint i = 1; i < tree->nodes->len; i++)
    if (nb_html_tree_node (tree, i)->tag == NB_HTML_TAG_TITLE &&
        nb_html_tree_node (tree, i)->end > i + 1)
      {
        const NbHtmlNode *text = nb_html_tree_node (tree, i + 1);
        g_autofree char *title = g_strndup (tree->text->str + text->offset, text->length);

        nb_document_add_meta (document, "title", g_strstrip (title));
        return;
      }
}

static gboolean
read_tree (NbDocument *document, NbHtmlTree *tree, GError **error)
{
  Reader reader = { .document = document, .tree = tree };

  reader.lines = nb_html_lines_new (document);
  reader.line = g_string_new (NULL);
  reader.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  reader.tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  walk (&reader);
  nb_html_lines_free (reader.lines);
  g_string_free (reader.line, TRUE);
  g_array_unref (reader.frames);
  g_ptr_array_unref (reader.tables);

  if (reader.limit != NULL)
    nb_error_set_limit (error, reader.limit, NB_LIMIT_PIECES);
  return reader.limit == NULL;
}

/* A page that ends with text and no tag behind it may have been cut off within it. */
static void
mark_cut (NbDocument *document, const char *html, gsize length)
{
  guint n_pieces;

  nb_document_get_pieces (document, &n_pieces);
  if (n_pieces > 0 && length > 0 && html[length - 1] != '>' && !g_ascii_isspace (html[length - 1]))
    nb_document_edit_piece (document, n_pieces - 1)->flags |= NB_PIECE_CUT;
}

/**
 * nb_html_reader_read_string:
 * @source: (nullable): where the page was read from
 * @html: a page, valid UTF-8 whatever it declares
 * @length: its length in bytes
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_LIMIT, or cancelled
 *
 * Reads a page that is decoded: paragraphs, and cells with their places in grids; what is not the
 * article is furniture.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_html_reader_read_string (NbSource *source,
                            const char *html,
                            gsize length,
                            GCancellable *cancellable,
                            GError **error)
{
  gsize page_length = length;
  g_autofree char *page = nb_html_mixed_to_page (html, length, &page_length);
  g_autoptr (NbHtmlTree)
      tree = nb_html_tree_parse (page != NULL ? page : html, page_length, cancellable, error);
  g_autoptr (NbDocument) document = NULL;

  if (tree == NULL)
    return NULL;
  nb_html_tree_measure (tree);
  nb_html_tree_find_article (tree);

  document = nb_document_new (source);
  add_metas (document, tree);
  if (!read_tree (document, tree, error))
    return NULL;
  mark_cut (document, html, length);
  return g_steal_pointer (&document);
}

/**
 * nb_html_reader_read:
 * @source: a source that is HTML
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_CHARSET_UNKNOWN, NB_ERROR_NO_TEXT, NB_ERROR_LIMIT, or cancelled
 *
 * Reads a page from its source.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_html_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  gsize length;
  g_autofree char *html = nb_source_decode (source, &length, error);
  g_autoptr (NbDocument) document = NULL;
  guint n_pieces;

  if (html == NULL)
    return NULL;
  /* The article of an interface may be a page within JSON. */
  document = nb_json_text_looks_like (html, length)
                 ? nb_json_reader_read_string (source, html, length, cancellable, error)
                 : nb_html_reader_read_string (source, html, length, cancellable, error);
  if (document == NULL)
    return NULL;
  nb_document_get_pieces (document, &n_pieces);
  if (n_pieces == 0)
    {
      g_set_error_literal (
          error, NB_ERROR, NB_ERROR_NO_TEXT,
          _ ("there is no text in the page; it may need a browser to be put together"));
      return NULL;
    }
  return g_steal_pointer (&document);
}
