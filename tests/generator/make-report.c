/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * make-report: writes made-up reports to a folder, for the benchmark and for looking at one.
 * make-report --survey: which layouts are read in full, and what goes wrong in the others.
 */

#include "gen-check.h"
#include "gen-damage.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

/* Complaints of the first bad report that a survey prints. */
#define MOST_PRINTED 3

static char *layout_name, *damage_name, *fault_name, *folder;
static int form = 2021, seed = 1, count = 1, pad;
static gboolean survey, list, agreeing;

static const GOptionEntry entries[] = {
  { "layout", 'l', 0, G_OPTION_ARG_STRING, &layout_name, "Layout; all in turn when left out",
    "NAME" },
  { "damage", 'd', 0, G_OPTION_ARG_STRING, &damage_name, "Damage to plant", "NAME" },
  { "agreeing", 'a', 0, G_OPTION_ARG_NONE, &agreeing, "Reports in which all agrees", NULL },
  { "fault", 0, 0, G_OPTION_ARG_STRING, &fault_name, "One fault in a report that else agrees",
    "NAME" },
  { "form", 'f', 0, G_OPTION_ARG_INT, &form, "2008, 2014, 2019 or 2021; 0 for all in turn",
    "FORM" },
  { "seed", 's', 0, G_OPTION_ARG_INT, &seed, "First seed", "N" },
  { "count", 'n', 0, G_OPTION_ARG_INT, &count, "How many reports", "N" },
  { "pad", 0, 0, G_OPTION_ARG_INT, &pad, "Make each report at least this long with more prose",
    "BYTES" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, "Folder to write to", "FOLDER" },
  { "survey", 0, 0, G_OPTION_ARG_NONE, &survey, "Read them, and tell by layout what goes wrong",
    NULL },
  { "list", 0, 0, G_OPTION_ARG_NONE, &list, "List the layouts, damages and faults", NULL },
  { NULL },
};

static const guint forms[] = { 2008, 2014, 2019, 2021 };

/* Fills the first section with its own paragraphs over again, until the report is long enough. */
static void
lengthen (GenReport *report, gsize bytes)
{
  GenSection *section = g_ptr_array_index (report->sections, 0);
  gsize length = 0;

  for (guint i = 0; length < bytes; i++)
    {
      char *copy = g_strdup (g_ptr_array_index (section->prose, i));

      length += strlen (copy);
      g_ptr_array_add (section->prose, copy);
    }
}

static GBytes *
make (const GenLayout *layout, guint report_form, guint report_seed, GenReport **report)
{
  const GenDamage *damage = damage_name != NULL ? gen_damage_find (damage_name) : NULL;
  GBytes *bytes;

  *report = agreeing || fault_name != NULL
                ? gen_layout_new_agreeing (layout, report_form, report_seed, fault_name)
                : gen_layout_new_report (layout, report_form, report_seed);
  if (pad > 0)
    lengthen (*report, (gsize) pad);
  if (damage != NULL)
    gen_damage_plant (damage, layout, *report);
  bytes = gen_layout_write (layout, *report);
  return damage != NULL ? gen_damage_spoil (damage, layout, *report, bytes) : bytes;
}

static gboolean
write_file (const GenLayout *layout,
            guint report_form,
            guint report_seed,
            GBytes *bytes,
            GError **error)
{
  g_autofree char *name = g_strdup_printf (
      "%s-%s%s%u-%u.%s", layout->name, damage_name != NULL ? damage_name : "",
      damage_name != NULL ? "-" : "", report_form, report_seed, layout->is_html ? "html" : "txt");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), error);
}

/* "figure: x (…)" counts as "figure". */
static void
count_complaints (GHashTable *kinds, GPtrArray *complaints)
{
  for (guint i = 0; i < complaints->len; i++)
    {
      const char *complaint = g_ptr_array_index (complaints, i);
      char *kind = g_strndup (complaint, strcspn (complaint, ":"));

      g_hash_table_insert (
          kinds, kind, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (kinds, kind)) + 1));
    }
}

/* A few complaints, as strings that @complaints owns. */
static char **
sample_of (GPtrArray *complaints)
{
  static char *sample[MOST_PRINTED + 1];

  for (guint i = 0; i <= MOST_PRINTED; i++)
    sample[i] = i < complaints->len && i < MOST_PRINTED ? g_ptr_array_index (complaints, i) : NULL;
  return sample;
}

static void
survey_one (const GenLayout *layout, guint report_form)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *example = NULL;
  guint n_bad = 0, first_bad = 0;
  GHashTableIter iter;
  gpointer key, value;

  for (int i = 0; i < count; i++)
    {
      g_autoptr (GenReport) report = NULL;
      g_autoptr (GBytes) bytes = make (layout, report_form, (guint) (seed + i), &report);
      g_autoptr (GPtrArray) complaints = NULL;

      if (damage_name != NULL && !report->damaged)
        continue;
      complaints = gen_check (layout, report, bytes);
      if (complaints->len == 0)
        continue;
      if (n_bad++ == 0)
        {
          first_bad = (guint) (seed + i);
          example = g_strjoinv ("\n    ", sample_of (complaints));
          if (folder != NULL)
            write_file (layout, report_form, first_bad, bytes, NULL);
        }
      count_complaints (kinds, complaints);
    }
  if (n_bad == 0)
    return;
  g_print ("%-26s %u %s: %u of %d bad, first seed %u:", layout->name, report_form,
           damage_name != NULL ? damage_name : "", n_bad, count, first_bad);
  g_hash_table_iter_init (&iter, kinds);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_print (" %s=%u", (char *) key, GPOINTER_TO_UINT (value));
  g_print ("\n    %.900s\n", example);
}

static gboolean
run (GError **error)
{
  for (guint l = 0; l < gen_n_layouts; l++)
    {
      const GenLayout *layout = &gen_layouts[l];

      if (layout_name != NULL && !g_str_equal (layout->name, layout_name))
        continue;
      for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
        {
          if ((form != 0 && (guint) form != forms[f]) || !gen_layout_holds (layout, forms[f]))
            continue;
          if (survey)
            survey_one (layout, forms[f]);
          for (int i = 0; folder != NULL && !survey && i < count; i++)
            {
              g_autoptr (GenReport) report = NULL;
              g_autoptr (GBytes) bytes = make (layout, forms[f], (guint) (seed + i), &report);

              if (!write_file (layout, forms[f], (guint) (seed + i), bytes, error))
                return FALSE;
            }
        }
    }
  return TRUE;
}

static void
print_names (void)
{
  for (guint i = 0; i < gen_n_layouts; i++)
    g_print ("layout %s\n", gen_layouts[i].name);
  for (guint i = 0; i < gen_n_damages; i++)
    g_print ("damage %s\n", gen_damages[i].name);
  for (guint i = 0; i < gen_n_faults; i++)
    g_print ("fault %s %s\n", gen_faults[i].name, gen_faults[i].rule);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext)
      context = g_option_context_new ("- make up annual reports with known figures");
  g_autoptr (GError) error = NULL;

  setlocale (LC_CTYPE, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || !run (&error))
    {
      g_printerr ("make-report: %s\n", error->message);
      return 1;
    }
  if (list)
    print_names ();
  return 0;
}
