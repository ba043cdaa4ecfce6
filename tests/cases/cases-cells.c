/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cases 13 to 21, 33 and 36: what stands in a cell, and where a report says its year. */

#include <locale.h>
#include <string.h>

#include "export/nb-export.h"
#include "form/nb-form.h"
#include "nb-case.h"
#include "workspace/nb-caution.h"

/* Two cells of the page. */
#define COUNT       "penalty_decisions"
#define COUNT_CELL  ">3176<"
#define AMOUNT      "admin_fee_amount"
#define AMOUNT_CELL ">2769.85<"

typedef struct
{
  const char *number; /* of the case */
  const char *metric;
  const char *cell; /* as it is in the page */
  const char *written;
  NbState state;
  const char *value;
  const char *raw; /* where it is not as written */
} Cell;

static const Cell cells[] = {
  { "13", COUNT, COUNT_CELL, "４１３７５", NB_STATE_NUMBER, "41375", NULL },
  { "13", COUNT, COUNT_CELL, "41,375", NB_STATE_NUMBER, "41375", NULL },
  { "13", COUNT, COUNT_CELL, "41，375", NB_STATE_NUMBER, "41375", NULL },
  { "13", COUNT, COUNT_CELL, "4<span>1375</span>", NB_STATE_NUMBER, "41375", "41375" },
  { "13", COUNT, COUNT_CELL, "41375件", NB_STATE_NUMBER, "41375", NULL },
  { "14", COUNT, COUNT_CELL, "——", NB_STATE_PLACEHOLDER, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "—", NB_STATE_PLACEHOLDER, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "―", NB_STATE_PLACEHOLDER, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "–", NB_STATE_PLACEHOLDER, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "-", NB_STATE_PLACEHOLDER, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "－", NB_STATE_PLACEHOLDER, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "/", NB_STATE_PLACEHOLDER, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "无", NB_STATE_PLACEHOLDER, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "", NB_STATE_BLANK, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "0.00", NB_STATE_ZERO, "0", NULL },
  { "15", AMOUNT, AMOUNT_CELL, "2122.36", NB_STATE_NUMBER, "2122.36", NULL },
  { "15", AMOUNT, AMOUNT_CELL, "462.657万元", NB_STATE_NUMBER, "462.657", NULL },
  { "15", AMOUNT, AMOUNT_CELL, "1.2亿", NB_STATE_NUMBER, "12000", NULL },
  { "14", COUNT, COUNT_CELL, "其中：12", NB_STATE_UNREADABLE, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "5.", NB_STATE_UNREADABLE, NULL, NULL },
  { "14", COUNT, COUNT_CELL, "、", NB_STATE_UNREADABLE, NULL, NULL },
  { "18", COUNT, COUNT_CELL, "99999999999999999999", NB_STATE_UNREADABLE, NULL, NULL },
  { "18", COUNT, COUNT_CELL, "1e309", NB_STATE_UNREADABLE, NULL, NULL },
  { "20", COUNT, COUNT_CELL, "一", NB_STATE_UNREADABLE, NULL, NULL },
  { "20", COUNT, COUNT_CELL, "O", NB_STATE_UNREADABLE, NULL, NULL },
  { "20", COUNT, COUNT_CELL, "〇", NB_STATE_UNREADABLE, NULL, NULL },
  { "36", COUNT, COUNT_CELL, "<img src=a.png alt=12>", NB_STATE_UNREADABLE, NULL, "12" },
  { "36", COUNT, COUNT_CELL, "<img src=a.png>", NB_STATE_UNREADABLE, NULL, "" },
  { "36", COUNT, COUNT_CELL, "<svg width=9><text>12</text></svg>", NB_STATE_UNREADABLE, NULL, "" },
  { "36", COUNT, COUNT_CELL, "<object>12</object>", NB_STATE_UNREADABLE, NULL, "" },
  { "36", COUNT, COUNT_CELL, "<img src=a.png width=1 height=1>", NB_STATE_BLANK, NULL, "" },
  { "36", COUNT, COUNT_CELL, "<img src=a.png alt=12>41375", NB_STATE_NUMBER, "41375", "41375" },
};

static void
test_cell (gconstpointer data)
{
  const Cell *cell = data;
  g_autofree char *page = nb_case_page ();
  g_autofree char *written = g_strdup_printf (">%s<", cell->written);
  g_autofree char *changed = nb_case_change (page, cell->cell, written);
  g_autoptr (NbReading) reading = nb_case_read (changed);

  g_test_message ("%s", cell->written);
  nb_case_assert_figure (reading, cell->metric, cell->state, cell->value,
                         cell->raw != NULL ? cell->raw : cell->written);
  nb_case_assert_same (reading, cell->metric);
}

