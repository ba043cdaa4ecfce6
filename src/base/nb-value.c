/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What stands in one cell: a number with its unit and remark, a placeholder, nothing, or something
 * that is not to be guessed at. The whole cell must be understood; a cell that is understood in
 * part is unreadable.
 */

#include "nb-value.h"

#include "nb-limits.h"
#include "nb-text.h"

#include <string.h>

/* Units, longest first where one begins with another. @money: power of ten to 万元, for amounts.
 * @shift: power of ten for multipliers of counts. The words are escaped: see tests/lint. */
typedef struct
{
  const char *word;
  const char *unit; /* as exported; NULL: a bare multiplier */
  gboolean is_money;
  int shift;
} Unit;

static const Unit units[] = {
  { "\u4ebf\u5143", "\u4e07\u5143", TRUE, 4 }, /* 100 million yuan */
  { "\u767e\u4e07\u5143", "\u4e07\u5143", TRUE, 2 },
  { "\u4e07\u5143", "\u4e07\u5143", TRUE, 0 },  /* 10 000 yuan */
  { "\u5343\u5143", "\u4e07\u5143", TRUE, -1 }, /* 1 000 yuan */
  { "\u5143", "\u4e07\u5143", TRUE, -4 },       /* yuan */
  { "\u4e07", NULL, FALSE, 4 },
  { "\u4ebf", NULL, FALSE, 8 },
  { "\u4eba\u6b21", "\u4eba\u6b21", FALSE, 0 }, /* person-times */
  { "\u4ef6", "\u4ef6", FALSE, 0 },             /* cases */
  { "\u6761", "\u6761", FALSE, 0 },             /* items */
  { "\u4e2a", "\u4e2a", FALSE, 0 },
  { "\u9879", "\u9879", FALSE, 0 },
  { "\u6b21", "\u6b21", FALSE, 0 }, /* times */
  { "\u4eba", "\u4eba", FALSE, 0 }, /* persons */
  { "\u540d", "\u540d", FALSE, 0 },
  { "\u7bc7", "\u7bc7", FALSE, 0 }, /* articles */
  { "\u8d77", "\u8d77", FALSE, 0 },
  { "\u5b97", "\u5b97", FALSE, 0 },
  { "\u4efd", "\u4efd", FALSE, 0 },
  { "\u4f8b", "\u4f8b", FALSE, 0 },
  { "\u573a", "\u573a", FALSE, 0 },
  { "\u671f", "\u671f", FALSE, 0 },
  { "\u90e8", "\u90e8", FALSE, 0 },
  { "\u5bb6", "\u5bb6", FALSE, 0 },
  { "\u5904", "\u5904", FALSE, 0 },
};

/* What makes another unit of one of money: tens and hundreds of it, and what is no yuan. */
static const char *const other_money[] = {
  "\u5341", "\u767e", "\u5343", "\u4e07", /* ten, hundred, thousand, ten thousand */
  "\u7f8e", "\u6e2f", "\u6b27", "\u65e5",
  "\u6fb3", /* of the USA, Hong Kong, Europe, Japan, Australia */
};

/* Signs of a change, after folding. */
static const struct
{
  const char *word;
  int sign;
} signs[] = {
  { "+", 1 },
  { "-", -1 },
  { "\u589e\u52a0", 1 },  /* increased */
  { "\u65b0\u589e", 1 },  /* newly added */
  { "\u51cf\u5c11", -1 }, /* decreased */
  { "\u589e", 1 },
  { "\u51cf", -1 },
  { "\u2191", 1 },
  { "\u2193", -1 },
};

/* Words for "nothing to fill in". */
static const char *const placeholders[] = {
  "\u65e0", "\u4e0d\u9002\u7528", "N/A", "n/a", "\u65e0\u6b64\u9879",
};

#define NB_MONEY_UNIT "\u4e07\u5143"

/* A word for nothing, or dashes, with a unit behind them or none. */
static gboolean
is_placeholder (const char *folded)
{
  gsize n_dashes = strspn (folded, "-/\\_");

  for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (g_str_equal (folded, placeholders[i]))
      return TRUE;
  for (gsize i = 0; n_dashes > 0 && i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (folded + n_dashes, units[i].word))
      return TRUE;
  return folded[n_dashes] == '\0';
}

