/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the program behaves: exit status, order, folders, standard input and output, interruption.
 */

#include "cli-runner.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = cli_folder_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cli_folder_remove (fixture->folder);
}

static char *
dup_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_report (Fixture *fixture, const char *name, guint n_words)
{
  g_autofree char *report = cli_dup_report (2022, n_words);

  cli_folder_write (fixture->folder, name, report);
}

/* The addresses in the lines of an ndjson output, in order, without the folder. */
static char *
dup_names (const CliOutcome *outcome, const char *folder)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (outcome->out->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      const char *start = strstr (lines[i], folder);

      g_assert_nonnull (start);
      start += strlen (folder) + 1;
      g_string_append_printf (names, "%.*s ", (int) strcspn (start, "\""), start);
    }
  return g_strdup (names->str);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GString) expected = g_string_new (NULL);

  g_ptr_array_add (words, g_strdup ("extract"));
  g_ptr_array_add (words, g_strdup ("--jobs=4"));
  for (guint i = 0; i < 60; i++)
    {
      /* The early ones take longest: whoever writes in the order of completion fails. */
      g_autofree char *name = g_strdup_printf ("r%u.txt", 99 - i);

      write_report (fixture, name, i < 8 ? 20000 : 1);
      g_ptr_array_add (words, dup_path (fixture, name));
      g_string_append_printf (expected, "%s ", name);
    }
  g_ptr_array_add (words, NULL);

  g_autoptr (CliOutcome)
      outcome = cli_run_full (launcher, NULL, (const char *const *) words->pdata);
  cli_outcome_assert (outcome, 0, 0);
  g_autofree char *names = dup_names (outcome, fixture->folder);
  g_assert_cmpstr (names, ==, expected->str);
}

static void
test_same_for_any_jobs (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u/r.txt", i);
      write_report (fixture, name, i);
    }
  g_autoptr (CliOutcome)
      one = cli_run ("extract", "--format=csv", "--jobs=1", fixture->folder, NULL);
  g_autoptr (CliOutcome)
      many = cli_run ("extract", "--format=csv", "--jobs=16", fixture->folder, NULL);

  cli_outcome_assert (one, 0, 0);
  cli_outcome_assert (many, 0, 0);
  g_assert_cmpmem (one->out->str, one->out->len, many->out->str, many->out->len);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = dup_path (fixture, "link.txt");
  g_autofree char *loop = dup_path (fixture, "a/loop");
  g_autofree char *fifo = dup_path (fixture, "pipe");
  g_autofree char *noise = dup_path (fixture, "noise.bin");
  g_autofree char *spelled = g_strconcat (fixture->folder, "/", NULL);

  write_report (fixture, "a/x.txt", 1);
  write_report (fixture, "a-b/x.txt", 1);
  write_report (fixture, "a/deep/er/y.txt", 1);
  write_report (fixture, ".hidden/x.txt", 1);
  write_report (fixture, "a/.hidden.txt", 1);
  write_report (fixture, "Z.txt", 1);
  write_report (fixture, "年报.txt", 1);
  g_assert_cmpint (symlink ("Z.txt", link), ==, 0);
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_set_contents (noise, "\x7f\x45\x4c\x46\0\1\2\3\0\0\0\0", 12, NULL));

  g_autoptr (CliOutcome) outcome = cli_run ("extract", spelled, NULL);
  cli_outcome_assert (outcome, 0, 1);
  g_assert_nonnull (strstr (outcome->err->str, "2 files of no known kind skipped"));
  g_autofree char *names = dup_names (outcome, fixture->folder);
  g_assert_cmpstr (names, ==, "Z.txt a-b/x.txt a/deep/er/y.txt a/x.txt 年报.txt ");

  g_autoptr (CliOutcome) quiet = cli_run ("extract", "--quiet", fixture->folder, NULL);
  cli_outcome_assert (quiet, 0, 0);

  g_autoptr (CliOutcome) json = cli_run ("extract", "--format=json", fixture->folder, NULL);
  cli_outcome_assert (json, 2, 1);
  g_assert_nonnull (strstr (json->err->str, "ndjson"));
  g_assert_cmpuint (json->out->len, ==, 0);
}

