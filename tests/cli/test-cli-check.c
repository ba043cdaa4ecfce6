/* SPDX-License-Identifier: GPL-3.0-or-later */

/* nianbao-cli check, run as a user runs it: statuses, formats, choice of rules, folders as one workspace. */

#include "cli-runner.h"

#include <json-glib/json-glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "workspace/nb-notebook.h"

static char *
sample (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "samples", name, NULL);
}

static void
test_status (void)
{
  g_autofree char *whole = sample ("yunxi-2023.html");
  g_autofree char *faulty = sample ("yunxi-2024.html");
  g_autoptr (CliOutcome) good = cli_run ("check", whole, NULL);
  g_autoptr (CliOutcome) bad = cli_run ("check", faulty, NULL);
  g_autoptr (CliOutcome) never = cli_run ("check", "--fail-on=never", faulty, NULL);
  g_autoptr (CliOutcome)
      hints = cli_run ("check", "--fail-on=hint", "--rules=CELL-01", faulty, NULL);
  g_autoptr (CliOutcome) no_hints = cli_run ("check", "--rules=CELL-01", faulty, NULL);
  g_autoptr (CliOutcome)
      warning = cli_run ("check", "--fail-on=warning", "--rules=N-01", faulty, NULL);
  g_autoptr (CliOutcome) law = cli_run ("check", "--rules=D-01", faulty, NULL);

  cli_outcome_assert (good, 0, 0);
  cli_outcome_assert (bad, 1, 0);
  cli_outcome_assert (never, 0, 0);
  cli_outcome_assert (hints, 1, 0);
  cli_outcome_assert (no_hints, 0, 0);
  cli_outcome_assert (warning, 1, 0);
  cli_outcome_assert (law, 1, 0);
}

static void
test_unreadable (void)
{
  g_autofree char *whole = sample ("yunxi-2023.html");
  g_autoptr (CliOutcome) all = cli_run ("check", "absent.html", NULL);
  g_autoptr (CliOutcome) some = cli_run ("check", "--format=ndjson", "absent.html", whole, NULL);

  cli_outcome_assert (all, 2, 1);
  cli_outcome_assert (some, 1, 1);
  g_assert_cmpuint (cli_outcome_count_lines (some->out), ==, 2);
  g_assert_nonnull (strstr (some->out->str, "\"not-found\""));
  g_assert_true (strstr (some->out->str, "absent.html") < strstr (some->out->str, "yunxi-2023"));
}

/* The findings of a report in a line of ndjson, as "rule/severity". */
static char *
list_findings (const char *line)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (" ");
  JsonArray *findings;

  json_parser_load_from_data (parser, line, -1, &error);
  g_assert_no_error (error);
  findings = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                           "findings");
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      g_string_append_printf (out, "%s/%s ", json_object_get_string_member (finding, "rule"),
                              json_object_get_string_member (finding, "severity"));
    }
  return g_string_free (out, FALSE);
}

/* All inputs are one workspace: what 2023 carried over stands against what 2024 carries in. */
static void
test_workspace (void)
{
  g_autofree char *folder = sample (NULL);
  g_autofree char *alone = sample ("yunxi-2024.html");
  g_autoptr (CliOutcome) together = cli_run ("check", "--format=ndjson", folder, NULL);
  g_autoptr (CliOutcome) single = cli_run ("check", "--format=ndjson", alone, NULL);
  g_auto (GStrv) lines = g_strsplit (together->out->str, "\n", -1);
  guint n_found = 0;

  g_assert_cmpint (together->status, ==, 1);
  g_assert_null (strstr (single->out->str, "\"X-01\""));
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *found = NULL;

      /* What else lies in the folder is no report. */
      if (strstr (lines[i], "\"not-a-report\"") != NULL)
        continue;
      found = list_findings (lines[i]);
      if (strstr (found, "X-01/warning") == NULL)
        continue;
      n_found++;
      g_assert_nonnull (strstr (lines[i], "yunxi-2024.html"));
      g_assert_nonnull (strstr (found, "X-02/hint"));
      g_assert_nonnull (strstr (found, "X-05/hint"));
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* The check sheet on standard output; the exit status says the same as with any format. */
static void
test_sheet (void)
{
  static const char *const formats[][2] = { { "html", "<!DOCTYPE html>" },
                                            { "pdf", "%PDF-" },
                                            { "xlsx", "PK" } };
  g_autofree char *faulty = sample ("yunxi-2024.html");
  g_autofree char *fine = sample ("yunxi-2023.html");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *format = g_strconcat ("--format=", formats[i][0], NULL);
      g_autoptr (CliOutcome) both = cli_run ("check", format, faulty, fine, NULL);
      g_autoptr (CliOutcome) one = cli_run ("check", format, fine, NULL);

      cli_outcome_assert (both, 1, 0);
      cli_outcome_assert (one, 0, 0);
      g_assert_true (g_str_has_prefix (both->out->str, formats[i][1]));
      g_assert_true (g_str_has_prefix (one->out->str, formats[i][1]));
    }
}

