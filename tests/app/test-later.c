/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One piece at a time, the urgent ones first, and none on what is gone. */

#include "nb-later.h"

#include "wait.h"

static GString *log_;

static gboolean
count_down (gpointer object)
{
  int left = GPOINTER_TO_INT (g_object_get_data (object, "left"));

  g_string_append (log_, g_object_get_data (object, "name"));
  g_object_set_data (object, "left", GINT_TO_POINTER (left - 1));
  return left > 1;
}

static gboolean
never (gpointer object)
{
  g_assert_not_reached ();
}

static GObject *
create (const char *name, int pieces)
{
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data (object, "name", (gpointer) name);
  g_object_set_data (object, "left", GINT_TO_POINTER (pieces));
  return object;
}

static gboolean
is_idle (gpointer user_data)
{
  return nb_later_is_idle ();
}

static void
test_order (void)
{
  g_autoptr (GObject) rows = create ("r", 3);
  g_autoptr (GObject) other = create ("o", 2);
  g_autoptr (GObject) page = create ("P", 2);

  nb_later_add (rows, count_down, FALSE);
  nb_later_add (other, count_down, FALSE);
  nb_later_add (page, count_down, TRUE);
  nb_later_add (rows, count_down, FALSE);
  g_assert_cmpstr (log_->str, ==, "");
  g_assert_false (nb_later_is_idle ());
  wait_until (is_idle, NULL);
  g_assert_cmpstr (log_->str, ==, "PProror");
}

/* Two pieces never share a turn of the main loop, however long it was kept from running. */
static void
test_one_a_turn (void)
{
  g_autoptr (GObject) rows = create ("r", 4);

  nb_later_add (rows, count_down, FALSE);
  while (!nb_later_is_idle ())
    {
      gsize before = log_->len;

      g_usleep (40000);
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (log_->len, <=, before + 1);
    }
  g_assert_cmpstr (log_->str, ==, "rrrr");
}

/* What is made out of sight does not wait for frames, and stops in good time. */
static void
test_unseen (void)
{
  g_autoptr (GObject) other = create ("o", 2);
  g_autoptr (GObject) unseen = create ("u", 3);
  gint64 begun = g_get_monotonic_time ();

  nb_later_add (other, count_down, FALSE);
  nb_later_add_unseen (unseen, count_down);
  nb_later_add_unseen (unseen, count_down);
  g_assert_false (nb_later_is_idle ());
  wait_until (is_idle, NULL);
  g_assert_cmpstr (log_->str, ==, "uuuoo");
  nb_later_add_unseen (unseen, never);
  g_assert_true (nb_later_cancel (unseen, never));
  g_assert_false (nb_later_cancel (unseen, never));
  g_assert_true (nb_later_is_idle ());
  g_assert_true (nb_later_is_enough (begun - G_USEC_PER_SEC));
  g_assert_false (nb_later_is_enough (g_get_monotonic_time () + G_USEC_PER_SEC));
}

static void
test_gone (void)
{
  g_autoptr (GObject) kept = create ("k", 1);
  GObject *gone = create ("g", 1);

  nb_later_add (gone, never, TRUE);
  nb_later_add (gone, never, FALSE);
  nb_later_add (kept, never, FALSE);
  nb_later_add (kept, count_down, FALSE);
  g_object_unref (gone);
  g_assert_true (nb_later_cancel (kept, never));
  g_assert_false (nb_later_cancel (kept, never));
  wait_until (is_idle, NULL);
  g_assert_cmpstr (log_->str, ==, "k");
}

static void
run (gconstpointer test)
{
  log_ = g_string_new (NULL);
  ((void (*) (void)) test) ();
  g_string_free (log_, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/nianbao/later/order", (gconstpointer) test_order, run);
  g_test_add_data_func ("/nianbao/later/one-a-turn", (gconstpointer) test_one_a_turn, run);
  g_test_add_data_func ("/nianbao/later/unseen", (gconstpointer) test_unseen, run);
  g_test_add_data_func ("/nianbao/later/gone", (gconstpointer) test_gone, run);
  return g_test_run ();
}
