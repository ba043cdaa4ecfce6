/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the sentences of a report tell in numbers (DOMAIN §4.6). A number is bound by the noun nearest before
 * it, or just behind its counter, by the verb that stands last before it, and by the scope of its clause.
 *
 *   sentence ─ numbers ─ the words around each ─ noun ─ verb, outcome, applicant ─ claim
 *
 * Within a sentence nouns and verbs carry on to later numbers, verbs only up to a semicolon. What is of another
 * time or organ, a share of a channel, or rough, is left alone: a number that is not bound is no fault.
 * The words are data (data/forms/words.xml). Any thread.
 */

#include "nb-narrative-private.h"

#include "base/nb-limits.h"

#include <string.h>

#include "base/nb-text.h"
#include "report/nb-words.h"

static const char *const kind_names[] = {
  "received",
  "carried-in",
  "carried-out",
  "closed",
  "handled",
  "natural",
  "legal",
  "company",
  "research",
  "welfare",
  "law-firm",
  "full",
  "partial",
  "refused",
  "unavailable",
  "not-handled",
  "other",
  "reconsideration",
  "reconsideration-upheld",
  "reconsideration-corrected",
  "reconsideration-other",
  "reconsideration-pending",
  "litigation",
  "litigation-upheld",
  "litigation-corrected",
  "litigation-other",
  "litigation-pending",
  "litigation-direct",
  "litigation-after",
  "normative-issued",
  "normative-repealed",
  "normative-in-force",
  "normative-published",
  "rules-issued",
  "rules-repealed",
  "rules-in-force",
  "rules-published",
  "documents-published",
  "licences",
  "penalties",
  "coercion",
  "charges",
  "procurement",
  "procurement-amount",
  "fee-notices",
  "nothing",
};

/**
 * nb_claim_kind_to_string:
 * @kind: what a number is about
 *
 * Returns: its name, static
 */
