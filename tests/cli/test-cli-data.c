/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the program writes for real reports: the five seeds, in every format. Skips only where the
 * folder of the seeds is absent.
 */

#include "cli-runner.h"

#include "../document/nb-test-locked-pdf.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

typedef struct
{
  const char *prefix; /* of the file name */
  const char *organ;
  gint64 year;
  const char *form;
  guint n_figures;
  guint n_by_position; /* one label of seed 000 is cut off (case-32) */
} Seed;

static const Seed seeds[] = {
  { "000_", "澧县人民政府", 2022, "2021", 200, 7 },
  { "001_", "耒阳市", 2017, "2014", 58, 0 },
  { "002_", "内江高新区", 2019, "2019", 198, 0 },
  { "003_", "乌兰浩特市政府办公室", 2021, "2021", 200, 0 },
  { "004_", "建塘镇人民政府", 2022, "2021", 200, 0 },
};

/* NULL, and the test skipped, where the seeds are absent. */
static const char *
get_seeds (void)
{
  const char *folder = g_getenv ("NB_SEEDS");

  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return folder;
  g_test_skip ("the folder of the seeds is absent");
  return NULL;
}

static char *
dup_seed (const char *folder, const Seed *seed)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, seed->prefix))
      return g_build_filename (folder, name, NULL);
  g_assert_not_reached ();
}

static void
check_figures (JsonArray *figures, const Seed *seed)
{
  guint n_by_position = 0;

  g_assert_cmpuint (json_array_get_length (figures), ==, seed->n_figures);
  for (guint i = 0; i < seed->n_figures; i++)
    {
      JsonObject *figure = json_array_get_object_element (figures, i);
      const char *state = json_object_get_string_member (figure, "state");
      const char *confidence = json_object_get_string_member (figure, "confidence");

      if (!g_str_equal (state, "number") && !g_str_equal (state, "zero"))
        g_test_message ("%s: %s", json_object_get_string_member (figure, "metric"), state);
      g_assert_true (g_str_equal (state, "number") || g_str_equal (state, "zero"));
      g_assert_false (json_object_get_null_member (figure, "value"));
      if (g_str_equal (confidence, "by-position"))
        n_by_position++;
      else
        g_assert_cmpstr (confidence, ==, "exact");
    }
  g_assert_cmpuint (n_by_position, ==, seed->n_by_position);
}

static void
check_report (const char *json, gssize length, const Seed *seed)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *report;

  json_parser_load_from_data (parser, json, length, &error);
  g_assert_no_error (error);
  report = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (report, "schema"), ==, "nianbao-report/1");
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (report, "organ"), "name"), ==,
      seed->organ);
  g_assert_cmpint (json_object_get_int_member (report, "year"), ==, seed->year);
  g_assert_cmpstr (json_object_get_string_member (report, "form"), ==, seed->form);
  check_figures (json_object_get_array_member (report, "figures"), seed);
}

static void
test_seeds_json (void)
{
  const char *folder = get_seeds ();

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = dup_seed (folder, &seeds[i]);
      g_autoptr (CliOutcome) outcome = cli_run ("extract", path, NULL);

      cli_outcome_assert (outcome, 0, 0);
      check_report (outcome->out->str, outcome->out->len, &seeds[i]);
    }
}

static void
test_seeds_ndjson (void)
{
  const char *folder = get_seeds ();
  guint n_figures = 0;

  if (folder == NULL)
    return;
  g_autoptr (CliOutcome) outcome = cli_run ("extract", "--jobs=3", folder, NULL);
  cli_outcome_assert (outcome, 0, 0);
  g_auto (GStrv) lines = g_strsplit (outcome->out->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (seeds) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      check_report (lines[i], -1, &seeds[i]);
      n_figures += seeds[i].n_figures;
    }
  g_assert_cmpuint (n_figures, ==, 856);
}

static void
test_seeds_csv (void)
{
  const char *folder = get_seeds ();

  if (folder == NULL)
    return;
  g_autoptr (CliOutcome) marked = cli_run ("extract", "--format=csv", folder, NULL);
  g_autoptr (CliOutcome) plain = cli_run ("extract", "--format=csv", "--no-bom", folder, NULL);
  cli_outcome_assert (marked, 0, 0);
  cli_outcome_assert (plain, 0, 0);
  g_assert_true (g_str_has_prefix (marked->out->str, BOM "uri,sha256,part,organ,"));
  g_assert_cmpstr (marked->out->str + strlen (BOM), ==, plain->out->str);
  /* A label may hold no line feed, so every figure is one line. */
  g_assert_cmpuint (cli_outcome_count_lines (plain->out), ==, 1 + 856);
}

