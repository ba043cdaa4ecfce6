/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The findings of the five seed reports: those of DOMAIN §10 that the identities give, and no others. */

#include <locale.h>

#include "workspace/nb-reading.h"

static const struct
{
  const char *file;
  const char *findings;
} seeds[] = {
  { "000_792dd8f5ed69b091.txt", "" },
  { "001_414f7057c820b49d.txt", "F1-03 error fail 7 + 7 + 0 + 0 + 0 + 0 + 0 + 0 ≠ 7\n"
                                "F1-05 warning fail 0 + 0 + 0 ≠ 1\n"
                                "F1-06 warning fail 0 + 0 + 0 ≠ 1\n" },
  { "002_29ccfbf07b74ecd6.txt", "" },
  { "003_023b924819fd2490.txt", "" },
  { "004_b5f108bc23b9f09d.txt", "" },
};

static char *
list_findings (GListModel *findings)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (findings, i);

      g_string_append_printf (out, "%s %s %s %s\n", nb_finding_get_rule (finding),
                              nb_severity_to_string (nb_finding_get_severity (finding)),
                              nb_finding_get_status (finding) == NB_STATUS_FAIL ? "fail" : "open",
                              nb_finding_get_relation (finding));
    }
  return g_string_free (out, FALSE);
}

static void
test_findings (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *folder = g_getenv ("NB_SEEDS");
  g_autofree char *path = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the seed reports are not here");
      return;
    }
  path = g_build_filename (folder, seeds[i].file, NULL);
  readings = nb_reading_open (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 1);
  found = list_findings (nb_reading_get_findings (readings->pdata[0]));
  g_assert_cmpstr (found, ==, seeds[i].findings);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nianbao/seed-findings/%.3s", seeds[i].file);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_findings);
    }
  return g_test_run ();
}
