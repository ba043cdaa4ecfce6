/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loads one table of a form: its columns, its rows in the order of print, and the metrics where they
 * cross. Where a row and a column meet, the metric's id is prefix + row key + join + column key; rows
 * of table 2 write their own cells instead, as their heads change from group to group. Runs once.
 */

#define G_LOG_DOMAIN "nianbao-form"

#include <string.h>

#include "nb-form-private.h"

/* Between the parts of a label for people. */
#define LABEL_JOINT " \u203a "

/* One table while it is being loaded. */
typedef struct
{
  NbFormStore *store;
  NbFormTable *table;
  gboolean groups_above; /* a group is a row of its own, not a cell beside its rows */
  const char *id_prefix;
  const char *short_prefix;
  const char *join;      /* (nullable): between row key and column key; NULL: no column key */
  NbFormColumn *columns; /* as written, once for all rows */
  guint n_columns;
  const NbFormRow *heads; /* (nullable): the heading whose columns hold now */
  GPtrArray *rows;
  GPtrArray *metrics;
  guint print_row;    /* of the next row */
  guint print_column; /* blocks: of the next value */
} TableLoad;

static void load_rows (TableLoad *load, xmlNode *node, NbFormRow *parent, const char *path);

static void
load_column (NbFormStore *store, NbFormColumn *column, xmlNode *node, const char *key)
{
  const char *short_name = nb_form_xml_peek (node, "short");

  column->key = nb_form_xml_keep (store->strings, key);
  column->label_zh = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "zh"));
  column->label_en = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "en"));
  column->keys = nb_form_store_keys (store, node);
  column->short_name = nb_form_xml_keep (store->strings, short_name != NULL ? short_name : key);
  column->span = nb_form_xml_number (node, "span", 1);
  column->total = nb_form_xml_peek (node, "total") != NULL;
}

static NbFormRow *
new_row (TableLoad *load, xmlNode *node, NbRowKind kind, NbFormRow *parent)
{
  NbFormRow *row = g_new0 (NbFormRow, 1);
  gboolean blocks = load->table->kind == NB_TABLE_BLOCKS;
  gboolean own_row = !blocks && (kind != NB_ROW_GROUP || load->groups_above);

  row->table = load->table;
  row->index = load->rows->len;
  row->kind = kind;
  row->parent = parent;
  row->level = parent != NULL ? parent->level + 1 : 0;
  row->number = nb_form_xml_number (node, "no", 0);
  row->label_zh = nb_form_xml_keep (load->store->strings, nb_form_xml_need (node, "zh"));
  row->label_en = nb_form_xml_keep (load->store->strings, nb_form_xml_need (node, "en"));
  row->unit = nb_form_xml_keep (load->store->strings, nb_form_xml_peek (node, "unit"));
  row->keys = nb_form_store_keys (load->store, node);
  row->key = nb_form_xml_keep (load->store->strings, nb_form_xml_peek (node, "key"));
  row->print_row = blocks ? row->level + 1 : load->print_row;
  if (own_row)
    load->print_row++;
  g_ptr_array_add (load->rows, row);

  return row;
}

static NbValueKind
parse_kind (xmlNode *node, const char *kind)
{
  if (kind == NULL || strcmp (kind, "int") == 0)
    return NB_VALUE_COUNT;
  if (strcmp (kind, "signed") == 0)
    return NB_VALUE_SIGNED;
  if (strcmp (kind, "decimal") == 0)
    return NB_VALUE_MONEY;
  nb_form_xml_fail (node, "there is no kind %s", kind);
}

static const char *
join_name (TableLoad *load,
           const char *prefix,
           const char *row,
           const char *join,
           const char *column)
{
  g_autofree char *name = load->join != NULL ? g_strconcat (prefix, row, join, column, NULL)
                                             : g_strconcat (prefix, row, NULL);

  return nb_form_xml_keep (load->store->strings, name);
}

/* The role of a row is that of its total; the other columns add their key. */
static const char *
column_role (TableLoad *load, const char *row_role, const NbFormColumn *column)
{
  g_autofree char *role = NULL;

  if (row_role == NULL)
    return NULL;
  role = column->total ? g_strdup (row_role) : g_strconcat (row_role, ".", column->key, NULL);
  return nb_form_xml_keep (load->store->strings, role);
}

