/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbLayout: from text at positions to paragraphs, rows and cells. PDF and OFD share it.
 *
 *   reader → glyphs, drawn lines, pictures of each page, without watermarks (nb-layout-watermark.c)
 *          → tables between drawn lines (nb-layout-rules.c)
 *          → lines of text, in cells and outside (nb-layout-lines.c)
 *          → paragraphs, rows and tables over all pages (nb-layout-flow.c) → NbDocument
 *
 * A reader fills it and asks for the pieces once. One thread.
 */

#include "nb-layout-private.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Nothing on a page is further away than this, whatever the unit. */
#define FARTHEST 1e6
/* Large pictures of one page; more of them are a drawing. */
#define MOST_PICTURES 20
/* A letter that is nearer to the side of its page than this, in heights, may be cut off from others: readers
 * leave out what lies beside the page. Printers leave more. */
#define CUT 0.3f

/**
 * nb_layout_new:
 *
 * Returns: (transfer full): a layout without pages
 */
NbLayout *
nb_layout_new (void)
{
  NbLayout *self = g_new0 (NbLayout, 1);

  self->text = g_string_new (NULL);
  self->pages = g_array_new (FALSE, TRUE, sizeof (NbPage));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (NbGlyph));
  self->horizontals = g_array_new (FALSE, FALSE, sizeof (NbRule));
  self->verticals = g_array_new (FALSE, FALSE, sizeof (NbRule));
  self->pictures = g_array_new (FALSE, FALSE, sizeof (NbBox));
  self->slants = g_array_new (FALSE, FALSE, sizeof (NbSlant));
  self->digits = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * nb_layout_free:
 * @self: a layout
 *
 * Frees the layout.
 */
void
nb_layout_free (NbLayout *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->pages);
  g_array_unref (self->glyphs);
  g_array_unref (self->horizontals);
  g_array_unref (self->verticals);
  g_array_unref (self->pictures);
  g_array_unref (self->slants);
  g_array_unref (self->digits);
  g_free (self);
}

static void
give_up (NbLayout *self, const char *limit, guint most)
{
  self->limit = limit;
  self->most = most;
}

/**
 * nb_layout_begin_page:
 * @self: a layout
 * @width: its width
 * @height: its height
 *
 * Begins the next page.
 */
void
nb_layout_begin_page (NbLayout *self, double width, double height)
{
  NbPage page = { .width = (float) CLAMP (width, 1, FARTHEST),
                  .height = (float) CLAMP (height, 1, FARTHEST),
                  .first_glyph = self->glyphs->len,
                  .first_horizontal = self->horizontals->len,
                  .first_vertical = self->verticals->len,
                  .first_picture = self->pictures->len,
                  .first_slant = self->slants->len };

  g_array_set_size (self->digits, 0);
  if (self->pages->len >= NB_LIMIT_PAGES)
    give_up (self, N_ ("the document has too many pages"), NB_LIMIT_PAGES);
  else
    g_array_append_val (self->pages, page);
}

static NbPage *
last_page (NbLayout *self)
{
  return self->pages->len > 0 && self->limit == NULL ? &g_array_index (self->pages, NbPage, self->pages->len - 1) : NULL;
}

/**
 * nb_layout_mark_recognised:
 * @self: a layout with a page
 *
 * Says that the text of the page was recognised in a picture of it.
 */
void
nb_layout_mark_recognised (NbLayout *self)
{
  NbPage *page = last_page (self);

  if (page != NULL)
    page->flags |= NB_PIECE_RECOGNISED;
}

/**
 * nb_layout_mark_leaning:
 * @self: a layout with a page
 *
 * Says that letters and lines of the page lie in different ways, or are mirrored.
 */
void
nb_layout_mark_leaning (NbLayout *self)
{
  NbPage *page = last_page (self);

  if (page != NULL)
    page->flags |= NB_PIECE_SLANTED;
}

static gboolean
is_near (double value)
{
  return isfinite (value) && fabs (value) < FARTHEST;
}

static guint
flags_of (gunichar c)
{
  guint flags = 0;

  if (g_unichar_iswide (c) || (c >= 0x2460 && c <= 0x24ff) || c == 0x2014 || c == 0x2015)
    flags |= NB_GLYPH_WIDE;
  if (c < 0x80 && c != '(' && c != ')')
    flags |= NB_GLYPH_ALNUM;
  if ((c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19))
    flags |= NB_GLYPH_DIGIT;
  return flags;
}