static void
test_folder_of_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliOutcome) none = cli_run ("extract", fixture->folder, NULL);
  g_autoptr (CliOutcome) none_json = cli_run ("extract", "--format=json", fixture->folder, NULL);

  cli_outcome_assert (none, 0, 1);
  g_assert_nonnull (strstr (none->err->str, "there is no report"));
  g_assert_cmpuint (none->out->len, ==, 0);
  cli_outcome_assert (none_json, 1, 1);

  write_report (fixture, "one.txt", 1);
  g_autoptr (CliOutcome) lines = cli_run ("extract", fixture->folder, NULL);
  g_autoptr (CliOutcome) json = cli_run ("extract", "--format=json", fixture->folder, NULL);

  cli_outcome_assert (lines, 0, 0);
  g_assert_cmpuint (cli_outcome_count_lines (lines->out), ==, 1);
  cli_outcome_assert (json, 0, 0);
  g_assert_cmpuint (cli_outcome_count_lines (json->out), >, 1);
}

/* Folders below folders until no path can name them: what cannot be reached is told, not left out. */
static void
test_deep_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (200, 'd');
  int top = open (fixture->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int folder = dup (top);

  write_report (fixture, "a.txt", 1);
  write_report (fixture, "z.txt", 1);
  for (guint depth = 0; depth < 30; depth++)
    {
      int parent = folder;

      g_assert_cmpint (mkdirat (parent, name, 0700), ==, 0);
      folder = openat (parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      g_assert_cmpint (folder, >=, 0);
      close (parent);
    }

  g_autoptr (CliOutcome) outcome = cli_run ("extract", fixture->folder, NULL);
  cli_outcome_assert (outcome, 1, 1);
  g_auto (GStrv) lines = g_strsplit (outcome->out->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_nonnull (strstr (lines[0], "a.txt"));
  g_assert_nonnull (strstr (lines[1], "\"error\""));
  g_assert_nonnull (strstr (lines[2], "z.txt"));

  for (guint depth = 0; depth < 30; depth++)
    {
      int parent = openat (folder, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

      g_assert_cmpint (unlinkat (parent, name, AT_REMOVEDIR), ==, 0);
      close (folder);
      folder = parent;
    }
  close (folder);
  close (top);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = dup_path (fixture, "good.txt");
  g_autofree char *absent = dup_path (fixture, "absent.txt");
  g_autofree char *other = dup_path (fixture, "other.txt");
  g_autofree char *line = g_strconcat ("nianbao-cli: ", absent, ": ", NULL);

  write_report (fixture, "good.txt", 1);
  cli_folder_write (fixture->folder, "other.txt", "A letter about the weather.\n");

  g_autoptr (CliOutcome) json = cli_run ("extract", absent, NULL);
  cli_outcome_assert (json, 1, 1);
  g_assert_true (g_str_has_prefix (json->err->str, line));
  g_assert_cmpuint (json->out->len, ==, 0);

  g_autoptr (CliOutcome) lines = cli_run ("extract", absent, good, other, NULL);
  cli_outcome_assert (lines, 1, 2);
  g_auto (GStrv) objects = g_strsplit (lines->out->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (objects), ==, 4);
  g_assert_nonnull (strstr (objects[0], "\"not-found\""));
  g_assert_null (strstr (objects[1], "\"error\":"));
  g_assert_nonnull (strstr (objects[2], "\"not-a-report\""));

  g_autoptr (CliOutcome) csv = cli_run ("extract", "--format=csv", absent, good, NULL);
  cli_outcome_assert (csv, 1, 1);
  g_assert_null (strstr (csv->out->str, "absent"));
}

static void
test_printable_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliOutcome) name = cli_run ("extract", "no\nsuch\033[31m\xff", NULL);
  g_autoptr (CliOutcome) address = cli_run ("extract", "ftp://me:secret@example.invalid/", NULL);

  cli_outcome_assert (name, 1, 1);
  g_assert_null (strchr (name->err->str, '\033'));
  g_assert_true (g_utf8_validate (name->err->str, -1, NULL));
  cli_outcome_assert (address, 1, 1);
  g_assert_null (strstr (address->err->str, "secret"));
}

static void
test_standard_input (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "extract", "--format=text", "-", NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
      G_SUBPROCESS_FLAGS_STDERR_PIPE);
  char *report = cli_dup_report (2022, 3);
  g_autoptr (GBytes) input = g_bytes_new_take (report, strlen (report));
  g_autoptr (CliOutcome) outcome = cli_run_full (launcher, input, words);

  cli_outcome_assert (outcome, 0, 0);
  g_assert_cmpstr (outcome->out->str, ==, report);
}

