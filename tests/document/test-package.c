/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packages: names, limits, and what hostile ones come to (cases 39, 40 and 43). */

#include "base/nb-error.h"
#include "base/nb-limits.h"
#include "document/nb-package.h"
#include "nb-test-package.h"

#include <string.h>
#include <zlib.h>

#define MEGABYTE (1024 * 1024)

static NbPackage *
open_package (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  NbPackage *package = nb_package_open (bytes, NULL, &error);

  g_assert_no_error (error);
  return package;
}

static void
assert_part (NbPackage *package, const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nb_package_read (package, name, &error);
  gsize size;
  const void *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpmem (data, size, content, strlen (content));
}

static void
assert_refused (GBytes *bytes, NbError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NbPackage) package = nb_package_open (bytes, NULL, &error);

  g_assert_null (package);
  g_assert_error (error, NB_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_names (void)
{
  g_autoptr (GBytes) bytes = nb_test_zip ("a.xml", "1", "Folder/B.xml", "22", "c\\d.xml", "", NULL);
  g_autoptr (NbPackage) package = open_package (bytes);
  g_autoptr (GError) error = NULL;

  /* In any order, more than once, whatever the case and the strokes. */
  assert_part (package, "folder/b.XML", "22");
  assert_part (package, "a.xml", "1");
  assert_part (package, "/c/d.xml", "");
  assert_part (package, "a.xml", "1");
  g_assert_false (nb_package_has (package, "b.xml"));
  g_assert_null (nb_package_read (package, "b.xml", &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_DAMAGED);
}

/* case-40: names that lead elsewhere are only names. */
static void
test_foreign_names (void)
{
  g_autoptr (GBytes) bytes = nb_test_zip ("../../.bashrc", "x", "/etc/passwd", "y", "..\\z", "z", "\xc4\xea\xb1\xa8.xml", "n",
                                          "word/document.xml", "w", NULL);
  g_autoptr (NbPackage) package = open_package (bytes);

  assert_part (package, "word/document.xml", "w");
  g_assert_false (g_file_test ("../z", G_FILE_TEST_EXISTS));
}

static void
test_same_name (void)
{
  g_autoptr (GBytes) bytes = nb_test_zip ("a.xml", "1", "A.xml", "2", NULL);

  assert_refused (bytes, NB_ERROR_DAMAGED, "two entries");
}

static void
test_limit_package_entries (void)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) full = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NbPackage) package = NULL;

  for (guint i = 0; i < NB_LIMIT_PACKAGE_ENTRIES; i++)
    {
      g_ptr_array_add (pairs, g_strdup_printf ("%u", i));
      g_ptr_array_add (pairs, g_strdup (""));
    }
  g_ptr_array_add (pairs, NULL);
  full = nb_test_zip_list ((const char *const *) pairs->pdata, NULL);
  package = open_package (full);
  g_ptr_array_index (pairs, pairs->len - 1) = g_strdup ("more");
  g_ptr_array_add (pairs, g_strdup (""));
  g_ptr_array_add (pairs, NULL);
  bytes = nb_test_zip_list ((const char *const *) pairs->pdata, NULL);
  assert_refused (bytes, NB_ERROR_LIMIT, "2000");
}

/* So many letters, the first of them of a kind that cannot be compressed. */
static char *
make_content (gsize size, gsize n_random)
{
  char *content = g_malloc (size + 1);

  memset (content, 'a', size);
  for (gsize i = 0; i < n_random; i++)
    content[i] = (char) g_test_rand_int_range (1, 256);
  content[size] = '\0';
  return content;
}

static void
test_limit_package_entry_bytes (void)
{
  g_autofree char *content = make_content ((gsize) NB_LIMIT_PACKAGE_ENTRY_BYTES + 1, MEGABYTE);
  g_autoptr (GBytes) bytes = nb_test_zip ("a", content, NULL);

  assert_refused (bytes, NB_ERROR_LIMIT, "an entry");
}

