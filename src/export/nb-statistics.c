/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The wide table for Stata (.dta 118) and SPSS (.sav), through ReadStat: a row a report, a variable
 * for each short name, with its label. A cell without a number is a missing value that says why: Stata
 * has letters for it, SPSS numbers below every count. Same input, same bytes. Any thread.
 */

#include "nb-export.h"

#include <glib/gi18n-lib.h>
#include <readstat.h>
#include <string.h>

#include "base/nb-error.h"
#include "form/nb-label.h"
#include "nb-names.h"
#include "nb-wide.h"
#include "nb-writing-lock.h"

#define DTA_VERSION 118
#define TEXT_WIDTH  250
#define LABEL_BYTES 80
/* Below every number of at most 18 digits that a report can hold with a sign. */
#define LOWEST_MISSING (-2e18)
#define MISSING_STEP   1e15

/* Why there is no number, in the order of NbState from blank on, then what the form does not have. */
static const char *const reasons[] = { "blank", "placeholder", "missing", "unreadable",
                                       nb_wide_not_in_form };

typedef struct
{
  readstat_writer_t *writer;
  gboolean tagged; /* Stata */
  NbWideColumns columns;
  readstat_label_set_t *labels;
  readstat_variable_t *facts[6];
  GPtrArray *variables; /* of readstat_variable_t */
  GPtrArray *entered;   /* of readstat_variable_t, %NULL where a column has no figure keyed in */
} Writing;

static ssize_t
write_cb (const void *data, size_t length, void *user_data)
{
  g_string_append_len (user_data, data, length);
  return length;
}

static double
get_missing (guint reason)
{
  return LOWEST_MISSING + MISSING_STEP * reason;
}

/* At most @most bytes, never half a character. */
static char *
cut (const char *text, gsize most)
{
  const char *end = text;

  if (strlen (text) <= most)
    return g_strdup (text);
  while (g_utf8_next_char (end) <= text + most)
    end = g_utf8_next_char (end);
  return g_strndup (text, end - text);
}

static void
add_labels (Writing *self)
{
  self->labels = readstat_add_label_set (self->writer, READSTAT_TYPE_DOUBLE, "state");
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (self->tagged)
      readstat_label_tagged_value (self->labels, 'a' + i, reasons[i]);
    else
      readstat_label_double_value (self->labels, get_missing (i), reasons[i]);
}

static void
add_variables (Writing *self)
{
  static const char *const names[] = { "organ", "organ_key", "kind", "year", "form", "sha256" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->facts[i] = readstat_add_variable (self->writer, names[i],
                                            i == 3 ? READSTAT_TYPE_DOUBLE : READSTAT_TYPE_STRING,
                                            i == 3 ? 0 : TEXT_WIDTH);
  for (guint i = 0; i < self->columns.names->len; i++)
    {
      const NbWideColumn *column = &g_array_index (self->columns.names, NbWideColumn, i);
      readstat_variable_t *variable = readstat_add_variable (self->writer, column->name,
                                                             READSTAT_TYPE_DOUBLE, 0);
      g_autofree char *label = cut (nb_label_pick (column->label_zh, column->label_en),
                                    LABEL_BYTES);

      readstat_variable_set_label (variable, label);
      readstat_variable_set_label_set (variable, self->labels);
      if (!self->tagged)
        readstat_variable_add_missing_double_range (variable, get_missing (0),
                                                    get_missing (G_N_ELEMENTS (reasons) - 1));
      g_ptr_array_add (self->variables, variable);
    }
}

/* What the user keyed in, behind all that is printed; short names leave no room for more letters. */
static void
add_entered_variables (Writing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns.names->len; i++)
    {
      const NbWideColumn *column = &g_array_index (self->columns.names, NbWideColumn, i);
      readstat_variable_t *variable = NULL;

      if (column->has_entered)
        {
          g_autofree char *name = g_strdup_printf ("entered_%u", ++n);
          g_autofree char *label = g_strdup_printf (
              _ ("Entered for %s: %s"), column->name,
              nb_label_pick (column->label_zh, column->label_en));
          g_autofree char *cut_label = cut (label, LABEL_BYTES);

          variable = readstat_add_variable (self->writer, name, READSTAT_TYPE_DOUBLE, 0);
          readstat_variable_set_label (variable, cut_label);
        }
      g_ptr_array_add (self->entered, variable);
    }
}

static guint
find_reason (const char *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i], status) == 0)
      return i;
  return 0;
}

static readstat_error_t
write_text (Writing *self, guint fact, const char *text)
{
  g_autofree char *short_text = cut (text != NULL ? text : "", TEXT_WIDTH);

  return readstat_insert_string_value (self->writer, self->facts[fact], short_text);
}

