/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one dialog of all exports: what, which reports, which format, its options, and the first lines of
 * what will be in the file. All of it is written in memory on a worker thread after each choice, so that
 * the preview is the file itself; saving only puts it on the disk. The choice is kept.
 */

#include "nb-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-charts-page.h"
#include "nb-export-preview.h"
#include "nb-settings.h"
#include "nb-ui-text.h"
#include "nb-window-compare.h"
#include "nb-window-export.h"
#include "export/nb-export.h"

enum
{
  PREVIEW_CHARS = 26, /* of a cell of the preview, at most */
};

/* Which reports. */
typedef enum
{
  SCOPE_SHOWN,
  SCOPE_ORGAN,
  SCOPE_ALL,
  N_SCOPES,
} Scope;

static const char *const scope_ids[] = { "shown", "organ", "all", NULL };

struct _NbExportDialog
{
  AdwWindow parent_instance;

  AdwComboRow *what_row;
  AdwComboRow *scope_row;
  AdwComboRow *format_row;
  GtkWidget *options;
  GtkSwitch *bom;
  GtkLabel *preview;
  GtkGrid *preview_rows;
  GtkLabel *size;
  GtkLabel *name;
  GtkWidget *export_button;
  GtkSpinner *spinner;
  GtkInfoBar *bar;
  GtkLabel *message;

  NbWindow *window;              /* the parent, borrowed */
  GArray *whats;                 /* (owned) (element-type NbExportWhat): what there is to export */
  NbExportJob job;               /* its readings and comparison are owned */
  GBytes *bytes;                 /* (owned) (nullable): what will be in the file */
  GCancellable *running;         /* (owned) (nullable): of what is being written */
  GtkFileChooserNative *chooser; /* (owned) (nullable): while it is open */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NbExportDialog, nb_export_dialog, ADW_TYPE_WINDOW)

/* --- What there is --- */

static const NbChart *
find_chart (NbExportDialog *self)
{
  NbPage *page = nb_shell_get_page (nb_window_get_shell (self->window));

  return NB_IS_CHARTS_PAGE (page)
             ? nb_chart_view_get_chart (nb_charts_page_get_view (NB_CHARTS_PAGE (page)))
             : NULL;
}

static NbComparison *
find_comparison (NbExportDialog *self)
{
  NbComparePage *page = nb_window_get_compare_page (self->window);

  return page != NULL ? nb_compare_page_get_comparison (page) : NULL;
}

static gboolean
is_of_scope (NbExportDialog *self, NbAppItem *item, Scope scope)
{
  NbAppItem *shown = nb_window_get_item (self->window);

  if (nb_app_item_get_reading (item) == NULL)
    return FALSE;
  if (scope == SCOPE_SHOWN)
    return item == shown;
  return scope == SCOPE_ALL || (shown != NULL && g_strcmp0 (nb_app_item_get_sort_key (item),
                                                            nb_app_item_get_sort_key (shown)) == 0);
}

/* Each with the findings that the window shows. */
static GPtrArray *
list_readings (NbExportDialog *self, Scope scope)
{
  GListModel *items = nb_session_get_items (nb_window_get_session (self->window));
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      if (is_of_scope (self, item, scope))
        g_ptr_array_add (readings, nb_app_item_dup_checked (item));
    }
  return readings;
}

/* --- Writing --- */

static void
job_free (NbExportJob *job)
{
  nb_export_job_clear (job);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const NbExportJob *job = task_data;
  GString *out = g_string_new (NULL);
  GError *error = NULL;

  if (nb_export_job_write (job, out, &error))
    {
      g_task_return_pointer (task, g_string_free_to_bytes (out), (GDestroyNotify) g_bytes_unref);
      return;
    }
  g_string_free (out, TRUE);
  g_task_return_error (task, error);
}

static void
tell (NbExportDialog *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_info_bar_set_revealed (self->bar, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), text != NULL);
}

static void
set_busy (NbExportDialog *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->export_button, !busy && self->bytes != NULL);
}

static guint
count_lines (const char *text, gsize length)
{
  guint n = 0;

  for (const char *p = memchr (text, '\n', length); p != NULL;
       p = memchr (p + 1, '\n', (gsize) (text + length - p - 1)))
    n++;
  return n;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "-0123456789.")] == '\0';
}

/* Han takes two places. */
static int
count_places (const char *text)
{
  int n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return n;
}

