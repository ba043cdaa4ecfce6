/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Looks over a whole text for how it separates its cells, since no line alone tells.
 *
 *   lines ─ ends of pages out ─ which separator the most rows have ─ rows over several lines made one ─ delimited rows marked
 *
 * One thread.
 */

#include "nb-text-survey.h"

#include "base/nb-value.h"

#include <string.h>

/* From how many lines of delimited rows on a text is taken for CSV. */
#define FEWEST_ROWS 10
/* Bytes of a cell that is a word. */
#define LONGEST_WORD 40
/* Bytes of a quoted cell of a text that is known to be delimited. */
#define LONGEST_QUOTED 65536

static const char *const delimiters[] = { ",", ";", "\uff0c", "\uff1b" };

const NbTextLine *
nb_text_survey_get_line (NbTextSurvey *self, guint index)
{
  return &g_array_index (self->lines, NbTextLine, index);
}

static NbSlice
get_slice (NbTextSurvey *self, guint index)
{
  return nb_text_survey_get_line (self, index)->slice;
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

gboolean
nb_text_survey_is_rule (NbTextSurvey *self, guint index)
{
  NbSlice line = get_slice (self, index);

  return is_rule (self->text + line.offset, line.length);
}

gboolean
nb_text_survey_has_pipe (NbTextSurvey *self, guint index)
{
  NbSlice line = get_slice (self, index);

  for (const char *p = self->text + line.offset, *end = p + line.length; p < end; p++)
    if (nb_slice_pipe_size (p) > 0)
      return TRUE;
  return FALSE;
}

gboolean
nb_text_survey_ends_piped (NbTextSurvey *self, guint index)
{
  NbSlice line = get_slice (self, index);
  const char *end = self->text + line.offset + line.length;

  return nb_slice_pipe_size (end - 1) == 1 ||
         (line.length >= 3 && nb_slice_pipe_size (end - 3) == 3);
}

gboolean
nb_text_survey_has_stop (NbTextSurvey *self, NbSlice slice)
{
  return g_strstr_len (self->text + slice.offset, (gssize) slice.length, "\u3002") != NULL;
}

/* The three digits that stand behind a separator of thousands. */
static gboolean
begins_with_group (const char *text, const char *end)
{
  return end - text >= 3 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) &&
         g_ascii_isdigit (text[2]) && (end - text == 3 || !g_ascii_isdigit (text[3]));
}

/* "办结数 件 33" before "309", "办结数:33" before "309件": the delimiter stands inside a number. */
static gboolean
any_cut_number (NbTextSurvey *self)
{
  for (guint i = 0; i + 1 < self->cutter.cells->len; i++)
    {
      const NbSlice *cell = nb_cutter_get (&self->cutter, i);
      const NbSlice *next = nb_cutter_get (&self->cutter, i + 1);
      const char *start = self->text + cell->offset, *end = start + cell->length, *p = end;

      if (cell->length == 0)
        continue;
      if (g_ascii_isdigit (end[-1]) && !nb_cutter_is_value (&self->cutter, cell) &&
          begins_with_group (self->text + next->offset, self->text + next->offset + next->length))
        return TRUE;
      while (p > start && !nb_slice_is_blank_before (start, p))
        p--;
      if (p > start && p < end && !g_ascii_isdigit (*start) &&
          (g_ascii_isdigit (*p) || (guchar) *p == 0xef) && nb_value_looks_like (p, end - p))
        return TRUE;
    }
  return FALSE;
}

/* Whether a line can be cut into delimited cells: it is no sentence, and no number with separators of its own. */
static gboolean
can_be_cut (NbTextSurvey *self, NbSlice line, const char *delimiter)
{
  const char *text = self->text + line.offset;

  return line.length <= NB_TEXT_LONGEST_ROW &&
         g_strstr_len (text, (gssize) line.length, delimiter) != NULL &&
         !nb_text_survey_has_stop (self, line) && !nb_cutter_is_value (&self->cutter, &line) &&
         nb_cutter_at_delimiters (&self->cutter, line, delimiter) && self->cutter.cells->len > 1 &&
         !nb_cutter_any_longer (&self->cutter, NB_TEXT_LONGEST_CELL) && !any_cut_number (self);
}

