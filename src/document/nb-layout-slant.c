/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Pages whose tables are turned by some degrees, or bent: rows and columns of them are not where rows and columns are looked
 * for, so that what is read there may be another's. Lines that are drawn tell, and the places of the letters:
 *
 *   lines that rise or fall a little → as many of one slope as a small table has ─┬─ the page is aslant
 *   (steep ones only strike cells out, where the lines of the table are straight) │
 *   letters → where words begin → three in a row that rise or fall alike ─────────┘
 *
 * One thread.
 */

#include "nb-layout-private.h"

#include <math.h>

/* A line that rises more than this is no row of a table that is turned, one that leans more no side of it: they strike cells
 * out. */
#define STEEPEST 0.2f
#define LEANING  0.6f
/* What is steeper strikes cells out too, and tells nothing alone. */
#define STEEP 0.05f
/* A line that is less off an axis than this, in parts of what may lie between lines that meet, is no harm. */
#define LEAST_DRIFT 0.6f
/* How many lines of one slope are no chance, and how much slopes may differ to be one: a part, or all in all. */
#define FEWEST_LINES 3
#define ALIKE        0.15f
#define ALIKE_ALL    0.001f
/* How many times three words have to tell so, and how far apart they begin, in heights of their letters. */
#define FEWEST_WORDS 4
#define APART        2.0f
/* They are at least such a part of those that do not stand at one height. */
#define SHARE 4
/* Letters are alike in height, in parts of it; what their places are off by chance, in points of an A4 page. */
#define ALIKE_HEIGHT 0.02f
#define BY_CHANCE    0.03f
/* The words that are looked at after one word to find the next of its height. */
#define LONGEST_LOOK 60
/* More lines of a page than these are not looked at. */
#define MOST_LINES 500

static gboolean
are_alike (float a, float b)
{
  return fabsf (a - b) <= MAX (ALIKE * fabsf (a), ALIKE_ALL);
}

/**
 * nb_layout_add_slant:
 * @self: a layout with a page
 * @x1: one end
 * @y1: one end
 * @x2: the other end
 * @y2: the other end
 *
 * Adds a line that is drawn and may be a little aslant; others are passed over.
 */
void
nb_layout_add_slant (NbLayout *self, double x1, double y1, double x2, double y2)
{
  NbPage *page = self->pages->len > 0 ? &g_array_index (self->pages, NbPage, self->pages->len - 1) : NULL;
  gboolean is_across = fabs (x2 - x1) > fabs (y2 - y1);
  double length = is_across ? x2 - x1 : y2 - y1, drift = is_across ? y2 - y1 : x2 - x1;
  NbSlant slant = { .is_across = is_across };

  if (page == NULL || page->n_slants >= MOST_LINES || !(fabs (drift) <= (is_across ? STEEPEST : LEANING) * fabs (length)) ||
      fabs (drift) < LEAST_DRIFT * nb_page_tolerance (page))
    return;
  slant.slope = (float) (drift / length);
  slant.at = (float) (is_across ? y1 - slant.slope * x1 : x1 - slant.slope * y1);
  g_array_append_val (self->slants, slant);
  page->n_slants++;
}

static int
compare_slants (gconstpointer a, gconstpointer b)
{
  const NbSlant *x = a, *y = b;

  return x->at < y->at ? -1 : x->at > y->at;
}

/* Whether there are several lines beside each other that are as much aslant as this one. */
static gboolean
is_one_of_several (const NbSlant *slants, guint n, const NbSlant *slant, float tolerance)
{
  float last = -G_MAXFLOAT;
  guint n_lines = 0;

  for (guint i = 0; i < n; i++)
    if (slants[i].is_across == slant->is_across && are_alike (slant->slope, slants[i].slope) &&
        slants[i].at - last > 2 * tolerance)
      {
        n_lines++;
        last = slants[i].at;
      }
  return n_lines >= FEWEST_LINES;
}

/* Whether lines along the other axis are off it by as much, as they are where the page is turned; or none of this axis is
 * straight. Else the slanted one strikes out a cell of a table that stands upright. */
static gboolean
is_borne_out (const NbPage *page, const NbSlant *slants, const NbSlant *slant)
{
  if ((slant->is_across ? page->n_horizontals : page->n_verticals) == 0)
    return TRUE;
  for (guint i = 0; i < page->n_slants; i++)
    if (slants[i].is_across != slant->is_across && are_alike (slant->slope, -slants[i].slope))
      return TRUE;
  return FALSE;
}

