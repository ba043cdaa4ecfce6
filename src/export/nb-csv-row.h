/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/nb-decimal.h"

G_BEGIN_DECLS

#define NB_CSV_BOM "\xef\xbb\xbf"

/**
 * NbCsvRow:
 * @out: what is written to
 * @n_cells: cells so far
 *
 * One row of RFC 4180.
 */
typedef struct {
  GString *out;
  guint    n_cells;
} NbCsvRow;

void nb_csv_row_begin   (NbCsvRow *self, GString *out);
void nb_csv_row_name    (NbCsvRow *self, const char *name);
void nb_csv_row_text    (NbCsvRow *self, const char *text);
void nb_csv_row_raw     (NbCsvRow *self, const char *raw);
void nb_csv_row_decimal (NbCsvRow *self, NbDecimal value);
void nb_csv_row_count   (NbCsvRow *self, guint value);
void nb_csv_row_place   (NbCsvRow *self, guint value);
void nb_csv_row_empty   (NbCsvRow *self);
void nb_csv_row_end     (NbCsvRow *self);

G_END_DECLS
