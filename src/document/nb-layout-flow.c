/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbFlow: the pieces of one page after the other. What stands in a table goes to its cell; what is left makes lines,
 * and lines make paragraphs and, where values stand at their ends, rows. A paragraph or a table that goes on on the next page
 * is one; page numbers and lines that every page repeats are furniture and part nothing.
 *
 *   glyphs of a page ─┬─ tables between lines ──┐
 *                     └─ lines outside ─────────┴─ by their height on the page → pieces
 *
 * One thread.
 */

#include "nb-layout-private.h"

#include "base/nb-text.h"
#include "base/nb-value.h"

#include <math.h>
#include <string.h>

/* Figures and letters that are nearer than this, in widths of an ideograph, belong together. */
#define TOGETHER 0.12f
/* A gap between cells of a row that has no lines around it, likewise. */
#define CELL_GAP 0.95f
/* Heads right above a row of numbers stand closer to each other, and their own letters closer still. */
#define HEAD_GAP   0.5f
#define LETTER_GAP 0.1f
/* How far above that row, likewise; the fewest of them in a line, and the most letters of one. */
#define HEAD_REACH   16.0f
#define FEWEST_HEADS 4
#define LONGEST_HEAD 6
/* Lines of a cell reach into those of its neighbours by more than this part of their height. */
#define REACHED 0.2f
/* Lines of one cell are nearer to each other than this, likewise. */
#define CLOSE 0.6f
/* The most letters of a unit. */
#define LONGEST_UNIT 2
/* A cell with more characters and several sentences is read as running text. */
#define LONGEST_CELL 200
typedef enum
{
  ELEMENT_LINE,
  ELEMENT_TABLE,
  ELEMENT_PICTURE
} ElementKind;

/* Something on a page, from above. */
typedef struct
{
  ElementKind kind;
  float y;
  guint index;
} Element;

/* A row of cells without lines around them: the next line may show that a number goes on there. */
typedef struct
{
  GPtrArray *texts; /* (owned) of cells */
  GArray *parts;    /* (owned) NbLine, of cells */
  NbLine line;
  guint n_values;
  gboolean is_doubtful;
} OpenRow;

struct _NbFlow
{
  NbLayout *layout;
  NbDocument *document;
  NbFurniture *edges; /* (owned) (nullable) */
  guint n_slots;
  gboolean full;

  /* What is open at the end of the page before, and furniture that must not part it. */
  GPtrArray *furniture; /* (owned) lines */
  GString *paragraph;   /* (owned) */
  NbLine last;          /* the last line of the paragraph */
  OpenRow row;          /* empty where none is open */
  guint open_flags;     /* of the pages that they stand on */
  GArray *loose;      /* (owned) NbLine: the parts of the line before, if it held numbers only */
  float last_right;   /* where lines of its page end */
  NbOpenTable *table; /* (owned) */

  /* The page at hand. */
  const NbPage *page;
  guint page_number;
  GPtrArray *tables; /* of it */
  GArray *free_glyphs; /* (owned) guint */
  GArray *lines;       /* (owned) (nullable) NbLine, of free glyphs */
  float left, right;   /* where text begins and ends */
};

/**
 * nb_flow_new:
 * @layout: a layout
 * @document: the document to fill
 *
 * Returns: (transfer full): a flow before its first page; it holds neither
 */
NbFlow *
nb_flow_new (NbLayout *layout, NbDocument *document)
{
  NbFlow *self = g_new0 (NbFlow, 1);

  self->layout = layout;
  self->document = document;
  self->furniture = g_ptr_array_new_with_free_func (g_free);
  self->paragraph = g_string_new (NULL);
  self->free_glyphs = g_array_new (FALSE, FALSE, sizeof (guint));
  self->table = nb_open_table_new (layout);
  self->row.texts = g_ptr_array_new_with_free_func (g_free);
  self->row.parts = g_array_new (FALSE, FALSE, sizeof (NbLine));
  self->loose = g_array_new (FALSE, FALSE, sizeof (NbLine));
  return self;
}

