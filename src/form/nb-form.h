/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/nb-value.h"

G_BEGIN_DECLS

/*
 * The statutory forms, loaded once from data/forms and never changed after: every pointer below is
 * static for the life of the process and may be read from any thread.
 */

typedef struct _NbForm       NbForm;
typedef struct _NbFormTable  NbFormTable;
typedef struct _NbFormRow    NbFormRow;
typedef struct _NbFormColumn NbFormColumn;
typedef struct _NbMetric     NbMetric;

/* One section of the report that the form asks for. */
typedef struct {
  const char        *key;      /* overview, disclosure, … */
  const char        *number;   /* 一 …, NULL for the appendix */
  const char        *label_zh; /* official heading */
  const char        *label_en;
  const char *const *patterns; /* NULL-terminated regular expressions over folded text, DOMAIN §6.2 */
} NbFormSection;

typedef enum {
  NB_TABLE_ROWS,  /* a label, then a run of values: T2, T3, A */
  NB_TABLE_BLOCKS /* heads, then one run of values: T4 */
} NbTableKind;

struct _NbFormColumn {
  const char        *key;      /* natural_person, …; for T2: the heading's key */
  const char        *label_zh;
  const char        *label_en;
  const char *const *keys;     /* label keys (nb_text_label_key) of the label and its variants */
  const char        *short_name; /* what short names of metrics end in: np */
  guint              span;     /* columns that it covers in the printed form */
  gboolean           total;    /* the total of the columns beside it, or the only one */
};

/* A head that spans several columns, or one of a column of labels. */
typedef struct {
  guint       level;      /* row of the printed head, from 1 */
  guint       first;      /* printed column, from 1 */
  guint       last;       /* printed column */
  const char *label_zh;
  const char *label_en;
} NbFormBand;

typedef enum {
  NB_ROW_LEAF,    /* carries values */
  NB_ROW_GROUP,   /* a merged cell beside or above leaves: (三)不予公开, 第二十条第(一)项 */
  NB_ROW_HEADING, /* a row of column heads (信息内容 …) or of an appendix part */
} NbRowKind;

struct _NbFormRow {
  const NbFormTable *table;
  guint              index;      /* in table->rows */
  NbRowKind          kind;
  const NbFormRow   *parent;     /* the group it stands in, NULL at the top */
  guint              level;      /* 0 at the top */
  guint              number;     /* "no" of the 2014 appendix, else 0 */
  const char        *label_zh;   /* as the form prints it, with its number */
  const char        *label_en;
  const char        *unit;       /* NULL for groups */
  const char *const *keys;       /* label keys of the label and its accepted variants, NULL-terminated */
  const char *const *headings;   /* for HEADING rows of T2: label keys of the column heads, else NULL */
  const NbMetric   **metrics;    /* NULL-terminated, in column order; empty for groups and headings */
  const guint       *spans;      /* columns that each value covers in the printed form, one per metric */
  guint              n_metrics;
  guint              print_row;  /* row in the printed table, from 1, heads counted */
  const char        *key;        /* new_received, …; NULL for groups and headings */
  const NbFormColumn *columns;   /* the column heads of a HEADING row of T2, else NULL */
  guint              n_columns;
};

struct _NbFormTable {
  const NbForm        *form;
  const char          *id;       /* T2, T3, T4, A */
  const char          *section;  /* key of the section it stands in */
  NbTableKind          kind;
  const char          *label_zh;
  const char          *label_en;
  const char          *label_short_zh; /* 表二 主动公开 */
  const char          *label_short_en;
  const NbFormColumn  *columns;  /* value columns (T3: 7; T4: 15 with block in label; A: 1; T2: 0) */
  guint                n_columns;
  const NbFormRow    **rows;     /* in the form's order, groups and headings included */
  guint                n_rows;
  const char *const   *anchors;  /* label keys that only a head or foot of this table has (勾稽 note, 统计指标) */
  const NbMetric     **metrics;
  guint                n_metrics;
  guint                n_head_rows;     /* printed rows of heads above the first row */
  guint                n_label_columns; /* printed columns of labels before the first value */
  const char          *corner_zh;       /* what stands above the labels, NULL where nothing does */
  const char          *corner_en;
  const NbFormBand    *stubs;           /* heads of the columns of labels */
  guint                n_stubs;
  const NbFormBand    *bands;           /* heads that span columns of values, the upper ones first */
  guint                n_bands;
};

