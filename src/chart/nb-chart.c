/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The charts of the contract: what each of them shows. Several organs become small multiples.
 *
 *   readings ──▶ organs and years ──▶ panels ──nb_chart_draw()──▶ drawing ──▶ cairo, SVG
 */

#include "nb-chart-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "form/nb-label.h"
#include "series/nb-ratio.h"

const NbChartTheme nb_chart_theme_light = {
  .ink = 0x1e1e1eff,
  .dim = 0x5e5c64ff,
  .grid = 0xdededeff,
  .ground = 0xffffffff,
  .fault = 0xb5121cff,
  .palette = { 0x0072b2ff, 0xd55e00ff, 0x009e73ff, 0xe69f00ff, 0x56b4e9ff, 0xcc79a7ff },
  .on_palette = { 0xffffffff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff },
  .parts = { 0x0072b2ff, 0x56b4e9ff, 0xd55e00ff, 0xe69f00ff, 0xcc79a7ff, 0x999999ff },
  .on_parts = { 0xffffffff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff },
};

const NbChartTheme nb_chart_theme_dark = {
  .ink = 0xffffffff,
  .dim = 0xc0bfbcff,
  .grid = 0x4a4a4aff,
  .ground = 0x242424ff,
  .fault = 0xff7b63ff,
  .palette = { 0x56b4e9ff, 0xf0884aff, 0x2cc295ff, 0xe6b84aff, 0x9ad0f0ff, 0xe0a0c4ff },
  .on_palette = { 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff },
  .parts = { 0x3a9bd9ff, 0x9ad0f0ff, 0xf0884aff, 0xe6b84aff, 0xe0a0c4ff, 0xb0b0b0ff },
  .on_parts = { 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff, 0x1e1e1eff },
};

#define MOST_SERIES 7

/* One series of a panel: a role, and its name where the forms' would be too long. */
typedef struct
{
  const char *role;
  const char *label;
} Line;

/* Roles of the panels of one organ. An empty title is that of the chart. */
typedef struct
{
  const char *title;
  NbPanelKind kind;
  const char *total; /* role of the printed total of a stack */
  Line lines[MOST_SERIES];
} Plan;

typedef struct
{
  const char *id;
  const char *label;
  Plan plans[3];
} Definition;

static const Definition definitions[] = {
  { "applications",
    N_ ("Requests received and closed"),
    { { NULL,
        NB_PANEL_LINES,
        NULL,
        { { "requests.received", N_ ("received") },
          { "requests.closed", N_ ("closed") },
          { "requests.carried_out", N_ ("carried over") } } } } },
  { "outcomes",
    N_ ("Outcomes of requests"),
    { { NULL,
        NB_PANEL_STACK,
        "requests.closed",
        { { "outcomes.full", N_ ("disclosed") },
          { "outcomes.partial", N_ ("in part") },
          { "outcomes.refused", N_ ("not disclosed") },
          { "outcomes.unavailable", N_ ("unable to provide") },
          { "outcomes.not_handled", N_ ("not handled") },
          { "outcomes.other", N_ ("other") } } } } },
  { "applicants",
    N_ ("Who applied"),
    { { NULL,
        NB_PANEL_STACK,
        "requests.received",
        { { "requests.received.natural_person", N_ ("natural persons") },
          { "requests.received.commercial_enterprise", N_ ("companies") },
          { "requests.received.research_institution", N_ ("research") },
          { "requests.received.public_interest_org", N_ ("public interest") },
          { "requests.received.legal_services_org", N_ ("legal services") },
          { "requests.received.other_org", N_ ("other organisations") } } } } },
  { "dispositions", N_ ("Decisions on the requests of a year"), { { 0 } } },
  { "flow", N_ ("Flow of requests"), { { 0 } } },
  { "enforcement",
    N_ ("Licences, penalties and coercion"),
    { { N_ ("Licences"), NB_PANEL_BARS, NULL, { { "licences", N_ ("licences") } } },
      { N_ ("Penalties"), NB_PANEL_BARS, NULL, { { "penalties", N_ ("penalties") } } },
      { N_ ("Coercion"), NB_PANEL_BARS, NULL, { { "coercion", N_ ("coercion") } } } } },
  { "fees",
    N_ ("Administrative charges"),
    { { NULL, NB_PANEL_BARS, NULL, { { "fees", N_ ("charges") } } } } },
  { "disputes",
    N_ ("Reconsideration and litigation"),
    { { N_ ("Reconsideration"),
        NB_PANEL_STACK,
        "disputes.reconsideration",
        { { "disputes.reconsideration.upheld", N_ ("upheld") },
          { "disputes.reconsideration.corrected", N_ ("corrected") },
          { "disputes.reconsideration.other", N_ ("other result") },
          { "disputes.reconsideration.pending", N_ ("pending") } } },
      { N_ ("Sued directly"),
        NB_PANEL_STACK,
        "disputes.litigation.direct",
        { { "disputes.litigation.direct.upheld", N_ ("upheld") },
          { "disputes.litigation.direct.corrected", N_ ("corrected") },
          { "disputes.litigation.direct.other", N_ ("other result") },
          { "disputes.litigation.direct.pending", N_ ("pending") } } },
      { N_ ("Sued after reconsideration"),
        NB_PANEL_STACK,
        "disputes.litigation.after_reconsideration",
        { { "disputes.litigation.after_reconsideration.upheld", N_ ("upheld") },
          { "disputes.litigation.after_reconsideration.corrected", N_ ("corrected") },
          { "disputes.litigation.after_reconsideration.other", N_ ("other result") },
          { "disputes.litigation.after_reconsideration.pending", N_ ("pending") } } } } },
  { "normative", N_ ("Normative documents"), { { 0 } } },
  { "findings", N_ ("Findings by organ and year"), { { 0 } } },
  { "ratios", N_ ("Ratios"), { { 0 } } },
};

