/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A paper on a printer: the very pages that a PDF has, fitted to the sheet. The page setup and the settings
 * of the printer are kept while the program runs. Main thread only.
 */

#include "nb-print.h"

static GtkPrintSettings *settings; /* (owned) (nullable): as they were chosen last */
static GtkPageSetup *setup;        /* (owned) (nullable) */

/* The pages are A4; on any other sheet they are made to fit, in the middle. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, GPtrArray *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const NbDrawing *page = pages->pdata[number];
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (width / page->width, height / page->height);

  cairo_translate (cr, (width - page->width * scale) / 2, (height - page->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  nb_drawing_paint (page, cr);
}

static void
keep_choices (GtkPrintOperation *operation)
{
  g_set_object (&settings, gtk_print_operation_get_print_settings (operation));
  g_set_object (&setup, gtk_print_operation_get_default_page_setup (operation));
}

/**
 * nb_print_paper:
 * @paper: what to print
 * @parent: the window that the dialog belongs to
 * @action: whether to ask, to show a preview or to write a PDF
 * @path: (nullable): the file, where a PDF is written
 * @error: why it was not printed
 *
 * Prints a paper.
 *
 * Returns: whether nothing went wrong; the user may still have decided otherwise
 */
gboolean
nb_print_paper (const NbPaper *paper,
                GtkWindow *parent,
                GtkPrintOperationAction action,
                const char *path,
                GError **error)
{
  g_autoptr (GPtrArray) pages = nb_paper_set (paper, error);
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintOperationResult result;

  if (pages == NULL)
    return FALSE;
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_n_pages (operation, (int) pages->len);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, paper->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
  else
    {
      g_autoptr (GtkPageSetup) a4 = gtk_page_setup_new ();
      g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

      gtk_page_setup_set_paper_size (a4, size);
      gtk_print_operation_set_default_page_setup (operation, a4);
    }
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);
  result = gtk_print_operation_run (operation, action, parent, error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && path == NULL)
    keep_choices (operation);
  return result != GTK_PRINT_OPERATION_RESULT_ERROR;
}
