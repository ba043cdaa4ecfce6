/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the sentences of a report on a worker thread, for the page that shows them. */

#include "nb-prose-reading.h"

/**
 * nb_prose_reading_free:
 * @self: (nullable): a reading
 */
void
nb_prose_reading_free (NbProseReading *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->claims);
  nb_prose_free (self->prose);
  g_free (self);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  NbReport *report = source;
  NbProseReading *self;

  if (g_task_return_error_if_cancelled (task))
    return;
  self = g_new0 (NbProseReading, 1);
  self->prose = nb_prose_new (report);
  self->claims = nb_narrative_read (self->prose, nb_report_get_year (report),
                                    nb_report_get_organ (report));
  g_task_return_pointer (task, self, (GDestroyNotify) nb_prose_reading_free);
}

/**
 * nb_prose_reading_new_async:
 * @report: a report
 * @cancellable: (nullable): to give up
 * @callback: called when it is read
 * @user_data: for @callback
 */
void
nb_prose_reading_new_async (NbReport *report,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (report, cancellable, callback, user_data);

  g_task_run_in_thread (task, read_thread);
}

/**
 * nb_prose_reading_new_finish:
 * @result: the result
 *
 * Returns: (transfer full) (nullable): the sentences and what they tell; %NULL where it was given up
 */
NbProseReading *
nb_prose_reading_new_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
