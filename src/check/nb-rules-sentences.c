/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rules for sentences alone: parts and their whole (N-10), the outline of the lead-in and the sections (N-11). Any
 * thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-narrative-private.h"
#include "report/nb-words.h"

/* Parts of a sentence that are written out. */
#define MOST_LISTED 16

#define NUMBER(numbers, i) (&g_array_index (numbers, NbNumber, i))

/* --- N-10 --- */

static gboolean
is_case (const NbNumber *number)
{
  return number->kind == NB_NUMBER_CASES || number->kind == NB_NUMBER_ITEMS;
}

/* What may be a whole and its parts: also what no other rule counts, as articles and events. */
static gboolean
is_part (const char *text, const NbNumber *number)
{
  return is_case (number) || (number->end > number->counter &&
                              nb_words_prefix ("narrative.part.counters", text + number->counter) ==
                                  number->end - number->counter);
}

/* Where the channels stand among the classes below. */
#define CLASS_SHARE 1

/* What kind of parts they are: parts of different kinds overlap. */
static guint
part_class (const char *text, NbSpan before)
{
  static const char *const classes[][7] = {
    { "narrative.natural", "narrative.legal", "narrative.company", "narrative.research",
      "narrative.welfare", "narrative.law-firm" },
    { "narrative.share" },
    { "narrative.full", "narrative.partial", "narrative.refused", "narrative.unavailable",
      "narrative.not-handled", "narrative.other" },
    { "narrative.upheld", "narrative.corrected", "narrative.withdrawn", "narrative.pending" },
    { "narrative.closed", "narrative.carried" },
    { "document.repeal" },
  };
  NbSpan words = nb_span_chop (text, before, "narrative.filler");
  /* What they are about is no channel that they came by. */
  gboolean is_matter = nb_span_has (text, before, "narrative.share.matter");

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (classes[i]) && classes[i][j] != NULL; j++)
      if (nb_span_has (text, before, classes[i][j]) && (i != CLASS_SHARE || !is_matter))
        return i + 1;
  /* "5 extended", not "5 enquiries about extensions": only just before the number. */
  return nb_words_suffix ("narrative.process", text + words.first, words.end - words.first) > 0
             ? G_N_ELEMENTS (classes)
             : 0;
}

/* Whether both count the same: the same counter behind them. */
static gboolean
same_counter (const char *text, const NbNumber *a, const NbNumber *b)
{
  gsize n = a->end - a->counter;

  return n > 0 && n == b->end - b->counter && memcmp (text + a->counter, text + b->counter, n) == 0;
}

/* The two last characters before a number, without fillers: what it counts. */
static gboolean
same_noun (const char *text, NbSpan a, NbSpan b)
{
  a = nb_span_chop (text, a, "narrative.filler");
  b = nb_span_chop (text, b, "narrative.filler");
  return a.end - a.first >= 6 && b.end - b.first >= 6 &&
         memcmp (text + a.end - 6, text + b.end - 6, 6) == 0;
}

/* Depth of brackets between two places: what stands in brackets explains a part. */
static int
depth_between (const char *text, NbSpan span)
{
  int depth = 0;

  for (gsize i = span.first; i < span.end; i++)
    depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
  return depth;
}

typedef struct
{
  const NbSentence *sentence;
  GArray *numbers;
  guint whole;
  NbSpan noun;    /* before the whole */
  gboolean named; /* the parts repeat the noun of the whole */
  guint class;
  NbDecimal sum;
  guint n_parts;
  gboolean in_list;          /* joined by list marks: a comma ends them */
  guint listed[MOST_LISTED]; /* the first of them */
  gboolean incomplete;       /* a number among them was no part */
  gsize end; /* of the bracket that all of them stand in; 0 where they stand in none */
} Parts;

typedef enum
{
  PART_ADD,
  PART_SKIP,
  PART_STOP
} PartStep;

