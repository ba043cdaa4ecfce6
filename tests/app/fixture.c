/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window for tests: set up, looked into, and taken down with everything in it. */

#include "fixture.h"

#include "nb-later.h"
#include "nb-state-file.h"

#include "wait.h"

/* GLib's first table of quarks, 2048 pointers made while it is loaded. A program that needs more of them
 * gets a larger table and the first is left where it is, on purpose; the address sanitizer, which calls
 * this hook, shall not take it for a leak of ours. */
#define QUARK_TABLE_BYTES (2048 * sizeof (char *))

void __sanitizer_malloc_hook (const volatile void *block, size_t size);

static const volatile void *quark_table;

void
__sanitizer_malloc_hook (const volatile void *block, size_t size)
{
  if (quark_table == NULL && size == QUARK_TABLE_BYTES)
    quark_table = block;
}

static NbApplication *the_application;

static gboolean
has_shell (gpointer window)
{
  return nb_window_get_shell (window) != NULL && gtk_widget_get_width (window) > 0;
}

gboolean
fixture_is_idle (gpointer window)
{
  NbSession *session = nb_window_get_session (window);

  return nb_later_is_idle () && nb_session_get_n_busy (session) == 0 &&
         !nb_session_is_checking (session);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

gboolean
fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }
  adw_init ();
  return TRUE;
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  /* One for all tests: an application that never ran cannot leave the bus. */
  if (the_application == NULL)
    {
      the_application = g_object_new (NB_TYPE_APPLICATION, "application-id", NB_APP_ID, "flags",
                                      G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_COMMAND_LINE,
                                      "resource-base-path", "/org/nianbao/Nianbao", NULL);
      g_assert_true (g_application_register (G_APPLICATION (the_application), NULL, NULL));
    }
  fixture->application = the_application;
  fixture->window = nb_application_need_window (fixture->application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (has_shell, fixture->window);
  fixture->shell = nb_window_get_shell (fixture->window);
}

/* Closing the window lets go of everything that it held. */
void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window, shell = fixture->shell;
  gpointer session = nb_window_get_session (fixture->window);
  g_autofree char *folder = nb_state_file_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "session", NULL);

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  g_object_add_weak_pointer (G_OBJECT (shell), &shell);
  g_object_add_weak_pointer (G_OBJECT (session), &session);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (is_gone, &window);
  wait_until (is_gone, &shell);
  wait_until (is_gone, &session);
  /* The next test begins as a first start does. */
  g_unlink (path);
}

typedef struct
{
  GdkFrameClock *clock;
  gint64 frame;
} Frame;

static gboolean
is_painted (gpointer user_data)
{
  const Frame *frame = user_data;

  return gdk_frame_clock_get_frame_counter (frame->clock) > frame->frame;
}

/* Lets the window lay itself out and paint, however long that takes, and hear what the display says to it. */
static void
run_frame (GtkWidget *window)
{
  Frame frame = { gtk_widget_get_frame_clock (window), 0 };

  gdk_display_sync (gtk_widget_get_display (window));
  if (frame.clock == NULL || !gtk_widget_get_mapped (window))
    return;
  frame.frame = gdk_frame_clock_get_frame_counter (frame.clock);
  gtk_widget_queue_draw (window);
  wait_until (is_painted, &frame);
}

void
fixture_run_frames (Fixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    run_frame (GTK_WIDGET (fixture->window));
}

/* By frames and not by the clock: a slow machine has slow frames. */
void
fixture_settle (Fixture *fixture)
{
  wait_until (fixture_is_idle, fixture->window);
  fixture_run_frames (fixture);
  wait_until (fixture_is_idle, fixture->window);
  run_frame (GTK_WIDGET (fixture->window));
}

NbAppItem *
fixture_open_sample (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  const char *const uris[] = { path, NULL };

  nb_window_open (fixture->window, uris);
  fixture_settle (fixture);
  return nb_window_get_item (fixture->window);
}

NbPage *
fixture_show_page (Fixture *fixture, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-page",
                                  g_variant_new_string (name));
  fixture_settle (fixture);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, name);
  return nb_shell_get_page (fixture->shell);
}

/* Where a word may be parted is no part of what it says. */
static gboolean
says (GtkLabel *label, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (gtk_label_get_text (label), "\u00ad", -1);
  g_autofree char *said = g_strjoinv ("", parts);

  return strstr (said, text) != NULL;
}

/* The first visible label below a widget whose text holds what is looked for. */
GtkWidget *
fixture_find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && says (GTK_LABEL (widget), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
fixture_count_rows (GtkListBox *list)
{
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n_rows) != NULL)
    n_rows++;
  return n_rows;
}

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Shown;

static gboolean
is_shown (gpointer user_data)
{
  const Shown *shown = user_data;

  return fixture_find_label (shown->widget, shown->text) != NULL;
}

void
fixture_assert_shown (Fixture *fixture, const char *text)
{
  Shown shown = { GTK_WIDGET (fixture->window), text };

  g_test_message ("wait for “%s”", text);
  wait_until (is_shown, &shown);
}

GtkWidget *
fixture_find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says_something (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says_something (child))
      return TRUE;
  return FALSE;
}

/* Controls of the toolkit's own making (window buttons, parts of an entry) are the toolkit's affair. */
void
fixture_assert_named (GtkWidget *widget)
{
  gboolean control = GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
                     GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) ||
                     GTK_IS_TEXT_VIEW (widget) || GTK_IS_LIST_VIEW (widget) ||
                     GTK_IS_COLUMN_VIEW (widget) || GTK_IS_LIST_BOX (widget) ||
                     GTK_IS_DROP_DOWN (widget) || GTK_IS_SPIN_BUTTON (widget) ||
                     GTK_IS_SWITCH (widget);

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget) ||
      GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (control &&
      !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
      !says_something (widget))
    g_error ("a %s in %s has no name", G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  if (GTK_IS_MENU_BUTTON (widget))
    {
      GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));

      if (popover != NULL && !GTK_IS_POPOVER_MENU (popover))
        fixture_assert_named (gtk_popover_get_child (popover));
      return;
    }
  if (GTK_IS_DROP_DOWN (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_COLUMN_VIEW (widget) ||
      GTK_IS_SEARCH_BAR (widget) || GTK_IS_SPIN_BUTTON (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fixture_assert_named (child);
}

NbFigure *
fixture_figure_for_role (NbAppItem *item, const char *role)
{
  NbReport *report = nb_app_item_get_report (item);
  const NbMetric *metric = nb_form_find_role (nb_report_get_form (report), role);

  g_assert_nonnull (metric);
  return nb_report_get_figure_for (report, metric);
}

GtkWindow *
fixture_get_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (gtk_window_get_transient_for (window->data) == GTK_WINDOW (fixture->window))
      return window->data;
  g_assert_not_reached ();
}
