/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The real window on a real display: opens sample reports, walks the pages through the actions, and asserts
 * what named cells and findings show and are called. Every widget finalizes. Skipped without a display.
 */

#include <glib/gstdio.h>

#include "nb-checks-page.h"
#include "nb-evidence-panel.h"
#include "nb-fact-row.h"
#include "nb-figure-cell.h"
#include "nb-finding-row.h"
#include "nb-window-check.h"
#include "workspace/nb-notebook.h"
#include "nb-later.h"
#include "nb-outcome-bar.h"
#include "nb-outcome-card.h"
#include "nb-overview-page.h"
#include "nb-page-types.h"
#include "nb-sidebar-row.h"
#include "nb-sidebar.h"
#include "nb-status-page.h"
#include "nb-tables-page.h"
#include "nb-text-page.h"
#include "nb-ui-text.h"

#include "fixture.h"
#include "wait.h"

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  fixture_assert_shown (fixture, "Open an Annual Report");
  g_assert_false (nb_shell_get_sidebar_shown (fixture->shell));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "reload"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "find"));
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "next-finding"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "paste"));
}

static gboolean
nothing_waits (gpointer user_data)
{
  return nb_later_is_idle ();
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbDocument *document = nb_report_get_document (nb_app_item_get_report (item));
  const char *sha = nb_source_get_sha256 (nb_document_get_source (document));
  g_autofree char *start = g_strndup (sha, 16);

  fixture_show_page (fixture, "overview");
  fixture_assert_shown (fixture, nb_report_get_organ (nb_app_item_get_report (item)));
  fixture_assert_shown (fixture, "2024");
  fixture_assert_shown (fixture, "published 20 January 2025");
  fixture_assert_shown (fixture, "of 200 cells hold a number");
  fixture_assert_shown (fixture, "214");
  fixture_assert_shown (fixture, "43,218");
  fixture_assert_shown (fixture, "Open 2023 to see the change");
  fixture_assert_shown (fixture, start);
  g_assert_true (nb_shell_get_sidebar_shown (fixture->shell));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "reload"));
  /* Once the year before is open the change is told, on the later year and not on the earlier. */
  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_assert_shown (fixture, "Open 2022 to see the change");
  fixture_open_sample (fixture, "yunxi-2024.html");
  wait_until (nothing_waits, NULL);
  fixture_assert_shown (fixture, "+25 (+13.2%) on 2023");
}

/* The parts of the whole, what is wrong with them, and the same in words. */
static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbPage *page = fixture_show_page (fixture, "overview");
  GtkWidget *card = fixture_find_type (GTK_WIDGET (page), NB_TYPE_OUTCOME_CARD);
  GtkWidget *bar = nb_outcome_card_get_bar (NB_OUTCOME_CARD (card));
  graphene_rect_t first, last;
  NbOutcomes outcomes;
  guint n_parts;

  n_parts = nb_outcome_bar_get_segment (NB_OUTCOME_BAR (bar), 0, 235, &first);
  g_assert_cmpuint (n_parts, ==, 6);
  nb_outcome_bar_get_segment (NB_OUTCOME_BAR (bar), 5, 235, &last);
  g_assert_cmpfloat_with_epsilon (first.size.width, 94, 0.01);
  g_assert_cmpfloat_with_epsilon (last.origin.x + last.size.width, 235, 0.01);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Disclosed 94, Partially disclosed 25, Not disclosed 28, Unable to provide 71, Not handled "
      "13, "
      "Other handling 4; parts add up to 235, printed total is 217");
  fixture_assert_shown (fixture, "parts add up to 235, printed total is 217");
  nb_outcomes_read (&outcomes, item);
  for (guint i = 0; i < outcomes.n_parts; i++)
    g_assert_cmpint (outcomes.parts[i].in_finding, ==, i == 3);

  /* Every form that asks for outcomes has them, of its own kind. */
  item = fixture_open_sample (fixture, "yunxi-2017.txt");
  nb_outcomes_read (&outcomes, item);
  g_assert_cmpuint (outcomes.n_parts, ==, 8);
  g_assert_true (outcomes.known);
  g_assert_cmpint (nb_decimal_compare (outcomes.sum, outcomes.total), ==, 0);
  item = fixture_open_sample (fixture, "yunxi-2019.html");
  nb_outcomes_read (&outcomes, item);
  g_assert_cmpuint (outcomes.n_parts, ==, 6);
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  NbFigure *figure = fixture_figure_for_role (item, "requests.received");
  g_autofree char *path = NULL;
  GtkWidget *cell;

  g_assert_cmpuint (g_list_model_get_n_items (nb_tables_page_get_tables (page)), ==, 3);
  nb_app_item_set_figure (item, figure);
  fixture_settle (fixture);
  cell = nb_tables_page_find_cell (page, figure);
  g_assert_nonnull (cell);
  g_assert_cmpstr (nb_figure_cell_get_text (NB_FIGURE_CELL (cell)), ==, "214");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "1. Requests newly received in the year, Total, 214, has a finding: Warning");
  g_assert_true (gtk_widget_has_css_class (cell, "nb-chosen"));
  /* The panel says where it stands. */
  fixture_assert_shown (fixture, "Selected figure");
  fixture_assert_shown (fixture, "by its label");
  fixture_assert_shown (fixture, nb_figure_get_id (figure));

  /* The figure of another table brings that table up. */
  figure = fixture_figure_for_role (item, "licences");
  nb_app_item_set_figure (item, figure);
  fixture_settle (fixture);
  cell = nb_tables_page_find_cell (page, figure);
  g_assert_nonnull (cell);
  g_assert_cmpstr (nb_figure_cell_get_text (NB_FIGURE_CELL (cell)), ==, "43218");
}