static NbMetric *
new_metric (TableLoad *load,
            NbFormRow *row,
            xmlNode *node,
            const NbFormColumn *column,
            const char *path)
{
  NbMetric *metric = g_new0 (NbMetric, 1);
  g_autofree char *row_label = g_strconcat (path, row->label_zh, NULL);
  const char *row_short = nb_form_xml_peek (node, "short");

  metric->form = load->table->form;
  metric->table = load->table;
  metric->row = row;
  metric->id = join_name (load, load->id_prefix, row->key, load->join, column->key);
  metric->short_name = join_name (
      load, load->short_prefix, row_short != NULL ? row_short : row->key, "_", column->short_name);
  metric->row_label_zh = nb_form_xml_keep (load->store->strings, row_label);
  metric->column_label_zh = column->label_zh;
  metric->column_label_en = column->label_en;
  metric->column_key = column->key;
  metric->unit = row->unit;
  metric->kind = parse_kind (node, nb_form_xml_peek (node, "kind"));
  metric->role = column_role (load, nb_form_xml_peek (node, "role"), column);
  if (metric->unit == NULL)
    nb_form_xml_fail (node, "no unit");

  return metric;
}

/* What a cell of table 2 says for itself. */
static void
refine_metric (TableLoad *load, NbMetric *metric, xmlNode *cell)
{
  const char *unit = nb_form_xml_peek (cell, "unit");
  const char *kind = nb_form_xml_peek (cell, "kind");

  metric->role = nb_form_xml_keep (load->store->strings, nb_form_xml_peek (cell, "role"));
  if (unit != NULL)
    metric->unit = nb_form_xml_keep (load->store->strings, unit);
  if (kind != NULL)
    metric->kind = parse_kind (cell, kind);
}

static void
place_metric (TableLoad *load, NbFormRow *row, NbMetric *metric, guint *print_column, guint span)
{
  gboolean blocks = load->table->kind == NB_TABLE_BLOCKS;

  metric->print_row = blocks ? load->table->n_head_rows + 1 : row->print_row;
  metric->print_column = *print_column;
  *print_column += span;
}

/* The metrics of a row whose cells are written out, under the heads of its group. */
static void
load_cells (TableLoad *load,
            NbFormRow *row,
            xmlNode *node,
            const char *path,
            GPtrArray *cells,
            GPtrArray *metrics,
            GArray *spans)
{
  guint print_column = load->table->n_label_columns + 1;

  if (load->heads == NULL || load->heads->n_columns != cells->len)
    nb_form_xml_fail (node, "has %u cells, not as many as there are heads", cells->len);

  for (guint i = 0; i < cells->len; i++)
    {
      NbFormColumn column = load->heads->columns[i];
      NbMetric *metric;

      column.key = nb_form_xml_keep (load->store->strings,
                                     nb_form_xml_need (cells->pdata[i], "key"));
      column.short_name = column.key;
      metric = new_metric (load, row, node, &column, path);
      refine_metric (load, metric, cells->pdata[i]);
      place_metric (load, row, metric, &print_column, column.span);
      g_ptr_array_add (metrics, metric);
      g_array_append_val (spans, column.span);
    }
}

/* The metrics of a row that has the columns of the table. */
static void
cross_columns (TableLoad *load,
               NbFormRow *row,
               xmlNode *node,
               const char *path,
               GPtrArray *metrics,
               GArray *spans)
{
  guint first = load->table->n_label_columns + 1;
  guint *print_column = load->table->kind == NB_TABLE_BLOCKS ? &load->print_column : &first;

  for (guint i = 0; i < load->n_columns; i++)
    {
      NbMetric *metric = new_metric (load, row, node, &load->columns[i], path);

      place_metric (load, row, metric, print_column, load->columns[i].span);
      g_ptr_array_add (metrics, metric);
      g_array_append_val (spans, load->columns[i].span);
    }
}