/**
 * nb_flow_free:
 * @self: a flow
 *
 * Frees the flow.
 */
void
nb_flow_free (NbFlow *self)
{
  g_clear_pointer (&self->edges, nb_furniture_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_array_unref (self->free_glyphs);
  g_ptr_array_unref (self->furniture);
  nb_open_table_free (self->table);
  g_ptr_array_unref (self->row.texts);
  g_array_unref (self->row.parts);
  g_array_unref (self->loose);
  g_string_free (self->paragraph, TRUE);
  g_free (self);
}

static NbPiece *
append (NbFlow *self, const char *text, gssize length, guint flags)
{
  NbPiece *piece = nb_document_append (self->document, text, length, flags);

  self->full |= piece == NULL;
  return piece;
}

static void
end_row (NbFlow *self)
{
  for (guint i = 0; i < self->row.texts->len; i++)
    {
      const char *text = g_ptr_array_index (self->row.texts, i);

      append (self, text, -1, NB_PIECE_IN_ROW | (i == 0 ? NB_PIECE_ROW_START : 0) | self->open_flags);
    }
  g_ptr_array_set_size (self->row.texts, 0);
  g_array_set_size (self->row.parts, 0);
  self->row.is_doubtful = FALSE;
}

static void
end_paragraph (NbFlow *self)
{
  end_row (self);
  if (self->paragraph->len > 0)
    append (self, self->paragraph->str, (gssize) self->paragraph->len, self->open_flags);
  g_string_truncate (self->paragraph, 0);
  self->open_flags = 0;
}

/* Ends whatever could go on. */
static void
end_block (NbFlow *self)
{
  end_paragraph (self);
  self->full |= !nb_open_table_flush (self->table, self->document);
  nb_open_table_close (self->table);
  for (guint i = 0; i < self->furniture->len; i++)
    {
      const char *text = g_ptr_array_index (self->furniture, i);

      append (self, text, -1, NB_PIECE_FURNITURE | NB_PIECE_PAGE | self->page->flags);
    }
  g_ptr_array_set_size (self->furniture, 0);
}

static char *
dup_line (NbFlow *self, const NbLine *line)
{
  GString *text = g_string_new (NULL);

  nb_layout_append_line (self->layout, self->free_glyphs, line, text);
  return g_string_free (text, FALSE);
}

static gboolean
is_in_table (const NbGlyph *glyph, GPtrArray *tables)
{
  for (guint t = 0; t < tables->len; t++)
    if (nb_ruled_table_has_point (g_ptr_array_index (tables, t), (glyph->x0 + glyph->x1) / 2,
                                  (glyph->y0 + glyph->y1) / 2))
      return TRUE;
  return FALSE;
}

/* Tables without lines around, of what is in none of @tables. Their characters are noted in @taken. */
static GPtrArray *
find_bare_tables (NbFlow *self, GPtrArray *tables, GHashTable *taken)
{
  GPtrArray *bare = g_ptr_array_new_with_free_func (nb_ruled_table_free);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = self->page->first_glyph; i < self->page->first_glyph + self->page->n_glyphs; i++)
    if (!is_in_table (nb_layout_glyph (self->layout, i), tables))
      g_array_append_val (glyphs, i);
  nb_layout_find_bare_tables (self->layout, glyphs, bare);
  for (guint t = 0; t < bare->len; t++)
    {
      NbRuledTable *table = g_ptr_array_index (bare, t);

      table->flags = self->page->flags;
      for (guint c = 0; c < table->cells->len; c++)
        {
          const GArray *cell = g_array_index (table->cells, NbRuledCell, c).glyphs;

          for (guint i = 0; i < cell->len; i++)
            g_hash_table_add (taken, GUINT_TO_POINTER (g_array_index (cell, guint, i)));
        }
    }
  return bare;
}

