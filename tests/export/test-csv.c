/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The long and the wide CSV, read back by a reader of RFC 4180 (case-54, case-58, case-60). */

#include <locale.h>
#include <string.h>

#include "check/report-builder.h"
#include "csv-table.h"
#include "export/nb-export.h"
#include "workspace/nb-reading-private.h"

#define HEAD                                                                                       \
  "uri,sha256,part,organ,kind,year,form,table,metric,label,state,value,unit,raw,remark,"           \
  "confidence,"                                                                                    \
  "section,row,column,offset,length\r\n"

static NbReading *
read_report (const char *form, const char *cells)
{
  g_autoptr (NbReport) report = build_report (form, cells);

  return nb_reading_new (report);
}

static GPtrArray *
write_long (const char *form, const char *cells)
{
  g_autoptr (NbReading) reading = read_report (form, cells);
  g_autoptr (GString) out = g_string_new (NULL);

  nb_csv_write_head (out, FALSE);
  nb_csv_write_reading (out, reading);
  return csv_table_read (out->str);
}

static void
test_head (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  nb_csv_write_head (out, FALSE);
  g_assert_cmpstr (out->str, ==, HEAD);
  g_string_truncate (out, 0);
  nb_csv_write_head (out, TRUE);
  g_assert_cmpstr (out->str, ==, "\xef\xbb\xbf" HEAD);
}

static guint
find_row (GPtrArray *table, const char *metric)
{
  for (guint i = 1; i < table->len; i++)
    if (g_str_equal (csv_table_get (table, i, "metric"), metric))
      return i;
  g_error ("no row %s", metric);
}

static void
assert_row (GPtrArray *table,
            const char *metric,
            const char *state,
            const char *value,
            const char *raw)
{
  guint row = find_row (table, metric);

  g_assert_cmpstr (csv_table_get (table, row, "state"), ==, state);
  g_assert_cmpstr (csv_table_get (table, row, "value"), ==, value);
  g_assert_cmpstr (csv_table_get (table, row, "raw"), ==, raw);
}

static void
test_rows (void)
{
  g_autoptr (GPtrArray) table = write_long (
      "2021", "admin_fee_amount=2,122.36万元 rules_issued=-12 rules_repealed=- "
              "rules_in_force== penalty_decisions= litigation_*=~ ext:@more=+7 ext:a\"b\n,=2");
  guint missing = find_row (table, "litigation_direct_total");

  g_assert_cmpuint (table->len, ==, 1 + nb_forms_find ("2021")->n_metrics + 2);
  assert_row (table, "admin_fee_amount", "number", "2122.36", "2,122.36万元");
  assert_row (table, "rules_repealed", "placeholder", "", "-");
  assert_row (table, "rules_in_force", "unreadable", "", "'=");
  assert_row (table, "penalty_decisions", "blank", "", "");
  assert_row (table, "coercion_decisions", "zero", "0", "0");
  assert_row (table, "litigation_direct_total", "missing", "", "");
  g_assert_cmpstr (csv_table_get (table, missing, "table"), ==, "T4");
  g_assert_cmpstr (csv_table_get (table, missing, "offset"), ==, "");
  g_assert_cmpstr (csv_table_get (table, missing, "confidence"), ==, "");
  g_assert_cmpstr (csv_table_get (table, find_row (table, "ext.1"), "label"), ==, "'@more");
  /* A label is one line, however many it was printed on. */
  g_assert_cmpstr (csv_table_get (table, find_row (table, "ext.2"), "label"), ==, "a\"b,");
  for (guint i = 1; i < table->len; i++)
    {
      g_assert_cmpstr (csv_table_get (table, i, "uri"), ==, "'=test.txt");
      g_assert_cmpstr (csv_table_get (table, i, "organ"), ==, "'=Invented, County");
      g_assert_cmpstr (csv_table_get (table, i, "year"), ==, "2022");
      g_assert_cmpstr (csv_table_get (table, i, "part"), ==, "");
    }
}

/* A real negative number stays a number, in the value and as it was written. */
static void
test_negative (void)
{
  g_autoptr (GPtrArray) table = write_long ("2019", "licence_items_change=-12");

  assert_row (table, "licence_items_change", "number", "-12", "-12");
}

static GString *
write_wide (gboolean bom)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  GString *out = g_string_new (NULL);

  g_ptr_array_add (readings, read_report ("2014", "appendix_received=9 appendix_budget=2.5万元"));
  g_ptr_array_add (readings,
                   read_report ("2019", "other_total.total=4 refused_third_party.total="));
  g_ptr_array_add (readings, read_report ("2021", "other_misc.total=2 other_overdue_fee.total=1"));
  g_ptr_array_add (readings, read_report (NULL, "ext:a=1"));
  nb_wide_csv_write (out, readings, bom);
  return out;
}

static void
assert_wide (GPtrArray *table, guint row, const char *name, const char *value, const char *status)
{
  g_autofree char *status_column = g_strconcat (name, "_status", NULL);

  g_assert_cmpstr (csv_table_get (table, row, name), ==, value);
  g_assert_cmpstr (csv_table_get (table, row, status_column), ==, status);
}

static void
test_wide (void)
{
  g_autoptr (GString) out = write_wide (FALSE);
  g_autoptr (GPtrArray) table = csv_table_read (out->str);

  g_assert_cmpuint (table->len, ==, 5);
  g_assert_true (g_str_has_prefix (out->str, "organ,key,kind,year,form,uri,part,apx_"));
  assert_wide (table, 1, "apx_received", "9", "number");
  assert_wide (table, 1, "apx_budget", "2.5", "number");
  assert_wide (table, 1, "other_total_tot", "", "not-in-form");
  assert_wide (table, 2, "apx_received", "", "not-in-form");
  assert_wide (table, 2, "other_total_tot", "4", "number");
  assert_wide (table, 2, "refused_total", "", "blank");
  assert_wide (table, 3, "refused_total", "0", "zero");
  assert_wide (table, 4, "refused_total", "", "not-in-form");
  g_assert_cmpstr (csv_table_get (table, 4, "form"), ==, "");
}

