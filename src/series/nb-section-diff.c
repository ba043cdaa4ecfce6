/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What changed in the prose of a section. Sentences are aligned first, with years and numbers masked;
 * what is left over in one place is paired by likeness, and inside a pair the words are compared:
 *
 *   sentences ──nb_diff()──▶ equal but for numbers
 *                       └──▶ left over on both sides ──best pairing──▶ reworded, removed, added
 *
 * Any thread.
 */

#include "nb-section-diff.h"

#include <string.h>

#include "base/nb-limits.h"
#include "nb-sentences.h"

/* Two sentences of one place are the same one reworded from this share of equal words on. */
#define LEAST_LIKENESS 0.45

typedef struct
{
  NbSectionDiff *diff;
  NbSentences sides[2];
} Comparing;

/**
 * nb_text_change_kind_to_string:
 * @kind: what happened to a sentence
 *
 * Returns: "removed", "added", "changed" or "numbers"
 */
const char *
nb_text_change_kind_to_string (NbTextChangeKind kind)
{
  static const char *const words[] = { "removed", "added", "changed", "numbers" };

  return words[kind];
}

static void
clear_run_cb (gpointer data)
{
  g_free (((NbWordRun *) data)->text);
}

static void
change_free_cb (gpointer data)
{
  NbTextChange *change = data;

  g_free (change->a);
  g_free (change->b);
  g_array_unref (change->words);
  g_free (change);
}

static const NbSentence *
get_sentence (const NbSentences *side, guint i)
{
  return &g_array_index (side->sentences, NbSentence, i);
}

static const NbWord *
get_word (const NbSentences *side, guint i)
{
  return &g_array_index (side->words, NbWord, i);
}

/* Where sentence @i begins; behind the last one the end of the text. */
static guint
get_offset (const NbSentences *side, guint i)
{
  return i < side->sentences->len ? get_sentence (side, i)->offset : (guint) strlen (side->text);
}

static NbTextChange *
add_change (Comparing *self, NbTextChangeKind kind, guint a, guint b)
{
  NbTextChange *change = g_new0 (NbTextChange, 1);

  change->kind = kind;
  change->a_offset = get_offset (&self->sides[0], a);
  change->b_offset = get_offset (&self->sides[1], b);
  if (kind != NB_TEXT_ADDED)
    change->a = g_strndup (self->sides[0].text + change->a_offset,
                           get_sentence (&self->sides[0], a)->length);
  if (kind != NB_TEXT_REMOVED)
    change->b = g_strndup (self->sides[1].text + change->b_offset,
                           get_sentence (&self->sides[1], b)->length);
  change->words = g_array_new (FALSE, FALSE, sizeof (NbWordRun));
  g_array_set_clear_func (change->words, clear_run_cb);
  g_ptr_array_add (self->diff->changes, change);
  return change;
}

/* --- Words of a pair --- */

static guint *
list_words (const NbSentences *side, const NbSentence *sentence, gboolean masked)
{
  guint *list = g_new (guint, sentence->n_words);

  for (guint i = 0; i < sentence->n_words; i++)
    {
      const NbWord *word = get_word (side, sentence->first + i);

      list[i] = masked ? word->masked : word->exact;
    }
  return list;
}

static void
append_words (NbTextChange *change, const NbSentences *side, guint first, const NbDiffRun *run)
{
  const NbWord *start = get_word (side, first);
  const NbWord *end = get_word (side, first + run->length - 1);
  NbWordRun words = { .kind = run->kind };

  for (const NbWord *word = start; word <= end; word++)
    words.has_digit |= word->has_digit;
  words.text = g_strndup (side->text + start->offset, end->offset + end->length - start->offset);
  g_array_append_val (change->words, words);
}

