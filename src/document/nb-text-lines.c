/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lines of a plain text, and which of them are the ends of printed pages: "- 3 -", a page of so many, the number
 * that stands alone before a form feed, and heads and feet that come again with them. Those may stand in the midst of a table
 * or of a row. Any thread.
 */

#include "nb-text-lines.h"

#include "base/nb-limits.h"
#include "base/nb-resource.h"
#include "base/nb-text.h"
#include "base/nb-value.h"
#include "document/nb-document-resources.h"

#include <gio/gio.h>
#include <string.h>

#define PATH   "/org/nianbao/document/pages.txt"
#define BREAKS "/org/nianbao/document/breaks.txt"

/* A line of so many bytes with so many headings is a text that has lost its line ends. */
#define SHORTEST_TEXT   1000
#define FEWEST_HEADINGS 3

/* A line of so many values and so many words, and no sentence, is a table that was flattened; so are fewer of them where no
 * comma or semicolon stands, or between two headings of a text without line ends. */
#define FLAT_LENGTH    200
#define FLAT_CELLS     10
#define UNPARTED_CELLS 7
#define PART_CELLS     3

/* Bytes of a page number, at most. */
#define LONGEST_NUMBER 48
/* Bytes of the head or foot of a page that is the same on each. */
#define SHORTEST_HEAD 15
#define LONGEST_HEAD  160
/* Numbers before form feeds that must go on from each other to be page numbers; two do where they count the pages. */
#define FEWEST_NUMBERS 3

/* The length of the marks with which mail quotes a line: "> > ". */
static guint
measure_marks (const char *text, NbSlice line)
{
  guint end = 0;

  for (guint i = 0; i < line.length; i++)
    if (text[line.offset + i] == '>')
      end = i + 1;
    else if (text[line.offset + i] != ' ')
      break;
  return end;
}

/* A text that is quoted as a whole. */
static void
drop_marks (const char *text, GArray *lines)
{
  guint n_marked = 0, n_kept = 0;

  for (guint i = 0; i < lines->len; i++)
    n_marked += measure_marks (text, g_array_index (lines, NbTextLine, i).slice) > 0;
  if (n_marked * 10 < lines->len * 9)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      NbTextLine line = g_array_index (lines, NbTextLine, i);
      guint n = measure_marks (text, line.slice);

      line.slice = nb_slice_new (text, line.slice.offset + n, line.slice.length - n);
      if (line.slice.length > 0)
        g_array_index (lines, NbTextLine, n_kept++) = line;
    }
  g_array_set_size (lines, n_kept);
}

static GRegex *
load_pattern (const char *path, const char *before, const char *behind)
{
  g_autoptr (GBytes) bytes = nb_resource_load (nb_document_get_resource, path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) all = g_string_new (before);
  g_autoptr (GError) error = NULL;
  GRegex *pattern;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_string_append_printf (all, "%s%s", all->len > strlen (before) ? "|" : "", lines[i]);
  g_string_append (all, behind);
  pattern = g_regex_new (all->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
  if (pattern == NULL)
    g_error ("%s: %s", path, error->message);
  return pattern;
}

static GRegex *
get_number_pattern (void)
{
  static gsize pattern;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, (gsize) load_pattern (PATH, "^(?:", ")$"));
  return (GRegex *) pattern;
}

static GRegex *
get_break_pattern (void)
{
  static gsize pattern;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, (gsize) load_pattern (BREAKS, "(?:", ")"));
  return (GRegex *) pattern;
}

/* The headings in a line, as pairs of offsets; %NULL where it is a line like others. */
static GArray *
find_breaks (const char *text, const NbTextLine *line)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GArray) breaks = NULL;

  if (line->slice.length < SHORTEST_TEXT)
    return NULL;
  breaks = g_array_new (FALSE, FALSE, sizeof (int));
  g_regex_match_full (get_break_pattern (), text + line->slice.offset, line->slice.length, 0, 0,
                      &match, NULL);
  while (g_match_info_matches (match))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      g_array_append_val (breaks, start);
      g_array_append_val (breaks, end);
      g_match_info_next (match, NULL);
    }
  return breaks->len >= 2 * FEWEST_HEADINGS ? g_steal_pointer (&breaks) : NULL;
}

