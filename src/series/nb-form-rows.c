/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which row of one form is which row of another. Within one form every metric is itself; across forms
 * series.xml decides, and what it does not join stands alone, once for each form that has it. The
 * order is that of the later form; what only the earlier form has follows. Any thread.
 */

#include "nb-form-rows.h"

#include <string.h>

#include "form/nb-label.h"

typedef struct
{
  const NbForm *later;
  const NbForm *earlier;
  guint later_side;  /* 0 where A is the later form, else 1 */
  GHashTable *taken; /* expressions of the earlier form that stand in a row */
  GArray *matters;
} Aligning;

/**
 * nb_comparable_to_string:
 * @comparable: whether two numbers may be compared
 *
 * Returns: the word of the contract: "yes", "break" or "no"
 */
const char *
nb_comparable_to_string (NbComparable comparable)
{
  static const char *const words[] = { "yes", "break", "no" };

  return words[comparable];
}

/**
 * nb_form_get_index:
 * @form: a form
 *
 * Returns: its place among the forms, oldest first, as the arrays of #NbSeriesLink count
 */
guint
nb_form_get_index (const NbForm *form)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  for (guint i = 0; i < n_forms; i++)
    if (forms[i] == form)
      return i;
  g_return_val_if_reached (0);
}

/**
 * nb_series_link_between:
 * @series: a series
 * @a: a form
 * @b: a form
 *
 * Follows the links from one form to the other.
 *
 * Returns: whether numbers of the series may be compared between these forms
 */
NbComparable
nb_series_link_between (const NbSeriesLink *series, const NbForm *a, const NbForm *b)
{
  guint from = nb_form_get_index (a), to = nb_form_get_index (b);
  NbComparable result = NB_COMPARABLE_YES;

  if (from > to)
    {
      guint swap = from;

      from = to;
      to = swap;
    }
  if (series->expressions[from] == NULL || series->expressions[to] == NULL)
    return NB_COMPARABLE_NO;
  for (; from < to; from++)
    {
      if (series->links[from] == NB_LINK_NONE || series->links[from] == NB_LINK_SEPARATE)
        return NB_COMPARABLE_NO;
      if (series->links[from] == NB_LINK_BREAK)
        result = NB_COMPARABLE_BREAK;
    }
  return result;
}

/* Whether something is said about a link between @from and @to, and where. */
static gboolean
find_link_note (const NbSeriesLink *series, guint from, guint to, guint *link)
{
  for (*link = from; *link < to; (*link)++)
    if (series->links[*link] != NB_LINK_CHAIN && series->link_notes_zh[*link] != NULL)
      return TRUE;
  return FALSE;
}

/**
 * nb_series_find_note:
 * @series: a series
 * @a: a form
 * @b: a form
 *
 * Returns: (nullable): why numbers of these forms are not to be compared, in the user's language
 */
const char *
nb_series_find_note (const NbSeriesLink *series, const NbForm *a, const NbForm *b)
{
  guint left = nb_form_get_index (a), right = nb_form_get_index (b), link;
  gboolean is_whole = series->note_zh != NULL;

  if (series->expressions[left] != NULL && series->expressions[right] != NULL &&
      find_link_note (series, MIN (left, right), MAX (left, right), &link))
    return nb_label_pick (series->link_notes_zh[link], series->link_notes_en[link]);
  for (guint i = 0; i < G_N_ELEMENTS (series->link_notes_zh); i++)
    is_whole = is_whole && series->link_notes_zh[i] != series->note_zh;
  return is_whole ? nb_label_pick (series->note_zh, series->note_en) : NULL;
}

static const NbSeriesLink *
find_series (const NbForm *form, const char *expression)
{
  guint n, index = nb_form_get_index (form);
  const NbSeriesLink *all = nb_forms_get_series (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (all[i].expressions[index], expression) == 0)
      return &all[i];
  return NULL;
}

/* A row of @matter's later form, or of the earlier where @is_later is false, and what joins it. */
static void
add_matter (Aligning *self, NbMatter matter, gboolean is_later)
{
  const NbForm *form = is_later ? self->later : self->earlier;
  guint side = is_later ? self->later_side : 1 - self->later_side;

  matter.series = find_series (form, matter.id);
  matter.expressions[side] = matter.id;
  matter.comparable = NB_COMPARABLE_NO;
  if (is_later && matter.series != NULL)
    {
      NbComparable link = nb_series_link_between (matter.series, self->earlier, self->later);
      const char *other = matter.series->expressions[nb_form_get_index (self->earlier)];

      if (link != NB_COMPARABLE_NO)
        {
          matter.comparable = link;
          matter.expressions[1 - side] = other;
          g_hash_table_add (self->taken, (gpointer) other);
        }
    }
  g_array_append_val (self->matters, matter);
}