static void
load_leaf (TableLoad *load, xmlNode *node, NbFormRow *parent, const char *path)
{
  NbFormRow *row = new_row (load, node, NB_ROW_LEAF, parent);
  g_autoptr (GPtrArray) cells = nb_form_xml_children (load->store, node, "cell");
  g_autoptr (GPtrArray) metrics = g_ptr_array_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (guint));

  if (row->key == NULL)
    nb_form_xml_fail (node, "no key");
  if (cells->len > 0)
    load_cells (load, row, node, path, cells, metrics, spans);
  else
    cross_columns (load, row, node, path, metrics, spans);

  g_ptr_array_extend (load->metrics, metrics, NULL, NULL);
  row->metrics = nb_form_take_array (g_steal_pointer (&metrics), &row->n_metrics);
  row->spans = (const guint *) g_array_free (g_steal_pointer (&spans), FALSE);
  load_rows (load, node, row, path);
}

/* A row of column heads, or a part of the appendix. */
static void
load_heading (TableLoad *load, xmlNode *node, NbFormRow *parent, const char *path)
{
  NbFormRow *row = new_row (load, node, NB_ROW_HEADING, parent);
  g_autoptr (GPtrArray) heads = nb_form_xml_children (load->store, node, "head");

  if (heads->len > 0)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();
      NbFormColumn *columns = g_new0 (NbFormColumn, heads->len);

      for (guint i = 0; i < heads->len; i++)
        {
          xmlNode *head = heads->pdata[i];

          load_column (load->store, &columns[i], head, "");
          nb_form_store_add_keys (load->store, keys, columns[i].label_zh,
                                  nb_form_xml_peek (head, "also"));
        }
      row->columns = columns;
      row->n_columns = heads->len;
      row->headings = nb_form_take_array (g_steal_pointer (&keys), NULL);
      load->heads = row;
    }
  load_rows (load, node, row, path);
}

static void
load_group (TableLoad *load, xmlNode *node, NbFormRow *parent, const char *path)
{
  NbFormRow *row = new_row (load, node, NB_ROW_GROUP, parent);
  const char *name = nb_form_xml_peek (node, "path");
  g_autofree char *inner = g_strconcat (path, name != NULL ? name : row->label_zh, "/", NULL);

  load_rows (load, node, row, inner);
}

static void
load_rows (TableLoad *load, xmlNode *node, NbFormRow *parent, const char *path)
{
  g_autoptr (GPtrArray) children = nb_form_xml_children (load->store, node, NULL);

  for (guint i = 0; i < children->len; i++)
    {
      xmlNode *child = children->pdata[i];

      if (nb_form_xml_is (child, "row"))
        load_leaf (load, child, parent, path);
      else if (nb_form_xml_is (child, "heading"))
        load_heading (load, child, parent, path);
      else if (nb_form_xml_is (child, "group"))
        load_group (load, child, parent, path);
    }
}

static void
load_columns (TableLoad *load, xmlNode *node)
{
  g_autoptr (GPtrArray) nodes = nb_form_xml_children (load->store, node, "column");

  load->n_columns = nodes->len;
  load->columns = g_new0 (NbFormColumn, nodes->len);
  for (guint i = 0; i < nodes->len; i++)
    load_column (load->store, &load->columns[i], nodes->pdata[i],
                 nb_form_xml_need (nodes->pdata[i], "key"));
}

static void
load_anchors (TableLoad *load, xmlNode *node)
{
  g_autoptr (GPtrArray) nodes = nb_form_xml_children (load->store, node, "anchor");
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    nb_form_store_add_keys (load->store, keys,
                            nb_form_xml_content (load->store->strings, nodes->pdata[i]),
                            nb_form_xml_peek (nodes->pdata[i], "also"));
  load->table->anchors = nb_form_take_array (g_steal_pointer (&keys), NULL);
}

/* Whether a row's label alone does not say which row or column is meant. */
static gboolean
is_ambiguous (TableLoad *load, const NbFormRow *row)
{
  for (guint i = 0; i < load->rows->len; i++)
    {
      const NbFormRow *other = load->rows->pdata[i];

      if (other != row && other->kind == NB_ROW_LEAF && other->keys[0] == row->keys[0])
        return TRUE;
    }
  for (guint i = 0; i < load->n_columns; i++)
    if (load->columns[i].keys[0] == row->keys[0])
      return TRUE;
  return FALSE;
}

static const char *
join_label (NbFormStore *store, const char *parent, const char *row, const char *column)
{
  g_autofree char *label = g_strconcat (
      parent != NULL ? parent : "", parent != NULL ? LABEL_JOINT : "", row,
      column != NULL ? LABEL_JOINT : "", column != NULL ? column : "", NULL);

  return nb_form_xml_keep (store->strings, label);
}

