/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rules for several reports, on made-up ones: two years of an organ, the organs of a year, a county and what is below
 * it. Where all agrees, nothing is found; a planted fault is found by its rule and in its severity, at least 99 times of
 * 100. Each report is written and read back in a layout of its own.
 *
 * NB_GENERATOR_SEED (1) is the first seed, NB_GENERATOR_COUNT (2): ten times as many are made of each fault.
 */

#include "gen-check.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "check/nb-check.h"
#include "check/nb-similarity.h"
#include "document/nb-document.h"
#include "report/nb-report.h"

#define MOST_PRINTED 4

/* Throws a report of @year, of @organ where that is not NULL. */
static GenReport *
make (guint form, guint seed, guint year, const char *organ, const char *kind)
{
  const GenLayout *layout = gen_layout_pick (form, 11 * seed);
  GenReport *report = gen_report_new (form, seed, layout->plain);

  report->year = year;
  report->organ = g_strdup (organ);
  report->kind = kind;
  return gen_layout_build_agreeing (layout, report, NULL);
}

static GenReport *
make_next (GenReport *earlier, guint form, guint seed, const char *fault)
{
  const GenLayout *layout = gen_layout_pick (form, 11 * (seed + 1));
  GenReport *report = gen_report_new (form, seed + 10000, layout->plain);

  report->year = earlier->year + 1;
  report->organ = g_strdup (earlier->organ);
  report->kind = earlier->kind;
  report->earlier = earlier;
  return gen_layout_build_agreeing (layout, report, fault);
}

/* The year of the earlier report, so that both years have their forms. */
static guint
year_for (guint earlier, guint later, guint seed)
{
  if (earlier == later)
    return earlier == 2014 ? 2014 + seed % 4 : earlier == 2019 ? 2019 : 2021 + seed % 4;
  return later - 1;
}

typedef struct
{
  GPtrArray *reports;  /* of NbReport */
  GPtrArray *findings; /* of GPtrArray of NbFinding */
} Workspace;

static void
workspace_clear (Workspace *self)
{
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workspace, workspace_clear)

static gboolean
add_report (Workspace *self, GenReport *made, guint form, guint seed)
{
  const GenLayout *layout = gen_layout_pick (form, 11 * seed);
  g_autoptr (GBytes) bytes = gen_layout_write (layout, made);
  NbReport *report = gen_read_back (layout, bytes);

  if (self->reports == NULL)
    self->reports = g_ptr_array_new_with_free_func (g_object_unref);
  if (report != NULL)
    g_ptr_array_add (self->reports, report);
  return report != NULL;
}

static void
check (Workspace *self)
{
  self->findings = nb_check_workspace (self->reports, NULL);
}

static double
share_of (NbReport *a, const NbQuote *one, NbReport *b, const NbQuote *two)
{
  const char *first = nb_document_get_text (nb_report_get_document (a), NULL) + one->offset;
  const char *second = nb_document_get_text (nb_report_get_document (b), NULL) + two->offset;
  g_autofree char *left = g_strndup (first, one->length);
  g_autofree char *right = g_strndup (second, two->length);
  const char *lefts[] = { left, NULL }, *rights[] = { right, NULL };
  g_autoptr (NbShingles) x = nb_shingles_new (lefts);
  g_autoptr (NbShingles) y = nb_shingles_new (rights);

  return nb_shingles_contain (x, y);
}

/* What is alike quotes sentences of both reports, each beside the one that it repeats. */
static void
assert_echoes (NbFinding *finding)
{
  guint n_quotes, n_echoes;
  const NbQuote *quotes = nb_finding_get_quotes (finding, &n_quotes);
  const NbEcho *echoes = nb_finding_get_echoes (finding, &n_echoes);

  g_assert_cmpuint (n_quotes, >, 0);
  g_assert_cmpuint (n_quotes, ==, n_echoes);
  for (guint i = 0; i < n_quotes; i++)
    {
      g_assert_cmpuint (echoes[i].n_quotes, ==, i + 1);
      g_assert_true (echoes[i].report != nb_finding_get_report (finding));
      g_assert_cmpfloat (share_of (nb_finding_get_report (finding), &quotes[i], echoes[i].report,
                                   &echoes[i].quote),
                         >=, 0.6);
    }
}

static gboolean
has (const Workspace *self, guint index, const char *rule, const char *severity)
{
  GPtrArray *findings = self->findings->pdata[index];

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (nb_finding_get_rule (findings->pdata[i]), "X-05") ||
        g_str_equal (nb_finding_get_rule (findings->pdata[i]), "X-06"))
      assert_echoes (findings->pdata[i]);
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (nb_finding_get_rule (findings->pdata[i]), rule) &&
        (severity == NULL ||
         g_str_equal (nb_severity_to_string (nb_finding_get_severity (findings->pdata[i])),
                      severity)))
      return TRUE;
  return FALSE;
}

