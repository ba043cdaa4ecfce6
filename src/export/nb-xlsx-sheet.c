/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sheets of a workbook, through libxlsxwriter. The library writes files only, hence one in the folder for
 * temporary files, read back and removed. No time of writing is kept: same input, same bytes. Any thread.
 */

#include "nb-xlsx-sheet.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "base/nb-error.h"
#include "nb-writing-lock.h"

/* 2000-01-01 */
#define TIMESTAMP 946684800
/* More digits than a double holds are written as text. */
#define MOST_DIGITS G_GINT64_CONSTANT (999999999999999)

/**
 * nb_xlsx_put_text:
 * @self: a sheet
 * @text: (nullable): always a text cell, so that nothing of a document becomes a formula
 *
 * Fills the next cell.
 */
void
nb_xlsx_put_text (NbXlsxSheet *self, const char *text)
{
  if (text != NULL && *text != '\0')
    worksheet_write_string (self->sheet, self->row, self->column, text, NULL);
  self->column++;
}

/**
 * nb_xlsx_put_count:
 * @self: a sheet
 * @value: a number, 0 for none
 *
 * Fills the next cell.
 */
void
nb_xlsx_put_count (NbXlsxSheet *self, guint value)
{
  if (value > 0)
    worksheet_write_number (self->sheet, self->row, self->column, value, NULL);
  self->column++;
}

/**
 * nb_xlsx_put_decimal:
 * @self: a sheet
 * @is_known: whether there is a number
 * @value: the number
 *
 * Fills the next cell.
 */
void
nb_xlsx_put_decimal (NbXlsxSheet *self, gboolean is_known, NbDecimal value)
{
  g_autofree char *digits = NULL;

  if (is_known && ABS (value.unscaled) > MOST_DIGITS)
    {
      digits = nb_decimal_to_string (value);
      nb_xlsx_put_text (self, digits);
      return;
    }
  if (is_known)
    worksheet_write_number (self->sheet, self->row, self->column, nb_decimal_to_double (value),
                            NULL);
  self->column++;
}

/**
 * nb_xlsx_end_row:
 * @self: a sheet
 *
 * Goes to the next row.
 */
void
nb_xlsx_end_row (NbXlsxSheet *self)
{
  self->row++;
  self->column = 0;
  self->is_full |= self->row >= LXW_ROW_MAX;
}

/**
 * nb_xlsx_begin_sheet:
 * @book: a workbook
 * @name: name of the sheet
 * @heads: (nullable): the heads of the columns
 *
 * Returns: a new sheet, below its heads
 */
NbXlsxSheet
nb_xlsx_begin_sheet (lxw_workbook *book, const char *name, const char *const *heads)
{
  NbXlsxSheet self = { .sheet = workbook_add_worksheet (book, name),
                       .head = workbook_add_format (book) };

  format_set_bold (self.head);
  for (guint i = 0; heads != NULL && heads[i] != NULL; i++)
    worksheet_write_string (self.sheet, 0, i, heads[i], self.head);
  worksheet_freeze_panes (self.sheet, 1, 0);
  self.row = 1;
  return self;
}

/**
 * nb_xlsx_fail:
 * @error: where to put it
 * @why: what is wrong
 *
 * Says that the workbook cannot be written.
 *
 * Returns: %FALSE
 */
gboolean
nb_xlsx_fail (GError **error, const char *why)
{
  g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the spreadsheet cannot be written: %s"), why);
  return FALSE;
}

/**
 * nb_xlsx_open:
 * @path: (out) (transfer full): the file that it is written to, for nb_xlsx_close()
 * @error: why there is none
 *
 * Returns: (nullable): a workbook
 */
lxw_workbook *
nb_xlsx_open (char **path, GError **error)
{
  lxw_workbook_options options = { 0 };
  lxw_doc_properties properties = { .comments = (char *) "Nianbao " NB_VERSION,
                                    .created = TIMESTAMP };
  int fd = g_file_open_tmp ("nianbao-XXXXXX.xlsx", path, error);
  lxw_workbook *book;

  if (fd < 0)
    return NULL;
  close (fd);
  options.tmpdir = (char *) g_get_tmp_dir ();
  book = workbook_new_opt (*path, &options);
  if (book == NULL)
    {
      nb_xlsx_fail (error, g_strerror (ENOMEM));
      return NULL;
    }
  workbook_set_properties (book, &properties);
  return book;
}

/* Ends @book. The library prints its numbers as the locale says, with a comma for the point in
 * many; the file has to have points. */
static lxw_error
close_without_locale (lxw_workbook *book)
{
  locale_t plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0), before = uselocale (plain);
  lxw_error failure;

  g_mutex_lock (nb_writing_get_lock ());
  failure = workbook_close (book);
  g_mutex_unlock (nb_writing_get_lock ());
  uselocale (before);
  freelocale (plain);
  return failure;
}

/**
 * nb_xlsx_close:
 * @book: (transfer full): a workbook
 * @path: (transfer full): of nb_xlsx_open()
 * @out: what to append to
 * @error: %NB_ERROR_LIMIT where it cannot be written
 *
 * Ends the workbook and takes its file away.
 *
 * Returns: whether it was written
 */
gboolean
nb_xlsx_close (lxw_workbook *book, char *path, GString *out, GError **error)
{
  lxw_error failure = close_without_locale (book);
  g_autofree char *data = NULL;
  gsize length;
  gboolean done = failure == LXW_NO_ERROR ? g_file_get_contents (path, &data, &length, error)
                                          : nb_xlsx_fail (error, lxw_strerror (failure));

  g_unlink (path);
  g_free (path);
  if (done)
    g_string_append_len (out, data, length);
  return done;
}
