/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the data goes: standard output as it comes, or a file that is replaced at once at the end
 * and not touched before. Main thread only.
 */

#include "nb-cli-output.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#include "export/nb-export.h"

struct _NbCliOutput
{
  char *path;      /* (owned) (nullable): NULL for standard output */
  GString *buffer; /* (owned) (nullable): what the file will hold */
};

static void
set_errno (GError **error)
{
  int saved = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
}

/**
 * nb_cli_output_new:
 * @path: (nullable): the file to write; NULL or "-" for standard output
 *
 * Returns: (transfer full): an output
 */
NbCliOutput *
nb_cli_output_new (const char *path)
{
  NbCliOutput *self = g_new0 (NbCliOutput, 1);

  if (path != NULL && strcmp (path, "-") != 0)
    {
      self->path = g_strdup (path);
      self->buffer = g_string_new (NULL);
    }
  return self;
}

/**
 * nb_cli_output_free:
 * @self: (transfer full): an output
 *
 * Without nb_cli_output_finish() before, a file stays as it was.
 */
void
nb_cli_output_free (NbCliOutput *self)
{
  g_free (self->path);
  if (self->buffer != NULL)
    g_string_free (self->buffer, TRUE);
  g_free (self);
}

/**
 * nb_cli_output_write:
 * @self: an output
 * @data: bytes
 * @length: how many, -1 for all up to NUL
 * @error: an error of GIO; G_IO_ERROR_BROKEN_PIPE where the reader went away
 *
 * Returns: whether all of @data went out
 */
gboolean
nb_cli_output_write (NbCliOutput *self, const char *data, gssize length, GError **error)
{
  gsize left = length < 0 ? strlen (data) : (gsize) length;

  if (self->buffer != NULL)
    {
      g_string_append_len (self->buffer, data, left);
      return TRUE;
    }
  while (left > 0)
    {
      gssize n = write (STDOUT_FILENO, data, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno (error);
          return FALSE;
        }
      data += n;
      left -= n;
    }
  return TRUE;
}

/**
 * nb_cli_output_finish:
 * @self: an output; nothing may be written after
 * @error: an error
 *
 * Replaces the file, or closes standard output: some file systems tell only then that the disk is
 * full.
 *
 * Returns: whether all data has arrived
 */
gboolean
nb_cli_output_finish (NbCliOutput *self, GError **error)
{
  if (self->buffer != NULL)
    return nb_export_to_file (self->path, self->buffer->str, self->buffer->len, error);
  if (close (STDOUT_FILENO) != 0 && errno != EINTR)
    {
      set_errno (error);
      return FALSE;
    }
  return TRUE;
}

/**
 * nb_cli_output_dup_format:
 * @path: (nullable): where to write
 *
 * Returns: (transfer full) (nullable): the name of the format that the ending of @path speaks of
 */
char *
nb_cli_output_dup_format (const char *path)
{
  static const struct
  {
    const char *ending;
    const char *format;
  } others[] = {
    { "htm", "html" }, { "txt", "text" }, { "markdown", "md" }, { "jsonl", "ndjson" }
  };
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;
  g_autofree char *ending = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (ending, others[i].ending) == 0)
      return g_strdup (others[i].format);
  return g_steal_pointer (&ending);
}
