/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-document.h"
#include "nb-json-cursor.h"

G_BEGIN_DECLS

/**
 * NbRecordFigure:
 *
 * What a file says of a figure. Strings are owned, and %NULL where null is written.
 */
typedef struct
{
  char *metric;
  char *label;
  char *state;
  char *unit;
  char *raw;
  char *remark;
  char *confidence;
  gboolean has_value;
  gboolean is_entered;
  NbDecimal value;
  NbDecimal entered;
  char *section;
  char *table;
  guint row;
  guint column;
  guint offset;
  guint length;
} NbRecordFigure;

/**
 * NbRecordSection:
 *
 * What a file says of a section.
 */
typedef struct
{
  char *key;
  char *number;
  char *heading;
  char *text;
} NbRecordSection;

/**
 * NbRecord:
 * @document: (owned): the document that the report was recognised in, as it was
 * @part: number of the report in it, 0 where it is alone
 * @title: (owned) (nullable): title
 * @organ: (owned) (nullable): name of the organ
 * @organ_key: (owned) (nullable): name that its years are found by
 * @organ_kind: (owned) (nullable): kind of the organ
 * @scope: (owned) (nullable): what the tables are of
 * @form: (owned) (nullable): id of the form
 * @start: (owned) (nullable): first day of the period
 * @end: (owned) (nullable): last day of the period
 * @published: (owned) (nullable): date of the page
 * @signature: (owned) (nullable): date of the date line
 * @year: 0 for none
 * @figures: (owned): of NbRecordFigure
 * @sections: (owned): of NbRecordSection
 * @fault: (owned) (nullable): why the input could not be read in whose place this stands; nothing else is there then
 *
 * One report as a file of this program holds it: what it was read from, and what is said of it.
 */
typedef struct
{
  NbDocument *document;
  guint part;
  char *title;
  char *organ;
  char *organ_key;
  char *organ_kind;
  char *scope;
  char *form;
  char *start;
  char *end;
  char *published;
  char *signature;
  guint year;
  GPtrArray *figures;
  GPtrArray *sections;
  char *fault;
} NbRecord;

#define NB_RECORD_SCHEMA "nianbao-report/"

gboolean  nb_record_is_file (NbSource *source);
NbRecord *nb_record_read    (NbJsonCursor *json, NbSource *file, GError **error);
void      nb_record_free    (NbRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbRecord, nb_record_free)

/* A piece on one line; nb-record-pieces.c. */
void      nb_record_format_piece (GString *out, const NbPiece *piece);
gboolean  nb_record_parse_piece  (const char *line, NbPiece *piece);
/* (transfer full) (nullable): NULL where a piece does not stand in @text. Takes @text. */
NbDocument *nb_record_build (NbSource *source, char *text, gsize length, GArray *pieces, guint n_tables);

G_END_DECLS
