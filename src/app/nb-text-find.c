/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Search in the text of a document: without regard to the case of letters and to full-width forms, and a
 * word that the source letter-spaces is found as well. Any thread.
 */

#include "nb-text-find.h"

#include <string.h>

enum
{
  MOST_QUERY = 200, /* characters of a query that count */
};

static gunichar
fold (gunichar character)
{
  if (character >= 0xff01 && character <= 0xff5e)
    character -= 0xfee0;
  if (character == 0x3000 || character == 0xa0 || character == '\t')
    return ' ';
  /* Han characters know no case, and they are nearly all of the text. */
  return character < 0x2e80 ? g_unichar_tolower (character) : character;
}

static gunichar
folded_at (const char *at)
{
  guchar byte = (guchar) *at;

  return byte < 0x80 ? fold (byte) : fold (g_utf8_get_char (at));
}

/* The query folded, blanks at its ends left out and runs of them made one. */
static guint
fold_query (const char *query, gunichar *folded)
{
  guint n_folded = 0;

  for (const char *at = query; *at != '\0' && n_folded < MOST_QUERY; at = g_utf8_next_char (at))
    {
      gunichar character = folded_at (at);

      if (character == '\n' || character == '\r')
        character = ' ';
      if (character != ' ' || (n_folded > 0 && folded[n_folded - 1] != ' '))
        folded[n_folded++] = character;
    }
  return n_folded > 0 && folded[n_folded - 1] == ' ' ? n_folded - 1 : n_folded;
}

static gboolean
is_alnum (gunichar character)
{
  return character < 0x80 && g_ascii_isalnum ((char) character);
}

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && folded_at (at) == ' ')
    at = g_utf8_next_char (at);
  return at;
}

/* Where the match that begins at @at ends; %NULL for none. Blanks between the letters of a word are passed
 * over, but not between digits or Latin letters, where they part two words. */
static const char *
match (const char *at, const char *end, const gunichar *query, guint n_query)
{
  gunichar before = 0;

  for (guint i = 0; i < n_query; i++)
    {
      if (query[i] == ' ')
        {
          at = skip_blanks (at, end);
          continue;
        }
      if (i > 0 && at < end && folded_at (at) == ' ' && !(is_alnum (before) && is_alnum (query[i])))
        at = skip_blanks (at, end);
      if (at >= end || folded_at (at) != query[i])
        return NULL;
      before = query[i];
      at = g_utf8_next_char (at);
    }
  return at;
}

/**
 * nb_text_find_all:
 * @text: UTF-8
 * @length: its length in bytes
 * @query: what to look for
 * @hits: (element-type NbTextHit): where to put the occurrences, in order; they do not overlap
 *
 * Finds at most NB_LIMIT_TEXT_HITS occurrences. An empty query has none.
 */
void
nb_text_find_all (const char *text, gsize length, const char *query, GArray *hits)
{
  gunichar folded[MOST_QUERY];
  guint n_folded = fold_query (query, folded);
  const char *end = text + length;

  for (const char *at = text; n_folded > 0 && at < end && hits->len < NB_LIMIT_TEXT_HITS;)
    {
      const char *after = folded_at (at) == folded[0] ? match (at, end, folded, n_folded) : NULL;

      if (after != NULL)
        {
          const NbTextHit hit = { (gsize) (at - text), (gsize) (after - at) };

          g_array_append_val (hits, hit);
        }
      at = after != NULL ? after : g_utf8_next_char (at);
    }
}
