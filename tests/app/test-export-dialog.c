/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The export dialog and printing of the real window: every format of everything that can be exported is
 * written and previewed, the choice is kept, a failure leaves the dialog open, and what goes to a printer
 * is a PDF of the same pages. Skipped without a display. With NB_PRINT_PAGES=FOLDER those are kept.
 */

#include "nb-export-dialog.h"
#include "nb-export-preview.h"
#include "nb-print.h"
#include "nb-state-file.h"
#include "nb-window-compare.h"
#include "nb-window-export.h"

#include "fixture.h"
#include "wait.h"

static gboolean
is_done (gpointer dialog)
{
  return !nb_export_dialog_is_busy (dialog);
}

static NbExportDialog *
open_dialog (Fixture *fixture)
{
  NbExportDialog *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "export", NULL);
  dialog = NB_EXPORT_DIALOG (fixture_get_dialog (fixture));
  wait_until (is_done, dialog);
  return dialog;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
close_dialog (NbExportDialog *dialog)
{
  gpointer gone = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_until (is_gone, &gone);
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  static const NbExportWhat whats[] = { NB_EXPORT_FIGURES, NB_EXPORT_FINDINGS, NB_EXPORT_TEXT };
  NbExportDialog *dialog;

  fixture_open_sample (fixture, "yunxi-2024.html");
  dialog = open_dialog (fixture);
  fixture_assert_named (GTK_WIDGET (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      guint n_formats;
      const NbExportFormat *formats = nb_export_what_get_formats (whats[i], &n_formats);

      for (guint j = 0; j < n_formats; j++)
        {
          g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
          g_autofree char *path = g_build_filename (folder, "out", NULL);
          g_autofree char *text = NULL;
          gsize length = 0;
          gpointer gone;

          g_test_message ("%s %s", nb_export_what_get_id (whats[i]), formats[j].id);
          nb_export_dialog_choose (dialog, whats[i], formats[j].id);
          wait_until (is_done, dialog);
          gone = dialog;
          g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
          nb_export_dialog_save (dialog, path);
          wait_until (is_gone, &gone);
          g_assert_true (g_file_get_contents (path, &text, &length, NULL));
          g_assert_cmpuint (length, >, 100);
          g_unlink (path);
          g_rmdir (folder);
          dialog = open_dialog (fixture);
        }
    }
  close_dialog (dialog);
}

/* What a file of a format begins with. */
static const char *
get_start (const char *format)
{
  static const char *const starts[][2] = { { "csv", "\xef\xbb\xbf" }, { "xlsx", "PK" },
                                           { "json", "{" },           { "md", "# " },
                                           { "html", "<!DOCTYPE" },   { "pdf", "%PDF" },
                                           { "png", "\x89PNG" },      { "svg", "<?xml" } };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_equal (starts[i][0], format))
      return starts[i][1];
  return NULL;
}

static void
save_all (Fixture *fixture, NbExportWhat what, const char *told)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out", NULL);
  guint n_formats;
  const NbExportFormat *formats = nb_export_what_get_formats (what, &n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      NbExportDialog *dialog = open_dialog (fixture);
      gpointer gone = dialog;
      g_autofree char *text = NULL;

      g_test_message ("%s", formats[i].id);
      nb_export_dialog_choose (dialog, what, formats[i].id);
      wait_until (is_done, dialog);
      g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
      nb_export_dialog_save (dialog, path);
      wait_until (is_gone, &gone);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_nonnull (get_start (formats[i].id));
      g_assert_true (g_str_has_prefix (text, get_start (formats[i].id)));
      if (formats[i].is_text)
        g_assert_nonnull (strstr (text, told));
      g_unlink (path);
    }
  g_rmdir (folder);
}

/* A comparison and a chart in each of their formats, from the page that shows them. */
static void
test_comparison_formats (Fixture *fixture, gconstpointer data)
{
  NbAppItem *a = fixture_open_sample (fixture, "yunxi-2023.html");
  NbAppItem *b = fixture_open_sample (fixture, "yunxi-2024.html");

  nb_window_compare (fixture->window, a, b);
  fixture_settle (fixture);
  save_all (fixture, NB_EXPORT_COMPARISON, "13.2");
}

