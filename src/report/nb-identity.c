/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whose report an article is, of which year, and its dates.
 *
 *   title ── lead-in ── self-name, sign-off ── maker ── meta elements, furniture ── contact line   the organ
 *   title ── period ── lead-in ── first sentence ── sentences of a section that agree     the year
 *
 * Each source is asked only where those before it said nothing: the later ones are dearer and weaker. A year is never
 * computed from a date. Works in memory of its own; any thread.
 */

#include "nb-identity.h"

#include "base/nb-text.h"
#include "report/nb-identity-dates.h"
#include "report/nb-identity-lead.h"
#include "report/nb-identity-title.h"
#include "report/nb-words.h"

#include <string.h>

/* Pieces of a head where no section ends it. */
#define HEAD_WITHOUT_SECTIONS 80
/* Pieces of a head, the nearest to the text: what is before them is the page's. */
#define LONGEST_HEAD 1000
/* Lines at the end of an article that may be its sign-off. */
#define SIGN_OFF_LINES 4
/* Pieces from the end of an article in which a sign-off before attachments is looked for. */
#define MOST_TAIL_PIECES 5000
/* Bytes of a line of the page's head. */
#define LONGEST_LINE 400
/* Bytes of a paragraph that is no title and no caption, at least. */
#define SHORTEST_PARAGRAPH 48
/* Bytes of a line above a table. */
#define LONGEST_CAPTION 120

static const char *const title_metas[] = { "articletitle", "og:title", "title" };
static const char *const organ_metas[] = { "contentsource", "source", "author", "publisher",
                                           "sitename" };

typedef struct
{
  NbDocument *document;
  const char *text;
  const NbPiece *pieces;
  NbRange article;
  NbRange head;
  GPtrArray *sections;
  NbLeadIn lead_in;
  NbTitleParts page; /* what the page's own title says */
  char *sign_off;    /* (owned) (nullable): organ of the sign-off */
} Finder;

static const char *
find_meta (NbDocument *document, const char *name)
{
  guint n_metas;
  const NbMeta *metas = nb_document_get_metas (document, &n_metas);

  for (guint i = 0; i < n_metas; i++)
    if (g_str_equal (metas[i].name, name) && *metas[i].content != '\0')
      return metas[i].content;
  return NULL;
}

static char *
fold_piece (const Finder *self, guint piece)
{
  return nb_text_fold (self->text + self->pieces[piece].offset, self->pieces[piece].length);
}

/* The title that the page has in its head, where the article prints none. */
static char *
find_page_title (Finder *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (title_metas); i++)
    {
      const char *content = find_meta (self->document, title_metas[i]);
      g_autofree char *stripped = content != NULL ? nb_title_strip (content, NULL) : NULL;
      g_autofree char *folded = stripped != NULL ? nb_text_fold (stripped, -1) : NULL;

      if (folded == NULL)
        continue;
      if (nb_title_parse (folded, &self->page) &&
          (self->page.organ != NULL || self->page.year != 0))
        return g_steal_pointer (&stripped);
      nb_title_parts_clear (&self->page);
    }
  return NULL;
}

static gboolean
is_full_name (const char *organ)
{
  return organ != NULL && !nb_organ_name_is_self (organ);
}

static char *
find_in_organ_metas (const Finder *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (organ_metas); i++)
    {
      const char *content = find_meta (self->document, organ_metas[i]);
      char *name = content != NULL ? nb_organ_name_for_site (content) : NULL;

      if (name != NULL)
        return name;
    }
  return NULL;
}

/* "发布机构:X", or the label on one line and the name on the next. */
static char *
read_publisher (const Finder *self, guint piece)
{
  g_autofree char *folded = fold_piece (self, piece);
  const char *value = folded + nb_words_prefix ("publisher", folded);

  if (value == folded)
    return NULL;
  value += strspn (value, ":");
  if (*value == '\0' && piece + 1 < self->article.end &&
      self->pieces[piece + 1].length <= LONGEST_LINE)
    {
      g_autofree char *next = fold_piece (self, piece + 1);

      return nb_organ_name_for_site (next);
    }
  return nb_organ_name_for_site (value);
}

