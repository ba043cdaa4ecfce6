/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reads one line as a heading of the top level: its numeral, where it ends when prose is glued to it, and which
 * section of the form its words name. Whether it really opens a section is decided among all
 * candidates together, in nb-sections.c. Any thread; the patterns are compiled once.
 */

#include "nb-sections-heading.h"

#include "base/nb-text.h"
#include "report/nb-words.h"

#include <string.h>

#define IDEOGRAPHIC_COMMA 0x3001 /* 、 */
#define FULL_STOP         0x3002 /* 。 */
#define ORDINAL           0x7b2c /* 第 */
#define TEN               0x5341 /* 十 */

/* Characters of a heading, at most; a longer line is a sentence. */
#define LONGEST_HEADING 60
/* Characters of a heading that has no numeral, at most. */
#define LONGEST_PLAIN_HEADING 30
/* Bytes of a line without a numeral that is looked at. */
#define SHORTEST_PLAIN_LINE 6
#define LONGEST_PLAIN_LINE  160
/* Characters behind the form's own wording that still belong to a heading. */
#define LONGEST_ADDITION 6

typedef struct
{
  const NbForm *form;
  GRegex **patterns; /* one for each of its sections */
} FormPatterns;

static GRegex *
compile_section (const NbFormSection *section)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  for (gsize i = 0; section->patterns != NULL && section->patterns[i] != NULL; i++)
    g_string_append_printf (all, "%s(?:%s)", i > 0 ? "|" : "", section->patterns[i]);
  regex = g_regex_new (all->str, G_REGEX_OPTIMIZE, 0, &error);
  if (regex == NULL)
    g_error ("section %s: %s", section->key, error->message);
  return regex;
}

static const FormPatterns *
get_patterns (const NbForm *form)
{
  static gsize once = 0;
  static FormPatterns *table;
  static guint n_table;

  if (g_once_init_enter (&once))
    {
      const NbForm *const *forms = nb_forms_get (&n_table);

      table = g_new0 (FormPatterns, n_table);
      for (guint i = 0; i < n_table; i++)
        {
          table[i].form = forms[i];
          table[i].patterns = g_new0 (GRegex *, forms[i]->n_sections);
          for (guint j = 0; j < forms[i]->n_sections; j++)
            table[i].patterns[j] = compile_section (&forms[i]->sections[j]);
        }
      g_once_init_leave (&once, 1);
    }

  for (guint i = 0; i < n_table; i++)
    if (table[i].form == form)
      return &table[i];
  return NULL;
}

static const NbFormSection *
find_section (const NbForm *form, const char *folded)
{
  const FormPatterns *patterns = get_patterns (form);

  if (patterns == NULL || !nb_words_has ("heading.hint", folded, strlen (folded)))
    return NULL;
  for (guint i = 0; i < form->n_sections; i++)
    if (form->sections[i].patterns != NULL && form->sections[i].patterns[0] != NULL &&
        g_regex_match (patterns->patterns[i], folded, 0, NULL))
      return &form->sections[i];
  return NULL;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000 || c == 0xfeff ||
         (c >= 0x2000 && c <= 0x200f);
}

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static int
numeral_value (gunichar c)
{
  /* 一 to 十 */
  static const gunichar numerals[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                       0x516d, 0x4e03, 0x516b, 0x4e5d, TEN };

  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (numerals[i] == c)
      return (int) i + 1;
  return 0;
}

/* Reads 一 to 九十九; @p where there is none. */
static const char *
read_numeral (const char *p, const char *end, guint *number)
{
  guint value = 0, units = 0;

  for (guint n = 0; p < end && n < 3; n++, p = g_utf8_next_char (p))
    {
      int digit = numeral_value (g_utf8_get_char (p));

      if (digit == 0)
        break;
      if (digit == 10)
        {
          value = MAX (units, 1) * 10;
          units = 0;
        }
      else
        units = (guint) digit;
    }
  *number = value + units;
  return p;
}