static void
test_chart_formats (Fixture *fixture, gconstpointer data)
{
  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "yunxi-2024.html");
  fixture_show_page (fixture, "charts");
  fixture_settle (fixture);
  save_all (fixture, NB_EXPORT_CHART, "214");
}

/* What will be in the file is seen before, and what was chosen comes again. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  NbExportDialog *dialog;

  fixture_open_sample (fixture, "yunxi-2024.html");
  dialog = open_dialog (fixture);
  nb_export_dialog_choose (dialog, NB_EXPORT_FIGURES, "csv");
  wait_until (is_done, dialog);
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "organ"));
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "value"));
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "number"));
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "-2024-Figures.csv"));
  nb_export_dialog_choose (dialog, NB_EXPORT_TEXT, "txt");
  wait_until (is_done, dialog);
  close_dialog (dialog);
  dialog = open_dialog (fixture);
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "-2024-Text.txt"));
  nb_export_dialog_choose (dialog, NB_EXPORT_FIGURES, "csv");
  close_dialog (dialog);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  NbExportDialog *dialog;

  fixture_open_sample (fixture, "yunxi-2024.html");
  dialog = open_dialog (fixture);
  nb_export_dialog_save (dialog, "nonexistent-folder/figures.csv");
  wait_until (is_done, dialog);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "nonexistent-folder"));
  g_assert_true (gtk_info_bar_get_revealed (
      GTK_INFO_BAR (fixture_find_type (GTK_WIDGET (dialog), GTK_TYPE_INFO_BAR))));
  close_dialog (dialog);
}

/* With NB_PRINT_PAGES=FOLDER what goes to the printer is kept there, to be looked at. */
static void
keep (const char *path, const char *name)
{
  const char *folder = g_getenv ("NB_PRINT_PAGES");
  g_autofree char *file = folder != NULL ? g_strdup_printf ("%s/%s.pdf", folder, name) : NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (file != NULL && g_file_get_contents (path, &text, &length, NULL))
    g_file_set_contents (file, text, (gssize) length, NULL);
}

static void
assert_pdf (NbPaper *paper, const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) pages = nb_paper_set (paper, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, >, 0);
  nb_print_paper (paper, NULL, GTK_PRINT_OPERATION_ACTION_EXPORT, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  keep (path, name);
  g_unlink (path);
}

static guint
count_tables (const NbPaper *paper)
{
  guint n = 0;

  for (guint i = 0; i < paper->blocks->len; i++)
    n += ((NbBlock *) paper->blocks->pdata[i])->kind == NB_BLOCK_TABLE;
  return n;
}

/* Each page prints what is seen on it. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "overview", "tables", "checks", "charts" };
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  NbAppItem *a = fixture_open_sample (fixture, "yunxi-2023.html");
  NbAppItem *b = fixture_open_sample (fixture, "yunxi-2024.html");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (NbPaper) paper = NULL;

      fixture_show_page (fixture, pages[i]);
      fixture_settle (fixture);
      paper = nb_window_export_dup_paper (fixture->window);
      assert_pdf (paper, path, pages[i]);
      /* The table that is shown, and no other. */
      if (g_str_equal (pages[i], "tables"))
        g_assert_cmpuint (count_tables (paper), ==, 2);
    }
  {
    NbComparePage *page = nb_window_compare (fixture->window, a, b);
    g_autoptr (NbPaper) paper = NULL;

    fixture_settle (fixture);
    g_assert_nonnull (nb_compare_page_get_comparison (page));
    paper = nb_window_export_dup_paper (fixture->window);
    g_assert_nonnull (strstr (paper->title, "2023"));
    g_assert_nonnull (strstr (paper->title, "2024"));
    assert_pdf (paper, path, "compare");
  }
  g_rmdir (folder);
}

