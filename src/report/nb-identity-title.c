/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Titles: what one says (DOMAIN §6.2), and which line, or lines, of the head of an article is its title.
 *
 * The article's own title comes before those of the page around it: page furniture and paths count less, and of
 * equals the one nearest to the text is taken. Any thread.
 */

#include "nb-identity-title.h"

#include "base/nb-date.h"
#include "base/nb-text.h"
#include "report/nb-identity-organ.h"
#include "report/nb-sections-heading.h"
#include "report/nb-title-trim.h"
#include "report/nb-words.h"

#include <string.h>

/* Years that a report can be about; the first Regulations are of 2007. */
#define FIRST_YEAR 2003
#define LAST_YEAR  2100

/* Bytes of a line that may be a title or a part of one. */
#define LONGEST_LINE 300
/* Characters in a title: before its subject and between subject and end. */
#define LONGEST_FRONT 60
/* Characters of the name of an organ. */
#define SHORTEST_ORGAN 3
#define LONGEST_MIDDLE 14
/* Lines over which a title may be split. */
#define MOST_LINES 4
/* Pieces of a head that are looked at, nearest to the text. */
#define LONGEST_HEAD 600

#define SCORE_ORGAN   3
#define SCORE_YEAR    3
#define SCORE_OWN     8
#define SCORE_TITLE   4
#define SCORE_HEADING 1
#define COST_PATH     8

void
nb_title_parts_clear (NbTitleParts *parts)
{
  g_clear_pointer (&parts->organ, g_free);
  memset (parts, 0, sizeof *parts);
}

void
nb_title_clear (NbTitle *title)
{
  g_clear_pointer (&title->text, g_free);
  nb_title_parts_clear (&title->parts);
}

/* Whether the year at @offset, of @n bytes, belongs to the number of a document: 国办发〔2014〕. */
static gboolean
is_document_number (const char *text, gsize offset, gsize n)
{
  gunichar before;

  if (offset == 0 || nb_words_prefix ("year.sign", text + offset + n) > 0)
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (text + offset));
  return before == 0x3014 || before == '[' || before == 0x3010;
}

/**
 * nb_title_find_year:
 * @folded: folded text
 * @length: its length in bytes
 * @offset: (out): where the year begins
 * @year: (out): the year
 *
 * Finds the year of a report: the first with the sign for year behind it, else the first at all. A year that begins a
 * date ("2025年1月") is taken only where no other stands: it tells of the publication.
 *
 * Returns: the bytes of the expression (2021, 2021年, 2021年度), 0 for none
 */
gsize
nb_title_find_year (const char *folded, gsize length, gsize *offset, guint *year)
{
  const char *end = folded + length;
  gsize best = 0;
  gboolean behind_digit = FALSE, is_date = FALSE;

  for (const char *p = folded; p < end; p = g_utf8_next_char (p))
    {
      guint value;
      gsize n = behind_digit ? 0 : nb_date_match_year (p, end, &value);
      gsize sign;

      behind_digit = g_ascii_isdigit (*p);
      if (n == 0 || value < FIRST_YEAR || value > LAST_YEAR ||
          is_document_number (folded, (gsize) (p - folded), n))
        continue;
      sign = nb_words_prefix ("year.sign", p + n);
      if (sign > 0 && nb_title_day_size (p + n + sign, end) > 0)
        {
          /* The first of two that begin dates. */
          if (best > 0)
            continue;
          is_date = TRUE;
        }
      else if (best > 0 && sign == 0 && !is_date)
        continue;
      else
        is_date = FALSE;
      *offset = (gsize) (p - folded);
      *year = value;
      best = n + sign;
      if (sign > 0 && !is_date)
        break;
    }
  return best;
}

static gboolean
is_divider (gunichar c)
{
  return c == '_' || c == '-' || c == '|' || c == 0x2014 || c == 0x2013;
}

