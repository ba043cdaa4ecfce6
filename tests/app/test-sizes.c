/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The real window at its narrowest, 360 × 640, and at 1024 × 600: every control of every page is there and within what
 * is seen, and the chosen figure and the next finding come into sight. Skipped without a display.
 */

#include <glib/gstdio.h>

#include "nb-card-grid.h"
#include "nb-chart-view.h"
#include "nb-charts-page.h"
#include "nb-checks-page.h"
#include "nb-figure-cell.h"
#include "nb-finding-row.h"
#include "nb-finding-view.h"
#include "nb-key-card.h"
#include "nb-page-types.h"
#include "nb-relation-view.h"
#include "nb-tables-page.h"
#include "nb-text-page.h"
#include "nb-ui-text.h"
#include "nb-window-compare.h"
#include "workspace/nb-notebook.h"

#include "fixture.h"
#include "wait.h"

static gboolean
is_narrow (gpointer shell)
{
  return nb_shell_get_width_class (shell) == NB_WIDTH_NARROW && gtk_widget_get_width (shell) <= 370;
}

static void
make_narrow (Fixture *fixture)
{
  /* As a hand that drags the edge would do it: each lay-out makes room for the next. */
  for (int width = 1100; width >= 360; width -= 74)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
      fixture_settle (fixture);
    }
  wait_until (is_narrow, fixture->shell);
  fixture_settle (fixture);
}

static gboolean
is_wide (gpointer shell)
{
  return nb_shell_get_width_class (shell) == NB_WIDTH_WIDE;
}

static gboolean
is_slim (gpointer page)
{
  return gtk_widget_get_width (page) > 0 && gtk_widget_get_width (page) <= 370;
}

/* Whatever is shown, a wide window becomes narrow at once, as half of a display is, and stays so. */
static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  NbComparePage *page;

  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "yunxi-2024.html");
  for (guint i = 0; nb_page_types_get_names ()[i] != NULL; i++)
    {
      g_test_message ("%s", nb_page_types_get_names ()[i]);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1240, 640);
      wait_until (is_wide, fixture->shell);
      fixture_show_page (fixture, nb_page_types_get_names ()[i]);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
      wait_until (is_narrow, fixture->shell);
      fixture_settle (fixture);
      g_assert_true (is_narrow (fixture->shell));
    }
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1240, 640);
  wait_until (is_wide, fixture->shell);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "compare", NULL);
  page = nb_window_get_compare_page (fixture->window);
  fixture_settle (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  wait_until (is_slim, page);
  fixture_settle (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "leave-compare", NULL);
  fixture_settle (fixture);
  wait_until (is_narrow, fixture->shell);
  fixture_settle (fixture);
  g_assert_true (is_narrow (fixture->shell));
}

/* What a key asks for is not left behind the side bar that lies over the page. */
static void
test_covered (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "find", "next-finding", NULL };

  fixture_open_sample (fixture, "yunxi-2024.html");
  make_narrow (fixture);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      nb_shell_set_sidebar_shown (fixture->shell, TRUE);
      g_assert_true (nb_shell_get_sidebar_shown (fixture->shell));
      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), actions[i], NULL);
      g_assert_false (nb_shell_get_sidebar_shown (fixture->shell));
    }
  nb_shell_set_sidebar_shown (fixture->shell, TRUE);
  fixture_show_page (fixture, "text");
  g_assert_false (nb_shell_get_sidebar_shown (fixture->shell));
}

/* Where a widget stands in what shows it, and how large that is; nothing where it does not show. */
static gboolean
get_seen (GtkWidget *widget, GtkWidget *within, graphene_rect_t *bounds)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, within, bounds);
}

/* No control of a strip or a foot ends outside of the window. */
static void
assert_inside (Fixture *fixture, GtkWidget *widget, guint *n_controls)
{
  graphene_rect_t bounds;

  if (GTK_IS_TEXT_VIEW (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_SCROLLED_WINDOW (widget) ||
      !get_seen (widget, GTK_WIDGET (fixture->shell), &bounds))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_EDITABLE (widget))
    {
      (*n_controls)++;
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                         gtk_widget_get_width (GTK_WIDGET (fixture->shell)));
      g_assert_cmpfloat (bounds.size.height, >, 0);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_inside (fixture, child, n_controls);
}

