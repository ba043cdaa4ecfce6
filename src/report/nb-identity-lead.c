/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Organ and year where no title says them: from the lead-in ("特向社会公布X2019年度政府信息公开年度报告"),
 * and the organ from the names by which it calls itself ("我办", and once in full). Any thread.
 */

#include "nb-identity-lead.h"

#include "base/nb-text.h"
#include "report/nb-identity-organ.h"
#include "report/nb-identity-title.h"
#include "report/nb-title-trim.h"
#include "report/nb-words.h"

#include <string.h>

#define OPENING_TITLE_MARK 0x300a /* 《 */
#define CLOSING_TITLE_MARK 0x300b /* 》 */

/* Bytes of a lead-in that are read, and of a line that may be one, at least. */
#define LONGEST_LEAD_IN  8000
#define SHORTEST_LEAD_IN 48
/* Bytes of a line that fills the width of a page, and of a sentence that may name the organ, at least. */
#define SHORTEST_FULL_LINE 45
#define SHORTEST_SENTENCE  15
/* Clauses of a lead-in that are read, and verbs behind which a name is looked for. */
#define MOST_CLAUSES 64
#define MOST_VERBS   4
/* Characters between the name of a report and the word that makes it the matter of a notice. */
#define MOST_BEFORE_NOTICE 12
/* Names that are compared. */
#define MOST_NAMES 2000
/* Bytes of prose that are searched for the name of the organ. */
#define LONGEST_SEARCH (256 * 1024)
/* Characters of a name before a verb. */
#define SHORTEST_ACTOR 4
#define LONGEST_ACTOR  30

void
nb_lead_in_clear (NbLeadIn *lead_in)
{
  g_clear_pointer (&lead_in->organ, g_free);
  g_clear_pointer (&lead_in->maker, g_free);
  lead_in->year = 0;
}

/**
 * nb_lead_in_without_titles:
 * @folded: folded text
 *
 * Drops what stands between title marks: the names of regulations and notices, with organs and years of their own.
 *
 * Returns: (transfer full): the rest
 */
char *
nb_lead_in_without_titles (const char *folded)
{
  GString *out = g_string_sized_new (strlen (folded) + 1);
  guint depth = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == OPENING_TITLE_MARK)
        depth++;
      if (depth == 0)
        g_string_append_unichar (out, c);
      if (c == CLOSING_TITLE_MARK && depth > 0 && --depth == 0)
        g_string_append_c (out, ',');
    }
  return g_string_free (out, FALSE);
}

static char *
name_at_end (const char *clause, gsize length)
{
  g_autofree char *name = NULL;

  for (;;)
    {
      gsize n = nb_words_suffix ("title.middle", clause, length);

      if (n == 0)
        break;
      length -= n;
    }
  name = nb_organ_name_before (clause, length);
  return name != NULL && !nb_organ_name_is_self (name) ? g_steal_pointer (&name) : NULL;
}

/* The organ in "X局编制了2021年度…" or "现公布X局2021年度…", the year already taken out. */
static char *
find_organ (const char *clause)
{
  gsize length = strlen (clause);
  char *name = name_at_end (clause, length);

  for (guint i = 0; i < MOST_VERBS && name == NULL && length > 0; i++)
    {
      gsize n = 0;
      const char *verb = NULL;

      for (const char *p = clause;
           (p = nb_words_find ("organ.before", p, (gsize) (clause + length - p), &n)) != NULL;
           p += n)
        verb = p;
      /* "X办公室关于做好…的通知": who gives notice is not who reports. */
      if (verb == NULL || nb_words_has ("lead.notice", verb, strlen (verb)))
        return NULL;
      length = (gsize) (verb - clause);
      name = name_at_end (clause, length);
    }
  return name;
}

