/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The ruling lines of a page, found in its picture: poppler tells where letters stand, but not where
 * lines are drawn, and the picture shows alike what is stroked, filled, clipped, or part of a form.
 *
 *   picture → points that are darker than both their sides → runs → rules, in points
 *
 * Rules down the page are found as rules across its transposed picture. Strokes of letters are told
 * from rules by the boxes of the letters. One thread; nothing is kept.
 */

#include "nb-pdf-rules.h"

#include "base/nb-limits.h"
#include "nb-pdf-slants.h"

/* What a rule may be interrupted by, dashes and the rules that it crosses, and its least length;
 * points. */
#define LARGEST_GAP 3.0
#define SHORTEST    9.0
/* A line that is shorter than this, in heights of the letters that it touches, is theirs. */
#define SHORT_IN_HEIGHTS 6
/* Upper and lower part of a letter that a longer line may touch and not run through its inside: the middle of a box
 * is not well known. */
#define OUTSIDE 0.35

/* Pieces with small gaps between; @end is behind the last. */
typedef struct
{
  guint start;
  guint end;
  guint head_end;   /* end of the first piece */
  guint head_next;  /* start of the second */
  guint tail_start; /* start of the last piece */
  guint tail_last;  /* end of the one before */
  guint first_line;
  guint last_line;
} Run;

/* Joins a run to the rule that it continues on the line before, or begins a rule. */
static void
add_run (GArray *rules, guint first_near, Run run)
{
  for (guint i = rules->len; i > first_near; i--)
    {
      Run *rule = &g_array_index (rules, Run, i - 1);
      guint from = MAX (rule->start, run.start);
      guint to = MIN (rule->end, run.end);

      if (rule->last_line + 1 >= run.first_line && to > from &&
          (to - from) * 2 >= MIN (rule->end - rule->start, run.end - run.start) &&
          run.first_line - rule->first_line <= NB_PDF_GROUND_REACH)
        {
          if (run.start < rule->start)
            {
              rule->start = run.start;
              rule->head_end = run.head_end;
              rule->head_next = run.head_next;
            }
          if (run.end > rule->end)
            {
              rule->end = run.end;
              rule->tail_start = run.tail_start;
              rule->tail_last = run.tail_last;
            }
          rule->last_line = run.last_line;
          return;
        }
    }
  if (rules->len < NB_LIMIT_PDF_RULES)
    g_array_append_val (rules, run);
}

static void
find_on_line (const NbPdfGround *self, guint y, double scale, GArray *rules, guint first_near)
{
  guint gap = (guint) (LARGEST_GAP * scale);
  guint shortest = (guint) (SHORTEST * scale);
  Run run = { 0 };

  for (guint x = 0; x <= self->width; x++)
    {
      if (x < self->width && nb_pdf_ground_is_ridge (self, x, y))
        {
          if (run.end == 0)
            run = (Run){ .start = x, .tail_start = x, .first_line = y, .last_line = y };
          else if (run.end < x)
            {
              run.tail_last = run.end;
              run.tail_start = x;
              run.head_next = run.head_end == 0 ? x : run.head_next;
              run.head_end = run.head_end == 0 ? run.end : run.head_end;
            }
          run.end = x + 1;
        }
      else if (run.end > 0 && (x == self->width || x - run.end >= gap))
        {
          if (run.end - run.start >= shortest)
            add_run (rules, first_near, run);
          run.end = 0;
        }
    }
}

static GArray *
find_across (const NbPdfGround *self, double scale)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (Run));
  guint first_near = 0;

  if (self->height <= 2 * NB_PDF_GROUND_REACH)
    return rules;
  for (guint y = NB_PDF_GROUND_REACH; y < self->height - NB_PDF_GROUND_REACH; y++)
    {
      while (first_near < rules->len &&
             g_array_index (rules, Run, first_near).first_line + NB_PDF_GROUND_REACH < y)
        first_near++;
      find_on_line (self, y, scale, rules, first_near);
    }
  return rules;
}

/* Whether a rule across is a stroke of letters: a short one that touches them, or a longer one (a row
 * of dashes, a line through words) that runs through their inside. Boxes of letters are as high as
 * the line of text and may reach over the rules of their cell. */
