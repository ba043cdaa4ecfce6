/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A paper for a terminal. The last column of a table is never cut, so that nothing of a note is lost.
 */

#include "nb-paper.h"

#include <string.h>

#include "nb-text-columns.h"

#define MOST_LABEL  50
#define MOST_COLUMN 24
#define GAP         "  "

static gboolean
has_heads (const NbBlock *table)
{
  return table->columns->len > 0 && g_array_index (table->columns, NbPaperColumn, 0).head != NULL;
}

static guint *
measure_columns (const NbBlock *table)
{
  guint *widths = g_new0 (guint, table->columns->len);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *head = g_array_index (table->columns, NbPaperColumn, i).head;

      widths[i] = head != NULL ? nb_columns_measure (head) : 0;
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      const NbPaperRow *row = table->rows->pdata[i];

      for (guint j = 0; !row->is_group && j < row->cells->len && j < table->columns->len; j++)
        widths[j] = MAX (widths[j],
                         nb_columns_measure (g_array_index (row->cells, NbPaperCell, j).text));
    }
  for (guint i = 0; i + 1 < table->columns->len; i++)
    widths[i] = MIN (widths[i], i == 0 ? MOST_LABEL : MOST_COLUMN);
  return widths;
}

static void
trim_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_cell (GString *out, const NbBlock *table, const guint *widths, guint i, const char *text)
{
  if (i > 0)
    g_string_append (out, GAP);
  if (g_array_index (table->columns, NbPaperColumn, i).is_number)
    nb_columns_append_right (out, text, widths[i]);
  else if (i + 1 < table->columns->len)
    nb_columns_append_padded (out, text, widths[i]);
  else
    g_string_append (out, text);
}

static void
write_heads (GString *out, const NbBlock *table, const guint *widths)
{
  for (guint i = 0; i < table->columns->len; i++)
    append_cell (out, table, widths, i, g_array_index (table->columns, NbPaperColumn, i).head);
  trim_line (out);
}

static void
write_table (GString *out, const NbBlock *table)
{
  g_autofree guint *widths = measure_columns (table);

  if (has_heads (table))
    write_heads (out, table, widths);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const NbPaperRow *row = table->rows->pdata[i];

      for (guint j = 0; j < row->cells->len && j < table->columns->len; j++)
        {
          const char *text = g_array_index (row->cells, NbPaperCell, j).text;

          if (row->is_group)
            g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", text);
          else
            append_cell (out, table, widths, j, text);
        }
      trim_line (out);
    }
}

static void
write_words (GString *out, const GArray *words)
{
  static const char *const open[] = { "", "[-", "{+" };
  static const char *const close[] = { "", "-]", "+}" };

  for (guint i = 0; i < words->len; i++)
    {
      const NbPaperWord *word = &g_array_index (words, NbPaperWord, i);

      g_string_append_printf (out, "%s%s%s", open[word->kind], word->text, close[word->kind]);
    }
  g_string_append_c (out, '\n');
}

/**
 * nb_paper_write_text:
 * @self: a document
 * @out: what to append to
 *
 * Writes it for a terminal.
 */
void
nb_paper_write_text (const NbPaper *self, GString *out)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const NbBlock *block = self->blocks->pdata[i];
      const NbBlock *before = i > 0 ? self->blocks->pdata[i - 1] : NULL;

      if (before != NULL && before->kind != NB_BLOCK_HEADING && block->kind != before->kind)
        g_string_append_c (out, '\n');
      else if (before != NULL && before->kind == NB_BLOCK_HEADING && before->level == 1)
        g_string_append_c (out, '\n');
      if (block->kind == NB_BLOCK_TABLE)
        write_table (out, block);
      else if (block->kind == NB_BLOCK_WORDS)
        write_words (out, block->words);
      else
        g_string_append_printf (out, "%s%s\n", block->kind == NB_BLOCK_NOTICE ? "! " : "",
                                block->text);
    }
}
