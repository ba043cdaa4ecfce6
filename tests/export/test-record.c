/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON that was written is opened again and gives the same report, and nothing else does (case-58). */

#include <locale.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "export/nb-export.h"
#include "form/nb-form.h"
#include "workspace/nb-notebook.h"
#include "workspace/nb-reading-private.h"
#include "workspace/nb-reading.h"

static GPtrArray *
open_text (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (NbSource) source = nb_source_new_for_bytes ("again.json", bytes, NULL, NULL);

  return nb_reading_open_source (source, NULL, error);
}

static char *
write_all (GPtrArray *readings, gboolean pretty)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    nb_json_write_reading (out, readings->pdata[i], pretty);
  return g_string_free (out, FALSE);
}

static void
assert_round_trip (GPtrArray *readings)
{
  for (guint pretty = 0; pretty < 2; pretty++)
    {
      g_autofree char *first = write_all (readings, pretty);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) again = open_text (first, strlen (first), &error);
      g_autofree char *second = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (again->len, ==, readings->len);
      second = write_all (again, pretty);
      g_assert_cmpstr (first, ==, second);
    }
}

/* Every report in a folder; returns how many files were opened. */
static guint
assert_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (GPtrArray) readings = nb_reading_open (file, NULL, NULL, NULL, NULL, NULL);

      if (readings == NULL)
        continue;
      g_test_message ("%s", file);
      assert_round_trip (readings);
      n++;
    }
  return n;
}

static void
test_samples (void)
{
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "data", "samples", NULL);
  g_autofree char *files = g_test_build_filename (G_TEST_DIST, "tests", "document", "files", NULL);

  g_assert_cmpuint (assert_folder (samples), >=, 10);
  g_assert_cmpuint (assert_folder (files), >=, 1);
}

static void
test_seeds (void)
{
  const char *seeds = g_getenv ("NB_SEEDS");

  if (seeds == NULL || assert_folder (seeds) == 0)
    g_test_skip ("no seeds here");
}

static char *
write_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_reading_open (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return write_all (readings, FALSE);
}

/* The source is the one that the report was read from at first, and the file is known beside it. */
static void
test_provenance (void)
{
  g_autofree char *json = write_sample ("yunxi-2024.html");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html",
                                                 NULL);
  g_autoptr (GPtrArray) first = nb_reading_open (path, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) again = open_text (json, strlen (json), NULL);
  g_autoptr (GString) summary = g_string_new (NULL);
  NbSource *was = nb_document_get_source (
      nb_report_get_document (nb_reading_get_report (first->pdata[0])));
  NbSource *is = nb_document_get_source (
      nb_report_get_document (nb_reading_get_report (again->pdata[0])));

  g_assert_cmpstr (nb_source_get_uri (is), ==, path);
  g_assert_cmpstr (nb_source_get_sha256 (is), ==, nb_source_get_sha256 (was));
  g_assert_cmpuint (nb_source_get_size (is), ==, nb_source_get_size (was));
  g_assert_cmpstr (nb_source_get_charset (is), ==, nb_source_get_charset (was));
  g_assert_cmpstr (nb_source_get_uri (nb_source_get_file (is)), ==, "again.json");
  g_assert_true (nb_source_get_file (was) == was);
  nb_summary_write (summary, again->pdata[0]);
  g_assert_nonnull (strstr (summary->str, "again.json"));
  g_assert_nonnull (strstr (summary->str, path));
}

/* The @wanted-th figure that holds nothing. */
static NbFigure *
find_nothing (NbReport *report, guint wanted)
{
  GListModel *figures = nb_report_get_figures (report);

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      NbState state = nb_figure_get_state (figure);

      if ((state == NB_STATE_BLANK || state == NB_STATE_PLACEHOLDER) && wanted-- == 0)
        return figure; /* the model keeps it */
    }
  return NULL;
}

static guint
count_entered (NbReading *reading)
{
  GListModel *figures = nb_report_get_figures (nb_reading_get_report (reading));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      n += nb_figure_get_entered (figure, NULL);
    }
  return n;
}

/* What JSON brings stays where one more number is keyed in, or one of them is taken away. */
static void
test_keyed_in (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html",
                                                 NULL);
  g_autofree char *folder = g_dir_make_tmp ("nianbao-record-XXXXXX", NULL);
  g_autofree char *other = g_dir_make_tmp ("nianbao-record-XXXXXX", NULL);
  g_autoptr (NbNotebook) notebook = nb_notebook_new (folder);
  g_autoptr (NbNotebook) second = nb_notebook_new (other);
  g_autoptr (GPtrArray) first = nb_reading_open (path, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (NbReading) more = NULL;
  g_autoptr (NbReading) less = NULL;
  NbReport *report = nb_reading_get_report (first->pdata[0]);
  const NbDecimal one = { 1, 0 };
  g_autofree char *json = NULL;

  for (guint i = 0; i < 2; i++)
    nb_notebook_set_entry (notebook, report, find_nothing (report, i), &one);
  g_ptr_array_add (written, nb_notebook_enter (notebook, first->pdata[0]));
  g_assert_cmpuint (count_entered (written->pdata[0]), ==, 2);
  json = write_all (written, FALSE);

  again = open_text (json, strlen (json), NULL);
  g_assert_cmpuint (count_entered (again->pdata[0]), ==, 2);
  report = nb_reading_get_report (again->pdata[0]);
  g_assert_false (nb_notebook_has_entries (second, report));
  nb_notebook_set_entry (second, report, find_nothing (report, 2), &one);
  g_assert_true (nb_notebook_has_entries (second, report));
  more = nb_notebook_enter (second, again->pdata[0]);
  g_assert_cmpuint (count_entered (more), ==, 3);
  for (guint i = 0; i < 3; i++)
    nb_notebook_set_entry (second, report, find_nothing (report, i), NULL);
  less = nb_notebook_enter (second, again->pdata[0]);
  g_assert_cmpuint (count_entered (less), ==, 0);
  g_assert_true (nb_notebook_has_entries (second, report));
}

