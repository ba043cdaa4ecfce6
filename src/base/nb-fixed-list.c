/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A list that never changes, for what several threads read at once. A GListStore may not be asked for an item by two
 * threads, though neither changes it: it remembers where it was asked last, and may hand out another item than the one
 * that was asked for. Made by one thread, then read by any.
 */

#include "nb-fixed-list.h"

struct _NbFixedList
{
  GObject parent_instance;

  GType type;
  GPtrArray *items; /* (owned) of GObject */
};

static GType
get_item_type (GListModel *model)
{
  return NB_FIXED_LIST (model)->type;
}

static guint
get_n_items (GListModel *model)
{
  return NB_FIXED_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = NB_FIXED_LIST (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
nb_fixed_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NbFixedList,
                               nb_fixed_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, nb_fixed_list_iface_init))

static void
nb_fixed_list_finalize (GObject *object)
{
  NbFixedList *self = NB_FIXED_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (nb_fixed_list_parent_class)->finalize (object);
}

static void
nb_fixed_list_class_init (NbFixedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_fixed_list_finalize;
}

static void
nb_fixed_list_init (NbFixedList *self)
{
}

/**
 * nb_fixed_list_new:
 * @type: what the items are, a type of objects
 * @items: (transfer full): the items, in an array that gives them back when it ends
 *
 * Returns: (transfer full) (type NbFixedList): the list, which any thread may read
 */
GListModel *
nb_fixed_list_new (GType type, GPtrArray *items)
{
  NbFixedList *self;

  g_return_val_if_fail (g_type_is_a (type, G_TYPE_OBJECT), NULL);
  g_return_val_if_fail (items != NULL, NULL);

  self = g_object_new (NB_TYPE_FIXED_LIST, NULL);
  self->type = type;
  self->items = items;
  return G_LIST_MODEL (self);
}
