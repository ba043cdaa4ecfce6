/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What several threads are handed by a list that they read at once. They read it in its order, as a GListStore remembers
 * the place of the last reader: with one instead, threads are handed dozens of items that they did not ask for.
 */

#include "base/nb-fixed-list.h"

enum
{
  N_ITEMS = 700,
  N_THREADS = 4,
  N_READS = 200000,
};

static GListModel *
make_list (GPtrArray *items)
{
  for (guint i = 0; i < N_ITEMS; i++)
    {
      GObject *item = g_object_new (G_TYPE_OBJECT, NULL);

      g_object_set_data (item, "position", GUINT_TO_POINTER (i));
      g_ptr_array_add (items, item);
    }
  return nb_fixed_list_new (G_TYPE_OBJECT, items);
}

static gpointer
read_on_and_on (gpointer data)
{
  GListModel *list = data;
  guint n_wrong = 0;

  for (guint i = 0; i < N_READS; i++)
    {
      guint position = i % N_ITEMS;
      g_autoptr (GObject) item = g_list_model_get_item (list, position);

      n_wrong += item == NULL ||
                 g_object_get_data (item, "position") != GUINT_TO_POINTER (position);
    }
  return GUINT_TO_POINTER (n_wrong);
}

static void
test_threads (void)
{
  g_autoptr (GListModel) list = make_list (g_ptr_array_new_with_free_func (g_object_unref));
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reader", read_on_and_on, list);
  for (guint i = 0; i < N_THREADS; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 0);
}

static void
test_ends (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list = make_list (items);
  g_autoptr (GObject) last = g_list_model_get_item (list, N_ITEMS - 1);

  g_assert_true (g_list_model_get_item_type (list) == G_TYPE_OBJECT);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_ITEMS);
  g_assert_nonnull (last);
  g_assert_null (g_list_model_get_item (list, N_ITEMS));
  /* The list holds its items: this one and the array. */
  g_assert_cmpuint (last->ref_count, ==, 2);
  g_clear_object (&list);
  g_assert_cmpuint (last->ref_count, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/fixed-list/threads", test_threads);
  g_test_add_func ("/nianbao/fixed-list/ends", test_ends);
  return g_test_run ();
}
