/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A per cent and the numbers that it is of (N-06): a rate of closing, a share of a whole, growth against another
 * year. Only what one sentence says itself; a per cent that any two of its numbers make is right. Any thread.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-narrative-private.h"
#include "report/nb-words.h"

#define NUMBER(numbers, i) (&g_array_index (numbers, NbNumber, i))

/* Parts of a sentence that are added up. */
#define MOST_PARTS 16

/* A per cent and the two numbers that it should be made of. */
typedef struct
{
  const NbNumber *percent;
  const NbNumber *part;
  const NbNumber *whole;
} Ratio;

/* The numbers of cases that stand before a per cent, and what they are of. */
typedef struct
{
  guint parts[MOST_PARTS];
  guint n_parts;
  const NbNumber *whole; /* (nullable) */
} Share;

static gboolean
is_case (const NbNumber *number)
{
  return number->kind == NB_NUMBER_CASES || number->kind == NB_NUMBER_ITEMS;
}

/* Whether @percent tells @ratio, rounded or cut off at its places. */
static gboolean
tells (const NbNumber *percent, double ratio)
{
  double told = nb_decimal_to_double (percent->value), unit = 1;

  for (int i = 0; i < percent->places; i++)
    unit /= 10;
  return ratio - told < unit && told - ratio <= unit / 2 + 1e-9;
}

static gboolean
is_ratio_of (const NbNumber *percent, NbDecimal part, NbDecimal whole)
{
  return !nb_decimal_is_zero (whole) && nb_decimal_compare (part, whole) <= 0 &&
         tells (percent, 100 * nb_decimal_to_double (part) / nb_decimal_to_double (whole));
}

static gboolean
is_ratio (const NbNumber *percent, const NbNumber *part, const NbNumber *whole)
{
  return is_ratio_of (percent, part->value, whole->value);
}

static gboolean
has_ratio (GArray *numbers, const NbNumber *percent)
{
  for (guint i = 0; i < numbers->len; i++)
    for (guint j = 0; j < numbers->len; j++)
      if (i != j && is_case (NUMBER (numbers, i)) && is_case (NUMBER (numbers, j)) &&
          is_ratio (percent, NUMBER (numbers, i), NUMBER (numbers, j)))
        return TRUE;
  return FALSE;
}

/* All that was due was closed: of more than came in, or in time, says nothing of how many came in. */
static gboolean
is_all_due (const char *text, const Ratio *ratio)
{
  NbSpan words = { ratio->part->end, ratio->percent->first };

  return nb_decimal_compare (ratio->percent->value, (NbDecimal){ 100, 0 }) == 0 &&
         (nb_decimal_compare (ratio->part->value, ratio->whole->value) > 0 ||
          nb_span_has (text, words, "narrative.on-time"));
}

/* The words between a number and the counted one before it. */
static NbSpan
words_before (GArray *numbers, guint index)
{
  return (NbSpan){ index > 0 ? NUMBER (numbers, index - 1)->end : 0,
                   NUMBER (numbers, index)->first };
}

/* Whether the number is of what came in: by its verb, or as the sum of such numbers ("in all 103"). */
static gboolean
is_received (const char *text, GArray *numbers, guint index)
{
  for (;; index--)
    {
      NbSpan words = words_before (numbers, index);

      if (nb_span_has (text, words, "narrative.received") ||
          nb_span_has (text, words, "narrative.due"))
        return TRUE;
      words = nb_span_strip (text, words, "narrative.filler.comma");
      if (index == 0 || (nb_span_strip (text, words, "narrative.filler").first < words.end &&
                         !nb_span_has (text, words, "narrative.carried")))
        return FALSE;
    }
}

/* "… received, 470 closed, a rate of 94 %": what was closed stands before the per cent, or before what is left over. */
static gboolean
find_rate (const NbSentence *sentence, GArray *numbers, guint index, Ratio *ratio)
{
  const char *text = sentence->text;
  const NbNumber *last = NUMBER (numbers, index - 1);
  gboolean is_rest = index > 2 && is_case (last) &&
                     nb_span_has (text, words_before (numbers, index - 1), "narrative.rest");
  guint part = is_rest ? index - 2 : index - 1;
  NbDecimal all;

  if (part < 1 || !is_case (NUMBER (numbers, part)) || !is_case (NUMBER (numbers, part - 1)))
    return FALSE;
  ratio->part = NUMBER (numbers, part);
  ratio->whole = NUMBER (numbers, part - 1);
  if (ratio->part->approximate || ratio->whole->approximate || last->approximate)
    return FALSE;
  /* All that was due was closed, the others are carried over. */
  if (is_rest && nb_decimal_compare (ratio->percent->value, (NbDecimal){ 100, 0 }) == 0 &&
      nb_decimal_add (ratio->part->value, last->value, &all) &&
      nb_decimal_compare (all, ratio->whole->value) == 0)
    return FALSE;
  return nb_span_has (text, (NbSpan){ last->end, ratio->percent->first }, "narrative.rate") &&
         is_received (text, numbers, part - 1) &&
         nb_span_has (text, words_before (numbers, part), "narrative.closed") &&
         !has_ratio (numbers, ratio->percent) && !is_all_due (text, ratio);
}

