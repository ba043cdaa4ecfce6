/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Years, days and periods as Chinese documents print them: 2023-01-29, 2023/1/29, 2023.1.29,
 * 2023年1月29日, 二〇二三年一月二十九日, with wide digits and with spaces between. A damaged date
 * ("2018年11日", "202011日") is no date: nothing is ever completed by guessing. Any thread.
 */

#include "nb-date.h"

#include <string.h>

#define SIGN_YEAR       0x5e74 /* 年 */
#define SIGN_MONTH      0x6708 /* 月 */
#define SIGN_DAY        0x65e5 /* 日 */
#define SIGN_DAY_SPOKEN 0x53f7 /* 号 */
#define SIGN_HOUR       0x65f6 /* 时 */
#define SIGN_FROM       0x8d77 /* 起 */
#define SIGN_TO         0x81f3 /* 至 */
#define SIGN_TO_SPOKEN  0x5230 /* 到 */
#define SIGN_TEN        0x5341 /* 十 */
#define SIGN_TWENTY     0x5eff /* 廿 */
#define SIGN_CIRCLE     0x3007 /* 〇 */

#define FIRST_YEAR 1900
#define LAST_YEAR  2100

/* Where reading stands. A copy is a way back. */
typedef struct
{
  const char *p;
  const char *end;
} Cursor;

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x3000 ||
         c == 0xfeff || (c >= 0x2000 && c <= 0x200f);
}

/* Wide forms and dashes as their ASCII form, 0 at the end. */
static gunichar
peek (const Cursor *cursor)
{
  gunichar c;

  if (cursor->p >= cursor->end)
    return 0;
  c = g_utf8_get_char (cursor->p);
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500)
    c = '-';
  else if (c == 0x301c || c == 0x223c)
    c = '~';
  return c;
}

static void
step (Cursor *cursor)
{
  cursor->p = g_utf8_next_char (cursor->p);
}

static void
skip_spaces (Cursor *cursor)
{
  while (is_space (peek (cursor)))
    step (cursor);
}

static gboolean
take (Cursor *cursor, gunichar wanted)
{
  Cursor ahead = *cursor;

  skip_spaces (&ahead);
  if (peek (&ahead) != wanted)
    return FALSE;
  step (&ahead);
  *cursor = ahead;
  return TRUE;
}

static int
chinese_digit (gunichar c)
{
  /* 一 to 九 */
  static const gunichar digits[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                     0x516d, 0x4e03, 0x516b, 0x4e5d };

  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return (int) i + 1;
  return -1;
}

/* A digit of a year, where circles and the letter O stand for nought (never in a value cell). */
static int
year_digit (gunichar c)
{
  if (c >= '0' && c <= '9')
    return (int) (c - '0');
  if (c == SIGN_CIRCLE || c == 0x25cb || c == 0x25ef || c == 0x96f6 || c == 'O' || c == 'o')
    return 0;
  return chinese_digit (c);
}

static gboolean
take_year (Cursor *cursor, guint *year)
{
  Cursor ahead = *cursor;
  guint value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit;

      if (i > 0)
        skip_spaces (&ahead);
      digit = year_digit (peek (&ahead));
      if (digit < 0)
        return FALSE;
      value = value * 10 + (guint) digit;
      step (&ahead);
    }
  if (year_digit (peek (&ahead)) >= 0 || value < FIRST_YEAR || value > LAST_YEAR)
    return FALSE;

  *year = value;
  *cursor = ahead;
  return TRUE;
}

/* 一 to 三十一, 廿九. */
static gboolean
take_chinese_number (Cursor *cursor, guint *number)
{
  Cursor ahead = *cursor;
  int digit = chinese_digit (peek (&ahead));
  guint tens = 0, units = 0;

  if (digit > 0)
    {
      step (&ahead);
      units = (guint) digit;
    }
  if (peek (&ahead) == SIGN_TEN || (digit < 0 && peek (&ahead) == SIGN_TWENTY))
    {
      tens = peek (&ahead) == SIGN_TWENTY ? 2 : MAX (units, 1);
      units = 0;
      step (&ahead);
      digit = chinese_digit (peek (&ahead));
      if (digit > 0)
        {
          step (&ahead);
          units = (guint) digit;
        }
    }
  if (tens + units == 0)
    return FALSE;

  *number = tens * 10 + units;
  *cursor = ahead;
  return TRUE;
}

