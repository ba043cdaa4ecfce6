/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cases 22 to 32, 36 and 37: what is done to tables. */

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/nb-error.h"
#include "nb-case.h"

/* The head of the table of applications, its first row, and the last cell of that. */
#define TABLE      "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\"><tbody>\n"
#define LAST_LABEL "行政事业性收费</p></td>"
#define LAST_CELL  "<td colspan=\"3\"><p style=\"text-align: center;\">2769.85</p></td>"

/* A row whose label is cut, and a figure of another table. */
#define CUT_LABEL  "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
#define CUT_METRIC "other_overdue_correction.total"
#define COUNT      "penalty_decisions"

/* The page changed in one place: every figure stays what it was. */
typedef struct
{
  const char *name;
  const char *old;
  const char *replacement;
} Change;

static const Change changes[] = {
  { "22-rowspan-past-the-end", "<td><p style=\"text-align: center;\">" LAST_LABEL,
    "<td rowspan=\"60\"><p style=\"text-align: center;\">" LAST_LABEL },
  { "23-rowspan-0", "<td><p style=\"text-align: center;\">" LAST_LABEL,
    "<td rowspan=\"0\"><p style=\"text-align: center;\">" LAST_LABEL },
  { "24-colspan-0", LAST_CELL, "<td colspan=\"0\"><p>2769.85</p></td>" },
  { "24-colspan-negative", LAST_CELL, "<td colspan=\"-1\"><p>2769.85</p></td>" },
  { "24-colspan-word", LAST_CELL, "<td colspan=\"abc\"><p>2769.85</p></td>" },
  { "24-colspan-huge", LAST_CELL, "<td colspan=\"1000000000\"><p>2769.85</p></td>" },
  { "24-rowspan-huge", LAST_CELL, "<td colspan=3 rowspan=\"1000000000\"><p>2769.85</p></td>" },
  { "29-split", "</tr>\n<tr>\n<td colspan=\"3\"><p style=\"text-align: center;\">二、上年结转",
    "</tr>\n</tbody></table>\n<p>- 3 -</p>\n" TABLE
    "<tr>\n<td colspan=\"3\"><p style=\"text-align: center;\">二、上年结转" },
};

static void
test_change (gconstpointer data)
{
  const Change *change = data;
  g_autofree char *page = nb_case_page ();
  g_autofree char *changed = nb_case_change (page, change->old, change->replacement);
  g_autoptr (NbReading) reading = nb_case_read (changed);

  nb_case_assert_same (reading, NULL);
}

/* Cut at a page break, and the head of the table printed again. */
static void
test_split_head (void)
{
  g_autofree char *page = nb_case_page ();
  const char *start = strstr (page, "<tr>\n<td colspan=\"3\" rowspan=\"3\">");
  const char *end =
      start != NULL
          ? strstr (start, "<tr>\n<td colspan=\"3\"><p style=\"text-align: center;\">一、本年新收")
          : NULL;
  g_autofree char *head = NULL;
  g_autofree char *between = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (NbReading) reading = NULL;

  g_assert_nonnull (end);
  head = g_strndup (start, (gsize) (end - start));
  between = g_strconcat ("</tbody></table>\n<p>- 3 -</p>\n" TABLE, head,
                         "<tr>\n<td colspan=\"3\"><p style=\"text-align: center;\">二、上年结转",
                         NULL);
  changed = nb_case_change (
      page, "<tr>\n<td colspan=\"3\"><p style=\"text-align: center;\">二、上年结转", between);
  reading = nb_case_read (changed);
  nb_case_assert_same (reading, NULL);
}

static void
test_fonts (void)
{
  g_autofree char *page = nb_case_page ();
  g_autoptr (GString) fonts = g_string_new (NULL);
  g_autofree char *changed = NULL;
  g_autoptr (NbReading) reading = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (fonts, "<font size=2>");
  g_string_append (fonts, TABLE);
  changed = nb_case_change (page, TABLE, fonts->str);
  reading = nb_case_read (changed);
  nb_case_assert_same (reading, NULL);
}

static char *
dup_article (const char *page)
{
  const char *start = strstr (page, "<h1>");
  const char *end = strstr (page, "<div class=\"share\">");

  g_assert_true (start != NULL && end != NULL);
  return g_strndup (start, (gsize) (end - start));
}

/* The same report twice is one report, or a second one that is told to be a reprint. */
static void
test_twice (void)
{
  g_autofree char *page = nb_case_page ();
  g_autofree char *article = dup_article (page);
  g_autofree char *more = g_strconcat (article, "<div class=\"share\">", NULL);
  g_autofree char *changed = nb_case_change (page, "<div class=\"share\">", more);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_case_open (changed, &error);
  g_autoptr (NbReading) checked = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 1);
  nb_case_assert_same (readings->pdata[0], NULL);
  checked = nb_reading_check (readings->pdata[0]);
  nb_case_assert_told (checked, "S-09", "");
}

static char *
replace (const char *text, const char *pattern, const char *replacement)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, replacement, 0, NULL);
}

