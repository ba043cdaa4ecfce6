/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers out of the streams of a Word file. Whatever lies outside a stream is 0. */

#include <glib.h>

typedef struct
{
  const guint8 *data; /* not owned */
  gsize size;
} NbStream;

static inline guint
nb_stream_u8 (const NbStream *self, gsize at)
{
  return at < self->size ? self->data[at] : 0;
}

static inline guint
nb_stream_u16 (const NbStream *self, gsize at)
{
  return nb_stream_u8 (self, at) | nb_stream_u8 (self, at + 1) << 8;
}

static inline guint32
nb_stream_u32 (const NbStream *self, gsize at)
{
  return nb_stream_u16 (self, at) | (guint32) nb_stream_u16 (self, at + 2) << 16;
}

static inline gboolean
nb_stream_has (const NbStream *self, gsize at, gsize n)
{
  return at <= self->size && n <= self->size - at;
}