/* The states differ in look and in name, cell by cell, and every one that the sample has is seen. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "", "0", "blank", "placeholder", "not in this report", "unreadable"
  };
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  GListModel *figures = nb_report_get_figures (nb_app_item_get_report (item));
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  guint seen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      NbState state = nb_figure_get_state (figure);
      GtkWidget *cell;

      if ((seen & (1u << state)) != 0)
        continue;
      seen |= 1u << state;
      nb_app_item_set_figure (item, figure);
      fixture_settle (fixture);
      cell = nb_tables_page_find_cell (page, figure);
      g_assert_nonnull (cell);
      g_assert_true (gtk_widget_has_css_class (cell, nb_ui_figure_css_class (figure)));
      g_assert_nonnull (strstr (nb_figure_cell_get_spoken (NB_FIGURE_CELL (cell)), names[state]));
    }
  g_assert_cmpuint (seen, ==,
                    1u << NB_STATE_NUMBER | 1u << NB_STATE_ZERO | 1u << NB_STATE_BLANK |
                        1u << NB_STATE_PLACEHOLDER | 1u << NB_STATE_UNREADABLE);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTextPage *page = NB_TEXT_PAGE (fixture_show_page (fixture, "text"));
  GListModel *figures = nb_report_get_figures (nb_app_item_get_report (item));
  GListModel *sections = nb_report_get_sections (nb_app_item_get_report (item));
  NbTextView *view = nb_text_page_get_view (page);

  /* Every figure leads to exactly its own characters. */
  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      const NbPlace *place = nb_figure_get_place (figure);
      g_autofree char *marked = NULL;

      if (place == NULL || place->length == 0)
        continue;
      nb_app_item_set_figure (item, figure);
      marked = nb_text_view_dup_marked (view);
      g_assert_cmpstr (marked, ==, nb_figure_get_raw (figure));
    }
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NbSection) section = g_list_model_get_item (sections, i);
      const char *heading = nb_section_get_heading (section);

      if (nb_section_get_place (section) != NULL && heading != NULL && *heading != '\0')
        fixture_assert_shown (fixture, heading);
    }
}

