/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The check sheet from the window: of the report that is shown, or of all that are open. The user chooses
 * the file, whose suffix is the format; it is made on a worker thread and told when it is there.
 */

#include "nb-window-check.h"

#include <glib/gi18n-lib.h>

#include "export/nb-export.h"
#include "workspace/nb-notebook.h"

typedef struct
{
  GPtrArray *readings; /* (owned) of NbReading */
  char *path;          /* (owned) */
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_ptr_array_unref (sheet->readings);
  g_free (sheet->path);
  g_free (sheet);
}

static gboolean
has_suffix (const char *path, const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, suffix);
}

static gboolean
write_sheet (const Sheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) reviewed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (NbPaper) paper = NULL;

  for (guint i = 0; i < sheet->readings->len; i++)
    g_ptr_array_add (reviewed,
                     nb_notebook_apply (nb_notebook_get_default (), sheet->readings->pdata[i]));
  if (has_suffix (sheet->path, ".xlsx"))
    {
      if (!nb_check_sheet_write_xlsx (reviewed, out, error))
        return FALSE;
    }
  else
    {
      paper = nb_check_sheet_dup_paper (reviewed);
      if (has_suffix (sheet->path, ".html") || has_suffix (sheet->path, ".htm"))
        nb_paper_write_html (paper, out);
      else if (!nb_paper_write_pdf (paper, out, error))
        return FALSE;
    }
  return nb_export_to_file (sheet->path, out->str, out->len, error);
}

static void
sheet_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_sheet (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const Sheet *sheet = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_filename_display_basename (sheet->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is a file that was written. */
    text = g_strdup_printf (_ ("Saved as %s"), name);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup_printf (_ ("Not saved: %s"), error->message);
  if (text != NULL)
    nb_window_tell (NB_WINDOW (source), text);
}

/**
 * nb_window_check_save:
 * @window: a window
 * @readings: (element-type NbReading): reports
 * @path: (type filename): where to; ends with .pdf, .html or .xlsx
 *
 * Writes the check sheet of the reports, and tells when it is there.
 */
void
nb_window_check_save (NbWindow *window, GPtrArray *readings, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Sheet *sheet;

  g_return_if_fail (NB_IS_WINDOW (window));
  g_return_if_fail (path != NULL);

  task = g_task_new (window, nb_window_get_cancellable (window), saved_cb, NULL);
  sheet = g_new0 (Sheet, 1);
  sheet->readings = g_ptr_array_ref (readings);
  sheet->path = g_strdup (path);
  g_task_set_task_data (task, sheet, sheet_free);
  g_task_run_in_thread (task, sheet_thread);
}

/* --- Which reports, and where to --- */

static GPtrArray *
list_readings (NbWindow *window, gboolean all)
{
  GListModel *items = nb_session_get_items (nb_window_get_session (window));
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);
      NbReading *reading = nb_app_item_get_reading (item);

      if (reading != NULL && (all || item == nb_window_get_item (window)))
        g_ptr_array_add (readings, g_object_ref (reading));
    }
  return readings;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  NbWindow *window = user_data;
  GPtrArray *readings = g_object_get_data (G_OBJECT (dialog), "nb-readings");
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
    }
  /* Nothing is added to the name: whether that file may be replaced has been asked of this one. */
  if (path != NULL && !has_suffix (path, ".pdf") && !has_suffix (path, ".html") &&
      !has_suffix (path, ".htm") && !has_suffix (path, ".xlsx"))
    {
      nb_window_tell (window, _ ("Not saved: the name must end with .pdf, .html or .xlsx"));
      g_clear_pointer (&path, g_free);
    }
  else if (path != NULL)
    nb_window_check_save (window, readings, path);
  else if (response == GTK_RESPONSE_ACCEPT)
    nb_window_tell (window, _ ("Not saved: this place is no folder of this computer"));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* The end of the name says the format. */
static char *
dup_file_name (GPtrArray *readings)
{
  NbReport *report = nb_reading_get_report (readings->pdata[0]);
  const char *organ = nb_report_get_organ (report);
  char *name;

  if (readings->len > 1)
    return g_strdup_printf ("%s.pdf", _ ("Check sheet"));
  name = g_strdup_printf ("%s %s %u.pdf", _ ("Check sheet"), organ != NULL ? organ : "",
                          nb_report_get_year (report));
  return g_strdelimit (name, "/", '-');
}

static void
choose_file (NbWindow *window, GPtrArray *readings)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save the Check Sheet (.pdf, .html or .xlsx)"), GTK_WINDOW (window),
      GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = dup_file_name (readings);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), "nb-readings", g_ptr_array_ref (readings),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
check_sheet_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gboolean all = g_str_equal (g_action_get_name (G_ACTION (action)), "check-sheet-all");
  g_autoptr (GPtrArray) readings = list_readings (user_data, all);

  if (readings->len > 0)
    choose_file (user_data, readings);
}

/* --- Cells of other reports --- */

static NbAppItem *
find_item (NbWindow *window, const char *sha256, guint part)
{
  GListModel *items = nb_session_get_items (nb_window_get_session (window));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);
      NbReport *report = nb_app_item_get_report (item);

      if (report != NULL && nb_report_get_part (report) == part &&
          g_strcmp0 (
              nb_source_get_sha256 (nb_document_get_source (nb_report_get_document (report))),
              sha256) == 0)
        return item; /* the model keeps it */
    }
  return NULL;
}

/* Goes to a cell of any report that is open: what a finding holds against this one. */
static void
show_cell_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NbWindow *window = user_data;
  const char *sha256, *id;
  guint part;
  NbAppItem *item;

  g_variant_get (parameter, "(&su&s)", &sha256, &part, &id);
  item = find_item (window, sha256, part);
  if (item == NULL)
    {
      nb_window_tell (window, _ ("That report is not open any more"));
      return;
    }
  nb_window_set_item (window, item);
  nb_app_item_set_figure (item, nb_report_find_figure (nb_app_item_get_report (item), id));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "tables");
}

static const GActionEntry actions[] = {
  { .name = "show-cell", .activate = show_cell_cb, .parameter_type = "(sus)" },
  { .name = "check-sheet", .activate = check_sheet_cb },
  { .name = "check-sheet-all", .activate = check_sheet_cb },
};

/**
 * nb_window_check_add_actions:
 * @window: a window
 */
void
nb_window_check_add_actions (NbWindow *window)
{
  g_return_if_fail (NB_IS_WINDOW (window));
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

/**
 * nb_window_check_update_actions:
 * @window: a window
 *
 * Says which of the actions make sense now.
 */
void
nb_window_check_update_actions (NbWindow *window)
{
  NbAppItem *item = nb_window_get_item (window);
  GListModel *items = nb_session_get_items (nb_window_get_session (window));
  GAction *one = g_action_map_lookup_action (G_ACTION_MAP (window), "check-sheet");
  GAction *all = g_action_map_lookup_action (G_ACTION_MAP (window), "check-sheet-all");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (one),
                               item != NULL && nb_app_item_get_reading (item) != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (all), g_list_model_get_n_items (items) > 1);
}
