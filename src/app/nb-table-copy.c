/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table as text for the clipboard: a row for each row that holds a selected figure, and in it the columns
 * that hold one. A label is written with the groups it stands in, so that every line says what it is when it
 * stands alone. Where the heads change within the table they are written again.
 */

#include "nb-table-copy.h"

#include "nb-ui-text.h"

typedef struct
{
  NbTableModel *table;
  GPtrArray *selected; /* (nullable): all */
  NbCopyFormat format;
  gboolean *columns; /* which are wanted */
  guint n_columns;
  guint n_cells;
  GString *out;
} Copy;

static gboolean
is_wanted (Copy *copy, NbFigure *figure)
{
  return figure != NULL &&
         (copy->selected == NULL || g_ptr_array_find (copy->selected, figure, NULL));
}

static gboolean
row_is_wanted (Copy *copy, NbTableRow *row)
{
  for (guint i = 0; i < nb_table_row_get_n_cells (row); i++)
    if (is_wanted (copy, nb_table_row_get_cell (row, i)))
      return TRUE;
  return FALSE;
}

static void
find_columns (Copy *copy)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (copy->table));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (NbTableRow) row = g_list_model_get_item (G_LIST_MODEL (copy->table), i);

      for (guint j = 0; j < nb_table_row_get_n_cells (row); j++)
        copy->columns[j] |= is_wanted (copy, nb_table_row_get_cell (row, j));
    }
}

/* One cell: no tab, no line end and, in Markdown, no stroke of its own. */
static void
append_cell (Copy *copy, const char *text, gboolean first)
{
  gboolean markdown = copy->format == NB_COPY_MARKDOWN;

  if (!first || markdown)
    g_string_append (copy->out, markdown ? (first ? "| " : " | ") : "\t");
  for (const char *at = text; *at != '\0'; at++)
    if (strchr ("\t\r\n", *at) != NULL)
      g_string_append_c (copy->out, ' ');
    else
      {
        if (markdown && strchr ("|\\*_`<[", *at) != NULL)
          g_string_append_c (copy->out, '\\');
        g_string_append_c (copy->out, *at);
      }
}

static void
end_line (Copy *copy)
{
  g_string_append (copy->out, copy->format == NB_COPY_MARKDOWN ? " |\n" : "\n");
}

static void
append_rule (Copy *copy)
{
  g_string_append (copy->out, "| --- |");
  for (guint i = 0; i < copy->n_columns; i++)
    if (copy->columns[i])
      g_string_append (copy->out, " ---: |");
  g_string_append_c (copy->out, '\n');
}

static void
append_heads (Copy *copy, NbTableRow *heading)
{
  g_autofree char *label = heading != NULL ? nb_table_row_dup_label (heading) : g_strdup ("");

  if (copy->format == NB_COPY_MARKDOWN && copy->out->len > 0)
    g_string_append_c (copy->out, '\n');
  append_cell (copy, label, TRUE);
  for (guint i = 0; i < copy->n_columns; i++)
    if (copy->columns[i])
      {
        const char *head = heading != NULL ? nb_table_row_get_head (heading, i)
                                           : nb_table_model_get_column_title (copy->table, i);

        append_cell (copy, head != NULL ? head : "", FALSE);
      }
  end_line (copy);
  if (copy->format == NB_COPY_MARKDOWN)
    append_rule (copy);
}

/* A number as a number, everything else as it stands; what is not there stays empty. */
static char *
dup_value (NbFigure *figure)
{
  NbDecimal value = NB_DECIMAL_ZERO;

  if (nb_figure_get_value (figure, &value))
    return nb_decimal_to_string (value);
  return nb_figure_get_raw (figure) != NULL ? g_strstrip (g_strdup (nb_figure_get_raw (figure)))
                                            : g_strdup ("");
}

static void
append_row (Copy *copy, NbTableRow *row)
{
  gboolean first = TRUE;

  if (copy->format != NB_COPY_VALUES)
    {
      g_autofree char *group = nb_table_row_dup_group (row);
      g_autofree char *label = nb_table_row_dup_label (row);
      g_autofree char *path = *group != '\0' ? g_strdup_printf ("%s \u203a %s", group, label)
                                             : g_strdup (label);

      append_cell (copy, path, TRUE);
      first = FALSE;
    }
  for (guint i = 0; i < copy->n_columns; i++)
    if (copy->columns[i])
      {
        NbFigure *figure = nb_table_row_get_cell (row, i);
        g_autofree char *value = is_wanted (copy, figure) ? dup_value (figure) : g_strdup ("");

        copy->n_cells += is_wanted (copy, figure);
        append_cell (copy, value, first);
        first = FALSE;
      }
  end_line (copy);
}

/**
 * nb_table_copy:
 * @table: a table
 * @selected: (nullable) (element-type NbFigure): the figures that are wanted, or all
 * @format: how to write them
 * @n_cells: (out) (optional): how many figures were written
 *
 * Returns: (transfer full): the text; empty where @table has none of the figures
 */
char *
nb_table_copy (NbTableModel *table, GPtrArray *selected, NbCopyFormat format, guint *n_cells)
{
  Copy copy = { .table = table, .selected = selected, .format = format };
  g_autoptr (NbTableRow) heading = NULL;
  g_autofree gboolean *columns = NULL;
  guint n_rows;

  g_return_val_if_fail (NB_IS_TABLE_MODEL (table), NULL);

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (table));
  copy.out = g_string_new (NULL);
  copy.n_columns = nb_table_model_get_n_columns (table);
  copy.columns = columns = g_new0 (gboolean, copy.n_columns + 1);
  find_columns (&copy);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (NbTableRow) row = g_list_model_get_item (G_LIST_MODEL (table), i);

      if (nb_table_row_has_heads (row))
        g_set_object (&heading, row);
      if (!row_is_wanted (&copy, row))
        continue;
      if (format != NB_COPY_VALUES && (heading != NULL || copy.out->len == 0))
        append_heads (&copy, heading);
      g_clear_object (&heading);
      append_row (&copy, row);
    }
  if (n_cells != NULL)
    *n_cells = copy.n_cells;
  return g_string_free (copy.out, FALSE);
}
