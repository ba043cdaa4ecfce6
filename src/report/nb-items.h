/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/nb-value.h"
#include "document/nb-document.h"
#include "nb-label-index.h"

G_BEGIN_DECLS

typedef enum
{
  NB_ITEM_LABEL,
  NB_ITEM_VALUE,
  NB_ITEM_BLANK, /* an empty cell whose borders are written */
  NB_ITEM_PROSE, /* a sentence: no cell of a statutory table */
} NbItemKind;

/*
 * A token of the tables. Nearly always one piece of the document; a piece that holds a label and
 * its value is two items, and a label that is broken over several pieces is the first of n_joined
 * items.
 */
typedef struct
{
  NbItemKind kind;
  guint piece;
  guint offset; /* bytes of the document text */
  guint length;
  guint row; /* rows whose ends are known count from 1; 0 for none */
  int table; /* grid, -1 for none */
  gboolean separated;
  gboolean is_unit;
  gboolean is_rest;       /* of the cell that the item before begins */
  gboolean is_doubtful;   /* more may belong to it, or less */
  gboolean is_cut;        /* the input ends within it */
  guint n_joined;         /* items that make up the label, at least 1 */
  gboolean is_continued;  /* it is part of the label before it */
  const NbEntry *entries; /* (nullable) what the label may be */
} NbItem;

static inline const NbItem *
nb_items_get (GArray *items, guint i)
{
  return &g_array_index (items, NbItem, i);
}

GArray *nb_items_new (NbDocument *document);                       /* (transfer full) NbItem */
gboolean nb_piece_is_clipped_value (const NbPiece *piece, const char *text); /* nb-items-doubt.c */
guint nb_piece_measure_clipped (const NbPiece *piece, const char *text);     /* nb-items-doubt.c */
void nb_items_mark_doubtful (NbDocument *document, GArray *items); /* nb-items-doubt.c */
void nb_items_set_aside (NbDocument *document, GArray *items);     /* nb-items-columns.c */
/* Takes @items and gives them back with the blank cells that only empty lines tell of; nb-items-gaps.c */
GArray *nb_items_fill_gaps (NbDocument *document, GArray *items);
char *nb_items_dup_key (NbDocument *document, GArray *items, guint first, guint n);
/* Whether item @index is a leaf label of @table; the first row not before @from, -1 for none. */
int nb_item_find_leaf (const NbItem *item, const NbFormTable *table, int from);
/* What stands in an item that is a cell; a doubtful one cannot be read. */
NbValue nb_item_parse (const NbItem *item, const char *text, NbValueKind kind);
/* From the first byte of two items to the last: where cells hold several lines, the one behind may begin before the other. */
void nb_items_get_extent (const NbItem *a, const NbItem *b, gsize *offset, gsize *length);
gboolean nb_item_has_entry (const NbItem *item, const NbFormTable *table);
/* Whether it names something in another table of the same form, and nothing in this one. */
gboolean nb_item_is_foreign (const NbItem *item, const NbFormTable *table);
/* How many cells the row of item @i has, merged ones counted as often as they span; 0 where the
 * ends of rows are not known. */
guint nb_items_measure_row (NbDocument *document, GArray *items, guint i);

G_END_DECLS
