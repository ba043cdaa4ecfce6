/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A JSON writer over a GString. There is one of our own because json-glib keeps numbers as doubles
 * and would write 2122.36 as 2122.3600000000001; here a number is spelled from its exact decimal. It
 * knows no locale, and the same calls give the same bytes.
 */

#include "nb-json-writer.h"

#include <string.h>

static void
append_line_break (NbJsonWriter *self)
{
  if (!self->pretty)
    return;
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

static void
append_escape (GString *out, const char *p, gsize length)
{
  static const char letters[] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\'
  };
  guchar c = *p;

  if (length > 1 || c >= G_N_ELEMENTS (letters) || letters[c] == 0)
    g_string_append_printf (out, "\\u%04x", (guint) g_utf8_get_char (p));
  else
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, letters[c]);
    }
}

/* The bytes at @p that must be escaped: controls, quote, backslash, and the two line separators that
 * JavaScript does not allow in a string. */
static gsize
measure_escape (const char *p)
{
  guchar c = *p;

  if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f)
    return 1;
  if (c == 0xe2 && (guchar) p[1] == 0x80 && ((guchar) p[2] == 0xa8 || (guchar) p[2] == 0xa9))
    return 3;
  return 0;
}

static void
append_quoted (GString *out, const char *text)
{
  g_autofree char *valid = NULL; /* a file name may be in any charset */
  const char *start;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  start = text;
  for (const char *p = text; *p != '\0';)
    {
      gsize length = measure_escape (p);

      if (length == 0)
        {
          p++;
          continue;
        }
      g_string_append_len (out, start, p - start);
      append_escape (out, p, length);
      p += length;
      start = p;
    }
  g_string_append (out, start);
  g_string_append_c (out, '"');
}

static void
begin_value (NbJsonWriter *self, const char *key)
{
  if (self->depth > 0)
    {
      if (!self->is_first)
        g_string_append_c (self->out, ',');
      append_line_break (self);
    }
  self->is_first = FALSE;
  if (key == NULL)
    return;
  append_quoted (self->out, key);
  g_string_append (self->out, self->pretty ? ": " : ":");
}

static void
begin_nested (NbJsonWriter *self, const char *key, char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->is_first = TRUE;
}

static void
end_nested (NbJsonWriter *self, char bracket)
{
  self->depth--;
  if (!self->is_first)
    append_line_break (self);
  g_string_append_c (self->out, bracket);
  self->is_first = FALSE;
}

/**
 * nb_json_writer_init:
 * @self: an uninitialised writer
 * @out: what to append to; must outlive @self
 * @pretty: whether to break lines and indent
 *
 * Begins a text that holds one value.
 */
void
nb_json_writer_init (NbJsonWriter *self, GString *out, gboolean pretty)
{
  *self = (NbJsonWriter){ .out = out, .pretty = pretty, .is_first = TRUE };
}

/**
 * nb_json_begin_object:
 * @self: a writer
 * @key: (nullable): the member's name
 *
 * Opens an object.
 */
void
nb_json_begin_object (NbJsonWriter *self, const char *key)
{
  begin_nested (self, key, '{');
}

/**
 * nb_json_end_object:
 * @self: a writer whose innermost open value is an object
 *
 * Closes it.
 */
void
nb_json_end_object (NbJsonWriter *self)
{
  end_nested (self, '}');
}

/**
 * nb_json_begin_array:
 * @self: a writer
 * @key: (nullable): the member's name
 *
 * Opens an array.
 */
void
nb_json_begin_array (NbJsonWriter *self, const char *key)
{
  begin_nested (self, key, '[');
}

/**
 * nb_json_end_array:
 * @self: a writer whose innermost open value is an array
 *
 * Closes it.
 */
void
nb_json_end_array (NbJsonWriter *self)
{
  end_nested (self, ']');
}

/**
 * nb_json_add_string:
 * @self: a writer
 * @key: (nullable): the member's name
 * @value: (nullable): text; %NULL is written as null
 *
 * Writes a string. Bytes that are no UTF-8 are written as U+FFFD.
 */
void
nb_json_add_string (NbJsonWriter *self, const char *key, const char *value)
{
  begin_value (self, key);
  if (value != NULL)
    append_quoted (self->out, value);
  else
    g_string_append (self->out, "null");
}

/**
 * nb_json_add_null:
 * @self: a writer
 * @key: (nullable): the member's name
 *
 * Writes null.
 */
void
nb_json_add_null (NbJsonWriter *self, const char *key)
{
  nb_json_add_string (self, key, NULL);
}

/**
 * nb_json_add_boolean:
 * @self: a writer
 * @key: (nullable): the member's name
 * @value: whether it is so
 *
 * Writes true or false.
 */
void
nb_json_add_boolean (NbJsonWriter *self, const char *key, gboolean value)
{
  begin_value (self, key);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * nb_json_add_count:
 * @self: a writer
 * @key: (nullable): the member's name
 * @value: a number
 *
 * Writes a whole number.
 */
void
nb_json_add_count (NbJsonWriter *self, const char *key, guint64 value)
{
  begin_value (self, key);
  g_string_append_printf (self->out, "%" G_GUINT64_FORMAT, value);
}

/**
 * nb_json_add_place_number:
 * @self: a writer
 * @key: (nullable): the member's name
 * @value: a number that counts from 1, 0 for none
 *
 * Writes a whole number, or null for none.
 */
void
nb_json_add_place_number (NbJsonWriter *self, const char *key, guint value)
{
  if (value > 0)
    nb_json_add_count (self, key, value);
  else
    nb_json_add_null (self, key);
}

/**
 * nb_json_add_decimal:
 * @self: a writer
 * @key: (nullable): the member's name
 * @value: a number
 *
 * Writes an exact decimal number in its shortest spelling.
 */
void
nb_json_add_decimal (NbJsonWriter *self, const char *key, NbDecimal value)
{
  g_autofree char *text = nb_decimal_to_string (value);

  begin_value (self, key);
  g_string_append (self->out, text);
}

/**
 * nb_json_finish:
 * @self: a writer without open objects and arrays
 *
 * Ends the text with a line feed.
 */
void
nb_json_finish (NbJsonWriter *self)
{
  g_return_if_fail (self->depth == 0);

  g_string_append_c (self->out, '\n');
}
