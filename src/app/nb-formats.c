/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The kinds of file that the window offers to open, by the ends of their names: for the file dialog and for
 * folders. What a file really is the source finds out when it is opened.
 */

#include "nb-formats.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static const char *const suffixes[] = {
  "html", "htm",  "shtml", "xhtml", "mht",  "mhtml", "pdf",      "ofd", "docx", "doc",
  "wps",  "docm", "dotx",  "txt",   "text", "md",    "markdown", "csv", "tsv",  NULL,
};

/**
 * nb_formats_add_filters:
 * @chooser: a file dialog
 */
void
nb_formats_add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) reports = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (reports, _ ("Web pages, PDF, OFD, Word and text"));
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (reports, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, reports);
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * nb_formats_knows:
 * @name: a file's name
 *
 * Returns: whether its end says that it can hold a report
 */
gboolean
nb_formats_knows (const char *name)
{
  const char *point = strrchr (name, '.');

  for (guint i = 0; point != NULL && suffixes[i] != NULL; i++)
    if (g_ascii_strcasecmp (point + 1, suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
read_folder (GFile *folder, GPtrArray *found, GQueue *folders, GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      folder,
      G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                     "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  GFileInfo *info = NULL;
  GFile *child = NULL;

  while (children != NULL && found->len < NB_LIMIT_FOLDER_FILES &&
         g_file_enumerator_iterate (children, &info, &child, cancellable, NULL) && info != NULL)
    {
      GFileType type = g_file_info_get_file_type (info);

      if (g_file_info_get_is_hidden (info))
        continue;
      if (type == G_FILE_TYPE_DIRECTORY)
        g_queue_push_tail (folders, g_object_ref (child));
      else if (type == G_FILE_TYPE_REGULAR && nb_formats_knows (g_file_info_get_name (info)))
        g_ptr_array_add (found, g_file_get_path (child));
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
list_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  GQueue folders = G_QUEUE_INIT;

  g_queue_push_tail (&folders, g_object_ref (source));
  while (!g_queue_is_empty (&folders))
    {
      g_autoptr (GFile) folder = g_queue_pop_head (&folders);

      if (found->len < NB_LIMIT_FOLDER_FILES && !g_cancellable_is_cancelled (cancellable))
        read_folder (folder, found, &folders, cancellable);
    }
  g_ptr_array_sort (found, compare_paths);
  g_ptr_array_add (found, NULL);
  g_task_return_pointer (task, g_ptr_array_free (g_steal_pointer (&found), FALSE),
                         (GDestroyNotify) g_strfreev);
}

/**
 * nb_formats_list_folder_async:
 * @folder: a folder
 * @cancellable: (nullable): to give up
 * @callback: called when the walk is done
 * @user_data: for @callback
 *
 * Finds the files that can hold a report, in all folders below as well, without hidden ones and without
 * links; at most NB_LIMIT_FOLDER_FILES.
 */
void
nb_formats_list_folder_async (GFile *folder,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (folder, cancellable, callback, user_data);

  g_task_run_in_thread (task, list_thread);
}

/**
 * nb_formats_list_folder_finish:
 * @result: the result
 * @error: set where it was cancelled
 *
 * Returns: (transfer full): paths, in order
 */
char **
nb_formats_list_folder_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