/* "46（上年） 26（本年）" is no number with one remark: whether @inner, the text between the first bracket and the last, closes
 * the first, and another number follows with a bracket of its own. Nobody knows which of the two is meant. "1）3件；2）5件" within
 * one remark opens nothing and is left alone. */
static gboolean
holds_other_number (const char *inner, gsize length, const char *open, const char *close)
{
  guint depth = 1;
  gboolean has_number = FALSE;

  for (const char *p = inner; p < inner + length; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, close))
        depth -= depth > 0;
      else if (g_str_has_prefix (p, open) && depth++ == 0 && has_number)
        return TRUE;
      else if (depth == 0)
        has_number |= g_unichar_isdigit (g_utf8_get_char (p));
    }
  return FALSE;
}

/* Where the bracketed remark begins that ends @text, in bytes; the length of @text where there
 * is none. */
static gsize
find_remark (const char *text, gsize length, gsize *inner_offset, gsize *inner_length)
{
  static const char *const pairs[][2] = {
    { "(", ")" },           { "\uff08", "\uff09" }, { "[", "]" },      { "\u3014", "\u3015" },
    { "\u3010", "\u3011" }, { "(", "\uff09" },      { "\uff08", ")" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *open;
      gsize n_open = strlen (pairs[i][0]), n_close = strlen (pairs[i][1]);

      if (length < n_open + n_close || memcmp (text + length - n_close, pairs[i][1], n_close) != 0)
        continue;
      open = g_strstr_len (text, (gssize) length, pairs[i][0]);
      if (open == NULL || (gsize) (open - text) + n_open > length - n_close)
        continue;
      *inner_offset = (gsize) (open - text) + n_open;
      *inner_length = length - n_close - *inner_offset;
      if (holds_other_number (text + *inner_offset, *inner_length, pairs[i][0], pairs[i][1]))
        return length;
      return (gsize) (open - text);
    }

  return length;
}

static const Unit *
find_unit (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (text, units[i].word))
      return &units[i];
  return NULL;
}

/* Reads an unsigned number with or without thousands separators from the head of @text.
 * Returns what follows, NULL where there is none. */
static const char *
read_number (const char *text, NbDecimal *number)
{
  char digits[NB_LIMIT_DIGITS * 3];
  gsize n = 0;
  guint group = 0;
  gboolean grouped = FALSE, point = FALSE;
  const char *p = text;

  for (; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        group++;
      else if (*p == ',' && !point && g_ascii_isdigit (p[1]))
        {
          if (group == 0 || group > 3 || (grouped && group != 3))
            return NULL;
          grouped = TRUE;
          group = 0;
          continue;
        }
      else if (*p == '.' && !point && g_ascii_isdigit (p[1]))
        {
          if (grouped && group != 3)
            return NULL;
          point = TRUE;
        }
      else
        break;
      if (n >= sizeof digits)
        return NULL;
      digits[n++] = *p;
    }
  if (grouped && !point && group != 3)
    return NULL;
  return n > 0 && nb_decimal_parse (digits, (gssize) n, number) ? p : NULL;
}

static const char *
read_sign (const char *text, int *sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i].word))
      {
        *sign = signs[i].sign;
        return text + strlen (signs[i].word);
      }
  return text;
}

/* Puts the unit behind the number to use. FALSE where it does not fit a cell of this kind. */
static gboolean
apply_unit (const Unit *unit, NbValueKind kind, NbValue *value)
{
  gboolean is_multiplier = unit->unit == NULL;
  int shift = unit->shift;

  if (kind == NB_VALUE_MONEY)
    {
      if (!unit->is_money && !is_multiplier)
        return FALSE;
      if (is_multiplier)
        shift -= 4;
      value->unit = NB_MONEY_UNIT;
    }
  else
    {
      if (unit->is_money)
        return FALSE;
      value->unit = unit->unit;
    }
  return nb_decimal_shift (value->value, shift, &value->value);
}

/* A unit behind a multiplier of a count: 3.5万件. */
static gboolean
apply_tail (const char *tail, NbValueKind kind, NbValue *value)
{
  const Unit *unit = find_unit (tail);

  if (*tail == '\0')
    return TRUE;
  if (unit != NULL)
    return apply_unit (unit, kind, value);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const Unit *counter;

      if (units[i].unit != NULL || kind == NB_VALUE_MONEY ||
          !g_str_has_prefix (tail, units[i].word))
        continue;
      counter = find_unit (tail + strlen (units[i].word));
      return counter != NULL && counter->unit != NULL && apply_unit (&units[i], kind, value) &&
             apply_unit (counter, kind, value);
    }
  return FALSE;
}