static PartStep
judge_part (const Parts *self, guint index)
{
  const char *text = self->sentence->text;
  const NbNumber *whole = NUMBER (self->numbers, self->whole),
                 *part = NUMBER (self->numbers, index);
  NbSpan chunk = { NUMBER (self->numbers, index - 1)->end, part->first };
  gboolean is_first = index == self->whole + 1;
  gboolean is_list = nb_words_prefix ("narrative.list", text + chunk.first) > 0;

  if (!is_part (text, part) || part->approximate || !same_counter (text, whole, part))
    return PART_SKIP;
  if (!is_first && self->n_parts > 0 && nb_span_has (text, chunk, "narrative.part"))
    return PART_STOP;
  if (self->named)
    return same_noun (text, self->noun, chunk)               ? PART_ADD
           : nb_span_has (text, chunk, "narrative.received") ? PART_STOP
                                                             : PART_SKIP;
  if (!is_first && !is_list && (self->in_list || nb_span_has (text, chunk, "narrative.statement")))
    return PART_STOP;
  if (!is_first && memchr (text + chunk.first, ';', chunk.end - chunk.first) != NULL)
    return PART_STOP;
  return is_first || part_class (text, chunk) == self->class ? PART_ADD : PART_SKIP;
}

/* Whether the list of parts has one more of the same kind; else what is complete is complete. */
static gboolean
goes_on (const Parts *self, guint index)
{
  NbSpan chunk;

  if (self->named || index >= self->numbers->len)
    return FALSE;
  chunk = (NbSpan){ NUMBER (self->numbers, index - 1)->end, NUMBER (self->numbers, index)->first };
  return nb_words_prefix ("narrative.list", self->sentence->text + chunk.first) > 0 &&
         judge_part (self, index) == PART_ADD;
}

/* Where the bracket ends that begins right behind the whole, 0 where none does: "400 (of which 150 and 250)". */
static gsize
find_bracket_end (const Parts *self)
{
  const char *text = self->sentence->text;
  gsize at = NUMBER (self->numbers, self->whole)->end;
  int depth = 0;

  if (self->named || text[at] != '(')
    return 0;
  for (; at < self->sentence->length; at++)
    {
      depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
      if (depth == 0)
        return at;
    }
  return 0;
}

