/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people read: nothing of a document becomes markup (case-55), and a table goes on over pages. */

#include <poppler.h>
#include <string.h>

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "check/report-builder.h"
#include "export/nb-export.h"
#include "export/nb-paper.h"
#include "workspace/nb-reading-private.h"

static NbPaper *
build (void)
{
  NbPaper *paper = nb_paper_new ("<b>&<script>");

  nb_paper_add_heading (paper, 1, "<b>&<script>alert(1)</script>");
  nb_paper_add_fact (paper, "Organ", "=cmd|'/c calc'!A1");
  nb_paper_add_fact (paper, "Nothing", NULL);
  nb_paper_add_paragraph (paper, "# no heading, *not bold*, [no](link)");
  nb_paper_add_paragraph (paper, "1. no list");
  nb_paper_begin_words (paper);
  nb_paper_add_word (paper, NB_DIFF_EQUAL, FALSE, "received ");
  nb_paper_add_word (paper, NB_DIFF_REMOVED, TRUE, "96");
  nb_paper_add_word (paper, NB_DIFF_ADDED, TRUE, "118");
  return paper;
}

static void
test_html (void)
{
  g_autoptr (NbPaper) paper = build ();
  g_autoptr (GString) out = g_string_new (NULL);

  nb_paper_write_html (paper, out);
  g_assert_null (strstr (out->str, "<script"));
  g_assert_nonnull (strstr (out->str, "<title>&lt;b&gt;&amp;&lt;script&gt;</title>"));
  g_assert_nonnull (
      strstr (out->str, "received <del class=\"s\">96</del><ins class=\"s\">118</ins>"));
  g_assert_nonnull (strstr (out->str, "Content-Security-Policy"));
}

static void
test_md (void)
{
  g_autoptr (NbPaper) paper = build ();
  g_autoptr (GString) out = g_string_new (NULL);

  nb_paper_write_md (paper, out);
  g_assert_null (strstr (out->str, "<script"));
  g_assert_nonnull (strstr (out->str, "\\# no heading, \\*not bold\\*, \\[no\\](link)"));
  g_assert_nonnull (strstr (out->str, "1\\. no list"));
  g_assert_nonnull (strstr (out->str, "=cmd\\|'/c calc'!A1"));
}

static void
test_text (void)
{
  g_autoptr (NbPaper) paper = build ();
  g_autoptr (GString) out = g_string_new (NULL);

  nb_paper_write_text (paper, out);
  g_assert_nonnull (strstr (out->str, "received [-96-]{+118+}\n"));
  g_assert_null (strstr (out->str, "Nothing"));
}

static NbPaper *
build_rows (guint n_rows)
{
  NbPaper *paper = nb_paper_new ("Rows");

  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, "Item", FALSE);
  nb_paper_add_column (paper, "Value", TRUE);
  for (guint i = 0; i < n_rows; i++)
    {
      nb_paper_begin_row (paper);
      nb_paper_add_cell (paper, "a", NB_CELL_PLAIN);
      nb_paper_add_cell (paper, "1", NB_CELL_PLAIN);
    }
  return paper;
}

static guint
count_pages (const GString *pdf)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (pdf->str, pdf->len);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
  guint n;

  g_assert_no_error (error);
  n = (guint) poppler_document_get_n_pages (document);
  g_object_unref (document);
  return n;
}

static void
test_pdf (void)
{
  g_autoptr (NbPaper) paper = build_rows (120);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nb_paper_write_pdf (paper, out, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (out->str, "%PDF-"));
  g_assert_cmpuint (count_pages (out), >=, 3);
}

/* However many columns of numbers there are, each has a width, and so has the column of names. */
static void
test_many_columns (void)
{
  g_autoptr (NbPaper) paper = nb_paper_new ("Wide");
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;
  double last = -1;

  nb_paper_begin_table (paper);
  nb_paper_add_column (paper, "Name", FALSE);
  for (guint i = 0; i < 60; i++)
    nb_paper_add_column (paper, "1234567", TRUE);
  nb_paper_begin_row (paper);
  nb_paper_add_cell (paper, "A name of several words", NB_CELL_PLAIN);
  for (guint i = 0; i < 60; i++)
    nb_paper_add_cell (paper, "1234567", NB_CELL_PLAIN);
  pages = nb_paper_set (paper, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ((NbDrawing *) pages->pdata[0])->items->len; i++)
    {
      const NbDraw *item = &g_array_index (((NbDrawing *) pages->pdata[0])->items, NbDraw, i);

      if (item->kind != NB_DRAW_TEXT || item->anchor != NB_ANCHOR_END || item->size > 8)
        continue;
      g_assert_cmpfloat (item->x, >, 0);
      g_assert_cmpfloat (item->x, <=, 595.28 - 45);
      last = MAX (last, item->x);
    }
  g_assert_cmpfloat (last, >, 400);
}

