/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets the open reports against each other: the years of an organ, the organs of a year. The rules run on
 * a worker thread, a moment after the last report came or went; a run that is out of date is given up and its
 * result dropped. Holds the items; owned by NbSession. Main thread only.
 *
 *   queue → (a moment) → own readings of the items → worker: nb_readings_check_workspace → items
 *
 * Of a report that was read again it then tells which findings went and which are new, also in other reports.
 */

#include "nb-cross-check.h"

enum
{
  PAUSE = 150, /* milliseconds: what is opened together is checked together */
};

struct _NbCrossCheck
{
  GObject parent_instance;

  GListModel *items;         /* (owned): of NbAppItem */
  GCancellable *cancellable; /* (owned) (nullable): of the run under way */
  guint timeout;
};

/* One run. Items and readings have the same order. It is the callback's, not the task's: a task may end on its worker,
 * and items go on the main thread. */
typedef struct
{
  NbCrossCheck *self;  /* (owned) */
  GPtrArray *items;    /* (owned) of NbAppItem */
  GPtrArray *readings; /* (owned) of NbReading: own findings */
} Run;

G_DEFINE_FINAL_TYPE (NbCrossCheck, nb_cross_check, G_TYPE_OBJECT)

enum
{
  SIGNAL_REREAD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
run_free (Run *run)
{
  g_object_unref (run->self);
  g_ptr_array_unref (run->items);
  g_ptr_array_unref (run->readings);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static Run *
run_new (NbCrossCheck *self)
{
  GListModel *items = self->items;
  Run *run = g_new0 (Run, 1);

  run->self = g_object_ref (self);
  run->items = g_ptr_array_new_with_free_func (g_object_unref);
  run->readings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);
      NbReading *own = nb_app_item_get_own_reading (item);

      if (own == NULL)
        continue;
      g_ptr_array_add (run->items, g_object_ref (item));
      g_ptr_array_add (run->readings, g_object_ref (own));
    }
  return run;
}

static guint
count_findings (NbReading *reading)
{
  return g_list_model_get_n_items (nb_reading_get_findings (reading));
}

static void
check_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, nb_readings_check_workspace (task_data, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

/* Most reports have nothing to do with the others; what shows them need not hear of it. */
static gboolean
is_news (NbAppItem *item, NbReading *own, NbReading *checked)
{
  return count_findings (checked) != count_findings (own) ||
         count_findings (nb_app_item_get_reading (item)) != count_findings (own);
}

/* What a report read again has brought, in its own findings and in those of the others. */
static void
tell_reread (Run *run, guint index, GPtrArray *before, GPtrArray *checked)
{
  NbAppItem *item = run->items->pdata[index];
  NbReading *first = nb_app_item_get_before (item);
  g_autoptr (NbChanges) changes = nb_changes_new (first, checked->pdata[index]);

  for (guint i = 0; i < checked->len; i++)
    if (i != index && nb_app_item_get_before (run->items->pdata[i]) == NULL &&
        before->pdata[i] != checked->pdata[i])
      nb_changes_add_other (changes, before->pdata[i], checked->pdata[i]);
  nb_app_item_set_changes (item, changes);
  g_signal_emit (run->self, signals[SIGNAL_REREAD], 0, item);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  NbCrossCheck *self = run->self;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GPtrArray) checked = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);

  if (checked == NULL || cancellable != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < checked->len; i++)
    {
      NbReading *own = run->readings->pdata[i];

      g_ptr_array_add (before, g_object_ref (nb_app_item_get_reading (run->items->pdata[i])));
      if (is_news (run->items->pdata[i], own, checked->pdata[i]))
        nb_app_item_set_findings (run->items->pdata[i], own, checked->pdata[i]);
    }
  for (guint i = 0; i < checked->len; i++)
    if (nb_app_item_get_before (run->items->pdata[i]) != NULL &&
        nb_app_item_get_own_reading (run->items->pdata[i]) == run->readings->pdata[i])
      tell_reread (run, i, before, checked);
}

static gboolean
start_cb (gpointer user_data)
{
  NbCrossCheck *self = user_data;
  g_autoptr (GTask) task = NULL;
  Run *run = run_new (self);

  self->timeout = 0;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, checked_cb, run);
  g_task_set_task_data (task, g_ptr_array_ref (run->readings), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, check_thread);
  return G_SOURCE_REMOVE;
}

static void
give_up (NbCrossCheck *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
nb_cross_check_dispose (GObject *object)
{
  NbCrossCheck *self = NB_CROSS_CHECK (object);

  give_up (self);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (nb_cross_check_parent_class)->dispose (object);
}

static void
nb_cross_check_class_init (NbCrossCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_cross_check_dispose;

  /* What a report read again has brought is known: nb_app_item_get_changes(). */
  signals[SIGNAL_REREAD] = g_signal_new ("reread", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, NB_TYPE_APP_ITEM);
}

static void
nb_cross_check_init (NbCrossCheck *self)
{
}

/**
 * nb_cross_check_new:
 * @items: the open reports, a list of #NbAppItem
 *
 * Returns: (transfer full): what checks them against each other
 */
NbCrossCheck *
nb_cross_check_new (GListModel *items)
{
  NbCrossCheck *self = g_object_new (NB_TYPE_CROSS_CHECK, NULL);

  self->items = g_object_ref (items);
  return self;
}

/**
 * nb_cross_check_queue:
 * @self: a cross check
 *
 * Another report is open, or one no more: checks again in a moment.
 */
void
nb_cross_check_queue (NbCrossCheck *self)
{
  g_return_if_fail (NB_IS_CROSS_CHECK (self));

  give_up (self);
  self->timeout = g_timeout_add (PAUSE, start_cb, self);
}

/**
 * nb_cross_check_is_busy:
 * @self: a cross check
 *
 * Returns: whether findings may still change
 */
gboolean
nb_cross_check_is_busy (NbCrossCheck *self)
{
  g_return_val_if_fail (NB_IS_CROSS_CHECK (self), FALSE);
  return self->timeout != 0 || self->cancellable != NULL;
}
