/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What became of the requests: the parts that the form adds up to the total of those that were closed or
 * answered. Which parts there are comes from that relation in the forms' data; rows that stand in one group
 * are one part. Main thread only.
 */

#include "nb-outcomes.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-text.h"
#include "form/nb-label.h"

/* The whole, by what it means. A form has answers or closed requests that its outcomes add up to. */
static const char *const whole_roles[] = { "requests.replied", "requests.closed" };

static guint
count_terms (const NbMetric **terms)
{
  guint n = 0;

  while (terms[n] != NULL)
    n++;
  return n;
}

/* The relation that adds rows up to the whole, not the columns of one row. */
static const NbIdentity *
find_sum (const NbForm *form, const NbMetric *whole)
{
  for (guint i = 0; i < form->n_identities; i++)
    {
      const NbIdentity *identity = &form->identities[i];

      if (identity->right[0] == whole && identity->right[1] == NULL &&
          count_terms (identity->left) > 3 && identity->left[0]->row != whole->row)
        return identity;
    }
  return NULL;
}

static const char *
part_label (const NbFormRow *row)
{
  g_autofree char *label = nb_label_dup_short (nb_label_pick (row->label_zh, row->label_en));

  return g_intern_string (label);
}

/* The row that stands for a term: the group that it shares with others but not with the whole. */
static const NbFormRow *
part_row (const NbMetric *term, const NbMetric *whole)
{
  const NbFormRow *group = term->row->parent;

  return group != NULL && group->kind == NB_ROW_GROUP && group != whole->row->parent ? group
                                                                                     : term->row;
}

static NbOutcome *
need_part (NbOutcomes *self, const NbFormRow *row)
{
  const char *label = part_label (row);

  if (self->n_parts > 0 && self->parts[self->n_parts - 1].label == label)
    return &self->parts[self->n_parts - 1];
  if (self->n_parts == NB_OUTCOMES_MOST)
    return NULL;
  self->parts[self->n_parts].label = label;
  self->parts[self->n_parts].known = TRUE;
  return &self->parts[self->n_parts++];
}

static void
add_figure (NbOutcome *part, NbAppItem *item, NbFigure *figure)
{
  NbDecimal value = NB_DECIMAL_ZERO;

  part->figure = part->figure != NULL ? part->figure : figure;
  part->in_finding |= nb_app_item_find_finding (item, figure) != NULL;
  if (nb_figure_get_value (figure, &value))
    part->known = nb_decimal_add (part->value, value, &part->value) && part->known;
  else
    {
      part->state = MAX (part->state, nb_figure_get_state (figure));
      part->known = FALSE;
    }
}

/**
 * nb_outcomes_read:
 * @self: (out caller-allocates): what became of the requests
 * @item: a report
 */
void
nb_outcomes_read (NbOutcomes *self, NbAppItem *item)
{
  NbReport *report = nb_app_item_get_report (item);
  const NbForm *form = nb_report_get_form (report);
  const NbMetric *whole = NULL;
  const NbIdentity *identity = NULL;

  *self = (NbOutcomes){ .known = TRUE, .sum = NB_DECIMAL_ZERO };
  for (guint i = 0; form != NULL && identity == NULL && i < G_N_ELEMENTS (whole_roles); i++)
    {
      whole = nb_form_find_role (form, whole_roles[i]);
      identity = whole != NULL ? find_sum (form, whole) : NULL;
    }
  if (identity == NULL)
    return;
  for (guint i = 0; identity->left[i] != NULL; i++)
    {
      NbOutcome *part = need_part (self, part_row (identity->left[i], whole));

      if (part != NULL)
        add_figure (part, item, nb_report_get_figure_for (report, identity->left[i]));
      self->known = self->known && part != NULL && part->known;
    }
  for (guint i = 0; i < self->n_parts && self->known; i++)
    self->known = nb_decimal_add (self->sum, self->parts[i].value, &self->sum);
  self->has_total = nb_figure_get_value (nb_report_get_figure_for (report, whole), &self->total);
}

/**
 * nb_outcomes_dup_doubt:
 * @self: what became of the requests
 *
 * Returns: (transfer full) (nullable): that the parts do not make the total, where they do not
 */
char *
nb_outcomes_dup_doubt (const NbOutcomes *self)
{
  g_autofree char *sum = NULL;
  g_autofree char *total = NULL;

  if (!self->known || !self->has_total || nb_decimal_compare (self->sum, self->total) == 0)
    return NULL;
  sum = nb_ui_format_decimal (self->sum, TRUE);
  total = nb_ui_format_decimal (self->total, TRUE);
  return g_strdup_printf (_ ("parts add up to %s, printed total is %s"), sum, total);
}

/**
 * nb_outcome_dup_text:
 * @self: a part
 *
 * Returns: (transfer full): its number, or why there is none: a blank is told apart from what cannot be read
 */
char *
nb_outcome_dup_text (const NbOutcome *self)
{
  if (self->known)
    return nb_ui_format_decimal (self->value, TRUE);
  return g_strdup (
      nb_ui_state_name (self->state > NB_STATE_ZERO ? self->state : NB_STATE_UNREADABLE));
}

/**
 * nb_outcomes_dup_sentence:
 * @self: what became of the requests
 *
 * Returns: (transfer full): every part with its number, for a screen reader
 */
char *
nb_outcomes_dup_sentence (const NbOutcomes *self)
{
  GString *sentence = g_string_new (NULL);
  g_autofree char *doubt = nb_outcomes_dup_doubt (self);

  for (guint i = 0; i < self->n_parts; i++)
    {
      g_autofree char *value = nb_outcome_dup_text (&self->parts[i]);

      g_string_append_printf (sentence, "%s%s %s", i > 0 ? ", " : "", self->parts[i].label, value);
    }
  if (doubt != NULL)
    g_string_append_printf (sentence, "; %s", doubt);
  return g_string_free (sentence, FALSE);
}