/* Adds up the parts behind a whole; stops where they are complete. */
static gboolean
exceeds (Parts *self)
{
  const NbNumber *whole = NUMBER (self->numbers, self->whole);
  int depth = 0;

  self->end = find_bracket_end (self);
  if (self->end > 0)
    depth = -1; /* the bracket itself explains nothing */
  for (guint i = self->whole + 1; i < self->numbers->len; i++)
    {
      if (self->end > 0 && NUMBER (self->numbers, i)->first >= self->end)
        return FALSE;
      NbSpan chunk = { NUMBER (self->numbers, i - 1)->end, NUMBER (self->numbers, i)->first };
      PartStep step;

      depth += depth_between (self->sentence->text, chunk);
      if (depth < 0)
        {
          self->incomplete = TRUE;
          return FALSE;
        }
      step = judge_part (self, i);
      if (step == PART_STOP)
        {
          self->incomplete = TRUE;
          return FALSE;
        }
      if (step == PART_SKIP || (depth > 0 && i > self->whole + 1))
        {
          self->incomplete = TRUE;
          continue;
        }
      if (!nb_decimal_add (self->sum, NUMBER (self->numbers, i)->value, &self->sum))
        return FALSE;
      if (self->n_parts < MOST_LISTED)
        self->listed[self->n_parts] = i;
      self->n_parts++;
      self->in_list |= i > self->whole + 1 &&
                       nb_words_prefix ("narrative.list", self->sentence->text + chunk.first) > 0;
      if (nb_decimal_compare (self->sum, whole->value) == 0 && !goes_on (self, i + 1))
        return FALSE;
      if (nb_decimal_compare (self->sum, whole->value) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether "of which" or "respectively" stands between the number and the next one; with no @role, whatever does. */
static gboolean
begins_parts (const NbSentence *sentence, GArray *numbers, guint index, const char *role)
{
  NbSpan between;

  if (index + 1 >= numbers->len || !is_part (sentence->text, NUMBER (numbers, index)) ||
      NUMBER (numbers, index)->approximate)
    return FALSE;
  between = (NbSpan){ NUMBER (numbers, index)->end, NUMBER (numbers, index + 1)->first };
  return role == NULL || nb_span_has (sentence->text, between, role);
}

/* "95 (82 of natural persons, 13 of legal ones)": parts of a known kind need no "of which". */
static gboolean
begins_bracket (const NbSentence *sentence, GArray *numbers, guint index)
{
  const NbNumber *whole = NUMBER (numbers, index);

  return index + 1 < numbers->len && sentence->text[whole->end] == '(' &&
         memchr (sentence->text + whole->end, ')',
                 NUMBER (numbers, index + 1)->first - whole->end) == NULL &&
         begins_parts (sentence, numbers, index, NULL) &&
         part_class (sentence->text, (NbSpan){ whole->end, NUMBER (numbers, index + 1)->first }) >
             0;
}

/* "A, being B and C": what is listed in full, and lacks something. */
static gboolean
falls_short (const Parts *self)
{
  const NbSentence *sentence = self->sentence;
  const NbNumber *whole = NUMBER (self->numbers, self->whole);
  NbSpan rest = { NUMBER (self->numbers, self->numbers->len - 1)->end, sentence->length };

  if (self->end > 0 && self->n_parts > 0 && self->n_parts <= MOST_LISTED)
    rest = (NbSpan){ NUMBER (self->numbers, self->listed[self->n_parts - 1])->end, self->end };

  return self->n_parts > 1 && !self->incomplete &&
         nb_decimal_compare (self->sum, whole->value) < 0 &&
         nb_span_has (sentence->text,
                      (NbSpan){ whole->end, NUMBER (self->numbers, self->whole + 1)->first },
                      "narrative.part.all") &&
         !nb_span_has (sentence->text, rest, "narrative.part.open");
}

/* "459 + 39 = 498 > 497" */
static char *
write_parts (const Parts *self, NbDecimal whole)
{
  GString *out = g_string_new (NULL);
  const char *sign = nb_decimal_compare (self->sum, whole) < 0 ? "<" : ">";
  g_autofree char *relation = nb_check_relation (self->sum, sign, whole);

  for (guint i = 0; i < self->n_parts && self->n_parts > 1 && self->n_parts <= MOST_LISTED; i++)
    {
      g_autofree char *part = nb_decimal_to_string (NUMBER (self->numbers, self->listed[i])->value);

      g_string_append_printf (out, "%s %s ", part, i + 1 < self->n_parts ? "+" : "=");
    }
  g_string_append (out, relation);
  return g_string_free (out, FALSE);
}

static void
tell_parts (NbCheck *check, const Parts *parts)
{
  NbDecimal whole = NUMBER (parts->numbers, parts->whole)->value;
  NbFinding *finding = nb_check_add (check, "N-10");

  nb_finding_set_message (finding, N_ ("The parts make {1}, the whole is {2}."));
  nb_finding_add_number (finding, parts->sum);
  nb_finding_add_number (finding, whole);
  if (nb_decimal_compare (parts->sum, whole) < 0)
    nb_finding_set_severity (finding, NB_SEVERITY_HINT);
  nb_finding_set_relation (finding, write_parts (parts, whole));
  nb_finding_add_quote (finding, parts->sentence->section, parts->sentence->offset,
                        parts->sentence->size);
}

static gsize
clause_begin (const char *text, gsize end)
{
  while (end > 0 && strchr (",;:(", text[end - 1]) == NULL)
    end--;
  return end;
}

static void
check_parts (NbCheck *check, const NbSentence *sentence, GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      const NbNumber *whole = NUMBER (numbers, i);
      Parts parts = { sentence, numbers, i };

      if (!begins_parts (sentence, numbers, i, "narrative.part") &&
          !begins_parts (sentence, numbers, i, "narrative.part.all") &&
          !begins_bracket (sentence, numbers, i))
        continue;
      parts.noun = (NbSpan){ clause_begin (sentence->text, whole->first), whole->first };
      if (i > 0)
        parts.noun.first = MAX (parts.noun.first, NUMBER (numbers, i - 1)->end);
      parts.named = same_noun (sentence->text, parts.noun,
                               (NbSpan){ whole->end, NUMBER (numbers, i + 1)->first });
      parts.class = part_class (sentence->text,
                                (NbSpan){ whole->end, NUMBER (numbers, i + 1)->first });
      if (exceeds (&parts) || falls_short (&parts))
        tell_parts (check, &parts);
    }
}

/* For each whole that is told before its "of which" with other clauses between, the noun finds the parts. */
static void
check_distant_parts (NbCheck *check, const NbSentence *sentence, GArray *numbers)
{
  for (guint i = 0; i + 2 < numbers->len; i++)
    {
      const NbNumber *whole = NUMBER (numbers, i);
      Parts parts = { sentence, numbers, i, .named = TRUE };
      gboolean follows = FALSE;

      if (!is_case (whole) || whole->approximate ||
          begins_parts (sentence, numbers, i, "narrative.part"))
        continue;
      for (guint j = i + 1; j < MIN (i + 4, numbers->len) && !follows; j++)
        follows = begins_parts (sentence, numbers, j, "narrative.part") ||
                  nb_span_has (sentence->text,
                               (NbSpan){ NUMBER (numbers, j - 1)->end, NUMBER (numbers, j)->first },
                               "narrative.part");
      if (!follows)
        continue;
      parts.noun = (NbSpan){ clause_begin (sentence->text, whole->first), whole->first };
      if (i > 0)
        parts.noun.first = MAX (parts.noun.first, NUMBER (numbers, i - 1)->end);
      if (exceeds (&parts) && parts.n_parts > 1)
        tell_parts (check, &parts);
    }
}

/* --- N-11 --- */

static const struct
{
  const char *key;
  const char *role;
} outline_words[] = {
  { "overview", "outline.overview" }, { "disclosure", "outline.disclosure" },
  { "requests", "outline.requests" }, { "disputes", "outline.disputes" },
  { "problems", "outline.problems" }, { "other", "outline.other" },
};

/* Where the sections stand in the report, by key; -1 for none. */
static int
find_position (NbCheck *check, const char *key)
{
  GListModel *sections = nb_report_get_sections (check->report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      if (g_strcmp0 (nb_section_get_key (section), key) == 0)
        return (int) i;
    }
  return -1;
}

/* Sections that the sentence has to name before the one that it leaves out is missed. */
#define LEAST_NAMED 4

typedef struct
{
  const char *places[G_N_ELEMENTS (outline_words)]; /* in the sentence, NULL for none */
  int positions[G_N_ELEMENTS (outline_words)];      /* in the report, -1 for none */
} Outline;

static void
read_outline (NbCheck *check, const NbSentence *sentence, Outline *outline)
{
  for (guint i = 0; i < G_N_ELEMENTS (outline_words); i++)
    {
      outline->places[i] = nb_words_find (outline_words[i].role, sentence->text, sentence->length,
                                          NULL);
      outline->positions[i] = find_position (check, outline_words[i].key);
    }
}

static gboolean
is_out_of_order (const Outline *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (outline_words); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (outline_words); j++)
      if (self->places[i] != NULL && self->places[j] != NULL && self->positions[i] >= 0 &&
          self->positions[j] >= 0 &&
          (self->places[i] < self->places[j]) != (self->positions[i] < self->positions[j]))
        return TRUE;
  return FALSE;
}

/* The section that the sentence leaves out where it names the others, %NULL for none. */
static const char *
find_left_out (const Outline *self)
{
  const char *missing = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (outline_words); i++)
    {
      if (self->places[i] != NULL)
        n++;
      else if (self->positions[i] >= 0)
        missing = outline_words[i].key;
    }
  return n >= LEAST_NAMED ? missing : NULL;
}

