/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whether the figures of a page have a font of its own that its labels do not have.
 *
 * Any thread.
 */

#include "nb-html-labels.h"

#include "nb-html-tag.h"

/* So many elements around the label of a row are looked at. */
#define DEEPEST_LABEL 8

/* The cell of a table that holds the element, or is it; 0 for none. */
static guint
find_cell (NbHtmlTree *tree, guint index)
{
  while (index != 0 && nb_html_tag_get_rank (nb_html_tree_node (tree, index)->tag) == 0)
    index = nb_html_tree_node (tree, index)->parent;
  return index;
}

/* Whether text that is no figure is in a font of the page, among the nodes from @begin to @end. */
static gboolean
has_label_in_own_font (NbHtmlTree *tree, guint begin, guint end)
{
  for (guint i = begin; i < end; i++)
    {
      const NbHtmlNode *node = nb_html_tree_node (tree, i);

      if ((node->traits & NB_HTML_OWN_FONT) != 0 && node->sums.letters > 0 && !nb_html_node_is_value (node) &&
          find_cell (tree, i) != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_html_labels_differ:
 * @self: what is known of the labels of the page; zeros at first
 * @tree: the page
 * @index: an element
 *
 * Returns: whether it is a figure in a font of the page that figures alone have, so that it may show others than are
 *   written: not where the label of the row has such a font as well or, where the row has none, those of other rows
 */
gboolean
nb_html_labels_differ (NbHtmlLabels *self, NbHtmlTree *tree, guint index)
{
  const NbHtmlNode *node = nb_html_tree_node (tree, index);
  guint cell, label;

  if ((node->traits & NB_HTML_OWN_FONT) == 0 || !nb_html_node_is_value (node))
    return FALSE;
  cell = find_cell (tree, index);
  if (cell == 0)
    return TRUE;
  label = nb_html_tree_node (tree, cell)->parent + 1;
  if (!nb_html_node_is_value (nb_html_tree_node (tree, label)))
    return !has_label_in_own_font (tree, label, MIN (label + DEEPEST_LABEL, nb_html_tree_node (tree, label)->end));
  if (!self->is_known)
    self->has_any = has_label_in_own_font (tree, 1, tree->nodes->len);
  self->is_known = TRUE;
  return !self->has_any;
}
