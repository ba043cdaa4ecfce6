/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The layouts in which a report is written: plain text and HTML as sites, offices and programs make them. */

#include "gen-report.h"

G_BEGIN_DECLS

typedef enum {
  GEN_TEXT_PIPE_ROWS,
  GEN_TEXT_PIPE_CELLS,  /* one cell a line, a pipe behind each */
  GEN_TEXT_LONE_PIPES,  /* one cell a line, pipes on lines of their own */
  GEN_TEXT_CELLS,       /* one cell a line */
  GEN_TEXT_MARKDOWN,
  GEN_TEXT_MARKDOWN_BARE, /* without outer pipes */
  GEN_TEXT_TABS,
  GEN_TEXT_GAPS,        /* two blanks or more */
  GEN_TEXT_WIDE_GAPS,   /* U+3000 */
  GEN_TEXT_BLANKS,      /* single blanks */
  GEN_TEXT_CSV,
  GEN_TEXT_TWO_LINES,   /* a label, then its values on the next line */
  GEN_TEXT_WRAPPED_LAST, /* labels over several lines, values on the last, first, or middle one */
  GEN_TEXT_WRAPPED_FIRST,
  GEN_TEXT_WRAPPED_MIDDLE,
  GEN_TEXT_BOX_ASCII,
  GEN_TEXT_BOX,
  GEN_TEXT_PIPE_TIGHT,   /* a pipe at both ends, no blanks */
  GEN_TEXT_PIPE_WIDE,    /* full-width pipes */
  GEN_TEXT_SEMICOLONS,   /* CSV with semicolons, every field quoted */
  GEN_TEXT_PAIRS,        /* a label, a colon, its value */
  GEN_TEXT_CELL_TABS,    /* one cell a line, a tab on a line of its own between two */
  GEN_TEXT_WIKI,         /* two pipes around heads, one around cells */
  GEN_TEXT_GRID,         /* drawn, with wrapped cells; from here on columns stand below each other */
  GEN_TEXT_SIMPLE,       /* columns under dashes, cells wrapped */
  GEN_TEXT_PSQL,         /* pipes between, one rule below the heads */
  GEN_TEXT_DOUBLE_BOX,   /* double lines, one rule below the heads */
  GEN_TEXT_PAGE,         /* a printed page with its columns kept */
} GenTextStyle;

typedef enum {
  GEN_HTML_TABLE = 0,
  GEN_HTML_THEAD = 1 << 0,      /* thead, th, tbody */
  GEN_HTML_UNCLOSED = 1 << 1,   /* no end tags of cells and rows */
  GEN_HTML_WORD = 1 << 2,       /* as Word and WPS write */
  GEN_HTML_NESTED = 1 << 3,     /* inside layout tables */
  GEN_HTML_SPLIT = 1 << 4,      /* cut in two at a page end */
  GEN_HTML_SPLIT_HEADS = 1 << 5, /* the same, heads repeated */
  GEN_HTML_ONE_TABLE = 1 << 6,  /* all tables in one, section headings as rows */
  GEN_HTML_DIV_ROWS = 1 << 7,   /* a div a row, a div a cell */
  GEN_HTML_DIV_TABLE = 1 << 8,  /* display: table, table-row, table-cell */
  GEN_HTML_DIV_GRID = 1 << 9,   /* a flat CSS grid */
  GEN_HTML_TWICE = 1 << 10,     /* the article printed twice */
  GEN_HTML_MOBILE = 1 << 11,    /* one copy for small screens */
  GEN_HTML_FURNITURE = 1 << 12, /* menus, counters, feet */
  GEN_HTML_BREAKS = 1 << 13,    /* paragraphs are lines of one block, broken with br */
  GEN_HTML_NBSP = 1 << 14,      /* &nbsp; in blank cells and around values */
  GEN_HTML_MARKUP = 1 << 15,    /* values cut by span and font */
  GEN_HTML_PARAGRAPHS = 1 << 16, /* cells are paragraphs, no table at all */
  GEN_HTML_PRE = 1 << 17,       /* a text table in pre */
  GEN_HTML_ROW_TABLES = 1 << 18, /* each row a table of its own */
  GEN_HTML_HEADINGS = 1 << 19,  /* headings are h2 */
  GEN_HTML_TABLE_TAGS = 1 << 20, /* colgroup, caption, comments between rows */
  GEN_HTML_CELL_BOXES = 1 << 21, /* several paragraphs or divs in a cell */
  GEN_HTML_DEFINITIONS = 1 << 22, /* dl, dt, dd: the appendix */
  GEN_HTML_LIST = 1 << 23,      /* ul, li with spans */
  GEN_HTML_HEAD_APART = 1 << 24, /* heads in a table of their own, as scripts lay it out */
  GEN_HTML_EXCEL = 1 << 25,     /* as Excel writes */
  GEN_HTML_UPPER = 1 << 26,     /* capital tags, font elements, no quotes */
  GEN_HTML_LINES = 1 << 27,     /* a paragraph a row, wide blanks between cells */
  GEN_HTML_FLEX = 1 << 28,      /* flex rows without a class */
} GenHtmlFlags;

