/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A reading as JSON, read back by json-glib: keys, their order, and the spelling of numbers (case-58). */

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "base/nb-error.h"
#include "check/report-builder.h"
#include "export/nb-export.h"
#include "workspace/nb-reading-private.h"

#define CELLS                                                                                      \
  "new_received.natural_person=3(two) new_received.total=2 admin_fee_amount=2122.36万元 "        \
  "rules_issued= rules_repealed=- rules_in_force=O litigation_*=~ ext:Rows\"more\"=7"

static NbReading *
read_sample (void)
{
  g_autoptr (NbReport) report = build_report ("2021", CELLS);

  return nb_reading_new (report);
}

static char *
write_sample (gboolean pretty)
{
  g_autoptr (NbReading) reading = read_sample ();
  GString *out = g_string_new (NULL);

  nb_json_write_reading (out, reading, pretty);
  return g_string_free (out, FALSE);
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (json, &error);

  g_assert_no_error (error);
  return root;
}

static void
assert_keys (JsonObject *object, const char *expected)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", (const char *) l->data);
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
test_keys (void)
{
  g_autofree char *json = write_sample (TRUE);
  g_autoptr (JsonNode) root = parse (json);
  JsonObject *report = json_node_get_object (root);
  JsonArray *figures = json_object_get_array_member (report, "figures");
  JsonObject *finding = json_array_get_object_element (
      json_object_get_array_member (report, "findings"), 0);

  assert_keys (report,
               "schema source title organ year form period published signed sections figures "
               "findings document");
  assert_keys (json_object_get_object_member (report, "source"),
               "uri media_type charset bytes sha256 fetched part scope");
  assert_keys (json_object_get_object_member (report, "organ"), "name key kind");
  assert_keys (json_object_get_object_member (report, "period"), "start end");
  assert_keys (json_array_get_object_element (json_object_get_array_member (report, "sections"), 0),
               "key number heading text");
  for (guint i = 0; i < json_array_get_length (figures); i++)
    assert_keys (json_array_get_object_element (figures, i),
                 "metric label state value unit raw remark confidence place");
  assert_keys (json_object_get_object_member (json_array_get_object_element (figures, 0), "place"),
               "section table row column offset length");
  assert_keys (finding, "rule severity status title message relation metrics places repair "
                        "consequences");
  assert_keys (json_array_get_object_element (json_object_get_array_member (finding, "places"), 0),
               "metric section offset length");
}

static JsonObject *
find_figure (JsonObject *report, const char *metric)
{
  JsonArray *figures = json_object_get_array_member (report, "figures");

  for (guint i = 0; i < json_array_get_length (figures); i++)
    {
      JsonObject *figure = json_array_get_object_element (figures, i);

      if (g_str_equal (json_object_get_string_member (figure, "metric"), metric))
        return figure;
    }
  g_assert_not_reached ();
}

static void
assert_figure (JsonObject *report, const char *metric, const char *state, const char *raw)
{
  JsonObject *figure = find_figure (report, metric);

  g_assert_cmpstr (json_object_get_string_member (figure, "state"), ==, state);
  if (raw == NULL)
    g_assert_true (json_object_get_null_member (figure, "raw"));
  else
    g_assert_cmpstr (json_object_get_string_member (figure, "raw"), ==, raw);
}

static void
test_values (void)
{
  g_autofree char *json = write_sample (FALSE);
  g_autoptr (JsonNode) root = parse (json);
  JsonObject *report = json_node_get_object (root);
  JsonObject *missing = find_figure (report, "litigation_direct_total");

  g_assert_cmpstr (json_object_get_string_member (report, "title"), ==, "Invented \"County\"");
  g_assert_cmpint (json_object_get_int_member (report, "year"), ==, 2022);
  g_assert_true (json_object_get_null_member (report, "signed"));
  assert_figure (report, "admin_fee_amount", "number", "2122.36万元");
  assert_figure (report, "rules_issued", "blank", "");
  assert_figure (report, "rules_repealed", "placeholder", "-");
  assert_figure (report, "rules_in_force", "unreadable", "O");
  assert_figure (report, "normative_issued", "zero", "0");
  assert_figure (report, "litigation_direct_total", "missing", NULL);
  assert_figure (report, "ext.1", "number", "7");
  g_assert_cmpstr (json_object_get_string_member (find_figure (report, "ext.1"), "label"), ==,
                   "Rows\"more\"");
  g_assert_cmpstr (
      json_object_get_string_member (find_figure (report, "new_received.natural_person"), "remark"),
      ==, "two");
  g_assert_true (json_object_get_null_member (missing, "unit"));
  g_assert_true (json_object_get_null_member (missing, "confidence"));
  g_assert_true (json_object_get_null_member (missing, "place"));
}

