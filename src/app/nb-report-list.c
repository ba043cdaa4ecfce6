/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the side bar: the session's items by organ and year, the newest year first, each organ
 * under a heading; below them what is being opened and what could not be opened. Main thread only.
 *
 *   NbSession (order of opening) → sort → headings put in → NbAppItem | NbHeading
 *
 * The rows are made anew in one idle however many items have changed, and only what differs is told, so
 * that fifty reports that arrive together move the list a few times and not fifty. What still waits for
 * its turn is left to the loading page.
 */

#include "nb-report-list.h"

#include <glib/gi18n-lib.h>

enum
{
  ROWS_AT_ONCE = 6, /* new rows between two chances for the window to answer */
};

struct _NbReportList
{
  GObject parent_instance;

  NbSession *session;   /* (owned) */
  GPtrArray *rows;      /* (owned): of GObject (owned) */
  GHashTable *headings; /* (owned): title → NbHeading, so that a heading keeps its identity */
  guint idle;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NbReportList,
                               nb_report_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Read reports first, then those under way, then those that failed. */
static int
item_group (NbAppItem *item)
{
  if (nb_app_item_get_reading (item) != NULL)
    return 0;
  return nb_app_item_get_state (item) == NB_APP_ITEM_FAILED ? 2 : 1;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  NbAppItem *one = *(NbAppItem *const *) a;
  NbAppItem *two = *(NbAppItem *const *) b;
  int group = item_group (one);
  int order = group - item_group (two);
  guint year_one, year_two;

  if (order != 0 || group != 0)
    return order;
  order = strcmp (nb_app_item_get_sort_key (one), nb_app_item_get_sort_key (two));
  if (order != 0)
    return order;
  year_one = nb_report_get_year (nb_app_item_get_report (one));
  year_two = nb_report_get_year (nb_app_item_get_report (two));
  return year_one > year_two ? -1 : year_one < year_two;
}

static const char *
item_heading (NbAppItem *item)
{
  const char *organ;

  switch (item_group (item))
    {
    case 1:
      return _ ("Opening");
    case 2:
      return _ ("Not opened");
    default:
      organ = nb_report_get_organ (nb_app_item_get_report (item));
      return organ != NULL ? organ : _ ("Unknown organ");
    }
}

static NbHeading *
intern_heading (NbReportList *self, const char *title)
{
  NbHeading *heading = g_hash_table_lookup (self->headings, title);

  if (heading == NULL)
    {
      heading = nb_heading_new (title);
      g_hash_table_insert (self->headings, g_strdup (title), heading);
    }
  return heading;
}

static GPtrArray *
sorted_items (NbReportList *self)
{
  GListModel *items = nb_session_get_items (self->session);
  guint n_items = g_list_model_get_n_items (items);
  GPtrArray *sorted = g_ptr_array_new_full (n_items, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      if (nb_app_item_get_state (item) != NB_APP_ITEM_WAITING)
        g_ptr_array_add (sorted, g_steal_pointer (&item));
    }
  g_ptr_array_sort (sorted, compare_items);
  return sorted;
}

static GPtrArray *
make_rows (NbReportList *self)
{
  g_autoptr (GPtrArray) sorted = sorted_items (self);
  GPtrArray *rows = g_ptr_array_new_full (sorted->len * 2, g_object_unref);
  const char *last = NULL;

  for (guint i = 0; i < sorted->len; i++)
    {
      NbAppItem *item = g_ptr_array_index (sorted, i);
      const char *title = item_heading (item);

      if (g_strcmp0 (last, title) != 0)
        g_ptr_array_add (rows, g_object_ref (intern_heading (self, title)));
      last = title;
      g_ptr_array_add (rows, g_object_ref (item));
    }
  return rows;
}

/* A run of rows that come or go at one place; told as one change. */
static void
remove_run (NbReportList *self, guint position, guint length)
{
  if (length == 0)
    return;
  g_ptr_array_remove_range (self->rows, position, length);
  g_list_model_items_changed (G_LIST_MODEL (self), position, length, 0);
}

static void
insert_run (NbReportList *self, guint position, GPtrArray *from, guint first, guint length)
{
  if (length == 0)
    return;
  for (guint i = 0; i < length; i++)
    g_ptr_array_insert (self->rows, (int) (position + i), g_object_ref (from->pdata[first + i]));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, length);
}

