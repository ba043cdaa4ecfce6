/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bytes that arrive in chunks, with a limit. The buffer owns its bytes until they are stolen; it
 * belongs to one thread.
 */

#include "nb-buffer.h"

#include <glib/gi18n-lib.h>

#include "base/nb-error.h"

/**
 * nb_buffer_reserve:
 * @self: a buffer
 * @error: return location
 *
 * Makes room for %NB_BUFFER_CHUNK more bytes. The room is at most twice what has come so far and
 * one chunk, whatever the sender promised.
 *
 * Returns: (transfer none): where to write, or %NULL with NB_ERROR_LIMIT when memory runs out
 */
guint8 *
nb_buffer_reserve (NbBuffer *self, GError **error)
{
  gsize wanted = self->length + NB_BUFFER_CHUNK;
  guint8 *data;

  if (wanted <= self->allocated)
    return self->data + self->length;

  wanted = MAX (wanted, self->allocated * 2);
  data = g_try_realloc (self->data, wanted);
  if (data == NULL)
    {
      g_set_error (error, NB_ERROR, NB_ERROR_LIMIT,
                   _ ("there is not enough memory for more than %lu bytes"),
                   (gulong) self->length);
      return NULL;
    }
  self->data = data;
  self->allocated = wanted;
  return self->data + self->length;
}

/**
 * nb_buffer_commit:
 * @self: a buffer
 * @size: bytes written where nb_buffer_reserve() pointed, at most %NB_BUFFER_CHUNK
 * @error: return location
 *
 * Counts the bytes that came.
 *
 * Returns: %FALSE with NB_ERROR_TOO_LARGE when they are more than the limit
 */
gboolean
nb_buffer_commit (NbBuffer *self, gsize size, GError **error)
{
  g_return_val_if_fail (size <= self->allocated - self->length, FALSE);

  self->length += size;
  if (self->length <= self->limit)
    return TRUE;
  g_set_error (error, NB_ERROR, NB_ERROR_TOO_LARGE,
               _ ("it is larger than the limit of %lu bytes"), (gulong) self->limit);
  return FALSE;
}

/**
 * nb_buffer_steal:
 * @self: a buffer
 *
 * Takes the bytes out, with no room to spare behind them, and leaves the buffer empty.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
nb_buffer_steal (NbBuffer *self)
{
  guint8 *exact = self->length > 0 ? g_try_realloc (self->data, self->length) : NULL;
  guint8 *data = exact != NULL ? exact : self->data;
  GBytes *bytes = g_bytes_new_take (data, self->length);

  self->data = NULL;
  self->length = self->allocated = 0;
  return bytes;
}

/**
 * nb_buffer_clear:
 * @self: a buffer
 *
 * Frees what the buffer holds.
 */
void
nb_buffer_clear (NbBuffer *self)
{
  g_clear_pointer (&self->data, g_free);
  self->length = self->allocated = 0;
}
