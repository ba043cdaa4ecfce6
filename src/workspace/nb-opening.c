/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One asynchronous opening: its arguments, copied, and its progress.
 *
 *   worker thread                                  thread of the task
 *   step → report_progress_cb → numbers, mutex →   at most one idle → the caller's callback
 *
 * The worker only stores the newest numbers, so that a fast source cannot flood the main loop. No
 * progress arrives after the result, nor after the caller cancelled. The task owns the opening, and
 * an idle under way owns a reference to the task.
 */

#include "nb-opening.h"

#include "nb-reading-private.h"

struct _NbOpening
{
  NbSource *source; /* (owned) (nullable): what is loaded already */
  char *input;      /* (owned) (nullable): else where it is */
  char *charset;    /* (owned) (nullable) */
  NbSourceOptions options;
  NbReadingProgress progress; /* (nullable) */
  gpointer progress_data;
  GTask *task; /* the owner, while running */

  GMutex mutex; /* guards what follows */
  NbReadingStep step;
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
  NbReadingStep step;
  gint64 done, total;

  g_mutex_lock (&self->mutex);
  step = self->step;
  done = self->done;
  total = self->total;
  self->is_pending = FALSE;
  g_mutex_unlock (&self->mutex);

  if (!g_task_get_completed (task) && !g_cancellable_is_cancelled (cancellable))
    self->progress (step, done, total, self->progress_data);
  return G_SOURCE_REMOVE;
}

static void
report_progress_cb (NbReadingStep step, gint64 done, gint64 total, gpointer user_data)
{
  NbOpening *self = user_data;
  gboolean was_pending;

  g_mutex_lock (&self->mutex);
  self->step = step;
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

static NbOpening *
create_opening (NbReadingProgress progress, gpointer progress_data)
{
  NbOpening *self = g_new0 (NbOpening, 1);

  self->progress = progress;
  self->progress_data = progress_data;
  g_mutex_init (&self->mutex);
  return self;
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
                NbReadingProgress progress,
                gpointer progress_data)
{
  NbOpening *self = create_opening (progress, progress_data);

  self->input = g_strdup (input);
  if (options != NULL)
    {
      self->options = *options;
      self->charset = g_strdup (options->charset);
      self->options.charset = self->charset;
    }
  return self;
}

/**
 * nb_opening_new_for_source:
 * @source: a source that is loaded
 * @progress: (nullable): called on the thread of the task
 * @progress_data: for @progress
 *
 * Returns: (transfer full): an opening, for a task to own
 */
NbOpening *
nb_opening_new_for_source (NbSource *source, NbReadingProgress progress, gpointer progress_data)
{
  NbOpening *self = create_opening (progress, progress_data);

  self->source = g_object_ref (source);
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
  g_clear_object (&self->source);
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
 * Opens the input or the source, on the calling thread.
 *
 * Returns: (transfer full) (element-type NbReading): as nb_reading_open()
 */
GPtrArray *
nb_opening_run (NbOpening *self, GTask *task, GError **error)
{
  NbReadingProgress progress = self->progress != NULL ? report_progress_cb : NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->task = task;
  if (self->source != NULL)
    return nb_reading_open_source_in_steps (self->source, progress, self, cancellable, error);
  return nb_reading_open (self->input, &self->options, progress, self, cancellable, error);
}
