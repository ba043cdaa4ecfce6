/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * A report made up for a test: figures that obey every identity of their form, the grids that print
 * them, the prose around, and what must come back of each. Tests only; one thread.
 *
 *   seed ─ spelling, shape ─ figures ─ grids, sections ─ (damage) ─ text or HTML
 *
 * Labels, rows and identities are written down here once more, from the law and metrics.tsv, and never read
 * from data/forms: two copies that must agree are the point.
 */

#include <glib.h>

G_BEGIN_DECLS

/* What may come back of one figure. A number other than the true one is a fault in every case. */
typedef enum {
  GEN_EXACT = 1 << 0,   /* the true value, confidence exact */
  GEN_INEXACT = 1 << 1, /* the true value, any other confidence */
  GEN_BLANK = 1 << 2,
  GEN_PLACEHOLDER = 1 << 3,
  GEN_MISSING = 1 << 4,
  GEN_UNREADABLE = 1 << 5,
} GenOutcome;

#define GEN_MARKED   (GEN_BLANK | GEN_PLACEHOLDER | GEN_MISSING | GEN_UNREADABLE)
#define GEN_RIGHT    (GEN_EXACT | GEN_INEXACT)
#define GEN_ANYTHING (GEN_RIGHT | GEN_MARKED)

typedef enum { GEN_COUNT, GEN_SIGNED, GEN_MONEY } GenKind;

/**
 * GenFigure:
 * @id: (owned): metric id; for a row that no form has its label, a tab, and the number of the column
 * @kind: what stands there
 * @value: the true value in millionths, amounts in 万元
 * @allowed: what may come back
 * @printed: (owned): the text of its cell
 */
typedef struct {
  char   *id;
  GenKind kind;
  gint64  value;
  guint   allowed;
  char   *printed;
} GenFigure;

typedef enum {
  GEN_CELL_HEAD,
  GEN_CELL_GROUP,
  GEN_CELL_LABEL,
  GEN_CELL_UNIT,
  GEN_CELL_VALUE,
  GEN_CELL_EMPTY,
} GenCellKind;

/**
 * GenCell:
 * @text: (owned): what is printed; GEN_BREAK marks where a line may be broken
 * @figure: number of the figure, -1 for none
 */
typedef struct {
  char       *text;
  GenCellKind kind;
  guint       row_span;
  guint       column_span;
  int         figure;
} GenCell;

/* Its figure. */
#define GEN_LOCAL_CHANNEL "5.电子邮件申请数\t0"

#define GEN_BREAK '\v'

/**
 * GenTable:
 * @rows: (element-type GPtrArray): rows of the cells that begin in them
 * @short_row: (nullable): the row that has lost a cell, and is not filled up with blanks
 *
 * A printed table.
 */
typedef struct {
  const char *id;
  guint       n_columns;
  guint       n_head_rows;
  GPtrArray  *rows;
  GPtrArray  *short_row;
} GenTable;

/**
 * GenSection:
 * @key: (nullable): the key that it must get
 * @number: (nullable): the numeral
 * @prose: paragraphs
 * @tables: of GenTable; printed behind the first paragraphs
 * @n_before: paragraphs that stand before the tables
 * @foot: lines of a form sheet below the tables, which are neither prose nor figures
 */
typedef struct {
  const char *key;
  const char *number;
  char       *heading;
  GPtrArray  *prose;
  GPtrArray  *tables;
  guint       n_before;
  GPtrArray  *foot;
} GenSection;

/* How labels and values are spelled, one choice a report. */
typedef struct {
  gboolean wide;        /* full-width punctuation */
  int      numbering;   /* GenNumbering */
  int      quotes;
  gboolean variants;    /* accepted variants of labels */
  gboolean total_as_sum; /* 合计 for 总计 */
  int      digits;      /* GenDigits */
  gboolean units;       /* counters in the cells */
  gboolean pad;         /* no-break blanks around values */
  gboolean broken;      /* labels broken over lines */
  gboolean spaced;      /* short labels letter-spaced */
  gboolean plain;       /* nothing that a blank-separated layout cannot hold */
  gboolean unit_head;   /* the unit of an amount stands in its head */
} GenSpelling;

typedef enum { GEN_NUMBERS_KEPT, GEN_NUMBERS_COMMA, GEN_NUMBERS_LEAVES_LOST, GEN_NUMBERS_LOST } GenNumbering;
typedef enum { GEN_DIGITS_PLAIN, GEN_DIGITS_WIDE, GEN_DIGITS_GROUPED, GEN_DIGITS_GROUPED_WIDE, GEN_DIGITS_POINT } GenDigits;