static void
label_metric (TableLoad *load, NbMetric *metric)
{
  const NbFormRow *row = metric->row;
  const NbFormRow *parent = row->parent != NULL && is_ambiguous (load, row) ? row->parent : NULL;
  gboolean several = row->n_metrics > 1;

  metric->label_zh = join_label (load->store, parent != NULL ? parent->label_zh : NULL,
                                 row->label_zh, several ? metric->column_label_zh : NULL);
  metric->label_en = join_label (load->store, parent != NULL ? parent->label_en : NULL,
                                 row->label_en, several ? metric->column_label_en : NULL);
}

/* A table of blocks has one column for each value, named after its block. */
static void
spread_columns (TableLoad *load)
{
  NbFormColumn *columns = g_new0 (NbFormColumn, load->metrics->len);

  for (guint i = 0; i < load->metrics->len; i++)
    {
      const NbMetric *metric = load->metrics->pdata[i];

      columns[i] = load->columns[i % load->n_columns];
      columns[i].key = metric->id;
      columns[i].short_name = metric->short_name;
      columns[i].label_zh = metric->label_zh;
      columns[i].label_en = metric->label_en;
    }
  load->table->columns = columns;
  load->table->n_columns = load->metrics->len;
}

static void
read_attributes (TableLoad *load, xmlNode *node)
{
  NbFormTable *table = load->table;
  const char *kind = nb_form_xml_need (node, "kind");
  const char *groups = nb_form_xml_peek (node, "groups");
  const char *id_prefix = nb_form_xml_peek (node, "id-prefix");
  const char *short_prefix = nb_form_xml_peek (node, "short-prefix");

  table->id = nb_form_xml_keep (load->store->strings, nb_form_xml_need (node, "id"));
  table->section = nb_form_xml_keep (load->store->strings, nb_form_xml_need (node, "section"));
  table->kind = strcmp (kind, "blocks") == 0 ? NB_TABLE_BLOCKS : NB_TABLE_ROWS;
  table->label_zh = nb_form_xml_keep (load->store->strings, nb_form_xml_need (node, "zh"));
  table->label_en = nb_form_xml_keep (load->store->strings, nb_form_xml_need (node, "en"));
  table->label_short_zh = nb_form_xml_keep (load->store->strings,
                                            nb_form_xml_need (node, "short-zh"));
  table->label_short_en = nb_form_xml_keep (load->store->strings,
                                            nb_form_xml_need (node, "short-en"));
  table->n_head_rows = nb_form_xml_number (node, "head-rows", 0);
  table->n_label_columns = nb_form_xml_number (node, "label-columns", 0);
  load->groups_above = groups != NULL && strcmp (groups, "above") == 0;
  load->id_prefix = id_prefix != NULL ? id_prefix : "";
  load->short_prefix = short_prefix != NULL ? short_prefix : "";
  load->join = nb_form_xml_peek (node, "join");
  load->print_row = table->n_head_rows + 1;
  load->print_column = table->n_label_columns + 1;
}

/**
 * nb_form_table_load:
 * @store: the store
 * @table: the table to fill; its form is set
 * @node: its element
 * @metrics: (element-type NbMetric): the metrics of the form so far; the table's are added
 */
void
nb_form_table_load (NbFormStore *store, NbFormTable *table, xmlNode *node, GPtrArray *metrics)
{
  TableLoad load = { .store = store, .table = table };

  load.rows = g_ptr_array_new ();
  load.metrics = g_ptr_array_new ();
  read_attributes (&load, node);
  load_anchors (&load, node);
  load_columns (&load, node);
  load_rows (&load, node, NULL, "");

  for (guint i = 0; i < load.metrics->len; i++)
    {
      NbMetric *metric = load.metrics->pdata[i];

      metric->index = metrics->len;
      label_metric (&load, metric);
      g_ptr_array_add (metrics, metric);
    }

  if (table->kind == NB_TABLE_BLOCKS)
    {
      spread_columns (&load);
      g_free (load.columns);
    }
  else
    {
      table->columns = load.columns;
      table->n_columns = load.n_columns;
    }
  nb_form_head_load (store, table, node);
  table->rows = nb_form_take_array (load.rows, &table->n_rows);
  table->metrics = nb_form_take_array (load.metrics, &table->n_metrics);
}
