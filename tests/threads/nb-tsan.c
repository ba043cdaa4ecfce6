/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What ThreadSanitizer cannot see of GLib, which Debian builds without it: locks made of futexes, queues, idles, counts
 * of references. These functions stand before GLib's in programs of scripts/test.sh --threads, call them, and tell of
 * what happens before what. Nothing is made quieter by them than it is: an edge goes from the thread that hands
 * something over to the one that gets it, by that thing alone.
 *
 * What GLib does to its containers in secret is told as well where our code asks for it, so that a hash table filled by
 * two threads is seen, and a GListStore read by two, which remembers its last reader.
 *
 *   our code, libgio ...  ──►  these  ──►  GLib (dlsym)
 *                                │
 *                                └──►  libtsan: acquire, release, read, write
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sanitizer/tsan_interface.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The address says what is meant; it is not looked at. */
void __tsan_func_entry (void *caller);
void __tsan_func_exit (void);
void __tsan_read8 (void *address);
void __tsan_write8 (void *address);

/* The code of the program itself. */
extern char __executable_start, etext;

/* With the function of ours that asked as the frame above. */
#define TELL(access, thing)                                                                        \
  do                                                                                               \
    {                                                                                              \
      if (!OURS)                                                                                   \
        break;                                                                                     \
      __tsan_func_entry (__builtin_return_address (0));                                            \
      access (thing);                                                                              \
      __tsan_func_exit ();                                                                         \
    }                                                                                              \
  while (0)

#define OURS                                                                                       \
  ((char *) __builtin_return_address (0) >= &__executable_start &&                                 \
   (char *) __builtin_return_address (0) < &etext)

#define NEXT(name)                                                                                 \
  (G_GNUC_EXTENSION ({                                                                             \
    static __typeof__ (&name) next;                                                                \
    __typeof__ (&name) found = __atomic_load_n (&next, __ATOMIC_RELAXED);                          \
    if (found == NULL)                                                                             \
      __atomic_store_n (&next, found = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name),              \
                        __ATOMIC_RELAXED);                                                         \
    found;                                                                                         \
  }))

#undef g_object_new
#undef g_once
#undef g_once_init_enter
#undef g_once_init_leave

/* -- Locks -- */

void
g_mutex_lock (GMutex *mutex)
{
  __tsan_mutex_pre_lock (mutex, 0);
  NEXT (g_mutex_lock) (mutex);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  gboolean is_locked;

  __tsan_mutex_pre_lock (mutex, __tsan_mutex_try_lock);
  is_locked = NEXT (g_mutex_trylock) (mutex);
  __tsan_mutex_post_lock (
      mutex, __tsan_mutex_try_lock | (is_locked ? 0 : __tsan_mutex_try_lock_failed), 0);
  return is_locked;
}

void
g_mutex_unlock (GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  NEXT (g_mutex_unlock) (mutex);
  __tsan_mutex_post_unlock (mutex, 0);
}

void
g_mutex_clear (GMutex *mutex)
{
  __tsan_mutex_destroy (mutex, 0);
  NEXT (g_mutex_clear) (mutex);
}

/* Who waits gives the lock away and takes it back. */
static void
give_away (GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
}

