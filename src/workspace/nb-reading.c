/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * NbReading: a report with its findings, and the whole way from an input to it:
 *
 *   input ─ nb_source_load ─ nb_document_read ─ nb_report_recognise ─ nb_check_report ─ reading(s)
 *                          └ JSON of ours ─ nb_record_read ┘
 *
 * The way is synchronous and may be gone on any thread; nb_reading_open_async() goes it on a worker
 * of GLib's pool. A reading is made on one thread and never changes after it is handed over.
 */

#include "nb-reading-private.h"

#include <glib/gi18n-lib.h>

#include "base/nb-error.h"
#include "base/nb-fixed-list.h"
#include "base/nb-limits.h"
#include "check/nb-check.h"
#include "document/nb-record.h"
#include "nb-link-finder.h"
#include "nb-notebook.h"
#include "nb-opening.h"
#include "nb-recorded.h"

struct _NbReading
{
  GObject parent_instance;

  NbReport *report;     /* (owned) */
  GListModel *findings; /* (owned) of NbFinding */
  GHashTable *marks;    /* (owned) (nullable): NbFinding → NbReview */
};

G_DEFINE_FINAL_TYPE (NbReading, nb_reading, G_TYPE_OBJECT)

static void
nb_reading_finalize (GObject *object)
{
  NbReading *self = NB_READING (object);

  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_object (&self->findings);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (nb_reading_parent_class)->finalize (object);
}

static void
nb_reading_class_init (NbReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_reading_finalize;
}

static void
nb_reading_init (NbReading *self)
{
}

/* GIO and the library both know "cancelled"; callers should have to know one. */
static gboolean
is_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_clear_error (error);
  g_set_error_literal (error, NB_ERROR, NB_ERROR_CANCELLED, _ ("The opening was cancelled"));
  return TRUE;
}

/* Whether a page has the title of a report and nothing of it but an attachment, because it only leads there. */
static gboolean
only_leads (GPtrArray *reports)
{
  NbReport *report = g_ptr_array_index (reports, 0);
  GListModel *sections = nb_report_get_sections (report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);

      if (g_strcmp0 (nb_section_get_key (section), "appendix") != 0)
        return FALSE;
    }
  return reports->len == 1 && nb_report_get_form (report) == NULL &&
         g_list_model_get_n_items (nb_report_get_figures (report)) == 0;
}

/* Whom to tell how far the opening is. */
typedef struct
{
  NbReadingProgress progress; /* (nullable) */
  gpointer data;
} Teller;

static void
tell_step (const Teller *teller, NbReadingStep step)
{
  if (teller->progress != NULL)
    teller->progress (step, 0, -1, teller->data);
}

static void
loaded_cb (gint64 done, gint64 total, gpointer user_data)
{
  const Teller *teller = user_data;

  teller->progress (NB_READING_STEP_LOAD, done, total, teller->data);
}