static const Definition *
find_definition (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    if (g_strcmp0 (definitions[i].id, id) == 0)
      return &definitions[i];
  return NULL;
}

/**
 * nb_chart_list:
 *
 * Returns: (transfer none): the ids of all charts, in order, %NULL-terminated
 */
const char *const *
nb_chart_list (void)
{
  static const char *ids[G_N_ELEMENTS (definitions) + 1];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
        ids[i] = definitions[i].id;
      g_once_init_leave (&once, 1);
    }
  return ids;
}

/**
 * nb_chart_get_label:
 * @id: id of a chart
 *
 * Returns: (nullable): its name in the user's language; %NULL where there is none of that id
 */
const char *
nb_chart_get_label (const char *id)
{
  const Definition *definition = find_definition (id);

  return definition != NULL ? _ (definition->label) : NULL;
}

/* --- Panels --- */

static void
add_totals (NbChartPanel *panel, const NbChartOrgan *organ, const char *role)
{
  g_autoptr (NbSeries) values = nb_series_new_for_role (organ->reports, role);

  panel->totals = nb_chart_cells_new ();
  panel->total_label = values != NULL
                           ? g_strdup (nb_label_pick (values->label_zh, values->label_en))
                           : NULL;
  for (guint i = 0; values != NULL && i < values->points->len; i++)
    {
      const NbSeriesPoint *point = &g_array_index (values->points, NbSeriesPoint, i);
      NbChartCell cell = { .quantity = point->quantity,
                           .is_gap = point->report == NULL,
                           .report = point->report };

      if (point->report != NULL)
        cell.figures = nb_quantity_list_figures (point->report, point->expression);
      g_array_append_val (panel->totals, cell);
    }
}

/* A break is told between bars that are drawn, not before the first of them. */
static void
drop_breaks (NbChartPanel *panel)
{
  gboolean drawn = FALSE;

  for (guint i = 0; i < panel->categories->len && !drawn; i++)
    {
      NbChartCategory *category = &g_array_index (panel->categories, NbChartCategory, i);

      category->boundary = NB_BOUNDARY_NONE;
      for (guint j = 0; j < panel->series->len; j++)
        {
          NbChartSeries *series = panel->series->pdata[j];

          drawn |= !nb_chart_series_get (series, i)->quantity.not_in_form;
          if (i < series->breaks->len)
            g_array_index (series->breaks, NbComparable, i) = NB_COMPARABLE_YES;
        }
    }
}

static char *
dup_panel_title (const NbChartOrgan *organ, const char *title, gboolean only)
{
  if (only)
    return g_strdup (title);
  return title != NULL ? g_strdup_printf ("%s · %s", organ->name, title) : g_strdup (organ->name);
}