static void
take_back (GMutex *mutex)
{
  __tsan_mutex_pre_lock (mutex, 0);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  give_away (mutex);
  NEXT (g_cond_wait) (cond, mutex);
  take_back (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean is_signaled;

  give_away (mutex);
  is_signaled = NEXT (g_cond_wait_until) (cond, mutex, end_time);
  take_back (mutex);
  return is_signaled;
}

#define LOCKS(type, lock, unlock, flags)                                                           \
  void lock (type *thing)                                                                          \
  {                                                                                                \
    __tsan_mutex_pre_lock (thing, flags);                                                          \
    NEXT (lock) (thing);                                                                           \
    __tsan_mutex_post_lock (thing, flags, 0);                                                      \
  }                                                                                                \
  void unlock (type *thing)                                                                        \
  {                                                                                                \
    __tsan_mutex_pre_unlock (thing, flags);                                                        \
    NEXT (unlock) (thing);                                                                         \
    __tsan_mutex_post_unlock (thing, flags);                                                       \
  }

LOCKS (GRecMutex, g_rec_mutex_lock, g_rec_mutex_unlock, __tsan_mutex_write_reentrant)
LOCKS (GRWLock, g_rw_lock_writer_lock, g_rw_lock_writer_unlock, 0)
LOCKS (GRWLock, g_rw_lock_reader_lock, g_rw_lock_reader_unlock, __tsan_mutex_read_lock)

/* -- Once -- */

gboolean
g_once_init_enter (volatile void *location)
{
  gboolean is_first = NEXT (g_once_init_enter) (location);

  __tsan_acquire ((void *) location);
  return is_first;
}

void
g_once_init_leave (volatile void *location, gsize result)
{
  __tsan_release ((void *) location);
  NEXT (g_once_init_leave) (location, result);
}

typedef struct
{
  GOnce *once;
  GThreadFunc func;
  gpointer data;
} Once;

static gpointer
run_once (gpointer data)
{
  Once *self = data;
  gpointer result = self->func (self->data);

  __tsan_release ((void *) &self->once->status);
  return result;
}

gpointer
g_once_impl (GOnce *once, GThreadFunc func, gpointer arg)
{
  Once self = { once, func, arg };
  gpointer result = NEXT (g_once_impl) (once, run_once, &self);

  __tsan_acquire ((void *) &once->status);
  return result;
}

/* -- Classes: made by the first thread that asks for one, used by all -- */

static char classes;

static void
init_class (gpointer class, gpointer data)
{
  ((GClassInitFunc) data) (class, NULL);
  __tsan_release (&classes);
}

static void
init_interface (gpointer iface, gpointer data)
{
  ((GInterfaceInitFunc) data) (iface, NULL);
  __tsan_release (&classes);
}

GType
g_type_register_static_simple (GType parent,
                               const char *name,
                               guint class_size,
                               GClassInitFunc class_init,
                               guint instance_size,
                               GInstanceInitFunc instance_init,
                               GTypeFlags flags)
{
  GTypeInfo info = {
    .class_size = (guint16) class_size,
    .class_init = class_init != NULL ? init_class : NULL,
    .class_data = (gconstpointer) class_init,
    .instance_size = (guint16) instance_size,
    .instance_init = instance_init,
  };

  return g_type_register_static (parent, name, &info, flags);
}

void
g_type_add_interface_static (GType type, GType iface, const GInterfaceInfo *info)
{
  GInterfaceInfo told = *info;

  if (info->interface_init != NULL && info->interface_data == NULL)
    {
      told.interface_init = init_interface;
      told.interface_data = (gpointer) info->interface_init;
    }
  NEXT (g_type_add_interface_static) (type, iface, &told);
}

static void
need_class (GType type)
{
  g_type_class_ref (type);
  __tsan_acquire (&classes);
}

gpointer
g_object_new (GType type, const char *first, ...)
{
  GObject *object;
  va_list args;

  need_class (type);
  va_start (args, first);
  object = g_object_new_valist (type, first, args);
  va_end (args);
  return object;
}

/* -- Counts of references: what a thread did to a thing happens before another one takes it away -- */

/* Only who may be the last one gets told of what the others did, or every unref would keep threads in step. */
#define FEW 4

static void
let_go (gpointer thing)
{
  __tsan_release (thing);
  __tsan_acquire (thing);
}

void
g_object_unref (gpointer object)
{
  if (object != NULL)
    {
      __tsan_release (object);
      if (__atomic_load_n (&((GObject *) object)->ref_count, __ATOMIC_RELAXED) < FEW)
        __tsan_acquire (object);
    }
  NEXT (g_object_unref) (object);
}

#define LET_GO(name, type)                                                                         \
  void name (type *thing)                                                                          \
  {                                                                                                \
    let_go ((gpointer) thing);                                                                     \
    NEXT (name) (thing);                                                                           \
  }

LET_GO (g_bytes_unref, GBytes)
LET_GO (g_hash_table_unref, GHashTable)
LET_GO (g_ptr_array_unref, GPtrArray)
LET_GO (g_array_unref, GArray)
LET_GO (g_date_time_unref, GDateTime)
LET_GO (g_regex_unref, GRegex)
LET_GO (g_variant_unref, GVariant)
LET_GO (g_source_unref, GSource)
LET_GO (g_main_loop_unref, GMainLoop)
LET_GO (g_main_context_unref, GMainContext)

gboolean (g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  let_go (count);
  return NEXT (g_atomic_ref_count_dec) (count);
}

void
g_atomic_rc_box_release_full (gpointer block, GDestroyNotify clear)
{
  let_go (block);
  NEXT (g_atomic_rc_box_release_full) (block, clear);
}

/* -- What is handed to another thread, and called there -- */

typedef struct
{
  gpointer func;
  gpointer data;
  GDestroyNotify notify;
} Call;

static Call *
call_new (gpointer func, gpointer data, GDestroyNotify notify)
{
  Call *self = g_new0 (Call, 1);

  *self = (Call){ func, data, notify };
  __tsan_release (self);
  return self;
}

static gboolean
call_source (gpointer data)
{
  Call *self = data;
  gboolean goes_on;

  __tsan_acquire (self);
  goes_on = ((GSourceFunc) self->func) (self->data);
  __tsan_release (self);
  return goes_on;
}

static void
call_free (gpointer data)
{
  Call *self = data;

  __tsan_acquire (self);
  if (self->notify != NULL)
    self->notify (self->data);
  g_free (self);
}

static void
call_pool (gpointer item, gpointer data)
{
  Call *self = data;

  __tsan_acquire (self);
  __tsan_acquire (item);
  ((GFunc) self->func) (item, self->data);
  __tsan_release (self);
}

/* A pool lives as long as the program, or is freed by whoever waits for its threads: the call stays. */
GThreadPool *
g_thread_pool_new (GFunc func, gpointer data, int max_threads, gboolean exclusive, GError **error)
{
  return NEXT (g_thread_pool_new) (call_pool, call_new ((gpointer) func, data, NULL), max_threads,
                                   exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer item, GError **error)
{
  __tsan_release (item);
  return NEXT (g_thread_pool_push) (pool, item, error);
}

void
g_thread_pool_free (GThreadPool *pool, gboolean immediate, gboolean wait)
{
  Call *call = pool->user_data;

  NEXT (g_thread_pool_free) (pool, immediate, wait);
  if (wait)
    __tsan_acquire (call);
}

void
g_async_queue_push (GAsyncQueue *queue, gpointer item)
{
  __tsan_release (item);
  NEXT (g_async_queue_push) (queue, item);
}

gpointer
g_async_queue_pop (GAsyncQueue *queue)
{
  gpointer item = NEXT (g_async_queue_pop) (queue);

  __tsan_acquire (item);
  return item;
}

/* Only of these two it is known how their function is called. GTask's way home is an idle. */
void
g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  Call *call;

  if (source->source_funcs != &g_idle_funcs && source->source_funcs != &g_timeout_funcs)
    {
      NEXT (g_source_set_callback) (source, func, data, notify);
      return;
    }
  call = call_new ((gpointer) func, data, notify);
  NEXT (g_source_set_callback) (source, call_source, call, call_free);
}

guint
g_idle_add_full (int priority, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  return NEXT (g_idle_add_full) (priority, call_source, call_new ((gpointer) func, data, notify),
                                 call_free);
}

guint
g_idle_add (GSourceFunc func, gpointer data)
{
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, func, data, NULL);
}

