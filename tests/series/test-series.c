/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A matter over the years: gaps, breaks, new forms and states are four different things. */

#include "check/report-builder.h"
#include "series/nb-series.h"

static void
add (GPtrArray *reports, const char *form, guint year, const char *cells)
{
  g_ptr_array_add (reports, build_report_for (form, "Invented", year, NULL, cells));
}

/* "2017=5 2018| 2019=-": one word a year; what stands before it: "|" a break, ":" a new form. */
static char *
show (const NbSeries *series)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < series->points->len; i++)
    {
      const NbSeriesPoint *point = &g_array_index (series->points, NbSeriesPoint, i);
      g_autofree char *value = nb_decimal_to_string (point->quantity.value);
      const char *mark = !point->new_form                     ? ""
                         : point->link == NB_COMPARABLE_YES   ? ":"
                         : point->link == NB_COMPARABLE_BREAK ? "|"
                                                              : "#";

      g_string_append_printf (out, "%s%s%u=%s", i > 0 ? " " : "", mark, point->year,
                              point->report == NULL         ? "none"
                              : point->quantity.not_in_form ? "not"
                              : nb_quantity_is_known (&point->quantity)
                                  ? value
                                  : nb_state_to_string (point->quantity.state));
    }
  return g_string_free (out, FALSE);
}

static GPtrArray *
build_years (void)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func (g_object_unref);

  add (reports, "2021", 2022, "new_received.total=0 carried_in.total=");
  add (reports, "2014", 2017, "appendix_received=58");
  add (reports, "2014", 2018, "appendix_received=73");
  add (reports, "2019", 2019, "new_received.total=96 normative_published_total=7");
  add (reports, "2021", 2021, "new_received.total=- normative_in_force=4");
  add (reports, "2021", 2021, "new_received.total=999");
  return reports;
}

static void
assert_series (GPtrArray *reports, const char *role, const char *wanted)
{
  g_autoptr (NbSeries) series = nb_series_new_for_role (reports, role);
  g_autofree char *shown = show (series);

  g_assert_cmpstr (shown, ==, wanted);
}

static void
test_years (void)
{
  g_autoptr (GPtrArray) reports = build_years ();

  assert_series (reports, "requests.received",
                 "2017=58 2018=73 |2019=96 2020=none :2021=placeholder 2022=0");
  assert_series (reports, "requests.carried_in",
                 "2017=not 2018=not #2019=0 2020=none :2021=0 2022=blank");
  /* Another thing in the older form is not put into the same line. */
  assert_series (reports, "normative.in_force",
                 "2017=not 2018=not #2019=not 2020=none #2021=4 2022=0");
  assert_series (reports, "outcomes.full", "2017=0 2018=0 |2019=0 2020=none :2021=0 2022=0");
}

static void
test_metric (void)
{
  g_autoptr (GPtrArray) reports = build_years ();
  g_autoptr (NbSeries) old = nb_series_new_for_metric (reports, "appendix_received");
  g_autoptr (NbSeries) none = nb_series_new_for_metric (reports, "no_such_metric");
  g_autofree char *shown = show (old);

  g_assert_null (none);
  g_assert_true (g_str_has_prefix (shown, "2017=58 2018=73 |2019=96"));
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NbSeries) series = nb_series_new_for_role (reports, "requests.received");

  g_assert_cmpuint (series->points->len, ==, 0);
  g_assert_null (nb_series_new_for_role (reports, "no.such.role"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/series/years", test_years);
  g_test_add_func ("/nianbao/series/metric", test_metric);
  g_test_add_func ("/nianbao/series/nothing", test_nothing);
  return g_test_run ();
}
