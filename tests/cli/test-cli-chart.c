/* SPDX-License-Identifier: GPL-3.0-or-later */

/* nianbao-cli chart, as a user runs it. */

#include "cli-runner.h"

#include <string.h>

static CliOutcome *
run (const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  return cli_run_full (launcher, NULL, words);
}

static char *
make_folder (void)
{
  char *folder = cli_folder_new ();

  for (guint year = 2021; year < 2024; year++)
    {
      g_autofree char *name = g_strdup_printf ("in/%u.txt", year);
      g_autofree char *text = cli_dup_report (year, 2);

      cli_folder_write (folder, name, text);
    }
  return folder;
}

static void
test_list (void)
{
  static const char *const wanted[] = { "applications", "outcomes",    "applicants", "dispositions",
                                        "flow",         "enforcement", "fees",       "disputes",
                                        "normative",    "findings" };
  g_autoptr (CliOutcome) outcome = cli_run ("chart", "--list", NULL);
  g_auto (GStrv) lines = g_strsplit (outcome->out->str, "\n", -1);

  cli_outcome_assert (outcome, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *start = g_strconcat (wanted[i], "\t", NULL);

      g_assert_true (g_str_has_prefix (lines[i], start));
    }
}

static void
test_formats (void)
{
  static const struct
  {
    const char *name;
    const char *format; /* NULL: by the name */
    const char *start;
  } cases[] = {
    { "a.png", NULL, "\x89PNG" }, { "a.svg", NULL, "<?xml" },           { "a.pdf", NULL, "%PDF-" },
    { "a", NULL, "\x89PNG" },     { "a.png", "--format=svg", "<?xml" },
  };
  char *folder = make_folder ();
  g_autofree char *in = g_build_filename (folder, "in", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = g_build_filename (folder, cases[i].name, NULL);
      const char *words[] = { "chart", "--chart=findings", "-o", out, in, cases[i].format, NULL };
      g_autoptr (CliOutcome) outcome = run (words);
      g_autofree char *data = NULL;

      cli_outcome_assert (outcome, 0, 0);
      g_assert_cmpuint (outcome->out->len, ==, 0);
      g_assert_true (g_file_get_contents (out, &data, NULL, NULL));
      g_assert_true (strncmp (data, cases[i].start, strlen (cases[i].start)) == 0);
    }
  cli_folder_remove (folder);
}

static void
test_svg (void)
{
  char *folder = make_folder ();
  g_autofree char *in = g_build_filename (folder, "in", NULL);
  g_autoptr (CliOutcome)
      outcome = cli_run ("chart", "--chart=findings", "--format=svg", "--size=640x480",
                         "--years=2022-2023", "-o", "-", in, NULL);

  cli_outcome_assert (outcome, 0, 0);
  g_assert_nonnull (strstr (outcome->out->str, "width=\"640\" height=\"480\""));
  g_assert_nonnull (strstr (outcome->out->str, ">青禾县人民政府</text>"));
  g_assert_nonnull (strstr (outcome->out->str, ">2023</text>"));
  g_assert_null (strstr (outcome->out->str, ">2021</text>"));
  cli_folder_remove (folder);
}

static void
test_scale (void)
{
  static const struct
  {
    const char *scale;
    const char *told; /* NULL: nothing, the numbers are drawn */
  } cases[] = {
    { "linear", NULL },
    { "index", "first year = 100" },
    { "log", "logarithmic scale" },
  };
  char *folder = make_folder ();
  g_autofree char *in = g_build_filename (folder, "in", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *scale = g_strconcat ("--scale=", cases[i].scale, NULL);
      g_autoptr (CliOutcome)
          outcome = cli_run ("chart", "--chart=applications", "--metric=new_received.total", scale,
                             "--format=svg", "-o", "-", in, NULL);

      cli_outcome_assert (outcome, 0, 0);
      for (guint j = 1; j < G_N_ELEMENTS (cases); j++)
        g_assert_cmpint (strstr (outcome->out->str, cases[j].told) != NULL, ==, i == j);
    }
  cli_folder_remove (folder);
}

static void
test_failures (void)
{
  char *folder = make_folder ();
  g_autofree char *in = g_build_filename (folder, "in", NULL);
  g_autofree char *out = g_build_filename (folder, "out.png", NULL);
  const struct
  {
    const char *words[8];
    int status;
    const char *told;
  } cases[] = {
    { { "chart" }, 2, "input" },
    { { "chart", in }, 2, "--chart" },
    { { "chart", "--chart=pie", "-o", out, in }, 2, "pie" },
    { { "chart", "--chart=fees", in }, 2, "-o" },
    { { "chart", "--chart=fees", "--format=gif", "-o", out, in }, 2, "gif" },
    { { "chart", "--chart=fees", "-o", "out.jpg", in }, 2, "jpg" },
    { { "chart", "--list", "word" }, 2, "--list" },
    { { "chart", "--chart=fees", "--size=10x10", "-o", out, in }, 2, "10x10" },
    { { "chart", "--chart=fees", "--size=800", "-o", out, in }, 2, "800" },
    { { "chart", "--chart=fees", "--years=2024-2020", "-o", out, in }, 2, "2024-2020" },
    { { "chart", "--chart=fees", "--scale=square", "-o", out, in }, 2, "square" },
    { { "chart", "--chart=fees", "--scale=log", "-o", out, in }, 2, "bars begin at nought" },
    { { "chart", "--chart=fees", "--metric=none", "-o", out, in }, 2, "none" },
    { { "chart", "--chart=fees", "--organ=nobody", "-o", out, in }, 1, "report" },
    { { "chart", "--chart=fees", "--size=20000x20000", "-o", out, in }, 1, "pixels" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliOutcome) outcome = run (cases[i].words);

      cli_outcome_assert (outcome, cases[i].status, 1);
      g_assert_nonnull (strstr (outcome->err->str, cases[i].told));
      if (cases[i].status == 1)
        g_assert_nonnull (strstr (outcome->err->str, "out.png: "));
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
    }
  cli_folder_remove (folder);
}

/* What no reader knows is passed over in a folder, and counted. */
static void
test_skipped (void)
{
  char *folder = make_folder ();
  g_autofree char *in = g_build_filename (folder, "in", NULL);
  g_autoptr (CliOutcome) outcome = NULL;

  cli_folder_write (in, "data.bin", "\001\002\003\004\377\376\375\001\002\003");
  outcome = cli_run ("chart", "--chart=fees", "--format=svg", "-o", "-", in, NULL);
  cli_outcome_assert (outcome, 0, 1);
  g_assert_nonnull (strstr (outcome->err->str, "1 file of no known kind skipped"));
  cli_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/cli-chart/list", test_list);
  g_test_add_func ("/nianbao/cli-chart/formats", test_formats);
  g_test_add_func ("/nianbao/cli-chart/svg", test_svg);
  g_test_add_func ("/nianbao/cli-chart/scale", test_scale);
  g_test_add_func ("/nianbao/cli-chart/failures", test_failures);
  g_test_add_func ("/nianbao/cli-chart/skipped", test_skipped);
  return g_test_run ();
}