/* The first name behind the end of a title: of the organ, or of a site. */
static char *
dup_name_behind (const char *p)
{
  while (*p != '\0' && is_divider (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  for (const char *end = p;; end = g_utf8_next_char (end))
    if (*end == '\0' || is_divider (g_utf8_get_char (end)))
      return g_strndup (p, (gsize) (end - p));
}

static char *
strip (const char *text, gboolean *is_path, char **behind)
{
  g_autofree char *squeezed = nb_heading_squeeze (text, strlen (text));
  g_autofree char *rest = NULL;
  const char *start = squeezed;
  gsize length, n;

  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c == '>' || c == 0xbb || c == 0xff1e || c == 0x203a) && p > squeezed)
        start = g_utf8_next_char (p);
    }
  if (is_path != NULL)
    *is_path = start > squeezed;
  start += strspn (start, "#*>");
  n = nb_words_prefix ("title.label", start);
  if (n > 0)
    {
      start += n;
      start += strspn (start, ":");
      if (g_str_has_prefix (start, "\357\274\232"))
        start += 3;
    }
  rest = nb_title_drop_front (start);
  start = rest;

  length = strlen (start);
  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_divider (c) && p > start &&
          nb_words_suffix ("title.end", start, (gsize) (p - start)) > 0)
        {
          length = (gsize) (p - start);
          if (behind != NULL)
            *behind = dup_name_behind (p);
          break;
        }
    }
  while (length > 0 && (start[length - 1] == '*' || start[length - 1] == '#'))
    length--;
  return g_strndup (start, length);
}

/**
 * nb_title_strip:
 * @text: a line as printed
 * @is_path: (out) (optional): whether a path stood before it
 *
 * Takes off what a page puts around a title: a path before it, the name of the site behind it, marks, quotes.
 *
 * Returns: (transfer full): the title alone, without white space
 */
char *
nb_title_strip (const char *text, gboolean *is_path)
{
  return strip (text, is_path, NULL);
}

/**
 * nb_title_dup_name_behind:
 * @text: a title as the head of a page has it
 *
 * Returns: (transfer full) (nullable): the name of a department that stands behind the end of the title: "…年度报告-X局". A
 *   government's there is mostly the name of the site.
 */
char *
nb_title_dup_name_behind (const char *text)
{
  g_autofree char *behind = NULL;
  g_autofree char *title = strip (text, NULL, &behind);
  g_autofree char *folded = behind != NULL ? nb_text_fold (behind, -1) : NULL;

  return folded != NULL && nb_organ_kind_for_name (folded) == NB_ORGAN_DEPARTMENT
             ? g_steal_pointer (&folded)
             : NULL;
}

/* Reads the year of a part of a title, the last of several; the bytes of all of them from @offset on, 0 for none. */
static gsize
read_years (const char *text, gsize length, NbTitleParts *parts, gsize *offset)
{
  const char *end = text + length;
  gsize n = nb_title_find_year (text, length, offset, &parts->year), first, more;

  if (n == 0)
    return 0;
  parts->is_weak = nb_title_day_size (text + *offset + n, end) > 0;
  first = nb_title_find_first_year (text, *offset);
  parts->has_years = first < *offset;
  n += *offset - first;
  *offset = first;
  while ((more = nb_title_next_year_size (text + first + n, end, &parts->year)) > 0)
    {
      parts->has_years = TRUE;
      n += more;
    }
  return n;
}

/* Takes "(2019年度)", "(X局)" off the end and keeps what it says. */
static void
take_brackets (GString *title, NbTitleParts *parts)
{
  while (title->len > 0 && title->str[title->len - 1] == ')')
    {
      char *open = strrchr (title->str, '(');
      g_autofree char *inside = NULL;
      gsize offset;

      if (open == NULL)
        return;
      inside = g_strndup (open + 1, (gsize) (title->str + title->len - 1 - (open + 1)));
      g_string_truncate (title, (gsize) (open - title->str));
      /* "(2025年1月)": when it was published. */
      if (parts->year == 0 && nb_title_find_day (inside, strlen (inside), &offset) == 0)
        read_years (inside, strlen (inside), parts, &offset);
      if (parts->organ == NULL && nb_organ_kind_for_name (inside) != NB_ORGAN_UNKNOWN)
        parts->organ = g_steal_pointer (&inside);
    }
}

/* "(本级)" belongs to no name; "(疾控局)" is another name of the organ. */
static void
drop_bracket (GString *organ)
{
  const char *open = strrchr (organ->str, '(');
  g_autofree char *inside = g_strndup (open + 1, strlen (open) - 2);

  if (nb_organ_kind_for_name (inside) == NB_ORGAN_UNKNOWN)
    g_string_truncate (organ, (gsize) (open - organ->str));
}

/* Takes words and brackets off both ends that belong to no name. */
static void
trim_organ (GString *organ)
{
  gsize before;

  do
    {
      gsize n;

      before = organ->len;
      n = nb_words_prefix ("title.front", organ->str);
      g_string_erase (organ, 0, (gssize) n);
      n = nb_words_suffix ("title.middle", organ->str, organ->len);
      g_string_truncate (organ, organ->len - n);
      g_string_truncate (organ, organ->len - nb_title_span_size (organ->str, organ->len));
      if (organ->len > 0 && organ->str[organ->len - 1] == ')' && strchr (organ->str, '(') != NULL)
        drop_bracket (organ);
    }
  while (organ->len != before);
}

