/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A paper on A4: blocks become lines, lines become pages. A row of a table is never split, the heads of
 * a table stand again on the next page, and a heading never stands alone at the foot of one.
 *
 *   blocks ──▶ one drawing a page ──▶ head and foot ──nb_drawings_to_pdf()──▶ bytes
 */

#include "nb-paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "chart/nb-drawing.h"

#define PAGE_WIDTH   595.28
#define PAGE_HEIGHT  841.89
#define MARGIN       45.35 /* 16 mm */
#define TOP          (MARGIN + 24)
#define BOTTOM       (PAGE_HEIGHT - MARGIN - 18)
#define SIZE         9.0
#define SMALL        8.0
#define LEADING      1.45
#define PADDING      4.0
#define MOST_LINES   200  /* of one cell */
#define MOST_NUMBERS 0.85 /* of the width of a table */

#define INK  0x1e1e1effu
#define DIM  0x5e5c64ffu
#define RULE 0x999999ffu

typedef struct
{
  const NbPaper *paper;
  GPtrArray *pages; /* of NbDrawing */
  NbDrawing *page;
  double y;
  const NbBlock *table; /* (nullable): whose heads stand again on a new page */
  double *widths;       /* of its columns */
} Setting;

static void
begin_page (Setting *self)
{
  self->page = nb_drawing_new (PAGE_WIDTH, PAGE_HEIGHT);
  self->y = TOP;
  g_ptr_array_add (self->pages, self->page);
}

static void set_heads (Setting *self);

static void
make_room (Setting *self, double height)
{
  if (self->y + height <= BOTTOM || self->y <= TOP)
    return;
  begin_page (self);
  if (self->table != NULL)
    set_heads (self);
}

/* --- Text --- */

static void
set_text (Setting *self, const char *text, double size, gboolean bold, NbColour colour)
{
  double width = PAGE_WIDTH - 2 * MARGIN;
  g_auto (GStrv) lines = nb_text_wrap (text, size, bold, width, G_MAXUINT);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      make_room (self, size * LEADING);
      self->y += size * LEADING;
      nb_drawing_text (self->page, MARGIN, self->y - size * 0.35, NB_ANCHOR_START, size, bold,
                       colour, lines[i]);
    }
}

static double
get_heading_size (const NbBlock *block)
{
  return block->level == 1 ? 15 : block->level == 2 ? 12 : 10;
}

/* A heading stays with what it is of, also where that is a heading. */
static void
set_heading (Setting *self, guint number)
{
  const NbBlock *block = self->paper->blocks->pdata[number];
  double size = get_heading_size (block), room = 4 * SIZE * LEADING;

  for (guint i = number; i < self->paper->blocks->len; i++)
    {
      const NbBlock *next = self->paper->blocks->pdata[i];

      if (next->kind != NB_BLOCK_HEADING || (i > number && next->level == 1))
        break;
      room += get_heading_size (next) * (LEADING + (i > number ? 0.8 : 0)) + 2;
    }
  if (block->level == 1 && self->y > TOP)
    begin_page (self);
  self->y += self->y > TOP ? size * 0.8 : 0;
  make_room (self, room);
  set_text (self, block->text, size, TRUE, INK);
  self->y += 2;
}

/* Words of both texts on the same lines: what was removed is struck, what was added underlined. */
static void
set_words (Setting *self, const GArray *words)
{
  double x = MARGIN, line = SIZE * LEADING;

  make_room (self, line);
  self->y += line;
  for (guint i = 0; i < words->len; i++)
    {
      const NbPaperWord *word = &g_array_index (words, NbPaperWord, i);
      gboolean bold = word->strong && word->kind != NB_DIFF_EQUAL;

      for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *character = g_strndup (p, g_utf8_next_char (p) - p);
          double width = nb_text_measure (character, SIZE, bold);

          if (x + width > PAGE_WIDTH - MARGIN)
            {
              make_room (self, line);
              self->y += line;
              x = MARGIN;
            }
          nb_drawing_text (self->page, x, self->y - 3, NB_ANCHOR_START, SIZE, bold,
                           word->kind == NB_DIFF_REMOVED ? DIM : INK, character);
          if (word->kind != NB_DIFF_EQUAL)
            {
              double at = word->kind == NB_DIFF_REMOVED ? self->y - 6 : self->y - 1;

              nb_drawing_line (self->page, x, at, x + width, at, INK, 0.6, NB_DASH_SOLID);
            }
          x += width;
        }
    }
  self->y += 3;
}