/* What parts the cells of a flattened table. */
typedef enum
{
  PARTED_BY_BLANKS,
  PARTED_BY_TABS,
  PARTED_BY_PIPES,
} Parting;

/* The size of what parts two cells at @p; 0 where nothing does. */
static gsize
part_size (const char *p, Parting parting)
{
  if (parting == PARTED_BY_PIPES)
    return nb_slice_pipe_size (p);
  if (parting == PARTED_BY_TABS)
    return *p == '\t';
  if (*p == ' ' || *p == '\t')
    return 1;
  if ((guchar) *p == 0xc2 && (guchar) p[1] == 0xa0)
    return 2;
  return (guchar) *p == 0xe3 && (guchar) p[1] == 0x80 && (guchar) p[2] == 0x80 ? 3 : 0;
}

static Parting
find_parting (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p++)
    if (part_size (p, PARTED_BY_PIPES) > 0)
      return PARTED_BY_PIPES;
  return memchr (text, '\t', length) != NULL ? PARTED_BY_TABS : PARTED_BY_BLANKS;
}

/* The cell that begins at @start; @next is where the next one does. */
static NbSlice
cut_cell (const char *text, gsize start, gsize end, Parting parting, gsize *next)
{
  gsize at = start, size = 0;

  while (at < end && (size = part_size (text + at, parting)) == 0)
    at++;
  *next = MIN (at + size, end);
  return nb_slice_new (text, start, at - start);
}

static gboolean
has_figures (const char *text, gsize length, guint fewest)
{
  guint n = 0;

  for (gsize i = 0; i < length && n < fewest; i++)
    n += g_ascii_isdigit (text[i]) || ((guchar) text[i] == 0xef && (guchar) text[i + 1] == 0xbc);
  return n >= fewest;
}

/* Whether at least @fewest values and as many words stand one behind the other, and nothing is left empty. */
static gboolean
is_flat (const char *text, gsize length, guint fewest)
{
  guint n_values = 0, n_words = 0;
  Parting parting;

  if (length > NB_LIMIT_FLAT_BYTES || g_strstr_len (text, (gssize) length, "\u3002") != NULL ||
      !has_figures (text, length, fewest))
    return FALSE;
  parting = find_parting (text, length);
  for (gsize at = 0, next; at < length; at = next)
    {
      NbSlice cell = cut_cell (text, at, length, parting, &next);

      if (cell.length == 0 && parting != PARTED_BY_BLANKS && at > 0 && next < length)
        return FALSE;
      if (cell.length > 0 && nb_value_looks_like (text + cell.offset, cell.length))
        n_values++;
      else
        n_words += cell.length > 0;
    }
  return n_values >= fewest && n_words >= fewest;
}