/* The first rows of a table stand in columns; a number at the right of its own. */
static void
show_rows (NbExportDialog *self, const char *data, gsize length)
{
  g_autoptr (GPtrArray) rows = nb_export_preview_list_rows (data, length);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->preview_rows))) != NULL)
    gtk_grid_remove (self->preview_rows, child);
  for (guint y = 0; y < rows->len; y++)
    for (char **cell = rows->pdata[y]; *cell != NULL; cell++)
      {
        GtkWidget *label = gtk_label_new (*cell);

        gtk_label_set_xalign (GTK_LABEL (label), y > 0 && is_number (*cell) ? 1 : 0);
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        gtk_label_set_width_chars (GTK_LABEL (label), MIN (count_places (*cell), PREVIEW_CHARS));
        gtk_label_set_max_width_chars (GTK_LABEL (label), PREVIEW_CHARS);
        gtk_widget_add_css_class (label, y == 0 ? "caption-heading" : "caption");
        gtk_widget_add_css_class (label, "numeric");
        nb_ui_mark_han (GTK_LABEL (label));
        gtk_grid_attach (self->preview_rows, label, (int) (cell - (char **) rows->pdata[y]),
                         (int) y, 1, 1);
      }
}

static void
show_bytes (NbExportDialog *self)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (self->bytes, &length);
  g_autofree char *bytes = g_format_size (length);
  g_autofree char *size = NULL;
  g_autofree char *preview = NULL;
  g_autofree char *name = nb_export_job_dup_name (&self->job);

  if (self->job.format->is_text)
    {
      gboolean is_table = self->job.format->has_bom;
      guint n = is_table ? nb_export_preview_count_rows (data, length) : count_lines (data, length);

      /* Translators: rows of a table without its head, the size of the file */
      size = is_table
                 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row, %s", "%u rows, %s", n),
                                    n, bytes)
                 /* Translators: lines of a file, its size */
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line, %s", "%u lines, %s", n),
                                    n, bytes);
      if (is_table)
        show_rows (self, data, length);
      else
        preview = nb_export_preview_dup_lines (data, length);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->preview_rows),
                          self->job.format->is_text && self->job.format->has_bom);
  gtk_widget_set_visible (GTK_WIDGET (self->preview),
                          !gtk_widget_get_visible (GTK_WIDGET (self->preview_rows)));
  gtk_label_set_text (self->size, size != NULL ? size : bytes);
  gtk_label_set_text (self->preview, preview != NULL
                                         ? preview
                                         : _ ("This format cannot be shown here; it is complete."));
  gtk_label_set_text (self->name, name);
  tell (self, NULL);
}

static void
show_failure (NbExportDialog *self, const char *why)
{
  gtk_label_set_text (self->preview, "");
  gtk_widget_set_visible (GTK_WIDGET (self->preview_rows), FALSE);
  gtk_label_set_text (self->size, "");
  tell (self, why);
}

static void
take_result (NbExportDialog *self, GBytes *bytes, const GError *error)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  if (bytes != NULL)
    show_bytes (self);
  else
    show_failure (self, error->message);
  set_busy (self, FALSE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NbExportDialog *self = NB_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      return;
    }
  g_clear_object (&self->running);
  take_result (self, bytes, error);
}

static void
keep_choice (NbExportDialog *self)
{
  GSettings *settings = nb_settings_get ();

  if (settings == NULL)
    return;
  g_settings_set_string (settings, "export-what", nb_export_what_get_id (self->job.what));
  g_settings_set_string (settings, "export-format", self->job.format->id);
  g_settings_set_string (settings, "export-reports",
                         scope_ids[adw_combo_row_get_selected (self->scope_row) % N_SCOPES]);
  g_settings_set_boolean (settings, "export-bom", gtk_switch_get_active (self->bom));
}

static NbExportWhat
get_what (NbExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->what_row);

  return selected < self->whats->len ? g_array_index (self->whats, NbExportWhat, selected)
                                     : NB_EXPORT_FIGURES;
}

static void
fill_job (NbExportDialog *self)
{
  guint n_formats, selected = adw_combo_row_get_selected (self->format_row);
  const NbExportFormat *formats;

  nb_export_job_clear (&self->job);
  self->job.what = get_what (self);
  formats = nb_export_what_get_formats (self->job.what, &n_formats);
  self->job.format = &formats[selected < n_formats ? selected : 0];
  self->job.bom = gtk_switch_get_active (self->bom);
  self->job.readings = list_readings (self, self->job.what == NB_EXPORT_COMPARISON
                                                ? SCOPE_SHOWN
                                                : adw_combo_row_get_selected (self->scope_row));
  if (self->job.what == NB_EXPORT_COMPARISON)
    g_set_object (&self->job.comparison, find_comparison (self));
  if (self->job.what == NB_EXPORT_CHART)
    self->job.chart = find_chart (self);
  if (self->job.chart == NULL)
    return;
  g_ptr_array_unref (self->job.readings);
  self->job.readings = g_ptr_array_ref (self->job.chart->readings);
}

