/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sample reports: in the folder nianbao/samples of one of the system's data folders, or, where the
 * program runs uninstalled, in the folder that NB_SAMPLES names. data/samples.ini says how they are offered.
 */

#include "nb-samples.h"

#include <gio/gio.h>

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

static GKeyFile *
load_groups (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/org/nianbao/Nianbao/samples.ini",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GKeyFile *groups = g_key_file_new ();

  g_key_file_load_from_bytes (groups, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, NULL);
  return groups;
}

/**
 * nb_samples_list_groups:
 *
 * Returns: (transfer full): names of the groups, in order; none where there are no samples
 */
char **
nb_samples_list_groups (void)
{
  g_autoptr (GKeyFile) groups = load_groups ();
  g_autofree char *folder = nb_samples_find_folder ();

  return folder != NULL ? g_key_file_get_groups (groups, NULL) : g_new0 (char *, 1);
}

/**
 * nb_samples_list_group:
 * @group: name of a group
 *
 * Returns: (transfer full): paths of its reports; none where there is no such group
 */
char **
nb_samples_list_group (const char *group)
{
  g_autoptr (GKeyFile) groups = load_groups ();
  g_autofree char *folder = nb_samples_find_folder ();
  g_auto (GStrv) names = g_key_file_get_string_list (groups, group, "Files", NULL, NULL);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; folder != NULL && names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

/**
 * nb_samples_dup_text:
 * @group: name of a group
 * @key: "Title" or "Detail"
 *
 * Returns: (transfer full): what to call the group, in the user's language
 */
char *
nb_samples_dup_text (const char *group, const char *key)
{
  g_autoptr (GKeyFile) groups = load_groups ();

  return g_key_file_get_locale_string (groups, group, key, NULL, NULL);
}
