/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What of a page is the article, and what is furniture around it or within it.
 *
 * The container of the article is found by the names that content systems give it, then widened until
 * it holds every grid with figures, then narrowed as long as what is left outside can be no part of an
 * article. Outside it all is furniture but the title; within it, what is furniture by its element, its
 * name, its links or its first words. Nothing that holds a grid is furniture, and nothing between two
 * grids is furniture by its name alone.
 *
 * Any thread that owns the tree.
 */

#include "nb-html-tree.h"
#include "nb-html-words.h"

#include <string.h>

/* Of a container within another: the share of the text from which on it is the better one. */
#define BETTER_SHARE(inner, outer) ((inner) *5 >= (outer) *4)
/* A container with less than this share of the heaviest is something else. */
#define COUNTS_BESIDE(weight, heaviest) ((weight) *6 >= (heaviest))
/* Together they must hold so much of the page. */
#define IS_MOST_OF(weight, total) ((weight) *10 >= (total) *3)
#define MOST_FURNITURE            400 /* characters of a foot that is known by its copyright line */
#define NODES_OF_A_LINE           64
#define LONGEST_LINE              120
#define LONGEST_SIGNATURE         40
#define LONGEST_TITLE             120
#define SHORTEST_TITLE            6
#define MOST_CENTRED_TITLES       3

typedef struct
{
  guint node;
  guint weight;
  guint outer; /* number of the candidate that holds it, own number where there is none */
  gboolean is_replaced;
} Candidate;

typedef struct
{
  guint first;
  guint last; /* index of the last node that counts; 0 for none */
} Range;

static gboolean
is_block (const NbHtmlNode *node)
{
  return (nb_html_tag_get_flags (node->tag) & NB_HTML_BLOCK) != 0;
}

static guint
weight_of (const NbHtmlNode *node)
{
  return node->sums.chars - node->sums.links;
}

static gboolean
is_aside (const NbHtmlNode *node)
{
  return (nb_html_tag_get_flags (node->tag) & NB_HTML_ASIDE) != 0;
}

/* Elements with one of @traits, each with the candidate around it. A candidate that holds little more than
 * one within it gives way to that. */
static GArray *
collect_candidates (NbHtmlTree *tree, guint traits)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  int outer = -1;

  for (guint i = 1; i < tree->nodes->len; i++)
    {
      const NbHtmlNode *node = nb_html_tree_node (tree, i);
      Candidate candidate = { i, weight_of (node), candidates->len, FALSE };
      gboolean is_named = (node->traits & traits) != 0 ||
                          (traits == NB_HTML_ARTICLE_WEAK &&
                           (node->tag == NB_HTML_TAG_ARTICLE || node->tag == NB_HTML_TAG_MAIN));

      while (outer >= 0)
        {
          const Candidate *around = &g_array_index (candidates, Candidate, outer);

          if (nb_html_tree_node (tree, around->node)->end > i)
            break;
          outer = around->outer == (guint) outer ? -1 : (int) around->outer;
        }
      if (!is_named || node->tag == NB_HTML_TAG_TEXT || node->sums.chars == 0)
        continue;
      if (outer >= 0)
        {
          Candidate *around = &g_array_index (candidates, Candidate, outer);

          candidate.outer = (guint) outer;
          around->is_replaced |= BETTER_SHARE ((guint64) candidate.weight,
                                               (guint64) around->weight);
        }
      outer = (int) candidates->len;
      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

static void
widen (Range *range, guint first, guint end)
{
  if (range->last == 0)
    *range = (Range){ first, end - 1 };
  range->first = MIN (range->first, first);
  range->last = MAX (range->last, end - 1);
}

static Range
find_named (NbHtmlTree *tree, guint traits)
{
  g_autoptr (GArray) candidates = collect_candidates (tree, traits);
  Range range = { 0, 0 };
  guint64 heaviest = 0, sum = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!candidate->is_replaced)
        heaviest = MAX (heaviest, candidate->weight);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->is_replaced || !COUNTS_BESIDE ((guint64) candidate->weight, heaviest))
        continue;
      sum += candidate->weight;
      widen (&range, candidate->node, nb_html_tree_node (tree, candidate->node)->end);
    }
  if (!IS_MOST_OF (sum, (guint64) weight_of (nb_html_tree_node (tree, 0))))
    range.last = 0;
  return range;
}

