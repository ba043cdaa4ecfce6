/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What can be told only of several reports: the years of one organ, the organs of one year. The later year
 * bears the finding; of two reports of one organ and year the first is kept. Any thread; the reports are only read.
 */

#include "nb-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Figures that are named where two reports of one organ and year differ. */
#define MOST_DIFFERENCES 5

typedef struct
{
  GPtrArray *reports;
  GPtrArray *findings;
  GArray *order; /* of guint: reports by organ, scope and year; of one year the first first */
} Workspace;

static NbReport *
get_report (const Workspace *self, guint place)
{
  return self->reports->pdata[g_array_index (self->order, guint, place)];
}

static int
compare_owners (NbReport *a, NbReport *b)
{
  int order = g_strcmp0 (nb_report_get_organ_key (a), nb_report_get_organ_key (b));

  return order != 0 ? order : g_strcmp0 (nb_report_get_scope (a), nb_report_get_scope (b));
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Workspace *self = user_data;
  guint one = *(const guint *) a, two = *(const guint *) b;
  NbReport *first = self->reports->pdata[one], *second = self->reports->pdata[two];
  int order = compare_owners (first, second);

  if (order != 0)
    return order;
  order = (int) nb_report_get_year (first) - (int) nb_report_get_year (second);
  return order != 0 ? order : one < two ? -1 : one > two;
}

static void
sort_reports (Workspace *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->reports->len; i++)
    if (nb_report_get_organ_key (self->reports->pdata[i]) != NULL &&
        nb_report_get_year (self->reports->pdata[i]) > 0)
      g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_places, self);
}

/* Figures of the later report that differ, the first few by name: "3 / 5" is kept and second. */
static guint
add_differences (NbFinding *finding, NbReport *a, NbReport *b)
{
  g_autoptr (GString) zh = g_string_new (NULL);
  g_autoptr (GString) en = g_string_new (NULL);
  NbCheck one, two;
  guint n = 0;

  nb_check_init (&one, a);
  nb_check_init (&two, b);
  for (guint i = 0; i < MIN (one.figures.n, two.figures.n); i++)
    {
      NbDecimal x = NB_DECIMAL_ZERO, y = NB_DECIMAL_ZERO;
      gboolean has_x = nb_figure_get_known (one.figures.all[i], &x);
      gboolean has_y = nb_figure_get_known (two.figures.all[i], &y);
      g_autofree char *before = has_x ? nb_decimal_to_string (x) : g_strdup ("?");
      g_autofree char *now = has_y ? nb_decimal_to_string (y) : g_strdup ("?");
      const NbMetric *metric = nb_figure_get_metric (two.figures.all[i]);

      if (has_x == has_y && (!has_x || nb_decimal_compare (x, y) == 0))
        continue;
      if (n++ >= MOST_DIFFERENCES)
        continue;
      nb_finding_add_term (finding, two.figures.all[i], TRUE);
      g_string_append_printf (zh, "%s%s %s / %s", n > 1 ? "\u3001" : "",
                              metric != NULL ? metric->label_zh
                                             : nb_figure_get_label (two.figures.all[i]),
                              before, now);
      g_string_append_printf (en, "%s%s %s / %s", n > 1 ? ", " : "",
                              metric != NULL ? metric->label_en
                                             : nb_figure_get_label (two.figures.all[i]),
                              before, now);
    }
  nb_check_clear (&one);
  nb_check_clear (&two);
  nb_finding_add_count (finding, n);
  if (n > MOST_DIFFERENCES)
    g_string_append (zh, " …");
  if (n > MOST_DIFFERENCES)
    g_string_append (en, " …");
  nb_finding_add_word (finding, zh->str, en->str);
  return n;
}

/* S-09: the same organ and year twice. */
static void
tell_second (Workspace *self, guint first, guint second)
{
  guint index = g_array_index (self->order, guint, second);
  NbFinding *finding = nb_finding_new (get_report (self, second), "S-09");
  guint n;

  /* Another matter than an article that stands twice in one page: a mark on one is none on the other. */
  nb_finding_set_instance (finding, "year", NULL, NULL);
  nb_finding_add_count (finding, nb_report_get_year (get_report (self, second)));
  n = add_differences (finding, get_report (self, first), get_report (self, second));
  nb_finding_set_message (
      finding, n > 0 ? N_ ("A report of this organ for {1} is open already and was kept; figures "
                           "that differ: {2} ({3}).")
                     : N_ ("A report of this organ for {1} is open already and was kept; no figure "
                           "differs."));
  g_ptr_array_add (self->findings->pdata[index], finding);
}