/* Several reports, one a line, with a line that tells of a failure between and a byte order mark ahead. */
static void
test_lines (void)
{
  g_autofree char *one = write_sample ("yunxi-2023.html");
  g_autofree char *two = write_sample ("yunxi-2020.txt");
  g_autoptr (GError) fault = g_error_new (NB_ERROR, NB_ERROR_NOT_FOUND, "It is not there");
  g_autoptr (GString) out = g_string_new ("\xef\xbb\xbf");
  g_autoptr (GString) alone = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  g_autofree char *written = NULL, *both = g_strconcat (one, two, NULL);

  nb_json_write_error (alone, "gone.html", NULL, fault);
  g_string_append_printf (out, "%s%s%s", one, alone->str, two);
  readings = open_text (out->str, out->len, &error);
  g_assert_no_error (error);
  written = write_all (readings, FALSE);
  g_assert_cmpstr (written, ==, both);

  g_assert_null (open_text (alone->str, alone->len, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_NOT_A_REPORT);
  g_assert_nonnull (strstr (error->message, "It is not there"));
}

/* A number that was keyed in stays beside what the source says. */
static void
test_entered (void)
{
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                   "yunxi-2024.html", NULL);
  NbDecimal value = { 123, 1 };
  NbReport *report;

  readings = nb_reading_open (sample, NULL, NULL, NULL, NULL, NULL);
  report = nb_reading_get_report (readings->pdata[0]);
  for (guint i = 0; i < g_list_model_get_n_items (nb_report_get_figures (report)); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (nb_report_get_figures (report), i);

      if (!nb_figure_get_value (figure, NULL))
        g_hash_table_insert (entries, (gpointer) nb_figure_get_id (figure), &value);
    }
  g_assert_cmpuint (g_hash_table_size (entries), >, 0);
  {
    g_autoptr (NbReport) entered = nb_report_enter (report, entries);
    g_autoptr (GPtrArray) with = g_ptr_array_new_with_free_func (g_object_unref);

    g_ptr_array_add (with, nb_reading_new (entered));
    g_assert_true (nb_reading_has_entries (with->pdata[0]));
    assert_round_trip (with);
  }
}

/* @from in the first place becomes @to. */
static char *
change (const char *json, const char *from, const char *to)
{
  const char *at = strstr (json, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - json), json, to, at + strlen (from));
}

static void
assert_refused (const char *json, gsize length, NbError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_text (json, length, &error));
  g_assert_error (error, NB_ERROR, (int) code);
  g_assert_null (strchr (error->message, '\n'));
}

/* What is told of a report must be what its text says. */
static void
test_changed (void)
{
  static const struct
  {
    const char *from, *to;
  } changes[] = {
    { "\"year\":2024", "\"year\":2023" },
    { "\"form\":\"2021\"", "\"form\":\"2019\"" },
    { "\"state\":\"number\",\"value\":", "\"state\":\"number\",\"value\":1" },
    { "\"state\":\"zero\"", "\"state\":\"blank\"" },
    { "\"confidence\":\"exact\"", "\"confidence\":\"split\"" },
    { "\"offset\":", "\"offset\":1" },
    { "\"heading\":\"", "\"heading\":\"x" },
    { "\"sha256\":\"", "\"sha256\":\"g" },
    { "\"tables\":", "\"tables\":-" },
    { "\"pieces\":[\"0 ", "\"pieces\":[\"99999999 " },
    { "\"pieces\":[\"0 ", "\"pieces\":[\"1 " },
    { "\"figures\":[", "\"figures\":[{}," },
    { "\"figures\":[", "\"figures\":[[]," },
    { "\"document\":{\"text\":\"", "\"document\":{\"text\":\"\\ud800" },
    { "\"document\":{\"text\":\"", "\"document\":{\"text\":\"\\u0000" },
    { "\"document\":{\"text\":\"", "\"document\":{\"text\":\"\\x" },
    { "\"part\":null", "\"part\":2" },
    { "\"scope\":null", "\"scope\":\"\346\234\254\347\272\247\"" },
    { "\"label\":\"", "\"label\":\"x" },
    { "\"row\":", "\"row\":1" },
    { "\"column\":", "\"column\":1" },
    { "\"table\":\"T2\"", "\"table\":\"T3\"" },
    { "\"place\":{\"section\":\"disclosure\"", "\"place\":{\"section\":\"requests\"" },
    { "\"key\":\"", "\"key\":\"x" },
    { "\"kind\":\"", "\"kind\":\"x" },
    { "\"start\":\"20", "\"start\":\"19" },
    { "\"end\":\"20", "\"end\":\"21" },
    { "\"period\":{", "\"period\":null,\"was\":{" },
    { "\"published\":\"20", "\"published\":\"19" },
    { "\"signed\":null", "\"signed\":\"2025-01-20\"" },
  };
  g_autofree char *json = write_sample ("yunxi-2024.html");

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *changed = change (json, changes[i].from, changes[i].to);

      g_test_message ("%s", changes[i].to);
      assert_refused (changed, strlen (changed), NB_ERROR_DAMAGED);
    }
}

