/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tables that are written without table elements: rows of div, span, li, dt and dd, or all cells as
 * siblings in one container that a style sheet lays out.
 *
 * A row is taken for one only beside another row of its kind, and only where figures stand in them; so that
 * prose that a word processor cut into spans stays prose.
 *
 * Any thread that owns the tree.
 */

#include "nb-html-tree.h"

#include <string.h>

#define LONGEST_BOX 120
#define MOST_CELLS  40
/* Cells without rows: so many at least, one in five a figure; more where they are inline. */
#define FEWEST_BOXES  6
#define FEWEST_INLINE 24
#define VALUE_SHARE   5
/* Spans that hold nothing but figures may be the parts of one number. */
#define FEWEST_BARE_VALUES 5
/* How far into a cell its first text is looked for. */
#define NODES_BEFORE_NUMBER 32

/* What the children of an element are, taken as cells. */
typedef struct
{
  guint n;
  guint n_values;
  guint n_empty;
  guint n_named; /* called cell by class or style */
  guint n_inline;
  gboolean fits;
} Cells;

static gboolean
is_block (const NbHtmlNode *node)
{
  return (nb_html_tag_get_flags (node->tag) & NB_HTML_BLOCK) != 0;
}

/* Neither a cell nor anything that keeps its siblings from being cells. */
static gboolean
is_nothing (const NbHtmlNode *node)
{
  return node->tag == NB_HTML_TAG_TEXT
             ? node->sums.chars == 0
             : (node->traits & NB_HTML_CLEAR) != 0 && node->sums.chars == 0;
}

static gboolean
is_box (const NbHtmlNode *node)
{
  const NbHtmlSums *sums = &node->sums;

  if ((nb_html_tag_get_flags (node->tag) & NB_HTML_BOX) == 0 || sums->chars > LONGEST_BOX ||
      sums->sentences > 0 || sums->tables > 0 || sums->pictures > 0 ||
      (sums->chars > 0 && sums->links == sums->chars) ||
      (node->marks & (NB_HTML_IS_ROW | NB_HTML_IS_BOXES)) != 0)
    return FALSE;
  return sums->lines <= 1 || (sums->lines <= 3 && (node->traits & NB_HTML_CELL_NAME) != 0) ||
         (sums->lines == 2 && sums->chars <= 24);
}

static Cells
count_cells (NbHtmlTree *tree, guint index)
{
  Cells cells = { .fits = FALSE };
  guint end = nb_html_tree_node (tree, index)->end;

  for (guint i = index + 1; i < end; i = nb_html_tree_node (tree, i)->end)
    {
      const NbHtmlNode *child = nb_html_tree_node (tree, i);

      if (is_nothing (child))
        continue;
      if (child->tag == NB_HTML_TAG_TEXT || !is_box (child) || ++cells.n > MOST_CELLS)
        return cells;
      cells.n_values += nb_html_node_is_value (child);
      cells.n_empty += child->sums.chars == 0;
      cells.n_named += (child->traits & NB_HTML_CELL_NAME) != 0;
      cells.n_inline += !is_block (child);
    }
  cells.fits = cells.n > 0;
  return cells;
}

/**
 * nb_html_is_numbered:
 * @tree: a tree
 * @index: an element of it
 *
 * Returns: whether its text begins with a number of one to three characters and an enumeration comma, as a
 *   heading does
 */
gboolean
nb_html_is_numbered (NbHtmlTree *tree, guint index)
{
  guint end = MIN (nb_html_tree_node (tree, index)->end, index + NODES_BEFORE_NUMBER);

  for (guint i = index; i < end; i++)
    {
      const NbHtmlNode *node = nb_html_tree_node (tree, i);
      const char *text = tree->text->str + node->offset;

      if (node->tag == NB_HTML_TAG_TEXT && node->sums.chars > 0)
        return g_strstr_len (text, MIN (node->length, 12), "\u3001") != NULL;
    }
  return FALSE;
}

