/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A reader in a process of its own, for formats whose libraries have a long history of crashing on
 * hostile files: whatever such a file does, it ends only its own reading.
 *
 *   bytes ─ memory file → stdin [child: limits, then exec] stdout → pipe ─ poll → bytes, capped
 *
 * The child gets its input as a file without a name, so that neither side waits for the other; its
 * standard error is dropped. Synchronous, any thread; nothing is kept.
 */

#define _GNU_SOURCE /* memfd_create */
#include "nb-child.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/nb-error.h"

/* The shadow memory of sanitizers takes terabytes of address space. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LIMIT_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LIMIT_MEMORY 0
#endif
#endif
#ifndef LIMIT_MEMORY
#define LIMIT_MEMORY 1
#endif

#define READ_BYTES (64 * 1024)

static void
set_limit (int resource, guint64 most)
{
  struct rlimit limit = { .rlim_cur = (rlim_t) most, .rlim_max = (rlim_t) most };

  setrlimit (resource, &limit);
}

/* Runs between fork and exec: nothing but calls to the system. */
static void
child_setup_cb (gpointer user_data)
{
  const NbChildLimits *limits = user_data;
  struct rlimit cpu = { .rlim_cur = limits->cpu_seconds, .rlim_max = limits->cpu_seconds + 1 };

#ifdef __linux__
  prctl (PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (LIMIT_MEMORY)
    set_limit (RLIMIT_AS, limits->memory);
  setrlimit (RLIMIT_CPU, &cpu);
  set_limit (RLIMIT_CORE, 0);
  /* It writes no file: a font cache that it would like to renew stays as it is. */
  signal (SIGXFSZ, SIG_IGN);
  set_limit (RLIMIT_FSIZE, 0);
  alarm (limits->wall_seconds + 1);
}

static gboolean
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          data += n;
          size -= (gsize) n;
        }
    }
  return TRUE;
}

/* The input as a file in memory that has no name. */
static int
open_input (GBytes *input, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (input, &size);
  int fd = memfd_create ("nianbao-input", MFD_CLOEXEC);

  if (fd >= 0 && write_all (fd, data, size) && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  g_set_error (error, NB_ERROR, NB_ERROR_LIMIT, _ ("the file cannot be handed to its reader: %s"),
               g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return -1;
}

static GSubprocess *
start (const char *const *argv, GBytes *input, const NbChildLimits *limits, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) local = NULL;
  GSubprocess *process;
  int fd = open_input (input, error);

  if (fd < 0)
    return NULL;
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  g_subprocess_launcher_set_child_setup (launcher, child_setup_cb, (gpointer) limits, NULL);
  /* A warning of a library about the file must not end the reading. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  process = g_subprocess_launcher_spawnv (launcher, argv, &local);
  if (process == NULL)
    g_set_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED,
                 _ ("the program that reads this format cannot be started: %s"), local->message);
  return process;
}

/* Waits until the child has written something; FALSE with an error where that takes too long. */
static gboolean
wait_for_output (int fd, gint64 deadline, GCancellable *cancellable, GError **error)
{
  GPollFD fds[2] = { { .fd = fd, .events = G_IO_IN | G_IO_HUP } };
  gint64 left = deadline - g_get_monotonic_time ();
  gboolean has_cancel = g_cancellable_make_pollfd (cancellable, &fds[1]);
  int n = left > 0 ? g_poll (fds, has_cancel ? 2 : 1, (int) (left / 1000) + 1) : 0;

  if (has_cancel)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (n == 0)
    g_set_error_literal (error, NB_ERROR, NB_ERROR_TIMEOUT,
                         _ ("reading the file takes too long and was ended"));
  return n != 0;
}

static gboolean
read_output (GSubprocess *process,
             const NbChildLimits *limits,
             GByteArray *output,
             GCancellable *cancellable,
             GError **error)
{
  gint64 deadline = g_get_monotonic_time () + limits->wall_seconds * G_USEC_PER_SEC;
  int fd = g_unix_input_stream_get_fd (
      G_UNIX_INPUT_STREAM (g_subprocess_get_stdout_pipe (process)));
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);

  while (wait_for_output (fd, deadline, cancellable, error))
    {
      gssize n = read (fd, buffer, READ_BYTES);

      if (n == 0)
        return TRUE;
      if (n < 0 && errno != EINTR)
        {
          g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED, _ ("the reader of this file ended: %s"),
                       g_strerror (errno));
          return FALSE;
        }
      if (n > 0 && (gsize) n > limits->output_bytes - output->len)
        {
          g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                       _ ("the file holds more than %lu MB of text"),
                       (gulong) (limits->output_bytes / (1024 * 1024)));
          return FALSE;
        }
      if (n > 0)
        g_byte_array_append (output, buffer, (guint) n);
    }
  return FALSE;
}

