/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The open reports of a window. Owns a list of NbAppItem and a queue; a few inputs are read at a time,
 * each by nb_reading_open_async() on a worker thread, so that opening fifty leaves the processors some
 * room for the window. Main thread only; a cancelled run is silent and a late result is dropped.
 *
 *   nb_session_open → waiting → loading → ready | failed
 *                       └──────────┴── nb_session_close: cancelled and taken out
 *
 * What is opened while others are still on their way belongs to one batch, whose progress is one bar.
 */

#include "nb-session.h"

#include <glib/gi18n-lib.h>

#include "base/nb-error.h"
#include "nb-cross-check.h"
#include "nb-settings.h"
#include "workspace/nb-notebook.h"

enum
{
  MOST_AT_ONCE = 8,
  MOST_FETCHES = 4, /* addresses at once: they wait for a site and not for a processor */
};

struct _NbSession
{
  GObject parent_instance;

  GListStore *items;   /* (owned): of NbAppItem, in the order of opening */
  GHashTable *by_name; /* (owned): what was opened, made comparable (owned) → NbAppItem, borrowed */
  GQueue queue;        /* of NbAppItem (owned), waiting */
  NbCrossCheck *cross; /* (owned): sets the items against each other */
  GListStore *batch;   /* (owned): of NbAppItem, those opened together */
  guint n_running;
  guint n_fetching;
  guint n_entering; /* numbers keyed in that are being checked */
  guint n_most;
};

/* One run. */
typedef struct
{
  NbSession *session;        /* (owned) */
  NbAppItem *item;           /* (owned) */
  GCancellable *cancellable; /* (owned) */
  guint *lane;               /* of the session: where the run is counted */
} Run;

G_DEFINE_FINAL_TYPE (NbSession, nb_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOADED,
  SIGNAL_REREAD,
  SIGNAL_ALREADY_OPEN,
  SIGNAL_BATCH_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void start_item (NbSession *self, NbAppItem *item);
static void start_next (NbSession *self);

static void
run_free (Run *run)
{
  g_object_unref (run->session);
  g_object_unref (run->item);
  g_object_unref (run->cancellable);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static char *
uri_key (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (uri);

  return g_file_get_uri (file);
}

/* What was pasted has a name that says nothing; further parts of an input come with the first. */
static gboolean
has_address (NbAppItem *item)
{
  return nb_app_item_get_bytes (item) == NULL && nb_app_item_get_part (item) == 0;
}

static NbAppItem *
find_uri (NbSession *self, const char *uri)
{
  g_autofree char *key = uri_key (uri);

  return g_hash_table_lookup (self->by_name, key);
}

static void
tell_batch (NbSession *self)
{
  if (nb_session_get_n_busy (self) == 0)
    nb_cross_check_queue (self->cross);
  g_signal_emit (self, signals[SIGNAL_BATCH_CHANGED], 0);
}

static void
reread_cb (NbSession *self, NbAppItem *item)
{
  g_signal_emit (self, signals[SIGNAL_REREAD], 0, item);
}

static const char *
reading_sha256 (NbReading *reading)
{
  NbDocument *document = nb_report_get_document (nb_reading_get_report (reading));

  return nb_source_get_sha256 (nb_document_get_source (document));
}

/* The item that shows the same bytes and the same part of them already. */
static NbAppItem *
find_same (NbSession *self, NbReading *reading, NbAppItem *except)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint part = nb_report_get_part (nb_reading_get_report (reading));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      NbReading *other = nb_app_item_get_reading (item);

      if (item != except && other != NULL &&
          nb_report_get_part (nb_reading_get_report (other)) == part &&
          g_str_equal (reading_sha256 (other), reading_sha256 (reading)))
        return item; /* the store holds a reference */
    }
  return NULL;
}

static void
remove_item (NbSession *self, NbAppItem *item)
{
  guint position;

  if (has_address (item))
    {
      g_autofree char *key = uri_key (nb_app_item_get_uri (item));

      if (g_hash_table_lookup (self->by_name, key) == item)
        g_hash_table_remove (self->by_name, key);
    }
  if (g_list_store_find (self->batch, item, &position))
    g_list_store_remove (self->batch, position);
  if (g_list_store_find (self->items, item, &position))
    g_list_store_remove (self->items, position);
}

