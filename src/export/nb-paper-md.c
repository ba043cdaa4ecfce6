/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A paper as Markdown (CommonMark with the tables of GitHub). What comes from a document is escaped:
 * it is shown as it stands and never becomes markup.
 */

#include "nb-paper.h"

#include <string.h>

/* Whether @p, in a text that begins at @text, would begin a list, a heading or a quotation. */
static gboolean
begins_block (const char *text, const char *p)
{
  gsize n_digits = strspn (text, "0123456789");

  if (p == text)
    return strchr ("#+->", *p) != NULL;
  return n_digits > 0 && p == text + n_digits && (*p == '.' || *p == ')') &&
         (p[1] == ' ' || p[1] == '\0');
}

static void
append_text (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r')
        g_string_append_c (out, ' ');
      else if (*p == '<')
        g_string_append (out, "&lt;");
      else if (*p == '&')
        g_string_append (out, "&amp;");
      else
        {
          if (strchr ("\\`*_[]|~$", *p) != NULL || begins_block (text, p))
            g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
    }
}

static void
write_heads (GString *out, const NbBlock *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *head = g_array_index (table->columns, NbPaperColumn, i).head;

      g_string_append (out, "| ");
      append_text (out, head != NULL ? head : "");
      g_string_append_c (out, ' ');
    }
  g_string_append (out, "|\n");
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append (out,
                     g_array_index (table->columns, NbPaperColumn, i).is_number ? "|---:" : "|---");
  g_string_append (out, "|\n");
}

static void
write_table (GString *out, const NbBlock *table)
{
  static const char *const marks[] = { "", "**", "" };

  write_heads (out, table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const NbPaperRow *row = table->rows->pdata[i];

      for (guint j = 0; j < table->columns->len; j++)
        {
          const NbPaperCell *cell = j < row->cells->len
                                        ? &g_array_index (row->cells, NbPaperCell, j)
                                        : NULL;
          const char *mark = cell != NULL && *cell->text != '\0' ? marks[cell->style] : "";

          g_string_append_printf (out, "| %s", mark);
          append_text (out, cell != NULL ? cell->text : "");
          g_string_append_printf (out, "%s ", mark);
        }
      g_string_append (out, "|\n");
    }
}

static void
write_words (GString *out, const GArray *words)
{
  static const char *const open[] = { "", "<del>", "<ins>" };
  static const char *const close[] = { "", "</del>", "</ins>" };

  for (guint i = 0; i < words->len; i++)
    {
      const NbPaperWord *word = &g_array_index (words, NbPaperWord, i);

      g_string_append (out, open[word->kind]);
      append_text (out, word->text);
      g_string_append (out, close[word->kind]);
    }
  g_string_append_c (out, '\n');
}

/**
 * nb_paper_write_md:
 * @self: a document
 * @out: what to append to
 *
 * Writes it as Markdown.
 */
void
nb_paper_write_md (const NbPaper *self, GString *out)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const NbBlock *block = self->blocks->pdata[i];

      if (i > 0)
        g_string_append_c (out, '\n');
      if (block->kind == NB_BLOCK_TABLE)
        {
          write_table (out, block);
          continue;
        }
      if (block->kind == NB_BLOCK_WORDS)
        {
          write_words (out, block->words);
          continue;
        }
      if (block->kind == NB_BLOCK_HEADING)
        g_string_append_printf (out, "%.*s ", (int) MIN (block->level, 6), "######");
      else if (block->kind == NB_BLOCK_NOTICE)
        g_string_append (out, "> ");
      append_text (out, block->text);
      g_string_append_c (out, '\n');
    }
}
