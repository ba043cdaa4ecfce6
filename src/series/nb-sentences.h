/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbWord:
 * @offset: bytes of the text
 * @length: bytes
 * @n_characters: characters
 * @exact: the same for words that are spelled alike
 * @masked: the same for words that are alike but for digits
 * @has_digit: whether a digit stands in it
 */
typedef struct
{
  guint offset;
  guint length;
  guint n_characters;
  guint exact;
  guint masked;
  gboolean has_digit;
} NbWord;

/**
 * NbSentence:
 * @offset: bytes of the text, white space left out
 * @length: bytes
 * @first: its first word
 * @n_words: how many
 * @n_characters: characters of its words
 * @exact: the same for sentences that are spelled alike
 * @masked: the same for sentences that are alike but for digits
 */
typedef struct
{
  guint offset;
  guint length;
  guint first;
  guint n_words;
  guint n_characters;
  guint exact;
  guint masked;
} NbSentence;

/* Numbers spellings: two texts that are to be compared share one. */
typedef struct _NbLexicon NbLexicon;

NbLexicon *nb_lexicon_new (void);
void nb_lexicon_free (NbLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbLexicon, nb_lexicon_free)

/* A text in sentences and words; @text is borrowed. */
typedef struct
{
  const char *text;
  GArray *words;     /* of NbWord */
  GArray *sentences; /* of NbSentence */
  gboolean too_long; /* more words than NB_LIMIT_DIFF_WORDS: nothing was split */
} NbSentences;

void nb_sentences_init (NbSentences *self, const char *text, NbLexicon *lexicon);
void nb_sentences_clear (NbSentences *self);

G_END_DECLS
