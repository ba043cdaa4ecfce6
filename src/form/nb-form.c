/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The statutory forms as the rest of the program sees them. The first call from any thread loads them;
 * nothing changes or is freed after that, so every pointer may be kept and read from any thread.
 */

#define G_LOG_DOMAIN "nianbao-form"

#include <string.h>

#include "nb-form-private.h"

static NbFormStore *
get_store (void)
{
  static NbFormStore *store = NULL;

  if (g_once_init_enter (&store))
    g_once_init_leave (&store, nb_form_store_load ());
  return store;
}

/**
 * nb_forms_get:
 * @n_forms: (out) (optional): how many there are
 *
 * Every form that is known, loaded on the first call. Any thread.
 *
 * Returns: (transfer none): the forms, oldest first, %NULL-terminated
 */
const NbForm *const *
nb_forms_get (guint *n_forms)
{
  static const NbForm **list = NULL;
  NbFormStore *store = get_store ();

  if (g_once_init_enter (&list))
    {
      const NbForm **forms = g_new0 (const NbForm *, store->n_forms + 1);

      for (guint i = 0; i < store->n_forms; i++)
        forms[i] = &store->forms[i];
      g_once_init_leave (&list, forms);
    }
  if (n_forms != NULL)
    *n_forms = store->n_forms;
  return list;
}

/**
 * nb_forms_find:
 * @id: the id of a form: the year of its basis, "2021"
 *
 * Returns: (transfer none) (nullable): the form
 */
const NbForm *
nb_forms_find (const char *id)
{
  NbFormStore *store = get_store ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < store->n_forms; i++)
    if (strcmp (store->forms[i].id, id) == 0)
      return &store->forms[i];
  return NULL;
}

/**
 * nb_forms_for_year:
 * @year: the year that a report is about
 *
 * The form that a report for @year should use; which one it does use is told by its labels.
 *
 * Returns: (transfer none) (nullable): the form; %NULL before the first one
 */
const NbForm *
nb_forms_for_year (guint year)
{
  NbFormStore *store = get_store ();

  for (guint i = 0; i < store->n_forms; i++)
    if (year >= store->forms[i].first_year && year <= store->forms[i].last_year)
      return &store->forms[i];
  return NULL;
}

/**
 * nb_forms_get_series:
 * @n_series: (out): how many there are
 *
 * What may be drawn over the years, and where a line must be broken.
 *
 * Returns: (transfer none) (array length=n_series): the series, the main ones first
 */
const NbSeriesLink *
nb_forms_get_series (guint *n_series)
{
  static NbFormSeries *series = NULL;

  g_return_val_if_fail (n_series != NULL, NULL);

  if (g_once_init_enter (&series))
    g_once_init_leave (&series, nb_form_series_load (get_store ()));
  *n_series = series->n_series;
  return series->series;
}

/**
 * nb_form_find_metric:
 * @form: a form
 * @id: the id of a metric: "new_received.total"
 *
 * Returns: (transfer none) (nullable): the metric
 */
const NbMetric *
nb_form_find_metric (const NbForm *form, const char *id)
{
  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (form->index->metrics, id);
}

/**
 * nb_form_find_role:
 * @form: a form
 * @role: what the metric means, whatever the form calls it: "requests.received"
 *
 * Returns: (transfer none) (nullable): the metric; %NULL where @form does not print it
 */
const NbMetric *
nb_form_find_role (const NbForm *form, const char *role)
{
  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (role != NULL, NULL);

  return g_hash_table_lookup (form->index->roles, role);
}

/**
 * nb_form_find_table:
 * @form: a form
 * @id: the id of a table: "T3"
 *
 * Returns: (transfer none) (nullable): the table
 */
const NbFormTable *
nb_form_find_table (const NbForm *form, const char *id)
{
  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < form->n_tables; i++)
    if (strcmp (form->tables[i].id, id) == 0)
      return &form->tables[i];
  return NULL;
}

/**
 * nb_form_find_derived:
 * @form: a form
 * @id: the id of a derived metric: "refused_total"
 *
 * Returns: (transfer none) (nullable): the derived metric
 */
const NbDerived *
nb_form_find_derived (const NbForm *form, const char *id)
{
  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (form->index->derived, id);
}

/**
 * nb_form_find_derived_role:
 * @form: a form
 * @role: what the derived metric means: "outcomes.refused"
 *
 * Returns: (transfer none) (nullable): the derived metric; %NULL where @form prints it or lacks it
 */
const NbDerived *
nb_form_find_derived_role (const NbForm *form, const char *role)
{
  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (role != NULL, NULL);

  return g_hash_table_lookup (form->index->derived_roles, role);
}

/* The lists that a thread asked for last, by the address of the role: a text is searched for one at every character. What
 * stands at an address may change where the role is no literal after all, so that the name is kept as well. */
typedef struct
{
  const char *role;
  const char *name;
  const char *const *words;
} WordsSlot;

#define N_WORDS_SLOTS 512

static WordsSlot *
get_words_slot (const char *role)
{
  static _Thread_local WordsSlot slots[N_WORDS_SLOTS];
  guint32 hash = (guint32) (guintptr) role * 2654435761u;

  return &slots[hash >> 23];
}

/**
 * nb_forms_get_words:
 * @role: a role of data/forms/words.xml, a literal
 *
 * Returns: (transfer none): its words, %NULL-terminated; asking for an unknown role is a programmer error
 */
const char *const *
nb_forms_get_words (const char *role)
{
  static const char *const none[] = { NULL };
  WordsSlot *slot = get_words_slot (role);
  gpointer name = NULL, words = NULL;

  if (slot->role == role && role != NULL && strcmp (slot->name, role) == 0)
    return slot->words;
  g_return_val_if_fail (role != NULL, none);

  g_hash_table_lookup_extended (get_store ()->words, role, &name, &words);
  g_return_val_if_fail (words != NULL, none);

  *slot = (WordsSlot){ role, name, words };
  return words;
}

/**
 * nb_forms_find_unit_name:
 * @unit: a unit, as the forms spell it
 *
 * Returns: (transfer none) (nullable): its English name; %NULL for one that no form has
 */
const char *
nb_forms_find_unit_name (const char *unit)
{
  const char *const *names = nb_forms_get_words ("unit.names");
  gsize length;

  g_return_val_if_fail (unit != NULL, NULL);

  length = strlen (unit);
  for (gsize i = 0; names[i] != NULL; i++)
    if (strncmp (names[i], unit, length) == 0 && names[i][length] == '=')
      return names[i] + length + 1;
  return NULL;
}
