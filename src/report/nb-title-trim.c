/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What stands around the words of a title and belongs to none of its parts: marks, numbers and labels before it, its year
 * behind its end, months and quarters beside its year. All words are data. Any thread.
 */

#include "nb-title-trim.h"

#include "base/nb-date.h"
#include "base/nb-text.h"
#include "report/nb-identity-organ.h"
#include "report/nb-identity-title.h"
#include "report/nb-words.h"

#include <string.h>

/* Bytes of a label in brackets before a title. */
#define LONGEST_TAG 96
/* Bytes behind it that may be a title. */
#define SHORTEST_REST 18
/* Years that two digits can stand for, after 2000. */
#define FIRST_SHORT_YEAR 7
#define LAST_SHORT_YEAR  60

/* The bracket that closes one; 0 where the character opens none. */
static gunichar
find_closing (gunichar c)
{
  gunichar mirror;

  if (c == '(' || c == '[' || c == 0xff08 || c == 0x3010 || c == 0x3014 || c == 0x3016 ||
      c == 0x300c || c == 0xff3b)
    return g_unichar_get_mirror_char (c, &mirror) ? mirror : 0;
  return 0;
}

static gboolean
is_mark (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL || c == 0xb7 || c == 0x2022 || c == 0x203b;
}

static gboolean
has_year (const char *text)
{
  g_autofree char *folded = nb_text_fold (text, -1);
  gsize offset;
  guint year;

  return nb_title_find_year (folded, strlen (folded), &offset, &year) > 0;
}

/* A label in brackets: the name of the organ loses its brackets, any other is passed over. */
static gboolean
take_tag (const char **start, GString *out)
{
  gunichar closing = find_closing (g_utf8_get_char (*start));
  const char *open = g_utf8_next_char (*start);
  const char *close = closing != 0 ? g_utf8_strchr (open, -1, closing) : NULL;
  const char *behind = close != NULL ? g_utf8_next_char (close) : NULL;
  g_autofree char *tag = NULL;
  gsize offset;
  guint year;

  if (close == NULL || close - open > LONGEST_TAG || strlen (behind) < SHORTEST_REST)
    return FALSE;
  tag = nb_text_fold (open, close - open);
  if (nb_organ_kind_for_name (tag) != NB_ORGAN_UNKNOWN)
    g_string_append_len (out, open, close - open);
  else if (nb_title_find_year (tag, strlen (tag), &offset, &year) > 0 && !has_year (behind))
    return FALSE;
  *start = behind;
  return TRUE;
}

static gsize
skip_digits (const char *p)
{
  return strspn (p, "0123456789");
}

/* The size of a mark behind a number or a label. */
static gsize
separator_size (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == '.' || c == ':' || c == 0x3001 || c == 0xff1a || c == 0xff0e
             ? (gsize) (g_utf8_next_char (p) - p)
             : 0;
}

/* "附件1：", "1.": what numbers a title among others. */
static gboolean
take_number (const char **start)
{
  gsize label = nb_words_prefix ("title.attachment", *start);
  gsize digits = skip_digits (*start + label);
  gsize mark = separator_size (*start + label + digits);

  if (digits > 2 || (mark == 0 && (label == 0 || digits == 0)) || label + digits == 0)
    return FALSE;
  /* "12.5": no number of a title. */
  if (skip_digits (*start + label + digits + mark) > 0 && label == 0)
    return FALSE;
  *start += label + digits + mark;
  return TRUE;
}

/**
 * nb_title_drop_front:
 * @text: a line without white space
 *
 * Drops marks, numbers and labels before a title.
 *
 * Returns: (transfer full): the rest
 */
