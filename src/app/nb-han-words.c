/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a narrow label in Han may be parted: Pango breaks a line between any two signs, so that 商业企业 came
 * out as 商业企 and 业. Here the signs of each word are joined. Main thread only.
 */

#include "nb-han-words.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define WORD_JOINER "\u2060"

enum
{
  FIRST_HAN = 0x2e80,
  LONGEST_HAN = 6,   /* signs of a word that is kept whole in a column that may be narrow */
  LONGEST_WORD = 16, /* letters */
};

/**
 * nb_han_words_is_han:
 * @text: (nullable): a label
 *
 * Returns: whether Han stands in it
 */
gboolean
nb_han_words_is_han (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) >= FIRST_HAN)
      return TRUE;
  return FALSE;
}

/* One iterator for all labels: ICU reads its dictionary when one is opened. */
static UBreakIterator *
get_words (UText *text)
{
  static UBreakIterator *words = NULL;
  UErrorCode status = U_ZERO_ERROR;

  if (words == NULL)
    words = ubrk_open (UBRK_WORD, "zh_CN", NULL, 0, &status);
  if (U_SUCCESS (status))
    ubrk_setUText (words, text, &status);
  return U_SUCCESS (status) ? words : NULL;
}

static gboolean
is_letter_of_han (const char *at)
{
  gunichar character = g_utf8_get_char (at);

  return character >= FIRST_HAN && g_unichar_isalpha (character);
}

static void
append_joined (GString *joined, const char *text, UBreakIterator *words)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *next = g_utf8_next_char (at);

      g_string_append_len (joined, at, next - at);
      if (is_letter_of_han (at) && is_letter_of_han (next) &&
          !ubrk_isBoundary (words, (int32_t) (next - text)))
        g_string_append (joined, WORD_JOINER);
    }
}

/**
 * nb_han_words_dup_joined:
 * @text: a label
 *
 * Returns: (transfer full): the same with word joiners between the signs of each word of Han; @text itself where ICU
 *   knows no words
 */
char *
nb_han_words_dup_joined (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, text, -1, &status);
  UBreakIterator *words = U_SUCCESS (status) ? get_words (utext) : NULL;
  GString *joined = g_string_new (NULL);

  if (words != NULL)
    append_joined (joined, text, words);
  else
    g_string_append (joined, text);
  if (utext != NULL)
    utext_close (utext);
  return g_string_free (joined, FALSE);
}

static gboolean
is_kept (const char *word, gssize length)
{
  glong n_signs = g_utf8_strlen (word, length);

  if (n_signs < 2 || !g_unichar_isalnum (g_utf8_get_char (word)))
    return FALSE;
  return n_signs <= (is_letter_of_han (word) ? LONGEST_HAN : LONGEST_WORD);
}

static void
keep_word (PangoAttrList *attributes, guint start, guint end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * nb_han_words_keep_whole:
 * @attributes: those of a label
 * @text: what it shows, which stays as it is
 *
 * Has no line end within a word, be it of Han, letters or digits, unless the word is very long: a label that wraps then
 * asks for the width of its longest word.
 */
void
nb_han_words_keep_whole (PangoAttrList *attributes, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, text, -1, &status);
  UBreakIterator *words = U_SUCCESS (status) ? get_words (utext) : NULL;
  int32_t start = words != NULL ? ubrk_first (words) : UBRK_DONE;

  for (int32_t end; start != UBRK_DONE; start = end)
    {
      end = ubrk_next (words);
      if (end != UBRK_DONE && is_kept (text + start, end - start))
        keep_word (attributes, (guint) start, (guint) end);
    }
  if (utext != NULL)
    utext_close (utext);
}