/* Findings are no part of what is read: they are found anew. */
static void
test_findings (void)
{
  g_autofree char *json = write_sample ("yunxi-2024.html");
  g_autofree char *changed = change (json, "\"findings\":[", "\"findings\":[{\"rule\":\"X-99\"}],\"was\":[");
  g_autoptr (GPtrArray) first = open_text (json, strlen (json), NULL);
  g_autoptr (GPtrArray) second = open_text (changed, strlen (changed), NULL);
  g_autofree char *a = write_all (first, FALSE), *b = write_all (second, FALSE);

  g_assert_cmpstr (a, ==, b);
  g_assert_null (strstr (b, "X-99"));
}

/* A file that breaks off anywhere is damaged, never half a report. */
static void
test_cut (void)
{
  g_autofree char *json = write_sample ("yunxi-2017.txt");
  gsize length = strlen (json);

  for (gsize n = 40; n < length - 2; n += 97)
    {
      g_autofree char *cut = g_strndup (json, n);
      const char *end;

      if (!g_utf8_validate (cut, -1, &end))
        n = (gsize) (end - cut);
      assert_refused (json, n, NB_ERROR_DAMAGED);
    }
}

static void
test_other_kinds (void)
{
  g_autofree char *json = write_sample ("yunxi-2017.txt");
  g_autofree char *newer = change (json, "nianbao-report/1", "nianbao-report/2");
  g_autofree char *bare = change (json, "\"document\":", "\"paper\":");
  g_autofree char *more = change (
      json, "\"title\":", "\"more\":{\"a\":[1,{\"b\":null}],\"c\":true},\"title\":");
  g_autoptr (GPtrArray) readings = NULL;

  assert_refused (newer, strlen (newer), NB_ERROR_UNSUPPORTED);
  assert_refused (bare, strlen (bare), NB_ERROR_UNSUPPORTED);
  /* Keys may be added. */
  readings = open_text (more, strlen (more), NULL);
  g_assert_nonnull (readings);
}

/* @n times @row, in an array between @before and @behind. */
static void
assert_full (const char *before, const char *row, guint n)
{
  g_autoptr (GString) many = g_string_new ("{\"schema\":\"nianbao-report/1\",");

  g_string_append_printf (many, "%s[%s", before, row);
  for (guint i = 1; i < n; i++)
    g_string_append_printf (many, ",%s", row);
  g_string_append (many, "]}");
  assert_refused (many->str, many->len, NB_ERROR_LIMIT);
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"schema\":\"nianbao-report/1\",\"x\":");

  for (guint i = 0; i < 5000000; i++)
    g_string_append_c (deep, '[');
  assert_refused (deep->str, deep->len, NB_ERROR_LIMIT);
  assert_full ("\"figures\":", "{}", NB_LIMIT_RECORD_ROWS + 1);
  assert_full ("\"sections\":", "{}", NB_LIMIT_RECORD_ROWS + 1);
  assert_full ("\"document\":{\"metas\":", "{\"name\":\"a\",\"content\":\"b\"}", NB_LIMIT_METAS + 1);
  assert_full ("\"document\":{\"pieces\":", "\"0 0 0 -1 0 0 1 1 0 -\"", NB_LIMIT_PIECES + 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/record/samples", test_samples);
  g_test_add_func ("/nianbao/record/seeds", test_seeds);
  g_test_add_func ("/nianbao/record/keyed-in", test_keyed_in);
  g_test_add_func ("/nianbao/record/provenance", test_provenance);
  g_test_add_func ("/nianbao/record/lines", test_lines);
  g_test_add_func ("/nianbao/record/entered", test_entered);
  g_test_add_func ("/nianbao/record/changed", test_changed);
  g_test_add_func ("/nianbao/record/cut", test_cut);
  g_test_add_func ("/nianbao/record/other-kinds", test_other_kinds);
  g_test_add_func ("/nianbao/record/findings", test_findings);
  g_test_add_func ("/nianbao/record/NB_LIMIT_JSON_NESTING-NB_LIMIT_RECORD_ROWS-NB_LIMIT_METAS-NB_LIMIT_PIECES", test_limits);
  return g_test_run ();
}
