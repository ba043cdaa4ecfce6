/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rules on made-up reports of every form in every layout: where all agrees, nothing graver than a hint is
 * found; a planted fault is found by its rule, at least 99 times of 100.
 *
 * NB_GENERATOR_SEED (1) is the first seed, NB_GENERATOR_COUNT (2) how many reports of each form each layout gets, and
 * ten times as many are made of each fault.
 */

#include "gen-check.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "check/nb-check.h"
#include "document/nb-document.h"
#include "report/nb-report.h"

#define MOST_PRINTED 4

static const guint forms[] = { 2008, 2014, 2019, 2021 };

static void
append_finding (GString *out, NbFinding *finding)
{
  NbReport *report = nb_finding_get_report (finding);
  const char *text = nb_document_get_text (nb_report_get_document (report), NULL);
  g_autofree char *message = nb_finding_dup_message (finding);
  guint n;
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n);

  g_string_append_printf (out, "%s %s: %s", nb_finding_get_rule (finding),
                          nb_severity_to_string (nb_finding_get_severity (finding)), message);
  if (n > 0)
    g_string_append_printf (out, " “%.*s”", (int) quotes[0].length, text + quotes[0].offset);
  g_string_append_c (out, '\n');
}

/* How often each rule spoke on reports that agree. */
static GHashTable *alarms;
static guint n_agreeing;

/* Each line of @found begins with the id of a rule. */
static void
count_alarms (const char *found)
{
  g_auto (GStrv) lines = g_strsplit (found != NULL ? found : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *id = g_strndup (lines[i], strcspn (lines[i], " "));
      const NbRule *rule = nb_rules_find (id);

      if (rule != NULL)
        g_hash_table_insert (
            alarms, (gpointer) rule->id,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (alarms, rule->id)) + 1));
    }
}

static gboolean
prints_twice (const GenLayout *layout)
{
  return layout->is_html && (layout->style & (GEN_HTML_TWICE | GEN_HTML_MOBILE)) != 0;
}

/* Layouts that print the article twice are found out, rightly. */
static gboolean
is_right (const GenLayout *layout, NbFinding *finding)
{
  return g_str_equal (nb_finding_get_rule (finding), "S-09") && prints_twice (layout);
}

/* What is found in a report; in one that agrees nothing, not even a hint. */
static char *
describe (const GenLayout *layout, NbReport *report)
{
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (is_right (layout, finding))
        continue;
      append_finding (out, finding);
    }
  return g_string_free (out, FALSE);
}

static gboolean
tells (NbFinding *finding, const char *rule)
{
  GPtrArray *consequences = nb_finding_get_consequences (finding);

  if (g_str_equal (nb_finding_get_rule (finding), rule))
    return nb_finding_get_status (finding) == NB_STATUS_FAIL;
  for (guint i = 0; i < consequences->len; i++)
    if (g_str_equal (nb_finding_get_rule (consequences->pdata[i]), rule))
      return TRUE;
  return FALSE;
}

static gboolean
finds (NbReport *report, const char *rule)
{
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (tells (finding, rule))
        return TRUE;
    }
  return FALSE;
}

static void
test_agreeing (gconstpointer data)
{
  const GenLayout *layout = data;
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1),
        count = gen_number_from ("NB_GENERATOR_COUNT", 2);
  guint n_bad = 0;

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    for (guint i = 0; gen_layout_holds (layout, forms[f]) && i < count; i++)
      {
        g_autoptr (GenReport) made = gen_layout_new_agreeing (layout, forms[f], first + i, NULL);
        g_autoptr (GBytes) bytes = gen_layout_write (layout, made);
        g_autoptr (NbReport) report = gen_read_back (layout, bytes);
        g_autofree char *found = report != NULL ? describe (layout, report) : NULL;

        n_agreeing++;
        count_alarms (found);
        if (report != NULL && *found == '\0')
          continue;
        if (n_bad++ < MOST_PRINTED)
          g_test_message ("%s %u seed %u: %s", layout->name, forms[f], first + i,
                          found != NULL ? found : "not read");
      }
  if (n_bad > 0)
    g_test_fail_printf ("%u reports with false alarms", n_bad);
}

/* A fault of the subtotal needs one. */
static const GenLayout *
pick_subtotal_layout (guint seed)
{
  for (guint i = 0; i < gen_n_layouts; i++)
    if (gen_layouts[(seed * 7 + i) % gen_n_layouts].shape.subtotal)
      return &gen_layouts[(seed * 7 + i) % gen_n_layouts];
  g_assert_not_reached ();
}

