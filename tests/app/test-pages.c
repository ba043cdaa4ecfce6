/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages tell of a report beyond its figures: charset, way in, other years. Skipped without a display. */

#include "base/nb-error.h"
#include "nb-finding-steps.h"
#include "nb-charset-menu.h"
#include "nb-evidence-panel.h"
#include "nb-outline.h"
#include "nb-card-grid.h"
#include "nb-page-types.h"
#include "nb-sidebar-row.h"
#include "nb-sparkline.h"
#include "nb-tables-page.h"
#include "nb-text-page.h"
#include "nb-ui-text.h"

#include "fixture.h"
#include "wait.h"

/* The report of a sample as it is once read again in a charset; "" for the one that is found out. */
static void
read_in_charset (Fixture *fixture, const char *charset)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "charset"));
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), "charset",
                                      g_variant_new_string (charset));
  fixture_settle (fixture);
}

static void
test_charset (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  g_autofree char *organ = g_strdup (nb_report_get_organ (nb_app_item_get_report (item)));
  g_autofree char *found = nb_charset_dup_description (item);
  g_autofree char *chosen = NULL;
  g_autoptr (GVariant) state = NULL;

  fixture_show_page (fixture, "overview");
  g_assert_cmpstr (found, ==, "GB18030 (the page says GB2312)");
  fixture_assert_shown (fixture, found);
  read_in_charset (fixture, "gb18030");
  chosen = nb_charset_dup_description (item);
  g_assert_cmpstr (chosen, ==, "GB18030, chosen by hand (the page says GB2312)");
  fixture_assert_shown (fixture, chosen);
  g_assert_cmpstr (nb_report_get_organ (nb_app_item_get_report (item)), ==, organ);

  /* In a charset that the bytes do not hold the report is not lost, nor is what it was read in. */
  read_in_charset (fixture, "utf-16le");
  g_assert_cmpstr (nb_report_get_organ (nb_app_item_get_report (item)), ==, organ);
  g_assert_cmpstr (nb_app_item_get_charset (item), ==, "gb18030");
  fixture_assert_shown (fixture, "Not read again");
  read_in_charset (fixture, "");
  g_assert_null (nb_app_item_get_charset (item));
  state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "charset");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "");
}

/* A text whose charset nobody knows is offered to be read in one that the user knows. */
static void
test_charset_unknown (Fixture *fixture, gconstpointer data)
{
  static const guint8 odd[] =
      "\x81 \x81 \xff\xff \x81\x81 \xff\x80 \x80\x81 \xff\xff\xff \x9f\xff \x81 \xff";
  g_autoptr (GBytes) bytes = g_bytes_new_static (odd, sizeof odd - 1);
  NbAppItem *item = nb_session_open_bytes (nb_window_get_session (fixture->window), "odd.txt",
                                           bytes, "text/plain");

  nb_window_await (fixture->window, item);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_error (nb_app_item_get_error (item), NB_ERROR, NB_ERROR_CHARSET_UNKNOWN);
  fixture_assert_shown (fixture, "The characters of this text are not known");
  fixture_assert_shown (fixture, "Choose the Charset");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "charset"));
  fixture_assert_named (GTK_WIDGET (fixture->window));
}

/* A site that takes the call and never answers. */
static GSocketListener *
start_silent_site (guint16 *port)
{
  GSocketListener *listener = g_socket_listener_new ();

  *port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_assert_cmpuint (*port, >, 0);
  return listener;
}

static gboolean
only_one_waits (gpointer session)
{
  return nb_session_get_n_busy (session) == 1;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = fixture_find_label (widget, label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

/* What was opened together, each with what has become of it; a silent site keeps no file waiting. */
static void
test_loading (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                   "yunxi-2024.html", NULL);
  NbSession *session = nb_window_get_session (fixture->window);
  guint16 port = 0;
  g_autoptr (GSocketListener) site = start_silent_site (&port);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/2023.html", port);
  const char *const uris[] = { address, sample, "/no/such/report.html", NULL };
  GtkWidget *status, *button;

  nb_window_open (fixture->window, uris);
  wait_until (only_one_waits, session);
  fixture_assert_shown (fixture, "Opening 3 reports");
  fixture_assert_shown (fixture, "1 of 3 reports read · 1 could not be read");
  status = nb_shell_get_status (fixture->shell);
  g_assert_nonnull (fixture_find_label (status, "200 cells"));
  g_assert_nonnull (find_button (status, "Details"));
  fixture_assert_named (status);
  button = find_button (status, "Show");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_run_frames (fixture); /* one of them never comes to an end by itself */
  g_assert_cmpuint (
      nb_report_get_year (nb_app_item_get_report (nb_window_get_item (fixture->window))), ==, 2024);
  nb_session_cancel_all (session);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (nb_session_get_items (session)), ==, 2);

  /* The same report once more is told, and shown. */
  nb_window_open (fixture->window, (const char *const[]){ sample, NULL });
  fixture_assert_shown (fixture, "This report is open already");
}