/* A report read again takes the comparison away under the open dialog: told, and nothing to be saved. */
static void
test_comparison_gone (Fixture *fixture, gconstpointer data)
{
  NbAppItem *a = fixture_open_sample (fixture, "yunxi-2023.html");
  NbAppItem *b = fixture_open_sample (fixture, "yunxi-2024.html");
  NbComparePage *page = nb_window_compare (fixture->window, a, b);
  guint n_formats;
  const NbExportFormat *formats = nb_export_what_get_formats (NB_EXPORT_COMPARISON, &n_formats);
  NbExportDialog *dialog;

  fixture_settle (fixture);
  dialog = open_dialog (fixture);
  nb_export_dialog_choose (dialog, NB_EXPORT_COMPARISON, formats[0].id);
  wait_until (is_done, dialog);
  g_assert_null (fixture_find_label (GTK_WIDGET (dialog), "no longer there"));
  nb_compare_page_set_items (page, b, a);
  g_assert_null (nb_compare_page_get_comparison (page));
  nb_export_dialog_choose (dialog, NB_EXPORT_COMPARISON, formats[1].id);
  g_assert_false (nb_export_dialog_is_busy (dialog));
  g_assert_nonnull (fixture_find_label (GTK_WIDGET (dialog), "no longer there"));
  close_dialog (dialog);
}

static gboolean
close_late_cb (gpointer late)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  *(gboolean *) late = TRUE;
  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) != NULL)
      gtk_window_close (l->data);
  return G_SOURCE_REMOVE;
}

/* Who calls win.print over D-Bus has his answer while the dialog is open. */
static void
test_print_dialog (Fixture *fixture, gconstpointer data)
{
  gboolean late = FALSE;
  guint timer;

  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_show_page (fixture, "tables");
  timer = g_timeout_add_seconds (5, close_late_cb, &late);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "print", NULL);
  g_assert_false (late);
  g_source_remove (timer);
  fixture_settle (fixture);
  g_assert_nonnull (fixture_get_dialog (fixture));
  gtk_window_close (fixture_get_dialog (fixture));
  fixture_settle (fixture);
}

/* The page setup that was chosen is there in the next run. */
static void
test_page_setup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  g_autofree char *folder = nb_state_file_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "print", NULL);

  gtk_page_setup_set_paper_size (page, size);
  gtk_page_setup_set_orientation (page, GTK_PAGE_ORIENTATION_LANDSCAPE);
  nb_print_keep (NULL, page);
  nb_print_forget ();
  g_assert_nonnull (nb_print_get_page_setup ());
  g_assert_cmpint (gtk_page_setup_get_orientation (nb_print_get_page_setup ()), ==,
                   GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_assert_cmpstr (
      gtk_paper_size_get_name (gtk_page_setup_get_paper_size (nb_print_get_page_setup ())), ==,
      GTK_PAPER_NAME_A3);
  nb_print_forget ();
  g_unlink (path);
}

/* The head is no row, a line feed in quotes ends none, and the figure itself is seen. */
static void
test_preview_rows (Fixture *fixture, gconstpointer data)
{
  const char *text = "\xef\xbb\xbfuri,sha256,organ,label,value\r\n"
                     "a,b,X,\"new, \"\"all\"\"\",214\r\nc,d,Y,\"two\nlines\",7\r\n";
  g_autoptr (GPtrArray) rows = nb_export_preview_list_rows (text, strlen (text));
  static const char *const wanted[] = { "organ|label|value", "X|new, \"all\"|214",
                                        "Y|two lines|7" };

  g_assert_cmpuint (nb_export_preview_count_rows (text, strlen (text)), ==, 2);
  g_assert_cmpuint (nb_export_preview_count_rows ("", 0), ==, 0);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", rows->pdata[i]);

      g_assert_cmpstr (row, ==, wanted[i]);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/export-dialog/" name, Fixture, NULL, fixture_set_up, function,             \
              fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();

  ADD ("formats", test_formats);
  ADD ("comparison-formats", test_comparison_formats);
  ADD ("chart-formats", test_chart_formats);
  ADD ("preview", test_preview);
  ADD ("preview-rows", test_preview_rows);
  ADD ("page-setup", test_page_setup);
  ADD ("failure", test_failure);
  ADD ("comparison-gone", test_comparison_gone);
  ADD ("print", test_print);
  ADD ("print-dialog", test_print_dialog);
  return g_test_run ();
}
