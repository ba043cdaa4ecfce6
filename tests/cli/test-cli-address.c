/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Addresses as inputs: what is said of a page that is read from the copy that was kept. The site is one
 * thread that answers one call and is gone.
 */

#include "cli-runner.h"

#include <string.h>

static gpointer
serve (gpointer data)
{
  GSocketListener *listener = data;
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *report = cli_dup_report (2022, 3);
  g_autofree char *answer = g_strdup_printf (
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Length: %zu\r\nConnection: close\r\n\r\n%s",
      strlen (report), report);
  char call[4096];

  connection = g_socket_listener_accept (listener, NULL, NULL, NULL);
  g_assert_nonnull (connection);
  g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), call, sizeof call,
                       NULL, NULL);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), answer,
                             strlen (answer), NULL, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return NULL;
}

static CliOutcome *
read_address (const char *folder, const char *address)
{
  const char *words[] = { "extract", "--format=ndjson", address, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  return cli_run_full (launcher, NULL, words);
}

/* Of many inputs, a line that says that one is read from its copy says which. */
static void
test_copy (void)
{
  char *folder = cli_folder_new ();
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/2022.txt", port);
  g_autofree char *start = g_strdup_printf ("nianbao-cli: %s: ", address);
  GThread *site = g_thread_new ("site", serve, listener);
  g_autoptr (CliOutcome) fetched = read_address (folder, address);
  g_autoptr (CliOutcome) copy = NULL;

  g_thread_join (site);
  cli_outcome_assert (fetched, 0, 0);
  g_socket_listener_close (listener);
  copy = read_address (folder, address);
  cli_outcome_assert (copy, 0, 1);
  g_assert_true (g_str_has_prefix (copy->err->str, start));
  g_assert_cmpstr (copy->out->str, ==, fetched->out->str);
  cli_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/cli-address/copy", test_copy);
  return g_test_run ();
}
