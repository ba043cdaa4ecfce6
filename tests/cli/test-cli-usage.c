/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the program says about its command line: every wrong use, the help, and what is shipped beside
 * it (man pages, completion, the libraries that it must not need).
 */

#include "cli-runner.h"

#include <string.h>

typedef struct
{
  const char *words[8];
  const char *told; /* what the line must name */
} WrongUse;

static const WrongUse wrong_uses[] = {
  { { NULL }, "extract, check" },
  { { "" }, "no command" },
  { { "harvest" }, "harvest" },
  { { "help" }, "help" },
  { { "check" }, "input" },
  { { "check", "--format=csv", "a" }, "csv" },
  { { "check", "--format=json", "a", "b" }, "ndjson" },
  { { "check", "--rules=T3-99", "a" }, "T3-99" },
  { { "check", "--rules=T3-01,", "a" }, "--rules" },
  { { "check", "--rules=S-12", "a" }, "S-12" },
  { { "check", "--fail-on=info", "a" }, "--fail-on" },
  { { "check", "--fail-on=errors", "a" }, "errors" },
  { { "extract", "--rules=T3-01", "a" }, "--rules" },
  { { "forms", "--fail-on=never" }, "--fail-on" },
  { { "compare", "a" }, "compare" },
  { { "chart" }, "input" },
  { { "-h" }, "-h" },
  { { "--frobnicate" }, "--frobnicate" },
  { { "extract" }, "input" },
  { { "extract", "" }, "empty" },
  { { "extract", "-", "-" }, "standard input" },
  { { "extract", "-x", "a" }, "-x" },
  { { "extract", "--jobs2", "a" }, "--jobs2" },
  { { "extract", "--format" }, "--format" },
  { { "extract", "--format=", "a" }, "--format" },
  { { "extract", "--format=xls", "a" }, "xls" },
  { { "extract", "--format=odt", "a" }, "odt" },
  { { "extract", "--format=JSON", "a" }, "JSON" },
  { { "extract", "--format=json", "a", "b" }, "ndjson" },
  { { "extract", "a", "-o" }, "-o" },
  { { "extract", "a", "-o", "" }, "-o" },
  { { "extract", "--jobs=0", "a" }, "--jobs" },
  { { "extract", "--jobs=257", "a" }, "--jobs" },
  { { "extract", "--jobs=-1", "a" }, "--jobs" },
  { { "extract", "--jobs=+2", "a" }, "--jobs" },
  { { "extract", "--jobs=2x", "a" }, "--jobs" },
  { { "extract", "--jobs= 2", "a" }, "--jobs" },
  { { "extract", "--jobs=99999999999999999999", "a" }, "--jobs" },
  { { "extract", "--max-bytes=0", "a" }, "--max-bytes" },
  { { "extract", "--max-bytes=K", "a" }, "--max-bytes" },
  { { "extract", "--max-bytes=1T", "a" }, "--max-bytes" },
  { { "extract", "--max-bytes=2G", "a" }, "--max-bytes" },
  { { "extract", "--max-bytes=1.5M", "a" }, "--max-bytes" },
  { { "extract", "--timeout=0", "a" }, "--timeout" },
  { { "extract", "--timeout=30s", "a" }, "--timeout" },
  { { "extract", "--charset=utf-9", "a" }, "utf-9" },
  { { "extract", "--charset=utf-8,version=1", "a" }, "--charset" },
  { { "extract", "--quiet=1", "a" }, "--quiet" },
  { { "extract", "--help=all" }, "--help" },
  { { "extract", "--help", "--frobnicate" }, "--frobnicate" },
  { { "forms", "a.html" }, "a.html" },
  { { "forms", "-o", "x" }, "-o" },
  { { "forms", "--format=xml" }, "xml" },
  { { "forms", "--format=ndjson" }, "ndjson" },
};

