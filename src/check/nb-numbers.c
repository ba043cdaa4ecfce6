/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The numbers of a folded sentence: Arabic ones with their separators, Chinese ones where a counter follows,
 * both with the multipliers for 10 000 and 100 000 000. Which characters these are is data
 * (data/forms/words.xml). Any thread.
 */

#include "nb-numbers.h"

#include <string.h>

#include "form/nb-form.h"
#include "report/nb-words.h"

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
} Reader;

/* --- Words that stand for numbers: "word=value" --- */

/* The bytes of the word of @role at @text, and its value. */
static gsize
match_value (const char *role, const char *text, gint64 *value)
{
  const char *const *words = nb_forms_get_words (role);

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *word = words[i];
      gsize n = 0;

      while (word[n] != '=' && word[n] != '\0' && word[n] == text[n])
        n++;
      if (n == 0 || word[n] != '=')
        continue;
      *value = g_ascii_strtoll (word + n + 1, NULL, 10);
      return n;
    }
  return 0;
}

/* --- Digits --- */

static gboolean
is_group (const char *p)
{
  return p[0] == ',' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) &&
         g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]);
}

/* The bytes of an Arabic number at @text; separators of thousands only where they are whole. */
static gsize
match_arabic (const char *text)
{
  const char *p = text;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == text)
    return 0;
  if (p - text <= 3)
    while (is_group (p))
      p += 4;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p);)
      p++;
  return (gsize) (p - text);
}

static gboolean
parse_arabic (const char *text, gsize length, NbNumber *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *point = memchr (text, '.', length);

  for (gsize i = 0; i < length; i++)
    if (text[i] != ',')
      g_string_append_c (digits, text[i]);
  number->places = point != NULL ? (int) (text + length - point - 1) : 0;
  return nb_decimal_parse (digits->str, (gssize) digits->len, &number->value);
}

/* Multiplies by a power of ten. */
static gboolean
shift (NbNumber *number, guint zeros)
{
  number->places -= (int) zeros;
  return nb_decimal_shift (number->value, (int) zeros, &number->value);
}

/* --- Chinese numerals --- */

/* Reads a numeral as it is spoken: tens, hundreds and thousands within each ten thousand. */
static gsize
match_chinese (const char *text, gint64 *value)
{
  gint64 total = 0, group = 0, digit = 0, number;
  gsize used = 0, n;

  while (used < 64 && (n = match_value ("number.numeral", text + used, &number)) > 0)
    {
      used += n;
      if (number < 10)
        digit = digit * (group == 0 && total == 0 ? 10 : 1) + number;
      else if (number < 10000)
        {
          group += (digit == 0 ? 1 : digit) * number;
          digit = 0;
        }
      else
        {
          total += (group + digit) * number;
          group = digit = 0;
        }
    }
  *value = total + group + digit;
  return used;
}

/* --- What follows a number --- */

static guint
count_zeros (gint64 value)
{
  guint zeros = 0;

  for (; value >= 10; value /= 10)
    zeros++;
  return zeros;
}

static gsize
read_multiplier (const char *text, NbNumber *number)
{
  gint64 value;
  gsize n = match_value ("number.multiplier", text, &value);

  return n > 0 && shift (number, count_zeros (value)) ? n : 0;
}

/* Money is kept in units of 10 000 yuan: four places less. */
static gboolean
take_money (NbNumber *number)
{
  number->places += 4;
  return nb_decimal_shift (number->value, -4, &number->value);
}

static gboolean
has_point (const Reader *self, const NbNumber *number)
{
  return memchr (self->text + number->first, '.', number->counter - number->first) != NULL;
}

static void
read_counter (Reader *self, NbNumber *number)
{
  const char *p = self->text + self->at;
  gsize other, n;

  n = nb_words_prefix ("number.rough.after", p);
  number->approximate |= n > 0;
  p += n;
  number->counter = (gsize) (p - self->text);
  other = nb_words_prefix ("number.counter.other", p);
  if (*p == '%')
    {
      number->kind = NB_NUMBER_PERCENT;
      n = 1;
    }
  else if ((n = nb_words_prefix ("money.yuan", p)) > 0 && take_money (number))
    number->kind = NB_NUMBER_MONEY;
  else if ((n = nb_words_prefix ("narrative.counters", p)) > other)
    number->kind = NB_NUMBER_CASES;
  else if ((n = nb_words_prefix ("number.counter.items", p)) > other)
    number->kind = NB_NUMBER_ITEMS;
  else
    n = other;
  /* "5 ten thousands" of cases without a point are meant to the last one. */
  if (number->kind != NB_NUMBER_MONEY && number->places < 0 && !has_point (self, number))
    number->places = 0;
  self->at = (gsize) (p - self->text) + n;
  number->end = self->at;
  number->approximate |= nb_words_prefix ("number.rough.behind", self->text + self->at) > 0;
}

static gboolean
is_rough_before (const Reader *self, gsize first)
{
  return nb_words_suffix ("number.rough.before", self->text, first) > 0;
}

static gboolean
read_arabic (Reader *self, GArray *numbers)
{
  NbNumber number = { .kind = NB_NUMBER_OTHER, .first = self->at };
  const char *p = self->text + self->at;
  gsize n = match_arabic (p);

  if (n == 0)
    return FALSE;
  self->at += n;
  number.end = number.counter = self->at;
  if (!parse_arabic (p, n, &number))
    {
      g_array_append_val (numbers, number);
      return TRUE;
    }
  self->at += read_multiplier (self->text + self->at, &number);
  number.approximate = is_rough_before (self, number.first);
  if (nb_words_suffix ("number.ordinal", self->text, number.first) == 0)
    read_counter (self, &number);
  else
    number.end = number.counter = self->at;
  g_array_append_val (numbers, number);
  return TRUE;
}

/* A numeral is a number only where a counter of cases follows and no word before makes it a phrase. */
static gboolean
read_chinese (Reader *self, GArray *numbers)
{
  NbNumber number = { .kind = NB_NUMBER_OTHER, .first = self->at };
  gint64 value;
  gsize n = match_chinese (self->text + self->at, &value), begin = self->at;

  if (n == 0)
    return FALSE;
  self->at += n;
  number.value = (NbDecimal){ value, 0 };
  number.end = number.counter = self->at;
  number.approximate = is_rough_before (self, number.first);
  read_counter (self, &number);
  if (number.kind != NB_NUMBER_OTHER && number.kind != NB_NUMBER_PERCENT &&
      nb_words_suffix ("number.phrase", self->text, begin) == 0)
    g_array_append_val (numbers, number);
  else
    self->at = begin + n;
  return TRUE;
}

/**
 * nb_numbers_read:
 * @text: folded text
 * @length: its bytes
 *
 * Reads every number of a sentence.
 *
 * Returns: (transfer full) (element-type NbNumber): the numbers, in order
 */
GArray *
nb_numbers_read (const char *text, gsize length)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (NbNumber));
  Reader self = { text, length, 0 };

  while (self.at < length)
    if (!read_arabic (&self, numbers) && !read_chinese (&self, numbers))
      self.at += g_utf8_skip[(guchar) text[self.at]];
  return numbers;
}
