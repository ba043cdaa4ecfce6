/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a report says of a matter that data/forms names: a metric, a derived metric, or a sum of them.
 * A sum is known where all of its terms are; else it takes the state of the first that is not, and
 * never counts it as nought. A number that was keyed in for what has none counts, and is told. Any thread.
 */

#include "nb-quantity.h"

#include "nb-derive.h"

static const NbQuantity not_in_form = { .state = NB_STATE_MISSING, .not_in_form = TRUE };

/**
 * nb_quantity_is_known:
 * @self: a quantity
 *
 * Returns: whether it has a value
 */
gboolean
nb_quantity_is_known (const NbQuantity *self)
{
  return self->state == NB_STATE_NUMBER || self->state == NB_STATE_ZERO;
}

/**
 * nb_quantity_printed:
 * @figure: (nullable): a figure
 *
 * Returns: what is printed there, whatever was keyed in for it; not in the form where there is none
 */
NbQuantity
nb_quantity_printed (NbFigure *figure)
{
  NbQuantity self = { .figure = figure };
  const NbMetric *metric;

  if (figure == NULL)
    return not_in_form;
  metric = nb_figure_get_metric (figure);
  self.state = nb_figure_get_state (figure);
  nb_figure_get_value (figure, &self.value);
  self.no_unit = self.state == NB_STATE_NUMBER && metric != NULL &&
                 metric->kind == NB_VALUE_MONEY && nb_figure_get_unit (figure) == NULL;
  return self;
}

/**
 * nb_quantity_of_figure:
 * @figure: (nullable): a figure
 *
 * Returns: what it says, or what was keyed in for it; not in the form where there is none
 */
NbQuantity
nb_quantity_of_figure (NbFigure *figure)
{
  NbQuantity self = nb_quantity_printed (figure);

  if (figure == NULL || nb_quantity_is_known (&self) ||
      !nb_figure_get_entered (figure, &self.value))
    return self;
  self.state = nb_decimal_is_zero (self.value) ? NB_STATE_ZERO : NB_STATE_NUMBER;
  self.entered = TRUE;
  return self;
}

static NbQuantity
read_derived (NbReport *report, const NbDerived *derived)
{
  NbFigure *printed = nb_derive_find_printed (report, derived);
  NbQuantity self = { .summed = TRUE };

  if (printed != NULL)
    return nb_quantity_of_figure (printed);
  self.state = nb_derive (report, derived, &self.value, &self.entered);
  for (guint i = 0; derived->terms[i] != NULL; i++)
    {
      NbFigure *figure = nb_report_get_figure_for (report, derived->terms[i]);
      NbDecimal value;

      if (figure == NULL)
        continue;
      if (self.figure == NULL)
        self.figure = figure;
      if (!nb_figure_get_known (figure, &value))
        {
          self.figure = figure;
          break;
        }
    }
  return self;
}

static NbQuantity
read_id (NbReport *report, const char *id)
{
  const NbForm *form = nb_report_get_form (report);
  const NbMetric *metric = nb_form_find_metric (form, id);
  const NbDerived *derived = nb_form_find_derived (form, id);

  if (metric != NULL)
    return nb_quantity_of_figure (nb_report_get_figure_for (report, metric));
  return derived != NULL ? read_derived (report, derived) : not_in_form;
}

/**
 * nb_quantity_add:
 * @a: a quantity
 * @b: a quantity
 *
 * Returns: their sum, known where both are
 */
NbQuantity
nb_quantity_add (NbQuantity a, NbQuantity b)
{
  if (!nb_quantity_is_known (&a) || !nb_quantity_is_known (&b))
    {
      NbQuantity unknown = nb_quantity_is_known (&a) ? b : a;

      unknown.summed = TRUE;
      return unknown;
    }
  a.summed = TRUE;
  a.no_unit = a.no_unit || b.no_unit;
  a.entered = a.entered || b.entered;
  if (!nb_decimal_add (a.value, b.value, &a.value))
    a.state = NB_STATE_UNREADABLE;
  else
    a.state = nb_decimal_is_zero (a.value) ? NB_STATE_ZERO : NB_STATE_NUMBER;
  return a;
}

/**
 * nb_quantity_read:
 * @report: a report
 * @expression: (nullable): "id" or "id+id", as series.xml has them for the report's form
 *
 * Returns: what @report says of it
 */
NbQuantity
nb_quantity_read (NbReport *report, const char *expression)
{
  g_auto (GStrv) ids = NULL;
  NbQuantity sum;

  if (expression == NULL || nb_report_get_form (report) == NULL)
    return not_in_form;
  ids = g_strsplit (expression, "+", -1);
  sum = read_id (report, ids[0]);
  for (gsize i = 1; ids[i] != NULL; i++)
    sum = nb_quantity_add (sum, read_id (report, ids[i]));
  return sum;
}

/**
 * nb_quantity_find_id:
 * @form: a form
 * @role: a role of the forms, "requests.received"
 *
 * Returns: (transfer none) (nullable): id of the metric or the derived metric that has it
 */
const char *
nb_quantity_find_id (const NbForm *form, const char *role)
{
  const NbMetric *metric = nb_form_find_role (form, role);
  const NbDerived *derived = nb_form_find_derived_role (form, role);

  if (metric != NULL)
    return metric->id;
  return derived != NULL ? derived->id : NULL;
}

/**
 * nb_quantity_read_role:
 * @report: a report
 * @role: a role of the forms, "requests.received"
 *
 * Returns: what @report says of it, printed or computed
 */
NbQuantity
nb_quantity_read_role (NbReport *report, const char *role)
{
  const NbForm *form = nb_report_get_form (report);

  return form != NULL ? nb_quantity_read (report, nb_quantity_find_id (form, role)) : not_in_form;
}

static void
list_figures_of_id (NbReport *report, const char *id, GPtrArray *figures)
{
  const NbForm *form = nb_report_get_form (report);
  const NbMetric *metric = nb_form_find_metric (form, id);
  const NbDerived *derived = nb_form_find_derived (form, id);
  NbFigure *printed = derived != NULL ? nb_derive_find_printed (report, derived) : NULL;

  if (metric != NULL)
    g_ptr_array_add (figures, nb_report_get_figure_for (report, metric));
  else if (printed != NULL)
    g_ptr_array_add (figures, printed);
  else if (derived != NULL)
    for (guint i = 0; derived->terms[i] != NULL; i++)
      g_ptr_array_add (figures, nb_report_get_figure_for (report, derived->terms[i]));
}

/**
 * nb_quantity_list_figures:
 * @report: a report
 * @expression: (nullable): as for nb_quantity_read()
 *
 * Returns: (transfer container) (element-type NbFigure): the figures that its value is read from or added up from
 */
GPtrArray *
nb_quantity_list_figures (NbReport *report, const char *expression)
{
  GPtrArray *figures = g_ptr_array_new ();
  g_auto (GStrv) ids = NULL;

  if (expression == NULL || nb_report_get_form (report) == NULL)
    return figures;
  ids = g_strsplit (expression, "+", -1);
  for (gsize i = 0; ids[i] != NULL; i++)
    list_figures_of_id (report, ids[i], figures);
  while (g_ptr_array_remove (figures, NULL))
    continue;
  return figures;
}