/* Characters of a page, in lines: figures and words go to a table as a whole. */
static void
deal_out (NbFlow *self, GPtrArray *tables, GHashTable *in_cells)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) lines = NULL;

  for (guint i = 0; i < self->page->n_glyphs; i++)
    {
      guint number = self->page->first_glyph + i;

      if (!g_hash_table_contains (in_cells, GUINT_TO_POINTER (number)))
        g_array_append_val (glyphs, number);
    }
  lines = nb_layout_make_lines (self->layout, glyphs);
  g_array_set_size (self->free_glyphs, 0);
  for (guint l = 0; l < lines->len; l++)
    {
      const NbLine *line = &g_array_index (lines, NbLine, l);
      guint end = line->first + line->n;

      for (guint first = line->first, next; first < end; first = next)
        {
          gboolean taken = FALSE;

          for (next = first + 1; next < end; next++)
            {
              const NbGlyph *a = nb_layout_glyph (self->layout,
                                                  g_array_index (glyphs, guint, next - 1));
              const NbGlyph *b = nb_layout_glyph (self->layout,
                                                  g_array_index (glyphs, guint, next));

              if ((a->flags & b->flags & NB_GLYPH_ALNUM) == 0 ||
                  b->x0 - a->x1 > TOGETHER * line->em)
                break;
            }
          /* The innermost table is the last one that begins before. */
          for (guint t = tables->len; t > 0 && !taken; t--)
            taken = nb_ruled_table_take (g_ptr_array_index (tables, t - 1), self->layout, glyphs,
                                         first, next - first);
          if (!taken)
            g_array_append_vals (self->free_glyphs, &g_array_index (glyphs, guint, first),
                                 next - first);
        }
    }
}

/* Where the text of the page begins and ends: long lines tell. */
static void
measure_margins (NbFlow *self)
{
  self->left = self->page->width;
  self->right = 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NbLine *line = &g_array_index (self->lines, NbLine, i);

      if (nb_furniture_is_at_edge (self->page, line))
        continue;
      self->left = MIN (self->left, line->x0);
      self->right = MAX (self->right, line->x1);
    }
}

/* The cell of the open row whose number this part may go on with: the number stands right above it. */
static guint
find_above (NbFlow *self, const NbLine *part)
{
  for (guint i = 0; i < self->row.parts->len; i++)
    {
      const NbLine *above = &g_array_index (self->row.parts, NbLine, i);
      const char *text = g_ptr_array_index (self->row.texts, i);

      if (part->x0 < above->x1 && part->x1 > above->x0 && above->n > 1 && part->n <= above->n &&
          nb_value_looks_like (text, -1))
        return i;
    }
  return G_MAXUINT;
}

/* Whether a line close below a row holds fewer numbers, each of them under one of the row: these had no
 * room in one line, or the row below has lost its own. Then it cannot be told what they are, and both parts go
 * into one cell, with a blank between. */
static gboolean
break_numbers (NbFlow *self, const NbLine *line, const GArray *parts, GPtrArray *texts)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_values = 0;

  if (self->row.parts->len == 0 || line->y0 < self->row.line.y0 ||
      line->y0 - self->row.line.y1 > CLOSE * line->em)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      guint found = G_MAXUINT;

      if (nb_value_looks_like (g_ptr_array_index (texts, i), -1))
        {
          n_values++;
          found = find_above (self, &g_array_index (parts, NbLine, i));
          if (found == G_MAXUINT)
            return FALSE;
        }
      g_array_append_val (above, found);
    }
  if (n_values == 0 || n_values >= self->row.n_values)
    return FALSE;
  for (guint i = parts->len; i > 0; i--)
    {
      guint cell = g_array_index (above, guint, i - 1);
      char *whole;

      if (cell == G_MAXUINT)
        continue;
      whole = g_strdup_printf ("%s %s", (const char *) g_ptr_array_index (self->row.texts, cell),
                               (const char *) g_ptr_array_index (texts, i - 1));
      g_free (g_ptr_array_index (self->row.texts, cell));
      g_ptr_array_index (self->row.texts, cell) = whole;
      g_ptr_array_remove_index (texts, i - 1);
    }
  return TRUE;
}

