/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where one article ends and the next begins in an input that holds several table sets: the same article
 * twice, the reports of several organs on one page, or one report with its tables twice (本级, 汇总). The border lies in the
 * gap between two sets, before the title, the lead-in or the first heading of the later one.
 */

#include "nb-articles.h"

#include "report/nb-identity-dates.h"
#include "report/nb-identity-lead.h"
#include "report/nb-identity-organ.h"
#include "report/nb-identity-title.h"
#include "report/nb-sections-heading.h"
#include "report/nb-words.h"

#include "base/nb-limits.h"

#include <string.h>

/* Pieces before a first heading that may hold the title and the lead-in of its article. */
#define LONGEST_HEAD 24
/* Pieces of a page before its article begins, at most. */
#define LONGEST_PAGE_HEAD 600
/* Bytes of a line above a table that says for whom it is. */
#define LONGEST_CAPTION 120

static gboolean
is_first_heading (NbDocument *document, guint piece, guint end)
{
  guint n_forms;
  const NbForm *widest = nb_forms_get (&n_forms)[0];
  NbHeading heading;

  return nb_heading_read (document, piece, end, widest, FALSE, &heading) &&
         heading.section != NULL && heading.section == &widest->sections[0] && heading.number <= 1;
}

static guint
find_first_heading (NbDocument *document, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (is_first_heading (document, i, end))
      return i;
  return end;
}

static gboolean
is_head_line (NbDocument *document, guint piece)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *p = &nb_document_get_pieces (document, &n_pieces)[piece];
  g_auto (NbSignOff) line = { 0 };

  return p->length == 0 || (p->flags & NB_PIECE_FURNITURE) != 0 ||
         nb_title_is_line (document, piece) || nb_lead_in_is_line (document, piece) ||
         nb_sign_off_read (text + p->offset, p->length, &line);
}

/* Where the article begins whose first heading is @heading. A day or an organ alone ends the article before, not this one. */
static guint
find_beginning (NbDocument *document, guint first, guint heading)
{
  guint begin = heading;
  NbTitle title;

  for (guint i = heading; i > first && heading - i < LONGEST_HEAD && is_head_line (document, i - 1);
       i--)
    if (nb_title_is_line (document, i - 1) || nb_lead_in_is_line (document, i - 1))
      begin = i - 1;
  if (nb_title_find (document, (NbRange){ heading - MIN (heading - first, LONGEST_HEAD), heading },
                     &title))
    begin = MIN (begin, title.first);
  nb_title_clear (&title);
  return begin;
}

/* The line above a table that says for whom it is belongs to the table. */
static guint
find_caption (NbDocument *document, guint first, guint set)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = set; i > first && set - i < 4; i--)
    {
      const NbPiece *p = &pieces[i - 1];

      if (p->length <= LONGEST_CAPTION && nb_words_has ("scope", text + p->offset, p->length))
        return i - 1;
    }
  return set;
}

static guint
find_border (NbDocument *document, guint first, guint set)
{
  guint heading = find_first_heading (document, first, set);
  NbTitle title;
  guint border = set;

  if (heading < set)
    return find_beginning (document, first, heading);
  if (nb_title_find (document, (NbRange){ first, set }, &title))
    border = title.first;
  else
    border = find_caption (document, first, set);
  nb_title_clear (&title);
  return border;
}

/**
 * nb_articles_split:
 * @document: a document
 * @whole: the pieces of the report, or of all that is not parted
 * @sets: (array length=n_sets): the pieces of each table set, from its first to its last table, in order
 * @n_sets: how many
 * @articles: (out caller-allocates) (array length=n_sets): the article of each set
 *
 * Gives each table set an article of its own: the title and the lead-in before it, the sections behind it. The
 * articles do not overlap and cover the whole.
 */
void
nb_articles_split (NbDocument *document,
                   NbRange whole,
                   const NbRange *sets,
                   guint n_sets,
                   NbRange *articles)
{
  guint first = whole.first;

  for (guint i = 0; i < n_sets; i++)
    {
      articles[i].first = first;
      articles[i].end = i + 1 < n_sets ? find_border (document, sets[i].end, sets[i + 1].first)
                                       : whole.end;
      first = articles[i].end;
    }
}

/* Whether nothing of its own stands before its tables, neither title nor first heading. */
static gboolean
continues (NbDocument *document, NbRange article, NbRange set)
{
  NbTitle title;
  gboolean has_title = nb_title_find (document, (NbRange){ article.first, set.first }, &title);

  nb_title_clear (&title);
  return !has_title && find_first_heading (document, article.first, set.first) == set.first;
}

/**
 * nb_articles_join:
 * @document: a document
 * @sets: (array length=n_sets): the pieces of each table set
 * @n_sets: how many
 * @articles: (array length=n_sets): what nb_articles_split() gave
 * @wholes: (out caller-allocates) (array length=n_sets): the article whose title and sections count for each set
 *
 * A set before which no title and no first heading stands is a further one (汇总) of the article before it: they
 * share one title and the same sections.
 */