/* Whether a comma or a semicolon stands in the line: most labels have none, most sentences do. */
static gboolean
is_parted (const char *text, gsize length)
{
  static const char *const marks[] = { ",", ";", "\uff0c", "\uff1b" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strstr_len (text, (gssize) length, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * nb_text_lines_is_flat:
 * @text: a line
 * @length: its length in bytes
 *
 * Returns: whether it is a whole table, one cell behind the other, none of them empty
 */
gboolean
nb_text_lines_is_flat (const char *text, gsize length)
{
  return length >= FLAT_LENGTH &&
         is_flat (text, length, is_parted (text, length) ? FLAT_CELLS : UNPARTED_CELLS);
}

/* Adds the cells of a flattened table, as they would stand one a line. */
static void
add_cells (const char *text, GArray *lines, NbTextLine line)
{
  gsize end = line.slice.offset + line.slice.length;
  Parting parting;

  line.is_whole = TRUE;
  parting = find_parting (text + line.slice.offset, line.slice.length);
  for (gsize at = line.slice.offset, next; at < end; at = next)
    {
      line.slice = cut_cell (text, at, end, parting, &next);
      if (line.slice.length > 0)
        g_array_append_val (lines, line);
    }
}

static void
add_part (const char *text,
          GArray *lines,
          NbTextLine line,
          guint start,
          guint end,
          gboolean is_heading)
{
  line.is_whole = is_heading;
  line.slice = nb_slice_new (text, line.slice.offset + start, end - start);
  if (line.slice.length == 0)
    return;
  if (!is_heading && is_flat (text + line.slice.offset, line.slice.length, PART_CELLS))
    add_cells (text, lines, line);
  else
    g_array_append_val (lines, line);
}

/* Adds a line; a text that has lost its line ends in parts, each heading one. */
static void
add_line (const char *text, GArray *lines, const NbTextLine *line)
{
  g_autoptr (GArray) breaks = NULL;
  guint start = 0;

  if (nb_text_lines_is_flat (text + line->slice.offset, line->slice.length))
    {
      add_cells (text, lines, *line);
      return;
    }
  breaks = find_breaks (text, line);
  if (breaks == NULL)
    {
      g_array_append_val (lines, *line);
      return;
    }
  for (guint i = 0; i < breaks->len; i++)
    {
      guint end = (guint) g_array_index (breaks, int, i);

      add_part (text, lines, *line, start, end, i % 2 == 1);
      start = end;
    }
  add_part (text, lines, *line, start, line->slice.length, FALSE);
}

/**
 * nb_text_lines_new:
 * @text: a text
 * @first: where the lines begin
 * @end_of_lines: where they end
 *
 * Returns: (transfer full) (element-type NbTextLine): its lines, blank ones left out
 */
GArray *
nb_text_lines_new (const char *text, gsize first, gsize end_of_lines)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (NbTextLine));
  gboolean is_on_new_page = FALSE;
  guint number = 1;

  for (gsize start = first; start < end_of_lines; number++)
    {
      gsize end = start + strcspn (text + start, "\r\n");
      NbTextLine line = { nb_slice_new (text, start, end - start), number, FALSE, FALSE };

      for (gsize i = start; i < line.slice.offset; i++)
        is_on_new_page |= text[i] == '\f';
      /* A line of blanks and tabs alone is no row. */
      if (line.slice.length > 0)
        {
          line.is_on_new_page = is_on_new_page;
          add_line (text, lines, &line);
          is_on_new_page = FALSE;
        }
      for (gsize i = line.slice.offset + line.slice.length; i < end; i++)
        is_on_new_page |= text[i] == '\f';
      start = end + (text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
    }
  drop_marks (text, lines);
  return lines;
}

static const NbTextLine *
get (GArray *lines, guint i)
{
  return &g_array_index (lines, NbTextLine, i);
}

static gboolean
has_digit (const char *text, guint length)
{
  for (guint i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]) || (guchar) text[i] == 0xef)
      return TRUE;
  return FALSE;
}

/**
 * nb_text_lines_is_page_number:
 * @text: a line
 * @length: its length in bytes, without white space at the ends
 *
 * Returns: whether the line says that it is the number of a page
 */
gboolean
nb_text_lines_is_page_number (const char *text, gsize length)
{
  g_autofree char *folded = NULL;

  if (length < 3 || length > LONGEST_NUMBER || !has_digit (text, (guint) length))
    return FALSE;
  folded = nb_text_fold (text, (gssize) length);
  return g_regex_match (get_number_pattern (), folded, 0, NULL);
}

/* The bare number that line @i consists of; 0 for none. */
static guint
read_bare_number (const char *text, const NbSlice *slice)
{
  guint number = 0;

  for (guint i = 0; i < slice->length && i < 4; i++)
    {
      if (!g_ascii_isdigit (text[slice->offset + i]))
        return 0;
      number = number * 10 + (guint) (text[slice->offset + i] - '0');
    }
  return slice->length <= 4 ? number : 0;
}