/* "+5/-3", "增5减3": the sum of several signed numbers. */
static gboolean
read_sum (const char *text, NbDecimal *sum)
{
  guint n = 0;

  *sum = NB_DECIMAL_ZERO;
  while (*text != '\0')
    {
      int sign = 0;
      NbDecimal number;
      const char *rest = read_number (read_sign (text, &sign), &number);

      if (rest == NULL || sign == 0)
        return FALSE;
      number.unscaled *= sign;
      if (!nb_decimal_add (*sum, number, sum))
        return FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
        if (units[i].unit != NULL && !units[i].is_money && g_str_has_prefix (rest, units[i].word))
          {
            rest += strlen (units[i].word);
            break;
          }
      while (*rest == '/' || *rest == ',' || *rest == ';' || g_str_has_prefix (rest, "\u3001"))
        rest = g_utf8_next_char (rest);
      text = rest;
      n++;
    }

  return n > 1;
}

/* Spaces may stand between a number and what surrounds it, never between two digits. */
static gboolean
drop_spaces (char *text)
{
  char *out = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != ' ')
        {
          *out++ = *p;
          continue;
        }
      if (out > text && (g_ascii_isdigit (out[-1]) || out[-1] == '.' || out[-1] == ',') &&
          (g_ascii_isdigit (p[1]) || p[1] == '.' || p[1] == ','))
        return FALSE;
    }
  *out = '\0';
  return TRUE;
}

static NbState
state_of (NbDecimal value)
{
  return nb_decimal_is_zero (value) ? NB_STATE_ZERO : NB_STATE_NUMBER;
}

/* Reads what is left of a cell when its remark is taken off. */
static gboolean
parse_body (char *body, NbValueKind kind, NbValue *value)
{
  int sign = 0;
  const char *rest;
  const char *p;

  if (!drop_spaces (body))
    return FALSE;
  p = kind == NB_VALUE_MONEY && g_str_has_prefix (body, "\u00a5") ? body + 2 : body;
  p = read_sign (p, &sign);
  if (sign != 0 && kind != NB_VALUE_SIGNED && *body != '+' && *body != '-')
    return FALSE;
  rest = read_number (p, &value->value);
  if (rest == NULL)
    return FALSE;
  if (sign < 0)
    value->value.unscaled = -value->value.unscaled;
  return apply_tail (rest, kind, value);
}

/* "1.234" as a count: the stop parts thousands, or it is no count. */
static gboolean
has_thousands_stop (const char *body, NbValueKind kind)
{
  const char *digits = body + strcspn (body, "0123456789"),
             *stop = digits + strspn (digits, "0123456789");

  return kind != NB_VALUE_MONEY && *stop == '.' && stop > digits && stop - digits <= 3 &&
         *digits != '0' && strspn (stop + 1, "0123456789") == 3;
}

/* Whether a dash stands there that is no minus: a line for "nothing", or the dash of a list. Before a number it says
 * nothing that can be relied on; a shorter one is the sign of a change. */