static char *
find_publisher (const Finder *self)
{
  for (guint i = self->head.first; i < self->article.end; i++)
    {
      char *name;

      if (self->pieces[i].length == 0 || self->pieces[i].length > LONGEST_LINE ||
          (i >= self->head.end && (self->pieces[i].flags & NB_PIECE_FURNITURE) == 0))
        continue;
      name = read_publisher (self, i);
      if (name != NULL)
        return name;
    }
  return NULL;
}

static char *
find_contact (const Finder *self)
{
  for (guint i = self->article.first; i < self->article.end; i++)
    {
      g_autofree char *folded = NULL;
      char *name;

      if (self->pieces[i].length < 12)
        continue;
      folded = fold_piece (self, i);
      name = nb_organ_find_in_contact (folded);
      if (name != NULL)
        return name;
    }
  return NULL;
}

static char *
find_behind_page_title (const Finder *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (title_metas); i++)
    {
      const char *content = find_meta (self->document, title_metas[i]);
      char *name = content != NULL ? nb_title_dup_name_behind (content) : NULL;

      if (name != NULL)
        return name;
    }
  return NULL;
}

/* An organ alone on the line below a title that names none. */
static char *
find_below_title (const Finder *self, const NbTitle *title)
{
  if (title->text == NULL)
    return NULL;
  for (guint i = title->last + 1; i < self->head.end; i++)
    {
      g_autofree char *folded = NULL;

      if (self->pieces[i].length == 0)
        continue;
      folded = self->pieces[i].length <= LONGEST_LINE &&
                       (self->pieces[i].flags & NB_PIECE_FURNITURE) == 0
                   ? fold_piece (self, i)
                   : NULL;
      return folded != NULL ? nb_organ_name_for_site (folded) : NULL;
    }
  return NULL;
}

static char *
find_organ (Finder *self, const NbTitle *title)
{
  char *name = NULL;

  /* As in the title, also where that is short; but "我局" is nobody's name. */
  if (title->parts.organ != NULL && nb_words_prefix ("organ.self.pronoun", title->parts.organ) == 0)
    return g_strdup (title->parts.organ);
  if (self->lead_in.organ != NULL)
    return g_strdup (self->lead_in.organ);
  name = find_below_title (self, title);
  if (name == NULL)
    name = nb_self_name_find (self->document, self->article);
  if (name == NULL && is_full_name (self->sign_off))
    name = g_strdup (self->sign_off);
  if (name == NULL && is_full_name (self->page.organ))
    name = g_strdup (self->page.organ);
  if (name == NULL && self->lead_in.maker != NULL)
    name = g_strdup (self->lead_in.maker);
  if (name == NULL)
    name = find_in_organ_metas (self);
  if (name == NULL)
    name = find_publisher (self);
  if (name == NULL)
    name = find_contact (self);
  if (name == NULL)
    name = nb_actor_find (self->document, self->article);
  if (name == NULL)
    name = find_behind_page_title (self);
  return name;
}

/* "2021年,我局…" at the beginning of a paragraph. */
static guint
read_year_at_start (const char *text, gsize length)
{
  g_autofree char *folded = nb_text_fold (text, (gssize) length);
  gsize offset, n;
  guint year;

  n = nb_title_find_year (folded, MIN (strlen (folded), 24), &offset, &year);
  if (n <= 4 || offset != 0 || g_ascii_isdigit (folded[n]))
    return 0;
  return year;
}

/* The year with which the first paragraph before the first section begins, or the first in it. */
static guint
find_year_of_first_sentence (const Finder *self)
{
  guint year = 0;

  for (guint i = self->head.first; i < self->head.end && year == 0; i++)
    if (self->pieces[i].length >= SHORTEST_PARAGRAPH &&
        (self->pieces[i].flags & NB_PIECE_FURNITURE) == 0)
      year = read_year_at_start (self->text + self->pieces[i].offset, self->pieces[i].length);
  if (year == 0 && self->sections->len > 0)
    {
      const NbSectionFacts *first = g_ptr_array_index (self->sections, 0);

      year = read_year_at_start (first->text, strcspn (first->text, "\n"));
    }
  return year;
}

/* The year that a sentence begins with, or that stands right before the subject of a title ("2021年政府信息公开"). */
static guint
read_year_of_sentence (const char *sentence)
{
  gsize offset, n, length = strlen (sentence), skipped = 0;
  guint year = read_year_at_start (sentence, length), found = 0;

  while (year == 0 &&
         (n = nb_title_find_year (sentence + skipped, length - skipped, &offset, &found)) > 0)
    {
      skipped += offset + n;
      if (nb_words_prefix ("title.subject", sentence + skipped) > 0)
        year = found;
    }
  return year;
}