static void
test_output_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = dup_path (fixture, "good.txt");
  g_autofree char *absent = dup_path (fixture, "absent.txt");
  g_autofree char *target = dup_path (fixture, "out.json");
  g_autofree char *sheet = dup_path (fixture, "out.csv");
  g_autofree char *nowhere = dup_path (fixture, "no/such/folder/out.json");
  g_autofree char *text = NULL;

  write_report (fixture, "good.txt", 1);
  g_autoptr (CliOutcome) shown = cli_run ("extract", good, NULL);
  g_autoptr (CliOutcome) written = cli_run ("extract", good, "-o", target, NULL);
  cli_outcome_assert (written, 0, 0);
  g_assert_cmpuint (written->out->len, ==, 0);
  g_assert_true (g_file_get_contents (target, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, shown->out->str);

  /* A failure leaves the old file as it was, and nothing beside it. */
  g_clear_pointer (&text, g_free);
  g_autoptr (CliOutcome) failed = cli_run ("extract", absent, "-o", target, NULL);
  cli_outcome_assert (failed, 1, 1);
  g_assert_true (g_file_get_contents (target, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, shown->out->str);

  g_autoptr (CliOutcome) refused = cli_run ("extract", good, "-o", nowhere, NULL);
  cli_outcome_assert (refused, 1, 1);
  g_assert_nonnull (strstr (refused->err->str, nowhere));

  /* Of what the program has written, json is a report again, and a table is none. */
  g_autoptr (CliOutcome) table = cli_run ("extract", "--format=csv", good, "-o", sheet, NULL);
  cli_outcome_assert (table, 0, 0);
  g_autoptr (CliOutcome) listed = cli_run ("extract", "--format=csv", fixture->folder, NULL);
  g_assert_nonnull (strstr (listed->err->str, "out.csv"));
  g_assert_null (strstr (listed->err->str, "out.json"));
  cli_outcome_assert (listed, 1, 1);
}

/* Runs @words with standard output on @fd, which is taken. */
static CliOutcome *
run_onto (int fd, const char *const *words)
{
  g_autoptr (GSubprocessLauncher)
      launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_take_stdout_fd (launcher, fd);
  return cli_run_full (launcher, NULL, words);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  static const char *const forms[] = { "forms", NULL };
  static const char *const help[] = { "--help", NULL };
  g_autofree char *good = dup_path (fixture, "good.txt");
  const char *const extract[] = { "extract", good, NULL };
  const char *const *const runs[] = { forms, help, extract };

  write_report (fixture, "good.txt", 1);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);

      if (fd < 0)
        {
          g_test_skip ("/dev/full is absent");
          return;
        }
      g_autoptr (CliOutcome) outcome = run_onto (fd, runs[i]);
      cli_outcome_assert (outcome, 1, 1);
      g_assert_nonnull (strstr (outcome->err->str, "standard output"));
    }
}

static void
test_broken_pipe (Fixture *fixture, gconstpointer data)
{
  const char *const words[] = { "extract", "--format=text", fixture->folder, NULL };
  int ends[2];

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("r%u.txt", i);
      write_report (fixture, name, 100);
    }
  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, NULL));
  close (ends[0]);

  g_autoptr (CliOutcome) outcome = run_onto (ends[1], words);
  cli_outcome_assert (outcome, 1, 0);
}

static void
default_signals (gpointer data)
{
  signal (SIGINT, SIG_DFL);
}

