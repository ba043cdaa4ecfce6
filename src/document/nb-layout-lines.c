/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Characters into lines, and lines into text. Where a container tells no blanks, the gaps between characters are them: a
 * wide one between ideographs, a narrow one between figures, so that two numbers never become one.
 *
 * Any thread that owns the layout.
 */

#include "nb-layout-private.h"

#include <math.h>
#include <string.h>

/* Gaps that are blanks, in widths of an ideograph. */
#define GAP_WIDE  0.9f
#define GAP_MIXED 0.5f
#define GAP_ALNUM 0.22f
/* The same character that near is printed twice, to look bold. */
#define TWICE 0.2f
/* A figure beside another is a mark of a note where it is smaller than this part of that, and its middle higher or lower by
 * more than this part. */
#define SMALLER 0.8f
#define RAISED  0.1f
/* Two characters that lie upon each other by this part of the narrower one. */
#define UPON 0.7f
/* The widest margin within a cell. */
#define MARGIN 0.65f

typedef struct
{
  const NbLayout *layout;
} Order;

static const NbGlyph *
get (const NbLayout *self, GArray *glyphs, guint i)
{
  return nb_layout_glyph (self, g_array_index (glyphs, guint, i));
}

static int
compare_middles (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const NbGlyph *x = nb_layout_glyph (order->layout, *(const guint *) a);
  const NbGlyph *y = nb_layout_glyph (order->layout, *(const guint *) b);
  float p = x->y0 + x->y1, q = y->y0 + y->y1;

  return p < q ? -1 : p > q;
}

static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const NbGlyph *x = nb_layout_glyph (order->layout, *(const guint *) a);
  const NbGlyph *y = nb_layout_glyph (order->layout, *(const guint *) b);

  return x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

/* The width of an ideograph: the usual one of the wide characters, else twice that of the narrow ones. */
static float
find_em (const NbLayout *self, GArray *glyphs, guint first, guint n)
{
  g_autofree float *widths = g_new (float, MAX (n, 1));
  guint n_widths = 0;

  for (guint wide = 0; wide < 2 && n_widths == 0; wide++)
    for (guint i = first; i < first + n; i++)
      {
        const NbGlyph *glyph = get (self, glyphs, i);

        if (((glyph->flags & NB_GLYPH_WIDE) != 0) == (wide == 0))
          widths[n_widths++] = (glyph->x1 - glyph->x0) * (wide == 0 ? 1 : 2);
      }
  qsort (widths, n_widths, sizeof (float), nb_layout_compare_floats);
  return MAX (widths[n_widths / 2], 0.01f);
}

/* Takes a list of the same character at nearly the same place as one. */
static guint
drop_twins (const NbLayout *self, GArray *glyphs, guint first, guint n)
{
  guint kept = first;

  for (guint i = first; i < first + n; i++)
    {
      const NbGlyph *glyph = get (self, glyphs, i);
      gboolean twin = FALSE;

      for (guint j = kept; j > first && !twin && j + 3 > kept; j--)
        {
          const NbGlyph *other = get (self, glyphs, j - 1);

          twin = glyph->length == other->length &&
                 memcmp (self->text->str + glyph->offset, self->text->str + other->offset,
                         glyph->length) == 0 &&
                 glyph->x0 - other->x0 < TWICE * (glyph->x1 - glyph->x0) &&
                 fabsf (glyph->y0 - other->y0) < TWICE * (glyph->y1 - glyph->y0);
        }
      if (!twin)
        g_array_index (glyphs, guint, kept++) = g_array_index (glyphs, guint, i);
    }
  return kept - first;
}

static void
finish_line (const NbLayout *self, GArray *glyphs, NbLine *line)
{
  Order order = { self };

  g_qsort_with_data (&g_array_index (glyphs, guint, line->first), (int) line->n, sizeof (guint),
                     compare_edges, &order);
  line->n = drop_twins (self, glyphs, line->first, line->n);
  line->em = find_em (self, glyphs, line->first, line->n);
  line->x0 = line->y0 = G_MAXFLOAT;
  line->x1 = line->y1 = -G_MAXFLOAT;
  for (guint i = line->first; i < line->first + line->n; i++)
    {
      const NbGlyph *glyph = get (self, glyphs, i);

      line->x0 = MIN (line->x0, glyph->x0);
      line->x1 = MAX (line->x1, glyph->x1);
      line->y0 = MIN (line->y0, glyph->y0);
      line->y1 = MAX (line->y1, glyph->y1);
    }
}

