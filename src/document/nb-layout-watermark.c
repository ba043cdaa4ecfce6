/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Watermarks: letters much larger than those of the page, which lie behind or over some of them. What stands there is read
 * without them. One thread.
 */

#include "nb-layout-private.h"

#include <string.h>

/* How much larger the letters of a watermark are than most. */
#define LARGER 2.5f
/* How large the others of its letters are at least, in parts of one that lies upon text. */
#define ALIKE 0.6f
/* More large letters than these on a page are no watermark ... */
#define MOST_LETTERS 400
/* ... nor is one of its letters out of so many: they may be what the page is about, and the others notes to them. */
#define LETTERS_OF_ONE 4

static float
size_of (const NbGlyph *glyph)
{
  float size = MIN (glyph->x1 - glyph->x0, glyph->y1 - glyph->y0);

  return (glyph->flags & NB_GLYPH_WIDE) != 0 ? size : 2 * size;
}

/* A letter is as large as both its sides say: of one of them alone nothing is known. */
static gboolean
is_large (const NbGlyph *glyph, float limit)
{
  return (glyph->flags & NB_GLYPH_NO_WIDTH) == 0 && size_of (glyph) >= limit;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return x < y ? -1 : x > y;
}

/* The size that half of the letters of a page do not reach. */
static float
find_median (const NbLayout *self, const NbPage *page)
{
  g_autofree float *sizes = g_new (float, page->n_glyphs);

  for (guint i = 0; i < page->n_glyphs; i++)
    sizes[i] = size_of (nb_layout_glyph (self, page->first_glyph + i));
  qsort (sizes, page->n_glyphs, sizeof *sizes, compare_sizes);
  return sizes[page->n_glyphs / 2];
}

/* Whether a large letter lies upon one of the others. */
static gboolean
lies_upon (const NbLayout *self, const NbPage *page, const NbGlyph *large, float limit)
{
  for (guint i = 0; i < page->n_glyphs; i++)
    {
      const NbGlyph *glyph = nb_layout_glyph (self, page->first_glyph + i);
      float x = (glyph->x0 + glyph->x1) / 2, y = (glyph->y0 + glyph->y1) / 2;

      if (!is_large (glyph, limit) && x > large->x0 && x < large->x1 && y > large->y0 &&
          y < large->y1)
        return TRUE;
    }
  return FALSE;
}

static guint
count_large (const NbLayout *self, const NbPage *page, float limit)
{
  guint n = 0;

  for (guint i = page->first_glyph; i < page->first_glyph + page->n_glyphs; i++)
    n += is_large (nb_layout_glyph (self, i), limit);
  return n;
}

/* The least size of a letter of the watermark on a page; beyond all where there is none. */
static float
find_limit (const NbLayout *self, const NbPage *page)
{
  float large = page->n_glyphs > 0 ? LARGER * find_median (self, page) : 0, limit = G_MAXFLOAT;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = page->first_glyph; i < page->first_glyph + page->n_glyphs; i++)
    if (is_large (nb_layout_glyph (self, i), large))
      g_array_append_val (found, i);
  for (guint i = 0; i < found->len && found->len <= MOST_LETTERS; i++)
    {
      const NbGlyph *glyph = nb_layout_glyph (self, g_array_index (found, guint, i));

      if (ALIKE * size_of (glyph) < limit && lies_upon (self, page, glyph, large))
        limit = MAX (large, ALIKE * size_of (glyph));
    }
  return count_large (self, page, limit) * LETTERS_OF_ONE <= page->n_glyphs ? limit : G_MAXFLOAT;
}

/* A figure of a watermark may be one of a cell after all. */
static void
keep_figure (NbLayout *self, NbPage *page, NbGlyph glyph, GArray *figures)
{
  static const char unreadable[] = "\357\277\275";

  if ((glyph.flags & NB_GLYPH_DIGIT) == 0)
    return;
  glyph.offset = (guint) self->text->len;
  glyph.length = (guint16) strlen (unreadable);
  glyph.flags = 0;
  g_string_append (self->text, unreadable);
  g_array_append_val (figures, glyph);
  page->n_large++;
}

/**
 * nb_layout_mark_large:
 * @self: a layout without watermarks
 * @page: a page of it
 * @tables: (element-type NbRuledTable): its tables between lines
 *
 * Makes cells unreadable of which a figure may have been taken for a part of a watermark.
 */
void
nb_layout_mark_large (const NbLayout *self, const NbPage *page, GPtrArray *tables)
{
  for (guint i = page->first_large; i < page->first_large + page->n_large; i++)
    for (guint t = 0; t < tables->len; t++)
      nb_ruled_table_take_large (g_ptr_array_index (tables, t), self, i);
}

/**
 * nb_layout_drop_watermarks:
 * @self: a layout
 *
 * Takes the letters of watermarks off its pages.
 */
void
nb_layout_drop_watermarks (NbLayout *self)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (NbGlyph));
  guint kept = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      NbPage *page = &g_array_index (self->pages, NbPage, i);
      float limit = find_limit (self, page);
      guint first = kept;

      page->first_large = figures->len;
      for (guint j = page->first_glyph; j < page->first_glyph + page->n_glyphs; j++)
        {
          NbGlyph glyph = *nb_layout_glyph (self, j);

          if (!is_large (&glyph, limit))
            g_array_index (self->glyphs, NbGlyph, kept++) = glyph;
          else
            keep_figure (self, page, glyph, figures);
        }
      page->first_glyph = first;
      page->n_glyphs = kept - first;
    }
  g_array_set_size (self->glyphs, kept);
  for (guint i = 0; i < self->pages->len; i++)
    g_array_index (self->pages, NbPage, i).first_large += kept;
  if (figures->len > 0)
    g_array_append_vals (self->glyphs, figures->data, figures->len);
}
