/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole way from an input to its findings, in one call and on worker threads (case-61). */

#include <locale.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "workspace/nb-caution.h"
#include "workspace/nb-reading.h"

/* The main loop is never waited for longer than this, also under a sanitizer on a busy machine. */
#define PATIENCE_SECONDS 300

static const char *const samples[] = {
  "yunxi-2017.txt", "yunxi-2018.html", "yunxi-2020.txt", "yunxi-2022.txt", "shiqiao-2024.txt",
};

static char *
find_sample (guint i)
{
  return g_test_build_filename (G_TEST_DIST, "data", "samples", samples[i % G_N_ELEMENTS (samples)],
                                NULL);
}

/* What is expected of one opening, and what came. */
/* Files that are opened at once; of the samples, each many times. */
#define MANY 500

typedef struct
{
  GMainLoop *loop;
  guint *n_open;
  GPtrArray *readings;
  GError *error;
  GCancellable *cancellable;
  GThread *thread;
  gboolean is_done;
  guint n_progress;
  NbReadingStep step;
  gint64 done;
} Opening;

static void
opening_clear (Opening *opening)
{
  g_clear_pointer (&opening->readings, g_ptr_array_unref);
  g_clear_error (&opening->error);
  g_clear_object (&opening->cancellable);
}

static void
progress_cb (NbReadingStep step, gint64 done, gint64 total, gpointer user_data)
{
  Opening *opening = user_data;

  g_assert_true (g_thread_self () == opening->thread);
  g_assert_false (opening->is_done);
  g_assert_false (g_cancellable_is_cancelled (opening->cancellable));
  g_assert_cmpint (step, >=, opening->step);
  if (step == opening->step)
    g_assert_cmpint (done, >=, opening->done);
  opening->step = step;
  opening->done = done;
  opening->n_progress++;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;

  g_assert_false (opening->is_done);
  g_assert_true (g_thread_self () == opening->thread);
  opening->is_done = TRUE;
  opening->readings = nb_reading_open_finish (result, &opening->error);
  g_assert_true ((opening->readings == NULL) == (opening->error != NULL));
  if (--*opening->n_open == 0)
    g_main_loop_quit (opening->loop);
}

static void
start (Opening *opening, GMainLoop *loop, guint *n_open, const char *input)
{
  opening->loop = loop;
  opening->n_open = n_open;
  opening->thread = g_thread_self ();
  opening->cancellable = g_cancellable_new ();
  ++*n_open;
  nb_reading_open_async (input, NULL, progress_cb, opening, opening->cancellable, opened_cb,
                         opening);
}

static gboolean
give_up_cb (gpointer data)
{
  g_assert_not_reached ();
  return G_SOURCE_REMOVE;
}

static void
run (GMainLoop *loop)
{
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  g_main_loop_run (loop);
  g_source_remove (id);
  while (g_main_context_iteration (NULL, FALSE))
    ; /* a late progress would show now */
}

static void
assert_reading (GPtrArray *readings, const char *path)
{
  NbReading *reading;
  NbReport *report;

  g_assert_nonnull (readings);
  g_assert_cmpuint (readings->len, >=, 1);
  reading = g_ptr_array_index (readings, 0);
  report = nb_reading_get_report (reading);
  g_assert_cmpstr (nb_source_get_uri (nb_document_get_source (nb_report_get_document (report))), ==,
                   path);
  g_assert_true (g_list_model_get_item_type (nb_reading_get_findings (reading)) == NB_TYPE_FINDING);
}

static void
test_open (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = find_sample (i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) readings = nb_reading_open (path, NULL, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      assert_reading (readings, path);
    }
}

static void
note_step_cb (NbReadingStep step, gint64 done, gint64 total, gpointer user_data)
{
  GArray *steps = user_data;

  if (steps->len == 0 || g_array_index (steps, NbReadingStep, steps->len - 1) != step)
    g_array_append_val (steps, step);
}