static char *
describe (const Workspace *self, guint index)
{
  GPtrArray *findings = self->findings->pdata[index];
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *message = nb_finding_dup_message (findings->pdata[i]);

      g_string_append_printf (out, "%s %s: %s\n", nb_finding_get_rule (findings->pdata[i]),
                              nb_severity_to_string (nb_finding_get_severity (findings->pdata[i])),
                              message);
    }
  return g_string_free (out, FALSE);
}

static GHashTable *alarms;
static guint n_agreeing;

static void
count_alarms (const Workspace *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      GPtrArray *findings = self->findings->pdata[i];

      n_agreeing++;
      for (guint j = 0; j < findings->len; j++)
        {
          const char *rule = nb_finding_get_rule (findings->pdata[j]);

          g_hash_table_insert (
              alarms, (gpointer) rule,
              GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (alarms, rule)) + 1));
        }
    }
}

static void
tell_result (const char *rule, const char *name, guint planted, guint found)
{
  g_test_message ("planted %s %s %u %u", rule, name, planted, found);
  if (planted == 0 || found * 100 < planted * 99)
    g_test_fail_printf ("%s %s: %u of %u", rule, name, found, planted);
}

/* --- Two years --- */

static const guint pairs[][2] = { { 2014, 2014 },
                                  { 2014, 2019 },
                                  { 2019, 2019 },
                                  { 2019, 2021 },
                                  { 2021, 2021 } };

static void
test_agreeing (void)
{
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1);
  guint count = 10 * gen_number_from ("NB_GENERATOR_COUNT", 2), n_bad = 0;

  for (guint p = 0; p < G_N_ELEMENTS (pairs); p++)
    for (guint seed = first; seed < first + count; seed++)
      {
        g_autoptr (GenReport)
            a = make (pairs[p][0], seed, year_for (pairs[p][0], pairs[p][1], seed), NULL, NULL);
        g_autoptr (GenReport) b = make_next (a, pairs[p][1], seed, NULL);
        g_auto (Workspace) both = { NULL };
        g_autofree char *found = NULL;

        /* The later one first: the order of the inputs says nothing. */
        if (!add_report (&both, b, pairs[p][1], seed + 1) ||
            !add_report (&both, a, pairs[p][0], seed))
          {
            g_test_fail_printf ("%u %u seed %u: not read", pairs[p][0], pairs[p][1], seed);
            continue;
          }
        check (&both);
        count_alarms (&both);
        found = describe (&both, 0);
        if (*found != '\0' && n_bad++ < MOST_PRINTED)
          g_test_message ("%u %u seed %u: %s", pairs[p][0], pairs[p][1], seed, found);
      }
  if (n_bad > 0)
    g_test_fail_printf ("%u pairs with false alarms", n_bad);
}

static void
test_year_fault (gconstpointer data)
{
  const GenYearFault *fault = data;
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1), planted = 0, found = 0;
  guint wanted = 10 * gen_number_from ("NB_GENERATOR_COUNT", 2);

  for (guint seed = first; planted < wanted && seed < first + 6 * wanted; seed++)
    {
      g_autoptr (GenReport) a = make (fault->earlier, seed,
                                      year_for (fault->earlier, fault->later, seed), NULL, NULL);
      g_autoptr (GenReport) b = make_next (a, fault->later, seed, fault->name);
      g_auto (Workspace) both = { NULL };

      if (!b->faulty)
        continue;
      planted++;
      if (add_report (&both, a, fault->earlier, seed) &&
          add_report (&both, b, fault->later, seed + 1))
        {
          check (&both);
          if (has (&both, 1, fault->rule, fault->severity))
            found++;
          else if (planted - found <= MOST_PRINTED)
            {
              g_autofree char *instead = describe (&both, 1);

              g_test_message ("%s %s seed %u: not found; %s", fault->rule, fault->name, seed,
                              instead);
            }
        }
    }
  tell_result (fault->rule, fault->name, planted, found);
}

/* --- Organs of one year --- */

static const char *const counties[] = { "青禾县", "白鹭县", "松溪县", "竹山县",
                                        "平湖县", "梅坞县", "双塔县", "望海县" };

static void
add_organ (Workspace *self,
           GPtrArray *made,
           const char *organ,
           const char *kind,
           guint year,
           guint seed)
{
  guint form = year >= 2021 ? 2021 : year >= 2019 ? 2019 : 2014;
  GenReport *report = make (form, seed, year, organ, kind);

  g_ptr_array_add (made, report);
  g_assert_true (add_report (self, report, form, seed));
}

static GPtrArray *
new_made (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gen_report_free);
}

