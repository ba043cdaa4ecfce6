/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Cells of a CSV file: RFC 4180 with CRLF, numbers without a locale, and text that no spreadsheet
 * takes for a formula.
 */

#include "nb-csv-row.h"

#include <string.h>

#define FULL_WIDTH_DASH "\xef\xbc\x8d"

/* What a spreadsheet may take for the beginning of a formula, full-width forms included. */
static gboolean
looks_like_formula (const char *text)
{
  static const gunichar starts[] = {
    '=', '+', '-', '@', '\t', '\r', 0xff1d, 0xff0b, 0xff0d, 0xff20
  };
  gunichar first = g_utf8_get_char (text);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (first == starts[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_plain_number (const char *text)
{
  NbDecimal value;
  gsize n = strspn (text, "+-");

  return n <= 1 && strspn (text + n, "0123456789.") == strlen (text + n) &&
         nb_decimal_parse (text, -1, &value);
}

/* What stands for nothing in a table; no spreadsheet computes it. */
static gboolean
is_dashes (const char *text)
{
  const char *p = text;

  while (*p == '-' || g_str_has_prefix (p, FULL_WIDTH_DASH))
    p += *p == '-' ? 1 : strlen (FULL_WIDTH_DASH);
  return p > text && *p == '\0';
}

static void
begin_cell (NbCsvRow *self)
{
  if (self->n_cells++ > 0)
    g_string_append_c (self->out, ',');
}

static void
append_cell (NbCsvRow *self, const char *text, gboolean guard)
{
  g_autofree char *valid = NULL; /* a file name may be in any charset */

  begin_cell (self);
  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  guard = guard && looks_like_formula (text);
  if (strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (self->out, guard ? "'" : "");
      g_string_append (self->out, text);
      return;
    }
  g_string_append (self->out, guard ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->out, '"');
      g_string_append_c (self->out, *p);
    }
  g_string_append_c (self->out, '"');
}

/**
 * nb_csv_row_begin:
 * @self: an uninitialised row
 * @out: what to append to
 *
 * Begins a row.
 */
void
nb_csv_row_begin (NbCsvRow *self, GString *out)
{
  *self = (NbCsvRow){ .out = out };
}

/**
 * nb_csv_row_name:
 * @self: a row
 * @name: (nullable): a word of the program's own: a column's head, a state, an id
 *
 * Adds a cell.
 */
void
nb_csv_row_name (NbCsvRow *self, const char *name)
{
  append_cell (self, name, FALSE);
}

/**
 * nb_csv_row_text:
 * @self: a row
 * @text: (nullable): text of any origin
 *
 * Adds a cell that stays text: where a spreadsheet would take it for a formula, an apostrophe is put
 * before it.
 */
void
nb_csv_row_text (NbCsvRow *self, const char *text)
{
  append_cell (self, text, TRUE);
}

/**
 * nb_csv_row_raw:
 * @self: a row
 * @raw: (nullable): what stands in a cell of a report
 *
 * Adds a cell like nb_csv_row_text(), but leaves a plain number with a sign, and dashes, as they are.
 */
void
nb_csv_row_raw (NbCsvRow *self, const char *raw)
{
  append_cell (self, raw, raw != NULL && !is_plain_number (raw) && !is_dashes (raw));
}

/**
 * nb_csv_row_decimal:
 * @self: a row
 * @value: a number
 *
 * Adds a number in its shortest exact spelling.
 */
void
nb_csv_row_decimal (NbCsvRow *self, NbDecimal value)
{
  g_autofree char *text = nb_decimal_to_string (value);

  append_cell (self, text, FALSE);
}

/**
 * nb_csv_row_count:
 * @self: a row
 * @value: a number
 *
 * Adds a whole number.
 */
void
nb_csv_row_count (NbCsvRow *self, guint value)
{
  begin_cell (self);
  g_string_append_printf (self->out, "%u", value);
}

/**
 * nb_csv_row_place:
 * @self: a row
 * @value: a number that counts from 1, 0 for none
 *
 * Adds a whole number, or an empty cell for none.
 */
void
nb_csv_row_place (NbCsvRow *self, guint value)
{
  if (value > 0)
    nb_csv_row_count (self, value);
  else
    nb_csv_row_empty (self);
}

/**
 * nb_csv_row_empty:
 * @self: a row
 *
 * Adds an empty cell.
 */
void
nb_csv_row_empty (NbCsvRow *self)
{
  begin_cell (self);
}

/**
 * nb_csv_row_end:
 * @self: a row
 *
 * Ends the row.
 */
void
nb_csv_row_end (NbCsvRow *self)
{
  g_string_append (self->out, "\r\n");
}
