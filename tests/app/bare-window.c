/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the toolkit itself takes, for comparison: this program links libadwaita and nothing of ours.
 *
 *   bare-window start   an empty AdwApplicationWindow, up to its first painted frame
 *   bare-window rows    the plainest window that does what opening fifty reports does: a list of one-label
 *                       rows into which fifty come six at a time, and a page of labels that comes with
 *                       the first
 *   bare-window repaint an empty window of which every pixel changes, now and then
 */

#include <adwaita.h>
#include <unistd.h>

#include "stall.h"

enum
{
  N_ROWS = 50,
  ROWS_AT_ONCE = 6,
  N_LABELS = 40,
  N_REPAINTS = 10,
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

static GtkWidget *
create_window (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  return window;
}

static void
start_cb (GtkApplication *application)
{
  GtkWidget *window = create_window (application);

  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static GtkWidget *
create_list (GtkStringList *rows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (
                                                        g_object_ref (G_LIST_MODEL (rows)))),
                                                    factory));
  gtk_widget_set_size_request (scroller, 260, -1);
  return scroller;
}

static GtkWidget *
create_page (void)
{
  GtkWidget *grid = gtk_grid_new ();

  for (int i = 0; i < N_LABELS; i++)
    {
      g_autofree char *text = g_strdup_printf ("本年新收政府信息公开申请数量 %d", i * 37);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, i % 4, i / 4, 1, 1);
    }
  gtk_widget_set_visible (grid, FALSE);
  gtk_widget_set_hexpand (grid, TRUE);
  return grid;
}

static gboolean
stop_cb (gpointer user_data)
{
  Stall stall = stall_end ();

  stall_print (&stall);
  exit (0);
}

static gboolean
add_rows_cb (gpointer user_data)
{
  GtkStringList *rows = user_data;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (rows));

  for (guint i = n_rows; i < MIN (n_rows + ROWS_AT_ONCE, N_ROWS); i++)
    {
      g_autofree char *text = g_strdup_printf ("云溪县第 %u 份年度报告", i + 1);

      gtk_string_list_append (rows, text);
    }
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (rows), "page"), TRUE);
  if (n_rows < N_ROWS)
    return G_SOURCE_CONTINUE;
  g_timeout_add (500, stop_cb, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
begin_cb (gpointer user_data)
{
  GtkStringList *rows = user_data;

  stall_begin (g_object_get_data (G_OBJECT (rows), "window"));
  g_idle_add (add_rows_cb, rows);
  return G_SOURCE_REMOVE;
}

static void
rows_cb (GtkApplication *application)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *window = create_window (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *page = create_page ();

  gtk_box_append (GTK_BOX (box), create_list (rows));
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  g_object_set_data (G_OBJECT (rows), "page", page);
  g_object_set_data (G_OBJECT (rows), "window", window);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (500, begin_cb, rows);
}

static gboolean
repaint_cb (gpointer window)
{
  static guint n_repaints;

  if (n_repaints == 0)
    stall_begin (window);
  if (n_repaints++ == N_REPAINTS)
    return stop_cb (NULL);
  if (n_repaints % 2 == 0)
    gtk_widget_add_css_class (window, "view");
  else
    gtk_widget_remove_css_class (window, "view");
  return G_SOURCE_CONTINUE;
}

static void
repaints_cb (GtkApplication *application)
{
  GtkWidget *window = create_window (application);

  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (200, repaint_cb, window);
}

int
main (int argc, char **argv)
{
  const char *mode = argc > 1 ? argv[1] : "start";
  GCallback activate = G_CALLBACK (start_cb);
  g_autoptr (GApplication)
      application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));

  if (g_str_equal (mode, "rows"))
    activate = G_CALLBACK (rows_cb);
  else if (g_str_equal (mode, "repaint"))
    activate = G_CALLBACK (repaints_cb);
  g_signal_connect (application, "activate", activate, NULL);
  return g_application_run (application, 0, NULL);
}