static void
build_plan (NbChart *self,
            const Plan *plan,
            const NbChartOrgan *organ,
            const NbChartOptions *options,
            gboolean only,
            gboolean is_share)
{
  g_autofree char *title = dup_panel_title (organ, plan->title != NULL ? _ (plan->title) : NULL,
                                            only);
  NbChartPanel *panel = nb_chart_add_panel (self, plan->kind, title, NULL);

  panel->can_share = only && plan->kind == NB_PANEL_STACK && plan->title == NULL;
  panel->is_share = is_share;
  nb_chart_add_years (self, panel, organ);
  for (guint i = 0; i < MOST_SERIES && plan->lines[i].role != NULL; i++)
    nb_chart_panel_add_role (panel, organ, plan->lines[i].role, _ (plan->lines[i].label), options);
  if (plan->total != NULL && options->metrics == NULL)
    add_totals (panel, organ, plan->total);
  if (panel->kind == NB_PANEL_LINES && panel->categories->len == 1)
    panel->kind = NB_PANEL_BARS;
  if (panel->kind == NB_PANEL_STACK)
    drop_breaks (panel);
}

/* The panels of one organ that hold one matter each have a colour each. */
static void
colour_bars (NbChartPanel *panel, guint number)
{
  if (panel->kind == NB_PANEL_BARS && panel->series->len == 1)
    ((NbChartSeries *) panel->series->pdata[0])->colour = number;
}

/* Absolute numbers and shares stand side by side, unless one of them is wanted. */
static void
build_plans (NbChart *self,
             const Definition *definition,
             const NbChartOrgan *organ,
             const NbChartOptions *options,
             gboolean only)
{
  for (guint i = 0; i < G_N_ELEMENTS (definition->plans); i++)
    {
      const Plan *plan = &definition->plans[i];
      gboolean has_shares;

      if (plan->lines[0].role == NULL)
        continue;
      has_shares = only && plan->kind == NB_PANEL_STACK && plan->title == NULL;
      if (!has_shares || options->shares != NB_SHARES_ONLY)
        {
          build_plan (self, plan, organ, options, only, FALSE);
          colour_bars (self->panels->pdata[self->panels->len - 1], i);
        }
      if (has_shares && options->shares != NB_SHARES_NONE)
        build_plan (self, plan, organ, options, only, TRUE);
    }
}

static void
build (NbChart *self,
       const Definition *definition,
       GPtrArray *organs,
       const NbChartOptions *options)
{
  gboolean only = organs->len == 1;

  if (strcmp (definition->id, "findings") == 0)
    {
      nb_chart_build_heat (self, organs);
      return;
    }
  for (guint i = 0; i < organs->len; i++)
    {
      const NbChartOrgan *organ = organs->pdata[i];

      if (strcmp (definition->id, "dispositions") == 0)
        nb_chart_build_ranking (self, organ, only);
      else if (strcmp (definition->id, "flow") == 0)
        nb_chart_build_flow (self, organ, only);
      else if (strcmp (definition->id, "normative") == 0)
        nb_chart_build_normative (self, organ, options, only);
      else if (strcmp (definition->id, "ratios") == 0)
        nb_chart_build_ratios (self, organ, only);
      else
        build_plans (self, definition, organ, options, only);
    }
}

/* --- Words --- */

static void
add_source (NbChart *self, NbReport *report, gboolean several)
{
  NbSource *source = nb_document_get_source (nb_report_get_document (report));
  const NbForm *form = nb_report_get_form (report);
  const char *hash = nb_source_get_sha256 (source);

  g_ptr_array_add (self->sources,
                   g_strdup_printf ("%s %u, %s, SHA-256 %s", nb_report_get_organ (report),
                                    nb_report_get_year (report), form != NULL ? form->id : "–",
                                    hash));
  g_ptr_array_add (self->source_years,
                   several ? g_strdup_printf ("%s\u00a0%u\u00a0%.8s", nb_report_get_organ (report),
                                              nb_report_get_year (report), hash)
                           : g_strdup_printf ("%u\u00a0%.16s", nb_report_get_year (report), hash));
}

static void
collect_sources (NbChart *self, GPtrArray *organs)
{
  for (guint i = 0; i < organs->len; i++)
    {
      const NbChartOrgan *organ = organs->pdata[i];

      for (guint j = 0; j < organ->readings->len; j++)
        {
          g_ptr_array_add (self->readings, g_object_ref (organ->readings->pdata[j]));
          add_source (self, organ->reports->pdata[j], organs->len > 1);
        }
    }
}