/* Whether what stands behind the name of a report in its clause makes it the matter of a notice: "…编制工作的通知". */
static gboolean
is_of_notice (const char *behind)
{
  const char *p = behind;

  for (guint n = 0; *p != '\0' && n < MOST_BEFORE_NOTICE && nb_words_prefix ("punctuation", p) == 0;
       n++, p = g_utf8_next_char (p))
    {
      if (nb_words_prefix ("lead.basis", p) > 0)
        return FALSE;
      if (nb_words_prefix ("lead.notice", p) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Who passes a notice on reports upon it, or gives notice of the report itself; who asks others for theirs does not. */
static char *
find_forwarder (const char *clause)
{
  const char *verb = nb_words_find ("lead.forward", clause, strlen (clause), NULL);

  if (verb == NULL && !nb_words_has ("lead.basis", clause, strlen (clause)))
    verb = nb_words_find ("title.issued", clause, strlen (clause), NULL);
  return verb != NULL ? name_at_end (clause, (gsize) (verb - clause)) : NULL;
}

static void
read_clause (const char *start, const char *end, gboolean of_notice, NbLeadIn *lead_in)
{
  g_autoptr (GString) clause = g_string_new_len (start, end - start);
  gsize offset, n;
  guint year;

  n = nb_title_find_year (clause->str, clause->len, &offset, &year);
  if (n > 0)
    {
      gboolean is_weak = nb_title_day_size (clause->str + offset + n, clause->str + clause->len) >
                         0;

      if (lead_in->year == 0 || (lead_in->is_weak && !is_weak))
        {
          lead_in->year = year;
          lead_in->is_weak = is_weak;
        }
      g_string_erase (clause, (gssize) offset, (gssize) n);
    }
  if (lead_in->organ == NULL)
    lead_in->organ = of_notice ? find_forwarder (clause->str) : find_organ (clause->str);
}

static void
read_paragraph (const char *folded, NbLeadIn *lead_in)
{
  g_autofree char *text = nb_lead_in_without_titles (folded);
  guint n_clauses = 0;
  gsize n;

  for (const char *p = text;
       n_clauses < MOST_CLAUSES && (p = nb_words_find ("title.subject", p, strlen (p), &n)) != NULL;
       p += n, n_clauses++)
    {
      gsize after = nb_words_prefix ("lead.after", p + n);

      if (after > 0 && nb_words_prefix ("lead.not", p + n + after) == 0)
        read_clause (nb_organ_clause_start (text, p), p, is_of_notice (p + n + after), lead_in);
    }
}

/* "本年报由X编制": the organ right before the word that says who made the report. */
static char *
find_maker (const char *folded)
{
  g_autofree char *text = nb_lead_in_without_titles (folded);
  gsize n;

  for (const char *p = text; (p = nb_words_find ("lead.made", p, strlen (p), &n)) != NULL; p += n)
    {
      const char *start = nb_organ_clause_start (text, p);
      g_autofree char *name = NULL;

      if (nb_words_prefix ("lead.made.not", p + n) > 0 ||
          !nb_words_has ("lead.made.by", start, (gsize) (p - start)))
        continue;
      name = nb_organ_name_before (text, (gsize) (p - text));
      if (name != NULL && !nb_organ_name_is_self (name))
        return g_steal_pointer (&name);
    }
  return NULL;
}

/**
 * nb_lead_in_find:
 * @document: a document
 * @head: the pieces before the first section
 * @lead_in: (out): what they say, to be cleared
 *
 * Reads the paragraphs before the first section.
 */
void
nb_lead_in_find (NbDocument *document, NbRange head, NbLeadIn *lead_in)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  g_autoptr (GString) prose = g_string_new (NULL);
  g_autofree char *folded = NULL;

  *lead_in = (NbLeadIn){ NULL, NULL, 0 };
  for (guint i = head.first; i < MIN (head.end, n_pieces) && prose->len < LONGEST_LEAD_IN; i++)
    {
      if ((pieces[i].flags & NB_PIECE_FURNITURE) != 0 || pieces[i].length == 0 ||
          pieces[i].length > LONGEST_LEAD_IN)
        continue;
      g_string_append_len (prose, text + pieces[i].offset, pieces[i].length);
      /* A short line stands alone; a full one may go on in the next. */
      if (pieces[i].length < SHORTEST_FULL_LINE)
        g_string_append_c (prose, ',');
    }
  folded = nb_text_fold (prose->str, -1);
  read_paragraph (folded, lead_in);
  if (lead_in->organ == NULL)
    lead_in->maker = find_maker (folded);
}

/**
 * nb_lead_in_is_line:
 * @document: a document
 * @piece: number of a piece
 *
 * Returns: whether the piece reads like a paragraph of a lead-in: it speaks of the report itself
 */
gboolean
nb_lead_in_is_line (NbDocument *document, guint piece)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *p = &nb_document_get_pieces (document, &n_pieces)[piece];
  g_autofree char *folded = NULL, *plain = NULL;

  if (p->length < SHORTEST_LEAD_IN || p->length > LONGEST_LEAD_IN)
    return FALSE;
  folded = nb_text_fold (text + p->offset, p->length);
  plain = nb_lead_in_without_titles (folded);
  return nb_words_has ("lead.sign", plain, strlen (plain));
}

/* A short name by which an organ calls itself, and the endings that its full name can have: 我办=办公室. */
typedef struct
{
  char *word;
  char **endings;
} SelfWord;

static void
clear_self_word (gpointer data)
{
  SelfWord *word = data;

  g_free (word->word);
  g_strfreev (word->endings);
}

/* The self-word that stands most often in @text. */
static gboolean
find_self_word (const char *text, SelfWord *self)
{
  const char *const *entries = nb_forms_get_words ("self.words");
  guint most = 0;

  for (gsize i = 0; entries != NULL && entries[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (entries[i], "=", 2);
      guint n = 0;

      for (const char *p = text; (p = strstr (p, parts[0])) != NULL; p += strlen (parts[0]))
        n++;
      if (n <= most || parts[1] == NULL)
        continue;
      most = n;
      clear_self_word (self);
      self->word = g_strdup (parts[0]);
      self->endings = g_strsplit (parts[1], "|", -1);
    }
  return most > 0;
}

static void
count_names (const char *text, const char *ending, GHashTable *names)
{
  gsize n = strlen (ending);
  guint n_names = 0;

  for (const char *p = text; n_names < MOST_NAMES && (p = strstr (p, ending)) != NULL;
       p += n, n_names++)
    {
      const char *start = MAX (text, p - 120);
      g_autofree char *name = NULL;

      while (start < p && ((guchar) *start & 0xc0) == 0x80)
        start++;
      if (nb_words_prefix ("organ.person", p + n) > 0)
        continue;
      name = nb_organ_name_before (start, (gsize) (p + n - start));
      if (name == NULL || nb_organ_name_is_self (name) || nb_words_equal ("organ.not", name))
        continue;
      g_hash_table_insert (
          names, g_strdup (name),
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (names, name)) + 1));
    }
}

