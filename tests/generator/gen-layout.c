/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of layouts, and how a report gets from its seed into bytes. */

#include "gen-layout.h"

#include <gio/gio.h>
#include <string.h>

#define PIPES .separated = TRUE

/* clang-format off */
const GenLayout gen_layouts[] = {
  /* Plain text */
  { "pipes-displaced", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_DISPLACED, PIPES },
  { "pipes-aligned", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_ALIGNED, PIPES },
  { "pipes-repeated", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_REPEATED, PIPES },
  { "pipes-below", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_BELOW, PIPES },
  { "pipes-once", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_ONCE, PIPES },
  { "cells-piped", FALSE, GEN_TEXT_PIPE_CELLS, GEN_MERGED_DISPLACED, PIPES },
  { "cells-lone-pipes", FALSE, GEN_TEXT_LONE_PIPES, GEN_MERGED_ONCE, PIPES },
  { "cells", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE },
  { "markdown", FALSE, GEN_TEXT_MARKDOWN, GEN_MERGED_ALIGNED, PIPES },
  { "markdown-repeated", FALSE, GEN_TEXT_MARKDOWN, GEN_MERGED_REPEATED, PIPES },
  { "markdown-bare", FALSE, GEN_TEXT_MARKDOWN_BARE, GEN_MERGED_ALIGNED, PIPES },
  { "tabs", FALSE, GEN_TEXT_TABS, GEN_MERGED_ALIGNED, PIPES },
  { "tabs-once", FALSE, GEN_TEXT_TABS, GEN_MERGED_ONCE, PIPES },
  { "gaps", FALSE, GEN_TEXT_GAPS, GEN_MERGED_ONCE, .plain = TRUE },
  { "wide-gaps", FALSE, GEN_TEXT_WIDE_GAPS, GEN_MERGED_ONCE, .plain = TRUE },
  { "blanks", FALSE, GEN_TEXT_BLANKS, GEN_MERGED_ONCE, .plain = TRUE },
  { "csv", FALSE, GEN_TEXT_CSV, GEN_MERGED_ALIGNED, PIPES },
  { "csv-repeated", FALSE, GEN_TEXT_CSV, GEN_MERGED_REPEATED, PIPES },
  { "two-lines", FALSE, GEN_TEXT_TWO_LINES, GEN_MERGED_ONCE, .plain = TRUE },
  { "wrapped-last", FALSE, GEN_TEXT_WRAPPED_LAST, GEN_MERGED_ONCE, .plain = TRUE, .oldest = 2014 },
  { "wrapped-first", FALSE, GEN_TEXT_WRAPPED_FIRST, GEN_MERGED_ONCE, .plain = TRUE, .oldest = 2014 },
  { "wrapped-middle", FALSE, GEN_TEXT_WRAPPED_MIDDLE, GEN_MERGED_ONCE, .plain = TRUE, .oldest = 2014 },
  { "box-ascii", FALSE, GEN_TEXT_BOX_ASCII, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE },
  { "box", FALSE, GEN_TEXT_BOX, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE },
  { "box-repeated", FALSE, GEN_TEXT_BOX, GEN_MERGED_REPEATED, PIPES, .plain = TRUE },
  { "pipes-blocks-list", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_ALIGNED, PIPES, .shape = { .blocks = GEN_BLOCKS_LIST }, .oldest = 2019 },
  { "pipes-blocks-rows", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_DISPLACED, PIPES, .shape = { .blocks = GEN_BLOCKS_ROWS }, .oldest = 2019 },
  { "cells-blocks-rows", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE, .shape = { .blocks = GEN_BLOCKS_ROWS }, .oldest = 2019 },
  { "cells-blocks-split", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE, .shape = { .blocks = GEN_BLOCKS_SPLIT }, .oldest = 2019 },
  { "blanks-blocks-list", FALSE, GEN_TEXT_BLANKS, GEN_MERGED_ONCE, .plain = TRUE, .shape = { .blocks = GEN_BLOCKS_LIST }, .oldest = 2019 },
  { "pipes-subtotal", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_DISPLACED, PIPES, .shape = { .subtotal = TRUE }, .oldest = 2019 },
  { "cells-subtotal", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE, .shape = { .subtotal = TRUE }, .oldest = 2019 },
  { "blanks-subtotal", FALSE, GEN_TEXT_BLANKS, GEN_MERGED_ONCE, .plain = TRUE, .shape = { .subtotal = TRUE }, .oldest = 2019 },
  { "pipes-empty-column", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_ALIGNED, PIPES, .shape = { .empty_column = 2 } },
  { "tabs-empty-first", FALSE, GEN_TEXT_TABS, GEN_MERGED_ALIGNED, PIPES, .shape = { .empty_column = 1 } },
  { "tabs-serial", FALSE, GEN_TEXT_TABS, GEN_MERGED_ALIGNED, PIPES, .shape = { .serial = TRUE }, .oldest = 2014, .newest = 2014 },
  { "pipes-tight", FALSE, GEN_TEXT_PIPE_TIGHT, GEN_MERGED_ALIGNED, PIPES },
  { "pipes-wide", FALSE, GEN_TEXT_PIPE_WIDE, GEN_MERGED_ALIGNED, PIPES },
  { "semicolons", FALSE, GEN_TEXT_SEMICOLONS, GEN_MERGED_ALIGNED, PIPES },
  { "csv-lines", FALSE, GEN_TEXT_CSV, GEN_MERGED_ALIGNED, PIPES, .lines = TRUE },
  { "tabs-lines", FALSE, GEN_TEXT_TABS, GEN_MERGED_ALIGNED, PIPES, .lines = TRUE },
  { "pairs", FALSE, GEN_TEXT_PAIRS, GEN_MERGED_ONCE, .plain = TRUE, .oldest = 2014, .newest = 2014 },
  { "pipes-pages", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_DISPLACED, PIPES, .pages = TRUE },
  { "gaps-pages", FALSE, GEN_TEXT_GAPS, GEN_MERGED_ONCE, .plain = TRUE, .pages = TRUE },
  { "blanks-pages", FALSE, GEN_TEXT_BLANKS, GEN_MERGED_ONCE, .plain = TRUE, .pages = TRUE },
  { "cells-pages", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE, .pages = TRUE },
  { "pipes-flat", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_ALIGNED, PIPES, .shape = { .flat = TRUE }, .oldest = 2019 },
  { "csv-flat", FALSE, GEN_TEXT_CSV, GEN_MERGED_ALIGNED, PIPES, .shape = { .flat = TRUE }, .oldest = 2019 },
  { "gaps-flat", FALSE, GEN_TEXT_GAPS, GEN_MERGED_ONCE, .plain = TRUE, .shape = { .flat = TRUE }, .oldest = 2019 },
  { "csv-padded", FALSE, GEN_TEXT_CSV, GEN_MERGED_ALIGNED, PIPES, .padded = TRUE },
  { "csv-padded-lines", FALSE, GEN_TEXT_CSV, GEN_MERGED_ONCE, PIPES, .padded = TRUE, .lines = TRUE },
  { "tabs-padded", FALSE, GEN_TEXT_TABS, GEN_MERGED_ALIGNED, PIPES, .padded = TRUE },
  { "tabs-unicode", FALSE, GEN_TEXT_TABS, GEN_MERGED_ALIGNED, PIPES, .padded = TRUE, .lines = TRUE, .utf16 = TRUE },
  { "tabs-breaks", FALSE, GEN_TEXT_TABS, GEN_MERGED_ONCE, PIPES, .breaks = TRUE },
  { "tabs-breaks-aligned", FALSE, GEN_TEXT_TABS, GEN_MERGED_ALIGNED, PIPES, .breaks = TRUE },
  { "cells-tabs", FALSE, GEN_TEXT_CELL_TABS, GEN_MERGED_ONCE },
  { "pipes-breaks", FALSE, GEN_TEXT_PIPE_TIGHT, GEN_MERGED_ALIGNED, PIPES, .breaks = TRUE },
  { "markdown-escaped", FALSE, GEN_TEXT_MARKDOWN, GEN_MERGED_ALIGNED, PIPES, .escaped = TRUE },
  { "markdown-mail", FALSE, GEN_TEXT_MARKDOWN, GEN_MERGED_ALIGNED, PIPES, .mail = TRUE },
  { "blanks-mail", FALSE, GEN_TEXT_BLANKS, GEN_MERGED_ONCE, .plain = TRUE, .mail = TRUE },
  { "wiki", FALSE, GEN_TEXT_WIKI, GEN_MERGED_ALIGNED, PIPES },
  { "grid", FALSE, GEN_TEXT_GRID, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE },
  { "grid-narrow", FALSE, GEN_TEXT_GRID, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE, .narrow = TRUE },
  { "simple", FALSE, GEN_TEXT_SIMPLE, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE },
  { "psql", FALSE, GEN_TEXT_PSQL, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE },
  { "box-double", FALSE, GEN_TEXT_DOUBLE_BOX, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE },
  { "page", FALSE, GEN_TEXT_PAGE, GEN_MERGED_ALIGNED, .plain = TRUE, .oldest = 2014 },
  { "page-narrow", FALSE, GEN_TEXT_PAGE, GEN_MERGED_ALIGNED, .plain = TRUE, .narrow = TRUE, .oldest = 2014 },
  { "two-lines-wrapped", FALSE, GEN_TEXT_TWO_LINES, GEN_MERGED_ONCE, .plain = TRUE, .breaks = TRUE, .oldest = 2014 },
  /* Pages */
  { "html", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES },
  { "html-page", TRUE, GEN_HTML_FURNITURE | GEN_HTML_HEADINGS, GEN_MERGED_ONCE, PIPES },
  { "html-wide", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .shape = { .wide = TRUE }, .oldest = 2019, .newest = 2019 },
  { "html-repeated", TRUE, GEN_HTML_TABLE, GEN_MERGED_REPEATED, PIPES },
  { "html-repeated-wide", TRUE, GEN_HTML_TABLE, GEN_MERGED_REPEATED, PIPES, .shape = { .wide = TRUE }, .oldest = 2019, .newest = 2019 },
  { "html-empty", TRUE, GEN_HTML_NBSP, GEN_MERGED_ALIGNED, PIPES },
  { "html-empty-wide", TRUE, GEN_HTML_TABLE, GEN_MERGED_ALIGNED, PIPES, .shape = { .wide = TRUE }, .oldest = 2019, .newest = 2019 },
  { "html-displaced", TRUE, GEN_HTML_TABLE, GEN_MERGED_DISPLACED, PIPES },
  { "html-nested", TRUE, GEN_HTML_NESTED | GEN_HTML_FURNITURE, GEN_MERGED_ONCE, PIPES },
  { "html-word", TRUE, GEN_HTML_WORD, GEN_MERGED_ONCE, PIPES },
  { "html-word-page", TRUE, GEN_HTML_WORD | GEN_HTML_FURNITURE, GEN_MERGED_ONCE, PIPES },
  { "html-split", TRUE, GEN_HTML_SPLIT, GEN_MERGED_ONCE, PIPES },
  { "html-split-heads", TRUE, GEN_HTML_SPLIT_HEADS, GEN_MERGED_ONCE, PIPES },
  { "html-split-repeated", TRUE, GEN_HTML_SPLIT | GEN_HTML_WORD, GEN_MERGED_REPEATED, PIPES },
  { "html-one-table", TRUE, GEN_HTML_ONE_TABLE, GEN_MERGED_ONCE, PIPES, .oldest = 2019 },
  { "html-div-rows", TRUE, GEN_HTML_DIV_ROWS, GEN_MERGED_ALIGNED, PIPES },
  { "html-div-rows-once", TRUE, GEN_HTML_DIV_ROWS, GEN_MERGED_ONCE, PIPES },
  { "html-div-table", TRUE, GEN_HTML_DIV_TABLE, GEN_MERGED_ALIGNED, PIPES },
  { "html-div-grid", TRUE, GEN_HTML_DIV_GRID, GEN_MERGED_ALIGNED, PIPES },
  { "html-div-grid-spans", TRUE, GEN_HTML_DIV_GRID, GEN_MERGED_ONCE, PIPES },
  { "html-thead", TRUE, GEN_HTML_THEAD, GEN_MERGED_ONCE, PIPES },
  { "html-unclosed", TRUE, GEN_HTML_UNCLOSED, GEN_MERGED_ONCE, PIPES },
  { "html-unclosed-empty", TRUE, GEN_HTML_UNCLOSED | GEN_HTML_BREAKS, GEN_MERGED_ALIGNED, PIPES },
  { "html-mobile", TRUE, GEN_HTML_MOBILE | GEN_HTML_FURNITURE, GEN_MERGED_ONCE, PIPES },
  { "html-twice", TRUE, GEN_HTML_TWICE, GEN_MERGED_ONCE, PIPES },
  { "html-breaks", TRUE, GEN_HTML_BREAKS, GEN_MERGED_ONCE, PIPES },
  { "html-markup", TRUE, GEN_HTML_MARKUP | GEN_HTML_NBSP | GEN_HTML_TABLE_TAGS, GEN_MERGED_ONCE, PIPES },
  { "html-boxes", TRUE, GEN_HTML_CELL_BOXES, GEN_MERGED_ONCE, PIPES },
  { "html-paragraphs", TRUE, GEN_HTML_PARAGRAPHS, GEN_MERGED_ONCE },
  { "html-pre-box", TRUE, GEN_HTML_PRE, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE },
  { "html-pre-gaps", TRUE, GEN_HTML_PRE, GEN_MERGED_ONCE, .plain = TRUE },
  { "html-row-tables", TRUE, GEN_HTML_ROW_TABLES, GEN_MERGED_ALIGNED, PIPES },
  { "html-list", TRUE, GEN_HTML_LIST, GEN_MERGED_ONCE, .plain = TRUE },
  { "html-definitions", TRUE, GEN_HTML_DEFINITIONS, GEN_MERGED_ONCE, .plain = TRUE },
  { "html-subtotal", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .shape = { .subtotal = TRUE }, .oldest = 2019 },
  { "html-subtotal-repeated", TRUE, GEN_HTML_TABLE, GEN_MERGED_REPEATED, PIPES, .shape = { .subtotal = TRUE }, .oldest = 2019 },
  { "html-empty-column", TRUE, GEN_HTML_NBSP, GEN_MERGED_ONCE, PIPES, .shape = { .empty_column = 2 } },
  { "html-empty-first", TRUE, GEN_HTML_TABLE, GEN_MERGED_ALIGNED, PIPES, .shape = { .empty_column = 1 } },
  { "html-blocks-list", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .shape = { .blocks = GEN_BLOCKS_LIST }, .oldest = 2019 },
  { "html-blocks-rows", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .shape = { .blocks = GEN_BLOCKS_ROWS }, .oldest = 2019 },
  { "html-blocks-split", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .shape = { .blocks = GEN_BLOCKS_SPLIT }, .oldest = 2019 },
  { "html-blocks-list-repeated", TRUE, GEN_HTML_TABLE, GEN_MERGED_REPEATED, PIPES, .shape = { .blocks = GEN_BLOCKS_LIST }, .oldest = 2019 },
  { "html-flat", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .shape = { .flat = TRUE }, .oldest = 2019 },
  { "html-head-apart", TRUE, GEN_HTML_HEAD_APART, GEN_MERGED_ONCE, PIPES },
  { "html-excel", TRUE, GEN_HTML_EXCEL, GEN_MERGED_ONCE, PIPES },
  { "html-upper", TRUE, GEN_HTML_UPPER, GEN_MERGED_ONCE, PIPES },
  { "html-lines", TRUE, GEN_HTML_LINES, GEN_MERGED_ONCE, .plain = TRUE },
  { "html-lines-breaks", TRUE, GEN_HTML_LINES | GEN_HTML_BREAKS, GEN_MERGED_ONCE, .plain = TRUE },
  { "html-flex", TRUE, GEN_HTML_FLEX, GEN_MERGED_ONCE, PIPES },
  { "html-everything", TRUE, GEN_HTML_WORD | GEN_HTML_NESTED | GEN_HTML_FURNITURE | GEN_HTML_MOBILE | GEN_HTML_NBSP, GEN_MERGED_ONCE, PIPES },
  { "html-ueditor", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_UEDITOR },
  { "html-mso", TRUE, GEN_HTML_WORD, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_MSO },
  { "html-pages", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_PAGES },
  { "html-word-pages", TRUE, GEN_HTML_WORD, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_PAGES },
  { "html-row-heads", TRUE, GEN_HTML_THEAD, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_ROW_HEADS },
  { "html-inputs", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_INPUTS },
  { "html-overrun", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_OVERRUN },
  { "html-hidden", TRUE, GEN_HTML_TABLE, GEN_MERGED_ALIGNED, PIPES, .more = GEN_MORE_HIDDEN },
  { "html-outside", TRUE, GEN_HTML_FURNITURE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_OUTSIDE, .newest = 2014 },
  { "html-mixed", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_MIXED },
  { "html-notes", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_NOTES, .oldest = 2019 },
  { "html-units", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_UNITS, .oldest = 2019 },
  { "html-pieces", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_PIECES, .oldest = 2019 },
  { "html-boxed", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .more = GEN_MORE_BOXED },
  { "html-pre-tabs", TRUE, GEN_HTML_PRE, GEN_MERGED_ALIGNED, PIPES, .text = GEN_AS_TEXT (GEN_TEXT_TABS) },
  { "html-pre-pipes", TRUE, GEN_HTML_PRE, GEN_MERGED_ALIGNED, PIPES, .text = GEN_AS_TEXT (GEN_TEXT_PIPE_TIGHT) },
  { "html-pre-markdown", TRUE, GEN_HTML_PRE, GEN_MERGED_ALIGNED, PIPES, .text = GEN_AS_TEXT (GEN_TEXT_MARKDOWN) },
  { "html-pre-csv", TRUE, GEN_HTML_PRE, GEN_MERGED_ALIGNED, PIPES, .text = GEN_AS_TEXT (GEN_TEXT_CSV) },
  { "html-lines-pipes", TRUE, GEN_HTML_LINES, GEN_MERGED_DISPLACED, PIPES, .text = GEN_AS_TEXT (GEN_TEXT_PIPE_ROWS) },
  { "html-lines-markdown", TRUE, GEN_HTML_LINES, GEN_MERGED_ALIGNED, PIPES, .text = GEN_AS_TEXT (GEN_TEXT_MARKDOWN) },
  { "html-lines-csv", TRUE, GEN_HTML_LINES, GEN_MERGED_ALIGNED, PIPES, .text = GEN_AS_TEXT (GEN_TEXT_CSV) },
  { "html-lines-two", TRUE, GEN_HTML_LINES, GEN_MERGED_ONCE, .plain = TRUE, .text = GEN_AS_TEXT (GEN_TEXT_TWO_LINES) },
  { "html-lines-blanks", TRUE, GEN_HTML_LINES, GEN_MERGED_ONCE, .plain = TRUE, .text = GEN_AS_TEXT (GEN_TEXT_BLANKS) },
  { "html-lines-pairs", TRUE, GEN_HTML_LINES, GEN_MERGED_ONCE, .plain = TRUE, .oldest = 2014, .newest = 2014, .text = GEN_AS_TEXT (GEN_TEXT_PAIRS) },
  { "html-serial", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .shape = { .serial = TRUE }, .oldest = 2014, .newest = 2014 },
  /* More plain text */
  { "page-tight", FALSE, GEN_TEXT_PAGE, GEN_MERGED_ALIGNED, .plain = TRUE, .narrow = TRUE, .tight = TRUE, .oldest = 2019 },
  { "simple-bare", FALSE, GEN_TEXT_SIMPLE, GEN_MERGED_ALIGNED, PIPES, .plain = TRUE, .bare = TRUE },
  { "flat-blanks", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE, .plain = TRUE, .flat = " " },
  { "flat-wide", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE, .plain = TRUE, .flat = "\u3000" },
  { "flat-tabs", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE, .plain = TRUE, .flat = "\t" },
  { "flat-pipes", FALSE, GEN_TEXT_CELLS, GEN_MERGED_ONCE, .plain = TRUE, .flat = " | " },
  { "markdown-tagged", FALSE, GEN_TEXT_MARKDOWN, GEN_MERGED_ONCE, PIPES, .tagged = TRUE },
  { "pipes-unit-labels", FALSE, GEN_TEXT_PIPE_ROWS, GEN_MERGED_DISPLACED, PIPES, .shape = { .unit_labels = TRUE }, .oldest = 2014, .newest = 2014 },
  { "html-unit-labels", TRUE, GEN_HTML_TABLE, GEN_MERGED_ONCE, PIPES, .shape = { .unit_labels = TRUE }, .oldest = 2014, .newest = 2014 },
};
/* clang-format on */
const guint gen_n_layouts = G_N_ELEMENTS (gen_layouts);

