/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a writer's bytes get to disk: into a temporary file beside the target, flushed, renamed over it.
 * Whatever fails on the way, the old file is whole. Any thread.
 */

#include "nb-export.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/nb-error.h"

/* Links of one path; more is a loop, as for the kernel. */
#define MAX_LINKS 40

static NbError
code_from_errno (int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return NB_ERROR_NOT_FOUND;
    case EFBIG:
    case ENOSPC:
    case EDQUOT:
      return NB_ERROR_TOO_LARGE;
    default:
      return NB_ERROR_DENIED;
    }
}

static gboolean
fail_with_errno (int number, GError **error)
{
  g_set_error (error, NB_ERROR, code_from_errno (number), _ ("it cannot be written: %s"),
               g_strerror (number));
  return FALSE;
}

/* The file that @path leads to, which need not be there: a link is kept, and its target replaced. */
static char *
follow_links (const char *path, GError **error)
{
  g_autofree char *current = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (current, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (target == NULL)
        return g_steal_pointer (&current);
      folder = g_path_get_dirname (current);
      next = g_path_is_absolute (target) ? g_strdup (target)
                                         : g_build_filename (folder, target, NULL);
      g_free (current);
      current = next;
    }
  fail_with_errno (ELOOP, error);
  return NULL;
}

/* A pipe or a device cannot be replaced, only written to. */
static gboolean
write_in_place (const char *path, const char *data, gsize length, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int failure = 0;

  if (fd < 0)
    return fail_with_errno (errno, error);
  while (length > 0 && failure == 0)
    {
      gssize n = write (fd, data, length);

      if (n >= 0)
        {
          data += n;
          length -= n;
        }
      else if (errno != EINTR)
        failure = errno;
    }
  if (close (fd) != 0 && failure == 0)
    failure = errno;
  return failure == 0 || fail_with_errno (failure, error);
}

/* GLib names the file that it writes aside, which tells nobody anything. */
static gboolean
fail_with_file_error (const GError *failure, GError **error)
{
  static const struct
  {
    GFileError code;
    int number;
  } causes[] = {
    { G_FILE_ERROR_NOENT, ENOENT }, { G_FILE_ERROR_NOTDIR, ENOTDIR },
    { G_FILE_ERROR_NOSPC, ENOSPC }, { G_FILE_ERROR_ACCES, EACCES },
    { G_FILE_ERROR_PERM, EPERM },   { G_FILE_ERROR_ROFS, EROFS },
    { G_FILE_ERROR_NAMETOOLONG, ENAMETOOLONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (failure->code == (int) causes[i].code)
      return fail_with_errno (causes[i].number, error);
  return fail_with_errno (EIO, error);
}

/**
 * nb_export_to_file:
 * @path: where to, in the file system's encoding; a link is followed
 * @data: bytes
 * @length: how many
 * @error: %NB_ERROR_DENIED, %NB_ERROR_NOT_FOUND (no such folder) or %NB_ERROR_TOO_LARGE (no room)
 *
 * Replaces the file at @path by one with @data, or makes it. A file that was there keeps its mode. On
 * failure it is as it was before. A pipe or a device is written to.
 *
 * Returns: whether all bytes are on disk
 */
gboolean
nb_export_to_file (const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *target = NULL;
  g_autoptr (GError) failure = NULL;
  struct stat old;
  gboolean exists;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  target = follow_links (path, error);
  if (target == NULL)
    return FALSE;
  exists = stat (target, &old) == 0;
  if (exists && S_ISDIR (old.st_mode))
    return fail_with_errno (EISDIR, error);
  if (exists && !S_ISREG (old.st_mode))
    return write_in_place (target, data, length, error);

  if (!g_file_set_contents_full (target, length > 0 ? data : "", length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 exists ? old.st_mode & 0777 : 0666, &failure))
    return fail_with_file_error (failure, error);
  /* The mode above was cut by the umask, which is for new files. */
  if (exists && g_chmod (target, old.st_mode & 07777) != 0)
    return fail_with_errno (errno, error);
  return TRUE;
}