/* The tables of the document stand in the text as tables, and their cells can be found and chosen. */
static void
test_text_tables (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTextPage *page = NB_TEXT_PAGE (fixture_show_page (fixture, "text"));
  NbTextView *view = nb_text_page_get_view (page);
  NbFigure *figure = fixture_figure_for_role (item, "licences");
  GtkWidget *cell;
  PangoAttrList *attributes;

  wait_until (nothing_waits, NULL);
  cell = nb_text_view_find_cell (view, figure);
  g_assert_nonnull (cell);
  g_assert_true (GTK_IS_LABEL (cell));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, "43218");
  g_assert_nonnull (gtk_widget_get_ancestor (cell, NB_TYPE_SHEET));
  g_assert_false (gtk_widget_has_css_class (cell, "nb-chosen"));
  nb_app_item_set_figure (item, figure);
  g_assert_true (gtk_widget_has_css_class (cell, "nb-chosen"));

  /* A hit in a cell is marked there and no longer when the search ends. */
  g_assert_cmpuint (nb_text_view_find (view, "43218"), ==, 1);
  attributes = gtk_label_get_attributes (GTK_LABEL (cell));
  {
    g_autofree char *marked = pango_attr_list_to_string (attributes);

    g_assert_nonnull (strstr (marked, "background"));
  }
  nb_app_item_set_figure (item, NULL);
  nb_text_view_find (view, "");
  {
    g_autofree char *marked = pango_attr_list_to_string (
        gtk_label_get_attributes (GTK_LABEL (cell)));

    g_assert_null (strstr (marked, "background"));
    g_assert_nonnull (strstr (marked, "underline"));
  }

  /* What is copied of a table is its text. */
  g_signal_emit_by_name (view, "select-all", TRUE);
  g_signal_emit_by_name (view, "copy-clipboard");
  {
    GdkContentProvider *content = gdk_clipboard_get_content (
        gtk_widget_get_clipboard (GTK_WIDGET (view)));
    g_auto (GValue) value = G_VALUE_INIT;

    g_value_init (&value, G_TYPE_STRING);
    g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
    g_assert_nonnull (strstr (g_value_get_string (&value), "\t175\t21\t2\t3\t9\t4\t214"));
  }
  fixture_open_sample (fixture, "yunxi-2017.txt");
  wait_until (nothing_waits, NULL);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTextPage *page;
  const char *organ = nb_report_get_organ (nb_app_item_get_report (item));
  guint n_hits;

  /* From another page the search leads to the text. */
  fixture_show_page (fixture, "overview");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "find", NULL);
  fixture_settle (fixture);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "text");
  page = NB_TEXT_PAGE (nb_shell_get_page (fixture->shell));
  n_hits = nb_text_view_find (nb_text_page_get_view (page), organ);
  g_assert_cmpuint (n_hits, >=, 2);
  g_assert_cmpuint (nb_text_view_move_hit (nb_text_page_get_view (page), 1), ==, 2);
  g_assert_cmpuint (nb_text_view_move_hit (nb_text_page_get_view (page), -1), ==, 1);
  g_assert_cmpuint (nb_text_view_move_hit (nb_text_page_get_view (page), -1), ==, n_hits);
  g_assert_cmpuint (nb_text_view_find (nb_text_page_get_view (page), "no such words"), ==, 0);
  g_assert_cmpuint (nb_text_view_move_hit (nb_text_page_get_view (page), 1), ==, 0);
}

static void
test_checks (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbChecksPage *page = NB_CHECKS_PAGE (fixture_show_page (fixture, "checks"));
  NbFinding *worst = nb_app_item_get_worst (item);
  g_autofree char *title = NULL;
  g_autofree char *relation = NULL;
  GtkWidget *term;

  g_assert_nonnull (worst);
  g_assert_cmpstr (nb_finding_get_rule (worst), ==, "T3-03");
  g_assert_true (nb_app_item_get_finding (item) == worst);
  title = nb_finding_dup_headline (worst);
  fixture_assert_shown (fixture, title);
  relation = nb_relation_view_dup_text (nb_checks_page_get_relation (page));
  g_assert_cmpstr (relation, ==, "35 + 6 + 1 + 1 + 2 + 1 = 46 \u2260 64");
  fixture_assert_shown (fixture, "Error 2");
  fixture_assert_shown (fixture, "64 \u2192 46");
  fixture_assert_shown (
      fixture, "Follows from this: T3-02 · The outcomes do not add up to the total · Total");

  /* Each number leads to its cell. */
  term = fixture_find_type (GTK_WIDGET (nb_checks_page_get_relation (page)), GTK_TYPE_BUTTON);
  g_assert_nonnull (term);
  g_signal_emit_by_name (term, "clicked");
  fixture_settle (fixture);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
  g_assert_cmpstr (nb_figure_get_raw (nb_app_item_get_figure (item)), ==, "35");

  /* And the keys go round. */
  nb_shell_set_page_name (fixture->shell, "checks");
  fixture_settle (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-finding", NULL);
  fixture_settle (fixture);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "checks");
  g_assert_true (nb_app_item_get_finding (item) != worst);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "previous-finding", NULL);
  g_assert_true (nb_app_item_get_finding (item) == worst);
}

static guint
count_findings (NbChecksPage *page)
{
  GListModel *list = nb_checks_page_get_list (page);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      n += NB_IS_FINDING (item);
    }
  return n;
}

static NbFinding *
find_finding (NbAppItem *item, const char *rule)
{
  GListModel *findings = nb_app_item_get_findings (item);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (nb_finding_get_rule (finding), rule))
        return finding; /* the model keeps it */
    }
  g_assert_not_reached ();
}

