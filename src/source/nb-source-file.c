/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bytes of a file on this machine or of standard input. Any thread; nothing is kept. A path that is
 * not a regular file is refused before it is opened, so that neither a pipe nor a device can hold
 * the thread.
 */

#include "nb-source-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/nb-error.h"
#include "nb-buffer.h"

/* Where GLib can give no descriptor to wait on, the wait ends this often to look. */
#define CANCEL_POLL_MS 50

static void
set_error_from_errno (GError **error, int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
      g_set_error (error, NB_ERROR, NB_ERROR_NOT_FOUND, _ ("there is no such file"));
      break;
    case ELOOP:
      g_set_error (error, NB_ERROR, NB_ERROR_NOT_FOUND, _ ("the link leads round in a circle"));
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, NB_ERROR, NB_ERROR_DENIED, _ ("there is no permission to read it"));
      break;
    case EISDIR:
      g_set_error (error, NB_ERROR, NB_ERROR_UNSUPPORTED, _ ("it is a folder, not a file"));
      break;
    default:
      g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED, _ ("reading failed: %s"),
                   g_strerror (saved_errno));
      break;
    }
}

static gboolean
check_regular (const struct stat *status, GError **error)
{
  const char *message;

  if (S_ISREG (status->st_mode))
    return TRUE;
  if (S_ISDIR (status->st_mode))
    {
      set_error_from_errno (error, EISDIR);
      return FALSE;
    }
  if (S_ISFIFO (status->st_mode))
    message = _ ("it is a pipe, not a file");
  else if (S_ISSOCK (status->st_mode))
    message = _ ("it is a socket, not a file");
  else
    message = _ ("it is a device, not a file");
  g_set_error_literal (error, NB_ERROR, NB_ERROR_REFUSED, message);
  return FALSE;
}

/* Waits until something can be read or the wait is cancelled. */
static gboolean
wait_readable (int fd, GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      GPollFD fds[2] = { { fd, G_IO_IN | G_IO_HUP | G_IO_ERR, 0 } };
      gboolean has_fd = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &fds[1]);
      int timeout = cancellable == NULL || has_fd ? -1 : CANCEL_POLL_MS;
      int ready = g_poll (fds, has_fd ? 2 : 1, timeout);
      int saved_errno = errno;

      if (has_fd)
        g_cancellable_release_fd (cancellable);
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, NB_ERROR, NB_ERROR_CANCELLED, _ ("cancelled"));
          return FALSE;
        }
      if (ready < 0 && saved_errno != EINTR)
        {
          set_error_from_errno (error, saved_errno);
          return FALSE;
        }
      if (ready > 0 && fds[0].revents != 0)
        return TRUE;
    }
}

static gboolean
check_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_CANCELLED, _ ("cancelled"));
  return FALSE;
}

/* @total: -1 for a stream, whose next bytes are waited for. Some files of the kernel would be waited for as well. */
static GBytes *
read_all (int fd,
          guint64 max_bytes,
          gint64 total,
          NbProgress progress,
          gpointer progress_data,
          GCancellable *cancellable,
          GError **error)
{
  g_auto (NbBuffer) buffer = { .limit = max_bytes };
  gboolean is_stream = total < 0;

  for (;;)
    {
      guint8 *room = nb_buffer_reserve (&buffer, error);
      gssize size;

      if (room == NULL || !(is_stream ? wait_readable (fd, cancellable, error)
                                      : check_cancelled (cancellable, error)))
        return NULL;
      size = read (fd, room, NB_BUFFER_CHUNK);
      if (size < 0 && (errno == EINTR || (errno == EAGAIN && is_stream)))
        continue;
      if (size < 0 && errno == EAGAIN)
        {
          g_set_error (error, NB_ERROR, NB_ERROR_REFUSED,
                       _ ("it is no file with an end: it gives nothing to read now"));
          return NULL;
        }
      if (size < 0)
        {
          set_error_from_errno (error, errno);
          return NULL;
        }
      if (size == 0)
        return nb_buffer_steal (&buffer);
      if (!nb_buffer_commit (&buffer, (gsize) size, error))
        return NULL;
      if (progress != NULL)
        progress ((gint64) buffer.length, total, progress_data);
    }
}

static gboolean
check_unchanged (int fd, const struct stat *before, GError **error)
{
  struct stat after;

  if (fstat (fd, &after) != 0)
    {
      set_error_from_errno (error, errno);
      return FALSE;
    }
  if (after.st_size == before->st_size && after.st_mtim.tv_sec == before->st_mtim.tv_sec &&
      after.st_mtim.tv_nsec == before->st_mtim.tv_nsec)
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_DAMAGED,
               _ ("the file was changed while it was read; open it again"));
  return FALSE;
}

static GBytes *
read_regular (int fd,
              guint64 max_bytes,
              NbProgress progress,
              gpointer progress_data,
              GCancellable *cancellable,
              GDateTime **modified,
              GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      set_error_from_errno (error, errno);
      return NULL;
    }
  if (!check_regular (&status, error))
    return NULL;
  /* A hole of two gigabytes need not be read to be refused. */
  if (status.st_size > 0 && (guint64) status.st_size > max_bytes)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_TOO_LARGE,
                   _ ("it is larger than the limit of %lu bytes"), (gulong) max_bytes);
      return NULL;
    }

  bytes = read_all (fd, max_bytes, status.st_size, progress, progress_data, cancellable, error);
  if (bytes == NULL || !check_unchanged (fd, &status, error))
    return NULL;
  *modified = g_date_time_new_from_unix_utc (status.st_mtim.tv_sec);
  return g_steal_pointer (&bytes);
}

/**
 * nb_source_file_read:
 * @path: a path, in the encoding of file names
 * @max_bytes: most bytes that are read
 * @progress: (nullable): called after every chunk
 * @progress_data: for @progress
 * @cancellable: (nullable): looked at before every chunk
 * @modified: (out): when the file was last written, UTC
 * @error: return location
 *
 * Reads a regular file. Folders, pipes, sockets and devices are refused without being opened.
 *
 * Returns: (transfer full): the bytes, or %NULL with NB_ERROR_NOT_FOUND, _DENIED, _UNSUPPORTED,
 *   _REFUSED, _TOO_LARGE, _CANCELLED or _DAMAGED
 */
GBytes *
nb_source_file_read (const char *path,
                     guint64 max_bytes,
                     NbProgress progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GDateTime **modified,
                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  int fd;

  if (stat (path, &status) != 0)
    {
      set_error_from_errno (error, errno);
      return NULL;
    }
  if (!check_regular (&status, error))
    return NULL;
  /* The path may have become a pipe since: O_NONBLOCK keeps the open from waiting for a writer. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  if (fd < 0)
    {
      set_error_from_errno (error, errno);
      return NULL;
    }

  bytes = read_regular (fd, max_bytes, progress, progress_data, cancellable, modified, error);
  g_close (fd, NULL);
  return g_steal_pointer (&bytes);
}

/**
 * nb_source_stream_read:
 * @fd: a descriptor that is open for reading; stays open
 * @max_bytes: most bytes that are read
 * @progress: (nullable): called after every chunk, the total is unknown
 * @progress_data: for @progress
 * @cancellable: (nullable): ends the wait for the next chunk at once
 * @error: return location
 *
 * Reads standard input, whatever it is, to its end.
 *
 * Returns: (transfer full): the bytes, or %NULL with the errors of nb_source_file_read()
 */
GBytes *
nb_source_stream_read (int fd,
                       guint64 max_bytes,
                       NbProgress progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GError **error)
{
  return read_all (fd, max_bytes, -1, progress, progress_data, cancellable, error);
}