/* How many icons of this name are seen, within a widget of this type. */
static guint
count_icons (GtkWidget *widget, GType within, const char *icon)
{
  guint n = 0;

  if (gtk_widget_get_mapped (widget) && GTK_IS_IMAGE (widget) &&
      g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), icon) == 0)
    n += gtk_widget_get_ancestor (widget, within) != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_icons (child, within, icon);
  return n;
}

static gboolean
has_action (GMenuModel *model, const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autofree char *name = NULL;

      if ((g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_ACTION, "s", &name) &&
           g_str_equal (name, action)) ||
          (section != NULL && has_action (section, action)))
        return TRUE;
    }
  return FALSE;
}

/* Whether a menu button that is seen offers an action. */
static gboolean
offers_in_menu (GtkWidget *widget, const char *action)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget))
    {
      GMenuModel *model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));

      return model != NULL && has_action (model, action);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (offers_in_menu (child, action))
      return TRUE;
  return FALSE;
}

static void
test_controls (Fixture *fixture, gconstpointer data)
{
  GtkWidget *charts;

  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "yunxi-2024.html");
  make_narrow (fixture);
  for (guint i = 0; nb_page_types_get_names ()[i] != NULL; i++)
    {
      GtkWidget *page = GTK_WIDGET (fixture_show_page (fixture, nb_page_types_get_names ()[i]));
      guint n_controls = 0;

      g_test_message ("%s", nb_page_types_get_names ()[i]);
      fixture_settle (fixture);
      g_assert_cmpint (gtk_widget_get_width (page), <=, 360);
      assert_inside (fixture, page, &n_controls);
      if (i > 0)
        g_assert_cmpuint (n_controls, >, 0);
    }
  /* What they have at any other width. */
  fixture_show_page (fixture, "checks");
  g_assert_true (gtk_widget_get_mapped (
      fixture_find_label (GTK_WIDGET (nb_shell_get_page (fixture->shell)), "All States")));
  g_assert_true (gtk_widget_get_mapped (
      fixture_find_label (GTK_WIDGET (nb_shell_get_page (fixture->shell)), "Check Sheet…")));
  g_assert_cmpuint (count_icons (GTK_WIDGET (nb_shell_get_page (fixture->shell)),
                                 GTK_TYPE_TOGGLE_BUTTON, nb_ui_severity_icon (NB_SEVERITY_ERROR)),
                    ==, 1);
  fixture_show_page (fixture, "charts");
  fixture_settle (fixture);
  /* What has no room beside the chart's name stands in the menu there. */
  charts = GTK_WIDGET (nb_shell_get_page (fixture->shell));
  g_assert_true (offers_in_menu (charts, "win.export-chart"));
  g_assert_true (offers_in_menu (charts, "charts.copy-data"));
  g_assert_true (offers_in_menu (charts, "charts.toggle-table"));
}

/* Where the cell stands between the head and the foot of what scrolls it, 0 to 1. */
static double
get_height_of (NbTablesPage *page, NbFigure *figure)
{
  GtkWidget *cell = nb_tables_page_find_cell (page, figure);
  GtkWidget *scrolled;
  graphene_rect_t bounds;

  g_assert_nonnull (cell);
  scrolled = gtk_widget_get_ancestor (cell, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_get_mapped (cell));
  g_assert_true (gtk_widget_compute_bounds (cell, scrolled, &bounds));
  return (double) bounds.origin.y / gtk_widget_get_height (scrolled);
}

/* The longest name of a column does not make the window wider, and the cell of each finding comes into sight. */
static void
test_narrow_finding (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page;

  make_narrow (fixture);
  page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  for (guint i = 0; i < 6; i++)
    {
      int least = 0;
      double height;

      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-finding", NULL);
      fixture_settle (fixture);
      gtk_widget_measure (GTK_WIDGET (fixture->shell), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                          NULL, NULL);
      g_assert_cmpint (least, <=, 360);
      height = get_height_of (page, nb_app_item_get_figure (item));
      g_assert_cmpfloat (height, >=, 0);
      g_assert_cmpfloat (height, <, 0.95);
    }
}

