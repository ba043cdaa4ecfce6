/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * SIGINT and SIGTERM become a cancel. A cancellable may not be touched in a signal handler, and the
 * main thread waits for its workers without a main loop: so one thread of its own waits for
 * signals.
 */

#include "nb-cli-interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static const int signals[] = { SIGINT, SIGTERM };

/* What was ignored at the start (nohup, a job in the background) stays so. */
static gboolean
collect_signals (sigset_t *set)
{
  gboolean any = FALSE;

  sigemptyset (set);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      struct sigaction action;

      if (sigaction (signals[i], NULL, &action) != 0 || action.sa_handler == SIG_IGN)
        continue;
      sigaddset (set, signals[i]);
      any = TRUE;
    }
  return any;
}

static gpointer
wait_for_signal (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set;
  int number;

  collect_signals (&set);
  if (sigwait (&set, &number) != 0)
    return NULL;
  g_cancellable_cancel (cancellable);
  /* Whoever asks twice wants out at once: the default action, on the one thread that lets it in. */
  pthread_sigmask (SIG_UNBLOCK, &set, NULL);
  while (TRUE)
    pause ();
}

/**
 * nb_cli_interrupt_watch:
 * @cancellable: cancelled at the first SIGINT or SIGTERM; the second ends the process
 *
 * Call once, on the main thread, before any other thread is started: they inherit its signal mask.
 */
void
nb_cli_interrupt_watch (GCancellable *cancellable)
{
  sigset_t set;

  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  if (!collect_signals (&set))
    return;
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signal, g_object_ref (cancellable)));
}