/* What was there when the dialog opened may be gone: a watched file that is read again drops both. */
static const char *
find_lack (NbExportDialog *self)
{
  if (self->job.what == NB_EXPORT_COMPARISON && self->job.comparison == NULL)
    return _ (
        "The comparison is no longer there: a report has changed. Close this and export again.");
  if (self->job.what == NB_EXPORT_CHART && self->job.chart == NULL)
    return _ ("The chart is no longer there. Close this and export again.");
  return NULL;
}

static void
rewrite (NbExportDialog *self)
{
  const char *lack;
  g_autoptr (GTask) task = NULL;
  NbExportJob *job;

  if (self->filling)
    return;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  fill_job (self);
  keep_choice (self);
  gtk_widget_set_visible (self->options, self->job.format->has_bom);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row), _ (self->job.format->hint));
  lack = find_lack (self);
  if (lack != NULL)
    {
      show_failure (self, lack);
      set_busy (self, FALSE);
      return;
    }
  set_busy (self, TRUE);
  job = g_new0 (NbExportJob, 1);
  job->what = self->job.what;
  job->format = self->job.format;
  job->bom = self->job.bom;
  job->chart = self->job.chart;
  job->readings = g_ptr_array_ref (self->job.readings);
  g_set_object (&job->comparison, self->job.comparison);
  nb_export_job_prepare (job);
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, written_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* --- Choosing --- */

static void
fill_formats (NbExportDialog *self, const char *wanted)
{
  guint n_formats, selected = 0;
  const NbExportFormat *formats = nb_export_what_get_formats (get_what (self), &n_formats);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean filling = self->filling;

  for (guint i = 0; i < n_formats; i++)
    {
      gtk_string_list_append (names, _ (formats[i].label));
      if (g_strcmp0 (formats[i].id, wanted) == 0)
        selected = i;
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->format_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_row), get_what (self) != NB_EXPORT_COMPARISON &&
                                                            get_what (self) != NB_EXPORT_CHART);
  self->filling = filling;
}

static void
what_cb (NbExportDialog *self)
{
  if (self->filling)
    return;
  fill_formats (self, self->job.format != NULL ? self->job.format->id : NULL);
  rewrite (self);
}

static void
fill_whats (NbExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (NbExportWhat i = 0; i < NB_EXPORT_N_WHAT; i++)
    {
      if ((i == NB_EXPORT_CHART && find_chart (self) == NULL) ||
          (i == NB_EXPORT_COMPARISON && find_comparison (self) == NULL))
        continue;
      g_array_append_val (self->whats, i);
      gtk_string_list_append (names, nb_export_what_get_label (i));
    }
  adw_combo_row_set_model (self->what_row, G_LIST_MODEL (names));
}

static void
fill_scopes (NbExportDialog *self)
{
  static const char *const names[] = { N_ ("This report"), N_ ("All years of this organ (%u)"),
                                       N_ ("All open reports (%u)") };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (Scope i = 0; i < N_SCOPES; i++)
    {
      g_autoptr (GPtrArray) readings = list_readings (self, i);
      g_autoptr (GString) name = g_string_new (_ (names[i]));
      g_autofree char *number = g_strdup_printf ("%u", readings->len);

      g_string_replace (name, "%u", number, 0);
      gtk_string_list_append (list, name->str);
    }
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (list));
}