/* Each step is told, in its order. */
static void
test_steps (void)
{
  static const NbReadingStep wanted[] = { NB_READING_STEP_LOAD, NB_READING_STEP_READ,
                                          NB_READING_STEP_RECOGNISE, NB_READING_STEP_CHECK };
  g_autofree char *path = find_sample (0);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (NbReadingStep));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_reading_open (path, NULL, note_step_cb, steps, NULL, &error);

  g_assert_no_error (error);
  assert_reading (readings, path);
  g_assert_cmpmem (steps->data, steps->len * sizeof (NbReadingStep), wanted, sizeof wanted);
}

/* Whoever reads rows that no form has is told that there were more of them, of however many columns. */
static void
test_caution (void)
{
  static const char *const columns[][2] = { { "数量", "12" }, { "数量 | 累计数量", "12 | 24" } };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (columns); i++)
    {
      gboolean is_full = i % 2 != 0;
      g_autoptr (GString) text = g_string_new ("平湖镇人民政府2012年政府信息公开工作年度报告\n\n一、概述\n\n我镇公开信息工作平稳。\n\n"
                                               "附表：政府信息公开情况统计表\n\n指标名称 | 计量单位 | ");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NbSource) source = NULL;
      g_autoptr (GPtrArray) readings = NULL;
      g_autofree char *caution = NULL;

      g_string_append_printf (text, "%s\n", columns[i / 2][0]);
      for (guint row = 0; row < NB_LIMIT_EXTRA_ROWS + (is_full ? 1u : 0u); row++)
        g_string_append_printf (text, "主动公开第%u类信息数 | 条 | %s\n", row, columns[i / 2][1]);
      bytes = g_bytes_new (text->str, text->len);
      source = nb_source_new_for_bytes ("report.txt", bytes, NULL, NULL);
      readings = nb_reading_open_source (source, NULL, NULL);
      g_assert_nonnull (readings);
      caution = nb_caution_dup (nb_reading_get_report (readings->pdata[0]));
      g_assert_true ((caution != NULL) == is_full);
    }
}

static void
test_open_source (void)
{
  g_autofree char *path = find_sample (0);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NbSource) source = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (content, length);
  source = nb_source_new_for_bytes ("clipboard", bytes, "text/plain", NULL);
  readings = nb_reading_open_source (source, NULL, &error);
  g_assert_no_error (error);
  assert_reading (readings, "clipboard");
}

