/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A page that was packed on its way (RFC 9110, 8.4.1). libsoup takes what is unpacked of a stream that breaks off for the page; here
 * half of one is none. A page that only claims to be packed is taken as it is, as browsers do. Any thread.
 */

#include "nb-unpack.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/nb-error.h"
#include "nb-chunks.h"

static GConverter *
new_converter (const guint8 *bytes, gsize size, const char *encoding)
{
  gboolean is_gzip = g_ascii_strcasecmp (encoding, "gzip") == 0 ||
                     g_ascii_strcasecmp (encoding, "x-gzip") == 0;
  gboolean is_zlib = size >= 2 && (bytes[0] & 0x0f) == 8 && (bytes[0] * 256 + bytes[1]) % 31 == 0;

  if (is_gzip)
    return size >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b
               ? G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP))
               : NULL;
  return G_CONVERTER (g_zlib_decompressor_new (is_zlib ? G_ZLIB_COMPRESSOR_FORMAT_ZLIB
                                                       : G_ZLIB_COMPRESSOR_FORMAT_RAW));
}

static gboolean
is_known (const char *encoding)
{
  static const char *const known[] = { "gzip", "x-gzip", "deflate" };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (encoding, known[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
set_fault (GError **error, const GError *cause)
{
  g_set_error_literal (error, NB_ERROR, NB_ERROR_NETWORK,
                       g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
                           ? _ (NB_CHUNKS_CUT)
                           : _ (NB_CHUNKS_BROKEN));
}

/**
 * nb_unpack:
 * @packed: a whole body
 * @encoding: (nullable): how it says that it is packed
 * @most: most bytes that it may grow to
 * @func: (scope call): called after each part
 * @user_data: for @func
 * @error: NB_ERROR_NETWORK, NB_ERROR_TOO_LARGE, or what @func sets
 *
 * Unpacks a body.
 *
 * Returns: (transfer full): the page
 */
GBytes *
nb_unpack (GBytes *packed,
           const char *encoding,
           guint64 most,
           NbUnpackFunc func,
           gpointer user_data,
           GError **error)
{
  g_auto (NbBuffer) buffer = { .limit = most };
  g_autoptr (GConverter) converter = NULL;
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize size, done = 0;
  const guint8 *bytes = g_bytes_get_data (packed, &size);

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "identity") == 0 || size == 0)
    return g_bytes_ref (packed);
  if (!is_known (encoding))
    {
      g_set_error_literal (error, NB_ERROR, NB_ERROR_NETWORK,
                           _ ("the site packs its page in a way that this program does not know; save the page in a browser and "
                              "open the file"));
      return NULL;
    }
  converter = new_converter (bytes, size, encoding);
  if (converter == NULL)
    return g_bytes_ref (packed);
  while (result != G_CONVERTER_FINISHED)
    {
      guint8 *room = nb_buffer_reserve (&buffer, error);
      g_autoptr (GError) cause = NULL;
      gsize n_read = 0, n_written = 0;

      if (room == NULL)
        return NULL;
      result = g_converter_convert (converter, bytes + done, size - done, room, NB_BUFFER_CHUNK,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &cause);
      if (result == G_CONVERTER_ERROR)
        {
          set_fault (error, cause);
          return NULL;
        }
      done += n_read;
      if (!nb_buffer_commit (&buffer, n_written, error) || !func (buffer.length, user_data, error))
        return NULL;
    }
  return nb_buffer_steal (&buffer);
}
