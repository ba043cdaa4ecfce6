/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking for the words that bind a number: nouns, verbs, and what speaks against binding it. Any thread. */

#define _GNU_SOURCE

#include "nb-narrative-private.h"

#include <stdlib.h>
#include <string.h>

#include "base/nb-date.h"
#include "form/nb-form.h"
#include "report/nb-words.h"

/* Bytes of a phrase that may be the name of an organ before a verb. */
#define LONGEST_ORGAN 60

static const struct
{
  const char *role;
  NbSubject subject;
} subjects[] = {
  { "narrative.requests", NB_SUBJECT_REQUESTS },
  { "narrative.reconsideration", NB_SUBJECT_RECONSIDERATION },
  { "narrative.litigation", NB_SUBJECT_LITIGATION },
  { "narrative.litigation.direct", NB_SUBJECT_LITIGATION_DIRECT },
  { "narrative.litigation.after", NB_SUBJECT_LITIGATION_AFTER },
  { "narrative.disputes", NB_SUBJECT_DISPUTES },
  { "narrative.normative", NB_SUBJECT_NORMATIVE },
  { "narrative.rules", NB_SUBJECT_RULES },
  { "narrative.documents", NB_SUBJECT_DOCUMENTS },
  { "narrative.licences", NB_SUBJECT_LICENCES },
  { "narrative.penalties", NB_SUBJECT_PENALTIES },
  { "narrative.coercion", NB_SUBJECT_COERCION },
  { "narrative.charges", NB_SUBJECT_CHARGES },
  { "narrative.procurement", NB_SUBJECT_PROCUREMENT },
  { "narrative.fee-notices", NB_SUBJECT_FEE_NOTICES },
  { "narrative.foreign", NB_SUBJECT_FOREIGN },
};

/* Where the last occurrence of @word in @span ends, 0 for none. */
static gsize
find_last (const char *text, NbSpan span, const char *word)
{
  gsize n = strlen (word), found = 0;
  const char *p = text + span.first;

  while (p + n <= text + span.end &&
         (p = memmem (p, (gsize) (text + span.end - p), word, n)) != NULL)
    {
      found = (gsize) (p - text) + n;
      p++;
    }
  return found;
}

/**
 * nb_span_last:
 * @text: folded text
 * @span: where to look
 * @role: role of a list of words
 * @start: (out) (optional): where the word begins
 *
 * Finds the word that ends last; of two that end there the longer.
 *
 * Returns: where it ends, 0 for none
 */
gsize
nb_span_last (const char *text, NbSpan span, const char *role, gsize *start)
{
  const char *const *words = nb_forms_get_words (role);
  gsize best = 0, best_start = 0;

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      gsize end = find_last (text, span, words[i]);
      gsize begin = end - strlen (words[i]);

      if (end == 0 || end < best || (end == best && begin >= best_start))
        continue;
      best = end;
      best_start = begin;
    }
  if (start != NULL)
    *start = best_start;
  return best;
}

gboolean
nb_span_has (const char *text, NbSpan span, const char *role)
{
  return span.end > span.first && nb_words_has (role, text + span.first, span.end - span.first);
}

/* "Application" alone is one for information where a verb or an applicant stands before it. */
static gboolean
is_bare_request (const char *text, gsize first, gsize start)
{
  return start == first ||
         nb_words_suffix ("narrative.bare.before", text + first, start - first) > 0;
}

/* "Disclosure of information" is no noun of its own, and the "information" in it no other matter. */
static gboolean
is_neutral (const char *text, NbSpan span, gsize start, gsize end, gsize *neutral)
{
  NbSpan most = { span.first, MIN (span.end, end + 6) };
  gsize until = nb_span_last (text, most, "narrative.neutral", neutral);

  return until >= end && *neutral <= start && until > 0;
}

/**
 * nb_span_subject:
 * @text: folded text
 * @span: where to look
 * @start: (out): where the noun begins
 * @end: (out): where it ends
 *
 * Finds the noun that stands last, of two that end there the longer.
 *
 * Returns: what it means
 */
NbSubject
nb_span_subject (const char *text, NbSpan span, gsize *start, gsize *end)
{
  NbSubject best = NB_SUBJECT_NONE;
  gsize begin, at;

  *start = *end = 0;
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      at = nb_span_last (text, span, subjects[i].role, &begin);
      if (at == 0 || at < *end || (at == *end && begin >= *start))
        continue;
      *end = at;
      *start = begin;
      best = subjects[i].subject;
    }
  at = nb_span_last (text, span, "narrative.bare", &begin);
  /* Who applies, and how, is no application. */
  if (at > 0 && nb_words_prefix ("narrative.bare.not", text + begin) > 0)
    at = 0;
  if (at > *end || (at == *end && at > 0 && begin < *start))
    {
      best = is_bare_request (text, span.first, begin) ? NB_SUBJECT_REQUESTS : NB_SUBJECT_FOREIGN;
      *end = at;
      *start = begin;
    }
  if (best == NB_SUBJECT_FOREIGN && is_neutral (text, span, *start, *end, &begin))
    return nb_span_subject (text, (NbSpan){ span.first, begin }, start, end);
  return best;
}