static gboolean
is_delimiter (gunichar c)
{
  return c == IDEOGRAPHIC_COMMA || c == '.' || c == 0xff0e || c == ',' || c == 0xff0c || c == ':' ||
         c == 0xff1a || c == FULL_STOP || c == 0xff61 || c == 0xff64 || c == 0x30fb || c == 0xb7;
}

static const char *
skip_delimiters (const char *p, const char *end, guint *n_delimiters)
{
  *n_delimiters = 0;
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_delimiter (c))
        (*n_delimiters)++;
      else if (!is_space (c))
        break;
    }
  return p;
}

/* "第一部分": the word behind the numeral is data. */
static const char *
read_part (const char *p, const char *end, const char *text, NbHeading *heading)
{
  const char *start = skip_spaces (g_utf8_next_char (p), end);
  const char *q = read_numeral (start, end, &heading->number);
  g_autofree char *rest = NULL;
  guint n_delimiters;
  gsize n;

  if (heading->number == 0)
    return NULL;
  rest = g_strndup (q, MIN ((gsize) (end - q), 16));
  n = nb_words_prefix ("heading.part", rest);
  if (n == 0)
    return NULL;
  heading->style = NB_HEADING_PART;
  heading->number_offset = (guint) (start - text);
  heading->number_length = (guint) (q - start);
  return skip_delimiters (q + n, end, &n_delimiters);
}

static const char *
read_arabic (const char *p, const char *end, const char *text, NbHeading *heading)
{
  const char *start = p;
  gunichar c;

  while (p < end && g_ascii_isdigit (*p) && p - start < 3)
    heading->number = heading->number * 10 + (guint) (*p++ - '0');
  if (p - start > 2 || p >= end)
    return NULL;
  c = g_utf8_get_char (p);
  if (c != IDEOGRAPHIC_COMMA && c != '.' && c != 0xff0e)
    return NULL;
  p = g_utf8_next_char (p);
  if (p < end && g_ascii_isdigit (*p))
    return NULL;
  heading->style = NB_HEADING_ARABIC;
  heading->number_offset = (guint) (start - text);
  heading->number_length = (guint) (p - start) - (c == '.' ? 1 : 3);
  return p;
}

/* Reads the numeral; returns where the words begin, %NULL where the line opens no section. */
static const char *
read_number (const char *p, const char *end, const char *text, NbHeading *heading)
{
  gunichar c = g_utf8_get_char (p);
  const char *q;
  guint n_delimiters;

  if (c == ORDINAL)
    return read_part (p, end, text, heading);
  if (g_ascii_isdigit (*p))
    return read_arabic (p, end, text, heading);
  if (c == IDEOGRAPHIC_COMMA)
    return skip_delimiters (p, end, &n_delimiters);
  if (numeral_value (c) == 0)
    return p;

  q = read_numeral (p, end, &heading->number);
  heading->style = NB_HEADING_CHINESE;
  heading->number_offset = (guint) (p - text);
  heading->number_length = (guint) (q - p);
  p = skip_delimiters (q, end, &n_delimiters);
  /* "一是", "二次": words, no numbers. "一 总体情况" has a blank for its comma. */
  return n_delimiters == 0 && p == q && p < end ? NULL : p;
}

static gboolean
ends_like_a_heading (const char *start, const char *end)
{
  g_autofree char *folded = nb_text_fold (start, end - start);

  return nb_words_suffix ("heading.end", folded, strlen (folded)) > 0;
}

/* The form's own wording at @p, blanks between its characters allowed; where it ends. */
static const char *
match_label (const char *p, const char *end, const char *label)
{
  while (*label != '\0')
    {
      p = skip_spaces (p, end);
      if (p >= end || g_utf8_get_char (p) != g_utf8_get_char (label))
        return NULL;
      p = g_utf8_next_char (p);
      label = g_utf8_next_char (label);
    }
  return p;
}

