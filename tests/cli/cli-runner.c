/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Runs the built program and keeps what it printed. Used by every test of this folder.
 */

#include "cli-runner.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

const char *
cli_get_program (void)
{
  const char *program = g_getenv ("NB_CLI");

  g_assert_nonnull (program);
  return program;
}

void
cli_outcome_free (CliOutcome *outcome)
{
  g_string_free (outcome->out, TRUE);
  g_string_free (outcome->err, TRUE);
  g_free (outcome);
}

guint
cli_outcome_count_lines (const GString *text)
{
  guint n = 0;

  for (gsize i = 0; i < text->len; i++)
    n += text->str[i] == '\n';
  return n;
}

void
cli_outcome_assert (const CliOutcome *outcome, int status, guint n_errors)
{
  g_auto (GStrv) lines = g_strsplit (outcome->err->str, "\n", -1);

  if (outcome->status != status || cli_outcome_count_lines (outcome->err) != n_errors)
    g_test_message ("standard error: %s", outcome->err->str);
  g_assert_cmpint (outcome->status, ==, status);
  g_assert_cmpuint (cli_outcome_count_lines (outcome->err), ==, n_errors);
  for (guint i = 0; i < n_errors; i++)
    g_assert_true (g_str_has_prefix (lines[i], "nianbao-cli: "));
}

static GString *
string_from_bytes (GBytes *bytes)
{
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : "";

  return g_string_new_len (data, length);
}

CliOutcome *
cli_run_full (GSubprocessLauncher *launcher, GBytes *input, const char *const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  CliOutcome *outcome;

  g_ptr_array_add (argv, (gpointer) cli_get_program ());
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) words[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &out, &err, &error);
  g_assert_no_error (error);

  outcome = g_new0 (CliOutcome, 1);
  outcome->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process)
                                                         : -1;
  outcome->out = string_from_bytes (out);
  outcome->err = string_from_bytes (err);
  return outcome;
}

CliOutcome *
cli_run (const char *word, ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, word);
  for (const char *next = word; next != NULL; next = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) next);
  va_end (arguments);
  g_ptr_array_add (words, NULL);
  return cli_run_full (launcher, NULL, (const char *const *) words->pdata);
}

char *
cli_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("nianbao-cli-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);
          remove_tree (child);
        }
    }
  g_remove (path);
}

void
cli_folder_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

void
cli_folder_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
cli_dup_report (guint year, guint n_words)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "青禾县人民政府%u年政府信息公开工作年度报告\n", year);
  g_string_append (text, "一、总体情况\n");
  for (guint i = 0; i < n_words; i++)
    g_string_append (text, "本年度的工作按计划进行。");
  g_string_append (text, "\n二、主动公开政府信息情况\n见附表。\n");
  g_string_append (text,
                   "五、存在的主要问题及改进情况\n将继续改进。\n六、其他需要报告的事项\n无。\n");
  return g_string_free (text, FALSE);
}
