/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Documents of Word 97 and WPS. files/yunxi-2021.doc is the sample of that name, saved by LibreOffice, files/struck.doc
 * seven numbers, in paragraphs and in a row, with a part that is struck out, raised, lowered, white or hidden; what else lies in
 * OLE files is written here.
 */

#define _GNU_SOURCE /* memmem */
#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "nb-test-package.h"

#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-outfile.h>
#include <gsf/gsf-output-memory.h>
#include <gsf/gsf-utils.h>
#include <string.h>

#define FIB_FLAGS      0x0a
#define FLAG_ENCRYPTED 0x01 /* of the second byte */

static GBytes *
load_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tests", "document", "files", name,
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static GBytes *
load (void)
{
  return load_file ("yunxi-2021.doc");
}

/* Where the stream WordDocument begins: it is not scattered. */
static guint8 *
find_header (guint8 *data, gsize size)
{
  for (gsize i = 512; i + 512 <= size; i += 512)
    if (data[i] == 0xec && data[i + 1] == 0xa5)
      return data + i;
  g_assert_not_reached ();
}

static GBytes *
new_ole (const char *name, const char *content, gsize size)
{
  GsfOutput *memory = gsf_output_memory_new ();
  GsfOutfile *file = gsf_outfile_msole_new (memory);
  GsfOutput *stream = gsf_outfile_new_child (file, name, FALSE);
  GBytes *bytes;

  gsf_output_write (stream, size, (const guint8 *) content);
  gsf_output_close (stream);
  gsf_output_close (GSF_OUTPUT (file));
  bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (memory)),
                       (gsize) gsf_output_size (memory));
  g_object_unref (stream);
  g_object_unref (file);
  g_object_unref (memory);
  return bytes;
}

static void
test_report (void)
{
  g_autoptr (NbDocument) sample = nb_test_sample ("yunxi-2021.html");
  g_autoptr (GBytes) bytes = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

  g_assert_no_error (error);
  nb_test_assert_same_report (sample, document);
}

/* What is struck out is gone, and no number grows by what is raised beside it. */
static void
test_struck (void)
{
  static const char *const numbers[] = { "4137", "4137 2 5", "9 41", "6", "3 1", "5", "12 3" };
  g_autoptr (GBytes) bytes = load_file ("struck.doc");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *piece = nb_document_dup_piece (document, i);

      g_assert_cmpstr (piece, ==, numbers[i % G_N_ELEMENTS (numbers)]);
    }
}

/* A cell that holds nothing but a picture, or what a drawing is anchored to, is not empty. */
static void
test_picture_in_cell (void)
{
  static const char cell[] = { '7', 0, '6', 0, 0x07, 0 };
  static const char objects[] = { 0x01, 0x08 };

  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_autoptr (GBytes) whole = load_file ("struck.doc");
      gsize size;
      char *data = g_bytes_unref_to_data (g_steal_pointer (&whole), &size);
      char *place = memmem (data, size, cell, sizeof cell);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) document = NULL;
      const NbPiece *pieces;
      guint n;

      g_assert_nonnull (place);
      place[2] = objects[i];
      bytes = g_bytes_new_take (data, size);
      document = nb_test_read (bytes, &error);
      g_assert_no_error (error);
      pieces = nb_document_get_pieces (document, &n);
      g_assert_cmpuint (n, >, 13);
      for (guint k = 7; k < 14; k++)
        {
          g_assert_cmpint (pieces[k].table, ==, 0);
          g_assert_cmpint ((pieces[k].flags & NB_PIECE_IMAGE) != 0, ==, k == 10);
        }
      g_assert_cmpuint (pieces[10].length, ==, 0);
    }
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) whole = load ();
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&whole), &size);
  g_autoptr (GBytes) bytes = NULL;

  find_header (data, size)[FIB_FLAGS + 1] |= FLAG_ENCRYPTED;
  bytes = g_bytes_new_take (data, size);
  nb_test_assert_refused (bytes, NB_ERROR_ENCRYPTED, "password");
}