/* Searched by word and rule; what is filtered out comes back when the keys lead there. */
static void
test_checks_search (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbChecksPage *page = NB_CHECKS_PAGE (fixture_show_page (fixture, "checks"));
  GtkEditable *search = GTK_EDITABLE (nb_checks_page_get_search (page));
  guint n_all = count_findings (page);

  g_assert_cmpuint (n_all, ==, g_list_model_get_n_items (nb_app_item_get_findings (item)));
  gtk_editable_set_text (search, "n-01 TEXT");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_findings (page), ==, 1);
  g_assert_cmpstr (nb_finding_get_rule (nb_app_item_get_finding (item)), ==, "N-01");
  gtk_editable_set_text (search, "nothing of the kind");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_findings (page), ==, 0);
  fixture_assert_shown (fixture, "No finding is like this");
  nb_app_item_set_finding (item, find_finding (item, "D-01"));
  fixture_settle (fixture);
  g_assert_cmpuint (count_findings (page), ==, n_all);
  fixture_assert_shown (fixture, "The title says 2024");
}

/* A decision shows in the row, in the strip and in the bar, is kept, and is taken back. */
static void
test_review (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbFinding *finding = find_finding (item, "N-01");
  NbNotebook *notebook = nb_notebook_get_default ();
  g_autoptr (NbReview) review = NULL;

  fixture_show_page (fixture, "checks");
  nb_app_item_set_finding (item, finding);
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "Reviewed 0 / 5");
  nb_notebook_set_review (notebook, finding, NB_REVIEW_EXPLAINED, "as told by the office");
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "Reviewed 1 / 5");
  /* Opened again, by another item, it is the same report. */
  nb_session_close (nb_window_get_session (fixture->window), item);
  wait_until (fixture_is_idle, fixture->window);
  item = fixture_open_sample (fixture, "yunxi-2024.html");
  review = nb_notebook_dup_review (notebook, find_finding (item, "N-01"));
  g_assert_nonnull (review);
  g_assert_cmpint (review->state, ==, NB_REVIEW_EXPLAINED);
  g_assert_true (review->fits);
  fixture_assert_shown (fixture, "Reviewed 1 / 5");
  nb_notebook_set_review (notebook, find_finding (item, "N-01"), NB_REVIEW_NONE, NULL);
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "Reviewed 0 / 5");
}

/* A finding without cells leads to the words that it quotes. */
static void
test_finding_in_text (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbPage *page;
  g_autofree char *marked = NULL;

  fixture_show_page (fixture, "checks");
  nb_app_item_set_finding (item, find_finding (item, "D-01"));
  nb_app_item_set_figure (item, NULL);
  page = fixture_show_page (fixture, "text");
  fixture_settle (fixture);
  marked = nb_text_view_dup_marked (nb_text_page_get_view (NB_TEXT_PAGE (page)));
  g_assert_nonnull (marked);
  g_assert_nonnull (strstr (marked, "2023"));
}

/* A number keyed in for a cell that cannot be read is shown as such, and decides what was open. */
static void
test_entry (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  GListModel *figures = nb_report_get_figures (nb_app_item_get_report (item));
  guint n_open = nb_app_item_get_n_open (item);
  g_autoptr (NbFigure) figure = NULL;
  g_autofree char *cell = NULL;

  for (guint i = 0; figure == NULL; i++)
    {
      g_autoptr (NbFigure) other = g_list_model_get_item (figures, i);

      if (nb_figure_get_state (other) == NB_STATE_UNREADABLE)
        figure = g_steal_pointer (&other);
    }
  fixture_show_page (fixture, "tables");
  nb_app_item_set_figure (item, figure);
  fixture_settle (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "enter-figure",
                                  g_variant_new_string ("three"));
  g_assert_false (nb_reading_has_entries (nb_app_item_get_reading (item)));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "enter-figure",
                                  g_variant_new_string (" 0 "));
  fixture_settle (fixture);
  g_assert_true (nb_reading_has_entries (nb_app_item_get_reading (item)));
  g_assert_cmpuint (nb_app_item_get_n_open (item), <, n_open);
  /* The cell stays chosen, and says what the source says. */
  cell = nb_ui_figure_dup_spoken (nb_app_item_get_figure (item));
  g_assert_cmpstr (cell, ==, "unreadable in the source, entered by hand: 0");
  fixture_assert_shown (fixture, cell);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "enter-figure",
                                  g_variant_new_string (""));
  wait_until (fixture_is_idle, fixture->window);
  g_assert_cmpuint (nb_app_item_get_n_open (item), ==, n_open);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_check_sheet (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.html", NULL);
  g_autofree char *html = NULL;

  g_assert_true (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "check-sheet"));
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "check-sheet-all"));
  g_ptr_array_add (readings, nb_app_item_get_reading (item));
  nb_window_check_save (fixture->window, readings, path);
  wait_until (is_there, path);
  fixture_assert_shown (fixture, "Saved as sheet.html");
  g_assert_true (g_file_get_contents (path, &html, NULL, NULL));
  g_assert_nonnull (strstr (html, "35 + 6 + 1 + 1 + 2 + 1 ≠ 64"));
  g_unlink (path);
  nb_window_check_save (fixture->window, readings, "/nowhere/at all/sheet.pdf");
  fixture_assert_shown (fixture, "Not saved: ");
  g_rmdir (folder);
}

