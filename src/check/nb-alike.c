/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The evidence of two texts that are alike: the longest sentences that stand in both, each beside the one that
 * it repeats. Numbers and punctuation do not count, as they do not for the share. Any thread; reports are only read.
 */

#include "nb-check-private.h"

#include "nb-similarity.h"

/* Pairs that are shown, and as many that stand word for word are enough. */
#define MOST_PAIRS 6
#define ENOUGH     3

/* Bytes of a sentence that is not the same by chance: ten characters. */
#define LONG_SENTENCE 30

/* Sentences of one report that are looked at. */
#define MOST_SENTENCES 200

/* From this share of its runs a sentence is another one with some words exchanged. */
#define REWORDED 0.6

/* A sentence of one report and what it is compared by. */
typedef struct
{
  const NbSentence *sentence; /* borrowed of the prose */
  char *key;                  /* (owned) */
  NbShingles *shingles;       /* (owned) (nullable): made when it is asked for */
} Spoken;

typedef struct
{
  const NbSentence *own;
  const NbSentence *other;
  gsize weight;
} Pair;

static void
clear_spoken (gpointer data)
{
  Spoken *self = data;

  g_free (self->key);
  g_clear_pointer (&self->shingles, nb_shingles_free);
}

static GArray *
list_sentences (const NbProse *prose, const char *const *sections)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Spoken));

  g_array_set_clear_func (list, clear_spoken);
  for (guint i = 0; i < prose->n_sentences && list->len < MOST_SENTENCES; i++)
    {
      const NbSentence *sentence = nb_prose_get (prose, i);
      Spoken spoken = { .sentence = sentence };

      if (sentence->section == NULL || sentence->length < LONG_SENTENCE ||
          !g_strv_contains (sections, sentence->section))
        continue;
      spoken.key = nb_similarity_dup_key (sentence->text, sentence->length);
      g_array_append_val (list, spoken);
    }
  return list;
}

/* Those that stand in both word for word. */
static void
pair_same (GArray *pairs, GArray *own, GArray *other)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = other->len; i > 0; i--)
    {
      Spoken *spoken = &g_array_index (other, Spoken, i - 1);

      g_hash_table_insert (known, spoken->key, (gpointer) spoken->sentence);
    }
  for (guint i = 0; i < own->len; i++)
    {
      const Spoken *spoken = &g_array_index (own, Spoken, i);
      Pair pair = { spoken->sentence, g_hash_table_lookup (known, spoken->key),
                    spoken->sentence->length };

      if (pair.other != NULL)
        g_array_append_val (pairs, pair);
    }
}

static const NbShingles *
need_shingles (Spoken *self)
{
  const char *texts[] = { self->key, NULL };

  if (self->shingles == NULL)
    self->shingles = nb_shingles_new (texts);
  return self->shingles;
}

/* Where whole sentences are not the same, those that repeat most of another. */
static void
pair_reworded (GArray *pairs, GArray *own, GArray *other, GCancellable *cancellable)
{
  g_array_set_size (pairs, 0);
  for (guint i = 0; i < own->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Spoken *spoken = &g_array_index (own, Spoken, i);
      double best = REWORDED;
      Pair pair = { .own = spoken->sentence };

      for (guint j = 0; j < other->len; j++)
        {
          Spoken *rival = &g_array_index (other, Spoken, j);
          double share = nb_shingles_contain (need_shingles (spoken), need_shingles (rival));

          if (share < best || (pair.other != NULL && share <= best))
            continue;
          best = share;
          pair.other = rival->sentence;
          pair.weight = (gsize) (share * (double) spoken->sentence->length);
        }
      if (pair.other != NULL)
        g_array_append_val (pairs, pair);
    }
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *two = b;

  return one->weight > two->weight ? -1 : one->weight < two->weight;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *two = b;

  return one->own->offset < two->own->offset ? -1 : one->own->offset > two->own->offset;
}

/**
 * nb_alike_quote:
 * @finding: a finding that is being made
 * @other: a report that its own is like
 * @sections: (array zero-terminated=1): keys of the sections that are
 * @cancellable: (nullable): gives up; the finding then quotes less
 *
 * Adds the longest sentences that the reports share, in the order of the text.
 */
void
nb_alike_quote (NbFinding *finding,
                NbReport *other,
                const char *const *sections,
                GCancellable *cancellable)
{
  g_autoptr (NbProse) prose = NULL;
  g_autoptr (NbProse) other_prose = NULL;
  g_autoptr (GArray) own_list = NULL;
  g_autoptr (GArray) other_list = NULL;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  if (g_cancellable_is_cancelled (cancellable))
    return;
  prose = nb_prose_new (nb_finding_get_report (finding));
  other_prose = nb_prose_new (other);
  own_list = list_sentences (prose, sections);
  other_list = list_sentences (other_prose, sections);
  pair_same (pairs, own_list, other_list);
  if (pairs->len < ENOUGH)
    pair_reworded (pairs, own_list, other_list, cancellable);
  g_array_sort (pairs, compare_weights);
  g_array_set_size (pairs, MIN (pairs->len, MOST_PAIRS));
  g_array_sort (pairs, compare_places);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      nb_finding_add_quote (finding, pair->own->section, pair->own->offset, pair->own->size);
      nb_finding_add_echo (finding, other, pair->other->section, pair->other->offset,
                           pair->other->size);
    }
}