/* One or two digits, with a space between where @spaced. */
static gboolean
take_number (Cursor *cursor, gboolean spaced, guint *number)
{
  Cursor ahead = *cursor;
  guint value = 0, n_digits = 0;

  skip_spaces (&ahead);
  while (n_digits < 2 && peek (&ahead) >= '0' && peek (&ahead) <= '9')
    {
      value = value * 10 + (peek (&ahead) - '0');
      n_digits++;
      step (&ahead);
      *cursor = ahead;
      if (spaced)
        skip_spaces (&ahead);
    }
  if (n_digits == 0 || (peek (cursor) >= '0' && peek (cursor) <= '9'))
    return FALSE;

  *number = value;
  return TRUE;
}

static gboolean
take_month_and_day_by_signs (Cursor *cursor, guint *month, guint *day)
{
  Cursor ahead = *cursor;

  skip_spaces (&ahead);
  if (!take_chinese_number (&ahead, month) && !take_number (&ahead, TRUE, month))
    return FALSE;
  if (!take (&ahead, SIGN_MONTH))
    return FALSE;
  skip_spaces (&ahead);
  if (!take_chinese_number (&ahead, day) && !take_number (&ahead, TRUE, day))
    return FALSE;
  if (!take (&ahead, SIGN_DAY) && !take (&ahead, SIGN_DAY_SPOKEN))
    return FALSE;

  *cursor = ahead;
  return TRUE;
}

static gboolean
take_month_and_day_by_separator (Cursor *cursor, gunichar separator, guint *month, guint *day)
{
  Cursor ahead = *cursor;

  if (!take_number (&ahead, FALSE, month) || !take (&ahead, separator) ||
      !take_number (&ahead, FALSE, day))
    return FALSE;

  *cursor = ahead;
  return TRUE;
}