static gboolean
is_grid (NbHtmlTree *tree, const NbHtmlNode *node)
{
  if ((node->marks & (NB_HTML_IS_ROW | NB_HTML_IS_BOXES)) != 0)
    return TRUE;
  return node->tag == NB_HTML_TAG_TABLE && node->sums.grids > 0 &&
         g_array_index (tree->tables, NbHtmlTable, node->table).is_data;
}

/* Where the grids with figures stand, those beside the article left out. */
static Range
find_grids (NbHtmlTree *tree)
{
  Range grids = { 0, 0 };

  for (guint i = 1; i < tree->nodes->len;)
    {
      const NbHtmlNode *node = nb_html_tree_node (tree, i);
      gboolean is_beside = is_aside (node) && node->tag != NB_HTML_TAG_HEADER;

      if (!is_beside && is_grid (tree, node))
        widen (&grids, i, node->end);
      i = is_beside || (node->tag != NB_HTML_TAG_TEXT && node->sums.grids == 0)
              ? MAX (node->end, i + 1)
              : i + 1;
    }
  return grids;
}

/* The smallest element that holds the whole range; 0 where only the page does. */
static guint
find_holder (NbHtmlTree *tree, const Range *range)
{
  guint i = range->first;

  while (i != 0 && nb_html_tree_node (tree, i)->end <= range->last)
    i = nb_html_tree_node (tree, i)->parent;
  while (i != 0 && !is_block (nb_html_tree_node (tree, i)))
    i = nb_html_tree_node (tree, i)->parent;
  return nb_html_tree_node (tree, i)->tag == NB_HTML_TAG_BODY ? 0 : i;
}

/* The text of an element of one line, %NULL where there is none; texts follow each other in the text of the
 * tree. Only its first nodes are looked at, so that deep nests of blank elements cost nothing. */
static const char *
line_text (NbHtmlTree *tree, guint index, gsize *length)
{
  guint end = MIN (nb_html_tree_node (tree, index)->end, index + NODES_OF_A_LINE);
  const char *start = NULL;

  for (guint i = index; i < end; i++)
    {
      const NbHtmlNode *node = nb_html_tree_node (tree, i);

      if (node->tag != NB_HTML_TAG_TEXT || node->sums.chars == 0)
        continue;
      if (start == NULL)
        start = tree->text->str + node->offset;
      *length = (gsize) (tree->text->str + node->offset + node->length - start);
    }
  return start;
}

static gboolean
has_colon (NbHtmlTree *tree, guint index)
{
  gsize length = 0;
  const char *text = line_text (tree, index, &length);

  return text != NULL && (memchr (text, ':', length) != NULL ||
                          g_strstr_len (text, (gssize) length, "\uff1a") != NULL);
}

static gboolean
is_furniture_line (NbHtmlTree *tree, guint index)
{
  const NbHtmlNode *node = nb_html_tree_node (tree, index);
  gsize length = 0;
  const char *text;

  if (node->sums.chars == 0 || node->sums.chars > LONGEST_LINE || node->sums.sentences > 0 ||
      node->sums.lines > 1 || node->sums.breaks > 2)
    return FALSE;
  text = line_text (tree, index, &length);
  return text != NULL && nb_html_is_furniture_line (text, length, node->sums.chars);
}

static gboolean
is_named_furniture (const NbHtmlNode *node)
{
  return is_aside (node) || (node->traits & (NB_HTML_PAGE_PART | NB_HTML_TOOL)) != 0;
}

/* Whether a sibling of what holds the article may be left outside. Prose may not, nor what may be the
 * signature and the date below it. */
