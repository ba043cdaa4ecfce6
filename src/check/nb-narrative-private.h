/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Between the files that read sentences: one sentence and what was understood of it so far. */

#include "nb-narrative.h"
#include "nb-numbers.h"

G_BEGIN_DECLS

/* What a number is about, told by the nearest noun before it. */
typedef enum {
  NB_SUBJECT_NONE,
  NB_SUBJECT_REQUESTS,
  NB_SUBJECT_RECONSIDERATION,
  NB_SUBJECT_LITIGATION,
  NB_SUBJECT_LITIGATION_DIRECT,
  NB_SUBJECT_LITIGATION_AFTER,
  NB_SUBJECT_DISPUTES, /* both in one number */
  NB_SUBJECT_NORMATIVE,
  NB_SUBJECT_RULES,
  NB_SUBJECT_DOCUMENTS, /* both in one number */
  NB_SUBJECT_LICENCES,
  NB_SUBJECT_PENALTIES,
  NB_SUBJECT_COERCION,
  NB_SUBJECT_CHARGES,
  NB_SUBJECT_PROCUREMENT,
  NB_SUBJECT_FEE_NOTICES,
  NB_SUBJECT_FOREIGN,
} NbSubject;

/* Bytes [first, end) of a sentence. */
typedef struct {
  gsize first;
  gsize end;
} NbSpan;

/* A word that says what becomes of a number. */
typedef struct {
  const char *role;
  NbClaimKind kind;
} NbKey;

/**
 * NbStatement:
 * @sentence: the sentence
 * @index: its number in the prose
 * @year: year of the report, 0 where unknown
 * @organ: (nullable): folded name of the organ
 * @claims: takes what is understood
 * @segment: where the part of the sentence between semicolons begins
 * @subject: what the last number was about
 * @verb: what was done with it
 * @is_part: whether parts of an earlier number are being told
 * @is_scoped: whether disputes are those on disclosure
 * @is_general: whether they are all those of the place
 * @by_office: whether an office stands before the verb of the number
 * @names_others: whether other organs have their own numbers
 *
 * A sentence being read from left to right.
 */
typedef struct {
  const NbSentence *sentence;
  guint             index;
  guint             year;
  const char       *organ;
  GArray           *claims;
  gsize             segment;
  NbSubject         subject;
  NbClaimKind       verb;
  gboolean          is_part;
  gboolean          is_scoped;
  gboolean          is_general;
  gboolean          by_office;
  gboolean          names_others;
} NbStatement;

/* A number with the words around it. */
typedef struct {
  const NbNumber *number;
  NbSpan          chunk;  /* from the number before it */
  NbSpan          before; /* from the comma before it */
  NbSpan          after;  /* up to the next comma or number */
  NbSpan          lead;   /* the words before the bracket that @before follows */
  gboolean        explicit_subject; /* its noun stands in @before or at the head of @after */
  gboolean        noun_before;      /* in @before */
} NbMention;

/* nb-narrative-words.c */
gsize       nb_span_last    (const char *text, NbSpan span, const char *role, gsize *start);
gboolean    nb_span_has     (const char *text, NbSpan span, const char *role);
NbSubject   nb_span_subject (const char *text, NbSpan span, gsize *start, gsize *end);
NbSubject   nb_span_subject_at (const char *text, NbSpan span, gsize *end);
NbClaimKind nb_span_key     (const char *text, NbSpan span, const NbKey *keys, guint n_keys, gsize *start);
NbSpan      nb_span_strip   (const char *text, NbSpan span, const char *role);
NbSpan      nb_span_chop    (const char *text, NbSpan span, const char *role);
gboolean    nb_statement_is_elsewhere (NbStatement *self, NbSpan before, gsize verb);

/* Reads one mention of a kind. */
void nb_statement_claim     (NbStatement *self, NbClaimKind kind, const NbMention *mention);
gboolean nb_span_ends_with_outcome (const char *text, NbSpan span);
void nb_statement_request   (NbStatement *self, const NbMention *mention);
void nb_statement_dispute   (NbStatement *self, const NbMention *mention);
void nb_statement_document  (NbStatement *self, const NbMention *mention);
void nb_statement_decision  (NbStatement *self, const NbMention *mention);
void nb_statement_none      (NbStatement *self); /* "none were received" */

G_END_DECLS
