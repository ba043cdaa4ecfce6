/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The charts that are more than a few series over years: dispositions, flow, normative documents,
 * findings and ratios.
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "form/nb-label.h"
#include "series/nb-ratio.h"

#define OUTCOMES "outcomes."

/* --- Dispositions: the rows of one year, the largest first --- */

typedef struct
{
  const NbMetric *metric;
  NbFigure *figure;
} Disposition;

/* Whether @metric is a disposition that is not itself split into others. */
static gboolean
is_leaf (const NbForm *form, const NbMetric *metric)
{
  g_autofree char *below = g_strconcat (metric->role, ".", NULL);

  for (guint i = 0; i < form->n_metrics; i++)
    {
      const NbMetric *other = form->metrics[i];

      if (other->role != NULL && other->row != metric->row && g_str_has_prefix (other->role, below))
        return FALSE;
    }
  return TRUE;
}

/* Totals are what roles without an applicant stand for. */
static gboolean
is_disposition (const NbForm *form, const NbMetric *metric)
{
  const NbMetric *const *all = (const NbMetric *const *) metric->row->metrics;

  if (metric->role == NULL || !g_str_has_prefix (metric->role, OUTCOMES))
    return FALSE;
  for (guint i = 0; i < metric->row->n_metrics; i++)
    if (all[i] != metric && all[i]->role != NULL && strlen (all[i]->role) < strlen (metric->role))
      return FALSE;
  return is_leaf (form, metric);
}

static int
compare_values_cb (gconstpointer a, gconstpointer b)
{
  const Disposition *left = a, *right = b;
  NbDecimal x = NB_DECIMAL_ZERO, y = NB_DECIMAL_ZERO;
  gboolean x_known = nb_figure_get_known (left->figure, &x);
  gboolean y_known = nb_figure_get_known (right->figure, &y);

  if (x_known != y_known)
    return x_known ? -1 : 1;
  if (nb_decimal_compare (x, y) != 0)
    return -nb_decimal_compare (x, y);
  return (int) left->metric->index - (int) right->metric->index;
}

static GArray *
list_dispositions (NbReport *report)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Disposition));
  const NbForm *form = nb_report_get_form (report);

  for (guint i = 0; form != NULL && i < form->n_metrics; i++)
    if (is_disposition (form, form->metrics[i]))
      {
        Disposition one = { form->metrics[i], nb_report_get_figure_for (report, form->metrics[i]) };

        if (one.figure != NULL)
          g_array_append_val (list, one);
      }
  g_array_sort (list, compare_values_cb);
  return list;
}

/**
 * nb_chart_build_ranking:
 * @self: a chart
 * @organ: an organ
 * @only: whether it is the only one
 *
 * Adds the dispositions of its newest year.
 */
void
nb_chart_build_ranking (NbChart *self, const NbChartOrgan *organ, gboolean only)
{
  NbReport *report = organ->reports->pdata[organ->reports->len - 1];
  g_autoptr (GArray) list = list_dispositions (report);
  g_autofree char *title = only ? g_strdup_printf ("%u", nb_report_get_year (report))
                                : g_strdup_printf ("%s · %u", organ->name,
                                                   nb_report_get_year (report));
  NbChartPanel *panel = nb_chart_add_panel (self, NB_PANEL_RANKING, title, NULL);
  NbChartSeries *series = nb_chart_panel_add_series (panel, _ ("dispositions"));

  for (guint i = 0; i < list->len; i++)
    {
      const Disposition *one = &g_array_index (list, Disposition, i);
      const NbFormRow *row = one->metric->row;
      NbChartCategory category = { .label = g_strdup (
                                       nb_label_pick (row->label_zh, row->label_en)) };
      NbChartCell cell = { .quantity = nb_quantity_of_figure (one->figure), .report = report };

      cell.figures = g_ptr_array_new ();
      g_ptr_array_add (cell.figures, one->figure);
      g_array_append_val (panel->categories, category);
      g_array_append_val (series->cells, cell);
      if (panel->unit == NULL)
        panel->unit = g_strdup (nb_label_unit (one->metric->unit));
    }
}

/* --- Flow: carried in + new → closed + carried over, two bars a year --- */

