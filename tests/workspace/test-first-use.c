/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Several threads use everything for the first time, at once: forms, words, charsets, dictionaries, parsers, patterns,
 * fonts, writers. What is made on first use is made once in a process, so that each try is a process of its own:
 *
 *   prepare ──► inputs ──► alone ──► what is told of each ──► N_TRIES × (N_THREADS at a barrier) tell the same
 *
 * A try that hangs is ended by its alarm, which is a failure. Nothing of ours may run in this process itself.
 */

#include <glib/gstdio.h>
#include <opencc/opencc.h>
#include <pthread.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "chart/nb-chart.h"
#include "export/nb-chart-export.h"
#include "export/nb-export.h"
#include "workspace/nb-reading.h"

enum
{
  N_THREADS = 4,
  N_TRIES = 12,
  SECONDS = 120, /* under a sanitizer, on a busy machine */
};

static const char *const inputs[] = {
  "yunxi-2018.html", "yunxi-2022.txt", "traditional.html", "gb18030.txt", "again.json", "paper.pdf",
};

typedef struct
{
  const char *folder;
  guint number; /* of the try */
} Try;

static pthread_barrier_t barrier;
static guint n_at_barrier;

static char *
find_sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
}

static char *
read_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_whole (const char *folder, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static GPtrArray *
open_sample (const char *name)
{
  g_autofree char *path = find_sample (name);
  g_autoptr (GError) error = NULL;
  GPtrArray *readings = nb_reading_open (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return readings;
}

static void
prepare_conversions (const char *folder)
{
  g_autofree char *page_path = find_sample ("yunxi-2021.html");
  g_autofree char *page = read_whole (page_path);
  g_autofree char *text_path = find_sample ("yunxi-2022.txt");
  g_autofree char *text = read_whole (text_path);
  opencc_t converter = opencc_open ("s2t.json");
  char *traditional = opencc_convert_utf8 (converter, page, strlen (page));
  gsize length;
  g_autofree char *encoded = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, NULL);

  write_whole (folder, "traditional.html", traditional, -1);
  write_whole (folder, "gb18030.txt", encoded, (gssize) length);
  opencc_convert_utf8_free (traditional);
  opencc_close (converter);
}

static void
prepare_exports (const char *folder)
{
  g_autoptr (GPtrArray) first = open_sample ("yunxi-2019.html");
  g_autoptr (GPtrArray) second = open_sample ("yunxi-2024.html");
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) pdf = g_string_new (NULL);
  g_autoptr (NbPaper) paper = nb_report_dup_paper (second);

  nb_json_write_reading (json, first->pdata[0], TRUE);
  write_whole (folder, "again.json", json->str, (gssize) json->len);
  g_assert_true (nb_paper_write_pdf (paper, pdf, NULL));
  write_whole (folder, "paper.pdf", pdf->str, (gssize) pdf->len);
}

static void
prepare (gpointer data)
{
  const Try *try = data;

  prepare_conversions (try->folder);
  prepare_exports (try->folder);
}

/* Threads that come to the same step begin it together. */
static void
step (void)
{
  if (n_at_barrier > 0)
    pthread_barrier_wait (&barrier);
}

/* A line for what was written: its name, its length and its digest. */
static void
tell (GString *told, const char *name, GString *out)
{
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) out->str,
                                                         out->len);

  g_string_append_printf (told, "%s %" G_GSIZE_FORMAT " %s\n", name, out->len, digest);
  g_string_truncate (out, 0);
}

static void
tell_texts (GString *told, GPtrArray *readings)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (NbPaper) paper = nb_report_dup_paper (readings);

  step ();
  nb_json_write_reading (out, readings->pdata[0], TRUE);
  tell (told, "json", out);
  nb_csv_write (out, readings, FALSE);
  tell (told, "csv", out);
  nb_summary_write (out, readings->pdata[0]);
  tell (told, "summary", out);
  nb_findings_write_text (out, readings->pdata[0], FALSE);
  tell (told, "findings", out);
  nb_codebook_write (out, NB_CODEBOOK_JSON);
  tell (told, "codebook", out);
  nb_paper_write_html (paper, out);
  tell (told, "html", out);
}

