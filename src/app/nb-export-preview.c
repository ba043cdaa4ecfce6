/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first lines of a file as the export dialog shows them. Of a CSV they are its first rows, without the columns
 * that only programs need, so that a figure can be seen; its head is counted as no row. Any thread.
 */

#include "nb-export-preview.h"

#include <string.h>

enum
{
  PREVIEW_ROWS = 8,
  PREVIEW_BYTES = 1600,
  PREVIEW_CELLS = 8,
};

/* Columns of the CSV formats that lead away from the figures. */
static const char *const hidden[] = { "uri", "sha256",  "part",   "part",   "kind",   "form",
                                      "key", "table",   "metric", "raw",    "remark", "confidence",
                                      "row", "section", "column", "offset", "length", NULL };

static void
skip_bom (const char **text, gsize *length)
{
  if (*length < 3 || memcmp (*text, "\xef\xbb\xbf", 3) != 0)
    return;
  *text += 3;
  *length -= 3;
}

/* The end of the row that begins at @at, behind its line feed. */
static gsize
find_row_end (const char *text, gsize length, gsize at)
{
  gboolean quoted = FALSE;

  for (; at < length; at++)
    {
      if (text[at] == '"')
        quoted = !quoted;
      else if (text[at] == '\n' && !quoted)
        return at + 1;
    }
  return length;
}

/**
 * nb_export_preview_count_rows:
 * @text: a CSV
 * @length: bytes
 *
 * Returns: how many rows it has below its head
 */
guint
nb_export_preview_count_rows (const char *text, gsize length)
{
  guint n = 0;

  for (gsize at = 0; at < length; n++)
    at = find_row_end (text, length, at);
  return n > 0 ? n - 1 : 0;
}

static GPtrArray *
split_row (const char *row, gsize length)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (row[i] == '"' && quoted && i + 1 < length && row[i + 1] == '"')
        g_string_append_c (cell, row[++i]);
      else if (row[i] == '"')
        quoted = !quoted;
      else if (row[i] == ',' && !quoted)
        {
          g_ptr_array_add (cells, g_string_free (cell, FALSE));
          cell = g_string_new (NULL);
        }
      else
        g_string_append_c (cell, row[i] == '\n' || row[i] == '\r' ? ' ' : row[i]);
    }
  g_ptr_array_add (cells, g_strchomp (g_string_free (cell, FALSE)));
  return cells;
}

static GStrv
dup_row (const GPtrArray *cells, const GPtrArray *head)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < cells->len && i < head->len && n < PREVIEW_CELLS; i++)
    {
      if (g_strv_contains (hidden, head->pdata[i]))
        continue;
      g_strv_builder_add (row, cells->pdata[i]);
      n++;
    }
  return g_strv_builder_end (row);
}

/**
 * nb_export_preview_list_rows:
 * @text: a CSV
 * @length: bytes
 *
 * Returns: (transfer full) (element-type GStrv): its head and its first rows, for people
 */
GPtrArray *
nb_export_preview_list_rows (const char *text, gsize length)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) head = NULL;

  skip_bom (&text, &length);
  for (gsize at = 0; at < length && rows->len < PREVIEW_ROWS;)
    {
      gsize end = find_row_end (text, length, at);
      g_autoptr (GPtrArray) cells = split_row (text + at, end - at);

      if (head == NULL)
        head = g_ptr_array_ref (cells);
      g_ptr_array_add (rows, dup_row (cells, head));
      at = end;
    }
  return rows;
}

/**
 * nb_export_preview_dup_lines:
 * @text: a text
 * @length: bytes
 *
 * Returns: (transfer full): its first lines, as far as they go; a byte order mark is not seen
 */
char *
nb_export_preview_dup_lines (const char *text, gsize length)
{
  gsize end = 0;
  guint n = 0;

  skip_bom (&text, &length);
  while (end < length && end < PREVIEW_BYTES && n < PREVIEW_ROWS)
    n += text[end++] == '\n';
  return g_strchomp (g_utf8_make_valid (text, (gssize) end));
}
