/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of requests: received, carried over, closed, by applicant and by outcome. Any thread. */

#include "nb-narrative-private.h"

#include <string.h>

#include "base/nb-date.h"
#include "report/nb-words.h"

/* A word behind a counter belongs to the number within these bytes. */
#define NEAR_BEHIND 12

static const NbKey keys[] = {
  { "narrative.received", NB_CLAIM_RECEIVED },
  { "narrative.closed", NB_CLAIM_CLOSED },
  { "narrative.handled", NB_CLAIM_HANDLED },
  { "narrative.carried-in", NB_CLAIM_CARRIED_IN },
  { "narrative.carried-out", NB_CLAIM_CARRIED_OUT },
  { "narrative.full", NB_CLAIM_FULL },
  { "narrative.partial", NB_CLAIM_PARTIAL },
  { "narrative.refused", NB_CLAIM_REFUSED },
  { "narrative.unavailable", NB_CLAIM_UNAVAILABLE },
  { "narrative.not-handled", NB_CLAIM_NOT_HANDLED },
  { "narrative.other", NB_CLAIM_OTHER },
  { "narrative.carried", NB_CLAIM_NOTHING },
};

static const NbKey applicants[] = {
  { "narrative.natural", NB_CLAIM_NATURAL }, { "narrative.legal", NB_CLAIM_LEGAL },
  { "narrative.company", NB_CLAIM_COMPANY }, { "narrative.research", NB_CLAIM_RESEARCH },
  { "narrative.welfare", NB_CLAIM_WELFARE }, { "narrative.law-firm", NB_CLAIM_LAW_FIRM },
};

/* The text is about requests though the clause does not say so. */
static gboolean
is_about_requests (const NbStatement *self)
{
  const NbSentence *sentence = self->sentence;

  return g_strcmp0 (sentence->section, "requests") == 0 ||
         (sentence->head != NULL &&
          nb_words_has ("narrative.requests.head", sentence->head, strlen (sentence->head))) ||
         nb_words_has ("narrative.requests.sign", sentence->text, sentence->length);
}

/* Two kinds of applicants in one clause are everybody: "requests of citizens and legal persons". */
static NbClaimKind
find_applicant (const char *text, NbSpan span, gsize *start)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (applicants); i++)
    n += nb_span_has (text, span, applicants[i].role) ? 1 : 0;
  if (n != 1)
    return NB_CLAIM_NOTHING;
  return nb_span_key (text, span, applicants, G_N_ELEMENTS (applicants), start);
}

/* "carried over from 2021", "carried over to 2023": the year tells the direction. */
static NbClaimKind
find_direction (const NbStatement *self, NbSpan span)
{
  const char *text = self->sentence->text;

  for (gsize i = span.first; i < span.end && self->year > 0; i += g_utf8_skip[(guchar) text[i]])
    {
      guint year;

      if (nb_date_match_year (text + i, text + span.end, &year) == 0)
        continue;
      if (year == self->year - 1)
        return NB_CLAIM_CARRIED_IN;
      if (year == self->year + 1)
        return NB_CLAIM_CARRIED_OUT;
    }
  return NB_CLAIM_NOTHING;
}

static NbClaimKind
find_key (const NbStatement *self, NbSpan span, gsize *start)
{
  const char *text = self->sentence->text;
  gsize who_start = 0, carried;
  NbClaimKind kind = nb_span_key (text, span, keys, G_N_ELEMENTS (keys), start);
  NbClaimKind who = find_applicant (text, span, &who_start);
  NbClaimKind direction = find_direction (self, span);

  if ((kind == NB_CLAIM_NOTHING || kind == NB_CLAIM_HANDLED) && direction != NB_CLAIM_NOTHING &&
      nb_span_last (text, span, "narrative.carried", &carried) > 0)
    {
      *start = carried;
      return direction;
    }
  if (who == NB_CLAIM_NOTHING || (kind != NB_CLAIM_NOTHING && kind != NB_CLAIM_RECEIVED &&
                                  kind != NB_CLAIM_HANDLED && *start > who_start))
    return kind;
  *start = who_start;
  return who;
}

/* Outcomes that are counted together: "granted in full and in part, 53". */
static gboolean
names_several_outcomes (const char *text, NbSpan span)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    n += keys[i].kind >= NB_CLAIM_FULL && keys[i].kind <= NB_CLAIM_OTHER &&
         nb_span_has (text, span, keys[i].role);
  return n > 1;
}

static gboolean
has_outcome (const char *text, NbSpan span)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].kind >= NB_CLAIM_FULL && keys[i].kind <= NB_CLAIM_OTHER &&
        nb_span_has (text, span, keys[i].role))
      return TRUE;
  return FALSE;
}

