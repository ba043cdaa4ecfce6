/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small file in the user's state folder that outlives the program, however that ends: it is replaced as a
 * whole, on a worker thread, one writing at a time and always the newest state. Main thread only.
 *
 *   nb_state_file_save → pending → writing → on disk
 *                          ↑__________|   whatever came meanwhile
 */

#include "nb-state-file.h"

#include <glib/gstdio.h>

struct _NbStateFile
{
  GObject parent_instance;

  char *path;
  GBytes *pending; /* (owned) (nullable): what is not being written yet */
  gboolean writing;
};

G_DEFINE_FINAL_TYPE (NbStateFile, nb_state_file, G_TYPE_OBJECT)

static void start_writing (NbStateFile *self);

static void
write_bytes (const char *path, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  /* A state that cannot be kept is no reason to disturb anybody. */
  if (!g_file_set_contents_full (path, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &error))
    g_debug ("%s was not written: %s", path, error->message);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  write_bytes (NB_STATE_FILE (source)->path, task_data);
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NbStateFile *self = NB_STATE_FILE (source);

  self->writing = FALSE;
  if (self->pending != NULL)
    start_writing (self);
}

static void
start_writing (NbStateFile *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  self->writing = TRUE;
  g_task_set_task_data (task, g_steal_pointer (&self->pending), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_thread);
}

static void
nb_state_file_finalize (GObject *object)
{
  NbStateFile *self = NB_STATE_FILE (object);

  g_clear_pointer (&self->pending, g_bytes_unref);
  g_free (self->path);

  G_OBJECT_CLASS (nb_state_file_parent_class)->finalize (object);
}

static void
nb_state_file_class_init (NbStateFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_state_file_finalize;
}

static void
nb_state_file_init (NbStateFile *self)
{
}

/**
 * nb_state_file_dup_folder:
 *
 * Returns: (transfer full) (type filename): where such files are; need not exist
 */
char *
nb_state_file_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "nianbao", NULL);
}

/**
 * nb_state_file_new:
 * @name: the file's name, without a folder
 *
 * Returns: (transfer full): a state file; nothing is read yet
 */
NbStateFile *
nb_state_file_new (const char *name)
{
  NbStateFile *self = g_object_new (NB_TYPE_STATE_FILE, NULL);
  g_autofree char *folder = nb_state_file_dup_folder ();

  self->path = g_build_filename (folder, name, NULL);
  return self;
}

/**
 * nb_state_file_load:
 * @self: a state file
 *
 * Returns: (transfer full): what it holds; empty where there is none or where it is damaged
 */
GKeyFile *
nb_state_file_load (NbStateFile *self)
{
  GKeyFile *state = g_key_file_new ();

  g_return_val_if_fail (NB_IS_STATE_FILE (self), state);

  g_key_file_load_from_file (state, self->path, G_KEY_FILE_NONE, NULL);
  return state;
}

/**
 * nb_state_file_save:
 * @self: a state file
 * @state: what it shall hold; read before this returns
 *
 * Replaces the file on a worker thread.
 */
void
nb_state_file_save (NbStateFile *self, GKeyFile *state)
{
  gsize length = 0;
  char *data;

  g_return_if_fail (NB_IS_STATE_FILE (self));

  data = g_key_file_to_data (state, &length, NULL);
  g_clear_pointer (&self->pending, g_bytes_unref);
  self->pending = g_bytes_new_take (data, length);
  if (!self->writing)
    start_writing (self);
}

/**
 * nb_state_file_flush:
 * @self: a state file
 *
 * Returns when the newest state is on disk; for the end of the program.
 */
void
nb_state_file_flush (NbStateFile *self)
{
  g_return_if_fail (NB_IS_STATE_FILE (self));

  while (self->writing)
    g_main_context_iteration (NULL, TRUE);
}
