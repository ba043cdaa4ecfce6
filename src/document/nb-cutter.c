/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Cuts a line of text into cells: at pipes, at delimiters with quotes respected, at tabs, at gaps of blanks. The cells
 * are slices of the text, and are valid until the next cut. One thread.
 */

#include "nb-cutter.h"

#include "base/nb-text.h"
#include "base/nb-value.h"

#include <string.h>

void
nb_cutter_init (NbCutter *self, const char *text)
{
  self->text = text;
  self->cells = g_array_new (FALSE, FALSE, sizeof (NbSlice));
}

void
nb_cutter_clear (NbCutter *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
}

NbSlice
nb_slice_new (const char *text, gsize offset, gsize length)
{
  nb_text_trim (text, &offset, &length);
  return (NbSlice){ (guint) offset, (guint) length };
}

/* The size of a pipe at @p: "|", "｜" or a vertical box drawing line; 0 where there is none. */
gsize
nb_slice_pipe_size (const char *p)
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

/* Whether a blank of any width stands right before @p. */
gboolean
nb_slice_is_blank_before (const char *start, const char *p)
{
  return (p > start && (p[-1] == ' ' || p[-1] == '\t')) ||
         (p >= start + 3 && memcmp (p - 3, "\u3000", 3) == 0) ||
         (p >= start + 2 && memcmp (p - 2, "\u00a0", 2) == 0);
}

/* The quote that closes a cell; a doubled one stands for itself. */
const char *
nb_slice_find_quote (const char *p, const char *end)
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

static void
add_cell (NbCutter *self, gsize start, gsize end)
{
  NbSlice cell = nb_slice_new (self->text, start, end - start);

  g_array_append_val (self->cells, cell);
}

/* Cuts at pipes. What stands before a pipe at the very beginning is no cell. */
void
nb_cutter_at_pipes (NbCutter *self, NbSlice line)
{
  gsize start = line.offset, end = line.offset + line.length;
  gboolean closed = FALSE;

  g_array_set_size (self->cells, 0);
  for (gsize i = start; i < end;)
    {
      gsize size = nb_slice_pipe_size (self->text + i);

      if (size == 0)
        {
          i++;
          continue;
        }
      add_cell (self, start, i);
      i += size;
      start = i;
      closed = i == end;
    }
  if (!closed)
    add_cell (self, start, end);
}

/* Cuts at delimiters, quotes respected; FALSE where a quote is left open. */
gboolean
nb_cutter_at_delimiters (NbCutter *self, NbSlice line, const char *delimiter)
{
  gsize i = line.offset, end = line.offset + line.length, size = strlen (delimiter);

  g_array_set_size (self->cells, 0);
  while (i <= end)
    {
      gsize start = i;

      if (i < end && self->text[i] == '"')
        {
          const char *close = nb_slice_find_quote (self->text + i + 1, self->text + end);

          if (close == NULL)
            return FALSE;
          i = (gsize) (close - self->text) + 1;
          add_cell (self, start + 1, i - 1);
          if (i < end && strncmp (self->text + i, delimiter, size) != 0)
            return FALSE;
        }
      else
        {
          while (i < end && strncmp (self->text + i, delimiter, size) != 0)
            i++;
          add_cell (self, start, i);
        }
      i += size;
    }
  return TRUE;
}

/* Cuts at tabs; a quote that does not fit stands for itself. */
void
nb_cutter_at_tabs (NbCutter *self, NbSlice line)
{
  gsize start = line.offset, end = line.offset + line.length;

  if (nb_cutter_at_delimiters (self, line, "\t"))
    return;
  g_array_set_size (self->cells, 0);
  for (gsize i = start; i <= end; i++)
    if (i == end || self->text[i] == '\t')
      {
        add_cell (self, start, i);
        start = i + 1;
      }
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

/* Cuts where at least @gap blanks stand, and adds to the cells that are there. */
void
nb_cutter_at_blanks (NbCutter *self, NbSlice slice, guint gap)
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
          add_cell (self, start, i);
          start = j;
        }
      i = n > 0 ? j : i + 1;
    }
  add_cell (self, start, end);
}

static guint
width_of (const char *p)
{
  return g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
}

/* At which column of a screen a place in the text stands. */
guint
nb_cutter_measure (NbCutter *self, guint offset)
{
  const char *end = self->text + offset, *start = end;
  guint column = 0;

  while (start > self->text && start[-1] != '\n' && start[-1] != '\r')
    start--;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    column += width_of (p);
  return column;
}

/* Cuts below the columns of a rule; FALSE where something stands between two of them. */
gboolean
nb_cutter_at_columns (NbCutter *self, NbSlice line, const GArray *columns)
{
  guint x = nb_cutter_measure (self, line.offset), column = 0;
  gsize start = line.offset, end = line.offset + line.length;

  g_array_set_size (self->cells, 0);
  for (gsize i = start; i < end;)
    {
      const char *p = self->text + i, *next = g_utf8_next_char (p);
      guint width = width_of (p);

      while (column + 1 < columns->len && x >= g_array_index (columns, NbColumn, column + 1).from)
        {
          add_cell (self, start, i);
          start = i;
          column++;
        }
      if (space_size (p) == 0 &&
          (x < g_array_index (columns, NbColumn, column).from ||
           (column + 1 < columns->len && x + width > g_array_index (columns, NbColumn, column).to)))
        return FALSE;
      x += width;
      i = (gsize) (next - self->text);
    }
  for (; column < columns->len; column++, start = end)
    add_cell (self, start, end);
  return TRUE;
}

/* The columns under dashes with gaps between: "-----  ---"; (nullable). */
GArray *
nb_cutter_read_columns (NbCutter *self, NbSlice rule)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (NbColumn));
  guint x = nb_cutter_measure (self, rule.offset);
  const char *start = self->text + rule.offset, *end = start + rule.length;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      guint width = width_of (p);

      if (*p != '-' && *p != '=' && *p != ' ')
        return NULL;
      if (*p != ' ' && (p == start || p[-1] == ' '))
        {
          NbColumn column = { x, x };

          g_array_append_val (columns, column);
        }
      x += width;
      if (*p != ' ')
        g_array_index (columns, NbColumn, columns->len - 1).to = x;
    }
  return columns->len > 1 ? g_steal_pointer (&columns) : NULL;
}

const NbSlice *
nb_cutter_get (NbCutter *self, guint cell)
{
  return &g_array_index (self->cells, NbSlice, cell);
}

guint
nb_cutter_count_filled (NbCutter *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n += nb_cutter_get (self, i)->length > 0;
  return n;
}

/* How many of the last cells are values. */
guint
nb_cutter_count_tail (NbCutter *self)
{
  guint n = 0;

  while (n < self->cells->len &&
         nb_cutter_is_value (self, nb_cutter_get (self, self->cells->len - 1 - n)))
    n++;
  return n;
}

gboolean
nb_cutter_any_longer (NbCutter *self, guint most)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (nb_cutter_get (self, i)->length > most)
      return TRUE;
  return FALSE;
}

gboolean
nb_cutter_is_value (NbCutter *self, const NbSlice *slice)
{
  return nb_value_looks_like (self->text + slice->offset, (gssize) slice->length);
}

gboolean
nb_cutter_is_unit (NbCutter *self, const NbSlice *slice)
{
  return nb_value_is_unit (self->text + slice->offset, (gssize) slice->length);
}
