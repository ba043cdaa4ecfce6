/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of a CSV row: quoting, and text that must not become a formula (case-54, case-60). */

#include <locale.h>

#include "export/nb-csv-row.h"

typedef void (*AddCell) (NbCsvRow *row, const char *text);

static void
assert_cell (AddCell add, const char *text, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);
  NbCsvRow row;

  nb_csv_row_begin (&row, out);
  add (&row, text);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_formula_guard (void)
{
  static const char *const cases[][2] = {
    { "=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1" },
    { "@SUM(1)", "'@SUM(1)" },
    { "+1", "'+1" },
    { "-1+2", "'-1+2" },
    { "\t=1", "'\t=1" },
    { "\r=1", "\"'\r=1\"" },
    { "=\"a\",1", "\"'=\"\"a\"\",1\"" },
    { "＝1", "'＝1" },
    { "＋1", "'＋1" },
    { "－1", "'－1" },
    { "＠1", "'＠1" },
    { "1=1", "1=1" },
    { "某县人民政府", "某县人民政府" },
    { "", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_cell (nb_csv_row_text, cases[i][0], cases[i][1]);
}

static void
test_raw_numbers (void)
{
  static const char *const cases[][2] = {
    { "-12", "-12" },    { "+3", "+3" },
    { "-0.5", "-0.5" },  { "-", "-" },
    { "——", "——" },      { "+5/-3", "'+5/-3" },
    { "-1+2", "'-1+2" }, { "=1", "'=1" },
    { "--", "--" },      { "－－", "－－" },
    { "-－1", "'-－1" },  { "-\t", "'-\t" },
    { "+-1", "'+-1" },   { "41,375", "\"41,375\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_cell (nb_csv_row_raw, cases[i][0], cases[i][1]);
}

static void
test_quoting (void)
{
  assert_cell (nb_csv_row_text, "a,b", "\"a,b\"");
  assert_cell (nb_csv_row_text, "a\nb", "\"a\nb\"");
  assert_cell (nb_csv_row_text, "a\"b", "\"a\"\"b\"");
  assert_cell (nb_csv_row_text, "a\xff", "a\xef\xbf\xbd");
}

static void
test_row (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  NbCsvRow row;

  nb_csv_row_begin (&row, out);
  nb_csv_row_name (&row, "-name");
  nb_csv_row_decimal (&row, (NbDecimal){ -12, 0 });
  nb_csv_row_decimal (&row, (NbDecimal){ 212236, 2 });
  nb_csv_row_count (&row, 0);
  nb_csv_row_place (&row, 0);
  nb_csv_row_place (&row, 7);
  nb_csv_row_empty (&row);
  nb_csv_row_end (&row);
  g_assert_cmpstr (out->str, ==, "-name,-12,2122.36,0,,7,\r\n");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/csv-row/case-54", test_formula_guard);
  g_test_add_func ("/nianbao/csv-row/raw-numbers", test_raw_numbers);
  g_test_add_func ("/nianbao/csv-row/case-60", test_quoting);
  g_test_add_func ("/nianbao/csv-row/row", test_row);
  return g_test_run ();
}
