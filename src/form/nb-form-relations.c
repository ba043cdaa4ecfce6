/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loads what is computed within a form: derived metrics and identities. Both name rows and columns of
 * one table by key, "refused_*" for every row whose key begins so; an identity may stand once for each
 * column or for each row. Runs once.
 */

#define G_LOG_DOMAIN "nianbao-form"

#include <string.h>

#include "nb-form-private.h"

static const NbFormTable *
need_table (const NbForm *form, xmlNode *node)
{
  const NbFormTable *table = nb_form_find_table (form, nb_form_xml_need (node, "table"));

  if (table == NULL)
    nb_form_xml_fail (node, "there is no such table in form %s", form->id);
  return table;
}

static gboolean
key_matches (const char *key, const char *pattern)
{
  gsize length = strlen (pattern);

  if (g_str_has_suffix (pattern, "*"))
    return strncmp (key, pattern, length - 1) == 0;
  return strcmp (key, pattern) == 0;
}

/* The metric of @row in @column; of its total where @column is NULL. */
static const NbMetric *
find_in_row (const NbFormRow *row, const char *column)
{
  for (guint i = 0; i < row->n_metrics; i++)
    if (row->n_metrics == 1 || strcmp (row->metrics[i]->column_key, column) == 0)
      return row->metrics[i];
  return NULL;
}

/* Adds the metrics of the rows that @patterns name in @column. */
static void
add_rows (const NbFormTable *table,
          xmlNode *node,
          GStrv patterns,
          const char *column,
          GPtrArray *metrics)
{
  for (gsize i = 0; patterns[i] != NULL; i++)
    {
      guint before = metrics->len;

      for (guint j = 0; j < table->n_rows; j++)
        {
          const NbFormRow *row = table->rows[j];
          gboolean named = row->kind == NB_ROW_LEAF && key_matches (row->key, patterns[i]);
          const NbMetric *metric = named ? find_in_row (row, column) : NULL;

          if (metric != NULL)
            g_ptr_array_add (metrics, (gpointer) metric);
        }
      if (metrics->len == before)
        nb_form_xml_fail (node, "table %s has no row %s with a column %s", table->id, patterns[i],
                          column);
    }
}

/* Adds the metrics of @row in the columns that @names names. */
static void
add_columns (const NbFormRow *row, xmlNode *node, GStrv names, GPtrArray *metrics)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      const NbMetric *metric = find_in_row (row, names[i]);

      if (metric == NULL)
        nb_form_xml_fail (node, "row %s has no column %s", row->key, names[i]);
      g_ptr_array_add (metrics, (gpointer) metric);
    }
}

static void
load_derived (NbFormStore *store, const NbForm *form, NbDerived *derived, xmlNode *node)
{
  const NbFormTable *table = need_table (form, node);
  const char *short_name = nb_form_xml_peek (node, "short");
  g_auto (GStrv) rows = g_strsplit (nb_form_xml_need (node, "rows"), " ", -1);
  g_auto (GStrv) columns = g_strsplit (nb_form_xml_need (node, "columns"), " ", -1);
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();

  derived->id = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "id"));
  derived->short_name = short_name != NULL ? nb_form_xml_keep (store->strings, short_name)
                                           : derived->id;
  derived->label_zh = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "zh"));
  derived->label_en = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "en"));
  derived->role = nb_form_xml_keep (store->strings, nb_form_xml_peek (node, "role"));
  derived->printed = nb_form_xml_keep (store->strings, nb_form_xml_peek (node, "printed"));
  for (gsize i = 0; columns[i] != NULL; i++)
    add_rows (table, node, rows, columns[i], terms);
  derived->unit = ((const NbMetric *) terms->pdata[0])->unit;
  derived->terms = nb_form_take_array (g_steal_pointer (&terms), NULL);
}

/* How an identity is written down: which table, and the words of its sides. */
typedef struct
{
  const NbFormTable *table;
  xmlNode *node;
  GStrv left;
  GStrv right;
  GStrv excess; /* (nullable) */
} Pattern;

static GStrv
read_side (NbFormStore *store, xmlNode *node, const char *side)
{
  g_autoptr (GPtrArray) nodes = nb_form_xml_children (store, node, side);

  return nodes->len > 0 ? nb_form_xml_list (nodes->pdata[0]) : NULL;
}

static NbIdentity
new_identity (NbFormStore *store, xmlNode *node)
{
  NbIdentity identity = { 0 };

  identity.rule = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "rule"));
  identity.label_zh = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "zh"));
  identity.fails_zh = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "fails-zh"));
  identity.fails_en = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "fails-en"));
  identity.label_en = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "en"));
  identity.less = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "less"));
  identity.more = nb_form_xml_keep (store->strings, nb_form_xml_need (node, "more"));
  identity.instance = identity.instance_zh = identity.instance_en = "";
  return identity;
}