static void
test_limit_pages (void)
{
  g_autoptr (NbPaper) paper = nb_paper_new ("Pages");
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= NB_LIMIT_PAPER_PAGES; i++)
    nb_paper_add_heading (paper, 1, "A page of its own");
  g_assert_false (nb_paper_write_pdf (paper, out, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_LIMIT);
  g_assert_cmpuint (out->len, ==, 0);
}

static int
find_page (GPtrArray *pages, const char *text)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const NbDrawing *page = pages->pdata[i];

      for (guint j = 0; j < page->items->len; j++)
        if (g_strcmp0 (g_array_index (page->items, NbDraw, j).text, text) == 0)
          return (int) i;
    }
  return -1;
}

/* However far down the page they begin, headings stay with each other and with what they are of. */
static void
test_headings (void)
{
  for (guint n = 30; n < 70; n++)
    {
      g_autoptr (NbPaper) paper = nb_paper_new ("Title");
      g_autoptr (GPtrArray) pages = NULL;

      for (guint i = 0; i < n; i++)
        nb_paper_add_paragraph (paper, "A line.");
      nb_paper_add_heading (paper, 2, "Above");
      nb_paper_add_heading (paper, 3, "Below");
      nb_paper_begin_table (paper);
      nb_paper_add_column (paper, "Head", FALSE);
      nb_paper_begin_row (paper);
      nb_paper_add_cell (paper, "First cell", NB_CELL_PLAIN);
      pages = nb_paper_set (paper, NULL);
      g_assert_cmpint (find_page (pages, "Above"), >=, 0);
      g_assert_cmpint (find_page (pages, "Above"), ==, find_page (pages, "Below"));
      g_assert_cmpint (find_page (pages, "Below"), ==, find_page (pages, "First cell"));
    }
}

/* What is signed at the foot of a table never stands on a page without a row of it. */
static void
test_foot (void)
{
  for (guint n = 1; n < 90; n++)
    {
      g_autoptr (NbPaper) paper = nb_paper_new ("Title");
      g_autoptr (GPtrArray) pages = NULL;

      nb_paper_begin_table (paper);
      nb_paper_add_column (paper, "Head", FALSE);
      for (guint i = 0; i < n; i++)
        {
          nb_paper_begin_row (paper);
          nb_paper_add_cell (paper, i + 1 < n ? "Cell" : "Last cell", NB_CELL_PLAIN);
        }
      nb_paper_add_paragraph (paper, "What holds.");
      nb_paper_add_paragraph (paper, "");
      nb_paper_add_paragraph (paper, "Signed");
      pages = nb_paper_set (paper, NULL);
      g_assert_cmpint (find_page (pages, "Signed"), ==, (int) pages->len - 1);
      g_assert_cmpint (find_page (pages, "Last cell"), ==, (int) pages->len - 1);
    }
}

/* The gravest finding first, what is open last. */
static void
test_findings (void)
{
  static const char *const grades[] = { "| error |", "| against the law |", "| warning |",
                                        "| hint |",  "| information |",     ", undecided |" };
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NbReport) report = build_report_for (
      "2021", "Invented", 2023, "本机关收到申请5件。",
      "new_received.natural_person=3 new_received.total=2 closed_total.total= rules_issued= "
      "disclosed_full.total=1");
  g_autoptr (NbPaper) paper = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  guint last = 0, n = 0, n_grades = 0;

  g_ptr_array_add (readings, nb_reading_new (report));
  paper = nb_report_dup_paper (readings);
  nb_paper_write_md (paper, text);
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (grades); j++)
      {
        const char *found = strstr (lines[i], grades[j]);

        if (found == NULL || found > lines[i] + 24)
          continue;
        g_assert_cmpuint (j, >=, last);
        n_grades += j > last || n == 0;
        last = j;
        n++;
      }
  g_assert_cmpuint (n, >, 2);
  g_assert_cmpuint (n_grades, >, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/paper/html", test_html);
  g_test_add_func ("/nianbao/paper/md", test_md);
  g_test_add_func ("/nianbao/paper/text", test_text);
  g_test_add_func ("/nianbao/paper/pdf", test_pdf);
  g_test_add_func ("/nianbao/paper/many-columns", test_many_columns);
  g_test_add_func ("/nianbao/paper/headings", test_headings);
  g_test_add_func ("/nianbao/paper/foot", test_foot);
  g_test_add_func ("/nianbao/paper/findings", test_findings);
  g_test_add_func ("/nianbao/paper/limit-pages", test_limit_pages);
  return g_test_run ();
}