/* The year of all such sentences of a section; 0 where there is none, or they name several. */
static guint
find_year_of_sentences (const NbSectionFacts *section, gboolean *any)
{
  const char *const *stops = nb_forms_get_words ("sentence.stop");
  g_auto (GStrv) lines = g_strsplit (section->text, "\n", -1);
  guint year = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *folded = nb_text_fold (lines[i], -1);
      g_autofree char *plain = nb_lead_in_without_titles (folded);
      g_auto (GStrv) sentences = g_strsplit (plain, stops[0], -1);

      for (guint j = 0; sentences[j] != NULL; j++)
        {
          guint found = read_year_of_sentence (sentences[j]);

          if (found != 0 && *any && found != year)
            return 0;
          if (found != 0)
            year = found;
          *any |= found != 0;
        }
    }
  return year;
}

static guint
find_year_in_sections (const Finder *self)
{
  gboolean any = FALSE;
  guint year = 0;

  for (guint i = 0; i < self->sections->len && !any; i++)
    year = find_year_of_sentences (g_ptr_array_index (self->sections, i), &any);
  return year;
}

static void
set_period (Finder *self, NbIdentityFacts *facts, guint *year)
{
  NbDate first, last;

  *year = 0;
  if (!nb_dates_find_period (self->document, self->head, self->sections, &first, &last))
    return;
  facts->period_start = nb_date_to_string (first);
  facts->period_end = nb_date_to_string (last);
  if (first.year == last.year)
    *year = first.year;
}

/* Takes over what a line of the sign-off holds. */
static gboolean
take_sign_off (Finder *self, guint piece, gboolean in_head, NbIdentityFacts *facts)
{
  g_auto (NbSignOff) line = { 0 };
  const NbPiece *p = &self->pieces[piece];

  if (!nb_sign_off_read (self->text + p->offset, p->length, &line))
    return FALSE;
  if (line.has_date && facts->signed_ == NULL && (!in_head || line.in_words))
    facts->signed_ = nb_date_to_string (line.date);
  if (line.organ != NULL && !in_head && self->sign_off == NULL)
    self->sign_off = g_steal_pointer (&line.organ);
  return TRUE;
}

static void
read_tail (Finder *self, guint first, guint end, NbIdentityFacts *facts)
{
  guint seen = 0;

  for (guint i = end; i > first && seen < SIGN_OFF_LINES; i--)
    {
      const NbPiece *p = &self->pieces[i - 1];

      if (p->length == 0 || (p->flags & NB_PIECE_FURNITURE) != 0)
        continue;
      seen++;
      if (!take_sign_off (self, i - 1, FALSE, facts) && facts->signed_ != NULL)
        return;
    }
}

/* A sign-off before what is attached: the last organ alone on a line, with a day alone on the next one. */
static void
read_before_attachments (Finder *self, NbIdentityFacts *facts)
{
  gboolean is_day = FALSE;
  NbDate day = { 0 };

  for (guint i = self->article.end, n = 0; i > self->head.end && n < MOST_TAIL_PIECES; i--, n++)
    {
      g_auto (NbSignOff) line = { 0 };
      const NbPiece *p = &self->pieces[i - 1];

      if (p->length == 0)
        continue;
      if ((p->flags & NB_PIECE_FURNITURE) != 0 || p->table >= 0 ||
          !nb_sign_off_read (self->text + p->offset, p->length, &line))
        {
          is_day = FALSE;
          continue;
        }
      if (is_day && line.organ != NULL && !line.has_date)
        {
          facts->signed_ = nb_date_to_string (day);
          return;
        }
      is_day = line.has_date && line.in_words && line.organ == NULL;
      day = line.date;
    }
}

