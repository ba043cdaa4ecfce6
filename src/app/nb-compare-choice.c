/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a list of compared rows asks of a row: its table, its groups, whether it is one of the main ones, and
 * how large its change is beside others. Any thread.
 */

#include "nb-compare-choice.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "form/nb-label.h"

/**
 * nb_compare_choice_get_table_name:
 * @row: a row
 *
 * Returns: the name of its table in the user's language
 */
const char *
nb_compare_choice_get_table_name (const NbComparisonRow *row)
{
  const NbFormTable *table = row->matter.table;

  return table != NULL ? nb_label_pick (table->label_short_zh, table->label_short_en)
                       : _ ("Rows that no form has");
}

/**
 * nb_compare_choice_is_main:
 * @row: a row
 *
 * Returns: whether it is one to be seen first: of a row with a total its total, of all others every value that is not
 *   nought on both sides
 */
gboolean
nb_compare_choice_is_main (const NbComparisonRow *row)
{
  const NbFormTable *table = row->matter.table;
  const NbMetric *metric = table != NULL ? nb_form_find_metric (table->form, row->matter.id) : NULL;
  gboolean has_total = FALSE, is_total = FALSE;

  for (guint i = 0; metric != NULL && i < table->n_columns; i++)
    {
      has_total |= table->columns[i].total;
      is_total |= table->columns[i].total &&
                  g_strcmp0 (table->columns[i].key, metric->column_key) == 0;
    }
  if (has_total && !is_total)
    return FALSE;
  for (guint side = 0; side < 2; side++)
    if (row->sides[side].state != NB_STATE_ZERO && !row->sides[side].not_in_form)
      return TRUE;
  return FALSE;
}

static int
compare_differences_cb (gconstpointer a, gconstpointer b)
{
  const NbComparisonRow *first = *(const NbComparisonRow *const *) a;
  const NbComparisonRow *second = *(const NbComparisonRow *const *) b;
  double x = first->has_delta ? fabs (nb_decimal_to_double (first->delta)) : -1;
  double y = second->has_delta ? fabs (nb_decimal_to_double (second->delta)) : -1;

  return (x < y) - (x > y);
}

static int
compare_percents_cb (gconstpointer a, gconstpointer b)
{
  const NbComparisonRow *first = *(const NbComparisonRow *const *) a;
  const NbComparisonRow *second = *(const NbComparisonRow *const *) b;
  double x = first->has_percent ? fabs (nb_decimal_to_double (first->percent)) : -1;
  double y = second->has_percent ? fabs (nb_decimal_to_double (second->percent)) : -1;

  return (x < y) - (x > y);
}

/**
 * nb_compare_choice_sort:
 * @wanted: (element-type NbComparisonRow): rows
 * @percents: whether per cents are what counts, and not differences
 *
 * Puts the largest change first.
 */
void
nb_compare_choice_sort (GPtrArray *wanted, gboolean percents)
{
  g_ptr_array_sort (wanted, percents ? compare_percents_cb : compare_differences_cb);
}

/**
 * nb_compare_choice_measure_units:
 * @wanted: (element-type NbComparisonRow): rows
 *
 * Returns: (transfer full) (element-type utf8 double): the largest change of each unit: bars never mix units
 */
GHashTable *
nb_compare_choice_measure_units (GPtrArray *wanted)
{
  GHashTable *units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < wanted->len; i++)
    {
      const NbComparisonRow *row = wanted->pdata[i];
      const char *unit = row->matter.unit != NULL ? row->matter.unit : "";
      double size = row->has_delta ? fabs (nb_decimal_to_double (row->delta)) : 0;
      double *most = g_hash_table_lookup (units, unit);

      if (most == NULL)
        {
          most = g_new0 (double, 1);
          g_hash_table_insert (units, (gpointer) unit, most);
        }
      *most = MAX (*most, size);
    }
  return units;
}

/**
 * nb_compare_choice_dup_scale:
 * @units: (element-type utf8 double): as nb_compare_choice_measure_units() gives them
 *
 * Returns: (transfer full): a sentence that says how much the longest bar stands for
 */
char *
nb_compare_choice_dup_scale (GHashTable *units)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (units), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    {
      double most = *(double *) g_hash_table_lookup (units, name->data);

      if (most > 0)
        g_string_append_printf (text, "%s%'.10g %s", text->len > 0 ? ", " : "", most,
                                nb_label_unit (name->data));
    }
  if (text->len > 0)
    {
      g_autofree char *sizes = g_string_free (text, FALSE);

      /* Translators: how much the longest bar stands for, for each unit */
      return g_strdup_printf (_ ("Full bar: %s"), sizes);
    }
  return g_string_free (text, FALSE);
}

/**
 * nb_compare_choice_find_metric:
 * @row: a row
 *
 * Returns: (transfer none) (nullable): its metric
 */
const NbMetric *
nb_compare_choice_find_metric (const NbComparisonRow *row)
{
  const NbFormTable *table = row->matter.table;

  return table != NULL ? nb_form_find_metric (table->form, row->matter.id) : NULL;
}

/**
 * nb_compare_choice_list_groups:
 * @row: a row
 *
 * Returns: (transfer full) (element-type NbFormRow): the groups that it stands in, the outermost first; none where
 *   groups stand above rows (table 2), since the row says all
 */
GPtrArray *
nb_compare_choice_list_groups (const NbComparisonRow *row)
{
  GPtrArray *groups = g_ptr_array_new ();
  const NbMetric *metric = nb_compare_choice_find_metric (row);

  for (const NbFormRow *group = metric != NULL && metric->table->n_columns > 0 ? metric->row->parent
                                                                               : NULL;
       group != NULL; group = group->parent)
    if (group->kind == NB_ROW_GROUP)
      g_ptr_array_insert (groups, 0, (gpointer) group);
  return groups;
}
