/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows, without a display: the session, the side bar's rows, tables, search, addresses. */

#include "nb-address-dialog.h"
#include "nb-report-list.h"
#include "nb-table-model.h"
#include "nb-text-find.h"
#include "nb-ui-text.h"

#include "base/nb-error.h"

#include "wait.h"

static gboolean
is_idle (gpointer session)
{
  return nb_session_get_n_busy (session) == 0;
}

static NbAppItem *
open_and_wait (NbSession *session, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  NbAppItem *item = nb_session_open (session, path);

  wait_until (is_idle, session);
  return item;
}

static void
test_session_open (void)
{
  g_autoptr (NbSession) session = nb_session_new ();
  NbAppItem *item = open_and_wait (session, "yunxi-2023.html");

  g_assert_cmpuint (nb_app_item_get_state (item), ==, NB_APP_ITEM_READY);
  g_assert_cmpuint (nb_report_get_year (nb_app_item_get_report (item)), ==, 2023);
  g_assert_null (nb_app_item_get_error (item));
  nb_session_close_all (session);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_session_twice (void)
{
  g_autoptr (NbSession) session = nb_session_new ();
  NbAppItem *item = open_and_wait (session, "yunxi-2023.html");
  g_autofree char *copy = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;
  guint told = 0;
  int fd = g_file_open_tmp ("nianbao-XXXXXX.html", &copy, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_get_contents (nb_app_item_get_uri (item), &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  g_signal_connect_swapped (session, "already-open", G_CALLBACK (count_cb), &told);

  /* By its name, and by its bytes under another name. */
  g_assert_true (open_and_wait (session, "yunxi-2023.html") == item);
  g_assert_cmpuint (told, ==, 1);
  nb_session_open (session, copy);
  wait_until (is_idle, session);
  g_assert_cmpuint (told, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (nb_session_get_items (session)), ==, 1);
  g_unlink (copy);
  nb_session_close_all (session);
}

static void
test_session_cancel (void)
{
  g_autoptr (NbSession) session = nb_session_new ();
  guint told = 0;

  g_signal_connect_swapped (session, "loaded", G_CALLBACK (count_cb), &told);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples",
                                                     "yunxi-2024.html", NULL);
      g_autoptr (NbAppItem) item = g_object_ref (nb_session_open (session, path));

      nb_session_close (session, item);
      g_assert_null (nb_app_item_get_reading (item));
    }
  g_assert_cmpuint (g_list_model_get_n_items (nb_session_get_items (session)), ==, 0);
  wait_until (is_idle, session);
  g_assert_cmpuint (told, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (nb_session_get_items (session)), ==, 0);
}

static void
test_session_fail (void)
{
  g_autoptr (NbSession) session = nb_session_new ();
  NbAppItem *item = open_and_wait (session, "no-such-file.html");

  g_assert_cmpuint (nb_app_item_get_state (item), ==, NB_APP_ITEM_FAILED);
  g_assert_error (nb_app_item_get_error (item), NB_ERROR, NB_ERROR_NOT_FOUND);
  /* Opening it again tries again, in the same item. */
  g_assert_true (open_and_wait (session, "no-such-file.html") == item);
  g_assert_cmpuint (nb_app_item_get_state (item), ==, NB_APP_ITEM_FAILED);
  nb_session_close_all (session);
}

static void
test_session_reload (void)
{
  g_autoptr (NbSession) session = nb_session_new ();
  NbAppItem *item = open_and_wait (session, "yunxi-2023.html");
  g_autoptr (NbReading) before = g_object_ref (nb_app_item_get_reading (item));
  const NbForm *form = nb_report_get_form (nb_app_item_get_report (item));
  NbFigure *figure = nb_report_get_figure_for (nb_app_item_get_report (item), form->metrics[7]);
  g_autofree char *id = g_strdup (nb_figure_get_id (figure));

  nb_app_item_set_figure (item, figure);
  nb_session_reload (session, item);
  g_assert_true (nb_app_item_get_reading (item) == before);
  wait_until (is_idle, session);
  g_assert_true (nb_app_item_get_reading (item) != before);
  g_assert_cmpstr (nb_figure_get_id (nb_app_item_get_figure (item)), ==, id);
  nb_session_close_all (session);
}

static void
test_report_list_order (void)
{
  static const char *const names[] = { "yunxi-2022.txt", "shiqiao-2024.txt", "yunxi-2024.html",
                                       "missing.html", "yunxi-ziran-2023.html" };
  g_autoptr (NbSession) session = nb_session_new ();
  g_autoptr (NbReportList) list = nb_report_list_new (session);
  g_autoptr (GString) rows = g_string_new (NULL);
  guint n_headings = 0, n_reports = 0, last_year = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    open_and_wait (session, names[i]);
  nb_report_list_flush (list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (NB_IS_HEADING (row))
        {
          n_headings++;
          last_year = G_MAXUINT;
          continue;
        }
      n_reports++;
      if (nb_app_item_get_report (NB_APP_ITEM (row)) == NULL)
        {
          /* What failed stands last. */
          g_assert_cmpuint (i, ==, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);
          continue;
        }
      g_assert_cmpuint (nb_report_get_year (nb_app_item_get_report (NB_APP_ITEM (row))), <,
                        last_year);
      last_year = nb_report_get_year (nb_app_item_get_report (NB_APP_ITEM (row)));
    }
  g_assert_cmpuint (n_reports, ==, G_N_ELEMENTS (names));
  g_assert_cmpuint (n_headings, ==, 4);
  nb_session_close_all (session);
  nb_report_list_flush (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

/* Every figure of every form's report stands in exactly one cell of the tables. */
static void
test_tables_are_whole (void)
{
  static const char *const names[] = { "yunxi-2017.txt", "yunxi-2019.html", "yunxi-2024.html",
                                       "shiqiao-2024.txt" };
  g_autoptr (NbSession) session = nb_session_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      NbReport *report = nb_app_item_get_report (open_and_wait (session, names[i]));
      g_autoptr (GListModel) tables = nb_table_model_list_tables (report);
      GListModel *figures = nb_report_get_figures (report);
      guint n_cells = 0;

      for (guint j = 0; j < g_list_model_get_n_items (tables); j++)
        {
          g_autoptr (NbTableModel) table = g_list_model_get_item (tables, j);

          n_cells += nb_table_model_get_n_figures (table);
        }
      g_assert_cmpuint (n_cells, ==, g_list_model_get_n_items (figures));
      for (guint j = 0; j < g_list_model_get_n_items (figures); j++)
        {
          g_autoptr (NbFigure) figure = g_list_model_get_item (figures, j);
          guint n_found = 0;

          for (guint k = 0; k < g_list_model_get_n_items (tables); k++)
            {
              g_autoptr (NbTableModel) table = g_list_model_get_item (tables, k);
              guint row = 0, column = 0;

              if (nb_table_model_find (table, figure, &row, &column))
                {
                  n_found++;
                  g_assert_true (nb_table_model_get_cell (table, row, column) == figure);
                }
            }
          g_assert_cmpuint (n_found, ==, 1);
        }
    }
  nb_session_close_all (session);
}

static void
test_find (void)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (NbTextHit));
  g_autoptr (GString) many = g_string_new (NULL);

  nb_text_find_all ("Abc abC bc", 10, "ABC", hits);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpuint (g_array_index (hits, NbTextHit, 1).offset, ==, 4);
  g_array_set_size (hits, 0);
  nb_text_find_all ("aaaa", 4, "aa", hits);
  g_assert_cmpuint (hits->len, ==, 2);
  g_array_set_size (hits, 0);
  nb_text_find_all ("abc", 3, "", hits);
  nb_text_find_all ("abc", 3, "abcd", hits);
  g_assert_cmpuint (hits->len, ==, 0);
  /* Full-width forms, letter-spaced words; but two numbers are not one, nor are two cells. */
  nb_text_find_all ("\uff12\uff14 1", strlen ("\uff12\uff14 1"), "24", hits);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (g_array_index (hits, NbTextHit, 0).length, ==, 6);
  g_array_set_size (hits, 0);
  nb_text_find_all ("\u603b \u3000\u8ba1", strlen ("\u603b \u3000\u8ba1"), " \u603b\u8ba1 ", hits);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (g_array_index (hits, NbTextHit, 0).length, ==, strlen ("\u603b \u3000\u8ba1"));
  g_array_set_size (hits, 0);
  nb_text_find_all ("\u5171 3 \u4ef6", strlen ("\u5171 3 \u4ef6"), "\u51713\u4ef6", hits);
  g_assert_cmpuint (hits->len, ==, 1);
  g_array_set_size (hits, 0);
  nb_text_find_all ("2 4\n2\n4", 7, "24", hits);
  nb_text_find_all ("a b", 3, "  ", hits);
  g_assert_cmpuint (hits->len, ==, 0);
  for (guint i = 0; i < NB_LIMIT_TEXT_HITS + 10; i++)
    g_string_append (many, "x ");
  nb_text_find_all (many->str, many->len, "x", hits);
  g_assert_cmpuint (hits->len, ==, NB_LIMIT_TEXT_HITS);
}

