/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounded waiting on the main loop. */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>

/* No measure of speed: what has not come by then will not come, however slow the machine. */
#define WAIT_SECONDS 60

typedef gboolean (*Condition) (gpointer user_data);

static inline gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until the condition holds; a test that waits in vain fails. */
static inline void
wait_until (Condition condition, gpointer user_data)
{
  gint64 deadline = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (!condition (user_data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (wake);
}

/* The same for an expression. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 wait_deadline = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;                \
    guint wait_wake = g_timeout_add (20, wake_cb, NULL);                                           \
                                                                                                   \
    while (!(condition))                                                                           \
      {                                                                                            \
        if (g_get_monotonic_time () > wait_deadline)                                               \
          g_error ("%s:%d: waited in vain for %s", __FILE__, __LINE__, #condition);                \
        g_main_context_iteration (NULL, TRUE);                                                     \
      }                                                                                            \
    g_source_remove (wait_wake);                                                                   \
  }                                                                                                \
  G_STMT_END

/* For what must not happen: there is no condition to wait for. */
static inline void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  guint wake = g_timeout_add (5, wake_cb, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}