static void
add_flow_side (NbChartPanel *panel, NbReport *report, guint side, const char *sub)
{
  static const char *const roles[] = { "requests.carried_in", "requests.received",
                                       "requests.closed", "requests.carried_out" };
  const NbForm *form = nb_report_get_form (report);
  NbChartCategory category = { .label = g_strdup_printf ("%u", nb_report_get_year (report)),
                               .sub = g_strdup (sub),
                               .year = nb_report_get_year (report) };

  g_array_append_val (panel->categories, category);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      NbChartSeries *series = panel->series->pdata[i];
      NbChartCell cell = { .is_gap = TRUE, .report = report };

      if (i / 2 == side)
        {
          const char *id = form != NULL ? nb_quantity_find_id (form, roles[i]) : NULL;

          cell.quantity = nb_quantity_read (report, id);
          cell.figures = nb_quantity_list_figures (report, id);
          cell.is_gap = FALSE;
        }
      g_array_append_val (series->cells, cell);
    }
}

/* What lies between the pairs of bars is what lies between the years of new requests. */
static void
add_flow_boundaries (NbChartPanel *panel, GPtrArray *reports)
{
  g_autoptr (NbSeries) received = nb_series_new_for_role (reports, "requests.received");
  guint next = 0;

  for (guint i = 0; received != NULL && i < received->points->len; i++)
    {
      const NbSeriesPoint *point = &g_array_index (received->points, NbSeriesPoint, i);
      NbChartCategory *category;

      if (point->report == NULL)
        continue;
      category = &g_array_index (panel->categories, NbChartCategory, next);
      category->before = next > 0
                             ? g_array_index (panel->categories, NbChartCategory, next - 1).year
                             : 0;
      if (next > 0)
        nb_chart_category_mark (category, point);
      next += 2;
    }
}

/**
 * nb_chart_build_flow:
 * @self: a chart
 * @organ: an organ
 * @only: whether it is the only one
 *
 * Adds what came in and what went out, year by year.
 */
void
nb_chart_build_flow (NbChart *self, const NbChartOrgan *organ, gboolean only)
{
  NbChartPanel *panel = nb_chart_add_panel (self, NB_PANEL_STACK, only ? NULL : organ->name, NULL);
  const NbMetric *metric = NULL;

  nb_chart_panel_add_series (panel, _ ("carried in"));
  nb_chart_panel_add_series (panel, _ ("new"));
  nb_chart_panel_add_series (panel, _ ("closed"));
  nb_chart_panel_add_series (panel, _ ("carried over"));
  for (guint i = 0; i < organ->reports->len; i++)
    {
      NbReport *report = organ->reports->pdata[i];
      const NbForm *form = nb_report_get_form (report);

      add_flow_side (panel, report, 0, _ ("in"));
      add_flow_side (panel, report, 1, _ ("out"));
      if (form != NULL && nb_form_find_role (form, "requests.received") != NULL)
        metric = nb_form_find_role (form, "requests.received");
    }
  add_flow_boundaries (panel, organ->reports);
  panel->unit = g_strdup (metric != NULL ? nb_label_unit (metric->unit) : NULL);
}

/* --- Normative documents: issued and repealed, and the stock with what would be expected --- */

static gboolean
get_value (const NbChartPanel *panel, guint series, guint i, NbDecimal *value)
{
  const NbChartCell *cell = nb_chart_series_get (panel->series->pdata[series], i);

  *value = cell->quantity.value;
  return nb_chart_cell_is_known (cell);
}

static gboolean
is_entered (const NbChartPanel *panel, guint series, guint i)
{
  return nb_chart_series_get (panel->series->pdata[series], i)->quantity.entered;
}

/* in force last year + issued − repealed. */
static void
add_expected (NbChartPanel *stock, const NbChartPanel *changes)
{
  NbChartSeries *series = nb_chart_panel_add_series (stock, _ ("expected"));

  series->is_ghost = TRUE;
  for (guint i = 0; i < stock->categories->len; i++)
    {
      NbChartCell cell = { .is_gap = TRUE };
      NbDecimal before, issued, repealed, sum;

      if (i > 0 && get_value (stock, 0, i - 1, &before) && get_value (changes, 0, i, &issued) &&
          get_value (changes, 1, i, &repealed) && nb_decimal_add (before, issued, &sum) &&
          nb_decimal_subtract (sum, repealed, &sum))
        {
          cell.is_gap = FALSE;
          cell.report = nb_chart_series_get (stock->series->pdata[0], i)->report;
          cell.quantity.summed = TRUE;
          cell.quantity.entered = is_entered (stock, 0, i - 1) || is_entered (changes, 0, i) ||
                                  is_entered (changes, 1, i);
          cell.quantity.value = sum;
          cell.quantity.state = nb_decimal_is_zero (sum) ? NB_STATE_ZERO : NB_STATE_NUMBER;
        }
      g_array_append_val (series->cells, cell);
    }
}