/* The date line: below the title, at the end of the last sections, or before what is attached. */
static void
set_signed (Finder *self, const NbTitle *title, NbIdentityFacts *facts)
{
  guint first = title->text != NULL ? title->last + 1 : self->head.first;

  for (guint i = first; i < self->head.end && facts->signed_ == NULL; i++)
    if (self->pieces[i].length > 0 && (self->pieces[i].flags & NB_PIECE_FURNITURE) == 0)
      take_sign_off (self, i, TRUE, facts);

  for (guint i = self->sections->len;
       i > 0 && facts->signed_ == NULL && i + 2 > self->sections->len; i--)
    {
      const NbSectionFacts *section = g_ptr_array_index (self->sections, i - 1);

      read_tail (self, section->first + 1, section->end, facts);
    }
  if (self->sections->len == 0)
    read_tail (self, self->head.first, self->article.end, facts);
  if (facts->signed_ == NULL)
    read_before_attachments (self, facts);
}

/* "(本级)" in the title. */
static char *
find_scope_in_title (const char *title)
{
  gsize n;
  const char *found = title != NULL ? nb_words_find ("scope", title, strlen (title), &n) : NULL;

  return found != NULL ? g_strndup (found, n) : NULL;
}

static gboolean
is_sure (const NbTitleParts *parts)
{
  return parts->year != 0 && !parts->is_weak && !parts->has_years;
}

static guint
find_year_in_text (const Finder *self)
{
  guint year;

  if (self->lead_in.year != 0 && !self->lead_in.is_weak)
    return self->lead_in.year;
  year = find_year_of_first_sentence (self);
  return year != 0 ? year : find_year_in_sections (self);
}

/* The text of a report over several years names each of them: of such a title only the period tells which one counts. */
static void
set_year (const Finder *self, const NbTitle *title, guint period_year, NbIdentityFacts *facts)
{
  const NbTitleParts *parts = title->parts.year != 0 ? &title->parts : &self->page;

  facts->year = is_sure (&title->parts) ? title->parts.year
                : is_sure (&self->page) ? self->page.year
                                        : 0;
  if (facts->year != 0)
    return;
  facts->evidence = parts->year != 0 ? NB_YEAR_OF_TEXT : NB_YEAR_SAID;
  facts->year = period_year;
  if (facts->year == 0 && !parts->has_years)
    facts->year = find_year_in_text (self);
  if (facts->year != 0)
    return;
  facts->evidence = parts->year != 0 ? NB_YEAR_DOUBTFUL : NB_YEAR_SAID;
  facts->year = parts->year != 0 ? parts->year : self->lead_in.year;
}

static void
take_printed (NbIdentityFacts *facts)
{
  char *printed = nb_organ_dup_printed (facts->organ, facts->title);

  if (printed == NULL)
    return;
  g_free (facts->organ);
  facts->organ = printed;
}

static NbRange
head_of (NbRange article, GPtrArray *sections)
{
  guint end = MIN (article.end, article.first + HEAD_WITHOUT_SECTIONS);

  if (sections->len > 0)
    end = ((NbSectionFacts *) g_ptr_array_index (sections, 0))->first;
  return (NbRange){ MAX (article.first, end - MIN (end, LONGEST_HEAD)), end };
}

/**
 * nb_identity_find:
 * @document: a document
 * @article: the pieces of the article
 * @sections: (element-type NbSectionFacts): its sections
 * @facts: (out): what was found, to be cleared
 *
 * Finds title, organ, year and dates of an article, in the order that CONTRACT.md gives.
 */
void
nb_identity_find (NbDocument *document,
                  NbRange article,
                  GPtrArray *sections,
                  NbIdentityFacts *facts)
{
  Finder self = { .document = document, .sections = sections };
  g_auto (NbTitle) title = { 0 };
  guint n_pieces, period_year;
  NbDate published;

  memset (facts, 0, sizeof *facts);
  self.text = nb_document_get_text (document, NULL);
  self.pieces = nb_document_get_pieces (document, &n_pieces);
  self.article = (NbRange){ article.first, MIN (article.end, n_pieces) };
  self.head = head_of (self.article, sections);

  nb_title_find (document, self.head, &title);
  facts->title = g_strdup (title.text);
  if (title.parts.organ == NULL || !is_sure (&title.parts))
    {
      g_autofree char *page_title = find_page_title (&self);

      if (facts->title == NULL)
        facts->title = g_steal_pointer (&page_title);
      nb_lead_in_find (document, self.head, &self.lead_in);
    }

  set_period (&self, facts, &period_year);
  set_signed (&self, &title, facts);
  if (nb_dates_find_published (document, self.head, self.article, &published))
    facts->published = nb_date_to_string (published);
  set_year (&self, &title, period_year, facts);
  facts->organ = find_organ (&self, &title);
  if (facts->organ != NULL && facts->title != NULL)
    take_printed (facts);
  if (facts->organ != NULL)
    {
      facts->organ_key = nb_organ_key_for_name (facts->organ);
      facts->kind = nb_organ_kind_for_name (facts->organ);
    }
  facts->scope = find_scope_in_title (facts->title);
  if (facts->scope == NULL)
    facts->scope = nb_identity_find_scope (document, self.article);

  nb_lead_in_clear (&self.lead_in);
  nb_title_parts_clear (&self.page);
  g_free (self.sign_off);
}