/* The words of both sentences as they differ; returns the characters that are equal when masked. */
static guint
compare_words (Comparing *self, NbTextChange *change, guint a, guint b)
{
  const NbSentences *sides = self->sides;
  const NbSentence *left = get_sentence (&sides[0], a), *right = get_sentence (&sides[1], b);
  g_autofree guint *a_words = list_words (&sides[0], left, FALSE);
  g_autofree guint *b_words = list_words (&sides[1], right, FALSE);
  g_autofree guint *a_masked = list_words (&sides[0], left, TRUE);
  g_autofree guint *b_masked = list_words (&sides[1], right, TRUE);
  gboolean complete;
  g_autoptr (GArray) runs = nb_diff (a_words, left->n_words, b_words, right->n_words, &complete);
  g_autoptr (GArray) masked = nb_diff (a_masked, left->n_words, b_masked, right->n_words, NULL);
  guint n_equal = 0;

  self->diff->complete &= complete;
  for (guint i = 0; i < runs->len; i++)
    {
      const NbDiffRun *run = &g_array_index (runs, NbDiffRun, i);
      guint side = run->kind == NB_DIFF_REMOVED ? 0 : 1;

      append_words (change, &sides[side], side == 0 ? left->first + run->a : right->first + run->b,
                    run);
    }
  for (guint i = 0; i < masked->len; i++)
    {
      const NbDiffRun *run = &g_array_index (masked, NbDiffRun, i);

      for (guint j = 0; run->kind == NB_DIFF_EQUAL && j < run->length; j++)
        n_equal += get_word (&sides[0], left->first + run->a + j)->n_characters +
                   get_word (&sides[1], right->first + run->b + j)->n_characters;
    }
  return n_equal;
}

static void
add_pair (Comparing *self, NbTextChangeKind kind, guint a, guint b)
{
  NbTextChange *change = add_change (self, kind, a, b);

  self->diff->n_equal += compare_words (self, change, a, b);
}

/* --- Sentences of one place --- */

static int
compare_numbers_cb (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/* Share of words that two sentences share, in whatever order; both lists are sorted. */
static double
measure_likeness (const guint *a, guint n_a, const guint *b, guint n_b)
{
  guint i = 0, j = 0, n_shared = 0;

  while (i < n_a && j < n_b)
    {
      if (a[i] == b[j])
        {
          n_shared++;
          i++;
          j++;
        }
      else if (a[i] < b[j])
        i++;
      else
        j++;
    }
  return 2.0 * n_shared / (n_a + n_b);
}

static GPtrArray *
list_sorted (const NbSentences *side, guint first, guint n)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const NbSentence *sentence = get_sentence (side, first + i);
      guint *list = list_words (side, sentence, TRUE);

      qsort (list, sentence->n_words, sizeof *list, compare_numbers_cb);
      g_ptr_array_add (lists, list);
    }
  return lists;
}

/* The likeness of each pair, nought where it is too little for a pair. */
static double *
measure_pairs (Comparing *self, guint a, guint n_a, guint b, guint n_b)
{
  g_autoptr (GPtrArray) left = list_sorted (&self->sides[0], a, n_a);
  g_autoptr (GPtrArray) right = list_sorted (&self->sides[1], b, n_b);
  double *likeness = g_new0 (double, (gsize) n_a *n_b);

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      {
        double value = measure_likeness (
            left->pdata[i], get_sentence (&self->sides[0], a + i)->n_words, right->pdata[j],
            get_sentence (&self->sides[1], b + j)->n_words);

        likeness[i * n_b + j] = value >= LEAST_LIKENESS ? value : 0;
      }
  return likeness;
}

/* best[i][j]: the most likeness that pairs of the sentences from i and from j on can have, in order. */
static double *
add_up_pairs (const double *likeness, guint n_a, guint n_b)
{
  double *best = g_new0 (double, (gsize) (n_a + 1) * (n_b + 1));
  guint width = n_b + 1;

  for (guint i = n_a; i-- > 0;)
    for (guint j = n_b; j-- > 0;)
      {
        double skip = MAX (best[(i + 1) * width + j], best[i * width + j + 1]);
        double pair = likeness[i * n_b + j];

        best[i * width + j] = pair > 0 ? MAX (skip, pair + best[(i + 1) * width + j + 1]) : skip;
      }
  return best;
}

static void
pair_up (Comparing *self, guint a, guint n_a, guint b, guint n_b)
{
  g_autofree double *likeness = measure_pairs (self, a, n_a, b, n_b);
  g_autofree double *best = add_up_pairs (likeness, n_a, n_b);
  guint width = n_b + 1, i = 0, j = 0;

  while (i < n_a || j < n_b)
    {
      double here = best[i * width + j];

      if (i < n_a && j < n_b && likeness[i * n_b + j] > 0 &&
          here <= likeness[i * n_b + j] + best[(i + 1) * width + j + 1])
        add_pair (self, NB_TEXT_CHANGED, a + i++, b + j++);
      else if (i < n_a && (j == n_b || best[(i + 1) * width + j] >= best[i * width + j + 1]))
        add_change (self, NB_TEXT_REMOVED, a + i++, b + j);
      else
        add_change (self, NB_TEXT_ADDED, a + i, b + j++);
    }
}

