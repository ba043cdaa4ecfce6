/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From what was typed to what is read: folders are replaced by the files in them, in the byte order
 * of their paths. Main thread; only names are held, nothing is opened but folders.
 */

#include "nb-cli-inputs.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/nb-error.h"

static void
input_free (gpointer data)
{
  NbCliInput *input = data;

  g_clear_error (&input->error);
  g_free (input->name);
  g_free (input);
}

static NbCliInput *
input_new (const char *name, gboolean from_folder)
{
  NbCliInput *input = g_new0 (NbCliInput, 1);

  input->name = g_strdup (name);
  input->from_folder = from_folder;
  return input;
}

static int
compare_inputs (gconstpointer a, gconstpointer b)
{
  const NbCliInput *const *left = a;
  const NbCliInput *const *right = b;

  return strcmp ((*left)->name, (*right)->name);
}

/* The folder that @word names, NULL where it names something else. */
static char *
dup_folder (const char *word)
{
  g_autofree char *path = NULL;

  if (strcmp (word, "-") == 0)
    return NULL;
  if (g_ascii_strncasecmp (word, "file:", strlen ("file:")) == 0)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (word);
      path = g_file_get_path (file);
    }
  else
    path = g_strdup (word);
  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return NULL;
  return g_steal_pointer (&path);
}

static void
add_unreadable (GPtrArray *found, const char *path, int saved_errno)
{
  NbCliInput *input = input_new (path, TRUE);

  input->error = g_error_new_literal (NB_ERROR,
                                      saved_errno == EACCES ? NB_ERROR_DENIED : NB_ERROR_NOT_FOUND,
                                      g_strerror (saved_errno));
  g_ptr_array_add (found, input);
}

/* Sorts one entry of a folder: a folder is walked later, a file is read, a link is left alone. */
static void
add_entry (NbCliInputs *self, GPtrArray *found, GQueue *folders, const char *path)
{
  GStatBuf info;

  if (g_lstat (path, &info) != 0)
    add_unreadable (found, path, errno);
  else if (S_ISDIR (info.st_mode))
    g_queue_push_tail (folders, g_strdup (path));
  else if (S_ISREG (info.st_mode))
    g_ptr_array_add (found, input_new (path, TRUE));
  else if (!S_ISLNK (info.st_mode))
    self->n_skipped++;
}

static void
read_folder (NbCliInputs *self, GPtrArray *found, GQueue *folders, const char *folder)
{
  DIR *dir = opendir (folder);
  const struct dirent *entry;

  if (dir == NULL)
    {
      add_unreadable (found, folder, errno);
      return;
    }
  while ((entry = readdir (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (entry->d_name[0] == '.')
        continue;
      path = g_build_filename (folder, entry->d_name, NULL);
      add_entry (self, found, folders, path);
    }
  closedir (dir);
}

/* Without recursion: a folder may be as deep as it likes. */
static void
add_folder (NbCliInputs *self, const char *folder, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (input_free);
  GQueue folders = G_QUEUE_INIT;
  char *next;

  self->n_folders++;
  g_queue_push_tail (&folders, g_strdup (folder));
  while ((next = g_queue_pop_head (&folders)) != NULL)
    {
      if (!g_cancellable_is_cancelled (cancellable))
        read_folder (self, found, &folders, next);
      g_free (next);
    }
  g_ptr_array_sort (found, compare_inputs);
  g_ptr_array_extend_and_steal (self->list, g_steal_pointer (&found));
}

/**
 * nb_cli_inputs_collect:
 * @words: (element-type filename): inputs as typed
 * @cancellable: (nullable): stops the walk; the list is incomplete then
 *
 * Replaces every folder by its files: all folders below it too, in byte order of the paths, without
 * hidden entries and without links (so that no loop can arise).
 *
 * Returns: (transfer full): the inputs
 */
NbCliInputs *
nb_cli_inputs_collect (GPtrArray *words, GCancellable *cancellable)
{
  NbCliInputs *self = g_new0 (NbCliInputs, 1);

  self->list = g_ptr_array_new_with_free_func (input_free);
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *folder = dup_folder (words->pdata[i]);

      if (folder != NULL)
        add_folder (self, folder, cancellable);
      else
        g_ptr_array_add (self->list, input_new (words->pdata[i], FALSE));
    }
  return self;
}

/**
 * nb_cli_inputs_free:
 * @self: (transfer full): inputs
 */
void
nb_cli_inputs_free (NbCliInputs *self)
{
  g_ptr_array_unref (self->list);
  g_free (self);
}