const char *
nb_claim_kind_to_string (NbClaimKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/* --- The words around a number --- */

static gboolean
is_comma (char c)
{
  return c == ',' || c == ':' || c == ';' || c == '(' || c == ')';
}

static gboolean
counts (const NbNumber *number)
{
  return number->kind != NB_NUMBER_OTHER;
}

/* Where the clause that ends at @end begins, not before @least. */
static gsize
find_clause (const char *text, gsize least, gsize end)
{
  while (end > least && !is_comma (text[end - 1]))
    end--;
  return end;
}

/* Up to the next comma, list mark or counted number. */
static gsize
find_after (const NbSentence *sentence, GArray *numbers, guint index)
{
  gsize most = sentence->length;
  gsize at = g_array_index (numbers, NbNumber, index).end;

  for (guint i = index + 1; i < numbers->len; i++)
    if (counts (&g_array_index (numbers, NbNumber, i)))
      {
        most = g_array_index (numbers, NbNumber, i).first;
        break;
      }
  while (at < most && !is_comma (sentence->text[at]) &&
         nb_words_prefix ("narrative.list", sentence->text + at) == 0)
    at++;
  return at;
}

/* Where the bracket begins that ends at @end, @least where there is none. */
static gsize
find_bracket (const char *text, gsize least, gsize end)
{
  for (gsize i = end; i > least; i--)
    if (text[i - 1] == '(')
      return i - 1;
  return least;
}

/* "Among the 95 requests, 6": what follows a number up to the comma ends with "among". */
static gboolean
begins_among (const char *text, NbSpan chunk)
{
  const char *comma = memchr (text + chunk.first, ',', chunk.end - chunk.first);

  return comma != NULL && nb_words_suffix ("narrative.among", text + chunk.first,
                                           (gsize) (comma - text) - chunk.first) > 0;
}

/* A clause of fillers alone ("in all") belongs to the clause before it. */
static NbSpan
find_before (const char *text, NbSpan chunk)
{
  NbSpan span = { find_clause (text, chunk.first, chunk.end), chunk.end };
  NbSpan words = nb_span_strip (text, span, "narrative.filler");

  /* "1 upheld, 2 corrected" with the number first: what stands between belongs to the first. */
  if (nb_words_suffix ("narrative.list", text + chunk.first, chunk.end - chunk.first) > 0)
    return (NbSpan){ chunk.end, chunk.end };
  if (words.first == words.end && span.end > span.first && span.first > chunk.first &&
      text[span.first - 1] == ',' && (chunk.first == 0 || !begins_among (text, chunk)))
    span.first = find_clause (text, chunk.first, span.first - 1);
  /* "requests (those from the net included) 15": what stands in brackets belongs to the words before them. */
  else if (span.first == span.end && span.first > chunk.first && text[span.first - 1] == ')')
    {
      gsize open = find_bracket (text, chunk.first, span.first - 1);

      if (open > chunk.first)
        span = (NbSpan){ find_clause (text, chunk.first, open), open };
    }
  return nb_span_strip (text, span, "narrative.list");
}

/* "requests (…) received": the words that the bracket interrupts. */
static NbSpan
find_lead (const char *text, NbSpan chunk, NbSpan before)
{
  gsize open = before.first > chunk.first && text[before.first - 1] == ')'
                   ? find_bracket (text, chunk.first, before.first - 1)
                   : chunk.first;

  if (open <= chunk.first)
    return (NbSpan){ before.first, before.first };
  return (NbSpan){ find_clause (text, chunk.first, open), open };
}

static void
begin_segment (NbStatement *self, NbSpan *chunk)
{
  const char *text = self->sentence->text;

  for (gsize i = chunk->end; i > chunk->first; i--)
    {
      if (text[i - 1] != ';')
        continue;
      chunk->first = self->segment = i;
      self->verb = NB_CLAIM_NOTHING;
      self->is_part = self->is_general = FALSE;
      /* "…; 2 suits were filed" goes on with the same disputes. */
      self->is_scoped &= nb_words_prefix ("narrative.continues", text + i) > 0;
      return;
    }
}

/* The noun of a number: the one at the head of what follows it, else the last before it. */
static void
find_subject (NbStatement *self, NbMention *mention)
{
  const char *text = self->sentence->text;
  gsize start, end;
  NbSubject behind = nb_span_subject_at (text, mention->after, &end);
  NbSubject before = nb_span_subject (text, mention->chunk, &start, &end);

  if (behind != NB_SUBJECT_NONE)
    {
      self->subject = behind;
      mention->explicit_subject = TRUE;
    }
  else if (before != NB_SUBJECT_NONE)
    {
      self->subject = before;
      mention->explicit_subject = mention->noun_before = start >= mention->before.first;
    }
}

void
nb_statement_claim (NbStatement *self, NbClaimKind kind, const NbMention *mention)
{
  NbClaim claim = {
    .kind = kind,
    .value = mention->number->value,
    .places = mention->number->places,
    .by_office = self->by_office,
    .sentence = self->index,
    .first = mention->before.first,
    .end = mention->number->end,
  };

  g_array_append_val (self->claims, claim);
}

/* What the verb of a number of something else was: "75 enquiries and 2 requests were received". */
static void
remember_verb (NbStatement *self, const NbMention *mention)
{
  static const NbKey verbs[] = { { "narrative.received", NB_CLAIM_RECEIVED },
                                 { "narrative.closed", NB_CLAIM_CLOSED } };
  NbClaimKind kind = nb_span_key (self->sentence->text, mention->before, verbs,
                                  G_N_ELEMENTS (verbs), NULL);

  if (kind != NB_CLAIM_NOTHING)
    self->verb = kind;
}

static void
read_mention (NbStatement *self, NbMention *mention)
{
  self->by_office = FALSE;
  find_subject (self, mention);
  switch (self->subject)
    {
    case NB_SUBJECT_NONE:
    case NB_SUBJECT_REQUESTS:
      nb_statement_request (self, mention);
      return;
    case NB_SUBJECT_RECONSIDERATION:
    case NB_SUBJECT_LITIGATION:
    case NB_SUBJECT_LITIGATION_DIRECT:
    case NB_SUBJECT_LITIGATION_AFTER:
    case NB_SUBJECT_DISPUTES:
      nb_statement_dispute (self, mention);
      return;
    case NB_SUBJECT_NORMATIVE:
    case NB_SUBJECT_RULES:
    case NB_SUBJECT_DOCUMENTS:
      nb_statement_document (self, mention);
      return;
    case NB_SUBJECT_LICENCES:
    case NB_SUBJECT_PENALTIES:
    case NB_SUBJECT_COERCION:
    case NB_SUBJECT_CHARGES:
    case NB_SUBJECT_PROCUREMENT:
    case NB_SUBJECT_FEE_NOTICES:
      nb_statement_decision (self, mention);
      return;
    case NB_SUBJECT_FOREIGN:
    default:
      /* "since we do not hold the information, 17 could not be provided": the outcome says what is counted. */
      if (g_strcmp0 (self->sentence->section, "requests") == 0 &&
          nb_span_ends_with_outcome (self->sentence->text, mention->before))
        nb_statement_request (self, mention);
      else
        remember_verb (self, mention);
    }
}

/* --- "A, B and C are 1, 2 and 3" --- */

/* How many counted numbers follow each other as a list, from @index on. */
static guint
count_list (const char *text, GArray *numbers, guint index)
{
  guint n = 1;

  for (guint i = index + 1; i < numbers->len; i++, n++)
    {
      gsize end = g_array_index (numbers, NbNumber, i - 1).end;
      NbSpan between = { end, g_array_index (numbers, NbNumber, i).first };
      NbSpan rest = nb_span_strip (text, between, "narrative.list");

      if (between.end == between.first || rest.first < rest.end)
        break;
    }
  return n;
}

/* The @wanted-th of @n items of a list; FALSE where the list has another number of items. */
static gboolean
find_item (const char *text, NbSpan list, guint n, guint wanted, NbSpan *item)
{
  guint found = 0;
  gsize first = list.first;

  for (gsize i = list.first; i <= list.end;)
    {
      gsize mark = i < list.end ? nb_words_prefix ("narrative.list", text + i) : 1;

      if (mark == 0)
        {
          i += g_utf8_skip[(guchar) text[i]];
          continue;
        }
      if (found == wanted)
        *item = (NbSpan){ first, i };
      found++;
      i += mark;
      first = i;
    }
  return found == n;
}

/* Reads the numbers of such a list. Returns how many, 0 where there is no list. */
static guint
read_respective (NbStatement *self, GArray *numbers, guint index, const NbMention *first)
{
  const char *text = self->sentence->text;
  gsize start, end = nb_span_last (text, first->before, "narrative.respectively", &start);
  NbSpan list = { first->before.first, start };
  guint n = end == first->before.end ? count_list (text, numbers, index) : 0;

  for (guint i = 0; i < n; i++)
    {
      NbMention mention = *first;

      if (!find_item (text, list, n, i, &mention.before))
        return n;
      mention.number = &g_array_index (numbers, NbNumber, index + i);
      mention.chunk = (NbSpan){ first->chunk.first, list.end };
      mention.after = (NbSpan){ mention.number->end, mention.number->end };
      read_mention (self, &mention);
    }
  return n;
}

/* --- Sentences --- */

static void
read_numbers (NbStatement *self)
{
  g_autoptr (GArray) numbers = nb_numbers_read (self->sentence->text, self->sentence->length);
  gsize last = 0;

  if (numbers->len > NB_LIMIT_SENTENCE_NUMBERS)
    return;
  for (guint i = 0; i < numbers->len;)
    {
      NbMention mention = { .number = &g_array_index (numbers, NbNumber, i) };
      guint n;

      if (!counts (mention.number))
        {
          i++;
          continue;
        }
      mention.chunk = (NbSpan){ last, mention.number->first };
      begin_segment (self, &mention.chunk);
      mention.before = find_before (self->sentence->text, mention.chunk);
      mention.lead = find_lead (self->sentence->text, mention.chunk, mention.before);
      mention.after = (NbSpan){ mention.number->end, find_after (self->sentence, numbers, i) };
      if (nb_span_has (self->sentence->text, mention.chunk, "narrative.part") ||
          (last > 0 && begins_among (self->sentence->text, mention.chunk)))
        self->is_part = TRUE;
      n = read_respective (self, numbers, i, &mention);
      if (n == 0)
        read_mention (self, &mention);
      i += MAX (n, 1);
      last = g_array_index (numbers, NbNumber, i - 1).end;
    }
}

/* Among other organs, or those below it, an office tells of its own requests only, and not of those of the whole place. */
static void
drop_offices (GArray *claims, guint first)
{
  for (guint i = claims->len; i-- > first;)
    if (g_array_index (claims, NbClaim, i).by_office)
      g_array_remove_index (claims, i);
}

/**
 * nb_narrative_read:
 * @prose: the sentences of a report
 * @year: its year, 0 where unknown
 * @organ: (nullable): name of the organ
 *
 * Reads what the prose tells in numbers, and where it says that there was nothing.
 *
 * Returns: (transfer full) (element-type NbClaim): the claims, in the order of the text
 */
GArray *
nb_narrative_read (const NbProse *prose, guint year, const char *organ)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (NbClaim));
  g_autofree char *name = organ != NULL ? nb_text_fold (organ, -1) : NULL;

  for (guint i = 0; i < prose->n_sentences; i++)
    {
      NbStatement statement = { .sentence = nb_prose_get (prose, i),
                                .index = i,
                                .year = year,
                                .organ = name,
                                .claims = claims,
                                .verb = NB_CLAIM_NOTHING };
      guint first;

      if (statement.sentence->is_lead || statement.sentence->length > NB_LIMIT_SENTENCE)
        continue;
      first = claims->len;
      read_numbers (&statement);
      if (statement.names_others || nb_words_has ("narrative.scope.below", statement.sentence->text,
                                                  statement.sentence->length))
        drop_offices (claims, first);
      nb_statement_none (&statement);
    }
  return claims;
}
