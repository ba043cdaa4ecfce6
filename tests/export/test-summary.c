/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The summary for people. */

#include <locale.h>
#include <string.h>

#include "check/report-builder.h"
#include "export/nb-export.h"
#include "workspace/nb-reading-private.h"

static char *
summarise (const char *form, const char *cells)
{
  g_autoptr (NbReport) report = build_report (form, cells);
  g_autoptr (NbReading) reading = nb_reading_new (report);
  GString *out = g_string_new (NULL);

  nb_summary_write (out, reading);
  return g_string_free (out, FALSE);
}

/* The line of @text that begins with @start, its runs of spaces folded. */
static char *
find_line (const char *text, const char *start)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (lines[i]), " ", -1);
      GString *line = g_string_new (NULL);

      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0')
          g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[j]);
      if (g_str_has_prefix (line->str, start))
        return g_string_free (line, FALSE);
      g_string_free (line, TRUE);
    }
  return g_strdup ("");
}

static void
assert_line (const char *text, const char *start, const char *expected)
{
  g_autofree char *line = find_line (text, start);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_report (void)
{
  g_autofree char *text = summarise (
      "2021", "new_received.total=5 new_received.natural_person=4 "
              "closed_total.total= admin_fee_amount=2122.36万元 rules_issued=~");
  g_autofree char *finding = g_strdup_printf (
      "error T3-03 The applicants do not add up to the total · %s",
      nb_form_find_role (nb_forms_find ("2021"), "requests.received")->row->label_en);

  g_assert_true (g_str_has_prefix (text, "Invented \"County\"\n\n"));
  assert_line (text, "Organ", "Organ =Invented, County (government)");
  assert_line (text, "Year", "Year 2022");
  assert_line (text, "Period", "Period 2022-01-01 – 2022-12-31");
  assert_line (text, "Source", "Source =test.txt");
  assert_line (text, "Signed", "");
  assert_line (text, "1 Overview", "1 Overview 24 characters");
  assert_line (text, "T2", "");
  g_assert_nonnull (strstr (text, "number 1, zero 8, missing 1\n"));
  g_assert_nonnull (strstr (text, "2122.36 × 10,000 yuan\n"));
  g_assert_nonnull (strstr (text, " 5 items\n"));
  assert_line (text, "error T3-03", finding);
  g_assert_nonnull (strstr (text, "\n    4 + 0 + 0 + 0 + 0 + 0 ≠ 5\n"));
}

/* Numbers stand below each other, whatever the width and the length of the labels. */
static void
test_columns (void)
{
  g_autofree char *text = summarise ("2014", "");
  g_auto (GStrv) lines = g_strsplit (strstr (text, "Key figures\n"), "\n", -1);

  for (guint i = 1; *lines[i] != '\0'; i++)
    {
      const char *zero = strstr (lines[i], " 0 ");

      g_assert_nonnull (zero);
      g_assert_cmpint (g_utf8_pointer_to_offset (lines[i], zero), ==, 76);
    }
}

/* The gravest come first, their names are whole, and no line is empty. */
static void
test_findings (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html", NULL);
  g_autoptr (GPtrArray) readings = nb_reading_open (path, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (NbReading) checked = nb_reading_check (readings->pdata[0]);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *error, *law, *warning, *hint;

  nb_summary_write (out, checked);
  error = strstr (out->str, "\n  error ");
  law = strstr (out->str, "\n  against the law  ");
  warning = strstr (out->str, "\n  warning ");
  hint = strstr (out->str, "\n  hint ");
  g_assert_true (error != NULL && law != NULL && warning != NULL && hint != NULL);
  g_assert_true (error < law && law < warning && warning < hint);
  g_assert_null (strstr (law, "\n  error "));
  g_assert_null (strstr (out->str, "    \n"));
}

static void
test_no_form (void)
{
  g_autofree char *text = summarise (NULL, "ext:a=1 ext:b=2");

  assert_line (text, "Form", "Form not recognised");
  assert_line (text, "2 figures", "2 figures that the form does not have");
  assert_line (text, "none", "none");
  g_assert_null (strstr (text, "Key figures"));
}

static void
test_chinese_labels (void)
{
  g_autofree char *text = NULL;

  if (setlocale (LC_ALL, "C.UTF-8") == NULL)
    {
      g_test_skip ("no locale");
      return;
    }
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  text = summarise ("2021", "");
  g_unsetenv ("LANGUAGE");
  g_assert_nonnull (
      strstr (text, nb_form_find_role (nb_forms_find ("2021"), "licences")->label_zh));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/summary/report", test_report);
  g_test_add_func ("/nianbao/summary/columns", test_columns);
  g_test_add_func ("/nianbao/summary/findings", test_findings);
  g_test_add_func ("/nianbao/summary/no-form", test_no_form);
  g_test_add_func ("/nianbao/summary/chinese-labels", test_chinese_labels);
  return g_test_run ();
}
