/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbSums: whether the sums that a form prints pin a value to its place. A converter that fills a row up with an empty cell
 * behind its values hides that one of them was lost; then the sums of the columns do not come out any more.
 *
 * One thread; the form stays its owner's.
 */

#include "nb-sums.h"

struct _NbSums
{
  const NbForm *form;
  GHashTable *values; /* (owned) NbMetric to NbDecimal (owned) */
};

NbSums *
nb_sums_new (const NbForm *form)
{
  NbSums *self = g_new0 (NbSums, 1);

  self->form = form;
  self->values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
nb_sums_free (NbSums *self)
{
  g_hash_table_unref (self->values);
  g_free (self);
}

/* Takes what stands in the place of a metric; what is no number is not known. */
void
nb_sums_add (NbSums *self, const NbMetric *metric, const NbValue *value)
{
  if (value->state == NB_STATE_NUMBER || value->state == NB_STATE_ZERO)
    g_hash_table_insert (self->values, (gpointer) metric,
                         g_memdup2 (&value->value, sizeof value->value));
}

/* Adds up one side; FALSE where a part of it is not known. */
static gboolean
add_up (NbSums *self, const NbMetric *const *terms, NbDecimal *sum)
{
  *sum = NB_DECIMAL_ZERO;
  for (; *terms != NULL; terms++)
    {
      const NbDecimal *value = g_hash_table_lookup (self->values, *terms);

      if (value == NULL || !nb_decimal_add (*sum, *value, sum))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_term (const NbMetric *const *terms, const NbMetric *metric)
{
  for (; *terms != NULL; terms++)
    if (*terms == metric)
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const NbMetric *const *terms, const NbFormRow *row)
{
  for (; *terms != NULL; terms++)
    if ((*terms)->row != row)
      return FALSE;
  return TRUE;
}

/**
 * nb_sums_pin:
 * @self: the sums
 * @metric: a metric whose value was added
 * @own: (nullable): a row whose own sum says nothing, since it may have been moved as a whole
 *
 * Returns: whether a sum holds that the value is part of, and none fails
 */
gboolean
nb_sums_pin (NbSums *self, const NbMetric *metric, const NbFormRow *own)
{
  gboolean holds_any = FALSE;

  for (guint i = 0; i < self->form->n_identities; i++)
    {
      const NbIdentity *identity = &self->form->identities[i];
      const NbMetric *const *left = (const NbMetric *const *) identity->left;
      const NbMetric *const *right = (const NbMetric *const *) identity->right;
      NbDecimal parts, whole;

      if ((!has_term (left, metric) && !has_term (right, metric)) ||
          (own != NULL && is_within (left, own) && is_within (right, own)) ||
          !add_up (self, left, &parts) || !add_up (self, right, &whole))
        continue;
      if (nb_decimal_compare (parts, whole) != 0)
        return FALSE;
      holds_any = TRUE;
    }
  return holds_any;
}
