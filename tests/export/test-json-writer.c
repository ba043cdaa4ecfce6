/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON writer, read back by json-glib. */

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "export/nb-json-writer.h"

static char *
write_string (const char *text)
{
  GString *out = g_string_new (NULL);
  NbJsonWriter json;

  nb_json_writer_init (&json, out, FALSE);
  nb_json_begin_array (&json, NULL);
  nb_json_add_string (&json, NULL, text);
  nb_json_end_array (&json);
  nb_json_finish (&json);
  return g_string_free (out, FALSE);
}

static char *
read_string (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  return g_strdup (
      json_array_get_string_element (json_node_get_array (json_parser_get_root (parser)), 0));
}

static void
test_escapes (void)
{
  static const char *const texts[] = {
    "",
    "plain",
    "quote \" and back\\slash / solidus",
    "\b\f\n\r\t and \x01 \x1f \x7f",
    "\xe2\x80\xa8 line \xe2\x80\xa9 paragraph \xe2\x80\xa7 neither",
    "年报 🀄 \xf0\xac\xad\x9a é",
    "</script> & <b>",
    "ends with \"",
    "\"\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *json = write_string (texts[i]);
      g_autofree char *back = read_string (json);

      g_assert_cmpstr (back, ==, texts[i]);
      for (const guchar *p = (const guchar *) json; p[1] != '\0'; p++)
        g_assert_cmpuint (*p, >=, 0x20);
      g_assert_null (strstr (json, "\xe2\x80\xa8"));
      g_assert_null (strstr (json, "\xe2\x80\xa9"));
    }
}

static void
test_spelling (void)
{
  g_autofree char *named = write_string ("\b\f\n\r\t\"\\\x01\x7f\xe2\x80\xa8");

  g_assert_cmpstr (named, ==, "[\"\\b\\f\\n\\r\\t\\\"\\\\\\u0001\\u007f\\u2028\"]\n");
}

static void
test_foreign_bytes (void)
{
  g_autofree char *json = write_string ("a\xff"
                                        "b");

  g_assert_cmpstr (json, ==,
                   "[\"a\xef\xbf\xbd"
                   "b\"]\n");
}

static void
write_sample (GString *out, gboolean pretty)
{
  NbJsonWriter json;

  nb_json_writer_init (&json, out, pretty);
  nb_json_begin_object (&json, NULL);
  nb_json_add_decimal (&json, "amount", (NbDecimal){ 212236, 2 });
  nb_json_add_decimal (&json, "small", (NbDecimal){ -25, 4 });
  nb_json_add_decimal (&json, "large", (NbDecimal){ G_GINT64_CONSTANT (999999999999999999), 0 });
  nb_json_add_count (&json, "bytes", G_MAXUINT64);
  nb_json_add_place_number (&json, "row", 3);
  nb_json_add_place_number (&json, "part", 0);
  nb_json_add_null (&json, "none");
  nb_json_begin_array (&json, "empty");
  nb_json_end_array (&json);
  nb_json_begin_array (&json, "list");
  nb_json_begin_object (&json, NULL);
  nb_json_add_string (&json, "a", "b");
  nb_json_end_object (&json);
  nb_json_add_string (&json, NULL, NULL);
  nb_json_end_array (&json);
  nb_json_end_object (&json);
  nb_json_finish (&json);
}

static void
test_compact (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  write_sample (out, FALSE);
  g_assert_cmpstr (out->str, ==,
                   "{\"amount\":2122.36,\"small\":-0.0025,\"large\":999999999999999999,"
                   "\"bytes\":18446744073709551615,\"row\":3,\"part\":null,\"none\":null,"
                   "\"empty\":[],\"list\":[{\"a\":\"b\"},null]}\n");
}

static void
test_pretty (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  write_sample (out, TRUE);
  g_assert_cmpstr (out->str, ==,
                   "{\n"
                   "  \"amount\": 2122.36,\n"
                   "  \"small\": -0.0025,\n"
                   "  \"large\": 999999999999999999,\n"
                   "  \"bytes\": 18446744073709551615,\n"
                   "  \"row\": 3,\n"
                   "  \"part\": null,\n"
                   "  \"none\": null,\n"
                   "  \"empty\": [],\n"
                   "  \"list\": [\n"
                   "    {\n"
                   "      \"a\": \"b\"\n"
                   "    },\n"
                   "    null\n"
                   "  ]\n"
                   "}\n");
}

static void
test_top_level_array (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  NbJsonWriter json;

  nb_json_writer_init (&json, out, TRUE);
  nb_json_begin_array (&json, NULL);
  nb_json_add_count (&json, NULL, 1);
  nb_json_add_count (&json, NULL, 2);
  nb_json_end_array (&json);
  nb_json_finish (&json);
  g_assert_cmpstr (out->str, ==, "[\n  1,\n  2\n]\n");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/json-writer/escapes", test_escapes);
  g_test_add_func ("/nianbao/json-writer/spelling", test_spelling);
  g_test_add_func ("/nianbao/json-writer/foreign-bytes", test_foreign_bytes);
  g_test_add_func ("/nianbao/json-writer/compact", test_compact);
  g_test_add_func ("/nianbao/json-writer/pretty", test_pretty);
  g_test_add_func ("/nianbao/json-writer/top-level-array", test_top_level_array);
  return g_test_run ();
}