static void
test_agreeing_organs (void)
{
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1), n_bad = 0;

  for (guint seed = first; seed < first + gen_number_from ("NB_GENERATOR_COUNT", 2); seed++)
    {
      g_autoptr (GPtrArray) made = new_made ();
      g_auto (Workspace) all = { NULL };

      for (guint i = 0; i < G_N_ELEMENTS (counties); i++)
        {
          g_autofree char *organ = g_strconcat (counties[i], "人民政府", NULL);

          add_organ (&all, made, organ, "government", 2015 + seed % 9, seed * 20 + i);
        }
      check (&all);
      count_alarms (&all);
      for (guint i = 0; i < all.findings->len; i++)
        {
          g_autofree char *found = describe (&all, i);

          if (*found != '\0' && n_bad++ < MOST_PRINTED)
            g_test_message ("seed %u: %s", seed, found);
        }
    }
  if (n_bad > 0)
    g_test_fail_printf ("%u reports with false alarms", n_bad);
}

/* Another organ's prose under the own name. */
static void
copy_prose (GenReport *to, GenReport *from)
{
  for (guint i = 0; i < MIN (to->sections->len, from->sections->len); i++)
    {
      GenSection *section = g_ptr_array_index (to->sections, i);
      GenSection *source = g_ptr_array_index (from->sections, i);

      if (section->tables != NULL)
        continue;
      g_ptr_array_set_size (section->prose, 0);
      for (guint p = 0; p < source->prose->len; p++)
        g_ptr_array_add (section->prose, g_strdup (g_ptr_array_index (source->prose, p)));
      section->n_before = section->prose->len;
    }
}

static void
test_alike (void)
{
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1), planted = 0, found = 0;

  for (guint i = 0; i < 10 * gen_number_from ("NB_GENERATOR_COUNT", 2); i++)
    {
      static const guint years[] = { 2016, 2019, 2020, 2022 };
      guint year = years[i % 4], form = year >= 2021 ? 2021 : year >= 2019 ? 2019 : 2014;
      guint seed = first + i * 3;
      g_autoptr (GPtrArray) made = new_made ();
      g_autoptr (GenReport) copy = make (form, seed + 1, year, "白鹭县人民政府", "government");
      g_auto (Workspace) all = { NULL };

      add_organ (&all, made, "青禾县人民政府", "government", year, seed);
      copy_prose (copy, made->pdata[0]);
      g_assert_true (add_report (&all, copy, form, seed + 1));
      add_organ (&all, made, "竹山县人民政府", "government", year, seed + 2);
      check (&all);
      planted++;
      found += has (&all, 0, "X-06", "hint") && has (&all, 1, "X-06", "hint") &&
               !has (&all, 2, "X-06", "hint");
    }
  tell_result ("X-06", "copied-from-another", planted, found);
}

/* A county, two organs below it, one of which has no report of the newest year. */
static void
test_parent (void)
{
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1), planted = 0, above = 0, lacking = 0;

  for (guint i = 0; i < 5 * gen_number_from ("NB_GENERATOR_COUNT", 2); i++)
    {
      g_autoptr (GPtrArray) made = new_made ();
      g_auto (Workspace) all = { NULL };
      guint year = 2016 + i % 9, seed = first + i * 5;

      add_organ (&all, made, "青禾县人民政府", "government", year, seed);
      add_organ (&all, made, "青禾县财政局", "department", year, seed + 1);
      add_organ (&all, made, "青禾县教育局", "department", year - 1, seed + 2);
      check (&all);
      planted++;
      above += has (&all, 0, "A-01", "info") && !has (&all, 1, "A-01", "info");
      lacking += has (&all, 2, "A-02", "info") && !has (&all, 0, "A-02", "info") &&
                 !has (&all, 1, "A-02", "info");
    }
  tell_result ("A-01", "county", planted, above);
  tell_result ("A-02", "no-report", planted, lacking);
}

/* For the table of scripts/planted-faults.sh. */
static void
test_alarms (void)
{
  static const char *const rules[] = { "X-01", "X-02", "X-03", "X-04",  "X-05",  "X-06",  "X-07",
                                       "X-08", "A-01", "A-02", "T4-03", "T4-04", "T2-04", "S-09" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_test_message ("alarms %s %u %u", rules[i], n_agreeing,
                    GPOINTER_TO_UINT (g_hash_table_lookup (alarms, rules[i])));
  g_assert_cmpuint (g_hash_table_size (alarms), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  alarms = g_hash_table_new (g_str_hash, g_str_equal);

  g_test_add_func ("/nianbao/rules-together/agree/years", test_agreeing);
  g_test_add_func ("/nianbao/rules-together/agree/organs", test_agreeing_organs);
  g_test_add_func ("/nianbao/rules-together/table/alarms", test_alarms);
  for (guint i = 0; i < gen_n_year_faults; i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/nianbao/rules-together/fault/%s/%s-%u-%u", gen_year_faults[i].rule,
          gen_year_faults[i].name, gen_year_faults[i].earlier, gen_year_faults[i].later);

      g_test_add_data_func (path, &gen_year_faults[i], test_year_fault);
    }
  g_test_add_func ("/nianbao/rules-together/fault/X-06/copied-from-another", test_alike);
  g_test_add_func ("/nianbao/rules-together/fault/A-01/county", test_parent);
  return g_test_run ();
}
