/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What an unlabelled text is: UTF-16 by its NUL bytes, and gb18030 against Big5 by the shape of the
 * bytes, by the vote of uchardet and by words that these reports cannot do without. Nothing is
 * kept; any thread.
 */

#include "nb-charset.h"

#include <string.h>
#include <uchardet/uchardet.h>

#include "base/nb-resource.h"
#include "nb-charset-resources.h"

#define SAMPLE_BYTES            (64 * 1024)
#define PLAUSIBLE_PERCENT       85
#define PLAUSIBLE_UTF16_PERCENT 90

typedef struct
{
  const char *charset;
  const char *voted[4]; /* how uchardet calls it */
  guint8 first;         /* lead bytes of its frequent characters and punctuation */
  guint8 last;
  guint8 trail; /* lowest trail byte of them */
} Candidate;

/* GB2312's punctuation and first level, Big5's punctuation and first level. */
static const Candidate candidates[] = {
  { "gb18030", { "GB18030", "GBK", "GB2312", "EUC-CN" }, 0xa1, 0xd7, 0xa1 },
  { "big5", { "BIG5", "BIG5-HKSCS" }, 0xa1, 0xc6, 0x40 },
};

/**
 * nb_charset_most_errors:
 * @size: bytes of a text
 *
 * How many illegal sequences are damage in a text of that size, and not a sign of another charset.
 *
 * Returns: at least 1
 */
guint
nb_charset_most_errors (gsize size)
{
  return (guint) MIN (MAX (size / NB_CHARSET_DAMAGE_BYTES, 1), G_MAXINT);
}

static gboolean
is_plausible_unit (guint unit)
{
  return (unit >= 0x20 && unit < 0x7f) || unit == '\n' || unit == '\r' || unit == '\t' ||
         (unit >= 0xa0 && unit < 0x100) || (unit >= 0x2000 && unit < 0x2700) ||
         (unit >= 0x3000 && unit < 0x3400) || (unit >= 0x4e00 && unit < 0xa000) || unit >= 0xff00;
}

/**
 * nb_charset_guess_utf16:
 * @bytes: bytes without BOM
 * @size: how many
 * @with_nul: whether a NUL byte must occur among them
 *
 * Tells UTF-16 by its code units: nearly all of them are ASCII, Chinese or punctuation in one byte
 * order and not in the other. Pairs of two ASCII letters look Chinese, so they may not be most of
 * it.
 *
 * Returns: (nullable): "utf-16le", "utf-16be" or %NULL
 */
const char *
nb_charset_guess_utf16 (const guint8 *bytes, gsize size, gboolean with_nul)
{
  gsize sample = MIN (size, SAMPLE_BYTES) & ~(gsize) 1;
  gsize n_units = sample / 2;
  gsize little = 0;
  gsize big = 0;
  gsize ascii = 0;

  if (n_units == 0 || (with_nul && memchr (bytes, 0, sample) == NULL))
    return NULL;
  for (gsize i = 0; i < sample; i += 2)
    {
      little += is_plausible_unit (bytes[i] | (guint) bytes[i + 1] << 8);
      big += is_plausible_unit (bytes[i + 1] | (guint) bytes[i] << 8);
      ascii += bytes[i] >= 0x20 && bytes[i] < 0x7f && bytes[i + 1] >= 0x20 && bytes[i + 1] < 0x7f;
    }
  if (ascii * 2 > n_units || MAX (little, big) * 100 < n_units * PLAUSIBLE_UTF16_PERCENT)
    return NULL;
  if (little == big)
    return NULL;
  return little > big ? "utf-16le" : "utf-16be";
}

/* The share of double-byte characters that are frequent ones in this charset, in percent. */
static guint
frequent_percent (const Candidate *candidate, const guint8 *bytes, gsize size)
{
  gsize sample = MIN (size, SAMPLE_BYTES);
  gsize n_pairs = 0;
  gsize n_frequent = 0;

  for (gsize i = 0; i + 1 < sample; i++)
    {
      if (bytes[i] < 0x80)
        continue;
      n_pairs++;
      n_frequent += bytes[i] >= candidate->first && bytes[i] <= candidate->last &&
                    bytes[i + 1] >= candidate->trail;
      i++;
    }
  return n_pairs > 0 ? (guint) (n_frequent * 100 / n_pairs) : 0;
}