static gboolean
is_whole_within (GtkWidget *view, GtkWidget *cell)
{
  graphene_rect_t bounds;

  return cell != NULL && gtk_widget_compute_bounds (cell, view, &bounds) && bounds.origin.x >= 0 &&
         bounds.origin.x + bounds.size.width <= 360 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (view);
}

/* In the text a wide table goes sideways as well, until the chosen cell is seen; there it stays. */
static void
test_narrow_text (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbFigure *figure = fixture_figure_for_role (item, "requests.received");
  NbTextView *view;

  make_narrow (fixture);
  view = nb_text_page_get_view (NB_TEXT_PAGE (fixture_show_page (fixture, "text")));
  fixture_settle (fixture);
  nb_app_item_set_figure (item, figure);
  WAIT_FOR (is_whole_within (GTK_WIDGET (view), nb_text_view_find_cell (view, figure)));
  fixture_settle (fixture);
  g_assert_true (is_whole_within (GTK_WIDGET (view), nb_text_view_find_cell (view, figure)));
}

/* What a chart reads out has room in a narrow window: the place is cut, no value. */
static void
test_narrow_chart (Fixture *fixture, gconstpointer data)
{
  NbChartView *view;
  GtkWidget *card;
  graphene_rect_t bounds;

  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "yunxi-2024.html");
  make_narrow (fixture);
  view = nb_charts_page_get_view (NB_CHARTS_PAGE (fixture_show_page (fixture, "charts")));
  WAIT_FOR (nb_chart_view_get_chart (view) != NULL);
  fixture_settle (fixture);
  g_assert_true (nb_chart_view_move (view, 1, 0));
  fixture_settle (fixture);
  card = gtk_widget_get_first_child (GTK_WIDGET (view));
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (view), &bounds));
  g_assert_cmpfloat (bounds.size.width, >, 100);
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     gtk_widget_get_width (GTK_WIDGET (view)));
}

/* At 1024 × 600 there is no gap above the head that stays, and the next finding is neither under it nor at the end. */
static void
test_head (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page;
  GtkWidget *head, *scrolled;
  graphene_rect_t bounds, cell;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1024, 600);
  page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  fixture_settle (fixture);
  for (guint i = 0; i < 6; i++)
    {
      GtkWidget *shown;

      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-finding", NULL);
      fixture_settle (fixture);
      shown = nb_tables_page_find_cell (page, nb_app_item_get_figure (item));
      g_assert_nonnull (shown);
      scrolled = gtk_widget_get_ancestor (shown, GTK_TYPE_SCROLLED_WINDOW);
      head = fixture_find_label (scrolled, "Natural persons");
      if (head == NULL)
        continue;
      g_assert_true (gtk_widget_compute_bounds (head, scrolled, &bounds));
      g_assert_true (gtk_widget_compute_bounds (shown, scrolled, &cell));
      g_assert_cmpfloat (cell.origin.y, >=, bounds.origin.y + bounds.size.height - 1);
      g_assert_cmpfloat (cell.origin.y + cell.size.height, <, gtk_widget_get_height (scrolled));
      head = fixture_find_label (scrolled, "Applicants");
      g_assert_true (gtk_widget_compute_bounds (head, scrolled, &bounds));
      if (gtk_adjustment_get_value (
              gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled))) > 10)
        g_assert_cmpfloat (bounds.origin.y, <=, 2);
    }
}

static guint
count_questions (GtkWidget *page)
{
  return count_icons (page, NB_TYPE_KEY_CARD, nb_ui_severity_icon (NB_SEVERITY_ERROR));
}

