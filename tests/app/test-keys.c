/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the README names, by keys alone: real key events through the X server, nothing called by its name. Skipped
 * without an X display.
 */

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

#include "nb-figure-cell.h"
#include "nb-outcomes.h"
#include "nb-page-types.h"
#include "nb-search-panel.h"
#include "nb-sidebar.h"
#include "nb-tables-page.h"
#include "nb-text-page.h"
#include "workspace/nb-notebook.h"

#include "fixture.h"
#include "wait.h"

static Display *
get_display (Fixture *fixture)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  return gdk_x11_display_get_xdisplay (gtk_widget_get_display (GTK_WIDGET (fixture->window)));
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

/* No window manager is there to do it. */
static void
take_focus (Fixture *fixture, GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  XSetInputFocus (get_display (fixture), gdk_x11_surface_get_xid (surface), RevertToParent,
                  CurrentTime);
  G_GNUC_END_IGNORE_DEPRECATIONS
  XFlush (get_display (fixture));
  wait_until (is_active, window);
}

/* What the display answers to itself, behind everything that was sent before. */
typedef struct
{
  Atom type;
  gboolean seen;
} Marker;

static gboolean
event_cb (GdkDisplay *display, gpointer event, gpointer user_data)
{
  const XEvent *xevent = event;
  Marker *marker = user_data;

  if (xevent->type != ClientMessage || xevent->xclient.message_type != marker->type)
    return FALSE;
  marker->seen = TRUE;
  return TRUE;
}

/* Until every key sent so far has come to the window and done what it does: events come one after the other, so
 * that who sees the marker has dealt with the keys before it. */
static void
wait_for_keys (Fixture *fixture)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (fixture->window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));
  Marker marker = { XInternAtom (get_display (fixture), "NB_TEST_MARKER", False), FALSE };
  XEvent event = { .xclient = {
                       .type = ClientMessage, .message_type = marker.type, .format = 32 } };
  gulong handler = g_signal_connect (display, "xevent", G_CALLBACK (event_cb), &marker);

  XSync (get_display (fixture), False);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  event.xclient.window = gdk_x11_surface_get_xid (surface);
  G_GNUC_END_IGNORE_DEPRECATIONS
  XSendEvent (get_display (fixture), event.xclient.window, False, NoEventMask, &event);
  XFlush (get_display (fixture));
  WAIT_FOR (marker.seen);
  g_signal_handler_disconnect (display, handler);
}

/* What the key does has been done then; what that brings has not. */
static void
press_only (Fixture *fixture, const char *accelerator)
{
  static const struct
  {
    GdkModifierType modifier;
    guint key;
  } modifiers[] = { { GDK_CONTROL_MASK, GDK_KEY_Control_L },
                    { GDK_SHIFT_MASK, GDK_KEY_Shift_L },
                    { GDK_ALT_MASK, GDK_KEY_Alt_L } };
  Display *display = get_display (fixture);
  GdkModifierType wanted = 0;
  guint key = 0;

  g_test_message ("%s", accelerator);
  g_assert_true (gtk_accelerator_parse (accelerator, &key, &wanted));
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if ((wanted & modifiers[i].modifier) != 0)
      XTestFakeKeyEvent (display, XKeysymToKeycode (display, modifiers[i].key), True, CurrentTime);
  XTestFakeKeyEvent (display, XKeysymToKeycode (display, key), True, CurrentTime);
  XTestFakeKeyEvent (display, XKeysymToKeycode (display, key), False, CurrentTime);
  for (guint i = G_N_ELEMENTS (modifiers); i > 0; i--)
    if ((wanted & modifiers[i - 1].modifier) != 0)
      XTestFakeKeyEvent (display, XKeysymToKeycode (display, modifiers[i - 1].key), False,
                         CurrentTime);
  wait_for_keys (fixture);
}

static void
press (Fixture *fixture, const char *accelerator)
{
  press_only (fixture, accelerator);
  fixture_settle (fixture);
}

static void
type (Fixture *fixture, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    press (fixture, (const char[]){ *at, '\0' });
  fixture_settle (fixture);
}

static void
open_two (Fixture *fixture)
{
  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "yunxi-2024.html");
  take_focus (fixture, GTK_WINDOW (fixture->window));
}

static guint
shown_year (Fixture *fixture)
{
  return nb_report_get_year (nb_app_item_get_report (nb_window_get_item (fixture->window)));
}

