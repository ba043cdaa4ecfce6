/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One asynchronous opening: its arguments, copied, and its progress.
 *
 *   worker thread                                  thread of the task
 *   load → report_progress_cb → numbers, mutex →   at most one idle → the caller's callback
 *
 * The worker only stores the newest numbers, so that a fast source cannot flood the main loop. No
 * progress arrives after the result, nor after the caller cancelled. The task owns the opening, and
 * an idle under way owns a reference to the task.
 */

#include "nb-opening.h"

struct _NbOpening
{
  char *input;   /* (owned) */
  char *charset; /* (owned) (nullable) */
  NbSourceOptions options;
  NbProgress progress; /* (nullable) */
  gpointer progress_data;
  GTask *task; /* the owner, while running */

  GMutex mutex; /* guards what follows */
  gint64 done;
  gint64 total;
  gboolean is_pending;
};

static gboolean
tell_progress_cb (gpointer data)
{
  GTask *task = data;
  NbOpening *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  gint64 done, total;

  g_mutex_lock (&self->mutex);
  done = self->done;
  total = self->total;
  self->is_pending = FALSE;
  g_mutex_unlock (&self->mutex);

  if (!g_task_get_completed (task) && !g_cancellable_is_cancelled (cancellable))
    self->progress (done, total, self->progress_data);
  return G_SOURCE_REMOVE;
}

static void
report_progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  NbOpening *self = user_data;
  gboolean was_pending;

  g_mutex_lock (&self->mutex);
  self->done = done;
  self->total = total;
  was_pending = self->is_pending;
  self->is_pending = TRUE;
  g_mutex_unlock (&self->mutex);

  if (!was_pending)
    {
      g_autoptr (GSource) idle = g_idle_source_new ();

      g_source_set_static_name (idle, "nb-opening-progress");
      g_source_set_callback (idle, tell_progress_cb, g_object_ref (self->task), g_object_unref);
      g_source_attach (idle, g_task_get_context (self->task));
    }
}

/**
 * nb_opening_new:
 * @input: a path, an address or "-"
 * @options: (nullable): how to load; copied
 * @progress: (nullable): called on the thread of the task
 * @progress_data: for @progress
 *
 * Returns: (transfer full): an opening, for a task to own
 */
NbOpening *
nb_opening_new (const char *input,
                const NbSourceOptions *options,
                NbProgress progress,
                gpointer progress_data)
{
  NbOpening *self = g_new0 (NbOpening, 1);

  self->input = g_strdup (input);
  if (options != NULL)
    {
      self->options = *options;
      self->charset = g_strdup (options->charset);
      self->options.charset = self->charset;
    }
  self->progress = progress;
  self->progress_data = progress_data;
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * nb_opening_free:
 * @self: (transfer full): an opening that does not run
 */
void
nb_opening_free (NbOpening *self)
{
  g_mutex_clear (&self->mutex);
  g_free (self->input);
  g_free (self->charset);
  g_free (self);
}

/**
 * nb_opening_run:
 * @self: an opening
 * @task: the task that owns it
 * @error: as nb_reading_open()
 *
 * Opens the input, on the calling thread.
 *
 * Returns: (transfer full) (element-type NbReading): as nb_reading_open()
 */
GPtrArray *
nb_opening_run (NbOpening *self, GTask *task, GError **error)
{
  self->task = task;
  return nb_reading_open (self->input, &self->options,
                          self->progress != NULL ? report_progress_cb : NULL, self,
                          g_task_get_cancellable (task), error);
}