/**
 * nb_chart_build_normative:
 * @self: a chart
 * @organ: an organ
 * @options: which metrics are wanted
 * @only: whether it is the only one
 *
 * Adds the normative documents issued and repealed, and those in force.
 */
void
nb_chart_build_normative (NbChart *self,
                          const NbChartOrgan *organ,
                          const NbChartOptions *options,
                          gboolean only)
{
  const char *const titles[] = { _ ("Issued and repealed"), _ ("In force") };
  NbChartPanel *panels[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *title = only ? g_strdup (titles[i])
                                    : g_strdup_printf ("%s · %s", organ->name, titles[i]);

      panels[i] = nb_chart_add_panel (self, NB_PANEL_BARS, title, NULL);
      nb_chart_add_years (self, panels[i], organ);
    }
  nb_chart_panel_add_role (panels[0], organ, "normative.issued", _ ("issued"), options);
  nb_chart_panel_add_role (panels[0], organ, "normative.repealed", _ ("repealed"), options);
  nb_chart_panel_add_role (panels[1], organ, "normative.in_force", _ ("in force"), options);
  if (options->metrics == NULL)
    add_expected (panels[1], panels[0]);
}

/* --- Findings: organ × year --- */

static void
count_findings (NbReading *reading, guint *n, NbSeverity *worst)
{
  GListModel *findings = nb_reading_get_findings (reading);
  guint n_findings = g_list_model_get_n_items (findings);

  *n = 0;
  *worst = NB_SEVERITY_INFO;
  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (nb_finding_get_status (finding) != NB_STATUS_FAIL)
        continue;
      (*n)++;
      *worst = MIN (*worst, nb_finding_get_severity (finding));
    }
}

static NbChartCell
make_heat_cell (NbReading *reading)
{
  /* One sign for each severity, so that colour never stands alone. */
  static const char *const signs[] = { "×", "§", "!", "·", "i" };
  NbChartCell cell = { .report = nb_reading_get_report (reading) };
  NbSeverity worst;
  guint n;

  count_findings (reading, &n, &worst);
  cell.text = n == 0 ? g_strdup ("✓") : g_strdup_printf ("%s %u", signs[worst], n);
  cell.level = n == 0 ? 0 : 5 - (guint) worst;
  cell.quantity.state = n == 0 ? NB_STATE_ZERO : NB_STATE_NUMBER;
  cell.quantity.value = (NbDecimal){ n, 0 };
  return cell;
}

static void
find_span (GPtrArray *organs, guint *first, guint *last)
{
  *first = G_MAXUINT;
  *last = 0;
  for (guint i = 0; i < organs->len; i++)
    {
      const NbChartOrgan *organ = organs->pdata[i];

      *first = MIN (*first, nb_report_get_year (organ->reports->pdata[0]));
      *last = MAX (*last, nb_report_get_year (organ->reports->pdata[organ->reports->len - 1]));
    }
}

static void
add_heat_row (NbChartPanel *panel, const NbChartOrgan *organ, guint first, guint last)
{
  NbChartSeries *series = nb_chart_panel_add_series (panel, organ->name);
  guint next = 0;

  for (guint year = first; year <= last; year++)
    {
      NbChartCell cell = { .is_gap = TRUE };

      if (next < organ->reports->len && nb_report_get_year (organ->reports->pdata[next]) == year)
        cell = make_heat_cell (organ->readings->pdata[next++]);
      g_array_append_val (series->cells, cell);
    }
}

/**
 * nb_chart_build_heat:
 * @self: a chart
 * @organs: (element-type NbChartOrgan): organs
 *
 * Adds the number and the gravity of the findings of each report.
 */
