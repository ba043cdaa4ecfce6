/* SPDX-License-Identifier: GPL-3.0-or-later */

/* nianbao-cli compare, as a user runs it. */

#include "cli-runner.h"

#include <json-glib/json-glib.h>
#include <string.h>

static CliOutcome *
run (const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  return cli_run_full (launcher, NULL, words);
}

static char *
write_report (const char *folder, guint year, guint n_words)
{
  g_autofree char *name = g_strdup_printf ("%u.txt", year);
  g_autofree char *text = cli_dup_report (year, n_words);

  cli_folder_write (folder, name, text);
  return g_build_filename (folder, name, NULL);
}

/* A file that is called as another format is told of, and written in the default one. */
static void
test_name_of_file (void)
{
  char *folder = cli_folder_new ();
  g_autofree char *a = write_report (folder, 2022, 3);
  g_autofree char *b = write_report (folder, 2023, 3);
  g_autofree char *xlsx = g_build_filename (folder, "c.xlsx", NULL);
  g_autofree char *txt = g_build_filename (folder, "c.txt", NULL);
  const char *words[] = { "compare", a, b, "-o", xlsx, NULL, NULL };
  g_autoptr (CliOutcome) told = run (words);
  g_autoptr (CliOutcome) asked = NULL;
  g_autoptr (CliOutcome) same = NULL;

  cli_outcome_assert (told, 0, 1);
  g_assert_nonnull (strstr (told->err->str, "is written as text"));
  g_assert_nonnull (strstr (told->err->str, "--format=xlsx"));
  words[5] = "--format=xlsx";
  asked = run (words);
  cli_outcome_assert (asked, 0, 0);
  words[4] = txt;
  words[5] = NULL;
  same = run (words);
  cli_outcome_assert (same, 0, 0);
  cli_folder_remove (folder);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *format; /* NULL: the default */
    const char *start;
    const char *holds;
  } cases[] = {
    { NULL, "", "2022" },
    { "--format=text", "", "SHA-256" },
    { "--format=json", "{\n  \"schema\": \"nianbao-comparison/1\"", "\"similarity\": 1" },
    { "--format=csv", "\xef\xbb\xbftable,metric,label,unit,a,b,delta,percent,comparable,note,",
      "\r\n" },
    { "--format=md", "# ", "|---" },
    { "--format=html", "<!DOCTYPE html>", "</html>\n" },
  };
  char *folder = cli_folder_new ();
  g_autofree char *a = write_report (folder, 2022, 3);
  g_autofree char *b = write_report (folder, 2023, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *words[] = { "compare", a, b, cases[i].format, NULL };
      g_autoptr (CliOutcome) outcome = run (words);

      cli_outcome_assert (outcome, 0, 0);
      g_assert_true (g_str_has_prefix (outcome->out->str, cases[i].start));
      g_assert_nonnull (strstr (outcome->out->str, cases[i].holds));
    }
  cli_folder_remove (folder);
}

static void
test_json (void)
{
  static const char *const keys[] = { "schema", "a", "b", "figures", "sections", "findings" };
  char *folder = cli_folder_new ();
  g_autofree char *a = write_report (folder, 2022, 3);
  g_autofree char *b = write_report (folder, 2023, 3);
  g_autoptr (CliOutcome) outcome = cli_run ("compare", "--format=json", a, b, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GList) members = NULL;
  JsonObject *root;
  guint i = 0;

  g_assert_true (json_parser_load_from_data (parser, outcome->out->str, outcome->out->len, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  members = json_object_get_members (root);
  for (GList *l = members; i < G_N_ELEMENTS (keys); l = l->next)
    g_assert_cmpstr (l->data, ==, keys[i++]);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "b"), "year"),
                   ==, 2023);
  /* The two texts are one (case-34). */
  g_assert_cmpstr (json_object_get_string_member (root, "verdict"), ==, "copy");
  cli_folder_remove (folder);
}

static void
test_output (void)
{
  char *folder = cli_folder_new ();
  g_autofree char *a = write_report (folder, 2022, 3);
  g_autofree char *b = write_report (folder, 2023, 3);
  g_autofree char *out = g_build_filename (folder, "out.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (CliOutcome)
      outcome = cli_run ("compare", "--format=csv", "--no-bom", "-o", out, a, b, NULL);

  cli_outcome_assert (outcome, 0, 0);
  g_assert_cmpuint (outcome->out->len, ==, 0);
  g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "table,"));
  cli_folder_remove (folder);
}

static void
test_failures (void)
{
  char *folder = cli_folder_new ();
  g_autofree char *a = write_report (folder, 2022, 3);
  g_autofree char *none = g_build_filename (folder, "none.txt", NULL);
  const struct
  {
    const char *words[5];
    int status;
  } cases[] = {
    { { "compare" }, 2 },
    { { "compare", a }, 2 },
    { { "compare", a, a, a }, 2 },
    { { "compare", a, folder }, 2 },
    { { "compare", "--format=xml", a, a }, 2 },
    { { "compare", a, none }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliOutcome) outcome = run (cases[i].words);

      cli_outcome_assert (outcome, cases[i].status, 1);
      g_assert_cmpuint (outcome->out->len, ==, 0);
    }
  cli_folder_remove (folder);
}

/* Long labels are cut where they are alike, so that no row looks like another; what holds for many is said once. */
static void
test_rows (void)
{
  g_autofree char *a = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2023.html",
                                              NULL);
  g_autofree char *b = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html",
                                              NULL);
  g_autoptr (CliOutcome) outcome = cli_run ("compare", a, b, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (strstr (outcome->out->str, "\nItem "), "\n", -1);
  const char *once = strstr (outcome->out->str, "no per cent is taken of fewer than");
  guint n_cut = 0;

  cli_outcome_assert (outcome, 0, 0);
  for (guint i = 2; !g_str_has_prefix (lines[i], "Ratios"); i++)
    {
      g_autofree char *label = g_utf8_strlen (lines[i], -1) > 50
                                   ? g_utf8_substring (lines[i], 0, 50)
                                   : NULL;

      if (label == NULL || strstr (lines[i], "per cent") != NULL)
        continue;
      n_cut += strstr (label, "… › ") != NULL;
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&label)));
    }
  g_assert_cmpuint (n_cut, >, 20);
  g_assert_nonnull (once);
  g_assert_null (strstr (once + 1, "no per cent"));
  g_assert_null (strstr (outcome->out->str, "too small"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/cli-compare/name-of-file", test_name_of_file);
  g_test_add_func ("/nianbao/cli-compare/formats", test_formats);
  g_test_add_func ("/nianbao/cli-compare/json", test_json);
  g_test_add_func ("/nianbao/cli-compare/rows", test_rows);
  g_test_add_func ("/nianbao/cli-compare/output", test_output);
  g_test_add_func ("/nianbao/cli-compare/failures", test_failures);
  return g_test_run ();
}