/* Whether the words before a number end with an outcome. */
gboolean
nb_span_ends_with_outcome (const char *text, NbSpan span)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys) && span.end > span.first; i++)
    if (keys[i].kind >= NB_CLAIM_FULL && keys[i].kind <= NB_CLAIM_OTHER &&
        nb_words_suffix (keys[i].role, text + span.first, span.end - span.first) > 0)
      return TRUE;
  return FALSE;
}

/* "were answered (those granted in part included) requests, 53": what is counted, the bracket tells in part. */
static gboolean
is_outcome_bracket (const NbStatement *self, const NbMention *mention)
{
  return mention->lead.end > mention->lead.first &&
         has_outcome (self->sentence->text, (NbSpan){ mention->lead.end, mention->before.first });
}

/* The word just behind the counter: "5 were carried over to next year". */
static NbClaimKind
find_key_behind (const NbStatement *self, NbSpan after, gsize *start)
{
  const char *text = self->sentence->text;
  NbClaimKind kind;
  gsize carried;

  after = nb_span_strip (text, after, "narrative.adverb");
  /* "5 requests were carried over": the noun may stand between. */
  after = nb_span_strip (text, after, "narrative.requests");
  after = nb_span_strip (text, after, "narrative.adverb");
  after.end = MIN (after.end, after.first + 3 * NEAR_BEHIND);
  kind = nb_span_key (text, after, keys, G_N_ELEMENTS (keys), start);
  if (kind == NB_CLAIM_NOTHING)
    kind = find_applicant (text, after, start);
  if ((kind == NB_CLAIM_NOTHING || kind == NB_CLAIM_HANDLED) &&
      nb_span_last (text, after, "narrative.carried", &carried) > 0 &&
      find_direction (self, after) != NB_CLAIM_NOTHING)
    {
      kind = find_direction (self, after);
      *start = carried;
    }
  return kind != NB_CLAIM_NOTHING && *start <= after.first + NEAR_BEHIND ? kind : NB_CLAIM_NOTHING;
}

/* A share: by channel, by matter, in the course of handling; those on time where others were late. */
static gboolean
is_share (const NbSentence *sentence, NbSpan before)
{
  const char *text = sentence->text;

  if (nb_span_has (text, before, "narrative.process") ||
      (nb_span_has (text, before, "narrative.on-time") &&
       nb_words_has ("narrative.late", text, sentence->length)))
    return TRUE;
  return nb_span_has (text, before, "narrative.share") &&
         !nb_span_has (text, before, "narrative.whole");
}

/* "Of those who asked for X, 38": the verb of asking, and what was asked for. */
static gboolean
names_matter (const char *text, NbSpan before)
{
  gsize start, end = nb_span_last (text, before, "narrative.requests.verb", &start);
  NbSpan tail = { end, before.end };

  return end > 0 && nb_words_suffix ("narrative.of", text + end, before.end - end) > 0 &&
         !nb_span_has (text, tail, "narrative.requests.head");
}

static gboolean
is_sum (NbClaimKind kind)
{
  return kind == NB_CLAIM_RECEIVED || kind == NB_CLAIM_HANDLED;
}

/* What is carried over is by its nature not closed yet: that says nothing against it. */
static gboolean
is_carried (NbClaimKind kind)
{
  return kind == NB_CLAIM_CARRIED_IN || kind == NB_CLAIM_CARRIED_OUT;
}

/* Whether the number is a share only, of those in the course of handling, or one of several organs' in turn. */
static gboolean
is_part_only (const NbStatement *self, const NbMention *mention, NbClaimKind kind)
{
  const char *text = self->sentence->text;

  if (nb_span_has (text, mention->before, "narrative.respectively"))
    return TRUE;
  if ((is_sum (kind) || kind == NB_CLAIM_CLOSED) &&
      (names_matter (text, mention->before) ||
       nb_span_has (text, mention->before, "narrative.share.applicant")))
    return TRUE;
  return !is_carried (kind) && (is_share (self->sentence, mention->before) ||
                                nb_span_has (text, mention->after, "narrative.process.behind"));
}

/* Without any verb "26 requests" are received; 26 items of what was disclosed on request are not. */
static NbClaimKind
default_kind (const NbStatement *self, const NbMention *mention)
{
  if (self->verb != NB_CLAIM_NOTHING)
    return self->verb;
  return nb_words_prefix ("narrative.counter.weak",
                          self->sentence->text + mention->number->counter) > 0
             ? NB_CLAIM_NOTHING
             : NB_CLAIM_RECEIVED;
}