static gboolean
is_name (const char *organ)
{
  const char *open = g_str_has_suffix (organ, ")") ? strchr (organ, '(') : NULL;
  gsize length = open != NULL ? (gsize) (open - organ) : strlen (organ);

  return g_utf8_strlen (organ, -1) >= 2 && !nb_words_has ("punctuation", organ, length) &&
         !nb_words_equal ("organ.not", organ);
}

/* "2025年1月X局公布": who published the report, or nothing but the day. FALSE for what tells neither. */
static gboolean
read_issuer (const char *text, gsize length, char **issuer)
{
  g_autoptr (GString) front = g_string_new_len (text, (gssize) length);
  gsize offset, n;
  guint year;

  n = nb_title_find_year (front->str, front->len, &offset, &year);
  if (n > 0)
    {
      n += nb_title_day_size (front->str + offset + n, front->str + front->len);
      g_string_erase (front, (gssize) offset, (gssize) n);
    }
  trim_organ (front);
  g_string_truncate (front, front->len - nb_words_suffix ("title.public", front->str, front->len));
  trim_organ (front);
  if (front->len == 0)
    return TRUE;
  if (nb_organ_kind_for_name (front->str) == NB_ORGAN_UNKNOWN || !is_name (front->str))
    return FALSE;
  if (*issuer == NULL)
    *issuer = g_strdup (front->str);
  return TRUE;
}

/* Whether a verb is part of a name ("发布中心2024年"): what stands between it and the year is no organ's name. */
static gboolean
goes_on_with_name (const char *rest)
{
  gsize offset = 0, n;
  guint year;

  return nb_title_find_year (rest, strlen (rest), &offset, &year) > 0 && offset > 0 &&
         g_utf8_strlen (rest, (gssize) offset) < SHORTEST_ORGAN &&
         nb_words_find ("title.front", rest, offset, &n) == NULL;
}

/* "X局公布2024年", "X办公室转发Y局2024年": takes off what says who publishes, and when. What stands behind the verb
 * names the organ and the year of the report; the year before it is that of the publication. */
static void
take_issuer (GString *front, char **issuer)
{
  gsize end = 0, start = 0, n;
  const char *verb;

  for (const char *p = front->str; (verb = nb_words_find ("title.verb", p, strlen (p), &n)) != NULL;
       p = verb + n)
    {
      start = (gsize) (verb - front->str);
      end = start + n;
    }
  if (end > 0 && !goes_on_with_name (front->str + end) && read_issuer (front->str, start, issuer))
    g_string_erase (front, 0, (gssize) end);
}

/* The day before the name, where another year is that of the report: "2025年1月X局2024年". @has_year: that one stands
 * elsewhere. */
static void
drop_day (GString *front, gboolean has_year)
{
  gsize offset, n = nb_title_find_day (front->str, front->len, &offset), other;
  g_autofree char *rest = NULL;
  guint year;

  if (n == 0)
    return;
  rest = g_strdup_printf ("%.*s%s", (int) offset, front->str, front->str + offset + n);
  if (has_year || nb_title_find_year (rest, strlen (rest), &other, &year) > 0)
    g_string_assign (front, rest);
}

