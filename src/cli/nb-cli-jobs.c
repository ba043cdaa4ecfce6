/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Many inputs at a time, results in the order of the inputs.
 *
 *   inputs ──▶ ahead (a queue of bounded length) ──▶ consume, on the calling thread
 *                 └──▶ pool of workers: load, read, recognise, check, render ──▶ job->done
 *
 * The calling thread keeps the queue full and waits for its head only, so memory is bounded by the
 * length of the queue however many inputs there are. A job belongs to its worker until done is set,
 * then to the calling thread; the lock guards done and the byte count, and nothing else.
 */

#include "nb-cli-jobs.h"

#include <glib/gi18n-lib.h>

#include "workspace/nb-caution.h"
#include "workspace/nb-reading.h"

#define AHEAD_PER_WORKER 4
#define PROGRESS_TICK    (G_TIME_SPAN_MILLISECOND * 100)

typedef struct
{
  const NbCliOptions *options;
  const NbCliWork *work;
  GCancellable *cancellable;
  gboolean shows_progress;
  GMutex lock;
  GCond changed;
} Run;

typedef struct
{
  Run *run;
  NbCliResult result;
  gint64 bytes;  /* guarded by the lock */
  gboolean done; /* guarded by the lock */
} Job;

static Job *
job_new (Run *run, const NbCliInput *input)
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->result.input = input;
  job->result.text = g_string_new (NULL);
  return job;
}

static void
job_free (Job *job)
{
  g_string_free (job->result.text, TRUE);
  g_clear_pointer (&job->result.readings, g_ptr_array_unref);
  g_clear_object (&job->result.source);
  g_free (job->result.note);
  g_clear_error (&job->result.error);
  g_free (job);
}

static void
progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  Job *job = user_data;

  g_mutex_lock (&job->run->lock);
  job->bytes = done;
  g_mutex_unlock (&job->run->lock);
}

/* In a folder stands what nobody asked for by name: what is no container of text is passed over. */
static gboolean
is_passed_over (const NbCliInput *input, NbSource *source)
{
  NbContainer container = nb_source_get_container (source);

  return input->from_folder &&
         (container == NB_CONTAINER_UNKNOWN || container == NB_CONTAINER_IMAGE);
}

static void
check_readings (GPtrArray *readings, const NbCliWork *work)
{
  for (guint i = 0; i < readings->len; i++)
    {
      NbReading *checked = work->check (readings->pdata[i]);

      g_object_unref (readings->pdata[i]);
      readings->pdata[i] = checked;
    }
}

/* What is to be heeded in the first report that has anything. */
static void
note_caution (NbCliResult *result, GPtrArray *readings)
{
  for (guint i = 0; i < readings->len && result->note == NULL; i++)
    result->note = nb_caution_dup (nb_reading_get_report (readings->pdata[i]));
}

static void
read_input (Job *job)
{
  Run *run = job->run;
  NbCliResult *result = &job->result;
  g_autoptr (NbSource) source = NULL;
  g_autoptr (GPtrArray) readings = NULL;

  source = nb_source_load (result->input->name, &run->options->source,
                           run->shows_progress ? progress_cb : NULL, job, run->cancellable,
                           &result->error);
  if (source == NULL)
    return;
  if (nb_source_get_offline (source) != NULL)
    result->note = g_strdup_printf (_ ("%s; the copy of %s is read"),
                                    nb_source_get_offline (source), nb_source_get_fetched (source));
  result->skipped = is_passed_over (result->input, source);
  if (result->skipped)
    return;
  readings = nb_reading_open_source (source, run->cancellable, &result->error);
  if (readings == NULL)
    {
      result->source = g_steal_pointer (&source);
      return;
    }
  result->n_reports = readings->len;
  note_caution (result, readings);
  if (run->work->check != NULL)
    check_readings (readings, run->work);
  if (run->work->render != NULL)
    run->work->render (result->text, readings);
  else
    result->readings = g_steal_pointer (&readings);
}