/* Standard input never ends: only the signal can end the run. Progress tells that it has begun. */
static void
test_interrupt (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = dup_path (fixture, "out.json");
  const char *const words[] = {
    cli_get_program (), "extract", "--progress", "-o", target, "-", NULL
  };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_subprocess_launcher_set_child_setup (launcher, default_signals, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, words, &error);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stderr_pipe (process));
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (line, "0 of 1 read"));

  g_subprocess_send_signal (process, SIGINT);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  /* Neither the file nor a part of it. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
}

/* A signal that comes while the last bytes go out interrupts nothing: all is written, and nobody says otherwise. */
static void
test_interrupt_late (Fixture *fixture, gconstpointer data)
{
  g_autofree char *input = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html",
                                                  NULL);
  const char *const words[] = { cli_get_program (), "extract", "--format=pdf", input, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) head = NULL, out = NULL, err = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_child_setup (launcher, default_signals, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, words, &error);
  g_assert_no_error (error);
  /* More than a pipe holds is to come. */
  head = g_input_stream_read_bytes (g_subprocess_get_stdout_pipe (process), 4, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (head, NULL), g_bytes_get_size (head), "%PDF", 4);
  g_subprocess_send_signal (process, SIGINT);
  g_usleep (50 * 1000);
  g_subprocess_communicate (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (err), ==, 0);
  g_assert_nonnull (g_strstr_len (
      (const char *) g_bytes_get_data (out, NULL) + g_bytes_get_size (out) - 8, 8, "%%EOF"));
}

/* What of the output knows no language: all but what a finding is called and says. */
static char *
drop_sentences (const GString *json)
{
  g_autoptr (GRegex)
      sentence = g_regex_new ("^ {6,}\"(title|message)\": .*\n", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace_literal (sentence, json->str, -1, 0, "", 0, NULL);
}

static void
test_locales (Fixture *fixture, gconstpointer data)
{
  static const char *const locales[] = { "C", "C.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8" };
  g_autofree char *good = dup_path (fixture, "年报.txt");
  const char *const words[] = { "extract", good, NULL };
  g_autoptr (CliOutcome) reference = cli_run ("extract", good, NULL);

  write_report (fixture, "年报.txt", 1);
  g_autoptr (CliOutcome) expected = cli_run ("extract", good, NULL);
  cli_outcome_assert (reference, 1, 1);
  cli_outcome_assert (expected, 0, 0);
  g_autofree char *facts = drop_sentences (expected->out);

  g_assert_nonnull (strstr (facts, "\"S-01\""));
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *found = NULL;
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
          G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

      g_subprocess_launcher_setenv (launcher, "LC_ALL", locales[i], TRUE);
      g_autoptr (CliOutcome) outcome = cli_run_full (launcher, NULL, words);
      cli_outcome_assert (outcome, 0, 0);
      found = drop_sentences (outcome->out);
      g_assert_cmpstr (found, ==, facts);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/cli/" name, Fixture, NULL, set_up, function, tear_down)

/* The same bytes wherever the clock stands. */
static void
test_zone (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "json", "csv", "wide-csv", "xlsx",
                                         "html", "pdf", "dta",      "sav" };
  static const char *const zones[] = { "UTC", "Asia/Shanghai", "America/New_York" };
  g_autofree char *path = dup_path (fixture, "2022.txt");

  write_report (fixture, "2022.txt", 3);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *format = g_strconcat ("--format=", formats[i], NULL);
      const char *words[] = { "extract", format, path, NULL };
      g_autoptr (CliOutcome) first = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (zones); j++)
        {
          g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
              G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
          g_autoptr (CliOutcome) outcome = NULL;

          g_subprocess_launcher_setenv (launcher, "TZ", zones[j], TRUE);
          outcome = cli_run_full (launcher, NULL, words);
          cli_outcome_assert (outcome, 0, 0);
          g_assert_true (first == NULL || g_string_equal (outcome->out, first->out));
          if (first == NULL)
            first = g_steal_pointer (&outcome);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("order", test_order);
  ADD ("same-for-any-jobs", test_same_for_any_jobs);
  ADD ("folder", test_folder);
  ADD ("folder-of-one", test_folder_of_one);
  ADD ("deep-folder", test_deep_folder);
  ADD ("failure", test_failure);
  ADD ("printable-names", test_printable_names);
  ADD ("standard-input", test_standard_input);
  ADD ("output-file", test_output_file);
  ADD ("full-disk", test_full_disk);
  ADD ("broken-pipe", test_broken_pipe);
  ADD ("interrupt", test_interrupt);
  ADD ("interrupt-late", test_interrupt_late);
  ADD ("locales", test_locales);
  ADD ("zone", test_zone);

  return g_test_run ();
}