/* Every cell on a line of its own, as pages are copied; or with strokes between. A cell that is blank has no line. */
static void
test_lines (gconstpointer data)
{
  g_autofree char *page = nb_case_page ();
  g_autofree char *filled = replace (page, "&nbsp;", "0");
  g_autoptr (NbReading) usual = nb_case_read (filled);
  g_autofree char *article = dup_article (filled);
  g_autofree char *bare = replace (article, "</p></td>", "</td>");
  g_autofree char *cut = replace (bare, "</td>\\s*<td[^>]*>", data);
  g_autofree char *lines = replace (cut, "</tr>\\s*<tr>|</tbody></table>|</p>|</h1>|</div>", "\n");
  g_autofree char *text = replace (lines, "<[^>]*>", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nb_case_open_text (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 1);
  nb_case_assert_like (readings->pdata[0], usual, NULL);
}

/* A label that is cut stands between its neighbours; the figures are its own, with less certainty, and nothing is amiss. */
static void
test_cut_label (void)
{
  g_autofree char *page = nb_case_page ();
  g_autofree char *cut = nb_case_change (page, "（四）无法提供", "（四）无法");
  g_autofree char *changed = nb_case_change (cut, CUT_LABEL, "1.申请人无");
  g_autoptr (NbReading) usual = nb_case_read (page);
  g_autoptr (NbReading) reading = nb_case_read (changed);
  NbReport *report = nb_reading_get_report (reading);

  nb_case_assert_same (reading, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (nb_reading_get_findings (reading)), ==,
                    g_list_model_get_n_items (nb_reading_get_findings (usual)));
  g_assert_cmpint (nb_figure_get_confidence (nb_report_find_figure (report, CUT_METRIC)), ==,
                   NB_CONFIDENCE_BY_POSITION);
  g_assert_cmpint (nb_figure_get_confidence (nb_report_find_figure (report, COUNT)), ==,
                   NB_CONFIDENCE_EXACT);
}

/* Tables that are pictures: no figure is made up, and it is said. */
static void
test_pictures (void)
{
  g_autofree char *page = nb_case_page ();
  g_autoptr (GRegex) tables = g_regex_new ("<table.*?</table>", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *changed = g_regex_replace_literal (tables, page, -1, 0,
                                                      "<p><img src=\"table.png\"></p>", 0, NULL);
  g_autoptr (NbReading) reading = nb_case_read (changed);
  GListModel *figures = nb_report_get_figures (nb_reading_get_report (reading));

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (NbFigure) figure = g_list_model_get_item (figures, i);
      NbDecimal value;

      g_assert_false (nb_figure_get_value (figure, &value));
    }
  nb_case_assert_told (reading, "S-05", "The table is a picture or an attachment and cannot be read");
}

/* Two sets of tables, of the organ itself and of all: both, never one. */
static void
test_scopes (void)
{
  g_autofree char *page = nb_case_page ();
  const char *start = strstr (page, "<p style=\"text-indent: 2em;\"><strong>三、");
  const char *table = start != NULL ? strstr (start, "<table") : NULL;
  const char *end = table != NULL ? strstr (table, "</table>") : NULL;
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;
  g_autofree char *both = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = NULL;

  g_assert_nonnull (end);
  own = g_strndup (table, (gsize) (end - table) + strlen ("</table>"));
  other = nb_case_change (own, ">214<", ">314<");
  both = g_strconcat ("<p>本级</p>", own, "<p>汇总</p>", other, NULL);
  changed = nb_case_change (page, own, both);
  readings = nb_case_open (changed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 2);
  nb_case_assert_figure (readings->pdata[0], "new_received.total", NB_STATE_NUMBER, "214", NULL);
  nb_case_assert_figure (readings->pdata[1], "new_received.total", NB_STATE_NUMBER, "314", NULL);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_INSTRUMENTED TRUE
#else
#define IS_INSTRUMENTED FALSE
#endif

typedef struct
{
  const char *name;
  const char *before, *unit, *after;
  guint n;
} Bomb;

static const Bomb bombs[] = {
  { "25-cells", "<table><tr>", "<td>1", "</table>", 200000 },
  { "26-tables", "<p>", "<table><tr><td>", "1", 30000 },
  { "27-div", "<p>", "<div>", "1", 200000 },
};

/* Two seconds and 300 MB, in a process of its own; a message, or a document without a report. */
static void
test_bomb (gconstpointer data)
{
  const Bomb *bomb = data;
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><meta charset=utf-8><body>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  struct rusage usage;
  clock_t start;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  g_string_append (page, bomb->before);
  for (guint i = 0; i < bomb->n; i++)
    g_string_append (page, bomb->unit);
  g_string_append (page, bomb->after);
  start = clock ();
  readings = nb_case_open (page->str, &error);
  g_assert_null (readings);
  g_assert_true (g_error_matches (error, NB_ERROR, NB_ERROR_NOT_A_REPORT) ||
                 g_error_matches (error, NB_ERROR, NB_ERROR_LIMIT));
  if (IS_INSTRUMENTED)
    return;
  g_assert_cmpint ((clock () - start) * 10 / CLOCKS_PER_SEC, <, 20);
  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  g_assert_cmpint (usage.ru_maxrss / 1024, <, 300);
}

void
nb_case_add_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/cases/", changes[i].name, NULL);

      g_test_add_data_func (path, &changes[i], test_change);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/cases/", bombs[i].name, NULL);

      g_test_add_data_func (path, &bombs[i], test_bomb);
    }
  g_test_add_func ("/nianbao/cases/28-unclosed-fonts", test_fonts);
  g_test_add_func ("/nianbao/cases/29-split-with-head", test_split_head);
  g_test_add_func ("/nianbao/cases/30-printed-twice", test_twice);
  g_test_add_data_func ("/nianbao/cases/31-cell-a-line", "\n", test_lines);
  g_test_add_data_func ("/nianbao/cases/31-strokes", " | ", test_lines);
  g_test_add_func ("/nianbao/cases/32-cut-label", test_cut_label);
  g_test_add_func ("/nianbao/cases/36-pictures", test_pictures);
  g_test_add_func ("/nianbao/cases/37-two-scopes", test_scopes);
}
