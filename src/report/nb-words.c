/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Looking for the domain's words (data/forms/words.xml) in folded text. No word stands in C: a list
 * is named by its role. Where several words of a list fit, the longest does. Any thread.
 */

/* memmem(): g_strstr_len() is ten times slower where a word is not in a long text. */
#define _GNU_SOURCE

#include "nb-words.h"

#include "form/nb-form.h"

#include <string.h>

/* The bytes of @word where @text begins with it, else 0. Asked for at every character: no call is worth it. */
static inline gsize
match_word (const char *text, const char *word)
{
  gsize n = 0;

  while (word[n] != '\0' && word[n] == text[n])
    n++;
  return word[n] == '\0' ? n : 0;
}

/**
 * nb_words_prefix:
 * @role: role of a list of words
 * @text: folded text
 *
 * Returns: the bytes of the longest word that @text begins with, 0 for none
 */
gsize
nb_words_prefix (const char *role, const char *text)
{
  const char *const *words = nb_forms_get_words (role);
  gsize longest = 0;

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      gsize n = match_word (text, words[i]);

      longest = MAX (longest, n);
    }
  return longest;
}

/**
 * nb_words_suffix:
 * @role: role of a list of words
 * @text: folded text
 * @length: its length in bytes
 *
 * Returns: the bytes of the longest word that @text ends with, 0 for none
 */
gsize
nb_words_suffix (const char *role, const char *text, gsize length)
{
  const char *const *words = nb_forms_get_words (role);
  gsize longest = 0;

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);

      if (n > longest && n <= length && memcmp (text + length - n, words[i], n) == 0)
        longest = n;
    }
  return longest;
}

/**
 * nb_words_find:
 * @role: role of a list of words
 * @text: folded text
 * @length: its length in bytes
 * @found: (out) (optional): the bytes of the word found
 *
 * Finds the first place where one of the words stands.
 *
 * Returns: (transfer none) (nullable): that place in @text
 */
const char *
nb_words_find (const char *role, const char *text, gsize length, gsize *found)
{
  const char *const *words = nb_forms_get_words (role);
  const char *first = NULL;
  gsize longest = 0;

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);
      const char *place = memmem (text, length, words[i], n);

      if (place == NULL || (first != NULL && (place > first || (place == first && n <= longest))))
        continue;
      first = place;
      longest = n;
    }
  if (found != NULL)
    *found = longest;
  return first;
}

/**
 * nb_words_has:
 * @role: role of a list of words
 * @text: folded text
 * @length: its length in bytes
 *
 * Returns: whether one of the words stands anywhere in @text
 */
gboolean
nb_words_has (const char *role, const char *text, gsize length)
{
  const char *const *words = nb_forms_get_words (role);

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    if (memmem (text, length, words[i], strlen (words[i])) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * nb_words_equal:
 * @role: role of a list of words
 * @text: folded text
 *
 * Returns: whether @text is one of the words
 */
gboolean
nb_words_equal (const char *role, const char *text)
{
  return *text != '\0' && nb_words_prefix (role, text) == strlen (text);
}
