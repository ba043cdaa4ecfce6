/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A paper as one HTML file that needs no other: no script, nothing fetched, pictures inside as SVG.
 * What comes from a document is escaped; the policy in the head holds even if that failed.
 */

#include "nb-paper.h"

#include "form/nb-label.h"

static const char style[] =
    ":root{color-scheme:light dark}"
    "body{font:16px/1.6 system-ui,\"Noto Sans CJK SC\",\"Microsoft "
    "YaHei\",sans-serif;max-width:64em;"
    "margin:2em auto;padding:0 1em}"
    "h1{font-size:1.6em}h2{font-size:1.25em;margin-top:1.8em}h3{font-size:1.05em}"
    "table{border-collapse:collapse;margin:.6em 0;width:100%;font-size:.9em}"
    "th,td{border-bottom:1px solid #8886;padding:.25em .6em;text-align:left;vertical-align:top}"
    ".n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    "thead th,.k{white-space:nowrap}.b{overflow-wrap:anywhere}"
    ".g{background:#8882;font-weight:600}.s{font-weight:600}.d{opacity:.65}"
    ".notice{border-left:4px solid #c64600;padding:.4em .8em;background:#c6460018}"
    "del{text-decoration:line-through;background:#d55e0030}ins{background:#0072b230}"
    "figure{margin:1em 0}figure svg{max-width:100%;height:auto}"
    "@media print{body{font-size:10pt;max-width:none;margin:0}tr{break-inside:avoid}"
    "h1~h1{break-before:page}}";

static void
append_text (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static gboolean
has_heads (const NbBlock *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_array_index (table->columns, NbPaperColumn, i).head != NULL)
      return TRUE;
  return FALSE;
}

static void
write_heads (GString *out, const NbBlock *table)
{
  g_string_append (out, "<thead><tr>");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const NbPaperColumn *column = &g_array_index (table->columns, NbPaperColumn, i);

      g_string_append_printf (out, "<th scope=\"col\"%s>", column->is_number ? " class=\"n\"" : "");
      append_text (out, column->head != NULL ? column->head : "");
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n");
}

/* Chinese may break behind any character: a short cell, which a wide table would squeeze to a column of them, is kept on one
 * line, and a word as long as a checksum may break. */
#define SHORT_CELL 8
#define LONG_WORD  40

static const char *
get_wrapping (const char *text)
{
  gsize longest = 0, length = 0;

  if (g_utf8_strlen (text, -1) <= SHORT_CELL)
    return " k";
  for (const char *p = text; *p != '\0'; p++)
    {
      length = g_ascii_isgraph (*p) ? length + 1 : 0;
      longest = MAX (longest, length);
    }
  return longest >= LONG_WORD ? " b" : "";
}

static void
write_cell (GString *out, const NbBlock *table, const NbPaperCell *cell, guint i)
{
  static const char *const styles[] = { "", " s", " d" };
  gboolean is_number = g_array_index (table->columns, NbPaperColumn, i).is_number;
  const char *name = i == 0 ? "th scope=\"row\"" : "td";

  g_string_append_printf (out, "<%s class=\"%s%s%s\">", name, is_number ? "n" : "l",
                          styles[cell->style], is_number ? "" : get_wrapping (cell->text));
  append_text (out, cell->text);
  g_string_append (out, i == 0 ? "</th>" : "</td>");
}

static void
write_table (GString *out, const NbBlock *table)
{
  g_string_append (out, "<table>\n");
  if (has_heads (table))
    write_heads (out, table);
  g_string_append (out, "<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      const NbPaperRow *row = table->rows->pdata[i];

      g_string_append (out, "<tr>");
      if (row->is_group)
        {
          g_string_append_printf (out, "<th scope=\"rowgroup\" class=\"g\" colspan=\"%u\">",
                                  table->columns->len);
          append_text (out, g_array_index (row->cells, NbPaperCell, 0).text);
          g_string_append (out, "</th>");
        }
      else
        for (guint j = 0; j < row->cells->len && j < table->columns->len; j++)
          write_cell (out, table, &g_array_index (row->cells, NbPaperCell, j), j);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody></table>\n");
}

static void
write_words (GString *out, const GArray *words)
{
  static const char *const names[] = { NULL, "del", "ins" };

  g_string_append (out, "<p>");
  for (guint i = 0; i < words->len; i++)
    {
      const NbPaperWord *word = &g_array_index (words, NbPaperWord, i);
      const char *name = names[word->kind];

      if (name != NULL)
        g_string_append_printf (out, "<%s%s>", name, word->strong ? " class=\"s\"" : "");
      append_text (out, word->text);
      if (name != NULL)
        g_string_append_printf (out, "</%s>", name);
    }
  g_string_append (out, "</p>\n");
}

static void
write_block (GString *out, const NbBlock *block)
{
  switch (block->kind)
    {
    case NB_BLOCK_TABLE:
      write_table (out, block);
      return;
    case NB_BLOCK_WORDS:
      write_words (out, block->words);
      return;
    case NB_BLOCK_PICTURE:
      g_string_append (out, "<figure>\n");
      nb_drawing_write_svg (block->picture, out);
      g_string_append (out, "</figure>\n");
      return;
    case NB_BLOCK_HEADING:
      g_string_append_printf (out, "<h%u>", block->level);
      append_text (out, block->text);
      g_string_append_printf (out, "</h%u>\n", block->level);
      return;
    default:
      g_string_append (out, block->kind == NB_BLOCK_NOTICE ? "<p class=\"notice\">" : "<p>");
      append_text (out, block->text);
      g_string_append (out, "</p>\n");
    }
}

/**
 * nb_paper_write_html:
 * @self: a document
 * @out: what to append to
 *
 * Writes it as one HTML file.
 */
void
nb_paper_write_html (const NbPaper *self, GString *out)
{
  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n",
                          nb_label_pick ("zh-CN", "en"));
  g_string_append (out, "<meta charset=\"utf-8\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" "
                        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width\">\n"
                        "<meta name=\"generator\" content=\"Nianbao " NB_VERSION "\">\n<title>");
  append_text (out, self->title);
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
  for (guint i = 0; i < self->blocks->len; i++)
    write_block (out, self->blocks->pdata[i]);
  g_string_append (out, "</body>\n</html>\n");
}
