/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Programs under limits: each limit ends them, and says so. */

#include "document/nb-child.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/nb-error.h"

static const NbChildLimits usual = { 512 * 1024 * 1024, 5, 10, 1024 * 1024 };

static GBytes *
run (const char *script,
     const char *input,
     const NbChildLimits *limits,
     GCancellable *cancellable,
     GError **error)
{
  const char *const argv[] = { "/bin/sh", "-c", script, NULL };
  g_autoptr (GBytes) bytes = g_bytes_new (input, strlen (input));

  return nb_child_run (argv, bytes, limits, cancellable, error);
}

static void
assert_ended (const char *script, const NbChildLimits *limits, NbError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = run (script, "", limits, NULL, &error);

  g_assert_null (output);
  g_assert_error (error, NB_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_output (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = run ("cat; echo noise >&2", "what comes in", &usual, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (output, NULL), g_bytes_get_size (output), "what comes in", 13);
}

/* More than a pipe holds: neither side may wait for the other. */
static void
test_much (void)
{
  g_autofree char *much = g_strnfill (900 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = run ("cat", much, &usual, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (output), ==, 900 * 1024);
}

static void
test_limits (void)
{
  NbChildLimits short_wall = usual, short_cpu = usual;

  short_wall.wall_seconds = 1;
  short_cpu.cpu_seconds = 1;
  assert_ended ("while :; do echo 0123456789012345678901234567890123456789; done", &usual,
                NB_ERROR_LIMIT, "1 MB");
  assert_ended ("sleep 60", &short_wall, NB_ERROR_TIMEOUT, "too long");
  assert_ended ("exec >&-; exec sleep 60", &short_wall, NB_ERROR_TIMEOUT, "seconds");
  assert_ended ("while :; do :; done", &short_cpu, NB_ERROR_TIMEOUT, "1 seconds");
  assert_ended ("kill -SEGV $$", &usual, NB_ERROR_DAMAGED, "damaged");
  assert_ended ("kill -ABRT $$", &usual, NB_ERROR_LIMIT, "512 MB");
  assert_ended ("exit 3", &usual, NB_ERROR_DAMAGED, "status 3");
}

static void
test_writes_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nianbao-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *script = g_strdup_printf ("echo x >'%s'; wc -c <'%s'", file, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = run (script, "", &usual, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (*(const char *) g_bytes_get_data (output, NULL), ==, '0');
  g_remove (file);
  g_rmdir (folder);
}

static void
test_missing (void)
{
  const char *const argv[] = { "/nowhere/nianbao-read-nothing", NULL };
  g_autoptr (GBytes) input = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = nb_child_run (argv, input, &usual, NULL, &error);

  g_assert_null (output);
  g_assert_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED);
}

static gpointer
cancel_cb (gpointer data)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_cb, cancellable);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = run ("exec sleep 60", "", &usual, cancellable, &error);

  g_assert_null (output);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  g_thread_join (thread);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/child/output", test_output);
  g_test_add_func ("/nianbao/child/much", test_much);
  g_test_add_func ("/nianbao/child/NB_LIMIT_HELPER_MEMORY-NB_LIMIT_HELPER_CPU_SECONDS-NB_LIMIT_HELPER_OUTPUT_BYTES", test_limits);
  g_test_add_func ("/nianbao/child/writes-no-file", test_writes_no_file);
  g_test_add_func ("/nianbao/child/missing", test_missing);
  g_test_add_func ("/nianbao/child/cancel", test_cancel);

  return g_test_run ();
}
