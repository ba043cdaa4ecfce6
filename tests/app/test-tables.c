/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Tables page of the real window: the printed form with its merged heads, moving about and selecting by
 * keys, what is copied, and the list that stands in for it. Skipped without a display.
 */

#include "nb-han-words.h"
#include "nb-figure-cell.h"
#include "nb-finding-steps.h"
#include "nb-table-copy.h"
#include "nb-tables-page.h"

#include "fixture.h"
#include "wait.h"

static void
get_bounds (NbTablesPage *page, GtkWidget *widget, GdkRectangle *bounds)
{
  NbSheet *sheet = nb_form_view_get_sheet (nb_tables_page_get_form_view (page));

  g_assert_nonnull (widget);
  while (gtk_widget_get_parent (widget) != GTK_WIDGET (sheet))
    widget = gtk_widget_get_parent (widget);
  g_assert_true (nb_sheet_get_bounds (sheet, widget, bounds));
}

/* Letters of Chinese fonts, which come with room above and below, make no row higher than others do. */
static void
test_dense (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sheet, *label;
  int height = 0;

  fixture_open_sample (fixture, "yunxi-2024.html");
  sheet = GTK_WIDGET (nb_form_view_get_sheet (
      nb_tables_page_get_form_view (NB_TABLES_PAGE (fixture_show_page (fixture, "tables")))));
  WAIT_FOR (fixture_find_label (sheet, "(1) Disclosed") != NULL);
  label = fixture_find_label (sheet, "(1) Disclosed");
  gtk_label_set_text (GTK_LABEL (label), "（一）予以公开");
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, 21);
}

/* Every number stands under its head, and the merged heads span just their columns. */
static void
test_alignment (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  GtkWidget *sheet = GTK_WIDGET (nb_form_view_get_sheet (nb_tables_page_get_form_view (page)));
  GdkRectangle band, first, last, cell, group;

  WAIT_FOR (fixture_find_label (sheet, "(4) Unable") != NULL);
  fixture_settle (fixture);
  get_bounds (page, fixture_find_label (sheet, "Legal persons or other organisations"), &band);
  get_bounds (page, fixture_find_label (sheet, "Commercial enterprises"), &first);
  get_bounds (page, fixture_find_label (sheet, "Other organisations"), &last);
  g_assert_cmpint (band.x, ==, first.x);
  g_assert_cmpint (band.x + band.width, ==, last.x + last.width);
  get_bounds (page,
              nb_tables_page_find_cell (
                  page, fixture_figure_for_role (item, "requests.received.commercial_enterprise")),
              &cell);
  g_assert_cmpint (cell.x, ==, first.x);
  g_assert_cmpint (cell.width, ==, first.width);
  get_bounds (page, fixture_find_label (sheet, "(4) Unable"), &group);
  get_bounds (page,
              nb_tables_page_find_cell (
                  page, fixture_figure_for_role (item, "outcomes.unavailable.not_held")),
              &cell);
  g_assert_cmpint (group.y, ==, cell.y);
  get_bounds (page,
              nb_tables_page_find_cell (
                  page, fixture_figure_for_role (item, "outcomes.unavailable.unclear")),
              &cell);
  g_assert_cmpint (group.y + group.height, ==, cell.y + cell.height);
}

/* No label is ever cut, at no width. */
static void
assert_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (widget)), ==, PANGO_ELLIPSIZE_NONE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!NB_IS_FIGURE_CELL (child) || !gtk_widget_has_css_class (child, "nb-unreadable"))
      assert_whole (child);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  NbTablesPage *page;

  fixture_open_sample (fixture, "yunxi-2024.html");
  page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  for (guint i = 0; i < 3; i++)
    {
      nb_tables_page_select (page, i);
      fixture_settle (fixture);
      assert_whole (GTK_WIDGET (nb_form_view_get_sheet (nb_tables_page_get_form_view (page))));
    }
}

