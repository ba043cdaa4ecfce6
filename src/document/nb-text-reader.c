/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Plain text, in every layout that a copied or converted report has (DOMAIN §7.1): one row a line
 * with pipes (also Markdown and box drawing), tabs, commas or gaps of blanks; one cell a line with
 * a pipe behind each, on the same line or on a line of its own; one cell a line with nothing
 * between. nb-text-survey tells which; here the lines become pieces.
 *
 * The text stays as it was decoded; the pieces are slices of it. What is a label and what is a
 * value is not known here, but for one question: whether a line that ends with values is a row.
 */

#include "nb-document-private.h"
#include "nb-json-text.h"
#include "nb-text-survey.h"

#include "base/nb-error.h"
#include "base/nb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lines above and below whose columns a line may share. */
#define COLUMN_REACH 8

/* Lines below one rule of dashes. */
#define MOST_COLUMN_LINES 600

/* Lines of one row that is drawn: narrow columns break a long label into many. */
#define MOST_DRAWN_LINES 64

/* So many values between blanks are a row, also where most lines are one cell. */
#define ENOUGH_VALUES 5

/* Columns with a word and a value below it: the words are the heads of the values. */
#define ENOUGH_HEADED 3

typedef struct
{
  NbDocument *document;
  const char *text;
  NbTextSurvey survey;
  guint n_pages;    /* ends of pages that are pieces already */
  gboolean is_full; /* no more pieces are taken */
} Reader;

static void
add_piece (Reader *self, NbSlice slice, guint line, guint flags)
{
  NbPiece *piece = nb_document_add_piece (self->document, slice.offset, slice.length, flags);

  if (piece != NULL)
    piece->line = line;
  else
    self->is_full = TRUE;
}

/* Adds the cells of the line at hand as one row. */
static void
add_row (Reader *self, guint first, guint line, guint flags)
{
  for (guint i = first; i < self->survey.cutter.cells->len; i++)
    add_piece (self, *nb_cutter_get (&self->survey.cutter, i), line,
               flags | NB_PIECE_IN_ROW | (i == first ? NB_PIECE_ROW_START : 0));
}

/* The cell that is filled where just one is; %NULL else. */
static const NbSlice *
find_only_cell (NbCutter *cutter)
{
  const NbSlice *only = NULL;

  for (guint i = 0; i < cutter->cells->len; i++)
    {
      const NbSlice *cell = nb_cutter_get (cutter, i);

      if (cell->length > 0 && only != NULL)
        return NULL;
      if (cell->length > 0)
        only = cell;
    }
  return only;
}

/* In a delimited text a paragraph may stand in quotes as a whole, with empty cells behind it. */
static void
add_paragraph (Reader *self, const NbTextLine *line)
{
  NbCutter *cutter = &self->survey.cutter;
  const NbSlice *only = NULL;

  if (self->survey.quoting != NULL &&
      nb_cutter_at_delimiters (cutter, line->slice, self->survey.quoting))
    only = find_only_cell (cutter);
  add_piece (self, only != NULL ? *only : line->slice, line->line, 0);
}

static void
add_pipe_row (Reader *self, guint index)
{
  const NbTextLine *line = nb_text_survey_get_line (&self->survey, index);
  NbCutter *cutter = &self->survey.cutter;
  gboolean is_border;

  nb_cutter_at_pipes (cutter, line->slice);
  if (nb_text_survey_ends_piped (&self->survey, index) && !self->survey.pipes_terminate)
    {
      NbSlice blank = { line->slice.offset + line->slice.length, 0 };

      g_array_append_val (cutter->cells, blank);
    }
  is_border = self->survey.pipes_open && nb_cutter_get (cutter, 0)->length == 0 &&
              cutter->cells->len > 1;
  add_row (self, is_border ? 1 : 0, line->line, NB_PIECE_SEPARATED);
}

static gboolean
begins_with_pipe (Reader *self, guint index)
{
  return nb_slice_pipe_size (self->text +
                             nb_text_survey_get_line (&self->survey, index)->slice.offset) > 0;
}

static gboolean
is_pipes_alone (Reader *self, guint index)
{
  if (index >= self->survey.lines->len || !begins_with_pipe (self, index))
    return FALSE;
  nb_cutter_at_pipes (&self->survey.cutter, nb_text_survey_get_line (&self->survey, index)->slice);
  return nb_cutter_count_filled (&self->survey.cutter) == 0;
}