static gboolean
may_be_left (NbHtmlTree *tree, guint index, gboolean is_behind)
{
  const NbHtmlNode *node = nb_html_tree_node (tree, index);
  const NbHtmlSums *sums = &node->sums;

  if (sums->chars == 0)
    return sums->pictures == 0;
  if (is_named_furniture (node))
    return TRUE;
  if (sums->grids > 0 || sums->sentences > 0 || !is_block (node))
    return FALSE;
  if (!is_behind)
    return TRUE;
  if (node->tag == NB_HTML_TAG_P || (nb_html_tag_get_flags (node->tag) & NB_HTML_HEADING) != 0)
    return FALSE;
  return sums->links > 0 || sums->chars > LONGEST_SIGNATURE || has_colon (tree, index) ||
         is_furniture_line (tree, index);
}

/* The child that holds all grids, or most of the text where there is no grid; 0 where there is none. */
static guint
find_main_child (NbHtmlTree *tree, guint index, const Range *grids)
{
  const NbHtmlNode *node = nb_html_tree_node (tree, index);

  for (guint i = index + 1; i < node->end; i = nb_html_tree_node (tree, i)->end)
    {
      const NbHtmlNode *child = nb_html_tree_node (tree, i);

      if (grids->last != 0 ? i <= grids->first && child->end > grids->last
                           : (guint64) weight_of (child) * 5 >= (guint64) weight_of (node) * 4)
        return is_block (child) ? i : 0;
    }
  return 0;
}

/* Goes down from @holder as long as one child holds the article and its siblings may be left outside. */
static guint
narrow (NbHtmlTree *tree, guint holder, const Range *grids)
{
  for (;;)
    {
      guint end = nb_html_tree_node (tree, holder)->end;
      guint next = find_main_child (tree, holder, grids);

      if (next == 0 || is_grid (tree, nb_html_tree_node (tree, next)) ||
          nb_html_tree_node (tree, next)->sums.lines < 2 ||
          (guint64) weight_of (nb_html_tree_node (tree, next)) * 10 <
              (guint64) weight_of (nb_html_tree_node (tree, holder)) * 7)
        return holder;
      for (guint i = holder + 1; i < end; i = nb_html_tree_node (tree, i)->end)
        if (i != next && !may_be_left (tree, i, i > next))
          return holder;
      holder = next;
    }
}

/* Returns whether a container is known. */
static gboolean
find_container (NbHtmlTree *tree, const Range *grids)
{
  Range range = find_named (tree, NB_HTML_ARTICLE_STRONG);
  guint holder = 0;

  if (range.last == 0)
    range = find_named (tree, NB_HTML_ARTICLE_WEAK);
  if (range.last != 0)
    {
      if (grids->last != 0)
        widen (&range, grids->first, grids->last + 1);
      holder = find_holder (tree, &range);
    }
  holder = narrow (tree, holder, grids);
  if (nb_html_tree_node (tree, holder)->tag == NB_HTML_TAG_BODY ||
      nb_html_tree_node (tree, holder)->parent == 0)
    holder = 0;
  tree->article_start = holder;
  tree->article_end = nb_html_tree_node (tree, holder)->end;
  return holder != 0;
}

static gboolean
is_mostly_links (const NbHtmlSums *sums)
{
  if (sums->n_links >= 3)
    return sums->links * 10 >= sums->chars * 7;
  return sums->n_links == 2 && sums->chars < 80 && sums->links * 10 >= sums->chars * 4;
}

/* A row or a cell of a data table is judged with its table. */
static gboolean
is_part_of_data (NbHtmlTree *tree, const NbHtmlNode *node)
{
  return node->tag != NB_HTML_TAG_TABLE && node->table >= 0 &&
         g_array_index (tree->tables, NbHtmlTable, node->table).is_data;
}

typedef struct
{
  NbHtmlTree *tree;
  Range grids;
  gboolean has_container;
  guint total;
} Finder;