static void
press (NbTablesPage *page, guint key, GdkModifierType state)
{
  NbFormView *view = nb_tables_page_get_form_view (page);

  g_assert_true (nb_table_cursor_press_key (nb_form_view_get_cursor (view), key, state));
}

/* A table is no wider than it wants to be, and as high as its labels are at that width: no row is cut. */
static void
test_all_rows (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2017.txt");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  NbFormView *view = nb_tables_page_get_form_view (page);
  NbSheet *sheet = nb_form_view_get_sheet (view);
  GListModel *figures = nb_report_get_figures (nb_app_item_get_report (item));
  g_autoptr (NbFigure)
      last = g_list_model_get_item (figures, g_list_model_get_n_items (figures) - 1);
  GtkWidget *cell;
  GdkRectangle bounds;

  fixture_settle (fixture);
  cell = nb_form_view_find_cell (view, last);
  g_assert_nonnull (cell);
  g_assert_true (nb_sheet_get_bounds (sheet, cell, &bounds));
  g_assert_cmpint (bounds.y + bounds.height, <=, gtk_widget_get_height (GTK_WIDGET (sheet)));
  g_assert_cmpint (bounds.x + bounds.width, <=, gtk_widget_get_width (GTK_WIDGET (sheet)));
}

/* What is seen of a widget, from its top. */
static GBytes *
dup_pixels (Fixture *fixture, GtkWidget *widget, int height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  int width = gtk_widget_get_width (widget);
  gsize size = (gsize) width * 4 * (gsize) height;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar *pixels = g_malloc0 (size);

  gdk_paintable_snapshot (paintable, snapshot, width, gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  return g_bytes_new_take (pixels, size);
}

/* Nothing is seen through the heads of what scrolls under them, not even where the lines between them are. */
static void
test_heads_cover (Fixture *fixture, gconstpointer data)
{
  NbSheet *sheet;
  GtkWidget *scrolled;
  GtkAdjustment *adjustment;
  g_autoptr (GBytes) before = NULL;

  fixture_open_sample (fixture, "yunxi-2024.html");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 480);
  sheet = nb_form_view_get_sheet (
      nb_tables_page_get_form_view (NB_TABLES_PAGE (fixture_show_page (fixture, "tables"))));
  fixture_settle (fixture);
  scrolled = gtk_widget_get_ancestor (GTK_WIDGET (sheet), GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment) + 80);
  for (guint i = 0; i < 6; i++)
    {
      GtkWidget *seen = gtk_widget_get_first_child (scrolled);
      g_autoptr (GBytes) pixels = NULL;

      gtk_adjustment_set_value (adjustment, 40 + 7 * i);
      fixture_settle (fixture);
      pixels = dup_pixels (fixture, seen, nb_sheet_get_head_height (sheet) - 1);
      if (before != NULL)
        g_assert_true (g_bytes_equal (pixels, before));
      g_clear_pointer (&before, g_bytes_unref);
      before = g_steal_pointer (&pixels);
    }
}

/* A label that wraps is as wide as its longest word, in Han or letters, but for one that is very long. */
static void
test_whole_words (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *kept;
  } labels[] = {
    { "商业企业", "商业 企业" },
    { "法律服务机构 2024", "法律 服务 机构 2024" },
    { "research institutions", "research institutions" },
    { "abcdefghijklmnopqrstuvwxyz", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      g_autoptr (GString) kept = g_string_new (NULL);
      GSList *list;

      nb_han_words_keep_whole (attributes, labels[i].text);
      list = pango_attr_list_get_attributes (attributes);
      for (GSList *link = list; link != NULL; link = link->next)
        {
          const PangoAttribute *attribute = link->data;

          g_assert_cmpint (attribute->klass->type, ==, PANGO_ATTR_ALLOW_BREAKS);
          g_string_append_printf (kept, "%s%.*s", kept->len > 0 ? " " : "",
                                  (int) (attribute->end_index - attribute->start_index),
                                  labels[i].text + attribute->start_index);
        }
      g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
      g_assert_cmpstr (kept->str, ==, labels[i].kept);
    }
}