static void
test_others (void)
{
  static const struct
  {
    const char *stream;
    NbError code;
    const char *words;
  } others[] = {
    { "Workbook", NB_ERROR_UNSUPPORTED, ".et" },
    { "Book", NB_ERROR_UNSUPPORTED, "spreadsheet" },
    { "PowerPoint Document", NB_ERROR_UNSUPPORTED, "presentation" },
    { "EncryptedPackage", NB_ERROR_ENCRYPTED, "password" },
    { "Contents", NB_ERROR_UNSUPPORTED, "OLE" },
  };
  static const char content[600] = "content";

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = new_ole (others[i].stream, content, sizeof content);

      nb_test_assert_refused (bytes, others[i].code, others[i].words);
    }
}

/* Older than Word 97: catdoc gives what it can, and where it is not there, that is said. */
static void
test_old (void)
{
  static const char content[600] = "\xdc\xa5\x65";
  g_autoptr (GBytes) bytes = new_ole ("WordDocument", content, sizeof content);
  g_autofree char *catdoc = g_find_program_in_path ("catdoc");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);
  int code = catdoc != NULL ? NB_ERROR_NO_TEXT : NB_ERROR_UNSUPPORTED;

  g_assert_true (catdoc != NULL || document == NULL);
  if (document == NULL)
    g_assert_error (error, NB_ERROR, code);
}

static void
assert_no_harm (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

  if (document == NULL)
    g_assert_true (error->domain == NB_ERROR && strchr (error->message, '\n') == NULL);
}

static void
test_cut (void)
{
  g_autoptr (GBytes) whole = load ();

  for (gsize size = 8; size < g_bytes_get_size (whole); size += 4096)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, size);

      assert_no_harm (bytes);
    }
}

/* Bytes that fell over, in the header and anywhere. */
static void
test_bent (void)
{
  g_autoptr (GBytes) whole = load ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20211);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (guint i = 0; i < 60; i++)
    {
      guint8 *bent = g_memdup2 (data, size);
      guint8 *header = find_header (bent, size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (bent, size);

      for (guint j = 0; j < 1 + i / 4; j++)
        if (i % 2 == 0)
          header[g_rand_int_range (random, 0x20, 0x300)] = (guint8) g_rand_int_range (random, 0,
                                                                                      256);
        else
          bent[g_rand_int_range (random, 512, (gint32) size)] = (guint8) g_rand_int_range (random,
                                                                                           0, 256);
      assert_no_harm (bytes);
    }
}

static void
test_limit_characters (void)
{
  g_autoptr (GBytes) whole = load ();
  guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  guint32 n = GUINT32_TO_LE (NB_LIMIT_DOC_CHARACTERS + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, g_bytes_get_size (whole));

  memcpy (find_header (data, g_bytes_get_size (whole)) + 0x4c, &n, sizeof n);
  nb_test_assert_refused (bytes, NB_ERROR_LIMIT, "too many characters (limit 16777216)");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  gsf_init ();

  g_test_add_func ("/nianbao/doc/report", test_report);
  g_test_add_func ("/nianbao/doc/case-43-encrypted", test_encrypted);
  g_test_add_func ("/nianbao/doc/case-46-others", test_others);
  g_test_add_func ("/nianbao/doc/old", test_old);
  g_test_add_func ("/nianbao/doc/NB_LIMIT_DOC_CHARACTERS", test_limit_characters);
  g_test_add_func ("/nianbao/doc/struck", test_struck);
  g_test_add_func ("/nianbao/doc/picture-in-cell", test_picture_in_cell);
  g_test_add_func ("/nianbao/doc/cut", test_cut);
  g_test_add_func ("/nianbao/doc/bent", test_bent);

  result = g_test_run ();
  gsf_shutdown ();
  return result;
}