/* "其他需要报告的事项无": prose glued to the form's own wording, with nothing between. */
static const char *
find_glue (const NbForm *form, const char *start, const char *end)
{
  for (guint i = 0; i < form->n_sections; i++)
    {
      const char *behind = match_label (start, end, form->sections[i].label_zh);
      g_autofree char *rest = NULL;

      if (behind == NULL || behind >= end)
        continue;
      rest = nb_text_fold (behind, end - behind);
      if (nb_words_equal ("section.nil", rest) || (g_utf8_strlen (rest, -1) > LONGEST_ADDITION &&
                                                   *rest != '(' && *rest != ':' && *rest != '\0'))
        return behind;
    }
  return NULL;
}

/* Where the heading ends that begins at @start; %NULL where the line is a sentence. */
static const char *
find_end (const char *start, const char *end, const char **rest, NbHeading *heading)
{
  guint n = 0, depth = 0;

  *rest = end;
  for (const char *p = start; p < end; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n >= LONGEST_HEADING)
        return NULL;
      if (c == '(' || c == 0xff08)
        depth++;
      else if ((c == ')' || c == 0xff09) && depth > 0)
        depth--;
      if (depth > 0)
        continue;
      if (n >= 2 && (c == ':' || c == 0xff1a || c == FULL_STOP || c == ';' || c == 0xff1b))
        {
          *rest = skip_spaces (g_utf8_next_char (p), end);
          return p;
        }
      if (c == ',' || c == 0xff0c)
        heading->has_comma = TRUE;
      if (is_space (c) && n >= 2 && ends_like_a_heading (start, p))
        {
          *rest = skip_spaces (p, end);
          return p;
        }
    }
  return end;
}

/* Markdown's marks in front; whether there were some. */
static const char *
skip_marks (const char *p, const char *end, gboolean *is_marked)
{
  const char *start = p;

  while (p < end && (*p == '#' || *p == '*' || *p == ' ' || *p == '>'))
    p++;
  *is_marked = p > start;
  return p;
}

static void
set_slice (const char *text, const char *start, const char *end, guint *offset, guint *length)
{
  gsize from = (gsize) (start - text), n = (gsize) (end - start);

  nb_text_trim (text, &from, &n);
  *offset = (guint) from;
  *length = (guint) n;
}

/* A heading whose last word, or all of it, was broken off into the next piece. */
static void
join_next (NbDocument *document, guint end, gboolean is_empty, NbHeading *heading)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  guint next = heading->last + 1;
  g_autofree char *folded = NULL;

  while (next < MIN (end, n_pieces) && pieces[next].length == 0)
    next++;
  if (next >= MIN (end, n_pieces) || pieces[next].length > LONGEST_PLAIN_LINE)
    return;
  folded = nb_text_fold (text + pieces[next].offset, pieces[next].length);
  if (!is_empty && !nb_words_equal ("heading.tail", folded))
    return;

  heading->last = next;
  if (is_empty)
    heading->offset = pieces[next].offset;
  heading->length = pieces[next].offset + pieces[next].length - heading->offset;
}

static gboolean
is_tight (const char *folded, const NbHeading *heading)
{
  return g_utf8_strlen (folded, -1) <= LONGEST_PLAIN_HEADING && !heading->has_comma &&
         (heading->is_marked || nb_words_suffix ("heading.end", folded, strlen (folded)) > 0);
}

/* Finds the end of the heading and what is glued to it. */
static gboolean
read_words (NbDocument *document,
            const char *start,
            const char *end,
            guint limit,
            const NbForm *form,
            NbHeading *heading)
{
  const char *text = nb_document_get_text (document, NULL);
  const char *rest = end;
  const char *stop = find_end (start, end, &rest, heading);
  const char *glue = find_glue (form, start, stop != NULL ? stop : end);

  if (glue != NULL)
    {
      stop = glue;
      rest = glue;
      heading->has_comma = FALSE;
    }
  if (stop == NULL)
    return FALSE;

  while (stop > start && (stop[-1] == '*' || stop[-1] == '#'))
    stop--;
  set_slice (text, start, stop, &heading->offset, &heading->length);
  set_slice (text, rest, end, &heading->rest_offset, &heading->rest_length);
  if (heading->rest_length == 0 && heading->style != NB_HEADING_PLAIN)
    join_next (document, limit, heading->length == 0, heading);
  return heading->length > 0;
}