static NbOutlineEntry *
find_entry (GListModel *outline, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (outline); i++)
    {
      g_autoptr (NbOutlineEntry) entry = g_list_model_get_item (outline, i);

      if (strstr (nb_outline_entry_get_title (entry), title) != NULL)
        return entry; /* the outline holds it */
    }
  g_error ("the outline has no %s", title);
}

static void
assert_entry (GListModel *outline, const char *title, guint level, int severity)
{
  NbOutlineEntry *entry = find_entry (outline, title);
  NbSeverity worst = NB_SEVERITY_INFO;

  g_test_message ("%s", title);
  g_assert_cmpuint (nb_outline_entry_get_level (entry), ==, level);
  g_assert_true (nb_outline_entry_is_found (entry));
  g_assert_cmpint (nb_outline_entry_get_worst (entry, &worst), ==, severity >= 0);
  if (severity >= 0)
    g_assert_cmpint (worst, ==, severity);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(NbProseReading **) user_data = nb_prose_reading_new_finish (result);
}

static gboolean
is_read (gpointer prose)
{
  return *(NbProseReading **) prose != NULL;
}

/* Sections, their parts and tables, and the gravest finding in each. */
static void
test_outline (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbReport *report = nb_app_item_get_report (item);
  const NbForm *form = nb_report_get_form (report);
  NbProseReading *prose = NULL;
  g_autoptr (GListModel) outline = NULL;
  g_autoptr (NbOutlineEntry) deepest = NULL;

  nb_prose_reading_new_async (report, NULL, read_cb, &prose);
  wait_until (is_read, &prose);
  outline = nb_outline_new (item, prose);
  assert_entry (outline, "Opening words", 0, NB_SEVERITY_LAW);
  assert_entry (outline, form->sections[0].label_zh, 0, NB_SEVERITY_WARNING);
  assert_entry (outline, form->tables[0].label_short_en, 1, -1);
  assert_entry (outline, form->tables[1].label_short_en, 1, NB_SEVERITY_ERROR);
  g_assert_cmpuint (g_list_model_get_n_items (outline), ==, 1 + 6 + 5 + 3);
  deepest = g_list_model_get_item (
      outline,
      nb_outline_find (
          outline,
          nb_figure_get_place (fixture_figure_for_role (item, "requests.received"))->offset));
  g_assert_true (deepest == find_entry (outline, form->tables[1].label_short_en));
  nb_prose_reading_free (prose);
}

/* A section that is not there stands in its place and says so. */
static void
test_outline_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2022.txt",
                                                 NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GListModel) outline = NULL;
  const NbForm *form;
  NbAppItem *item;
  char *heading;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  /* The last section goes with its heading. */
  item = fixture_open_sample (fixture, "yunxi-2022.txt");
  form = nb_report_get_form (nb_app_item_get_report (item));
  heading = g_strrstr (text, form->sections[5].label_zh);
  g_assert_nonnull (heading);
  while (*heading != '\n')
    *heading-- = '\0';
  bytes = g_bytes_new (text, strlen (text));
  item = nb_session_open_bytes (nb_window_get_session (fixture->window), "cut", bytes,
                                "text/plain;charset=utf-8");
  wait_until (fixture_is_idle, fixture->window);
  g_assert_nonnull (nb_app_item_get_report (item));
  outline = nb_outline_new (item, NULL);
  g_assert_false (nb_outline_entry_is_found (find_entry (outline, form->sections[5].label_en)));
  nb_window_set_item (fixture->window, item);
  fixture_show_page (fixture, "text");
  fixture_assert_shown (fixture, "(not found)");
}