/**
 * nb_layout_compare_floats:
 * @a: a float
 * @b: a float
 *
 * Compares two numbers, to sort them.
 *
 * Returns: below, at or above 0
 */
int
nb_layout_compare_floats (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return x < y ? -1 : x > y;
}

/**
 * nb_layout_make_lines:
 * @self: a layout
 * @glyphs: (element-type guint): characters; brought into the order of reading
 *
 * Finds the lines that characters make.
 *
 * Returns: (transfer full) (element-type NbLine): the lines, from above
 */
GArray *
nb_layout_make_lines (const NbLayout *self, GArray *glyphs)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (NbLine));
  Order order = { self };
  float middle = 0, height = 0;

  g_qsort_with_data (glyphs->data, (int) glyphs->len, sizeof (guint), compare_middles, &order);
  for (guint i = 0; i < glyphs->len; i++)
    {
      const NbGlyph *glyph = get (self, glyphs, i);
      NbLine *line = lines->len > 0 ? &g_array_index (lines, NbLine, lines->len - 1) : NULL;
      float at = (glyph->y0 + glyph->y1) / 2, own = glyph->y1 - glyph->y0;

      if (line == NULL || at - middle > MIN (height, own) * 0.45f)
        {
          NbLine fresh = { .first = i, .n = 1 };

          g_array_append_val (lines, fresh);
          middle = at;
          height = own;
          continue;
        }
      line->n++;
      middle += (at - middle) / (float) line->n;
      height += (own - height) / (float) line->n;
    }
  for (guint i = 0; i < lines->len; i++)
    finish_line (self, glyphs, &g_array_index (lines, NbLine, i));
  return lines;
}

/* Whether one of two figures is the mark of a note: 12 with a small 1 above is not 121. */
static gboolean
is_raised (const NbGlyph *before, const NbGlyph *after)
{
  float a = before->y1 - before->y0, b = after->y1 - after->y0, most = MAX (a, b);

  return MIN (a, b) < SMALLER * most &&
         fabsf (before->y0 + before->y1 - after->y0 - after->y1) > 2 * RAISED * most;
}

static gboolean
is_gap (const NbGlyph *before, const NbGlyph *after, float em)
{
  guint both = before->flags & after->flags, either = before->flags | after->flags;
  float gap = after->x0 - before->x1;

  if ((both & NB_GLYPH_DIGIT) != 0 && is_raised (before, after))
    return TRUE;
  if ((either & NB_GLYPH_WIDE) == 0 || (both & NB_GLYPH_DIGIT) != 0)
    return gap > GAP_ALNUM * em;
  return gap > ((both & NB_GLYPH_WIDE) != 0 ? GAP_WIDE : GAP_MIXED) * em;
}

/* Where a character has its ink: marks of full width leave one half of it free, into which their neighbour is often moved. */
static void
get_ink (const NbLayout *self, const NbGlyph *glyph, float *x0, float *x1)
{
  static const char *const at_the_left[] = { "、", "。", "，", "．", "：", "；", "！", "？", NULL };
  g_autofree char *text = g_strndup (self->text->str + glyph->offset, glyph->length);
  GUnicodeType type = g_unichar_type (g_utf8_get_char (text));
  float middle = (glyph->x0 + glyph->x1) / 2;

  *x0 = glyph->x0;
  *x1 = glyph->x1;
  if ((glyph->flags & NB_GLYPH_WIDE) == 0)
    return;
  if (type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION)
    *x0 = middle;
  else if (type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || g_strv_contains (at_the_left, text))
    *x1 = middle;
}

/* Whether a figure and another character lie upon each other: under a seal or a watermark, or hidden behind another word,
 * it cannot be told which of them is meant. */