static void
test_wrong_use (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong_uses); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
          G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autoptr (CliOutcome) outcome = cli_run_full (launcher, NULL, wrong_uses[i].words);

      g_test_message ("%s", outcome->err->str);
      cli_outcome_assert (outcome, 2, 1);
      g_assert_cmpuint (outcome->out->len, ==, 0);
      g_assert_nonnull (strstr (outcome->err->str, wrong_uses[i].told));
      g_assert_nonnull (strstr (outcome->err->str, "--help"));
    }
}

/* Wrong use of a command leads to the help of that command. */
static void
test_help_of_command (void)
{
  g_autoptr (CliOutcome) option = cli_run ("check", "--frobnicate", "a", NULL);
  g_autoptr (CliOutcome) format = cli_run ("extract", "--format=xls", "a", NULL);
  g_autoptr (CliOutcome) none = cli_run ("harvest", NULL);

  g_assert_nonnull (strstr (option->err->str, "nianbao-cli check --help"));
  g_assert_nonnull (strstr (format->err->str, "nianbao-cli extract --help"));
  g_assert_nonnull (strstr (none->err->str, "nianbao-cli --help"));
}

/* The default format counts whatever the file is called, and a note says where the name tells otherwise. */
static void
test_name_of_output (void)
{
  static const struct
  {
    const char *name;
    const char *format;
    const char *note; /* NULL for none */
  } cases[] = {
    { "a.csv", NULL, "--format=csv" },  { "a.XLSX", NULL, "--format=xlsx" },     { "a.json", NULL, NULL },
    { "a", NULL, NULL },                { "a.report", NULL, NULL },              { "a.csv", "--format=json", NULL },
    { "a.txt", NULL, "--format=text" }, { "a.csv", "--format=wide-csv", NULL },
  };
  char *folder = cli_folder_new ();
  g_autofree char *report = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2017.txt", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autoptr (CliOutcome) outcome = cli_run ("extract", report, "-o", path, cases[i].format, NULL);

      cli_outcome_assert (outcome, 0, cases[i].note != NULL ? 1 : 0);
      if (cases[i].note != NULL)
        g_assert_nonnull (strstr (outcome->err->str, cases[i].note));
    }
  cli_folder_remove (folder);
}

static void
test_right_values (void)
{
  static const char *const words[] = {
    "--jobs=1",           "--jobs=256",        "--max-bytes=1",   "--max-bytes=512K",
    "--max-bytes=64M",    "--max-bytes=1G",    "--timeout=1",     "--charset=gb2312",
    "--charset=GBK",      "--charset=gb18030", "--charset=utf-8", "--charset=big5",
    "--charset=utf-16le", "--quiet",           "--progress",      "--allow-local",
    "--no-bom",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (CliOutcome) before = cli_run (words[i], "forms", "--version", NULL);
      g_autoptr (CliOutcome) after = cli_run ("extract", "--help", words[i], NULL);

      cli_outcome_assert (before, 0, 0);
      cli_outcome_assert (after, 0, 0);
    }
}

static void
test_separate_value (void)
{
  g_autoptr (CliOutcome)
      right = cli_run ("--jobs", "2", "forms", "--format", "tsv", "--version", NULL);
  g_autoptr (CliOutcome) wrong = cli_run ("--jobs", "two", "forms", NULL);

  cli_outcome_assert (right, 0, 0);
  cli_outcome_assert (wrong, 2, 1);
}

static void
test_version (void)
{
  g_autoptr (CliOutcome) outcome = cli_run ("--version", NULL);

  cli_outcome_assert (outcome, 0, 0);
  g_assert_cmpstr (outcome->out->str, ==, "nianbao-cli " NB_VERSION "\n");
}