/* A row ends with a value, or it has empty cells, or all its cells are short; a sentence with commas does not. */
static gboolean
is_delimited_row (NbTextSurvey *self, NbSlice line, const char *delimiter)
{
  NbCutter *cutter = &self->cutter;

  if (!can_be_cut (self, line, delimiter))
    return FALSE;
  return nb_cutter_is_value (cutter, nb_cutter_get (cutter, cutter->cells->len - 1)) ||
         (cutter->cells->len > 2 &&
          (nb_cutter_count_filled (cutter) < cutter->cells->len || self->text[line.offset] == '"' ||
           !nb_cutter_any_longer (cutter, 60)));
}

/* Whether a label stands on the line, and a value behind a blank at its end. */
static gboolean
ends_with_value (NbTextSurvey *self, NbSlice line)
{
  const char *start = self->text + line.offset, *end = start + line.length, *p = end;

  if (line.length > NB_TEXT_LONGEST_CELL)
    return FALSE;
  while (p > start && !nb_slice_is_blank_before (start, p))
    p--;
  return p > start && p < end && nb_value_looks_like (p, end - p) && !g_ascii_isdigit (*start);
}

/* The end of the quoted cell that begins at @start, its quotes included, where the cell is enclosed as a whole. */
static const char *
find_quoted_end (const char *start, const char *limit, const char *delimiter)
{
  const char *close = nb_slice_find_quote (start + 1, limit);

  if (close == NULL)
    return NULL;
  close++;
  return close == limit || *close == '\n' || *close == '\r' || *close == '\0' ||
                 g_str_has_prefix (close, delimiter)
             ? close
             : NULL;
}

/* A quoted cell may hold line ends: where the row ends that begins on line @index, @limit at the furthest; the end of the
 * line where no cell of it does. */
static const char *
find_row_end (NbTextSurvey *self, guint index, const char *delimiter, guint longest)
{
  NbSlice line = get_slice (self, index);
  const char *p = self->text + line.offset, *line_end = p + line.length;
  gsize size = strlen (delimiter);

  if (memchr (p, '"', line.length) == NULL)
    return line_end;
  while (TRUE)
    {
      if (*p == '"')
        {
          const char *limit = MIN (p + longest, self->text + self->end);
          const char *close = find_quoted_end (p, limit, delimiter);

          if (close == NULL)
            return line_end;
          p = close;
        }
      while (*p != '\0' && *p != '\n' && *p != '\r' && strncmp (p, delimiter, size) != 0)
        p++;
      if (*p == '\0' || *p == '\n' || *p == '\r')
        return MAX (p, line_end);
      p += size;
    }
}

/* The line behind the row that begins on line @index, and the row. */
static guint
find_row (NbTextSurvey *self, guint index, const char *delimiter, gboolean is_known, NbSlice *row)
{
  const char *end = find_row_end (self, index, delimiter,
                                  is_known ? LONGEST_QUOTED : NB_TEXT_LONGEST_CELL);
  guint next = index + 1;

  *row = get_slice (self, index);
  if (end <= self->text + row->offset + row->length)
    return next;
  while (next < self->lines->len && self->text + get_slice (self, next).offset < end)
    next++;
  if (!is_known && next - index > NB_TEXT_MOST_ROW_LINES)
    return index + 1;
  *row = nb_slice_new (self->text, row->offset, (gsize) (end - self->text) - row->offset);
  return next;
}

static guint
count_delimited (NbTextSurvey *self, const char *delimiter)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len;)
    {
      NbSlice row;
      guint next = find_row (self, i, delimiter, FALSE, &row);

      n += is_delimited_row (self, row, delimiter) && !nb_text_survey_has_pipe (self, i);
      i = next;
    }
  return n;
}

