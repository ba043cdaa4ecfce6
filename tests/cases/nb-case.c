/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the numbered cases share: see the header. */

#include "nb-case.h"

#include <string.h>

char *
nb_case_page (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data/samples/yunxi-2024.html", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbSource) source = nb_source_load (path, NULL, NULL, NULL, NULL, &error);
  char *page;

  g_assert_no_error (error);
  page = nb_source_decode (source, NULL, &error);
  g_assert_no_error (error);
  return page;
}

char *
nb_case_change (const char *page, const char *old, const char *replacement)
{
  const char *at = strstr (page, old);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - page), page, replacement, at + strlen (old));
}

static GPtrArray *
open_bytes (const char *text, const char *type, GError **error)
{
  NbSourceOptions options = { .charset = "utf-8" };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("case", bytes, type, &options);

  return nb_reading_open_source (source, NULL, error);
}

GPtrArray *
nb_case_open (const char *page, GError **error)
{
  return open_bytes (page, "text/html", error);
}

GPtrArray *
nb_case_open_text (const char *text, GError **error)
{
  return open_bytes (text, "text/plain", error);
}

NbReading *
nb_case_read (const char *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_case_open (page, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 1);
  return nb_reading_check (readings->pdata[0]);
}

static char *
describe (NbFigure *figure)
{
  NbDecimal value;
  g_autofree char *number = nb_figure_get_value (figure, &value) ? nb_decimal_to_string (value)
                                                                 : NULL;

  return g_strdup_printf ("%s %s %s", nb_figure_get_id (figure),
                          nb_state_to_string (nb_figure_get_state (figure)),
                          number != NULL ? number : "-");
}

void
nb_case_assert_figure (NbReading *reading,
                       const char *metric,
                       NbState state,
                       const char *value,
                       const char *raw)
{
  NbFigure *figure = nb_report_find_figure (nb_reading_get_report (reading), metric);
  g_autofree char *got = NULL;
  g_autofree char *wanted = g_strdup_printf ("%s %s %s", metric, nb_state_to_string (state),
                                             value != NULL ? value : "-");

  g_assert_nonnull (figure);
  got = describe (figure);
  g_assert_cmpstr (got, ==, wanted);
  if (raw != NULL)
    g_assert_cmpstr (nb_figure_get_raw (figure), ==, raw);
}

void
nb_case_assert_like (NbReading *reading, NbReading *usual, const char *except)
{
  GListModel *wanted = nb_report_get_figures (nb_reading_get_report (usual));
  GListModel *figures = nb_report_get_figures (nb_reading_get_report (reading));
  guint n = g_list_model_get_n_items (wanted);

  g_assert_cmpuint (n, ==, 200);
  g_assert_cmpuint (g_list_model_get_n_items (figures), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NbFigure) want = g_list_model_get_item (wanted, i);
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      g_autofree char *a = describe (want), *b = describe (figure);

      if (g_strcmp0 (nb_figure_get_id (figure), except) != 0)
        g_assert_cmpstr (b, ==, a);
    }
}

void
nb_case_assert_same (NbReading *reading, const char *except)
{
  g_autofree char *page = nb_case_page ();
  g_autoptr (NbReading) usual = nb_case_read (page);

  nb_case_assert_like (reading, usual, except);
}

void
nb_case_assert_told (NbReading *reading, const char *rule, const char *words)
{
  GListModel *findings = nb_reading_get_findings (reading);
  guint n_told = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      g_autofree char *message = nb_finding_dup_message (finding);
      const char *relation = nb_finding_get_relation (finding);
      g_autofree char *all = g_strjoin (" ", message, relation, NULL);

      n_told += g_str_equal (nb_finding_get_rule (finding), rule) && strstr (all, words) != NULL;
    }
  g_assert_cmpuint (n_told, >, 0);
}