static char *
join_terms (const NbDerived *derived)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; derived->terms[i] != NULL; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "+" : "", derived->terms[i]->id);
  return g_string_free (joined, FALSE);
}

static gboolean
is_taken (Aligning *self, const NbDerived *derived)
{
  g_autofree char *joined = join_terms (derived);

  return g_hash_table_contains (self->taken, derived->id) ||
         g_hash_table_contains (self->taken, joined);
}

static NbMatter
describe_metric (const NbMetric *metric)
{
  return (NbMatter){ .id = metric->id,
                     .table = metric->table,
                     .label_zh = metric->label_zh,
                     .label_en = metric->label_en,
                     .unit = metric->unit };
}

static NbMatter
describe_derived (const NbDerived *derived)
{
  return (NbMatter){ .id = derived->id,
                     .table = derived->terms[0]->table,
                     .label_zh = derived->label_zh,
                     .label_en = derived->label_en,
                     .unit = derived->unit,
                     .summed = TRUE };
}

/* Sums that only a series names, "id+id", stand behind their table. */
static void
add_sums (Aligning *self, const NbFormTable *table)
{
  guint n, index = nb_form_get_index (self->later);
  const NbSeriesLink *all = nb_forms_get_series (&n);

  for (guint i = 0; i < n; i++)
    {
      const char *expression = all[i].expressions[index];
      const char *plus = expression != NULL ? strchr (expression, '+') : NULL;
      g_autofree char *first = plus != NULL ? g_strndup (expression, plus - expression) : NULL;
      const NbMetric *metric = first != NULL ? nb_form_find_metric (self->later, first) : NULL;

      if (metric == NULL || metric->table != table)
        continue;
      add_matter (self,
                  (NbMatter){ .id = expression,
                              .table = table,
                              .label_zh = all[i].label_zh,
                              .label_en = all[i].label_en,
                              .unit = all[i].unit,
                              .summed = TRUE },
                  TRUE);
    }
}

static void
add_table (Aligning *self, const NbForm *form, const NbFormTable *table, gboolean is_later)
{
  for (guint i = 0; i < table->n_metrics; i++)
    if (is_later || !g_hash_table_contains (self->taken, table->metrics[i]->id))
      add_matter (self, describe_metric (table->metrics[i]), is_later);
  for (guint i = 0; i < form->n_derived; i++)
    if (form->derived[i].terms[0]->table == table &&
        (is_later || !is_taken (self, &form->derived[i])))
      add_matter (self, describe_derived (&form->derived[i]), is_later);
  if (is_later)
    add_sums (self, table);
}

static void
align_across (GArray *matters, const NbForm *a, const NbForm *b)
{
  gboolean a_is_later = nb_form_get_index (a) > nb_form_get_index (b);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  Aligning self = { .later = a_is_later ? a : b,
                    .earlier = a_is_later ? b : a,
                    .later_side = a_is_later ? 0 : 1,
                    .taken = taken,
                    .matters = matters };

  for (guint i = 0; i < self.later->n_tables; i++)
    add_table (&self, self.later, &self.later->tables[i], TRUE);
  for (guint i = 0; i < self.earlier->n_tables; i++)
    add_table (&self, self.earlier, &self.earlier->tables[i], FALSE);
}

static void
align_same (GArray *matters, const NbForm *form)
{
  for (guint i = 0; i < form->n_tables; i++)
    {
      const NbFormTable *table = &form->tables[i];

      for (guint j = 0; j < table->n_metrics; j++)
        {
          NbMatter matter = describe_metric (table->metrics[j]);

          matter.expressions[0] = matter.expressions[1] = matter.id;
          g_array_append_val (matters, matter);
        }
      for (guint j = 0; j < form->n_derived; j++)
        {
          NbMatter matter = describe_derived (&form->derived[j]);

          matter.expressions[0] = matter.expressions[1] = matter.id;
          if (matter.table == table)
            g_array_append_val (matters, matter);
        }
    }
}

/**
 * nb_matters_align:
 * @a: a form
 * @b: a form
 *
 * Returns: (transfer full) (element-type NbMatter): every matter that either form has
 */
GArray *
nb_matters_align (const NbForm *a, const NbForm *b)
{
  GArray *matters = g_array_new (FALSE, FALSE, sizeof (NbMatter));

  g_return_val_if_fail (a != NULL && b != NULL, matters);

  if (a == b)
    align_same (matters, a);
  else
    align_across (matters, a, b);
  return matters;
}