/*
 * Words that these reports cannot do without, in both scripts, from data/charset. The form data are
 * out of reach for this room, and these words are only asked whether a text was decoded rightly.
 */
static char **
read_known_words (void)
{
  g_autoptr (GBytes) bytes = nb_resource_load (nb_charset_get_resource,
                                               "/org/nianbao/charset/known-words.txt");
  gsize size;
  const char *words = g_bytes_get_data (bytes, &size);
  g_autofree char *copy = g_strndup (words, size);

  return g_strsplit (g_strchomp (copy), "\n", -1);
}

static guint
count_known_words (const NbDecoded *decoded)
{
  g_auto (GStrv) words = read_known_words ();
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += g_strstr_len (decoded->text, (gssize) decoded->length, words[i]) != NULL;
  return n;
}

static char *
ask_uchardet (const guint8 *bytes, gsize size)
{
  uchardet_t detector = uchardet_new ();
  char *voted;

  uchardet_handle_data (detector, (const char *) bytes, MIN (size, SAMPLE_BYTES));
  uchardet_data_end (detector);
  voted = g_strdup (uchardet_get_charset (detector));
  uchardet_delete (detector);
  return voted;
}

static gboolean
has_vote (const Candidate *candidate, const char *voted)
{
  for (guint i = 0; i < G_N_ELEMENTS (candidate->voted) && candidate->voted[i] != NULL; i++)
    if (g_ascii_strcasecmp (candidate->voted[i], voted) == 0)
      return TRUE;
  return FALSE;
}

/* Takes a charset that only a known word can prove. */
static gboolean
guess_by_words (const char *charset,
                const guint8 *bytes,
                gsize size,
                guint most_errors,
                NbDecoded *decoded)
{
  NbDecoded attempt = { 0 };

  if (charset == NULL || !nb_converter_decode (charset, bytes, size, most_errors, &attempt))
    return FALSE;
  if (count_known_words (&attempt) == 0)
    {
      g_free (attempt.text);
      return FALSE;
    }
  *decoded = attempt;
  return TRUE;
}

/**
 * nb_charset_guess:
 * @bytes: bytes that are no UTF-8 and that no label explains
 * @size: how many
 * @decoded: (out): the text, set only on success
 *
 * Decides between gb18030 and Big5, where the bytes fit strictly: known words weigh most, then the
 * share of frequent characters, then the vote of uchardet. A tie is left undecided. Damaged gb18030
 * is taken only where a known word stands in it.
 *
 * Returns: whether it could be decided
 */
gboolean
nb_charset_guess (const guint8 *bytes, gsize size, NbDecoded *decoded)
{
  g_autofree char *voted = ask_uchardet (bytes, size);
  NbDecoded best = { 0 };
  guint best_score = 1; /* a vote alone is not enough */
  gboolean tie = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const Candidate *candidate = &candidates[i];
      NbDecoded attempt = { 0 };
      guint score;

      if (!nb_converter_decode (candidate->charset, bytes, size, 0, &attempt))
        continue;
      score = 4 * count_known_words (&attempt) + has_vote (candidate, voted);
      if (frequent_percent (candidate, bytes, size) >= PLAUSIBLE_PERCENT)
        score += 2;
      tie = score == best_score ? TRUE : score > best_score ? FALSE : tie;
      if (score > best_score)
        {
          g_free (best.text);
          best = attempt;
          best_score = score;
        }
      else
        g_free (attempt.text);
    }
  if (best.text != NULL && !tie)
    {
      *decoded = best;
      return TRUE;
    }
  g_free (best.text);

  /* UTF-16 of Chinese alone, without a line feed, has no NUL that gives it away. */
  return guess_by_words (nb_charset_guess_utf16 (bytes, size, FALSE), bytes, size, 0, decoded) ||
         guess_by_words ("gb18030", bytes, size, nb_charset_most_errors (size), decoded);
}