/* The list is told last: who hears of it finds the item by its name. */
static void
insert_item (NbSession *self, guint position, NbAppItem *item)
{
  if (has_address (item))
    g_hash_table_insert (self->by_name, uri_key (nb_app_item_get_uri (item)), item);
  g_list_store_insert (self->items,
                       MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->items))), item);
}

/* The input has been read for the first time; what it holds beyond its first report gets items of its own. */
static void
take_first_readings (NbSession *self, NbAppItem *item, GPtrArray *readings)
{
  NbAppItem *same = find_same (self, g_ptr_array_index (readings, 0), item);

  if (same != NULL)
    {
      remove_item (self, item);
      g_signal_emit (self, signals[SIGNAL_ALREADY_OPEN], 0, same);
      return;
    }
  nb_app_item_take_reading (item, g_object_ref (g_ptr_array_index (readings, 0)));
  for (guint i = 1; i < readings->len; i++)
    {
      g_autoptr (NbAppItem) further = nb_app_item_new (nb_app_item_get_uri (item), i);

      nb_app_item_set_bytes (further, nb_app_item_get_bytes (item),
                             nb_app_item_get_media_type (item));
      nb_app_item_take_reading (further, g_object_ref (g_ptr_array_index (readings, i)));
      g_list_store_append (self->items, further);
    }
}

/* A text that leaves its charset open is read in the one that the user prefers, where there is one. */
static gboolean
try_charset (NbAppItem *item, GError *error)
{
  const char *charset = nb_settings_get_charset ();

  if (charset == NULL || nb_app_item_get_charset (item) != NULL ||
      !g_error_matches (error, NB_ERROR, NB_ERROR_CHARSET_UNKNOWN))
    return FALSE;
  nb_app_item_set_charset (item, charset);
  return TRUE;
}

static void
take_result (Run *run, GPtrArray *readings, GError *error)
{
  NbSession *self = run->session;
  guint part = nb_app_item_get_part (run->item);

  if (g_cancellable_is_cancelled (run->cancellable) ||
      nb_app_item_get_cancellable (run->item) != run->cancellable)
    {
      g_clear_error (&error);
      return;
    }
  if (readings == NULL && (try_charset (run->item, error) || nb_app_item_fall_back (run->item)))
    {
      g_clear_error (&error);
      start_item (self, run->item);
      return;
    }
  if (readings == NULL)
    nb_app_item_take_error (run->item, error);
  else if (nb_app_item_get_reading (run->item) == NULL && part == 0)
    take_first_readings (self, run->item, readings);
  else if (part < readings->len)
    nb_app_item_take_reading (run->item, g_object_ref (g_ptr_array_index (readings, part)));
  else
    nb_app_item_take_error (run->item,
                            g_error_new (NB_ERROR, NB_ERROR_NOT_FOUND,
                                         _ ("the input holds no part %u any more"), part + 1));
  g_signal_emit (self, signals[SIGNAL_LOADED], 0, run->item);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) readings = nb_reading_open_finish (result, &error);

  (*run->lane)--;
  take_result (run, readings, error);
  start_next (run->session);
  tell_batch (run->session);
}

static void
progress_cb (NbReadingStep step, gint64 done, gint64 total, gpointer user_data)
{
  Run *run = user_data;

  if (nb_app_item_get_cancellable (run->item) == run->cancellable)
    nb_app_item_set_progress (run->item, step, done, total);
}

static guint *
lane_of (NbSession *self, NbAppItem *item)
{
  const char *uri = nb_app_item_get_uri (item);
  gboolean web = nb_app_item_get_bytes (item) == NULL &&
                 (g_ascii_strncasecmp (uri, "http:", 5) == 0 ||
                  g_ascii_strncasecmp (uri, "https:", 6) == 0);

  return web ? &self->n_fetching : &self->n_running;
}