/* What cannot be trusted to be a number is none that can be read. */
static void
doubt (GPtrArray *texts, guint i)
{
  char *text = g_ptr_array_index (texts, i);

  if (!nb_value_looks_like (text, -1))
    return;
  g_ptr_array_index (texts, i) = g_strconcat (text, "\357\277\275", NULL);
  g_free (text);
}

/* Whether a line is a word so short as a unit, below the values of the row and not below its label. */
static gboolean
is_unit_below (NbFlow *self, const NbLine *line)
{
  guint i = 0;

  while (i < self->row.parts->len && !nb_value_looks_like (g_ptr_array_index (self->row.texts, i), -1))
    i++;
  return line->n <= LONGEST_UNIT && i < self->row.parts->len &&
         line->x0 > g_array_index (self->row.parts, NbLine, i).x0;
}

/* Whether a line of numbers reaches into the row before: cells of several lines stand beside cells of one, and what
 * stands in one line is no row. */
static gboolean
reaches_into_row (NbFlow *self, const NbLine *line, guint n_values)
{
  const NbLine *row = &self->row.line;

  return self->row.parts->len > 0 && line->y0 >= row->y0 &&
         row->y1 - line->y0 > REACHED * (row->y1 - row->y0) &&
         (n_values > 0 || self->row.is_doubtful || is_unit_below (self, line));
}

/* Whether a number stands close above this part, in a line with fewer of them and nothing else: it may be the
 * beginning of this one. */
static gboolean
goes_on_from_loose (NbFlow *self, const NbLine *part, guint n_values)
{
  if (self->loose->len >= n_values)
    return FALSE;
  for (guint i = 0; i < self->loose->len; i++)
    {
      const NbLine *above = &g_array_index (self->loose, NbLine, i);

      if (part->x0 < above->x1 && part->x1 > above->x0 && part->y0 > above->y0 &&
          part->y0 - above->y1 <= CLOSE * part->em)
        return TRUE;
    }
  return FALSE;
}

/* Whether a word stands below a number as its unit does that had no room beside it: the number belongs in this line. */
static gboolean
has_loose_unit (NbFlow *self, const GArray *parts, const GPtrArray *texts, guint n_values)
{
  for (guint i = 1; i < texts->len; i++)
    {
      const NbLine *part = &g_array_index (parts, NbLine, i);

      if (part->n <= LONGEST_UNIT && !nb_value_looks_like (g_ptr_array_index (texts, i), -1) &&
          goes_on_from_loose (self, part, n_values))
        return TRUE;
    }
  return FALSE;
}

/* Marks the numbers of a line that may be parts of others; returns whether it is so mixed with the row before. */
static gboolean
doubt_line (NbFlow *self, const NbLine *line, const GArray *parts, GPtrArray *texts, guint n_values)
{
  gboolean reaches = reaches_into_row (self, line, n_values);
  gboolean lacks = has_loose_unit (self, parts, texts, n_values);

  for (guint i = 0; i < self->row.texts->len && reaches && !self->row.is_doubtful; i++)
    doubt (self->row.texts, i);
  for (guint i = 0; i < texts->len; i++)
    if (reaches || lacks || goes_on_from_loose (self, &g_array_index (parts, NbLine, i), n_values))
      doubt (texts, i);
  return reaches;
}

/* Heads over a row of numbers without lines around stand as close as their columns do: they are cut where gaps part short
 * words whose own letters have none. */