static void
find_years (GPtrArray *organs, guint *first, guint *last)
{
  *first = G_MAXUINT;
  *last = 0;
  for (guint i = 0; i < organs->len; i++)
    {
      const NbChartOrgan *organ = organs->pdata[i];

      for (guint j = 0; j < organ->reports->len; j++)
        {
          guint year = nb_report_get_year (organ->reports->pdata[j]);

          *first = MIN (*first, year);
          *last = MAX (*last, year);
        }
    }
}

/* The unit that all panels share. */
static const char *
find_unit (const NbChart *self)
{
  const char *unit = NULL;

  for (guint i = 0; i < self->panels->len; i++)
    {
      const NbChartPanel *panel = self->panels->pdata[i];

      if (panel->unit == NULL || (unit != NULL && strcmp (unit, panel->unit) != 0))
        return NULL;
      unit = panel->unit;
    }
  return unit;
}

static char *
dup_subtitle (const NbChart *self, GPtrArray *organs)
{
  const NbChartOrgan *organ = organs->pdata[0];
  GString *text = g_string_new (NULL);
  const char *unit = find_unit (self);
  NbChartScale scale = ((NbChartPanel *) self->panels->pdata[0])->scale;
  guint first, last;

  find_years (organs, &first, &last);
  if (organs->len == 1)
    g_string_append (text, organ->name);
  else
    g_string_append_printf (text, ngettext ("%u organ", "%u organs", organs->len), organs->len);
  if (first == last)
    g_string_append_printf (text, " · %u", first);
  else
    g_string_append_printf (text, " · %u–%u", first, last);
  if (scale != NB_CHART_SCALE_LINEAR)
    {
      g_string_append (text, " · ");
      g_string_append (text, scale == NB_CHART_SCALE_INDEX ? _ ("first year = 100")
                                                           : _ ("logarithmic scale"));
    }
  if (unit != NULL)
    {
      g_string_append (text, " · ");
      /* Translators: %s: a unit, as "items" */
      g_string_append_printf (text, _ ("unit: %s"), unit);
    }
  return g_string_free (text, FALSE);
}

/* Why a series breaks, once for all organs. */
static void
add_break_note (NbChart *self,
                GHashTable *said,
                const NbChartSeries *series,
                const NbChartCell *cell,
                const NbChartCell *before)
{
  guint n;
  const NbSeriesLink *all = nb_forms_get_series (&n);
  const NbForm *old = nb_report_get_form (before->report),
               *form = nb_report_get_form (cell->report);
  const char *note = NULL;
  char *text;

  for (guint i = 0; i < n && note == NULL; i++)
    if (g_strcmp0 (all[i].expressions[nb_form_get_index (form)], series->metric) == 0)
      note = nb_series_find_note (&all[i], old, form);
  /* Translators: years before and after a break, the series, why: "2018 | 2019 received: …" */
  text = g_strdup_printf (
      _ ("%u | %u %s: %s"), nb_report_get_year (before->report), nb_report_get_year (cell->report),
      series->label, note != NULL ? note : _ ("counted in another way since the form changed"));
  if (!g_hash_table_contains (said, text))
    {
      g_hash_table_add (said, text);
      g_ptr_array_add (self->notes, g_strdup (text));
    }
  else
    g_free (text);
}

static void
add_series_notes (NbChart *self, GHashTable *said, const NbChartSeries *series)
{
  const NbChartCell *before = NULL;

  for (guint i = 0; i < series->cells->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (series, i);

      if (cell->report == NULL || series->metric == NULL)
        continue;
      if (before != NULL && i < series->breaks->len && cell->report != before->report &&
          g_array_index (series->breaks, NbComparable, i) == NB_COMPARABLE_BREAK)
        add_break_note (self, said, series, cell, before);
      before = cell;
    }
}

