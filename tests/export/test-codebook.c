/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codebook in every format: all metrics, and the same facts as the list that the project was given. */

#include <string.h>

#include <json-glib/json-glib.h>

#include "export/nb-export.h"

static char *
write_codebook (NbCodebookFormat format)
{
  g_autoptr (GString) out = g_string_new (NULL);

  nb_codebook_write (out, format);
  g_assert_true (g_utf8_validate (out->str, (gssize) out->len, NULL));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const char *
skip_columns (const char *line, guint n)
{
  while (n-- > 0)
    {
      line = strchr (line, '\t');
      g_assert_nonnull (line);
      line++;
    }
  return line;
}

static void
test_tsv (void)
{
  g_autofree char *tsv = write_codebook (NB_CODEBOOK_TSV);
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);
  guint n_lines = 0;

  g_assert_true (g_str_has_prefix (
      lines[0], "form\ttable\tno\tmetric_id\tshort\trow_label\tcolumn_label\tunit\tkind\t"));
  for (; *lines[n_lines] != '\0'; n_lines++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[n_lines], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 17);
    }
  g_assert_cmpuint (n_lines, ==, 1 + 200 + 198 + 58 + 7);
  g_assert_null (lines[n_lines + 1]);
  g_assert_cmpstr (skip_columns (lines[7], 9), ==,
                   "行政许可\tAdministrative licences\tlicences\t7\t2\t\t\tlicence_decisions");
  g_assert_nonnull (strstr (tsv, "\trequests.received\t4\t10\t\tT3-01 T3-03\trequests_received\n"));
}

/* The first nine columns are the list that every other program goes by, row for row. */
static void
test_tsv_is_metrics_tsv (void)
{
  const char *shared = g_getenv ("NB_SHARED");
  const char *seeds = g_getenv ("NB_SEEDS");
  g_autofree char *folder = shared != NULL
                                ? g_strdup (shared)
                                : g_build_filename (seeds != NULL ? seeds : ".", "..", NULL);
  g_autofree char *path = g_build_filename (folder, "metrics.tsv", NULL);
  g_autofree char *tsv = write_codebook (NB_CODEBOOK_TSV);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);
  g_autoptr (GString) cut = g_string_new (NULL);

  if (!g_file_get_contents (path, &expected, NULL, NULL))
    {
      g_test_skip ("metrics.tsv is not here");
      return;
    }
  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      const char *end = skip_columns (lines[i], 9) - 1;

      g_string_append_len (cut, lines[i], end - lines[i]);
      g_string_append_c (cut, '\n');
    }
  g_assert_cmpstr (cut->str, ==, expected);
}

static void
test_csv (void)
{
  g_autofree char *csv = write_codebook (NB_CODEBOOK_CSV);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf"
                                        "form,table,no,metric_id,"));
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 463 + 1);
  g_assert_nonnull (strstr (csv, "\"三/(二)部分公开(区分处理的,只计这一情形,不计其他情形)\""));
  g_assert_nonnull (strstr (csv, "\r\n2014,A,1,-,,一、主动公开情况,-,——,heading,"));
}

static JsonObject *
find_form (JsonArray *forms, const char *id)
{
  for (guint i = 0; i < json_array_get_length (forms); i++)
    {
      JsonObject *form = json_array_get_object_element (forms, i);

      if (strcmp (json_object_get_string_member (form, "form"), id) == 0)
        return form;
    }
  g_assert_not_reached ();
}

static void
test_json (void)
{
  g_autofree char *text = write_codebook (NB_CODEBOOK_JSON);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *form, *metric;
  JsonArray *forms;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "schema"), ==, "nianbao-codebook/1");
  forms = json_object_get_array_member (root, "forms");
  g_assert_cmpuint (json_array_get_length (forms), ==, 4);

  form = find_form (forms, "2021");
  g_assert_true (json_object_get_null_member (form, "last_year"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (form, "metrics")), ==,
                    200);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (form, "identities")), ==,
                    42);
  metric = json_array_get_object_element (json_object_get_array_member (form, "metrics"), 9);
  g_assert_cmpstr (json_object_get_string_member (metric, "metric"), ==, "admin_fee_amount");
  g_assert_cmpstr (json_object_get_string_member (metric, "kind"), ==, "decimal");
  g_assert_cmpint (json_object_get_int_member (metric, "row"), ==, 14);

  form = find_form (forms, "2014");
  g_assert_cmpint (json_object_get_int_member (form, "last_year"), ==, 2018);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (form, "metrics")), ==, 65);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "series")), >, 30);
}

/* Whatever is for people names every metric, derived metric, rule and series. */
static void
test_pages (gconstpointer data)
{
  g_autofree char *text = write_codebook (GPOINTER_TO_INT (data));
  guint n_forms, n_series;
  const NbForm *const *forms = nb_forms_get (&n_forms);
  const NbSeriesLink *series = nb_forms_get_series (&n_series);

  for (guint i = 0; i < n_forms; i++)
    {
      for (guint j = 0; j < forms[i]->n_metrics; j++)
        g_assert_nonnull (strstr (text, forms[i]->metrics[j]->id));
      for (guint j = 0; j < forms[i]->n_derived; j++)
        g_assert_nonnull (strstr (text, forms[i]->derived[j].label_en));
      for (guint j = 0; j < forms[i]->n_identities; j++)
        g_assert_nonnull (strstr (text, forms[i]->identities[j].rule));
    }
  for (guint i = 0; i < n_series; i++)
    g_assert_nonnull (strstr (text, series[i].series));
  g_assert_nonnull (strstr (text,
                            "2014 appendix_received → break → 2019 new_received.total → chain → "
                            "2021 new_received.total"));
}

/* A Markdown table breaks where its rows differ in cells. */
static void
test_markdown_tables (void)
{
  g_autofree char *text = write_codebook (NB_CODEBOOK_MD);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint bars = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint n = 0;

      for (const char *p = lines[i]; *p != '\0'; p++)
        n += *p == '|';
      if (bars > 0 && n > 0)
        g_assert_cmpuint (n, ==, bars);
      bars = n;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/codebook/tsv", test_tsv);
  g_test_add_func ("/nianbao/codebook/tsv-is-metrics-tsv", test_tsv_is_metrics_tsv);
  g_test_add_func ("/nianbao/codebook/csv", test_csv);
  g_test_add_func ("/nianbao/codebook/json", test_json);
  g_test_add_data_func ("/nianbao/codebook/text", GINT_TO_POINTER (NB_CODEBOOK_TEXT), test_pages);
  g_test_add_data_func ("/nianbao/codebook/md", GINT_TO_POINTER (NB_CODEBOOK_MD), test_pages);
  g_test_add_func ("/nianbao/codebook/md-tables", test_markdown_tables);

  return g_test_run ();
}