static void
test_limit_package_bytes (void)
{
  g_autofree char *content = make_content ((gsize) 45 * MEGABYTE, MEGABYTE);
  g_autoptr (GBytes) bytes = nb_test_zip ("a", content, "b", content, "c", content, "d", content, "e", content, NULL);

  assert_refused (bytes, NB_ERROR_LIMIT, "its entries");
}

/* case-39, like 42.zip. */
static void
test_limit_package_ratio (void)
{
  g_autofree char *content = make_content ((gsize) 20 * MEGABYTE, 0);
  g_autofree char *small = make_content (NB_LIMIT_PACKAGE_RATIO_BYTES, 0);
  g_autoptr (GBytes) bytes = nb_test_zip ("a", content, NULL);
  g_autoptr (GBytes) few = nb_test_zip ("a", small, NULL);
  g_autoptr (NbPackage) package = open_package (few);

  assert_part (package, "a", small);
  assert_refused (bytes, NB_ERROR_LIMIT, "grow");
}

/* Writes another size into all headers. */
static GBytes *
lie_about_size (GBytes *bytes, guint32 size)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *copy = g_memdup2 (data, length);
  guint32 little = GUINT32_TO_LE (size);

  for (gsize i = 0; i + 46 < length; i++)
    {
      if (memcmp (copy + i, "PK\001\002", 4) == 0)
        memcpy (copy + i + 24, &little, 4);
      if (memcmp (copy + i, "PK\003\004", 4) == 0)
        memcpy (copy + i + 22, &little, 4);
    }
  return g_bytes_new_take (copy, length);
}

/* case-39: headers that do not tell the truth. */
static void
test_false_sizes (void)
{
  g_autofree char *content = make_content ((gsize) 60 * MEGABYTE, MEGABYTE);
  g_autoptr (GBytes) little = nb_test_zip ("word/document.xml", "<a/>", NULL);
  g_autoptr (GBytes) much = nb_test_zip ("word/document.xml", content, NULL);
  g_autoptr (GBytes) claims_much = lie_about_size (little, 0xfffffff0u);
  g_autoptr (GBytes) claims_little = lie_about_size (much, 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = NULL;

  assert_refused (claims_much, NB_ERROR_LIMIT, "an entry");
  document = nb_test_read (claims_little, &error);
  g_assert_null (document);
  g_assert_nonnull (error);
}

/* case-39: two entries that share the same bytes. */
static void
test_overlapping (void)
{
  g_autoptr (GBytes) bytes = nb_test_zip ("word/document.xml", "<a/>", "b", "<b/>", NULL);
  gsize length;
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  g_autoptr (GBytes) crafted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = NULL;

  length = g_bytes_get_size (bytes);
  for (gsize i = 0; i + 46 < length; i++)
    if (memcmp (copy + i, "PK\001\002", 4) == 0)
      memset (copy + i + 42, 0, 4);
  crafted = g_bytes_new (copy, length);
  document = nb_test_read (crafted, &error);
  g_assert_null (document);
  g_assert_error (error, NB_ERROR, NB_ERROR_DAMAGED);
}

/* case-43 */
static void
test_encrypted (void)
{
  const char *const pairs[] = { "word/document.xml", "secret", NULL };
  g_autoptr (GBytes) bytes = nb_test_zip_list (pairs, "password");
  g_autoptr (GError) error = NULL;
  g_autoptr (NbDocument) document = nb_test_read (bytes, &error);

  g_assert_null (document);
  g_assert_error (error, NB_ERROR, NB_ERROR_ENCRYPTED);
}

/* Every beginning of a package, and one with a byte changed, ends with an error or with the truth. */
static void
test_truncated (void)
{
  static const char body[] =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>a"
      "</w:t></w:r></w:p></w:body></w:document>";
  g_autoptr (GBytes) bytes = nb_test_zip ("word/document.xml", body, "docProps/core.xml", "<a/>", NULL);

  for (gsize n = 4; n < g_bytes_get_size (bytes); n++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
      g_autoptr (GBytes) changed = NULL;
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GError) error = NULL;
      g_autoptr (NbDocument) a = nb_test_read (part, &error);
      g_autoptr (NbDocument) b = NULL;

      g_assert_true ((a == NULL) == (error != NULL));
      g_clear_error (&error);
      copy[n] ^= 0x10;
      changed = g_bytes_new (copy, g_bytes_get_size (bytes));
      b = nb_test_read (changed, &error);
      g_assert_true ((b == NULL) == (error != NULL));
    }
}

