/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The words by which a line of a page is told to be furniture where no element and no class tells it.
 * They are data: data/document/furniture.txt, read once.
 *
 * Any thread.
 */

#include "nb-html-words.h"

#include "base/nb-resource.h"
#include "document/nb-document-resources.h"

#include <gio/gio.h>
#include <string.h>

#define PATH "/org/nianbao/document/furniture.txt"
/* A line that is a word may have so many characters besides: brackets and the like. */
#define MOST_BESIDE 4

typedef struct
{
  const char *word;
  guint n_chars;
  gboolean is_whole;
} Word;

static GArray *
load_words (void)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GBytes) bytes = nb_resource_load (nb_document_get_resource, PATH);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Word word = { .is_whole = *lines[i] == '=' };

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      word.word = g_intern_string (lines[i] + word.is_whole);
      word.n_chars = (guint) g_utf8_strlen (word.word, -1);
      g_array_append_val (words, word);
    }
  return words;
}

static const GArray *
get_words (void)
{
  static gsize words;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) load_words ());
  return (const GArray *) words;
}

/* Whether @text begins with @word, blanks of the text passed over. */
static gboolean
begins_with (const char *text, const char *end, const char *word)
{
  while (*word != '\0')
    {
      gsize size = (gsize) (g_utf8_next_char (word) - word);

      while (text < end && *text == ' ')
        text++;
      if (text < end && *text == ':' && memcmp (word, "\uff1a", MIN (size, 3)) == 0)
        text++;
      else if ((gsize) (end - text) >= size && memcmp (text, word, size) == 0)
        text += size;
      else
        return FALSE;
      word += size;
    }
  return TRUE;
}

/* Brackets and bullets before the first letter. */
static const char *
skip_punctuation (const char *text, const char *end)
{
  while (text < end && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/**
 * nb_html_is_furniture_line:
 * @text: a line, valid UTF-8
 * @length: its length in bytes
 * @n_chars: its characters, white space left out
 *
 * Returns: whether it begins with a word that only furniture begins with
 */
gboolean
nb_html_is_furniture_line (const char *text, gsize length, guint n_chars)
{
  const GArray *words = get_words ();
  const char *end = text + length;

  text = skip_punctuation (text, end);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if ((!word->is_whole || n_chars <= word->n_chars + MOST_BESIDE) &&
          begins_with (text, end, word->word))
        return TRUE;
    }
  return FALSE;
}