static GPtrArray *
read_source (NbSource *source, const Teller *teller, GCancellable *cancellable, GError **error)
{
  g_autoptr (NbDocument) document = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) local = NULL;

  document = nb_document_read (source, cancellable, &local);
  if (g_error_matches (local, NB_ERROR, NB_ERROR_NO_TEXT))
    nb_link_finder_offer (source, TRUE, &local);
  if (document == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  tell_step (teller, NB_READING_STEP_RECOGNISE);
  reports = nb_report_recognise (document, cancellable, &local);
  if (reports != NULL && only_leads (reports))
    {
      local = g_error_new_literal (NB_ERROR, NB_ERROR_NOT_A_REPORT,
                                   _ ("this page names an annual report and does not hold it"));
      nb_link_finder_offer (source, TRUE, &local);
      if (nb_error_get_links (local) == NULL)
        g_clear_error (&local);
    }
  else if (reports == NULL && g_error_matches (local, NB_ERROR, NB_ERROR_NOT_A_REPORT))
    nb_link_finder_offer (source, FALSE, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  tell_step (teller, NB_READING_STEP_CHECK);
  readings = g_ptr_array_new_full (reports->len, g_object_unref);
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (readings, nb_reading_new (g_ptr_array_index (reports, i)));
  return g_steal_pointer (&readings);
}

/**
 * nb_reading_new:
 * @report: a report
 *
 * Checks @report.
 *
 * Returns: (transfer full): @report with its findings
 */
NbReading *
nb_reading_new (NbReport *report)
{
  NbReading *self = g_object_new (NB_TYPE_READING, NULL);

  self->report = g_object_ref (report);
  self->findings = nb_check_report (report, NB_CHECK_IDENTITIES);
  return self;
}

/**
 * nb_reading_new_with_findings:
 * @self: a reading
 * @findings: (element-type NbFinding): findings of its report
 *
 * Returns: (transfer full): the same report with @findings
 */
NbReading *
nb_reading_new_with_findings (NbReading *self, GListModel *findings)
{
  NbReading *other;

  g_return_val_if_fail (NB_IS_READING (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (findings), NULL);

  other = g_object_new (NB_TYPE_READING, NULL);
  other->report = g_object_ref (self->report);
  other->findings = g_object_ref (findings);
  return other;
}

/**
 * nb_reading_new_with_reviews:
 * @self: a reading
 * @marks: (element-type NbFinding NbReview): marks on its findings; not changed any more
 *
 * Returns: (transfer full): the same report and findings, with @marks
 */
NbReading *
nb_reading_new_with_reviews (NbReading *self, GHashTable *marks)
{
  NbReading *other = nb_reading_new_with_findings (self, self->findings);

  other->marks = g_hash_table_ref (marks);
  return other;
}

/**
 * nb_reading_get_review:
 * @self: a reading
 * @finding: one of its findings
 *
 * Returns: (transfer none) (nullable): the mark on it, where nb_notebook_apply() put one there
 */
const NbReview *
nb_reading_get_review (NbReading *self, NbFinding *finding)
{
  g_return_val_if_fail (NB_IS_READING (self), NULL);

  return self->marks != NULL ? g_hash_table_lookup (self->marks, finding) : NULL;
}

/**
 * nb_reading_has_entries:
 * @self: a reading
 *
 * Returns: whether numbers were keyed in for figures of its report
 */
gboolean
nb_reading_has_entries (NbReading *self)
{
  GListModel *figures;

  g_return_val_if_fail (NB_IS_READING (self), FALSE);

  figures = nb_report_get_figures (self->report);
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);

      if (nb_figure_get_entered (figure, NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * nb_reading_check:
 * @self: a reading
 *
 * Puts its report to every rule that needs no other report. Any thread.
 *
 * Returns: (transfer full): the same report with what was found
 */
NbReading *
nb_reading_check (NbReading *self)
{
  g_autoptr (GListModel) findings = NULL;

  g_return_val_if_fail (NB_IS_READING (self), NULL);

  findings = nb_check_report (self->report, NB_CHECK_ALL);
  return nb_reading_new_with_findings (self, findings);
}

/* @reports: those of the workspace, which may explain what was found in one of them alone. */
static NbReading *
add_findings (NbReading *self, GPtrArray *more, GPtrArray *reports)
{
  g_autoptr (GListModel) all = NULL;
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (self->findings, i);

      if (!nb_check_is_explained (finding, reports))
        g_ptr_array_add (findings, g_steal_pointer (&finding));
    }
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (findings, g_object_ref (g_ptr_array_index (more, i)));
  all = nb_fixed_list_new (NB_TYPE_FINDING, findings);
  return nb_reading_new_with_findings (self, all);
}

/**
 * nb_readings_check_workspace:
 * @readings: (element-type NbReading): every report of the workspace
 * @cancellable: (nullable): gives up; what was found until then is added
 *
 * Sets the reports against each other: the years of an organ, organs of a year. What another report explains is no finding
 * any more. Any thread.
 *
 * Returns: (transfer full) (element-type NbReading): the same reports in the same order, with the
 *   findings that they had and those of the workspace
 */
GPtrArray *
nb_readings_check_workspace (GPtrArray *readings, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *checked;

  g_return_val_if_fail (readings != NULL, NULL);

  for (guint i = 0; i < readings->len; i++)
    g_ptr_array_add (reports, nb_reading_get_report (readings->pdata[i]));
  found = nb_check_workspace (reports, cancellable);
  checked = g_ptr_array_new_full (readings->len, g_object_unref);
  for (guint i = 0; i < readings->len; i++)
    g_ptr_array_add (checked, add_findings (readings->pdata[i], found->pdata[i], reports));
  return checked;
}

/**
 * nb_workspace_size_add:
 * @self: what is kept already
 * @readings: (element-type NbReading): the reports of one more input
 * @error: %NB_ERROR_LIMIT where they are too many or too large
 *
 * Counts them in, unless that is more than a workspace holds.
 *
 * Returns: whether there is room
 */
gboolean
nb_workspace_size_add (NbWorkspaceSize *self, GPtrArray *readings, GError **error)
{
  guint64 n_bytes = 0;

  for (guint i = 0; i < readings->len; i++)
    {
      gsize length = 0;

      nb_document_get_text (nb_report_get_document (nb_reading_get_report (readings->pdata[i])),
                            &length);
      n_bytes += length;
    }
  if (self->n_reports + readings->len > NB_LIMIT_WORKSPACE_REPORTS ||
      self->n_bytes + n_bytes > NB_LIMIT_WORKSPACE_BYTES)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                   _ ("there are too many reports to be set against each other (limits %u reports, "
                      "%u MiB of text)"),
                   (guint) NB_LIMIT_WORKSPACE_REPORTS,
                   (guint) (NB_LIMIT_WORKSPACE_BYTES / (1024 * 1024)));
      return FALSE;
    }
  self->n_reports += readings->len;
  self->n_bytes += n_bytes;
  return TRUE;
}

/**
 * nb_reading_get_report:
 * @self: a reading
 *
 * Returns: (transfer none): the report
 */
NbReport *
nb_reading_get_report (NbReading *self)
{
  g_return_val_if_fail (NB_IS_READING (self), NULL);

  return self->report;
}

/**
 * nb_reading_get_findings:
 * @self: a reading
 *
 * Returns: (transfer none): the findings of the report alone, a list of NbFinding
 */
GListModel *
nb_reading_get_findings (NbReading *self)
{
  g_return_val_if_fail (NB_IS_READING (self), NULL);

  return self->findings;
}

/**
 * nb_reading_open:
 * @input: a path, a file:, http: or https: address, or "-" for standard input
 * @options: (nullable): how to load
 * @progress: (nullable): called from the calling thread, in the order of the steps
 * @progress_data: for @progress
 * @cancellable: (nullable): may be triggered from any thread
 * @error: %NB_ERROR of any code; %NB_ERROR_CANCELLED whatever stage was cancelled
 *
 * Loads, reads, recognises and checks one input. Blocks; any thread.
 *
 * Returns: (transfer full) (element-type NbReading): at least one, in the order of the source
 */
GPtrArray *
nb_reading_open (const char *input,
                 const NbSourceOptions *options,
                 NbReadingProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Teller teller = { progress, progress_data };
  g_autoptr (NbSource) source = NULL;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (is_cancelled (cancellable, error))
    return NULL;
  source = nb_source_load (input, options, progress != NULL ? loaded_cb : NULL, &teller,
                           cancellable, error);
  if (source == NULL)
    {
      is_cancelled (cancellable, error);
      return NULL;
    }
  return nb_reading_open_source_in_steps (source, progress, progress_data, cancellable, error);
}

/**
 * nb_reading_open_source_in_steps:
 * @source: a source that is loaded
 * @progress: (nullable): called from the calling thread, once at each step
 * @progress_data: for @progress
 * @cancellable: (nullable): may be triggered from any thread
 * @error: as nb_reading_open()
 *
 * nb_reading_open_source() that tells how far it is. Blocks; any thread.
 *
 * Returns: (transfer full) (element-type NbReading): at least one, in the order of the source
 */
GPtrArray *
nb_reading_open_source_in_steps (NbSource *source,
                                 NbReadingProgress progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GError **error)
{
  const Teller teller = { progress, progress_data };
  g_autoptr (GPtrArray) readings = NULL;

  if (is_cancelled (cancellable, error))
    return NULL;
  tell_step (&teller, NB_READING_STEP_READ);
  readings = nb_record_is_file (source) ? nb_recorded_open (source, cancellable, error)
                                        : read_source (source, &teller, cancellable, error);
  if (is_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&readings);
}

/**
 * nb_reading_open_source:
 * @source: a source that is loaded
 * @cancellable: (nullable): may be triggered from any thread
 * @error: as nb_reading_open()
 *
 * The same for a source that is there already, as from the clipboard. Blocks; any thread.
 *
 * Returns: (transfer full) (element-type NbReading): at least one, in the order of the source
 */
GPtrArray *
nb_reading_open_source (NbSource *source, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (NB_IS_SOURCE (source), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return nb_reading_open_source_in_steps (source, NULL, NULL, cancellable, error);
}

/**
 * nb_reading_take_notes:
 * @self: a report as it was opened
 *
 * Puts what the user keyed in beside its figures, and it to every rule that needs no other report. What came with the report
 * itself, in JSON, stays where the user has keyed nothing into any figure of it. Any thread.
 *
 * Returns: (transfer full): the report with its findings
 */
NbReading *
nb_reading_take_notes (NbReading *self)
{
  NbNotebook *notebook = nb_notebook_get_default ();

  g_return_val_if_fail (NB_IS_READING (self), NULL);

  if (nb_reading_has_entries (self) &&
      !nb_notebook_has_entries (notebook, nb_reading_get_report (self)))
    return nb_reading_check (self);
  return nb_notebook_enter (notebook, self);
}

/* Makes them ready to be shown: each has what the user keyed in for it and is put to every rule that needs no other report,
 * and what a source is asked for sooner or later and takes long for a large one is worked out. */
static void
prepare (GPtrArray *readings)
{
  for (guint i = 0; readings != NULL && i < readings->len; i++)
    {
      g_autoptr (NbReading) self = g_steal_pointer (&readings->pdata[i]);

      nb_source_get_sha256 (nb_document_get_source (nb_report_get_document (self->report)));
      readings->pdata[i] = nb_reading_take_notes (self);
    }
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *readings = nb_opening_run (data, task, &error);

  prepare (readings);
  if (readings != NULL)
    g_task_return_pointer (task, readings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start_opening (NbOpening *opening,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, nb_reading_open_async);
  g_task_set_check_cancellable (task, FALSE); /* the finish function does, with our own error */
  g_task_set_task_data (task, opening, (GDestroyNotify) nb_opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * nb_reading_open_async:
 * @input: as nb_reading_open()
 * @options: (nullable): copied
 * @progress: (nullable): called on this thread, never after @callback and never after a cancel
 * @progress_data: for @progress; must live until @callback
 * @cancellable: (nullable): gives up; the result is then %NB_ERROR_CANCELLED even where it was ready
 * @callback: called on this thread's default main context
 * @user_data: for @callback
 *
 * Goes the way of nb_reading_open() on a worker thread. Any number may be under way at once.
 */
void
nb_reading_open_async (const char *input,
                       const NbSourceOptions *options,
                       NbReadingProgress progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (input != NULL);

  start_opening (nb_opening_new (input, options, progress, progress_data), cancellable, callback,
                 user_data);
}

/**
 * nb_reading_open_source_async:
 * @source: a source that is loaded, which the worker thread reads from now on
 * @progress: (nullable): as for nb_reading_open_async()
 * @progress_data: as for nb_reading_open_async()
 * @cancellable: (nullable): as for nb_reading_open_async()
 * @callback: as for nb_reading_open_async(); ends with nb_reading_open_finish()
 * @user_data: for @callback
 *
 * The same for what is there already, as from the clipboard.
 */
void
nb_reading_open_source_async (NbSource *source,
                              NbReadingProgress progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (NB_IS_SOURCE (source));

  start_opening (nb_opening_new_for_source (source, progress, progress_data), cancellable, callback,
                 user_data);
}

/**
 * nb_reading_open_finish:
 * @result: what the callback was given
 * @error: as nb_reading_open()
 *
 * Returns: (transfer full) (element-type NbReading): as nb_reading_open()
 */
GPtrArray *
nb_reading_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) readings = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, nb_reading_open_async), NULL);

  readings = g_task_propagate_pointer (G_TASK (result), error);
  if (is_cancelled (g_task_get_cancellable (G_TASK (result)), error))
    return NULL;
  return g_steal_pointer (&readings);
}