/* "[2024年]X局": what is left around the year. */
static void
drop_empty_brackets (GString *organ)
{
  static const char *const pairs[] = { "()", "[]", "\u3010\u3011", "\u3014\u3015" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (organ, pairs[i], "", 0);
}

static gboolean
parse_front (const char *title, gsize length, NbTitleParts *parts, char **issuer)
{
  g_autoptr (GString) organ = g_string_new_len (title, (gssize) length);
  gsize offset = 0, n;

  if (g_utf8_strlen (organ->str, -1) > LONGEST_FRONT)
    return FALSE;
  take_issuer (organ, issuer);
  drop_day (organ, parts->year != 0);
  n = read_years (organ->str, organ->len, parts, &offset);
  if (n > 0)
    {
      n += nb_title_months_size (organ->str + offset + n);
      g_string_erase (organ, (gssize) offset, (gssize) n);
      drop_empty_brackets (organ);
    }
  trim_organ (organ);
  if (parts->year == 0 && nb_title_take_short_year (organ, &parts->year))
    trim_organ (organ);
  if (organ->len > 0 && parts->organ == NULL)
    {
      if (!is_name (organ->str))
        return FALSE;
      parts->organ = g_strdup (organ->str);
    }
  return TRUE;
}

/* "X办公室转发Y局": who passes on what another one says. */
static void
drop_passed_on (GString *front)
{
  gsize n;
  const char *verb;

  while ((verb = nb_words_find ("title.verb", front->str, front->len, &n)) != NULL &&
         verb[n] != '\0')
    g_string_erase (front, 0, (gssize) (verb - front->str + (gssize) n));
}

/* "X局关于印发Y局2023年…年度报告的通知": takes what makes a notice of a title off both ends. FALSE for a notice of another
 * kind. @issuer: (out): who gives notice, where that is told. */
static gboolean
take_notice (GString *title, char **issuer)
{
  gsize tail = nb_words_suffix ("title.notice", title->str, title->len), n;
  const char *issued;
  g_autoptr (GString) front = NULL;

  *issuer = NULL;
  if (tail == 0)
    return TRUE;
  issued = nb_words_find ("title.issued", title->str, title->len, &n);
  if (issued == NULL)
    return FALSE;
  front = g_string_new_len (title->str, issued - title->str);
  drop_passed_on (front);
  trim_organ (front);
  if (nb_organ_kind_for_name (front->str) != NB_ORGAN_UNKNOWN && is_name (front->str))
    *issuer = g_strdup (front->str);
  g_string_truncate (title, title->len - tail);
  g_string_erase (title, 0, issued - title->str + (gssize) n);
  g_string_erase (title, 0, (gssize) nb_words_prefix ("title.quote", title->str));
  return TRUE;
}

/**
 * nb_title_parse:
 * @folded: a folded line
 * @parts: (out): what it says
 *
 * Reads a line as the title of an annual report on openness.
 *
 * Returns: whether it is one; @parts is to be cleared in either case
 */
gboolean
nb_title_parse (const char *folded, NbTitleParts *parts)
{
  g_autoptr (GString) title = NULL;
  g_autofree char *issuer = NULL;
  const char *subject;
  gsize subject_length, end_length, middle, offset;

  memset (parts, 0, sizeof *parts);
  folded += strspn (folded, "\"");
  folded += nb_words_prefix ("title.quote", folded);
  title = g_string_new (folded);
  take_brackets (title, parts);
  if (!take_notice (title, &issuer))
    return FALSE;
  take_brackets (title, parts);
  g_string_truncate (title, title->len - nb_words_suffix ("title.tail", title->str, title->len));
  nb_title_drop_day_behind (title);
  nb_title_take_year_behind (title, &parts->year);
  end_length = nb_words_suffix ("title.end", title->str, title->len);
  if (end_length == 0)
    return FALSE;
  subject = nb_words_find ("title.subject", title->str, title->len, &subject_length);
  if (subject == NULL)
    return FALSE;
  middle = (gsize) (subject - title->str) + subject_length;
  if (middle + end_length > title->len)
    middle = title->len - end_length;
  if (g_utf8_strlen (title->str + middle, (gssize) (title->len - end_length - middle)) >
          LONGEST_MIDDLE ||
      nb_words_has ("punctuation", title->str + middle, title->len - middle) ||
      !parse_front (title->str, (gsize) (subject - title->str), parts, &issuer))
    return FALSE;
  if (parts->year == 0)
    read_years (title->str + middle, title->len - middle, parts, &offset);
  if (parts->organ == NULL)
    parts->organ = g_steal_pointer (&issuer);
  parts->is_strong = nb_words_prefix ("title.subject.strong", subject) > 0;
  return TRUE;
}

/* One line of a head. */
typedef struct
{
  guint piece;
  guint flags;
  gboolean is_path;
  char *printed; /* (owned) stripped */
  char *folded;  /* (owned) */
  char *behind;  /* (owned) (nullable) folded: the name behind its end */
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->printed);
  g_free (line->folded);
  g_free (line->behind);
}

static void
add_line (GArray *lines, guint piece, guint flags, const char *text, gsize length)
{
  g_autofree char *raw = g_strndup (text, length);
  Line line = { piece, flags, FALSE, NULL, NULL, NULL };
  g_autofree char *behind = NULL;

  line.printed = strip (raw, &line.is_path, &behind);
  line.folded = nb_text_fold (line.printed, -1);
  line.behind = behind != NULL ? nb_text_fold (behind, -1) : NULL;
  g_array_append_val (lines, line);
}

