/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cases 34 and 61: two reports that are one text, and an opening that is given up at any moment. */

#include "base/nb-error.h"
#include "nb-case.h"

static guint
count_findings (NbReading *reading)
{
  return g_list_model_get_n_items (nb_reading_get_findings (reading));
}

/* Two years alike but for the year: it is told of both, and no figure is touched. */
static void
test_same_text (void)
{
  g_autofree char *page = nb_case_page ();
  g_auto (GStrv) parts = g_strsplit (page, "2024", -1);
  g_autofree char *other = g_strjoinv ("2023", parts);
  g_autoptr (NbReading) first = nb_case_read (page);
  g_autoptr (NbReading) second = nb_case_read (other);
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autoptr (GPtrArray) checked = NULL;

  g_ptr_array_add (readings, first);
  g_ptr_array_add (readings, second);
  checked = nb_readings_check_workspace (readings, NULL);
  g_assert_cmpuint (nb_report_get_year (nb_reading_get_report (second)), ==, 2023);
  g_assert_cmpuint (count_findings (checked->pdata[0]) + count_findings (checked->pdata[1]), >,
                    count_findings (first) + count_findings (second));
  nb_case_assert_same (second, NULL);
}

static gpointer
cancel_cb (gpointer data)
{
  GCancellable *cancellable = data;

  g_usleep ((gulong) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cancellable), "delay")));
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Cancelled after 0 µs, 400 µs, 800 µs ...: the whole, or "cancelled" and nothing else. */
static void
test_cancel (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data/samples/yunxi-2024.html", NULL);

  for (guint delay = 0; delay < 20 * 1000; delay += 400)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) readings = NULL;
      GThread *thread;

      g_object_set_data (G_OBJECT (cancellable), "delay", GUINT_TO_POINTER (delay));
      thread = g_thread_new ("cancel", cancel_cb, cancellable);
      readings = nb_reading_open (path, NULL, NULL, NULL, cancellable, &error);
      g_thread_join (thread);
      g_assert_true ((readings == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_error (error, NB_ERROR, NB_ERROR_CANCELLED);
    }
}

typedef struct
{
  NbReadingStep step;
  GCancellable *cancellable;
} CancelAt;

static void
step_cb (NbReadingStep step, gint64 done, gint64 total, gpointer data)
{
  CancelAt *at = data;

  if (step == at->step)
    g_cancellable_cancel (at->cancellable);
}

/* Cancelled when a step begins, a reading never comes out. */
static void
test_cancel_at_step (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data/samples/yunxi-2024.html", NULL);

  for (NbReadingStep step = NB_READING_STEP_LOAD; step <= NB_READING_STEP_CHECK; step++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      CancelAt at = { step, cancellable };

      g_assert_null (nb_reading_open (path, NULL, step_cb, &at, cancellable, &error));
      g_assert_error (error, NB_ERROR, NB_ERROR_CANCELLED);
    }
}

void
nb_case_add_life (void)
{
  g_test_add_func ("/nianbao/cases/34-same-text", test_same_text);
  g_test_add_func ("/nianbao/cases/61-cancel", test_cancel);
  g_test_add_func ("/nianbao/cases/61-cancel-at-step", test_cancel_at_step);
}