static gboolean
is_furniture (const Finder *self, guint index)
{
  const NbHtmlNode *node = nb_html_tree_node (self->tree, index);
  gboolean within = self->has_container && index > self->tree->article_start &&
                    index < self->tree->article_end;
  gboolean between = index > self->grids.first && index < self->grids.last;
  gboolean is_heavy = node->sums.grids > 0 || (guint64) weight_of (node) * 3 > self->total;

  if (!is_block (node) || node->sums.chars == 0 || is_heavy || is_part_of_data (self->tree, node) ||
      (index <= self->tree->article_start && node->end >= self->tree->article_end))
    return FALSE;
  if (is_aside (node) && (node->tag != NB_HTML_TAG_HEADER || !(within || between)))
    return TRUE;
  if ((node->traits & NB_HTML_PAGE_PART) != 0 && !between && !within)
    return TRUE;
  if (!between && ((node->traits & NB_HTML_TOOL) != 0 || is_furniture_line (self->tree, index)))
    return TRUE;
  return is_mostly_links (&node->sums);
}

/* "ICP", "Copyright", "©": the foot of a page whatever it is called. */
static gboolean
is_foot_line (const NbHtmlTree *tree, const NbHtmlNode *node)
{
  const char *text = tree->text->str + node->offset;

  return node->tag == NB_HTML_TAG_TEXT && node->sums.chars < MOST_FURNITURE &&
         (g_strstr_len (text, node->length, "ICP") != NULL ||
          g_strstr_len (text, node->length, "\u00a9") != NULL ||
          g_strstr_len (text, node->length, "opyright") != NULL);
}

static void
mark_foot (const Finder *self, guint index)
{
  NbHtmlTree *tree = self->tree;
  guint block = nb_html_tree_node (tree, index)->parent;
  guint parent, end;

  while (block != 0 && !is_block (nb_html_tree_node (tree, block)))
    block = nb_html_tree_node (tree, block)->parent;
  for (parent = nb_html_tree_node (tree, block)->parent; block != 0;
       parent = nb_html_tree_node (tree, block)->parent)
    {
      const NbHtmlNode *node = nb_html_tree_node (tree, parent);

      if (node->tag == NB_HTML_TAG_BODY || parent == 0 || node->sums.chars > MOST_FURNITURE ||
          node->sums.grids > 0 || (guint64) node->sums.chars * 3 > self->total ||
          parent <= tree->article_start)
        break;
      block = parent;
    }
  if (block == 0 || nb_html_tree_node (tree, block)->sums.chars > MOST_FURNITURE ||
      nb_html_tree_node (tree, block)->tag == NB_HTML_TAG_BODY)
    return;
  /* What follows the foot belongs to it. */
  end = nb_html_tree_node (tree, parent)->end;
  for (guint i = block; i < end; i = nb_html_tree_node (tree, i)->end)
    if (nb_html_tree_node (tree, i)->sums.grids == 0)
      nb_html_tree_node (tree, i)->marks |= NB_HTML_IS_FURNITURE;
}

static void
mark_furniture (const Finder *self)
{
  NbHtmlTree *tree = self->tree;
  guint foot_from = MAX (self->grids.last, self->has_container ? tree->article_end : 0);

  for (guint i = 1; i < tree->nodes->len;)
    {
      NbHtmlNode *node = nb_html_tree_node (tree, i);

      if ((node->marks & NB_HTML_IS_FURNITURE) == 0 && i > foot_from && is_foot_line (tree, node))
        mark_foot (self, i);
      if ((node->marks & NB_HTML_IS_FURNITURE) == 0 && is_furniture (self, i))
        node->marks |= NB_HTML_IS_FURNITURE;
      i = (node->marks & NB_HTML_IS_FURNITURE) != 0 ? node->end : i + 1;
    }
}

static gboolean
may_be_title (const NbHtmlNode *node)
{
  return node->sums.chars >= SHORTEST_TITLE && node->sums.chars <= LONGEST_TITLE &&
         node->sums.links == 0 && node->sums.sentences == 0 && node->sums.grids == 0 &&
         node->sums.lines + node->sums.breaks <= 3;
}

