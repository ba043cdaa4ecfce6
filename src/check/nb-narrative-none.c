/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a sentence says in words that there was nothing: no request, no dispute, no document. Any thread. */

#include "nb-narrative-private.h"

#include <string.h>

#include "report/nb-words.h"

/* Bytes between a bare "no" and its noun. */
#define LONGEST_GAP 75

static const struct
{
  NbSubject subject;
  NbClaimKind kind;
} nothing[] = {
  { NB_SUBJECT_REQUESTS, NB_CLAIM_RECEIVED },
  { NB_SUBJECT_RECONSIDERATION, NB_CLAIM_RECONSIDERATION },
  { NB_SUBJECT_LITIGATION, NB_CLAIM_LITIGATION },
};

/* Up to the next comma, semicolon or bracket. */
static gsize
clause_end (const char *text, gsize first, gsize length)
{
  while (first < length && strchr (",;:()", text[first]) == NULL)
    first++;
  return first;
}

static void
add_claim (NbStatement *self, NbClaimKind kind, NbSpan span)
{
  NbClaim claim = {
    .kind = kind, .in_words = TRUE, .sentence = self->index, .first = span.first, .end = span.end
  };

  g_array_append_val (self->claims, claim);
}

/* The noun that follows @first; %NB_SUBJECT_FOREIGN where another one stands before it. */
static NbSubject
find_noun (const char *text, NbSpan span, NbSpan *noun)
{
  for (gsize i = span.first; i < span.end; i += g_utf8_skip[(guchar) text[i]])
    {
      gsize end;
      NbSubject subject = nb_span_subject_at (text, (NbSpan){ i, span.end }, &end);
      gsize bare = subject == NB_SUBJECT_NONE ? nb_words_prefix ("narrative.bare", text + i) : 0;

      if (bare > 0 && nb_words_prefix ("narrative.bare.not", text + i) == 0)
        {
          subject = NB_SUBJECT_REQUESTS;
          end = i + bare;
        }
      if (subject == NB_SUBJECT_NONE)
        continue;
      *noun = (NbSpan){ i, end };
      return subject;
    }
  return NB_SUBJECT_NONE;
}

/* A request for information that is only the cause of what did not happen: "no dispute over a request". */
static gboolean
is_only_cause (const char *text, NbSpan noun, gsize end)
{
  NbSpan rest = { noun.end, end };

  return nb_span_has (text, rest, "narrative.reconsideration") ||
         nb_span_has (text, rest, "narrative.litigation") ||
         nb_words_prefix ("narrative.requests.not", text + noun.end) > 0;
}

static void
claim_disputes (NbStatement *self, NbSpan span)
{
  const char *text = self->sentence->text;
  gboolean is_scoped = nb_span_has (text, span, "narrative.disclosure") ||
                       g_strcmp0 (self->sentence->section, "disputes") == 0;

  if (!is_scoped)
    return;
  if (nb_span_has (text, span, "narrative.reconsideration"))
    add_claim (self, NB_CLAIM_RECONSIDERATION, span);
  if (nb_span_has (text, span, "narrative.litigation"))
    add_claim (self, NB_CLAIM_LITIGATION, span);
}

/* What the clause behind a "no" is about. */
static void
read_clause (NbStatement *self, gsize word, gsize first)
{
  const char *text = self->sentence->text;
  NbSpan clause = { first, clause_end (text, first, self->sentence->length) };
  NbSpan before = { self->segment, word }, noun = { 0, 0 };
  NbSubject subject;

  if (nb_span_has (text, clause, "narrative.none.block") ||
      nb_span_has (text, clause, "narrative.natural") !=
          nb_span_has (text, clause, "narrative.legal") ||
      nb_statement_is_elsewhere (self, before, word))
    return;
  subject = find_noun (text, clause, &noun);
  if (subject == NB_SUBJECT_REQUESTS && is_only_cause (text, noun, clause.end))
    {
      claim_disputes (self, (NbSpan){ word, clause.end });
      return;
    }
  if (subject == NB_SUBJECT_REQUESTS && noun.first - first <= LONGEST_GAP)
    add_claim (self, NB_CLAIM_RECEIVED, (NbSpan){ word, clause.end });
  for (guint i = 1; i < G_N_ELEMENTS (nothing); i++)
    if (subject == nothing[i].subject || subject == NB_SUBJECT_DISPUTES)
      {
        claim_disputes (self, (NbSpan){ word, clause.end });
        return;
      }
}

/**
 * nb_statement_none:
 * @self: a sentence
 *
 * Claims what the sentence says there was none of.
 */
void
nb_statement_none (NbStatement *self)
{
  const NbSentence *sentence = self->sentence;

  self->segment = 0;
  for (gsize i = 0; i < sentence->length;)
    {
      gsize n = nb_words_prefix ("narrative.none", sentence->text + i);

      if (sentence->text[i] == ';')
        self->segment = i + 1;
      if (n == 0 || nb_words_prefix ("narrative.none.not", sentence->text + i) > 0)
        {
          i += g_utf8_skip[(guchar) sentence->text[i]];
          continue;
        }
      read_clause (self, i, i + n);
      i = clause_end (sentence->text, i + n, sentence->length);
    }
}
