/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The body of an answer that comes in chunks (RFC 9112, 7.1), and ends with one of no length. libsoup before 3.6 takes the end of the
 * connection for that of the body as well, so that half a page is a whole one. Here the chunks are told apart once more, from
 * the stream below libsoup's:
 *
 *   libsoup: network → SoupBodyInputStream → SoupClientInputStream
 *   here:    network → GConverterInputStream (NbChunkDecoder)
 *
 * The network's buffer may hold the beginning of the body already, so it is asked and not the socket. One thread.
 */

#include "nb-chunks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* libsoup's own class for the framing of a body; it has no public name. */
#define FRAMING "SoupBodyInputStream"
/* Hexadecimal digits of a size: no chunk is as long as that. */
#define MOST_DIGITS 15
/* Bytes between two chunks; nothing else runs while they are read. */
#define LONGEST_FRAME 4096

typedef enum
{
  AT_SIZE,
  IN_SIZE,
  BEHIND_SIZE, /* an extension, up to the line feed */
  IN_DATA,
  BEHIND_DATA,
  DONE,
} State;

#define NB_TYPE_CHUNK_DECODER (nb_chunk_decoder_get_type ())
G_DECLARE_FINAL_TYPE (NbChunkDecoder, nb_chunk_decoder, NB, CHUNK_DECODER, GObject)

struct _NbChunkDecoder
{
  GObject parent_instance;

  State state;
  guint n_digits;
  guint n_frame; /* bytes since the last data */
  guint64 left;  /* of the chunk */
};

static void nb_chunk_decoder_iface_init (GConverterIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NbChunkDecoder,
                               nb_chunk_decoder,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, nb_chunk_decoder_iface_init))

static gboolean
take_digit (NbChunkDecoder *self, guint8 byte)
{
  int digit = g_ascii_xdigit_value ((char) byte);

  if (digit < 0 || self->n_digits >= MOST_DIGITS)
    return FALSE;
  self->left = self->left * 16 + (guint) digit;
  self->n_digits++;
  self->state = IN_SIZE;
  return TRUE;
}

/* Takes a byte that is no data; FALSE where none may stand there. */
static gboolean
take_byte (NbChunkDecoder *self, guint8 byte)
{
  gboolean is_end = byte == '\n';

  if (++self->n_frame > LONGEST_FRAME)
    return FALSE;
  switch (self->state)
    {
    case AT_SIZE:
      return take_digit (self, byte);
    case IN_SIZE:
      if (g_ascii_isxdigit ((char) byte))
        return take_digit (self, byte);
      if (!is_end && byte != '\r' && byte != ';' && byte != ' ' && byte != '\t')
        return FALSE;
      self->state = BEHIND_SIZE;
      break;
    case BEHIND_DATA:
      if (is_end)
        self->state = AT_SIZE;
      return is_end || byte == '\r';
    default:
      break;
    }
  if (is_end)
    self->state = self->left > 0 ? IN_DATA : DONE;
  self->n_digits = 0;
  return TRUE;
}

static gsize
take_data (NbChunkDecoder *self, const guint8 *in, gsize n_in, guint8 *out, gsize n_out)
{
  gsize n = (gsize) MIN (self->left, MIN (n_in, n_out));

  memcpy (out, in, n);
  self->left -= n;
  self->n_frame = 0;
  if (self->left == 0)
    self->state = BEHIND_DATA;
  return n;
}

static GConverterResult
nb_chunk_decoder_convert (GConverter *converter,
                          const void *in,
                          gsize n_in,
                          void *out,
                          gsize n_out,
                          GConverterFlags flags,
                          gsize *n_read,
                          gsize *n_written,
                          GError **error)
{
  NbChunkDecoder *self = NB_CHUNK_DECODER (converter);
  const guint8 *bytes = in;

  *n_read = *n_written = 0;
  while (self->state != DONE && *n_read < n_in && *n_written < n_out)
    if (self->state == IN_DATA)
      {
        gsize n = take_data (self, bytes + *n_read, n_in - *n_read, (guint8 *) out + *n_written,
                             n_out - *n_written);

        *n_read += n;
        *n_written += n;
      }
    else if (!take_byte (self, bytes[(*n_read)++]))
      {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ (NB_CHUNKS_BROKEN));
        return G_CONVERTER_ERROR;
      }
  if (self->state == DONE)
    return G_CONVERTER_FINISHED;
  if (*n_written > 0 || (*n_read > 0 && (flags & G_CONVERTER_INPUT_AT_END) == 0))
    return G_CONVERTER_CONVERTED;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, _ (NB_CHUNKS_CUT));
  return G_CONVERTER_ERROR;
}

static void
nb_chunk_decoder_reset (GConverter *converter)
{
  NbChunkDecoder *self = NB_CHUNK_DECODER (converter);

  self->state = AT_SIZE;
  self->n_digits = 0;
  self->n_frame = 0;
  self->left = 0;
}

static void
nb_chunk_decoder_iface_init (GConverterIface *iface)
{
  iface->convert = nb_chunk_decoder_convert;
  iface->reset = nb_chunk_decoder_reset;
}

static void
nb_chunk_decoder_class_init (NbChunkDecoderClass *klass)
{
}

static void
nb_chunk_decoder_init (NbChunkDecoder *self)
{
}

/* The stream that libsoup takes the framed body from; %NULL where nothing is framed. */
static GInputStream *
find_framed (GInputStream *stream)
{
  while (G_IS_FILTER_INPUT_STREAM (stream))
    {
      GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));

      if (g_str_equal (G_OBJECT_TYPE_NAME (stream), FRAMING))
        return base;
      stream = base;
    }
  return NULL;
}

/**
 * nb_chunks_open:
 * @body: the body of an answer that comes in chunks, as libsoup gives it; nothing was read of it
 *
 * Returns: (transfer full): a stream that fails with %G_IO_ERROR_PARTIAL_INPUT where the last chunk does not come, and with
 *   %G_IO_ERROR_INVALID_DATA where something is no chunk; @body, which has to live as long, where libsoup is made otherwise
 */
GInputStream *
nb_chunks_open (GInputStream *body)
{
  GInputStream *framed = find_framed (body), *stream;
  g_autoptr (GConverter) decoder = NULL;

  if (framed == NULL)
    return g_object_ref (body);
  decoder = g_object_new (NB_TYPE_CHUNK_DECODER, NULL);
  stream = g_converter_input_stream_new (framed, decoder);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (stream), FALSE);
  return stream;
}