typedef enum { GEN_BLOCKS_PRINTED, GEN_BLOCKS_LIST, GEN_BLOCKS_ROWS, GEN_BLOCKS_SPLIT } GenBlocks;

/* What the makers of a template changed about the tables. */
typedef struct {
  gboolean  subtotal;     /* a column 小计 */
  int       empty_column; /* a blank column throughout: 0 none, 1 first, 2 last */
  gboolean  wide;         /* T2 of 2019 on five columns */
  GenBlocks blocks;       /* T4 */
  gboolean  no_units;     /* the appendix without its column of units */
  gboolean  unit_labels;  /* units in brackets behind the labels of the appendix */
  gboolean  serial;       /* the appendix with a column of numbers */
  gboolean  flat;         /* T3 with one column of labels, groups as rows of their own */
} GenShape;

typedef struct _GenReport GenReport;

struct _GenReport {
  GRand      *rand;
  guint       form; /* 2008, 2014, 2019, 2021 */
  guint       seed;
  GenSpelling spelling;
  GenShape    shape;
  GPtrArray  *figures;  /* of GenFigure */
  GPtrArray  *sections; /* of GenSection */
  GPtrArray  *title;    /* its lines */
  char       *organ;
  const char *kind;
  guint       year;
  GPtrArray  *lead;
  GPtrArray  *sign;     /* closing lines: organ, date */
  char       *period_start;
  char       *period_end;
  char       *published; /* (nullable) */
  char       *signed_on; /* (nullable) */
  gboolean    damaged;   /* rows that no form has are then no fault */
  gboolean    may_fail;  /* to find no report at all is then no fault */
  char       *damage;    /* what was done, in words */
  gboolean    agrees;    /* obeys every rule, and tells its figures in its prose */
  const char *fault;     /* (nullable): of such a report: what is told or printed wrongly */
  gboolean    faulty;    /* whether that found its place */
  gboolean    local_channel; /* the appendix has a row that a province added */
  GenReport  *earlier;   /* (nullable): the organ's report for the year before, which this one goes on from; borrowed */
};

/* gen-report.c */
GenReport  *gen_report_new         (guint form, guint seed, gboolean plain);
void        gen_report_free        (GenReport *self);
void        gen_report_build       (GenReport *self);
GenFigure  *gen_report_find        (GenReport *self, const char *id);
GenFigure  *gen_report_find_appendix (GenReport *self, const char *id); /* without "appendix_" */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenReport, gen_report_free)

/* gen-figures.c: values that obey the identities */
void        gen_figures_make       (GenReport *self);
int         gen_figures_add        (GenReport *self, char *id, GenKind kind, gint64 value);

/* gen-grid.c */
GenTable   *gen_table_new          (const char *id, guint n_columns);
void        gen_table_free         (gpointer table);
GPtrArray  *gen_table_add_row      (GenTable *self);
GenCell    *gen_cell_add           (GPtrArray *row, GenCellKind kind, const char *text, guint rows, guint columns);
void        gen_cell_free          (gpointer cell);
void        gen_table_set_figure   (GenTable *self, int figure, const char *text);
void        gen_table_insert_empty (GenTable *self, gboolean first);

typedef enum { GEN_MERGED_ONCE, GEN_MERGED_DISPLACED, GEN_MERGED_ALIGNED, GEN_MERGED_REPEATED, GEN_MERGED_BELOW } GenMerged;

/* Every position of the grid: what covers it, and whether it begins there. */
typedef struct {
  GenCell *cell;
  gboolean begins;
} GenSpot;

GenSpot    *gen_table_expand       (GenTable *self);
void        gen_table_remove_row   (GenTable *self, guint index);
GenCell    *gen_row_find_label     (GPtrArray *row);
gboolean    gen_row_has_group      (GPtrArray *row);
GPtrArray  *gen_table_lines        (GenTable *self, GenMerged merged);

/* gen-tables.c, gen-appendix.c: the printed forms */
typedef struct {
  const char *group;
  const char *label;
  const char *key;
  gboolean    in_2019;
} GenRequestRow;

typedef struct {
  const char *label;
  const char *unit; /* NULL: a heading */
  const char *id;   /* without "appendix_" */
} GenAppendixRow;

