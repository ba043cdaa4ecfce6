/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Cuts an article into its sections (DOMAIN §6.2, §7.3).
 *
 *   pieces ── nb-sections-heading: lines that look like headings
 *          ── nb-sections-chain: those that open a section
 *          ── here: the prose of each, without tables, page furniture and the sign-off
 *
 * Works in memory of its own; any thread.
 */

#include "nb-sections.h"

#include "base/nb-text.h"
#include "report/nb-identity-dates.h"
#include "report/nb-sections-chain.h"
#include "report/nb-sections-heading.h"
#include "report/nb-words.h"

#include <string.h>

/* Lines of one article that are compared as headings; what is beyond is a list. */
#define MOST_CANDIDATES 256
/* Bytes of a page number. */
#define LONGEST_PAGE_NUMBER 16
/* Bytes of a line of the foot of a page. */
#define LONGEST_FOOT_LINE 400
/* Bytes of a head of a table that consists of one word. */
#define LONGEST_TABLE_HEAD 40
/* Pieces that such heads and blanks between them can be. */
#define MOST_TABLE_HEADS 8
/* Lines at the end of an article that may be its sign-off. */
#define SIGN_OFF_LINES 3

typedef struct
{
  NbDocument *document;
  const char *text;
  const NbPiece *pieces;
  NbRange article;
  const NbRange *tables;
  guint n_tables;
  guint *table_ends; /* (owned) */
} Cutter;

static void
section_facts_free (gpointer data)
{
  NbSectionFacts *facts = data;

  g_free (facts->number);
  g_free (facts->heading);
  g_free (facts->text);
  g_free (facts);
}

/* The piece after the table that @piece stands in, @piece where it stands in none. */
static guint
skip_table (const Cutter *self, guint piece)
{
  guint end = self->table_ends[piece - self->article.first];

  return end > 0 ? end : piece;
}

/* For each piece of the article the end of its table, 0 outside of tables. */
static guint *
map_tables (const Cutter *self)
{
  guint *ends = g_new0 (guint, self->article.end - self->article.first + 1);

  for (guint i = 0; i < self->n_tables; i++)
    {
      guint end = MIN (self->tables[i].end, self->article.end);

      for (guint piece = MAX (self->tables[i].first, self->article.first); piece < end; piece++)
        ends[piece - self->article.first] = end;
    }
  return ends;
}

static char *
fold_piece (const Cutter *self, guint piece)
{
  return nb_text_fold (self->text + self->pieces[piece].offset, self->pieces[piece].length);
}

/* "- 5 -" at the foot of a page. */
static gboolean
is_page_number (const Cutter *self, guint piece)
{
  g_autofree char *folded = NULL;
  gsize dashes, digits;

  if (self->pieces[piece].length < 3 || self->pieces[piece].length > LONGEST_PAGE_NUMBER)
    return FALSE;
  folded = fold_piece (self, piece);
  dashes = strspn (folded, "-");
  digits = strspn (folded + dashes, "0123456789");
  return dashes > 0 && digits > 0 && digits <= 3 && folded[dashes + digits] == '-' &&
         folded[dashes + digits + strspn (folded + dashes + digits, "-")] == '\0';
}

/* "附件:2021年统计表.xls": a link to a file that the page offers. */
static gboolean
is_file_link (const Cutter *self, guint piece)
{
  const NbPiece *p = &self->pieces[piece];
  g_autofree char *folded = NULL;

  if (p->length < 8 || p->length > LONGEST_FOOT_LINE ||
      !g_ascii_isalnum (self->text[p->offset + p->length - 1]))
    return FALSE;
  folded = fold_piece (self, piece);
  return nb_words_suffix ("file.end", folded, strlen (folded)) > 0;
}

static gboolean
is_prose (const Cutter *self, guint piece)
{
  const NbPiece *p = &self->pieces[piece];

  return p->length > 0 && (p->flags & (NB_PIECE_FURNITURE | NB_PIECE_IMAGE | NB_PIECE_CELL)) == 0 &&
         g_strcmp0 (p->element, "caption") != 0 &&
         !is_page_number (self, piece) && !is_file_link (self, piece);
}