/*
 * Whether nothing but fillers stands between a verb and the number: where only the heading says that requests are meant,
 * "received 17" is about them and "received complaints of noise, 17" is not.
 */
static gboolean
is_bare_number (const NbStatement *self, const NbMention *mention, gsize verb)
{
  static const char *const roles[] = { "narrative.received", "narrative.closed",
                                       "narrative.handled",  "narrative.filler",
                                       "narrative.adverb",   "narrative.bare",
                                       "narrative.list" };
  const char *text = self->sentence->text;
  NbSpan tail = { verb, mention->before.end };
  gsize last;

  do
    {
      last = tail.first;
      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        tail = nb_span_strip (text, tail, roles[i]);
    }
  while (tail.first > last);
  return tail.first >= tail.end;
}

/* "closed 27 more than last year, reaching 98": what was told of stands before the difference. */
static gboolean
is_reached (const NbStatement *self, const NbMention *mention)
{
  const char *text = self->sentence->text;
  NbSpan words = nb_span_strip (text, mention->before, "narrative.adverb");

  words = nb_span_strip (text, words, "narrative.reach");
  return self->subject == NB_SUBJECT_REQUESTS && words.first > mention->before.first &&
         words.first == words.end && nb_span_has (text, mention->before, "narrative.reach");
}

static gboolean
may_bind (const NbStatement *self, const NbMention *mention)
{
  const NbSentence *sentence = self->sentence;

  if (mention->number->approximate ||
      (mention->number->kind != NB_NUMBER_CASES && mention->number->kind != NB_NUMBER_ITEMS))
    return FALSE;
  if (mention->number->kind == NB_NUMBER_ITEMS && !mention->explicit_subject)
    return FALSE;
  if (nb_words_has ("narrative.other-matter", sentence->text, sentence->length))
    return FALSE;
  return self->subject == NB_SUBJECT_REQUESTS || is_about_requests (self);
}

/* "43 were handled, of which 40 new and 3 carried in": no share of a share, since the year's own are all of them. */
static gboolean
is_newly_received (const NbStatement *self, const NbMention *mention, NbClaimKind kind)
{
  const NbSentence *sentence = self->sentence;

  return kind == NB_CLAIM_RECEIVED &&
         nb_span_has (sentence->text, mention->before, "narrative.received.new") &&
         nb_words_has ("narrative.carried-in", sentence->text, sentence->length);
}

/**
 * nb_statement_request:
 * @self: a sentence
 * @mention: a number in it whose noun is a request, or has none
 *
 * Claims what the number says of requests.
 */
void
nb_statement_request (NbStatement *self, const NbMention *mention)
{
  gsize start = mention->before.end;
  NbClaimKind kind;

  if (!may_bind (self, mention))
    return;
  kind = find_key (self, mention->before, &start);
  if (names_several_outcomes (self->sentence->text, mention->before) ||
      (kind == NB_CLAIM_NOTHING && is_outcome_bracket (self, mention)))
    return;
  if (kind == NB_CLAIM_NOTHING)
    kind = find_key (self, mention->lead, &start);
  /* "The 11 that are not closed yet are carried over": the word behind says what of them. */
  if (kind == NB_CLAIM_CLOSED &&
      nb_span_has (self->sentence->text, mention->before, "narrative.open"))
    kind = NB_CLAIM_NOTHING;
  if (kind == NB_CLAIM_NOTHING && mention->noun_before && self->verb != NB_CLAIM_NOTHING)
    kind = self->verb;
  if (kind == NB_CLAIM_NOTHING)
    kind = find_key_behind (self, mention->after, &start);
  if (kind == NB_CLAIM_NOTHING && is_reached (self, mention))
    kind = self->verb;
  if (kind == NB_CLAIM_NOTHING && mention->explicit_subject)
    kind = default_kind (self, mention);
  if (self->subject == NB_SUBJECT_NONE && start < mention->before.end &&
      (is_sum (kind) || kind == NB_CLAIM_CLOSED) && !is_bare_number (self, mention, start))
    return;
  if (kind == NB_CLAIM_NOTHING || is_part_only (self, mention, kind))
    return;
  if (kind == NB_CLAIM_RECEIVED || kind == NB_CLAIM_CLOSED)
    self->verb = kind;
  if ((is_sum (kind) && self->is_part && !is_newly_received (self, mention, kind)) ||
      (!is_carried (kind) &&
       nb_statement_is_elsewhere (self, mention->before, MIN (start, mention->before.end))))
    return;
  nb_statement_claim (self, kind, mention);
}
