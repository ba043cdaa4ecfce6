/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of a report as a list of NbTableRow: a row for each row of the form that has figures or
 * heads, in the form's order. A group is no row of its own; the rows in it tell its label. The figures
 * that no form has make a table of their own. Immutable; rows are made on demand and kept.
 */

#include "nb-table-model.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "form/nb-label.h"

struct _NbTableModel
{
  GObject parent_instance;

  NbReport *report;         /* (owned) */
  const NbFormTable *table; /* static (nullable): none for the rows that no form has */
  GPtrArray *rows;          /* (owned): of NbTableRow (owned) */
  guint n_columns;
  guint n_figures;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NbTableModel,
                               nb_table_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
add_row (NbTableModel *self, NbTableRow *row)
{
  guint n_cells = nb_table_row_get_n_cells (row);

  self->n_columns = MAX (self->n_columns, n_cells);
  self->n_figures += n_cells;
  g_ptr_array_add (self->rows, row);
}

static NbTableModel *
new_for_table (NbReport *report, const NbFormTable *table)
{
  NbTableModel *self = g_object_new (NB_TYPE_TABLE_MODEL, NULL);
  const NbFormRow *group = NULL;

  self->report = g_object_ref (report);
  self->table = table;
  for (guint i = 0; i < table->n_rows; i++)
    {
      const NbFormRow *row = table->rows[i];

      if (row->kind == NB_ROW_GROUP && row->n_metrics == 0)
        continue;
      add_row (self, nb_table_row_new (report, row, group));
      group = row->parent;
    }
  return self;
}

static NbTableModel *
new_for_extra (NbReport *report)
{
  g_autoptr (NbTableModel) self = g_object_new (NB_TYPE_TABLE_MODEL, NULL);
  GListModel *figures = nb_report_get_figures (report);
  const NbForm *form = nb_report_get_form (report);
  guint first = form != NULL ? form->n_metrics : 0;

  self->report = g_object_ref (report);
  for (guint i = first; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      add_row (self, nb_table_row_new_extra (figure));
    }
  return self->rows->len > 0 ? g_steal_pointer (&self) : NULL;
}

static GType
nb_table_model_get_item_type (GListModel *model)
{
  return NB_TYPE_TABLE_ROW;
}

static guint
nb_table_model_get_n_items (GListModel *model)
{
  return NB_TABLE_MODEL (model)->rows->len;
}

static gpointer
nb_table_model_get_item (GListModel *model, guint position)
{
  NbTableModel *self = NB_TABLE_MODEL (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nb_table_model_get_item_type;
  iface->get_n_items = nb_table_model_get_n_items;
  iface->get_item = nb_table_model_get_item;
}

static void
nb_table_model_finalize (GObject *object)
{
  NbTableModel *self = NB_TABLE_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (nb_table_model_parent_class)->finalize (object);
}

static void
nb_table_model_class_init (NbTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_table_model_finalize;
}

static void
nb_table_model_init (NbTableModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * nb_table_model_list_tables:
 * @report: a report
 *
 * Returns: (transfer full): the tables of the report's form as #NbTableModel, then one with the
 *   figures that no form has, where there are any
 */
GListModel *
nb_table_model_list_tables (NbReport *report)
{
  GListStore *tables = g_list_store_new (NB_TYPE_TABLE_MODEL);
  const NbForm *form = nb_report_get_form (report);
  g_autoptr (NbTableModel) extra = new_for_extra (report);

  for (guint i = 0; form != NULL && i < form->n_tables; i++)
    if (form->tables[i].n_metrics > 0)
      {
        g_autoptr (NbTableModel) table = new_for_table (report, &form->tables[i]);

        g_list_store_append (tables, table);
      }
  if (extra != NULL)
    g_list_store_append (tables, extra);
  return G_LIST_MODEL (tables);
}

/**
 * nb_table_model_get_table:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the table of the form; none for the rows that no form has
 */
const NbFormTable *
nb_table_model_get_table (NbTableModel *self)
{
  g_return_val_if_fail (NB_IS_TABLE_MODEL (self), NULL);
  return self->table;
}

const char *
nb_table_model_get_title (NbTableModel *self)
{
  g_return_val_if_fail (NB_IS_TABLE_MODEL (self), NULL);

  if (self->table == NULL)
    return _ ("Other rows");
  return nb_label_pick (self->table->label_short_zh, self->table->label_short_en);
}

guint
nb_table_model_get_n_columns (NbTableModel *self)
{
  g_return_val_if_fail (NB_IS_TABLE_MODEL (self), 0);
  return self->n_columns;
}

guint
nb_table_model_get_n_figures (NbTableModel *self)
{
  g_return_val_if_fail (NB_IS_TABLE_MODEL (self), 0);
  return self->n_figures;
}

/**
 * nb_table_model_get_column_title:
 * @self: a table
 * @column: value column, from 0
 *
 * Returns: (transfer none): the head of the column, or an empty string where the heads change from
 *   row to row
 */
const char *
nb_table_model_get_column_title (NbTableModel *self, guint column)
{
  const char *title = NULL;

  g_return_val_if_fail (NB_IS_TABLE_MODEL (self), "");

  if (self->table == NULL || self->n_columns == 1)
    return _ ("Value");
  for (guint i = 0; i < self->rows->len; i++)
    {
      NbFigure *figure = nb_table_row_get_cell (self->rows->pdata[i], column);
      const NbMetric *metric = figure != NULL ? nb_figure_get_metric (figure) : NULL;
      const char *label = metric != NULL ? nb_ui_metric_column_label (metric) : NULL;

      if (nb_table_row_is_heading (self->rows->pdata[i]))
        return "";
      if (label != NULL)
        title = title == NULL || g_str_equal (title, label) ? label : "";
    }
  return title != NULL ? title : "";
}

/**
 * nb_table_model_find:
 * @self: a table
 * @figure: a figure
 * @row: (out) (optional): its row
 * @column: (out) (optional): its value column
 *
 * Returns: whether @figure stands in this table
 */
gboolean
nb_table_model_find (NbTableModel *self, NbFigure *figure, guint *row, guint *column)
{
  g_return_val_if_fail (NB_IS_TABLE_MODEL (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < nb_table_row_get_n_cells (self->rows->pdata[i]); j++)
      if (nb_table_row_get_cell (self->rows->pdata[i], j) == figure)
        {
          if (row != NULL)
            *row = i;
          if (column != NULL)
            *column = j;
          return TRUE;
        }
  return FALSE;
}

/**
 * nb_table_model_get_cell:
 * @self: a table
 * @row: a row
 * @column: a value column
 *
 * Returns: (transfer none) (nullable): the figure there
 */
NbFigure *
nb_table_model_get_cell (NbTableModel *self, guint row, guint column)
{
  g_return_val_if_fail (NB_IS_TABLE_MODEL (self), NULL);
  return row < self->rows->len ? nb_table_row_get_cell (self->rows->pdata[row], column) : NULL;
}