static guint
count_tabbed (NbTextSurvey *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += memchr (self->text + get_slice (self, i).offset, '\t', get_slice (self, i).length) != NULL;
  return n;
}

static void
choose_delimiter (NbTextSurvey *self, guint n_pipe_rows)
{
  guint most = 0;

  for (gsize d = 0; d < G_N_ELEMENTS (delimiters); d++)
    {
      guint n = count_delimited (self, delimiters[d]);

      if (n >= FEWEST_ROWS && n > n_pipe_rows && n > most)
        {
          self->delimiter = delimiters[d];
          most = n;
        }
    }
  self->quoting = self->delimiter;
  if (self->delimiter == NULL && count_tabbed (self) >= FEWEST_ROWS)
    self->quoting = "\t";
}

/* Whether a row between pipes breaks off within a label. Behind a value, only the last pipe is wanting. */
static gboolean
breaks_off (NbTextSurvey *self, guint index)
{
  const NbSlice *last;

  if (nb_text_survey_ends_piped (self, index))
    return FALSE;
  nb_cutter_at_pipes (&self->cutter, get_slice (self, index));
  last = nb_cutter_get (&self->cutter, self->cutter.cells->len - 1);
  return last->length > 0 && !nb_cutter_is_value (&self->cutter, last);
}

/* The line behind the row between pipes that begins on line @index, and the row: cells may have been broken. */
static guint
find_piped_row (NbTextSurvey *self, guint index, NbSlice *row)
{
  guint last = index;
  NbSlice end;

  *row = get_slice (self, index);
  if (nb_slice_pipe_size (self->text + row->offset) == 0)
    return index + 1;
  while (breaks_off (self, last) && last + 1 < self->lines->len &&
         last - index < NB_TEXT_MOST_ROW_LINES &&
         nb_slice_pipe_size (self->text + get_slice (self, last + 1).offset) == 0)
    last++;
  if (!nb_text_survey_ends_piped (self, last))
    return index + 1;
  end = get_slice (self, last);
  row->length = end.offset + end.length - row->offset;
  return last + 1;
}

/* Makes rows that run over several lines one line: quoted cells with line ends in them, and rows between pipes whose cells
 * were broken. */
static void
join_rows (NbTextSurvey *self, gboolean is_enclosed)
{
  guint n = 0;

  for (guint i = 0, next; i < self->lines->len; i = next)
    {
      NbTextLine line = *nb_text_survey_get_line (self, i);

      if (self->quoting != NULL)
        next = find_row (self, i, self->quoting, TRUE, &line.slice);
      else if (is_enclosed)
        next = find_piped_row (self, i, &line.slice);
      else
        next = i + 1;
      g_array_index (self->lines, NbTextLine, n++) = line;
    }
  g_array_set_size (self->lines, n);
}

/* The number of cells of a line that may be a delimited row: as many as the rows beside it have. Two longer cells may be
 * the halves of a sentence. */
static guint
count_cells (NbTextSurvey *self, guint index)
{
  if (!can_be_cut (self, get_slice (self, index), self->delimiter))
    return 0;
  return self->cutter.cells->len > 2 || !nb_cutter_any_longer (&self->cutter, LONGEST_WORD)
             ? self->cutter.cells->len
             : 0;
}

/* Marks rows, and what stands beside a row with just as many cells. */
static void
mark_rows (NbTextSurvey *self)
{
  g_autofree guint *n_cells = NULL;

  self->rows = g_new0 (gboolean, self->lines->len + 1);
  if (self->delimiter == NULL)
    return;
  n_cells = g_new0 (guint, self->lines->len + 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      self->rows[i] = is_delimited_row (self, get_slice (self, i), self->delimiter);
      n_cells[i] = self->rows[i] ? self->cutter.cells->len : count_cells (self, i);
    }
  for (guint i = 1; i < self->lines->len; i++)
    self->rows[i] |= self->rows[i - 1] && n_cells[i] > 0 && n_cells[i] == n_cells[i - 1];
  for (guint i = self->lines->len; i > 1; i--)
    self->rows[i - 2] |= self->rows[i - 1] && n_cells[i - 2] > 0 &&
                         n_cells[i - 2] == n_cells[i - 1];
}