/* The numbers of sentences lead to their figures, without the text running away. */
static void
test_claims (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTextPage *page = NB_TEXT_PAGE (fixture_show_page (fixture, "text"));
  NbTextView *view = nb_text_page_get_view (page);
  NbFigure *received = fixture_figure_for_role (item, "requests.received");
  gsize length = 0;
  const char *text = nb_document_get_text (nb_report_get_document (nb_app_item_get_report (item)),
                                           &length);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double before;

  fixture_settle (fixture);
  g_assert_true (nb_text_view_find_figure (view, (gsize) (strstr (text, "241") - text)) ==
                 received);
  g_assert_null (nb_text_view_find_figure (view, (gsize) (strstr (text, "6,218") - text)));
  g_assert_cmpuint (nb_text_view_get_n_marks (view), >, 0);
  before = gtk_adjustment_get_value (adjustment);
  g_signal_emit_by_name (view, "choose", received);
  fixture_settle (fixture);
  g_assert_true (nb_app_item_get_figure (item) == received);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, before);
  /* Words that a finding is about are shown where they stand. */
  nb_app_item_set_figure (item, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (nb_app_item_get_findings (item)); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (nb_app_item_get_findings (item), i);
      guint n_quotes = 0;
      const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
      g_autofree char *marked = NULL;
      g_autofree char *words = NULL;

      if (n_quotes == 0)
        continue;
      nb_app_item_set_finding (item, finding);
      marked = nb_text_view_dup_marked (view);
      words = g_strndup (text + quotes[0].offset, quotes[0].length);
      g_assert_cmpstr (marked, ==, words);
    }
}

/* F8 goes to the words or to the cell in the text, and says there what is wrong. */
static void
test_next_finding (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTextView *view = nb_text_page_get_view (NB_TEXT_PAGE (fixture_show_page (fixture, "text")));
  guint n_findings = nb_app_item_get_n_findings (item);
  NbFinding *first = NULL;

  nb_app_item_set_finding (item, NULL);
  for (guint i = 0; i < n_findings; i++)
    {
      g_autofree char *marked = NULL;
      g_autofree char *title = NULL;
      g_autofree char *fact = NULL;

      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-finding", NULL);
      fixture_settle (fixture);
      g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "text");
      if (nb_app_item_get_finding (item) == first)
        break;
      first = first != NULL ? first : nb_app_item_get_finding (item);
      marked = nb_text_view_dup_marked (view);
      g_assert_nonnull (marked);
      g_assert_cmpuint (strlen (marked), >, 0);
      title = nb_finding_dup_headline (nb_app_item_get_finding (item));
      fixture_assert_shown (fixture, title);
      fact = nb_finding_steps_dup_fact (nb_app_item_get_finding (item));
      fixture_assert_shown (fixture, fact);
    }
  g_assert_nonnull (first);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_pasted (gpointer text)
{
  return *(char **) text != NULL;
}

/* Words are copied with what is needed to find them again. */
static void
test_copy_with_place (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbPage *page = fixture_show_page (fixture, "text");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (nb_text_page_get_view (NB_TEXT_PAGE (page))));
  gsize length = 0;
  const char *text = nb_document_get_text (nb_report_get_document (nb_app_item_get_report (item)),
                                           &length);
  gsize offset = (gsize) (strstr (text, "6,218") - text);
  g_autofree char *bytes = g_strdup_printf ("bytes %" G_GSIZE_FORMAT "\u2013%" G_GSIZE_FORMAT,
                                            offset, offset + 5);
  g_autofree char *copied = NULL;
  g_auto (GStrv) lines = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "6,218", 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "text.copy-with-place", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, pasted_cb,
                                 &copied);
  wait_until (is_pasted, &copied);
  lines = g_strsplit (copied, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "6,218");
  g_assert_true (g_str_has_prefix (lines[1], nb_report_get_organ (nb_app_item_get_report (item))));
  g_assert_true (g_str_has_suffix (lines[1], bytes));
  g_assert_nonnull (strstr (lines[2], "yunxi-2024.html"));
}

static NbSparkline *
get_sparkline (Fixture *fixture, guint index)
{
  NbPage *page = nb_shell_get_page (fixture->shell);
  GtkWidget *cards = fixture_find_type (GTK_WIDGET (page), NB_TYPE_CARD_GRID);
  GtkWidget *card = gtk_widget_get_first_child (cards);

  while (index-- > 0)
    card = gtk_widget_get_next_sibling (card);
  return NB_SPARKLINE (fixture_find_type (card, NB_TYPE_SPARKLINE));
}