/* What does not fit into the first flags. */
typedef enum {
  GEN_MORE_UEDITOR = 1 << 0,   /* cells as the editors of content systems write them */
  GEN_MORE_MSO = 1 << 1,       /* the page as Word saves it, with its conditional comments */
  GEN_MORE_PAGES = 1 << 2,     /* tables cut at every page end */
  GEN_MORE_ROW_HEADS = 1 << 3, /* labels are th, the last row a tfoot */
  GEN_MORE_INPUTS = 1 << 4,    /* values in input elements */
  GEN_MORE_OVERRUN = 1 << 5,   /* spans that are wrong or none */
  GEN_MORE_HIDDEN = 1 << 6,    /* hidden rows, hidden words beside values */
  GEN_MORE_OUTSIDE = 1 << 7,   /* the appendix behind the container of the article */
  GEN_MORE_MIXED = 1 << 8,     /* each table in a dialect of its own */
  GEN_MORE_NOTES = 1 << 9,     /* rows of units and notes within the tables */
  GEN_MORE_UNITS = 1 << 10,    /* a line with the unit above each table */
  GEN_MORE_PIECES = 1 << 11,   /* table two cut at its groups */
  GEN_MORE_BOXED = 1 << 12,    /* a table of one cell in each cell */
} GenMore;

#define GEN_AS_TEXT(style) ((style) + 1)

typedef struct _GenLayout GenLayout;

struct _GenLayout {
  const char *name;
  gboolean    is_html;
  guint       style;     /* GenTextStyle, or GenHtmlFlags */
  GenMerged   merged;
  gboolean    plain;     /* cells are separated by blanks */
  gboolean    separated; /* a blank cell is there to be seen */
  gboolean    pages;     /* page ends within the tables: a page number, maybe the heads again */
  gboolean    lines;     /* quoted cells may hold line feeds */
  gboolean    breaks;    /* the lines of a cell are lines of the text */
  gboolean    padded;    /* every line has as many cells as the widest row */
  gboolean    escaped;   /* backslashes before marks, bold heads and totals */
  gboolean    narrow;    /* labels are wrapped in narrow columns */
  gboolean    mail;      /* quoted as mail is */
  gboolean    utf16;     /* two bytes a character */
  gboolean    tight;     /* labels are wrapped in columns that break nearly all of them */
  gboolean    bare;      /* no rule below the heads, no row over two lines */
  gboolean    tagged;    /* tables are HTML within the text */
  const char *flat;      /* a table is one line, this between its cells */
  GenShape    shape;
  guint       oldest;    /* the first form that it can hold, 0 for all */
  guint       newest;    /* the last one, 0 for all */
  guint       more;      /* GenMore */
  guint       text;      /* GEN_AS_TEXT() of the text in pre or paragraphs, 0 for that of the style */
};

extern const GenLayout gen_layouts[];
extern const guint     gen_n_layouts;

const GenLayout *gen_layout_find   (const char *name);
const GenLayout *gen_layout_pick   (guint form, guint start);
gboolean         gen_layout_holds  (const GenLayout *self, guint form);
GenReport       *gen_layout_new_report (const GenLayout *self, guint form, guint seed);
GenReport       *gen_layout_new_agreeing (const GenLayout *self, guint form, guint seed, const char *fault);
GenReport       *gen_layout_build_agreeing (const GenLayout *self, GenReport *report, const char *fault);
GBytes          *gen_layout_write  (const GenLayout *self, GenReport *report);

/* gen-text.c, gen-text-table.c */
char            *gen_text_write    (const GenLayout *self, GenReport *report);
void             gen_text_pad      (const GenLayout *self, GenReport *report, guint n_cells, GString *out);
void             gen_text_table    (const GenLayout *self, GenReport *report, GenTable *table, GString *out);

/* gen-text-wide.c */
void             gen_text_wide_table (const GenLayout *self, GenTable *table, GString *out);

/* gen-html.c, gen-html-table.c, gen-html-grid.c */
char            *gen_html_write    (const GenLayout *self, GenReport *report);
void             gen_html_table    (const GenLayout *self, GenReport *report, GenTable *table, GString *out);
void             gen_html_rows     (const GenLayout *self, GenReport *report, GenTable *table, GString *out,
                                    guint first, guint end);
void             gen_html_grid     (const GenLayout *self, GenReport *report, GenTable *table, GString *out);
void             gen_html_open_table (const GenLayout *self, GString *out);
char            *gen_html_cell     (const GenLayout *self, GenReport *report, const GenCell *cell);
char            *gen_html_escape   (const char *text);

/* gen-html-more.c */
gboolean         gen_html_more     (const GenLayout *self, GenReport *report, GenTable *table, GString *out);
void             gen_html_hidden_row (GenReport *report, GenTable *table, GString *out);
void             gen_html_hidden_value (GenReport *report, GString *out);
void             gen_html_overrun  (GenReport *report, const GenCell *cell, guint rows, guint columns, GString *out);

G_END_DECLS