static void
test_fault (gconstpointer data)
{
  const GenFault *fault = data;
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1);
  guint count = 10 * gen_number_from ("NB_GENERATOR_COUNT", 2), planted = 0, found = 0;

  for (guint i = 0; i < count; i++)
    {
      guint form = forms[(first + i) % G_N_ELEMENTS (forms)];
      const GenLayout *layout = gen_layout_pick (form, 7 * (first + i));
      g_autoptr (GenReport) made = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NbReport) report = NULL;

      if (form < fault->oldest || form > fault->newest)
        form = fault->newest;
      layout = g_str_equal (fault->name, "subtotal") ? pick_subtotal_layout (first + i)
                                                     : gen_layout_pick (form, 7 * (first + i));
      made = gen_layout_new_agreeing (layout, form, first + i, fault->name);
      /* Two captions of an earlier year stand over two tables of that year: none is this report's. */
      if (!made->faulty || (prints_twice (layout) && g_str_equal (fault->name, "caption")))
        continue;
      bytes = gen_layout_write (layout, made);
      report = gen_read_back (layout, bytes);
      planted++;
      if (report != NULL && finds (report, fault->rule))
        found++;
      else if (planted - found <= MOST_PRINTED)
        {
          g_autofree char *instead = report != NULL ? describe (layout, report) : NULL;

          g_test_message ("%s %s: %s %u seed %u: not found; %s", fault->rule, fault->name,
                          layout->name, form, first + i, instead != NULL ? instead : "not read");
        }
    }
  g_test_message ("planted %s %s %u %u", fault->rule, fault->name, planted, found);
  if (planted == 0 || found * 100 < planted * 99)
    g_test_fail_printf ("%u of %u", found, planted);
}

/* S-09: the whole article stands in the file once more. */
static void
test_twice (void)
{
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1), planted = 0, found = 0;
  guint wanted = 10 * gen_number_from ("NB_GENERATOR_COUNT", 2);

  for (guint i = 0; planted < wanted && i < 6 * wanted; i++)
    {
      guint form = forms[1 + i % 3];
      GenLayout layout = *gen_layout_pick (form, 7 * (first + i));
      g_autoptr (GenReport) made = NULL;
      g_autoptr (NbReport) report = NULL;
      g_autoptr (GBytes) bytes = NULL;

      /* What is drawn in a text is no page. */
      if (!layout.is_html || layout.style >= GEN_HTML_LINES || (layout.style & GEN_HTML_PRE) != 0)
        continue;
      layout.style |= GEN_HTML_TWICE;
      made = gen_layout_new_agreeing (&layout, form, first + i, NULL);
      bytes = gen_layout_write (&layout, made);
      report = gen_read_back (&layout, bytes);
      planted++;
      if (report != NULL && finds (report, "S-09"))
        found++;
      else
        g_test_message ("S-09 twice: %s %u seed %u: not found", layout.name, form, first + i);
    }
  g_test_message ("planted S-09 twice %u %u", planted, found);
  g_assert_cmpuint (found * 100, >=, planted * 99);
  g_assert_cmpuint (planted, >, 0);
}

/* --- T3-05: the one cell that explains a fault --- */

/* What may befall a number: its cell, and what then stands there. */
typedef struct
{
  const char *name;
  const char *table;
  gint64 (*spoil) (GenReport *made, guint index);
} Slip;

#define MILLION G_GINT64_CONSTANT (1000000)

static GenFigure *
nth_figure (GenReport *made, guint index)
{
  return g_ptr_array_index (made->figures, index);
}

static gint64
swap_digits (GenReport *made, guint index)
{
  gint64 n = nth_figure (made, index)->value / MILLION;

  return n < 10 ? n : n / 100 * 100 + n % 10 * 10 + n / 10 % 10;
}

static gint64
lose_digit (GenReport *made, guint index)
{
  return nth_figure (made, index)->value / MILLION / 10;
}

static gint64
double_digit (GenReport *made, guint index)
{
  gint64 n = nth_figure (made, index)->value / MILLION;

  return n * 10 + n % 10;
}

/* The number of the cell to the left. */
static gint64
shift_column (GenReport *made, guint index)
{
  return index > 0 ? nth_figure (made, index - 1)->value / MILLION : 0;
}

/* The number of a draft, before one more came in. */
static gint64
keep_old (GenReport *made, guint index)
{
  return nth_figure (made, index)->value / MILLION - 1;
}

static const Slip slips[] = {
  { "digits-swapped", "T3", swap_digits },  { "digit-lost", "T3", lose_digit },
  { "digit-doubled", "T3", double_digit },  { "column-shifted", "T3", shift_column },
  { "not-updated", "T3", keep_old },        { "digits-swapped", "T4", swap_digits },
  { "digit-lost", "T4", lose_digit },       { "digit-doubled", "T4", double_digit },
  { "column-shifted", "T4", shift_column }, { "not-updated", "T4", keep_old },
  { "digits-swapped", "A", swap_digits },   { "digit-lost", "A", lose_digit },
  { "not-updated", "A", keep_old },
};

/* Parts and wholes of the appendix. */
static gboolean
is_in_a_sum (const char *id)
{
  static const char *const heads[] = {
    "appendix_received",        "appendix_completed",  "appendix_replied", "appendix_refused",
    "appendix_reconsideration", "appendix_litigation", "appendix_staff"
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (id, heads[i]))
      return TRUE;
  return FALSE;
}

static gboolean
stands_in (const char *table, const char *id)
{
  if (g_str_equal (table, "T3"))
    return strchr (id, '.') != NULL;
  if (g_str_equal (table, "T4"))
    return g_str_has_prefix (id, "reconsideration_") || g_str_has_prefix (id, "litigation_");
  return is_in_a_sum (id);
}