/* A line over the years that are open, up to that of the report, and in two parts where the form breaks it. */
static void
test_sparkline (Fixture *fixture, gconstpointer data)
{
  NbAppItem *latest = fixture_open_sample (fixture, "yunxi-2024.html");

  fixture_show_page (fixture, "overview");
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (nb_sparkline_get_n_points (get_sparkline (fixture, 0)), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_sparkline (fixture, 0))));
  fixture_open_sample (fixture, "yunxi-2018.html");
  fixture_open_sample (fixture, "yunxi-2017.txt");
  fixture_open_sample (fixture, "yunxi-2023.html");
  wait_until (fixture_is_idle, fixture->window);
  /* Of 2023 there are no later years. */
  g_assert_cmpuint (nb_sparkline_get_n_points (get_sparkline (fixture, 0)), ==, 3);
  nb_window_set_item (fixture->window, latest);
  fixture_settle (fixture);
  g_assert_cmpuint (nb_sparkline_get_n_points (get_sparkline (fixture, 0)), ==, 4);
  g_assert_cmpuint (nb_sparkline_get_n_breaks (get_sparkline (fixture, 0)), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_sparkline (fixture, 0))));
}

/* The menu of a cell works on it, and the panel knows the year before. */
static void
test_cell (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbFigure *received = fixture_figure_for_role (item, "requests.received");
  NbPage *page = fixture_show_page (fixture, "tables");
  GtkWidget *panel = fixture_find_type (GTK_WIDGET (page), NB_TYPE_EVIDENCE_PANEL);
  GtkWidget *menu = nb_tables_page_get_menu (NB_TABLES_PAGE (page));
  g_autoptr (GListModel) controllers = NULL;
  gboolean handled = FALSE;

  nb_app_item_set_figure (item, received);
  wait_until (fixture_is_idle, fixture->window);
  g_assert_null (fixture_find_label (panel, "Year before"));
  fixture_open_sample (fixture, "yunxi-2023.html");
  nb_window_set_item (fixture->window, item);
  fixture_settle (fixture);
  g_assert_nonnull (fixture_find_label (panel, "189 (2023)"));

  /* As Shift+F10 comes in. */
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (page));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_F10, 0, GDK_SHIFT_MASK, &handled);
    }
  g_assert_true (handled);
  fixture_settle (fixture);
  g_assert_true (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  fixture_settle (fixture);
}

/* Nothing is left of the foot that tells how far the reports are, and the one that is shown is in view. */
static void
test_sidebar_settles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sidebar = nb_shell_get_sidebar (fixture->shell);
  GtkWidget *foot = fixture_find_type (sidebar, GTK_TYPE_REVEALER);
  GtkWidget *list = fixture_find_type (sidebar, GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  fixture_open_sample (fixture, "yunxi-2024.html");
  fixture_open_sample (fixture, "shiqiao-2024.txt");
  fixture_open_sample (fixture, "yunxi-2017.txt");
  fixture_settle (fixture);
  g_assert_nonnull (foot);
  g_assert_false (gtk_widget_get_visible (foot));
  g_assert_true (gtk_widget_compute_bounds (list, sidebar, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y + bounds.size.height,
                                  gtk_widget_get_height (sidebar), 12);
}

/* No page asks for more room than its class of width begins with, so that the window's buttons stay on screen. */
static void
test_widths (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 1100, 1024, 860, 600 };

  fixture_open_sample (fixture, "yunxi-2024.html");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 600);
      fixture_settle (fixture);
      for (guint j = 0; nb_page_types_get_names ()[j] != NULL; j++)
        {
          int least = 0;

          fixture_show_page (fixture, nb_page_types_get_names ()[j]);
          fixture_settle (fixture);
          gtk_widget_measure (GTK_WIDGET (fixture->shell), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                              NULL, NULL, NULL);
          g_test_message ("%s at %d", nb_page_types_get_names ()[j], widths[i]);
          g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->shell)), <=, widths[i]);
          g_assert_cmpint (least, <=, widths[i]);
        }
    }
}