const GenLayout *
gen_layout_find (const char *name)
{
  for (guint i = 0; i < gen_n_layouts; i++)
    if (g_str_equal (gen_layouts[i].name, name))
      return &gen_layouts[i];
  return NULL;
}

gboolean
gen_layout_holds (const GenLayout *self, guint form)
{
  return form >= self->oldest && (self->newest == 0 || form <= self->newest);
}

/* A table that holds the headings of all others has no room for prose between them. */
static void
drop_prose (GenReport *report)
{
  for (guint i = 0; i < report->sections->len; i++)
    {
      GenSection *section = g_ptr_array_index (report->sections, i);

      if (section->tables == NULL)
        continue;
      g_ptr_array_set_size (section->prose, 0);
      section->n_before = 0;
    }
}

static void
insert_empty_columns (GenReport *report, gboolean first)
{
  for (guint i = 0; i < report->sections->len; i++)
    {
      GenSection *section = g_ptr_array_index (report->sections, i);

      for (guint j = 0; section->tables != NULL && j < section->tables->len; j++)
        gen_table_insert_empty (g_ptr_array_index (section->tables, j), first);
    }
}

static GenReport *
build (const GenLayout *self, GenReport *report)
{
  gboolean no_units = report->shape.no_units;

  report->shape = self->shape;
  report->shape.no_units = no_units && !self->shape.unit_labels;
  /* Labels that nobody knows beforehand cannot be put together again. */
  if (report->form == 2008 && (!self->separated || self->breaks))
    report->spelling.broken = FALSE;
  gen_report_build (report);
  if (self->is_html && (self->style & GEN_HTML_ONE_TABLE) != 0)
    drop_prose (report);
  if (self->shape.empty_column != 0)
    insert_empty_columns (report, self->shape.empty_column == 1);
  return report;
}

