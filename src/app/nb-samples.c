/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sample reports: in the folder nianbao/samples of one of the system's data folders, or, where the
 * program runs uninstalled, in the folder that NB_SAMPLES names.
 */

#include "nb-samples.h"

static gboolean
is_report (const char *name)
{
  return g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".txt");
}

/**
 * nb_samples_find_folder:
 *
 * Returns: (transfer full) (nullable): the folder of the sample reports
 */
char *
nb_samples_find_folder (void)
{
  const char *const *folders = g_get_system_data_dirs ();
  const char *own = g_getenv ("NB_SAMPLES");

  if (own != NULL)
    return g_file_test (own, G_FILE_TEST_IS_DIR) ? g_strdup (own) : NULL;
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "nianbao", "samples", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * nb_samples_list:
 *
 * Returns: (transfer full): paths of the sample reports, in order; none where there is no folder
 */
char **
nb_samples_list (void)
{
  g_autofree char *folder = nb_samples_find_folder ();
  g_autoptr (GDir) directory = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (is_report (name))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}