/* With letters twice as large the window is laid out as for half the width, and no page asks for more than there is. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 1280, 1150, 1024 };
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  int usual = 0;

  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  fixture_open_sample (fixture, "yunxi-2024.html");
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 600);
      fixture_settle (fixture);
      for (guint j = 0; nb_page_types_get_names ()[j] != NULL; j++)
        {
          int least = 0;

          fixture_show_page (fixture, nb_page_types_get_names ()[j]);
          fixture_settle (fixture);
          gtk_widget_measure (GTK_WIDGET (fixture->shell), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                              NULL, NULL, NULL);
          g_test_message ("%s at %d", nb_page_types_get_names ()[j], widths[i]);
          /* Lines of text are as long as they were, in letters. */
          if (NB_IS_TEXT_PAGE (nb_shell_get_page (fixture->shell)))
            g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (nb_text_page_get_view (
                                 NB_TEXT_PAGE (nb_shell_get_page (fixture->shell))))),
                             >, 900);
          g_assert_cmpint (least, <=, widths[i]);
        }
    }
  g_assert_cmpint (nb_shell_get_width_class (fixture->shell), ==, NB_WIDTH_NARROW);
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  fixture_settle (fixture);
  g_assert_cmpint (nb_shell_get_width_class (fixture->shell), ==, NB_WIDTH_MEDIUM);
}

/* The error page at the smallest window of the mock-ups: the way out is in sight, and nothing is cut. */
static void
test_error (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 1024, 860, 700, 600, 480, 360 };
  const char *const uris[] = { "/no/such/report.html", NULL };
  GtkWidget *status, *button;
  graphene_rect_t bounds;

  nb_window_open (fixture->window, uris);
  wait_until (fixture_is_idle, fixture->window);
  fixture_assert_shown (fixture, "The report was not found");
  status = nb_shell_get_status (fixture->shell);
  button = find_button (status, "Try Again");
  g_assert_nonnull (button);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 600);
      fixture_settle (fixture);
      g_test_message ("at %d", widths[i]);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, widths[i]);
      g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (fixture->window), &bounds));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                         gtk_widget_get_height (GTK_WIDGET (fixture->window)));
    }
}

/* One meaning of the number of findings everywhere: relations that fail. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  GListModel *findings = nb_app_item_get_findings (item);
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *row;
  guint n_failed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      n_failed += nb_finding_get_status (finding) == NB_STATUS_FAIL;
    }
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_cmpuint (n_failed, <, g_list_model_get_n_items (findings));
  number = g_strdup_printf ("Checks %u", n_failed);
  fixture_assert_shown (fixture, number);
  title = g_strdup_printf ("Findings %u", n_failed);
  fixture_show_page (fixture, "overview");
  fixture_assert_shown (fixture, title);
  row = fixture_find_type (nb_shell_get_sidebar (fixture->shell), NB_TYPE_SIDEBAR_ROW);
  while (row != NULL && gtk_widget_has_css_class (row, "nb-heading"))
    row = fixture_find_type (gtk_widget_get_next_sibling (gtk_widget_get_parent (row)),
                             NB_TYPE_SIDEBAR_ROW);
  g_assert_nonnull (row);
  spoken = g_strdup_printf ("%u findings", n_failed);
  g_assert_nonnull (strstr (nb_sidebar_row_get_name (NB_SIDEBAR_ROW (row)), spoken));
}

/* A table that is drawn with bars is shown as a table, be it a line for each row or for each cell, and its figures are
 * marked in it as in any other. */
static void
test_bars (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2022.txt");
  NbTextView *view = nb_text_page_get_view (NB_TEXT_PAGE (fixture_show_page (fixture, "text")));
  NbFigure *figures[2] = { fixture_figure_for_role (item, "requests.received"),
                           fixture_figure_for_role (item,
                                                    "requests.received.commercial_enterprise") };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autofree char *marked = NULL;
  graphene_rect_t bounds[2];

  fixture_settle (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      GtkWidget *cell = nb_text_view_find_cell (view, figures[i]);
      g_autofree char *value = nb_ui_figure_dup_cell (figures[i]);

      g_assert_nonnull (cell);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, value);
      g_assert_true (gtk_widget_compute_bounds (cell, GTK_WIDGET (view), &bounds[i]));
    }
  /* One row of the form, the total at its end. */
  g_assert_cmpfloat (bounds[0].origin.y, ==, bounds[1].origin.y);
  g_assert_cmpfloat (bounds[0].origin.x, >, bounds[1].origin.x);
  /* No bar is left of it. */
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_null (strchr (text, '|'));
  nb_app_item_set_figure (item, figures[0]);
  fixture_settle (fixture);
  marked = nb_text_view_dup_marked (view);
  g_assert_cmpstr (marked, ==,
                   gtk_label_get_text (GTK_LABEL (nb_text_view_find_cell (view, figures[0]))));
}