static void
test_address (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "https://www.example.org/2024.html", TRUE },
    { "http://192.0.2.1/", TRUE },
    { "file:///srv/report.html", TRUE },
    { "", FALSE },
    { "www.example.org", FALSE },
    { "https://", FALSE },
    { "ftp://example.org/a", FALSE },
    { "javascript:alert(1)", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (nb_address_is_valid (cases[i].text), ==, cases[i].valid);
}

static void
test_format (void)
{
  static const struct
  {
    gint64 unscaled;
    guint scale;
    gboolean group;
    const char *text;
  } cases[] = {
    { 0, 0, TRUE, "0" },
    { 999, 0, TRUE, "999" },
    { 1000, 0, TRUE, "1,000" },
    { 276985, 2, TRUE, "2,769.85" },
    { -1234567, 0, TRUE, "\u22121,234,567" },
    { -100, 0, TRUE, "\u2212100" },
    { 43218, 0, FALSE, "43218" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nb_ui_format_decimal (
          (NbDecimal){ cases[i].unscaled, cases[i].scale }, cases[i].group);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_errors_have_words (void)
{
  for (int code = NB_ERROR_NOT_FOUND; code <= NB_ERROR_LIMIT; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (NB_ERROR, code, "");

      g_assert_cmpuint (strlen (nb_ui_error_title (error)), >, 10);
      g_assert_cmpuint (strlen (nb_ui_error_advice (error)), >, 10);
    }
}

/* Where the page has links, they are what to do about it, whatever happened. */
static void
test_links_are_advised (void)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (GError) error = g_error_new_literal (NB_ERROR, NB_ERROR_NO_TEXT, "");

  g_assert_null (strstr (nb_ui_error_advice (error), "links"));
  nb_error_set_links (error, links);
  g_assert_nonnull (strstr (nb_ui_error_advice (error), "links"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/session/open", test_session_open);
  g_test_add_func ("/nianbao/session/twice", test_session_twice);
  g_test_add_func ("/nianbao/session/cancel", test_session_cancel);
  g_test_add_func ("/nianbao/session/fail", test_session_fail);
  g_test_add_func ("/nianbao/session/reload", test_session_reload);
  g_test_add_func ("/nianbao/report-list/order", test_report_list_order);
  g_test_add_func ("/nianbao/table-model/whole", test_tables_are_whole);
  g_test_add_func ("/nianbao/text-find/all", test_find);
  g_test_add_func ("/nianbao/address/valid", test_address);
  g_test_add_func ("/nianbao/ui-text/decimal", test_format);
  g_test_add_func ("/nianbao/ui-text/errors", test_errors_have_words);
  g_test_add_func ("/nianbao/ui-text/links-are-advised", test_links_are_advised);
  return g_test_run ();
}