static void
cut_heads (NbFlow *self, const NbLine *line, GArray *parts)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (NbLine));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (NbLine));
  gboolean is_over_row = FALSE, is_short = TRUE;

  for (guint i = 0; i < self->tables->len && !is_over_row; i++)
    {
      const NbRuledTable *table = g_ptr_array_index (self->tables, i);
      float below = g_array_index (table->ys, float, 0) - line->y1;

      is_over_row = table->is_plain_row && below > -line->em && below < HEAD_REACH * line->em;
    }
  if (!is_over_row)
    return;
  nb_layout_cut_line (self->layout, self->free_glyphs, line, HEAD_GAP, heads);
  nb_layout_cut_line (self->layout, self->free_glyphs, line, LETTER_GAP, words);
  for (guint i = 0; i < heads->len; i++)
    is_short &= g_array_index (heads, NbLine, i).n <= LONGEST_HEAD;
  if (is_short && heads->len >= FEWEST_HEADS && heads->len == words->len && heads->len > parts->len)
    {
      g_array_set_size (parts, 0);
      g_array_append_vals (parts, heads->data, heads->len);
    }
}

/* Cuts a line into the cells of a row; FALSE where it is none. */
static gboolean
add_row (NbFlow *self, const NbLine *line)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (NbLine));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n_last = 0, n_values = 0;
  gboolean reaches;

  nb_layout_cut_line (self->layout, self->free_glyphs, line, CELL_GAP, parts);
  cut_heads (self, line, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      char *text = dup_line (self, &g_array_index (parts, NbLine, i));
      gboolean is_value = nb_value_looks_like (text, -1);

      n_last = is_value ? n_last + 1 : 0;
      n_values += is_value;
      g_ptr_array_add (texts, text);
    }
  reaches = doubt_line (self, line, parts, texts, n_values);
  g_array_set_size (self->loose, 0);
  if (n_values == parts->len)
    g_array_append_vals (self->loose, parts->data, parts->len);
  if (!reaches && break_numbers (self, line, parts, texts))
    {
      end_block (self);
      for (guint i = 0; i < texts->len; i++)
        append (self, g_ptr_array_index (texts, i), -1, self->page->flags);
      return TRUE;
    }
  /* Several parts without a value at the end may be the head of a table, or a line of words that stand apart. */
  if (parts->len < 2 || (n_last == 0 && parts->len < 3))
    return FALSE;
  end_block (self);
  self->open_flags = self->page->flags;
  self->row.is_doubtful = reaches;
  self->row.line = *line;
  self->row.n_values = n_values;
  g_ptr_array_extend_and_steal (self->row.texts, g_steal_pointer (&texts));
  g_array_append_vals (self->row.parts, parts->data, parts->len);
  return TRUE;
}

static gboolean
ends_sentence (const GString *text)
{
  static const gunichar marks[] = { 0x3002, 0xff1b, 0xff1a, 0xff01, 0xff1f };
  gunichar last = text->len > 0
                      ? g_utf8_get_char (g_utf8_find_prev_char (text->str, text->str + text->len))
                      : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (last == marks[i])
      return TRUE;
  return FALSE;
}

/* Lines of fewer ideographs are not broken because they are full. */
#define SHORTEST_FULL 10

/* Whether a line goes on with the paragraph before it: that had no room left, and this one is not indented. */
static gboolean
goes_on (NbFlow *self, const NbLine *line, const char *text)
{
  const NbLine *last = &self->last;
  float own = line->y1 - line->y0, height = last->y1 - last->y0;

  if (self->paragraph->len == 0 || last->x1 - last->x0 < SHORTEST_FULL * last->em ||
      last->x1 < self->last_right - 1.6f * line->em || line->x0 > self->left + 0.8f * line->em ||
      fabsf (line->em - last->em) > 0.12f * line->em)
    return FALSE;
  /* A figure alone stands below its label. */
  if (nb_value_looks_like (text, -1))
    return FALSE;
  /* A heading behind a sentence that just fills its line. */
  if (ends_sentence (self->paragraph) && nb_text_is_enumerated (text, -1))
    return FALSE;
  /* On the next page it begins anywhere; here it follows at once. */
  return line->y0 < last->y0 || line->y0 - last->y1 < 1.6f * MAX (own, height);
}