/* The changes against the year before: a sign, a word, an arrow. */
static void
test_signed (void)
{
  static const char *const written[] = { "-12", "减少12", "↓12", "－12", "−12" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data/samples/yunxi-2019.html", NULL);
  g_autoptr (NbSource) source = nb_source_load (path, NULL, NULL, NULL, NULL, NULL);
  g_autofree char *page = nb_source_decode (source, NULL, NULL);
  g_autoptr (NbReading) usual = nb_case_read (page);
  NbFigure *figure = nb_report_find_figure (nb_reading_get_report (usual), "penalty_items_change");
  const NbPlace *place;
  gsize length;

  g_assert_nonnull (figure);
  g_assert_cmpint (nb_figure_get_state (figure), ==, NB_STATE_NUMBER);
  place = nb_figure_get_place (figure);
  g_assert_nonnull (place);
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      /* The cell of the year before stands before it in the same row. */
      NbFigure *count = nb_report_find_figure (nb_reading_get_report (usual), "penalty_items_prev");
      g_autofree char *old = g_strdup_printf (">%s<", nb_figure_get_raw (figure));
      g_autofree char *before = g_strdup_printf (">%s<", nb_figure_get_raw (count));
      g_autofree char *after = g_strdup_printf (">%s<", written[i]);
      const char *row = strstr (page, before);
      g_autofree char *changed = NULL;
      g_autofree char *whole = NULL;
      g_autoptr (NbReading) reading = NULL;

      g_assert_nonnull (row);
      changed = nb_case_change (row, old, after);
      length = (gsize) (row - page);
      whole = g_strdup_printf ("%.*s%s", (int) length, page, changed);
      reading = nb_case_read (whole);
      nb_case_assert_figure (reading, "penalty_items_change", NB_STATE_NUMBER, "-12", written[i]);
    }
}

static void
test_years (void)
{
  static const char *const years[] = { "二○二四年", "二〇二四年", "２０２４年", "2０24年" };
  g_autofree char *page = nb_case_page ();

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_auto (GStrv) parts = g_strsplit (page, "2024年", -1);
      g_autofree char *changed = g_strjoinv (years[i], parts);
      g_autoptr (NbReading) reading = nb_case_read (changed);

      g_assert_cmpuint (g_strv_length (parts), >, 2);
      g_assert_cmpuint (nb_report_get_year (nb_reading_get_report (reading)), ==, 2024);
      nb_case_assert_same (reading, NULL);
    }
}

static void
test_remark (void)
{
  g_autofree char *page = nb_case_page ();
  g_autofree char *changed = nb_case_change (page, COUNT_CELL, ">2727(书记、市长信箱)<");
  g_autoptr (NbReading) reading = nb_case_read (changed);
  NbFigure *figure = nb_report_find_figure (nb_reading_get_report (reading), COUNT);

  nb_case_assert_figure (reading, COUNT, NB_STATE_NUMBER, "2727", NULL);
  g_assert_cmpstr (nb_figure_get_remark (figure), ==, "书记、市长信箱");
}

/* A comma for the point changes neither what is read nor what is written. */
static void
test_locale (void)
{
  g_autofree char *page = nb_case_page ();
  g_autofree char *usual = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autoptr (NbReading) reading = NULL;
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GString) json = g_string_new (NULL);

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not there");
      return;
    }
  reading = nb_case_read (page);
  nb_csv_write_reading (csv, reading);
  nb_json_write_reading (json, reading, FALSE);
  setlocale (LC_NUMERIC, usual);
  nb_case_assert_figure (reading, AMOUNT, NB_STATE_NUMBER, "2769.85", "2769.85");
  g_assert_nonnull (strstr (csv->str, ",2769.85,"));
  g_assert_nonnull (strstr (json->str, "2769.85"));
  g_assert_null (strstr (json->str, "2769,85"));
}

/* What does not add up stands as it is printed, and is told. */
static void
test_broken_sum (void)
{
  g_autofree char *page = nb_case_page ();
  g_autofree char *changed = nb_case_change (page, ">214<", ">215<");
  g_autoptr (NbReading) usual = nb_case_read (page);
  g_autoptr (NbReading) reading = nb_case_read (changed);
  guint before = g_list_model_get_n_items (nb_reading_get_findings (usual));

  nb_case_assert_figure (reading, "new_received.total", NB_STATE_NUMBER, "215", "215");
  nb_case_assert_same (reading, "new_received.total");
  g_assert_cmpuint (g_list_model_get_n_items (nb_reading_get_findings (reading)), >, before);
  nb_case_assert_told (reading, "T3-03", "215");
}

/* A byte that is no character costs the figure that it stands in, or none, and is told with its place. */
static void
test_illegal_byte (void)
{
  static const char *const places[] = { ">3176<", "行政许可<" };
  g_autofree char *page = nb_case_page ();

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *broken = g_strdup_printf (">\xff%s", places[i] + (i == 0));
      g_autofree char *changed = nb_case_change (page, places[i], i == 0 ? broken : "行政许可\xff<");
      g_autofree char *offset = g_strdup_printf ("at byte %" G_GSIZE_FORMAT,
                                                 (gsize) (strchr (changed, '\xff') - changed));
      g_autoptr (NbReading) reading = nb_case_read (changed);
      g_autofree char *caution = nb_caution_dup (nb_reading_get_report (reading));

      nb_case_assert_same (reading, COUNT);
      nb_case_assert_figure (reading, COUNT, i == 0 ? NB_STATE_UNREADABLE : NB_STATE_NUMBER,
                             i == 0 ? NULL : "3176", NULL);
      g_assert_nonnull (caution);
      g_assert_nonnull (strstr (caution, offset));
    }
}

void
nb_case_add_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/cases/%s-cell/%" G_GSIZE_FORMAT,
                                               cells[i].number, i);

      g_test_add_data_func (path, &cells[i], test_cell);
    }
  g_test_add_func ("/nianbao/cases/8-illegal-byte", test_illegal_byte);
  g_test_add_func ("/nianbao/cases/16-signed", test_signed);
  g_test_add_func ("/nianbao/cases/17-years", test_years);
  g_test_add_func ("/nianbao/cases/19-remark", test_remark);
  g_test_add_func ("/nianbao/cases/21-locale", test_locale);
  g_test_add_func ("/nianbao/cases/33-broken-sum", test_broken_sum);
}
