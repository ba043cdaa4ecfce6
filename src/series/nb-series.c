/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A matter over the years of one organ: a value or a state for each year, a gap for a year of which
 * there is no report, and how each year may be compared with the one before it. What the forms call
 * another thing (DOMAIN §5: separate, none) is never put into the same series. Any thread.
 */

#include "nb-series.h"

#include <string.h>

/* A matter in every form that has it. */
typedef struct
{
  const NbSeriesLink *link;    /* (nullable): the series that says so */
  const char *expressions[16]; /* per form, oldest first */
} Matter;

static const NbSeriesLink *
find_link (guint form, const char *id)
{
  guint n;
  const NbSeriesLink *all = nb_forms_get_series (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (all[i].expressions[form], id) == 0)
      return &all[i];
  return NULL;
}

static void
describe (NbSeries *self, const NbForm *form, const char *id)
{
  const NbMetric *metric = nb_form_find_metric (form, id);
  const NbDerived *derived = nb_form_find_derived (form, id);

  self->id = metric != NULL ? metric->id : derived->id;
  self->label_zh = metric != NULL ? metric->label_zh : derived->label_zh;
  self->label_en = metric != NULL ? metric->label_en : derived->label_en;
  self->unit = metric != NULL ? metric->unit : derived->unit;
}

/* The matter that @form, the newest one that has it, calls @id. */
static void
find_matter (NbSeries *self, Matter *matter, guint form, const char *id)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  describe (self, forms[form], id);
  matter->expressions[form] = self->id;
  matter->link = find_link (form, id);
  if (matter->link == NULL)
    return;
  self->label_zh = matter->link->label_zh;
  self->label_en = matter->link->label_en;
  self->note_zh = matter->link->note_zh;
  self->note_en = matter->link->note_en;
  for (guint i = 0; i < n_forms; i++)
    if (nb_series_link_between (matter->link, forms[i], forms[form]) != NB_COMPARABLE_NO)
      matter->expressions[i] = matter->link->expressions[i];
}

/* The first report of a year counts: a year's own before what a later report prints of it again. */
static int
compare_years_cb (gconstpointer a, gconstpointer b)
{
  NbReport *one = *(NbReport *const *) a, *two = *(NbReport *const *) b;
  int order = (int) nb_report_get_year (one) - (int) nb_report_get_year (two);

  return order != 0 ? order : nb_report_is_reprint (one) - nb_report_is_reprint (two);
}

static void
add_point (NbSeries *self, const Matter *matter, guint year, NbReport *report, NbReport *before)
{
  const NbForm *form = report != NULL ? nb_report_get_form (report) : NULL;
  const NbForm *old = before != NULL ? nb_report_get_form (before) : NULL;
  NbSeriesPoint point = { .year = year, .report = report };

  point.quantity = (NbQuantity){ .state = NB_STATE_MISSING, .not_in_form = report != NULL };
  if (form != NULL)
    {
      point.expression = matter->expressions[nb_form_get_index (form)];
      point.quantity = nb_quantity_read (report, point.expression);
    }
  point.new_form = form != NULL && old != NULL && form != old;
  if (point.new_form)
    point.link = matter->link != NULL ? nb_series_link_between (matter->link, old, form)
                                      : NB_COMPARABLE_NO;
  g_array_append_val (self->points, point);
}

static void
fill (NbSeries *self, const Matter *matter, GPtrArray *reports)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  NbReport *before = NULL;
  guint last = 0;

  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (sorted, reports->pdata[i]);
  g_ptr_array_sort (sorted, compare_years_cb);
  for (guint i = 0; i < sorted->len; i++)
    {
      NbReport *report = sorted->pdata[i];
      guint year = nb_report_get_year (report);

      if (year == 0 || year == last)
        continue;
      for (guint gap = last + 1; last > 0 && gap < year; gap++)
        add_point (self, matter, gap, NULL, before);
      add_point (self, matter, year, report, before);
      before = report;
      last = year;
    }
}

static NbSeries *
series_new (GPtrArray *reports, guint form, const char *id)
{
  NbSeries *self = g_new0 (NbSeries, 1);
  Matter matter = { NULL };

  self->points = g_array_new (FALSE, TRUE, sizeof (NbSeriesPoint));
  find_matter (self, &matter, form, id);
  fill (self, &matter, reports);
  return self;
}

/**
 * nb_series_new_for_role:
 * @reports: (element-type NbReport): reports of one organ; of a year the first one counts
 * @role: a role of the forms, "requests.received"
 *
 * Returns: (transfer full) (nullable): the series; %NULL where no form has the role
 */
NbSeries *
nb_series_new_for_role (GPtrArray *reports, const char *role)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  for (guint i = n_forms; i-- > 0;)
    {
      const char *id = nb_quantity_find_id (forms[i], role);

      if (id != NULL)
        return series_new (reports, i, id);
    }
  return NULL;
}

/**
 * nb_series_new_for_metric:
 * @reports: (element-type NbReport): reports of one organ; of a year the first one counts
 * @id: id of a metric or a derived metric of any form
 *
 * Returns: (transfer full) (nullable): the series; %NULL where no form has the metric
 */
NbSeries *
nb_series_new_for_metric (GPtrArray *reports, const char *id)
{
  guint n_forms;
  const NbForm *const *forms = nb_forms_get (&n_forms);

  for (guint i = n_forms; i-- > 0;)
    if (nb_form_find_metric (forms[i], id) != NULL || nb_form_find_derived (forms[i], id) != NULL)
      return series_new (reports, i, id);
  return NULL;
}

/**
 * nb_series_free:
 * @self: (transfer full): a series
 */
void
nb_series_free (NbSeries *self)
{
  g_array_unref (self->points);
  g_free (self);
}
