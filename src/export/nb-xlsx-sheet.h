/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <xlsxwriter.h>

#include "base/nb-decimal.h"

G_BEGIN_DECLS

/**
 * NbXlsxSheet:
 * @sheet: what it is in the library
 * @head: how heads look
 * @row: the row that is being filled
 * @column: the column that is filled next
 * @is_full: whether there are more rows than a sheet has
 *
 * A sheet that is filled from left to right and from top to bottom.
 */
typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *head;
  guint row;
  guint column;
  gboolean is_full;
} NbXlsxSheet;

NbXlsxSheet nb_xlsx_begin_sheet (lxw_workbook *book, const char *name, const char *const *heads);
void nb_xlsx_put_text (NbXlsxSheet *self, const char *text);
void nb_xlsx_put_count (NbXlsxSheet *self, guint value);
void nb_xlsx_put_decimal (NbXlsxSheet *self, gboolean is_known, NbDecimal value);
void nb_xlsx_end_row (NbXlsxSheet *self);

lxw_workbook *nb_xlsx_open (char **path, GError **error);
gboolean nb_xlsx_close (lxw_workbook *book, char *path, GString *out, GError **error);
gboolean nb_xlsx_fail (GError **error, const char *why);

G_END_DECLS