static gboolean
lies_upon (const NbLayout *self, const NbGlyph *before, const NbGlyph *after)
{
  float left, before_end, after_start, right, least;

  if (((before->flags | after->flags) & NB_GLYPH_DIGIT) == 0 || before->x1 <= after->x0)
    return FALSE;
  get_ink (self, before, &left, &before_end);
  get_ink (self, after, &after_start, &right);
  least = MIN (before_end - left, right - after_start);
  return least > 0 && MIN (before_end, right) - after_start > UPON * least;
}

/* Text that runs over the side of the page has lost letters there: a label could become another one, a number
 * shorter. What is lost is written as what no charset can read. */
static void
append_glyph (const NbLayout *self, const NbGlyph *glyph, GString *out)
{
  if ((glyph->flags & NB_GLYPH_CUT_BEFORE) != 0)
    g_string_append (out, "\357\277\275");
  g_string_append_len (out, self->text->str + glyph->offset, glyph->length);
  if ((glyph->flags & NB_GLYPH_CUT_AFTER) != 0)
    g_string_append (out, "\357\277\275");
}

static void
append_glyphs (const NbLayout *self, GArray *glyphs, guint first, guint n, float em, GString *out)
{
  for (guint i = first; i < first + n; i++)
    {
      const NbGlyph *glyph = get (self, glyphs, i);

      if (i > first && is_gap (get (self, glyphs, i - 1), glyph, em))
        g_string_append_c (out, ' ');
      else if (i > first && lies_upon (self, get (self, glyphs, i - 1), glyph))
        g_string_append (out, "\357\277\275");
      append_glyph (self, glyph, out);
    }
}

/**
 * nb_layout_append_line:
 * @self: a layout
 * @glyphs: characters, in the order of reading
 * @line: a line of them, or a part of one
 * @out: where to
 *
 * Appends the text of a line.
 */
void
nb_layout_append_line (const NbLayout *self, GArray *glyphs, const NbLine *line, GString *out)
{
  append_glyphs (self, glyphs, line->first, line->n, line->em, out);
}

/**
 * nb_layout_cut_line:
 * @self: a layout
 * @glyphs: characters, in the order of reading
 * @line: a line of them
 * @gap: the narrowest gap, in widths of an ideograph
 * @parts: (element-type NbLine): the parts are appended here
 *
 * Cuts a line where it has wide gaps.
 */
void
nb_layout_cut_line (const NbLayout *self,
                    GArray *glyphs,
                    const NbLine *line,
                    float gap,
                    GArray *parts)
{
  guint first = line->first, end = line->first + line->n;

  for (guint i = first + 1; i <= end; i++)
    if (i == end || get (self, glyphs, i)->x0 - get (self, glyphs, i - 1)->x1 > gap * line->em)
      {
        NbLine part = *line;

        part.first = first;
        part.n = i - first;
        part.x0 = get (self, glyphs, first)->x0;
        part.x1 = get (self, glyphs, i - 1)->x1;
        g_array_append_val (parts, part);
        first = i;
      }
}

/* Whether text goes on in the next line because it had no room: what comes next would not have fitted into what the
 * line leaves free, wherever it stands in the cell. */
static gboolean
is_wrapped (float left, float right, float em, float next_width)
{
  return left + right < 2 * MARGIN * em + next_width;
}

/**
 * nb_cell_ends_go_on:
 * @self: how the text of a cell ends
 * @next: how that of another cell begins
 *
 * Returns: whether the first, full to its end, may go on in the other
 */
gboolean
nb_cell_ends_go_on (const NbCellEnds *self, const NbCellEnds *next)
{
  return is_wrapped (self->left, self->right, self->em, next->first_width);
}

/* What cannot stand at the beginning of a line: it takes the character before it along. */
static gboolean
is_closing (const NbLayout *self, const NbGlyph *glyph)
{
  static const gunichar marks[] = { ',',    '.',    '%',    ')',    ':',    ';',    0x3001,
                                    0x3002, 0xff05, 0xff09, 0xff0c, 0xff0e, 0xff1a, 0xff1b };
  gunichar c = g_utf8_get_char (self->text->str + glyph->offset);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (c == marks[i])
      return TRUE;
  return FALSE;
}