/* "of 816 closed, 468 were granted, which is 57.4 %". */
static gboolean
find_share (const NbSentence *sentence, GArray *numbers, guint index, Ratio *ratio)
{
  NbSpan words = { ratio->part->end, ratio->percent->first };

  words = nb_span_strip (sentence->text, words, "narrative.filler.comma");
  if (!is_case (ratio->part) || ratio->part->approximate || words.first >= words.end ||
      nb_words_prefix ("narrative.share-of", sentence->text + words.first) == 0 ||
      has_ratio (numbers, ratio->percent))
    return FALSE;
  for (guint i = index - 1; i > 0; i--)
    {
      ratio->whole = NUMBER (numbers, i - 1);
      if (is_case (ratio->whole) && !ratio->whole->approximate &&
          nb_span_has (sentence->text, (NbSpan){ ratio->whole->end, NUMBER (numbers, i)->first },
                       "narrative.within"))
        return nb_decimal_compare (ratio->whole->value, ratio->part->value) >= 0;
    }
  return FALSE;
}

/* Whether the number is told as that of an earlier time, and not as by how many there are more or fewer. */
static gboolean
is_earlier (const char *text, GArray *numbers, guint index)
{
  NbSpan words = { 0, NUMBER (numbers, index)->first };

  for (guint i = index; i > 0 && words.first == 0; i--)
    if (NUMBER (numbers, i - 1)->kind != NB_NUMBER_OTHER)
      words.first = NUMBER (numbers, i - 1)->end;
  return nb_span_has (text, words, "narrative.against") &&
         nb_span_has (text, words, "narrative.against.when") &&
         !nb_span_has (text, words, "narrative.rise") &&
         !nb_span_has (text, words, "narrative.fall");
}

/* "378, against 192 in the year before a growth of 96.9 %". */
static gboolean
find_growth (const NbSentence *sentence, GArray *numbers, guint index, Ratio *ratio)
{
  const char *text = sentence->text;
  const NbNumber *before = ratio->part;
  NbSpan words = { before->end, ratio->percent->first };
  gboolean rises = nb_span_has (text, words, "narrative.rise");

  if (!is_case (before) || before->approximate || nb_decimal_is_zero (before->value) ||
      memchr (text + words.first, ';', words.end - words.first) != NULL ||
      rises == nb_span_has (text, words, "narrative.fall") ||
      !is_earlier (text, numbers, index - 1))
    return FALSE;
  ratio->part = NULL;
  for (guint i = index - 1; i > 0; i--)
    {
      const NbNumber *now = NUMBER (numbers, i - 1);
      double change;

      if (!is_case (now))
        continue;
      change = nb_decimal_to_double (now->value) / nb_decimal_to_double (before->value) - 1;
      if (now->approximate || tells (ratio->percent, 100 * (rises ? change : -change)))
        return FALSE;
      if (ratio->part == NULL)
        ratio->part = now;
    }
  ratio->whole = before;
  return ratio->part != NULL;
}

/* --- Several parts --- */

/* The numbers between a whole and the per cent that are its parts; the whole is NULL where the sentence names none. */
static void
read_share (const NbSentence *sentence, GArray *numbers, guint index, Share *share)
{
  guint first = 0;

  memset (share, 0, sizeof *share);
  for (guint i = index - 1; i > 0 && share->whole == NULL; i--)
    {
      const NbNumber *whole = NUMBER (numbers, i - 1);
      NbSpan between = { whole->end, NUMBER (numbers, i)->first };

      if (is_case (whole) && !whole->approximate &&
          nb_span_has (sentence->text, between, "narrative.within"))
        share->whole = whole;
      first = i;
    }
  for (guint i = share->whole != NULL ? first : 0; i < index; i++)
    if (is_case (NUMBER (numbers, i)) && share->n_parts < MOST_PARTS)
      share->parts[share->n_parts++] = i;
}