/* One cell a line: each ends at a pipe, which may stand on the next line. */
static void
add_pipe_cells (Reader *self, guint index)
{
  const NbTextLine *line = nb_text_survey_get_line (&self->survey, index);
  NbCutter *cutter = &self->survey.cutter;
  gboolean closes_last = index > 0 && is_pipes_alone (self, index) &&
                         !nb_text_survey_ends_piped (&self->survey, index - 1);
  gboolean is_open = !nb_text_survey_ends_piped (&self->survey, index) &&
                     !is_pipes_alone (self, index + 1);

  nb_cutter_at_pipes (cutter, line->slice);
  for (guint i = closes_last ? 1 : 0; i < cutter->cells->len; i++)
    add_piece (self, *nb_cutter_get (cutter, i), line->line,
               is_open && i + 1 == cutter->cells->len ? 0 : NB_PIECE_SEPARATED);
}

/* Whether a word stands behind empty cells, or before some: a tab before it may also indent it. */
static gboolean
is_beside_tab (Reader *self, NbSlice row)
{
  if (row.length > NB_TEXT_LONGEST_CELL || nb_text_survey_has_stop (&self->survey, row))
    return FALSE;
  return self->text[row.offset + row.length] == '\t' ||
         (row.offset > 0 && self->text[row.offset - 1] == '\t' && self->survey.quoting != NULL &&
          *self->survey.quoting == '\t');
}

/* Tabs; FALSE where they only indent or stand in a sentence. The line as such is trimmed, so
 * that the cells that are empty at both ends have to be found outside of it. */
static gboolean
add_tab_row (Reader *self, const NbTextLine *line)
{
  NbSlice row = line->slice;

  if (memchr (self->text + row.offset, '\t', row.length) == NULL && !is_beside_tab (self, row))
    return FALSE;
  for (; row.offset > 0 && self->text[row.offset - 1] == '\t'; row.offset--)
    row.length++;
  row.length += strspn (self->text + row.offset + row.length, "\t ");

  nb_cutter_at_tabs (&self->survey.cutter, row);
  if (nb_cutter_any_longer (&self->survey.cutter, NB_TEXT_LONGEST_CELL))
    return FALSE;
  add_row (self, 0, line->line, NB_PIECE_SEPARATED);
  return TRUE;
}

/* A value that is no word: behind a single blank, a word may end a sentence. */
static gboolean
is_figure (Reader *self, const NbSlice *slice)
{
  const char *p = self->text + slice->offset;

  return nb_cutter_is_value (&self->survey.cutter, slice) &&
         ((guchar) *p < 0x80 || (guchar) *p == 0xe2 || (guchar) *p == 0xef);
}

/* How many values stand at the end of the line; its words are cut at every blank. */
static guint
count_tail (Reader *self, NbSlice line)
{
  NbCutter *cutter = &self->survey.cutter;
  guint n_tail;

  g_array_set_size (cutter->cells, 0);
  nb_cutter_at_blanks (cutter, line, 1);
  if (cutter->cells->len < 2)
    return 0;
  n_tail = nb_cutter_count_tail (cutter);
  if (n_tail == 1 && !is_figure (self, nb_cutter_get (cutter, cutter->cells->len - 1)))
    return 0;
  return n_tail == cutter->cells->len && n_tail < ENOUGH_VALUES && self->survey.is_cellwise
             ? 0
             : n_tail;
}

/* The head keeps its single blanks; the tail, with a unit before it, is cut at every one. */
static void
cut_tail (NbCutter *cutter, NbSlice line, guint n_tail)
{
  guint first = cutter->cells->len - n_tail;
  NbSlice head, tail = line;

  if (first > 1 && nb_cutter_is_unit (cutter, nb_cutter_get (cutter, first - 1)))
    first--;
  tail.offset = nb_cutter_get (cutter, first)->offset;
  tail.length -= tail.offset - line.offset;
  head = nb_slice_new (cutter->text, line.offset, tail.offset - line.offset);
  g_array_set_size (cutter->cells, 0);
  if (head.length > 0)
    nb_cutter_at_blanks (cutter, head, 2);
  nb_cutter_at_blanks (cutter, tail, 1);
}

/* Whether a cell of the line begins at @column, and the line has at least @fewest cells. */
static gboolean
has_column (Reader *self, guint index, guint column, guint fewest)
{
  NbCutter *cutter = &self->survey.cutter;

  if (index >= self->survey.lines->len)
    return FALSE;
  g_array_set_size (cutter->cells, 0);
  nb_cutter_at_blanks (cutter, nb_text_survey_get_line (&self->survey, index)->slice, 2);
  for (guint i = 0; i < cutter->cells->len && cutter->cells->len >= fewest; i++)
    if (nb_cutter_measure (cutter, nb_cutter_get (cutter, i)->offset) == column)
      return TRUE;
  return FALSE;
}

