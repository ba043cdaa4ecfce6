/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Plain text, in every layout that a copied or converted report has (DOMAIN §7.1): one row a line
 * with pipes (also Markdown and box drawing), tabs, commas or gaps of blanks; one cell a line with
 * a pipe behind each, on the same line or on a line of its own; one cell a line with nothing
 * between.
 *
 * The text stays as it was decoded; the pieces are slices of it. What is a label and what is a
 * value is not known here, but for one question: whether a line that ends with values is a row.
 */

#include "nb-document-private.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "base/nb-value.h"

#include <string.h>

/* A cell longer than this is a sentence, and its line a paragraph. */
#define LONGEST_CELL 240
#define LONGEST_ROW  2000
/* From how many lines of delimited rows on a text is taken for CSV. */
#define FEWEST_CSV_ROWS 10
/* Lines of one row between two rules of a drawn table. */
#define MOST_ROW_LINES 12

typedef struct
{
  guint offset;
  guint length; /* white space at both ends left out */
  guint line;
} Line;

typedef struct
{
  guint offset;
  guint length;
} Slice;

/* How the pipes of this text are used. */
typedef enum
{
  PIPES_ROWS,
  PIPES_CELLS
} PipeUse;

typedef struct
{
  NbDocument *document;
  const char *text;
  GArray *lines; /* Line, blank ones left out */
  GArray *cells; /* Slice, of the line at hand */
  PipeUse pipes;
  gboolean pipes_open;      /* rows begin with a pipe: else an empty cell stands before it */
  gboolean pipes_terminate; /* rows end with a pipe */
  gboolean is_cellwise;     /* one cell a line: a line is never several values */
  const char *delimiter;    /* (nullable) of delimited rows: comma, semicolon */
} Reader;

static Slice
trimmed (const char *text, gsize offset, gsize length)
{
  nb_text_trim (text, &offset, &length);
  return (Slice){ (guint) offset, (guint) length };
}

/* The size of a pipe at @p: "|", "｜" or a vertical box drawing line; 0 where there is none. */
static gsize
pipe_size (const char *p)
{
  if (*p == '|')
    return 1;
  if ((guchar) *p == 0xef && memcmp (p, "\uff5c", 3) == 0)
    return 3;
  if ((guchar) *p == 0xe2 && (memcmp (p, "\u2502", 3) == 0 || memcmp (p, "\u2503", 3) == 0 ||
                              memcmp (p, "\u2551", 3) == 0))
    return 3;
  return 0;
}

static gboolean
has_pipe (const char *text, guint length)
{
  for (const char *p = text; p < text + length; p++)
    if (pipe_size (p) > 0)
      return TRUE;
  return FALSE;
}

/* "+---+---+", "|:--|--:|", "├──┼──┤": drawn, not written. A line of pipes alone is cells. */
static gboolean
is_rule (const char *text, guint length)
{
  guint n_dashes = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '-' || c == '=' || c == 0x2500 || c == 0x2501 || c == 0x2550)
        n_dashes++;
      else if (c != '+' && c != ':' && c != ' ' && c != '|' && !(c >= 0x2502 && c <= 0x257f))
        return FALSE;
    }
  return n_dashes >= 3 &&
         (g_strstr_len (text, (gssize) length, "---") != NULL ||
          g_strstr_len (text, (gssize) length, "==") != NULL || (guchar) *text == 0xe2);
}

static void
collect_lines (Reader *self, gsize first, gsize end_of_lines)
{
  guint number = 1;

  for (gsize start = first; start < end_of_lines; number++)
    {
      gsize end = start + strcspn (self->text + start, "\r\n");
      Slice slice = trimmed (self->text, start, end - start);
      Line line = { slice.offset, slice.length, number };

      /* A line of blanks and tabs alone is no row. */
      if (slice.length > 0)
        g_array_append_val (self->lines, line);
      start = end + (self->text[end] == '\r' && self->text[end + 1] == '\n' ? 2 : 1);
    }
}

