/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the side bar: the session's items in the order that the user chose, under headings; below
 * them what is being opened and what could not be opened. Main thread only.
 *
 *   NbSession (order of opening) → filter → sort → headings put in → NbAppItem | NbHeading
 *
 * The rows are made anew at most once a frame however many items have changed, and only what differs is
 * told, so that fifty reports that arrive together move the list a few times and not fifty. What still waits for
 * its turn is left to the loading page.
 */

#include "nb-report-list.h"

#include <glib/gi18n-lib.h>

#include "nb-later.h"
#include "nb-ui-text.h"

enum
{
  ROWS_AT_ONCE = 6, /* new rows in a frame */
};

struct _NbReportList
{
  GObject parent_instance;

  NbSession *session;   /* (owned) */
  GPtrArray *rows;      /* (owned): of GObject (owned) */
  GHashTable *headings; /* (owned): title → NbHeading, so that a heading keeps its identity */
  char **words;         /* (owned) (nullable): what a row must hold, folded */
  NbReportOrder order;
  guint n_organs;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NbReportList,
                               nb_report_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const char *const order_names[] = {
  [NB_REPORT_ORDER_ORGAN] = "organ",
  [NB_REPORT_ORDER_YEAR] = "year",
  [NB_REPORT_ORDER_FINDINGS] = "findings",
  [NB_REPORT_ORDER_OPENED] = "opened",
};

/* Read reports first, then those under way, then those that failed. */
static int
item_group (NbAppItem *item)
{
  if (nb_app_item_get_reading (item) != NULL)
    return 0;
  return nb_app_item_get_state (item) == NB_APP_ITEM_FAILED ? 2 : 1;
}

/* The gravest first, then what is open, then what has no finding. */
static int
item_rank (NbAppItem *item)
{
  NbFinding *worst = nb_app_item_get_worst (item);

  if (worst != NULL)
    return (int) nb_finding_get_severity (worst);
  return NB_SEVERITY_INFO + (nb_app_item_get_n_open (item) > 0 ? 1 : 2);
}

static int
compare_years (NbAppItem *one, NbAppItem *two)
{
  guint year_one = nb_report_get_year (nb_app_item_get_report (one));
  guint year_two = nb_report_get_year (nb_app_item_get_report (two));

  return year_one > year_two ? -1 : year_one < year_two;
}

static int
compare_findings (NbAppItem *one, NbAppItem *two)
{
  guint n_one = nb_app_item_get_n_findings (one);
  guint n_two = nb_app_item_get_n_findings (two);
  int order = item_rank (one) - item_rank (two);

  return order != 0 ? order : n_one > n_two ? -1 : n_one < n_two;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  NbAppItem *one = *(NbAppItem *const *) a;
  NbAppItem *two = *(NbAppItem *const *) b;
  NbReportOrder by = *(NbReportOrder *) user_data;
  int group = item_group (one);
  int order = group - item_group (two);

  /* The sort keeps the order of opening where nothing else decides. */
  if (order != 0 || group != 0 || by == NB_REPORT_ORDER_OPENED)
    return order;
  if (by == NB_REPORT_ORDER_FINDINGS)
    order = compare_findings (one, two);
  else if (by == NB_REPORT_ORDER_YEAR)
    order = compare_years (one, two);
  if (order == 0)
    order = strcmp (nb_app_item_get_sort_key (one), nb_app_item_get_sort_key (two));
  return order != 0 ? order : compare_years (one, two);
}

/* What an item stands under; items with the same text in a row have one heading. */
static char *
dup_heading (NbReportList *self, NbAppItem *item)
{
  NbReport *report = nb_app_item_get_report (item);
  const char *organ = report != NULL ? nb_report_get_organ (report) : NULL;
  guint year = report != NULL ? nb_report_get_year (report) : 0;
  NbFinding *worst = nb_app_item_get_worst (item);

  if (report == NULL)
    return g_strdup (item_group (item) == 1 ? _ ("Opening") : _ ("Not opened"));
  switch (self->order)
    {
    case NB_REPORT_ORDER_YEAR:
      return year != 0 ? g_strdup_printf ("%u", year) : g_strdup (_ ("Year unknown"));
    case NB_REPORT_ORDER_FINDINGS:
      if (worst != NULL)
        return g_strdup (nb_ui_severity_name (nb_finding_get_severity (worst)));
      return g_strdup (nb_app_item_get_n_open (item) > 0 ? _ ("Open relations only")
                                                         : _ ("No findings"));
    case NB_REPORT_ORDER_OPENED:
      return g_strdup (_ ("Open reports"));
    case NB_REPORT_ORDER_ORGAN:
    default:
      return g_strdup (organ != NULL ? organ : _ ("Unknown organ"));
    }
}

/* Names of one organ are spelled in more than one way; its key is the same. */
static gboolean
same_heading (NbReportList *self, NbAppItem *one, NbAppItem *two)
{
  g_autofree char *heading = NULL;
  g_autofree char *other = NULL;

  if (one == NULL || item_group (one) != item_group (two))
    return FALSE;
  if (self->order == NB_REPORT_ORDER_ORGAN && item_group (one) == 0)
    return g_str_equal (nb_app_item_get_sort_key (one), nb_app_item_get_sort_key (two));
  heading = dup_heading (self, one);
  other = dup_heading (self, two);
  return g_str_equal (heading, other);
}

static gboolean
is_wanted (NbReportList *self, NbAppItem *item)
{
  NbReport *report = nb_app_item_get_report (item);
  const char *organ = report != NULL ? nb_report_get_organ (report) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (nb_app_item_get_state (item) == NB_APP_ITEM_WAITING)
    return FALSE;
  if (self->words == NULL)
    return TRUE;
  name = nb_app_item_dup_name (item);
  text = report == NULL ? g_strdup (name)
                        : g_strdup_printf ("%s %u %s", organ != NULL ? organ : "",
                                           nb_report_get_year (report), name);
  folded = g_utf8_casefold (text, -1);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
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
  g_autoptr (GHashTable) organs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_items; i++)
    {
      guint position = self->order == NB_REPORT_ORDER_OPENED ? n_items - 1 - i : i;
      g_autoptr (NbAppItem) item = g_list_model_get_item (items, position);

      if (nb_app_item_get_reading (item) != NULL)
        g_hash_table_add (organs, (gpointer) nb_app_item_get_sort_key (item));
      if (is_wanted (self, item))
        g_ptr_array_add (sorted, g_steal_pointer (&item));
    }
  self->n_organs = g_hash_table_size (organs);
  g_ptr_array_sort_with_data (sorted, compare_items, &self->order);
  return sorted;
}