/* Every page by its number. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  open_two (fixture);
  for (guint i = 0; nb_page_types_get_names ()[i] != NULL; i++)
    {
      g_autofree char *accelerator = g_strdup_printf ("<Alt>%u", i + 1);

      press (fixture, accelerator);
      g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, nb_page_types_get_names ()[i]);
    }
}

/* Looking for words in one report, and in all of them. */
static void
test_find (Fixture *fixture, gconstpointer data)
{
  NbSidebar *sidebar = NB_SIDEBAR (nb_shell_get_sidebar (fixture->shell));
  GtkListBox *list = GTK_LIST_BOX (
      nb_search_panel_get_list (nb_sidebar_get_search_panel (sidebar)));
  NbTextView *view;

  open_two (fixture);
  press (fixture, "<Control>f");
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "text");
  view = nb_text_page_get_view (NB_TEXT_PAGE (nb_shell_get_page (fixture->shell)));
  type (fixture, "2024");
  WAIT_FOR (nb_text_view_get_n_hits (view) > 1);
  fixture_settle (fixture);
  press (fixture, "Return");
  g_assert_cmpuint (nb_text_view_get_current_hit (view), ==, 1);
  press (fixture, "<Shift>Return");
  g_assert_cmpuint (nb_text_view_get_current_hit (view), ==, 0);
  press (fixture, "Escape");
  g_assert_cmpuint (nb_text_view_get_n_hits (view), ==, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (view));

  /* In all of them: down the list, which shows each place, and back to the reports. */
  press (fixture, "<Control><Shift>f");
  type (fixture, "2023");
  WAIT_FOR (fixture_count_rows (list) > 2);
  fixture_settle (fixture);
  press (fixture, "Down");
  g_assert_cmpuint (nb_text_view_get_n_hits (view), >, 0);
  g_assert_cmpuint (shown_year (fixture), ==, 2024);
  for (guint i = 0; i < 100 && shown_year (fixture) == 2024; i++)
    press (fixture, "Down");
  g_assert_cmpuint (shown_year (fixture), ==, 2023);
  press (fixture, "Return");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (view));
  press (fixture, "<Control>g");
  g_assert_cmpuint (nb_text_view_get_n_hits (view), >, 0);
}

/* The caret stands before no table: it would be as high and broad as that. */
static void
assert_caret_of_a_line (Fixture *fixture)
{
  NbTextView *view = nb_text_page_get_view (NB_TEXT_PAGE (nb_shell_get_page (fixture->shell)));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), >, 0);
  g_assert_null (gtk_text_iter_get_child_anchor (&iter));
}

/* From cell to cell, to its place in the text, and what is copied. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item;
  NbFigure *first;
  GtkWidget *focus;

  open_two (fixture);
  item = nb_window_get_item (fixture->window);
  press (fixture, "<Alt>3");
  nb_app_item_set_figure (item, fixture_figure_for_role (item, "requests.received"));
  fixture_settle (fixture);
  for (guint i = 0; i < 12; i++)
    {
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      if (focus != NULL &&
          (NB_IS_FIGURE_CELL (focus) || gtk_widget_get_ancestor (focus, NB_TYPE_FORM_VIEW) != NULL))
        break;
      press (fixture, "F6");
    }
  first = nb_app_item_get_figure (item);
  press (fixture, "Down");
  g_assert_true (nb_app_item_get_figure (item) != first);
  press (fixture, "Up");
  g_assert_true (nb_app_item_get_figure (item) == first);
  press (fixture, "<Shift>F10");
  g_assert_true (gtk_widget_get_mapped (
      nb_tables_page_get_menu (NB_TABLES_PAGE (nb_shell_get_page (fixture->shell)))));
  press (fixture, "Escape");
  take_focus (fixture, GTK_WINDOW (fixture->window));
  press_only (fixture, "<Control>c");
  fixture_assert_shown (fixture, "cell copied");
  press (fixture, "Return");
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "text");
  assert_caret_of_a_line (fixture);
}

/* From finding to finding, from report to report, and what is closed. */
static void
test_reports (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item;

  open_two (fixture);
  item = nb_window_get_item (fixture->window);
  press (fixture, "F8");
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "checks");
  g_assert_nonnull (nb_app_item_get_finding (item));
  press (fixture, "<Shift>F8");
  press (fixture, "F9");
  g_assert_false (nb_shell_get_sidebar_shown (fixture->shell));
  press (fixture, "F9");
  g_assert_true (nb_shell_get_sidebar_shown (fixture->shell));
  press (fixture, "<Control>k");
  type (fixture, "2023");
  press (fixture, "Return");
  g_assert_cmpuint (shown_year (fixture), ==, 2023);
  press (fixture, "<Control>r");
  g_assert_cmpuint (shown_year (fixture), ==, 2023);
  press (fixture, "<Control>w");
  g_assert_cmpuint (shown_year (fixture), ==, 2024);
  /* Without the toast, and once. */
  press (fixture, "<Control><Shift>t");
  g_assert_cmpuint (shown_year (fixture), ==, 2023);
  press (fixture, "<Control><Shift>t");
  fixture_assert_shown (fixture, "Nothing was closed");
  /* Not beside what was opened again, and not instead of it. */
  press (fixture, "<Control>w");
  item = fixture_open_sample (fixture, "yunxi-2023.html");
  nb_window_set_item (fixture->window, NULL);
  press (fixture, "<Control><Shift>t");
  g_assert_true (nb_window_get_item (fixture->window) == item);
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (gtk_window_get_transient_for (window->data) == GTK_WINDOW (fixture->window))
      return window->data;
  return NULL;
}