/* A sentence is quoted byte by byte, with the commas and brackets that are printed, on one line. */
static void
test_quote (void)
{
  g_autofree char *faulty = sample ("yunxi-2024.html");
  g_autoptr (CliOutcome) found = cli_run ("check", "--rules=N-01", faulty, NULL);
  g_autoptr (CliOutcome) text = cli_run ("extract", "--format=text", faulty, NULL);
  const char *begin = strstr (found->out->str, "in: “");
  const char *end = begin != NULL ? strstr (begin, "”") : NULL;
  g_autofree char *quote = NULL;

  g_assert_nonnull (begin);
  g_assert_nonnull (end);
  begin += strlen ("in: “");
  quote = g_strndup (begin, (gsize) (end - begin));
  g_assert_nonnull (strstr (quote, "，"));
  g_assert_nonnull (strstr (text->out->str, quote));
  g_assert_null (strchr (quote, '\n'));
}

/* A proposal and what follows from the fault. */
static void
test_json (void)
{
  g_autofree char *faulty = sample ("yunxi-2024.html");
  g_autoptr (CliOutcome)
      outcome = cli_run ("check", "--format=json", "--rules=T3-03", faulty, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *findings;
  JsonObject *finding, *repair;

  cli_outcome_assert (outcome, 1, 0);
  json_parser_load_from_data (parser, outcome->out->str, (gssize) outcome->out->len, &error);
  g_assert_no_error (error);
  findings = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                           "findings");
  finding = json_array_get_object_element (findings, 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "status"), ==, "fail");
  repair = json_array_get_object_element (json_object_get_array_member (finding, "repair"), 0);
  g_assert_cmpint (json_object_get_int_member (repair, "old"), ==, 64);
  g_assert_cmpint (json_object_get_int_member (repair, "new"), ==, 46);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (finding, "consequences")),
                    ==, 1);
}

/* Not on a terminal, so without colours. */
static void
test_text (void)
{
  g_autofree char *faulty = sample ("yunxi-2024.html");
  g_autoptr (CliOutcome) text = cli_run ("check", faulty, NULL);

  g_assert_null (strchr (text->out->str, '\033'));
  g_assert_nonnull (strstr (text->out->str, "N-01"));
  g_assert_nonnull (strstr (text->out->str, "64 → 46"));
}