/* Whether a line says as a title whose report it is and of which year. */
static gboolean
is_complete (const char *folded)
{
  g_auto (NbTitleParts) parts = { 0 };

  return nb_title_parse (folded, &parts) && parts.organ != NULL && parts.year != 0;
}

/* The name of the site may stand before a title, or its first paragraph behind it, parted by a blank alone. */
static void
add_title_within (GArray *lines, guint piece, guint flags, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const char *stop = p;

      while (stop < end && !g_unichar_isspace (g_utf8_get_char (stop)))
        stop = g_utf8_next_char (stop);
      if (stop - p <= LONGEST_LINE && (p > text || stop < end))
        {
          g_autofree char *raw = g_strndup (p, (gsize) (stop - p));
          g_autofree char *folded = nb_text_fold (raw, -1);

          if (nb_words_suffix ("title.end", folded, strlen (folded)) > 0 && is_complete (folded))
            {
              add_line (lines, piece, flags, p, (gsize) (stop - p));
              return;
            }
        }
      p = stop < end ? g_utf8_next_char (stop) : end;
    }
}

static GArray *
collect_lines (NbDocument *document, NbRange head)
{
  const char *text = nb_document_get_text (document, NULL);
  guint n_pieces;
  const NbPiece *pieces = nb_document_get_pieces (document, &n_pieces);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  head.end = MIN (head.end, n_pieces);
  if (head.end > LONGEST_HEAD)
    head.first = MAX (head.first, head.end - LONGEST_HEAD);
  for (guint i = head.first; i < head.end; i++)
    {
      const char *start = text + pieces[i].offset;
      const Line *line;

      if (pieces[i].length == 0)
        continue;
      if (pieces[i].length > LONGEST_LINE)
        {
          add_title_within (lines, i, pieces[i].flags, start, MIN (pieces[i].length, LONGEST_LINE));
          continue;
        }
      add_line (lines, i, pieces[i].flags, start, pieces[i].length);
      line = &g_array_index (lines, Line, lines->len - 1);
      if (!line->is_path &&
          nb_words_suffix ("title.end", line->folded, strlen (line->folded)) > 0 &&
          !is_complete (line->folded))
        add_title_within (lines, i, pieces[i].flags, start, pieces[i].length);
    }
  return lines;
}

static int
score_title (const Line *line, const NbTitleParts *parts)
{
  int score = 0;

  if (parts->organ != NULL)
    score += SCORE_ORGAN;
  if (parts->year != 0)
    score += SCORE_YEAR;
  if ((line->flags & NB_PIECE_FURNITURE) == 0)
    score += SCORE_OWN;
  if ((line->flags & NB_PIECE_TITLE) != 0)
    score += SCORE_TITLE;
  if ((line->flags & NB_PIECE_HEADING) != 0)
    score += SCORE_HEADING;
  return line->is_path ? score - COST_PATH : score;
}

/* "政府信息公开年度报告" alone is an entry of a menu, unless the source calls it the title. */
static gboolean
says_enough (const Line *line, const NbTitleParts *parts)
{
  return parts->year != 0 ||
         (parts->organ != NULL && nb_organ_kind_for_name (parts->organ) != NB_ORGAN_UNKNOWN) ||
         ((line->flags & NB_PIECE_FURNITURE) == 0 &&
          (line->flags & (NB_PIECE_TITLE | NB_PIECE_HEADING)) != 0);
}

static gboolean
is_fragment (const Line *line)
{
  return !line->is_path && g_utf8_strlen (line->folded, -1) <= LONGEST_FRONT &&
         !nb_words_has ("punctuation", line->folded, strlen (line->folded));
}

static gboolean
names_organ_or_year (const char *folded)
{
  gsize offset, n;
  guint year;
  g_autofree char *rest = g_strdup (folded);

  n = nb_title_find_year (rest, strlen (rest), &offset, &year);
  if (n > 0)
    memmove (rest + offset, rest + offset + n, strlen (rest + offset + n) + 1);
  return *rest == '\0' || nb_organ_kind_for_name (rest) != NB_ORGAN_UNKNOWN;
}

/* Cheap, and enough to pass over nearly every line of a page. */
static gboolean
may_end_title (const Line *line)
{
  gsize length = strlen (line->folded);

  return nb_words_suffix ("title.end", line->folded, length) > 0 ||
         nb_words_suffix ("title.tail", line->folded, length) > 0 ||
         nb_words_suffix ("title.notice", line->folded, length) > 0 ||
         nb_words_suffix ("year.sign", line->folded, length) > 0 ||
         (length > 0 &&
          (line->folded[length - 1] == ')' || g_ascii_isdigit (line->folded[length - 1])));
}