/* The ways in, and the windows beside. */
static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "<Control>l", "F1", "<Control>comma",
                                      "<Control><Shift>question" };

  take_focus (fixture, GTK_WINDOW (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWindow *dialog;

      press (fixture, keys[i]);
      dialog = find_dialog (fixture);
      g_assert_nonnull (dialog);
      take_focus (fixture, dialog);
      press (fixture, "Escape");
      WAIT_FOR (find_dialog (fixture) == NULL);
      take_focus (fixture, GTK_WINDOW (fixture->window));
    }
}

/* The number that was keyed in for a metric; -1 for none. */
static gint64
get_entered (Fixture *fixture, const char *id)
{
  NbReport *report = nb_app_item_get_report (nb_window_get_item (fixture->window));
  NbDecimal value;

  return nb_figure_get_entered (nb_report_find_figure (report, id), &value) ? value.unscaled : -1;
}

/* A form with nothing filled in: numbers are typed into its cells one after the other, and checked. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item;
  NbReport *report;
  NbOutcomes outcomes;
  g_autofree char *sentence = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "new-report",
                                  g_variant_new ("(ssu)", "2021", "青禾县人民政府", 2024));
  fixture_settle (fixture);
  take_focus (fixture, GTK_WINDOW (fixture->window));
  item = nb_window_get_item (fixture->window);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
  report = nb_app_item_get_report (item);
  nb_app_item_set_figure (item, nb_report_find_figure (report, "carried_in.natural_person"));
  wait_until (fixture_is_idle, fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (
      nb_tables_page_get_form_view (NB_TABLES_PAGE (nb_shell_get_page (fixture->shell)))));

  /* Enter goes down, Tab to the right; Escape leaves the cell as it was. */
  type (fixture, "12");
  press (fixture, "Return");
  g_assert_cmpint (get_entered (fixture, "carried_in.natural_person"), ==, 12);
  g_assert_cmpstr (nb_figure_get_id (nb_app_item_get_figure (item)), ==,
                   "disclosed_full.natural_person");
  type (fixture, "7");
  press (fixture, "Tab");
  type (fixture, "5");
  press (fixture, "Escape");
  g_assert_cmpint (get_entered (fixture, "disclosed_full.natural_person"), ==, 7);
  g_assert_cmpint (get_entered (fixture, "disclosed_full.commercial_enterprise"), ==, -1);
  g_assert_cmpstr (nb_figure_get_id (nb_app_item_get_figure (item)), ==,
                   "disclosed_full.commercial_enterprise");
  type (fixture, "4");
  press (fixture, "Return");
  g_assert_cmpint (get_entered (fixture, "disclosed_full.commercial_enterprise"), ==, 4);

  /* What is keyed in is checked, and taken away by Delete. */
  nb_app_item_set_figure (
      item, nb_report_find_figure (nb_app_item_get_report (item), "disclosed_full.natural_person"));
  press (fixture, "Delete");
  g_assert_cmpint (get_entered (fixture, "disclosed_full.natural_person"), ==, -1);
  g_assert_cmpint (get_entered (fixture, "carried_in.natural_person"), ==, 12);
  nb_outcomes_read (&outcomes, item);
  sentence = nb_outcomes_dup_sentence (&outcomes);
  g_assert_true (g_str_has_prefix (sentence, "Disclosed blank, "));
  nb_shell_set_page_name (fixture->shell, "overview");
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "blank · 2 keyed in");
}

