/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long the window takes to come, how long it keeps the main loop busy at a stretch while reports are
 * opened and shown, how long a page takes to appear, and what an open report holds of memory. Each figure is
 * beside that of a bare window of the same toolkit in the same run (bare-window.c). Every measurement is a
 * process of its own. Needs a display.
 *
 *   benchmark-window BARE-WINDOW           all tables
 *   benchmark-window start                 one start, up to the first painted frame
 *   benchmark-window open COUNT            one round of opening so many
 *   benchmark-window choose COUNT          one round of choosing one after the other
 *   benchmark-window pages COUNT [PAGE]    one round of showing each page of some, or that page alone
 *   benchmark-window compare COUNT         one round of comparing the first two
 *   benchmark-window memory COUNT          one round of opening so many
 */

#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "nb-application.h"
#include "nb-later.h"
#include "nb-page-types.h"
#include "nb-window-compare.h"

#include "stall.h"
#include "wait.h"

enum
{
  N_STARTS = 15,
  N_ROUNDS = 5,
  N_SHOWN = 6,     /* as many as there are samples that differ */
  CLICK_GOAL = 50, /* milliseconds until a page is there */
};

static gint64 clicked;  /* 0 where no page is awaited */
static double appeared; /* milliseconds that a page took, the longest */

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
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

static GApplication *
create_application (void)
{
  GApplication *application = G_APPLICATION (nb_application_new ());

  g_application_set_flags (application,
                           g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return application;
}

static int
start (void)
{
  g_autoptr (GApplication) application = create_application ();

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (application, 0, NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof (double), compare_doubles);
  return values[n / 2];
}

/* Milliseconds that a process takes, and what it says. */
static double
run (const char *program, const char *mode, const char *argument, char **output)
{
  const char *const argv[] = { program, mode, argument, NULL };
  gint64 before = g_get_monotonic_time ();
  int status = 1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, output, NULL, &status,
                NULL);
  g_assert_cmpint (status, ==, 0);
  return (double) (g_get_monotonic_time () - before) / 1000;
}

static void
measure_start (const char *self, const char *bare)
{
  double plain[N_STARTS], full[N_STARTS];

  run (bare, "start", NULL, NULL);
  run (self, "start", NULL, NULL);
  for (guint i = 0; i < N_STARTS; i++)
    {
      plain[i] = run (bare, "start", NULL, NULL);
      full[i] = run (self, "start", NULL, NULL);
    }
  g_print ("start to first frame   bare window %6.1f ms   empty window %6.1f ms   ratio %.2f (goal "
           "1.30)\n",
           median (plain, N_STARTS), median (full, N_STARTS),
           median (full, N_STARTS) / median (plain, N_STARTS));
}

static gboolean
is_idle (gpointer window)
{
  return nb_later_is_idle () && nb_session_get_n_busy (nb_window_get_session (window)) == 0;
}

static gboolean
has_shell (gpointer window)
{
  return nb_window_get_shell (window) != NULL;
}

/* Copies of the samples that differ in a last line, so that none is the same report twice. */
static GPtrArray *
write_reports (const char *folder, guint n_reports)
{
  static const char *const names[] = { "yunxi-2017.txt",  "yunxi-2018.html", "yunxi-2019.html",
                                       "yunxi-2021.html", "yunxi-2024.html", "shiqiao-2024.txt" };
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_reports; i++)
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
remove_reports (const char *folder, GPtrArray *paths)
{
  for (guint i = 0; paths->pdata[i] != NULL; i++)
    g_unlink (paths->pdata[i]);
  g_rmdir (folder);
}

