/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The dates of a report: the day of the page, the day of the sign-off, the period of the figures. A day inside a
 * sentence is none of them. Any thread.
 */

#include "nb-identity-dates.h"

#include "base/nb-text.h"
#include "report/nb-identity-organ.h"
#include "report/nb-words.h"

#include <string.h>

/* Bytes of a line that is a sign-off, or that says when its page was published. */
#define SHORTEST_SIGN_OFF 6
#define LONGEST_SIGN_OFF  120
#define LONGEST_DATE_LINE 300
/* Bytes between a label and its day. */
#define LONGEST_GAP 12
/* Bytes of a paragraph that is searched for the period. */
#define LONGEST_PARAGRAPH 24000

/* Meta elements that hold the day of publication, the best first. */
static const char *const date_metas[] = {
  "pubdate",     "publishdate",    "publish-date",           "publish_date",
  "publishtime", "pubtime",        "article:published_time", "releasedate",
  "dc.date",     "dcterms.issued",
};

void
nb_sign_off_clear (NbSignOff *sign_off)
{
  g_clear_pointer (&sign_off->organ, g_free);
}

static gboolean
is_organ_line (const char *folded)
{
  return nb_organ_kind_for_name (folded) != NB_ORGAN_UNKNOWN &&
         !nb_words_has ("punctuation", folded, strlen (folded)) && !nb_organ_name_is_self (folded);
}

/**
 * nb_sign_off_read:
 * @text: a line as printed
 * @length: its length in bytes
 * @sign_off: (out): what it holds
 *
 * Reads a line as one of a sign-off: an organ, a day, or both, and nothing else.
 *
 * Returns: whether it is one
 */
gboolean
nb_sign_off_read (const char *text, gsize length, NbSignOff *sign_off)
{
  gsize offset = length, used = 0, n;
  g_autofree char *before = NULL, *behind = NULL;

  memset (sign_off, 0, sizeof *sign_off);
  if (length < SHORTEST_SIGN_OFF || length > LONGEST_SIGN_OFF)
    return FALSE;
  sign_off->has_date = nb_date_find (text, (gssize) length, &offset, &used, &sign_off->date);
  before = nb_text_fold (text, (gssize) offset);
  behind = nb_text_fold (text + offset + used, (gssize) (length - offset - used));
  if (*behind != '\0' && !g_str_equal (behind, ")"))
    return FALSE;
  n = strlen (before);
  if (n > 0 && before[n - 1] == '(')
    before[n - 1] = '\0';
  sign_off->in_words = *behind == ')' || (used > 0 && (guchar) text[offset + used - 1] >= 0x80);
  if (*before == '\0')
    return sign_off->has_date;
  if (!is_organ_line (before))
    return FALSE;
  sign_off->organ = g_steal_pointer (&before);
  return TRUE;
}

/*
 * How good a label is: its place in the list, from 1; 0 where there is none of them in @folded. The time that
 * figures are counted over is none.
 */
static guint
find_label (const char *folded, const char **behind)
{
  const char *const *labels = nb_forms_get_words ("date.label");

  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    {
      const char *found = strstr (folded, labels[i]);

      if (found != NULL &&
          nb_words_suffix ("date.label.not", folded, (gsize) (found - folded)) == 0)
        {
          *behind = found + strlen (labels[i]);
          return i + 1;
        }
    }
  return 0;
}

static gboolean
date_is_next (const char *behind, NbDate *date)
{
  gsize offset, length = MIN (strlen (behind), 64);

  while (length > 0 && ((guchar) behind[length] & 0xc0) == 0x80)
    length--;
  return nb_date_find (behind, (gssize) length, &offset, NULL, date) && offset <= LONGEST_GAP;
}

/* Ranks of lines without a label: a time of day or a counter beside the day, a bare day. */
#define RANK_TIMED 1000
#define RANK_BARE  2000

static guint
rank_unlabelled (const char *folded, NbDate *date)
{
  gsize offset, used, length = strlen (folded);
  const char *behind;

  if (!nb_date_find (folded, -1, &offset, &used, date))
    return 0;
  behind = folded + offset + used;
  if (offset == 0 && length == used)
    return (guchar) behind[-1] < 0x80 ? RANK_BARE : 0;
  behind += strspn (behind, " ");
  if ((g_ascii_isdigit (behind[0]) && strchr (behind, ':') != NULL &&
       strchr (behind, ':') - behind <= 2) ||
      nb_words_has ("furniture.counter", folded, length))
    return RANK_TIMED;
  return 0;
}

/* How well a line says when the page was published; lower is better, 0 is not at all. */
static guint
rank_line (const char *folded, const char *next, NbDate *date)
{
  const char *behind = NULL;
  guint rank = find_label (folded, &behind);

  if (rank > 0)
    {
      if (date_is_next (behind, date))
        return rank;
      if (next != NULL && strlen (behind) <= 4 && nb_date_parse (next, -1, date))
        return rank;
    }
  return rank_unlabelled (folded, date);
}