static gboolean
is_centred (NbHtmlTree *tree, guint index)
{
  const NbHtmlNode *node = nb_html_tree_node (tree, index);
  const NbHtmlNode *parent = nb_html_tree_node (tree, node->parent);

  return ((node->traits | parent->traits) & NB_HTML_CENTRED) != 0 ||
         parent->tag == NB_HTML_TAG_CENTER || node->tag == NB_HTML_TAG_CENTER;
}

static gboolean
is_lower_heading (const NbHtmlNode *node)
{
  return (nb_html_tag_get_flags (node->tag) & NB_HTML_HEADING) != 0 && node->tag != NB_HTML_TAG_H1;
}

/* The first h1 and the first element that is called a title; those of the site's head are candidates too,
 * and the search goes on. Where there is neither, the last heading before the container, or the last centred
 * line before it. */
static void
mark_named_titles (const Finder *self)
{
  NbHtmlTree *tree = self->tree;
  guint last = self->grids.last != 0 ? self->grids.first : tree->article_end;
  guint furniture_end = 0, heading = 0, centred = 0;
  gboolean found_h1 = FALSE, found_named = FALSE;

  for (guint i = 1; i < last; i++)
    {
      NbHtmlNode *node = nb_html_tree_node (tree, i);
      gboolean is_h1 = node->tag == NB_HTML_TAG_H1 && !found_h1;
      gboolean is_named = (node->traits & NB_HTML_TITLE_NAME) != 0 && !found_named;
      gboolean is_before = i < tree->article_start;

      if ((node->marks & NB_HTML_IS_FURNITURE) != 0)
        furniture_end = MAX (furniture_end, node->end);
      if (node->tag == NB_HTML_TAG_TEXT || !may_be_title (node))
        continue;
      if (is_h1 || is_named)
        {
          node->marks |= NB_HTML_IS_TITLE;
          found_h1 |= is_h1 && i >= furniture_end;
          found_named |= is_named && i >= furniture_end;
        }
      else if (is_before && i >= furniture_end && is_lower_heading (node))
        heading = i;
      else if (is_before && i >= furniture_end && is_block (node) && is_centred (tree, i) &&
               !has_colon (tree, i))
        centred = i;
    }
  if (!found_h1 && !found_named && (heading != 0 || centred != 0))
    nb_html_tree_node (tree, heading != 0 ? heading : centred)->marks |= NB_HTML_IS_TITLE;
}

/* The first lines of the article, as long as they are centred. */
static void
mark_centred_titles (const Finder *self)
{
  NbHtmlTree *tree = self->tree;
  guint last = self->grids.last != 0 ? MIN (self->grids.first, tree->article_end)
                                     : tree->article_end;
  guint n = 0;

  for (guint i = tree->article_start + 1; i < last && n < MOST_CENTRED_TITLES;)
    {
      NbHtmlNode *node = nb_html_tree_node (tree, i);

      if (!is_block (node) || node->sums.lines > 1)
        {
          i++;
          continue;
        }
      if ((node->marks & NB_HTML_IS_FURNITURE) == 0 && node->sums.chars > 0)
        {
          if (!is_centred (tree, i) || node->sums.sentences > 0 || node->sums.chars > LONGEST_TITLE)
            return;
          node->marks |= NB_HTML_IS_TITLE;
          n++;
        }
      i = node->end;
    }
}

/**
 * nb_html_tree_find_article:
 * @tree: a measured tree
 *
 * Finds where the article stands and marks furniture and titles.
 */
void
nb_html_tree_find_article (NbHtmlTree *tree)
{
  Finder self = { .tree = tree,
                  .grids = find_grids (tree),
                  .total = weight_of (nb_html_tree_node (tree, 0)) };

  self.has_container = find_container (tree, &self.grids);
  mark_furniture (&self);
  mark_named_titles (&self);
  mark_centred_titles (&self);
}
