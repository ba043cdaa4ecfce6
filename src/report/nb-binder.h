/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-articles.h"
#include "nb-items.h"
#include "nb-report.h"

G_BEGIN_DECLS

/* A cell as bound: where it stands and what was read there. */
typedef struct
{
  const NbMetric *metric; /* (nullable) for a row that no form has */
  guint extra;            /* number of that row, from 1 */
  guint extra_column;     /* its column, from 1; 0 where it has only one */
  NbValue value;          /* state NB_STATE_MISSING where nothing is bound */
  NbConfidence confidence;
  guint piece;
  guint offset; /* raw: bytes of the document text */
  guint length;
  guint label_offset; /* label as printed; length 0 for none */
  guint label_length;
  guint label_piece; /* where it begins */
  guint n_label_pieces;
} NbBound;

/* One table of one form, bound once. */
typedef struct
{
  const NbFormTable *table;
  GArray *bound;   /* NbBound, one for each metric of the table, in order */
  GArray *extras;  /* NbBound, in reading order */
  NbRange pieces;  /* from its head to its last value */
  guint n_rows;    /* leaf rows found */
  gboolean is_cut; /* more rows that no form has than are read */
  guint n_legible; /* cells that are a number, zero, blank or placeholder */
  guint year;      /* of a table that is printed again for another year than the report's; 0 else */
  guint caption;   /* the piece that says so */
} NbBoundTable;

NbBoundTable *nb_bound_table_new (const NbFormTable *table);
void nb_bound_table_free (NbBoundTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbBoundTable, nb_bound_table_free)

/* Every occurrence of one table in a document, in reading order. (element-type NbBoundTable) */
GPtrArray *nb_binder_bind_rows (NbDocument *document, GArray *items, const NbFormTable *table);
GPtrArray *nb_binder_bind_blocks (NbDocument *document, GArray *items, const NbFormTable *table);
/* Rows of a label, a unit and numbers, for a form that has no metrics. (element-type NbBoundTable) */
GPtrArray *nb_binder_bind_list (NbDocument *document, GArray *items, const NbFormTable *table);

void nb_binder_tell_years (NbDocument *document, GPtrArray *tables, guint year);
/* Bytes of a head in which nb-heed.c and nb-heed-heads.c look for what is not the form's, folded; longer is a note. */
#define NB_HEED_LONGEST_HEAD 60
/* nb-heed.c, nb-heed-cells.c; behind nb_binder_tell_years() */
void nb_binder_heed_heads (NbDocument *document, GArray *items, NbBoundTable *bound, guint year);
void nb_binder_heed_cells (NbDocument *document, GArray *items, NbBoundTable *bound, guint year);
void nb_binder_heed_unknown (NbDocument *document, GArray *items, NbBoundTable *bound); /* nb-heed-heads.c */

/* One set of tables: what one report prints. */
typedef struct
{
  const NbForm *form;
  GPtrArray *tables; /* (owned) NbBoundTable */
  NbRange pieces;    /* from the first table's head to the last table's end */
  guint year;        /* of tables of another year than the report's; 0 else */
  guint caption;     /* the piece that says so */
} NbTableSet;

void nb_table_set_free (NbTableSet *self);
gboolean nb_table_set_equal (const NbTableSet *a, const NbTableSet *b);
/* (element-type NbTableSet), those of other years last; maybe empty */
GPtrArray *nb_binder_bind (NbDocument *document, GArray *items, const NbWhole *whole);

G_END_DECLS