/**
 * gen_layout_new_report:
 *
 * Returns: (transfer full): a report that this layout can hold
 */
GenReport *
gen_layout_new_report (const GenLayout *self, guint form, guint seed)
{
  return build (self, gen_report_new (form, seed, self->plain));
}

/**
 * gen_layout_new_agreeing:
 * @fault: (nullable): name of what is told or printed wrongly, of gen_faults
 *
 * Returns: (transfer full): a report that obeys every rule but that of @fault
 */
GenReport *
gen_layout_new_agreeing (const GenLayout *self, guint form, guint seed, const char *fault)
{
  GenReport *report = gen_report_new (form, seed, self->plain);

  return gen_layout_build_agreeing (self, report, fault);
}

/**
 * gen_layout_build_agreeing:
 * @report: (transfer full): a report whose year, organ or earlier report may be set already
 *
 * Returns: (transfer full): @report, which obeys every rule but that of @fault
 */
GenReport *
gen_layout_build_agreeing (const GenLayout *self, GenReport *report, const char *fault)
{
  report->agrees = TRUE;
  report->fault = fault;
  /* An amount without any unit is a fault of its own. */
  report->spelling.unit_head = g_strcmp0 (fault, "no-unit") != 0;
  build (self, report);
  if (report->earlier != NULL)
    gen_years_copy_prose (report);
  for (guint i = 0; i < gen_n_faults; i++)
    if (g_strcmp0 (fault, gen_faults[i].name) == 0 && gen_faults[i].print != NULL)
      report->faulty = gen_faults[i].print (report, self->separated);
  return report;
}