static gboolean
is_in_findings (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (nb_shell_get_page (fixture->shell)));
}

static gboolean
has_state (NbFinding *finding, guint state)
{
  g_autoptr (NbReview) review = nb_notebook_dup_review (nb_notebook_get_default (), finding);

  return review != NULL && review->state == state;
}

static void
assert_focus_in_chosen_cell (Fixture *fixture)
{
  NbFigure *figure = nb_app_item_get_figure (nb_window_get_item (fixture->window));
  NbTablesPage *page = NB_TABLES_PAGE (nb_shell_get_page (fixture->shell));
  GtkWidget *cell;

  fixture_settle (fixture);
  g_assert_nonnull (figure);
  cell = nb_tables_page_find_cell (page, figure);
  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_has_focus (cell));
}

/* Not every finding has a cell. */
static void
lead_to_next_table (Fixture *fixture)
{
  press (fixture, "<Alt>4");
  for (guint i = 0; i < 5 && !is_in_findings (fixture); i++)
    press (fixture, "F6");
  g_assert_true (is_in_findings (fixture));
  for (guint i = 0; i < 9 && is_in_findings (fixture); i++)
    {
      press (fixture, "F8");
      press (fixture, "t");
    }
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
}

/* In the list of findings a figure decides, and a letter leads to the table. */
static void
test_findings (Fixture *fixture, gconstpointer data)
{
  NbFinding *finding;

  open_two (fixture);
  press (fixture, "<Alt>4");
  for (guint i = 0; i < 5 && !is_in_findings (fixture); i++)
    press (fixture, "F6");
  g_assert_true (is_in_findings (fixture));
  finding = nb_app_item_get_finding (nb_window_get_item (fixture->window));
  g_assert_nonnull (finding);
  for (guint state = NB_REVIEW_ACCEPTED; state <= NB_REVIEW_FAULT; state++)
    {
      g_autofree char *key = g_strdup_printf ("%u", state);

      press (fixture, key);
      g_assert_true (has_state (finding, state));
    }
  /* Once more takes it back. */
  press (fixture, "3");
  g_assert_null (nb_notebook_dup_review (nb_notebook_get_default (), finding));
  /* So does the next finding, without leaving the list. */
  press (fixture, "F8");
  g_assert_true (nb_app_item_get_finding (nb_window_get_item (fixture->window)) != finding);
  finding = nb_app_item_get_finding (nb_window_get_item (fixture->window));
  press (fixture, "1");
  g_assert_true (has_state (finding, NB_REVIEW_ACCEPTED));
  press (fixture, "1");
  press (fixture, "t");
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
  assert_focus_in_chosen_cell (fixture);
  /* And again, when the table has been there before, and where it is a list of its rows. */
  lead_to_next_table (fixture);
  assert_focus_in_chosen_cell (fixture);
  nb_tables_page_set_printed (NB_TABLES_PAGE (nb_shell_get_page (fixture->shell)), FALSE);
  lead_to_next_table (fixture);
  assert_focus_in_chosen_cell (fixture);
}

/* Down goes through all findings, over the headings of their groups, and Up back. */
static void
test_findings_arrows (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  guint n_items = g_list_model_get_n_items (nb_app_item_get_findings (item));
  NbFinding *first;

  take_focus (fixture, GTK_WINDOW (fixture->window));
  press (fixture, "<Alt>4");
  for (guint i = 0; i < 5 && !is_in_findings (fixture); i++)
    press (fixture, "F6");
  first = nb_app_item_get_finding (item);
  g_assert_cmpuint (n_items, >, 4);
  for (guint i = 1; i < n_items; i++)
    {
      NbFinding *before = nb_app_item_get_finding (item);

      press (fixture, "Down");
      g_assert_true (is_in_findings (fixture));
      g_assert_true (nb_app_item_get_finding (item) != before);
    }
  for (guint i = 1; i < n_items; i++)
    press (fixture, "Up");
  g_assert_true (nb_app_item_get_finding (item) == first);
}

/* (transfer none) (nullable): a finding that two reports are needed for. */
static NbFinding *
find_of_both (NbAppItem *item)
{
  GListModel *findings = nb_app_item_get_findings (item);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      guint n_others = 0;

      nb_finding_get_others (finding, &n_others);
      if (nb_finding_get_status (finding) == NB_STATUS_FAIL && n_others > 0)
        return finding; /* the model keeps it */
    }
  return NULL;
}