/**
 * nb_identity_find_scope:
 * @document: a document
 * @range: the pieces of an article, or of one of its table sets with the lines above
 *
 * Finds a short line that says for whom the tables are: the organ itself (本级), or all below it (汇总).
 *
 * Returns: (transfer full) (nullable): the word
 */
char *
nb_identity_find_scope (NbDocument *document, NbRange range)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = range.first; i < MIN (range.end, n_pieces); i++)
    {
      const NbPiece *p = &pieces[i];
      g_autofree char *folded = NULL;
      const char *found;
      gsize n;

      if (p->length < 6 || p->length > LONGEST_CAPTION || (p->flags & NB_PIECE_FURNITURE) != 0)
        continue;
      found = nb_words_find ("scope", text + p->offset, p->length, &n);
      if (found == NULL)
        continue;
      folded = nb_text_fold (text + p->offset, p->length);
      if (nb_words_equal ("scope", folded + strspn (folded, "(")) ||
          nb_words_suffix ("scope.line", folded, strlen (folded)) > 0)
        return g_strndup (found, n);
    }
  return NULL;
}

/**
 * nb_identity_facts_copy:
 * @facts: facts
 * @copy: (out caller-allocates): the same
 */
void
nb_identity_facts_copy (const NbIdentityFacts *facts, NbIdentityFacts *copy)
{
  *copy = *facts;
  copy->title = g_strdup (facts->title);
  copy->organ = g_strdup (facts->organ);
  copy->organ_key = g_strdup (facts->organ_key);
  copy->period_start = g_strdup (facts->period_start);
  copy->period_end = g_strdup (facts->period_end);
  copy->published = g_strdup (facts->published);
  copy->signed_ = g_strdup (facts->signed_);
  copy->scope = g_strdup (facts->scope);
}

/**
 * nb_identity_facts_clear:
 * @facts: facts
 *
 * Frees what @facts holds, not @facts itself.
 */
void
nb_identity_facts_clear (NbIdentityFacts *facts)
{
  g_free (facts->title);
  g_free (facts->organ);
  g_free (facts->organ_key);
  g_free (facts->period_start);
  g_free (facts->period_end);
  g_free (facts->published);
  g_free (facts->signed_);
  g_free (facts->scope);
  memset (facts, 0, sizeof *facts);
}

/* Sections that only such a report has: every report has an overview and problems. */
static guint
count_telling_sections (GPtrArray *sections)
{
  static const char *const telling[] = { "disclosure", "requests", "disputes", "other", NULL };
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const char *key = ((NbSectionFacts *) g_ptr_array_index (sections, i))->key;

      n += key != NULL && g_strv_contains (telling, key);
    }
  return n;
}

/**
 * nb_identity_says_report:
 * @document: a document
 * @article: the pieces of the article
 * @facts: what was found of it
 * @sections: (element-type NbSectionFacts): its sections
 *
 * Tells an annual report without any table from a page of another kind: its title is that of a report (with
 * weaker words, one of its sections as well), or two of its sections are those of one and a year is reported on (a guide to disclosure has no year).
 *
 * Returns: whether the article says that it is a report
 */
gboolean
nb_identity_says_report (NbDocument *document,
                         NbRange article,
                         const NbIdentityFacts *facts,
                         GPtrArray *sections)
{
  if (facts->title != NULL)
    {
      g_autofree char *folded = nb_text_fold (facts->title, -1);
      g_auto (NbTitleParts) parts = { 0 };

      if (nb_title_parse (folded, &parts) &&
          (parts.is_strong
               ? parts.year != 0 || parts.organ != NULL
               : parts.year != 0 && parts.organ != NULL && count_telling_sections (sections) > 0))
        return TRUE;
    }
  return facts->year != 0 && count_telling_sections (sections) >= 2;
}
