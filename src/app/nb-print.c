/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A paper on a printer: the very pages that a PDF has, fitted to the sheet. The page setup and the settings
 * of the printer are kept, from one run of the program to the next. Main thread only.
 */

#include "nb-print.h"

#include "nb-state-file.h"

#define GROUP_SETTINGS "settings"
#define GROUP_SETUP    "page"

static NbStateFile *file;          /* (owned) (nullable): where they are kept */
static GtkPrintSettings *settings; /* (owned) (nullable): as they were chosen last */
static GtkPageSetup *setup;        /* (owned) (nullable) */

/* What was chosen in the last run; what cannot be read is as if nothing had been. */
static void
load_choices (void)
{
  g_autoptr (GKeyFile) state = NULL;

  if (file != NULL)
    return;
  file = nb_state_file_new ("print");
  state = nb_state_file_load (file);
  if (state == NULL)
    return;
  if (g_key_file_has_group (state, GROUP_SETTINGS))
    settings = gtk_print_settings_new_from_key_file (state, GROUP_SETTINGS, NULL);
  if (g_key_file_has_group (state, GROUP_SETUP))
    setup = gtk_page_setup_new_from_key_file (state, GROUP_SETUP, NULL);
}

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

/**
 * nb_print_keep:
 * @chosen: (nullable): settings of the printer
 * @page: (nullable): a page setup
 *
 * Keeps them for the next print, also of another run.
 */
void
nb_print_keep (GtkPrintSettings *chosen, GtkPageSetup *page)
{
  g_autoptr (GKeyFile) state = g_key_file_new ();

  load_choices ();
  g_set_object (&settings, chosen);
  g_set_object (&setup, page);
  if (chosen != NULL)
    gtk_print_settings_to_key_file (chosen, state, GROUP_SETTINGS);
  if (page != NULL)
    gtk_page_setup_to_key_file (page, state, GROUP_SETUP);
  nb_state_file_save (file, state);
  nb_state_file_flush (file);
}

/**
 * nb_print_forget:
 *
 * Lets go of what is kept in memory, as the end of the program does.
 */
void
nb_print_forget (void)
{
  g_clear_object (&file);
  g_clear_object (&settings);
  g_clear_object (&setup);
}

/**
 * nb_print_get_page_setup:
 *
 * Returns: (transfer none) (nullable): the page setup that was chosen last
 */
GtkPageSetup *
nb_print_get_page_setup (void)
{
  load_choices ();
  return setup;
}

static void
keep_choices (GtkPrintOperation *operation)
{
  nb_print_keep (gtk_print_operation_get_print_settings (operation),
                 gtk_print_operation_get_default_page_setup (operation));
}

/* The dialog does not wait: whoever called over D-Bus has his answer, and the program can be left. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *parent)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep_choices (operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    gtk_widget_activate_action (parent, "win.tell", "s", error->message);
}

static void
unref_pages (gpointer pages, GClosure *closure)
{
  g_ptr_array_unref (pages);
}

/**
 * nb_print_paper:
 * @paper: what to print
 * @parent: (nullable): the window that the dialog belongs to, and that tells what goes wrong after; needed where one is
 *   asked
 * @action: whether to ask, to show a preview or to write a PDF
 * @path: (nullable): the file, where a PDF is written
 * @error: why it was not printed
 *
 * Prints a paper.
 *
 * Returns: whether nothing went wrong so far; a dialog may still be open, and the user may decide otherwise
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

  if (pages == NULL)
    return FALSE;
  load_choices ();
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
  else
    {
      gtk_print_operation_set_allow_async (operation, TRUE);
      g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
    }
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_ptr_array_ref (pages),
                         unref_pages, 0);
  return gtk_print_operation_run (operation, action, parent, error) !=
         GTK_PRINT_OPERATION_RESULT_ERROR;
}