/* Cuts a line at its pipes. What stands before a pipe at the very beginning is no cell. */
static void
cut_at_pipes (Reader *self, const Line *line)
{
  gsize start = line->offset, end = line->offset + line->length;
  gboolean closed = FALSE;

  g_array_set_size (self->cells, 0);
  for (gsize i = start; i < end;)
    {
      gsize size = pipe_size (self->text + i);

      if (size == 0)
        {
          i++;
          continue;
        }
      Slice cell = trimmed (self->text, start, i - start);
      g_array_append_val (self->cells, cell);
      i += size;
      start = i;
      closed = i == end;
    }
  if (!closed)
    {
      Slice cell = trimmed (self->text, start, end - start);
      g_array_append_val (self->cells, cell);
    }
}

static guint
count_filled (const GArray *cells)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    n += g_array_index (cells, Slice, i).length > 0;
  return n;
}

static gboolean
ends_with_pipe (Reader *self, const Line *line)
{
  const char *end = self->text + line->offset + line->length;

  return pipe_size (end - 1) == 1 || (line->length >= 3 && pipe_size (end - 3) == 3);
}

/* The quote that closes a cell; a doubled one stands for itself. */
static const char *
find_quote (const char *p, const char *end)
{
  for (; p < end; p++)
    if (*p == '"')
      {
        if (p + 1 == end || p[1] != '"')
          return p;
        p++;
      }
  return NULL;
}

/* Splits a line at delimiters, quotes respected; FALSE where a quote is left open. */
static gboolean
cut_at_delimiters (Reader *self, const Line *line, const char *delimiter)
{
  gsize i = line->offset, end = line->offset + line->length, size = strlen (delimiter);

  g_array_set_size (self->cells, 0);
  while (i <= end)
    {
      gsize start = i;
      Slice cell;

      if (self->text[i] == '"' && i < end)
        {
          const char *close = find_quote (self->text + i + 1, self->text + end);

          if (close == NULL)
            return FALSE;
          start = i + 1;
          cell = trimmed (self->text, start, (gsize) (close - self->text) - start);
          i = (gsize) (close - self->text) + 1;
          if (i < end && strncmp (self->text + i, delimiter, size) != 0)
            return FALSE;
        }
      else
        {
          while (i < end && strncmp (self->text + i, delimiter, size) != 0)
            i++;
          cell = trimmed (self->text, start, i - start);
        }
      g_array_append_val (self->cells, cell);
      i += size;
    }
  return TRUE;
}

static gboolean
is_unit (Reader *self, const Slice *slice)
{
  return nb_value_is_unit (self->text + slice->offset, (gssize) slice->length);
}

static gboolean
is_value (Reader *self, const Slice *slice)
{
  return nb_value_looks_like (self->text + slice->offset, (gssize) slice->length);
}

static gboolean
has_full_stop (const char *text, guint length)
{
  return g_strstr_len (text, (gssize) length, "\u3002") != NULL;
}

static gboolean
any_longer (const GArray *cells, guint most)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, Slice, i).length > most)
      return TRUE;
  return FALSE;
}

static gboolean
any_empty (const GArray *cells)
{
  return count_filled (cells) < cells->len;
}

/* Whether a blank of any width stands right before @p. */
static gboolean
is_blank_before (const char *start, const char *p)
{
  return (p > start && (p[-1] == ' ' || p[-1] == '\t')) ||
         (p >= start + 3 && memcmp (p - 3, "\u3000", 3) == 0) ||
         (p >= start + 2 && memcmp (p - 2, "\u00a0", 2) == 0);
}

/* "办结数 件 33" before "309": the delimiter stands inside a number, behind blanks. */
static gboolean
any_cut_number (Reader *self)
{
  for (guint i = 0; i + 1 < self->cells->len; i++)
    {
      const Slice *cell = &g_array_index (self->cells, Slice, i);
      const char *end = self->text + cell->offset + cell->length, *p = end;

      while (p > self->text + cell->offset && !is_blank_before (self->text + cell->offset, p))
        p--;
      if (p > self->text + cell->offset && p < end && nb_value_looks_like (p, end - p))
        return TRUE;
    }
  return FALSE;
}