static GtkEventController *
find_scroll (GtkWidget *widget, gboolean first)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GtkPropagationPhase phase = gtk_event_controller_get_propagation_phase (controller);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) && (phase == GTK_PHASE_CAPTURE) == first)
        return controller;
    }
  g_assert_not_reached ();
}

/* A table in the text takes the turns of the wheel that go sideways, and leaves the others to the text. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double dx;
    double dy;
    GtkPropagationPhase phase;
  } turns[] = { { 0, 1, GTK_PHASE_NONE }, { 1, 0, GTK_PHASE_BUBBLE }, { 0.2, -3, GTK_PHASE_NONE } };
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTextView *view = nb_text_page_get_view (NB_TEXT_PAGE (fixture_show_page (fixture, "text")));
  GtkWidget *cell;
  GtkWidget *scrolled;

  fixture_settle (fixture);
  cell = nb_text_view_find_cell (view, fixture_figure_for_role (item, "requests.received"));
  g_assert_nonnull (cell);
  scrolled = gtk_widget_get_ancestor (cell, GTK_TYPE_SCROLLED_WINDOW);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      GtkEventController *own = find_scroll (scrolled, FALSE);
      gboolean handled = TRUE;

      g_signal_emit_by_name (find_scroll (scrolled, TRUE), "scroll", turns[i].dx, turns[i].dy,
                             &handled);
      g_assert_false (handled);
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (own), ==, turns[i].phase);
    }
}

/* A text begins at its title, also where that stands over two lines, and all of it looks like one. */
static void
test_split_title (Fixture *fixture, gconstpointer data)
{
  static const char whole[] = "云溪县人民政府2020年政府信息公开工作年度报告";
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2020.txt",
                                                 NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) split = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter begin, end;
  g_autofree char *line = NULL;
  guint n_lines;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  split = g_string_new (content);
  n_lines = g_string_replace (
      split, whole, "政府信息公开\n索引号\n\n云溪县人民政府2020年\n\n政府信息公开工作年度报告", 1);
  g_assert_cmpuint (n_lines, ==, 1);
  bytes = g_bytes_new (split->str, split->len);
  nb_window_set_item (fixture->window,
                      nb_session_open_bytes (nb_window_get_session (fixture->window), "split.txt",
                                             bytes, "text/plain"));
  fixture_settle (fixture);
  buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (nb_text_page_get_view (NB_TEXT_PAGE (fixture_show_page (fixture, "text")))));
  fixture_settle (fixture);
  gtk_text_buffer_get_iter_at_mark (buffer, &begin, gtk_text_buffer_get_insert (buffer));
  end = begin;
  gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
  g_assert_cmpstr (line, ==, "云溪县人民政府2020年");
  g_assert_nonnull (gtk_text_iter_get_tags (&begin)->data);
  gtk_text_iter_forward_lines (&end, 2);
  g_assert_true (gtk_text_iter_has_tag (&end, gtk_text_iter_get_tags (&begin)->data));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/pages/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();
  ADD ("charset", test_charset);
  ADD ("charset-unknown", test_charset_unknown);
  ADD ("loading", test_loading);
  ADD ("outline", test_outline);
  ADD ("outline-missing", test_outline_missing);
  ADD ("claims", test_claims);
  ADD ("next-finding", test_next_finding);
  ADD ("copy-with-place", test_copy_with_place);
  ADD ("sparkline", test_sparkline);
  ADD ("cell", test_cell);
  ADD ("widths", test_widths);
  ADD ("large-text", test_large_text);
  ADD ("error", test_error);
  ADD ("counts", test_counts);
  ADD ("sidebar-settles", test_sidebar_settles);
  ADD ("bars", test_bars);
  ADD ("wheel", test_wheel);
  ADD ("split-title", test_split_title);
  return g_test_run ();
}