/* The sum of the last @n parts; FALSE where one of them is rough. */
static gboolean
sum_parts (const Share *share, GArray *numbers, guint n, NbDecimal *sum)
{
  *sum = NB_DECIMAL_ZERO;
  for (guint i = share->n_parts - n; i < share->n_parts; i++)
    {
      const NbNumber *part = NUMBER (numbers, share->parts[i]);

      if (part->approximate || !nb_decimal_add (*sum, part->value, sum))
        return FALSE;
    }
  return TRUE;
}

/* How many parts "the two kinds together" says that there are; all of them where it says nothing. */
static guint
count_named (const char *text, NbSpan words, guint all)
{
  static const char *const roles[] = { "narrative.two", "narrative.three" };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (nb_span_has (text, words, roles[i]))
      return i + 2;
  return all;
}

/* "153 + 31 = 184 / 310" */
static char *
write_sum (const Share *share, GArray *numbers, guint n, NbDecimal sum)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *relation = nb_check_relation (sum, "/", share->whole->value);

  for (guint i = share->n_parts - n; i < share->n_parts; i++)
    {
      g_autofree char *part = nb_decimal_to_string (NUMBER (numbers, share->parts[i])->value);

      g_string_append_printf (out, "%s %s ", part, i + 1 < share->n_parts ? "+" : "=");
    }
  return g_strconcat (out->str, relation, NULL);
}

static NbFinding *
tell_numbers (NbCheck *check,
              const NbSentence *sentence,
              NbDecimal part,
              NbDecimal whole,
              const NbNumber *percent,
              const char *message)
{
  NbFinding *finding = nb_check_add (check, "N-06");

  nb_finding_set_message (finding, message);
  nb_finding_add_number (finding, part);
  nb_finding_add_number (finding, whole);
  nb_finding_add_number (finding, percent->value);
  nb_finding_set_relation (finding, nb_check_relation (part, "/", whole));
  nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
  return finding;
}

/* "310, of which 153 and 31, together 59.4 %": any of the last parts may be meant, but some sum must come out. */
static void
check_sum (NbCheck *check, const NbSentence *sentence, GArray *numbers, guint index)
{
  const char *text = sentence->text;
  const NbNumber *percent = NUMBER (numbers, index);
  NbSpan words = words_before (numbers, index);
  Share share;
  NbDecimal sum;
  guint n;

  if (!nb_span_has (text, words, "narrative.together") ||
      !nb_span_has (text, words, "narrative.share-of") || has_ratio (numbers, percent))
    return;
  read_share (sentence, numbers, index, &share);
  if (share.whole == NULL || share.n_parts < 2)
    return;
  for (n = 2; n <= share.n_parts; n++)
    if (!sum_parts (&share, numbers, n, &sum) || is_ratio_of (percent, sum, share.whole->value))
      return;
  n = MIN (count_named (text, words, share.n_parts), share.n_parts);
  if (!sum_parts (&share, numbers, n, &sum) || nb_decimal_compare (sum, share.whole->value) > 0)
    return;
  nb_finding_set_relation (tell_numbers (check, sentence, sum, share.whole->value, percent,
                                         N_ ("{1} of {2} is not {3} per cent.")),
                           write_sum (&share, numbers, n, sum));
}

/* How many per cents follow each other as a list, from @index on. */
static guint
count_percents (const char *text, GArray *numbers, guint index)
{
  guint n = 1;

  for (guint i = index + 1; i < numbers->len; i++, n++)
    {
      NbSpan between = words_before (numbers, i);

      if (NUMBER (numbers, i)->kind != NB_NUMBER_PERCENT || between.first == between.end ||
          nb_span_strip (text, between, "narrative.list").first < between.end)
        break;
    }
  return n;
}

