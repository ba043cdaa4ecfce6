/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long the window takes, beside a bare one of the same toolkit, and how long it keeps the main loop
 * busy at a stretch while fifty reports are opened. Needs a display.
 *
 *   benchmark-window              both tables
 *   benchmark-window stall        the second alone
 *   benchmark-window bare|nianbao one start, up to the first painted frame
 */

#include <time.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "nb-application.h"

#include "wait.h"

enum
{
  N_STARTS = 15,
  N_REPORTS = 50,
  GOAL_STALL_MS = 16,
};

static void
painted_cb (void)
{
  _exit (0);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}

static void
activate_bare_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

static int
start (const char *what)
{
  g_autoptr (GApplication) application = NULL;

  if (g_str_equal (what, "bare"))
    {
      application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_bare_cb), NULL);
    }
  else
    {
      application = G_APPLICATION (nb_application_new ());
      g_application_set_flags (application,
                               g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
      g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
    }
  return g_application_run (application, 0, NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static double
time_start (const char *self, const char *what)
{
  const char *const argv[] = { self, what, NULL };
  gint64 before = g_get_monotonic_time ();
  int status = 1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL);
  g_assert_cmpint (status, ==, 0);
  return (double) (g_get_monotonic_time () - before) / 1000;
}

static void
measure_start (const char *self)
{
  double bare[N_STARTS], full[N_STARTS];

  time_start (self, "bare");
  time_start (self, "nianbao");
  for (guint i = 0; i < N_STARTS; i++)
    {
      bare[i] = time_start (self, "bare");
      full[i] = time_start (self, "nianbao");
    }
  qsort (bare, N_STARTS, sizeof (double), compare_doubles);
  qsort (full, N_STARTS, sizeof (double), compare_doubles);
  g_print ("start to first frame   bare window %6.1f ms   empty window %6.1f ms   ratio %.2f (goal "
           "1.30)\n",
           bare[N_STARTS / 2], full[N_STARTS / 2], full[N_STARTS / 2] / bare[N_STARTS / 2]);
}

static gint64 busy_since;
static gint64 busy_since_cpu;
static gint64 longest;
static gint64 longest_cpu;

static gint64
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* What lies between two polls is what keeps the window from answering. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  longest = MAX (longest, g_get_monotonic_time () - busy_since);
  longest_cpu = MAX (longest_cpu, thread_time () - busy_since_cpu);
  result = g_poll (fds, n_fds, timeout);
  busy_since = g_get_monotonic_time ();
  busy_since_cpu = thread_time ();
  return result;
}

static gboolean
is_idle (gpointer window)
{
  return nb_session_get_n_busy (nb_window_get_session (window)) == 0;
}

static gboolean
has_shell (gpointer window)
{
  return nb_window_get_shell (window) != NULL;
}

/* Copies of the samples that differ in a last line, so that none is the same report twice. */
static GPtrArray *
write_reports (const char *folder)
{
  static const char *const names[] = { "yunxi-2017.txt",  "yunxi-2018.html", "yunxi-2019.html",
                                       "yunxi-2021.html", "yunxi-2024.html", "shiqiao-2024.txt" };
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_REPORTS; i++)
    {
      const char *name = names[i % G_N_ELEMENTS (names)];
      g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
      g_autofree char *copy = g_strdup_printf ("%u-%s", i, name);
      g_autofree char *text = NULL;
      g_autofree char *changed = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      changed = g_strdup_printf ("%s\n%u\n", text, i);
      g_ptr_array_add (paths, g_build_filename (folder, copy, NULL));
      g_assert_true (g_file_set_contents (paths->pdata[i], changed, -1, NULL));
    }
  g_ptr_array_add (paths, NULL);
  return paths;
}

static void
measure_stall (void)
{
  g_autoptr (NbApplication) application = nb_application_new ();
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = write_reports (folder);
  NbWindow *window;
  gint64 before;
  double elapsed;

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) |
                               G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = nb_application_need_window (application);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (has_shell, window);
  run_for (500);

  g_main_context_set_poll_func (NULL, poll_cb);
  busy_since = g_get_monotonic_time ();
  busy_since_cpu = thread_time ();
  before = g_get_monotonic_time ();
  nb_window_open (window, (const char *const *) paths->pdata);
  wait_until (is_idle, window);
  elapsed = (double) (g_get_monotonic_time () - before) / 1000;
  run_for (500);
  g_main_context_set_poll_func (NULL, NULL);
  g_print (
      "%u reports opened in %.0f ms   longest stall %.1f ms (goal %d), of these %.1f ms own work\n",
      N_REPORTS, elapsed, (double) longest / 1000, GOAL_STALL_MS, (double) longest_cpu / 1000);

  for (guint i = 0; i < N_REPORTS; i++)
    g_unlink (paths->pdata[i]);
  g_rmdir (folder);
  _exit (0);
}

int
main (int argc, char **argv)
{
  if (argc > 1 && !g_str_equal (argv[1], "stall"))
    return start (argv[1]);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("there is no display\n");
      return 77;
    }
  if (argc == 1)
    measure_start (argv[0]);
  measure_stall ();
  return 0;
}
