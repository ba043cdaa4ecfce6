/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search in the text of a document, without regard to the case of Latin letters. Any thread. */

#include "nb-text-find.h"

#include <string.h>

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
  gsize wanted = strlen (query);
  gsize at = 0;

  while (wanted > 0 && at + wanted <= length && hits->len < NB_LIMIT_TEXT_HITS)
    if (g_ascii_strncasecmp (text + at, query, wanted) == 0)
      {
        const NbTextHit hit = { at, wanted };

        g_array_append_val (hits, hit);
        at += wanted;
      }
    else
      at++;
}