/* No width, or nothing to see. */
static gboolean
is_nothing (gunichar c)
{
  return c == 0xfeff || c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064) || g_unichar_iscntrl (c);
}

static void
add_glyph (NbLayout *self, NbPage *page, const char *text, gsize length, guint flags, NbBox box)
{
  gunichar c = g_utf8_get_char (text);
  NbGlyph glyph = { (float) box.x, (float) box.y, (float) (box.x + box.width), (float) (box.y + box.height),
                    (guint) self->text->len, (guint16) length, (guint16) (flags | flags_of (c)) };
  float y = (glyph.y0 + glyph.y1) / 2;

  /* What lies beside the page is not seen. */
  if (g_unichar_isspace (c) || is_nothing (c) || glyph.x1 <= 0 || y < 0 || glyph.x0 >= page->width ||
      y > page->height)
    return;
  if (glyph.x0 < CUT * (glyph.y1 - glyph.y0))
    glyph.flags |= NB_GLYPH_CUT_BEFORE;
  if (glyph.x1 > page->width - CUT * (glyph.y1 - glyph.y0))
    glyph.flags |= NB_GLYPH_CUT_AFTER;
  if (self->glyphs->len >= NB_LIMIT_GLYPHS)
    {
      give_up (self, N_ ("the document has too many characters"), NB_LIMIT_GLYPHS);
      return;
    }
  if ((glyph.flags & NB_GLYPH_DIGIT) != 0)
    g_array_append_val (self->digits, self->glyphs->len);
  g_string_append_len (self->text, text, (gssize) length);
  g_array_append_val (self->glyphs, glyph);
  page->n_glyphs++;
}

/**
 * nb_layout_add_text:
 * @self: a layout with a page
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 * @box: where it stands on the page
 *
 * Adds what is written at one place.
 */
void
nb_layout_add_text (NbLayout *self, const char *text, gssize length, NbBox box)
{
  NbPage *page = last_page (self);
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  guint n_halves = 0;
  double half, x = box.x;

  if (page == NULL || !is_near (box.x) || !is_near (box.y) || !is_near (box.width) || !is_near (box.height) ||
      box.width < 0 || box.height <= 0)
    return;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    n_halves += (flags_of (g_utf8_get_char (p)) & NB_GLYPH_WIDE) != 0 ? 2 : 1;
  half = box.width > 0 ? box.width / MAX (n_halves, 1) : box.height / 2;
  for (const char *p = text; p < end && self->limit == NULL;)
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);
      NbBox one = { x, box.y, half * ((flags_of (c) & NB_GLYPH_WIDE) != 0 ? 2 : 1), box.height };

      add_glyph (self, page, p, (gsize) (next - p), box.width > 0 ? 0 : NB_GLYPH_NO_WIDTH, one);
      x += one.width;
      p = next;
    }
}

/**
 * nb_layout_add_line:
 * @self: a layout with a page
 * @x1: one end
 * @y1: one end
 * @x2: the other end
 * @y2: the other end
 *
 * Adds a line that is drawn.
 */
void
nb_layout_add_line (NbLayout *self, double x1, double y1, double x2, double y2)
{
  NbPage *page = last_page (self);
  float tolerance = page != NULL ? nb_page_tolerance (page) : 0;
  double width = fabs (x2 - x1), height = fabs (y2 - y1);

  if (page == NULL || !is_near (x1) || !is_near (y1) || !is_near (x2) || !is_near (y2))
    return;
  if (self->horizontals->len + self->verticals->len >= NB_LIMIT_RULES)
    {
      give_up (self, N_ ("the document has too many lines"), NB_LIMIT_RULES);
      return;
    }
  if (height <= tolerance && width > height)
    {
      NbRule rule = { (float) ((y1 + y2) / 2), (float) MIN (x1, x2), (float) MAX (x1, x2) };

      g_array_append_val (self->horizontals, rule);
      page->n_horizontals++;
    }
  else if (width <= tolerance && height > width)
    {
      NbRule rule = { (float) ((x1 + x2) / 2), (float) MIN (y1, y2), (float) MAX (y1, y2) };

      g_array_append_val (self->verticals, rule);
      page->n_verticals++;
    }
}