static void
start_item (NbSession *self, NbAppItem *item)
{
  NbSourceOptions options = { .charset = nb_app_item_get_charset (item) };
  GBytes *bytes = nb_app_item_get_bytes (item);
  Run *run = g_new0 (Run, 1);

  nb_settings_fill_options (&options);
  run->session = g_object_ref (self);
  run->item = g_object_ref (item);
  run->cancellable = g_object_ref (nb_app_item_start (item));
  run->lane = lane_of (self, item);
  (*run->lane)++;
  if (bytes == NULL)
    nb_reading_open_async (nb_app_item_get_uri (item), &options, progress_cb, run, run->cancellable,
                           opened_cb, run);
  else
    {
      g_autoptr (NbSource) source = nb_source_new_for_bytes (
          nb_app_item_get_uri (item), bytes, nb_app_item_get_media_type (item), &options);

      nb_reading_open_source_async (source, progress_cb, run, run->cancellable, opened_cb, run);
    }
}

/* The next that waits and has room; a site that does not answer keeps no file waiting. */
static NbAppItem *
pop_next (NbSession *self)
{
  for (GList *link = self->queue.head; link != NULL; link = link->next)
    {
      guint *lane = lane_of (self, link->data);

      if (*lane < (lane == &self->n_fetching ? MOST_FETCHES : self->n_most))
        {
          NbAppItem *item = link->data;

          g_queue_delete_link (&self->queue, link);
          return item;
        }
    }
  return NULL;
}

static void
start_next (NbSession *self)
{
  NbAppItem *next;

  while ((next = pop_next (self)) != NULL)
    {
      g_autoptr (NbAppItem) item = next;

      start_item (self, item);
    }
}

static void
queue_item (NbSession *self, NbAppItem *item)
{
  if (nb_session_get_n_busy (self) == 0)
    g_list_store_remove_all (self->batch);
  g_list_store_append (self->batch, item);
  g_queue_push_tail (&self->queue, g_object_ref (item));
  start_next (self);
  tell_batch (self);
}

static void
add_item (NbSession *self, NbAppItem *item)
{
  insert_item (self, G_MAXUINT, item);
  queue_item (self, item);
}

static void
nb_session_dispose (GObject *object)
{
  NbSession *self = NB_SESSION (object);

  g_queue_clear_full (&self->queue, g_object_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  if (self->cross != NULL)
    g_object_run_dispose (G_OBJECT (self->cross)); /* a run holds it and must not come back */
  g_clear_object (&self->cross);
  g_clear_object (&self->batch);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (nb_session_parent_class)->dispose (object);
}

static void
nb_session_class_init (NbSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_session_dispose;

  /* An input has been read or has failed. */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_APP_ITEM);
  /* A report was read again and checked, on its own and against the others: what that has brought is known. */
  signals[SIGNAL_REREAD] = g_signal_new ("reread", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_APP_ITEM);
  /* Something was opened that is open already, in the item that is told. */
  signals[SIGNAL_ALREADY_OPEN] = g_signal_new ("already-open", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               1, NB_TYPE_APP_ITEM);
  /* The batch or how far it is. */
  signals[SIGNAL_BATCH_CHANGED] = g_signal_new ("batch-changed", G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                0);
}

static void
nb_session_init (NbSession *self)
{
  self->items = g_list_store_new (NB_TYPE_APP_ITEM);
  self->cross = nb_cross_check_new (G_LIST_MODEL (self->items));
  g_signal_connect_object (self->cross, "reread", G_CALLBACK (reread_cb), self, G_CONNECT_SWAPPED);
  self->batch = g_list_store_new (NB_TYPE_APP_ITEM);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_most = CLAMP (g_get_num_processors (), 2, MOST_AT_ONCE);
  g_queue_init (&self->queue);
}

NbSession *
nb_session_new (void)
{
  return g_object_new (NB_TYPE_SESSION, NULL);
}

/**
 * nb_session_get_items:
 * @self: a session
 *
 * Returns: (transfer none): the open reports as #NbAppItem, in the order of opening
 */
GListModel *
nb_session_get_items (NbSession *self)
{
  g_return_val_if_fail (NB_IS_SESSION (self), NULL);
  return G_LIST_MODEL (self->items);
}

/**
 * nb_session_get_batch:
 * @self: a session
 *
 * Returns: (transfer none): what was opened together last, as #NbAppItem; kept until something else is
 *   opened
 */
GListModel *
nb_session_get_batch (NbSession *self)
{
  g_return_val_if_fail (NB_IS_SESSION (self), NULL);
  return G_LIST_MODEL (self->batch);
}

/**
 * nb_session_get_n_busy:
 * @self: a session
 *
 * Returns: how many inputs wait or are being read
 */
