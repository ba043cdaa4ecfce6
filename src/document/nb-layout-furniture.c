/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbFurniture: page numbers, and lines above and below the text that every page repeats. Counted once over all pages.
 *
 * It owns its counts. One thread.
 */

#include "nb-layout-private.h"

#include "base/nb-text.h"
#include "base/nb-value.h"

#include <string.h>

/* Parts of a page above and below the text, and what a page number may be. */
#define EDGE             0.1f
#define LONGEST_NUMBER   14
#define MOST_PAGE_DIGITS 3
/* On how many pages a line is repeated where it is no text. */
#define FEWEST_REPEATS 3
/* On how many pages a figure counts them, and how far from the left the only one stands, in widths of the page. */
#define FEWEST_COUNTED 2
#define FOOT_NUMBER    0.4f

struct _NbFurniture
{
  const NbLayout *layout;
  GHashTable *repeats; /* (owned) text of a line at the edge → on how many pages */
};

/* A line of one or two small figures and hardly anything else, at the edge of a page: no date. */
static gboolean
looks_like_number (const char *text)
{
  guint n = 0, n_digits = 0, n_numbers = 0, n_letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      n_numbers += n_digits == 0 && g_unichar_isdigit (c);
      n_digits = g_unichar_isdigit (c) ? n_digits + 1 : 0;
      n_letters += g_unichar_isalpha (c);
      if (n_digits > MOST_PAGE_DIGITS)
        return FALSE;
    }
  return n <= LONGEST_NUMBER && n_numbers > 0 && n_numbers <= 2 && n_letters <= 4;
}

/* The number of a page less that of the first one would have, where it looks alike on all: figures at the head of a page
 * may stand alone as well, but they do not count the pages. */
static char *
make_number_key (const char *text, guint page, gboolean lower)
{
  g_autofree char *folded = nb_text_fold (text, -1);
  const char *digits = folded + strcspn (folded, "0123456789");

  return g_strdup_printf ("%c%" G_GINT64_FORMAT, lower ? '_' : '=',
                          g_ascii_strtoll (digits, NULL, 10) - (gint64) page);
}

static gboolean
is_near_edge (const NbPage *page, float middle)
{
  return middle < page->height * EDGE || middle > page->height * (1 - EDGE);
}

/**
 * nb_furniture_is_at_edge:
 * @page: a page
 * @line: a line of it
 *
 * Returns: whether it stands where furniture may
 */
gboolean
nb_furniture_is_at_edge (const NbPage *page, const NbLine *line)
{
  return is_near_edge (page, (line->y0 + line->y1) / 2);
}

/* The text of a line at the edge, with its figures made alike. */
static char *
make_key (const char *text, gboolean lower)
{
  char *key = g_strconcat (lower ? "v" : "^", text, NULL);

  for (char *p = key; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      *p = '0';
  return key;
}

static void
count_key (NbFurniture *self, char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->repeats, key));

  g_hash_table_replace (self->repeats, key, GUINT_TO_POINTER (n + 1));
}

/* What stands above and below the text of a page. */
static GArray *
list_glyphs_at_edges (const NbFurniture *self, const NbPage *page)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint g = page->first_glyph; g < page->first_glyph + page->n_glyphs; g++)
    {
      const NbGlyph *glyph = nb_layout_glyph (self->layout, g);

      if (is_near_edge (page, (glyph->y0 + glyph->y1) / 2))
        g_array_append_val (glyphs, g);
    }
  return glyphs;
}

static void
count_page (NbFurniture *self, guint i)
{
  const NbPage *page = &g_array_index (self->layout->pages, NbPage, i);
  g_autoptr (GArray) glyphs = list_glyphs_at_edges (self, page);
  g_autoptr (GArray) lines = nb_layout_make_lines (self->layout, glyphs);

  for (guint l = 0; l < lines->len; l++)
    {
      const NbLine *line = &g_array_index (lines, NbLine, l);
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean lower = line->y0 > page->height / 2;

      nb_layout_append_line (self->layout, glyphs, line, text);
      if ((l == 0 || l + 1 == lines->len) && looks_like_number (text->str))
        count_key (self, make_number_key (text->str, i, lower));
      count_key (self, make_key (text->str, lower));
    }
}

/**
 * nb_furniture_new:
 * @layout: a layout, not held
 *
 * Counts on how many pages each line at an edge stands, and each way to count the pages.
 *
 * Returns: (transfer full): what is known of the edges of its pages
 */
NbFurniture *
nb_furniture_new (const NbLayout *layout)
{
  NbFurniture *self = g_new0 (NbFurniture, 1);

  self->layout = layout;
  self->repeats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < layout->pages->len; i++)
    count_page (self, i);
  return self;
}

/**
 * nb_furniture_free:
 * @self: what is known of the edges
 *
 * Frees it.
 */
void
nb_furniture_free (NbFurniture *self)
{
  g_hash_table_unref (self->repeats);
  g_free (self);
}

/* A figure alone must count the pages, as on another page, or at the foot of this one and not at its left. */
static gboolean
is_page_number (const NbFurniture *self,
                guint number,
                const NbPage *page,
                const NbLine *line,
                const char *text)
{
  gboolean lower = line->y0 > page->height / 2;
  g_autofree char *key = NULL;

  if (!nb_value_looks_like (text, -1))
    return TRUE;
  key = make_number_key (text, number, lower);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->repeats, key)) >=
             MAX (FEWEST_COUNTED, self->layout->pages->len / 2) ||
         (lower && line->x0 > page->width * FOOT_NUMBER);
}

/**
 * nb_furniture_is_line:
 * @self: what is known of the edges
 * @number: a page
 * @line: a line of it
 * @text: its text
 * @is_outermost: whether nothing stands above or below it
 *
 * Returns: whether the line is a page number, or one that every page repeats
 */
gboolean
nb_furniture_is_line (const NbFurniture *self,
                      guint number,
                      const NbLine *line,
                      const char *text,
                      gboolean is_outermost)
{
  const NbPage *page = &g_array_index (self->layout->pages, NbPage, number);
  g_autofree char *key = NULL;

  if (!nb_furniture_is_at_edge (page, line))
    return FALSE;
  if (is_outermost && looks_like_number (text) && is_page_number (self, number, page, line, text))
    return TRUE;
  if (nb_value_looks_like (text, -1))
    return FALSE;
  key = make_key (text, line->y0 > page->height / 2);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->repeats, key)) >= FEWEST_REPEATS;
}
