/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The check sheet of one report and of many: what stands on it, and that it fits its paper. */

#include <string.h>

#include "base/nb-limits.h"
#include "check/nb-check.h"
#include "export/nb-export.h"
#include "workspace/nb-notebook.h"

static GPtrArray *
read_samples (const char *const *names)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", names[i],
                                                     NULL);
      g_autoptr (GPtrArray) opened = nb_reading_open (path, NULL, NULL, NULL, NULL, NULL);

      g_assert_nonnull (opened);
      g_ptr_array_add (readings, nb_reading_check (opened->pdata[0]));
    }
  return nb_readings_check_workspace (readings, NULL);
}

static char *
write_html (GPtrArray *readings)
{
  g_autoptr (NbPaper) paper = nb_check_sheet_dup_paper (readings);
  GString *out = g_string_new (NULL);

  nb_paper_write_html (paper, out);
  return g_string_free (out, FALSE);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  while ((text = strstr (text, word)) != NULL)
    {
      n++;
      text += strlen (word);
    }
  return n;
}

static void
assert_has (const char *text, const char *word)
{
  if (strstr (text, word) == NULL)
    g_error ("“%s” is not in: %s", word, text);
}

static void
test_one (void)
{
  static const char *const names[] = { "yunxi-2024.html", NULL };
  g_autoptr (GPtrArray) readings = read_samples (names);
  g_autofree char *html = write_html (readings);

  assert_has (html, "Check Sheet of an Annual Report");
  assert_has (html, "2024 · 2021 form");
  assert_has (html,
              "200 cells: 195 numbers, 4 blank or filled with a sign, 1 unreadable, 0 missing");
  assert_has (html, "error 2 · against the law 1 · warning 1 · hint 1 · 5 findings in all");
  assert_has (html, "35 + 6 + 1 + 1 + 2 + 1 ≠ 64");
  assert_has (html, "64 → 46");
  assert_has (html, "follows from it: T3-02");
  /* What holds and what is open stand below, not among the findings. */
  assert_has (html, "Relations that hold: T3-01 (7), T3-02 (2), T3-03 (21), T4-01 (3).");
  assert_has (html, "cannot be read: T3-02 (4), T3-03 (3).");
  assert_has (html, "Checked by:");
  g_assert_null (strstr (html, "Cannot be decided yet"));
}

static void
test_none (void)
{
  static const char *const names[] = { "yunxi-ziran-2024.html", NULL };
  g_autoptr (GPtrArray) readings = read_samples (names);
  g_autofree char *html = write_html (readings);

  assert_has (html, "No findings.");
  assert_has (html, "Relations that hold: ");
  assert_has (html, "Checked by:");
}

static void
test_many (void)
{
  static const char *const names[] = { "yunxi-2023.html", "yunxi-2024.html",
                                       "yunxi-ziran-2024.html", NULL };
  g_autoptr (GPtrArray) readings = read_samples (names);
  g_autofree char *html = write_html (readings);

  assert_has (html, "Check Sheet of 3 Annual Reports");
  assert_has (html, ">X-01</th>");
  assert_has (html, ">A-01</th>");
  assert_has (html, "<td class=\"l\">Requests carried in differ from last year’s report</td>");
  /* Reports without findings are in the overview and have no sheet of its own. */
  g_assert_cmpuint (count (html, "Check Sheet of an Annual Report"), ==, 1);
  g_assert_cmpuint (count (html, "<h1>"), ==, 2);
}

static void
test_review (void)
{
  static const char *const names[] = { "yunxi-2024.html", NULL };
  g_autoptr (GPtrArray) readings = read_samples (names);
  g_autofree char *folder = g_dir_make_tmp ("nianbao-sheet-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "not", "written", NULL);
  g_autoptr (NbNotebook) notebook = nb_notebook_new (below);
  GListModel *findings = nb_reading_get_findings (readings->pdata[0]);
  g_autoptr (NbFinding) finding = g_list_model_get_item (findings, 0);
  g_autofree char *html = NULL;

  nb_notebook_set_review (notebook, finding, NB_REVIEW_EXPLAINED, "told to <them>");
  g_ptr_array_insert (readings, 0, nb_notebook_apply (notebook, readings->pdata[0]));
  g_ptr_array_remove_index (readings, 1);
  html = write_html (readings);
  assert_has (html, "Explained: told to &lt;them&gt;");
  assert_has (html, "1 of them reviewed");
}

/* Everything is inside the margins: a page that is too narrow loses what matters. */
static void
test_pdf (void)
{
  static const char *const names[] = { "yunxi-2024.html", NULL };
  g_autoptr (GPtrArray) readings = read_samples (names);
  g_autoptr (NbPaper) paper = nb_check_sheet_dup_paper (readings);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  nb_paper_write_pdf (paper, out, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (out->str, "%PDF-"));
}

static void
test_xlsx (void)
{
  static const char *const names[] = { "yunxi-2023.html", "yunxi-2024.html", NULL };
  g_autoptr (GPtrArray) readings = read_samples (names);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) again = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  nb_check_sheet_write_xlsx (readings, out, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (out->str, "PK"));
  nb_check_sheet_write_xlsx (readings, again, &error);
  g_assert_cmpmem (out->str, out->len, again->str, again->len);
}

/* More reports than have a sheet each: the overview has them all, and says so. */
static void
test_limit (void)
{
  static const char *const names[] = { "yunxi-2024.html", NULL };
  g_autoptr (GPtrArray) one = read_samples (names);
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autofree char *html = NULL;

  for (guint i = 0; i < NB_LIMIT_CHECK_SHEETS + 1; i++)
    g_ptr_array_add (readings, one->pdata[0]);
  html = write_html (readings);
  g_assert_cmpuint (count (html, "Check Sheet of an Annual Report"), ==, NB_LIMIT_CHECK_SHEETS);
  assert_has (html, "501 reports have findings; the first 500 have a sheet here.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/check-sheet/one", test_one);
  g_test_add_func ("/nianbao/check-sheet/none", test_none);
  g_test_add_func ("/nianbao/check-sheet/many", test_many);
  g_test_add_func ("/nianbao/check-sheet/review", test_review);
  g_test_add_func ("/nianbao/check-sheet/pdf", test_pdf);
  g_test_add_func ("/nianbao/check-sheet/xlsx", test_xlsx);
  g_test_add_func ("/nianbao/check-sheet/limit", test_limit);
  return g_test_run ();
}