guint
nb_session_get_n_busy (NbSession *self)
{
  g_return_val_if_fail (NB_IS_SESSION (self), 0);
  return self->n_running + self->n_fetching + g_queue_get_length (&self->queue);
}

/**
 * nb_session_is_checking:
 * @self: a session
 *
 * Returns: whether a number that was keyed in is checked or the reports are set against each other, so that
 *   findings may come or go
 */
gboolean
nb_session_is_checking (NbSession *self)
{
  g_return_val_if_fail (NB_IS_SESSION (self), FALSE);
  return self->n_entering > 0 || nb_cross_check_is_busy (self->cross);
}

/**
 * nb_session_open:
 * @self: a session
 * @uri: a path or an address
 *
 * Opens an input, unless it is open already; one that failed is tried again.
 *
 * Returns: (transfer none): its item
 */
NbAppItem *
nb_session_open (NbSession *self, const char *uri)
{
  return nb_session_open_as (self, uri, NULL);
}

/**
 * nb_session_open_as:
 * @self: a session
 * @uri: a path or an address
 * @charset: (nullable): the charset to read it in, where it is not open already
 *
 * The same in a charset that was chosen before.
 *
 * Returns: (transfer none): its item
 */
NbAppItem *
nb_session_open_as (NbSession *self, const char *uri, const char *charset)
{
  g_autoptr (NbAppItem) item = NULL;
  NbAppItem *same;

  g_return_val_if_fail (NB_IS_SESSION (self), NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  same = find_uri (self, uri);
  if (same != NULL)
    {
      if (nb_app_item_get_state (same) == NB_APP_ITEM_FAILED)
        nb_session_reload (self, same);
      else
        g_signal_emit (self, signals[SIGNAL_ALREADY_OPEN], 0, same);
      return same;
    }
  item = nb_app_item_new (uri, 0);
  nb_app_item_set_charset (item, charset);
  add_item (self, item);
  return item;
}

/**
 * nb_session_open_bytes:
 * @self: a session
 * @name: what to call it
 * @bytes: what was pasted
 * @media_type: (nullable): what it is said to be
 *
 * Returns: (transfer none): its item
 */
NbAppItem *
nb_session_open_bytes (NbSession *self, const char *name, GBytes *bytes, const char *media_type)
{
  g_autoptr (NbAppItem) item = NULL;

  g_return_val_if_fail (NB_IS_SESSION (self), NULL);
  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  item = nb_app_item_new (name, 0);
  nb_app_item_set_bytes (item, bytes, media_type);
  add_item (self, item);
  return item;
}

/**
 * nb_session_reload:
 * @self: a session
 * @item: one of its items
 *
 * Reads the input again. What was read before stays until then.
 */
void
nb_session_reload (NbSession *self, NbAppItem *item)
{
  NbAppItemState state;

  g_return_if_fail (NB_IS_SESSION (self));
  g_return_if_fail (NB_IS_APP_ITEM (item));

  state = nb_app_item_get_state (item);
  if (state == NB_APP_ITEM_READY || state == NB_APP_ITEM_FAILED)
    start_item (self, item);
}

/* One number that was keyed in; the callback's, for the reason that NbCrossCheck gives. */
typedef struct
{
  NbSession *session; /* (owned) */
  NbAppItem *item;    /* (owned) */
  NbReading *own;     /* (owned) */
} Entering;

static void
entering_free (Entering *entering)
{
  g_object_unref (entering->session);
  g_object_unref (entering->item);
  g_object_unref (entering->own);
  g_free (entering);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entering, entering_free)

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Entering) entering = user_data;
  g_autoptr (NbReading) entered = g_task_propagate_pointer (G_TASK (result), NULL);

  entering->session->n_entering--;
  /* Another number has come since, or the report was read again: that run tells. */
  if (entered == NULL ||
      g_object_get_data (G_OBJECT (entering->item), "nb-entering") != (gpointer) result ||
      nb_app_item_get_own_reading (entering->item) != entering->own)
    return;
  g_object_set_data (G_OBJECT (entering->item), "nb-entering", NULL);
  nb_app_item_replace_reading (entering->item, entered);
  nb_cross_check_queue (entering->session->cross);
}

static void
enter_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, nb_notebook_enter (nb_notebook_get_default (), task_data),
                         g_object_unref);
}