/**
 * nb_layout_add_rectangle:
 * @self: a layout with a page
 * @box: the rectangle
 * @filled: whether it is filled, not drawn around
 *
 * Adds a rectangle: its four sides, or where it is filled and thin, a line.
 */
void
nb_layout_add_rectangle (NbLayout *self, NbBox box, gboolean filled)
{
  NbPage *page = last_page (self);
  double right = box.x + box.width, lower = box.y + box.height;

  if (page == NULL)
    return;
  if (filled || MIN (fabs (box.width), fabs (box.height)) <= nb_page_tolerance (page))
    {
      double x = box.x + box.width / 2, y = box.y + box.height / 2;

      if (fabs (box.height) <= nb_page_tolerance (page))
        nb_layout_add_line (self, box.x, y, right, y);
      else if (fabs (box.width) <= nb_page_tolerance (page))
        nb_layout_add_line (self, x, box.y, x, lower);
      return;
    }
  nb_layout_add_line (self, box.x, box.y, right, box.y);
  nb_layout_add_line (self, box.x, lower, right, lower);
  nb_layout_add_line (self, box.x, box.y, box.x, lower);
  nb_layout_add_line (self, right, box.y, right, lower);
}

/**
 * nb_layout_cover:
 * @self: a layout with a page
 * @box: what is covered
 *
 * Says that what was added to the page so far is covered: digits whose middle lies under it are unreadable, whoever may have
 * meant to take them away. What is so thin as a line covers nothing.
 */
void
nb_layout_cover (NbLayout *self, NbBox box)
{
  NbPage *page = last_page (self);

  if (page == NULL || !(MIN (box.width, box.height) > nb_page_tolerance (page)))
    return;
  self->n_looks += self->digits->len;
  if (self->n_looks > NB_LIMIT_COVER_LOOKS)
    {
      give_up (self, N_ ("too many figures of the document lie on pages with filled areas"), NB_LIMIT_COVER_LOOKS);
      return;
    }
  for (guint i = 0; i < self->digits->len; i++)
    {
      NbGlyph *glyph = &g_array_index (self->glyphs, NbGlyph, g_array_index (self->digits, guint, i));
      double x = (glyph->x0 + glyph->x1) / 2, y = (glyph->y0 + glyph->y1) / 2;

      if ((glyph->flags & NB_GLYPH_DIGIT) == 0 || x < box.x || x > box.x + box.width || y < box.y ||
          y > box.y + box.height)
        continue;
      glyph->flags &= (guint16) ~(NB_GLYPH_DIGIT | NB_GLYPH_ALNUM);
      glyph->offset = (guint) self->text->len;
      glyph->length = (guint16) strlen (NB_TEXT_LOST);
      g_string_append (self->text, NB_TEXT_LOST);
    }
}

/**
 * nb_layout_add_picture:
 * @self: a layout with a page
 * @box: where it stands
 *
 * Adds a picture. Small ones are passed over.
 */
void
nb_layout_add_picture (NbLayout *self, NbBox box)
{
  NbPage *page = last_page (self);

  if (page == NULL || !is_near (box.x) || !is_near (box.y) || !(box.width > page->width / 4) ||
      !(box.height > page->height / 12) || page->n_pictures >= MOST_PICTURES)
    return;
  g_array_append_val (self->pictures, box);
  page->n_pictures++;
}

/**
 * nb_layout_get_n_glyphs:
 * @self: a layout
 *
 * Returns: how many characters it has, blanks left out
 */
guint
nb_layout_get_n_glyphs (NbLayout *self)
{
  return self->glyphs->len;
}

/**
 * nb_layout_append_to:
 * @self: a layout
 * @document: the document to fill
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_LIMIT, or cancelled
 *
 * Makes pieces of all that stands on the pages.
 *
 * Returns: whether all went well
 */
gboolean
nb_layout_append_to (NbLayout *self, NbDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbFlow) flow = nb_flow_new (self, document);

  nb_layout_drop_watermarks (self);
  nb_layout_mark_slanted (self);
  for (guint i = 0; i < self->pages->len && self->limit == NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      nb_flow_add_page (flow, i);
    }
  if (!nb_flow_finish (flow) && self->limit == NULL)
    give_up (self, N_ ("the document has too many paragraphs and cells"), NB_LIMIT_PIECES);
  if (self->limit != NULL)
    nb_error_set_limit (error, self->limit, self->most);
  return self->limit == NULL;
}
