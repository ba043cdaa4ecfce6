/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The actions of the window that take something away: to a file, as a picture, on paper. Files are written at once or
 * not at all; a toast says what was written and leads to its folder.
 */

#include "nb-window-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/nb-error.h"
#include "export/nb-export.h"
#include "export/nb-chart-export.h"
#include "export/nb-comparison-export.h"
#include "nb-charts-page.h"
#include "nb-export-dialog.h"
#include "nb-print.h"
#include "nb-tables-page.h"
#include "nb-window-compare.h"
#include "workspace/nb-notebook.h"

static void
add_filter (GtkFileChooser *chooser, const char *name)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_filter_add_suffix (filter, "svg");
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (chooser, filter);
}

static const NbChart *
get_chart (NbWindow *window)
{
  NbShell *shell = nb_window_get_shell (window);
  NbPage *page = shell != NULL ? nb_shell_get_page (shell) : NULL;

  return NB_IS_CHARTS_PAGE (page)
             ? nb_chart_view_get_chart (nb_charts_page_get_view (NB_CHARTS_PAGE (page)))
             : NULL;
}

typedef struct
{
  NbDrawing *drawing; /* (owned) */
  char *path;         /* (owned) */
} Picture;

static void
picture_free (Picture *picture)
{
  nb_drawing_free (picture->drawing);
  g_free (picture->path);
  g_free (picture);
}