static gboolean
is_place (const char *ending)
{
  return g_utf8_strlen (ending, -1) == 1;
}

/* Of full names the longest; of bare places, whose superiors look the same, the one that stands most often. */
static char *
choose_name (GHashTable *names, gboolean by_count)
{
  GHashTableIter iter;
  gpointer key, value;
  const char *best = NULL;
  gsize best_weight = 0;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gsize weight = by_count ? GPOINTER_TO_UINT (value) : strlen (key);

      if (best == NULL || weight > best_weight || (weight == best_weight && strcmp (key, best) < 0))
        {
          best = key;
          best_weight = weight;
        }
    }
  return g_strdup (best);
}

static char *
collect_prose (NbDocument *document, NbRange article)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  g_autoptr (GString) prose = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (guint i = article.first; i < MIN (article.end, n_pieces) && prose->len < LONGEST_SEARCH; i++)
    if ((pieces[i].flags & NB_PIECE_FURNITURE) == 0 && pieces[i].length >= SHORTEST_SENTENCE)
      {
        gsize most = LONGEST_SEARCH - prose->len;
        const char *start = text + pieces[i].offset, *end = start + pieces[i].length;

        if (pieces[i].length > most)
          end = g_utf8_find_prev_char (start, start + most);
        if (end != NULL)
          g_string_append_len (prose, start, end - start);
        g_string_append_c (prose, ',');
      }
  folded = nb_text_fold (prose->str, -1);
  return nb_lead_in_without_titles (folded);
}

/**
 * nb_self_name_find:
 * @document: a document
 * @article: the pieces of the article
 *
 * Finds the full name of an organ that speaks of itself as 我办, 我局, 我镇 …: the longest name in the
 * article that ends as such an organ's does.
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
nb_self_name_find (NbDocument *document, NbRange article)
{
  g_autofree char *prose = collect_prose (document, article);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SelfWord self = { NULL, NULL };
  char *name = NULL;

  if (!find_self_word (prose, &self))
    return NULL;
  for (gsize i = 0; self.endings[i] != NULL && name == NULL; i++)
    {
      g_hash_table_remove_all (names);
      count_names (prose, self.endings[i], names);
      name = choose_name (names, is_place (self.endings[i]));
    }
  clear_self_word (&self);
  return name;
}

/* "X认真贯彻落实": the organ that does what the clause says. */
static char *
find_actor (const char *clause, gsize length)
{
  const char *verb = nb_words_find ("organ.acts", clause, length, NULL);
  g_autofree char *name = NULL;
  gsize offset, n;
  guint year;

  if (verb == NULL)
    return NULL;
  name = g_strndup (clause, (gsize) (verb - clause));
  n = nb_title_find_year (name, strlen (name), &offset, &year);
  if (n > 0 && offset == 0)
    memmove (name, name + n, strlen (name + n) + 1);
  if (g_utf8_strlen (name, -1) < SHORTEST_ACTOR || g_utf8_strlen (name, -1) > LONGEST_ACTOR ||
      nb_organ_kind_for_name (name) == NB_ORGAN_UNKNOWN || nb_organ_name_is_self (name) ||
      nb_words_has ("organ.self.pronoun", name, strlen (name)) ||
      nb_words_has ("organ.before", name, strlen (name)) || nb_words_equal ("organ.not", name))
    return NULL;
  return g_steal_pointer (&name);
}

/**
 * nb_actor_find:
 * @document: a document
 * @article: the pieces of the article
 *
 * Finds the organ in the first sentence of a report that nowhere names it otherwise.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
nb_actor_find (NbDocument *document, NbRange article)
{
  g_autofree char *prose = collect_prose (document, article);
  const char *end = nb_words_find ("sentence.end", prose, strlen (prose), NULL);

  if (end == NULL)
    end = prose + strlen (prose);
  for (const char *p = prose; p < end;)
    {
      const char *stop = p;
      char *name;

      while (stop < end && nb_words_prefix ("punctuation", stop) == 0)
        stop = g_utf8_next_char (stop);
      name = find_actor (p, (gsize) (stop - p));
      if (name != NULL)
        return name;
      p = stop < end ? g_utf8_next_char (stop) : end;
    }
  return NULL;
}
