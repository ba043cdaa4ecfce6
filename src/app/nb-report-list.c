/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the side bar: the session's items by organ and year, the newest year first, each organ
 * under a heading; below them what is being opened and what could not be opened. Main thread only.
 *
 *   NbSession (order of opening) → sort → headings put in → NbAppItem | NbHeading
 *
 * The rows are made anew in one idle however many items have changed, and only the part that differs is
 * told, so that fifty reports that arrive together move the list a few times and not fifty.
 */

#include "nb-report-list.h"

#include <glib/gi18n-lib.h>

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
    g_ptr_array_add (sorted, g_list_model_get_item (items, i));
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

static void
rebuild (NbReportList *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->rows);
  guint head = 0, tail = 0, least;

  self->rows = make_rows (self);
  least = MIN (old->len, self->rows->len);
  while (head < least && old->pdata[head] == self->rows->pdata[head])
    head++;
  while (tail < least - head &&
         old->pdata[old->len - 1 - tail] == self->rows->pdata[self->rows->len - 1 - tail])
    tail++;
  if (old->len - head - tail > 0 || self->rows->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                self->rows->len - head - tail);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  NbReportList *self = user_data;

  self->idle = 0;
  rebuild (self);
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
  rebuild (self);
}