/* Line ends, byte order mark and charset, as the maker of a file leaves them. */
static GBytes *
encode (const GenLayout *self, GenReport *report, char *text)
{
  g_autoptr (GString) out = g_string_new (text);
  char *bytes;
  gsize size;

  g_free (text);

  if (self->utf16 || gen_chance (report->rand, 25))
    g_string_replace (out, "\n", "\r\n", 0);
  if (self->utf16)
    {
      g_string_prepend (out, "\xef\xbb\xbf");
      bytes = g_convert (out->str, (gssize) out->len, "UTF-16LE", "UTF-8", NULL, &size, NULL);
      g_assert_nonnull (bytes);
      return g_bytes_new_take (bytes, size);
    }
  if (gen_chance (report->rand, 10))
    {
      g_string_replace (out, "charset=\"utf-8\"", "charset=\"gb2312\"", 1);
      bytes = g_convert (out->str, (gssize) out->len, "GB18030", "UTF-8", NULL, &size, NULL);
      g_assert_nonnull (bytes);
      return g_bytes_new_take (bytes, size);
    }
  if (!self->is_html && gen_chance (report->rand, 15))
    g_string_prepend (out, "\xef\xbb\xbf");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * gen_layout_write:
 *
 * Returns: (transfer full): the file
 */
GBytes *
gen_layout_write (const GenLayout *self, GenReport *report)
{
  return encode (self, report,
                 self->is_html ? gen_html_write (self, report) : gen_text_write (self, report));
}

/**
 * gen_layout_pick:
 *
 * Returns: the first layout from @start on, counted round, that holds the form and leaves room for prose everywhere
 */
const GenLayout *
gen_layout_pick (guint form, guint start)
{
  for (guint i = 0; i < gen_n_layouts; i++)
    {
      const GenLayout *layout = &gen_layouts[(start + i) % gen_n_layouts];

      if (gen_layout_holds (layout, form) &&
          !(layout->is_html && (layout->style & GEN_HTML_ONE_TABLE) != 0))
        return layout;
    }
  g_assert_not_reached ();
}