static void
test_failures (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("nothing of the kind", 19);
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("note.txt", bytes, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = find_sample (0);
  g_autoptr (GError) error = NULL;

  g_assert_null (nb_reading_open_source (source, NULL, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_NOT_A_REPORT);
  g_clear_error (&error);
  g_assert_null (nb_reading_open ("no-such-file.txt", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (nb_reading_open (path, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (nb_reading_open_source (source, cancellable, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_CANCELLED);
}

static void
test_async (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *path = find_sample (1);
  Opening opening = { NULL };
  guint n_open = 0;

  start (&opening, loop, &n_open, path);
  g_assert_false (opening.is_done);
  run (loop);
  g_assert_no_error (opening.error);
  assert_reading (opening.readings, path);
  opening_clear (&opening);
}

static void
test_async_failure (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Opening opening = { NULL };
  guint n_open = 0;

  start (&opening, loop, &n_open, "no-such-file.txt");
  run (loop);
  g_assert_error (opening.error, NB_ERROR, NB_ERROR_NOT_FOUND);
  opening_clear (&opening);
}

/* Many at once: each callback gets the result of its own input, whatever the order they end in. */
static void
test_async_many (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree Opening *openings = g_new0 (Opening, MANY);
  guint n_open = 0;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *path = i % 10 == 9 ? g_strdup ("no-such-file.txt") : find_sample (i);

      start (&openings[i], loop, &n_open, path);
    }
  run (loop);
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *path = find_sample (i);

      if (i % 10 == 9)
        g_assert_error (openings[i].error, NB_ERROR, NB_ERROR_NOT_FOUND);
      else
        assert_reading (openings[i].readings, path);
      opening_clear (&openings[i]);
    }
}

/* A cancel at any moment ends in "cancelled", also where the result was ready, and silences progress. */
static void
test_async_cancel (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Opening openings[60] = { { NULL } };
  guint n_open = 0;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autofree char *path = find_sample (i);

      start (&openings[i], loop, &n_open, path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (openings); i += 2)
    {
      g_usleep (200 * i);
      g_cancellable_cancel (openings[i].cancellable);
    }
  run (loop);
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      if (i % 2 == 0)
        g_assert_error (openings[i].error, NB_ERROR, NB_ERROR_CANCELLED);
      else
        g_assert_no_error (openings[i].error);
      opening_clear (&openings[i]);
    }
}

static void
test_options_are_copied (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *path = find_sample (0);
  NbSourceOptions options = { .max_bytes = 10 };
  Opening opening = { .loop = loop, .thread = g_thread_self () };
  guint n_open = 1;

  opening.n_open = &n_open;
  nb_reading_open_async (path, &options, NULL, NULL, NULL, opened_cb, &opening);
  memset (&options, 0, sizeof options);
  memset (path, 'x', strlen (path));
  run (loop);
  g_assert_error (opening.error, NB_ERROR, NB_ERROR_TOO_LARGE);
  opening_clear (&opening);
}

/* Letting go of the readings lets go of everything under them. */
static void
test_no_leak (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *path = find_sample (0);
  Opening opening = { NULL };
  gpointer reading, report, document, source;
  guint n_open = 0;

  start (&opening, loop, &n_open, path);
  run (loop);
  g_assert_no_error (opening.error);
  reading = g_ptr_array_index (opening.readings, 0);
  report = nb_reading_get_report (reading);
  document = nb_report_get_document (report);
  source = nb_document_get_source (document);
  g_object_add_weak_pointer (reading, &reading);
  g_object_add_weak_pointer (report, &report);
  g_object_add_weak_pointer (document, &document);
  g_object_add_weak_pointer (source, &source);
  opening_clear (&opening);
  g_assert_null (reading);
  g_assert_null (report);
  g_assert_null (document);
  g_assert_null (source);
}

/* NB_LIMIT_WORKSPACE_REPORTS and NB_LIMIT_WORKSPACE_BYTES: what is over is refused and not counted. */
static void
test_workspace_size (void)
{
  g_autofree char *path = find_sample (0);
  g_autoptr (GPtrArray) readings = nb_reading_open (path, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  NbWorkspaceSize size = { 0 };
  guint64 n_bytes;

  g_assert_nonnull (readings);
  g_assert_true (nb_workspace_size_add (&size, readings, NULL));
  g_assert_cmpuint (size.n_reports, ==, readings->len);
  n_bytes = size.n_bytes;
  g_assert_cmpuint (n_bytes, >, 1000);
  size.n_reports = NB_LIMIT_WORKSPACE_REPORTS - readings->len;
  g_assert_true (nb_workspace_size_add (&size, readings, NULL));
  g_assert_false (nb_workspace_size_add (&size, readings, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
  g_assert_cmpuint (size.n_reports, ==, NB_LIMIT_WORKSPACE_REPORTS);
  g_clear_error (&error);
  size = (NbWorkspaceSize){ 1, NB_LIMIT_WORKSPACE_BYTES - n_bytes + 1 };
  g_assert_false (nb_workspace_size_add (&size, readings, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/reading/open", test_open);
  g_test_add_func ("/nianbao/reading/steps", test_steps);
  g_test_add_func ("/nianbao/reading/caution", test_caution);
  g_test_add_func ("/nianbao/reading/open-source", test_open_source);
  g_test_add_func ("/nianbao/reading/failures", test_failures);
  g_test_add_func ("/nianbao/reading/async", test_async);
  g_test_add_func ("/nianbao/reading/async-failure", test_async_failure);
  g_test_add_func ("/nianbao/reading/case-61-500-files", test_async_many);
  g_test_add_func ("/nianbao/reading/case-61-cancel", test_async_cancel);
  g_test_add_func ("/nianbao/reading/options-are-copied", test_options_are_copied);
  g_test_add_func ("/nianbao/reading/no-leak", test_no_leak);
  g_test_add_func ("/nianbao/reading/workspace-size", test_workspace_size);
  return g_test_run ();
}
