/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Numbers of table 2: documents, decisions, charges, procurement; and notices of the information-processing fee.
 * Bound only where nothing but known words stands between noun, verb and number. Any thread.
 */

#include "nb-narrative-private.h"

#include "report/nb-words.h"

static const NbKey verbs[] = {
  { "document.issue", NB_CLAIM_NORMATIVE_ISSUED },
  { "document.repeal", NB_CLAIM_NORMATIVE_REPEALED },
  { "document.in-force", NB_CLAIM_NORMATIVE_IN_FORCE },
  { "document.publish", NB_CLAIM_NORMATIVE_PUBLISHED },
};

static gboolean
is_empty (NbSpan span)
{
  return span.end <= span.first;
}

/* Whether only known words stand in @span. */
static gboolean
holds_only (const char *text, NbSpan span, const char *role, const char *other)
{
  gsize last;

  do
    {
      last = span.end;
      span = nb_span_chop (text, span, role);
      span = nb_span_chop (text, span, other);
      while (span.end > span.first && g_ascii_isdigit (text[span.end - 1]))
        span.end--;
    }
  while (span.end < last);
  return is_empty (span);
}

static NbClaimKind
of_rules (NbClaimKind kind)
{
  return (NbClaimKind) (kind - NB_CLAIM_NORMATIVE_ISSUED + NB_CLAIM_RULES_ISSUED);
}

static NbClaimKind
kind_of (NbSubject subject, NbClaimKind verb)
{
  if (subject == NB_SUBJECT_NORMATIVE)
    return verb;
  if (subject == NB_SUBJECT_RULES)
    return of_rules (verb);
  return verb == NB_CLAIM_NORMATIVE_PUBLISHED ? NB_CLAIM_DOCUMENTS_PUBLISHED : NB_CLAIM_NOTHING;
}

/**
 * nb_statement_document:
 * @self: a sentence
 * @mention: a number in it whose noun is a rule or a normative document
 *
 * Claims what the number says of documents.
 */
void
nb_statement_document (NbStatement *self, const NbMention *mention)
{
  const char *text = self->sentence->text;
  NbSpan before = mention->before, tail = before;
  gsize start = 0, noun_start, noun_end;
  NbClaimKind kind;

  if (mention->number->approximate ||
      (mention->number->kind != NB_NUMBER_CASES && mention->number->kind != NB_NUMBER_ITEMS))
    return;
  kind = nb_span_key (text, before, verbs, G_N_ELEMENTS (verbs), &start);
  if (kind == NB_CLAIM_NOTHING || nb_span_has (text, before, "document.process") ||
      nb_span_has (text, mention->after, "document.process"))
    return;
  /* Between the noun and the number, or, without a noun, in the whole clause. */
  nb_span_subject (text, before, &noun_start, &noun_end);
  if (noun_end > 0)
    tail.first = noun_end;
  if (!holds_only (text, tail, "document.filler", "document.verb") ||
      nb_statement_is_elsewhere (self, before, start))
    return;
  kind = kind_of (self->subject, kind);
  if (kind != NB_CLAIM_NOTHING)
    nb_statement_claim (self, kind, mention);
}

/* The noun, and nothing but fillers up to the number; before it verbs of deciding alone. */
static gboolean
is_adjacent (const NbMention *mention, const char *text, const char *filler, const char *before)
{
  gsize start, end;

  nb_span_subject (text, mention->before, &start, &end);
  if (end == 0)
    return FALSE;
  return holds_only (text, (NbSpan){ end, mention->before.end }, filler, filler) &&
         holds_only (text, (NbSpan){ mention->before.first, start }, before, "narrative.adverb");
}

static void
claim_money (NbStatement *self, const NbMention *mention)
{
  const char *text = self->sentence->text;

  if (self->subject == NB_SUBJECT_CHARGES &&
      is_adjacent (mention, text, "charges.filler", "charges.verb"))
    nb_statement_claim (self, NB_CLAIM_CHARGES, mention);
  else if (self->subject == NB_SUBJECT_PROCUREMENT &&
           nb_span_has (text, mention->before, "procurement.amount"))
    nb_statement_claim (self, NB_CLAIM_PROCUREMENT_AMOUNT, mention);
}

static void
claim_decisions (NbStatement *self, const NbMention *mention)
{
  static const struct
  {
    NbSubject subject;
    NbClaimKind kind;
  } kinds[] = { { NB_SUBJECT_LICENCES, NB_CLAIM_LICENCES },
                { NB_SUBJECT_PENALTIES, NB_CLAIM_PENALTIES },
                { NB_SUBJECT_COERCION, NB_CLAIM_COERCION } };
  const char *text = self->sentence->text;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (self->subject == kinds[i].subject && mention->number->kind == NB_NUMBER_CASES &&
        is_adjacent (mention, text, "decisions.filler", "decisions.verb"))
      nb_statement_claim (self, kinds[i].kind, mention);
}

/**
 * nb_statement_decision:
 * @self: a sentence
 * @mention: a number in it whose noun is a decision, a charge, procurement or a fee notice
 *
 * Claims what the number says of them.
 */
void
nb_statement_decision (NbStatement *self, const NbMention *mention)
{
  const char *text = self->sentence->text;

  if (mention->number->approximate ||
      nb_statement_is_elsewhere (self, mention->before, mention->before.end))
    return;
  if (mention->number->kind == NB_NUMBER_MONEY)
    claim_money (self, mention);
  else if (self->subject == NB_SUBJECT_FEE_NOTICES && mention->number->kind == NB_NUMBER_CASES)
    nb_statement_claim (self, NB_CLAIM_FEE_NOTICES, mention);
  else if (self->subject == NB_SUBJECT_PROCUREMENT && mention->explicit_subject &&
           is_adjacent (mention, text, "procurement.filler", "procurement.verb"))
    nb_statement_claim (self, NB_CLAIM_PROCUREMENT, mention);
  else
    claim_decisions (self, mention);
}