static void
check_outline (NbCheck *check, const NbSentence *sentence)
{
  const char *missing;
  NbFinding *finding;
  Outline outline;
  gboolean in_order;

  if (!sentence->is_lead || !nb_words_has ("outline.sign", sentence->text, sentence->length))
    return;
  read_outline (check, sentence, &outline);
  in_order = !is_out_of_order (&outline);
  missing = find_left_out (&outline);
  if (in_order && missing == NULL)
    return;
  finding = nb_check_add (check, "N-11");
  if (in_order)
    {
      const char *heading = nb_section_get_heading (nb_check_find_section (check, missing));

      nb_finding_set_message (finding, N_ ("The lead-in does not name the section “{1}”."));
      nb_finding_add_word (finding, heading, heading);
    }
  else
    nb_finding_set_message (finding,
                            N_ ("The lead-in lists the sections in another order than they "
                                "stand."));
  nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
}

void
nb_rules_sentences_run (NbCheck *check)
{
  for (guint i = 0; i < check->prose->n_sentences; i++)
    {
      const NbSentence *sentence = nb_prose_get (check->prose, i);
      g_autoptr (GArray) numbers = nb_numbers_read (sentence->text, sentence->length);

      nb_rules_ratios_run (check, sentence, numbers);
      check_parts (check, sentence, numbers);
      check_distant_parts (check, sentence, numbers);
      check_outline (check, sentence);
    }
}