/* --- Tables --- */

static gboolean
has_heads (const NbBlock *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_array_index (table->columns, NbPaperColumn, i).head != NULL)
      return TRUE;
  return FALSE;
}

static double
measure_column (const NbBlock *table, guint column)
{
  const char *head = g_array_index (table->columns, NbPaperColumn, column).head;
  double width = head != NULL ? MIN (nb_text_measure (head, SMALL, TRUE), 60) : 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const NbPaperRow *row = table->rows->pdata[i];

      if (!row->is_group && column < row->cells->len)
        width = MAX (width, nb_text_measure (g_array_index (row->cells, NbPaperCell, column).text,
                                             SMALL, TRUE));
    }
  return width + 2 * PADDING;
}

/* What is narrower than its share of the rest has what it wants; the others share what that leaves, the
 * wider the more. */
static void
share_width (double *widths, const gboolean *is_text, guint n_columns, double rest)
{
  g_autofree gboolean *is_settled = g_new0 (gboolean, n_columns);
  guint n_left = 0;
  double roots = 0;
  gboolean again = TRUE;

  for (guint i = 0; i < n_columns; i++)
    n_left += is_text[i];
  while (again && n_left > 0)
    {
      double share = rest / n_left;

      again = FALSE;
      for (guint i = 0; i < n_columns; i++)
        if (is_text[i] && !is_settled[i] && widths[i] <= share)
          {
            again = is_settled[i] = TRUE;
            rest -= widths[i];
            n_left--;
          }
    }
  for (guint i = 0; i < n_columns; i++)
    roots += is_text[i] && !is_settled[i] ? sqrt (widths[i]) : 0;
  for (guint i = 0; i < n_columns; i++)
    if (is_text[i] && !is_settled[i])
      widths[i] = rest * sqrt (widths[i]) / roots;
}

/* However many columns of numbers there are, they leave a part of the width to the texts. */
static double
limit_numbers (double *widths, const gboolean *is_text, guint n_columns, double all)
{
  double numbers = 0, most;
  guint n_texts = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      n_texts += is_text[i];
      numbers += is_text[i] ? 0 : widths[i];
    }
  most = n_texts > 0 ? all * MOST_NUMBERS : all;
  for (guint i = 0; numbers > most && i < n_columns; i++)
    if (!is_text[i])
      widths[i] *= most / numbers;
  return all - MIN (numbers, most);
}

/* Numbers have the room that they need, as far as it goes; texts share what is left. */
static double *
measure_columns (const NbBlock *table)
{
  guint n_columns = table->columns->len;
  double all = PAGE_WIDTH - 2 * MARGIN;
  double *widths = g_new0 (double, n_columns);
  g_autofree gboolean *is_text = g_new0 (gboolean, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      widths[i] = measure_column (table, i);
      is_text[i] = !g_array_index (table->columns, NbPaperColumn, i).is_number;
      if (is_text[i])
        continue;
      widths[i] = MIN (widths[i], all * 0.6 / n_columns + 24);
    }
  share_width (widths, is_text, n_columns, limit_numbers (widths, is_text, n_columns, all));
  return widths;
}

/* One row; returns its height. Draws where @draws. */
static double
set_cells (Setting *self,
           const char *const *texts,
           const NbCellStyle *styles,
           gboolean bold,
           gboolean draws)
{
  double x = MARGIN, height = 0;

  for (guint i = 0; i < self->table->columns->len; i++)
    {
      gboolean is_number = g_array_index (self->table->columns, NbPaperColumn, i).is_number;
      gboolean strong = bold || (styles != NULL && styles[i] == NB_CELL_STRONG);
      g_auto (GStrv) lines = nb_text_wrap (texts[i], SMALL, strong,
                                           MAX (self->widths[i] - 2 * PADDING, 1), MOST_LINES);
      guint n = g_strv_length (lines);

      for (guint j = 0; draws && j < n; j++)
        nb_drawing_text (self->page, is_number ? x + self->widths[i] - PADDING : x + PADDING,
                         self->y + PADDING + (j + 0.75) * SMALL * LEADING,
                         is_number ? NB_ANCHOR_END : NB_ANCHOR_START, SMALL, strong,
                         styles != NULL && styles[i] == NB_CELL_DIM ? DIM : INK, lines[j]);
      height = MAX (height, MAX (n, 1) * SMALL * LEADING + 2 * PADDING - 2);
      x += self->widths[i];
    }
  return height;
}