/* The name of a file moves no cursor. */
static void
test_name (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-cli-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a\033[31m\nb.html", NULL);
  g_autofree char *faulty = sample ("yunxi-2024.html");
  g_autofree char *text = NULL;
  g_autoptr (CliOutcome) outcome = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (faulty, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  outcome = cli_run ("check", path, NULL);
  g_assert_null (strchr (outcome->out->str, '\033'));
  g_assert_nonnull (strstr (outcome->out->str, "a\\u001b[31m b.html: "));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* extract tells all that is found in a report alone, check of several files also what stands between them. */
static void
test_extract (void)
{
  static const char *const names[] = { "yunxi-2018.html", "yunxi-2023.html", "yunxi-2024.html" };
  static const char *const alone[] = { "T3-03", "D-01", "N-01", "CELL-01" };
  g_autofree char *faulty = sample ("yunxi-2024.html");
  g_autoptr (CliOutcome) csv = cli_run ("extract", "--format=csv", faulty, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = sample (names[i]);
      g_autoptr (CliOutcome) extract = cli_run ("extract", "--format=json", path, NULL);
      g_autoptr (CliOutcome) check = cli_run ("check", "--format=json", path, NULL);

      cli_outcome_assert (extract, 0, 0);
      g_assert_cmpstr (extract->out->str, ==, check->out->str);
    }
  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autoptr (CliOutcome) people = cli_run ("extract", "--format=summary", faulty, NULL);

      g_assert_nonnull (strstr (people->out->str, alone[i]));
      g_assert_null (strstr (csv->out->str, alone[i]));
    }
}

/* What is found by one rule in the sample when @words stand for the number of new requests in its text. */
static char *
check_reworded (const char *words, const char *rule, int status)
{
  g_autofree char *path = sample ("yunxi-2024.html");
  g_autofree char *folder = cli_folder_new ();
  g_autofree char *changed = g_build_filename (folder, "page.html", NULL);
  g_autofree char *option = g_strconcat ("--rules=", rule, NULL);
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) reworded = NULL;
  g_autoptr (CliOutcome) outcome = NULL;

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  text = g_convert (page, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  reworded = g_string_new (text);
  g_assert_cmpuint (g_string_replace (reworded, "241件", words, 0), >, 0);
  cli_folder_write (folder, "page.html", reworded->str);
  outcome = cli_run ("check", "--charset=utf-8", "--fail-on=hint", option, changed, NULL);
  cli_outcome_assert (outcome, status, 0);
  cli_folder_remove (g_steal_pointer (&folder));
  return g_strdup (outcome->out->str);
}

/* A text that counts new and carried-in requests together passes, with a note. */
static void
test_together (void)
{
  g_autofree char *found = check_reworded ("232件", "N-01", 0);

  g_assert_nonnull (strstr (found, "  information  N-01  The text counts new and carried-in"));
  g_assert_nonnull (strstr (found, "232 = 232"));
}

/* The parts of a sentence are written out. */
static void
test_parts (void)
{
  g_autofree char *found = check_reworded ("214件，其中网上申请200件、信函申请50件", "N-10", 1);

  g_assert_nonnull (strstr (found, "  warning  N-10  "));
  g_assert_nonnull (strstr (found, "    200 + 50 = 250 > 214\n"));
}

static NbReading *
read_alone (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_reading_open (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return nb_reading_check (readings->pdata[0]);
}

/* What was keyed in and decided in the window: check knows of both, extract of neither. */
static void
test_notebook (void)
{
  static const char *const cell = "other_misc.public_interest_org";
  g_autofree char *folder = cli_folder_new ();
  g_autofree char *notes = g_build_filename (folder, "nianbao", "notes", NULL);
  g_autofree char *path = sample ("yunxi-2024.html");
  g_autoptr (NbNotebook) notebook = nb_notebook_new (notes);
  g_autoptr (NbReading) reading = read_alone (path);
  g_autoptr (NbFinding) first = g_list_model_get_item (nb_reading_get_findings (reading), 0);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *checks[] = { "check", "--format=json", path, NULL };
  const char *extracts[] = { "extract", "--format=json", path, NULL };
  g_autoptr (CliOutcome) before = NULL;
  g_autoptr (CliOutcome) after = NULL;
  g_autoptr (CliOutcome) extract = NULL;
  NbReport *report = nb_reading_get_report (reading);
  const NbDecimal nil = { 0, 0 };

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  before = cli_run_full (launcher, NULL, checks);
  nb_notebook_set_entry (notebook, report, nb_report_find_figure (report, cell), &nil);
  nb_notebook_set_review (notebook, first, NB_REVIEW_EXPLAINED, "asked the office");
  g_assert_true (nb_notebook_flush (notebook, NULL));
  after = cli_run_full (launcher, NULL, checks);
  extract = cli_run_full (launcher, NULL, extracts);

  /* A mark takes nothing away; the sum of the cell's row is decided. */
  cli_outcome_assert (after, 1, 0);
  g_assert_null (strstr (before->out->str, "\"entered\""));
  g_assert_nonnull (strstr (after->out->str, "\"entered\""));
  g_assert_nonnull (strstr (after->out->str, "asked the office"));
  g_assert_nonnull (strstr (before->out->str, "0 + 0 + 0 + ? + 0 + 0 = 0"));
  g_assert_null (strstr (after->out->str, "0 + 0 + 0 + ? + 0 + 0 = 0"));
  g_assert_cmpstr (extract->out->str, ==, before->out->str);
  cli_folder_remove (g_steal_pointer (&folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/cli-check/quote", test_quote);
  g_test_add_func ("/nianbao/cli-check/status", test_status);
  g_test_add_func ("/nianbao/cli-check/unreadable", test_unreadable);
  g_test_add_func ("/nianbao/cli-check/workspace", test_workspace);
  g_test_add_func ("/nianbao/cli-check/json", test_json);
  g_test_add_func ("/nianbao/cli-check/text", test_text);
  g_test_add_func ("/nianbao/cli-check/name", test_name);
  g_test_add_func ("/nianbao/cli-check/sheet", test_sheet);
  g_test_add_func ("/nianbao/cli-check/extract", test_extract);
  g_test_add_func ("/nianbao/cli-check/together", test_together);
  g_test_add_func ("/nianbao/cli-check/parts", test_parts);
  g_test_add_func ("/nianbao/cli-check/notebook", test_notebook);
  return g_test_run ();
}