struct _NbMetric {
  const NbForm      *form;
  const NbFormTable *table;
  const NbFormRow   *row;          /* T4: the block row (行政复议 …) */
  const char        *id;
  const char        *short_name;
  const char        *label_zh;     /* row label › column label where the row has several */
  const char        *label_en;
  const char        *row_label_zh;     /* as in metrics.tsv */
  const char        *column_label_zh;  /* as in metrics.tsv */
  const char        *unit;
  NbValueKind        kind;
  guint              index;        /* in form->metrics */
  guint              print_row;    /* in the printed table, from 1 */
  guint              print_column; /* in the printed table, from 1, spans expanded */
  const char        *role;         /* "requests.received", NULL where it has none */
  const char        *column_key;   /* natural_person, upheld, issued, …; "value" in the appendix */
  const char        *column_label_en;
};

/* Σ sign·term  RELATION  0, written out as left = right. */
typedef enum { NB_RELATION_EQUAL } NbRelation;

typedef struct {
  const char       *rule;     /* T3-01, F1-03 … */
  const char       *instance; /* column or row key, "" for one */
  const NbMetric  **left;     /* NULL-terminated; the parts */
  const NbMetric  **right;    /* NULL-terminated; the whole */
  const char       *label_zh; /* what is summed, short */
  const char       *label_en;
  const char       *fails_zh; /* the same where it does not hold */
  const char       *fails_en;
  const char       *less;     /* severity where left < right: "error" or "warning" */
  const char       *more;     /* severity where left > right */
  const NbMetric  **more_is_error; /* NULL-terminated: an excess that equals one of these is an error (F1-03) */
  const char       *instance_zh; /* label of the column or row, "" for one */
  const char       *instance_en;
} NbIdentity;

/* A metric that is computed and never printed. */
typedef struct {
  const char      *id;
  const char      *short_name;
  const char      *label_zh;
  const char      *label_en;
  const char      *unit;
  const NbMetric **terms; /* NULL-terminated, summed */
  const char      *role;  /* "outcomes.refused", NULL where it has none */
  const char      *printed; /* id of the row of an earlier form that prints it, NULL where none does */
} NbDerived;

/* One link of DOMAIN §5: the same matter in an earlier and a later form. */
typedef enum { NB_LINK_CHAIN, NB_LINK_BREAK, NB_LINK_SEPARATE, NB_LINK_NONE } NbLinkKind;

typedef struct {
  const char *series;      /* id of the series */
  const char *label_zh;
  const char *label_en;
  const char *unit;
  const char *expressions[4]; /* per form 2008, 2014, 2019, 2021: "id" or "id+id", NULL where none */
  NbLinkKind  links[3];    /* 2008-2014, 2014-2019, 2019-2021 */
  const char *note_zh;          /* about the whole series or, lacking that, the first link with a note */
  const char *note_en;
  const char *link_notes_zh[3]; /* why it continues so, as links[]; NULL where nothing is said */
  const char *link_notes_en[3];
} NbSeriesLink;

struct _NbForm {
  const char          *id;          /* 2008, 2014, 2019, 2021 */
  guint                first_year;  /* report years */
  guint                last_year;   /* G_MAXUINT while in force */
  const char          *basis_zh;
  const char          *basis_en;
  const NbFormSection *sections;
  guint                n_sections;
  const NbFormTable   *tables;
  guint                n_tables;
  const NbMetric     **metrics;     /* all, in the form's order */
  guint                n_metrics;
  const NbIdentity    *identities;
  guint                n_identities;
  const NbDerived     *derived;
  guint                n_derived;
  const struct _NbFormIndex *index; /* private to the room */
};

const NbForm *const *nb_forms_get            (guint *n_forms); /* oldest first */
const NbForm        *nb_forms_find           (const char *id);
const NbForm        *nb_forms_for_year       (guint year);
const NbSeriesLink  *nb_forms_get_series     (guint *n_series);

const NbMetric      *nb_form_find_metric     (const NbForm *form, const char *id);
const NbMetric      *nb_form_find_role       (const NbForm *form, const char *role); /* "requests.received" */
const NbFormTable   *nb_form_find_table      (const NbForm *form, const char *id);
const NbDerived     *nb_form_find_derived    (const NbForm *form, const char *id);
const NbDerived     *nb_form_find_derived_role (const NbForm *form, const char *role); /* "outcomes.refused" */
/* Words of the domain that code needs by role and must not spell: see data/forms/words.xml */
const char *const   *nb_forms_get_words      (const char *role);
const char          *nb_forms_find_unit_name (const char *unit); /* in English; see nb_label_unit() */

G_END_DECLS
