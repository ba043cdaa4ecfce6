/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What an element has from its name and from what holds it: whether it is seen, and how.
 *
 * Any thread.
 */

#include "nb-html-inherit.h"

/* Characters that are made to run from right to left are told by the marks that do so in text. */
static void
read_direction (NbHtmlNode *node, guint outer, const NbHtmlAttributes *attributes)
{
  if (attributes->direction == NULL)
    node->traits |= outer & NB_HTML_LEFTWARD;
  else if (g_ascii_strcasecmp (attributes->direction, "rtl") == 0)
    node->traits |= NB_HTML_LEFTWARD;
  if (node->tag == NB_HTML_TAG_BDO)
    node->traits |= NB_HTML_OVERRIDE;
}

static void
read_tag (NbHtmlNode *node)
{
  switch (node->tag)
    {
    case NB_HTML_TAG_DEL:
    case NB_HTML_TAG_S:
    case NB_HTML_TAG_STRIKE:
      node->traits |= NB_HTML_STRUCK;
      break;
    case NB_HTML_TAG_SUP:
    case NB_HTML_TAG_SUB:
    case NB_HTML_TAG_SMALL:
    case NB_HTML_TAG_MN:
      node->traits |= NB_HTML_RAISED;
      break;
    /* They stand above or below all other rows anyway. */
    case NB_HTML_TAG_THEAD:
    case NB_HTML_TAG_TFOOT:
      node->traits &= ~(guint) NB_HTML_MOVED;
      break;
    /* Pages that a script fades in are hidden as a whole. */
    case NB_HTML_TAG_BODY:
    case NB_HTML_TAG_HTML:
      node->traits &= ~(guint) (NB_HTML_UNREAD | NB_HTML_HIDDEN | NB_HTML_FAINT);
      break;
    default:
      break;
    }
}

static gboolean
is_wrapper (NbHtmlTag tag)
{
  return tag == NB_HTML_TAG_BODY || tag == NB_HTML_TAG_DIV || tag == NB_HTML_TAG_SECTION ||
         tag == NB_HTML_TAG_ARTICLE || tag == NB_HTML_TAG_MAIN;
}

/* Who tells the ink of a part of the page, and has sheets that nobody here reads, mostly tells the paper there. */
static void
inherit_colors (NbHtmlNode *node, const NbHtmlNode *outer, const NbHtmlAttributes *attributes)
{
  NbHtmlColors told = node->colors;

  nb_html_colors_put (&told, attributes->colors);
  node->marks |= told.paper == NB_HTML_COLOR_PICTURE ? NB_HTML_IS_DRAWN : 0;
  node->colors.ink = nb_html_color_settle (told.ink, outer->colors.ink, NB_HTML_COLOR_BLACK);
  node->colors.paper = nb_html_color_settle (told.paper, outer->colors.paper, NB_HTML_COLOR_WHITE);
  if (nb_html_tag_get_rank (node->tag) > 0)
    node->colors.paper &= ~NB_HTML_COLOR_PERHAPS;
  else if (told.ink != 0 && is_wrapper (node->tag) &&
           (node->colors.paper & NB_HTML_COLOR_PERHAPS) != 0)
    node->colors.paper = NB_HTML_COLOR_UNKNOWN;
}

/**
 * nb_html_inherit:
 * @node: an element whose own attributes are read
 * @outer: what holds it
 * @attributes: its attributes
 *
 * Adds the traits that the element has from its name and from what holds it.
 */
void
nb_html_inherit (NbHtmlNode *node, const NbHtmlNode *outer, const NbHtmlAttributes *attributes)
{
  guint inherited = outer->traits & (NB_HTML_UNREAD | NB_HTML_UNSURE);

  read_direction (node, outer->traits, attributes);
  read_tag (node);
  if ((outer->traits & NB_HTML_FLEX) != 0)
    node->traits |= NB_HTML_APART;
  /* A class mostly gives a size where what is around has none, to close the gaps between boxes. */
  if (node->name_hash != 0)
    node->traits |= NB_HTML_SIZED;
  if ((node->traits & NB_HTML_SIZED) != 0)
    inherited &= ~(guint) (NB_HTML_NO_SIZE | NB_HTML_SPECK);
  if ((node->traits & NB_HTML_VISIBLE) != 0)
    inherited &= ~(guint) NB_HTML_INVISIBLE;
  node->traits |= inherited;
  inherit_colors (node, outer, attributes);
}

/**
 * nb_html_doubt_papers:
 * @tree: a page
 * @index: the element that holds the name of a sheet that nobody here reads
 *
 * What nothing here tells of the paper, that sheet may.
 */
void
nb_html_doubt_papers (NbHtmlTree *tree, guint index)
{
  for (; index != 0; index = nb_html_tree_node (tree, index)->parent)
    {
      NbHtmlNode *node = nb_html_tree_node (tree, index);

      if (node->colors.paper != 0)
        break;
      node->colors.paper = NB_HTML_COLOR_WHITE | NB_HTML_COLOR_PERHAPS;
    }
}