static void
add_line (NbFlow *self, const NbLine *line)
{
  g_autofree char *text = NULL;

  if (add_row (self, line))
    return;
  text = dup_line (self, line);
  if (goes_on (self, line, text))
    {
      guchar before = (guchar) self->paragraph->str[self->paragraph->len - 1];

      if (g_ascii_isalpha ((char) before) && g_ascii_isalpha (*text))
        g_string_append_c (self->paragraph, ' ');
    }
  else
    end_block (self);
  g_string_append (self->paragraph, text);
  self->open_flags |= self->page->flags;
  self->last = *line;
  self->last_right = self->right;
}

static float
edge (const GArray *positions, guint i)
{
  return g_array_index (positions, float, i);
}

/* Reads a cell that holds running text as lines of its own. */
static void
add_running (NbFlow *self, const NbRuledCell *cell)
{
  g_autoptr (GArray) outer_glyphs = NULL;
  g_autoptr (GArray) lines = NULL;
  float left = self->left, right = self->right;

  outer_glyphs = g_steal_pointer (&self->free_glyphs);
  self->free_glyphs = g_array_ref (cell->glyphs);
  lines = nb_layout_make_lines (self->layout, self->free_glyphs);
  self->left = G_MAXFLOAT;
  self->right = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      self->left = MIN (self->left, g_array_index (lines, NbLine, i).x0);
      self->right = MAX (self->right, g_array_index (lines, NbLine, i).x1);
    }
  for (guint i = 0; i < lines->len; i++)
    add_line (self, &g_array_index (lines, NbLine, i));
  end_paragraph (self);
  g_array_unref (self->free_glyphs);
  self->free_glyphs = g_steal_pointer (&outer_glyphs);
  self->left = left;
  self->right = right;
}

static gboolean
is_running (const NbRuledCell *cell)
{
  return cell->glyphs->len > LONGEST_CELL;
}

static gboolean
has_running_cell (const NbRuledTable *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    if (is_running (&g_array_index (table->cells, NbRuledCell, i)))
      return TRUE;
  return FALSE;
}

/* The cells of a table that holds running text are not held back. */
static void
add_frame (NbFlow *self, NbRuledTable *table)
{
  for (guint i = 0; i < table->cells->len && !self->full; i++)
    {
      const NbRuledCell *cell = &g_array_index (table->cells, NbRuledCell, i);

      if (is_running (cell))
        add_running (self, cell);
      else
        nb_open_table_add_cell (self->table, table, cell);
      self->full |= !nb_open_table_flush (self->table, self->document);
    }
}

static void
add_plain_row (NbFlow *self, const NbRuledTable *table)
{
  end_block (self);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const NbRuledCell *cell = &g_array_index (table->cells, NbRuledCell, i);
      g_autoptr (GString) text = g_string_new (NULL);
      NbCellEnds ends;

      nb_layout_append_cell (self->layout, cell->glyphs, edge (table->xs, cell->column),
                             edge (table->xs, cell->column_end), TRUE, text, &ends);
      append (self, text->str, (gssize) text->len,
              NB_PIECE_IN_ROW | (i == 0 ? NB_PIECE_ROW_START : 0) | self->page->flags);
    }
}

/* A table at the head of a page goes on from the one at the foot of the page before, where their sides stand alike. */
static void
add_table (NbFlow *self, NbRuledTable *table)
{
  float tolerance = 2 * nb_page_tolerance (self->page);

  if (table->is_plain_row)
    {
      add_plain_row (self, table);
      return;
    }
  end_paragraph (self);
  if (!nb_open_table_matches (self->table, table, self->page_number, tolerance))
    {
      end_block (self);
      nb_open_table_begin (self->table, nb_document_add_table (self->document), table);
    }
  if (has_running_cell (table))
    add_frame (self, table);
  else
    nb_open_table_add_part (self->table, table, tolerance);
  nb_open_table_end_part (self->table, table, self->page_number);
}