static gboolean
set_date (NbDate *date, guint year, guint month, guint day)
{
  if (month > 12 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  *date = (NbDate){ (guint16) year, (guint8) month, (guint8) day };
  return TRUE;
}

static gboolean
take_separator (Cursor *cursor, gunichar *separator)
{
  static const gunichar separators[] = { '-', '/', '.' };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (take (cursor, separators[i]))
      {
        *separator = separators[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_date (Cursor *cursor, NbDate *date, gunichar *separator)
{
  Cursor ahead = *cursor;
  guint year, month, day;
  gboolean found;

  if (!take_year (&ahead, &year))
    return FALSE;
  if (take (&ahead, SIGN_YEAR))
    {
      *separator = SIGN_YEAR;
      found = take_month_and_day_by_signs (&ahead, &month, &day);
    }
  else
    {
      found = take_separator (&ahead, separator) &&
              take_month_and_day_by_separator (&ahead, *separator, &month, &day);
    }
  if (!found || !set_date (date, year, month, day))
    return FALSE;

  *cursor = ahead;
  return TRUE;
}

/* "0时", "00:00": written behind the first and the last day by the careful. */
static void
skip_hour (Cursor *cursor)
{
  Cursor ahead = *cursor;
  guint number;

  if (!take_number (&ahead, FALSE, &number))
    return;
  if (take (&ahead, SIGN_HOUR))
    *cursor = ahead;
  else if (take (&ahead, ':') && take_number (&ahead, FALSE, &number))
    *cursor = ahead;
}

static gboolean
take_connector (Cursor *cursor)
{
  Cursor ahead = *cursor;
  gboolean found = FALSE;

  skip_hour (&ahead);
  take (&ahead, SIGN_FROM);
  take (&ahead, ',');
  if (take (&ahead, SIGN_TO) || take (&ahead, SIGN_TO_SPOKEN))
    found = TRUE;
  while (!found && (take (&ahead, '-') || take (&ahead, '~')))
    {
      while (take (&ahead, '-') || take (&ahead, '~'))
        ;
      found = TRUE;
    }
  if (found)
    *cursor = ahead;
  return found;
}

/**
 * nb_date_match_year:
 * @text: valid UTF-8
 * @end: where it ends
 * @year: (out): the year
 *
 * Reads a year of four digits, 1900 to 2100, at the very start of @text: Arabic, wide or Chinese
 * digits, also with spaces between. A longer run of digits is no year.
 *
 * Returns: the bytes read, 0 where no year stands there
 */
gsize
nb_date_match_year (const char *text, const char *end, guint *year)
{
  Cursor cursor = { text, end };

  return take_year (&cursor, year) ? (gsize) (cursor.p - text) : 0;
}

/**
 * nb_date_match:
 * @text: valid UTF-8
 * @end: where it ends
 * @date: (out): the day
 *
 * Reads a complete and valid day at the very start of @text.
 *
 * Returns: the bytes read, 0 where no day stands there
 */
gsize
nb_date_match (const char *text, const char *end, NbDate *date)
{
  Cursor cursor = { text, end };
  gunichar separator;

  return take_date (&cursor, date, &separator) ? (gsize) (cursor.p - text) : 0;
}

/**
 * nb_date_match_period:
 * @text: valid UTF-8
 * @end: where it ends
 * @first: (out): the first day
 * @last: (out): the last day
 *
 * Reads "2019年1月1日起至2019年12月31日", "2021年1月1日至12月31日", "2022.1.1-2022.12.31" and the like at the
 * very start of @text. The year may be left out of the last day.
 *
 * Returns: the bytes read, 0 where no whole period stands there
 */
gsize
nb_date_match_period (const char *text, const char *end, NbDate *first, NbDate *last)
{
  Cursor cursor = { text, end };
  gunichar separator, second;
  guint month, day;

  if (!take_date (&cursor, first, &separator) || !take_connector (&cursor))
    return 0;
  skip_spaces (&cursor);
  if (!take_date (&cursor, last, &second))
    {
      gboolean found = separator == SIGN_YEAR
                           ? take_month_and_day_by_signs (&cursor, &month, &day)
                           : take_month_and_day_by_separator (&cursor, separator, &month, &day);

      if (!found || !set_date (last, first->year, month, day))
        return 0;
    }
  if (last->year < first->year ||
      (last->year == first->year &&
       (last->month < first->month || (last->month == first->month && last->day < first->day))))
    return 0;

  return (gsize) (cursor.p - text);
}

/* The next place in [@p, @end) where a number may begin: behind no other digit. */
static const char *
next_number (const char *text, const char *p, const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    {
      Cursor here = { p, end };
      Cursor before = { p > text ? g_utf8_prev_char (p) : end, end };

      if (((guchar) *p < 0x80 && !g_ascii_isdigit (*p)) || year_digit (peek (&here)) < 0)
        continue;
      if (year_digit (peek (&before)) < 0)
        return p;
    }
  return NULL;
}

/**
 * nb_date_find:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 * @offset: (out) (optional): where the day begins
 * @used: (out) (optional): how long it is, in bytes
 * @date: (out): the day
 *
 * Finds the first complete and valid day in @text.
 *
 * Returns: whether there is one
 */
gboolean
nb_date_find (const char *text, gssize length, gsize *offset, gsize *used, NbDate *date)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *p = text; (p = next_number (text, p, end)) != NULL; p = g_utf8_next_char (p))
    {
      gsize n = nb_date_match (p, end, date);

      if (n == 0)
        continue;
      if (offset != NULL)
        *offset = (gsize) (p - text);
      if (used != NULL)
        *used = n;
      return TRUE;
    }
  return FALSE;
}

/**
 * nb_date_find_period:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 * @first: (out): the first day
 * @last: (out): the last day
 *
 * Finds the first whole period in @text.
 *
 * Returns: whether there is one
 */
gboolean
nb_date_find_period (const char *text, gssize length, NbDate *first, NbDate *last)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *p = text; (p = next_number (text, p, end)) != NULL; p = g_utf8_next_char (p))
    if (nb_date_match_period (p, end, first, last) > 0)
      return TRUE;
  return FALSE;
}

/**
 * nb_date_parse:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 * @date: (out): the day
 *
 * Reads what a meta element holds: a day, alone or before a time of day, or its eight digits.
 *
 * Returns: whether it is a day
 */
gboolean
nb_date_parse (const char *text, gssize length, NbDate *date)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  Cursor cursor = { text, end };
  guint value = 0, n_digits = 0;
  gunichar separator;

  skip_spaces (&cursor);
  if (take_date (&cursor, date, &separator))
    return TRUE;
  for (; (peek (&cursor) >= '0' && peek (&cursor) <= '9') && n_digits <= 14; step (&cursor))
    {
      if (n_digits < 8)
        value = value * 10 + (peek (&cursor) - '0');
      n_digits++;
    }
  /* 20230129, also with 204633 behind. */
  return (n_digits == 8 || n_digits == 14) && value / 10000 >= FIRST_YEAR &&
         value / 10000 <= LAST_YEAR &&
         set_date (date, value / 10000, value / 100 % 100, value % 100);
}

/**
 * nb_date_to_string:
 * @date: a day
 *
 * Returns: (transfer full): the day as YYYY-MM-DD
 */
char *
nb_date_to_string (NbDate date)
{
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}