static void
test_seeds_wide (void)
{
  const char *folder = get_seeds ();

  if (folder == NULL)
    return;
  g_autoptr (CliOutcome) marked = cli_run ("extract", "--format=wide-csv", folder, NULL);
  g_autoptr (CliOutcome) plain = cli_run ("extract", "--format=wide-csv", "--no-bom", folder, NULL);
  cli_outcome_assert (marked, 0, 0);
  cli_outcome_assert (plain, 0, 0);
  g_assert_true (g_str_has_prefix (marked->out->str, BOM));
  g_assert_cmpstr (marked->out->str + strlen (BOM), ==, plain->out->str);
  g_assert_cmpuint (cli_outcome_count_lines (plain->out), ==, 1 + G_N_ELEMENTS (seeds));
}

static void
test_seeds_summary (void)
{
  const char *folder = get_seeds ();

  if (folder == NULL)
    return;
  g_autoptr (CliOutcome) outcome = cli_run ("extract", "--format=summary", folder, NULL);
  cli_outcome_assert (outcome, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    g_assert_nonnull (strstr (outcome->out->str, seeds[i].organ));
}

/* Every place is the slice of the text that the program prints. */
static void
test_seeds_text (void)
{
  const char *folder = get_seeds ();

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = dup_seed (folder, &seeds[i]);
      g_autoptr (CliOutcome) text = cli_run ("extract", "--format=text", path, NULL);
      g_autoptr (CliOutcome) json = cli_run ("extract", "--format=json", path, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonArray *figures;

      cli_outcome_assert (text, 0, 0);
      g_assert_true (json_parser_load_from_data (parser, json->out->str, json->out->len, NULL));
      figures = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                              "figures");
      for (guint k = 0; k < json_array_get_length (figures); k++)
        {
          JsonObject *figure = json_array_get_object_element (figures, k);
          JsonObject *place = json_object_get_object_member (figure, "place");
          const char *raw = json_object_get_string_member (figure, "raw");
          gsize offset = json_object_get_int_member (place, "offset");
          gsize length = json_object_get_int_member (place, "length");

          g_assert_cmpuint (offset + length, <=, text->out->len);
          g_assert_cmpmem (text->out->str + offset, length, raw, strlen (raw));
        }
    }
}

static void
test_codebook (void)
{
  static const char *const formats[] = { "text", "tsv", "csv", "json", "md" };
  g_autoptr (CliOutcome) unnamed = cli_run ("forms", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *word = g_strconcat ("--format=", formats[i], NULL);
      g_autoptr (CliOutcome) outcome = cli_run ("forms", word, NULL);
      g_autoptr (CliOutcome) plain = cli_run ("forms", "--no-bom", word, NULL);

      cli_outcome_assert (outcome, 0, 0);
      g_assert_cmpuint (cli_outcome_count_lines (outcome->out), >, 100);
      g_assert_false (g_str_has_prefix (plain->out->str, BOM));
      if (i == 0)
        g_assert_cmpstr (outcome->out->str, ==, unnamed->out->str);
    }
}

/* A PDF that asks for a password: one line that says what to do, and the code in the object that stands in its place. */
static void
test_locked (void)
{
  g_autofree char *folder = cli_folder_new ();
  g_autofree char *path = g_build_filename (folder, "locked.pdf", NULL);
  g_autoptr (GBytes) bytes = nb_test_locked_pdf ("text 12", "secret", "owner");
  g_autoptr (CliOutcome) one = NULL, lines = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  one = cli_run ("extract", path, NULL);
  cli_outcome_assert (one, 1, 1);
  g_assert_nonnull (strstr (one->err->str, "locked.pdf: the file is protected by a password"));
  g_assert_cmpuint (one->out->len, ==, 0);
  lines = cli_run ("extract", "--format=ndjson", path, NULL);
  cli_outcome_assert (lines, 1, 1);
  g_assert_nonnull (strstr (lines->out->str, "\"code\":\"encrypted\""));
  cli_folder_remove (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/cli-data/seeds-json", test_seeds_json);
  g_test_add_func ("/nianbao/cli-data/seeds-ndjson", test_seeds_ndjson);
  g_test_add_func ("/nianbao/cli-data/seeds-csv", test_seeds_csv);
  g_test_add_func ("/nianbao/cli-data/seeds-wide", test_seeds_wide);
  g_test_add_func ("/nianbao/cli-data/seeds-summary", test_seeds_summary);
  g_test_add_func ("/nianbao/cli-data/seeds-text", test_seeds_text);
  g_test_add_func ("/nianbao/cli-data/codebook", test_codebook);

  g_test_add_func ("/nianbao/cli-data/case-43-locked", test_locked);
  return g_test_run ();
}