static GBytes *
encode (const Picture *picture, GError **error)
{
  const char *dot = strrchr (picture->path, '.');
  GString *svg;

  if (dot != NULL && g_ascii_strcasecmp (dot, ".png") == 0)
    return nb_drawing_to_png (picture->drawing, 2, error);
  if (dot != NULL && g_ascii_strcasecmp (dot, ".pdf") == 0)
    return nb_drawing_to_pdf (picture->drawing, error);
  if (dot != NULL && g_ascii_strcasecmp (dot, ".svg") == 0)
    {
      svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      nb_drawing_write_svg (picture->drawing, svg);
      return g_string_free_to_bytes (svg);
    }
  g_set_error (
      error, NB_ERROR, NB_ERROR_UNSUPPORTED,
      _ ("“%s” is no picture that can be written: the name must end in .png, .svg or .pdf"),
      picture->path);
  return NULL;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Picture *picture = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = encode (picture, &error);

  if (bytes != NULL && nb_export_to_file (picture->path, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * nb_window_export_chart_to:
 * @window: a window that shows a chart
 * @path: a file that ends in .png, .svg or .pdf
 * @callback: what to call when it is there
 * @user_data: for @callback
 *
 * Writes the chart that is shown: laid out here, painted and written on another thread.
 */
void
nb_window_export_chart_to (NbWindow *window,
                           const char *path,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  NbPage *page = nb_shell_get_page (nb_window_get_shell (window));
  g_autoptr (GTask) task = g_task_new (window, NULL, callback, user_data);
  Picture *picture;

  g_return_if_fail (get_chart (window) != NULL);

  picture = g_new0 (Picture, 1);
  picture->drawing = nb_chart_view_draw (nb_charts_page_get_view (NB_CHARTS_PAGE (page)));
  picture->path = g_strdup (path);
  g_task_set_task_data (task, picture, (GDestroyNotify) picture_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * nb_window_export_chart_finish:
 * @window: a window
 * @result: what the callback was given
 * @error: why it was not written
 *
 * Returns: whether the chart was written
 */
gboolean
nb_window_export_chart_finish (NbWindow *window, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, window), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The folder of a file that was just written. */
static void
show_folder_cb (NbWindow *window, AdwToast *toast)
{
  gtk_show_uri (GTK_WINDOW (window), g_object_get_data (G_OBJECT (toast), "nb-folder"),
                GDK_CURRENT_TIME);
}

/**
 * nb_window_export_tell:
 * @window: a window
 * @path: a file that was written
 *
 * Says so, and offers to show its folder.
 */
void
nb_window_export_tell (NbWindow *window, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_strdup_printf (_ ("“%s” written"), name);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Open _Folder"));
  g_object_set_data_full (G_OBJECT (toast), "nb-folder", g_filename_to_uri (folder, NULL, NULL),
                          g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_folder_cb), window,
                           G_CONNECT_SWAPPED);
  nb_window_add_toast (window, toast);
}

static void
chart_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Picture *picture = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (nb_window_export_chart_finish (NB_WINDOW (source), result, &error))
    nb_window_export_tell (NB_WINDOW (source), picture->path);
  else
    nb_window_tell (NB_WINDOW (source), error->message);
}

static void
response_cb (NbWindow *window, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                               : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_set_data (G_OBJECT (window), "nb-chart-chooser", NULL);
  if (path != NULL && get_chart (window) != NULL)
    nb_window_export_chart_to (window, path, chart_written_cb, NULL);
}

static void
export_chart_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const NbChart *chart = get_chart (user_data);
  GtkFileChooserNative *native;
  GtkFileChooser *chooser;
  g_autofree char *name = NULL;

  if (chart == NULL)
    {
      g_action_group_activate_action (user_data, "show-page", g_variant_new_string ("charts"));
      return;
    }
  native = gtk_file_chooser_native_new (_ ("Export Chart"), user_data, GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Export"), _ ("_Cancel"));
  chooser = GTK_FILE_CHOOSER (native);
  name = nb_export_dup_name (chart->readings, chart->title, "png");
  gtk_file_chooser_set_current_name (chooser, name);
  add_filter (chooser, _ ("Pictures (.png, .svg, .pdf)"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), user_data,
                           G_CONNECT_SWAPPED);
  /* Nobody else holds it while it is open. */
  g_object_set_data_full (user_data, "nb-chart-chooser", native, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (nb_window_get_shell (user_data) != NULL)
    gtk_window_present (GTK_WINDOW (nb_export_dialog_new (user_data)));
}

/* The table that is seen, as a list of cells or as the law prints it. */
static NbTableModel *
get_table (NbTablesPage *page)
{
  NbFormView *form = nb_tables_page_get_form_view (page);

  return gtk_widget_get_mapped (GTK_WIDGET (form))
             ? nb_form_view_get_table (form)
             : nb_table_view_get_table (nb_tables_page_get_view (page));
}

/**
 * nb_window_export_dup_paper:
 * @window: a window that shows a report
 *
 * Returns: (transfer full): what is seen, for paper: a comparison, a chart, a table, the check sheet, or the report
 */
NbPaper *
nb_window_export_dup_paper (NbWindow *window)
{
  NbComparePage *compare = nb_window_get_compare_page (window);
  NbPage *page = nb_shell_get_page (nb_window_get_shell (window));
  NbTableModel *table;
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (NbReading) reading = NULL;

  if (compare != NULL && nb_compare_page_get_comparison (compare) != NULL)
    return nb_comparison_dup_paper (nb_compare_page_get_comparison (compare), FALSE);
  if (get_chart (window) != NULL)
    {
      NbChart whole = *get_chart (window);

      whole.brief = FALSE;
      return nb_chart_dup_paper (&whole);
    }
  table = NB_IS_TABLES_PAGE (page) ? get_table (NB_TABLES_PAGE (page)) : NULL;
  reading = nb_app_item_dup_checked (nb_window_get_item (window));
  if (table != NULL && nb_table_model_get_table (table) != NULL)
    return nb_report_dup_table_paper (nb_reading_get_report (reading),
                                      nb_table_model_get_table (table));
  g_ptr_array_add (readings, nb_notebook_apply (nb_notebook_get_default (), reading));
  if (g_str_equal (nb_shell_get_page_name (nb_window_get_shell (window)), "checks"))
    return nb_check_sheet_dup_paper (readings);
  return nb_report_dup_paper (readings);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (NbPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  if (nb_window_get_shell (user_data) == NULL)
    return;
  paper = nb_window_export_dup_paper (user_data);
  if (!nb_print_paper (paper, user_data, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, &error))
    nb_window_tell (user_data, error->message);
}

static const GActionEntry actions[] = {
  { .name = "export", .activate = export_cb },
  { .name = "export-chart", .activate = export_chart_cb },
  { .name = "print", .activate = print_cb },
};

/**
 * nb_window_export_add_actions:
 * @window: a window
 */
void
nb_window_export_add_actions (NbWindow *window)
{
  g_return_if_fail (NB_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

/**
 * nb_window_export_update_actions:
 * @window: a window
 *
 * Says which of the actions make sense now.
 */
void
nb_window_export_update_actions (NbWindow *window)
{
  NbAppItem *item = nb_window_get_item (window);
  gboolean shown = item != NULL && nb_app_item_get_reading (item) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), actions[i].name)),
        shown);
}