static void
test_spelling (void)
{
  g_autofree char *json = write_sample (FALSE);

  g_assert_nonnull (strstr (json, "\"value\":2122.36,"));
  g_assert_nonnull (strstr (json, "\"form\":\"2021\""));
  g_assert_nonnull (strstr (json, "\"year\":2022,"));
  g_assert_nonnull (strstr (json, "\"part\":null,"));
  g_assert_true (g_str_has_prefix (json, "{\"schema\":\"nianbao-report/1\",\"source\":{\"uri\":"));
  g_assert_true (strchr (json, '\n') == json + strlen (json) - 1);
}

static void
test_finding (void)
{
  g_autofree char *json = write_sample (FALSE);
  g_autoptr (JsonNode) root = parse (json);
  JsonArray *findings = json_object_get_array_member (json_node_get_object (root), "findings");
  JsonObject *finding = json_array_get_object_element (findings, 0);
  gboolean found = FALSE;

  for (guint i = 0; i < json_array_get_length (findings) && !found; i++)
    {
      finding = json_array_get_object_element (findings, i);
      found = g_str_equal (json_object_get_string_member (finding, "rule"), "T3-03");
    }
  g_assert_true (found);
  g_assert_cmpstr (json_object_get_string_member (finding, "severity"), ==, "error");
  g_assert_cmpstr (json_object_get_string_member (finding, "status"), ==, "fail");
  g_assert_cmpstr (json_object_get_string_member (finding, "relation"), ==,
                   "3 + 0 + 0 + 0 + 0 + 0 ≠ 2");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (finding, "metrics")), ==,
                    7);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (finding, "places")), ==,
                    7);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (finding, "repair")), ==,
                    0);
}

/* Pretty and compact are the same text but for white space, and so is every run. */
static void
test_same_bytes (void)
{
  g_autofree char *compact = write_sample (FALSE);
  g_autofree char *again = write_sample (FALSE);
  g_autofree char *pretty = write_sample (TRUE);
  g_autoptr (JsonNode) a = parse (compact);
  g_autoptr (JsonNode) b = parse (pretty);

  g_assert_cmpstr (compact, ==, again);
  g_assert_true (json_node_equal (a, b));
}

static void
test_error (void)
{
  g_autoptr (GError) error = g_error_new (NB_ERROR, NB_ERROR_NOT_A_REPORT, "No \"report\"\nhere");
  g_autoptr (GString) out = g_string_new (NULL);

  nb_json_write_error (out, "a b.html", NULL, error);
  g_assert_cmpstr (
      out->str, ==,
      "{\"schema\":\"nianbao-report/1\",\"source\":{\"uri\":\"a b.html\","
      "\"media_type\":null,\"charset\":null,\"bytes\":null,\"sha256\":null,"
      "\"fetched\":null,\"part\":null,\"scope\":null},"
      "\"error\":{\"code\":\"not-a-report\",\"message\":\"No \\\"report\\\"\\nhere\"}}\n");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/json/keys", test_keys);
  g_test_add_func ("/nianbao/json/values", test_values);
  g_test_add_func ("/nianbao/json/case-58", test_spelling);
  g_test_add_func ("/nianbao/json/finding", test_finding);
  g_test_add_func ("/nianbao/json/same-bytes", test_same_bytes);
  g_test_add_func ("/nianbao/json/error", test_error);
  return g_test_run ();
}