static gboolean
is_stroke (const NbPdfBox *rule, const NbPdfBox *glyphs, guint n_glyphs)
{
  double length = rule->x2 - rule->x1;
  double inside = 0;

  for (guint i = 0; i < n_glyphs; i++)
    {
      const NbPdfBox *glyph = &glyphs[i];
      double height = glyph->y2 - glyph->y1;
      double margin = length < height * SHORT_IN_HEIGHTS ? 0 : height * OUTSIDE;

      if (rule->y1 >= glyph->y1 + margin && rule->y1 <= glyph->y2 - margin)
        inside += MAX (0, MIN (rule->x2, glyph->x2) - MAX (rule->x1, glyph->x1));
    }
  return inside * 2 > length;
}

/* A stroke of a letter that stands just before the end of a rule looks like its last dash. */
static void
cut_strokes (NbPdfBox *rule, const Run *run, double scale, const NbPdfBox *glyphs, guint n_glyphs)
{
  for (guint i = 0; i < n_glyphs; i++)
    {
      const NbPdfBox *glyph = &glyphs[i];

      if (rule->y1 < glyph->y1 || rule->y1 > glyph->y2)
        continue;
      if (run->tail_last > 0 && glyph->x1 <= run->tail_start / scale && glyph->x2 >= run->end / scale)
        rule->x2 = run->tail_last / scale;
      if (run->head_end > 0 && glyph->x1 <= run->start / scale && glyph->x2 >= run->head_end / scale)
        rule->x1 = run->head_next / scale;
    }
}

static void
append_rules (GArray *found,
              GArray *runs,
              double scale,
              gboolean transposed,
              const NbPdfBox *glyphs,
              guint n_glyphs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      double at = (run->first_line + run->last_line + 1) / (2 * scale);
      NbPdfBox rule = { run->start / scale, at, run->end / scale, at };

      if (is_stroke (&rule, glyphs, n_glyphs))
        continue;
      cut_strokes (&rule, run, scale, glyphs, n_glyphs);
      if (transposed)
        rule = (NbPdfBox){ rule.y1, rule.x1, rule.y2, rule.x2 };
      g_array_append_val (found, rule);
    }
}

static guint8 *
transpose (const guint8 *grey, guint width, guint height)
{
  guint8 *turned = g_try_malloc ((gsize) width * height);

  if (turned == NULL)
    return NULL;
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      turned[(gsize) x * height + y] = grey[(gsize) y * width + x];
  return turned;
}

/**
 * nb_pdf_rules_find:
 * @grey: the picture of a page, a byte a pixel, line by line
 * @width: pixels of a line
 * @height: lines
 * @scale: pixels of a point
 * @glyphs: (array length=n_glyphs): the boxes of the letters on the page
 * @n_glyphs: how many
 * @slants: (element-type NbPdfBox): where to add lines that are a little aslant
 *
 * Finds the straight lines across and down the page.
 *
 * Returns: (transfer full) (element-type NbPdfBox): the lines, each from (x1, y1) to (x2, y2)
 */
GArray *
nb_pdf_rules_find (const guint8 *grey,
                   guint width,
                   guint height,
                   double scale,
                   const NbPdfBox *glyphs,
                   guint n_glyphs,
                   GArray *slants)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (NbPdfBox));
  NbPdfGround across = { grey, width, height };
  g_autofree guint8 *turned = transpose (grey, width, height);
  NbPdfGround down = { turned, height, width };
  g_autofree NbPdfBox *turned_glyphs = g_new (NbPdfBox, n_glyphs);
  g_autoptr (GArray) runs = find_across (&across, scale);
  guint n_slants;

  append_rules (found, runs, scale, FALSE, glyphs, n_glyphs);
  nb_pdf_slants_find (slants, &across, scale);
  if (turned == NULL)
    return found;
  g_array_unref (runs);
  runs = find_across (&down, scale);
  for (guint i = 0; i < n_glyphs; i++)
    turned_glyphs[i] = (NbPdfBox){ glyphs[i].y1, glyphs[i].x1, glyphs[i].y2, glyphs[i].x2 };
  append_rules (found, runs, scale, TRUE, turned_glyphs, n_glyphs);
  n_slants = slants->len;
  nb_pdf_slants_find (slants, &down, scale);
  for (guint i = n_slants; i < slants->len; i++)
    {
      NbPdfBox *line = &g_array_index (slants, NbPdfBox, i);

      *line = (NbPdfBox){ line->y1, line->x1, line->y2, line->x2 };
    }
  return found;
}