static void
check_years (Workspace *self, guint earlier, guint later, GCancellable *cancellable)
{
  NbYears years = { .cancellable = cancellable };

  nb_check_init (&years.earlier, get_report (self, earlier));
  nb_check_init (&years.later, get_report (self, later));
  years.later.findings = self->findings->pdata[g_array_index (self->order, guint, later)];
  nb_rules_years_run (&years);
  nb_check_clear (&years.earlier);
  nb_check_clear (&years.later);
}

static void
check_organ_years (Workspace *self, GCancellable *cancellable)
{
  guint kept = 0;

  for (guint i = 1; i < self->order->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      NbReport *before = get_report (self, kept), *now = get_report (self, i);

      if (compare_owners (before, now) == 0 &&
          nb_report_get_year (before) == nb_report_get_year (now))
        {
          tell_second (self, kept, i);
          continue;
        }
      if (compare_owners (before, now) == 0 &&
          nb_report_get_year (before) + 1 == nb_report_get_year (now))
        check_years (self, kept, i, cancellable);
      kept = i;
    }
}

/* --- What another report explains --- */

/* F1-11: what was left over a year before (22 - 27) may have been completed now. */
static gboolean
explains_overrun (NbReport *before, NbReport *now)
{
  gint64 received, completed, then_received, then_completed;
  NbCheck earlier, later;
  gboolean explains;

  nb_check_init (&earlier, before);
  nb_check_init (&later, now);
  explains = earlier.form != NULL && earlier.form == later.form &&
             nb_check_count (&earlier, "requests.received", &then_received) &&
             nb_check_count (&earlier, "requests.closed", &then_completed) &&
             nb_check_count (&later, "requests.received", &received) &&
             nb_check_count (&later, "requests.closed", &completed) &&
             completed - received <= then_received - then_completed;
  nb_check_clear (&earlier);
  nb_check_clear (&later);
  return explains;
}

/**
 * nb_check_is_explained:
 * @finding: a finding of a report alone
 * @reports: (element-type NbReport): every report of the workspace
 *
 * Returns: whether the organ's report for the year before says why the relation does not hold: F1-11, where as many requests
 *   were left over then
 */
gboolean
nb_check_is_explained (NbFinding *finding, GPtrArray *reports)
{
  NbReport *report;
  guint n_terms;
  const NbTerm *terms;
  const NbMetric *metric;

  g_return_val_if_fail (NB_IS_FINDING (finding), FALSE);

  terms = nb_finding_get_terms (finding, &n_terms);
  metric = n_terms > 0 ? nb_figure_get_metric (terms[0].figure) : NULL;
  if (strcmp (nb_finding_get_rule (finding), "F1-11") != 0 || metric == NULL ||
      g_strcmp0 (metric->role, "requests.closed") != 0)
    return FALSE;
  report = nb_finding_get_report (finding);
  for (guint i = 0; i < reports->len; i++)
    if (nb_report_get_year (reports->pdata[i]) + 1 == nb_report_get_year (report) &&
        nb_report_get_organ_key (report) != NULL &&
        compare_owners (reports->pdata[i], report) == 0 &&
        explains_overrun (reports->pdata[i], report))
      return TRUE;
  return FALSE;
}

/**
 * nb_check_workspace:
 * @reports: (element-type NbReport): every report of a workspace
 * @cancellable: (nullable): gives up
 *
 * Sets the reports against each other.
 *
 * Returns: (transfer full) (element-type GPtrArray): for each report its findings, of NbFinding
 */
GPtrArray *
nb_check_workspace (GPtrArray *reports, GCancellable *cancellable)
{
  Workspace self = { .reports = reports };

  self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (self.findings, g_ptr_array_new_with_free_func (g_object_unref));
  sort_reports (&self);
  check_organ_years (&self, cancellable);
  nb_rules_organs_run (reports, self.findings, cancellable);
  g_array_unref (self.order);
  return self.findings;
}
