/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A report with nothing filled in: title, period, the headings of the form and its tables as the law prints
 * them, as a web page. It is read as any report is, so that what is keyed in is kept by the notebook, checked
 * and written out as with any other; the same form, organ and year make the same bytes, and find the same notes. Any thread.
 */

#include "nb-blank-form.h"

#include <string.h>

#include "check/nb-check.h"
#include "form/nb-form-grid.h"

/* Appends a sentence of the data, {1} and {2} filled in, as HTML. */
static void
append_words (GString *page, const char *role, const char *one, const char *two)
{
  const char *words = nb_forms_get_words (role)[0];

  for (const char *at = words; *at != '\0'; at++)
    if (at[0] == '{' && (at[1] == '1' || at[1] == '2') && at[2] == '}')
      {
        const char *word = at[1] == '1' ? one : two;
        g_autofree char *escaped = g_markup_escape_text (word, -1);

        g_string_append (page, escaped);
        at += 2;
      }
    else
      g_string_append_c (page, *at);
}

static void
append_cell (GString *page, const NbGridCell *cell)
{
  const char *label = cell->label_zh != NULL && cell->kind != NB_GRID_VALUE ? cell->label_zh : "";
  g_autofree char *escaped = g_markup_escape_text (label, -1);

  g_string_append_printf (page, "<td rowspan=\"%u\" colspan=\"%u\">%s</td>", cell->row_span,
                          cell->column_span, escaped);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const NbGridCell *one = a, *two = b;

  if (one->row != two->row)
    return one->row < two->row ? -1 : 1;
  return one->column < two->column ? -1 : one->column > two->column;
}

static void
append_table (GString *page, const NbFormTable *table)
{
  g_autoptr (GArray) grid = nb_form_grid_new (table);
  guint row = G_MAXUINT;

  g_array_sort (grid, compare_cells);
  g_string_append (page, "<table>\n");
  for (guint i = 0; i < grid->len; i++)
    {
      const NbGridCell *cell = &g_array_index (grid, NbGridCell, i);

      if (cell->row != row)
        g_string_append (page, row == G_MAXUINT ? "<tr>" : "</tr>\n<tr>");
      row = cell->row;
      append_cell (page, cell);
    }
  g_string_append (page, "</tr>\n</table>\n");
}

static void
append_section (GString *page, const NbForm *form, const NbFormSection *section)
{
  g_string_append (page, "<h2>");
  if (section->number != NULL)
    append_words (page, "blank.section", section->number, section->label_zh);
  else
    append_words (page, "blank.appendix", section->label_zh, "");
  g_string_append (page, "</h2>\n");
  for (guint i = 0; i < form->n_tables; i++)
    if (strcmp (form->tables[i].section, section->key) == 0)
      append_table (page, &form->tables[i]);
}

/**
 * nb_blank_form_dup_page:
 * @form: a form that has tables
 * @organ: name of the organ
 * @year: the year of the report
 *
 * Makes the page of a report in which nothing is filled in.
 *
 * Returns: (transfer full): HTML in UTF-8
 */
char *
nb_blank_form_dup_page (const NbForm *form, const char *organ, guint year)
{
  g_autofree char *number = g_strdup_printf ("%u", year);
  GString *page;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (organ != NULL, NULL);

  page = g_string_new ("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">");
  g_string_append_printf (page, "<meta name=\"" NB_CHECK_FORM_META "\" content=\"%s\"><title>",
                          form->id);
  append_words (page, "blank.title", organ, number);
  g_string_append (page, "</title></head><body>\n<h1>");
  append_words (page, "blank.title", organ, number);
  g_string_append (page, "</h1>\n<p>");
  append_words (page, "blank.period", number, "");
  g_string_append (page, "</p>\n");
  for (guint i = 0; i < form->n_sections; i++)
    append_section (page, form, &form->sections[i]);
  g_string_append (page, "</body></html>\n");
  return g_string_free (page, FALSE);
}