static void
test_han_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *enterprises = nb_han_words_dup_joined ("商业企业");
  g_autofree char *latin = nb_han_words_dup_joined ("Total 12");

  g_assert_cmpstr (enterprises, ==, "商\u2060业企\u2060业");
  g_assert_cmpstr (latin, ==, "Total 12");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  NbTableCursor *cursor = nb_form_view_get_cursor (nb_tables_page_get_form_view (page));
  NbFigure *total = fixture_figure_for_role (item, "requests.received");

  press (page, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_true (nb_app_item_get_figure (item) ==
                 fixture_figure_for_role (item, "requests.received.natural_person"));
  press (page, GDK_KEY_End, 0);
  g_assert_true (nb_app_item_get_figure (item) == total);
  /* Numbers are keyed in row by row: behind the last of a row comes the first of the next. */
  nb_table_cursor_advance (cursor, TRUE);
  press (page, GDK_KEY_Up, 0);
  g_assert_true (nb_app_item_get_figure (item) ==
                 fixture_figure_for_role (item, "requests.received.natural_person"));
  press (page, GDK_KEY_Down, 0);
  nb_table_cursor_advance (cursor, FALSE);
  g_assert_true (nb_app_item_get_figure (item) == total);
  press (page, GDK_KEY_Down, 0);
  g_assert_true (nb_app_item_get_figure (item) ==
                 fixture_figure_for_role (item, "requests.carried_in"));
  press (page, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_true (nb_app_item_get_figure (item) ==
                 fixture_figure_for_role (item, "requests.carried_out"));
  /* The end is the end. */
  press (page, GDK_KEY_Down, 0);
  g_assert_true (nb_app_item_get_figure (item) ==
                 fixture_figure_for_role (item, "requests.carried_out"));

  /* Shift selects a rectangle; choosing elsewhere ends it. */
  press (page, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (page, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (page, GDK_KEY_Down, GDK_SHIFT_MASK);
  {
    g_autoptr (GPtrArray) selected = nb_table_cursor_get_selected (cursor);

    g_assert_cmpuint (selected->len, ==, 4);
  }
  g_assert_true (gtk_widget_has_css_class (
      nb_tables_page_find_cell (page,
                                fixture_figure_for_role (item, "requests.received.natural_person")),
      "nb-selected"));
  nb_app_item_set_figure (item, total);
  {
    g_autoptr (GPtrArray) selected = nb_table_cursor_get_selected (cursor);

    g_assert_cmpuint (selected->len, ==, 1);
    g_assert_true (selected->pdata[0] == total);
  }
  g_assert_false (gtk_widget_has_css_class (
      nb_tables_page_find_cell (page,
                                fixture_figure_for_role (item, "requests.received.natural_person")),
      "nb-selected"));
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

static char *
copy (NbTablesPage *page, const char *action)
{
  char *text = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), action, NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, text_cb,
                                 &text);
  wait_until (has_text, &text);
  return text;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  g_autofree char *one = NULL, *cells = NULL, *headed = NULL, *markdown = NULL, *whole = NULL;
  g_auto (GStrv) lines = NULL;

  nb_app_item_set_figure (item, fixture_figure_for_role (item, "requests.received"));
  one = copy (page, "tables.copy-selection");
  g_assert_cmpstr (one, ==, "214\n");

  press (page, GDK_KEY_Home, GDK_CONTROL_MASK);
  press (page, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (page, GDK_KEY_Down, GDK_SHIFT_MASK);
  cells = copy (page, "tables.copy-selection");
  g_assert_cmpstr (cells, ==, "175\t21\n15\t3\n");
  headed = copy (page, "tables.copy-headed");
  g_assert_cmpstr (headed, ==,
                   "\tNatural persons\tCommercial enterprises\n"
                   "1. Requests newly received in the year\t175\t21\n"
                   "2. Requests carried over from the year before\t15\t3\n");
  markdown = copy (page, "tables.copy-markdown");
  g_assert_cmpstr (markdown, ==,
                   "|  | Natural persons | Commercial enterprises |\n"
                   "| --- | ---: | ---: |\n"
                   "| 1. Requests newly received in the year | 175 | 21 |\n"
                   "| 2. Requests carried over from the year before | 15 | 3 |\n");

  nb_app_item_set_figure (item, fixture_figure_for_role (item, "requests.received"));
  whole = copy (page, "tables.copy-values");
  fixture_assert_shown (fixture, "175 cells copied");
  lines = g_strsplit (whole, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 25 + 1);
  g_assert_cmpstr (lines[0], ==, "175\t21\t2\t3\t9\t4\t214");
}

/* Where the heads change within a table they are written again; a label tells its group. */
static void
test_copy_heads (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  g_autoptr (NbTableModel) disclosure = g_list_model_get_item (nb_tables_page_get_tables (page), 0);
  g_autoptr (NbTableModel) requests = g_list_model_get_item (nb_tables_page_get_tables (page), 1);
  g_autofree char *text = nb_table_copy (disclosure, NULL, NB_COPY_HEADED, NULL);
  g_autofree char *markdown = nb_table_copy (disclosure, NULL, NB_COPY_MARKDOWN, NULL);
  g_autofree char *row = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_assert_nonnull (strstr (text, "Content\tIssued this year\tRepealed this year\tIn force\n"));
  g_assert_nonnull (strstr (text, "Content\tDecisions this year\t\t\n"));
  g_assert_nonnull (strstr (text, "Article 20 (5) \u203a Administrative licences\t43218\t\t\n"));
  g_assert_nonnull (strstr (markdown, " |\n\n| Content | Decisions this year |  |  |\n"
                                      "| --- | ---: | ---: | ---: |\n"));
  g_ptr_array_add (one, fixture_figure_for_role (item, "outcomes.unavailable.not_held"));
  row = nb_table_copy (requests, one, NB_COPY_HEADED, NULL);
  g_assert_cmpstr (
      row, ==,
      "\tTotal\n3. Outcomes in the year \u203a (4) Unable to provide \u203a 1. The organ "
      "does not hold the information\t64\n");
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  NbFigure *figure = fixture_figure_for_role (item, "requests.received");
  GtkWidget *cell;

  nb_app_item_set_figure (item, figure);
  nb_tables_page_set_printed (page, FALSE);
  fixture_settle (fixture);
  cell = nb_table_view_find_cell (nb_tables_page_get_view (page), figure);
  g_assert_nonnull (cell);
  g_assert_cmpstr (nb_figure_cell_get_text (NB_FIGURE_CELL (cell)), ==, "214");
  nb_tables_page_set_printed (page, TRUE);
  fixture_settle (fixture);
  cell = nb_form_view_find_cell (nb_tables_page_get_form_view (page), figure);
  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_has_css_class (cell, "nb-chosen"));
}

/* The cells are used again for the next report of the same form, and show that one's figures. */
static void
test_reuse (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  GtkWidget *before = nb_tables_page_find_cell (
      page, fixture_figure_for_role (item, "requests.received"));
  GtkWidget *after;

  item = fixture_open_sample (fixture, "yunxi-2023.html");
  after = nb_tables_page_find_cell (page, fixture_figure_for_role (item, "requests.received"));
  g_assert_true (before == after);
  g_assert_cmpstr (nb_figure_cell_get_text (NB_FIGURE_CELL (after)), ==, "189");
  item = fixture_open_sample (fixture, "yunxi-2017.txt");
  after = nb_tables_page_find_cell (page, fixture_figure_for_role (item, "requests.received"));
  g_assert_nonnull (after);
  fixture_assert_shown (fixture, "Indicator");
}

static guint
assert_fits (GtkWidget *widget)
{
  guint n_cells = 0;
  int least = 0;

  if (NB_IS_FIGURE_CELL (widget))
    {
      gtk_widget_measure (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1,
                          &least, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_width (widget), >=, least);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_cells += assert_fits (child);
  return n_cells;
}

/* Columns grow with the numbers of the next report of the form: a town's are short. */
static void
test_fits (Fixture *fixture, gconstpointer data)
{
  NbTablesPage *page;

  fixture_open_sample (fixture, "shiqiao-2024.txt");
  page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  nb_tables_page_select (page, 0);
  wait_until (fixture_is_idle, fixture->window);
  fixture_open_sample (fixture, "yunxi-2024.html");
  fixture_settle (fixture);
  fixture_assert_shown (fixture, "43218");
  g_assert_cmpuint (
      assert_fits (GTK_WIDGET (nb_form_view_get_sheet (nb_tables_page_get_form_view (page)))), ==,
      10);
}

/* The strip goes through the findings of the table, each at its cell. */
static void
test_findings (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  NbFigure *whole = fixture_figure_for_role (item, "outcomes.unavailable.not_held");
  GtkWidget *cell = nb_tables_page_find_cell (page, whole);

  g_assert_true (gtk_widget_has_css_class (cell, "nb-in-finding"));
  g_assert_true (
      g_str_has_suffix (nb_figure_cell_get_spoken (NB_FIGURE_CELL (cell)), "has a finding: Error"));
  nb_app_item_set_finding (item, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "tables.next-finding", NULL));
  g_assert_true (nb_app_item_get_figure (item) == whole);
  g_assert_true (nb_app_item_get_finding (item) == nb_app_item_get_worst (item));
  fixture_assert_shown (fixture, "finding 1 of ");
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
}

/* F8 stays on the page and goes from cell to cell, first to another table; the bar names the finding where
 * there is no panel. */
static void
test_next_finding (Fixture *fixture, gconstpointer data)
{
  NbAppItem *item = fixture_open_sample (fixture, "yunxi-2024.html");
  NbTablesPage *page = NB_TABLES_PAGE (fixture_show_page (fixture, "tables"));
  NbFinding *first;
  g_autofree char *title = NULL;
  g_autofree char *fact = NULL;

  nb_tables_page_select (page, 2);
  nb_app_item_set_finding (item, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-finding", NULL);
  fixture_settle (fixture);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
  first = nb_app_item_get_finding (item);
  g_assert_true (first == nb_app_item_get_worst (item));
  title = nb_finding_dup_headline (first);
  fixture_assert_shown (fixture, title);
  fact = nb_finding_steps_dup_fact (first);
  fixture_assert_shown (fixture, fact);
  do
    {
      GtkWidget *cell = nb_tables_page_find_cell (page, nb_app_item_get_figure (item));

      /* No frame of an error around what is none. */
      g_assert_nonnull (cell);
      g_assert_true (gtk_widget_has_css_class (cell, "nb-chosen"));
      g_assert_cmpint (gtk_widget_has_css_class (cell, "nb-in-finding"), ==,
                       nb_finding_get_severity (nb_app_item_find_finding (
                           item, nb_app_item_get_figure (item))) == NB_SEVERITY_ERROR);
      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-finding", NULL);
      fixture_settle (fixture);
    }
  while (nb_app_item_get_finding (item) != first);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "previous-finding", NULL);
  g_assert_true (nb_app_item_get_finding (item) != first);
  g_assert_cmpstr (nb_shell_get_page_name (fixture->shell), ==, "tables");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/nianbao/tables/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 0;

  ADD ("heads-cover", test_heads_cover);
  ADD ("whole-words", test_whole_words);
  ADD ("alignment", test_alignment);
  ADD ("dense", test_dense);
  ADD ("whole", test_whole);
  ADD ("all-rows", test_all_rows);
  ADD ("han-words", test_han_words);
  ADD ("keys", test_keys);
  ADD ("copy", test_copy);
  ADD ("copy-heads", test_copy_heads);
  ADD ("modes", test_modes);
  ADD ("reuse", test_reuse);
  ADD ("fits", test_fits);
  ADD ("findings", test_findings);
  ADD ("next-finding", test_next_finding);
  return g_test_run ();
}
