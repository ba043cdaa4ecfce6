/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rules on made-up reports of every form in every layout: where all agrees, nothing graver than a hint is
 * found; a planted fault is found by its rule, at least 99 times of 100.
 *
 * NB_GENERATOR_SEED (1) is the first seed, NB_GENERATOR_COUNT (2) how many reports of each form each layout gets, and
 * ten times as many are made of each fault.
 */

#include "gen-layout.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "check/nb-check.h"
#include "document/nb-document.h"
#include "report/nb-report.h"

#define MOST_PRINTED 4

static const guint forms[] = { 2008, 2014, 2019, 2021 };

static guint
number_from (const char *variable, guint fallback)
{
  const char *text = g_getenv (variable);

  return text != NULL && *text != '\0' ? (guint) g_ascii_strtoull (text, NULL, 10) : fallback;
}

static NbReport *
read_back (const GenLayout *layout, GBytes *bytes)
{
  g_autoptr (NbSource) source = nb_source_new_for_bytes (
      layout->is_html ? "made-up.html" : "made-up.txt", bytes, NULL, NULL);
  g_autoptr (NbDocument) document = nb_document_read (source, NULL, NULL);
  g_autoptr (GPtrArray) reports = document != NULL ? nb_report_recognise (document, NULL, NULL)
                                                   : NULL;

  return reports != NULL ? g_object_ref (g_ptr_array_index (reports, 0)) : NULL;
}

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

static void
count_alarm (const char *rule)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (alarms, rule));

  g_hash_table_insert (alarms, (gpointer) rule, GUINT_TO_POINTER (n + 1));
}

/* Layouts that print the article twice are found out, rightly. */
static gboolean
is_right (const GenLayout *layout, NbFinding *finding)
{
  return g_str_equal (nb_finding_get_rule (finding), "S-09") && layout->is_html &&
         (layout->style & (GEN_HTML_TWICE | GEN_HTML_MOBILE)) != 0;
}

/* What is found in a report that agrees: nothing, not even a hint. */
static char *
describe_alarms (const GenLayout *layout, NbReport *report)
{
  g_autoptr (GListModel) findings = nb_check_report (report, NB_CHECK_ALL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      if (is_right (layout, finding))
        continue;
      append_finding (out, finding);
      count_alarm (nb_finding_get_rule (finding));
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
  guint first = number_from ("NB_GENERATOR_SEED", 1), count = number_from ("NB_GENERATOR_COUNT", 2);
  guint n_bad = 0;

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    for (guint i = 0; gen_layout_holds (layout, forms[f]) && i < count; i++)
      {
        g_autoptr (GenReport) made = gen_layout_new_agreeing (layout, forms[f], first + i, NULL);
        g_autoptr (GBytes) bytes = gen_layout_write (layout, made);
        g_autoptr (NbReport) report = read_back (layout, bytes);
        g_autofree char *found = report != NULL ? describe_alarms (layout, report) : NULL;

        n_agreeing++;
        if (report != NULL && *found == '\0')
          continue;
        if (n_bad++ < MOST_PRINTED)
          g_test_message ("%s %u seed %u: %s", layout->name, forms[f], first + i,
                          found != NULL ? found : "not read");
      }
  if (n_bad > 0)
    g_test_fail_printf ("%u reports with false alarms", n_bad);
}

/* Layouts that leave room for prose everywhere. */
static const GenLayout *
pick_layout (guint form, guint seed)
{
  for (guint i = 0; i < gen_n_layouts; i++)
    {
      const GenLayout *layout = &gen_layouts[(seed * 7 + i) % gen_n_layouts];

      if (gen_layout_holds (layout, form) &&
          !(layout->is_html && (layout->style & GEN_HTML_ONE_TABLE) != 0))
        return layout;
    }
  return NULL;
}

static void
test_fault (gconstpointer data)
{
  const GenFault *fault = data;
  guint first = number_from ("NB_GENERATOR_SEED", 1);
  guint count = 10 * number_from ("NB_GENERATOR_COUNT", 2), planted = 0, found = 0;

  for (guint i = 0; i < count; i++)
    {
      guint form = forms[(first + i) % G_N_ELEMENTS (forms)];
      const GenLayout *layout = pick_layout (form, first + i);
      g_autoptr (GenReport) made = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NbReport) report = NULL;

      if (form < fault->oldest || form > fault->newest)
        form = fault->newest;
      layout = pick_layout (form, first + i);
      made = gen_layout_new_agreeing (layout, form, first + i, fault->name);
      if (!made->faulty)
        continue;
      bytes = gen_layout_write (layout, made);
      report = read_back (layout, bytes);
      planted++;
      if (report != NULL && finds (report, fault->rule))
        found++;
      else if (planted - found <= MOST_PRINTED)
        g_test_message ("%s %s: %s %u seed %u: not found", fault->rule, fault->name, layout->name,
                        form, first + i);
    }
  g_test_message ("planted %s %s %u %u", fault->rule, fault->name, planted, found);
  if (planted == 0 || found * 100 < planted * 99)
    g_test_fail_printf ("%u of %u", found, planted);
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
  g_test_add_func ("/nianbao/rules/alarms", test_alarms);
  for (guint i = 0; i < gen_n_faults; i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/rules/fault/", gen_faults[i].rule, "/",
                                           gen_faults[i].name, NULL);

      g_test_add_data_func (path, &gen_faults[i], test_fault);
    }
  return g_test_run ();
}
