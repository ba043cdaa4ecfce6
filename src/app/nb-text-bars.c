/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of plain text, whose cells are parted by bars, for a view that shows tables as such: rows with a line of
 * their own, or a line for each cell. This is for the eye alone; what the cells mean the recogniser says. Any thread.
 *
 *   规章 | 0 | 0 | 0 |        规章 |
 *   规范性文件 | 16 | 8 |     0 |
 */

#include "nb-text-bars.h"

#include <string.h>

enum
{
  FEW_NUMBERS = 3, /* a row with as many ends where the others end */
  FEW_COLUMNS = 4, /* where a head of two cells is a name and what goes to the end */
  MOST_BARS = 60,  /* cells of a line; more are a drawing */
};

typedef struct
{
  guint offset;
  guint length;
  gboolean is_label;
} Cell;

typedef struct
{
  const char *text;
  GArray *rows;   /* (owned): of GArray (owned) of Cell */
  GArray *row;    /* (nullable): the last of them, while it is not complete */
  guint n_cells;  /* of the longest row */
  gboolean drawn; /* some line has more bars than a table */
  gboolean told;  /* some row has a number; without any it is a menu or a line of facts */
} Run;

static gsize
get_bar (const char *at)
{
  static const char *const bars[] = { "|", "│", "┃", "｜" };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    if (g_str_has_prefix (at, bars[i]))
      return strlen (bars[i]);
  return 0;
}

/* Where the line goes that @at is in. */
static void
find_line (const char *text, gsize at, gsize *begin, gsize *end)
{
  const char *after = strchr (text + at, '\n');

  while (at > 0 && text[at - 1] != '\n')
    at--;
  *begin = at;
  *end = after != NULL ? (gsize) (after - text) : at + strlen (text + at);
}

static gboolean
has_bar (const char *text, gsize begin, gsize end)
{
  for (const char *at = text + begin; at < text + end; at = g_utf8_next_char (at))
    if (get_bar (at) > 0)
      return TRUE;
  return FALSE;
}

/* Words, other than a letter that stands for a digit. */
static gboolean
is_label (const char *text, gsize length)
{
  guint n_letters = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    n_letters += g_unichar_isalpha (g_utf8_get_char (at));
  return n_letters > 1 || (n_letters == 1 && length > 1);
}

static Cell
trim (const char *text, const char *begin, const char *end)
{
  while (begin < end && g_ascii_isspace (*begin))
    begin++;
  while (end > begin && g_ascii_isspace (end[-1]))
    end--;
  return (Cell){ (guint) (begin - text), (guint) (end - begin),
                 is_label (begin, (gsize) (end - begin)) };
}

/* The cells of a line, without the empty ones at its ends. */
static GArray *
split (const char *text, gsize from, gsize to)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  const char *end = text + to, *begin = text + from;
  guint last = 0;

  for (const char *at = begin; at <= end; at = at < end ? g_utf8_next_char (at) : at + 1)
    if (at == end || get_bar (at) > 0)
      {
        const Cell cell = trim (text, begin, at);

        if (cell.length > 0 || cells->len > 0)
          g_array_append_val (cells, cell);
        last = cell.length > 0 ? cells->len : last;
        begin = at < end ? at + get_bar (at) : end;
      }
  g_array_set_size (cells, last);
  return cells;
}

static const Cell *
get_last (GArray *row)
{
  return &g_array_index (row, Cell, row->len - 1);
}

/* A line of several cells is a row. Of lines of one cell a row takes all up to the label behind its numbers. */
static void
add_line (Run *self, gsize begin, gsize end)
{
  g_autoptr (GArray) cells = split (self->text, begin, end);
  gboolean one = cells->len == 1;

  self->drawn = self->drawn || cells->len > MOST_BARS;
  if (cells->len == 0)
    {
      self->row = NULL;
      return;
    }
  if (self->row != NULL &&
      (!one || (get_last (cells)->is_label && !get_last (self->row)->is_label)))
    self->row = NULL;
  if (self->row == NULL)
    {
      self->row = g_array_new (FALSE, FALSE, sizeof (Cell));
      g_array_append_val (self->rows, self->row);
    }
  g_array_append_vals (self->row, cells->data, cells->len);
  self->told = self->told || (self->row->len > 1 && !get_last (self->row)->is_label);
  self->n_cells = MAX (self->n_cells, self->row->len);
  if (!one)
    self->row = NULL;
}

static guint
count_numbers (GArray *row)
{
  guint n = 0;

  while (n < row->len && !g_array_index (row, Cell, row->len - 1 - n).is_label)
    n++;
  return n;
}

/* Heads over several columns do not say over which: better a line as it stands than a name above numbers that are not
 * its. */
static gboolean
is_line (GArray *row, guint n_columns)
{
  return row->len > 1 && row->len < n_columns && count_numbers (row) == 0 &&
         (row->len > 2 || n_columns > FEW_COLUMNS);
}