/* What the marks that are no numbers mean, where there are any. */
static void
add_state_notes (NbChart *self)
{
  gboolean not_in_form = FALSE, unknown = FALSE, gap = FALSE, no_base = FALSE, entered = FALSE;

  for (guint i = 0; i < self->panels->len; i++)
    {
      const NbChartPanel *panel = self->panels->pdata[i];

      for (guint j = 0; panel->kind != NB_PANEL_HEAT && j < panel->series->len; j++)
        for (guint k = 0; k < panel->categories->len; k++)
          {
            const NbChartCell *cell = nb_chart_series_get (panel->series->pdata[j], k);

            gap |= cell->is_gap && panel->kind != NB_PANEL_STACK &&
                   !((NbChartSeries *) panel->series->pdata[j])->is_ghost;
            not_in_form |= !cell->is_gap && cell->quantity.not_in_form;
            no_base |= cell->no_base;
            entered |= nb_chart_cell_is_known (cell) && cell->quantity.entered;
            unknown |= !cell->is_gap && !cell->quantity.not_in_form && !cell->no_base &&
                       !nb_quantity_is_known (&cell->quantity);
          }
    }
  if (not_in_form)
    g_ptr_array_add (self->notes, g_strdup (_ ("× not in that year’s form, which is not nought.")));
  if (unknown)
    g_ptr_array_add (self->notes,
                     g_strdup (_ ("○ no number: blank, a placeholder, missing or unreadable.")));
  if (entered)
    g_ptr_array_add (self->notes,
                     g_strdup (_ ("✎, a triangle or a dotted outline: entered by hand, printed in "
                                  "no report.")));
  if (no_base)
    g_ptr_array_add (self->notes, g_strdup (_ ("No mark: a share of 0, which is no number.")));
  if (gap)
    g_ptr_array_add (self->notes, g_strdup (_ ("A gap: no report of that year.")));
}

/* Whoever compares bars or lines of two panels must know that they do not measure alike. */
static void
add_scale_note (NbChart *self)
{
  guint n = 0;

  for (guint i = 0; i < self->panels->len; i++)
    {
      const NbChartPanel *panel = self->panels->pdata[i];

      n += panel->kind != NB_PANEL_HEAT && nb_chart_panel_is_told (self, panel) &&
           nb_chart_panel_has_value (panel);
    }
  if (n > 1)
    g_ptr_array_add (self->notes, g_strdup (_ ("Each panel has a scale of its own.")));
}

static void
add_notes (NbChart *self)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->panels->len; i++)
    {
      const NbChartPanel *panel = self->panels->pdata[i];

      for (guint j = 0; j < panel->series->len; j++)
        add_series_notes (self, said, panel->series->pdata[j]);
    }
  add_state_notes (self);
  add_scale_note (self);
}

/* "received: 58 (2017) to 214 (2024), most 214 (2024)" */
static void
describe_series (GString *text, const NbChartPanel *panel, const NbChartSeries *series)
{
  int first = -1, last = -1, most = -1;
  char *numbers[3];

  for (guint i = 0; i < panel->categories->len; i++)
    {
      const NbChartCell *cell = nb_chart_series_get (series, i);

      if (!nb_chart_cell_is_known (cell))
        continue;
      first = first < 0 ? (int) i : first;
      last = i;
      if (most < 0 || nb_decimal_compare (cell->quantity.value,
                                          nb_chart_series_get (series, most)->quantity.value) > 0)
        most = i;
    }
  if (first < 0)
    return;
  numbers[0] = nb_decimal_to_string (nb_chart_series_get (series, first)->quantity.value);
  numbers[1] = nb_decimal_to_string (nb_chart_series_get (series, last)->quantity.value);
  numbers[2] = nb_decimal_to_string (nb_chart_series_get (series, most)->quantity.value);
  g_string_append_printf (
      /* Translators: a series, its first value and where, its last, its largest */
      text, _ ("%s: %s (%s) to %s (%s), most %s (%s). "), series->label, numbers[0],
      g_array_index (panel->categories, NbChartCategory, first).label, numbers[1],
      g_array_index (panel->categories, NbChartCategory, last).label, numbers[2],
      g_array_index (panel->categories, NbChartCategory, most).label);
  g_free (numbers[0]);
  g_free (numbers[1]);
  g_free (numbers[2]);
}