/* Two cells are a row where a row of more cells near it has a column below or above the second. */
static gboolean
is_in_columns (Reader *self, guint index)
{
  NbSlice second = *nb_cutter_get (&self->survey.cutter, 1);
  guint column = nb_cutter_measure (&self->survey.cutter, second.offset);

  for (guint i = index - MIN (index, COLUMN_REACH); i <= index + COLUMN_REACH; i++)
    if (i != index && has_column (self, i, column, 3))
      return TRUE;
  return FALSE;
}

/* Cuts a line of words at its gaps. FALSE where it may be a sentence. */
static gboolean
cut_words (Reader *self, guint index)
{
  NbCutter *cutter = &self->survey.cutter;
  NbSlice line = nb_text_survey_get_line (&self->survey, index)->slice;

  g_array_set_size (cutter->cells, 0);
  nb_cutter_at_blanks (cutter, line, 2);
  if (cutter->cells->len < 2 || nb_cutter_any_longer (cutter, 90))
    return FALSE;
  if (cutter->cells->len > 2)
    return TRUE;
  if (!is_in_columns (self, index))
    return FALSE;
  g_array_set_size (cutter->cells, 0);
  nb_cutter_at_blanks (cutter, line, 2);
  return TRUE;
}

/* Blank-padded columns and values behind single blanks; FALSE where the line is a sentence. */
static gboolean
add_blank_row (Reader *self, guint index)
{
  NbCutter *cutter = &self->survey.cutter;
  const NbTextLine *line = nb_text_survey_get_line (&self->survey, index);
  guint n_tail, n_words;

  if (line->slice.length > NB_TEXT_LONGEST_ROW ||
      nb_text_survey_has_stop (&self->survey, line->slice))
    return FALSE;
  n_tail = count_tail (self, line->slice);
  n_words = cutter->cells->len;
  if (n_words < 2 || (n_tail == 0 && nb_cutter_count_tail (cutter) == n_words))
    return FALSE;
  if (n_tail > 1 || (n_tail == 1 && line->slice.length <= NB_TEXT_LONGEST_CELL))
    cut_tail (cutter, line->slice, n_tail);
  else if (!cut_words (self, index))
    return FALSE;

  add_row (self, 0, line->line, 0);
  return TRUE;
}

/* Whether a word that is no value stands on the line that was cut. */
static gboolean
has_word (NbCutter *cutter)
{
  for (guint i = 0; i < cutter->cells->len; i++)
    {
      const NbSlice *cell = nb_cutter_get (cutter, i);

      if (cell->length > 0 && !nb_cutter_is_value (cutter, cell))
        return TRUE;
    }
  return FALSE;
}

/* @columns: (nullable): where they stand; at pipes else. */
static void
cut_line (Reader *self, guint index, const GArray *columns)
{
  NbSlice line = nb_text_survey_get_line (&self->survey, index)->slice;

  if (columns != NULL)
    nb_cutter_at_columns (&self->survey.cutter, line, columns);
  else
    nb_cutter_at_pipes (&self->survey.cutter, line);
}

/* Whether lines between two rules are one row whose cells are wrapped: the same number
 * of cells in each, and no column with two values beside labels. Without a label, it is the rest of a broken number. Words
 * with values below them in several columns are a head and a row. */
static gboolean
is_wrapped_row (Reader *self, guint first, guint end, const GArray *columns)
{
  NbCutter *cutter = &self->survey.cutter;
  guint n_cells = 0, n_headed = 0;
  guint64 filled = 0, worded = 0;

  for (guint i = first; i < end; i++)
    {
      cut_line (self, i, columns);
      if ((i > first && cutter->cells->len != n_cells) || cutter->cells->len > 60)
        return FALSE;
      n_cells = cutter->cells->len;
      for (guint c = 0; c < n_cells; c++)
        if (nb_cutter_is_value (cutter, nb_cutter_get (cutter, c)))
          {
            if ((filled >> c & 1) != 0 && has_word (cutter))
              return FALSE;
            filled |= G_GUINT64_CONSTANT (1) << c;
            n_headed += (worded >> c & 1) != 0;
          }
        else if (nb_cutter_get (cutter, c)->length > 0)
          worded |= G_GUINT64_CONSTANT (1) << c;
    }
  return n_cells > 1 && n_headed < ENOUGH_HEADED;
}