/* Whether the lines from @first to @last are one title that was broken, not lines that stand together by chance.
 * @is_title: whether those behind the first are one without it; then the first has to be the organ or the year. */
static gboolean
may_join (const GArray *lines, guint first, guint last, gboolean is_title)
{
  const Line *end = &g_array_index (lines, Line, last);
  gsize offset;
  NbDate day;

  /* The day of the sign-off in brackets is not the year of the title. */
  if (nb_date_find (end->folded, -1, &offset, NULL, &day))
    return FALSE;
  for (guint i = first; i < last; i++)
    {
      g_auto (NbTitleParts) own = { 0 };
      const Line *line = &g_array_index (lines, Line, i);

      /* A title that is whole but for its year may have it in brackets on the next line. */
      if (!is_fragment (line) ||
          (nb_title_parse (line->folded, &own) && (own.year != 0 || *end->folded != '(')))
        return FALSE;
    }
  if (*end->folded != '(' && !is_fragment (end))
    return FALSE;
  return !is_title || names_organ_or_year (g_array_index (lines, Line, first).folded);
}

typedef enum
{
  FIT_NONE,
  FIT_TITLE,
  FIT_COMPLETE
} Fit;

/* "…年度报告-青禾县教育局": in the article itself the organ, around it the site. */
static void
take_name_behind (const Line *line, NbTitleParts *parts)
{
  if (parts->organ == NULL && line->behind != NULL && !line->is_path &&
      (line->flags & (NB_PIECE_FURNITURE | NB_PIECE_TITLE)) == 0 &&
      nb_organ_kind_for_name (line->behind) != NB_ORGAN_UNKNOWN && is_name (line->behind))
    parts->organ = g_strdup (line->behind);
}

/* Takes the lines from @first to @last for the title where they are a better one; whether they are a title, and whether
 * they say all that one can. */
static Fit
try_title (const GArray *lines, guint first, guint last, NbTitle *best)
{
  const Line *line = &g_array_index (lines, Line, last);
  g_autoptr (GString) printed = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_auto (NbTitleParts) parts = { 0 };
  Fit fit;
  int score;

  for (guint i = first; i <= last; i++)
    g_string_append (printed, g_array_index (lines, Line, i).printed);
  folded = nb_text_fold (printed->str, -1);
  if (!nb_title_parse (folded, &parts) || !says_enough (line, &parts))
    return FIT_NONE;
  take_name_behind (line, &parts);
  fit = parts.organ != NULL && parts.year != 0 ? FIT_COMPLETE : FIT_TITLE;
  score = score_title (line, &parts);
  if (score < best->score)
    return fit;

  nb_title_clear (best);
  best->text = g_strdup (printed->str);
  best->parts = parts;
  parts.organ = NULL;
  best->first = g_array_index (lines, Line, first).piece;
  best->last = line->piece;
  best->score = score;
  return fit;
}

/**
 * nb_title_find:
 * @document: a document
 * @head: the pieces before the first section of an article
 * @title: (out): its title, to be cleared
 *
 * Finds the title of an article.
 *
 * Returns: whether one is printed
 */
gboolean
nb_title_find (NbDocument *document, NbRange head, NbTitle *title)
{
  g_autoptr (GArray) lines = collect_lines (document, head);

  memset (title, 0, sizeof *title);
  title->score = -COST_PATH;
  for (guint i = 0; i < lines->len; i++)
    {
      Fit fit;

      if (!may_end_title (&g_array_index (lines, Line, i)))
        continue;
      fit = try_title (lines, i, i, title);
      for (guint n = 1; n < MOST_LINES && n <= i && fit != FIT_COMPLETE; n++)
        if (may_join (lines, i - n, i, fit == FIT_TITLE))
          fit = MAX (fit, try_title (lines, i - n, i, title));
    }
  return title->text != NULL;
}

/**
 * nb_title_is_line:
 * @document: a document
 * @piece: number of a piece
 *
 * Returns: whether the piece alone is a title with an organ or a year
 */
gboolean
nb_title_is_line (NbDocument *document, guint piece)
{
  NbTitle title;
  gboolean found = nb_title_find (document, (NbRange){ piece, piece + 1 }, &title);

  nb_title_clear (&title);
  return found;
}