static NbWindow *
present (void)
{
  GApplication *application = create_application ();
  NbWindow *window;

  g_assert_true (g_application_register (application, NULL, NULL));
  window = nb_application_need_window (NB_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  wait_until (has_shell, window);
  run_for (500);
  return window;
}

static void
appeared_cb (void)
{
  if (clicked != 0)
    appeared = MAX (appeared, (double) (g_get_monotonic_time () - clicked) / 1000);
  clicked = 0;
}

/* Each of the first reports is shown as if it had been chosen in the side bar, on every page asked for. */
static void
show_reports (NbWindow *window, const char *const *pages)
{
  GListModel *items = nb_session_get_items (nb_window_get_session (window));

  for (guint i = 0; i < N_SHOWN; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      nb_window_set_item (window, item);
      run_for (150);
      for (guint page = 0; pages != NULL && pages[page] != NULL; page++)
        {
          if (g_getenv ("STALL_TRACE") != NULL)
            g_printerr ("%s of report %u\n", pages[page], i);
          if (!g_str_equal (nb_shell_get_page_name (nb_window_get_shell (window)), pages[page]))
            clicked = g_get_monotonic_time ();
          nb_shell_set_page_name (nb_window_get_shell (window), pages[page]);
          run_for (150);
        }
    }
}

/* A page alone comes from the first one each time. */
static void
show_pages (NbWindow *window, const char *page)
{
  const char *const pair[] = { nb_page_types_get_names ()[0], page, NULL };

  show_reports (window, page != NULL ? pair : nb_page_types_get_names ());
}

/* Two reports side by side: the rows, all of them, and the text. */
static void
show_comparison (NbWindow *window)
{
  GListModel *items = nb_session_get_items (nb_window_get_session (window));
  g_autoptr (NbAppItem) a = g_list_model_get_item (items, 0);
  g_autoptr (NbAppItem) b = g_list_model_get_item (items, 1);
  NbComparePage *page = nb_window_compare (window, a, b);

  run_for (1500);
  nb_compare_figures_set_filter (nb_compare_page_get_figures (page), NB_COMPARE_ALL);
  run_for (1500);
  nb_compare_page_show_text (page, TRUE);
  run_for (500);
}

static void
stall (const char *what, guint n_reports, const char *page)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = write_reports (folder, n_reports);
  NbWindow *window = present ();
  Stall found;

  stall_begin (GTK_WIDGET (window));
  nb_window_open (window, (const char *const *) paths->pdata);
  wait_until (is_idle, window);
  run_for (500);
  if (!g_str_equal (what, "open"))
    {
      stall_end ();
      stall_begin (GTK_WIDGET (window));
      g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                        G_CALLBACK (appeared_cb), NULL);
      if (g_str_equal (what, "pages"))
        show_pages (window, page);
      else if (g_str_equal (what, "compare"))
        show_comparison (window);
      else
        show_reports (window, NULL);
    }
  found = stall_end ();
  stall_print (&found);
  g_print ("measured-click %f\n", appeared);
  remove_reports (folder, paths);
  _exit (0);
}

static double
resident (void)
{
  unsigned long size = 0, pages = 0;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (sscanf (text, "%lu %lu", &size, &pages), ==, 2);
  return (double) pages * (double) sysconf (_SC_PAGESIZE) / 1000;
}

static double
heap (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1000;
}

static void
memory (guint n_reports)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = write_reports (folder, n_reports);
  NbWindow *window = present ();
  double resident_before = resident (), heap_before = heap ();

  nb_window_open (window, (const char *const *) paths->pdata);
  wait_until (is_idle, window);
  run_for (1000);
  g_print ("measured-memory %f %f %f %f\n", resident_before, heap_before,
           resident () - resident_before, heap () - heap_before);
  remove_reports (folder, paths);
  _exit (0);
}

static void
print_clicks (const char *name, double *clicks)
{
  double typical = median (clicks, N_ROUNDS);

  if (typical > 0)
    g_print ("%-22s longest way from the click to the page %.1f ms by the clock (goal %d)\n", name,
             typical, CLICK_GOAL);
}

