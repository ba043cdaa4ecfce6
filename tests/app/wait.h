/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounded waiting on the main loop. */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>

#define WAIT_SECONDS 20

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

static inline void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  guint wake = g_timeout_add (5, wake_cb, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}