/* A row of the tables that has slipped out of them, numbered as headings are. */
static gboolean
is_row_label (const NbForm *form, const char *heading)
{
  g_autofree char *key = nb_text_label_key (heading, -1);

  for (guint i = 0; i < form->n_tables; i++)
    {
      const NbFormTable *table = form->tables + i;

      if (g_strcmp0 (table->section, "appendix") == 0)
        continue;
      for (guint j = 0; j < table->n_rows; j++)
        if (table->rows[j]->level == 0 && table->rows[j]->keys != NULL &&
            g_strv_contains (table->rows[j]->keys, key))
          return TRUE;
    }
  return FALSE;
}

static GArray *
collect_candidates (const Cutter *self, NbRange article, const NbForm *form, gboolean arabic)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (NbHeading));

  for (guint i = article.first; i < article.end && candidates->len < MOST_CANDIDATES; i++)
    {
      NbHeading heading;
      guint behind = skip_table (self, i);

      if (behind > i)
        {
          i = behind - 1;
          continue;
        }
      if (is_file_link (self, i) ||
          !nb_heading_read (self->document, i, article.end, form, arabic, &heading))
        continue;
      if (heading.style == NB_HEADING_CHINESE && heading.section == NULL)
        {
          g_autofree char *words = nb_heading_dup_text (self->document, &heading);

          if (is_row_label (form, words))
            continue;
        }
      g_array_append_val (candidates, heading);
    }
  return candidates;
}

/* Arabic numbers belong to lists in nearly every report: they are tried where nothing else leads to two sections. */
static GArray *
choose_headings (const Cutter *self, NbRange article, const NbForm *form)
{
  g_autoptr (GArray) candidates = collect_candidates (self, article, form, FALSE);
  GArray *chosen = nb_sections_choose (candidates, form, self->tables, self->n_tables);

  if (chosen->len < 2)
    {
      g_autoptr (GArray) more = collect_candidates (self, article, form, TRUE);

      g_array_unref (chosen);
      chosen = nb_sections_choose (more, form, self->tables, self->n_tables);
    }
  return chosen;
}

/* A line that only the foot of a page has; @weak: or one that stands among such lines. */
static gboolean
is_foot (const Cutter *self, guint piece, gboolean weak)
{
  g_autofree char *folded = NULL;
  const char *start;

  if (self->pieces[piece].length > LONGEST_FOOT_LINE)
    return FALSE;
  folded = fold_piece (self, piece);
  start = folded + strspn (folded, "[(<>-|*.");
  start += nb_words_prefix ("furniture.bracket", start);
  return nb_words_prefix ("furniture.foot", start) > 0 ||
         nb_words_equal ("furniture.button", start) ||
         nb_words_has ("furniture.foot.anywhere", folded, strlen (folded)) ||
         (weak && nb_words_prefix ("furniture.foot.weak", start) > 0);
}

/* The first piece of the foot of the page behind @first, @end where there is none. */
static guint
find_foot (const Cutter *self, guint first, guint end)
{
  guint foot = end;

  for (guint i = first; i < end && foot == end; i++)
    {
      guint behind = skip_table (self, i);

      if (behind > i)
        i = MIN (behind, end) - 1;
      else if (is_prose (self, i) && is_foot (self, i, FALSE))
        foot = i;
    }
  while (foot > first && foot < end && skip_table (self, foot - 1) == foot - 1 &&
         (!is_prose (self, foot - 1) || is_foot (self, foot - 1, TRUE)))
    foot--;
  return foot;
}

/* Where the sign-off (organ, day) begins at the end of [@first, @end). It needs its day. */
static guint
find_sign_off (const Cutter *self, guint first, guint end)
{
  guint start = end, seen = 0;
  gboolean has_date = FALSE;

  for (guint i = end; i > first && seen < SIGN_OFF_LINES; i--)
    {
      g_auto (NbSignOff) line = { 0 };
      const NbPiece *p = &self->pieces[i - 1];

      if (skip_table (self, i - 1) != i - 1)
        break;
      if (!is_prose (self, i - 1))
        continue;
      if (!nb_sign_off_read (self->text + p->offset, p->length, &line))
        break;
      has_date |= line.has_date;
      start = i - 1;
      seen++;
    }
  return has_date ? start : end;
}

