/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The figures of a comparison as CSV, a row for each matter.
 */

#include "nb-comparison-export.h"

#include "nb-csv-row.h"

static const char *const head[] = { "table",   "metric",  "label",    "unit",       "a",
                                    "b",       "delta",   "percent",  "comparable", "note",
                                    "a_state", "b_state", "a_metric", "b_metric" };

static void
write_number (NbCsvRow *row, gboolean is_known, NbDecimal value)
{
  if (is_known)
    nb_csv_row_decimal (row, value);
  else
    nb_csv_row_empty (row);
}

static const char *
get_state (const NbQuantity *quantity)
{
  if (quantity->entered)
    return "entered";
  return quantity->not_in_form ? "not-in-form" : nb_state_to_string (quantity->state);
}

static void
write_row (GString *out, const NbComparisonRow *figure)
{
  const NbMatter *matter = &figure->matter;
  const NbQuantity *a = &figure->sides[0], *b = &figure->sides[1];
  g_autofree char *note = nb_comparison_row_dup_note (figure);
  NbCsvRow row;

  nb_csv_row_begin (&row, out);
  nb_csv_row_name (&row, matter->table != NULL ? matter->table->id : NULL);
  nb_csv_row_name (&row, matter->id);
  nb_csv_row_text (&row, matter->label_zh);
  nb_csv_row_text (&row, matter->unit);
  write_number (&row, nb_quantity_is_known (a), a->value);
  write_number (&row, nb_quantity_is_known (b), b->value);
  write_number (&row, figure->has_delta, figure->delta);
  write_number (&row, figure->has_percent, figure->percent);
  nb_csv_row_name (&row, nb_comparable_to_string (matter->comparable));
  nb_csv_row_text (&row, note);
  nb_csv_row_name (&row, get_state (a));
  nb_csv_row_name (&row, get_state (b));
  nb_csv_row_name (&row, matter->expressions[0]);
  nb_csv_row_name (&row, matter->expressions[1]);
  nb_csv_row_end (&row);
}

/**
 * nb_comparison_write_csv:
 * @self: a comparison
 * @bom: whether it begins with a byte order mark, by which Excel knows UTF-8
 * @out: what to append to
 *
 * Writes the figures with their head.
 */
void
nb_comparison_write_csv (NbComparison *self, gboolean bom, GString *out)
{
  guint n_rows;
  const NbComparisonRow *rows = nb_comparison_get_rows (self, &n_rows);
  NbCsvRow row;

  if (bom)
    g_string_append (out, NB_CSV_BOM);
  nb_csv_row_begin (&row, out);
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    nb_csv_row_name (&row, head[i]);
  nb_csv_row_end (&row);
  for (guint i = 0; i < n_rows; i++)
    write_row (out, &rows[i]);
}
