/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole report in plain text. */

#include "gen-layout.h"

#include <string.h>

typedef struct
{
  const GenLayout *layout;
  GenReport *report;
  GString *out;
  gboolean airy;   /* blank lines between paragraphs */
  gboolean indent; /* two wide blanks before a paragraph */
  gboolean marked; /* headings marked as in Markdown */
} Writer;

static guint
find_widest (GenReport *report)
{
  guint n = 1;

  for (guint i = 0; i < report->sections->len; i++)
    {
      GenSection *section = g_ptr_array_index (report->sections, i);

      for (guint j = 0; section->tables != NULL && j < section->tables->len; j++)
        n = MAX (n, ((GenTable *) g_ptr_array_index (section->tables, j))->n_columns);
    }
  return n;
}

/* Fills the last line up with empty cells, as a sheet has them. */
void
gen_text_pad (const GenLayout *layout, GenReport *report, guint n_cells, GString *out)
{
  const char *delimiter = layout->style == GEN_TEXT_CSV ? "," : "\t";

  g_string_truncate (out, out->len - 1);
  for (guint i = n_cells; i < find_widest (report); i++)
    g_string_append (out, delimiter);
  g_string_append_c (out, '\n');
}

static void
write_line (Writer *self, const char *before, const char *text)
{
  gboolean quote = self->layout->style == GEN_TEXT_CSV && strpbrk (text, ",\"") != NULL;

  if (quote)
    {
      g_autoptr (GString) quoted = g_string_new (text);

      g_string_replace (quoted, "\"", "\"\"", 0);
      g_string_append_printf (self->out, "\"%s%s\"\n", before, quoted->str);
    }
  else
    g_string_append_printf (self->out, "%s%s\n", before, text);
  if (self->layout->padded)
    gen_text_pad (self->layout, self->report, 1, self->out);
  if (self->airy)
    g_string_append_c (self->out, '\n');
}

static void
write_paragraphs (Writer *self, GPtrArray *paragraphs, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    write_line (self, self->indent ? "　　" : "", g_ptr_array_index (paragraphs, i));
}

static void
write_lines (Writer *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    write_line (self, "", g_ptr_array_index (lines, i));
}

static void
write_section (Writer *self, GenSection *section)
{
  g_autofree char *heading = g_strdup_printf (
      "%s%s%s%s", self->marked ? "## " : "", section->number != NULL ? section->number : "",
      section->number != NULL ? "、" : "", section->heading);

  write_line (self, self->indent && !self->marked ? "　　" : "", heading);
  write_paragraphs (self, section->prose, 0, section->n_before);
  for (guint i = 0; section->tables != NULL && i < section->tables->len; i++)
    {
      if (self->layout->style == GEN_TEXT_MARKDOWN || self->layout->style == GEN_TEXT_MARKDOWN_BARE)
        g_string_append_c (self->out, '\n');
      gen_text_table (self->layout, self->report, g_ptr_array_index (section->tables, i),
                      self->out);
      if (self->layout->style == GEN_TEXT_MARKDOWN || self->layout->style == GEN_TEXT_MARKDOWN_BARE)
        g_string_append_c (self->out, '\n');
    }
  write_lines (self, section->foot);
  write_paragraphs (self, section->prose, section->n_before, section->prose->len);
}

char *
gen_text_write (const GenLayout *layout, GenReport *report)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean is_markdown = layout->style == GEN_TEXT_MARKDOWN ||
                         layout->style == GEN_TEXT_MARKDOWN_BARE;
  Writer self = { layout, report, out };

  self.airy = (gen_chance (report->rand, 25) && !layout->padded) || is_markdown;
  self.indent = layout->style != GEN_TEXT_CSV && gen_chance (report->rand, 30);
  self.marked = is_markdown && gen_chance (report->rand, 60);
  for (guint i = 0; i < report->title->len; i++)
    write_line (&self, self.marked && i == 0 ? "# " : "", g_ptr_array_index (report->title, i));
  if (report->published != NULL)
    {
      g_autofree char *line = g_strdup_printf ("发布日期:%s 来源:%s 浏览次数:%u", report->published,
                                               report->organ, 100 + gen_below (report->rand, 4000));

      write_line (&self, "", line);
    }
  write_paragraphs (&self, report->lead, 0, report->lead->len);
  for (guint i = 0; i < report->sections->len; i++)
    {
      GenSection *section = g_ptr_array_index (report->sections, i);

      if (g_strcmp0 (section->key, "appendix") == 0)
        write_lines (&self, report->sign);
      write_section (&self, section);
    }
  if (report->form >= 2019)
    write_lines (&self, report->sign);
  if (layout->mail)
    {
      g_string_replace (out, "\n", "\n> ", 0);
      g_string_prepend (out, "> ");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