void
nb_articles_join (NbDocument *document,
                  const NbRange *sets,
                  guint n_sets,
                  const NbRange *articles,
                  NbRange *wholes)
{
  guint begin = 0;

  for (guint i = 0; i < n_sets; i++)
    {
      if (i > 0 && !continues (document, articles[i], sets[i]))
        begin = i;
      for (guint j = begin; j <= i; j++)
        wholes[j] = (NbRange){ articles[begin].first, articles[i].end };
    }
}

/* The year of the period, or of the opening, where no title says it. */
static guint
read_year_of_head (NbDocument *document, NbRange head)
{
  g_autoptr (GPtrArray) no_sections = g_ptr_array_new ();
  g_auto (NbLeadIn) lead_in = { NULL };
  NbDate first, last;

  if (nb_dates_find_period (document, head, no_sections, &first, &last) && first.year == last.year)
    return first.year;
  nb_lead_in_find (document, head, &lead_in);
  return lead_in.year;
}

/* The year of a title, or of the text where that is but the day of publication. */
static guint
choose_year (NbDocument *document, NbRange head, const NbTitleParts *parts)
{
  guint year = parts->year != 0 && !parts->is_weak ? parts->year
                                                   : read_year_of_head (document, head);

  return year != 0 ? year : parts->year;
}

/**
 * nb_articles_guess_year:
 * @document: a document
 *
 * Reads the year of the first title, else of the period or of the opening, before any table is bound: a hint
 * where the labels of two forms fit.
 *
 * Returns: the year, 0 where nothing says one
 */
guint
nb_articles_guess_year (NbDocument *document)
{
  g_auto (NbTitle) title = { NULL };
  guint n_pieces, heading;
  NbRange head = { 0, 0 };

  nb_document_get_pieces (document, &n_pieces);
  heading = find_first_heading (document, 0, MIN (n_pieces, LONGEST_PAGE_HEAD));
  head.end = heading;
  nb_title_find (document, head, &title);
  return choose_year (document, head, &title.parts);
}

/* Who a report says that it is of, and for which year. */
typedef struct
{
  char *organ; /* (owned) (nullable): its key */
  guint year;
} Claim;

static void
clear_claim (Claim *self)
{
  g_clear_pointer (&self->organ, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Claim, clear_claim)

static void
read_claim (NbDocument *document, NbRange head, Claim *claim)
{
  g_auto (NbTitle) title = { NULL };
  g_auto (NbLeadIn) lead_in = { NULL };
  const char *organ;

  if (!nb_title_find (document, head, &title) || title.parts.year == 0 || title.parts.organ == NULL)
    nb_lead_in_find (document, head, &lead_in);
  organ = title.parts.organ != NULL ? title.parts.organ : lead_in.organ;
  claim->organ = organ != NULL ? nb_organ_key_for_name (organ) : NULL;
  claim->year = choose_year (document, head, &title.parts);
}

/* Whether two heads are of different reports; what is not said, or only in part, tells nothing. */
static gboolean
differ (const Claim *a, const Claim *b)
{
  return (a->year != 0 && b->year != 0 && a->year != b->year) ||
         (a->organ != NULL && b->organ != NULL && strstr (a->organ, b->organ) == NULL &&
          strstr (b->organ, a->organ) == NULL);
}

/**
 * nb_articles_find_wholes:
 * @document: a document
 *
 * Finds where whole reports, of other organs or of other years, stand one behind the other: each has a first heading, and
 * before it a title or an opening that says another organ or year than the one before. Their tables must never be taken
 * for those of one report. The same report twice is one.
 *
 * Returns: (transfer full) (element-type NbWhole): they cover the document
 */
GArray *
nb_articles_find_wholes (NbDocument *document)
{
  GArray *wholes = g_array_new (FALSE, FALSE, sizeof (NbWhole));
  g_auto (Claim) last = { NULL, 0 };
  NbWhole whole = { { 0, 0 }, nb_articles_guess_year (document) };
  guint n_pieces, heading;

  nb_document_get_pieces (document, &n_pieces);
  heading = find_first_heading (document, 0, n_pieces);
  if (heading < n_pieces)
    read_claim (document, (NbRange){ heading - MIN (heading, LONGEST_HEAD), heading }, &last);
  for (guint first = heading + 1; first < n_pieces && wholes->len < NB_LIMIT_PARTS;
       first = heading + 1)
    {
      g_auto (Claim) claim = { NULL, 0 };
      guint begin;

      heading = find_first_heading (document, first, n_pieces);
      if (heading >= n_pieces)
        break;
      begin = find_beginning (document, first, heading);
      if (begin == heading)
        continue;
      read_claim (document, (NbRange){ begin, heading }, &claim);
      if (!differ (&last, &claim))
        continue;
      whole.pieces.end = begin;
      g_array_append_val (wholes, whole);
      whole = (NbWhole){ { begin, begin }, claim.year };
      clear_claim (&last);
      last = claim;
      claim.organ = NULL;
    }
  whole.pieces.end = n_pieces;
  g_array_append_val (wholes, whole);
  return wholes;
}