static void
replace (Comparing *self, guint a, guint n_a, guint b, guint n_b)
{
  if (n_a > 0 && n_b > 0 && (guint64) n_a * n_b <= NB_LIMIT_DIFF_PAIRS)
    {
      pair_up (self, a, n_a, b, n_b);
      return;
    }
  for (guint i = 0; i < n_a; i++)
    add_change (self, NB_TEXT_REMOVED, a + i, b);
  for (guint i = 0; i < n_b; i++)
    add_change (self, NB_TEXT_ADDED, a + n_a, b + i);
}

static void
take_equal (Comparing *self, const NbDiffRun *run)
{
  for (guint i = 0; i < run->length; i++)
    {
      const NbSentence *left = get_sentence (&self->sides[0], run->a + i);
      const NbSentence *right = get_sentence (&self->sides[1], run->b + i);

      if (left->exact != right->exact)
        add_pair (self, NB_TEXT_NUMBERS, run->a + i, run->b + i);
      else
        self->diff->n_equal += left->n_characters + right->n_characters;
    }
}

static guint *
list_sentences (const NbSentences *side)
{
  guint *list = g_new (guint, MAX (side->sentences->len, 1));

  for (guint i = 0; i < side->sentences->len; i++)
    list[i] = get_sentence (side, i)->masked;
  return list;
}

static void
compare_sentences (Comparing *self)
{
  g_autofree guint *left = list_sentences (&self->sides[0]);
  g_autofree guint *right = list_sentences (&self->sides[1]);
  gboolean complete;
  g_autoptr (GArray) runs = nb_diff (left, self->sides[0].sentences->len, right,
                                     self->sides[1].sentences->len, &complete);

  self->diff->complete &= complete;
  for (guint i = 0; i < runs->len; i++)
    {
      const NbDiffRun *run = &g_array_index (runs, NbDiffRun, i);
      const NbDiffRun *next = i + 1 < runs->len ? run + 1 : NULL;

      if (run->kind == NB_DIFF_EQUAL)
        take_equal (self, run);
      else if (run->kind == NB_DIFF_REMOVED && next != NULL && next->kind == NB_DIFF_ADDED)
        {
          replace (self, run->a, run->length, next->b, next->length);
          i++;
        }
      else if (run->kind == NB_DIFF_REMOVED)
        replace (self, run->a, run->length, run->b, 0);
      else
        replace (self, run->a, 0, run->b, run->length);
    }
}

static guint
count_characters (const NbSentences *side)
{
  guint n = 0;

  for (guint i = 0; i < side->sentences->len; i++)
    n += get_sentence (side, i)->n_characters;
  return n;
}

/**
 * nb_section_diff_permille:
 * @n_equal: characters that are equal
 * @n_characters: characters in all
 *
 * Returns: the share in thousandths, rounded down, so that 1000 means all of them
 */
guint
nb_section_diff_permille (guint n_equal, guint n_characters)
{
  return n_characters > 0 ? (guint) ((guint64) n_equal * 1000 / n_characters) : 1000;
}

static void
compare_texts (NbSectionDiff *diff)
{
  g_autoptr (NbLexicon) lexicon = nb_lexicon_new ();
  Comparing self = { .diff = diff };

  nb_sentences_init (&self.sides[0], diff->text_a != NULL ? diff->text_a : "", lexicon);
  nb_sentences_init (&self.sides[1], diff->text_b != NULL ? diff->text_b : "", lexicon);
  if (self.sides[0].too_long || self.sides[1].too_long)
    diff->too_long = TRUE;
  else
    {
      compare_sentences (&self);
      diff->n_characters = count_characters (&self.sides[0]) + count_characters (&self.sides[1]);
      diff->has_similarity = diff->text_a != NULL && diff->text_b != NULL && diff->n_characters > 0;
      diff->permille = nb_section_diff_permille (diff->n_equal, diff->n_characters);
    }
  nb_sentences_clear (&self.sides[0]);
  nb_sentences_clear (&self.sides[1]);
}

