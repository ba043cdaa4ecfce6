/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NbBuffer:
 * @data: (owned) (nullable): the bytes so far
 * @length: how many
 * @allocated: room behind @data
 * @limit: most bytes that may come together
 *
 * Bytes that arrive in chunks from somewhere that is not trusted. It grows with what has really come,
 * never with what was promised, and refuses at @limit.
 */
typedef struct {
  guint8 *data;
  gsize   length;
  gsize   allocated;
  guint64 limit;
} NbBuffer;

#define NB_BUFFER_CHUNK (256 * 1024)

guint8  *nb_buffer_reserve (NbBuffer *self, GError **error); /* room for NB_BUFFER_CHUNK bytes */
gboolean nb_buffer_commit  (NbBuffer *self, gsize size, GError **error);
GBytes  *nb_buffer_steal   (NbBuffer *self);
void     nb_buffer_clear   (NbBuffer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbBuffer, nb_buffer_clear)

G_END_DECLS