static void
finish_job (Job *job)
{
  g_mutex_lock (&job->run->lock);
  job->done = TRUE;
  g_cond_signal (&job->run->changed);
  g_mutex_unlock (&job->run->lock);
}

static void
work_cb (gpointer data, gpointer user_data)
{
  Job *job = data;

  read_input (job);
  finish_job (job);
}

/* Starts the next input. @pool may refuse a new thread and still works with those it has. */
static Job *
start_job (Run *run, GThreadPool *pool, const NbCliInput *input)
{
  Job *job = job_new (run, input);

  if (input->error != NULL)
    {
      job->result.error = g_error_copy (input->error);
      job->done = TRUE;
    }
  else
    g_thread_pool_push (pool, job, NULL);
  return job;
}

static void
wait_for_job (Run *run, Job *job, NbCliConsole *console, guint n_done, guint n_inputs)
{
  g_mutex_lock (&run->lock);
  while (!job->done)
    {
      if (!run->shows_progress)
        {
          g_cond_wait (&run->changed, &run->lock);
          continue;
        }
      g_cond_wait_until (&run->changed, &run->lock, g_get_monotonic_time () + PROGRESS_TICK);
      nb_cli_console_progress (console, n_done, n_inputs, job->bytes);
    }
  g_mutex_unlock (&run->lock);
}

static void
run_queue (Run *run, GThreadPool *pool, GPtrArray *inputs, NbCliConsole *console)
{
  GQueue ahead = G_QUEUE_INIT;
  guint most_ahead = run->options->jobs * AHEAD_PER_WORKER;
  guint next = 0;
  guint n_done = 0;

  while (TRUE)
    {
      while (next < inputs->len && ahead.length < most_ahead &&
             !g_cancellable_is_cancelled (run->cancellable))
        g_queue_push_tail (&ahead, start_job (run, pool, inputs->pdata[next++]));

      Job *job = g_queue_pop_head (&ahead);
      if (job == NULL)
        return;
      wait_for_job (run, job, console, n_done++, inputs->len);
      nb_cli_console_progress (console, n_done, inputs->len, 0);
      if (job->result.note != NULL)
        nb_cli_console_note (console, job->result.input->name, job->result.note);
      if (!g_cancellable_is_cancelled (run->cancellable) &&
          !run->work->consume (&job->result, run->work->user_data))
        g_cancellable_cancel (run->cancellable);
      job_free (job);
    }
}

/**
 * nb_cli_jobs_run:
 * @inputs: (element-type NbCliInput): what to read
 * @options: how many workers, and how to read
 * @work: what to do with it
 * @console: where progress is shown
 * @cancellable: stops the work; it is cancelled as well where the consumer wants no more
 *
 * Reads all inputs and hands over the results in order. Returns when every worker is idle.
 *
 * Returns: whether workers could be started; where not, the console has told why
 */
gboolean
nb_cli_jobs_run (GPtrArray *inputs,
                 const NbCliOptions *options,
                 const NbCliWork *work,
                 NbCliConsole *console,
                 GCancellable *cancellable)
{
  Run run = { .options = options, .work = work, .cancellable = cancellable };
  guint n_workers = CLAMP (inputs->len, 1, options->jobs);
  g_autoptr (GError) error = NULL;
  GThreadPool *pool;

  run.shows_progress = nb_cli_console_shows_progress (console);
  pool = g_thread_pool_new (work_cb, &run, n_workers, TRUE, &error);
  if (pool == NULL)
    {
      nb_cli_console_fail (console, NULL, error->message);
      return FALSE;
    }
  g_mutex_init (&run.lock);
  g_cond_init (&run.changed);
  run_queue (&run, pool, inputs, console);
  g_thread_pool_free (pool, FALSE, TRUE);
  nb_cli_console_end_progress (console);
  g_cond_clear (&run.changed);
  g_mutex_clear (&run.lock);
  return TRUE;
}
