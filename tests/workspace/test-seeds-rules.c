/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every rule on the real reports that the project was given, as DOMAIN lists what must be found in them: for errors,
 * for what is against the law and for warnings the lists are complete.
 */

#include <locale.h>
#include <string.h>

#include "workspace/nb-reading.h"

typedef struct
{
  const char *prefix; /* how the name of the file begins */
  const char *grave;
  const char *hints; /* these among others */
} Seed;

static const Seed seeds[] = {
  { "000", "S-04 warning\n", "S-08 S-11 T4-05" },
  { "001", "F1-03 error\nF1-05 warning\nF1-06 warning\nN-07 warning\nN-10 warning\nD-03 warning\n",
    "F1-12" },
  { "002", "N-08 warning\n", "N-11 S-09 S-11" },
  { "003", "", "S-11" },
  { "004", "", "S-03 S-04 S-08" },
};

static char *
find_seed (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

static void
check_seed (const Seed *seed, NbReading *reading)
{
  g_autoptr (NbReading) checked = nb_reading_check (reading);
  GListModel *findings = nb_reading_get_findings (checked);
  g_autoptr (GString) grave = g_string_new (NULL);
  g_autoptr (GString) hints = g_string_new (" ");
  g_auto (GStrv) expected = g_strsplit (seed->hints, " ", -1);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);
      NbSeverity severity = nb_finding_get_severity (finding);

      if (severity <= NB_SEVERITY_WARNING)
        g_string_append_printf (grave, "%s %s\n", nb_finding_get_rule (finding),
                                nb_severity_to_string (severity));
      else
        g_string_append_printf (hints, "%s ", nb_finding_get_rule (finding));
    }
  g_assert_cmpstr (grave->str, ==, seed->grave);
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autofree char *word = g_strdup_printf (" %s ", expected[i]);

      if (strstr (hints->str, word) == NULL)
        g_test_fail_printf ("%s: no %s among%s", seed->prefix, expected[i], hints->str);
    }
}

static void
test_seed (gconstpointer data)
{
  const Seed *seed = data;
  const char *folder = g_getenv ("NB_SEEDS");
  g_autofree char *path = folder != NULL ? find_seed (folder, seed->prefix) : NULL;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      g_test_skip ("the seeds are not here");
      return;
    }
  readings = nb_reading_open (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  check_seed (seed, readings->pdata[0]);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strconcat ("/nianbao/rules/seed/", seeds[i].prefix, NULL);

      g_test_add_data_func (path, &seeds[i], test_seed);
    }
  return g_test_run ();
}