char *
nb_title_drop_front (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*text != '\0')
    if (is_mark (g_utf8_get_char (text)))
      text = g_utf8_next_char (text);
    else if (!take_number (&text) && !take_tag (&text, out))
      break;
  g_string_append (out, text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * nb_title_take_year_behind:
 * @title: a folded title
 * @year: (inout): set where the year stands behind the end of the title
 *
 * Takes the year off the end: "…年度报告2023年".
 */
void
nb_title_take_year_behind (GString *title, guint *year)
{
  gsize end = title->len - nb_words_suffix ("year.sign", title->str, title->len);
  const char *start = title->str + end;
  guint found;

  for (guint i = 0; i < 4 && start > title->str; i++)
    start = g_utf8_prev_char (start);
  if (start == title->str ||
      nb_date_match_year (start, title->str + end, &found) != (gsize) (title->str + end - start) ||
      nb_words_suffix ("title.end", title->str, (gsize) (start - title->str)) == 0)
    return;
  if (*year == 0)
    *year = found;
  g_string_truncate (title, (gsize) (start - title->str));
}

/* The bytes at the end of @text before @end that are digits. */
static gsize
digits_before (const char *text, gsize end)
{
  gsize n = 0;

  while (n < end && g_ascii_isdigit (text[end - n - 1]))
    n++;
  return n;
}

static gsize
dash_before (const char *text, gsize end)
{
  const char *p = end > 0 ? g_utf8_prev_char (text + end) : NULL;
  gunichar c = p != NULL ? g_utf8_get_char (p) : 0;

  return c == '-' || c == '~' || c == 0x81f3 || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION
             ? (gsize) (text + end - p)
             : 0;
}

/**
 * nb_title_day_size:
 * @text: what stands behind a year in folded text
 * @end: where the text ends
 *
 * Returns: the bytes of the month, and of the day, that make a date of the year ("1月", "1月20日"): 0 where none does, or
 * where it begins a span ("1-11月", "1月至11月")
 */
gsize
nb_title_day_size (const char *text, const char *end)
{
  const char *p = text;
  gsize digits = 0, n = 0;

  while (p + digits < end && g_ascii_isdigit (p[digits]))
    digits++;
  if (digits == 0 || digits > 2)
    return 0;
  p += digits;
  n = p < end ? nb_words_prefix ("title.month", p) : 0;
  if (n == 0 || p + n > end)
    return 0;
  p += n;
  for (digits = 0; p + digits < end && g_ascii_isdigit (p[digits]);)
    digits++;
  n = digits > 0 && digits <= 2 && p + digits < end ? nb_words_prefix ("period.day", p + digits)
                                                    : 0;
  if (n > 0)
    p += digits + n;
  return p < end && dash_before (p, (gsize) (g_utf8_next_char (p) - p)) > 0 ? 0
                                                                            : (gsize) (p - text);
}

/**
 * nb_title_find_day:
 * @text: folded text
 * @length: its length in bytes
 * @offset: (out): where it begins
 *
 * Finds the first year that is one of a date.
 *
 * Returns: the bytes of the date; 0 for none
 */
gsize
nb_title_find_day (const char *text, gsize length, gsize *offset)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      guint year;
      gsize n = p > text && g_ascii_isdigit (p[-1]) ? 0 : nb_date_match_year (p, end, &year), day;

      if (n == 0)
        continue;
      n += nb_words_prefix ("year.sign", p + n);
      day = p + n < end ? nb_title_day_size (p + n, end) : 0;
      if (day == 0 || dash_before (text, (gsize) (p - text)) > 0)
        continue;
      *offset = (gsize) (p - text);
      return n + day;
    }
  return 0;
}

/**
 * nb_title_find_first_year:
 * @text: folded text
 * @offset: where a year begins in it
 *
 * Returns: where the years begin that it ends ("2022-2023年"): @offset where it stands alone
 */
gsize
nb_title_find_first_year (const char *text, gsize offset)
{
  gsize dash = dash_before (text, offset);
  gsize end = offset - dash;
  gsize digits;

  if (dash == 0)
    return offset;
  end -= nb_words_suffix ("year.sign", text, end);
  digits = digits_before (text, end);
  return digits == 4 ? end - digits : offset;
}

/**
 * nb_title_next_year_size:
 * @text: what stands behind a year in folded text
 * @end: where the text ends
 * @year: (inout): set to the next year
 *
 * Returns: the bytes up to the end of another year that goes on with it ("、2023年", "和2023年"); 0 where none does
 */