/* What the noun at the very beginning of @span means, and where it ends. */
NbSubject
nb_span_subject_at (const char *text, NbSpan span, gsize *end)
{
  NbSubject best = NB_SUBJECT_NONE;
  gsize longest = span.end > span.first ? nb_words_prefix ("narrative.neutral", text + span.first)
                                        : 0;

  for (guint i = 0; i < G_N_ELEMENTS (subjects) && span.end > span.first; i++)
    {
      gsize n = nb_words_prefix (subjects[i].role, text + span.first);

      if (n > longest && span.first + n <= span.end)
        {
          longest = n;
          best = subjects[i].subject;
        }
    }
  *end = span.first + longest;
  return best;
}

/**
 * nb_span_key:
 * @text: folded text
 * @span: where to look
 * @keys: (array length=n_keys): words and what they say
 * @n_keys: how many
 * @start: (out) (optional): where the word begins
 *
 * Returns: what the word that ends last says, NB_CLAIM_NOTHING where there is none
 */
NbClaimKind
nb_span_key (const char *text, NbSpan span, const NbKey *keys, guint n_keys, gsize *start)
{
  NbClaimKind best = NB_CLAIM_NOTHING;
  gsize best_end = 0, best_start = 0;

  for (guint i = 0; i < n_keys; i++)
    {
      gsize begin, end = nb_span_last (text, span, keys[i].role, &begin);

      if (end == 0 || end < best_end || (end == best_end && begin >= best_start))
        continue;
      best = keys[i].kind;
      best_end = end;
      best_start = begin;
    }
  if (start != NULL)
    *start = best_start;
  return best;
}

/* @span without the words of @role at its beginning. */
NbSpan
nb_span_strip (const char *text, NbSpan span, const char *role)
{
  gsize n;

  while (span.first < span.end && (n = nb_words_prefix (role, text + span.first)) > 0 &&
         span.first + n <= span.end)
    span.first += n;
  return span;
}

/* @span without the words of @role at its end. */
NbSpan
nb_span_chop (const char *text, NbSpan span, const char *role)
{
  gsize n;

  while (span.end > span.first &&
         (n = nb_words_suffix (role, text + span.first, span.end - span.first)) > 0)
    span.end -= n;
  return span;
}

/* --- Another time, another organ --- */

/* The patterns of a role as one, kept in @cache: compiled once for the whole program. */
static GRegex *
get_pattern (GRegex **cache, const char *role)
{
  if (g_once_init_enter (cache))
    {
      const char *const *words = nb_forms_get_words (role);
      g_autofree char *all = g_strjoinv ("|", (char **) words);
      GRegex *compiled = g_regex_new (all, G_REGEX_OPTIMIZE, 0, NULL);

      g_assert (compiled != NULL);
      g_once_init_leave (cache, compiled);
    }
  return *cache;
}

static gboolean
matches (const char *text, NbSpan span, GRegex *pattern)
{
  return span.end > span.first &&
         g_regex_match_full (pattern, text + span.first, (gssize) (span.end - span.first), 0, 0,
                             NULL, NULL);
}

static gboolean
is_another_time (const char *text, NbSpan span)
{
  static GRegex *pattern;

  return matches (text, span, get_pattern (&pattern, "narrative.time.pattern"));
}

/* "The other 18 units received none". */
static gboolean
is_some_organs (const char *text, NbSpan span)
{
  static GRegex *pattern;

  return matches (text, span, get_pattern (&pattern, "narrative.scope.pattern"));
}

/* The last year that @span names, 0 for none. One behind "about" is what was asked for, and not when. */
static guint
find_year (const char *text, NbSpan span)
{
  gsize clause = span.first;
  guint found = 0;

  for (gsize i = span.first; i < span.end; i += g_utf8_skip[(guchar) text[i]])
    {
      if (text[i] == ',' || text[i] == ';')
        clause = i + 1;
      guint year;
      gsize n = g_ascii_isdigit (text[i]) && (i == 0 || !g_ascii_isdigit (text[i - 1]))
                    ? nb_date_match_year (text + i, text + span.end, &year)
                    : 0;

      if (n > 0 && nb_words_prefix ("year.sign", text + i + n) > 0 &&
          !nb_span_has (text, (NbSpan){ clause, i }, "narrative.about"))
        found = year;
    }
  return found;
}

