/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All labels of all forms by their key (nb_text_label_key). Built once, on first use, from the
 * forms; never changed after and read from any thread.
 */

#include "nb-label-index.h"

#include <string.h>

static GHashTable *entries;
static GPtrArray *sorted; /* of the keys, in the order of their bytes */

static void
add_key (const char *key, NbEntryKind kind, const NbFormTable *table, guint index)
{
  NbEntry *entry, *last = g_hash_table_lookup (entries, key);

  for (const NbEntry *e = last; e != NULL; e = e->next)
    if (e->kind == kind && e->table == table && e->index == index)
      return;

  entry = g_new (NbEntry, 1);
  *entry = (NbEntry){ kind, table, index, NULL };
  if (last == NULL)
    {
      g_hash_table_insert (entries, g_strdup (key), entry);
      return;
    }
  while (last->next != NULL)
    last = (NbEntry *) last->next;
  last->next = entry;
}

static void
add_keys (const char *const *keys, NbEntryKind kind, const NbFormTable *table, guint index)
{
  for (; keys != NULL && *keys != NULL; keys++)
    if (**keys != '\0')
      add_key (*keys, kind, table, index);
}

static void
add_table (const NbFormTable *table)
{
  add_keys (table->anchors, NB_ENTRY_HEAD, table, 0);
  for (guint i = 0; i < table->n_columns; i++)
    add_keys (table->columns[i].keys, NB_ENTRY_COLUMN, table, i);
  for (guint i = 0; i < table->n_rows; i++)
    {
      const NbFormRow *row = table->rows[i];

      add_keys (row->keys, row->kind == NB_ROW_LEAF ? NB_ENTRY_LEAF : NB_ENTRY_GROUP, table, i);
      add_keys (row->headings, NB_ENTRY_HEAD, table, i);
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
build (void)
{
  GHashTableIter iter;
  gpointer key;
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  entries = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_forms; i++)
    for (guint j = 0; j < forms[i]->n_tables; j++)
      add_table (&forms[i]->tables[j]);
  sorted = g_ptr_array_sized_new (g_hash_table_size (entries));
  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (sorted, key);
  g_ptr_array_sort (sorted, compare_keys);
}

static void
ensure (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      build ();
      g_once_init_leave (&once, 1);
    }
}

/**
 * nb_label_index_lookup:
 * @key: a label key
 *
 * Returns: (transfer none) (nullable): what the label may be, oldest form first
 */
const NbEntry *
nb_label_index_lookup (const char *key)
{
  ensure ();
  return g_hash_table_lookup (entries, key);
}

/**
 * nb_label_index_is_beginning:
 * @key: a label key
 *
 * Returns: whether any label begins with it
 */
gboolean
nb_label_index_is_beginning (const char *key)
{
  guint first = 0, end;

  ensure ();
  end = sorted->len;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (strcmp (sorted->pdata[middle], key) < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return first < sorted->len && g_str_has_prefix (sorted->pdata[first], key);
}