static readstat_error_t
write_facts (Writing *self, NbReport *report)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const NbForm *form = nb_report_get_form (report);
  readstat_error_t error = write_text (self, 0, nb_report_get_organ (report));

  if (error == READSTAT_OK)
    error = write_text (self, 1, nb_report_get_organ_key (report));
  if (error == READSTAT_OK)
    error = write_text (self, 2, nb_organ_kind_to_string (nb_report_get_organ_kind (report)));
  if (error == READSTAT_OK)
    error = nb_report_get_year (report) > 0
                ? readstat_insert_double_value (self->writer, self->facts[3],
                                                nb_report_get_year (report))
                : readstat_insert_missing_value (self->writer, self->facts[3]);
  if (error == READSTAT_OK)
    error = write_text (self, 4, form != NULL ? form->id : NULL);
  if (error == READSTAT_OK)
    error = write_text (self, 5, nb_source_get_sha256 (source));
  return error;
}

static readstat_error_t
write_cell (Writing *self, const NbWideCell *cell, const readstat_variable_t *variable)
{
  guint reason;

  if (cell->has_value)
    return readstat_insert_double_value (self->writer, variable,
                                         nb_decimal_to_double (cell->value));
  reason = find_reason (cell->status);
  if (self->tagged)
    return readstat_insert_tagged_missing_value (self->writer, variable, 'a' + reason);
  return readstat_insert_double_value (self->writer, variable, get_missing (reason));
}

static readstat_error_t
write_row (Writing *self, NbReport *report)
{
  g_autofree NbWideCell *cells = nb_wide_columns_read (&self->columns, report);
  readstat_error_t error = readstat_begin_row (self->writer);

  if (error == READSTAT_OK)
    error = write_facts (self, report);
  for (guint i = 0; error == READSTAT_OK && i < self->variables->len; i++)
    error = write_cell (self, &cells[i], self->variables->pdata[i]);
  for (guint i = 0; error == READSTAT_OK && i < self->entered->len; i++)
    if (self->entered->pdata[i] != NULL)
      error = cells[i].has_entered
                  ? readstat_insert_double_value (self->writer, self->entered->pdata[i],
                                                  nb_decimal_to_double (cells[i].entered))
                  : readstat_insert_missing_value (self->writer, self->entered->pdata[i]);
  return error == READSTAT_OK ? readstat_end_row (self->writer) : error;
}

/* No time of writing is kept, but the start of the year 2000 on the clock of the zone, in which ReadStat writes it: the
 * same input gives the same bytes anywhere. */
static time_t
get_timestamp (void)
{
  g_autoptr (GDateTime) start = g_date_time_new_local (2000, 1, 1, 0, 0, 0);

  return (time_t) g_date_time_to_unix (start);
}

static readstat_error_t
write_all (Writing *self, GPtrArray *readings, GString *out)
{
  readstat_error_t error;

  readstat_set_data_writer (self->writer, write_cb);
  readstat_writer_set_file_label (self->writer, "Nianbao " NB_VERSION);
  readstat_writer_set_file_timestamp (self->writer, get_timestamp ());
  if (self->tagged)
    readstat_writer_set_file_format_version (self->writer, DTA_VERSION);
  add_labels (self);
  add_variables (self);
  add_entered_variables (self);
  error = self->tagged ? readstat_begin_writing_dta (self->writer, out, readings->len)
                       : readstat_begin_writing_sav (self->writer, out, readings->len);
  for (guint i = 0; error == READSTAT_OK && i < readings->len; i++)
    error = write_row (self, nb_reading_get_report (readings->pdata[i]));
  return error == READSTAT_OK ? readstat_end_writing (self->writer) : error;
}

/**
 * nb_statistics_write:
 * @out: what to append to
 * @readings: (element-type NbReading): the reports, in the order of the rows
 * @format: which program is to read it
 * @error: %NB_ERROR_LIMIT where the format cannot hold the table
 *
 * Writes the wide table. Numbers of more than 15 digits are kept as far as a double holds them.
 *
 * Returns: whether it could be written
 */
gboolean
nb_statistics_write (GString *out, GPtrArray *readings, NbStatisticsFormat format, GError **error)
{
  Writing self = { .writer = readstat_writer_init (), .tagged = format == NB_STATISTICS_DTA };
  readstat_error_t failure;

  nb_wide_columns_init (&self.columns);
  nb_wide_columns_find_entered (&self.columns, readings);
  self.variables = g_ptr_array_new ();
  self.entered = g_ptr_array_new ();
  g_mutex_lock (nb_writing_get_lock ());
  failure = write_all (&self, readings, out);
  g_mutex_unlock (nb_writing_get_lock ());
  readstat_writer_free (self.writer);
  g_ptr_array_unref (self.variables);
  g_ptr_array_unref (self.entered);
  nb_wide_columns_clear (&self.columns);
  if (failure == READSTAT_OK)
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("The table cannot be written: %s"),
               readstat_error_message (failure));
  return FALSE;
}