static gboolean
is_clause_mark (char c)
{
  return strchr (",;:()", c) != NULL;
}

/* "towns (streets)": without the bracket at its end. */
static NbSpan
skip_bracket (const char *text, NbSpan phrase, gsize least)
{
  gsize at = phrase.end;

  if (at <= least || text[at - 1] != ')')
    return phrase;
  while (at > least && text[at - 1] != '(')
    at--;
  if (at <= least)
    return phrase;
  phrase.end = at - 1;
  for (phrase.first = phrase.end; phrase.first > least && !is_clause_mark (text[phrase.first - 1]);)
    phrase.first--;
  return phrase;
}

/* An organ other than the report's that stands just before the verb: "the bureau of finance received". */
static gboolean
names_other_organ (NbStatement *self, NbSpan before, gsize verb)
{
  const char *text = self->sentence->text;
  NbSpan phrase = nb_span_chop (text, (NbSpan){ before.first, verb }, "narrative.adverb");
  g_autofree char *name = NULL;

  phrase = skip_bracket (text, phrase, self->segment);
  if (phrase.end <= phrase.first)
    return FALSE;
  self->by_office = nb_words_suffix ("narrative.organ.office", text + phrase.first,
                                     phrase.end - phrase.first) > 0 ||
                    nb_words_suffix ("narrative.organ.itself", text + phrase.first,
                                     phrase.end - phrase.first) > 0;
  if (nb_words_suffix ("narrative.organ", text + phrase.first, phrase.end - phrase.first) == 0 ||
      nb_words_suffix ("narrative.organ.own", text + phrase.first, phrase.end - phrase.first) > 0)
    return FALSE;
  if (phrase.end - phrase.first > LONGEST_ORGAN)
    phrase.first = phrase.end - LONGEST_ORGAN;
  while (phrase.first < phrase.end && (text[phrase.first] & 0xc0) == 0x80)
    phrase.first++;
  phrase = nb_span_strip (text, phrase, "narrative.adverb");
  name = g_strndup (text + phrase.first, phrase.end - phrase.first);
  if (self->organ != NULL &&
      (strstr (self->organ, name) != NULL || strstr (name, self->organ) != NULL))
    return FALSE;
  self->names_others = TRUE;
  return TRUE;
}

/* Which words name a place that the organ is only a part of; %NULL where its name does not say. */
static const char *
find_wider (const char *organ)
{
  static const struct
  {
    const char *level, *wider;
  } levels[] = { { "organ.level.township", "narrative.wider.township" },
                 { "organ.level.county", "narrative.wider.county" },
                 { "organ.level.city", "narrative.wider.city" } };
  g_autoptr (GString) name = g_string_new (organ);
  const char *const *others = nb_forms_get_words ("organ.level.not");

  for (gsize i = 0; others[i] != NULL; i++)
    g_string_replace (name, others[i], "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (nb_words_has (levels[i].level, name->str, name->len))
      return levels[i].wider;
  return NULL;
}

/* A clause that begins with the whole city, in the report of a county, and nothing of its own since. */
static gboolean
is_wider_place (const NbStatement *self, NbSpan span)
{
  const char *text = self->sentence->text;
  const char *role = self->organ != NULL ? find_wider (self->organ) : NULL;
  gsize start, end = role != NULL ? nb_span_last (text, span, role, &start) : 0;

  return end > 0 && nb_span_last (text, span, "narrative.organ.own", NULL) <= end &&
         (start == span.first || is_clause_mark (text[start - 1]) ||
          nb_words_suffix ("year.sign", text + span.first, start - span.first) > 0);
}

/**
 * nb_statement_is_elsewhere:
 * @self: a sentence
 * @before: the words before the number
 * @verb: where the verb begins
 *
 * Returns: whether the number is of another time, of another organ, or a difference
 */
gboolean
nb_statement_is_elsewhere (NbStatement *self, NbSpan before, gsize verb)
{
  const char *text = self->sentence->text;
  NbSpan all = { self->segment, before.end };
  guint year = find_year (text, (NbSpan){ 0, before.end });

  if (self->year > 0 && year > 0 && year != self->year)
    return TRUE;
  return nb_span_has (text, all, "narrative.time") || is_another_time (text, all) ||
         nb_span_has (text, before, "narrative.difference") ||
         nb_span_has (text, all, "narrative.scope") || is_some_organs (text, before) ||
         is_wider_place (self, all) || names_other_organ (self, before, verb);
}