void
nb_chart_build_heat (NbChart *self, GPtrArray *organs)
{
  NbChartPanel *panel = nb_chart_add_panel (self, NB_PANEL_HEAT, NULL, NULL);
  guint first, last;

  find_span (organs, &first, &last);
  for (guint year = first; year <= last; year++)
    {
      NbChartCategory category = { .label = g_strdup_printf ("%u", year), .year = year };

      g_array_append_val (panel->categories, category);
    }
  for (guint i = 0; i < organs->len; i++)
    add_heat_row (panel, organs->pdata[i], first, last);
  g_ptr_array_add (self->notes, g_strdup (_ ("× error, § against the law, ! warning, · hint, "
                                             "i information: the worst, and how many in all; "
                                             "✓ none. An empty cell: no report.")));
}

/* --- Ratios --- */

static NbChartCell
make_ratio_cell (NbReport *report, NbRatioKind kind)
{
  NbRatio ratio = nb_ratio_read (report, kind);
  NbChartCell cell = { .report = report, .quantity = ratio.whole };

  cell.figures = nb_ratio_list_figures (report, kind);

  if (nb_quantity_is_known (&ratio.whole) && !nb_quantity_is_known (&ratio.part))
    cell.quantity = ratio.part;
  if (ratio.has_percent)
    {
      cell.quantity.value = ratio.percent;
      cell.quantity.summed = TRUE;
      cell.quantity.entered = ratio.part.entered || ratio.whole.entered;
      cell.quantity.state = nb_decimal_is_zero (ratio.percent) ? NB_STATE_ZERO : NB_STATE_NUMBER;
      cell.is_pale = ratio.is_small;
    }
  else if (nb_quantity_is_known (&cell.quantity))
    {
      cell.no_base = TRUE;
      cell.quantity.state = NB_STATE_MISSING;
    }
  return cell;
}

/* Years whose forms cannot be compared are not joined: what the ratio is made of breaks there. */
static void
add_ratio_series (NbChartPanel *panel, const NbChartOrgan *organ, NbRatioKind kind)
{
  NbChartSeries *series = nb_chart_panel_add_series (panel, nb_ratio_get_label (kind));
  const NbForm *before = NULL;
  guint next = 0;

  for (guint i = 0; i < panel->categories->len; i++)
    {
      NbChartCategory *category = &g_array_index (panel->categories, NbChartCategory, i);
      NbReport *report = next < organ->reports->len ? organ->reports->pdata[next] : NULL;
      NbChartCell cell = { .is_gap = TRUE };
      NbComparable link = NB_COMPARABLE_YES;

      if (report != NULL && nb_report_get_year (report) == category->year)
        {
          const NbForm *form = nb_report_get_form (report);

          cell = make_ratio_cell (report, kind);
          if (before != NULL && form != NULL && before != form)
            {
              gboolean has_carry = nb_form_find_role (before, "requests.carried_in") != NULL;

              link = has_carry ? NB_COMPARABLE_YES : NB_COMPARABLE_BREAK;
              category->boundary = has_carry ? NB_BOUNDARY_FORM : NB_BOUNDARY_BREAK;
            }
          before = form;
          next++;
        }
      g_array_append_val (series->cells, cell);
      g_array_append_val (series->breaks, link);
    }
}

/**
 * nb_chart_build_ratios:
 * @self: a chart
 * @organ: an organ
 * @only: whether it is the only one
 *
 * Adds the derived ratios, one panel each for one organ, else one panel for each organ with the main ones.
 */
void
nb_chart_build_ratios (NbChart *self, const NbChartOrgan *organ, gboolean only)
{
  for (guint kind = 0; kind < (only ? NB_N_RATIOS : 1); kind++)
    {
      NbChartPanel *panel = nb_chart_add_panel (
          self, organ->reports->len > 1 ? NB_PANEL_LINES : NB_PANEL_BARS,
          only ? nb_ratio_get_label (kind) : organ->name, "%");

      panel->whole = FALSE;
      nb_chart_add_years (self, panel, organ);
      add_ratio_series (panel, organ, kind);
    }
  if (self->notes->len == 0)
    g_ptr_array_add (self->notes, g_strdup (_ ("Pale: a base below 30, which says little. A double "
                                               "rule: counted in another way since.")));
}
