/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One row of a table as the Tables page lists it: the group it stands in, its label and its figures. A
 * row of column heads has the heads in the places of figures. Immutable; the form is static.
 */

#include "nb-table-row.h"

#include "nb-ui-text.h"
#include "form/nb-label.h"

struct _NbTableRow
{
  GObject parent_instance;

  const NbFormRow *row;   /* static (nullable): none for a row that no form has */
  const NbFormRow *above; /* static (nullable): group of the row above */
  NbFigure **cells;       /* (owned): figures (owned) */
  guint n_cells;
};

G_DEFINE_FINAL_TYPE (NbTableRow, nb_table_row, G_TYPE_OBJECT)

static void
nb_table_row_finalize (GObject *object)
{
  NbTableRow *self = NB_TABLE_ROW (object);

  for (guint i = 0; i < self->n_cells; i++)
    g_clear_object (&self->cells[i]);
  g_free (self->cells);

  G_OBJECT_CLASS (nb_table_row_parent_class)->finalize (object);
}

static void
nb_table_row_class_init (NbTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_table_row_finalize;
}

static void
nb_table_row_init (NbTableRow *self)
{
}

/**
 * nb_table_row_new:
 * @report: the report
 * @row: a row of the report's form
 * @above: (nullable): the group that the row above stands in
 *
 * Returns: (transfer full): the row with its figures
 */
NbTableRow *
nb_table_row_new (NbReport *report, const NbFormRow *row, const NbFormRow *above)
{
  NbTableRow *self = g_object_new (NB_TYPE_TABLE_ROW, NULL);

  self->row = row;
  self->above = above;
  self->n_cells = row->n_metrics;
  self->cells = g_new0 (NbFigure *, row->n_metrics + 1);
  for (guint i = 0; i < row->n_metrics; i++)
    g_set_object (&self->cells[i], nb_report_get_figure_for (report, row->metrics[i]));
  return self;
}

/**
 * nb_table_row_new_extra:
 * @figure: a figure that no row of the form has
 *
 * Returns: (transfer full): a row of its own for it
 */
NbTableRow *
nb_table_row_new_extra (NbFigure *figure)
{
  NbTableRow *self = g_object_new (NB_TYPE_TABLE_ROW, NULL);

  self->n_cells = 1;
  self->cells = g_new0 (NbFigure *, 2);
  self->cells[0] = g_object_ref (figure);
  return self;
}

/**
 * nb_table_row_is_heading:
 * @self: a row
 *
 * Returns: whether it has column heads and no figures
 */
gboolean
nb_table_row_is_heading (NbTableRow *self)
{
  return self->row != NULL && self->row->kind == NB_ROW_HEADING;
}

/**
 * nb_table_row_has_heads:
 * @self: a row
 *
 * Returns: whether it says what the columns of the rows below mean
 */
gboolean
nb_table_row_has_heads (NbTableRow *self)
{
  return nb_table_row_is_heading (self) && self->row->n_columns > 0;
}

/* Where only groups are wanted, what is a row of the table itself is left out. */
static char *
dup_path (const NbFormRow *group, const NbFormRow *until, gboolean only_groups)
{
  GString *path = g_string_new (NULL);

  for (; group != NULL && group != until; group = group->parent)
    {
      if (only_groups && group->kind != NB_ROW_GROUP)
        continue;
      if (path->len > 0)
        g_string_prepend (path, " \u203a ");
      g_string_prepend (path, nb_label_pick (group->label_zh, group->label_en));
    }
  return g_string_free (path, FALSE);
}

/**
 * nb_table_row_dup_group:
 * @self: a row
 *
 * Returns: (transfer full): labels of what the row stands in, the outermost first; empty for nothing
 */
char *
nb_table_row_dup_group (NbTableRow *self)
{
  return dup_path (self->row != NULL ? self->row->parent : NULL, NULL, FALSE);
}

/**
 * nb_table_row_dup_new_group:
 * @self: a row
 *
 * Returns: (transfer full): as nb_table_row_dup_group(), without what the row above stands in as well, and without
 *   what is a row of the table itself
 */
char *
nb_table_row_dup_new_group (NbTableRow *self)
{
  const NbFormRow *shared = self->above;

  for (; shared != NULL; shared = shared->parent)
    for (const NbFormRow *group = self->row->parent; group != NULL; group = group->parent)
      if (group == shared)
        return dup_path (self->row->parent, shared, TRUE);
  return dup_path (self->row != NULL ? self->row->parent : NULL, NULL, TRUE);
}

/**
 * nb_table_row_get_level:
 * @self: a row
 *
 * Returns: how many rows it stands within
 */
guint
nb_table_row_get_level (NbTableRow *self)
{
  guint level = 0;

  for (const NbFormRow *row = self->row != NULL ? self->row->parent : NULL; row != NULL;
       row = row->parent)
    level += row->kind != NB_ROW_GROUP;
  return level;
}

/**
 * nb_table_row_dup_label:
 * @self: a row
 *
 * Returns: (transfer full): its label in the user's language, with the number of the row where the
 *   form has one
 */
char *
nb_table_row_dup_label (NbTableRow *self)
{
  const char *label;

  if (self->row == NULL)
    return g_strdup (nb_ui_figure_label (self->cells[0]));
  label = nb_label_pick (self->row->label_zh, self->row->label_en);
  return g_strdup (label != NULL ? label : "");
}

guint
nb_table_row_get_n_cells (NbTableRow *self)
{
  return self->n_cells;
}

/**
 * nb_table_row_get_cell:
 * @self: a row
 * @column: value column, from 0
 *
 * Returns: (transfer none) (nullable): the figure that stands there
 */
NbFigure *
nb_table_row_get_cell (NbTableRow *self, guint column)
{
  return column < self->n_cells ? self->cells[column] : NULL;
}

/**
 * nb_table_row_get_head:
 * @self: a row of heads
 * @column: value column, from 0
 *
 * Returns: (transfer none) (nullable): the head of the column
 */
const char *
nb_table_row_get_head (NbTableRow *self, guint column)
{
  if (!nb_table_row_is_heading (self) || column >= self->row->n_columns)
    return NULL;
  return nb_label_pick (self->row->columns[column].label_zh, self->row->columns[column].label_en);
}