static char *
fold_line (NbDocument *document, guint piece)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  if (piece >= n_pieces || pieces[piece].length == 0 || pieces[piece].length > LONGEST_DATE_LINE)
    return NULL;
  /* With its blanks: a time of day stands behind one. */
  return nb_text_fold_keep (text + pieces[piece].offset, pieces[piece].length);
}

static gboolean
find_in_metas (NbDocument *document, NbDate *date)
{
  guint n_metas;
  const NbMeta *metas = nb_document_get_metas (document, &n_metas);

  for (gsize i = 0; i < G_N_ELEMENTS (date_metas); i++)
    for (guint j = 0; j < n_metas; j++)
      if (g_str_equal (metas[j].name, date_metas[i]) && nb_date_parse (metas[j].content, -1, date))
        return TRUE;
  return FALSE;
}

/* Looks through [@range) for the line that says best when the page was published. */
static guint
search_lines (NbDocument *document,
              NbRange range,
              gboolean furniture_only,
              guint best,
              NbDate *date)
{
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = range.first; i < MIN (range.end, n_pieces); i++)
    {
      g_autofree char *folded = NULL, *next = NULL;
      NbDate found;
      guint rank;

      if (furniture_only && (pieces[i].flags & NB_PIECE_FURNITURE) == 0)
        continue;
      folded = fold_line (document, i);
      if (folded == NULL)
        continue;
      next = fold_line (document, i + 1);
      rank = rank_line (folded, next, &found);
      if (rank == 0 || rank >= best || (furniture_only && rank >= RANK_TIMED))
        continue;
      best = rank;
      *date = found;
    }
  return best;
}

/**
 * nb_dates_find_published:
 * @document: a document
 * @head: the pieces before the first section, the page's head included
 * @article: the pieces of the article
 * @date: (out): the day
 *
 * Finds the day on which the page was published: as its meta elements say, else a line with a label, else a line with a
 * time of day or a counter, else a bare day in figures.
 *
 * Returns: whether there is one
 */
gboolean
nb_dates_find_published (NbDocument *document, NbRange head, NbRange article, NbDate *date)
{
  guint best;

  if (find_in_metas (document, date))
    return TRUE;
  best = search_lines (document, head, FALSE, G_MAXUINT, date);
  best = search_lines (document, (NbRange){ head.end, article.end }, TRUE, best, date);
  return best != G_MAXUINT;
}

/* The first sentence of @text that says of what time the figures are, and says it whole. */
static gboolean
find_period_in (const char *text, gsize length, NbDate *first, NbDate *last)
{
  const char *end = text + MIN (length, LONGEST_PARAGRAPH);

  for (const char *p = text; p < end;)
    {
      gsize n, from;
      const char *hint = nb_words_find ("period.hint", p, (gsize) (end - p), &n);
      const char *stop;

      if (hint == NULL)
        return FALSE;
      stop = nb_words_find ("sentence.end", hint, (gsize) (end - hint), NULL);
      from = (gsize) ((stop != NULL ? stop : end) - hint);
      if (nb_date_find_period (hint, (gssize) from, first, last))
        return TRUE;
      /* What begins later in this sentence has been looked at. */
      p = hint + MAX (from, n);
    }
  return FALSE;
}

static gsize
length_of (const NbPiece *pieces, NbRange range)
{
  const NbPiece *last = &pieces[range.end - 1];

  return last->offset + last->length - pieces[range.first].offset;
}

/**
 * nb_dates_find_period:
 * @document: a document
 * @head: the pieces before the first section
 * @sections: (element-type NbSectionFacts): the sections
 * @first: (out): the first day
 * @last: (out): the last day
 *
 * Finds the period of the figures, where it is stated whole and undamaged.
 *
 * Returns: whether it is
 */
gboolean
nb_dates_find_period (NbDocument *document,
                      NbRange head,
                      GPtrArray *sections,
                      NbDate *first,
                      NbDate *last)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  head.end = MIN (head.end, n_pieces);
  /* In one go: a paragraph may be broken into lines anywhere. */
  if (head.first < head.end &&
      find_period_in (text + pieces[head.first].offset, length_of (pieces, head), first, last))
    return TRUE;
  /* A line of its own below the title: (2022年1月1日—2022年12月31日). */
  for (guint i = head.first; i < head.end; i++)
    if ((pieces[i].flags & NB_PIECE_FURNITURE) == 0 && pieces[i].length <= LONGEST_SIGN_OFF &&
        nb_date_find_period (text + pieces[i].offset, pieces[i].length, first, last))
      return TRUE;
  for (guint i = 0; i < sections->len; i++)
    {
      const NbSectionFacts *section = g_ptr_array_index (sections, i);

      if (find_period_in (section->text, strlen (section->text), first, last))
        return TRUE;
    }
  return FALSE;
}