static gboolean
may_be_row (NbHtmlTree *tree, guint index)
{
  const NbHtmlNode *node = nb_html_tree_node (tree, index);
  gboolean is_named = (node->traits & NB_HTML_ROW_NAME) != 0;
  Cells cells;

  if (node->table >= 0 || (!is_block (node) && !is_named) ||
      (nb_html_tag_get_flags (node->tag) & NB_HTML_HEADING) != 0)
    return FALSE;
  cells = count_cells (tree, index);
  if (!cells.fits)
    return FALSE;
  if (cells.n == 1)
    return (is_named || cells.n_named == 1) && !nb_html_is_numbered (tree, index);
  if (cells.n_named == cells.n)
    return TRUE;
  if (node->tag == NB_HTML_TAG_P)
    return FALSE;
  if (cells.n_inline == 0)
    return TRUE;
  /* Inline parts without a figure may be the head of a table, or a heading in pieces. */
  if (cells.n_values == 0)
    return !nb_html_is_numbered (tree, index);
  return cells.n_values >= FEWEST_BARE_VALUES || cells.n > cells.n_values + cells.n_empty;
}

static gboolean
end_boxes (NbHtmlTree *tree, guint from, guint to, guint n, guint n_values)
{
  const NbHtmlNode *first = nb_html_tree_node (tree, from);
  gboolean is_inline = !is_block (first) && (first->traits & NB_HTML_CELL_NAME) == 0;

  if (n < (is_inline ? FEWEST_INLINE : FEWEST_BOXES) || n_values * VALUE_SHARE < n)
    return FALSE;
  for (guint i = from; i < to; i = nb_html_tree_node (tree, i)->end)
    if (!is_nothing (nb_html_tree_node (tree, i)))
      nb_html_tree_node (tree, i)->marks |= NB_HTML_IS_BOX;
  return TRUE;
}

static gboolean
may_be_loose_box (const NbHtmlNode *node)
{
  return node->tag != NB_HTML_TAG_TEXT && node->tag != NB_HTML_TAG_P && is_box (node);
}

/* Cells as siblings, rows unknown: a run of boxes of one kind. */
static gboolean
find_loose_boxes (NbHtmlTree *tree, guint index)
{
  NbHtmlNode *node = nb_html_tree_node (tree, index);
  const NbHtmlNode *first = NULL;
  guint from = 0, n = 0, n_values = 0;
  gboolean found = FALSE;

  if (node->sums.digits + node->sums.strokes == 0 || !is_block (node) || node->tag == NB_HTML_TAG_P)
    return FALSE;

  for (guint i = index + 1; i < node->end; i = nb_html_tree_node (tree, i)->end)
    {
      const NbHtmlNode *child = nb_html_tree_node (tree, i);
      gboolean goes_on = first != NULL && may_be_loose_box (child) && child->tag == first->tag &&
                         child->name_hash == first->name_hash;

      if (is_nothing (child))
        continue;
      if (first != NULL && !goes_on)
        {
          found |= end_boxes (tree, from, i, n, n_values);
          first = NULL;
        }
      if (first == NULL && may_be_loose_box (child))
        {
          first = child;
          from = i;
          n = n_values = 0;
        }
      n++;
      n_values += nb_html_node_is_value (child);
    }
  if (first != NULL)
    found |= end_boxes (tree, from, node->end, n, n_values);
  if (found)
    node->marks |= NB_HTML_IS_BOXES;
  return found;
}

/* Makes the children of a row its cells; returns how many of them are figures. */
static guint
confirm_row (NbHtmlTree *tree, guint index)
{
  guint end = nb_html_tree_node (tree, index)->end;
  guint n_values = 0;

  for (guint i = index + 1; i < end; i = nb_html_tree_node (tree, i)->end)
    {
      NbHtmlNode *child = nb_html_tree_node (tree, i);

      if (!is_nothing (child))
        child->marks |= NB_HTML_IS_BOX;
      n_values += nb_html_node_is_value (child);
    }
  return n_values;
}

/* A run of siblings that may be rows. One-celled rows at its ends are headings rather than cells. */
typedef struct
{
  guint first; /* nodes */
  guint last;
  guint n_full; /* rows of several cells */
  guint n_values;
  guint n_cells; /* of the last of them */
  guint tag;
} Run;

