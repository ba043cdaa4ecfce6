/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Replays the corpus of one fuzz target, as a test that needs no clang: replay NAME FILE-OR-FOLDER... Every file is tried
 * whole, cut in the middle, and with a byte changed.
 */

#include "nb-fuzz.h"

static void
add_path (GPtrArray *files, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL)
    g_ptr_array_add (files, g_strdup (path));
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (files, g_build_filename (path, name, NULL));
}

static void
try_bytes (const char *data, gsize size)
{
  /* A copy that is exactly as long, so that a sanitizer sees a read behind it. */
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy, size);
  LLVMFuzzerTestOneInput (copy, size / 2);
  if (size > 0)
    {
      copy[size / 3] ^= 0x21;
      LLVMFuzzerTestOneInput (copy, size);
    }
}

static void
test_replay (gconstpointer user_data)
{
  const GPtrArray *files = user_data;

  g_assert_cmpuint (files->len, >, 0);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *data = NULL;
      g_autoptr (GError) error = NULL;
      gsize size;

      g_file_get_contents (files->pdata[i], &data, &size, &error);
      g_assert_no_error (error);
      g_test_message ("%s", (const char *) files->pdata[i]);
      try_bytes (data, size);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 2);
  for (int i = 2; i < argc; i++)
    add_path (files, argv[i]);
  path = g_strdup_printf ("/nianbao/fuzz/%s", argv[1]);
  g_test_add_data_func (path, files, test_replay);
  return g_test_run ();
}
