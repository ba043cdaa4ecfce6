/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A way through JSON that knows what it looks for: nothing is kept but the place, so that a text of any size and depth costs
 * what is taken out of it. Whatever does not fit breaks the cursor, and the caller asks once, at the end. Any thread.
 */

#include "nb-json-cursor.h"

#include <string.h>

#define SPACE " \t\r\n"

static void
skip_space (NbJsonCursor *self)
{
  while (self->at < self->end && *self->at != '\0' && strchr (SPACE, *self->at) != NULL)
    self->at++;
}

/* The next character that is no white space; NUL at the end and for a broken cursor. */
static char
look (NbJsonCursor *self)
{
  skip_space (self);
  return !self->is_broken && self->at < self->end ? *self->at : '\0';
}

static gboolean
take (NbJsonCursor *self, char c)
{
  if (look (self) != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
take_word (NbJsonCursor *self, const char *word)
{
  gsize length = strlen (word);

  if (look (self) != *word || (gsize) (self->end - self->at) < length ||
      strncmp (self->at, word, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

static void
open_bracket (NbJsonCursor *self, char bracket)
{
  if (self->depth >= NB_LIMIT_JSON_NESTING)
    {
      nb_json_cursor_give_up (self);
      return;
    }
  self->brackets[self->depth++] = bracket;
  self->is_first = TRUE;
}

static gboolean
close_bracket (NbJsonCursor *self)
{
  if (!take (self, self->brackets[self->depth - 1] == '{' ? '}' : ']'))
    return FALSE;
  self->depth--;
  self->is_first = FALSE;
  return TRUE;
}

/**
 * nb_json_cursor_init:
 * @self: an uninitialised cursor
 * @text: valid UTF-8; must outlive @self
 * @length: its length in bytes
 *
 * Begins before the first value.
 */
void
nb_json_cursor_init (NbJsonCursor *self, const char *text, gsize length)
{
  *self = (NbJsonCursor){ .at = text, .end = text + length };
}

/**
 * nb_json_cursor_give_up:
 * @self: a cursor
 *
 * Breaks it where more has come than may be read.
 */
void
nb_json_cursor_give_up (NbJsonCursor *self)
{
  self->is_full = TRUE;
  self->is_broken = TRUE;
}

/**
 * nb_json_cursor_is_at_end:
 * @self: a cursor
 *
 * Returns: whether nothing but white space is left
 */
gboolean
nb_json_cursor_is_at_end (NbJsonCursor *self)
{
  skip_space (self);
  return self->at >= self->end;
}

/**
 * nb_json_cursor_enter:
 * @self: a cursor before a value
 * @bracket: '{' or '['
 *
 * Goes into an object or an array.
 *
 * Returns: %FALSE for null; also where anything else stands there, which breaks the cursor
 */
gboolean
nb_json_cursor_enter (NbJsonCursor *self, char bracket)
{
  if (take_word (self, "null"))
    return FALSE;
  if (!take (self, bracket))
    self->is_broken = TRUE;
  else
    open_bracket (self, bracket);
  return !self->is_broken;
}

/* Goes behind a string, its first quote read already; returns how many bytes stand in it. */
static gsize
pass_string (NbJsonCursor *self)
{
  const char *start = self->at;

  while (self->at < self->end && *self->at != '"' && (guchar) *self->at >= 0x20)
    self->at += *self->at == '\\' && self->at + 1 < self->end ? 2 : 1;
  if (self->at >= self->end || *self->at != '"')
    {
      self->is_broken = TRUE;
      return 0;
    }
  return (gsize) (self->at++ - start);
}

static void
take_key (NbJsonCursor *self)
{
  const char *start;
  gsize length;

  *self->key = '\0';
  if (!take (self, '"'))
    {
      self->is_broken = TRUE;
      return;
    }
  start = self->at;
  length = pass_string (self);
  if (length < sizeof self->key)
    {
      memcpy (self->key, start, length);
      self->key[length] = '\0';
    }
  if (!take (self, ':'))
    self->is_broken = TRUE;
}

/**
 * nb_json_cursor_next:
 * @self: a cursor in an object or an array, behind a value that was taken or skipped
 *
 * Goes to the next value; the name of a member stands in @key then.
 *
 * Returns: %FALSE behind the last, the object or array being left, and for a broken cursor
 */
gboolean
nb_json_cursor_next (NbJsonCursor *self)
{
  gboolean is_first = self->is_first;

  if (self->is_broken || self->depth == 0 || close_bracket (self))
    return FALSE;
  if (!is_first && !take (self, ','))
    self->is_broken = TRUE;
  self->is_first = FALSE;
  if (!self->is_broken && self->brackets[self->depth - 1] == '{')
    take_key (self);
  return !self->is_broken;
}

static void
skip_plain (NbJsonCursor *self)
{
  const char *start = self->at;

  while (self->at < self->end &&
         (g_ascii_isalnum (*self->at) || strchr ("+-.", *self->at) != NULL) && *self->at != '\0')
    self->at++;
  if (self->at == start)
    self->is_broken = TRUE;
}

/**
 * nb_json_cursor_skip:
 * @self: a cursor before a value
 *
 * Goes behind the value, whatever it is.
 */
void
nb_json_cursor_skip (NbJsonCursor *self)
{
  guint depth = self->depth;
  char c;

  do
    {
      c = look (self);
      if (c == '{' || c == '[')
        {
          self->at++;
          open_bracket (self, c);
        }
      else if (take (self, '"'))
        pass_string (self);
      else
        skip_plain (self);
      while (self->depth > depth && !nb_json_cursor_next (self) && !self->is_broken)
        continue;
    }
  while (self->depth > depth && !self->is_broken);
}

static gboolean
take_unit (const char **p, const char *end, guint *unit)
{
  *unit = 0;
  if (end - *p < 6 || (*p)[0] != '\\' || (*p)[1] != 'u')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit ((*p)[i]))
        return FALSE;
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value ((*p)[i]);
    }
  *p += 6;
  return TRUE;
}

/* One character that is written as \u, or as two of them; NUL and halves are none. */
static gboolean
append_unit (GString *out, const char **p, const char *end)
{
  guint unit, low;

  if (!take_unit (p, end, &unit) || unit == 0 || (unit >= 0xdc00 && unit < 0xe000))
    return FALSE;
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      if (!take_unit (p, end, &low) || low < 0xdc00 || low >= 0xe000)
        return FALSE;
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  g_string_append_unichar (out, unit);
  return TRUE;
}

static gboolean
append_escaped (GString *out, const char **p, const char *end)
{
  static const char letters[] = "bfnrt\"\\/", meanings[] = "\b\f\n\r\t\"\\/";
  const char *found;

  if ((*p)[1] == 'u')
    return append_unit (out, p, end);
  found = (*p)[1] != '\0' ? strchr (letters, (*p)[1]) : NULL;
  if (found == NULL)
    return FALSE;
  g_string_append_c (out, meanings[found - letters]);
  *p += 2;
  return TRUE;
}

/**
 * nb_json_cursor_take_string:
 * @self: a cursor before a value
 * @length: (out) (optional): its length in bytes
 *
 * Takes a string.
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without NUL; %NULL for null, and where anything else stands there, which
 *   breaks the cursor
 */
char *
nb_json_cursor_take_string (NbJsonCursor *self, gsize *length)
{
  g_autoptr (GString) out = NULL;
  const char *p, *end;
  gsize size;

  if (take_word (self, "null"))
    return NULL;
  self->is_broken |= !take (self, '"');
  p = self->at;
  size = self->is_broken ? 0 : pass_string (self);
  end = p + size;
  out = g_string_sized_new (size);
  while (p < end && !self->is_broken)
    {
      const char *mark = memchr (p, '\\', (gsize) (end - p));

      g_string_append_len (out, p, (mark != NULL ? mark : end) - p);
      p = mark != NULL ? mark : end;
      if (mark != NULL && !append_escaped (out, &p, end))
        self->is_broken = TRUE;
    }
  if (self->is_broken)
    return NULL;
  if (length != NULL)
    *length = out->len;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * nb_json_cursor_take_count:
 * @self: a cursor before a value
 * @most: the largest number that is possible
 *
 * Takes a whole number.
 *
 * Returns: the number, 0 for null; anything else breaks the cursor
 */
guint64
nb_json_cursor_take_count (NbJsonCursor *self, guint64 most)
{
  NbDecimal value;

  if (take_word (self, "null") || !nb_json_cursor_take_decimal (self, &value))
    return 0;
  if (value.scale > 0 || value.unscaled < 0 || (guint64) value.unscaled > most)
    self->is_broken = TRUE;
  return self->is_broken ? 0 : (guint64) value.unscaled;
}

/**
 * nb_json_cursor_take_decimal:
 * @self: a cursor before a value
 * @value: (out): the number
 *
 * Takes a number. Anything else than null and a number that is spelled without an exponent breaks the cursor.
 *
 * Returns: whether there is one
 */
gboolean
nb_json_cursor_take_decimal (NbJsonCursor *self, NbDecimal *value)
{
  const char *start;

  *value = NB_DECIMAL_ZERO;
  if (take_word (self, "null"))
    return FALSE;
  look (self);
  start = self->at;
  if (!self->is_broken)
    skip_plain (self);
  if (!self->is_broken && !nb_decimal_parse (start, self->at - start, value))
    self->is_broken = TRUE;
  return !self->is_broken;
}
