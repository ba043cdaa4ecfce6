/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Numbers of reconsiderations and lawsuits. Reports tell of all administrative cases as well, so a number counts
 * only where the clause, or what it continues, is about the disclosure of information. Any thread.
 */

#include "nb-narrative-private.h"

#include <string.h>

#include "report/nb-words.h"

static const NbKey results[] = {
  { "narrative.upheld", NB_CLAIM_RECONSIDERATION_UPHELD },
  { "narrative.corrected", NB_CLAIM_RECONSIDERATION_CORRECTED },
  { "narrative.withdrawn", NB_CLAIM_RECONSIDERATION_OTHER },
  { "narrative.pending", NB_CLAIM_RECONSIDERATION_PENDING },
};

static NbClaimKind
total_of (NbSubject subject)
{
  switch (subject)
    {
    case NB_SUBJECT_RECONSIDERATION:
      return NB_CLAIM_RECONSIDERATION;
    case NB_SUBJECT_LITIGATION_DIRECT:
      return NB_CLAIM_LITIGATION_DIRECT;
    case NB_SUBJECT_LITIGATION_AFTER:
      return NB_CLAIM_LITIGATION_AFTER;
    default:
      return NB_CLAIM_LITIGATION;
    }
}

/* Results of suits of both ways are told together. */
static NbClaimKind
result_of (NbSubject subject, NbClaimKind result)
{
  if (subject == NB_SUBJECT_RECONSIDERATION)
    return result;
  return (NbClaimKind) (result - NB_CLAIM_RECONSIDERATION + NB_CLAIM_LITIGATION);
}

/* The rest of the sentence up to a semicolon. */
static NbSpan
rest_of_segment (const NbStatement *self, gsize first)
{
  const char *end = memchr (self->sentence->text + first, ';', self->sentence->length - first);

  return (NbSpan){ first,
                   end != NULL ? (gsize) (end - self->sentence->text) : self->sentence->length };
}

/* Whether the number is one of disputes on disclosure. */
static gboolean
is_scoped (NbStatement *self, const NbMention *mention)
{
  const NbSentence *sentence = self->sentence;
  NbSpan around = { mention->chunk.first, mention->after.end };

  if (nb_span_has (sentence->text, around, "narrative.disclosure") ||
      nb_span_has (sentence->text, rest_of_segment (self, mention->number->end),
                   "narrative.disclosure.all"))
    {
      self->is_scoped = TRUE;
      self->is_general = FALSE;
    }
  else if (mention->explicit_subject && nb_span_has (sentence->text, around, "narrative.general"))
    {
      self->is_scoped = FALSE;
      self->is_general = TRUE;
    }
  if (self->is_scoped || self->is_general)
    return self->is_scoped;
  return (g_strcmp0 (sentence->section, "disputes") == 0 ||
          (sentence->head != NULL &&
           nb_words_has ("narrative.disputes.head", sentence->head, strlen (sentence->head)))) &&
         !nb_span_has (sentence->text, around, "narrative.general") &&
         !nb_span_has (sentence->text, rest_of_segment (self, mention->number->end),
                       "narrative.disclosure");
}

static NbClaimKind
find_result (const NbStatement *self, const NbMention *mention)
{
  const char *text = self->sentence->text;
  NbSpan near = { mention->after.first, MIN (mention->after.end, mention->after.first + 24) };
  NbClaimKind kind = nb_span_key (text, mention->before, results, G_N_ELEMENTS (results), NULL);

  if (kind == NB_CLAIM_NOTHING)
    kind = nb_span_key (text, near, results, G_N_ELEMENTS (results), NULL);
  return kind;
}

/* "(the court ordered disclosure)" behind a suit: it was corrected. */
static void
claim_implied (NbStatement *self, const NbMention *mention)
{
  NbSpan rest = rest_of_segment (self, mention->number->end);
  gsize length;
  const char *text = self->sentence->text;
  const char *word = nb_words_find ("narrative.corrected.implied", text + rest.first,
                                    rest.end - rest.first, &length);
  NbClaim claim = { .kind = NB_CLAIM_LITIGATION_CORRECTED,
                    .value = { 1, 0 },
                    .implied = TRUE,
                    .sentence = self->index,
                    .first = mention->before.first };

  if (word == NULL || nb_decimal_is_zero (mention->number->value) ||
      nb_span_has (text, (NbSpan){ rest.first, (gsize) (word - text) }, "narrative.negation"))
    return;
  if (self->subject == NB_SUBJECT_RECONSIDERATION)
    claim.kind = NB_CLAIM_RECONSIDERATION_CORRECTED;
  claim.end = (gsize) (word - text) + length;
  g_array_append_val (self->claims, claim);
}

/* Who received them stands before the verb: the bureau of justice hears the cases of the whole place. */
static gsize
find_verb (const char *text, NbSpan before)
{
  gsize start;

  return nb_span_last (text, before, "narrative.received", &start) > 0 ? start : before.end;
}

/* Both in one number say something only where it is none. */
static void
claim_both (NbStatement *self, const NbMention *mention)
{
  if (!nb_decimal_is_zero (mention->number->value))
    return;
  nb_statement_claim (self, NB_CLAIM_RECONSIDERATION, mention);
  nb_statement_claim (self, NB_CLAIM_LITIGATION, mention);
}

/**
 * nb_statement_dispute:
 * @self: a sentence
 * @mention: a number in it whose noun is a dispute
 *
 * Claims what the number says of reconsiderations and suits.
 */
void
nb_statement_dispute (NbStatement *self, const NbMention *mention)
{
  const char *text = self->sentence->text;
  NbClaimKind result;

  if (mention->number->approximate ||
      (mention->number->kind != NB_NUMBER_CASES && mention->number->kind != NB_NUMBER_ITEMS) ||
      nb_words_prefix ("narrative.counter.weak", text + mention->number->counter) > 0)
    return;
  if (!is_scoped (self, mention) ||
      nb_statement_is_elsewhere (self, mention->before, find_verb (text, mention->before)))
    return;
  if (self->subject == NB_SUBJECT_DISPUTES)
    {
      claim_both (self, mention);
      return;
    }
  result = find_result (self, mention);
  if (result != NB_CLAIM_NOTHING)
    nb_statement_claim (self, result_of (self->subject, result), mention);
  else if (mention->explicit_subject || nb_span_has (text, mention->before, "narrative.disclosure"))
    {
      nb_statement_claim (self, total_of (self->subject), mention);
      claim_implied (self, mention);
    }
}