static char *
dup_summary (const NbChart *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s. %s. ", self->title, self->subtitle);
  if (self->headline != NULL)
    g_string_append_printf (text, "%s. ", self->headline);
  for (guint i = 0; i < self->panels->len && text->len < 4000; i++)
    {
      const NbChartPanel *panel = self->panels->pdata[i];

      if (!nb_chart_panel_is_told (self, panel) || panel->kind == NB_PANEL_HEAT)
        continue;
      if (panel->title != NULL && panel->series->len > 0)
        g_string_append_printf (text, "%s. ", panel->title);
      for (guint j = 0; j < panel->series->len; j++)
        describe_series (text, panel, panel->series->pdata[j]);
    }
  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (text, "%s ", (char *) self->notes->pdata[i]);
  return g_strchomp (g_string_free (text, FALSE));
}

/* --- The chart --- */

static gboolean
check_metrics (const NbChart *self, const NbChartOptions *options, GError **error)
{
  for (guint i = 0; options->metrics != NULL && options->metrics[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < self->panels->len; j++)
        {
          const NbChartPanel *panel = self->panels->pdata[j];

          for (guint k = 0; k < panel->series->len; k++)
            found |= g_strcmp0 (((NbChartSeries *) panel->series->pdata[k])->metric,
                                options->metrics[i]) == 0;
        }
      if (!found)
        {
          g_set_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                       _ ("the chart %s does not draw the metric %s"), self->id,
                       options->metrics[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/* A chart of one year is drawn from the newest report alone. */
static void
keep_newest_cb (gpointer data, gpointer user_data)
{
  NbChartOrgan *organ = data;

  if (organ->reports->len < 2)
    return;
  g_ptr_array_remove_range (organ->reports, 0, organ->reports->len - 1);
  g_ptr_array_remove_range (organ->readings, 0, organ->readings->len - 1);
}

/**
 * nb_chart_new:
 * @id: id of a chart
 * @readings: (element-type NbReading): reports
 * @options: which of them
 * @error: %NB_ERROR_UNSUPPORTED where there is no such chart, or it has no such metric, or its values have no
 *   place on the wanted scale;
 *   %NB_ERROR_NOT_FOUND where there is nothing to draw; %NB_ERROR_LIMIT where there are too many organs
 *
 * Returns: (transfer full) (nullable): what is to be drawn, in the user's language
 */
NbChart *
nb_chart_new (const char *id, GPtrArray *readings, const NbChartOptions *options, GError **error)
{
  const Definition *definition = find_definition (id);
  g_autoptr (NbChart) self = NULL;
  g_autoptr (GPtrArray) organs = NULL;

  if (definition == NULL)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED, _ ("there is no chart “%s”"), id);
      return NULL;
    }
  self = g_new0 (NbChart, 1);
  self->id = definition->id;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->source_years = g_ptr_array_new_with_free_func (g_free);
  self->readings = g_ptr_array_new_with_free_func (g_object_unref);
  organs = nb_chart_organs_new (readings, options, self->notes);
  if (organs->len == 0)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_NOT_FOUND,
                   _ ("no report of a known organ and year is left to draw"));
      return NULL;
    }
  if (organs->len > NB_LIMIT_CHART_PANELS)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                   _ ("%u organs are more than one chart holds (%u)"), organs->len,
                   NB_LIMIT_CHART_PANELS);
      return NULL;
    }
  if (strcmp (self->id, "dispositions") == 0)
    g_ptr_array_foreach (organs, keep_newest_cb, NULL);
  build (self, definition, organs, options);
  if (!check_metrics (self, options, error))
    return NULL;
  if (!nb_chart_apply_scale (self, options->scale, error))
    return NULL;
  collect_sources (self, organs);
  self->title = g_strdup (_ (definition->label));
  self->subtitle = dup_subtitle (self, organs);
  add_notes (self);
  nb_chart_mark_findings (self);
  self->headline = organs->len == 1 ? nb_chart_dup_headline (self) : NULL;
  self->summary = dup_summary (self);
  return g_steal_pointer (&self);
}

/**
 * nb_chart_is_empty:
 * @self: a chart
 *
 * Returns: whether it has no value at all
 */
gboolean
nb_chart_is_empty (const NbChart *self)
{
  for (guint i = 0; i < self->panels->len; i++)
    if (nb_chart_panel_has_value (self->panels->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * nb_chart_free:
 * @self: (transfer full): a chart
 */
void
nb_chart_free (NbChart *self)
{
  g_free (self->title);
  g_free (self->headline);
  g_free (self->subtitle);
  g_free (self->summary);
  g_clear_pointer (&self->panels, g_ptr_array_unref);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->source_years);
  g_ptr_array_unref (self->readings);
  g_free (self);
}