/* How much of a line would have come with its first character, had there been room: marks that close, and the whole of
 * a number behind a mark or with one. (LibreOffice breaks 39|2.44 and 7|2,300, and never 392|.44 or 392.|44.) */
static float
measure_first (const NbLayout *self, GArray *glyphs, const NbLine *line, const NbGlyph *before)
{
  const NbGlyph *first = get (self, glyphs, line->first);
  gboolean whole = before != NULL && (before->flags & NB_GLYPH_DIGIT) == 0 &&
                   (first->flags & NB_GLYPH_DIGIT) != 0;
  float end = first->x1;

  for (guint i = line->first + 1; i < line->first + line->n; i++)
    {
      const NbGlyph *glyph = get (self, glyphs, i);

      gboolean closes = is_closing (self, glyph);

      if (glyph->x0 - end > GAP_ALNUM * line->em ||
          !(closes || (whole && (glyph->flags & NB_GLYPH_DIGIT) != 0)))
        break;
      whole |= closes && (first->flags & NB_GLYPH_DIGIT) != 0;
      end = glyph->x1;
    }
  return end - first->x0;
}

static void
measure_ends (const NbLayout *self,
              GArray *glyphs,
              GArray *lines,
              float x0,
              float x1,
              NbCellEnds *ends)
{
  const NbLine *last = lines->len > 0 ? &g_array_index (lines, NbLine, lines->len - 1) : NULL;

  *ends = last != NULL
              ? (NbCellEnds){ measure_first (self, glyphs, &g_array_index (lines, NbLine, 0), NULL),
                              last->x0 - x0, x1 - last->x1, last->em, lines->len }
              : (NbCellEnds){ 0 };
}

/**
 * nb_layout_append_cell:
 * @self: a layout
 * @glyphs: the characters of a cell, in any order
 * @x0: left edge of the cell
 * @x1: its right edge
 * @join: whether a number may go on in the next line
 * @out: where to
 * @ends: (out): how it begins and ends
 *
 * Appends the text of a cell, its lines joined: a number that had no room in one line is one number, but two numbers
 * below each other stay two.
 */
void
nb_layout_append_cell (const NbLayout *self,
                       GArray *glyphs,
                       float x0,
                       float x1,
                       gboolean join,
                       GString *out,
                       NbCellEnds *ends)
{
  g_autoptr (GArray) lines = nb_layout_make_lines (self, glyphs);

  measure_ends (self, glyphs, lines, x0, x1, ends);
  for (guint i = 0; i < lines->len; i++)
    {
      const NbLine *line = &g_array_index (lines, NbLine, i);
      const NbLine *before = i > 0 ? line - 1 : NULL;
      const NbGlyph *next = get (self, glyphs, line->first);

      if (before != NULL)
        {
          const NbGlyph *last = get (self, glyphs, before->first + before->n - 1);
          gboolean alnum = ((last->flags | next->flags) & NB_GLYPH_WIDE) == 0 ||
                           (last->flags & next->flags & NB_GLYPH_DIGIT) != 0;

          if (alnum && !(join && is_wrapped (before->x0 - x0, x1 - before->x1, before->em,
                                             measure_first (self, glyphs, line, last))))
            g_string_append_c (out, ' ');
        }
      nb_layout_append_line (self, glyphs, line, out);
    }
}

/**
 * nb_layout_is_empty:
 * @layout: a layout
 * @page: a page of it
 * @box: a place on the page
 *
 * Returns: whether no character stands there
 */
gboolean
nb_layout_is_empty (const NbLayout *layout, const NbPage *page, const NbBox *box)
{
  for (guint i = page->first_glyph; i < page->first_glyph + page->n_glyphs; i++)
    {
      const NbGlyph *glyph = nb_layout_glyph (layout, i);
      double x = (glyph->x0 + glyph->x1) / 2, y = (glyph->y0 + glyph->y1) / 2;

      if (x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height)
        return FALSE;
    }
  return TRUE;
}
