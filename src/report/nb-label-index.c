/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All labels of all forms by their key (nb_text_label_key). Built once, on first use, from the
 * forms; never changed after and read from any thread.
 */

#include "nb-label-index.h"

#include "base/nb-text.h"
#include "base/nb-value.h"
#include "report/nb-words.h"

#include <string.h>

/* Bytes in brackets behind a label that may be part of it; what is longer explains it. */
#define LONGEST_WORD_IN_BRACKETS 36

/* Characters of a unit. */
#define LONGEST_UNIT 2

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

/* The size of a bracket at @p, opening or closing; 0 where none is. */
static gsize
bracket_size (const char *p, gsize length, gboolean opening)
{
  if (length > 0 && *p == (opening ? '(' : ')'))
    return 1;
  return length >= 3 && memcmp (p, opening ? "\uff08" : "\uff09", 3) == 0 ? 3 : 0;
}

/* "收到申请数(件)": whether a bracket holds the unit of what is counted. */
static gboolean
is_unit_in_brackets (const char *inside)
{
  gsize length = strlen (inside);

  return length > 1 && inside[length - 1] == ')' && nb_value_is_unit (inside, (gssize) length - 1);
}

/* Whether from the opening bracket at @text on nothing but brackets stands: "(A)(B)", but not "(A) 人 5(B)". */
static gboolean
is_all_brackets (const char *text, gsize length)
{
  guint depth = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gsize left = (gsize) (text + length - p);

      if (bracket_size (p, left, TRUE) > 0)
        depth++;
      else if (bracket_size (p, left, FALSE) > 0)
        depth -= depth > 0;
      else if (depth == 0 && !g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

/* "规范性文件(指以本机关名义印发的文件)": how much of a label stands before the bracket that explains it. A short
 * bracket may make it another label. */
static gsize
find_explanation (const char *text, gsize length)
{
  for (gsize i = 1; i < length; i++)
    {
      gsize n = bracket_size (text + i, length - i, TRUE);
      g_autofree char *inside = NULL;

      if (n == 0)
        continue;
      inside = nb_text_fold (text + i + n, (gssize) (length - i - n));
      if ((bracket_size (text + length - 1, 1, FALSE) == 0 &&
           bracket_size (text + length - MIN (length, 3), 3, FALSE) == 0) ||
          !is_all_brackets (text + i, length - i) ||
          (length - i - n <= LONGEST_WORD_IN_BRACKETS && !is_unit_in_brackets (inside) &&
           nb_words_prefix ("label.explained", inside) == 0))
        return 0;
      return i;
    }
  return 0;
}

/* "(一)收到申请数件": a unit that has run into its label. Only what is a label without it is meant. */
static const NbEntry *
lookup_before_unit (const char *key)
{
  for (gsize at = strlen (key), n = 1; at > 0 && n <= LONGEST_UNIT; n++)
    {
      g_autofree char *label = NULL;
      const NbEntry *found;

      at = (gsize) (g_utf8_prev_char (key + at) - key);
      if (!nb_value_is_unit (key + at, -1))
        continue;
      label = g_strndup (key, at);
      found = *label != '\0' ? nb_label_index_lookup (label) : NULL;
      for (const NbEntry *e = found; e != NULL; e = e->next)
        if (e->kind == NB_ENTRY_LEAF)
          return found;
    }
  return NULL;
}

/**
 * nb_label_index_lookup_label:
 * @text: a label as it is printed
 * @length: its length in bytes
 *
 * As nb_label_index_lookup(), for a label that may have an explanation in brackets behind it.
 *
 * Returns: (transfer none) (nullable): what the label may be, oldest form first
 */
const NbEntry *
nb_label_index_lookup_label (const char *text, gsize length)
{
  g_autofree char *key = nb_text_label_key (text, (gssize) length);
  const NbEntry *found = *key != '\0' ? nb_label_index_lookup (key) : NULL;
  gsize head = found == NULL ? find_explanation (text, length) : 0;

  if (head > 0)
    {
      g_autofree char *label = nb_text_label_key (text, (gssize) head);

      found = *label != '\0' ? nb_label_index_lookup (label) : NULL;
    }
  return found != NULL ? found : lookup_before_unit (key);
}

/* Whether @leaf may stand behind the label @group of its table. Blocks stand beside each other: only the group that holds
 * one is told from its neighbour by that. */
static gboolean
may_stand_behind (const NbEntry *leaf, const NbEntry *group)
{
  for (; group != NULL; group = group->next)
    if (group->table == leaf->table && group->kind == NB_ENTRY_GROUP &&
        (leaf->table->kind != NB_TABLE_BLOCKS ||
         leaf->table->rows[leaf->index]->parent == leaf->table->rows[group->index]))
      return TRUE;
  return FALSE;
}

/**
 * nb_label_index_lookup_parts:
 * @text: what stands in one piece
 * @length: its length in bytes
 *
 * Finds a group label and the leaf label behind it ("三、本年度办理结果 (一)予以公开"), or a unit behind a label.
 *
 * Returns: (transfer none) (nullable): what the leaf label, or the one before the unit, may be
 */
const NbEntry *
nb_label_index_lookup_parts (const char *text, gsize length)
{
  for (const char *p = text + 1; p < text + length; p++)
    {
      const NbEntry *found;
      gboolean is_space = *p == ' ' || *p == '\t';

      if (!is_space && *p != '(' && !((guchar) *p == 0xef && memcmp (p, "\uff08", 3) == 0))
        continue;
      if (is_space && nb_value_is_unit (p + 1, (gssize) (text + length - p - 1)))
        return nb_label_index_lookup_label (text, (gsize) (p - text));
      found = nb_label_index_lookup_label (p, (gsize) (text + length - p));
      for (const NbEntry *e = found; e != NULL; e = e->next)
        if (e->kind == NB_ENTRY_LEAF &&
            may_stand_behind (e, nb_label_index_lookup_label (text, (gsize) (p - text))))
          return found;
    }
  return NULL;
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

/**
 * nb_entry_find:
 * @first: (nullable): what a label may be
 * @table: a table of a form
 * @kind: row, group, column or head
 *
 * Returns: (transfer none) (nullable): what it is there, the first meaning where it has several
 */
const NbEntry *
nb_entry_find (const NbEntry *first, const NbFormTable *table, NbEntryKind kind)
{
  for (const NbEntry *e = first; e != NULL; e = e->next)
    if (e->table == table && e->kind == kind)
      return e;
  return NULL;
}