/* A number that an error is about is marked where it stands large, until somebody explains the error. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2024.html",
                                                 NULL);
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "nb-question.html", NULL);
  g_autofree char *text = NULL;
  const char *const uris[] = { copy, NULL };
  char *row;
  NbAppItem *item;
  NbFinding *finding;
  NbFigure *received;
  GtkWidget *page;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  /* The printed total of what was received loses its last digit. */
  row = strstr (text, ">214<");
  g_assert_nonnull (row);
  row[3] = '9';
  g_assert_true (g_file_set_contents (copy, text, -1, NULL));
  nb_window_open (fixture->window, uris);
  wait_until (fixture_is_idle, fixture->window);
  item = nb_window_get_item (fixture->window);
  page = GTK_WIDGET (fixture_show_page (fixture, "overview"));
  fixture_settle (fixture);
  received = fixture_figure_for_role (item, "requests.received");
  finding = nb_app_item_find_finding (item, received);
  g_assert_nonnull (finding);
  g_assert_cmpint (nb_finding_get_severity (finding), ==, NB_SEVERITY_ERROR);
  g_assert_cmpuint (count_questions (page), >=, 1);
  nb_notebook_set_review (nb_notebook_get_default (), finding, NB_REVIEW_EXPLAINED, NULL);
  fixture_settle (fixture);
  g_assert_cmpuint (count_questions (page), ==, 0);
  nb_notebook_set_review (nb_notebook_get_default (), finding, NB_REVIEW_NONE, NULL);
  g_unlink (copy);
}

/* The findings of the Overview say what is the matter, numbers put in. */
static void
test_facts (Fixture *fixture, gconstpointer data)
{
  fixture_open_sample (fixture, "yunxi-2024.html");
  fixture_show_page (fixture, "overview");
  fixture_assert_shown (fixture, "35 + 6 + 1 + 1 + 2 + 1 ≠ 64");
  fixture_assert_shown (fixture, "241 ≠ 214");
}

/* The first finding says in which row it is, and all that the Overview lists are seen at 1280 × 800 as it opens. */
static void
test_glance (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page, *scrolled, *list;
  guint n_rows = 0;

  fixture_open_sample (fixture, "yunxi-2024.html");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  page = GTK_WIDGET (fixture_show_page (fixture, "overview"));
  wait_until (is_wide, fixture->shell);
  fixture_settle (fixture);
  fixture_assert_shown (fixture,
                        "1. The organ does not hold the information: The applicants do not add up");
  scrolled = fixture_find_type (page, GTK_TYPE_SCROLLED_WINDOW);
  list = gtk_widget_get_ancestor (fixture_find_type (page, NB_TYPE_FINDING_ROW), GTK_TYPE_LIST_BOX);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row), n_rows++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (row, scrolled, &bounds));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                         gtk_widget_get_height (scrolled));
    }
  g_assert_cmpuint (n_rows, ==, 4);
}

static gboolean
is_huge (gpointer widget)
{
  return gtk_widget_get_width (widget) > 2100;
}

static void
assert_width (GtkWidget *widget, GType type, int least, int most)
{
  GtkWidget *found = fixture_find_type (widget, type);

  g_assert_nonnull (found);
  g_test_message ("%s", g_type_name (type));
  g_assert_cmpint (gtk_widget_get_width (found), >=, least);
  g_assert_cmpint (gtk_widget_get_width (found), <=, most);
}

/* On a very wide display no line goes from one end to the other. */
static void
test_clamps (Fixture *fixture, gconstpointer data)
{
  GtkWidget *compare;

  fixture_open_sample (fixture, "yunxi-2023.html");
  fixture_open_sample (fixture, "yunxi-2024.html");
  /* GTK keeps a window within the display unless it cannot be as narrow. */
  gtk_widget_set_size_request (GTK_WIDGET (fixture->shell), 2200, 800);
  wait_until (is_huge, fixture->shell);
  assert_width (GTK_WIDGET (fixture_show_page (fixture, "overview")), NB_TYPE_CARD_GRID, 968, 968);
  assert_width (GTK_WIDGET (fixture_show_page (fixture, "tables")), ADW_TYPE_FLAP, 1600, 1600);
  assert_width (GTK_WIDGET (fixture_show_page (fixture, "checks")), NB_TYPE_FINDING_VIEW, 900,
                1000);
  assert_width (GTK_WIDGET (fixture_show_page (fixture, "charts")), NB_TYPE_CHART_VIEW, 1400, 1600);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "compare", NULL);
  compare = GTK_WIDGET (nb_window_get_compare_page (fixture->window));
  gtk_widget_set_size_request (compare, 2200, 800);
  wait_until (is_huge, compare);
  assert_width (compare, GTK_TYPE_COLUMN_VIEW, 1600, 1600);
}