/* Spoils one cell of the table; the number of its figure, or -1 where none is spoilt by this slip. */
static int
spoil_cell (GenReport *made, const Slip *slip)
{
  guint n = made->figures->len, first = gen_below (made->rand, n);

  for (guint i = 0; i < n; i++)
    {
      guint index = (first + i) % n;
      GenFigure *figure = nth_figure (made, index);
      gint64 wrong = stands_in (slip->table, figure->id) ? slip->spoil (made, index) : -1;
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, wrong);

      if (wrong < 0 || wrong == figure->value / MILLION || figure->kind != GEN_COUNT)
        continue;
      for (guint s = 0; s < made->sections->len; s++)
        {
          GenSection *section = g_ptr_array_index (made->sections, s);

          for (guint t = 0; section->tables != NULL && t < section->tables->len; t++)
            gen_table_set_figure (g_ptr_array_index (section->tables, t), (int) index, text);
        }
      return (int) index;
    }
  return -1;
}

/* How a cell that was spoilt is proposed: alone, first or last of several, or not at all. */
typedef struct
{
  guint planted, alone, first, listed, wrong;
} Tally;

static void
judge_repairs (NbReport *report, const GenFigure *truth, Tally *tally)
{
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_IDENTITIES);
  guint n_repairs = 0, place = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      guint n;
      const NbRepair *repairs = nb_finding_get_repairs (finding, &n);

      for (guint r = 0; r < n; r++)
        {
          NbDecimal right = { truth->value / MILLION, 0 };

          n_repairs++;
          if (place == 0 && g_str_equal (nb_figure_get_id (repairs[r].figure), truth->id) &&
              nb_decimal_compare (repairs[r].new_value, right) == 0)
            place = n_repairs;
        }
    }
  tally->planted++;
  if (place == 0)
    {
      tally->wrong++;
      g_test_message ("%s: its own value is not proposed, %u others are", truth->id, n_repairs);
    }
  else if (n_repairs == 1)
    tally->alone++;
  else if (place == 1)
    tally->first++;
  else
    tally->listed++;
}

static void
test_repairs (gconstpointer data)
{
  const Slip *slip = data;
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1);
  guint wanted = 10 * gen_number_from ("NB_GENERATOR_COUNT", 2);
  gboolean is_appendix = g_str_equal (slip->table, "A");
  Tally tally = { 0 };

  for (guint seed = first; tally.planted < wanted && seed < first + 8 * wanted; seed++)
    {
      guint form = is_appendix ? 2014 : seed % 2 == 0 ? 2019 : 2021;
      const GenLayout *layout = gen_layout_pick (form, 7 * seed);
      g_autoptr (GenReport) made = gen_layout_new_agreeing (layout, form, seed, NULL);
      int index = layout->shape.subtotal ? -1 : spoil_cell (made, slip);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NbReport) report = NULL;

      if (index < 0)
        continue;
      bytes = gen_layout_write (layout, made);
      report = gen_read_back (layout, bytes);
      if (report != NULL)
        judge_repairs (report, nth_figure (made, (guint) index), &tally);
    }
  g_test_message ("repairs %s %s %u %u %u %u %u", slip->table, slip->name, tally.planted,
                  tally.alone, tally.first, tally.listed, tally.wrong);
  g_test_message ("planted T3-05 %s/%s %u %u", slip->table, slip->name, tally.planted,
                  tally.planted - tally.wrong);
  g_assert_cmpuint (tally.planted, >, 0);
  g_assert_cmpuint (tally.wrong * 100, <=, tally.planted);
  /* In table 3 a row and a column cross in one cell. */
  if (g_str_equal (slip->table, "T3"))
    g_assert_cmpuint ((tally.planted - tally.alone) * 100, <=, tally.planted);
}

/* For the table of scripts/planted-faults.sh. */
static void
test_alarms (void)
{
  guint n;
  const NbRule *rules = nb_rules_get (&n);

  for (guint i = 0; i < n; i++)
    g_test_message ("alarms %s %u %u", rules[i].id, n_agreeing,
                    GPOINTER_TO_UINT (g_hash_table_lookup (alarms, rules[i].id)));
  g_assert_cmpuint (g_hash_table_size (alarms), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  alarms = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < gen_n_layouts; i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/rules/agree/", gen_layouts[i].name, NULL);

      g_test_add_data_func (path, &gen_layouts[i], test_agreeing);
    }
  g_test_add_func ("/nianbao/rules/table/alarms", test_alarms);
  g_test_add_func ("/nianbao/rules/fault/S-09/twice", test_twice);
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/rules/repair/%s/%s", slips[i].table,
                                               slips[i].name);

      g_test_add_data_func (path, &slips[i], test_repairs);
    }
  for (guint i = 0; i < gen_n_faults; i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/rules/fault/", gen_faults[i].rule, "/",
                                           gen_faults[i].name, NULL);

      g_test_add_data_func (path, &gen_faults[i], test_fault);
    }
  return g_test_run ();
}
