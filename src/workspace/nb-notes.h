/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/nb-finding.h"

G_BEGIN_DECLS

/**
 * NbReviewState:
 * @NB_REVIEW_NONE: nobody has decided
 * @NB_REVIEW_ACCEPTED: it is right that the relation does not hold
 * @NB_REVIEW_EXPLAINED: there is a reason, which the note tells
 * @NB_REVIEW_FAULT: it is a fault, to be corrected where the report was written
 *
 * What the user has decided on a finding.
 */
typedef enum
{
  NB_REVIEW_NONE,
  NB_REVIEW_ACCEPTED,
  NB_REVIEW_EXPLAINED,
  NB_REVIEW_FAULT
} NbReviewState;

const char *nb_review_state_to_string (NbReviewState state);

/**
 * NbReview:
 * @key: what the finding is about, nb_finding_dup_key()
 * @digest: what it said, nb_finding_dup_digest()
 * @title: its title when it was marked
 * @state: what was decided
 * @note: (nullable): why
 * @fits: whether it was made for what the finding says now; not kept
 *
 * A mark on a finding.
 */
typedef struct
{
  char *key;
  char *digest;
  char *title;
  NbReviewState state;
  char *note;
  gboolean fits;
} NbReview;

NbReview *nb_review_copy (const NbReview *self);
void nb_review_free (NbReview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbReview, nb_review_free)

/**
 * NbEntry:
 * @id: id of the figure
 * @raw: what stands in the source there, empty for nothing
 * @value: what the user keyed in
 * @is_hidden: whether it only says that an entry of the report as it was before is taken away
 *
 * A figure keyed in by hand.
 */
typedef struct
{
  char *id;
  char *raw;
  NbDecimal value;
  gboolean is_hidden;
} NbEntry;

/**
 * NbNotes:
 * @sha256: of the bytes that the report was read from
 * @part: which report of them, as nb_report_get_part()
 * @organ: (nullable): key of the organ
 * @year: its year, 0 for none
 * @scope: (nullable): its scope
 * @saved: when it was changed, microseconds since 1970
 * @marks: (element-type NbReview): marks on findings
 * @entries: (element-type NbEntry): figures keyed in
 *
 * What the user has added to one report.
 */
typedef struct
{
  char *sha256;
  guint part;
  char *organ;
  guint year;
  char *scope;
  gint64 saved;
  GPtrArray *marks;
  GPtrArray *entries;
} NbNotes;

NbNotes *nb_notes_new (NbReport *report);
NbNotes *nb_notes_new_from_file (const char *path, GError **error);
void nb_notes_free (NbNotes *self);
gboolean nb_notes_are_empty (const NbNotes *self);
char *nb_notes_dup_data (const NbNotes *self, gsize *length);
char *nb_notes_dup_name (const NbNotes *self);

NbReview *nb_notes_find_review (const NbNotes *self, const char *key, const char *digest);
NbEntry *nb_notes_find_entry (const NbNotes *self, const char *id);
void nb_notes_drop_review (NbNotes *self, const NbReview *like);
gboolean nb_notes_take_review (NbNotes *self, NbReview *mark);
gboolean nb_notes_set_entry (NbNotes *self, const char *id, const char *raw, const NbDecimal *value);
void nb_notes_adopt_entries (NbNotes *self, NbReport *report);
void nb_notes_hide_entry (NbNotes *self, const char *id, const char *raw);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbNotes, nb_notes_free)

G_END_DECLS