static int
compare_elements (gconstpointer a, gconstpointer b)
{
  const Element *x = a, *y = b;

  if (x->y != y->y)
    return x->y < y->y ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static GArray *
list_elements (NbFlow *self, GPtrArray *tables)
{
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (Element));

  for (guint i = 0; i < tables->len; i++)
    {
      const NbRuledTable *table = g_ptr_array_index (tables, i);
      Element element = { ELEMENT_TABLE, edge (table->ys, 0), i };

      g_array_append_val (elements, element);
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NbLine *line = &g_array_index (self->lines, NbLine, i);
      Element element = { ELEMENT_LINE, (line->y0 + line->y1) / 2, i };

      g_array_append_val (elements, element);
    }
  for (guint i = 0; i < self->page->n_pictures; i++)
    {
      const NbBox *box = &g_array_index (self->layout->pictures, NbBox,
                                         self->page->first_picture + i);
      Element element = { ELEMENT_PICTURE, (float) box->y, i };

      /* A picture with text on it is a background. */
      if (nb_layout_is_empty (self->layout, self->page, box))
        g_array_append_val (elements, element);
    }
  g_array_sort (elements, compare_elements);
  return elements;
}

static void
add_element (NbFlow *self, GPtrArray *tables, const Element *element, gboolean is_outermost)
{
  const NbLine *line;
  g_autofree char *text = NULL;

  switch (element->kind)
    {
    case ELEMENT_TABLE:
      add_table (self, g_ptr_array_index (tables, element->index));
      return;
    case ELEMENT_PICTURE:
      end_block (self);
      append (self, "", 0, NB_PIECE_IMAGE | self->page->flags);
      return;
    case ELEMENT_LINE:
    default:
      line = &g_array_index (self->lines, NbLine, element->index);
      text = dup_line (self, line);
      if (nb_furniture_is_line (self->edges, self->page_number, line, text, is_outermost))
        g_ptr_array_add (self->furniture, g_steal_pointer (&text));
      else
        add_line (self, line);
    }
}

/**
 * nb_flow_add_page:
 * @self: a flow
 * @page: number of the page
 *
 * Makes pieces of a page.
 */
void
nb_flow_add_page (NbFlow *self, guint page)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) bare = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) elements = NULL;

  if (self->edges == NULL)
    self->edges = nb_furniture_new (self->layout);
  self->page = &g_array_index (self->layout->pages, NbPage, page);
  self->page_number = page;
  tables = nb_layout_find_tables (self->layout, self->page, &self->n_slots);
  nb_layout_drop_frames (tables);
  bare = find_bare_tables (self, tables, taken);
  deal_out (self, tables, taken);
  nb_layout_mark_large (self->layout, self->page, tables);
  g_ptr_array_foreach (tables, nb_ruled_table_open_boxes, self->layout);
  g_ptr_array_extend_and_steal (tables, g_steal_pointer (&bare));
  g_clear_pointer (&self->lines, g_array_unref);
  self->lines = nb_layout_make_lines (self->layout, self->free_glyphs);
  self->tables = tables;
  measure_margins (self);
  elements = list_elements (self, tables);
  for (guint i = 0; i < elements->len && !self->full; i++)
    add_element (self, tables, &g_array_index (elements, Element, i),
                 i == 0 || i + 1 == elements->len);
  self->tables = NULL;
}

/**
 * nb_flow_finish:
 * @self: a flow
 *
 * Ends what is open.
 *
 * Returns: whether the document could hold all
 */
gboolean
nb_flow_finish (NbFlow *self)
{
  end_block (self);
  return !self->full;
}