/* A row whose cells are wrapped: column by column, so that the parts of a label stand together. */
static void
add_wrapped_row (Reader *self, guint first, guint end, const GArray *columns)
{
  NbCutter *cutter = &self->survey.cutter;
  guint n_cells, first_cell = columns != NULL ? 0 : 1;

  cut_line (self, first, columns);
  n_cells = cutter->cells->len;
  for (guint c = first_cell; c < n_cells; c++)
    {
      guint flags = NB_PIECE_SEPARATED | NB_PIECE_IN_ROW |
                    (c == first_cell ? NB_PIECE_ROW_START : 0);
      guint n_filled = 0;

      for (guint i = first; i < end; i++)
        {
          NbSlice cell;

          cut_line (self, i, columns);
          cell = *nb_cutter_get (cutter, c);
          if (cell.length == 0 && (i + 1 < end || n_filled > 0))
            continue;
          add_piece (self, cell, nb_text_survey_get_line (&self->survey, i)->line,
                     flags | (n_filled > 0 ? NB_PIECE_CONTINUED : 0));
          flags &= ~(guint) NB_PIECE_ROW_START;
          n_filled++;
        }
    }
}

/* Whether a blank line stands before a line. */
static gboolean
is_apart (Reader *self, guint index)
{
  return index > 0 && nb_text_survey_get_line (&self->survey, index)->line >
                          nb_text_survey_get_line (&self->survey, index - 1)->line + 1;
}

/* The end of the lines that stand below the columns of the rule before line @index, up to the next rule; @index where
 * they do not keep to them. @is_spaced: whether blank lines part the rows. */
static guint
find_columns_end (Reader *self, guint index, const GArray *columns, gboolean *is_spaced)
{
  guint end = index;

  *is_spaced = FALSE;
  for (; end < self->survey.lines->len && end - index < MOST_COLUMN_LINES; end++)
    {
      if (nb_text_survey_is_rule (&self->survey, end))
        return end;
      if (!nb_cutter_at_columns (&self->survey.cutter,
                                 nb_text_survey_get_line (&self->survey, end)->slice, columns))
        break;
      *is_spaced |= end > index && is_apart (self, end);
    }
  /* Without a rule below, the table ends at the first blank line. */
  for (end = index; end < self->survey.lines->len && !(end > index && is_apart (self, end)); end++)
    if (!nb_cutter_at_columns (&self->survey.cutter,
                               nb_text_survey_get_line (&self->survey, end)->slice, columns))
      return index;
  *is_spaced = FALSE;
  return end;
}

/* Rows below columns of dashes, each a line, or several where blank lines part them. Returns the line behind them. */
static guint
add_column_rows (Reader *self, guint index)
{
  NbSlice rule = nb_text_survey_get_line (&self->survey, index - 1)->slice;
  g_autoptr (GArray) columns = nb_cutter_read_columns (&self->survey.cutter, rule);
  gboolean is_spaced;
  guint end;

  if (columns == NULL)
    return index;
  end = find_columns_end (self, index, columns, &is_spaced);
  if (end > index && !is_spaced && end < self->survey.lines->len &&
      nb_text_survey_is_rule (&self->survey, end) && is_wrapped_row (self, index, end, columns))
    {
      add_wrapped_row (self, index, end, columns);
      return end;
    }
  for (guint i = index; i < end;)
    {
      guint first = i++;

      while (is_spaced && i < end && !is_apart (self, i))
        i++;
      add_wrapped_row (self, first, i, columns);
    }
  return end;
}

/* The lines of pipes that stand between the rule before line @index and the next one, where they
 * are one wrapped row. */
static guint
find_wrapped_row (Reader *self, guint index)
{
  guint end = index;

  while (end < self->survey.lines->len && end - index <= MOST_DRAWN_LINES)
    {
      if (nb_text_survey_is_rule (&self->survey, end))
        return end - index > 1 && is_wrapped_row (self, index, end, NULL) ? end : index;
      if (!begins_with_pipe (self, end))
        break;
      end++;
    }
  return index;
}

static void
add_line (Reader *self, guint index)
{
  const NbTextLine *line = nb_text_survey_get_line (&self->survey, index);

  if (nb_text_survey_is_rule (&self->survey, index))
    return;
  if (line->is_whole)
    add_piece (self, line->slice, line->line, 0);
  else if (self->survey.rows[index] &&
           nb_cutter_at_delimiters (&self->survey.cutter, line->slice, self->survey.delimiter))
    add_row (self, 0, line->line, NB_PIECE_SEPARATED);
  else if (nb_text_survey_has_pipe (&self->survey, index))
    {
      if (self->survey.pipes == NB_PIPES_ROWS)
        add_pipe_row (self, index);
      else
        add_pipe_cells (self, index);
    }
  else if (self->survey.pipes == NB_PIPES_CELLS && is_pipes_alone (self, index + 1))
    add_piece (self, line->slice, line->line, NB_PIECE_SEPARATED);
  else if (!add_tab_row (self, line) && !add_blank_row (self, index))
    add_paragraph (self, line);
}

