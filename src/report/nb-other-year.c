/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Words that say of what stands beside or below them that it is another year's: "上年总计", "2023年制发件数" in a report
 * of 2024, "（2023年）" behind a number. What is carried over from last year, and a day, say nothing of that kind.
 *
 * Any thread.
 */

#include "nb-other-year.h"

#include "nb-identity-title.h"
#include "nb-words.h"

#include <string.h>

/* Where such words stand in a text. */
typedef struct
{
  gsize offset, length;
} Phrase;

static gboolean
is_opening (char c)
{
  return c == '(' || c == '[' || c == ':' || c == ',' || c == '/';
}

static gboolean
is_closing (char c)
{
  return c == '\0' || c == ')' || c == ']' || c == ':' || c == ',';
}

/* "last year" at the beginning of a text or of a bracket, and not what has come from it. */
static gboolean
find_word (const char *folded, Phrase *phrase)
{
  for (const char *p = folded; *p != '\0'; p++)
    {
      gsize n = p == folded || is_opening (p[-1]) ? nb_words_prefix ("year.last", p) : 0;

      if (n == 0 || nb_words_prefix ("year.last.other", p + n) > 0)
        continue;
      *phrase = (Phrase){ (gsize) (p - folded), n };
      return TRUE;
    }
  return FALSE;
}

/* A year other than @own, at either end of a text or of a bracket; no day, and no other year beside it. */
static gboolean
find_year (const char *folded, guint own, Phrase *phrase)
{
  gsize n = strlen (folded), offset = 0, second;
  guint year = 0, other;
  gsize used = own != 0 ? nb_title_find_year (folded, n, &offset, &year) : 0;
  const char *rest = folded + offset + used;
  gboolean is_signed;

  if (used == 0 || year == own)
    return FALSE;
  is_signed = nb_words_suffix ("year.sign", folded, offset + used) > 0;
  if (is_signed ? offset > 0 && !is_opening (folded[offset - 1]) && !is_closing (*rest)
                : (offset > 0 && !is_opening (folded[offset - 1])) || !is_closing (*rest))
    return FALSE;
  if (g_ascii_isdigit (*rest) || nb_words_prefix ("year.last.other", rest) > 0 ||
      nb_title_find_year (rest, strlen (rest), &second, &other) > 0)
    return FALSE;
  *phrase = (Phrase){ offset, used };
  return TRUE;
}

/* Takes brackets and the colon off both ends. */
static char *
dup_bare (const char *folded)
{
  gsize first = strspn (folded, "([:"), n = strlen (folded);

  while (n > first && strchr (")]:", folded[n - 1]) != NULL)
    n--;
  return g_strndup (folded + first, n - first);
}

static gboolean
is_whole (const char *bare, const Phrase *phrase)
{
  const char *rest = bare + phrase->length;

  return phrase->offset == 0 && (*rest == '\0' || nb_words_equal ("year.last.rest", rest));
}

/**
 * nb_other_year_is_word:
 * @folded: folded text
 *
 * Returns: whether it is "last year", maybe with a word for its numbers, and nothing else
 */
gboolean
nb_other_year_is_word (const char *folded)
{
  g_autofree char *bare = dup_bare (folded);
  Phrase phrase;

  return find_word (bare, &phrase) && is_whole (bare, &phrase);
}

/**
 * nb_other_year_is_named:
 * @folded: folded text of a head
 * @own: the year that is meant where none is named, 0 where it is not known
 * @with_words: whether "last year" is another one
 *
 * Returns: whether it says that what stands below it is of another year
 */
gboolean
nb_other_year_is_named (const char *folded, guint own, gboolean with_words)
{
  Phrase phrase;

  return (with_words && find_word (folded, &phrase)) || find_year (folded, own, &phrase);
}

/**
 * nb_other_year_is_all:
 * @folded: folded text of a remark
 * @own: the year that is meant where none is named, 0 where it is not known
 *
 * Returns: whether it names another year, maybe with a word for its numbers, and nothing else
 */
gboolean
nb_other_year_is_all (const char *folded, guint own)
{
  g_autofree char *bare = dup_bare (folded);
  Phrase phrase;

  return (find_word (bare, &phrase) || find_year (bare, own, &phrase)) && is_whole (bare, &phrase);
}