static char *
read_source_file (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("G_TEST_SRCDIR"), path, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (full, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Every option of the help stands in the man page and in the completion. */
static void
test_documented (void)
{
  static const char *const commands[] = { "extract", "forms" };
  g_autofree char *page = read_source_file ("data/man/nianbao-cli.1");
  g_autofree char *completion = read_source_file ("data/completions/nianbao-cli");
  g_autoptr (GRegex) dashes = g_regex_new ("\\\\-", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (dashes, page, -1, 0, "-", 0, NULL);
  g_autoptr (GRegex) option = g_regex_new ("^  (-[-a-z]+)", G_REGEX_MULTILINE, 0, NULL);
  guint n_options = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliOutcome) help = cli_run (commands[i], "--help", NULL);
      g_autoptr (GMatchInfo) match = NULL;

      cli_outcome_assert (help, 0, 0);
      g_regex_match (option, help->out->str, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);

          g_test_message ("%s", name);
          g_assert_nonnull (strstr (plain, name));
          g_assert_nonnull (strstr (completion, name));
          n_options++;
        }
    }
  g_assert_cmpuint (n_options, ==, 12 + 11);
}

static void
check_page (const char *tool, const char *page)
{
  g_autofree char *full = g_build_filename (g_getenv ("G_TEST_SRCDIR"), page, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, tool, "-man",
      "-Tutf8", "-ww", full, NULL);
  g_autofree char *warnings = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &warnings, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (warnings, ==, "");
  g_assert_true (g_subprocess_get_successful (process));
}

static void
test_man_pages (void)
{
  g_autofree char *tool = g_find_program_in_path ("groff");

  if (tool == NULL)
    {
      g_test_skip ("groff is not installed");
      return;
    }
  check_page (tool, "data/man/nianbao-cli.1");
  check_page (tool, "data/man/nianbao.1");
}

/* The completion runs in a plain bash, and offers what may stand there. */
static void
test_completion (void)
{
  static const char script[] =
      "source \"$0/data/completions/nianbao-cli\"; compopt () { :; }; "
      "complete_words () { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _nianbao_cli; "
      "echo \"${COMPREPLY[*]}\"; }; "
      "complete_words nianbao-cli e; complete_words nianbao-cli forms --format = t; "
      "complete_words nianbao-cli extract --pro; complete_words nianbao-cli extract a";
  g_autofree char *tool = g_find_program_in_path ("bash");
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *offers = NULL;
  g_autoptr (GError) error = NULL;

  if (tool == NULL)
    {
      g_test_skip ("bash is not installed");
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, tool, "--norc", "-c", script,
                              g_getenv ("G_TEST_SRCDIR"), NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &offers, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (offers, ==, "extract\ntext tsv\n--progress\n\n");
}

/* The program without a display must run where no display is: it may not load GTK, not even indirectly. */
static void
test_no_gtk (void)
{
  g_autofree char *tool = g_find_program_in_path ("ldd");
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *libraries = NULL;
  g_autoptr (GError) error = NULL;

  if (tool == NULL)
    {
      g_test_skip ("ldd is not installed");
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, tool, cli_get_program (),
                              NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &libraries, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (libraries, "libglib-2.0"));
  g_assert_null (strstr (libraries, "libgtk"));
  g_assert_null (strstr (libraries, "libadwaita"));
  g_assert_null (strstr (libraries, "libgdk"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/cli-usage/wrong-use", test_wrong_use);
  g_test_add_func ("/nianbao/cli-usage/help-of-command", test_help_of_command);
  g_test_add_func ("/nianbao/cli-usage/name-of-output", test_name_of_output);
  g_test_add_func ("/nianbao/cli-usage/right-values", test_right_values);
  g_test_add_func ("/nianbao/cli-usage/separate-value", test_separate_value);
  g_test_add_func ("/nianbao/cli-usage/version", test_version);
  g_test_add_func ("/nianbao/cli-usage/documented", test_documented);
  g_test_add_func ("/nianbao/cli-usage/man-pages", test_man_pages);
  g_test_add_func ("/nianbao/cli-usage/completion", test_completion);
  g_test_add_func ("/nianbao/cli-usage/no-gtk", test_no_gtk);

  return g_test_run ();
}
