/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How much of one text stands in another: the share of its runs of five characters, after numbers
 * are masked, so that a report that only changed its year is alike in full. Any thread.
 */

#include "nb-similarity.h"

#include <stdlib.h>
#include <string.h>

#include "base/nb-text.h"

/* Characters of a run. */
#define RUN 5

/* Characters of one text that are looked at. */
#define MOST_CHARACTERS 100000

static int
compare_hashes (const void *a, const void *b)
{
  guint32 one = *(const guint32 *) a, two = *(const guint32 *) b;

  return one < two ? -1 : one > two;
}

/* The characters of a text; every number is one mark, punctuation is left out. */
static void
append_characters (GArray *characters, const char *text)
{
  g_autofree char *folded = nb_text_fold (text, -1);
  gboolean in_number = FALSE;

  for (const char *p = folded; *p != '\0' && characters->len < MOST_CHARACTERS;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar mark = '0';

      if (g_unichar_isdigit (c))
        {
          if (!in_number)
            g_array_append_val (characters, mark);
          in_number = TRUE;
          continue;
        }
      in_number = in_number && (c == '.' || c == ',');
      if (g_unichar_isalpha (c))
        g_array_append_val (characters, c);
    }
}

/**
 * nb_similarity_dup_key:
 * @text: a text
 * @length: its length in bytes
 *
 * Returns: (transfer full): its characters that count, the same for texts that are alike word for word
 */
char *
nb_similarity_dup_key (const char *text, gsize length)
{
  g_autofree char *own = g_strndup (text, length);
  g_autoptr (GArray) characters = g_array_new (FALSE, FALSE, sizeof (gunichar));

  append_characters (characters, own);
  return g_ucs4_to_utf8 ((const gunichar *) (gpointer) characters->data, characters->len, NULL,
                         NULL, NULL);
}

static guint32
hash_run (const gunichar *run)
{
  guint32 hash = 2166136261u;

  for (guint i = 0; i < RUN; i++)
    hash = (hash ^ run[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

/**
 * nb_shingles_new:
 * @texts: (array zero-terminated=1): texts that count as one
 *
 * Returns: (transfer full): the runs of the texts
 */
NbShingles *
nb_shingles_new (const char *const *texts)
{
  NbShingles *self = g_new0 (NbShingles, 1);
  g_autoptr (GArray) characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  guint n = 0;

  for (guint i = 0; texts[i] != NULL; i++)
    append_characters (characters, texts[i]);
  self->n = characters->len >= RUN ? characters->len - RUN + 1 : 0;
  self->hashes = g_new (guint32, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    self->hashes[i] = hash_run (&g_array_index (characters, gunichar, i));
  qsort (self->hashes, self->n, sizeof (guint32), compare_hashes);
  for (guint i = 0; i < self->n; i++)
    if (i == 0 || self->hashes[i] != self->hashes[i - 1])
      self->hashes[n++] = self->hashes[i];
  self->n = n;
  return self;
}

void
nb_shingles_free (NbShingles *self)
{
  g_free (self->hashes);
  g_free (self);
}

/**
 * nb_shingles_contain:
 * @self: a text
 * @other: another one
 *
 * Returns: the share of @self that stands in @other, 0 to 1; 0 for an empty text
 */
double
nb_shingles_contain (const NbShingles *self, const NbShingles *other)
{
  guint i = 0, j = 0, common = 0;

  while (i < self->n && j < other->n)
    {
      if (self->hashes[i] == other->hashes[j])
        {
          common++;
          i++;
          j++;
        }
      else if (self->hashes[i] < other->hashes[j])
        i++;
      else
        j++;
    }
  return self->n > 0 ? (double) common / self->n : 0;
}

/**
 * nb_shingles_sample:
 * @self: a text
 * @sample: (out caller-allocates) (nullable): takes them; %NULL only counts
 *
 * The runs that stand for the text in a search: always the same ones, so that alike texts share them.
 *
 * Returns: how many
 */
guint
nb_shingles_sample (const NbShingles *self, guint32 *sample)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->hashes[i] % NB_SHINGLES_SAMPLE == 0)
      {
        if (sample != NULL)
          sample[n] = self->hashes[i];
        n++;
      }
  return n;
}