static void
end_row (Setting *self, double height)
{
  self->y += height;
  nb_drawing_line (self->page, MARGIN, self->y, PAGE_WIDTH - MARGIN, self->y, RULE, 0.5,
                   NB_DASH_SOLID);
}

static void
set_heads (Setting *self)
{
  g_autofree const char **texts = NULL;
  double height;

  if (!has_heads (self->table))
    return;
  texts = g_new0 (const char *, self->table->columns->len);
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      const char *head = g_array_index (self->table->columns, NbPaperColumn, i).head;

      texts[i] = head != NULL ? head : "";
    }
  height = set_cells (self, texts, NULL, TRUE, FALSE);
  nb_drawing_rect (self->page, MARGIN, self->y, PAGE_WIDTH - 2 * MARGIN, height, 0xededeeff);
  set_cells (self, texts, NULL, TRUE, TRUE);
  end_row (self, height);
}

static void
set_group (Setting *self, const NbPaperRow *row)
{
  g_autofree char *text = nb_text_fit (g_array_index (row->cells, NbPaperCell, 0).text, SMALL, TRUE,
                                       PAGE_WIDTH - 2 * MARGIN - 2 * PADDING);
  double height = SMALL * LEADING + 2 * PADDING - 2;

  make_room (self, 3 * height);
  nb_drawing_text (self->page, MARGIN + PADDING, self->y + PADDING + 0.75 * SMALL * LEADING,
                   NB_ANCHOR_START, SMALL, TRUE, INK, text);
  end_row (self, height);
}

/* @tail: what follows the row and is not to stand alone on the next page */
static void
set_row (Setting *self, const NbPaperRow *row, double tail)
{
  guint n = self->table->columns->len;
  g_autofree const char **texts = g_new0 (const char *, n);
  g_autofree NbCellStyle *styles = g_new0 (NbCellStyle, n);
  double height;

  for (guint i = 0; i < n; i++)
    {
      const NbPaperCell *cell = i < row->cells->len ? &g_array_index (row->cells, NbPaperCell, i)
                                                    : NULL;

      texts[i] = cell != NULL ? cell->text : "";
      styles[i] = cell != NULL ? cell->style : NB_CELL_PLAIN;
    }
  height = set_cells (self, texts, styles, FALSE, FALSE);
  make_room (self, height + tail < (BOTTOM - TOP) / 2 ? height + tail : height);
  set_cells (self, texts, styles, FALSE, TRUE);
  end_row (self, height);
}

/* The text behind a table up to the next heading or table: a foot to be signed stays with the last row. */
static double
measure_tail (const Setting *self, guint number)
{
  double height = 0;

  for (guint i = number + 1; i < self->paper->blocks->len; i++)
    {
      const NbBlock *block = self->paper->blocks->pdata[i];
      g_auto (GStrv) lines = NULL;

      if (block->kind != NB_BLOCK_PARAGRAPH)
        break;
      lines = nb_text_wrap (block->text, SIZE, FALSE, PAGE_WIDTH - 2 * MARGIN, G_MAXUINT);
      height += g_strv_length (lines) * SIZE * LEADING + 3;
    }
  return height > 0 ? height + 6 : 0;
}

static void
set_table (Setting *self, guint number)
{
  const NbBlock *block = self->paper->blocks->pdata[number];
  g_autofree double *widths = measure_columns (block);
  double tail = block->rows->len > 1 ? measure_tail (self, number) : 0;

  self->y += 4;
  self->table = NULL;
  make_room (self, 4 * SIZE * LEADING);
  self->table = block;
  self->widths = widths;
  set_heads (self);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const NbPaperRow *row = block->rows->pdata[i];

      if (row->is_group)
        set_group (self, row);
      else
        set_row (self, row, i + 1 < block->rows->len ? 0 : tail);
    }
  self->table = NULL;
  self->y += 6;
}

