/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is compiled in can be had by every thread, also when several want it as their first act. */

#include "base/nb-resource.h"
#include "document/nb-document-resources.h"
#include "source/nb-charset-resources.h"

#define N_AT_ONCE   4
#define N_PROCESSES 200

static const struct
{
  NbResourceGetter getter;
  const char *path;
} entries[] = {
  { nb_document_get_resource, "/org/nianbao/document/pages.txt" },
  { nb_charset_get_resource, "/org/nianbao/charset/known-words.txt" },
};

static gint n_ready;

static gpointer
load_at_once (gpointer data)
{
  guint i = GPOINTER_TO_UINT (data) % G_N_ELEMENTS (entries);
  g_autoptr (GBytes) bytes = NULL;

  g_atomic_int_inc (&n_ready);
  while (g_atomic_int_get (&n_ready) < N_AT_ONCE)
    ;
  bytes = nb_resource_load (entries[i].getter, entries[i].path);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
  return NULL;
}

static void
test_at_once (void)
{
  GThread *threads[N_AT_ONCE];

  if (!g_test_subprocess ())
    {
      for (guint i = 0; i < N_PROCESSES; i++)
        {
          g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
          g_test_trap_assert_passed ();
        }
      return;
    }
  for (guint i = 0; i < N_AT_ONCE; i++)
    threads[i] = g_thread_new (NULL, load_at_once, GUINT_TO_POINTER (i));
  for (guint i = 0; i < N_AT_ONCE; i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/resource/at-once", test_at_once);
  return g_test_run ();
}
