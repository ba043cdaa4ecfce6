/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The prose of a report as folded sentences that know where they stand.
 *
 *   section texts, lead-in ─ paragraphs ─ folded with a map of bytes ─ sentences
 *
 * A paragraph that is a heading of its own, or the enumerated beginning of one ("(2)…."), is the head of what
 * follows: a number without an object is about it. Any thread.
 */

#include "nb-prose.h"

#include <string.h>

#include "base/nb-limits.h"
#include "base/nb-text.h"
#include "report/nb-words.h"

/* Bytes of a line that may be a heading: forty Chinese characters. */
#define LONGEST_HEAD 120

typedef struct
{
  NbProse *prose;
  const char *document; /* text of the document */
  const char *section;
  const char *head;
  gboolean is_lead;
  gsize n_bytes; /* read so far, at most NB_LIMIT_PROSE */
} Reader;

static void
clear_sentence (gpointer data)
{
  NbSentence *sentence = data;

  g_free (sentence->text);
  g_free (sentence->map);
}

static NbProse *
prose_new (void)
{
  NbProse *self = g_new0 (NbProse, 1);

  self->sentences = g_array_new (FALSE, FALSE, sizeof (NbSentence));
  g_array_set_clear_func (self->sentences, clear_sentence);
  self->heads = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* --- Folding --- */

static gboolean
is_plain (gunichar c)
{
  return (c > 0x20 && c < 0x7f) || (c >= 0x4e00 && c <= 0x9fff);
}

static void
append_mapped (GString *out, GArray *map, const char *bytes, gsize length, guint place)
{
  g_string_append_len (out, bytes, (gssize) length);
  for (gsize i = 0; i < length; i++)
    g_array_append_val (map, place);
}

/* Folds as nb_text_fold() does, and notes for each byte where it comes from. */
static void
fold_mapped (const char *text, gsize length, guint place, GString *out, GArray *map)
{
  for (const char *p = text, *next; p < text + length; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (is_plain (c))
        append_mapped (out, map, p, (gsize) (next - p), place + (guint) (p - text));
      else if (c != ' ' && c != '\t')
        {
          g_autofree char *folded = nb_text_fold (p, next - p);

          append_mapped (out, map, folded, strlen (folded), place + (guint) (p - text));
        }
    }
}

/* --- Sentences --- */

/* The bytes of a full stop at @p, 0 where there is none. A point between digits is none. */
static gsize
full_stop (const char *p)
{
  if (*p == '!' || *p == '?')
    return 1;
  return nb_words_prefix ("sentence.stop", p);
}

static void
add_sentence (Reader *self, const GString *text, const GArray *map, gsize first, gsize end)
{
  NbSentence sentence = { 0 };
  const char *last;
  guint begin;

  if (end <= first)
    return;
  sentence.text = g_strndup (text->str + first, end - first);
  sentence.length = end - first;
  sentence.map = g_memdup2 (&g_array_index (map, guint, first), (end - first) * sizeof (guint));
  sentence.section = self->section;
  sentence.head = self->head;
  sentence.paragraph = self->prose->n_paragraphs;
  sentence.is_lead = self->is_lead;
  begin = sentence.map[0];
  sentence.offset = begin;
  /* The map names the first byte of each character. */
  last = self->document != NULL ? self->document + sentence.map[sentence.length - 1] : NULL;
  if (last != NULL)
    sentence.size = (guint) (g_utf8_next_char (last) - self->document) - begin;
  g_array_append_val (self->prose->sentences, sentence);
  self->prose->n_sentences++;
}

static const char *
keep_head (Reader *self, const char *text, gsize length)
{
  char *head = g_strndup (text, length);

  g_ptr_array_add (self->prose->heads, head);
  return head;
}

/* A line that ends without a stop is a heading; an enumerated one begins with its heading. */
static void
find_head (Reader *self, const char *text, gsize length)
{
  gsize first = strcspn (text, ":");
  gsize end = 0;

  while (end < length && full_stop (text + end) == 0)
    end++;
  end = MIN (end, first);
  if (end <= LONGEST_HEAD && (end == length || nb_text_is_enumerated (text, (gssize) length)))
    self->head = keep_head (self, text, end);
}

static void
read_paragraph (Reader *self, const char *raw, gsize size, guint place)
{
  g_autoptr (GString) text = NULL;
  g_autoptr (GArray) map = NULL;
  gsize first = 0;

  if (size > NB_LIMIT_PROSE - self->n_bytes)
    return;
  self->n_bytes += size;
  text = g_string_sized_new (size + 1);
  map = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) size + 1);
  fold_mapped (raw, size, place, text, map);
  if (text->len == 0)
    return;
  find_head (self, text->str, text->len);
  for (gsize i = 0; i < text->len;)
    {
      gsize stop = full_stop (text->str + i);

      i += MAX (stop, 1);
      if (stop == 0)
        continue;
      add_sentence (self, text, map, first, i);
      first = i;
    }
  add_sentence (self, text, map, first, text->len);
  self->prose->n_paragraphs++;
}