/* Whether the line is a row of delimited cells. A number with separators of its own is none, and
 * a sentence with commas is none either: a row ends with a value, or it has empty cells, or all
 * its cells are short. */
static gboolean
is_csv_row (Reader *self, const Line *line, const char *delimiter)
{
  Slice whole = { line->offset, line->length };
  const char *text = self->text + line->offset;

  if (line->length > LONGEST_ROW || g_strstr_len (text, (gssize) line->length, delimiter) == NULL ||
      has_full_stop (text, line->length) || is_value (self, &whole) ||
      !cut_at_delimiters (self, line, delimiter) || self->cells->len < 2 ||
      any_longer (self->cells, LONGEST_CELL) || any_cut_number (self))
    return FALSE;
  return is_value (self, &g_array_index (self->cells, Slice, self->cells->len - 1)) ||
         (self->cells->len > 2 &&
          (any_empty (self->cells) || *text == '"' || !any_longer (self->cells, 60)));
}

/* Whether a label stands on the line, and a value behind a blank at its end. */
static gboolean
ends_with_value (Reader *self, const Line *line)
{
  const char *start = self->text + line->offset, *end = start + line->length, *p = end;

  if (line->length > LONGEST_CELL)
    return FALSE;
  while (p > start && !is_blank_before (start, p))
    p--;
  return p > start && p < end && nb_value_looks_like (p, end - p) && !g_ascii_isdigit (*start);
}

/* Looks over the whole text for how it separates its cells. */
static void
survey (Reader *self)
{
  static const char *const delimiters[] = { ",", ";", "\uff0c", "\uff1b" };
  guint n_rows = 0, n_single = 0, n_opened = 0, n_terminated = 0, n_values = 0, n_value_rows = 0;
  guint n_delimited[G_N_ELEMENTS (delimiters)] = { 0 }, best = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const char *text = self->text + line->offset;

      if (has_pipe (text, line->length))
        {
          guint n_filled;

          if (is_rule (text, line->length))
            continue;
          cut_at_pipes (self, line);
          n_filled = count_filled (self->cells);
          n_rows += n_filled >= 2;
          n_single += n_filled <= 1;
          n_opened += n_filled >= 2 && pipe_size (text) > 0;
          n_terminated += n_filled >= 2 && ends_with_pipe (self, line);
        }
      else
        {
          Slice whole = { line->offset, line->length };

          n_values += is_value (self, &whole);
          n_value_rows += ends_with_value (self, line);
        }
      if (!has_pipe (text, line->length))
        for (gsize d = 0; d < G_N_ELEMENTS (delimiters); d++)
          n_delimited[d] += is_csv_row (self, line, delimiters[d]);
    }

  self->pipes = n_rows >= n_single ? PIPES_ROWS : PIPES_CELLS;
  self->is_cellwise = n_values > 2 * n_value_rows;
  self->pipes_open = n_opened * 10 >= n_rows * 9;
  self->pipes_terminate = n_terminated * 2 >= n_rows;
  for (gsize d = 1; d < G_N_ELEMENTS (delimiters); d++)
    if (n_delimited[d] > n_delimited[best])
      best = (guint) d;
  if (n_delimited[best] >= FEWEST_CSV_ROWS && n_delimited[best] > n_rows)
    self->delimiter = delimiters[best];
}

static void
add_piece (Reader *self, Slice slice, guint line, guint flags)
{
  NbPiece *piece = nb_document_add_piece (self->document, slice.offset, slice.length, flags);

  if (piece != NULL)
    piece->line = line;
}

/* Adds the cells of the line at hand as one row. */
static void
add_row (Reader *self, guint first, guint line, guint flags)
{
  for (guint i = first; i < self->cells->len; i++)
    add_piece (self, g_array_index (self->cells, Slice, i), line,
               flags | NB_PIECE_IN_ROW | (i == first ? NB_PIECE_ROW_START : 0));
}