static gboolean
has_line (const char *text, gsize length, NbValueKind kind)
{
  static const char *const lines[] = { "\u2014", "\u2015", "\u2500", "\u2501", "\ufe58", "\u2010",
                                       "\u2011", "\u2012", "\u2013", "\ufe63", "\uff0d" };
  guint n = kind == NB_VALUE_SIGNED ? 5 : G_N_ELEMENTS (lines);

  for (guint i = 0; i < n; i++)
    if (g_strstr_len (text, (gssize) length, lines[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A number of ten thousands is told to the reader as a remark. FALSE for hundreds of millions, which no count is. */
static gboolean
tell_multiplier (const char *text, gsize start, gsize length, NbValue *value)
{
  static const char ten_thousand[] = "\u4e07", hundred_million[] = "\u4ebf";
  const char *found = g_strstr_len (text + start, (gssize) length, ten_thousand);

  if (g_strstr_len (text + start, (gssize) length, hundred_million) != NULL)
    return FALSE;
  if (found != NULL && value->remark_length == 0)
    {
      value->remark_offset = (gsize) (found - text);
      value->remark_length = strlen (ten_thousand);
    }
  return TRUE;
}

/* "(万元)", "（件）": a remark that is a unit is the unit. */
static gboolean
remark_is_unit (const char *text, gsize length, NbValueKind kind, NbValue *value)
{
  g_autofree char *folded = nb_text_fold (text, (gssize) length);
  const Unit *unit = find_unit (folded);
  NbValue with_unit = *value;

  if (unit == NULL || unit->unit == NULL || value->unit != NULL ||
      !apply_unit (unit, kind, &with_unit))
    return FALSE;
  *value = with_unit;
  return TRUE;
}

/* The cells that are most of every report: nothing, and a few ASCII digits. */
static gboolean
parse_plain (const char *text, gsize length, NbValue *value)
{
  NbDecimal number = NB_DECIMAL_ZERO;

  if (length > 9)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      number.unscaled = number.unscaled * 10 + (text[i] - '0');
    }
  value->value = number;
  value->state = length == 0 ? NB_STATE_BLANK : state_of (number);
  return TRUE;
}

/**
 * nb_value_parse:
 * @text: what stands in the cell, valid UTF-8
 * @length: its length in bytes, or -1
 * @kind: what the form asks for there
 *
 * Reads one cell. Full-width digits, thousands separators, a counter, a bracketed remark, and for
 * amounts 元, 万元, 亿元 are understood; an amount is turned into 万元, and a count of 万 into ones with 万 as its remark.
 * A number of more than NB_LIMIT_DIGITS digits, Chinese numerals, an exponent, a dash that is no minus before a number
 * that has no sign, marks that turn the order of characters round, or anything that is left over make the cell unreadable
 * (DOMAIN §7.2).
 *
 * Returns: the value; its state is never NB_STATE_MISSING
 */
NbValue
nb_value_parse (const char *text, gssize length, NbValueKind kind)
{
  NbValue value = { .state = NB_STATE_UNREADABLE };
  gsize start = 0, n = length < 0 ? strlen (text) : (gsize) length;
  gsize body_length, inner_offset = 0, inner_length = 0;
  g_autofree char *body = NULL;
  g_autofree char *whole = NULL;

  nb_text_trim (text, &start, &n);
  if (parse_plain (text + start, n, &value))
    return value;

  whole = nb_text_fold (text + start, (gssize) n);
  if (is_placeholder (whole))
    {
      value.state = NB_STATE_PLACEHOLDER;
      return value;
    }

  body_length = find_remark (text + start, n, &inner_offset, &inner_length);
  if (nb_text_is_compatible (text + start, (gssize) body_length))
    return (NbValue){ .state = NB_STATE_UNREADABLE };
  body = nb_text_fold_keep (text + start, (gssize) body_length);
  if (parse_body (body, kind, &value) && !has_thousands_stop (body, kind) &&
      !has_line (text + start, body_length, kind) &&
      !nb_text_is_reversed (text + start, (gssize) n))
    {
      value.state = state_of (value.value);
      if (inner_length > 0 &&
          !remark_is_unit (text + start + inner_offset, inner_length, kind, &value))
        {
          value.remark_offset = start + inner_offset;
          value.remark_length = inner_length;
        }
      if (kind != NB_VALUE_MONEY && !tell_multiplier (text, start, body_length, &value))
        return (NbValue){ .state = NB_STATE_UNREADABLE };
      return value;
    }

  if (kind == NB_VALUE_SIGNED && read_sum (whole, &value.value) &&
      !has_line (text + start, n, kind) && !nb_text_is_reversed (text + start, (gssize) n))
    return (NbValue){ state_of (value.value), value.value, NULL, start, n };
  return (NbValue){ .state = NB_STATE_UNREADABLE };
}

/* Whether a value may begin with the ideograph at @text: most texts that are asked for are labels. */
static gboolean
may_begin (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strncmp (text, signs[i].word, 3) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (strncmp (text, placeholders[i], 3) == 0)
      return TRUE;
  return FALSE;
}

/**
 * nb_value_looks_like:
 * @text: some text
 * @length: its length in bytes, or -1
 *
 * Whether @text could stand in a value cell of any kind: a number or a placeholder.
 *
 * Returns: %TRUE for a value, %FALSE for a label, for prose and for nothing at all
 */
gboolean
nb_value_looks_like (const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (n == 0 || n > 400 ||
      (n >= 3 && (guchar) *text >= 0xe4 && (guchar) *text <= 0xe9 && !may_begin (text)))
    return FALSE;
  for (NbValueKind kind = NB_VALUE_SIGNED; kind <= NB_VALUE_MONEY; kind++)
    {
      NbState state = nb_value_parse (text, (gssize) n, kind).state;

      if (state == NB_STATE_NUMBER || state == NB_STATE_ZERO || state == NB_STATE_PLACEHOLDER)
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_value_is_unit:
 * @text: some text
 * @length: its length in bytes, or -1
 *
 * Returns: whether @text is a unit and nothing else
 */
gboolean
nb_value_is_unit (const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *folded = NULL;
  const Unit *unit;

  if (n == 0 || n > 24)
    return FALSE;
  folded = nb_text_fold (text, (gssize) n);
  unit = find_unit (folded);
  return unit != NULL && unit->unit != NULL;
}

/* Whether the text up to @at ends with what announces a unit: a colon, "unit", "with", "is". */
static gboolean
is_announced (const char *text, const char *at)
{
  gunichar c = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;

  return c == ':' || c == 0x4f4d || c == 0x4ee5 || c == 0x4e3a;
}

/* Whether "单位" that ends at @end begins a text or a bracket, or is that of an amount. An organ is called so as well: "我单位". */
static gboolean
is_word_for_unit (const char *text, const char *end)
{
  const char *begin = end;
  gunichar c;

  for (guint i = 0; i < 2 && begin > text; i++)
    begin = g_utf8_prev_char (begin);
  c = begin > text ? g_utf8_get_char (g_utf8_prev_char (begin)) : '(';
  return c == '(' || c == '[' || c == 0x91cf || c == 0x989d || c == 0x8ba1;
}

/* Whether a number other than 1 stands right before a unit, and the unit is announced: "单位：100元", "以100件为单位". */
static gboolean
ends_with_factor (const char *text, const char *unit, const char *end)
{
  const char *digits = unit, *before;
  gboolean has_colon;

  while (digits > text && g_ascii_isdigit (digits[-1]))
    digits--;
  if (digits == unit || digits == text || (unit - digits == 1 && *digits == '1'))
    return FALSE;
  before = g_utf8_prev_char (digits);
  has_colon = *before == ':' && before > text;
  if (has_colon)
    before = g_utf8_prev_char (before);
  return (g_utf8_get_char (before) == 0x4f4d && (has_colon || is_word_for_unit (text, digits))) ||
         (g_utf8_get_char (before) == 0x4ee5 && g_utf8_get_char (end) == 0x4e3a);
}

/* Whether @unit, which stands at @word in @text, is a part of another unit of money. */
static gboolean
is_other_money (const char *text, const char *word, const Unit *unit)
{
  /* "万)元": a bracket that has slipped into it parts no unit. */
  const char *end = word > text && word[-1] == ')' ? word - 1 : word;

  for (gsize i = 0; i < G_N_ELEMENTS (other_money); i++)
    {
      gsize n = strlen (other_money[i]);

      if ((gsize) (end - text) >= n && memcmp (end - n, other_money[i], n) == 0)
        return TRUE;
    }
  return ends_with_factor (text, word, word + strlen (unit->word));
}

/* What stands before a unit and behind it, where several are listed, with "or" as well, or one is put in brackets. */
static gboolean
is_unit_sign (gunichar c)
{
  return c == '(' || c == ')' || c == '[' || c == ']' || c == ':' || c == '/' || c == ',' ||
         c == ';' || c == '.' || c == 0x3001 || c == 0x3002 || c == 0x3010 || c == 0x3011 ||
         c == 0x6216;
}

static gboolean
begins_unit (const char *text, const char *at)
{
  return at == text || is_unit_sign (g_utf8_get_char (g_utf8_prev_char (at))) ||
         is_announced (text, at);
}

/* The text ends, or goes on with another sign or "is". */
static gboolean
ends_unit (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c == '\0' || is_unit_sign (c) || c == 0x4e3a;
}

/* The longest unit of money in a text, and where it stands. */
static const Unit *
find_money (const char *text, const char **at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units) && units[i].is_money; i++)
    if ((*at = strstr (text, units[i].word)) != NULL)
      return &units[i];
  return NULL;
}

/* Whether a unit of money other than @unit stands in @text as a unit does: "万元/元". */
static gboolean
names_other_money (const char *text, const Unit *unit)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    for (gsize i = 0; i < G_N_ELEMENTS (units) && units[i].is_money; i++)
      if (units[i].shift != unit->shift && g_str_has_prefix (p, units[i].word) &&
          begins_unit (text, p) && ends_unit (p + strlen (units[i].word)))
        return TRUE;
  return FALSE;
}

/**
 * nb_value_apply_unit:
 * @value: (inout): a number that was read without a unit
 * @kind: what the form asks for
 * @text: text that may name the unit: a unit cell, or a head such as "金额(单位:万元)"
 * @length: its length in bytes, or -1
 *
 * Gives an amount the unit that stands beside it or above it, and turns it into 万元. Counts and
 * amounts that have a unit stay as they are. An amount of a unit that is not known, as 十万元 or 万美元, or of
 * one of several, as 万元/元, becomes unreadable.
 *
 * Returns: whether @text named a unit of money
 */
gboolean
nb_value_apply_unit (NbValue *value, NbValueKind kind, const char *text, gssize length)
{
  g_autofree char *folded = nb_text_fold (text, length);
  NbValue with_unit = *value;
  const char *word;
  const Unit *unit = find_money (folded, &word);

  if (kind != NB_VALUE_MONEY || value->unit != NULL || strstr (folded, NB_TEXT_LOST) != NULL ||
      unit == NULL)
    return FALSE;
  if (!apply_unit (unit, kind, &with_unit) || is_other_money (folded, word, unit) ||
      names_other_money (folded, unit))
    with_unit = (NbValue){ .state = NB_STATE_UNREADABLE };
  *value = with_unit;
  return TRUE;
}

/* Whether a unit such as 万件, 千人次 stands at @at in @text. Of tens of them, and of a multiple without a counter, only where a
 * unit is announced: else it may be a number. */
static gboolean
is_multiple (const char *text, const char *at)
{
  const char *p = at, *counter;
  gunichar last = g_utf8_get_char (at);

  if ((last == '%' || last == 0x2030) && ends_unit (g_utf8_next_char (at)))
    return is_announced (text, at);
  last = 0;

  for (gunichar c = g_utf8_get_char (p);
       c == 0x5341 || c == 0x767e || c == 0x5343 || c == 0x4e07 || c == 0x4ebf;
       c = g_utf8_get_char (p))
    {
      last = c;
      p = g_utf8_next_char (p);
    }
  counter = p;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit != NULL && !units[i].is_money && g_str_has_prefix (p, units[i].word))
      {
        p += strlen (units[i].word);
        break;
      }
  return last != 0 && ends_unit (p) && (is_announced (text, at) || (last != 0x5341 && p > counter));
}

/* Whether a counter stands at @at with a number before it: "单位：100件". */
static gboolean
is_counted (const char *text, const char *at)
{
  for (gsize i = 0; g_utf8_get_char (at) >= 0x80 && i < G_N_ELEMENTS (units); i++)
    if (units[i].unit != NULL && !units[i].is_money && g_str_has_prefix (at, units[i].word) &&
        ends_unit (at + strlen (units[i].word)))
      return ends_with_factor (text, at, at + strlen (units[i].word));
  return FALSE;
}

/**
 * nb_value_names_multiple:
 * @text: text that may name the unit of counts: a head such as "数量(万件)", or a line above a table
 * @length: its length in bytes, or -1
 *
 * Returns: whether it names a multiple of a counter, so that what stands below is not counted one by one
 */
gboolean
nb_value_names_multiple (const char *text, gssize length)
{
  g_autofree char *folded = nb_text_fold (text, length);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if ((begins_unit (folded, p) && is_multiple (folded, p)) || is_counted (folded, p))
      return TRUE;
  return FALSE;
}

/**
 * nb_state_to_string:
 * @state: a state
 *
 * Returns: (transfer none): its name in the JSON output
 */
const char *
nb_state_to_string (NbState state)
{
  static const char *const names[] = { "number",      "zero",    "blank",
                                       "placeholder", "missing", "unreadable" };

  g_return_val_if_fail (state < G_N_ELEMENTS (names), NULL);
  return names[state];
}