/* What is seen is what is wanted; else what was exported last. */
static void
restore_choice (NbExportDialog *self)
{
  GSettings *settings = nb_settings_get ();
  g_autofree char *what = settings != NULL ? g_settings_get_string (settings, "export-what") : NULL;
  g_autofree char *format = settings != NULL ? g_settings_get_string (settings, "export-format")
                                             : NULL;
  g_autofree char *scope = settings != NULL ? g_settings_get_string (settings, "export-reports")
                                            : NULL;
  NbExportWhat seen = find_comparison (self) != NULL ? NB_EXPORT_COMPARISON
                      : find_chart (self) != NULL    ? NB_EXPORT_CHART
                                                     : NB_EXPORT_N_WHAT;

  for (guint i = 0; i < self->whats->len; i++)
    {
      NbExportWhat other = g_array_index (self->whats, NbExportWhat, i);

      if (other == seen ||
          (seen == NB_EXPORT_N_WHAT && g_strcmp0 (nb_export_what_get_id (other), what) == 0))
        adw_combo_row_set_selected (self->what_row, i);
    }
  for (guint i = 0; i < N_SCOPES; i++)
    if (g_strcmp0 (scope_ids[i], scope) == 0)
      adw_combo_row_set_selected (self->scope_row, i);
  if (settings != NULL)
    gtk_switch_set_active (self->bom, g_settings_get_boolean (settings, "export-bom"));
  fill_formats (self, format);
}

/* --- Saving --- */

typedef struct
{
  GBytes *bytes;
  char *path;
} Saving;

static void
saving_free (Saving *saving)
{
  g_bytes_unref (saving->bytes);
  g_free (saving->path);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;

  if (nb_export_to_file (saving->path, g_bytes_get_data (saving->bytes, NULL),
                         g_bytes_get_size (saving->bytes), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NbExportDialog *self = NB_EXPORT_DIALOG (source);
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_clear_object (&self->running);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      nb_window_export_tell (self->window, saving->path);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  set_busy (self, FALSE);
  text = g_strdup_printf (_ ("“%s” was not written: %s"), saving->path, error->message);
  tell (self, text);
}

static void
response_cb (NbExportDialog *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser))
                               : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    nb_export_dialog_save (self, path);
}

static void
export_cb (NbExportDialog *self)
{
  if (self->bytes == NULL || self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (
      _ ("Export"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser),
                                     gtk_label_get_text (self->name));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_cb (NbExportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
nb_export_dialog_dispose (GObject *object)
{
  NbExportDialog *self = NB_EXPORT_DIALOG (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->chooser);
  nb_export_job_clear (&self->job);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->whats, g_array_unref);

  G_OBJECT_CLASS (nb_export_dialog_parent_class)->dispose (object);
}

static void
nb_export_dialog_class_init (NbExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/nianbao/Nianbao/ui/nb-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, options);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, bom);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, preview_rows);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, NbExportDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, what_cb);
  gtk_widget_class_bind_template_callback (widget_class, rewrite);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nb_export_dialog_init (NbExportDialog *self)
{
  self->whats = g_array_new (FALSE, FALSE, sizeof (NbExportWhat));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nb_export_dialog_new:
 * @window: a window that shows a report
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
nb_export_dialog_new (NbWindow *window)
{
  NbExportDialog *self = g_object_new (NB_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);

  self->window = window;
  fill_whats (self);
  fill_scopes (self);
  restore_choice (self);
  self->filling = FALSE;
  rewrite (self);
  return GTK_WIDGET (self);
}

/**
 * nb_export_dialog_choose:
 * @self: a dialog
 * @what: what to export
 * @format: id of the format
 *
 * Chooses, as the user does.
 */
void
nb_export_dialog_choose (NbExportDialog *self, NbExportWhat what, const char *format)
{
  g_return_if_fail (NB_IS_EXPORT_DIALOG (self));

  self->filling = TRUE;
  for (guint i = 0; i < self->whats->len; i++)
    if (g_array_index (self->whats, NbExportWhat, i) == what)
      adw_combo_row_set_selected (self->what_row, i);
  fill_formats (self, format);
  self->filling = FALSE;
  rewrite (self);
}

/**
 * nb_export_dialog_is_busy:
 * @self: a dialog
 *
 * Returns: whether something is being written
 */
gboolean
nb_export_dialog_is_busy (NbExportDialog *self)
{
  g_return_val_if_fail (NB_IS_EXPORT_DIALOG (self), FALSE);
  return self->running != NULL;
}

/**
 * nb_export_dialog_save:
 * @self: a dialog that is not busy
 * @path: a file
 *
 * Puts what was written into a file and closes, or stays and says why not.
 */
void
nb_export_dialog_save (NbExportDialog *self, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (NB_IS_EXPORT_DIALOG (self));

  if (self->bytes == NULL || self->running != NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->bytes = g_bytes_ref (self->bytes);
  saving->path = g_strdup (path);
  self->running = g_cancellable_new ();
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  set_busy (self, TRUE);
  g_task_run_in_thread (task, save_in_thread);
}