guint
g_timeout_add_full (int priority,
                    guint interval,
                    GSourceFunc func,
                    gpointer data,
                    GDestroyNotify notify)
{
  return NEXT (g_timeout_add_full) (priority, interval, call_source,
                                    call_new ((gpointer) func, data, notify), call_free);
}

guint
g_timeout_add (guint interval, GSourceFunc func, gpointer data)
{
  return g_timeout_add_full (G_PRIORITY_DEFAULT, interval, func, data, NULL);
}

void
g_main_context_invoke_full (GMainContext *context,
                            int priority,
                            GSourceFunc func,
                            gpointer data,
                            GDestroyNotify notify)
{
  NEXT (g_main_context_invoke_full)
  (context, priority, call_source, call_new ((gpointer) func, data, notify), call_free);
}

void
g_main_context_invoke (GMainContext *context, GSourceFunc func, gpointer data)
{
  g_main_context_invoke_full (context, G_PRIORITY_DEFAULT, func, data, NULL);
}

void
g_cancellable_cancel (GCancellable *cancellable)
{
  if (cancellable != NULL)
    __tsan_release (cancellable);
  NEXT (g_cancellable_cancel) (cancellable);
}

gboolean
g_cancellable_is_cancelled (GCancellable *cancellable)
{
  gboolean is_cancelled = NEXT (g_cancellable_is_cancelled) (cancellable);

  if (is_cancelled)
    __tsan_acquire (cancellable);
  return is_cancelled;
}