/* --- A report --- */

/* Where @line of a section's text stands: a piece of its own, or the end of the one with the heading. */
static guint
find_line (NbReport *report, const char *line, gsize length, guint *piece, guint end)
{
  NbDocument *document = nb_report_get_document (report);
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  for (guint i = *piece; i < end && i < n_pieces; i++)
    {
      const NbPiece *p = &pieces[i];

      if (p->length < length || memcmp (text + p->offset + p->length - length, line, length) != 0)
        continue;
      *piece = i + 1;
      return p->offset + p->length - (guint) length;
    }
  return G_MAXUINT;
}

static void
read_section (Reader *self, NbReport *report, NbSection *section)
{
  const char *text = nb_section_get_text (section);
  guint first, end;

  nb_section_get_range (section, &first, &end);
  self->section = nb_section_get_key (section);
  self->head = NULL;
  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      guint place = length > 0 ? find_line (report, line, length, &first, end) : G_MAXUINT;

      if (place != G_MAXUINT)
        read_paragraph (self, line, length, place);
      line += length + (line[length] == '\n' ? 1 : 0);
    }
}

static void
read_lead (Reader *self, NbReport *report, guint end)
{
  NbDocument *document = nb_report_get_document (report);
  guint n_pieces, first, last;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);

  nb_report_get_range (report, &first, &last);
  self->is_lead = TRUE;
  for (guint i = first; i < MIN (end, n_pieces); i++)
    if ((pieces[i].flags & (NB_PIECE_FURNITURE | NB_PIECE_CELL)) == 0)
      read_paragraph (self, self->document + pieces[i].offset, pieces[i].length, pieces[i].offset);
  self->is_lead = FALSE;
}

/**
 * nb_prose_new:
 * @report: a report
 *
 * Reads the lead-in and the prose of every section.
 *
 * Returns: (transfer full): its sentences
 */
NbProse *
nb_prose_new (NbReport *report)
{
  NbProse *self = prose_new ();
  Reader reader = { self, nb_document_get_text (nb_report_get_document (report), NULL) };
  GListModel *sections = nb_report_get_sections (report);
  guint n = g_list_model_get_n_items (sections);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      guint first, end;

      nb_section_get_range (section, &first, &end);
      if (i == 0)
        read_lead (&reader, report, first);
      read_section (&reader, report, section);
    }
  return self;
}

/**
 * nb_prose_new_text:
 * @text: paragraphs, one a line
 * @section: (nullable): key of the section that they stand in, static
 *
 * Reads a text that belongs to no report.
 *
 * Returns: (transfer full): its sentences
 */
NbProse *
nb_prose_new_text (const char *text, const char *section)
{
  NbProse *self = prose_new ();
  Reader reader = { self, text, section };

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");

      read_paragraph (&reader, line, length, (guint) (line - text));
      line += length + (line[length] == '\n' ? 1 : 0);
    }
  return self;
}

void
nb_prose_free (NbProse *self)
{
  g_array_unref (self->sentences);
  g_ptr_array_unref (self->heads);
  g_free (self);
}

const NbSentence *
nb_prose_get (const NbProse *self, guint index)
{
  return &g_array_index (self->sentences, NbSentence, index);
}
