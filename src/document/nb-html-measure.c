/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One pass from the last node to the first: children are done before their parents, so that every element
 * knows what stands in it, and every table whether it holds data or lays out the page.
 *
 * Any thread that owns the tree.
 */

#include "nb-html-tree.h"

#include <string.h>

/* A cell with more than this is read as running text where it looks like it. */
#define LONGEST_CELL 200
#define MOST_LINES   16
/* From how many figures on a table with running text in it holds data as well. */
#define FEWEST_VALUES 3
/* A blank form of this many cells is data too. */
#define BLANK_FORM 12

/**
 * nb_html_node_is_value:
 * @node: a measured node
 *
 * Returns: whether its text looks like a figure with at most a short unit, or like a dash
 */
gboolean
nb_html_node_is_value (const NbHtmlNode *node)
{
  const NbHtmlSums *sums = &node->sums;

  if (sums->chars == 0 || sums->chars > 24 || sums->sentences > 0)
    return FALSE;
  if (sums->digits == 0)
    return sums->letters == 0 && sums->strokes == sums->chars;
  return sums->letters <= 2 && sums->strokes <= 1 && (node->marks & NB_HTML_ENDS_POINT) == 0;
}

static gboolean
ends_with (const char *text, gsize length, const char *tail)
{
  gsize n = strlen (tail);

  return length >= n && memcmp (text + length - n, tail, n) == 0;
}

static gboolean
ends_with_point (const NbHtmlTree *tree, const NbHtmlNode *node)
{
  const char *text = tree->text->str + node->offset;
  gsize length = node->length;

  while (length > 0 && text[length - 1] == ' ')
    length--;
  return ends_with (text, length, ".") || ends_with (text, length, ",") ||
         ends_with (text, length, "\u3001") || ends_with (text, length, "\uff0e");
}

static gboolean
is_running (const NbHtmlNode *cell)
{
  const NbHtmlSums *sums = &cell->sums;

  return sums->tables > 0 || sums->lines > MOST_LINES ||
         (sums->chars > LONGEST_CELL &&
          (sums->lines > 1 || sums->breaks > 1 || sums->sentences > 1));
}

/* Figures that are all moved alike, by no more than a part of a row or column, stay in their places. */
static void
settle_move (NbHtmlTable *table, NbHtmlNode *cell)
{
  if (cell->inner_move == NB_HTML_MOVES || (cell->inner_move == 0 && cell->sums.letters > 0))
    return;
  cell->marks &= (guint8) ~NB_HTML_IS_DISORDERED;
  if (table->figures++ == 0)
    table->move = cell->inner_move;
  table->is_moved_apart |= table->move != cell->inner_move;
}

static void
measure_cell (NbHtmlTree *tree, NbHtmlNode *cell)
{
  NbHtmlTable *table;

  nb_html_tree_node (tree, cell->parent)->cells += cell->column_span;
  if (cell->table < 0)
    return;
  table = &g_array_index (tree->tables, NbHtmlTable, cell->table);
  table->cells++;
  if (is_running (cell))
    {
      cell->marks |= NB_HTML_IS_RUNNING;
      table->running++;
    }
  else if (nb_html_node_is_value (cell))
    {
      settle_move (table, cell);
      table->values++;
    }
}

static void
measure_table (NbHtmlTree *tree, NbHtmlNode *node)
{
  NbHtmlTable *table = &g_array_index (tree->tables, NbHtmlTable, node->table);
  gboolean has_values = table->values >= FEWEST_VALUES;

  table->columns = MAX (table->columns, node->cells);
  table->is_data = table->cells > 1 && (table->running == 0 || has_values) &&
                   (table->columns > 1 || table->values > 0);
  if (table->is_moved_apart)
    node->marks |= NB_HTML_IS_DISORDERED;
  node->sums.tables += table->cells > 1;
  node->sums.grids += table->is_data && (has_values || (table->cells >= BLANK_FORM &&
                                                        node->sums.links * 4 < node->sums.chars));
}

guint
nb_html_tree_find_group (const NbHtmlTree *tree, guint row)
{
  guint group = nb_html_tree_node (tree, row)->parent;

  for (guint i = group; i != 0; i = nb_html_tree_node (tree, i)->parent)
    switch (nb_html_tree_node (tree, i)->tag)
      {
      case NB_HTML_TAG_TABLE:
      case NB_HTML_TAG_TBODY:
      case NB_HTML_TAG_THEAD:
      case NB_HTML_TAG_TFOOT:
        return i;
      case NB_HTML_TAG_TR:
      case NB_HTML_TAG_TD:
      case NB_HTML_TAG_TH:
        return group;
      default:
        break;
      }
  return group;
}

static void
measure_row (NbHtmlTree *tree, guint index)
{
  const NbHtmlNode *row = nb_html_tree_node (tree, index);

  nb_html_tree_node (tree, nb_html_tree_find_group (tree, index))->rows++;
  if (row->table >= 0)
    {
      NbHtmlTable *table = &g_array_index (tree->tables, NbHtmlTable, row->table);

      table->columns = MAX (table->columns, row->cells);
    }
}

