/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "csv-table.h"

#include <string.h>

static const char *
read_cell (const char *p, GString *cell)
{
  g_string_truncate (cell, 0);
  if (*p != '"')
    {
      gsize n = strcspn (p, ",\r\n\"");

      g_string_append_len (cell, p, n);
      return p + n;
    }
  for (p++; *p != '"' || p[1] == '"'; p++)
    {
      g_assert_cmpint (*p, !=, '\0');
      if (*p == '"')
        p++;
      g_string_append_c (cell, *p);
    }
  return p + 1;
}

GPtrArray *
csv_table_read (const char *text)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) cell = g_string_new (NULL);
  GPtrArray *row = NULL;

  while (*text != '\0')
    {
      if (row == NULL)
        {
          row = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (table, row);
        }
      text = read_cell (text, cell);
      g_ptr_array_add (row, g_strdup (cell->str));
      if (*text == ',')
        text++;
      else
        {
          g_assert_true (g_str_has_prefix (text, "\r\n"));
          text += 2;
          row = NULL;
        }
    }
  for (guint i = 1; i < table->len; i++)
    g_assert_cmpuint (((GPtrArray *) table->pdata[i])->len, ==,
                      ((GPtrArray *) table->pdata[0])->len);
  return table;
}

const char *
csv_table_get (GPtrArray *table, guint row, const char *column)
{
  GPtrArray *head = table->pdata[0];
  GPtrArray *cells = table->pdata[row];

  for (guint i = 0; i < head->len; i++)
    if (g_str_equal (head->pdata[i], column))
      return cells->pdata[i];
  g_error ("no column %s", column);
}