/* A head of a table that its binder left before it: one word above a table, or above another such word. */
static gboolean
is_table_head (const Cutter *self, guint piece, guint end)
{
  guint table = piece;

  end = MIN (end, piece + MOST_TABLE_HEADS);
  while (table < end && skip_table (self, table) == table)
    table++;
  if (table == end)
    return FALSE;
  for (guint i = piece; i < table; i++)
    {
      g_autofree char *folded = NULL;

      if (!is_prose (self, i))
        continue;
      if (self->pieces[i].length > LONGEST_TABLE_HEAD)
        return FALSE;
      folded = fold_piece (self, i);
      if (!nb_words_equal ("table.head", folded))
        return FALSE;
    }
  return TRUE;
}

static char *
collect_text (const Cutter *self, const NbHeading *heading, guint end)
{
  GString *out = g_string_new (NULL);

  g_string_append_len (out, self->text + heading->rest_offset, heading->rest_length);
  for (guint i = heading->last + 1; i < end; i++)
    {
      guint behind = skip_table (self, i);

      if (behind > i)
        i = behind - 1;
      else if (is_prose (self, i) && !is_table_head (self, i, end))
        {
          if (out->len > 0)
            g_string_append_c (out, '\n');
          g_string_append_len (out, self->text + self->pieces[i].offset, self->pieces[i].length);
        }
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_key (GPtrArray *sections, const char *key)
{
  for (guint i = 0; i < sections->len; i++)
    if (g_strcmp0 (((NbSectionFacts *) g_ptr_array_index (sections, i))->key, key) == 0)
      return TRUE;
  return FALSE;
}

static NbSectionFacts *
make_facts (const Cutter *self, const NbHeading *heading, guint end, guint text_end)
{
  NbSectionFacts *facts = g_new0 (NbSectionFacts, 1);

  facts->key = heading->section != NULL ? heading->section->key : NULL;
  if (heading->number > 0)
    facts->number = g_strndup (self->text + heading->number_offset, heading->number_length);
  facts->heading = nb_heading_dup_text (self->document, heading);
  facts->text = collect_text (self, heading, text_end);
  facts->first = heading->first;
  facts->end = end;
  facts->heading_offset = heading->number > 0 ? heading->number_offset : heading->offset;
  facts->heading_length = heading->offset + heading->length - facts->heading_offset;
  return facts;
}

/* The sign-off stands at the end of the text, which is before the appendix. */
static gboolean
is_appendix_next (const GArray *chosen, guint index)
{
  const NbFormSection *section = g_array_index (chosen, NbHeading, index + 1).section;

  return section != NULL && g_str_equal (section->key, "appendix");
}

/**
 * nb_sections_find:
 * @document: a document
 * @article: the pieces of the article
 * @form: (nullable): the form it is bound to; the oldest, whose patterns are widest, where there is none
 * @tables: (nullable): the statutory tables in the article, from head to last value
 * @n_tables: how many
 *
 * Finds the sections of the top level.
 *
 * Returns: (transfer full) (element-type NbSectionFacts): the sections, in the order of the text
 */
GPtrArray *
nb_sections_find (NbDocument *document,
                  NbRange article,
                  const NbForm *form,
                  const NbRange *tables,
                  guint n_tables)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (section_facts_free);
  guint n_pieces, n_forms;
  Cutter self = { .document = document, .tables = tables, .n_tables = n_tables };
  g_autoptr (GArray) chosen = NULL;

  self.text = nb_document_get_text (document, NULL);
  self.pieces = nb_document_get_pieces (document, &n_pieces);
  article.end = MIN (article.end, n_pieces);
  article.first = MIN (article.first, article.end);
  self.article = article;
  self.table_ends = map_tables (&self);
  if (form == NULL)
    form = nb_forms_get (&n_forms)[0];
  chosen = choose_headings (&self, article, form);

  for (guint i = 0; i < chosen->len; i++)
    {
      const NbHeading *heading = &g_array_index (chosen, NbHeading, i);
      gboolean is_last = i + 1 == chosen->len;
      guint end = is_last ? find_foot (&self, heading->last + 1, article.end)
                          : g_array_index (chosen, NbHeading, i + 1).first;
      guint text_end = is_last || is_appendix_next (chosen, i)
                           ? find_sign_off (&self, heading->last + 1, end)
                           : end;
      NbSectionFacts *facts = make_facts (&self, heading, end, text_end);

      if (facts->key != NULL && has_key (sections, facts->key))
        facts->key = NULL;
      g_ptr_array_add (sections, facts);
    }
  g_free (self.table_ends);
  return sections;
}