/* Bare numbers right before form feeds are page numbers where they go on from page to page: the values of a table would not. */
static void
mark_bare_numbers (const char *text, GArray *lines, gboolean *marks)
{
  g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_pages = 0, first_number = 0;

  for (guint i = 1; i <= lines->len; i++)
    {
      guint number, foot = i - 1;

      if (i < lines->len && !get (lines, i)->is_on_new_page)
        continue;
      number = read_bare_number (text, &get (lines, foot)->slice);
      n_pages++;
      if (number == 0 && (i == lines->len || feet->len == 0))
        continue;
      if (number == 0 || (feet->len > 0 && number != first_number + feet->len))
        return;
      if (feet->len == 0)
        first_number = number;
      g_array_append_val (feet, foot);
    }
  if (n_pages < 2 || feet->len < (first_number == 1 ? 2 : FEWEST_NUMBERS))
    return;
  for (guint i = 0; i < feet->len; i++)
    marks[g_array_index (feet, guint, i)] = TRUE;
}

/* A line at the edge of a page, with its figures made alike; %NULL where it can be part of a table. */
static char *
make_key (const char *text, const NbSlice *slice, char edge)
{
  char *key;

  if (slice->length < SHORTEST_HEAD || slice->length > LONGEST_HEAD ||
      nb_value_looks_like (text + slice->offset, slice->length) ||
      strcspn (text + slice->offset, "|\t") < slice->length)
    return NULL;
  key = g_strdup_printf ("%c%.*s", edge, (int) slice->length, text + slice->offset);
  for (char *p = key; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      *p = '0';
  return key;
}

/* The line above or below a page end, and the same elsewhere: heads and feet. The text itself may begin with the one that
 * is the head of all other pages. */
static void
mark_heads (const char *text, GArray *lines, gboolean *marks)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lines->len; i++)
    {
      const NbTextLine *line = get (lines, i);
      gboolean is_head = i == 0 || line->is_on_new_page || marks[i - 1];
      gboolean is_foot = i + 1 < lines->len && (marks[i + 1] || get (lines, i + 1)->is_on_new_page);
      char *key = !marks[i] && is_head != is_foot
                      ? make_key (text, &line->slice, is_head ? '^' : 'v')
                      : NULL;

      if (key == NULL)
        continue;
      g_ptr_array_add (keys, key);
      g_array_append_val (edges, i);
      g_hash_table_replace (
          counts, g_strdup (key),
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < edges->len; i++)
    if (g_array_index (edges, guint, i) > 0 &&
        GPOINTER_TO_UINT (g_hash_table_lookup (counts, g_ptr_array_index (keys, i))) > 1)
      marks[g_array_index (edges, guint, i)] = TRUE;
}

/**
 * nb_text_lines_take_pages:
 * @text: the text
 * @lines: (element-type NbTextLine) (inout): its lines
 *
 * Takes the ends and the heads of printed pages out of @lines.
 *
 * Returns: (transfer full) (element-type NbTextLine): them
 */
GArray *
nb_text_lines_take_pages (const char *text, GArray *lines)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (NbTextLine));
  g_autofree gboolean *marks = g_new0 (gboolean, lines->len + 1);
  guint n_kept = 0;

  for (guint i = 0; i < lines->len; i++)
    marks[i] = nb_text_lines_is_page_number (text + get (lines, i)->slice.offset,
                                             get (lines, i)->slice.length);
  mark_bare_numbers (text, lines, marks);
  mark_heads (text, lines, marks);
  for (guint i = 0; i < lines->len; i++)
    if (marks[i])
      g_array_append_val (pages, g_array_index (lines, NbTextLine, i));
    else
      g_array_index (lines, NbTextLine, n_kept++) = g_array_index (lines, NbTextLine, i);
  g_array_set_size (lines, n_kept);
  return pages;
}