/* A name that forms share is one column. */
static void
test_wide_columns (void)
{
  g_autoptr (GString) out = write_wide (FALSE);
  g_autoptr (GPtrArray) table = csv_table_read (out->str);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *head = table->pdata[0];

  for (guint i = 0; i < head->len; i++)
    g_assert_true (g_hash_table_add (seen, head->pdata[i]));
  g_assert_true (g_hash_table_contains (seen, "licence_decisions"));
}

static void
test_same_bytes (void)
{
  g_autoptr (GString) a = write_wide (TRUE);
  g_autoptr (GString) b = write_wide (TRUE);

  g_assert_cmpstr (a->str, ==, b->str);
  g_assert_true (g_str_has_prefix (a->str, "\xef\xbb\xbforgan,"));
}

/* Whether bytes, noughts among them, hold a text. */
static gboolean
holds (const GString *bytes, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= bytes->len; i++)
    if (memcmp (bytes->str + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

/* What the user keyed in stands in a column of its own, which is only there where there is something. */
static void
test_entered (void)
{
  g_autoptr (NbReport) report = build_report ("2021", "rules_issued=O rules_repealed=3");
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) out = g_string_new (NULL), plain = g_string_new (NULL);
  g_autoptr (GString) dta = g_string_new (NULL);
  g_autoptr (GPtrArray) table = NULL, wide = NULL;
  g_autoptr (NbReport) entered = NULL;
  g_autoptr (GError) error = NULL;
  NbDecimal value = { 12, 0 };
  guint row;

  g_hash_table_insert (entries, "rules_issued", &value);
  entered = nb_report_enter (report, entries);
  g_ptr_array_add (readings, nb_reading_new (report));
  nb_csv_write (plain, readings, FALSE);
  g_assert_true (g_str_has_prefix (plain->str, HEAD));
  g_ptr_array_add (readings, nb_reading_new (entered));
  nb_csv_write (out, readings, FALSE);
  table = csv_table_read (out->str);
  row = (table->len - 1) / 2 + find_row (table, "rules_issued");
  g_assert_cmpstr (csv_table_get (table, row, "metric"), ==, "rules_issued");
  g_assert_cmpstr (csv_table_get (table, row, "state"), ==, "unreadable");
  g_assert_cmpstr (csv_table_get (table, row, "value"), ==, "");
  g_assert_cmpstr (csv_table_get (table, row, "entered"), ==, "12");
  g_assert_cmpstr (csv_table_get (table, find_row (table, "rules_issued"), "entered"), ==, "");

  g_string_truncate (out, 0);
  nb_wide_csv_write (out, readings, FALSE);
  wide = csv_table_read (out->str);
  g_assert_cmpstr (csv_table_get (wide, 1, "rules_issued_entered"), ==, "");
  g_assert_cmpstr (csv_table_get (wide, 2, "rules_issued_entered"), ==, "12");
  g_assert_null (strstr (out->str, "rules_repealed_entered"));

  g_assert_true (nb_statistics_write (dta, readings, NB_STATISTICS_DTA, &error));
  g_assert_no_error (error);
  g_assert_true (holds (dta, "Entered for rules_issued"));
}

/* A file name that any system takes: organ, years, what, extension. */
static void
test_names (void)
{
  g_autoptr (NbReport)
      one = build_report_for ("2021", "a/b:c*?\"<>|\\d \u200e\n市", 2022, NULL, "");
  g_autoptr (NbReport)
      two = build_report_for ("2021", "a/b:c*?\"<>|\\d \u200e\n市", 2023, NULL, "");
  g_autofree char *longest = g_strnfill (600, 'x');
  g_autoptr (NbReport) long_one = build_report_for ("2021", longest, 2022, NULL, "");
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *single = NULL, *several = NULL, *cut = NULL;

  g_ptr_array_add (readings, nb_reading_new (one));
  single = nb_export_dup_name (readings, "Figures", "csv");
  g_ptr_array_add (readings, nb_reading_new (two));
  several = nb_export_dup_name (readings, "Figures", "csv");
  g_ptr_array_set_size (readings, 0);
  g_ptr_array_add (readings, nb_reading_new (long_one));
  cut = nb_export_dup_name (readings, "Figures", "csv");
  g_assert_nonnull (strstr (single, "2022"));
  g_assert_nonnull (strstr (several, "2023"));
  g_assert_cmpuint (strlen (cut), <, 256);
  for (char *const *name = (char *[]){ single, several, cut, NULL }; *name != NULL; name++)
    {
      g_assert_true (g_str_has_suffix (*name, ".csv"));
      g_assert_true (g_utf8_validate (*name, -1, NULL));
      g_assert_null (strpbrk (*name, "/\\:*?\"<>|\n"));
      g_assert_null (strstr (*name, "\u200e"));
      g_assert_cmpint ((*name)[0], !=, '.');
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/csv/head", test_head);
  g_test_add_func ("/nianbao/csv/entered", test_entered);
  g_test_add_func ("/nianbao/export/names", test_names);
  g_test_add_func ("/nianbao/csv/rows", test_rows);
  g_test_add_func ("/nianbao/csv/negative", test_negative);
  g_test_add_func ("/nianbao/wide-csv/cells", test_wide);
  g_test_add_func ("/nianbao/wide-csv/columns", test_wide_columns);
  g_test_add_func ("/nianbao/wide-csv/same-bytes", test_same_bytes);
  return g_test_run ();
}