/* What is counted of the pipes of a text. */
typedef struct
{
  guint n_rows;       /* lines with several cells */
  guint n_single;     /* lines with one */
  guint n_whole;      /* rows that go on from no line above */
  guint n_opened;     /* of them, with a pipe in front */
  guint n_terminated; /* rows with a pipe at the end */
  guint n_open_ended; /* rows without one, that do not go on on the next line */
  gboolean is_broken; /* a row was opened and not terminated */
} Pipes;

static void
count_pipes (NbTextSurvey *self, guint index, Pipes *pipes)
{
  NbSlice line = get_slice (self, index);
  gboolean is_opened = nb_slice_pipe_size (self->text + line.offset) > 0;
  gboolean is_terminated = nb_text_survey_ends_piped (self, index), is_row;
  gboolean goes_on = !is_terminated && (is_opened || pipes->is_broken) &&
                     index + 1 < self->lines->len &&
                     nb_slice_pipe_size (self->text + get_slice (self, index + 1).offset) == 0;

  nb_cutter_at_pipes (&self->cutter, line);
  /* A drawn row may hold one word and empty cells. */
  is_row = nb_cutter_count_filled (&self->cutter) >=
           (is_opened && self->cutter.cells->len > 2 ? 1 : 2);
  pipes->n_rows += is_row;
  pipes->n_single += !is_row;
  pipes->n_terminated += is_row && is_terminated;
  pipes->n_open_ended += is_row && !is_terminated && !goes_on;
  if (is_opened || !pipes->is_broken)
    {
      pipes->n_whole += is_row;
      pipes->n_opened += is_row && is_opened;
    }
  pipes->is_broken = (is_opened || pipes->is_broken) && !is_terminated;
}

/**
 * nb_text_survey_init:
 * @self: (out caller-allocates): a survey; clear it with nb_text_survey_clear()
 * @text: a text, which stays the caller's
 * @first: where the part of it begins that is looked at
 * @end: where it ends
 *
 * Looks over a text.
 */
void
nb_text_survey_init (NbTextSurvey *self, const char *text, gsize first, gsize end)
{
  guint n_values = 0, n_value_rows = 0;
  Pipes pipes = { 0 };

  *self = (NbTextSurvey){ .text = text, .end = end };
  self->lines = nb_text_lines_new (text, first, end);
  self->pages = nb_text_lines_take_pages (text, self->lines);
  nb_cutter_init (&self->cutter, text);
  for (guint i = 0; i < self->lines->len; i++)
    {
      NbSlice line = get_slice (self, i);

      if (nb_text_survey_has_pipe (self, i))
        {
          if (!nb_text_survey_is_rule (self, i))
            count_pipes (self, i, &pipes);
          continue;
        }
      n_values += nb_cutter_is_value (&self->cutter, &line);
      n_value_rows += ends_with_value (self, line);
    }

  self->pipes = pipes.n_rows >= pipes.n_single ? NB_PIPES_ROWS : NB_PIPES_CELLS;
  self->is_cellwise = n_values > 2 * n_value_rows;
  self->pipes_open = pipes.n_opened * 10 >= pipes.n_whole * 9;
  self->pipes_terminate = pipes.n_terminated >= pipes.n_open_ended;
  choose_delimiter (self, pipes.n_rows);
  join_rows (self, self->pipes == NB_PIPES_ROWS && self->pipes_open && self->pipes_terminate);
  mark_rows (self);
}

/**
 * nb_text_survey_clear:
 * @self: a survey
 *
 * Frees what it owns.
 */
void
nb_text_survey_clear (NbTextSurvey *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->rows, g_free);
  nb_cutter_clear (&self->cutter);
}
