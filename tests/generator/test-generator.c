/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Made-up reports of every form in every layout, read by the library: each figure must come back as it was
 * thrown, and planted damage must be marked.
 *
 * NB_GENERATOR_SEED (1) is the first seed, NB_GENERATOR_COUNT (2) how many reports of each form each layout
 * gets. A file that is read wrongly is kept below the build folder and named.
 */

#include "gen-check.h"
#include "gen-damage.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

/* Complaints of one report that are printed. */
#define MOST_PRINTED 5

static const guint forms[] = { 2008, 2014, 2019, 2021 };

/* Keeps the file that was read wrongly. */
static char *
keep (const GenLayout *layout, GenReport *report, const char *damage, GBytes *bytes)
{
  g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_BUILT), "generator-failures",
                                              NULL);
  g_autofree char *name = g_strdup_printf ("%s-%s-%u-%u.%s", layout->name,
                                           damage != NULL ? damage : "whole", report->form,
                                           report->seed, layout->is_html ? "html" : "txt");
  char *path = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0755);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       NULL);
  return path;
}

static void
tell (const GenLayout *layout,
      GenReport *report,
      const char *damage,
      GBytes *bytes,
      GPtrArray *complaints)
{
  g_autofree char *path = keep (layout, report, damage, bytes);

  g_test_message ("%s, form %u, seed %u, damage: %s; %u complaints; %s", layout->name, report->form,
                  report->seed, damage != NULL ? report->damage : "none", complaints->len, path);
  for (guint i = 0; i < MIN (complaints->len, MOST_PRINTED); i++)
    g_test_message ("  %s", (char *) g_ptr_array_index (complaints, i));
  g_test_fail ();
}

static void
try_report (const GenLayout *layout, guint form, guint seed, const GenDamage *damage)
{
  g_autoptr (GenReport) report = gen_layout_new_report (layout, form, seed);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) complaints = NULL;

  if (damage != NULL && !gen_damage_plant (damage, layout, report))
    return;
  bytes = gen_layout_write (layout, report);
  if (damage != NULL)
    bytes = gen_damage_spoil (damage, layout, report, g_steal_pointer (&bytes));
  complaints = gen_check (layout, report, bytes);
  if (complaints->len > 0)
    tell (layout, report, damage != NULL ? damage->name : NULL, bytes, complaints);
}

static void
test_layout (gconstpointer data)
{
  const GenLayout *layout = data;
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1), n = gen_number_from ("NB_GENERATOR_COUNT", 2);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint seed = first; gen_layout_holds (layout, forms[i]) && seed < first + n; seed++)
      try_report (layout, forms[i], seed, NULL);
}

/* Each damage goes once through all layouts, form after form. */
static void
test_damage (gconstpointer data)
{
  guint first = gen_number_from ("NB_GENERATOR_SEED", 1), n = gen_number_from ("NB_GENERATOR_COUNT", 2);

  for (guint l = 0; l < gen_n_layouts; l++)
    for (guint i = 0; i < MAX (n / 2, 1); i++)
      {
        guint form = forms[1 + (l + i + first) % 3];

        if (gen_layout_holds (&gen_layouts[l], form))
          try_report (&gen_layouts[l], form, first + 1000 + l + i * 100, data);
      }
}

/* The same seed writes the same bytes. */
static void
test_same (void)
{
  for (guint l = 0; l < gen_n_layouts; l++)
    {
      guint form = gen_layout_holds (&gen_layouts[l], 2021) ? 2021
                                                            : MAX (gen_layouts[l].oldest, 2014);
      g_autoptr (GenReport) one = gen_layout_new_report (&gen_layouts[l], form, 7);
      g_autoptr (GenReport) two = gen_layout_new_report (&gen_layouts[l], form, 7);
      g_autoptr (GBytes) first = gen_layout_write (&gen_layouts[l], one);
      g_autoptr (GBytes) second = gen_layout_write (&gen_layouts[l], two);

      g_assert_true (g_bytes_equal (first, second));
    }
}

/* The tables of the generator are those of metrics.tsv: every metric is made, and no other. */
static void
test_metrics (void)
{
  g_autofree char *path = g_build_filename (
      g_getenv ("NB_SEEDS") != NULL ? g_getenv ("NB_SEEDS") : ".", "..", "metrics.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("metrics.tsv is not here");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint f = 1; f < G_N_ELEMENTS (forms); f++)
    {
      g_autoptr (GenReport) report = gen_layout_new_report (gen_layout_find ("html"), forms[f], 1);
      guint n = 0;

      for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
        {
          g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 5);

          if ((guint) g_ascii_strtoull (fields[0], NULL, 10) != forms[f] || strlen (fields[3]) < 2)
            continue;
          n++;
          gen_report_find (report, fields[3]);
        }
      g_assert_cmpuint (n, ==, report->figures->len);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/nianbao/generator/metrics", test_metrics);
  g_test_add_func ("/nianbao/generator/same", test_same);
  for (guint i = 0; i < gen_n_layouts; i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/generator/layout/", gen_layouts[i].name, NULL);

      g_test_add_data_func (path, &gen_layouts[i], test_layout);
    }
  for (guint i = 0; i < gen_n_damages; i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/generator/damage/", gen_damages[i].name, NULL);

      g_test_add_data_func (path, &gen_damages[i], test_damage);
    }
  return g_test_run ();
}