/* Whether a blank or punctuation may part the line, so that its heading ends before the line does. */
static gboolean
may_be_parted (const char *start, const char *end)
{
  for (const guchar *p = (const guchar *) start; p < (const guchar *) end; p++)
    if (*p <= ' ' || *p == ':' || *p == ';' || *p == 0xc2 || *p == 0xef ||
        (*p == 0xe3 && p[1] == 0x80))
      return TRUE;
  return FALSE;
}

/* Values, labels and sentences are passed over before anything is copied. */
static gboolean
may_be_plain (const NbPiece *piece, const char *start, const char *end, const NbHeading *heading)
{
  return piece->length >= SHORTEST_PLAIN_LINE && piece->length <= LONGEST_PLAIN_LINE &&
         (guchar) *start >= 0x80 &&
         (heading->is_marked || nb_words_suffix ("heading.end", start, (gsize) (end - start)) > 0 ||
          may_be_parted (start, end));
}

/**
 * nb_heading_read:
 * @document: a document
 * @piece: number of a piece
 * @end: the piece after the last that may be looked at
 * @form: the form whose sections are looked for
 * @arabic: whether "1、" counts as a number of the top level
 * @heading: (out): what was read
 *
 * Reads a piece as a heading of the top level.
 *
 * Returns: whether it may be one
 */
gboolean
nb_heading_read (NbDocument *document,
                 guint piece,
                 guint end,
                 const NbForm *form,
                 gboolean arabic,
                 NbHeading *heading)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *p = &nb_document_get_pieces (document, &n_pieces)[piece];
  const char *stop = text + p->offset + p->length;
  const char *start;
  g_autofree char *words = NULL, *folded = NULL;

  memset (heading, 0, sizeof *heading);
  if (p->length == 0 || (p->flags & (NB_PIECE_FURNITURE | NB_PIECE_IMAGE | NB_PIECE_TITLE)) != 0)
    return FALSE;
  heading->first = heading->last = piece;
  start = skip_marks (text + p->offset, stop, &heading->is_marked);
  heading->is_marked |= (p->flags & NB_PIECE_HEADING) != 0;
  if (start >= stop)
    return FALSE;
  start = read_number (start, stop, text, heading);
  if (start == NULL || (heading->style == NB_HEADING_ARABIC && !arabic) ||
      (heading->style == NB_HEADING_PLAIN && !may_be_plain (p, start, stop, heading)))
    return FALSE;
  start = skip_spaces (start, stop);
  if (!read_words (document, start, stop, end, form, heading))
    return FALSE;

  words = nb_heading_dup_text (document, heading);
  folded = nb_text_fold (words, -1);
  if (*folded == '\0' || nb_words_prefix ("heading.not", folded) > 0)
    return FALSE;
  heading->section = find_section (form, folded);
  return heading->style != NB_HEADING_PLAIN ||
         (heading->section != NULL && is_tight (folded, heading));
}

/**
 * nb_heading_squeeze:
 * @text: valid UTF-8
 * @length: its length in bytes
 *
 * Drops the white space that typesetting put between Chinese characters; between two Latin words a space stays.
 *
 * Returns: (transfer full): the text without
 */
char *
nb_heading_squeeze (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length + 1);
  gboolean pending = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c) || c == '\n' || c == '\r')
        {
          pending = out->len > 0 && g_ascii_isalpha (out->str[out->len - 1]);
          continue;
        }
      if (pending && c < 0x80 && g_ascii_isalpha ((char) c))
        g_string_append_c (out, ' ');
      pending = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * nb_heading_dup_text:
 * @document: a document
 * @heading: a heading that was read from it
 *
 * Returns: (transfer full): the heading without its numeral and without white space
 */
char *
nb_heading_dup_text (NbDocument *document, const NbHeading *heading)
{
  return nb_heading_squeeze (nb_document_get_text (document, NULL) + heading->offset,
                             heading->length);
}