static gboolean
has_slanted_lines (NbLayout *self, const NbPage *page)
{
  NbSlant *slants;

  if (page->n_slants < FEWEST_LINES)
    return FALSE;
  slants = &g_array_index (self->slants, NbSlant, page->first_slant);
  qsort (slants, page->n_slants, sizeof *slants, compare_slants);
  for (guint i = 0; i < page->n_slants; i++)
    if ((fabsf (slants[i].slope) <= STEEP || is_borne_out (page, slants, &slants[i])) &&
        is_one_of_several (slants, page->n_slants, &slants[i], nb_page_tolerance (page)))
      return TRUE;
  return FALSE;
}

/* Whether a letter stands apart from the one before it. */
static gboolean
begins_word (const NbLayout *self, const NbPage *page, guint i)
{
  const NbGlyph *glyph = nb_layout_glyph (self, i);
  const NbGlyph *before = i > page->first_glyph ? nb_layout_glyph (self, i - 1) : NULL;

  return before == NULL || glyph->y0 != before->y0 ||
         fabsf (glyph->x0 - before->x1) > (glyph->y1 - glyph->y0) / 4;
}

/* The next letter after @i that stands in its line, so far as can be told, and begins a word; %NULL where there is none. */
static const NbGlyph *
find_next (const NbLayout *self, const NbPage *page, guint *i)
{
  const NbGlyph *from = nb_layout_glyph (self, *i);
  float height = from->y1 - from->y0;
  guint end = MIN (page->first_glyph + page->n_glyphs, *i + LONGEST_LOOK);

  for (guint j = *i + 1; j < end; j++)
    {
      const NbGlyph *glyph = nb_layout_glyph (self, j);
      float across = glyph->x0 - from->x0;

      if (across < 0 || fabsf (glyph->y0 - from->y0) > MAX (height / 2, STEEPEST * across))
        return NULL;
      if (across < APART * height || fabsf (glyph->y1 - glyph->y0 - height) > ALIKE_HEIGHT * height ||
          !begins_word (self, page, j))
        continue;
      *i = j;
      return glyph;
    }
  return NULL;
}

/* The slopes of words that stand one behind the other, where two are alike; @n_others: how often they are not. */
static GArray *
find_slopes (const NbLayout *self, const NbPage *page, guint *n_others)
{
  GArray *slopes = g_array_new (FALSE, FALSE, sizeof (float));
  float chance = BY_CHANCE * page->height / 842;

  for (guint i = page->first_glyph; i < page->first_glyph + page->n_glyphs; i++)
    {
      guint j = i;
      const NbGlyph *a = nb_layout_glyph (self, i);
      const NbGlyph *b = begins_word (self, page, i) ? find_next (self, page, &j) : NULL;
      const NbGlyph *c = b != NULL ? find_next (self, page, &j) : NULL;
      float first, second;

      if (c == NULL || (fabsf (b->y0 - a->y0) <= chance && fabsf (c->y0 - b->y0) <= chance))
        continue;
      first = (b->y0 - a->y0) / (b->x0 - a->x0);
      second = (c->y0 - b->y0) / (c->x0 - b->x0);
      if (fabsf (c->y0 - a->y0) > 4 * chance && are_alike (first, second))
        g_array_append_val (slopes, first);
      else
        (*n_others)++;
    }
  return slopes;
}

/* Whether words of a line stand the higher or the lower the farther they are from each other, in one way all over the
 * page: what stands higher for another reason does not. */
static gboolean
has_slanted_words (const NbLayout *self, const NbPage *page)
{
  guint n_others = 0, n_alike = 0;
  g_autoptr (GArray) slopes = find_slopes (self, page, &n_others);
  float middle;

  if (slopes->len < FEWEST_WORDS)
    return FALSE;
  g_array_sort (slopes, nb_layout_compare_floats);
  middle = g_array_index (slopes, float, slopes->len / 2);
  for (guint i = 0; i < slopes->len; i++)
    n_alike += are_alike (middle, g_array_index (slopes, float, i));
  return n_alike >= FEWEST_WORDS && SHARE * n_alike >= slopes->len + n_others;
}

/**
 * nb_layout_mark_slanted:
 * @self: a layout
 *
 * Marks the pages that are aslant. What was recognised in a picture is marked without that.
 */
void
nb_layout_mark_slanted (NbLayout *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      NbPage *page = &g_array_index (self->pages, NbPage, i);

      if ((page->flags & NB_PIECE_RECOGNISED) == 0 &&
          (has_slanted_lines (self, page) || has_slanted_words (self, page)))
        page->flags |= NB_PIECE_SLANTED;
    }
}
