/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Watches the files of the open reports. When one has been written and is quiet again, its bytes are
 * compared with those that were read, on a worker thread; only where they differ the item is told that it
 * is stale. Owned by the window; main thread only.
 *
 *   GFileMonitor → quiet for a moment → SHA-256 on a worker thread → nb_app_item_set_stale()
 */

#include "nb-watcher.h"

#include "base/nb-limits.h"

enum
{
  QUIET_FOR = 400, /* milliseconds: editors write in more than one step */
  CHUNK = 64 * 1024,
};

struct _NbWatcher
{
  GObject parent_instance;

  NbSession *session;        /* (owned) */
  GHashTable *watches;       /* (owned): NbAppItem, borrowed → Watch (owned) */
  GCancellable *cancellable; /* (owned) */
};

typedef struct
{
  NbWatcher *watcher;    /* borrowed: owns this */
  NbAppItem *item;       /* borrowed: the session has it */
  GFile *file;           /* (owned) */
  GFileMonitor *monitor; /* (owned) */
  guint timeout;
} Watch;

G_DEFINE_FINAL_TYPE (NbWatcher, nb_watcher, G_TYPE_OBJECT)

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->timeout, g_source_remove);
  g_signal_handlers_disconnect_by_data (watch->monitor, watch);
  g_file_monitor_cancel (watch->monitor);
  g_object_unref (watch->monitor);
  g_object_unref (watch->file);
  g_free (watch);
}

/* The bytes' SHA-256, NULL with an error where they cannot be read. */
static char *
hash_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *chunk = g_malloc (CHUNK);
  gsize total = 0;
  gssize n_read = 0;

  if (stream == NULL)
    return NULL;
  while (total <= NB_LIMIT_INPUT_BYTES &&
         (n_read = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable,
                                        error)) > 0)
    {
      g_checksum_update (checksum, chunk, n_read);
      total += (gsize) n_read;
    }
  return n_read < 0 ? NULL : g_strdup (g_checksum_get_string (checksum));
}

static void
hash_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *hash = hash_file (task_data, cancellable, &error);

  if (hash != NULL)
    g_task_return_pointer (task, hash, g_free);
  else
    g_task_return_error (task, error);
}

static const char *
read_hash (NbAppItem *item)
{
  NbDocument *document = nb_report_get_document (nb_app_item_get_report (item));

  return nb_source_get_sha256 (nb_source_get_file (nb_document_get_source (document)));
}

static void
hashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NbAppItem) item = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      nb_app_item_get_report (item) == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    nb_app_item_set_stale (item, NB_STALE_GONE);
  else if (hash != NULL)
    nb_app_item_set_stale (item,
                           g_str_equal (hash, read_hash (item)) ? NB_STALE_NOT : NB_STALE_CHANGED);
}

static gboolean
quiet_cb (gpointer user_data)
{
  Watch *watch = user_data;
  g_autoptr (GTask) task = NULL;

  watch->timeout = 0;
  task = g_task_new (NULL, watch->watcher->cancellable, hashed_cb, g_object_ref (watch->item));
  g_task_set_task_data (task, g_object_ref (watch->file), g_object_unref);
  g_task_run_in_thread (task, hash_thread);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (Watch *watch)
{
  g_clear_handle_id (&watch->timeout, g_source_remove);
  watch->timeout = g_timeout_add (QUIET_FOR, quiet_cb, watch);
}

/* A report is watched from the moment it has been read, where it is a file of this machine. */
static void
update_watch (NbWatcher *self, NbAppItem *item)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileMonitor) monitor = NULL;
  Watch *watch;

  if (g_hash_table_contains (self->watches, item) || nb_app_item_get_bytes (item) != NULL ||
      nb_app_item_get_reading (item) == NULL)
    return;
  file = g_file_new_for_commandline_arg (nb_app_item_get_uri (item));
  if (!g_file_is_native (file))
    return;
  monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return;
  watch = g_new0 (Watch, 1);
  watch->watcher = self;
  watch->item = item;
  watch->file = g_steal_pointer (&file);
  watch->monitor = g_steal_pointer (&monitor);
  g_signal_connect_swapped (watch->monitor, "changed", G_CALLBACK (changed_cb), watch);
  g_hash_table_insert (self->watches, item, watch);
}

static void
reading_changed_cb (NbAppItem *item, GParamSpec *pspec, NbWatcher *self)
{
  update_watch (self, item);
}

static gboolean
is_closed (gpointer key, gpointer value, gpointer user_data)
{
  return !g_list_store_find (user_data, key, NULL);
}

static void
items_changed_cb (NbWatcher *self, guint position, guint removed, guint added, GListModel *items)
{
  if (removed > 0)
    g_hash_table_foreach_remove (self->watches, is_closed, items);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      g_signal_handlers_disconnect_by_func (item, reading_changed_cb, self);
      g_signal_connect_object (item, "notify::reading", G_CALLBACK (reading_changed_cb), self, 0);
      update_watch (self, item);
    }
}

static void
nb_watcher_dispose (GObject *object)
{
  NbWatcher *self = NB_WATCHER (object);

  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->watches);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_watcher_parent_class)->dispose (object);
}

static void
nb_watcher_finalize (GObject *object)
{
  NbWatcher *self = NB_WATCHER (object);

  g_hash_table_unref (self->watches);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (nb_watcher_parent_class)->finalize (object);
}

static void
nb_watcher_class_init (NbWatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_watcher_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_watcher_finalize;
}

static void
nb_watcher_init (NbWatcher *self)
{
  self->watches = g_hash_table_new_full (NULL, NULL, NULL, watch_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * nb_watcher_new:
 * @session: whose files to watch
 *
 * Returns: (transfer full): a watcher, at work until it is disposed
 */
NbWatcher *
nb_watcher_new (NbSession *session)
{
  NbWatcher *self = g_object_new (NB_TYPE_WATCHER, NULL);
  GListModel *items = nb_session_get_items (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (items), items);
  return self;
}
