/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was packed on its way is unpacked whole or not at all (case-49). */

#include <gio/gio.h>

#include "base/nb-error.h"
#include "source/nb-unpack.h"

static gboolean
unpacked_cb (gsize unpacked, gpointer user_data, GError **error)
{
  *(gsize *) user_data = unpacked;
  return TRUE;
}

/* Each way of packing is taken back whole, and none that breaks off anywhere. */
static void
test_unpack (void)
{
  static const struct
  {
    GZlibCompressorFormat format;
    const char *encoding;
  } ways[] = {
    { G_ZLIB_COMPRESSOR_FORMAT_GZIP, "gzip" },
    { G_ZLIB_COMPRESSOR_FORMAT_ZLIB, "deflate" },
    { G_ZLIB_COMPRESSOR_FORMAT_RAW, "Deflate" },
  };
  static const char text[] = "one two three four five";

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (ways[i].format, -1));
      guint8 out[200];
      gsize n_read, n, seen = 0;
      g_autoptr (GBytes) packed = NULL, page = NULL;

      g_assert_cmpint (g_converter_convert (packer, text, sizeof text, out, sizeof out,
                                            G_CONVERTER_INPUT_AT_END, &n_read, &n, NULL),
                       ==, G_CONVERTER_FINISHED);
      packed = g_bytes_new (out, n);
      page = nb_unpack (packed, ways[i].encoding, 1000, unpacked_cb, &seen, NULL);
      g_assert_nonnull (page);
      g_assert_cmpmem (g_bytes_get_data (page, NULL), g_bytes_get_size (page), text, sizeof text);
      g_assert_cmpuint (seen, ==, sizeof text);
      for (gsize cut = 2; cut < n; cut++)
        {
          g_autoptr (GBytes) half = g_bytes_new (out, cut);
          g_autoptr (GError) error = NULL;

          g_assert_null (nb_unpack (half, ways[i].encoding, 1000, unpacked_cb, &seen, &error));
          g_assert_error (error, NB_ERROR, NB_ERROR_NETWORK);
        }
    }
}

/* More than may come, a way that is not known, and what only claims to be packed. */
static void
test_others (void)
{
  g_autoptr (GBytes) plain = g_bytes_new_static ("plain", 5);
  g_autoptr (GBytes) page = nb_unpack (plain, "gzip", 1000, unpacked_cb, NULL, NULL);
  g_autoptr (GBytes) same = nb_unpack (plain, NULL, 1000, unpacked_cb, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (page == plain && same == plain);
  g_assert_null (nb_unpack (plain, "br", 1000, unpacked_cb, NULL, &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_NETWORK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nianbao/unpack/case-49-whole", test_unpack);
  g_test_add_func ("/nianbao/unpack/others", test_others);
  return g_test_run ();
}
