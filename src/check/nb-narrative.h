/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/nb-decimal.h"
#include "nb-prose.h"

G_BEGIN_DECLS

/* What a sentence can tell of. The order is that of the names in nb-narrative.c. */
typedef enum {
  NB_CLAIM_RECEIVED,
  NB_CLAIM_CARRIED_IN,
  NB_CLAIM_CARRIED_OUT,
  NB_CLAIM_CLOSED,
  NB_CLAIM_HANDLED, /* "handled": new, new and carried in, or closed */
  NB_CLAIM_NATURAL,
  NB_CLAIM_LEGAL,
  NB_CLAIM_COMPANY,
  NB_CLAIM_RESEARCH,
  NB_CLAIM_WELFARE,
  NB_CLAIM_LAW_FIRM,
  NB_CLAIM_FULL,
  NB_CLAIM_PARTIAL,
  NB_CLAIM_REFUSED,
  NB_CLAIM_UNAVAILABLE,
  NB_CLAIM_NOT_HANDLED,
  NB_CLAIM_OTHER,
  NB_CLAIM_RECONSIDERATION,
  NB_CLAIM_RECONSIDERATION_UPHELD,
  NB_CLAIM_RECONSIDERATION_CORRECTED,
  NB_CLAIM_RECONSIDERATION_OTHER,
  NB_CLAIM_RECONSIDERATION_PENDING,
  NB_CLAIM_LITIGATION,
  NB_CLAIM_LITIGATION_UPHELD,
  NB_CLAIM_LITIGATION_CORRECTED,
  NB_CLAIM_LITIGATION_OTHER,
  NB_CLAIM_LITIGATION_PENDING,
  NB_CLAIM_LITIGATION_DIRECT,
  NB_CLAIM_LITIGATION_AFTER,
  NB_CLAIM_NORMATIVE_ISSUED,
  NB_CLAIM_NORMATIVE_REPEALED,
  NB_CLAIM_NORMATIVE_IN_FORCE,
  NB_CLAIM_NORMATIVE_PUBLISHED,
  NB_CLAIM_RULES_ISSUED,
  NB_CLAIM_RULES_REPEALED,
  NB_CLAIM_RULES_IN_FORCE,
  NB_CLAIM_RULES_PUBLISHED,
  NB_CLAIM_DOCUMENTS_PUBLISHED, /* rules and normative documents in one number */
  NB_CLAIM_LICENCES,
  NB_CLAIM_PENALTIES,
  NB_CLAIM_COERCION,
  NB_CLAIM_CHARGES,
  NB_CLAIM_PROCUREMENT,
  NB_CLAIM_PROCUREMENT_AMOUNT,
  NB_CLAIM_FEE_NOTICES,
  NB_CLAIM_NOTHING, /* a number that is about something else */
} NbClaimKind;

/**
 * NbClaim:
 * @kind: what it is about
 * @value: the number; 0 where the text says none
 * @places: digits behind the point as written; less than 0 for "4.14" ten thousands
 * @in_words: whether the text says none instead of a number
 * @implied: whether only the outcome is told, of a case counted before it
 * @by_office: whether an office stands before the verb, which may be one of several
 * @sentence: number of the sentence in the prose
 * @first: where it begins, in bytes of the sentence
 * @end: where it ends
 *
 * A number of the text and what it is about.
 */
typedef struct {
  NbClaimKind kind;
  NbDecimal   value;
  int         places;
  gboolean    in_words;
  gboolean    implied;
  gboolean    by_office;
  guint       sentence;
  gsize       first;
  gsize       end;
} NbClaim;

const char *nb_claim_kind_to_string (NbClaimKind kind);
const char *nb_claim_kind_get_role  (NbClaimKind kind); /* (nullable) of the figure that it repeats */
GArray     *nb_narrative_read       (const NbProse *prose, guint year, const char *organ); /* of NbClaim */

G_END_DECLS