/* In a delimited text a paragraph may stand in quotes as a whole. */
static void
add_paragraph (Reader *self, const Line *line)
{
  Slice slice = { line->offset, line->length };

  if (self->delimiter != NULL && slice.length > 2 && self->text[slice.offset] == '"' &&
      self->text[slice.offset + slice.length - 1] == '"')
    {
      slice.offset++;
      slice.length -= 2;
    }
  add_piece (self, slice, line->line, 0);
}

static void
add_pipe_row (Reader *self, const Line *line)
{
  Slice first;
  gboolean is_border;

  cut_at_pipes (self, line);
  if (ends_with_pipe (self, line) && !self->pipes_terminate)
    {
      Slice blank = { line->offset + line->length, 0 };

      g_array_append_val (self->cells, blank);
    }
  first = g_array_index (self->cells, Slice, 0);
  is_border = self->pipes_open && first.length == 0 && self->cells->len > 1;
  add_row (self, is_border ? 1 : 0, line->line, NB_PIECE_SEPARATED);
}

static gboolean
is_pipes_alone (Reader *self, guint index)
{
  const Line *line;

  if (index >= self->lines->len)
    return FALSE;
  line = &g_array_index (self->lines, Line, index);
  if (pipe_size (self->text + line->offset) == 0)
    return FALSE;
  cut_at_pipes (self, line);
  return count_filled (self->cells) == 0;
}

/* One cell a line: each ends at a pipe, which may stand on the next line. */
static void
add_pipe_cells (Reader *self, guint index)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  gboolean closes_last;

  closes_last = index > 0 && is_pipes_alone (self, index) &&
                !ends_with_pipe (self, &g_array_index (self->lines, Line, index - 1));
  cut_at_pipes (self, line);
  for (guint i = closes_last ? 1 : 0; i < self->cells->len; i++)
    {
      Slice cell = g_array_index (self->cells, Slice, i);
      gboolean is_open = i + 1 == self->cells->len && !ends_with_pipe (self, line);

      add_piece (self, cell, line->line,
                 is_open && !is_pipes_alone (self, index + 1) ? 0 : NB_PIECE_SEPARATED);
    }
}

/* Tabs; FALSE where they only indent or stand in a sentence. The line as such is trimmed, so
 * that the cells that are empty at both ends have to be found outside of it. */
static gboolean
add_tab_row (Reader *self, const Line *line)
{
  gsize start = line->offset, end = line->offset + line->length;

  if (memchr (self->text + start, '\t', line->length) == NULL &&
      (self->text[end] != '\t' || line->length > LONGEST_CELL))
    return FALSE;
  while (start > 0 && self->text[start - 1] == '\t')
    start--;
  end += strspn (self->text + end, "\t ");

  g_array_set_size (self->cells, 0);
  for (gsize i = start; i <= end; i++)
    if (i == end || self->text[i] == '\t')
      {
        Slice cell = trimmed (self->text, start, i - start);

        g_array_append_val (self->cells, cell);
        start = i + 1;
      }
  if (any_longer (self->cells, LONGEST_CELL))
    return FALSE;
  add_row (self, 0, line->line, NB_PIECE_SEPARATED);
  return TRUE;
}

static gsize
space_size (const char *p)
{
  if (*p == ' ' || *p == '\t')
    return 1;
  if ((guchar) *p == 0xc2 && (guchar) p[1] == 0xa0)
    return 2;
  if ((guchar) *p == 0xe3 && (guchar) p[1] == 0x80 && (guchar) p[2] == 0x80)
    return 3;
  return 0;
}

/* Cuts a line where at least @gap blanks stand. */
static void
cut_at_blanks (Reader *self, Slice slice, guint gap)
{
  gsize start = slice.offset, end = slice.offset + slice.length;

  for (gsize i = start; i < end;)
    {
      gsize j = i;
      guint n = 0;

      for (gsize size; j < end && (size = space_size (self->text + j)) > 0; n++)
        j += size;
      if (n >= gap)
        {
          Slice cell = trimmed (self->text, start, i - start);

          g_array_append_val (self->cells, cell);
          start = j;
        }
      i = n > 0 ? j : i + 1;
    }
  Slice last = trimmed (self->text, start, end - start);
  g_array_append_val (self->cells, last);
}

