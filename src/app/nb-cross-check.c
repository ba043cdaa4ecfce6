/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets the open reports against each other: the years of an organ, the organs of a year. The rules run on
 * a worker thread, a moment after the last report came or went; a run that is out of date is given up and its
 * result dropped. Holds the items; owned by NbSession. Main thread only.
 *
 *   queue → (a moment) → own readings of the items → worker: nb_readings_check_workspace → items
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

/* One run. Items and readings have the same order; the items are touched on the main thread alone. */
typedef struct
{
  GPtrArray *items;    /* (owned) of NbAppItem */
  GPtrArray *readings; /* (owned) of NbReading: own findings */
} Run;

G_DEFINE_FINAL_TYPE (NbCrossCheck, nb_cross_check, G_TYPE_OBJECT)

static void
run_free (gpointer data)
{
  Run *run = data;

  g_ptr_array_unref (run->items);
  g_ptr_array_unref (run->readings);
  g_free (run);
}

static Run *
run_new (GListModel *items)
{
  Run *run = g_new0 (Run, 1);

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
  const Run *run = task_data;

  g_task_return_pointer (task, nb_readings_check_workspace (run->readings, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

/* Most reports have nothing to do with the others; what shows them need not hear of it. */
static gboolean
is_news (NbAppItem *item, NbReading *own, NbReading *checked)
{
  return count_findings (checked) != count_findings (own) ||
         count_findings (nb_app_item_get_reading (item)) != count_findings (own);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NbCrossCheck *self = NB_CROSS_CHECK (source);
  const Run *run = g_task_get_task_data (G_TASK (result));
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GPtrArray) checked = g_task_propagate_pointer (G_TASK (result), NULL);

  if (checked == NULL || cancellable != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < checked->len; i++)
    {
      NbReading *own = run->readings->pdata[i];

      if (is_news (run->items->pdata[i], own, checked->pdata[i]))
        nb_app_item_set_findings (run->items->pdata[i], own, checked->pdata[i]);
    }
}

static gboolean
start_cb (gpointer user_data)
{
  NbCrossCheck *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->timeout = 0;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, checked_cb, NULL);
  g_task_set_task_data (task, run_new (self->items), run_free);
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