/* Turns the old rows into the new ones in as few and as small changes as their order allows: a row that
 * the view has built is built again only where it has moved. Stops after @most new rows, and says
 * whether anything is left to do. */
static gboolean
rebuild (NbReportList *self, guint most)
{
  g_autoptr (GPtrArray) wanted = make_rows (self);
  g_autoptr (GHashTable) old = g_hash_table_new (NULL, NULL);
  guint at = 0;

  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_add (old, self->rows->pdata[i]);
  while (at < self->rows->len || at < wanted->len)
    {
      guint length = 0;

      if (at < self->rows->len && at < wanted->len && self->rows->pdata[at] == wanted->pdata[at])
        {
          g_hash_table_remove (old, self->rows->pdata[at++]);
          continue;
        }
      if (most == 0)
        return TRUE;
      while (length < most && at + length < wanted->len &&
             !g_hash_table_contains (old, wanted->pdata[at + length]))
        length++;
      insert_run (self, at, wanted, at, length);
      at += length;
      most -= length;
      if (length > 0)
        continue;
      while (at + length < self->rows->len &&
             (at >= wanted->len || self->rows->pdata[at + length] != wanted->pdata[at]))
        g_hash_table_remove (old, self->rows->pdata[at + length++]);
      remove_run (self, at, length);
    }
  return FALSE;
}

static gboolean
rebuild_cb (gpointer user_data)
{
  NbReportList *self = user_data;

  if (rebuild (self, ROWS_AT_ONCE))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_rebuild_cb (NbReportList *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (rebuild_cb, self);
}

static void
items_changed_cb (NbReportList *self, guint position, guint removed, guint added, GListModel *items)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, i);

      g_signal_connect_object (item, "notify::state", G_CALLBACK (queue_rebuild_cb), self,
                               G_CONNECT_SWAPPED);
    }
  queue_rebuild_cb (self);
}

static GType
nb_report_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
nb_report_list_get_n_items (GListModel *model)
{
  return NB_REPORT_LIST (model)->rows->len;
}

static gpointer
nb_report_list_get_item (GListModel *model, guint position)
{
  NbReportList *self = NB_REPORT_LIST (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nb_report_list_get_item_type;
  iface->get_n_items = nb_report_list_get_n_items;
  iface->get_item = nb_report_list_get_item;
}

static void
nb_report_list_dispose (GObject *object)
{
  NbReportList *self = NB_REPORT_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_report_list_parent_class)->dispose (object);
}

static void
nb_report_list_finalize (GObject *object)
{
  NbReportList *self = NB_REPORT_LIST (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->headings);

  G_OBJECT_CLASS (nb_report_list_parent_class)->finalize (object);
}

static void
nb_report_list_class_init (NbReportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_report_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = nb_report_list_finalize;
}

static void
nb_report_list_init (NbReportList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * nb_report_list_new:
 * @session: a session
 *
 * Returns: (transfer full): the rows of @session, a #GListModel of #NbHeading and #NbAppItem
 */
NbReportList *
nb_report_list_new (NbSession *session)
{
  NbReportList *self;
  GListModel *items;

  g_return_val_if_fail (NB_IS_SESSION (session), NULL);

  self = g_object_new (NB_TYPE_REPORT_LIST, NULL);
  self->session = g_object_ref (session);
  items = nb_session_get_items (session);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (items), items);
  return self;
}

/**
 * nb_report_list_flush:
 * @self: a list
 *
 * Brings the rows up to date at once; for whoever must find a row that was added just now.
 */
void
nb_report_list_flush (NbReportList *self)
{
  g_return_if_fail (NB_IS_REPORT_LIST (self));

  if (self->idle == 0)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  rebuild (self, G_MAXUINT);
}