/* A drawing as wide as the text, on one page. */
static void
set_picture (Setting *self, const NbDrawing *picture)
{
  double scale = MIN ((PAGE_WIDTH - 2 * MARGIN) / picture->width, (BOTTOM - TOP) / picture->height);

  make_room (self, picture->height * scale);
  for (guint i = 0; i < picture->items->len; i++)
    {
      NbDraw item = g_array_index (picture->items, NbDraw, i);
      gboolean is_line = item.kind == NB_DRAW_LINE;

      item.x = MARGIN + item.x * scale;
      item.y = self->y + item.y * scale;
      item.x2 = is_line ? MARGIN + item.x2 * scale : item.x2 * scale;
      item.y2 = is_line ? self->y + item.y2 * scale : item.y2 * scale;
      item.width *= scale;
      item.size *= scale;
      item.text = g_strdup (item.text);
      g_array_append_val (self->page->items, item);
    }
  self->y += picture->height * scale + 6;
}

static void
set_block (Setting *self, guint number)
{
  const NbBlock *block = self->paper->blocks->pdata[number];

  switch (block->kind)
    {
    case NB_BLOCK_HEADING:
      set_heading (self, number);
      break;
    case NB_BLOCK_TABLE:
      set_table (self, number);
      break;
    case NB_BLOCK_PICTURE:
      set_picture (self, block->picture);
      break;
    case NB_BLOCK_WORDS:
      set_words (self, block->words);
      break;
    default:
      set_text (self, block->text, SIZE, block->kind == NB_BLOCK_NOTICE, INK);
      self->y += 3;
    }
}

static void
set_head_and_foot (const Setting *self, guint i)
{
  NbDrawing *page = self->pages->pdata[i];
  double right = PAGE_WIDTH - MARGIN;
  g_autofree char *head = nb_text_fit (self->paper->title, SMALL, FALSE, right - MARGIN);
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), i + 1, self->pages->len);

  nb_drawing_text (page, MARGIN, MARGIN + 8, NB_ANCHOR_START, SMALL, FALSE, DIM, head);
  nb_drawing_line (page, MARGIN, MARGIN + 14, right, MARGIN + 14, RULE, 0.5, NB_DASH_SOLID);
  nb_drawing_line (page, MARGIN, PAGE_HEIGHT - MARGIN - 10, right, PAGE_HEIGHT - MARGIN - 10, RULE,
                   0.5, NB_DASH_SOLID);
  nb_drawing_text (page, MARGIN, PAGE_HEIGHT - MARGIN + 2, NB_ANCHOR_START, SMALL, FALSE, DIM,
                   "Nianbao " NB_VERSION);
  nb_drawing_text (page, right, PAGE_HEIGHT - MARGIN + 2, NB_ANCHOR_END, SMALL, FALSE, DIM, number);
}

/**
 * nb_paper_set:
 * @self: a document
 * @error: %NB_ERROR_LIMIT where it has more pages than NB_LIMIT_PAPER_PAGES
 *
 * Sets it on A4: for a file and for a printer alike.
 *
 * Returns: (transfer full) (element-type NbDrawing) (nullable): its pages
 */
GPtrArray *
nb_paper_set (const NbPaper *self, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_drawing_free);
  Setting setting = { .paper = self, .pages = pages };

  begin_page (&setting);
  for (guint i = 0; i < self->blocks->len && pages->len <= NB_LIMIT_PAPER_PAGES; i++)
    set_block (&setting, i);
  if (pages->len > NB_LIMIT_PAPER_PAGES)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the document has more than %u pages"),
                   NB_LIMIT_PAPER_PAGES);
      return NULL;
    }
  for (guint i = 0; i < pages->len; i++)
    set_head_and_foot (&setting, i);
  ((NbDrawing *) pages->pdata[0])->title = g_strdup (self->title);
  return g_steal_pointer (&pages);
}

/**
 * nb_paper_write_pdf:
 * @self: a document
 * @out: what to append to
 * @error: %NB_ERROR_LIMIT where it has more pages than NB_LIMIT_PAPER_PAGES, or cannot be written
 *
 * Sets it on A4.
 *
 * Returns: whether it could be written
 */
gboolean
nb_paper_write_pdf (const NbPaper *self, GString *out, GError **error)
{
  g_autoptr (GPtrArray) pages = nb_paper_set (self, error);
  g_autoptr (GBytes) bytes = pages != NULL ? nb_drawings_to_pdf (pages, error) : NULL;

  if (bytes == NULL)
    return FALSE;
  g_string_append_len (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return TRUE;
}
