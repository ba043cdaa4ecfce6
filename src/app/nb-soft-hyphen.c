/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a long word in the head of a narrow column may be parted: seven columns of "organisations" and
 * "enterprises" are wider than the numbers below them by half. Any thread.
 */

#include "nb-soft-hyphen.h"

#include <string.h>

enum
{
  LONG_WORD = 10, /* letters */
  LEAST_PART = 4,
};

static gboolean
is_vowel (char letter)
{
  return strchr ("aeiouyAEIOUY", letter) != NULL;
}

/* Before a consonant that a vowel follows: so that a part begins as a syllable does. */
static gsize
find_break (const char *word, gsize length)
{
  gsize best = 0;

  for (gsize at = LEAST_PART; at + LEAST_PART <= length; at++)
    {
      gboolean opens = !is_vowel (word[at]) && is_vowel (word[at + 1]);
      gboolean opens_pair = !is_vowel (word[at]) && strchr ("lr", word[at + 1]) != NULL &&
                            is_vowel (word[at + 2]);
      gboolean within_pair = strchr ("lr", word[at]) != NULL && strchr ("bcdfgpt", word[at - 1]);

      if ((opens || opens_pair) && !within_pair &&
          (best == 0 ||
           ABS (2 * (gssize) at - (gssize) length) < ABS (2 * (gssize) best - (gssize) length)))
        best = at;
    }
  return best;
}

/**
 * nb_soft_hyphen_dup:
 * @text: a few words
 *
 * Returns: (transfer full): the same with a soft hyphen near the middle of each long word of Latin letters
 */
char *
nb_soft_hyphen_dup (const char *text)
{
  GString *parted = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize length = 0, at;

      while (g_ascii_isalpha (text[length]))
        length++;
      at = length >= LONG_WORD ? find_break (text, length) : 0;
      g_string_append_len (parted, text, (gssize) at);
      if (at > 0)
        g_string_append (parted, "\u00ad");
      length = MAX (length, 1);
      g_string_append_len (parted, text + at, (gssize) (length - at));
      text += length;
    }
  return g_string_free (parted, FALSE);
}
