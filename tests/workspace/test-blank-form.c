/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form with nothing filled in is read as a report of which every cell is blank; what is keyed in is checked. */

#include <string.h>

#include "check/nb-check.h"
#include "workspace/nb-blank-form.h"
#include "workspace/nb-notebook.h"
#include "workspace/nb-reading.h"

#define ORGAN "青禾县人民政府"

static NbReading *
read_page (const char *page)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("blank", bytes, "text/html", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_reading_open_source (source, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 1);
  return g_object_ref (readings->pdata[0]);
}

static NbReading *
read_blank (const char *form, guint year)
{
  g_autofree char *page = nb_blank_form_dup_page (nb_forms_find (form), ORGAN, year);

  return read_page (page);
}

static void
test_every_form (void)
{
  static const struct
  {
    const char *form;
    guint year;
  } cases[] = { { "2014", 2017 }, { "2019", 2020 }, { "2021", 2024 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const NbForm *form = nb_forms_find (cases[i].form);
      g_autoptr (NbReading) reading = read_blank (cases[i].form, cases[i].year);
      NbReport *report = nb_reading_get_report (reading);
      GListModel *figures = nb_report_get_figures (report);

      g_assert_cmpstr (nb_report_get_organ (report), ==, ORGAN);
      g_assert_cmpuint (nb_report_get_year (report), ==, cases[i].year);
      g_assert_true (nb_report_get_form (report) == form);
      g_assert_cmpuint (g_list_model_get_n_items (figures), ==, form->n_metrics);
      g_assert_true (nb_check_is_form (report));
      g_assert_cmpuint (g_list_model_get_n_items (nb_reading_get_findings (reading)), ==, 0);
      for (guint j = 0; j < form->n_metrics; j++)
        {
          g_autoptr (NbFigure) figure = g_list_model_get_item (figures, j);

          if (nb_figure_get_state (figure) != NB_STATE_BLANK)
            g_error ("%s: %s is not blank", cases[i].form, nb_figure_get_id (figure));
          g_assert_cmpint (nb_figure_get_confidence (figure), ==, NB_CONFIDENCE_EXACT);
        }
    }
}

static void
key_in (NbNotebook *notebook, NbReading *reading, const char *id, gint64 number)
{
  NbReport *report = nb_reading_get_report (reading);
  const NbDecimal value = { number, 0 };

  nb_notebook_set_entry (notebook, report, nb_report_find_figure (report, id), &value);
}

/* The finding of a rule at one row or column; %NULL where there is none. */
static NbFinding *
find_finding (NbReading *reading, const char *rule, NbStatus status)
{
  GListModel *findings = nb_reading_get_findings (reading);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (strcmp (nb_finding_get_rule (finding), rule) == 0 &&
          nb_finding_get_status (finding) == status)
        return finding; /* the model keeps it */
    }
  return NULL;
}

/* Numbers keyed in one after the other are checked, and come again with the same form, organ and year. */
static void
test_keyed_in (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-blank-XXXXXX", NULL);
  g_autoptr (NbNotebook) notebook = nb_notebook_new (folder);
  g_autoptr (NbReading) blank = read_blank ("2021", 2024);
  g_autoptr (NbReading) again = read_blank ("2021", 2024);
  g_autoptr (NbReading) other = read_blank ("2021", 2023);
  g_autoptr (NbReading) half = NULL;
  g_autoptr (NbReading) whole = NULL;
  g_autoptr (NbReading) kept = NULL;
  g_autoptr (NbReading) elsewhere = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  NbFinding *finding;
  NbDecimal value;

  key_in (notebook, blank, "normative_issued", 3);
  key_in (notebook, blank, "normative_repealed", 1);
  key_in (notebook, blank, "normative_in_force", 1);
  half = nb_notebook_enter (notebook, blank);
  finding = find_finding (half, "T2-02", NB_STATUS_FAIL);
  g_assert_nonnull (finding);
  message = nb_finding_dup_message (finding);
  g_assert_nonnull (strstr (message, "keyed in"));

  /* What is not typed yet is no finding, and no sum that waits for it is told. */
  g_assert_cmpuint (g_list_model_get_n_items (nb_reading_get_findings (half)), ==, 1);

  key_in (notebook, half, "normative_in_force", 9);
  whole = nb_notebook_enter (notebook, half);
  g_assert_null (find_finding (whole, "T2-02", NB_STATUS_FAIL));

  g_assert_true (nb_notebook_flush (notebook, &error));
  g_assert_no_error (error);
  kept = nb_notebook_enter (notebook, again);
  g_assert_true (nb_figure_get_entered (
      nb_report_find_figure (nb_reading_get_report (kept), "normative_in_force"), &value));
  g_assert_cmpint (value.unscaled, ==, 9);
  elsewhere = nb_notebook_enter (notebook, other);
  g_assert_false (nb_figure_get_entered (
      nb_report_find_figure (nb_reading_get_report (elsewhere), "normative_in_force"), NULL));
}

/* A page with numbers of its own is no such form, whatever it says: nothing is left unsaid of it. */
static void
test_no_form (void)
{
  static const char blank[] = "></td>";
  g_autofree char *page = nb_blank_form_dup_page (nb_forms_find ("2021"), ORGAN, 2024);
  char *cell = g_strrstr (page, blank);
  g_autofree char *filled = NULL;
  g_autoptr (NbReading) reading = NULL;

  g_assert_nonnull (cell);
  filled = g_strdup_printf ("%.*s>7</td>%s", (int) (cell - page), page, cell + strlen (blank));
  reading = read_page (filled);
  g_assert_false (nb_check_is_form (nb_reading_get_report (reading)));
  g_assert_nonnull (find_finding (reading, "T4-01", NB_STATUS_OPEN));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/blank-form/every-form", test_every_form);
  g_test_add_func ("/nianbao/blank-form/keyed-in", test_keyed_in);
  g_test_add_func ("/nianbao/blank-form/no-form", test_no_form);
  return g_test_run ();
}