/* How many of the last cells are values. */
static guint
count_tail (Reader *self)
{
  guint n = 0;

  while (n < self->cells->len &&
         is_value (self, &g_array_index (self->cells, Slice, self->cells->len - 1 - n)))
    n++;
  return n;
}

/* A value that is no word: behind a single blank, a word may end a sentence. */
static gboolean
is_figure (Reader *self, const Slice *slice)
{
  const char *p = self->text + slice->offset;

  return is_value (self, slice) &&
         ((guchar) *p < 0x80 || (guchar) *p == 0xe2 || (guchar) *p == 0xef);
}

/* Blank-padded columns and values behind single blanks; FALSE where the line is a sentence. */
static gboolean
add_blank_row (Reader *self, const Line *line)
{
  Slice whole = { line->offset, line->length };
  Slice head;
  guint n_tail;

  if (line->length > LONGEST_ROW || has_full_stop (self->text + line->offset, line->length))
    return FALSE;

  g_array_set_size (self->cells, 0);
  cut_at_blanks (self, whole, 1);
  if (self->cells->len < 2)
    return FALSE;
  n_tail = count_tail (self);
  if (n_tail == 1 && !is_figure (self, &g_array_index (self->cells, Slice, self->cells->len - 1)))
    n_tail = 0;
  if (n_tail == self->cells->len && self->is_cellwise)
    return FALSE;
  if (n_tail > 1 || (n_tail == 1 && line->length <= LONGEST_CELL))
    {
      /* The head keeps its single blanks; the tail, with a unit before it, is cut at every one. */
      guint first = self->cells->len - n_tail;
      Slice tail;

      if (first > 1 && is_unit (self, &g_array_index (self->cells, Slice, first - 1)))
        first--;
      tail = g_array_index (self->cells, Slice, first);

      head = trimmed (self->text, whole.offset, tail.offset - whole.offset);
      whole.length -= tail.offset - whole.offset;
      whole.offset = tail.offset;
      g_array_set_size (self->cells, 0);
      if (head.length > 0)
        cut_at_blanks (self, head, 2);
      cut_at_blanks (self, whole, 1);
    }
  else
    {
      g_array_set_size (self->cells, 0);
      cut_at_blanks (self, whole, 2);
      if (self->cells->len < 3 || any_longer (self->cells, 90))
        return FALSE;
    }

  add_row (self, 0, line->line, 0);
  return TRUE;
}

/* Whether lines of pipes between two rules are one row whose cells are wrapped: the same number
 * of cells in each, and no column with two values. */
static gboolean
is_wrapped_row (Reader *self, guint first, guint end)
{
  guint n_cells = 0;
  guint64 filled = 0;

  for (guint i = first; i < end; i++)
    {
      cut_at_pipes (self, &g_array_index (self->lines, Line, i));
      if ((i > first && self->cells->len != n_cells) || self->cells->len > 60)
        return FALSE;
      n_cells = self->cells->len;
      for (guint c = 0; c < n_cells; c++)
        if (is_value (self, &g_array_index (self->cells, Slice, c)))
          {
            if ((filled >> c & 1) != 0)
              return FALSE;
            filled |= G_GUINT64_CONSTANT (1) << c;
          }
    }
  return n_cells > 1;
}

/* A row whose cells are wrapped: column by column, so that the parts of a label stand together. */
static void
add_wrapped_row (Reader *self, guint first, guint end)
{
  guint n_cells;

  cut_at_pipes (self, &g_array_index (self->lines, Line, first));
  n_cells = self->cells->len;
  for (guint c = 1; c < n_cells; c++)
    {
      guint flags = NB_PIECE_SEPARATED | NB_PIECE_IN_ROW | (c == 1 ? NB_PIECE_ROW_START : 0);
      guint n_filled = 0;

      for (guint i = first; i < end; i++)
        {
          const Line *line = &g_array_index (self->lines, Line, i);
          Slice cell;

          cut_at_pipes (self, line);
          cell = g_array_index (self->cells, Slice, c);
          if (cell.length == 0 && (i + 1 < end || n_filled > 0))
            continue;
          add_piece (self, cell, line->line, flags);
          flags &= ~(guint) NB_PIECE_ROW_START;
          n_filled++;
        }
    }
}