gsize
nb_title_next_year_size (const char *text, const char *end, guint *year)
{
  const char *p = text < end && !g_ascii_isdigit (*text) ? g_utf8_next_char (text) : text;
  gsize n = p < end ? nb_date_match_year (p, end, year) : 0;

  return n > 0 ? (gsize) (p - text) + n + nb_words_prefix ("year.sign", p + n) : 0;
}

/* "1-11月", "1月-12月". */
static gsize
months_size (const char *text, gsize length)
{
  gsize end = length - nb_words_suffix ("title.month", text, length), digits, dash;

  digits = digits_before (text, end);
  if (end == length || digits == 0 || digits > 2)
    return 0;
  end -= digits;
  dash = dash_before (text, end);
  if (dash == 0)
    return 0;
  end -= dash;
  end -= nb_words_suffix ("title.month", text, end);
  digits = digits_before (text, end);
  return digits == 0 || digits > 2 ? 0 : length - (end - digits);
}

/* The bytes of a dash at @p. */
static gsize
dash_size (const char *p)
{
  return *p != '\0' ? dash_before (p, (gsize) (g_utf8_next_char (p) - p)) : 0;
}

/* "12月", "31日", a "1" before a dash and a "2024年" behind one: the bytes of a part of a span of days; 0 for none. */
static gsize
span_part_size (const char *p, gboolean is_behind_dash, gboolean *has_month)
{
  gsize digits = skip_digits (p), month, sign;
  const char *end = p + digits;

  if (digits == 4 && is_behind_dash)
    return (sign = nb_words_prefix ("year.sign", end)) > 0 ? digits + sign : 0;
  if (digits == 0 || digits > 2)
    return 0;
  month = nb_words_prefix ("title.month", end);
  sign = MAX (month, nb_words_prefix ("period.day", end));
  *has_month |= month > 0;
  return sign > 0 || dash_size (end) > 0 ? digits + sign : 0;
}

/**
 * nb_title_months_size:
 * @text: what stands behind a year in folded text
 *
 * Returns: the bytes of months and days that go on with it ("12月", "1月1日-12月31日", "1月1日-2024年12月31日"); 0 for none
 */
gsize
nb_title_months_size (const char *text)
{
  const char *p = text;
  gboolean has_month = FALSE;
  gsize part, dash = 0;

  while ((part = span_part_size (p + dash, dash > 0, &has_month)) > 0)
    {
      p += dash + part;
      dash = dash_size (p);
    }
  return has_month ? (gsize) (p - text) : 0;
}

/**
 * nb_title_drop_day_behind:
 * @title: a folded title
 *
 * Drops a day behind its end: "…年度报告2025-01-20".
 */
void
nb_title_drop_day_behind (GString *title)
{
  gsize offset, used;
  NbDate day;

  if (nb_date_find (title->str, (gssize) title->len, &offset, &used, &day) &&
      offset + used == title->len && nb_words_suffix ("title.end", title->str, offset) > 0)
    g_string_truncate (title, offset);
}

/**
 * nb_title_span_size:
 * @text: folded text
 * @length: its length in bytes
 *
 * Returns: how many bytes at its end tell a part of a year; 0 for none
 */
gsize
nb_title_span_size (const char *text, gsize length)
{
  gsize n = nb_words_suffix ("title.span", text, length);

  return n > 0 ? n : months_size (text, length);
}

/**
 * nb_title_take_short_year:
 * @front: (inout): what stands before the subject of a title
 * @year: (out): the year
 *
 * Takes a year of two digits out of it: "教育局23年".
 *
 * Returns: whether there is one
 */
gboolean
nb_title_take_short_year (GString *front, guint *year)
{
  gsize end = front->len - nb_words_suffix ("year.sign", front->str, front->len);
  gsize digits = digits_before (front->str, end);
  guint value;

  if (end == front->len || digits != 2)
    return FALSE;
  value = (guint) g_ascii_strtoull (front->str + end - digits, NULL, 10);
  if (value < FIRST_SHORT_YEAR || value > LAST_SHORT_YEAR)
    return FALSE;
  *year = 2000 + value;
  g_string_truncate (front, end - digits);
  return TRUE;
}