/* "120, 80 and 50, which is 48 %, 32 % and 20 %": each of the whole, or of the sum where none is named. */
static void
check_list (NbCheck *check, const NbSentence *sentence, GArray *numbers, guint index)
{
  guint n = count_percents (sentence->text, numbers, index);
  NbSpan words = words_before (numbers, index);
  NbDecimal whole;
  Share share;

  if (n < 2 || !nb_span_has (sentence->text, words, "narrative.respectively") ||
      !nb_span_has (sentence->text, words, "narrative.share-of"))
    return;
  read_share (sentence, numbers, index, &share);
  if (share.n_parts < n || share.parts[share.n_parts - n] != index - n ||
      !sum_parts (&share, numbers, n, &whole))
    return;
  if (share.whole != NULL)
    whole = share.whole->value;
  else if (share.n_parts > n)
    return;
  for (guint i = 0; i < n; i++)
    {
      const NbNumber *percent = NUMBER (numbers, index + i);
      NbDecimal part = NUMBER (numbers, index - n + i)->value;

      if (!percent->approximate && nb_decimal_compare (part, whole) <= 0 &&
          !is_ratio_of (percent, part, whole) && !has_ratio (numbers, percent))
        tell_numbers (check, sentence, part, whole, percent,
                      N_ ("{1} of {2} is not {3} per cent."));
    }
}

/* --- Of what the table says --- */

/* "which is 54.1 % of all that were closed": whether the table has a number that makes it come out. */
static gboolean
agrees_with_table (NbCheck *check, const NbNumber *percent, NbDecimal part, NbSum *named)
{
  static const char *const roles[] = { "requests.closed", "requests.received",
                                       "requests.carried_in" };
  NbDecimal received = NB_DECIMAL_ZERO;
  NbSum sum;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (!nb_check_sum (check, roles[i], &sum))
        return TRUE;
      if (i == 0)
        *named = sum;
      else if (!nb_decimal_add (received, sum.value, &received))
        return TRUE;
      if (is_ratio_of (percent, part, i == 0 ? sum.value : received))
        return TRUE;
    }
  return FALSE;
}

static void
check_table_share (NbCheck *check, const NbSentence *sentence, GArray *numbers, guint index)
{
  const char *text = sentence->text;
  const NbNumber *percent = NUMBER (numbers, index), *part = NUMBER (numbers, index - 1);
  NbSpan words = words_before (numbers, index);
  NbSpan before = { 0, percent->first };
  NbFinding *finding;
  NbSum closed;
  Share share;
  NbDecimal sum;

  words = nb_span_strip (text, words, "narrative.filler.comma");
  if (part->kind != NB_NUMBER_CASES || part->approximate || words.first >= words.end ||
      nb_words_prefix ("narrative.share-of.closed", text + words.first) == 0 ||
      !nb_words_has ("narrative.requests", text, sentence->length) ||
      nb_span_has (text, before, "narrative.time") || has_ratio (numbers, percent))
    return;
  read_share (sentence, numbers, index, &share);
  if (share.whole != NULL)
    return;
  for (guint n = 1; n <= share.n_parts; n++)
    if (!sum_parts (&share, numbers, n, &sum) || agrees_with_table (check, percent, sum, &closed))
      return;
  if (share.n_parts == 0 || nb_decimal_compare (part->value, closed.value) > 0)
    return;
  finding = tell_numbers (check, sentence, part->value, closed.value, percent,
                          N_ ("{1} of {2} is not {3} per cent."));
  nb_check_add_sum_terms (finding, &closed, TRUE);
}

static void
tell (NbCheck *check, const NbSentence *sentence, const Ratio *ratio, const char *message)
{
  tell_numbers (check, sentence, ratio->part->value, ratio->whole->value, ratio->percent, message);
}

/**
 * nb_rules_ratios_run:
 * @check: the report
 * @sentence: a sentence of it
 * @numbers: (element-type NbNumber): its numbers
 *
 * Holds the per cents of a sentence against its numbers.
 */
void
nb_rules_ratios_run (NbCheck *check, const NbSentence *sentence, GArray *numbers)
{
  for (guint i = 1; i < numbers->len; i++)
    {
      Ratio ratio = { NUMBER (numbers, i), NUMBER (numbers, i - 1), NULL };
      Ratio growth = ratio;

      if (ratio.percent->kind != NB_NUMBER_PERCENT || ratio.percent->approximate)
        continue;
      if (find_rate (sentence, numbers, i, &ratio) || find_share (sentence, numbers, i, &ratio))
        tell (check, sentence, &ratio, N_ ("{1} of {2} is not {3} per cent."));
      else if (find_growth (sentence, numbers, i, &growth))
        tell (check, sentence, &growth, N_ ("From {2} to {1} is not {3} per cent."));
      else
        {
          check_sum (check, sentence, numbers, i);
          check_list (check, sentence, numbers, i);
          check_table_share (check, sentence, numbers, i);
        }
    }
}