static void
collect_stalls (const char *program,
                const char *mode,
                const char *count,
                const char *name,
                double *typical)
{
  double cpu[N_ROUNDS], wall[N_ROUNDS], layout[N_ROUNDS], paint[N_ROUNDS], total[N_ROUNDS];
  double clicks[N_ROUNDS] = { 0 };
  guint n_beyond = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *output = NULL;
      const char *line;
      Stall found;

      run (program, mode, count, &output);
      line = strstr (output, "measured-stall ");
      g_assert_nonnull (line);
      g_assert_true (stall_parse (line, &found));
      cpu[i] = found.cpu;
      wall[i] = found.wall;
      layout[i] = found.layout;
      paint[i] = found.paint;
      total[i] = found.total;
      n_beyond += found.n_beyond;
      line = strstr (output, "measured-click ");
      if (line != NULL)
        clicks[i] = g_ascii_strtod (line + strlen ("measured-click "), NULL);
    }
  *typical = median (cpu, N_ROUNDS);
  g_print ("%-22s longest stall %5.1f ms of own time (%.1f by the clock), in it layout %.1f paint "
           "%.1f; over %d ms: %.1f times; in all %.0f ms\n",
           name, *typical, median (wall, N_ROUNDS), median (layout, N_ROUNDS),
           median (paint, N_ROUNDS), STALL_GOAL, (double) n_beyond / N_ROUNDS,
           median (total, N_ROUNDS));
  print_clicks (name, clicks);
}

static void
measure_stalls (const char *self, const char *bare)
{
  double plain, repaint, open, choose, pages, more;

  collect_stalls (bare, "rows", NULL, "bare list, 50 rows", &plain);
  collect_stalls (bare, "repaint", NULL, "bare window, repaint", &repaint);
  collect_stalls (self, "open", "50", "opening 50 reports", &open);
  collect_stalls (self, "choose", "50", "choosing a report", &choose);
  collect_stalls (self, "pages", "50", "showing a page", &pages);
  g_print (
      "longest stall          goal %d ms; beside the bare list: opening %.2f choosing %.2f pages "
      "%.2f\n",
      STALL_GOAL, open / plain, choose / plain, pages / plain);
  collect_stalls (self, "open", "300", "opening 300 reports", &more);
  collect_stalls (self, "choose", "300", "choosing one of 300", &more);
  collect_stalls (self, "pages", "300", "a page, 300 open", &more);
}

static void
measure_memory (const char *self, const char *count)
{
  g_autofree char *output = NULL;
  const char *line;
  double resident_before, heap_before, resident_more, heap_more;
  double n_reports = (double) g_ascii_strtoull (count, NULL, 10);

  run (self, "memory", count, &output);
  line = strstr (output, "measured-memory ");
  g_assert_nonnull (line);
  g_assert_cmpint (sscanf (line, "measured-memory %lf %lf %lf %lf", &resident_before, &heap_before,
                           &resident_more, &heap_more),
                   ==, 4);
  g_print ("%4s reports           empty window %5.1f MB resident %5.1f MB heap   a report %6.1f kB "
           "resident %6.1f kB heap\n",
           count, resident_before / 1000, heap_before / 1000, resident_more / n_reports,
           heap_more / n_reports);
}

int
main (int argc, char **argv)
{
  static const char *const stalls[] = { "open", "choose", "pages", "compare", NULL };
  const char *mode = argc > 1 ? argv[1] : "";

  /* As on a desktop: Pango takes the locale C for one of every language, and Han for Japanese there. */
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  if (g_str_equal (mode, "start"))
    return start ();
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("there is no display\n");
      return 77;
    }
  if (g_strv_contains (stalls, mode) && argc > 2)
    stall (mode, (guint) g_ascii_strtoull (argv[2], NULL, 10), argv[3]);
  if (g_str_equal (mode, "memory") && argc > 2)
    memory ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  measure_start (argv[0], mode);
  measure_stalls (argv[0], mode);
  measure_memory (argv[0], "50");
  measure_memory (argv[0], "300");
  return 0;
}