extern const GenRequestRow  gen_request_rows[];
extern const guint          gen_n_request_rows;
extern const char *const    gen_request_columns[7];
extern const char *const    gen_block_names[3];
extern const char *const    gen_block_columns[5];
extern const GenAppendixRow gen_appendix_rows[];
extern const guint          gen_n_appendix_rows;
/* The sums of the appendix: a whole and the rows that make it up, without "appendix_". */
extern const char *const    gen_appendix_sums[][10];
extern const guint          gen_n_appendix_sums;

GPtrArray  *gen_tables_disclosure  (GenReport *self);
GPtrArray  *gen_tables_requests    (GenReport *self);
GPtrArray  *gen_tables_disputes    (GenReport *self);
GPtrArray  *gen_tables_appendix    (GenReport *self);
GPtrArray  *gen_tables_provincial  (GenReport *self);
GenCell    *gen_value_add          (GenReport *self, GPtrArray *row, const char *id, guint columns);

/* gen-spelling.c */
void        gen_spelling_choose    (GenSpelling *self, GRand *rand, gboolean plain);
char       *gen_spell_label        (GenReport *self, const char *label);
char       *gen_spell_value        (GenReport *self, const GenFigure *figure, gboolean unit_in_head);
char       *gen_spell_prose        (GenReport *self, const char *text);
char       *gen_decimal            (gint64 millionths);

/* gen-prose.c */
GPtrArray  *gen_sections_new       (void);
void        gen_prose_make         (GenReport *self);

/* gen-agree.c: what must agree beyond the identities; gen-story.c: figures told in sentences */
typedef struct {
  const char *name;
  const char *rule;
  guint       oldest; /* forms that have it */
  guint       newest;
  void      (*plant) (GenReport *self); /* (nullable) changes figures; NULL where a sentence is told wrongly */
  gboolean  (*print) (GenReport *self, gboolean separated); /* (nullable) changes what is printed; FALSE for no place */
} GenFault;

extern const GenFault gen_faults[];
extern const guint    gen_n_faults;

void        gen_agree_figures      (GenReport *self);
void        gen_agree_prose        (GenReport *self);
void        gen_story_tell         (GenReport *self);
gint64      gen_story_value        (GenReport *self, const char *name);

/* gen-faults-cells.c: faults of what is printed */
gboolean    gen_print_drain        (GenReport *self, gboolean separated);
gboolean    gen_print_bare_amount  (GenReport *self, gboolean separated);
gboolean    gen_print_sign         (GenReport *self, gboolean separated);
gboolean    gen_print_blank        (GenReport *self, gboolean separated);
gboolean    gen_print_improper_request    (GenReport *self, gboolean separated);
gboolean    gen_print_improper_dispute    (GenReport *self, gboolean separated);
gboolean    gen_print_dispute_lost        (GenReport *self, gboolean separated);
gboolean    gen_print_dispute_heads       (GenReport *self, gboolean separated);
gboolean    gen_print_improper_disclosure (GenReport *self, gboolean separated);
gboolean    gen_print_request_row_lost    (GenReport *self, gboolean separated);
gboolean    gen_print_appendix_row_lost   (GenReport *self, gboolean separated);
gboolean    gen_print_disclosure_row_lost (GenReport *self, gboolean separated);
gboolean    gen_print_row_added    (GenReport *self, gboolean separated);
gboolean    gen_print_label_altered (GenReport *self, gboolean separated);
gboolean    gen_print_untitled     (GenReport *self, gboolean separated);
gboolean    gen_print_title_without_year (GenReport *self, gboolean separated);
gboolean    gen_print_title_worded (GenReport *self, gboolean separated);
gboolean    gen_print_caption      (GenReport *self, gboolean separated);

/* gen-years.c, gen-faults-years.c: the report of the year after another, and what may be wrong with it */
typedef struct {
  const char *name;
  const char *rule;
  const char *severity; /* (nullable): any */
  guint       earlier; /* forms of the two */
  guint       later;
  gboolean  (*plant) (GenReport *self); /* (nullable) changes figures; NULL where prose is copied; FALSE for no place */
} GenYearFault;

extern const GenYearFault gen_year_faults[];
extern const guint        gen_n_year_faults;

void        gen_years_plant        (GenReport *self);
void        gen_years_copy_prose   (GenReport *self);
void        gen_years_follow       (GenReport *self);

/* gen-random.c */
guint       gen_below              (GRand *rand, guint n);
gboolean    gen_chance             (GRand *rand, guint percent);
gint64      gen_size               (GRand *rand);
#define     gen_pick(rand, array)  ((array)[gen_below ((rand), G_N_ELEMENTS (array))])

G_END_DECLS