static const NbMetric **
side_of_rows (const Pattern *pattern, GStrv side, const char *column)
{
  g_autoptr (GPtrArray) metrics = g_ptr_array_new ();

  if (side != NULL)
    add_rows (pattern->table, pattern->node, side, column, metrics);
  return nb_form_take_array (g_steal_pointer (&metrics), NULL);
}

static const NbMetric **
side_of_columns (const Pattern *pattern, GStrv side, const NbFormRow *row)
{
  g_autoptr (GPtrArray) metrics = g_ptr_array_new ();

  if (side != NULL)
    add_columns (row, pattern->node, side, metrics);
  return nb_form_take_array (g_steal_pointer (&metrics), NULL);
}

static void
add_for_column (NbFormStore *store, const Pattern *pattern, const char *column, GArray *identities)
{
  NbIdentity identity = new_identity (store, pattern->node);

  identity.left = side_of_rows (pattern, pattern->left, column);
  identity.right = side_of_rows (pattern, pattern->right, column);
  identity.more_is_error = side_of_rows (pattern, pattern->excess, column);
  if (column != NULL)
    {
      identity.instance = column;
      identity.instance_zh = identity.right[0]->column_label_zh;
      identity.instance_en = identity.right[0]->column_label_en;
    }
  g_array_append_val (identities, identity);
}

static void
add_for_row (NbFormStore *store, const Pattern *pattern, const NbFormRow *row, GArray *identities)
{
  NbIdentity identity = new_identity (store, pattern->node);

  identity.left = side_of_columns (pattern, pattern->left, row);
  identity.right = side_of_columns (pattern, pattern->right, row);
  identity.more_is_error = side_of_columns (pattern, pattern->excess, row);
  identity.instance = row->key;
  identity.instance_zh = row->label_zh;
  identity.instance_en = row->label_en;
  g_array_append_val (identities, identity);
}

static const NbFormRow *
first_leaf (const NbFormTable *table)
{
  for (guint i = 0; i < table->n_rows; i++)
    if (table->rows[i]->kind == NB_ROW_LEAF)
      return table->rows[i];
  g_error ("table %s has no row with values", table->id);
}

static void
load_identity (NbFormStore *store, const NbForm *form, xmlNode *node, GArray *identities)
{
  g_auto (GStrv) left = read_side (store, node, "left");
  g_auto (GStrv) right = read_side (store, node, "right");
  g_auto (GStrv) excess = read_side (store, node, "more-is-error");
  const char *each = nb_form_xml_peek (node, "each");
  Pattern pattern = { need_table (form, node), node, left, right, excess };

  if (left == NULL || right == NULL)
    nb_form_xml_fail (node, "wants a left and a right side");

  if (each == NULL)
    add_for_column (store, &pattern, NULL, identities);
  else if (strcmp (each, "column") == 0)
    {
      const NbFormRow *row = first_leaf (pattern.table);

      for (guint i = 0; i < row->n_metrics; i++)
        add_for_column (store, &pattern, row->metrics[i]->column_key, identities);
    }
  else
    {
      for (guint i = 0; i < pattern.table->n_rows; i++)
        if (pattern.table->rows[i]->kind == NB_ROW_LEAF)
          add_for_row (store, &pattern, pattern.table->rows[i], identities);
    }
}

/**
 * nb_form_relations_load:
 * @store: the store
 * @form: the form, with its tables
 * @node: its element
 *
 * Fills in the derived metrics and the identities of @form.
 */
void
nb_form_relations_load (NbFormStore *store, NbForm *form, xmlNode *node)
{
  g_autoptr (GPtrArray) derived_nodes = nb_form_xml_children (store, node, "derived");
  g_autoptr (GPtrArray) identity_nodes = nb_form_xml_children (store, node, "identity");
  g_autoptr (GArray) identities = g_array_new (FALSE, FALSE, sizeof (NbIdentity));
  NbDerived *derived = g_new0 (NbDerived, derived_nodes->len);

  for (guint i = 0; i < derived_nodes->len; i++)
    load_derived (store, form, &derived[i], derived_nodes->pdata[i]);
  form->derived = derived;
  form->n_derived = derived_nodes->len;

  for (guint i = 0; i < identity_nodes->len; i++)
    load_identity (store, form, identity_nodes->pdata[i], identities);
  form->n_identities = identities->len;
  form->identities = (const NbIdentity *) g_array_free (g_steal_pointer (&identities), FALSE);
}