/* The empty lines of a plain text are no holes between paragraphs that stand apart as it is. */
static void
test_blank_lines (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view;
  GtkTextIter line;
  guint n_blank = 0;

  fixture_open_sample (fixture, "yunxi-2017.txt");
  view = GTK_TEXT_VIEW (nb_text_page_get_view (NB_TEXT_PAGE (fixture_show_page (fixture, "text"))));
  fixture_settle (fixture);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &line);
  while (n_blank < 5 && gtk_text_iter_forward_line (&line))
    {
      int height = 0;

      if (!gtk_text_iter_ends_line (&line))
        continue;
      gtk_text_view_get_line_yrange (view, &line, NULL, &height);
      g_assert_cmpint (height, <=, 8);
      n_blank++;
    }
  g_assert_cmpuint (n_blank, ==, 5);
}

/* The button above a narrow Overview is red where the worst is an error, and only there. */
static void
assert_alert (Fixture *fixture, const char *words, gboolean grave)
{
  GtkWidget *page = GTK_WIDGET (fixture_show_page (fixture, "overview"));
  GtkWidget *alert;
  graphene_rect_t below;

  fixture_settle (fixture);
  fixture_assert_shown (fixture, words);
  alert = gtk_widget_get_ancestor (fixture_find_label (page, words), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_has_css_class (alert, "nb-alert"));
  g_assert_cmpint (gtk_widget_has_css_class (alert, "nb-grave"), ==, grave);
  /* What the header bar says already leaves no gap behind it. */
  g_assert_true (
      gtk_widget_compute_bounds (fixture_find_label (page, "cells hold a number"), alert, &below));
  g_assert_cmpfloat (below.origin.y - (float) gtk_widget_get_height (alert), <, 30);
}

static void
test_alert (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "yunxi-2023.html",
                                                 NULL);
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "nb-alert.html", NULL);
  g_autofree char *text = NULL;
  const char *const uris[] = { copy, NULL };
  char *cell;

  fixture_open_sample (fixture, "yunxi-2024.html");
  make_narrow (fixture);
  assert_alert (fixture, "worst: Error", TRUE);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  cell = strstr (text, ">0<");
  g_assert_nonnull (cell);
  cell[1] = ' ';
  g_assert_true (g_file_set_contents (copy, text, -1, NULL));
  nb_window_open (fixture->window, uris);
  wait_until (fixture_is_idle, fixture->window);
  assert_alert (fixture, "worst: Hint", FALSE);
  fixture_open_sample (fixture, "yunxi-2024.html");
  assert_alert (fixture, "worst: Error", TRUE);
  g_unlink (copy);
}

/* What stands below a number of a relation is told in two lines, not in a dozen letters. */
static void
test_captions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *relation, *caption;

  fixture_open_sample (fixture, "yunxi-2024.html");
  relation = fixture_find_type (GTK_WIDGET (fixture_show_page (fixture, "checks")),
                                NB_TYPE_RELATION_VIEW);
  fixture_settle (fixture);
  caption = fixture_find_label (relation, "Commercial enterprises");
  g_assert_nonnull (caption);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (caption))));
  /* What a sentence says is told apart from what a cell says. */
  for (guint i = 0; i < 8 && fixture_find_label (relation, "241") == NULL; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-finding", NULL);
      fixture_settle (fixture);
    }
  g_assert_nonnull (fixture_find_label (relation, "in the text"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  fixture_assert_shown (fixture, "Fill In a Form…");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/sizes/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 0;

  ADD ("one-step", test_one_step);
  ADD ("covered", test_covered);
  ADD ("controls", test_controls);
  ADD ("narrow-finding", test_narrow_finding);
  ADD ("narrow-text", test_narrow_text);
  ADD ("narrow-chart", test_narrow_chart);
  ADD ("head", test_head);
  ADD ("question", test_question);
  ADD ("facts", test_facts);
  ADD ("glance", test_glance);
  ADD ("clamps", test_clamps);
  ADD ("alert", test_alert);
  ADD ("blank-lines", test_blank_lines);
  ADD ("captions", test_captions);
  ADD ("empty", test_empty);
  return g_test_run ();
}