/**
 * nb_session_enter:
 * @self: a session
 * @item: one of its items, read
 * @figure: a figure of its report that holds no number
 * @value: (nullable): what the user keyed in for it; %NULL takes it away
 *
 * Keeps the number at once, and checks the report with it on a worker thread.
 */
void
nb_session_enter (NbSession *self, NbAppItem *item, NbFigure *figure, const NbDecimal *value)
{
  g_autoptr (GTask) task = NULL;
  Entering *entering;
  NbReading *own;

  g_return_if_fail (NB_IS_SESSION (self));
  g_return_if_fail (NB_IS_APP_ITEM (item));

  own = nb_app_item_get_own_reading (item);
  g_return_if_fail (own != NULL);
  nb_notebook_set_entry (nb_notebook_get_default (), nb_reading_get_report (own), figure, value);
  entering = g_new0 (Entering, 1);
  entering->session = g_object_ref (self);
  entering->item = g_object_ref (item);
  entering->own = g_object_ref (own);
  task = g_task_new (NULL, NULL, entered_cb, entering);
  g_task_set_task_data (task, g_object_ref (own), g_object_unref);
  g_object_set_data (G_OBJECT (item), "nb-entering", task);
  self->n_entering++;
  g_task_run_in_thread (task, enter_thread);
}

/**
 * nb_session_close:
 * @self: a session
 * @item: one of its items
 *
 * Takes the item out; a run that is under way is cancelled.
 */
void
nb_session_close (NbSession *self, NbAppItem *item)
{
  g_autoptr (NbAppItem) kept = NULL;
  GList *link;

  g_return_if_fail (NB_IS_SESSION (self));
  g_return_if_fail (NB_IS_APP_ITEM (item));

  kept = g_object_ref (item);
  link = g_queue_find (&self->queue, item);
  if (link != NULL)
    {
      g_queue_delete_link (&self->queue, link);
      g_object_unref (item);
    }
  if (nb_app_item_get_cancellable (item) != NULL)
    g_cancellable_cancel (nb_app_item_get_cancellable (item));
  remove_item (self, item);
  tell_batch (self);
}

/* What stands for a closed item: itself, or what was opened since from the same place or with the same content. */
static NbAppItem *
find_again (NbSession *self, NbAppItem *item)
{
  NbReading *reading = nb_app_item_get_reading (item);
  NbAppItem *same = has_address (item) ? find_uri (self, nb_app_item_get_uri (item)) : NULL;

  if (g_list_store_find (self->items, item, NULL))
    return item;
  return same == NULL && reading != NULL ? find_same (self, reading, item) : same;
}

/**
 * nb_session_restore:
 * @self: a session
 * @item: an item that was closed
 * @position: where it stood
 *
 * Takes a closed item back as it was, unless it has been opened again; a run that was cut short begins again.
 *
 * Returns: (transfer none): the item that is open now, @item or that other one
 */
NbAppItem *
nb_session_restore (NbSession *self, NbAppItem *item, guint position)
{
  NbAppItem *same;

  g_return_val_if_fail (NB_IS_SESSION (self), NULL);
  g_return_val_if_fail (NB_IS_APP_ITEM (item), NULL);

  same = find_again (self, item);
  if (same != NULL)
    return same;
  insert_item (self, position, item);
  if (nb_app_item_get_reading (item) == NULL && nb_app_item_get_state (item) != NB_APP_ITEM_FAILED)
    queue_item (self, item);
  else
    nb_cross_check_queue (self->cross);
  return item;
}

/**
 * nb_session_cancel_all:
 * @self: a session
 *
 * Gives up every input that waits or is being read for the first time.
 */
void
nb_session_cancel_all (NbSession *self)
{
  g_return_if_fail (NB_IS_SESSION (self));

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i > 0; i--)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i - 1);

      if (nb_app_item_get_reading (item) == NULL &&
          nb_app_item_get_state (item) != NB_APP_ITEM_FAILED)
        nb_session_close (self, item);
    }
}

/**
 * nb_session_close_all:
 * @self: a session
 *
 * Cancels what is under way and takes every item out; for the end of a window.
 */
void
nb_session_close_all (NbSession *self)
{
  g_return_if_fail (NB_IS_SESSION (self));

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i > 0; i--)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i - 1);

      nb_session_close (self, item);
    }
}
