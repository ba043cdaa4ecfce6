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

/* A per cent and the two numbers that it should be made of. */
typedef struct
{
  const NbNumber *percent;
  const NbNumber *part;
  const NbNumber *whole;
} Ratio;

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

  for (guint i = 0; i < percent->places; i++)
    unit /= 10;
  return ratio - told < unit && told - ratio <= unit / 2 + 1e-9;
}

static gboolean
is_ratio (const NbNumber *percent, const NbNumber *part, const NbNumber *whole)
{
  return !nb_decimal_is_zero (whole->value) &&
         nb_decimal_compare (part->value, whole->value) <= 0 &&
         tells (percent,
                100 * nb_decimal_to_double (part->value) / nb_decimal_to_double (whole->value));
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

/* "… received, 470 closed, a rate of 94 %": the per cent stands behind a number that was closed. */
static gboolean
find_rate (const NbSentence *sentence, GArray *numbers, guint index, Ratio *ratio)
{
  NbSpan words, chunk, first;

  if (index < 2 || !is_case (ratio->part) || !is_case (NUMBER (numbers, index - 2)))
    return FALSE;
  ratio->whole = NUMBER (numbers, index - 2);
  if (ratio->part->approximate || ratio->whole->approximate)
    return FALSE;
  words = (NbSpan){ ratio->part->end, ratio->percent->first };
  chunk = (NbSpan){ ratio->whole->end, ratio->part->first };
  first = (NbSpan){ index > 2 ? NUMBER (numbers, index - 3)->end : 0, ratio->whole->first };
  return nb_span_has (sentence->text, words, "narrative.rate") &&
         nb_span_has (sentence->text, first, "narrative.received") &&
         nb_span_has (sentence->text, chunk, "narrative.closed") &&
         !has_ratio (numbers, ratio->percent) && !is_all_due (sentence->text, ratio);
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

static void
tell (NbCheck *check, const NbSentence *sentence, const Ratio *ratio, const char *message)
{
  NbFinding *finding = nb_check_add (check, "N-06");

  nb_finding_set_message (finding, message);
  nb_finding_add_number (finding, ratio->part->value);
  nb_finding_add_number (finding, ratio->whole->value);
  nb_finding_add_number (finding, ratio->percent->value);
  nb_finding_set_relation (finding,
                           nb_check_relation (ratio->part->value, "/", ratio->whole->value));
  nb_finding_add_quote (finding, sentence->section, sentence->offset, sentence->size);
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
    }
}