static GPtrArray *
make_rows (NbReportList *self)
{
  g_autoptr (GPtrArray) sorted = sorted_items (self);
  GPtrArray *rows = g_ptr_array_new_full (sorted->len * 2, g_object_unref);
  NbAppItem *last = NULL;

  for (guint i = 0; i < sorted->len; i++)
    {
      NbAppItem *item = g_ptr_array_index (sorted, i);

      if (!same_heading (self, last, item))
        {
          g_autofree char *title = dup_heading (self, item);

          g_ptr_array_add (rows, g_object_ref (intern_heading (self, title)));
        }
      last = item;
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
rebuild_some (gpointer self)
{
  return rebuild (self, ROWS_AT_ONCE);
}

static void
queue_rebuild_cb (NbReportList *self)
{
  nb_later_add (self, rebuild_some, FALSE);
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

  nb_later_cancel (self, rebuild_some);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (nb_report_list_parent_class)->dispose (object);
}

static void
nb_report_list_finalize (GObject *object)
{
  NbReportList *self = NB_REPORT_LIST (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->headings);
  g_strfreev (self->words);

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

  if (nb_later_cancel (self, rebuild_some))
    rebuild (self, G_MAXUINT);
}

/**
 * nb_report_order_to_string:
 * @order: an order
 *
 * Returns: (transfer none): its name, as settings and actions have it
 */
const char *
nb_report_order_to_string (NbReportOrder order)
{
  g_return_val_if_fail (order < G_N_ELEMENTS (order_names), order_names[0]);
  return order_names[order];
}

/**
 * nb_report_order_from_string:
 * @name: a name
 *
 * Returns: the order of that name; by organ where there is none
 */
NbReportOrder
nb_report_order_from_string (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_names); i++)
    if (g_strcmp0 (order_names[i], name) == 0)
      return i;
  return NB_REPORT_ORDER_ORGAN;
}

NbReportOrder
nb_report_list_get_order (NbReportList *self)
{
  g_return_val_if_fail (NB_IS_REPORT_LIST (self), NB_REPORT_ORDER_ORGAN);
  return self->order;
}

/* Rows that stay look different in another order, so all are made anew. */
static void
start_anew (NbReportList *self)
{
  guint n_rows = self->rows->len;

  g_ptr_array_set_size (self->rows, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_rows, 0);
  queue_rebuild_cb (self);
}

void
nb_report_list_set_order (NbReportList *self, NbReportOrder order)
{
  g_return_if_fail (NB_IS_REPORT_LIST (self));

  if (self->order == order)
    return;
  self->order = order;
  start_anew (self);
}

/**
 * nb_report_list_set_filter:
 * @self: a list
 * @words: (nullable): parts of organ, year or file name, with blanks between them; all must be found
 */
void
nb_report_list_set_filter (NbReportList *self, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words != NULL ? words : "", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t", -1);
  guint n_words = 0;

  g_return_if_fail (NB_IS_REPORT_LIST (self));

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (builder, parts[i]);
        n_words++;
      }
  g_clear_pointer (&self->words, g_strfreev);
  if (n_words > 0)
    self->words = g_strv_builder_end (builder);
  queue_rebuild_cb (self);
}

/**
 * nb_report_list_get_n_organs:
 * @self: a list
 *
 * Returns: how many organs have a report open, whether or not they are listed now
 */
guint
nb_report_list_get_n_organs (NbReportList *self)
{
  g_return_val_if_fail (NB_IS_REPORT_LIST (self), 0);
  return self->n_organs;
}

static NbAppItem *
find_open (NbReportList *self, guint from, guint end, int step)
{
  GListStore *items = G_LIST_STORE (nb_session_get_items (self->session));

  for (guint i = from; i != end; i += (guint) step)
    if (NB_IS_APP_ITEM (self->rows->pdata[i]) &&
        g_list_store_find (items, self->rows->pdata[i], NULL))
      return self->rows->pdata[i];
  return NULL;
}

/**
 * nb_report_list_find_neighbour:
 * @self: a list
 * @item: what has been closed; its row may still be there
 *
 * Returns: (transfer none) (nullable): what to show instead: the report below, or else the one above
 */
NbAppItem *
nb_report_list_find_neighbour (NbReportList *self, NbAppItem *item)
{
  guint position;
  NbAppItem *found = NULL;

  g_return_val_if_fail (NB_IS_REPORT_LIST (self), NULL);

  if (!g_ptr_array_find (self->rows, item, &position))
    return find_open (self, 0, self->rows->len, 1);
  found = find_open (self, position + 1, self->rows->len, 1);
  return found != NULL || position == 0 ? found : find_open (self, position - 1, G_MAXUINT, -1);
}