static void
tell_books (GString *told, GPtrArray *readings)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (NbPaper) sheet = nb_check_sheet_dup_paper (readings);

  step ();
  g_assert_true (nb_xlsx_write (out, readings, NULL));
  tell (told, "xlsx", out);
  g_assert_true (nb_statistics_write (out, readings, NB_STATISTICS_SAV, NULL));
  tell (told, "sav", out);
  step ();
  g_assert_true (nb_paper_write_pdf (sheet, out, NULL));
  g_string_append_printf (told, "pdf %d\n", out->len > 0);
}

static void
tell_chart (GString *told, GPtrArray *readings)
{
  const NbChartOptions options = { 0 };
  g_autoptr (NbChart) chart = NULL;
  g_autoptr (NbDrawing) drawing = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GBytes) picture = NULL;

  step ();
  chart = nb_chart_new ("outcomes", readings, &options, NULL);
  if (chart == NULL)
    {
      step ();
      return;
    }
  drawing = nb_chart_draw (chart, &nb_chart_theme_light, 1200, 800);
  nb_drawing_write_svg (drawing, out);
  tell (told, "svg", out);
  step ();
  picture = nb_drawing_to_png (drawing, 1, NULL);
  g_string_append_len (out, g_bytes_get_data (picture, NULL), (gssize) g_bytes_get_size (picture));
  tell (told, "png", out);
}

/* The same number of steps whatever comes, or the others would wait for ever. */
static char *
tell_input (const char *path)
{
  g_autoptr (GPtrArray) opened = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) error = NULL;
  GString *told = g_string_new (NULL);

  step ();
  opened = nb_reading_open (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  step ();
  readings = nb_readings_check_workspace (opened, NULL);
  tell_texts (told, readings);
  tell_books (told, readings);
  tell_chart (told, readings);
  return g_string_free (told, FALSE);
}

static char *
find_input (const char *folder, const char *name)
{
  g_autofree char *made = g_build_filename (folder, name, NULL);

  return g_file_test (made, G_FILE_TEST_EXISTS) ? g_steal_pointer (&made) : find_sample (name);
}

static char *
dup_told_name (const char *input)
{
  return g_strconcat (input, ".told", NULL);
}

static void
tell_alone (gpointer data)
{
  const Try *try = data;

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *path = find_input (try->folder, inputs[i]);
      g_autofree char *told = tell_input (path);
      g_autofree char *name = dup_told_name (inputs[i]);

      write_whole (try->folder, name, told, -1);
    }
}

static gpointer
tell_in_thread (gpointer data)
{
  return tell_input (data);
}

/* In half of the tries all threads open the same input, in the others each its own. */
static void
tell_together (gpointer data)
{
  const Try *try = data;
  GThread *threads[N_THREADS];
  const char *names[N_THREADS];
  char *paths[N_THREADS];

  n_at_barrier = N_THREADS;
  pthread_barrier_init (&barrier, NULL, N_THREADS);
  for (guint i = 0; i < N_THREADS; i++)
    {
      names[i] = inputs[(try->number / 2 + (try->number % 2) * i) % G_N_ELEMENTS (inputs)];
      paths[i] = find_input (try->folder, names[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("teller", tell_in_thread, paths[i]);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autofree char *told = g_thread_join (threads[i]);
      g_autofree char *name = dup_told_name (names[i]);
      g_autofree char *expected_path = g_build_filename (try->folder, name, NULL);
      g_autofree char *expected = read_whole (expected_path);

      g_assert_cmpstr (told, ==, expected);
      g_free (paths[i]);
    }
}

static void
run_in_child (void (*run) (gpointer), Try *try)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      alarm (SECONDS);
      run (try);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGALRM)
    g_error ("try %u hangs", try->number);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
test_at_once (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-first-XXXXXX", NULL);
  Try try = { folder, 0 };

  run_in_child (prepare, &try);
  run_in_child (tell_alone, &try);
  for (; try.number < N_TRIES; try.number++)
    run_in_child (tell_together, &try);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/first-use/at-once", test_at_once);
  return g_test_run ();
}