static void
add_line_as_it_stands (GArray *pieces, GArray *row, guint index, guint n_columns, NbPiece piece)
{
  const Cell *last = get_last (row);

  piece.offset = g_array_index (row, Cell, 0).offset;
  piece.length = last->offset + last->length - piece.offset;
  piece.row = index;
  piece.column = 0;
  piece.row_span = 1;
  piece.column_span = n_columns;
  g_array_append_val (pieces, piece);
}

/* A row that is shorter than others lacks the groups that reach down from above, or has a cell that goes on to the
 * end. */
static void
add_row (GArray *pieces, GArray *row, guint index, guint n_columns, NbPiece piece)
{
  guint n_numbers = count_numbers (row), missing = n_columns - row->len;
  guint wide = n_numbers >= FEW_NUMBERS && n_numbers < row->len ? row->len - n_numbers - 1
                                                                : row->len - 1;
  guint column = n_numbers >= FEW_NUMBERS && n_numbers == row->len ? missing : 0;

  for (guint i = 0; i < row->len; i++)
    {
      const Cell *cell = &g_array_index (row, Cell, i);

      piece.offset = cell->offset;
      piece.length = cell->length;
      piece.row = index;
      piece.column = column;
      piece.row_span = 1;
      piece.column_span = i == wide && column < n_columns - (row->len - i) + 1
                              ? n_columns - (row->len - i) - column + 1
                              : 1;
      g_array_append_val (pieces, piece);
      column += piece.column_span;
    }
}

static gboolean
is_table (const Run *run)
{
  return !run->drawn && run->told && run->rows->len > 1 && run->n_cells > 1;
}

/* Adds the cells of the lines with bars that begin in this one and end before @limit; returns whether they are a
 * table. */
static gboolean
add_run (GArray *pieces, const char *text, NbPiece piece, gsize limit, gsize *seen)
{
  Run run = { .text = text, .rows = g_array_new (FALSE, FALSE, sizeof (GArray *)) };
  gboolean found;
  gsize begin, end;

  for (find_line (text, piece.offset, &begin, &end); end <= limit && has_bar (text, begin, end);
       find_line (text, end + 1, &begin, &end))
    {
      add_line (&run, begin, end);
      *seen = end;
      if (text[end] == '\0')
        break;
    }
  for (guint i = 0; i < run.rows->len; i++)
    {
      g_autoptr (GArray) row = g_array_index (run.rows, GArray *, i);

      if (is_table (&run) && is_line (row, run.n_cells))
        add_line_as_it_stands (pieces, row, i, run.n_cells, piece);
      else if (is_table (&run))
        add_row (pieces, row, i, run.n_cells, piece);
    }
  found = is_table (&run);
  g_array_unref (run.rows);
  return found;
}

/* Where the next grid of the document begins. */
static gsize
find_grid (const NbPiece *pieces, guint n_pieces, guint from)
{
  while (from < n_pieces && pieces[from].table < 0)
    from++;
  return from < n_pieces ? pieces[from].offset : G_MAXSIZE;
}

/**
 * nb_text_bars_list_pieces:
 * @document: a document
 *
 * Returns: (transfer full) (element-type NbPiece): its pieces, with the cells of tables that are drawn with bars in the
 *   place of what stands there
 */
GArray *
nb_text_bars_list_pieces (NbDocument *document)
{
  GArray *listed = g_array_new (FALSE, FALSE, sizeof (NbPiece));
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces = 0;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  int table = (int) nb_document_get_n_tables (document);
  gsize done = 0; /* up to here there are tables */
  gsize seen = 0; /* up to here the lines have been looked at, each once */
  gsize grid = find_grid (pieces, n_pieces, 0);

  for (guint i = 0; i < n_pieces; i++)
    {
      NbPiece piece = pieces[i];

      if (piece.offset < done)
        continue;
      if (piece.table >= 0 && piece.offset >= grid)
        grid = i + 1 < n_pieces ? piece.offset + 1 : G_MAXSIZE;
      if (piece.table < 0 && piece.offset >= grid)
        grid = find_grid (pieces, n_pieces, i);
      if (piece.table < 0 && (piece.flags & NB_PIECE_FURNITURE) == 0 && piece.offset >= seen)
        {
          gsize begin;

          find_line (text, piece.offset, &begin, &seen);
          piece.table = table++;
          if (has_bar (text, begin, seen) && add_run (listed, text, piece, grid, &seen))
            {
              done = seen;
              continue;
            }
        }
      g_array_append_val (listed, pieces[i]);
    }
  return listed;
}

/**
 * nb_text_bars_get_end:
 * @text: of a document
 * @at: where the last cell of a table ends
 *
 * Returns: where the bars behind it end
 */
gsize
nb_text_bars_get_end (const char *text, gsize at)
{
  gsize end = at;

  while (g_ascii_isspace (text[at]) || get_bar (text + at) > 0)
    {
      gsize bar = get_bar (text + at);

      at += MAX (bar, 1);
      end = bar > 0 ? at : end;
    }
  return end;
}