/* Ends of pages that stand before @offset: they are furniture and part nothing. */
static void
add_pages (Reader *self, guint offset)
{
  for (; self->n_pages < self->survey.pages->len; self->n_pages++)
    {
      const NbTextLine *page = &g_array_index (self->survey.pages, NbTextLine, self->n_pages);

      if (page->slice.offset > offset)
        return;
      add_piece (self, page->slice, page->line, NB_PIECE_FURNITURE | NB_PIECE_PAGE);
    }
}

static gboolean
add_lines (Reader *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->survey.lines->len && !self->is_full; i++)
    {
      gboolean is_below_rule = i > 0 && nb_text_survey_is_rule (&self->survey, i - 1);
      guint end;

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_pages (self, nb_text_survey_get_line (&self->survey, i)->slice.offset);
      end = is_below_rule ? add_column_rows (self, i) : i;
      if (end == i && is_below_rule)
        {
          end = find_wrapped_row (self, i);
          if (end > i)
            add_wrapped_row (self, i, end, NULL);
        }
      if (end > i)
        i = end - 1;
      else
        add_line (self, i);
    }
  add_pages (self, G_MAXUINT);
  if (self->is_full)
    nb_error_set_limit (error, N_ ("the document has too many paragraphs and cells"), NB_LIMIT_PIECES);
  return !self->is_full;
}

/* Cuts the text from @first to @end. FALSE where it was cancelled. */
static gboolean
cut (NbDocument *document, gsize first, gsize end, GCancellable *cancellable, GError **error)
{
  Reader self = { .document = document, .text = nb_document_get_text (document, NULL) };
  gboolean is_done;

  nb_text_survey_init (&self.survey, self.text, first, end);
  is_done = add_lines (&self, cancellable, error);
  nb_text_survey_clear (&self.survey);
  return is_done;
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

/* Where no line end closes the last line, the input may have been cut off within it. */
static void
mark_cut (NbDocument *document)
{
  gsize length;
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  nb_document_get_text (document, &length);
  if (pieces[n_pieces - 1].offset + pieces[n_pieces - 1].length == length)
    nb_document_edit_piece (document, n_pieces - 1)->flags |= NB_PIECE_CUT;
}

static gboolean
check_lines (const char *text, GError **error)
{
  guint n = 0;

  for (const char *p = text; n <= NB_LIMIT_LINES && (p = strpbrk (p, "\r\n")) != NULL; p++)
    n++;
  if (n <= NB_LIMIT_LINES)
    return TRUE;
  nb_error_set_limit (error, N_ ("the text has too many lines"), NB_LIMIT_LINES);
  return FALSE;
}

/**
 * nb_text_reader_read_string:
 * @source: where it is from
 * @text: (transfer full): plain text
 * @length: its length in bytes
 * @cancellable: (nullable): a cancellable
 * @error: an error
 *
 * Reads plain text. The document text is @text as it stands.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_text_reader_read_string (NbSource *source,
                            char *text,
                            gsize length,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (NbDocument) document = nb_document_new_for_text (source, text, length);
  guint n_pieces;

  if (!check_lines (nb_document_get_text (document, NULL), error) ||
      !cut (document, 0, length, cancellable, error))
    return NULL;
  nb_document_get_pieces (document, &n_pieces);
  if (n_pieces == 0)
    {
      g_set_error_literal (error, NB_ERROR, NB_ERROR_NO_TEXT, _ ("there is no text in it"));
      return NULL;
    }
  mark_cut (document);
  return g_steal_pointer (&document);
}

/**
 * nb_text_reader_read:
 * @source: a source of NB_CONTAINER_TEXT
 * @cancellable: (nullable): a cancellable
 * @error: an error
 *
 * Reads plain text, or the article in JSON. The document text is the decoded text as it stands.
 *
 * Returns: (transfer full): the document
 */
NbDocument *
nb_text_reader_read (NbSource *source, GCancellable *cancellable, GError **error)
{
  gsize length;
  g_autofree char *text = nb_source_decode (source, &length, error);

  if (text == NULL)
    return NULL;
  if (nb_json_text_looks_like (text, length))
    return nb_json_reader_read_string (source, text, length, cancellable, error);
  return nb_text_reader_read_string (source, g_steal_pointer (&text), length, cancellable, error);
}
