/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A text in sentences and words, by ICU's boundaries: its dictionary knows where a Chinese word ends.
 * Every word and sentence has two numbers, one for its spelling and one for its spelling with every
 * run of digits masked, so that texts that differ in years and numbers only can be told. Any thread.
 */

#include "nb-sentences.h"

#include <unicode/ubrk.h>

#include "base/nb-limits.h"

struct _NbLexicon
{
  GHashTable *numbers; /* spelling → number, from 1 */
};

/**
 * nb_lexicon_new:
 *
 * Returns: (transfer full): a lexicon without words
 */
NbLexicon *
nb_lexicon_new (void)
{
  NbLexicon *self = g_new0 (NbLexicon, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * nb_lexicon_free:
 * @self: (transfer full): a lexicon
 */
void
nb_lexicon_free (NbLexicon *self)
{
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/* Takes @spelling. */
static guint
get_number (NbLexicon *self, char *spelling)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, spelling));

  if (number != 0)
    {
      g_free (spelling);
      return number;
    }
  number = g_hash_table_size (self->numbers) + 1;
  g_hash_table_insert (self->numbers, spelling, GUINT_TO_POINTER (number));
  return number;
}

/* Full-width forms of ASCII are the same mark in another type. */
static gunichar
narrow (gunichar c)
{
  return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
}

/* Whether the mark at @p stands inside a number: 9,167 and 22.4. */
static gboolean
joins_digits (const char *p, const char *end, gboolean in_digits)
{
  const char *next = g_utf8_next_char (p);
  gunichar c = narrow (g_utf8_get_char (p));

  return in_digits && (c == ',' || c == '.') && next < end &&
         g_unichar_isdigit (g_utf8_get_char (next));
}

/* @text without white space, runs of digits as one "#" where @masks. */
static char *
spell (const char *text, gsize length, gboolean masks, gboolean *has_digit, guint *n_characters)
{
  GString *spelling = g_string_sized_new (length);
  gboolean in_digits = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = narrow (g_utf8_get_char (p));
      gboolean is_digit = g_unichar_isdigit (c);

      if (g_unichar_isspace (c))
        continue;
      (*n_characters)++;
      *has_digit |= is_digit;
      if (masks && joins_digits (p, text + length, in_digits))
        continue;
      if (!masks || !is_digit)
        g_string_append_unichar (spelling, c);
      else if (!in_digits)
        g_string_append_c (spelling, '#');
      in_digits = is_digit;
    }
  return g_string_free (spelling, FALSE);
}

static void
add_word (NbSentences *self, NbLexicon *lexicon, guint offset, guint length)
{
  NbWord word = { .offset = offset, .length = length };
  guint n_again = 0;
  char *exact = spell (self->text + offset, length, FALSE, &word.has_digit, &word.n_characters);
  char *masked = spell (self->text + offset, length, TRUE, &word.has_digit, &n_again);

  word.exact = get_number (lexicon, exact);
  word.masked = get_number (lexicon, masked);
  if (word.n_characters > 0)
    g_array_append_val (self->words, word);
}

static void
add_sentence (NbSentences *self, NbLexicon *lexicon, UBreakIterator *words, guint start, guint end)
{
  NbSentence sentence = { .offset = start, .first = self->words->len };
  gboolean has_digit = FALSE;
  guint n_again = 0;
  int32_t from = start, to = start;

  while (to < (int32_t) end && self->words->len <= NB_LIMIT_DIFF_WORDS &&
         (to = ubrk_following (words, from)) != UBRK_DONE)
    {
      to = MIN (to, (int32_t) end);
      add_word (self, lexicon, from, to - from);
      from = to;
    }
  sentence.n_words = self->words->len - sentence.first;
  if (sentence.n_words == 0)
    return;
  sentence.offset = g_array_index (self->words, NbWord, sentence.first).offset;
  sentence.length = g_array_index (self->words, NbWord, self->words->len - 1).offset +
                    g_array_index (self->words, NbWord, self->words->len - 1).length -
                    sentence.offset;
  sentence.exact = get_number (lexicon, spell (self->text + sentence.offset, sentence.length, FALSE,
                                               &has_digit, &sentence.n_characters));
  sentence.masked = get_number (
      lexicon, spell (self->text + sentence.offset, sentence.length, TRUE, &has_digit, &n_again));
  g_array_append_val (self->sentences, sentence);
}

static UBreakIterator *
open_boundaries (UBreakIteratorType type, UText *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *boundaries = ubrk_open (type, "zh_CN", NULL, 0, &status);

  if (U_SUCCESS (status))
    ubrk_setUText (boundaries, text, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no boundaries: %s", u_errorName (status));
  return boundaries;
}

static void
split (NbSentences *self, NbLexicon *lexicon, UText *text)
{
  UBreakIterator *sentences = open_boundaries (UBRK_SENTENCE, text);
  UBreakIterator *words = open_boundaries (UBRK_WORD, text);
  int32_t start = ubrk_first (sentences);

  for (int32_t end = ubrk_next (sentences); end != UBRK_DONE && !self->too_long;
       end = ubrk_next (sentences))
    {
      add_sentence (self, lexicon, words, start, end);
      start = end;
      self->too_long = self->words->len > NB_LIMIT_DIFF_WORDS;
    }
  ubrk_close (words);
  ubrk_close (sentences);
}

/**
 * nb_sentences_init:
 * @self: (out caller-allocates): what to fill
 * @text: UTF-8; borrowed
 * @lexicon: the lexicon that numbers its words
 *
 * Splits @text. Line feeds end a sentence.
 */
void
nb_sentences_init (NbSentences *self, const char *text, NbLexicon *lexicon)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *utext;

  *self = (NbSentences){ .text = text };
  self->words = g_array_new (FALSE, FALSE, sizeof (NbWord));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (NbSentence));
  utext = utext_openUTF8 (NULL, text, -1, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot open a text: %s", u_errorName (status));
  split (self, lexicon, utext);
  utext_close (utext);
  if (!self->too_long)
    return;
  g_array_set_size (self->words, 0);
  g_array_set_size (self->sentences, 0);
}

/**
 * nb_sentences_clear:
 * @self: what nb_sentences_init() filled
 */
void
nb_sentences_clear (NbSentences *self)
{
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->sentences, g_array_unref);
}