static void
measure_element (NbHtmlTree *tree, guint index)
{
  NbHtmlNode *node = nb_html_tree_node (tree, index);

  if ((nb_html_tag_get_flags (node->tag) & NB_HTML_BLOCK) != 0)
    node->sums.lines += node->sums.loose > 0;
  switch (node->tag)
    {
    case NB_HTML_TAG_A:
      if ((node->traits & NB_HTML_HREF) != 0)
        {
          node->sums.links = node->sums.chars;
          node->sums.n_links = 1;
        }
      break;
    case NB_HTML_TAG_BR:
      node->sums.breaks = 1;
      break;
    case NB_HTML_TAG_TD:
    case NB_HTML_TAG_TH:
      measure_cell (tree, node);
      break;
    case NB_HTML_TAG_TR:
      measure_row (tree, index);
      break;
    case NB_HTML_TAG_TABLE:
      measure_table (tree, node);
      break;
    default:
      break;
    }
  node->sums.grids += nb_html_boxes_find (tree, index);
}

/* Whether the element takes the place of a figure or leaves its own: a figure, or a part of a table, that is moved, and a
 * part of a table that shows its own parts in another order. A cell that is shown on the right belongs behind all others. */
static gboolean
disorders (const NbHtmlNode *node, const NbHtmlNode *parent)
{
  guint rank = nb_html_tag_get_rank (node->tag);

  if (node->tag == NB_HTML_TAG_TABLE)
    return (node->traits & (NB_HTML_SHUFFLED | NB_HTML_LEFTWARD)) != 0;
  if (rank == 0)
    return (node->traits & NB_HTML_MOVED) != 0 && nb_html_node_is_value (node);
  return node->sums.chars > 0 &&
         ((node->traits & (NB_HTML_SHUFFLED | NB_HTML_MOVED)) != 0 ||
          ((node->traits & NB_HTML_RIGHTMOST) != 0 && parent->sums.chars > 0));
}

/* Tells the parent, which is measured later; what follows has been told already. */
static void
find_disorder (NbHtmlTree *tree, NbHtmlNode *node)
{
  NbHtmlNode *parent = nb_html_tree_node (tree, node->parent);
  guint move = node->inner_move;

  if (disorders (node, parent))
    {
      gboolean is_alone = nb_html_tag_get_rank (node->tag) == 0 && (node->marks & NB_HTML_IS_DISORDERED) == 0;

      move = is_alone && node->move != 0 ? node->move : NB_HTML_MOVES;
      node->marks |= NB_HTML_IS_DISORDERED;
    }
  if (node->sums.chars > 0)
    parent->inner_move = parent->sums.chars == 0 || parent->inner_move == move ? move : NB_HTML_MOVES;
  if (node->tag != NB_HTML_TAG_TABLE)
    parent->marks |= node->marks & NB_HTML_IS_DISORDERED;
  if ((node->traits & NB_HTML_RIGHTMOST) != 0 && nb_html_tag_get_rank (node->tag) == 0 &&
      parent->sums.chars > 0 && nb_html_tag_get_rank (parent->tag) == 0)
    parent->traits |= NB_HTML_SHUFFLED;
}

static void
add_to_parent (NbHtmlTree *tree, const NbHtmlNode *node)
{
  NbHtmlNode *parent = nb_html_tree_node (tree, node->parent);
  NbHtmlSums *sums = &parent->sums;

  /* The last text of the parent is the first that comes by. */
  if (sums->chars == 0)
    parent->marks |= node->marks & NB_HTML_ENDS_POINT;
  sums->chars += node->sums.chars;
  sums->links += node->sums.links;
  sums->digits += node->sums.digits;
  sums->letters += node->sums.letters;
  sums->strokes += node->sums.strokes;
  sums->sentences += node->sums.sentences;
  if ((nb_html_tag_get_flags (node->tag) & NB_HTML_BLOCK) == 0)
    sums->loose += node->sums.loose;
  sums->lines += node->sums.lines;
  sums->breaks += node->sums.breaks;
  sums->n_links += node->sums.n_links;
  sums->pictures += node->sums.pictures;
  sums->tables += node->sums.tables;
  sums->grids += node->sums.grids;
}

/**
 * nb_html_tree_measure:
 * @tree: a parsed tree
 *
 * Counts what stands in each element, tells tables with data from tables that lay out the page, and finds
 * the rows and cells that are made of other elements.
 */
void
nb_html_tree_measure (NbHtmlTree *tree)
{
  for (guint i = tree->nodes->len - 1; i > 0; i--)
    {
      NbHtmlNode *node = nb_html_tree_node (tree, i);

      if (node->tag == NB_HTML_TAG_TEXT)
        {
          node->sums.loose = node->sums.chars;
          if (node->sums.chars > 0 && ends_with_point (tree, node))
            node->marks |= NB_HTML_ENDS_POINT;
        }
      else
        measure_element (tree, i);
      find_disorder (tree, node);
      if (node->tag != NB_HTML_TAG_TITLE && node->tag != NB_HTML_TAG_SELECT &&
          node->tag != NB_HTML_TAG_BUTTON)
        add_to_parent (tree, node);
    }
  nb_html_boxes_find (tree, 0);
}