static void
extend_run (NbHtmlTree *tree, Run *run, guint index)
{
  Cells cells = count_cells (tree, index);

  if (cells.n > 1)
    {
      if (run->n_full == 0)
        run->first = index;
      run->last = index;
      run->n_full++;
      run->n_values += cells.n_values;
      run->n_cells = cells.n;
    }
}

/* Keeps the rows of a good run and takes the mark off all others from @from to @to; what stands in those
 * may be loose cells. Returns whether there are any cells. */
static gboolean
end_run (NbHtmlTree *tree, const Run *run, guint from, guint to)
{
  gboolean is_good = run->n_full >= 2 && run->n_values > 0;
  gboolean found = is_good;

  for (guint i = from; i < to; i = nb_html_tree_node (tree, i)->end)
    {
      NbHtmlNode *node = nb_html_tree_node (tree, i);

      if ((node->marks & NB_HTML_IS_ROW) == 0)
        continue;
      if (is_good && i >= run->first && i <= run->last)
        confirm_row (tree, i);
      else
        {
          node->marks &= (guint16) ~NB_HTML_IS_ROW;
          found |= find_loose_boxes (tree, i);
        }
    }
  return found;
}

/* Ends a run. A row between two headings is kept in @lone until it is known whether there are others like it. */
static gboolean
close_run (NbHtmlTree *tree, const Run *run, guint from, guint to, Run *good, GArray **lone)
{
  gboolean found = end_run (tree, run, from, to);

  if (run->n_full >= 2 && run->n_values > 0)
    *good = *run;
  if (found || run->n_full != 1 || run->n_values == 0)
    return found;
  if (*lone == NULL)
    *lone = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_append_vals (*lone, run, 1);
  return FALSE;
}

/* Rows that stand alone are rows as well beside a run of others of as many cells. */
static void
confirm_lone (NbHtmlTree *tree, GArray *lone, const Run *good)
{
  for (guint i = 0; i < lone->len && good->n_full >= 2; i++)
    {
      const Run *run = &g_array_index (lone, Run, i);

      if (run->tag != good->tag || run->n_cells != good->n_cells)
        continue;
      nb_html_tree_node (tree, run->first)->marks |= NB_HTML_IS_ROW;
      confirm_row (tree, run->first);
    }
}

static gboolean
find_rows (NbHtmlTree *tree, guint index)
{
  g_autoptr (GArray) lone = NULL;
  guint end = nb_html_tree_node (tree, index)->end, from = 0;
  Run run = { 0 }, good = { 0 };
  gboolean found = FALSE;

  for (guint i = index + 1; i < end; i = nb_html_tree_node (tree, i)->end)
    {
      NbHtmlNode *child = nb_html_tree_node (tree, i);

      if (is_nothing (child))
        continue;
      if (from != 0 && ((child->marks & NB_HTML_IS_ROW) == 0 || child->tag != run.tag))
        {
          found |= close_run (tree, &run, from, i, &good, &lone);
          from = 0;
        }
      if ((child->marks & NB_HTML_IS_ROW) == 0)
        continue;
      if (from == 0)
        {
          run = (Run){ .tag = child->tag };
          from = i;
        }
      extend_run (tree, &run, i);
    }
  if (from != 0)
    found |= close_run (tree, &run, from, end, &good, &lone);
  if (lone != NULL)
    confirm_lone (tree, lone, &good);
  return found;
}

/**
 * nb_html_boxes_find:
 * @tree: a tree
 * @index: an element of it whose children are measured
 *
 * Marks the children of the element that are rows, and theirs that are cells, or the children that are
 * cells themselves; and the element where it may be a row, for its parent to decide.
 *
 * Returns: whether it found any
 */
gboolean
nb_html_boxes_find (NbHtmlTree *tree, guint index)
{
  NbHtmlNode *node = nb_html_tree_node (tree, index);
  gboolean found;

  if (node->end <= index + 1)
    return FALSE;
  found = find_rows (tree, index);
  if (!found && may_be_row (tree, index))
    node->marks |= NB_HTML_IS_ROW;
  else if (!found)
    found = find_loose_boxes (tree, index);
  return found;
}