/* Another report is read while somebody decides on findings: the list has others then, the finding and the focus are where
 * they were, and the next key goes to the same one. */
static void
test_findings_change (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2023.html",
                                                 NULL);
  guint n_findings = nb_app_item_get_n_findings (item);
  NbFinding *finding;
  NbAppItem *other;
  GtkWidget *focus;

  take_focus (fixture, GTK_WINDOW (fixture->window));
  press (fixture, "<Alt>4");
  for (guint i = 0; i < 5 && !is_in_findings (fixture); i++)
    press (fixture, "F6");
  press (fixture, "Down");
  press (fixture, "Down");
  g_assert_true (is_in_findings (fixture));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  finding = nb_app_item_get_finding (item);
  other = nb_session_open (nb_window_get_session (fixture->window), path);
  WAIT_FOR (nb_app_item_get_n_findings (item) != n_findings);
  /* At once: no key that comes now may go elsewhere. */
  g_assert_true (nb_app_item_get_finding (item) == finding);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
  press (fixture, "3");
  g_assert_true (has_state (finding, NB_REVIEW_FAULT));
  press (fixture, "3");

  /* The report that told of some of them goes: so do they, and who stood on one stands on the next. */
  finding = find_of_both (item);
  g_assert_nonnull (finding);
  nb_app_item_set_finding (item, finding);
  fixture_settle (fixture);
  g_assert_true (is_in_findings (fixture));
  nb_session_close (nb_window_get_session (fixture->window), other);
  WAIT_FOR (nb_app_item_get_n_findings (item) == n_findings);
  fixture_settle (fixture);
  g_assert_true (is_in_findings (fixture));
  finding = nb_app_item_get_finding (item);
  g_assert_nonnull (finding);
  press (fixture, "Up");
  g_assert_true (is_in_findings (fixture));
  g_assert_true (nb_app_item_get_finding (item) != finding);
}

static GtkWidget *
find_open_menu (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
                             gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)) &&
                             gtk_widget_get_visible (GTK_WIDGET (
                                 gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget))))
                         ? widget
                         : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_open_menu (child);
  return found;
}

/* F10 opens the main menu, with no report, with some, and where the side bar with its button is hidden. */
static void
test_main_menu (Fixture *fixture, gconstpointer data)
{
  take_focus (fixture, GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 3; i++)
    {
      press (fixture, "F10");
      WAIT_FOR (find_open_menu (GTK_WIDGET (fixture->window)) != NULL);
      press (fixture, "Escape");
      take_focus (fixture, GTK_WINDOW (fixture->window));
      g_assert_null (find_open_menu (GTK_WIDGET (fixture->window)));
      if (i == 0)
        open_two (fixture);
      else
        nb_shell_set_sidebar_shown (fixture->shell, FALSE);
      fixture_settle (fixture);
    }
  /* Where the side bar lies over the page it slides in first. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 640);
  WAIT_FOR (nb_shell_get_width_class (fixture->shell) == NB_WIDTH_FOLDED);
  nb_shell_set_sidebar_shown (fixture->shell, FALSE);
  fixture_settle (fixture);
  take_focus (fixture, GTK_WINDOW (fixture->window));
  press (fixture, "F10");
  WAIT_FOR (find_open_menu (GTK_WIDGET (fixture->window)) != NULL);
  press (fixture, "Escape");
}

/* F6 comes back to the report that is shown, whatever stands above it in the side bar. */
static void
test_panes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sidebar = nb_shell_get_sidebar (fixture->shell);
  GtkWidget *focus = NULL;

  open_two (fixture);
  press (fixture, "<Alt>3");
  for (guint i = 0; i < 6 && (focus == NULL || !gtk_widget_is_ancestor (focus, sidebar)); i++)
    {
      press (fixture, "F6");
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
    }
  g_assert_true (gtk_widget_is_ancestor (focus, sidebar));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/keys/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check () || !GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_print ("1..0 # SKIP there is no X display\n");
      return 0;
    }
  adw_init ();
  ADD ("pages", test_pages);
  ADD ("find", test_find);
  ADD ("table", test_table);
  ADD ("findings", test_findings);
  ADD ("findings-arrows", test_findings_arrows);
  ADD ("findings-change", test_findings_change);
  ADD ("reports", test_reports);
  ADD ("form", test_form);
  ADD ("dialogs", test_dialogs);
  ADD ("main-menu", test_main_menu);
  ADD ("panes", test_panes);
  return g_test_run ();
}
