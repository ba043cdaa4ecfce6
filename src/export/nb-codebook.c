/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The codebook: what every figure of every form is called, in which unit, where it is printed, what it
 * is summed into and what it continues. Made from the forms alone; it knows no locale. Any thread.
 */

#include <string.h>

#include "nb-codebook-private.h"
#include "nb-export.h"

/**
 * nb_codebook_foreach:
 * @form: a form
 * @func: called for every metric and every numbered heading
 * @user_data: for @func
 *
 * Walks the entries of @form in the order of print.
 */
void
nb_codebook_foreach (const NbForm *form, NbCodebookFunc func, gpointer user_data)
{
  for (guint i = 0; i < form->n_tables; i++)
    for (guint j = 0; j < form->tables[i].n_rows; j++)
      {
        const NbFormRow *row = form->tables[i].rows[j];

        if (row->kind == NB_ROW_HEADING && row->number > 0)
          func (row, NULL, user_data);
        for (guint k = 0; k < row->n_metrics; k++)
          func (row, row->metrics[k], user_data);
      }
}

/* @metric is NULL for a heading. */
const char *
nb_codebook_kind_to_string (const NbMetric *metric)
{
  if (metric == NULL)
    return "heading";
  switch (metric->kind)
    {
    case NB_VALUE_SIGNED:
      return "signed";
    case NB_VALUE_MONEY:
      return "decimal";
    case NB_VALUE_COUNT:
    default:
      return "int";
    }
}

const char *
nb_codebook_link_to_string (NbLinkKind kind)
{
  static const char *const names[] = { "chain", "break", "separate", "none" };

  return names[kind];
}

static void
add_word (GString *list, const char *word, const char *joint)
{
  if (list->len > 0)
    g_string_append (list, joint);
  g_string_append (list, word);
}

/* The ids of a NULL-terminated array. (transfer full) */
char *
nb_codebook_join_ids (const NbMetric **metrics, const char *joint)
{
  GString *list = g_string_new (NULL);

  for (; *metrics != NULL; metrics++)
    add_word (list, (*metrics)->id, joint);
  return g_string_free (list, FALSE);
}

static gboolean
contains (const NbMetric **metrics, const NbMetric *metric)
{
  for (; *metrics != NULL; metrics++)
    if (*metrics == metric)
      return TRUE;
  return FALSE;
}

/* The derived metrics that @metric is summed into, separated by spaces. (transfer full) */
char *
nb_codebook_list_derived (const NbMetric *metric)
{
  const NbForm *form = metric->form;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < form->n_derived; i++)
    if (contains (form->derived[i].terms, metric))
      add_word (list, form->derived[i].id, " ");
  return g_string_free (list, FALSE);
}

/* The rules of the identities that @metric stands in, separated by spaces. (transfer full) */
char *
nb_codebook_list_identities (const NbMetric *metric)
{
  const NbForm *form = metric->form;
  GString *list = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; i < form->n_identities; i++)
    {
      const NbIdentity *identity = &form->identities[i];

      if (!contains (identity->left, metric) && !contains (identity->right, metric))
        continue;
      /* The instances of one rule follow each other. */
      if (g_strcmp0 (identity->rule, last) != 0)
        add_word (list, identity->rule, " ");
      last = identity->rule;
    }
  return g_string_free (list, FALSE);
}

static gboolean
names_metric (const char *expression, const char *id)
{
  g_auto (GStrv) ids = g_strsplit (expression, "+", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

/* The series that @metric belongs to, separated by spaces. (transfer full) */
char *
nb_codebook_list_series (const NbMetric *metric)
{
  guint n_forms, n_series, index = 0;
  const NbForm *const *forms = nb_forms_get (&n_forms);
  const NbSeriesLink *series = nb_forms_get_series (&n_series);
  GString *list = g_string_new (NULL);

  while (index < n_forms && forms[index] != metric->form)
    index++;
  for (guint i = 0; i < n_series; i++)
    if (series[i].expressions[index] != NULL &&
        strstr (series[i].expressions[index], metric->id) != NULL)
      if (names_metric (series[i].expressions[index], metric->id))
        add_word (list, series[i].series, " ");
  return g_string_free (list, FALSE);
}

/**
 * nb_codebook_write:
 * @out: what to append to
 * @format: how
 *
 * Writes the codebook of all forms. The first nine columns of the tab-separated and the CSV form are those of
 * metrics.tsv, with its rows in its order; CSV begins with a byte order mark.
 */
void
nb_codebook_write (GString *out, NbCodebookFormat format)
{
  switch (format)
    {
    case NB_CODEBOOK_TEXT:
    case NB_CODEBOOK_MD:
      nb_codebook_write_pages (out, format == NB_CODEBOOK_MD);
      break;
    case NB_CODEBOOK_TSV:
    case NB_CODEBOOK_CSV:
      nb_codebook_write_rows (out, format == NB_CODEBOOK_CSV);
      break;
    case NB_CODEBOOK_JSON:
      nb_codebook_write_json (out);
      break;
    default:
      g_return_if_reached ();
    }
}