/* The lines of pipes that stand between the rule before line @index and the next one, where they
 * are one wrapped row. */
static guint
find_wrapped_row (Reader *self, guint index)
{
  guint end = index;

  while (end < self->lines->len && end - index <= MOST_ROW_LINES)
    {
      const Line *line = &g_array_index (self->lines, Line, end);
      const char *text = self->text + line->offset;

      if (is_rule (text, line->length))
        return end - index > 1 && is_wrapped_row (self, index, end) ? end : index;
      if (pipe_size (text) == 0)
        break;
      end++;
    }
  return index;
}

static gboolean
is_rule_line (Reader *self, guint index)
{
  const Line *line = &g_array_index (self->lines, Line, index);

  return is_rule (self->text + line->offset, line->length);
}

static void
add_line (Reader *self, guint index)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  const char *text = self->text + line->offset;

  if (has_pipe (text, line->length))
    {
      if (is_rule (text, line->length))
        return;
      if (self->pipes == PIPES_ROWS)
        add_pipe_row (self, line);
      else
        add_pipe_cells (self, index);
    }
  else if (is_rule (text, line->length))
    return;
  else if (self->pipes == PIPES_CELLS && is_pipes_alone (self, index + 1))
    add_piece (self, (Slice){ line->offset, line->length }, line->line, NB_PIECE_SEPARATED);
  else if (self->delimiter != NULL && is_csv_row (self, line, self->delimiter))
    add_row (self, 0, line->line, NB_PIECE_SEPARATED);
  else if (!add_tab_row (self, line) && !add_blank_row (self, line))
    add_paragraph (self, line);
}

/* Cuts the text from @first to @end. FALSE where it was cancelled. */
static gboolean
cut (NbDocument *document, gsize first, gsize end, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Slice));
  Reader self = { .document = document, .lines = lines, .cells = cells };

  self.text = nb_document_get_text (document, NULL);
  collect_lines (&self, first, end);
  survey (&self);
  for (guint i = 0; i < lines->len; i++)
    {
      guint row_end = i > 0 && is_rule_line (&self, i - 1) ? find_wrapped_row (&self, i) : i;

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (row_end > i)
        {
          add_wrapped_row (&self, i, row_end);
          i = row_end - 1;
        }
      else
        add_line (&self, i);
    }
  return TRUE;
}

/**
 * nb_text_reader_cut:
 * @document: a document
 * @offset: where the lines begin in its text
 * @length: their length in bytes
 *
 * Reads lines of another container as plain text is read. The lines of the pieces are counted from the
 * first of these.
 */
void
nb_text_reader_cut (NbDocument *document, guint offset, guint length)
{
  cut (document, offset, offset + length, NULL, NULL);
}

/**
 * nb_text_reader_read:
 * @source: a source of NB_CONTAINER_TEXT
 * @cancellable: (nullable): a cancellable
 * @error: an error
 *
 * Reads plain text. The document text is the decoded text as it stands.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_text_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbDocument) document = NULL;
  gsize length;
  guint n_pieces;
  char *text = nb_source_decode (source, &length, error);

  if (text == NULL)
    return NULL;
  document = nb_document_new_for_text (source, text, length);
  if (!cut (document, 0, length, cancellable, error))
    return NULL;
  nb_document_get_pieces (document, &n_pieces);
  if (n_pieces == 0)
    {
      g_set_error_literal (error, NB_ERROR, NB_ERROR_NO_TEXT, "there is no text in it");
      return NULL;
    }
  return g_steal_pointer (&document);
}
