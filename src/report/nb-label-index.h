/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/nb-form.h"

G_BEGIN_DECLS

typedef enum
{
  NB_ENTRY_LEAF,   /* a row that carries values; index: of the row */
  NB_ENTRY_GROUP,  /* a group or heading row; index: of the row */
  NB_ENTRY_COLUMN, /* the head of a value column; index: of the column */
  NB_ENTRY_HEAD,   /* a head that stands in the body (T2), or an anchor; index: of the row, or 0 */
} NbEntryKind;

/* What a label may be, in one table of one form. Static. */
typedef struct _NbEntry NbEntry;
struct _NbEntry
{
  NbEntryKind kind;
  const NbFormTable *table;
  guint index;
  const NbEntry *next; /* another meaning of the same label */
};

const NbEntry *nb_label_index_lookup (const char *key);
const NbEntry *nb_entry_find (const NbEntry *first, const NbFormTable *table, NbEntryKind kind);
gboolean nb_label_index_is_beginning (const char *key);
const NbEntry *nb_label_index_lookup_label (const char *text, gsize length);
const NbEntry *nb_label_index_lookup_parts (const char *text, gsize length);

G_END_DECLS