/* How the child ended, as an error where it did not end well. */
static gboolean
check_end (GSubprocess *process, const NbChildLimits *limits, GError **error)
{
  int sign;

  if (g_subprocess_get_successful (process))
    return TRUE;
  if (!g_subprocess_get_if_signaled (process))
    {
      g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED,
                   _ ("the file is damaged; its reader gave up (status %d)"),
                   g_subprocess_get_exit_status (process));
      return FALSE;
    }
  sign = g_subprocess_get_term_sig (process);
  if (sign == SIGXCPU || sign == SIGKILL || sign == SIGALRM)
    g_set_error (error, NB_ERROR, NB_ERROR_TIMEOUT,
                 _ ("reading the file takes more than %u seconds and was ended"), limits->cpu_seconds);
  else if (sign == SIGABRT || sign == SIGTRAP)
    /* So end the libraries that find no memory. */
    g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                 _ ("the file is damaged, or reading it takes more than %lu MB of memory"),
                 (gulong) (limits->memory / (1024 * 1024)));
  else
    g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED,
                 _ ("the file is damaged; its reader was ended by signal %d"), sign);
  return FALSE;
}

/**
 * nb_child_run:
 * @argv: (array zero-terminated=1): the program, by path or by name, and its arguments
 * @input: its standard input
 * @limits: what it may use
 * @cancellable: (nullable): a cancellable
 * @error: NB_ERROR_UNSUPPORTED where the program is missing, NB_ERROR_LIMIT, NB_ERROR_TIMEOUT,
 *   NB_ERROR_DAMAGED where it ends badly, or cancelled
 *
 * Runs a program under limits and waits for its end.
 *
 * Returns: (transfer full): its standard output
 */
GBytes *
nb_child_run (const char *const *argv,
              GBytes *input,
              const NbChildLimits *limits,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GByteArray) output = g_byte_array_new ();
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  process = start (argv, input, limits, error);
  if (process == NULL)
    return NULL;

  done = read_output (process, limits, output, cancellable, error);
  /* A child that closed its output has nothing more to say. */
  if (!done)
    g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (!done || !check_end (process, limits, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&output));
}

/**
 * nb_child_find_helper:
 * @name: name of a helper program of this project
 *
 * Looks for it in the folder that NB_HELPERS names, beside the programs of the build, and where it
 * is installed.
 *
 * Returns: (transfer full): its path, whether it is there or not
 */
char *
nb_child_find_helper (const char *name)
{
  const char *folder = g_getenv ("NB_HELPERS");
  g_autofree char *self = NULL;

  if (folder != NULL)
    return g_build_filename (folder, name, NULL);
  /* In the build folder the programs are src/cli/nianbao-cli and src/app/nianbao. */
  self = g_file_read_link ("/proc/self/exe", NULL);
  if (self != NULL)
    {
      g_autofree char *own = g_path_get_dirname (self);
      g_autofree char *sibling = g_build_filename (own, "..", "helper", name, NULL);

      if (g_file_test (sibling, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&sibling);
    }
  return g_build_filename (NB_LIBEXECDIR, name, NULL);
}