/*
 * libtsan does not know this way to a file: it takes its number for that of a file closed by another thread. So it gets
 * the number of one that libtsan saw opened.
 */
int
memfd_create (const char *name, unsigned int flags)
{
  int made = (int) syscall (SYS_memfd_create, name, flags);
  int told = made >= 0 ? open ("/dev/null", O_RDWR | O_CLOEXEC) : -1;

  if (told < 0)
    return made;
  syscall (SYS_dup3, made, told, (flags & MFD_CLOEXEC) != 0 ? O_CLOEXEC : 0);
  syscall (SYS_close, made);
  return told;
}

/* GLib's pipes are looked at as if the program had made them, which is what reads them. */
int
pipe2 (int ends[2], int flags)
{
  int made[2];
  int status = NEXT (pipe2) (made, flags);

  if (status == 0)
    {
      ends[0] = made[0];
      ends[1] = made[1];
    }
  return status;
}

/* -- Containers: what GLib writes into them when our code asks for it -- */

#define READS(result, name, params, args)                                                          \
  result name params                                                                               \
  {                                                                                                \
    TELL (__tsan_read8, thing);                                                                    \
    return NEXT (name) args;                                                                       \
  }
#define WRITES(result, name, params, args)                                                         \
  result name params                                                                               \
  {                                                                                                \
    TELL (__tsan_write8, thing);                                                                   \
    return NEXT (name) args;                                                                       \
  }

READS (gpointer, g_hash_table_lookup, (GHashTable * thing, gconstpointer key), (thing, key))
READS (gboolean, g_hash_table_contains, (GHashTable * thing, gconstpointer key), (thing, key))
READS (gboolean,
       g_hash_table_lookup_extended,
       (GHashTable * thing, gconstpointer key, gpointer *found, gpointer *value),
       (thing, key, found, value))
READS (guint, g_hash_table_size, (GHashTable * thing), (thing))
WRITES (gboolean,
        g_hash_table_insert,
        (GHashTable * thing, gpointer key, gpointer value),
        (thing, key, value))
WRITES (gboolean,
        g_hash_table_replace,
        (GHashTable * thing, gpointer key, gpointer value),
        (thing, key, value))
WRITES (gboolean, g_hash_table_add, (GHashTable * thing, gpointer key), (thing, key))
WRITES (gboolean, g_hash_table_remove, (GHashTable * thing, gconstpointer key), (thing, key))
WRITES (void, g_hash_table_remove_all, (GHashTable * thing), (thing))
WRITES (void, g_ptr_array_add, (GPtrArray * thing, gpointer item), (thing, item))
WRITES (void, g_ptr_array_insert, (GPtrArray * thing, int i, gpointer item), (thing, i, item))
WRITES (gpointer, g_ptr_array_remove_index, (GPtrArray * thing, guint i), (thing, i))
WRITES (void, g_ptr_array_set_size, (GPtrArray * thing, int n), (thing, n))
WRITES (void, g_ptr_array_sort, (GPtrArray * thing, GCompareFunc compare), (thing, compare))
WRITES (GArray *,
        g_array_append_vals,
        (GArray * thing, gconstpointer items, guint n),
        (thing, items, n))
WRITES (GArray *, g_array_set_size, (GArray * thing, guint n), (thing, n))
WRITES (GString *, g_string_append, (GString * thing, const char *text), (thing, text))
WRITES (GString *,
        g_string_insert_len,
        (GString * thing, gssize at, const char *text, gssize length),
        (thing, at, text, length))
WRITES (void, g_queue_push_tail, (GQueue * thing, gpointer item), (thing, item))
WRITES (gpointer, g_queue_pop_head, (GQueue * thing), (thing))

/* A place in the object that no macro of GObject looks at. */
static void
remember_reader (GListModel *list)
{
  if (G_IS_LIST_STORE (list))
    __tsan_write8 (&((GObject *) list)->qdata);
}

gpointer
g_list_model_get_item (GListModel *list, guint position)
{
  TELL (remember_reader, list);
  return NEXT (g_list_model_get_item) (list, position);
}

GObject *
g_list_model_get_object (GListModel *list, guint position)
{
  TELL (remember_reader, list);
  return NEXT (g_list_model_get_object) (list, position);
}

void
g_list_store_append (GListStore *store, gpointer item)
{
  TELL (remember_reader, G_LIST_MODEL (store));
  NEXT (g_list_store_append) (store, item);
}
