/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times every turn of the default main loop through its poll function, and within a turn what GTK's frame
 * clock does: everything else is work of the program's own. With STALL_TRACE in the environment each turn
 * that takes long is told. Main thread only; one watch at a time.
 */

#include "stall.h"

#include <stdio.h>
#include <time.h>

enum
{
  TRACED = 3, /* milliseconds */
};

static Stall worst;
static gboolean trace;
static gint64 wall_since;
static gint64 cpu_since;
static gint64 mark; /* processor time at the last phase of the frame */
static double layout;
static double paint;

static gint64
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
lap (void)
{
  gint64 now = thread_time ();
  double passed = (double) (now - mark) / 1000;

  mark = now;
  return passed;
}

static void
begin_frame_cb (void)
{
  lap ();
}

/* GTK's own handler was connected first, when the window was realized. */
static void
layout_cb (void)
{
  layout += lap ();
}

static void
paint_cb (void)
{
  paint += lap ();
}

/* On X11 a window that may have grown is measured ahead of the frame, at the end of a turn or of one phase. */
static void
compute_size_cb (void)
{
  layout += lap ();
}

static void
begin_turn (void)
{
  wall_since = g_get_monotonic_time ();
  cpu_since = mark = thread_time ();
  layout = paint = 0;
}

static void
end_turn (void)
{
  double cpu = (double) (thread_time () - cpu_since) / 1000;
  double wall = (double) (g_get_monotonic_time () - wall_since) / 1000;

  if (trace && cpu > TRACED)
    g_printerr ("turn %7.1f ms, layout %5.1f, paint %5.1f, by the clock %5.1f @%" G_GINT64_FORMAT
                "\n",
                cpu, layout, paint, wall, wall_since);
  worst.wall = MAX (worst.wall, wall);
  worst.total += cpu;
  worst.n_beyond += cpu > STALL_GOAL;
  if (cpu <= worst.cpu)
    return;
  worst.cpu = cpu;
  worst.layout = layout;
  worst.paint = paint;
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  end_turn ();
  result = g_poll (fds, n_fds, timeout);
  begin_turn ();
  return result;
}

/* Begins to watch; @window is realized. */
void
stall_begin (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  g_signal_handlers_disconnect_by_data (clock, &worst);
  g_signal_handlers_disconnect_by_data (surface, &worst);
  g_signal_connect (clock, "before-paint", G_CALLBACK (begin_frame_cb), &worst);
  g_signal_connect (clock, "update", G_CALLBACK (begin_frame_cb), &worst);
  g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), &worst);
  g_signal_connect (clock, "paint", G_CALLBACK (paint_cb), &worst);
  g_signal_connect (gtk_native_get_surface (GTK_NATIVE (window)), "compute-size",
                    G_CALLBACK (compute_size_cb), &worst);
  worst = (Stall){ 0 };
  trace = g_getenv ("STALL_TRACE") != NULL;
  g_main_context_set_poll_func (NULL, poll_cb);
  begin_turn ();
}

/* Ends it, and returns what was seen. */
Stall
stall_end (void)
{
  end_turn ();
  g_main_context_set_poll_func (NULL, NULL);
  return worst;
}

/* For the process that collects what several found. */
void
stall_print (const Stall *stall)
{
  g_print ("measured-stall %f %f %f %f %f %u\n", stall->wall, stall->cpu, stall->layout,
           stall->paint, stall->total, stall->n_beyond);
}

gboolean
stall_parse (const char *line, Stall *stall)
{
  return sscanf (line, "measured-stall %lf %lf %lf %lf %lf %u", &stall->wall, &stall->cpu,
                 &stall->layout, &stall->paint, &stall->total, &stall->n_beyond) == 6;
}