static void
append_number (GByteArray *out, guint32 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) (number >> 8 * i);

      g_byte_array_append (out, &byte, 1);
    }
}

/* What the local header of an entry and the directory both say. */
static void
append_facts (GByteArray *out, guint32 checksum, guint32 compressed, guint32 size)
{
  append_number (out, 0, 2);
  append_number (out, 8, 2);
  append_number (out, 0, 4);
  append_number (out, checksum, 4);
  append_number (out, compressed, 4);
  append_number (out, size, 4);
  append_number (out, 1, 2);
}

/* An entry "a" as Foxit's OFD writer makes one: the end of the zlib stream is counted among the compressed bytes. */
static GBytes *
zip_with_tail (const char *content, guint32 checksum)
{
  guint8 stream[256];
  uLongf length = sizeof stream;
  GByteArray *out = g_byte_array_new ();
  guint directory;

  g_assert_cmpint (compress (stream, &length, (const guint8 *) content, strlen (content)), ==, Z_OK);
  length -= 2;
  append_number (out, 0x04034b50, 4);
  append_number (out, 0, 2);
  append_facts (out, checksum, length, strlen (content));
  append_number (out, 0, 2);
  g_byte_array_append (out, (const guint8 *) "a", 1);
  g_byte_array_append (out, stream + 2, length);
  directory = out->len;
  append_number (out, 0x02014b50, 4);
  append_number (out, 0, 4);
  append_facts (out, checksum, length, strlen (content));
  for (guint i = 0; i < 4; i++)
    append_number (out, 0, 4);
  g_byte_array_append (out, (const guint8 *) "a", 1);
  append_number (out, 0x06054b50, 4);
  append_number (out, 0, 4);
  append_number (out, 0x00010001, 4);
  append_number (out, out->len - directory - 12, 4);
  append_number (out, directory, 4);
  append_number (out, 0, 2);
  return g_byte_array_free_to_bytes (out);
}

static void
test_tail (void)
{
  static const char content[] = "12 345 件";
  guint32 checksum = crc32 (0, (const guint8 *) content, strlen (content));
  g_autoptr (GBytes) whole = zip_with_tail (content, checksum), false_one = zip_with_tail (content, checksum ^ 1);
  g_autoptr (NbPackage) package = open_package (whole), false_package = open_package (false_one);
  g_autoptr (GError) error = NULL;

  assert_part (package, "A", content);
  g_assert_null (nb_package_read (false_package, "a", &error));
  g_assert_error (error, NB_ERROR, NB_ERROR_DAMAGED);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = nb_test_zip ("a", "1", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nb_package_open (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/nianbao/package/names", test_names);
  g_test_add_func ("/nianbao/package/case-40-foreign-names", test_foreign_names);
  g_test_add_func ("/nianbao/package/same-name", test_same_name);
  g_test_add_func ("/nianbao/package/limit-package-entries", test_limit_package_entries);
  g_test_add_func ("/nianbao/package/limit-package-entry-bytes", test_limit_package_entry_bytes);
  g_test_add_func ("/nianbao/package/limit-package-bytes", test_limit_package_bytes);
  g_test_add_func ("/nianbao/package/case-39-limit-package-ratio", test_limit_package_ratio);
  g_test_add_func ("/nianbao/package/case-39-false-sizes", test_false_sizes);
  g_test_add_func ("/nianbao/package/case-39-overlapping", test_overlapping);
  g_test_add_func ("/nianbao/package/case-43-encrypted", test_encrypted);
  g_test_add_func ("/nianbao/package/truncated", test_truncated);
  g_test_add_func ("/nianbao/package/bytes-behind-the-stream", test_tail);
  g_test_add_func ("/nianbao/package/cancelled", test_cancelled);

  return g_test_run ();
}