static void
test_no_findings (Fixture *fixture, gconstpointer data)
{
  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_show_page (fixture, "checks");
  fixture_assert_shown (fixture, "No Findings");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  NbAppItem *item;
  GtkWidget *row;

  fixture_assert_named (window);
  item = fixture_open_sample (fixture, "yunxi-2024.html");
  nb_app_item_set_figure (item, fixture_figure_for_role (item, "requests.received"));
  for (guint i = 0; nb_page_types_get_names ()[i] != NULL; i++)
    {
      fixture_show_page (fixture, nb_page_types_get_names ()[i]);
      fixture_assert_named (window);
    }
  row = fixture_find_type (nb_shell_get_sidebar (fixture->shell), NB_TYPE_SIDEBAR_ROW);
  while (row != NULL && gtk_widget_has_css_class (row, "nb-heading"))
    row = fixture_find_type (gtk_widget_get_next_sibling (gtk_widget_get_parent (row)),
                             NB_TYPE_SIDEBAR_ROW);
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (nb_sidebar_row_get_name (NB_SIDEBAR_ROW (row)),
                            "2024, 2021 form, 5 findings, worst: Error"));
}

static gboolean
is_narrow (gpointer shell)
{
  return nb_shell_get_width_class (shell) == NB_WIDTH_NARROW && gtk_widget_get_width (shell) <= 400;
}

/* Every page fits into 360 pixels. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  fixture_open_sample (fixture, "yunxi-2024.html");
  /* As a hand that drags the edge would do it: each lay-out makes room for the next. */
  for (int width = 1100; width >= 360; width -= 74)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
      fixture_settle (fixture);
    }
  wait_until (is_narrow, fixture->shell);
  for (guint i = 0; nb_page_types_get_names ()[i] != NULL; i++)
    {
      int least = 0;

      fixture_show_page (fixture, nb_page_types_get_names ()[i]);
      fixture_settle (fixture);
      gtk_widget_measure (GTK_WIDGET (fixture->shell), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      g_test_message ("%s", nb_page_types_get_names ()[i]);
      g_assert_cmpint (least, <=, 360);
    }
}

static void
test_panes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first, *second;

  fixture_open_sample (fixture, "yunxi-2024.html");
  fixture_show_page (fixture, "text");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-pane", NULL);
  first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-pane", NULL);
  second = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (first != second);
}

/* Each class alone: its template builds, and it finalizes. */
static void
test_templates (void)
{
  GType types[] = { NB_TYPE_OVERVIEW_PAGE, NB_TYPE_TEXT_PAGE,   NB_TYPE_TABLES_PAGE,
                    NB_TYPE_CHECKS_PAGE,   NB_TYPE_STATUS_PAGE, NB_TYPE_SIDEBAR,
                    NB_TYPE_TABLE_VIEW,    NB_TYPE_TEXT_VIEW,   NB_TYPE_EVIDENCE_PANEL,
                    NB_TYPE_FIGURE_CELL,   NB_TYPE_FINDING_ROW, NB_TYPE_FACT_ROW,
                    NB_TYPE_SIDEBAR_ROW };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_test_message ("%s", g_type_name (types[i]));
      g_assert_finalize_object (widget);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/window/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/nianbao/window/templates", test_templates);
  ADD ("empty", test_empty);
  ADD ("overview", test_overview);
  ADD ("outcomes", test_outcomes);
  ADD ("text", test_text);
  ADD ("text-tables", test_text_tables);
  ADD ("find", test_find);
  ADD ("tables", test_tables);
  ADD ("states", test_states);
  ADD ("checks", test_checks);
  ADD ("checks-search", test_checks_search);
  ADD ("review", test_review);
  ADD ("finding-in-text", test_finding_in_text);
  ADD ("entry", test_entry);
  ADD ("check-sheet", test_check_sheet);
  ADD ("no-findings", test_no_findings);
  ADD ("names", test_names);
  ADD ("narrow", test_narrow);
  ADD ("panes", test_panes);
  return g_test_run ();
}