static NbSectionDiff *
diff_new (const char *a, const char *b)
{
  NbSectionDiff *self = g_new0 (NbSectionDiff, 1);

  self->text_a = g_strdup (a);
  self->text_b = g_strdup (b);
  self->complete = TRUE;
  self->changes = g_ptr_array_new_with_free_func (change_free_cb);
  compare_texts (self);
  return self;
}

/**
 * nb_section_diff_new_for_texts:
 * @a: a text
 * @b: a text
 *
 * Returns: (transfer full): how they differ
 */
NbSectionDiff *
nb_section_diff_new_for_texts (const char *a, const char *b)
{
  return diff_new (a, b);
}

/**
 * nb_section_diff_new:
 * @a: (nullable): a section
 * @b: (nullable): the same section of another report; not both are %NULL
 *
 * Returns: (transfer full): how they differ
 */
NbSectionDiff *
nb_section_diff_new (NbSection *a, NbSection *b)
{
  NbSectionDiff *self = diff_new (a != NULL ? nb_section_get_text (a) : NULL,
                                  b != NULL ? nb_section_get_text (b) : NULL);

  self->key = g_strdup (nb_section_get_key (a != NULL ? a : b));
  self->heading_a = a != NULL ? g_strdup (nb_section_get_heading (a)) : NULL;
  self->heading_b = b != NULL ? g_strdup (nb_section_get_heading (b)) : NULL;
  self->numbers[0] = a != NULL ? g_strdup (nb_section_get_number (a)) : NULL;
  self->numbers[1] = b != NULL ? g_strdup (nb_section_get_number (b)) : NULL;
  return self;
}

/**
 * nb_section_diff_free:
 * @self: (transfer full): a difference
 */
void
nb_section_diff_free (NbSectionDiff *self)
{
  g_free (self->key);
  g_free (self->heading_a);
  g_free (self->heading_b);
  g_free (self->numbers[0]);
  g_free (self->numbers[1]);
  g_free (self->text_a);
  g_free (self->text_b);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* The section that stands for the same as @section: by key, else by its heading. */
static NbSection *
find_partner (GListModel *sections, NbSection *section, GHashTable *taken)
{
  const char *key = nb_section_get_key (section);
  guint n = g_list_model_get_n_items (sections);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbSection) other = g_list_model_get_item (sections, i);
      gboolean same = key != NULL ? g_strcmp0 (nb_section_get_key (other), key) == 0
                                  : nb_section_get_key (other) == NULL &&
                                        g_strcmp0 (nb_section_get_heading (other),
                                                   nb_section_get_heading (section)) == 0;

      if (same && !g_hash_table_contains (taken, other))
        {
          g_hash_table_add (taken, other);
          return other;
        }
    }
  return NULL;
}

/**
 * nb_section_diff_all:
 * @a: a report
 * @b: a report
 *
 * Returns: (transfer full) (element-type NbSectionDiff): the sections of @a in order, each with its
 *   partner in @b, then those that only @b has
 */
GPtrArray *
nb_section_diff_all (NbReport *a, NbReport *b)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) nb_section_diff_free);
  GListModel *left = nb_report_get_sections (a), *right = nb_report_get_sections (b);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  guint n_left = g_list_model_get_n_items (left), n_right = g_list_model_get_n_items (right);

  for (guint i = 0; i < n_left; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (left, i);

      g_ptr_array_add (all, nb_section_diff_new (section, find_partner (right, section, taken)));
    }
  for (guint i = 0; i < n_right; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (right, i);

      if (!g_hash_table_contains (taken, section))
        g_ptr_array_add (all, nb_section_diff_new (NULL, section));
    }
  return all;
}

/**
 * nb_section_diff_dup_heading:
 * @self: a section of a comparison
 * @side: 0 for A, 1 for B
 *
 * Returns: (transfer full) (nullable): its heading with its numeral, as printed; %NULL where it is not there
 */
char *
nb_section_diff_dup_heading (const NbSectionDiff *self, guint side)
{
  const char *heading = side == 0 ? self->heading_a : self->heading_b;
  const char *number = self->numbers[side];

  if (heading == NULL || number == NULL)
    return g_strdup (heading);
  return g_strdup_printf ("%s\u3001%s", number, heading);
}
